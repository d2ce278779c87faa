//! Icons: drawn once in a sprite, used by name.

use leptos::prelude::*;

/// All symbols, one a line.
const SYMBOLS: &str = include_str!("icons.svg");

/// The symbols, invisible: they are drawn where an [`Icon`] names them.
#[component]
pub fn Sprite() -> impl IntoView {
    view! { <svg class="sprite" aria-hidden="true" inner_html=SYMBOLS></svg> }
}

/// An icon of the sprite, for the eye only. `name` is the id of its symbol.
#[component]
pub fn Icon(
    /// The id of its symbol.
    name: &'static str,
    /// More classes, after `i`.
    #[prop(default = "")]
    class: &'static str,
) -> impl IntoView {
    view! { <svg class=format!("i {class}") aria-hidden="true"><use href=format!("#{name}")/></svg> }
}
