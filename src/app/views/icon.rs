//! Icons: drawn once in a sprite, used by name.

use leptos::prelude::*;

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
