//! Several files, one ledger: which files must be read again because they share days, and the joining of all.

use std::collections::VecDeque;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    ingest::{FileResult, Filter, ingest},
    ledger::Ledger,
    part::Part,
    parts::{Parts, Share, Verdict},
    print::Print,
    sum::Tells,
};
use crate::{
    import::{FileAccount, FileKind, Source},
    model::{Aside, Day, DayRow, Overlap, Problem, ProblemKind, Settings},
};

/// One reading of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Which file, in the order in which they were given.
    pub file: usize,
    /// What to leave out.
    pub filter: Filter,
    /// Which part to read; `None`: all of it.
    pub share: Option<Share>,
}

impl Job {
    fn whole(file: usize, filter: Filter) -> Self {
        Self { file, filter, share: None }
    }
}

/// All files, read and joined.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// One account per file that could be read, in the order given.
    pub accounts: Vec<FileAccount>,
    /// Files of which nothing could be counted.
    pub failures: Vec<Problem>,
    /// All tallies.
    pub ledger: Ledger,
}

/// Reads files one after the other, here, and joins them.
pub fn gather(sources: &[&dyn Source], settings: &Settings) -> Gathered {
    let mut gather = Gather::new(sources.len(), settings.overlap);
    while let Some(job) = gather.next_job() {
        let result = sources.get(job.file).map_or_else(
            || Err(Problem::of_file(ProblemKind::Unreadable, "")),
            |source| ingest(*source, settings, &job.filter, &mut |_| ()),
        );
        gather.done(job, result);
    }
    gather.finish()
}

/// Hands out the jobs of an analysis and takes their results; the caller runs them, in any order, here or in workers.
///
/// First each file is read. Where two call files cover the same number on the same day, the fingerprints of the day
/// decide: equal, and the later file leaves the day out; different, and the earlier files are asked for the
/// fingerprints of that day, so that the later one counts only what is new.
#[derive(Debug)]
pub struct Gather {
    overlap: Overlap,
    sizes: Vec<u64>,
    workers: usize,
    /// Files that several workers are reading.
    parts: FxHashMap<usize, Parts>,
    /// Files that proved to be no good for several workers.
    alone: FxHashSet<usize>,
    results: Vec<Option<Result<FileResult, Problem>>>,
    hashes: Vec<FxHashMap<(String, Day), Vec<u64>>>,
    todo: VecDeque<Job>,
    running: usize,
    round: Round,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Round {
    First,
    Collect,
    Again,
}

impl Gather {
    /// An analysis of that many files.
    pub fn new(files: usize, overlap: Overlap) -> Self {
        Self {
            overlap,
            sizes: Vec::new(),
            workers: 1,
            parts: FxHashMap::default(),
            alone: FxHashSet::default(),
            results: (0..files).map(|_| None).collect(),
            hashes: vec![FxHashMap::default(); files],
            todo: (0..files).map(|file| Job::whole(file, Filter::default())).collect(),
            running: 0,
            round: Round::First,
        }
    }

    /// The same with files of these lengths in bytes, of which large ones are cut into parts while workers are free.
    #[must_use]
    pub fn divided(self, sizes: Vec<u64>, workers: usize) -> Self {
        Self { sizes, workers, ..self }
    }

    /// The next job; `None` while others must end first, or when all is done ([`Gather::is_done`]).
    pub fn next_job(&mut self) -> Option<Job> {
        let job = self.todo.pop_front()?;
        let job = self.first_share(&job).unwrap_or(job);
        self.running += 1;
        Some(job)
    }

    /// Cuts a job into shares, if that pays, and answers the first of them.
    fn first_share(&mut self, job: &Job) -> Option<Job> {
        // Of calls that another file has, as many are left out as it has: which ones depends on all rows before.
        let is_divisible = job.share.is_none() && job.filter.seen.is_empty() && !self.alone.contains(&job.file);
        let free = self.workers.saturating_sub(self.running) / (self.todo.len() + 1);
        let parts = Parts::new(*self.sizes.get(job.file).filter(|_| is_divisible)?, free);
        if parts.count() < 2 {
            return None;
        }
        self.put_first(job, parts.shares());
        self.parts.insert(job.file, parts);
        self.todo.pop_front()
    }

    fn put_first(&mut self, job: &Job, shares: Vec<Share>) {
        for share in shares.into_iter().rev() {
            self.todo.push_front(Job { share: Some(share), ..job.clone() });
        }
    }

    /// Takes the result of a job that was a share of a file.
    pub fn part_done(&mut self, job: Job, result: Result<Part, Problem>) {
        let at = job.share.map_or(0, |share| share.at);
        let verdict = self.parts.get_mut(&job.file).and_then(|parts| parts.done(at, result));
        if let Some(Verdict::Read(result)) = verdict {
            self.parts.remove(&job.file);
            return self.done(Job { share: None, ..job }, *result);
        }
        self.running = self.running.saturating_sub(1);
        match verdict {
            Some(Verdict::Again(shares)) => self.put_first(&job, shares),
            Some(Verdict::Alone) => {
                self.parts.remove(&job.file);
                self.alone.insert(job.file);
                self.todo.push_front(Job { share: None, ..job });
            }
            _ => {}
        }
    }

    /// Whether every job has been handed out and answered.
    pub fn is_done(&self) -> bool {
        self.running == 0 && self.todo.is_empty()
    }

    /// Takes the result of a job.
    pub fn done(&mut self, job: Job, result: Result<FileResult, Problem>) {
        self.running = self.running.saturating_sub(1);
        if job.filter.collect.is_empty() {
            if let Some(slot) = self.results.get_mut(job.file) {
                *slot = Some(result);
            }
        } else {
            match result {
                Ok(result) => {
                    if let Some(slot) = self.hashes.get_mut(job.file) {
                        slot.extend(result.collected);
                    }
                }
                // It could be read before and cannot any more: without its fingerprints its calls would count twice.
                Err(problem) => {
                    if let Some(slot) = self.results.get_mut(job.file) {
                        *slot = Some(Err(problem));
                    }
                }
            }
        }
        while self.is_done() && self.round != Round::Again {
            self.advance();
        }
    }

    fn advance(&mut self) {
        match self.round {
            Round::First => {
                self.round = Round::Collect;
                if self.overlap == Overlap::Same {
                    self.todo = self.collections().into();
                }
            }
            Round::Collect => {
                self.round = Round::Again;
                self.todo = match self.overlap {
                    Overlap::Same => self.second_readings(),
                    Overlap::Replace => self.replacements(),
                    Overlap::Add => Vec::new(),
                }
                .into();
            }
            Round::Again => {}
        }
    }

    /// The number-days of a call file; empty for other files.
    fn prints(&self, file: usize) -> FxHashMap<(String, Day), Print> {
        let Some(Some(Ok(result))) = self.results.get(file) else { return FxHashMap::default() };
        if result.account.kind != FileKind::Calls {
            return FxHashMap::default();
        }
        let numbers = &result.ledger.names.numbers;
        result.ledger.prints.iter().map(|((id, day), print)| ((numbers.get(*id).to_owned(), *day), *print)).collect()
    }

    /// Those of all files; none where there is but one of calls, which shares its days with no other.
    fn all_prints(&self) -> Vec<FxHashMap<(String, Day), Print>> {
        let calls = |result: &&FileResult| result.account.kind == FileKind::Calls;
        if self.results.iter().flatten().flatten().filter(calls).count() > 1 {
            (0..self.results.len()).map(|file| self.prints(file)).collect()
        } else {
            Vec::new()
        }
    }

    fn collections(&self) -> Vec<Job> {
        let prints = self.all_prints();
        let mut wanted: Vec<FxHashSet<(String, Day)>> = vec![FxHashSet::default(); prints.len()];
        for (later, days) in prints.iter().enumerate() {
            for (at, print) in days {
                let earlier = || (0..later).filter_map(|file| prints.get(file)?.get(at).map(|print| (file, print)));
                if earlier().all(|(_, other)| other != print) {
                    for (file, _) in earlier() {
                        wanted[file].insert(at.clone());
                    }
                }
            }
        }
        wanted
            .into_iter()
            .enumerate()
            .filter(|(_, collect)| !collect.is_empty())
            .map(|(file, collect)| Job::whole(file, Filter { collect, ..Filter::default() }))
            .collect()
    }

    fn second_readings(&self) -> Vec<Job> {
        let prints = self.all_prints();
        let mut jobs = Vec::new();
        for (later, days) in prints.iter().enumerate() {
            let mut filter = Filter::default();
            for (at, print) in days {
                let others: Vec<_> =
                    (0..later).filter(|file| prints.get(*file).is_some_and(|days| days.contains_key(at))).collect();
                if others.is_empty() {
                    continue;
                }
                if others.iter().any(|file| prints[*file].get(at) == Some(print)) {
                    filter.skip.insert(at.clone());
                } else {
                    let most = others
                        .iter()
                        .filter_map(|file| self.hashes.get(*file)?.get(at))
                        .fold(Vec::new(), |most, hashes| union(most, hashes));
                    filter.seen.insert(at.clone(), most);
                }
            }
            if filter != Filter::default() {
                jobs.push(Job::whole(later, filter));
            }
        }
        jobs
    }

    fn replacements(&self) -> Vec<Job> {
        let prints = self.all_prints();
        let mut jobs = Vec::new();
        for (file, days) in prints.iter().enumerate() {
            let skip: FxHashSet<_> = days
                .keys()
                .filter(|at| prints.iter().skip(file + 1).any(|later| later.contains_key(*at)))
                .cloned()
                .collect();
            if !skip.is_empty() {
                jobs.push(Job::whole(file, Filter { skip, ..Filter::default() }));
            }
        }
        jobs
    }

    /// Call files with the same header come from the same system: what one of them can tell, all of them can. A month
    /// without a refusal had none.
    fn tell_alike(&mut self) {
        if self.results.len() < 2 {
            return;
        }
        let alike = |account: &FileAccount| (account.system.clone(), account.signature.clone());
        let mut all: FxHashMap<_, Tells> = FxHashMap::default();
        let calls = |result: &&mut FileResult| result.account.kind == FileKind::Calls;
        for FileResult { account, .. } in self.results.iter_mut().flatten().flatten().filter(calls) {
            let tells = all.entry(alike(account)).or_default();
            tells.outcomes = tells.outcomes.and(account.known);
            tells.hang_ups |= account.hang_ups_known;
            tells.conversions |= account.conversions_known;
        }
        for FileResult { account, ledger, .. } in self.results.iter_mut().flatten().flatten().filter(calls) {
            if let Some(tells) = all.get(&alike(account)) {
                account.known = tells.outcomes;
                (account.hang_ups_known, account.conversions_known) = (tells.hang_ups, tells.conversions);
                ledger.settle(*tells);
            }
        }
    }

    /// Joins all results. Rows of daily tables that a later table or the calls replace are set aside as duplicates.
    pub fn finish(mut self) -> Gathered {
        self.tell_alike();
        let mut gathered = Gathered::default();
        let mut owners: Vec<usize> = Vec::new();
        for result in self.results.into_iter().flatten() {
            match result {
                Err(problem) => gathered.failures.push(problem),
                Ok(result) => {
                    if gathered.accounts.is_empty() {
                        gathered.ledger = result.ledger; // the first is taken as it is: most often the only one
                    } else {
                        gathered.ledger.merge(&result.ledger);
                    }
                    owners.resize(gathered.ledger.day_rows.len(), gathered.accounts.len());
                    gathered.accounts.push(result.account);
                }
            }
        }
        let mut idle =
            if self.overlap == Overlap::Add { Vec::new() } else { replaced(&mut gathered.ledger, &mut owners) };
        idle.extend(gathered.ledger.finish().into_iter().filter_map(|row| owners.get(row).copied()));
        for file in idle {
            if let Some(account) = gathered.accounts.get_mut(file) {
                account.counted = account.counted.saturating_sub(1);
                account.set_aside(Aside::Duplicate);
            }
        }
        gathered
    }
}

/// The union of two multisets: each hash as often as it stands in either.
fn union(most: Vec<u64>, hashes: &[u64]) -> Vec<u64> {
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    for hash in &most {
        *counts.entry(*hash).or_default() += 1;
    }
    let mut all = most;
    for hash in hashes {
        match counts.get_mut(hash) {
            Some(count) if *count > 0 => *count -= 1,
            _ => all.push(*hash),
        }
    }
    all
}

/// Takes out the daily rows that a later row of the same number, day, campaign and team replaces (of the same source,
/// too, where the row is a reading and nothing else); the answer names the file of each.
fn replaced(ledger: &mut Ledger, owners: &mut Vec<usize>) -> Vec<usize> {
    let key = |row: &DayRow| {
        let source = row.is_reading_only().then_some(row.source);
        (row.number, row.day, row.campaign, row.team, source)
    };
    let mut last = FxHashMap::default();
    for (at, row) in ledger.day_rows.iter().enumerate() {
        last.insert(key(row), at);
    }
    let keep: Vec<bool> =
        ledger.day_rows.iter().enumerate().map(|(at, row)| last.get(&key(row)) == Some(&at)).collect();
    let out = owners.iter().zip(&keep).filter(|(_, keep)| !**keep).map(|(owner, _)| *owner).collect();
    let mut kept = keep.iter();
    ledger.day_rows.retain(|_| kept.next().copied().unwrap_or(true));
    let mut kept = keep.iter();
    owners.retain(|_| kept.next().copied().unwrap_or(true));
    out
}
