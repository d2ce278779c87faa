//! One file, read to its end into tallies.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::{desk::Desk, ledger::Ledger, sum::Tells};
use crate::{
    import::{Fact, FileAccount, FileKind, Import, Source},
    model::{Aside, Call, Day, NameId, Names, Outcome, Problem, ProblemKind, Settings},
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
    pub collected: Vec<((String, Day), Vec<u64>)>,
}

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
    let result = pass(source, settings, filter, None, progress)?;
    match result.account.reread_day_first {
        None => Ok(result),
        day_first => pass(source, settings, filter, day_first, progress),
    }
}

fn pass(
    source: &dyn Source,
    settings: &Settings,
    filter: &Filter,
    day_first: Option<bool>,
    progress: &mut dyn FnMut(Progress),
) -> Result<FileResult, Problem> {
    let mut import = Import::open(source, settings, day_first)?;
    let (mut ledger, mut desk) = (Ledger::default(), Desk::new());
    let mut sieve = Sieve::new(filter);
    let mut said = Progress { total: source.len(), ..Progress::default() };
    let (mut counted, mut duplicates, mut beyond) = (0_u64, 0_u64, 0_u64);
    let mut next_report = ROWS_BETWEEN_REPORTS;

    while let Some(fact) = import.next(&mut ledger.names) {
        if import.rows() >= next_report {
            next_report = import.rows() + ROWS_BETWEEN_REPORTS;
            (said.bytes, said.rows) = (import.bytes_read(), import.rows());
            progress(said);
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

    let mut account = import.finish();
    account.counted = counted;
    for (reason, rows) in [(Aside::Duplicate, duplicates), (Aside::OutOfPeriod, beyond)] {
        if rows > 0 {
            *account.set_aside.entry(reason).or_default() += rows;
        }
    }
    if account.kind == FileKind::Calls {
        ledger.settle(Tells {
            outcomes: account.known,
            hang_ups: account.hang_ups_known,
            conversions: account.conversions_known,
        });
    }
    if ledger.agents_dropped || ledger.teams_dropped {
        account.problems.push(Problem::of_file(ProblemKind::TooManyCells, source.name()));
    }
    (said.bytes, said.rows) = (said.total, account.rows);
    progress(said);
    Ok(FileResult { account, ledger, collected: sieve.collected() })
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

    fn collected(self) -> Vec<((String, Day), Vec<u64>)> {
        let texts = self.texts;
        self.found
            .into_iter()
            .map(|((number, day), prints)| ((texts.get(&number).cloned().unwrap_or_default(), day), prints))
            .collect()
    }
}
