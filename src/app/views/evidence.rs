//! What speaks for a finding, what against it, what could not be checked; then what to do, what would confirm it and
//! what would rule it out. All heads stay when a column is empty.

use leptos::prelude::*;

use super::Icon;
use crate::{
    app::words::{Lang, findings as words},
    diagnose::Finding,
};

/// The body of a finding.
pub fn evidence(lang: Lang, finding: &Finding) -> AnyView {
    let list = |lines: Vec<String>, empty: &'static str| {
        if lines.is_empty() {
            view! { <p class="faint t2">{empty}</p> }.into_any()
        } else {
            view! { <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }.into_any()
        }
    };
    let spoken =
        |pieces: &[crate::diagnose::Evidence]| pieces.iter().map(|piece| words::evidence(lang, piece)).collect();
    let unchecked = finding.unchecked.iter().map(|signal| words::unchecked(*signal).to(lang).to_owned()).collect();
    let checks = |checks: &[crate::diagnose::Check]| {
        checks.iter().map(|check| words::check(*check).to(lang)).collect::<Vec<_>>().join(" ")
    };
    let actions: Vec<String> = finding.actions.iter().map(|action| words::action(lang, action)).collect();
    view! {
        <div class="body">
            <div>
                <h3><Icon name="yes"/>{words::FOR.to(lang)}</h3>
                {list(spoken(&finding.evidence), words::NOTHING_FOUND.to(lang))}
            </div>
            <div>
                <h3><Icon name="no"/>{words::AGAINST.to(lang)}</h3>
                {list(spoken(&finding.against), words::NOTHING_FOUND.to(lang))}
            </div>
            <div>
                <h3><Icon name="unknown"/>{words::UNCHECKED.to(lang)}</h3>
                {list(unchecked, words::ALL_CHECKED.to(lang))}
            </div>
            <div class="steps">
                <div><h3>{words::DO.to(lang)}</h3><p>{actions.join(" ")}</p></div>
                <div><h3>{words::CONFIRMS.to(lang)}</h3><p>{checks(&finding.confirm)}</p></div>
                <div><h3>{words::RULES_OUT.to(lang)}</h3><p>{checks(&finding.rules_out)}</p></div>
            </div>
        </div>
    }
    .into_any()
}
