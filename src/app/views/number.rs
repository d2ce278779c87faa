//! One number: what to do with it, its figures, its days against the rest of its pool, its load, its readings.

use leptos::prelude::*;

use super::{
    Icon, alerts, cards,
    chart::{RateChart, bars, ticks, weekends, y_axis},
    chip::status_chip,
    course::Course,
    dashboard::{conclusion, subtitle},
    findings,
    live::live,
    send,
    subject::{number_of, pool_name},
    verdict::act_zone,
};
use crate::{
    app::{
        App, Route,
        charts::{DayAxis, Point, RateScale, per_cent, steps, view::meter},
        format,
        needs::{Need, needs},
        words::{Lang, alerts as alert_words, dashboard as words, findings as finding_words, messages},
    },
    diagnose::Finding,
    kpi::{Board, NumberBoard, ScoreReading, Zone},
    model::{Settings, Subject, order},
    report::{NumberReport, Report, Status},
    watch::Alert,
};

/// The page of one number.
#[component]
pub fn NumberPage(
    /// The number, as in the report.
    number: String,
) -> impl IntoView {
    let app = App::here();
    let subject = Subject::Number(number);
    view! {
        <div class="stack">
            {live(move || {
                let (lang, report, board) = (app.lang.get(), app.report.get()?, app.board.get()?);
                Some(page(lang, &report, &board, &app.settings.get(), &subject))
            })}
        </div>
    }
}

fn back(lang: Lang) -> AnyView {
    let app = App::here();
    let open = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        app.go(Route::Today);
    };
    view! { <a class="btn quiet" href="#today" on:click=open><Icon name="back"/>{words::BACK.to(lang)}</a> }.into_any()
}

fn page(lang: Lang, report: &Report, board: &Board, settings: &Settings, subject: &Subject) -> AnyView {
    let entry = number_of(report, subject);
    let days = board.numbers.iter().find(|entry| subject == &Subject::Number(entry.number.clone()));
    let (Some(entry), Some(days)) = (entry, days) else {
        return view! {
            <div class="title">{back(lang)}</div>
            <section class="panel"><p class="none">{words::NOT_FOUND.to(lang)}</p></section>
        }
        .into_any();
    };
    let needs = needs(report);
    let need = needs.iter().find(|need| &need.subject == subject);
    let own_alerts: Vec<&Alert> = report.alerts.iter().filter(|alert| &alert.subject == subject).collect();
    let own_findings: Vec<&Finding> = report.findings.iter().filter(|finding| &finding.subject == subject).collect();
    let course = Course::of(report, board, subject);
    let name = finding_words::subject(lang, subject);
    let chart = course.clone().map(|course| {
        view! {
            <section class="panel c8 tall">
                <div class="panel-head">
                    <h2>{conclusion(lang, &needs, subject)}</h2>
                    <p class="sub">{subtitle(lang, &name, subject, &course)}</p>
                </div>
                <div class="panel-body">
                    <RateChart course=course name=name.clone() lang=lang settings=settings.clone() capped=true/>
                </div>
            </section>
        }
    });
    let score_note = entry
        .score
        .as_ref()
        .map(|score| format!("{}, {}", finding_words::source(lang, &score.source), format::day_short(lang, score.day)));
    let figures = cards::Subject { kpis: &entry.kpis, series: &days.series, scores: Vec::new(), score_note };
    let found = (!own_findings.is_empty()).then(|| {
        view! {
            <section class="panel" data-testid="findings">
                <div class="panel-head"><h2>{words::FINDINGS.to(lang)}</h2></div>
                {findings::list(lang, &own_findings)}
            </section>
        }
    });
    view! {
        {title(lang, entry, course.as_ref(), act_zone(&needs, &entry.number))}
        {callout(lang, entry, need)}
        <section class="panel compact" aria-label=words::KEY_FIGURES.to(lang)><h2 class="vh">{words::KEY_FIGURES.to(lang)}</h2>{cards::cards(lang, &figures, settings)}</section>
        <div class="cols even">
            {chart}
            <div class="c4">
                <section class="panel" data-testid="alerts">
                    <div class="panel-head"><h2>{words::ALERTS.to(lang)}</h2></div>
                    {alerts::alerts(lang, report, &own_alerts, words::NO_ALERTS_HERE.to(lang))}
                </section>
            </div>
        </div>
        {found}
        <div class="cols even">
            {course.as_ref().map(|course| volume(lang, course, settings))}
            {report.period.map(|period| readings(lang, DayAxis::new(period.from, period.to), days, settings))}
        </div>
        {super::estimate::panel(lang, entry)}
        {super::ranges::panel(lang, &entry.ranges)}
        {daily(lang, days)}
    }
    .into_any()
}

fn title(lang: Lang, entry: &NumberReport, course: Option<&Course>, act: Zone) -> AnyView {
    let active = course.map_or(0, |course| course.calls.iter().filter(|(_, calls, _)| *calls > 0).count()) as u64;
    let pool = pool_name(entry).map(|pool| format!("{pool}. ")).unwrap_or_default();
    let text = format!("{pool}{}, {}", words::active_days(lang, active), words::calls(lang, entry.totals.calls));
    view! {
        <div class="title">
            {back(lang)}
            <h1>{format::phone(lang, &entry.number)}</h1>
            {status_chip(lang, entry.status, act)}
            <span class="muted">{text}</span>
        </div>
    }
    .into_any()
}

/// What to do with it, and the message.
fn callout(lang: Lang, entry: &NumberReport, need: Option<&Need>) -> AnyView {
    let Some(need) = need else {
        let zone = match entry.status {
            Status::Well => Zone::Green,
            Status::Unknown => Zone::Unknown,
            _ => Zone::Amber,
        };
        return view! {
            <section class="panel">
                <div class="callout" data-zone=zone.id()>
                    <div><h2>{words::status(entry.status).to(lang)}</h2><p>{words::NOTHING_TO_DO.to(lang)}</p></div>
                </div>
            </section>
        }
        .into_any();
    };
    let pool = pool_name(entry);
    let (heading, text, message, certainty) = match (need.findings.first(), need.alerts.first()) {
        (Some(finding), _) => {
            let order = finding.actions.first().map(|action| finding_words::action(lang, action)).unwrap_or_default();
            let heading = format!(
                "{} {} {}. {order}",
                finding_words::title(finding.diagnosis).to(lang),
                words::SINCE_LOWER.to(lang),
                format::day(lang, finding.since).trim_end_matches('.'), // "févr." has its own
            );
            let lost = finding
                .lost_conversations
                .map(|lost| format!(" {}{}{}.", words::LOST.to(lang), format::colon(lang), words::lost(lang, lost)));
            let text = format!("{}{}", finding_words::meaning(finding.diagnosis).to(lang), lost.unwrap_or_default());
            (heading, text, messages::of_finding(lang, finding, pool), Some(finding.certainty))
        }
        (None, Some(alert)) => {
            let heading = format!("{}. {}", alert_words::name(lang, alert), alert_words::order(alert.rule).to(lang));
            (heading, alert_words::sentence(lang, alert), messages::of_alert(lang, alert, pool), None)
        }
        (None, None) => {
            let (heading, text) = messages::level(lang, need.level);
            (heading, text, messages::of_level(lang, &need.subject, need.level, pool), None)
        }
    };
    let certainty = certainty.map(|certainty| {
        view! { " "{meter(certainty)}{lang.percent(certainty * 100.0, 0)} }
    });
    view! {
        <section class="panel">
            <div class="callout" data-zone=need.zone().id()>
                <div><h2>{heading}</h2><p>{text}{certainty}</p></div>
                <div class="push">
                    {send::copy_button(lang, message.body.clone(), "btn primary")}
                    {send::addresses(lang, &message)}
                </div>
                <details class="message">
                    <summary><Icon name="chev" class="chev"/>{words::MESSAGE.to(lang)}</summary>
                    <div class="text">{message.body.clone()}</div>
                </details>
            </div>
        </section>
    }
    .into_any()
}

/// Calls a day against the cap.
fn volume(lang: Lang, course: &Course, settings: &Settings) -> AnyView {
    let cap = settings.watch.volume_cap;
    let busiest = course.calls.iter().map(|(_, calls, _)| *calls as f64).fold(0.0, f64::max);
    let scale = RateScale::counting([busiest].into_iter(), f64::from(cap) * 1.1);
    let over = course.calls.iter().filter(|(_, calls, _)| *calls > u64::from(cap)).count() as u64;
    let said = words::over_cap(lang, over, cap);
    view! {
        <section class="panel c6">
            <div class="panel-head"><h2>{words::CALLS_A_DAY.to(lang)}</h2><p class="sub">{said.clone()}</p></div>
            <div class="panel-body">
                <div class="plot">
                    {y_axis(lang, scale, "", "yaxis h-mid")}
                    <svg class="h-mid" role="img" aria-label=format!("{}. {said}", words::CALLS_A_DAY.to(lang))>
                        {bars(course, scale, Some(cap))}
                    </svg>
                    <span></span>
                    {ticks(lang, course.axis)}
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// The readings: each source a stepped line, and all of them as a table.
fn readings(lang: Lang, axis: DayAxis, number: &NumberBoard, settings: &Settings) -> AnyView {
    if number.readings.is_empty() {
        return view! {
            <section class="panel c6" data-state="unmeasured">
                <div class="panel-head"><h2>{words::READINGS.to(lang)}</h2></div>
                <p class="none">{words::NO_READINGS.to(lang)}</p>
            </section>
        }
        .into_any();
    }
    let axis = number
        .readings
        .iter()
        .fold(axis, |axis, reading| DayAxis::new(axis.from.min(reading.day), axis.to.max(reading.day)));
    let scale = RateScale { top: 100.0 };
    let bounds = settings.kpis.reputation_score;
    let (low, high) = (bounds.low.get(), bounds.high.get());
    let scored = |reading: &ScoreReading| {
        reading.score.map(|score| Point { x: axis.middle(reading.day), y: scale.y(score), gap: false })
    };
    let mut sources: Vec<&str> = number.readings.iter().map(|reading| reading.source.as_str()).collect();
    order::sort(&mut sources);
    sources.dedup();
    let lines = sources
        .iter()
        .map(|source| {
            let points: Vec<Point> =
                number.readings.iter().filter(|reading| reading.source == *source).filter_map(scored).collect();
            view! { <path class="line thin" d=steps(&points, 100.0)/> }
        })
        .collect_view();
    let dots = number
        .readings
        .iter()
        .filter_map(scored)
        .map(|point| view! { <circle class="pt" cx=per_cent(point.x) cy=per_cent(point.y) r="3"/> })
        .collect_view();
    let rows = number
        .readings
        .iter()
        .rev()
        .map(|reading| {
            let flag = match reading.flagged {
                Some(true) => words::YES.to(lang),
                Some(false) => words::NO.to(lang),
                None => "–",
            };
            view! {
                <tr>
                    <th scope="row">{format::day(lang, reading.day)}</th>
                    <td>{finding_words::source(lang, &reading.source)}</td>
                    <td class="n">{reading.score.map_or_else(|| "–".to_owned(), |score| lang.decimal(score, 0))}</td>
                    <td>{flag}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="panel c6">
            <div class="panel-head"><h2>{words::READINGS.to(lang)}</h2><p class="sub">{words::READINGS_SUB.to(lang)}</p></div>
            <div class="panel-body">
                <div class="plot">
                    {y_axis(lang, scale, "", "yaxis h-mid")}
                    <svg class="h-mid" role="img" aria-label=words::READINGS.to(lang)>
                        <rect class="band-red" y=per_cent(scale.y(low)) width="100%" height=per_cent(100.0 - scale.y(low))/>
                        <rect
                            class="band-amber"
                            y=per_cent(scale.y(high))
                            width="100%"
                            height=per_cent(scale.y(low) - scale.y(high))
                        />
                        {weekends(axis)}
                        <line class="baseline" x2="100%" y1="100%" y2="100%"/>
                        <svg viewBox="0 0 1000 100" preserveAspectRatio="none" width="100%" height="100%">{lines}</svg>
                        {dots}
                    </svg>
                    <span></span>
                    {ticks(lang, axis)}
                </div>
                <details class="twin">
                    <summary><Icon name="table"/>{words::TABLE.to(lang)}</summary>
                    <div class="tablewrap scroll" tabindex="0" role="region" aria-label=words::READINGS.to(lang)>
                        <table class="t">
                            <thead>
                                <tr>
                                    <th scope="col">{words::COL_DAY.to(lang)}</th>
                                    <th scope="col">{words::COL_SOURCE.to(lang)}</th>
                                    <th scope="col" class="n">{words::COL_SCORE.to(lang)}</th>
                                    <th scope="col">{words::COL_FLAGGED.to(lang)}</th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                </details>
            </div>
        </section>
    }
    .into_any()
}

/// The daily rows of the number, latest first.
fn daily(lang: Lang, number: &NumberBoard) -> AnyView {
    let measured = |known: u64, count: u64| if known > 0 { lang.count(count) } else { "–".to_owned() };
    let rows = number
        .series
        .iter()
        .rev()
        .filter(|(_, sums)| sums.calls > 0 || sums.spam_known > 0 || sums.spam_reports > 0)
        .map(|(day, sums)| {
            use crate::model::Outcome;
            let rate = crate::kpi::chance::wilson(sums.answer());
            let talk = sums.talk_secs().map_or_else(|| "–".to_owned(), format::talk);
            view! {
                <tr>
                    <th scope="row">{format::day(lang, day)}</th>
                    <td class="n">{lang.count(sums.calls)}</td>
                    <td class="n">{lang.count(sums.answered())}</td>
                    <td class="n">{rate.map_or_else(|| "–".to_owned(), |rate| format::rate(lang, rate.value * 100.0))}</td>
                    <td class="n p1">
                        {rate.map_or_else(|| "–".to_owned(), |rate| {
                            format::between(lang, rate.low * 100.0, rate.high * 100.0, 1)
                        })}
                    </td>
                    <td class="n p1">{measured(sums.known_for(Outcome::Rejected), sums.of_outcome(Outcome::Rejected))}</td>
                    <td class="n p1">{measured(sums.known_for(Outcome::Voicemail), sums.of_outcome(Outcome::Voicemail))}</td>
                    <td class="n p2">{talk}</td>
                    <td class="n p2">{measured(sums.conversion_known, sums.conversions)}</td>
                    <td class="n p2">{measured(sums.spam_known, sums.spam_reports)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="panel">
            <div class="panel-head"><h2>{words::DAILY.to(lang)}</h2></div>
            <div class="tablewrap scroll" tabindex="0" role="region" aria-label=words::DAILY.to(lang)>
                <table class="t">
                    <thead>
                        <tr>
                            <th scope="col">{words::COL_DAY.to(lang)}</th>
                            <th scope="col" class="n">{words::COL_CALLS.to(lang)}</th>
                            <th scope="col" class="n">{words::COL_ANSWERED.to(lang)}</th>
                            <th scope="col" class="n">{words::COL_RATE.to(lang)}</th>
                            <th scope="col" class="n p1">{words::COL_INTERVAL.to(lang)}</th>
                            <th scope="col" class="n p1">{words::COL_REJECTED.to(lang)}</th>
                            <th scope="col" class="n p1">{words::COL_VOICEMAIL.to(lang)}</th>
                            <th scope="col" class="n p2">{words::COL_TALK.to(lang)}</th>
                            <th scope="col" class="n p2">{words::COL_CONVERSION.to(lang)}</th>
                            <th scope="col" class="n p2">{words::COL_REPORTS.to(lang)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}
