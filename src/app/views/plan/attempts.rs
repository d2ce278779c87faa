//! The second reading: a button, how far it has come, and how often people were called.

use leptos::prelude::*;

use super::super::live::live;
use crate::{
    app::{
        App, Count, Planner,
        charts::per_cent,
        t,
        words::{Lang, practice as words, shell},
    },
    model::Practice,
    plan::practice::{Counts, TOP_ATTEMPTS},
};

/// Days of the span where no rules are chosen.
const DAYS: u16 = 30;

/// The panel.
pub fn panel(rules: Memo<Option<Practice>>) -> AnyView {
    let (app, planner) = (App::here(), Planner::here());
    let days = move || rules.with(|rules| rules.as_ref().map_or(DAYS, |rules| rules.attempts_days));
    let start = move |_| planner.start_count(app, days());
    let shown = move || {
        let lang = app.lang.get();
        match planner.count.get() {
            Count::None => view! {
                <p class="row"><button class="btn" type="button" data-testid="count-attempts" on:click=start>{words::COUNT.to(lang)}</button></p>
            }
            .into_any(),
            Count::Underway(part) => view! {
                <p class="row" role="status">
                    <progress max="1" value=part.to_string() aria-label=words::COUNT.to(lang)></progress>
                    <span>{words::COUNTING.with(lang, &[&lang.percent(part * 100.0, 0)])}</span>
                    <button class="btn" type="button" on:click=move |_| planner.forget()>{shell::CANCEL.to(lang)}</button>
                </p>
            }
            .into_any(),
            Count::NoCalls => {
                view! { <p role="alert">{words::NO_CALL_FILES.to(lang)}</p> }.into_any()
            }
            Count::Failed(file) => view! {
                <p role="alert">{words::COUNT_FAILED.with(lang, &[&file])}</p>
                <p class="row"><button class="btn" type="button" on:click=start>{words::COUNT_AGAIN.to(lang)}</button></p>
            }
            .into_any(),
            Count::Done(counts) => {
                let stale = (counts.days != days()).then(|| view! {
                    <p class="row"><span>{words::STALE.to(lang)}</span><button class="btn" type="button" on:click=start>{words::COUNT_AGAIN.to(lang)}</button></p>
                });
                let limit = rules.with(|rules| rules.as_ref().and_then(|rules| rules.attempts));
                view! { {stale}{result(lang, &counts, limit)} }.into_any()
            }
        }
    };
    view! {
        <section class="panel" data-testid="attempts">
            <div class="panel-head"><h2>{t(words::ATTEMPT_RULE)}</h2><p class="sub">{t(words::COUNT_HELP)}</p></div>
            <div class="panel-body notes">{live(shown)}</div>
        </section>
    }
    .into_any()
}

/// How many people were called how often.
fn result(lang: Lang, counts: &Counts, limit: Option<u32>) -> AnyView {
    let sentence = match limit {
        Some(limit) => words::people_over(lang, counts, limit),
        None => words::people(lang, counts),
    };
    let one_in = u64::from(counts.one_in);
    let top = counts.people_by_most.iter().rposition(|people| *people > 0).unwrap_or(0);
    let largest = counts.people_by_most.iter().copied().max().unwrap_or(1).max(1);
    let rows = counts.people_by_most.iter().enumerate().take(top + 1).map(|(at, people)| {
        let over = limit.is_some_and(|limit| at as u32 + 1 > limit);
        let width = per_cent(100.0 * *people as f64 / largest as f64);
        view! {
            <tr class=if over { "outside" } else { "" }>
                <th scope="row" class="n">{words::times(lang, at + 1, at + 1 == TOP_ATTEMPTS)}</th>
                <td class="n">{lang.count(people * one_in)}</td>
                <td class="bar-cell"><svg class="hbar" aria-hidden="true"><rect width=width height="100%"/></svg></td>
            </tr>
        }
    });
    view! {
        <p data-testid="people-over" data-over=limit.and_then(|limit| counts.people_over(limit)).map(|over| over.to_string())><b>{sentence}</b></p>
        <table class="t times">
            <thead><tr>
                <th scope="col" class="n">{words::MOST_TIMES.to(lang)}</th><th scope="col" class="n">{words::PEOPLE.to(lang)}</th><td></td>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        <p class="t2 muted">{words::counted(lang, counts)}</p>
    }
    .into_any()
}
