//! Which view is shown, kept in the history so that Back works.
//!
//! The history's state holds it, and the address stays as it is: browsers fetch the icon again whenever an address
//! changes, and this page promises not a single request. An address with a view after `#` is still understood. Numbers
//! are personal data: neither address nor state holds one, only its place in a list kept in memory.

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

    /// Its name: in the history, in links (`#files`), in an address.
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

    /// The view of a name; `None` for another text, and for a number's view, which a name does not tell.
    pub fn find(name: &str) -> Option<Self> {
        let plain = [Self::Today, Self::Start, Self::Numbers, Self::Daily, Self::Files, Self::Thresholds];
        plain.into_iter().find(|route| route.hash() == name.trim_start_matches('#'))
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
        let state = match &to {
            Route::Number(number) => JsValue::from_f64(self.place(number) as f64),
            plain => plain.hash().into(),
        };
        // A view in the address would speak for the wrong one from now on.
        let location = window().location();
        let address = location.hash().ok().filter(|hash| !hash.is_empty()).and_then(|_| location.pathname().ok());
        if let Ok(history) = window().history() {
            // A browser that refuses (a page opened from a file) still shows the view; only Back does not know it.
            drop(history.push_state_with_url(&state, "", address.as_deref()));
        }
        self.route.set(to);
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

    /// What the history says, else the address.
    fn follow(self) {
        let state = window().history().and_then(|history| history.state()).unwrap_or_default();
        let number = state.as_f64().map(|place| self.shown.with_value(|shown| shown.get(place as usize).cloned()));
        self.route.set(match (number, state.as_string()) {
            (Some(Some(number)), _) => Route::Number(number),
            (Some(None), _) => Route::Numbers, // the page was opened anew: which number it was is forgotten
            (None, Some(name)) => Route::find(&name).unwrap_or_default(),
            (None, None) => Route::find(&window().location().hash().unwrap_or_default()).unwrap_or_default(),
        });
    }
}
