//! How far something is: its name, a bar, what can be said of it, and a way out.

use leptos::prelude::*;

use super::live::Live;
use crate::app::{t, words::shell};

/// The panel of a dialog.
#[component]
pub fn Progress(
    /// What is under way.
    title: Live,
    /// How far it is, in per cent; `None` as long as nobody knows.
    percent: Signal<Option<u32>>,
    /// Gives it up.
    on_cancel: impl Fn() + 'static,
    /// What can be said of it.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="reading">
            <div class="between">
                <b>{title}</b>
                <button class="btn tiny" type="button" data-testid="cancel" autofocus on:click=move |_| on_cancel()>{t(shell::CANCEL)}</button>
            </div>
            <div
                role="progressbar" data-testid="progress" aria-valuemin="0" aria-valuemax="100"
                aria-label=t(shell::READING) aria-valuenow=move || percent.get()
            >
                <svg class="track" aria-hidden="true">
                    <rect class="off" width="100%" height="100%" rx="4"/>
                    <rect class="on" width=move || format!("{}%", percent.get().unwrap_or(0)) height="100%" rx="4"/>
                </svg>
            </div>
            {children()}
        </div>
    }
}
