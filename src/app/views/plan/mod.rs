//! The plan: one page of four parts. Each part a file; they read the plan and change the settings.

mod agents;
mod assumptions;
mod attempts;
mod calendar;
mod lost;
mod numbers;
mod pools;
mod practice;
mod rules;

use leptos::prelude::*;

use super::{Icon, live::live};
use crate::app::{
    App, PlanPart, Planner, t,
    words::{Phrase, plan as words, shell},
};

const PARTS: [(PlanPart, &str, Phrase); 4] = [
    (PlanPart::Numbers, "numbers", words::NUMBERS),
    (PlanPart::Lost, "lost", words::LOST),
    (PlanPart::Agents, "agents", words::AGENTS),
    (PlanPart::Practice, "practice", words::PRACTICE),
];

/// The page of the plan.
#[component]
pub fn PlanPage() -> impl IntoView {
    let planner = Planner::here();
    let tabs = PARTS.map(|(part, id, name)| {
        let pressed = move || (planner.part.get() == part).to_string();
        view! { <button type="button" data-part=id aria-pressed=pressed on:click=move |_| planner.part.set(part)>{t(name)}</button> }
    });
    let shown = move || match planner.part.get() {
        PlanPart::Numbers => numbers::part(),
        PlanPart::Lost => lost::part(),
        PlanPart::Agents => agents::part(),
        PlanPart::Practice => practice::part(),
    };
    view! {
        <div class="stack" data-testid="plan">
            <div class="title">
                <h1>{t(shell::PLAN)}</h1>
                <span class="muted">{t(words::HELP)}</span>
            </div>
            <div class="parts"><div class="seg" role="group" aria-label=t(words::PARTS)>{tabs.into_iter().collect_view()}</div></div>
            {live(shown)}
        </div>
    }
}

/// A button that saves a file.
fn save_button(label: Phrase, test_id: &'static str, save: impl Fn(App) + 'static) -> AnyView {
    let app = App::here();
    view! {
        <button class="btn" type="button" data-testid=test_id on:click=move |_| save(app)>
            <Icon name="dl"/>{t(label)}
        </button>
    }
    .into_any()
}
