//! One file, read to its end into tallies.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::{
    desk::Desk,
    ledger::Ledger,
    part::{Part, names_of},
};
use crate::{
    import::{Fact, FileAccount, Import, Source, Span},
    model::{Aside, Call, Day, NameId, Names, Outcome, Problem, Settings},
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
    let (mut ledger, mut desk) = (Ledger::default(), Desk::new());
    let mut import = Import::open_part(source, settings, day_first, span, &mut ledger.names)?;
    let start = import.seam();
    let names_before = names_of(&ledger.names).map(Names::len);
    let mut sieve = Sieve::new(filter);
    let total = span.to.min(source.len()).saturating_sub(span.from);
    let bytes_before = if span.is_first() { 0 } else { import.bytes_read() };
    let mut said = Progress { total, ..Progress::default() };
    let (mut counted, mut duplicates, mut beyond) = (0_u64, 0_u64, 0_u64);
    let mut next_report = ROWS_BETWEEN_REPORTS;

    while let Some(fact) = import.next(&mut ledger.names) {
        if import.rows() >= next_report {
            next_report = import.rows() + ROWS_BETWEEN_REPORTS;
            (said.bytes, said.rows) = ((import.bytes_read() - bytes_before).min(total), import.rows());
            progress(said);
            if import.is_lost() {
                break;
            }
        }
        let day = match &fact {
            Fact::Call(call) => call.day,
            Fact::Day(row) => row.day,
            Fact::Reading(reading) => reading.day,
            Fact::Reports { day, .. } => *day,
        };
        if settings.as_of.is_some_and(|last| day > last) {
            beyond += 1;
            continue;
        }
        match fact {
            Fact::Call(call) => {
                if !sieve.lets_through(&call, &ledger.names.numbers) {
                    duplicates += 1;
                    continue;
                }
                said.calls += 1;
                said.answered += u64::from(call.outcome == Outcome::Answered);
                desk.push(&call, &mut ledger);
            }
            Fact::Day(row) => ledger.day_rows.push(row),
            Fact::Reading(reading) => ledger.readings.push(reading),
            Fact::Reports { number, day, count } => *ledger.reports.entry((number, day)).or_default() += count,
        }
        counted += 1;
    }
    desk.clear(&mut ledger);

    let collected = sieve.collected();
    let (whole, lost, end, lines) = (import.is_whole(), import.is_lost(), import.seam(), import.lines());
    let (mut draft, past) = import.finish();
    draft.enter_counts(counted, &[(Aside::Duplicate, duplicates), (Aside::OutOfPeriod, beyond)]);
    (said.bytes, said.rows) = (said.total, draft.account.rows);
    progress(said);
    Ok(Part { draft, ledger, collected, start, end, lines, names_before, past, whole, lost })
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

    fn collected(self) -> Collected {
        let texts = self.texts;
        self.found
            .into_iter()
            .map(|((number, day), prints)| ((texts.get(&number).cloned().unwrap_or_default(), day), prints))
            .collect()
    }
}
