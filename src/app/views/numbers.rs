//! The view of all numbers.

use leptos::prelude::*;

use super::table::{NumbersPanel, TableState};

/// The table of all numbers, as a page.
#[component]
pub fn Numbers() -> impl IntoView {
    let state = TableState::new(usize::MAX);
    view! { <div class="stack"><NumbersPanel state=state whole_page=true/></div> }
}
