//! What went wrong with the files, in sentences, above whatever is shown. The page stays usable below.

use leptos::prelude::*;

use super::{
    Icon,
    live::{Show, live},
};
use crate::{
    app::{
        App, Route, t,
        words::{Lang, files, shell},
    },
    import::FileAccount,
    model::{Problem, ProblemKind},
    report,
};

/// The sentences: files that failed first, then what matters in those that were read.
#[component]
pub fn Errors() -> impl IntoView {
    let app = App::here();
    // What the reader has put away stays away until the next reading.
    let seen = RwSignal::new(0_usize);
    let reading = Memo::new(move |before: Option<&usize>| {
        app.gathered.track();
        app.failures.track();
        before.map_or(1, |before| before + 1)
    });
    let problems = Memo::new(move |_| {
        let mut problems = app.failures.get();
        if let Some(gathered) = app.gathered.get() {
            problems.extend(
                gathered
                    .accounts
                    .iter()
                    .flat_map(|account| account.problems.iter().filter(|problem| weighs(problem, account)).cloned()),
            );
        }
        problems
    });
    let shown = move || {
        seen.get() != reading.get()
            && !problems.with(Vec::is_empty)
            && app.route() != Route::Files
            && app.mapping.with(Option::is_none)
    };
    // A file that failed is told above what was scrolled to.
    Effect::new(move |_| {
        if app.failures.with(|failures| !failures.is_empty()) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
    view! {
        <Show when=shown>
            <section class="errors" aria-label=t(files::PROBLEMS)>
                <ul>{live(move || problems.get().into_iter().map(|problem| view! { <Sentence problem=problem/> }).collect_view())}</ul>
                <button class="btn quiet icon" type="button" aria-label=t(shell::CLOSE) on:click=move |_| seen.set(reading.get_untracked())>
                    <Icon name="close"/>
                </button>
            </section>
        </Show>
    }
}

/// Whether a problem concerns the figures as a whole; a few odd rows are told on the page of the files alone.
fn weighs(problem: &Problem, account: &FileAccount) -> bool {
    use ProblemKind as K;
    match problem.kind {
        K::BadCharacters | K::TooManyCells => false,
        K::Ragged | K::BadDate | K::Negative | K::NumberMangled | K::BadNumber | K::TooLong => {
            problem.rows.saturating_mul(100) >= account.rows
        }
        _ => true,
    }
}

/// One problem: what, what was expected, what to do, and the way to do it.
#[component]
pub fn Sentence(
    /// What is wrong.
    problem: Problem,
) -> impl IntoView {
    let app = App::here();
    let fatal = problem.kind.is_fatal();
    let mappable = matches!(problem.kind, ProblemKind::NoDateColumn | ProblemKind::NotRecognised)
        && app.mapping.with_untracked(Option::is_none);
    let asks = matches!(
        problem.kind,
        ProblemKind::NoNumberColumn | ProblemKind::NoOutcomeColumn | ProblemKind::AmbiguousDates
    ) && untrack(|| app.route()) != Route::Files;
    let spoken = report::sentence(&problem);
    let name = problem.file.clone();
    let (zone, icon) = if fatal { ("red", "red") } else { ("amber", "amber") };
    let parts = move || {
        let said = match app.lang.get() {
            Lang::En => &spoken.en,
            Lang::Fr => &spoken.fr,
        };
        view! { <p><b>{said.what.clone()}</b></p><p class="muted">{said.expected}" "{said.next}</p> }
    };
    view! {
        <li class="error" data-testid="error" data-zone=zone>
            <Icon name=icon class="z"/>
            <div role=fatal.then_some("alert")>
                {live(parts)}
                {asks.then(|| view! { <p><a class="t2" href="#files">{t(files::SEE_FILES)}</a></p> })}
                {mappable.then(|| view! { <p><button class="btn tiny" type="button" on:click=move |_| app.map_failed(&name)>{t(files::MAP_IT)}</button></p> })}
            </div>
        </li>
    }
}
