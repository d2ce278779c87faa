//! The pages in the bar, once something was read; the parts of the first page until then.

use leptos::prelude::*;

use super::{bar::first_tabs, live::live};
use crate::app::{
    App, Phase, Route, t,
    words::{Phrase, shell},
};

/// The tabs.
pub fn tabs() -> AnyView {
    let app = App::here();
    let ready = Memo::new(move |_| app.gathered.with(Option::is_some));
    let current = move |route: &Route| {
        let here = app.phase.get() != Phase::Arrival
            && match app.route() {
                Route::Number(_) => *route == Route::Numbers,
                shown => shown == *route,
            };
        here.then_some("page")
    };
    let pages = move || {
        let pages = Route::TABS.map(|route| {
            let href = format!("#{}", route.hash());
            let label = t(name(&route));
            view! { <a class="tab" href=href aria-current=move || current(&route)>{live(label)}</a> }
        });
        pages.into_iter().collect_view().into_any()
    };
    live(move || if ready.get() { pages() } else { first_tabs() }).into_any()
}

/// The name of a page in the bar.
pub const fn name(route: &Route) -> Phrase {
    match route {
        Route::Today => shell::TODAY,
        Route::Start => shell::START,
        Route::Numbers => shell::NUMBERS,
        Route::Number(_) => shell::NUMBER,
        Route::Daily => shell::DAILY,
        Route::Compare => shell::COMPARE,
        Route::Plan => shell::PLAN,
        Route::Guide => shell::GUIDE,
        Route::Files => shell::FILES,
        Route::Thresholds => shell::THRESHOLDS,
    }
}
