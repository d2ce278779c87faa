//! The alerts, by grade: confirmed, probable; noise folded, with the reason why it asks for nothing.

use leptos::prelude::*;

use super::{
    Icon,
    later::folded,
    live::Live,
    send,
    subject::{number_of, pool_name, subject},
};
use crate::{
    app::{
        Shared, format,
        words::{Lang, alerts as words, dashboard, findings, messages},
    },
    model::order,
    report::Report,
    watch::{Alert, Grade},
};

/// Rows before the fold: the panel stands beside the chart, and what is confirmed has the greater part.
const CONFIRMED_SHOWN: usize = 6;
/// The same for what is probable.
const PROBABLE_SHOWN: usize = 4;
/// Rows of a fold.
const FOLDED: usize = 60;

/// The list of some alerts of the report (all, or one number's).
pub fn alerts(lang: Lang, report: &Shared<Report>, of: &[&Alert], none: &'static str) -> AnyView {
    if of.is_empty() {
        return view! { <p class="none">{none}</p> }.into_any();
    }
    let of_grade = |grade| of.iter().copied().filter(move |alert| alert.grade == grade).collect::<Vec<&Alert>>();
    let groups = [Grade::Confirmed, Grade::Probable]
        .into_iter()
        .map(|grade| (grade, of_grade(grade)))
        .filter(|(_, alerts)| !alerts.is_empty())
        .map(|(grade, alerts)| {
            let most = if grade == Grade::Confirmed { CONFIRMED_SHOWN } else { PROBABLE_SHOWN };
            let (shown, rest) = alerts.split_at(alerts.len().min(most));
            let more = (!rest.is_empty()).then(|| {
                view! {
                    <li class="fold">
                        <details class="more">
                            <summary>
                                <Icon name="chev" class="chev"/>
                                {dashboard::more_needs(lang, rest.len() as u64)}
                            </summary>
                            <ol class="alerts">{folded_rows(lang, report, rest)}</ol>
                            {elsewhere(lang, rest.len())}
                        </details>
                    </li>
                }
            });
            view! {
                <li class="group"><b>{words::group(grade).to(lang)}</b><span>{lang.count(alerts.len() as u64)}</span></li>
                {rows(lang, report, shown)}
                {more}
            }
        })
        .collect_view();
    let noise = of_grade(Grade::WithinNoise);
    let fold = (!noise.is_empty()).then(|| {
        let mut subjects: Vec<_> = noise.iter().map(|alert| &alert.subject).collect();
        order::sort(&mut subjects);
        subjects.dedup();
        view! {
            <details class="more">
                <summary>
                    <Icon name="chev" class="chev"/>
                    {words::noise(lang, noise.len() as u64, subjects.len() as u64)}
                </summary>
                <p>{words::WHY_NOISE.to(lang)}</p>
                <ol class="alerts">{folded_rows(lang, report, &noise)}</ol>
                {elsewhere(lang, noise.len())}
            </details>
        }
    });
    view! { <ol class="alerts panel-list">{groups}</ol>{fold} }.into_any()
}

/// The panel of all alerts.
pub fn panel(lang: Lang, report: &Shared<Report>) -> AnyView {
    let all: Vec<&Alert> = report.alerts.iter().collect();
    view! {
        <section class="panel" data-testid="alerts">
            <div class="panel-head">
                <h2>{dashboard::ALERTS.to(lang)}</h2>
                <p class="sub">{dashboard::ALERTS_SUB.to(lang)}</p>
            </div>
            {alerts(lang, report, &all, words::NONE.to(lang))}
        </section>
    }
    .into_any()
}

fn elsewhere(lang: Lang, alerts: usize) -> Option<AnyView> {
    let left = alerts.checked_sub(FOLDED).filter(|left| *left > 0)?;
    Some(view! { <p>{words::elsewhere(lang, left as u64)}</p> }.into_any())
}

fn rows(lang: Lang, report: &Report, alerts: &[&Alert]) -> AnyView {
    alerts.iter().map(|alert| row(lang, report, alert)).collect_view().into_any()
}

/// The first rows of a fold.
fn folded_rows(lang: Lang, report: &Shared<Report>, alerts: &[&Alert]) -> Live {
    let report = report.clone();
    let alerts: Vec<Alert> = alerts.iter().take(FOLDED).map(|alert| (*alert).clone()).collect();
    folded(move || rows(lang, &report, &alerts.iter().collect::<Vec<_>>()))
}

fn row(lang: Lang, report: &Report, alert: &Alert) -> AnyView {
    let pool = number_of(report, &alert.subject).and_then(pool_name);
    let message = messages::of_alert(lang, alert, pool);
    let when = if alert.until > alert.day {
        format!("{} – {}", format::day_short(lang, alert.day), format::day_short(lang, alert.until))
    } else {
        format::day(lang, alert.day)
    };
    view! {
        <li data-grade=alert.grade.id() data-rule=alert.rule.id() data-subject=alert.subject.to_string()>
            <details class="alert">
                <summary>
                    <svg class="i" role="img" aria-label=words::grade(alert.grade).to(lang)>
                        <use href=format!("#{}", alert.grade.id())/>
                    </svg>
                    <span class="rule">{words::name(lang, alert)}</span>
                    <span class="fig">{words::figure(lang, alert)}</span>
                    <span class="subject">{findings::subject(lang, &alert.subject)}</span>
                    <span class="when">{when}</span>
                </summary>
                <div class="message">
                    <p>{subject(lang, &alert.subject)}</p>
                    {send::message(lang, &message)}
                </div>
            </details>
        </li>
    }
    .into_any()
}
