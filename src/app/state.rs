//! What the page knows, in one place. `App` is a handful of signals and is copied freely; views take it from the
//! context with [`App::here`].

use std::{collections::BTreeSet, ops::Deref, sync::Arc, time::Duration};

use leptos::prelude::*;

use super::{
    columns::SortBy,
    front::Front,
    link::Link,
    prepared::Prepared,
    reading::{Held, Underway},
    route::{FIRST_ORDER, Route, Router, State},
    selection::Selection,
    words::Lang,
};
use crate::{
    browser::{
        reader::{Input, Reader},
        storage,
        unpacking::Unpacking,
    },
    kpi::{Agents, Board},
    model::{Problem, Settings},
    narrow::{Comparison, Filter, narrowed},
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
    /// All choices of the user. Change it through [`App::set_settings`], which keeps it. Figures follow a frame later.
    pub settings: RwSignal<Settings>,
    /// Where the page stands.
    pub phase: RwSignal<Phase>,
    /// What was read.
    pub gathered: RwSignal<Option<Shared<Gathered>>>,
    /// The same once the first view of it stands: agents are many cells, and wait for it.
    pub(super) seen: RwSignal<Option<Shared<Gathered>>>,
    /// All subjects with their days, of all calls. Laid out again only when something was read, or the hang-up limit
    /// moves.
    pub whole: Memo<Option<Shared<Board>>>,
    /// The report of all calls, without number-days: what is exported, and what judgements rest on.
    pub whole_report: Memo<Option<Shared<Report>>>,
    /// The days chosen with a brush, on any chart, or with the filter.
    pub selection: Selection,
    /// What is chosen besides days. [`App::wanted`] has both.
    pub filter: RwSignal<Filter>,
    /// The whole filter, as the user has it: chips, fields, the address.
    pub wanted: Memo<Filter>,
    /// The filter that the figures follow: `wanted`, one frame later, so that a press is answered before it is counted.
    pub applied: RwSignal<Filter>,
    /// What the filter leaves: the board that views show. That of all calls where nothing is filtered.
    pub board: Memo<Option<Shared<Board>>>,
    /// The report of what the filter leaves: what views show.
    pub report: Memo<Option<Shared<Report>>>,
    /// What the filter leaves, days aside: charts over time show all of them, and mark those that are chosen.
    pub timeline: Memo<Option<(Shared<Report>, Shared<Board>)>>,
    /// What is compared, in the view that compares.
    pub comparison: RwSignal<Option<Comparison>>,
    /// The order of the table of numbers.
    pub sort: RwSignal<(SortBy, bool)>,
    /// The order that its rows follow: `sort`, one frame later.
    pub sorted: RwSignal<(SortBy, bool)>,
    /// The dialogs that a key opens: the palette, the map of keys.
    pub palette: RwSignal<bool>,
    /// The map of keys.
    pub keymap: RwSignal<bool>,
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
    /// What was computed ahead for the last reading.
    pub(super) prepared: StoredValue<Option<Prepared>, LocalStorage>,
    /// What was read and is not shown yet.
    pub(super) held: StoredValue<Option<Held>, LocalStorage>,
    /// The unpacking beside it, to be cancelled.
    pub(super) unpacking: StoredValue<Option<Unpacking>, LocalStorage>,
    /// The reading under way, to be cancelled.
    pub(super) reader: StoredValue<Option<Reader>, LocalStorage>,
    router: Router,
}

impl App {
    /// The state of a fresh page in a language, with what the browser has kept.
    pub fn start(lang: Lang) -> Self {
        let choices = RwSignal::new(kept_settings());
        let (gathered, seen) = (RwSignal::new(None::<Shared<Gathered>>), RwSignal::new(None::<Shared<Gathered>>));
        let settings = RwSignal::new(choices.get_untracked());
        let nothing_to_show = move || gathered.with_untracked(Option::is_none);
        a_frame_later(choices.into(), settings, nothing_to_show);
        let hang_up_secs = Memo::new(move |_| settings.with(|settings| settings.kpis.hang_up_secs));
        let prepared = StoredValue::new_local(None::<Prepared>);
        let first = Memo::new(move |_| {
            let (gathered, limit) = (gathered.get()?, hang_up_secs.get_untracked());
            let board = prepared.with_value(|prepared| prepared.as_ref()?.board(&gathered, limit));
            Some((limit, board.unwrap_or_else(|| Shared::new(Board::build(&gathered.ledger, limit)))))
        });
        let whole = Memo::new(move |_| {
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
            let board = whole.get()?;
            Some(settings.with_untracked(|settings| {
                let alerts = prepared.with_value(|prepared| prepared.as_ref()?.alerts(&board, settings));
                alerts.unwrap_or_else(|| Shared::new(watch::alerts(&board, settings)))
            }))
        });
        let first_report = Memo::new(move |_| {
            let (alerts, board, gathered) = (alerts.get()?, whole.get()?, gathered.get_untracked()?);
            let Gathered { ledger, accounts, .. } = &*gathered;
            Some(settings.with(|settings| {
                let report = prepared.with_value(|prepared| prepared.as_ref()?.report(&alerts, settings));
                let made = || report::with_alerts(&board, ledger, accounts, settings, Detail::Page, alerts.to_vec());
                report.unwrap_or_else(|| Shared::new(made()))
            }))
        });
        let as_of = Memo::new(move |_| first_report.with(|report| report.as_ref()?.as_of));
        let agents = Memo::new(move |_| {
            let gathered = seen.get()?;
            Some(Shared::new(Agents::of(&gathered.ledger, as_of.get()?, hang_up_secs.get())))
        });
        let whole_report = Memo::new(move |_| {
            let report = first_report.get()?;
            let Some(agents) = agents.get() else { return Some(report) };
            Some(report::with_agents(&report, &agents).map_or(report, Shared::new))
        });
        let selection = Selection::new();
        let filter = RwSignal::new(Filter::default());
        let wanted = Memo::new(move |_| Filter { days: selection.get(), ..filter.get() });
        let applied = RwSignal::new(Filter::default());
        a_frame_later(wanted.into(), applied, nothing_to_show);
        // Of the thresholds, a filter asks for the zones of the answer rate alone, and only where zones are chosen.
        let zones = Memo::new(move |_| settings.with(|settings| settings.kpis.answer_rate));
        let left_by = move |filter: &Filter| {
            let board = whole.get()?;
            if filter.is_empty() {
                return Some(board);
            }
            if !filter.zones.is_empty() {
                zones.track();
            }
            let gathered = gathered.get_untracked()?;
            let left = |settings: &Settings| narrowed(&gathered.ledger, &board.untold, filter, settings);
            Some(Shared::new(settings.with_untracked(left)))
        };
        let report_of = move |filter: &Filter, board: &Board| {
            let whole = whole_report.get()?;
            if filter.is_empty() {
                return Some(whole);
            }
            Some(Shared::new(settings.with(|settings| report::narrowed(&whole, board, filter, settings))))
        };
        let board = Memo::new(move |_| applied.with(left_by));
        let report = Memo::new(move |_| {
            let board = board.get()?;
            applied.with(|filter| report_of(filter, &board))
        });
        let all_days = Memo::new(move |_| Filter { days: None, ..applied.get() });
        let timeline = Memo::new(move |_| {
            if applied.with(|filter| filter.days.is_none()) {
                return report.get().zip(board.get());
            }
            all_days.with(|filter| {
                let board = left_by(filter)?;
                Some((report_of(filter, &board)?, board))
            })
        });
        let comparison = RwSignal::new(None);
        let (sort, sorted) = (RwSignal::new(FIRST_ORDER), RwSignal::new(FIRST_ORDER));
        a_frame_later(sort.into(), sorted, nothing_to_show);
        let router = Router::new(State { selection, filter, wanted, comparison, sort });
        Self {
            front: Front::new(lang),
            settings: choices,
            phase: RwSignal::new(Phase::Arrival),
            gathered,
            seen,
            whole,
            whole_report,
            selection,
            filter,
            wanted,
            applied,
            board,
            report,
            timeline,
            comparison,
            sort,
            sorted,
            palette: RwSignal::new(false),
            keymap: RwSignal::new(false),
            failures: RwSignal::new(Vec::new()),
            handled: RwSignal::new(BTreeSet::new()),
            underway: RwSignal::new(None),
            took_ms: RwSignal::new(0.0),
            mapping: RwSignal::new_local(None),
            inputs: StoredValue::new_local(Vec::new()),
            failed: StoredValue::new_local(Vec::new()),
            prepared,
            held: StoredValue::new_local(None),
            unpacking: StoredValue::new_local(None),
            reader: StoredValue::new_local(None),
            router,
        }
    }

    /// The state, from the context of the component that asks.
    pub fn here() -> Self {
        expect_context()
    }

    /// Reads the address and follows it from now on; writes what is shown into it.
    pub fn follow_address(self) {
        self.router.follow_address();
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

    /// A link to what is shown, as its address has it.
    pub fn link(self) -> Link {
        self.router.link()
    }

    /// Whether the address asked for more than the first view while there was nothing to show.
    pub(super) fn is_linked(self) -> bool {
        let plain = matches!(self.router.route().get_untracked(), Route::Today | Route::Start);
        !plain || !self.wanted.with_untracked(Filter::is_empty)
    }

    /// Lets all calls be seen again.
    pub fn clear_filter(self) {
        self.selection.clear();
        self.filter.set(Filter::default());
        self.applied.set(Filter::default());
    }

    /// Changes what is chosen besides days.
    pub fn choose(self, change: impl FnOnce(&mut Filter)) {
        self.filter.update(change);
    }

    /// Changes the settings and keeps them.
    pub fn set_settings(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        let json = self.settings.with_untracked(serde_json::to_string);
        storage::keep(storage::SETTINGS, &json.unwrap_or_default());
    }
}

/// Lets a signal follow another: at once while there is nothing to show, else after the next frame. So a press is
/// answered (the chip, the arrow, the field) before what follows from it is counted, however long that takes.
pub(in crate::app) fn a_frame_later<T: Clone + PartialEq + Send + Sync + 'static>(
    from: Signal<T>,
    to: RwSignal<T>,
    is_at_once: impl Fn() -> bool + 'static,
) {
    let is_pending = StoredValue::new(false);
    Effect::new(move |_| {
        let wanted = from.get();
        if to.with_untracked(|now| *now == wanted) {
            return;
        }
        if is_at_once() {
            to.set(wanted);
        } else if !is_pending.get_value() {
            is_pending.set_value(true);
            let follow = move || {
                // The view may be gone by then, and its signals with it.
                if let Some(wanted) = from.try_get_untracked() {
                    is_pending.set_value(false);
                    to.set(wanted);
                }
            };
            request_animation_frame(move || set_timeout(follow, Duration::ZERO));
        }
    });
}

/// The settings of the last visit; the defaults where there are none, or none that still hold.
fn kept_settings() -> Settings {
    storage::load(storage::SETTINGS)
        .and_then(|json| serde_json::from_str::<Settings>(&json).ok())
        .filter(|settings| settings.check().is_ok())
        .unwrap_or_default()
}
