//! Remarks that are no findings: what limits the figures.

use std::collections::BTreeMap;

use super::shape::{FileReport, Note, NumberReport, RangeReport, Status};
use crate::{
    kpi::{Board, NumberBoard},
    model::{Day, Outcome, ProblemKind, Settings, ranges},
    tally::Ledger,
};

/// Unassigned words above this share of the calls make the rates uncertain, in per cent.
const UNCLASSIFIED_PERCENT: f64 = 1.0;

/// Active days, and calls, without which no trend is claimed.
const TREND_DAYS: usize = 10;
const TREND_CALLS: u64 = 100;
/// Days without a call after which a number must be warmed up again, and calls of a first week that a warm-up allows.
const IDLE_DAYS: i32 = 30;
const REUSE_CALLS: u64 = 150;

/// All notes, the one that limits most figures first.
pub fn notes(
    board: &Board,
    ledger: &Ledger,
    files: &[FileReport],
    numbers: &[NumberReport],
    settings: &Settings,
) -> Vec<Note> {
    let account = &board.account.total();
    let mut notes = Vec::new();
    let mut say = |id, about, value| notes.push(Note { id, about, value });
    let percent = |count: u64| count as f64 / account.calls as f64 * 100.0;
    if account.calls > 0 {
        let unclassified = percent(account.of_outcome(Outcome::Unclassified));
        if unclassified > UNCLASSIFIED_PERCENT {
            say("unclassified_words", None, Some(unclassified));
        }
        match account.known_for(Outcome::Voicemail) {
            0 => say("voicemail_not_measured", None, None),
            known if known < account.calls => say("voicemail_measured_in_part", None, Some(percent(known))),
            _ => {}
        }
        if account.known_for(Outcome::Rejected) == 0 {
            say("rejections_not_measured", None, None);
        }
    }
    for file in files.iter().filter(|file| file.problems.contains(&ProblemKind::NoNumberColumn)) {
        say("no_number_column", Some(file.name.clone()), Some(file.counted as f64));
    }
    if ledger.agents_dropped {
        say("agents_joined", None, None);
    }
    if ledger.teams_dropped {
        say("teams_joined", None, None);
    }
    let active_days = board.account.active_days(settings.watch.active_day_calls);
    if account.calls > 0 && (active_days < TREND_DAYS || account.calls < TREND_CALLS) {
        say("no_trend_yet", None, Some(active_days as f64));
    }
    for number in numbers.iter().filter(|number| number.status == Status::Unknown) {
        say("too_few_calls", Some(number.number.clone()), Some(number.totals.calls as f64));
    }
    let cap = f64::from(settings.watch.volume_cap);
    let above = numbers.iter().filter(|number| number.calls_per_day > cap).count();
    let all: f64 = numbers.iter().map(|number| number.calls_per_day).sum();
    if above > 0 && all <= cap * numbers.len() as f64 {
        // The others have room for what these call too much.
        say("uneven_load", None, Some(above as f64));
    }
    for (about, inside) in in_ranges(numbers) {
        let id = if about.starts_with('+') { "automated_range" } else { "listed_ranges" };
        say(id, Some(about), Some(inside as f64));
    }
    for (number, idle_days) in board.numbers.iter().filter_map(|number| Some((number, reused(number, board)?))) {
        say("used_after_a_rest", Some(number.number.clone()), Some(f64::from(idle_days)));
    }
    notes
}

/// How many numbers lie in each range for automated calls (`+33162`), and in ranges of each list that was given.
fn in_ranges(numbers: &[NumberReport]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for number in numbers {
        let mut about: Vec<String> = number.ranges.iter().map(about).collect();
        about.sort();
        about.dedup();
        about.into_iter().for_each(|about| *counts.entry(about).or_default() += 1);
    }
    counts
}

fn about(range: &RangeReport) -> String {
    match range.pattern.split_once('#') {
        Some((prefix, _)) if range.list == ranges::ARCEP => format!("+{prefix}"),
        _ => range.list.clone(),
    }
}

/// Days without a call before the number was used again within the last two weeks, faster than a warm-up allows.
fn reused(number: &NumberBoard, board: &Board) -> Option<i32> {
    let (_, last) = board.period?;
    let called: Vec<Day> = number.series.called().collect();
    let mut pairs = called.iter().zip(called.iter().skip(1));
    let (before, again) = pairs.rfind(|(before, day)| day.0 - before.0 > IDLE_DAYS)?;
    let week = number.series.span(*again, *again + 6).calls;
    (*again > last - 14 && week > REUSE_CALLS).then(|| again.0 - before.0)
}
