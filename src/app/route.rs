//! Which view is shown, kept in the address so that Back works. Numbers are personal data: the address of a number's
//! view is `#number` alone, and which number it is stays in memory.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// A view of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The verdict, and all that stands below it.
    #[default]
    Today,
    /// Arrival, with what was read left as it is.
    Start,
    /// The table of numbers.
    Numbers,
    /// One number, in its text form.
    Number(String),
    /// The table of number and day.
    Daily,
    /// What was read, and how.
    Files,
    /// The settings.
    Thresholds,
}

impl Route {
    /// The views with a tab, in the order of the bar.
    pub const TABS: [Self; 5] = [Self::Today, Self::Numbers, Self::Daily, Self::Files, Self::Thresholds];

    /// The part of the address after `#`.
    pub const fn hash(&self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Start => "start",
            Self::Numbers => "numbers",
            Self::Number(_) => "number",
            Self::Daily => "daily",
            Self::Files => "files",
            Self::Thresholds => "thresholds",
        }
    }

    /// The view of an address. `number` is the number last shown at this place of the history.
    fn of(hash: &str, number: Option<String>) -> Self {
        match (hash.trim_start_matches('#'), number) {
            ("number", Some(number)) => Self::Number(number),
            ("number" | "numbers", _) => Self::Numbers,
            ("start", _) => Self::Start,
            ("daily", _) => Self::Daily,
            ("files", _) => Self::Files,
            ("thresholds", _) => Self::Thresholds,
            _ => Self::Today,
        }
    }
}

/// The route and the numbers shown so far: the history holds a place in this list, never a number.
#[derive(Clone, Copy)]
pub struct Router {
    route: RwSignal<Route>,
    shown: StoredValue<Vec<String>>,
}

impl Router {
    /// Reads the address and follows it from now on.
    pub fn new() -> Self {
        let router = Self { route: RwSignal::new(Route::default()), shown: StoredValue::new(Vec::new()) };
        router.follow();
        let handle = window_event_listener(leptos::ev::popstate, move |_| router.follow());
        on_cleanup(move || handle.remove());
        router
    }

    /// The view that is shown.
    pub const fn route(self) -> RwSignal<Route> {
        self.route
    }

    /// Shows a view and enters it in the history.
    pub fn go(self, to: Route) {
        if self.route.get_untracked() == to {
            return;
        }
        let place = match &to {
            Route::Number(number) => JsValue::from_f64(self.place(number) as f64),
            _ => JsValue::NULL,
        };
        if let Ok(history) = window().history() {
            // A browser that refuses (a page opened from a file) still shows the view; only Back does not know it.
            drop(history.push_state_with_url(&place, "", Some(&format!("#{}", to.hash()))));
        }
        self.route.set(to);
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }

    fn place(self, number: &str) -> usize {
        self.shown
            .try_update_value(|shown| {
                shown.iter().position(|one| one == number).unwrap_or_else(|| {
                    shown.push(number.to_owned());
                    shown.len() - 1
                })
            })
            .unwrap_or_default()
    }

    fn follow(self) {
        let hash = window().location().hash().unwrap_or_default();
        let place = window().history().and_then(|history| history.state()).ok().and_then(|state| state.as_f64());
        let number = place.and_then(|place| self.shown.with_value(|shown| shown.get(place as usize).cloned()));
        self.route.set(Route::of(&hash, number));
    }
}
