//! The verdict: what needs someone today, in words, each with its figures, how sure it is, and the order.

use leptos::prelude::*;

use super::{
    Icon,
    chip::zone_icon,
    evidence::evidence,
    later::folded,
    live::live,
    send,
    subject::{number_of, pool_name, subject},
};
use crate::{
    app::{
        App, Route, Shared,
        charts::view::meter,
        format,
        needs::{Need, headline, level, needs, others, unclassified},
        plots::series_of,
        words::{Lang, alerts, dashboard as words, findings, kpis, messages},
    },
    kpi::{Board, KpiId, Zone},
    report::Report,
    watch::Grade,
};

/// Rows shown before the fold.
const SHOWN: usize = 5;
/// Rows in the fold. Nobody reads more one by one; the table has them all.
const FOLDED: usize = 25;

/// The verdict's panel.
pub fn verdict(lang: Lang, report: &Shared<Report>, board: &Shared<Board>) -> AnyView {
    let all = needs(report);
    let said = headline(report, &all);
    let numbers_known = !report.numbers.is_empty();
    let first = unclassified(report).map(|share| {
        let text = words::uncertain(lang, share, report.totals.unclassified);
        view! {
            <p class="first-of-all" data-zone="amber">
                <Icon name="amber"/>
                <span>{text}" "{route_link(Route::Files, words::ASSIGN.to(lang))}</span>
            </p>
        }
    });
    let level = level(report).filter(|(_, zone)| *zone == Zone::Red || all.is_empty()).map(|(id, zone)| {
        view! {
            <p class="level" data-zone=zone.id()>
                {zone_icon(lang, zone)}
                <span>
                    <b>{kpi_value(lang, report, id)}</b>
                    " "
                    {kpis::sentence(id, zone).to(lang)}
                    " "
                    {kpis::action(id, zone).to(lang)}
                </span>
            </p>
        }
    });
    let left = others(report, &all);
    let fine = left[0] == 0 && left[2] > 0;
    let rest = words::rest(lang, left, !all.is_empty()).map(|text| {
        view! { <span>{fine.then(|| view! { <Icon name="green"/>" " })}{text}</span> }
    });
    let no_numbers = (!numbers_known).then(|| view! { <span>{words::NO_NUMBERS.to(lang)}</span> });
    let (shown, in_fold) = all.split_at(all.len().min(SHOWN));
    let rows = shown.iter().enumerate().map(|(at, need)| row(lang, report, board, need, at == 0)).collect_view();
    let more = (!in_fold.is_empty()).then(|| {
        let (report, board) = (report.clone(), board.clone());
        let rows = move || {
            let rest = needs(&report).into_iter().skip(SHOWN).take(FOLDED);
            rest.map(|need| row(lang, &report, &board, &need, false)).collect_view().into_any()
        };
        view! {
            <details class="more">
                <summary><Icon name="chev" class="chev"/>{words::more_needs(lang, in_fold.len() as u64)}</summary>
                {folded(rows)}
                {left_to_table(lang, in_fold.len(), FOLDED)}
            </details>
        }
    });
    view! {
        <section class="panel" data-testid="verdict" aria-label=words::VERDICT.to(lang)>
            <div class="verdict-head">
                {first}
                <h1>{words::headline(lang, said, numbers_known)}</h1>
                {level}
                <p class="fine">{rest}{no_numbers}</p>
            </div>
            {rows}
            {more}
        </section>
    }
    .into_any()
}

fn kpi_value(lang: Lang, report: &Report, id: KpiId) -> String {
    let name = kpis::name(id).to(lang);
    report.kpis.get(id).value.map_or_else(String::new, |value| {
        format!("{name}{}{}.", format::colon(lang), super::cards::value_text(lang, id, value))
    })
}

/// A link to another view.
pub fn route_link(to: Route, text: &'static str) -> AnyView {
    let app = App::here();
    let href = format!("#{}", to.hash());
    let open = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        app.go(to.clone());
    };
    view! { <a href=href on:click=open>{text}</a> }.into_any()
}

/// A line for what a fold leaves out.
pub fn left_to_table(lang: Lang, rows: usize, shown: usize) -> Option<AnyView> {
    let left = rows.checked_sub(shown).filter(|left| *left > 0)?;
    Some(view! { <p class="none">{words::rest_in_table(lang, left as u64)}</p> }.into_any())
}

fn row(lang: Lang, report: &Report, board: &Board, need: &Need, first: bool) -> AnyView {
    let app = App::here();
    let zone = need.zone();
    let number = number_of(report, &need.subject);
    let pool = number.and_then(pool_name);
    let under = match pool {
        Some(pool) => pool.to_owned(),
        None => findings::kind(lang, &need.subject).to_owned(),
    };
    let message = match (need.findings.first(), need.alerts.first()) {
        (Some(finding), _) => messages::of_finding(lang, finding, pool),
        (None, Some(alert)) => messages::of_alert(lang, alert, pool),
        (None, None) => messages::of_level(lang, &need.subject, need.level, pool),
    };
    let id = StoredValue::new(need.id());
    let done = Memo::new(move |_| id.with_value(|id| app.handled.with(|handled| handled.contains(id))));
    let tick = move |_| {
        app.handled.update(|handled| {
            if !handled.remove(&id.get_value()) {
                handled.insert(id.get_value());
            }
        });
    };
    let copy_class = if first { "btn primary" } else { "btn" };
    let body = need.findings.first().map(|finding| view! { <div class="finding">{evidence(lang, finding)}</div> });
    view! {
        <article class="need" data-zone=zone.id() data-subject=need.subject.to_string() data-handled=move || done.get().then_some("true")>
            <div class="who">
                {zone_icon(lang, zone)}
                {subject(lang, &need.subject)}
                <span class="sub">{under}</span>
            </div>
            {what(lang, need)}
            {facts(lang, board, need)}
            <div class="do">
                {order(lang, need)}
                <div class="row">
                    {send::copy_button(lang, message.body.clone(), copy_class)}
                    <button class="btn quiet" type="button" aria-pressed=move || if done.get() { "true" } else { "false" } on:click=tick>
                        <Icon name="yes"/>
                        {live(move || if done.get() { words::REOPEN.to(lang) } else { words::HANDLED.to(lang) })}
                    </button>
                </div>
            </div>
            <details class="message">
                <summary><Icon name="chev" class="chev"/>{words::READ_MESSAGE.to(lang)}</summary>
                {send::messages(lang, &message, messages::to_carrier(lang, need).as_ref())}
                {body}
            </details>
        </article>
    }
    .into_any()
}

/// What happened, with its figures before and after.
fn what(lang: Lang, need: &Need) -> AnyView {
    if let Some(finding) = need.findings.first() {
        let briefs: Vec<(String, String)> =
            finding.evidence.iter().filter_map(|evidence| findings::brief(lang, evidence)).collect();
        let last = briefs.len().saturating_sub(1);
        let figures = briefs
            .into_iter()
            .enumerate()
            .map(|(at, (label, figures))| {
                let label = if at == 0 { format::capital(&label) } else { label };
                view! { {label}" "<b>{figures}</b>{if at == last { ". " } else { ", " }} }
            })
            .collect_view();
        return view! {
            <div class="what">
                <h2>{findings::headline(finding.diagnosis).to(lang)}</h2>
                <p>{figures}{findings::meaning(finding.diagnosis).to(lang)}</p>
            </div>
        }
        .into_any();
    }
    let Some(alert) = need.alerts.first() else {
        let (title, text) = messages::level(lang, need.level);
        return view! { <div class="what"><h2>{title}</h2><p>{text}</p></div> }.into_any();
    };
    let more =
        need.alerts.iter().skip(1).map(|alert| format!(" {}", alerts::sentence(lang, alert))).collect::<String>();
    view! {
        <div class="what">
            <h2>{alerts::name(lang, alert)}</h2>
            <p>{alerts::sentence(lang, alert)}{more}</p>
        </div>
    }
    .into_any()
}

fn facts(lang: Lang, board: &Board, need: &Need) -> AnyView {
    let since = match (need.findings.first(), need.alerts.first()) {
        (Some(finding), _) => finding.since,
        (None, Some(alert)) => alert.since,
        // A level has no beginning.
        (None, None) => return view! { <dl class="facts"></dl> }.into_any(),
    };
    let days = series_of(board, &need.subject).unwrap_or(&board.account);
    let days = days.iter().filter(|(day, sums)| *day >= since && sums.calls > 0).count() as u64;
    let certainty = match (need.findings.first(), need.alerts.first()) {
        (Some(finding), _) => {
            let confirmed = need.alerts.iter().any(|alert| alert.grade == Grade::Confirmed) || finding.certainty >= 0.9;
            let grade = if confirmed { Grade::Confirmed } else { Grade::Probable };
            view! {
                {meter(finding.certainty)}
                {lang.percent(finding.certainty * 100.0, 0)}
                " "
                <span class="nowrap"><Icon name=grade.id()/>" "{alerts::grade(grade).to(lang)}</span>
            }
            .into_any()
        }
        (None, Some(alert)) => view! {
            <span class="nowrap"><Icon name=alert.grade.id()/>" "{alerts::grade(alert.grade).to(lang)}</span>
        }
        .into_any(),
        (None, None) => ().into_any(),
    };
    let lost = need.findings.first().map(|finding| {
        let text = match finding.lost_conversations {
            Some(lost) => words::lost(lang, lost),
            None => words::LOST_NOTHING.to(lang).to_owned(),
        };
        view! { <dt>{words::LOST.to(lang)}</dt><dd>{text}</dd> }
    });
    view! {
        <dl class="facts">
            <dt>{words::SINCE.to(lang)}</dt>
            <dd>{format::day(lang, since)}" "<span class="faint">"("{words::active_days(lang, days)}")"</span></dd>
            <dt>{words::CERTAINTY.to(lang)}</dt>
            <dd>{certainty}</dd>
            {lost}
        </dl>
    }
    .into_any()
}

fn order(lang: Lang, need: &Need) -> AnyView {
    if let Some(finding) = need.findings.first() {
        let mut orders = finding.actions.iter().map(|action| findings::action(lang, action));
        let first = orders.next().unwrap_or_default();
        let rest = orders.take(3).collect::<Vec<_>>().join(" ");
        return view! { <p><b>{first}</b>" "{rest}</p> }.into_any();
    }
    match need.alerts.first() {
        Some(alert) => view! { <p><b>{alerts::order(alert.rule).to(lang)}</b></p> }.into_any(),
        None => {
            let order = match need.level {
                Some((id, _)) if !need.flagged => kpis::action(id, Zone::Red),
                _ => alerts::order(crate::watch::Rule::NewlyBlacklisted),
            };
            view! { <p><b>{order.to(lang)}</b></p> }.into_any()
        }
    }
}

/// The colour of a number that needs someone: its need's, amber where it has none.
pub fn act_zone(needs: &[Need], number: &str) -> Zone {
    needs
        .iter()
        .find(|need| matches!(&need.subject, crate::model::Subject::Number(own) if own == number))
        .map_or(Zone::Amber, Need::zone)
}
