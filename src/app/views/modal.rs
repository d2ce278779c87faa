//! A dialog over the page: the browser keeps the keyboard inside, and gives it back when the dialog closes.

use leptos::{ev, html, prelude::*};

use super::live::Show;

/// A dialog that is open as long as `open` says so. Escape asks to close it; only `on_close` does.
#[component]
pub fn Modal(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Called for Escape.
    on_close: impl Fn() + Copy + 'static,
    /// What it is, for a screen reader.
    #[prop(into)]
    label: Signal<&'static str>,
    /// More classes.
    #[prop(default = "")]
    class: &'static str,
    /// What is in it; built when it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            // Refused only where it is not in the document, or open already.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let cancel = move |event: ev::Event| {
        event.prevent_default();
        on_close();
    };
    let class = format!("panel readbox {class}");
    view! {
        <dialog node_ref=dialog class=class aria-label=move || label.get() on:cancel=cancel>
            <Show when=move || open.get()>{children()}</Show>
        </dialog>
    }
}
