//! One file, read to its end into tallies.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::{
    desk::Desk,
    ledger::Ledger,
    part::{Part, names_of},
};
use crate::{
    import::{Entered, Entry, Fact, FileAccount, Given, Import, Need, Seam, Source, Span, Taker, Turn, feed},
    model::{Aside, Call, Day, NameId, Names, Outcome, Problem, ProblemKind, Settings},
    read::End,
};

/// What to leave out of a file because another file has it, and what to remember for such a comparison.
/// Numbers are in their text form, since ids differ from file to file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// Number-days of which every call is elsewhere.
    pub skip: FxHashSet<(String, Day)>,
    /// Number-days of which these fingerprints are elsewhere, each as often as it stands here.
    pub seen: FxHashMap<(String, Day), Vec<u64>>,
    /// Number-days whose fingerprints are wanted; nothing is tallied.
    pub collect: FxHashSet<(String, Day)>,
}

/// How far the reading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Bytes read.
    pub bytes: u64,
    /// Bytes in all.
    pub total: u64,
    /// Rows read.
    pub rows: u64,
    /// Calls counted so far, and those answered, for a first figure.
    pub calls: u64,
    /// Answered calls among them.
    pub answered: u64,
    /// Own numbers seen so far. Of several parts the most of any: they may have seen the same ones.
    pub numbers: u64,
}

impl Progress {
    /// Two files, or two parts of one, together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            bytes: self.bytes + other.bytes,
            total: self.total + other.total,
            rows: self.rows + other.rows,
            calls: self.calls + other.calls,
            answered: self.answered + other.answered,
            numbers: self.numbers.max(other.numbers),
        }
    }
}

/// One file, read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct FileResult {
    /// What the file was, and what became of its rows.
    pub account: FileAccount,
    /// Its tallies.
    pub ledger: Ledger,
    /// The fingerprints asked for with [`Filter::collect`].
    pub collected: Collected,
}

/// Fingerprints by number and day, in the order of the file.
pub type Collected = FxHashMap<(String, Day), Vec<u64>>;

const ROWS_BETWEEN_REPORTS: u64 = 4096;

/// Reads a file into tallies. `progress` is called every few thousand rows and at the end.
///
/// # Errors
/// A file of which nothing can be counted.
pub fn ingest(
    source: &dyn Source,
    settings: &Settings,
    filter: &Filter,
    progress: &mut dyn FnMut(Progress),
) -> Result<FileResult, Problem> {
    let mut pass = |day_first| Ok(ingest_part(source, settings, filter, day_first, Span::WHOLE, progress)?.finish());
    let result: FileResult = pass(None)?;
    match result.account.reread_day_first {
        None => Ok(result),
        day_first => pass(day_first),
    }
}

/// Reads a part of a file into tallies, once. `day_first` is what a first reading of the whole file has shown about
/// its dates.
///
/// # Errors
/// A file of which nothing can be counted, or one that has no such part.
pub fn ingest_part(
    source: &dyn Source,
    settings: &Settings,
    filter: &Filter,
    day_first: Option<bool>,
    span: Span,
    progress: &mut dyn FnMut(Progress),
) -> Result<Part, Problem> {
    let mut ingest = Ingest::new(Given::of(source), settings, filter, day_first, span, progress);
    feed(source, &mut ingest);
    ingest.finish()
}

/// A part of a file on its way into tallies, its bytes handed in as they come.
pub struct Ingest<'a> {
    stage: Stage<'a>,
    ledger: Ledger,
    desk: Desk,
    sieve: Sieve<'a>,
    as_of: Option<Day>,
    span: Span,
    progress: &'a mut dyn FnMut(Progress),
    said: Progress,
    next_report: u64,
    /// Bytes read when the part began.
    bytes_before: u64,
    start: Seam,
    names_before: [usize; 5],
    counted: u64,
    duplicates: u64,
    beyond: u64,
    name: String,
}

enum Stage<'a> {
    Entry(Entry<'a>),
    Rows(Box<Import<'a>>),
    Over(Result<Box<Part>, Problem>),
}

impl<'a> Ingest<'a> {
    /// A reading of which nothing has come yet. `day_first` is what a first reading of the whole file has shown about
    /// its dates. `progress` is called every few thousand rows and at the end.
    pub fn new(
        given: Given,
        settings: &'a Settings,
        filter: &'a Filter,
        day_first: Option<bool>,
        span: Span,
        progress: &'a mut dyn FnMut(Progress),
    ) -> Self {
        let total = span.to.min(given.bytes).saturating_sub(span.from);
        Self {
            name: given.name.clone(),
            stage: Stage::Entry(Entry::new(given, settings, day_first, span)),
            ledger: Ledger::default(),
            desk: Desk::new(),
            sieve: Sieve::new(filter),
            as_of: settings.as_of,
            span,
            progress,
            said: Progress { total, ..Progress::default() },
            next_report: ROWS_BETWEEN_REPORTS,
            bytes_before: 0,
            start: Seam::default(),
            names_before: [0; 5],
            counted: 0,
            duplicates: 0,
            beyond: 0,
        }
    }

    /// The part, once nothing is needed any more.
    ///
    /// # Errors
    /// A file of which nothing can be counted, or one that has no such part.
    pub fn finish(self) -> Result<Part, Problem> {
        match self.stage {
            Stage::Over(result) => result.map(|part| *part),
            _ => Err(Problem::of_file(ProblemKind::Unreadable, &self.name)),
        }
    }

    /// Begins with the first row of the part.
    fn begin(&mut self, import: Box<Import<'a>>) {
        self.start = import.seam();
        self.names_before = names_of(&self.ledger.names).map(Names::len);
        self.bytes_before = if self.span.is_first() { 0 } else { import.bytes_read() };
        self.stage = Stage::Rows(import);
    }

    fn count(&mut self, fact: Fact) {
        let day = match &fact {
            Fact::Call(call) => Some(call.day),
            Fact::Day(row) => Some(row.day),
            Fact::Reading(reading) => Some(reading.day),
            Fact::Reports { day, .. } => Some(*day),
            Fact::Range(_) => None,
        };
        if self.as_of.is_some_and(|last| day.is_some_and(|day| day > last)) {
            self.beyond += 1;
            return;
        }
        let ledger = &mut self.ledger;
        match fact {
            Fact::Call(call) => {
                if !self.sieve.lets_through(&call, &ledger.names.numbers) {
                    self.duplicates += 1;
                    return;
                }
                self.said.calls += 1;
                self.said.answered += u64::from(call.outcome == Outcome::Answered);
                // Names are numbered as they come.
                self.said.numbers = self.said.numbers.max(u64::from(call.number));
                self.desk.push(&call, ledger);
            }
            Fact::Day(row) => ledger.day_rows.push(*row),
            Fact::Reading(reading) => ledger.readings.push(reading),
            Fact::Reports { number, day, count } => *ledger.reports.entry((number, day)).or_default() += count,
            Fact::Range(range) => ledger.ranges.push(range),
        }
        self.counted += 1;
    }

    fn close(&mut self, import: Import<'_>) -> Part {
        self.desk.clear(&mut self.ledger);
        let collected = self.sieve.collected();
        let (whole, lost, end, lines) = (import.is_whole(), import.is_lost(), import.seam(), import.lines());
        let (mut draft, past) = import.finish();
        draft.enter_counts(self.counted, &[(Aside::Duplicate, self.duplicates), (Aside::OutOfPeriod, self.beyond)]);
        (self.said.bytes, self.said.rows) = (self.said.total, draft.account.rows);
        (self.progress)(self.said);
        let (ledger, start, names_before) = (std::mem::take(&mut self.ledger), self.start, self.names_before);
        Part { draft, ledger, collected, start, end, lines, names_before, past, whole, lost }
    }
}

impl Taker for Ingest<'_> {
    fn need(&mut self) -> Need {
        loop {
            match &mut self.stage {
                Stage::Entry(entry) => match entry.step(&mut self.ledger.names) {
                    Ok(Entered::Not(need)) => return need,
                    Ok(Entered::Rows(import)) => self.begin(import),
                    Err(problem) => self.stage = Stage::Over(Err(problem)),
                },
                Stage::Rows(import) => {
                    let turn = import.next(&mut self.ledger.names);
                    let over = import.rows() >= self.next_report && {
                        self.next_report = import.rows() + ROWS_BETWEEN_REPORTS;
                        self.said.bytes = (import.bytes_read() - self.bytes_before).min(self.said.total);
                        self.said.rows = import.rows();
                        (self.progress)(self.said);
                        import.is_lost()
                    };
                    match turn {
                        Turn::Fact(fact) if !over => self.count(fact),
                        Turn::Hungry if !over => return Need::More,
                        _ => {
                            let problem = Problem::of_file(ProblemKind::Unreadable, &self.name);
                            if let Stage::Rows(import) = std::mem::replace(&mut self.stage, Stage::Over(Err(problem))) {
                                self.stage = Stage::Over(Ok(Box::new(self.close(*import))));
                            }
                        }
                    }
                }
                Stage::Over(_) => return Need::Nothing,
            }
        }
    }

    fn push(&mut self, length: usize, write: &mut dyn FnMut(&mut [u8])) {
        match &mut self.stage {
            Stage::Entry(entry) => entry.push(length, write),
            Stage::Rows(import) => import.push(length, write),
            Stage::Over(_) => {}
        }
    }

    fn end(&mut self, end: End) {
        match &mut self.stage {
            Stage::Entry(entry) => entry.end(end),
            Stage::Rows(import) => import.end(end),
            Stage::Over(_) => {}
        }
    }
}

/// The filter, with the file's own number ids.
struct Sieve<'a> {
    filter: &'a Filter,
    left: FxHashMap<(NameId, Day), FxHashMap<u64, u32>>,
    found: FxHashMap<(NameId, Day), Vec<u64>>,
    texts: FxHashMap<NameId, String>,
}

impl<'a> Sieve<'a> {
    fn new(filter: &'a Filter) -> Self {
        Self { filter, left: FxHashMap::default(), found: FxHashMap::default(), texts: FxHashMap::default() }
    }

    fn lets_through(&mut self, call: &Call, numbers: &Names) -> bool {
        let filter = self.filter;
        if filter.skip.is_empty() && filter.seen.is_empty() && filter.collect.is_empty() {
            return true;
        }
        let text = self.texts.entry(call.number).or_insert_with(|| numbers.get(call.number).to_owned());
        let at = (text.clone(), call.day);
        if filter.collect.contains(&at) {
            self.found.entry((call.number, call.day)).or_default().push(call.fingerprint);
        }
        if filter.skip.contains(&at) {
            return false;
        }
        let Some(seen) = filter.seen.get(&at) else { return true };
        let left = self.left.entry((call.number, call.day)).or_insert_with(|| {
            let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
            for fingerprint in seen {
                *counts.entry(*fingerprint).or_default() += 1;
            }
            counts
        });
        match left.get_mut(&call.fingerprint) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        }
    }

    fn collected(&mut self) -> Collected {
        let (texts, found) = (std::mem::take(&mut self.texts), std::mem::take(&mut self.found));
        found
            .into_iter()
            .map(|((number, day), prints)| ((texts.get(&number).cloned().unwrap_or_default(), day), prints))
            .collect()
    }
}
