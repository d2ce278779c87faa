//! Two small dialogs: rows to paste, and the proof that nothing is sent.

use leptos::prelude::*;

use super::{Icon, Modal, live::live};
use crate::{
    app::{
        Front, t,
        words::{arrival, shell},
    },
    browser::given,
};

/// Takes rows from a text field.
#[component]
pub fn PasteDialog() -> impl IntoView {
    let front = Front::here();
    let close = move || front.pasting.set(false);
    let label = Signal::derive(move || arrival::PASTE_TITLE.to(front.lang.get()));
    let text = RwSignal::new(String::new());
    let read = move |_| {
        if let Some(rows) = given::rows(&text.get_untracked()) {
            text.set(String::new());
            close();
            front.give(vec![rows]);
        }
    };
    view! {
        <Modal open=front.pasting label=label on_close=close>
            <form class="stack-in" method="dialog" on:submit=move |event| { event.prevent_default(); read(event); }>
                <div class="between"><h2>{t(arrival::PASTE_TITLE)}</h2></div>
                <p class="t2 muted">{t(arrival::PASTE_HELP)}</p>
                <textarea
                    class="field" rows="9" aria-label=t(arrival::PASTE_FIELD) autofocus spellcheck="false"
                    prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event))
                ></textarea>
                <div class="row">
                    <button class="btn primary" type="submit" disabled=move || text.with(|text| text.trim().is_empty())>{t(arrival::PASTE_READ)}</button>
                    <button class="btn" type="button" on:click=move |_| close()>{t(shell::CANCEL)}</button>
                </div>
            </form>
        </Modal>
    }
}

/// Says why nothing can leave, and how to check it.
#[component]
pub fn ProofDialog() -> impl IntoView {
    let front = Front::here();
    let close = move || front.proving.set(false);
    let label = Signal::derive(move || shell::PROOF_TITLE.to(front.lang.get()));
    view! {
        <Modal open=front.proving label=label on_close=close>
            <div class="stack-in">
                <div class="between">
                    <h2><Icon name="shield"/>" "{t(shell::PROOF_TITLE)}</h2>
                    <button class="btn quiet icon" type="button" aria-label=t(shell::CLOSE) on:click=move |_| close()><Icon name="close"/></button>
                </div>
                <p><b>{live(move || shell::requests_since(front.lang.get(), front.requests.get()))}</b></p>
                <div class="proof"><Reasons/></div>
            </div>
        </Modal>
    }
}

/// The reasons, for the dialog and for arrival.
#[component]
pub fn Reasons() -> impl IntoView {
    view! { <ol>{shell::PROOF.map(|reason| view! { <li>{t(reason)}</li> }).into_iter().collect_view()}</ol> }
}
