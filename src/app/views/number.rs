//! One number: what to do with it, its figures, its days against the rest of its pool, its load, its readings, what the
//! user notes of it. Its story stands on one screen; what proves it follows.

use leptos::prelude::*;

use super::{
    Icon, alerts, cards,
    chart::{Turn, chart},
    charts,
    chip::status_chip,
    dashboard::over_time,
    estimate,
    exports::ShareSign,
    findings,
    live::live,
    ranges, send,
    subject::{number_of, pool_name},
    verdict::act_zone,
};
use crate::{
    app::{
        App, Route,
        charts::view::meter,
        format,
        needs::{Need, needs},
        plots::series_of,
        words::{
            Lang, alerts as alert_words, charts as chart_words, dashboard as words, findings as finding_words,
            messages, plan as plan_words,
        },
    },
    browser::storage,
    diagnose::Finding,
    kpi::{Board, NumberBoard, Zone},
    model::Subject,
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
    let subject = Subject::Number(number.clone());
    let own = StoredValue::new(subject.clone());
    let days = cards::Days::first(&subject);
    let known = Memo::new(move |_| {
        let (report, board) = (app.report.get(), app.board.get());
        report
            .zip(board)
            .is_some_and(|(report, board)| own.with_value(|subject| entry(&report, &board, subject).is_some()))
    });
    let upper = move || {
        let (lang, report) = (app.lang.get(), app.report.get()?);
        own.with_value(|subject| Some(upper(app, lang, &report, subject, days)))
    };
    let alerts = move || {
        let (lang, report) = (app.lang.get(), app.report.get()?);
        own.with_value(|subject| {
            let alerts: Vec<&Alert> = report.alerts.iter().filter(|alert| &alert.subject == subject).collect();
            Some(alerts::alerts(lang, &report, &alerts, words::NO_ALERTS_HERE.to(lang)))
        })
    };
    let found = move || {
        let (lang, report) = (app.lang.get(), app.report.get()?);
        own.with_value(|subject| {
            let own: Vec<&Finding> = report.findings.iter().filter(|finding| &finding.subject == subject).collect();
            (!own.is_empty()).then(|| {
                view! {
                    <section class="panel" data-testid="findings">
                        <div class="panel-head"><h2>{words::FINDINGS.to(lang)}</h2></div>
                        {findings::list(lang, &own)}
                    </section>
                }
            })
        })
    };
    let unread = move || {
        let (lang, report, board) = (app.lang.get(), app.report.get()?, app.board.get()?);
        let read = own
            .with_value(|subject| entry(&report, &board, subject).is_some_and(|(_, days)| !days.readings.is_empty()));
        (!read).then(|| {
            view! {
                <section class="panel c4" data-state="unmeasured">
                    <div class="panel-head"><h2>{words::READINGS.to(lang)}</h2></div>
                    <p class="none">{words::NO_READINGS.to(lang)}</p>
                </section>
            }
        })
    };
    let estimated = move || {
        let (lang, report) = (app.lang.get(), app.report.get()?);
        own.with_value(|subject| {
            number_of(&report, subject)
                .map(|entry| view! { {estimate::panel(lang, entry)}{ranges::panel(lang, &entry.ranges)} }.into_any())
        })
    };
    let rows = move || {
        let (lang, report, board) = (app.lang.get(), app.report.get()?, app.board.get()?);
        own.with_value(|subject| entry(&report, &board, subject).map(|(_, days)| daily(lang, days)))
    };
    let story = move || {
        let (number, subject) = (number.clone(), subject.clone());
        let drawn = subject.clone();
        view! {
            {cards::panel(subject.clone(), "panel compact", days)}
            <div class="cols even">
                {chart("answer_rate", "panel c6 slim", Turn::Now, None, Box::new(move || over_time(app, &drawn)))}
                <section class="panel c3 scrolls" data-testid="alerts">
                    <div class="panel-head"><h2>{live(move || words::ALERTS.to(app.lang.get()))}</h2></div>
                    {live(alerts)}
                </section>
                {charts::peers("panel c3 slim", number.clone())}
            </div>
            <div class="cols even">
                {charts::scores("panel c4 slim", number.clone())}
                {live(unread)}
                {charts::volume("panel c4 slim", number.clone())}
                {notes(app, number.clone())}
            </div>
            {live(found)}
            <div class="cols even">
                {charts::before_after("panel c3", subject.clone())}
                {charts::talk_times("panel c3", Some(number.clone()))}
                {charts::hour_map("panel c3", Some(number))}
                {charts::calendar("panel c3", subject)}
            </div>
            {live(estimated)}
            {live(rows)}
        }
        .into_any()
    };
    view! {
        <div class="stack number-page">
            {live(upper)}
            {live(move || known.get().then(&story))}
        </div>
    }
}

/// A number in the report and on the board.
fn entry<'a>(report: &'a Report, board: &'a Board, subject: &Subject) -> Option<(&'a NumberReport, &'a NumberBoard)> {
    let entry = number_of(report, subject)?;
    Some((entry, board.number(&entry.number)?))
}

fn back(lang: Lang) -> AnyView {
    let app = App::here();
    let open = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        app.go(Route::Today);
    };
    view! { <a class="btn quiet" href="#today" on:click=open><Icon name="back"/>{words::BACK.to(lang)}</a> }.into_any()
}

/// Who it is, and what to do with it.
fn upper(app: App, lang: Lang, report: &Report, subject: &Subject, days: RwSignal<cards::Days>) -> AnyView {
    let Some(entry) = number_of(report, subject) else {
        return view! {
            <div class="title">{back(lang)}</div>
            <section class="panel"><p class="none">{words::NOT_FOUND.to(lang)}</p></section>
        }
        .into_any();
    };
    let needs = needs(report);
    let need = needs.iter().find(|need| &need.subject == subject);
    let active = app.board.with(|board| {
        let series = board.as_ref().and_then(|board| series_of(board, subject));
        series.map_or(0, |series| series.active_days(1))
    });
    let pool = pool_name(entry).map(|pool| format!("{pool}. ")).unwrap_or_default();
    let text = format!("{pool}{}, {}", words::active_days(lang, active as u64), words::calls(lang, entry.totals.calls));
    view! {
        <div class="title">
            {back(lang)}
            <h1>{format::phone(lang, &entry.number)}</h1>
            {status_chip(lang, entry.status, act_zone(&needs, &entry.number))}
            <span class="muted">{text}</span>
            {cards::choice(subject, days)}
            {next_need(app, lang, &needs, subject)}
            <ShareSign/>
        </div>
        {callout(lang, entry, need, planned(app, lang, &entry.number))}
    }
    .into_any()
}

/// What the plan says of it, where someone has decided.
fn planned(app: App, lang: Lang, number: &str) -> Option<AnyView> {
    let plan = app.settings.with(|settings| settings.planning.numbers.get(number).copied())?;
    let text = plan_words::decided(lang, plan)?;
    let open = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        app.go(Route::Plan);
    };
    Some(view! { <a class="t2" href="#plan" data-testid="planned" on:click=open>{text}</a> }.into_any())
}

/// The way to the next number that needs someone.
fn next_need(app: App, lang: Lang, needs: &[Need], subject: &Subject) -> Option<AnyView> {
    let numbers: Vec<&String> = needs
        .iter()
        .filter_map(|need| if let Subject::Number(number) = &need.subject { Some(number) } else { None })
        .collect();
    let at = numbers.iter().position(|number| subject == &Subject::Number((*number).clone()))?;
    let next = (*numbers.get((at + 1) % numbers.len())?).clone();
    (numbers.len() > 1).then(|| {
        let place = chart_words::place(lang, at + 1, numbers.len());
        view! {
            <span class="row noprint">
                <span class="muted t2">{place}</span>
                <button class="btn" type="button" data-next on:click=move |_| app.go(Route::Number(next.clone()))>
                    {chart_words::NEXT_NUMBER.to(lang)}<Icon name="arrow"/>
                </button>
            </span>
        }
        .into_any()
    })
}

/// What the user writes about a number. It stays in this browser, and no export holds it.
fn notes(app: App, number: String) -> AnyView {
    let kept = storage::note_of(&number);
    let write = move |event: leptos::ev::Event| storage::keep_note(&number, &event_target_value(&event));
    view! {
        <section class="panel c4" data-testid="notes">
            <div class="panel-head">
                <h2><label for="note">{live(move || chart_words::NOTES.to(app.lang.get()))}</label></h2>
                <p class="sub">{live(move || chart_words::NOTES_ABOUT.to(app.lang.get()))}</p>
            </div>
            <div class="panel-body"><textarea id="note" class="note" rows="5" prop:value=kept on:input=write></textarea></div>
        </section>
    }
    .into_any()
}

/// What to do with it, and the message.
fn callout(lang: Lang, entry: &NumberReport, need: Option<&Need>, planned: Option<AnyView>) -> AnyView {
    let Some(need) = need else {
        let zone = match entry.status {
            Status::Well => Zone::Green,
            Status::Unknown => Zone::Unknown,
            _ => Zone::Amber,
        };
        return view! {
            <section class="panel">
                <div class="callout" data-zone=zone.id()>
                    <div><h2>{words::status(entry.status).to(lang)}</h2><p>{words::NOTHING_TO_DO.to(lang)}" "{planned}</p></div>
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
                <div><h2>{heading}</h2><p>{text}{certainty}" "{planned}</p></div>
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
