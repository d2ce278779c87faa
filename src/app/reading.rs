//! What changes the analysis: files given, settings that need the files again, a reading given up.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::{
    prepared::Prepared,
    route::Route,
    state::{App, Phase, Shared},
};
use crate::{
    browser::{
        reader::{Event, Input, Reader},
        surroundings,
        unpacking::Unpacking,
        zone,
    },
    import::FileAccount,
    model::{Problem, Settings},
    narrow::Filter,
    tally::{Gathered, Progress},
};

/// A reading under way, as the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Underway {
    /// The names of the files.
    pub names: Vec<String>,
    /// How far each has come.
    pub progress: Vec<Progress>,
    /// When it began, in milliseconds since the page was opened.
    pub began_ms: f64,
}

impl Underway {
    /// All files together.
    pub fn total(&self) -> Progress {
        self.progress.iter().fold(Progress::default(), |sum, one| sum.and(*one))
    }

    /// The part that is read, 0 to 1; `None` until every file has said how long it is.
    pub fn part(&self) -> Option<f64> {
        let total = self.total();
        let known = total.total > 0 && self.progress.iter().all(|one| one.total > 0);
        known.then(|| (total.bytes as f64 / total.total as f64).min(1.0))
    }

    /// Seconds left, as far as the pace so far tells.
    pub fn secs_left(&self) -> Option<f64> {
        let part = self.part().filter(|part| *part > 0.02)?;
        let spent_secs = (surroundings::now_ms() - self.began_ms) / 1000.0;
        (spent_secs > 0.5).then(|| spent_secs * (1.0 - part) / part)
    }
}

/// When to look at what the first view does not need.
const AFTER_FIRST_VIEW: std::time::Duration = std::time::Duration::from_millis(600);

/// What to show once everything is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Verdict,
    Stay,
}

/// What was read, as long as nobody knows whether a file of it is packed.
pub(super) struct Held {
    inputs: Vec<Input>,
    gathered: Gathered,
    then: Then,
}

impl App {
    /// Reads files together with those already given. A sample gives way to real files, and all give way to a sample.
    pub fn read(self, new: Vec<Input>) {
        self.read_unpacked(new.clone());
        if !new.iter().any(|input| matches!(input, Input::File(_))) {
            return;
        }
        // Few are packed: whether one is, is found out while they are read already.
        let on_done = move |unpacked| {
            self.unpacking.set_value(None);
            match unpacked {
                Some(unpacked) => self.read_unpacked(unpacked),
                None => self.prepare_held(),
            }
        };
        self.unpacking.set_value(Some(Unpacking::start(new, move || self.stop_reader(), on_done)));
    }

    fn read_unpacked(self, new: Vec<Input>) {
        let is_sample = |input: &Input| matches!(input, Input::Sample { .. });
        let stays = |input: &Input| !is_sample(input) && !new.iter().any(|one| is_sample(one) || same_file(one, input));
        let kept =
            self.inputs.with_value(|inputs| inputs.iter().filter(|input| stays(input)).cloned().collect::<Vec<_>>());
        self.start_reading(kept.into_iter().chain(new).collect(), Then::Verdict);
    }

    /// Reads all files but one.
    pub fn remove(self, place: usize) {
        let mut inputs = self.inputs.get_value();
        if place < inputs.len() {
            inputs.remove(place);
        }
        if inputs.is_empty() { self.forget() } else { self.start_reading(inputs, Then::Stay) }
    }

    /// Reads all files again: a setting moved that only the rows can answer.
    pub fn reread(self) {
        let failed = self.failed_inputs();
        let inputs = self.inputs.get_value().into_iter().chain(failed).collect();
        self.start_reading(inputs, Then::Stay);
    }

    /// Ends the reading at once; what was shown before is shown again.
    pub fn cancel(self) {
        self.stop_reading();
        self.end_reading();
    }

    /// Forgets the files and all that was read from them.
    pub fn forget(self) {
        self.inputs.set_value(Vec::new());
        self.gathered.set(None);
        self.seen.set(None);
        self.failures.set(Vec::new());
        self.handled.update(|handled| handled.clear());
        self.phase.set(Phase::Arrival);
        self.go(Route::Start);
    }

    /// The settings with what the browser adds where the user has not chosen: its time zone.
    pub fn effective_settings(self) -> Settings {
        let mut settings = self.settings.get_untracked();
        if settings.time_zone.is_none() {
            settings.time_zone = zone::own().and_then(|name| zone::table(&name));
        }
        settings
    }

    /// The files of which nothing could be read the last time, as they were given.
    pub fn failed_inputs(self) -> Vec<Input> {
        self.failed.get_value().into_iter().map(|(_, input)| input).collect()
    }

    /// The file of an account, by its place among the accounts.
    pub fn input_of(self, place: usize) -> Option<Input> {
        self.inputs.with_value(|inputs| inputs.get(place).cloned())
    }

    /// The file of which nothing could be read, by its name.
    pub fn failed_input(self, name: &str) -> Option<Input> {
        self.failed.with_value(|failed| failed.iter().find(|(of, _)| of == name).map(|(_, input)| input.clone()))
    }

    /// Opens the mapping of a file of which nothing could be read.
    pub fn map_failed(self, name: &str) {
        if let Some(input) = self.failed_input(name) {
            self.mapping.set(Some(input));
        }
    }

    fn start_reading(self, inputs: Vec<Input>, then: Then) {
        if inputs.is_empty() {
            return;
        }
        self.begin_reading(&inputs);
        let reader = Reader::start(inputs.clone(), self.effective_settings(), move |event| match event {
            Event::Progress { file, progress } => self.underway.update(|underway| {
                if let Some(slot) = underway.as_mut().and_then(|underway| underway.progress.get_mut(file)) {
                    *slot = progress;
                }
            }),
            Event::Done(gathered) => {
                self.held.set_value(Some(Held { inputs: inputs.clone(), gathered: *gathered, then }));
                if self.unpacking.with_value(Option::is_none) {
                    self.prepare_held();
                }
            }
            Event::Failed(problem) => {
                self.failures.set(vec![problem]);
                self.end_reading();
            }
        });
        self.reader.set_value(Some(reader));
    }

    /// Computes what the first view needs of what was read, then shows it, unless the reading is cancelled meanwhile.
    fn prepare_held(self) {
        let Some(Held { inputs, gathered, then }) = self.held.try_update_value(Option::take).flatten() else { return };
        let began =
            move || self.underway.with_untracked(|underway| underway.as_ref().map(|underway| underway.began_ms));
        let (this, settings) = (began(), self.settings.get_untracked());
        let gathered = Shared::new(gathered);
        if gathered.accounts.is_empty() {
            return self.take(&inputs, gathered, then);
        }
        leptos::task::spawn_local(async move {
            let prepared = Prepared::new(gathered.clone(), settings).await;
            if began() == this {
                self.prepared.set_value(Some(prepared));
                self.take(&inputs, gathered, then);
            }
        });
    }

    fn stop_reading(self) {
        if let Some(unpacking) = self.unpacking.try_update_value(Option::take).flatten() {
            unpacking.cancel();
        }
        self.stop_reader();
    }

    fn stop_reader(self) {
        if let Some(reader) = self.reader.try_update_value(Option::take).flatten() {
            reader.cancel();
        }
        self.held.set_value(None);
    }

    /// Shows that these are being read; what was being read before is given up.
    fn begin_reading(self, inputs: &[Input]) {
        self.stop_reading();
        self.failures.set(Vec::new());
        self.underway.set(Some(Underway {
            names: inputs.iter().map(Input::name).collect(),
            progress: vec![Progress::default(); inputs.len()],
            began_ms: surroundings::now_ms(),
        }));
        self.phase.set(Phase::Reading);
    }

    /// Takes what was read. Where nothing could be, what was there before stays.
    fn take(self, inputs: &[Input], gathered: Shared<Gathered>, then: Then) {
        let (read, failed) = sort_out(inputs, &gathered.accounts, &gathered.failures);
        self.failed.set_value(failed);
        self.failures.set(gathered.failures.clone());
        if !gathered.accounts.is_empty() {
            self.inputs.set_value(read);
            self.took_ms.set(self.underway.with_untracked(|underway| {
                underway.as_ref().map_or(0.0, |underway| surroundings::now_ms() - underway.began_ms)
            }));
            let linked = self.gathered.with_untracked(Option::is_none) && self.is_linked();
            self.seen.set(None);
            self.gathered.set(Some(gathered.clone()));
            let look = move || {
                if self.gathered.with_untracked(|now| now.as_ref() == Some(&gathered)) {
                    self.seen.set(Some(gathered.clone()));
                }
            };
            set_timeout(look, AFTER_FIRST_VIEW);
            if then == Then::Verdict {
                self.handled.update(|handled| handled.clear());
                // Who follows a link sees what it says as soon as there is something to show.
                if !linked {
                    self.clear_filter();
                    self.comparison.set(None);
                    self.go(Route::Today);
                }
            }
            self.fit_filter();
        }
        self.end_reading();
    }

    /// Drops from the filter what these calls do not have.
    fn fit_filter(self) {
        let (Some(gathered), Some(board)) = (self.gathered.get_untracked(), self.whole.get_untracked()) else { return };
        let wanted = self.wanted.get_untracked();
        if wanted.is_empty() {
            return;
        }
        let fitted = wanted.fitted(&gathered.ledger, &board);
        if fitted.days.is_none() {
            self.selection.clear();
        }
        self.filter.set(Filter { days: None, ..fitted });
    }

    fn end_reading(self) {
        self.reader.set_value(None);
        self.underway.set(None);
        self.count_requests();
        let ready = self.gathered.with_untracked(Option::is_some);
        self.phase.set(if ready { Phase::Ready } else { Phase::Arrival });
    }
}

/// Whether two inputs are the same file, given twice.
fn same_file(one: &Input, other: &Input) -> bool {
    match (one, other) {
        (Input::File(a), Input::File(b)) => {
            a.name() == b.name() && a.size() == b.size() && a.last_modified() == b.last_modified()
        }
        (Input::Bytes { bytes: a, .. }, Input::Bytes { bytes: b, .. }) => a == b,
        (Input::Table { name: a, content: one }, Input::Table { name: b, content: other }) => {
            a == b && one.size() == other.size()
        }
        _ => false,
    }
}

/// Tells the files that were read, in the order of their accounts, from those that failed.
fn sort_out(inputs: &[Input], accounts: &[FileAccount], failures: &[Problem]) -> (Vec<Input>, Vec<(String, Input)>) {
    let mut lost: BTreeMap<&str, usize> = BTreeMap::new();
    for problem in failures {
        *lost.entry(&problem.file).or_default() += 1;
    }
    let mut expected = accounts.iter();
    let (mut read, mut failed) = (Vec::new(), Vec::new());
    for input in inputs {
        let name = input.name();
        match lost.get_mut(&*name) {
            Some(count) if *count > 0 && expected.as_slice().first().is_none_or(|account| account.name != name) => {
                *count -= 1;
                failed.push((name, input.clone()));
            }
            _ => {
                expected.next();
                read.push(input.clone());
            }
        }
    }
    (read, failed)
}
