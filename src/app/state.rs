//! What the page knows, in one place. `App` is a handful of signals and is copied freely; views take it from the
//! context with [`App::here`].

use std::{collections::BTreeSet, ops::Deref, sync::Arc};

use leptos::{html, prelude::*};

use super::{
    reading::Underway,
    route::{Route, Router},
    words::{Lang, Phrase},
};
use crate::{
    browser::{
        reader::{Input, Reader},
        storage, surroundings,
    },
    kpi::Board,
    model::{Problem, Settings},
    report::{self, Detail, Report},
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
    /// The reading under way.
    pub underway: RwSignal<Option<Underway>>,
    /// How long the last reading took, in milliseconds.
    pub took_ms: RwSignal<f64>,
    /// Whether the page is dark.
    pub dark: RwSignal<bool>,
    /// Whether the dialog for pasted rows is open, and the one with the proof of privacy.
    pub pasting: RwSignal<bool>,
    /// The dialog that proves that nothing is sent.
    pub proving: RwSignal<bool>,
    /// Requests made over the network since the page has all it needs, by the browser's own books.
    pub requests: RwSignal<u32>,
    /// The file whose columns are being mapped.
    pub mapping: RwSignal<Option<Input>, LocalStorage>,
    /// The input that picks files; there is one on the page.
    pub picker: NodeRef<html::Input>,
    /// The files, as they were given, in the order of their accounts: some settings need them again.
    pub(super) inputs: StoredValue<Vec<Input>, LocalStorage>,
    /// Files of which nothing could be read the last time, by name.
    pub(super) failed: StoredValue<Vec<(String, Input)>, LocalStorage>,
    /// The reading under way, to be cancelled.
    pub(super) reader: StoredValue<Option<Reader>, LocalStorage>,
    /// When all that the page ever fetches had arrived, in milliseconds since it was opened.
    pub(super) loaded_ms: StoredValue<Option<f64>>,
    router: Router,
}

impl App {
    /// The state of a fresh page, with what the browser has kept.
    pub fn start() -> Self {
        let settings = RwSignal::new(kept_settings());
        let gathered = RwSignal::new(None::<Shared<Gathered>>);
        let hang_up_secs = Memo::new(move |_| settings.with(|settings| settings.kpis.hang_up_secs));
        let board = Memo::new(move |_| {
            gathered.get().map(|gathered| Shared::new(Board::build(&gathered.ledger, hang_up_secs.get())))
        });
        let report = Memo::new(move |_| {
            let (board, gathered) = (board.get()?, gathered.get_untracked()?);
            let report = settings
                .with(|settings| report::build(&board, &gathered.ledger, &gathered.accounts, settings, Detail::Page));
            Some(Shared::new(report))
        });
        Self {
            lang: RwSignal::new(wanted_language()),
            settings,
            phase: RwSignal::new(Phase::Arrival),
            gathered,
            board,
            report,
            failures: RwSignal::new(Vec::new()),
            handled: RwSignal::new(BTreeSet::new()),
            toast: RwSignal::new(None),
            underway: RwSignal::new(None),
            took_ms: RwSignal::new(0.0),
            dark: RwSignal::new(surroundings::is_dark()),
            pasting: RwSignal::new(false),
            proving: RwSignal::new(false),
            requests: RwSignal::new(0),
            mapping: RwSignal::new_local(None),
            picker: NodeRef::new(),
            inputs: StoredValue::new_local(Vec::new()),
            failed: StoredValue::new_local(Vec::new()),
            reader: StoredValue::new_local(None),
            loaded_ms: StoredValue::new(None),
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
        self.mapping.set(None);
        self.router.go(to);
    }

    /// Changes the settings and keeps them.
    pub fn set_settings(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        let json = self.settings.with_untracked(serde_json::to_string);
        storage::keep(storage::SETTINGS, &json.unwrap_or_default());
    }

    /// Opens the browser's dialog for files.
    pub fn pick_files(self) {
        if let Some(picker) = self.picker.get_untracked() {
            picker.click();
        }
    }

    /// Shows why nothing can leave, with a fresh count of requests.
    pub fn prove(self) {
        self.count_requests();
        self.proving.set(true);
    }

    /// From here on, every request counts.
    pub fn has_loaded(self, at_ms: f64) {
        self.loaded_ms.set_value(Some(at_ms));
    }

    /// Asks the browser how many requests the page has made since it had all it needs.
    pub fn count_requests(self) {
        if let Some(loaded_ms) = self.loaded_ms.get_value() {
            self.requests.set(surroundings::requests_since(loaded_ms));
        }
    }

    /// Speaks another language from now on, here and at the next visit.
    pub fn speak(self, lang: Lang) {
        self.lang.set(lang);
        storage::keep(storage::LANGUAGE, lang.tag());
    }

    /// Turns the page dark or light, and keeps that.
    pub fn switch_theme(self) {
        let dark = !self.dark.get_untracked();
        let theme = if dark { "dark" } else { "light" };
        surroundings::set_theme(theme);
        storage::keep(storage::THEME, theme);
        self.dark.set(dark);
    }

    /// Says a short sentence in passing.
    pub fn say(self, text: String) {
        self.toast.set(Some(text));
    }
}

/// The settings of the last visit; the defaults where there are none, or none that still hold.
fn kept_settings() -> Settings {
    storage::load(storage::SETTINGS)
        .and_then(|json| serde_json::from_str::<Settings>(&json).ok())
        .filter(|settings| settings.check().is_ok())
        .unwrap_or_default()
}

/// The language chosen at the last visit, else the first of the user's that the page speaks.
fn wanted_language() -> Lang {
    storage::load(storage::LANGUAGE)
        .and_then(|tag| Lang::find(&tag))
        .or_else(|| surroundings::languages().iter().find_map(|tag| Lang::find(tag)))
        .unwrap_or_default()
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
