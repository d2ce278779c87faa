//! What is seen. One view or one part of a view a file; a view reads the state and shows it.
//!
//! The frame (this file) gives each view a `<main class="page">`; a view brings `<div class="stack">` and what is in it.

mod icon;

use leptos::prelude::*;

pub use self::icon::Icon;
use super::App;

/// The whole page.
#[component]
pub fn Page() -> impl IntoView {
    let app = App::start();
    provide_context(app);
    view! {
        <main class="page" id="main">
            {move || app.route().hash()}
        </main>
    }
}
