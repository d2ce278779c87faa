//! What the page knows, in one place. `App` is a handful of signals and is copied freely; views take it from the
//! context with [`App::here`].

use std::{collections::BTreeSet, ops::Deref, sync::Arc};

use leptos::prelude::*;

use super::{
    front::Front,
    reading::Underway,
    route::{Route, Router},
    selection::Selection,
    words::Lang,
};
use crate::{
    browser::{
        reader::{Input, Reader},
        storage,
    },
    kpi::{Agents, Board},
    model::{Problem, Settings},
    report::{self, Detail, Report},
    tally::Gathered,
    watch,
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

impl Deref for App {
    type Target = Front;
    fn deref(&self) -> &Front {
        &self.front
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
    /// What the first view knows already.
    pub front: Front,
    /// All choices of the user. Change it through [`App::set_settings`], which keeps it.
    pub settings: RwSignal<Settings>,
    /// Where the page stands.
    pub phase: RwSignal<Phase>,
    /// What was read.
    pub gathered: RwSignal<Option<Shared<Gathered>>>,
    /// The same once the first view of it stands: agents are many cells, and wait for it.
    pub(super) seen: RwSignal<Option<Shared<Gathered>>>,
    /// All subjects with their days. Laid out again only when something was read, or the hang-up limit moves.
    pub board: Memo<Option<Shared<Board>>>,
    /// The days chosen with a brush, on any chart.
    pub selection: Selection,
    /// The report, without number-days. Computed again at once when anything moves.
    pub report: Memo<Option<Shared<Report>>>,
    /// Files of which nothing could be read, the last time.
    pub failures: RwSignal<Vec<Problem>>,
    /// Needs that the user has ticked off, by an id that the view chooses. Forgotten with the page.
    pub handled: RwSignal<BTreeSet<String>>,
    /// The reading under way.
    pub underway: RwSignal<Option<Underway>>,
    /// How long the last reading took, in milliseconds.
    pub took_ms: RwSignal<f64>,
    /// The file whose columns are being mapped.
    pub mapping: RwSignal<Option<Input>, LocalStorage>,
    /// The files, as they were given, in the order of their accounts: some settings need them again.
    pub(super) inputs: StoredValue<Vec<Input>, LocalStorage>,
    /// Files of which nothing could be read the last time, by name.
    pub(super) failed: StoredValue<Vec<(String, Input)>, LocalStorage>,
    /// The reading under way, to be cancelled.
    pub(super) reader: StoredValue<Option<Reader>, LocalStorage>,
    router: Router,
}

impl App {
    /// The state of a fresh page in a language, with what the browser has kept.
    pub fn start(lang: Lang) -> Self {
        let settings = RwSignal::new(kept_settings());
        let (gathered, seen) = (RwSignal::new(None::<Shared<Gathered>>), RwSignal::new(None::<Shared<Gathered>>));
        let hang_up_secs = Memo::new(move |_| settings.with(|settings| settings.kpis.hang_up_secs));
        let first = Memo::new(move |_| {
            let (gathered, limit) = (gathered.get()?, hang_up_secs.get_untracked());
            Some((limit, Shared::new(Board::build(&gathered.ledger, limit))))
        });
        let board = Memo::new(move |_| {
            let ((built_with, board), limit) = (first.get()?, hang_up_secs.get());
            if limit == built_with {
                return Some(board);
            }
            let gathered = gathered.get_untracked()?;
            Some(Shared::new(board.with_hang_up_limit(&gathered.ledger, limit)))
        });
        // Most of the work is the alerts', and most thresholds leave them as they are.
        let watched = Memo::new(move |_| settings.with(|settings| (settings.watch, settings.kpis.score_days)));
        let alerts = Memo::new(move |_| {
            watched.track();
            let board = board.get()?;
            Some(Shared::new(settings.with_untracked(|settings| watch::alerts(&board, settings))))
        });
        let first_report = Memo::new(move |_| {
            let (alerts, board, gathered) = (alerts.get()?, board.get()?, gathered.get_untracked()?);
            let Gathered { ledger, accounts, .. } = &*gathered;
            let report = settings.with(|settings| {
                report::with_alerts(&board, ledger, accounts, settings, Detail::Page, alerts.to_vec())
            });
            Some(Shared::new(report))
        });
        let report = Memo::new(move |_| {
            let report = first_report.get()?;
            let (Some(gathered), Some(as_of)) = (seen.get(), report.as_of) else { return Some(report) };
            let agents = Agents::of(&gathered.ledger, as_of, hang_up_secs.get());
            Some(report::with_agents(&report, &agents).map_or(report, Shared::new))
        });
        Self {
            front: Front::new(lang),
            settings,
            phase: RwSignal::new(Phase::Arrival),
            gathered,
            seen,
            board,
            selection: Selection::new(),
            report,
            failures: RwSignal::new(Vec::new()),
            handled: RwSignal::new(BTreeSet::new()),
            underway: RwSignal::new(None),
            took_ms: RwSignal::new(0.0),
            mapping: RwSignal::new_local(None),
            inputs: StoredValue::new_local(Vec::new()),
            failed: StoredValue::new_local(Vec::new()),
            reader: StoredValue::new_local(None),
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
}

/// The settings of the last visit; the defaults where there are none, or none that still hold.
fn kept_settings() -> Settings {
    storage::load(storage::SETTINGS)
        .and_then(|json| serde_json::from_str::<Settings>(&json).ok())
        .filter(|settings| settings.check().is_ok())
        .unwrap_or_default()
}
