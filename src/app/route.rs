//! Which view is shown, and the address of it, so that Back works and a view can be linked.
//!
//! The address is written from the state and the state is read from the address (`link`), never half of each: a change
//! of the view, of the filter or of the comparison is a new entry of the history, a change of the table's order, or of
//! days while a brush moves, changes the entry that is there. Numbers are personal data: neither address nor history
//! holds one, only its place in a list kept in memory.
//!
//! Chromium asks for a page's icon again whenever an address changes, and this page promises not a single request: its
//! icon stands in the page (`scripts/seal.mjs`).

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{columns::SortBy, link::Link, selection::Selection};
use crate::{
    browser::surroundings,
    narrow::{Comparison, Filter},
};

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
    /// Two periods or two pools beside each other.
    Compare,
    /// The days to come: loads, roles, losses, agents, calling practice.
    Plan,
    /// Playbooks, reading the figures, training.
    Guide,
    /// What was read, and how.
    Files,
    /// The settings.
    Thresholds,
}

/// The order of the table of numbers until another is chosen: who needs someone first.
pub const FIRST_ORDER: (SortBy, bool) = (SortBy::Status, true);
/// Changes of the filter that follow one another faster than this are one: a brush that moves.
const ONE_CHANGE_MS: f64 = 700.0;

impl Route {
    /// The views with a tab, in the order of the bar.
    pub const TABS: [Self; 8] = [
        Self::Today,
        Self::Numbers,
        Self::Daily,
        Self::Compare,
        Self::Plan,
        Self::Guide,
        Self::Files,
        Self::Thresholds,
    ];

    /// Its name: in links (`#files`) and in the address.
    pub const fn hash(&self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Start => "start",
            Self::Numbers => "numbers",
            Self::Number(_) => "number",
            Self::Daily => "daily",
            Self::Compare => "compare",
            Self::Plan => "plan",
            Self::Guide => "guide",
            Self::Files => "files",
            Self::Thresholds => "thresholds",
        }
    }

    /// The view of a name; `None` for another text, and for a number's view, which a name does not tell.
    pub fn find(name: &str) -> Option<Self> {
        let plain = Self::TABS.into_iter().chain([Self::Start]);
        plain.into_iter().find(|route| route.hash() == name.trim_start_matches('#'))
    }

    /// Whether the view follows the filter.
    pub const fn is_filtered(&self) -> bool {
        matches!(self, Self::Today | Self::Numbers | Self::Number(_) | Self::Daily | Self::Compare)
    }
}

/// What an address holds besides the view.
#[derive(Clone, Copy)]
pub struct State {
    /// The days chosen.
    pub selection: Selection,
    /// What else is chosen.
    pub filter: RwSignal<Filter>,
    /// Both.
    pub wanted: Memo<Filter>,
    /// What is compared.
    pub comparison: RwSignal<Option<Comparison>>,
    /// The order of the table of numbers.
    pub sort: RwSignal<(SortBy, bool)>,
}

/// What was written last.
#[derive(Clone, PartialEq)]
struct Written {
    route: Route,
    filter: Filter,
    comparison: Option<Comparison>,
    /// When its filter was last changed; none where it came with the view.
    filtered_ms: Option<f64>,
}

/// The route and the numbers shown so far: the history holds a place in this list, never a number.
#[derive(Clone, Copy)]
pub struct Router {
    route: RwSignal<Route>,
    shown: StoredValue<Vec<String>>,
    state: State,
}

impl Router {
    /// A route that knows no address yet.
    pub fn new(state: State) -> Self {
        Self { route: RwSignal::new(Route::default()), shown: StoredValue::new(Vec::new()), state }
    }

    /// Reads the address and follows it from now on; writes what changes into it.
    pub fn follow_address(self) {
        self.follow();
        let handle = window_event_listener(leptos::ev::popstate, move |_| self.follow());
        on_cleanup(move || handle.remove());
        Effect::new(move |written: Option<Written>| self.write(written));
    }

    /// The view that is shown.
    pub const fn route(self) -> RwSignal<Route> {
        self.route
    }

    /// Shows a view.
    pub fn go(self, to: Route) {
        if self.route.get_untracked() != to {
            self.route.set(to);
        }
    }

    /// What the address holds, tracked.
    pub fn link(self) -> Link {
        let (route, sort) = (self.route.get(), self.state.sort.get());
        Link {
            view: route.hash().to_owned(),
            filter: self.state.wanted.get(),
            comparison: self.state.comparison.get().filter(|_| route == Route::Compare),
            sort: (sort != FIRST_ORDER).then_some(sort),
            number: None,
        }
    }

    /// Writes the address of what is shown, where it is not there already.
    fn write(self, before: Option<Written>) -> Written {
        let (link, route) = (self.link(), self.route.get());
        let mut now = Written { route, filter: link.filter.clone(), comparison: link.comparison, filtered_ms: None };
        let now_ms = surroundings::now_ms();
        let moves_on = before.as_ref().is_some_and(|before| {
            before.route == now.route && before.comparison == now.comparison && before.filter != now.filter
        });
        now.filtered_ms = moves_on.then_some(now_ms);
        let address = link.write();
        let there = window().location().hash().unwrap_or_default();
        let state = match &now.route {
            Route::Number(number) => JsValue::from_f64(self.place(number) as f64),
            _ => JsValue::NULL,
        };
        let plain = address == "#today" && there.is_empty();
        let Ok(history) = window().history() else { return now };
        let same_state = history.state().unwrap_or(JsValue::NULL).as_f64() == state.as_f64();
        if plain || (address == there && same_state) {
            return now;
        }
        let is_new = before.is_some_and(|before| {
            let is_brushed = moves_on && before.filtered_ms.is_some_and(|then_ms| now_ms - then_ms < ONE_CHANGE_MS);
            !is_brushed
                && (&before.route, &before.filter, before.comparison) != (&now.route, &now.filter, now.comparison)
        });
        // A browser that refuses (a page opened from a file) still shows the view; only Back does not know it.
        drop(if is_new {
            history.push_state_with_url(&state, "", Some(&address))
        } else {
            history.replace_state_with_url(&state, "", Some(&address))
        });
        now
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

    /// What the address says, and for a number the history.
    fn follow(self) {
        let link = Link::read(&window().location().hash().unwrap_or_default());
        let state = window().history().and_then(|history| history.state()).unwrap_or_default();
        let kept = state.as_f64().and_then(|place| self.shown.with_value(|shown| shown.get(place as usize).cloned()));
        let is_number = link.view == "number";
        let route = match kept.or(link.number).filter(|_| is_number) {
            Some(number) => Route::Number(number),
            None if is_number => Route::Numbers, // the page was opened anew: which number it was is forgotten
            None => Route::find(&link.view).unwrap_or_default(),
        };
        let Filter { days, .. } = link.filter;
        match days {
            Some((from, to)) => self.state.selection.set(from, to),
            None => self.state.selection.clear(),
        }
        let set = |filter: Filter| {
            if self.state.filter.with_untracked(|old| *old != filter) {
                self.state.filter.set(filter);
            }
        };
        set(Filter { days: None, ..link.filter });
        if self.state.comparison.get_untracked() != link.comparison && route == Route::Compare {
            self.state.comparison.set(link.comparison);
        }
        let sort = link.sort.unwrap_or(FIRST_ORDER);
        if self.state.sort.get_untracked() != sort {
            self.state.sort.set(sort);
        }
        self.go(route);
    }
}
