//! The frame of the page: bar, what is in it, what lies over it, and what works everywhere (drop, paste, keys).

use leptos::{ev, prelude::*};

use super::{
    dialogs::{PasteDialog, ProofDialog},
    drag::DragOverlay,
    icon::{FIRST, Sprite},
    live::live,
};
use crate::{
    app::{Front, t, words::shell},
    browser::{given, surroundings},
};

/// The frame. The view in it stands in `<main class="page">`.
#[component]
pub fn Frame(
    /// The bar.
    bar: AnyView,
    /// Whether the view has a drop zone of its own.
    arrives: Signal<bool>,
    /// The view.
    children: Children,
) -> impl IntoView {
    let front = Front::here();
    Effect::new(move |_| {
        let lang = front.lang.get();
        surroundings::entitle(lang.tag(), shell::TITLE.to(lang));
    });
    let paste = window_event_listener(ev::paste, move |event| front.give(given::pasted(&event)));
    let keys = window_event_listener(ev::keydown, move |event| {
        if (event.ctrl_key() || event.meta_key()) && !event.shift_key() && event.key().eq_ignore_ascii_case("o") {
            event.prevent_default();
            front.pick_files();
        }
    });
    on_cleanup(move || {
        paste.remove();
        keys.remove();
    });
    view! {
        <Sprite symbols=FIRST/>
        <a class="skip" href="#main" on:click=|event| { event.prevent_default(); surroundings::focus("#main"); }>{t(shell::SKIP)}</a>
        {bar}
        <main class="page" id="main" tabindex="-1">{children()}</main>
        <footer class="page"><p class="foot">{t(shell::FOOT)}</p></footer>
        <DragOverlay arrives=arrives/>
        <PasteDialog/>
        <ProofDialog/>
        <Toast/>
    }
}

/// A short sentence, said in passing to eye and screen reader.
#[component]
fn Toast() -> impl IntoView {
    let front = Front::here();
    const SHOWN_FOR: std::time::Duration = std::time::Duration::from_secs(4);
    Effect::new(move |pending: Option<Option<TimeoutHandle>>| {
        if let Some(Some(pending)) = pending {
            pending.clear();
        }
        front
            .toast
            .with(Option::is_some)
            .then(|| set_timeout_with_handle(move || front.toast.set(None), SHOWN_FOR).ok())?
    });
    view! { <p class="toast" role="status" data-open=move || front.toast.with(Option::is_some)>{live(move || front.toast.get())}</p> }
}
