//! Days that stand in two files: what to do with them. Asked only where it makes a difference.

use leptos::prelude::*;

use super::live::{Show, live};

use crate::{
    app::{App, t, words::files},
    import::FileKind,
    model::{Aside, Overlap},
};

const CHOICES: [Overlap; 3] = [Overlap::Same, Overlap::Add, Overlap::Replace];

/// The question.
#[component]
pub fn OverlapQuestion() -> impl IntoView {
    let app = App::here();
    let matters = move || {
        app.gathered.with(|gathered| {
            gathered.as_ref().is_some_and(|gathered| {
                let calls = gathered.accounts.iter().filter(|account| account.kind == FileKind::Calls);
                let overlaps =
                    gathered.accounts.iter().any(|account| account.set_aside.contains_key(&Aside::Duplicate));
                let chosen = app.settings.with(|settings| settings.overlap != Overlap::Same);
                calls.count() > 1 && (overlaps || chosen)
            })
        })
    };
    let choices = move || {
        CHOICES
            .into_iter()
            .zip(files::OVERLAP)
            .map(|(overlap, (name, help))| {
                let choose = move |_| {
                    app.set_settings(|settings| settings.overlap = overlap);
                    app.reread();
                };
                let checked = move || app.settings.with(|settings| settings.overlap == overlap);
                view! {
                    <label class="choice">
                        <input type="radio" name="overlap" prop:checked=checked on:change=choose/>
                        <b>{t(name)}</b><span>{t(help)}</span>
                    </label>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=matters>
            <section class="question" id="overlap">
                <div><h2>{t(files::OVERLAP_QUESTION)}</h2></div>
                <div class="choices" role="radiogroup" aria-label=t(files::OVERLAP_QUESTION)>{live(choices)}</div>
            </section>
        </Show>
    }
}
