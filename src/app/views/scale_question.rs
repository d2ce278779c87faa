//! How a file counts reputation: what was taken, why, and any other answer.

use leptos::prelude::*;

use super::live::live;
use crate::{
    app::{App, t, words::files},
    import::Why,
    model::ScoreScale,
};

/// The scale of the scores, to be confirmed or changed; asked for where nothing but habit speaks for it.
#[component]
pub fn ScaleQuestion(
    /// Identifies the kind of file.
    signature: String,
    /// The scale that was taken.
    scale: ScoreScale,
    /// Why.
    why: Why,
) -> impl IntoView {
    let app = App::here();
    let chosen = RwSignal::new(scale);
    let answer = move |_| {
        let scale = chosen.get_untracked();
        app.set_settings(|settings| settings.mappings.entry(signature.clone()).or_default().score_scale = Some(scale));
        app.reread();
    };
    let choose = move |event: leptos::ev::Event| {
        let id = event_target_value(&event);
        if let Some(scale) = ScoreScale::ALL.into_iter().find(|scale| scale.id() == id) {
            chosen.set(scale);
        }
    };
    let options = ScoreScale::ALL
        .map(|one| view! { <option value=one.id() selected=one == scale>{t(files::scale(one))}</option> })
        .into_iter()
        .collect_view();
    let class = if why == Why::Unused { "question" } else { "panel" };
    view! {
        <section class=class id="scale" data-testid="scale">
            <div class="panel-body stack">
                <div><h2>{t(files::SCALE)}</h2><p class="muted t2">{live(move || files::scale_why(why).to(app.lang.get()))}</p></div>
                <div class="row">
                    <select class="field" aria-label=t(files::SCALE) on:change=choose>{options}</select>
                    <button class="btn" type="button" on:click=answer>{t(files::CONFIRM)}</button>
                </div>
            </div>
        </section>
    }
}
