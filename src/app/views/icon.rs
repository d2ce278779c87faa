//! Icons: drawn once in a sprite, used by name.

use leptos::prelude::*;

/// What the first view draws, one symbol a line: the first load pays for no other.
pub const FIRST: &str = include_str!("icons_first.svg");
/// What all other views draw besides.
pub const REST: &str = include_str!("icons.svg");

/// Symbols, invisible: they are drawn where an [`Icon`] names them.
#[component]
pub fn Sprite(symbols: &'static str) -> impl IntoView {
    view! { <svg class="sprite" aria-hidden="true" inner_html=symbols></svg> }
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
