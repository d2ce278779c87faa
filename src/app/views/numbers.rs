//! The view of all numbers.

use leptos::prelude::*;

use super::table::{NumbersPanel, TableState};

/// Rows shown at first.
const ROWS: usize = 100;

/// The table of all numbers, as a page.
#[component]
pub fn Numbers() -> impl IntoView {
    let state = TableState::new(ROWS);
    view! { <div class="stack"><NumbersPanel state=state whole_page=true/></div> }
}
