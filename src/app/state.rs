//! What the page knows, in one place. `App` is a handful of signals and is copied freely; views take it from the
//! context with [`App::here`].

use std::{collections::BTreeSet, ops::Deref, sync::Arc};

use leptos::prelude::*;

use super::{
    route::{Route, Router},
    words::{Lang, Phrase},
};
use crate::{
    kpi::Board,
    model::{Problem, Settings},
    report::Report,
    tally::Gathered,
};

/// A large value that signals hand round. Equal where it is the same one: comparing the contents would cost more than
/// computing again what hangs on it.
#[derive(Debug)]
pub struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    /// Wraps a value.
    pub fn new(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// Where the page stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// Nothing has been read yet.
    #[default]
    Arrival,
    /// Files are being read. What was shown before stays below the progress.
    Reading,
    /// There is an analysis.
    Ready,
}

/// The state of the page. Every field is a signal or a computation; copying it costs nothing.
#[derive(Clone, Copy)]
pub struct App {
    /// The language of the texts.
    pub lang: RwSignal<Lang>,
    /// All choices of the user. Change it through [`App::set_settings`], which keeps it.
    pub settings: RwSignal<Settings>,
    /// Where the page stands.
    pub phase: RwSignal<Phase>,
    /// What was read.
    pub gathered: RwSignal<Option<Shared<Gathered>>>,
    /// All subjects with their days. Laid out again only when something was read, or the hang-up limit moves.
    pub board: Memo<Option<Shared<Board>>>,
    /// The report, without number-days. Computed again at once when anything moves.
    pub report: Memo<Option<Shared<Report>>>,
    /// Files of which nothing could be read, the last time.
    pub failures: RwSignal<Vec<Problem>>,
    /// Needs that the user has ticked off, by an id that the view chooses. Forgotten with the page.
    pub handled: RwSignal<BTreeSet<String>>,
    /// A short sentence said in passing: "Copied".
    pub toast: RwSignal<Option<String>>,
    router: Router,
}

impl App {
    /// The state of a fresh page, with what the browser has kept.
    pub fn start() -> Self {
        let settings = RwSignal::new(Settings::default());
        let gathered = RwSignal::new(None::<Shared<Gathered>>);
        let hang_up_secs = Memo::new(move |_| settings.with(|settings| settings.kpis.hang_up_secs));
        let board = Memo::new(move |_| {
            gathered.get().map(|gathered| Shared::new(Board::build(&gathered.ledger, hang_up_secs.get())))
        });
        // Filled as soon as `report::build` is there.
        let report = Memo::new(move |_| board.get().and(None::<Shared<Report>>));
        Self {
            lang: RwSignal::new(Lang::En),
            settings,
            phase: RwSignal::new(Phase::Arrival),
            gathered,
            board,
            report,
            failures: RwSignal::new(Vec::new()),
            handled: RwSignal::new(BTreeSet::new()),
            toast: RwSignal::new(None),
            router: Router::new(),
        }
    }

    /// The state, from the context of the component that asks.
    pub fn here() -> Self {
        expect_context()
    }

    /// The view that is shown.
    pub fn route(self) -> Route {
        self.router.route().get()
    }

    /// Shows a view and enters it in the history.
    pub fn go(self, to: Route) {
        self.router.go(to);
    }

    /// Changes the settings and keeps them.
    pub fn set_settings(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
    }

    /// Says a short sentence in passing.
    pub fn say(self, text: String) {
        self.toast.set(Some(text));
    }
}

/// The language of the page, tracked.
pub fn lang() -> Lang {
    App::here().lang.get()
}

/// A phrase that follows the language: `{t(shell::TODAY)}`.
pub fn t(phrase: Phrase) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let lang = App::here().lang;
    move || phrase.to(lang.get())
}
