//! Dropping files: the whole window takes them, and says so while they hover.

use leptos::{ev, prelude::*};

use super::Icon;
use crate::{
    app::{Front, t, words::arrival},
    browser::given,
};

/// Takes drops anywhere, and shows that it will.
#[component]
pub fn DragOverlay(
    /// Whether the view has a drop zone of its own; elsewhere this one stands for it.
    arrives: Signal<bool>,
) -> impl IntoView {
    let front = Front::here();
    let hovering = RwSignal::new(false);
    let over = move |event: ev::DragEvent| {
        if given::brings_files(&event) {
            event.prevent_default(); // without it the browser would open the file
            hovering.set(true);
        }
    };
    let listeners = [
        window_event_listener(ev::dragenter, over),
        window_event_listener(ev::dragover, over),
        window_event_listener(ev::dragleave, move |event| {
            if event.related_target().is_none() {
                hovering.set(false); // it left the window, not only an element
            }
        }),
        window_event_listener(ev::drop, move |event| {
            hovering.set(false);
            if given::brings_files(&event) {
                event.prevent_default();
                front.give(given::dropped(&event));
            }
        }),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    view! {
        <div class="dropall" data-open=move || hovering.get() data-testid=move || (!arrives.get()).then_some("drop-zone")>
            <Icon name="drop" class="glyph"/>
            {t(arrival::LET_GO)}
            <small>{t(arrival::STAYS_HERE)}</small>
        </div>
    }
}
