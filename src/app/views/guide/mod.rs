//! The guide: one page of three parts. It reads what was found, and changes nothing of it.

mod playbooks;
mod reading;
mod training;

use leptos::prelude::*;

use super::live::live;
use crate::app::{
    App, GuidePart, Planner, t,
    words::{Phrase, guide as words, shell},
};
pub use playbooks::playbook_link;

const PARTS: [(GuidePart, &str, Phrase); 3] = [
    (GuidePart::Playbooks, "playbooks", words::PLAYBOOKS),
    (GuidePart::Reading, "reading", words::READING),
    (GuidePart::Training, "training", words::TRAINING),
];

/// The page of the guide.
#[component]
pub fn Guide() -> impl IntoView {
    let planner = Planner::here();
    let tabs = PARTS.map(|(part, id, name)| {
        let pressed = move || (planner.guide.get() == part).to_string();
        view! { <button type="button" data-part=id aria-pressed=pressed on:click=move |_| planner.guide.set(part)>{t(name)}</button> }
    });
    let shown = move || match planner.guide.get() {
        GuidePart::Playbooks => playbooks::part(),
        GuidePart::Reading => reading::part(App::here()),
        GuidePart::Training => training::part(),
    };
    view! {
        <div class="stack" data-testid="guide">
            <div class="title">
                <h1>{t(shell::GUIDE)}</h1>
                <span class="muted">{t(words::HELP)}</span>
            </div>
            <div class="parts"><div class="seg" role="group" aria-label=t(words::PARTS)>{tabs.into_iter().collect_view()}</div></div>
            {live(shown)}
        </div>
    }
}
