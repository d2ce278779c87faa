//! When calls were made, held against the rules.
//!
//! The tallies hold calls by number, day of the week and hour, and calls by day: on which single day a call was made at
//! which hour they do not say. So calls at a wrong hour are told for the allowed days of the week, holidays among them;
//! a call on a holiday at a wrong hour stands in both counts until the second reading has told days and hours apart.

use std::collections::BTreeMap;

use super::holidays::{Holiday, holiday};
use crate::{
    kpi::Board,
    model::{Day, NameId, Practice, order},
    tally::Ledger,
};

/// Numbers that are named.
const NUMBERS: usize = 5;

/// An hour of a day of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hour {
    /// Calls.
    pub calls: u64,
    /// Answered calls.
    pub answered: u64,
}

/// When calls were made.
#[derive(Clone, Debug, PartialEq)]
pub struct Calling {
    /// All calls.
    pub calls: u64,
    /// Calls of which the hour is known.
    pub with_hour: u64,
    /// By day of the week, Monday first, and hour.
    pub hours: [[Hour; 24]; 7],
    /// Calls on days of the week on which none may be made.
    pub wrong_weekday: u64,
    /// Calls outside the hours, on days of the week on which calls may be made; `None` where no hour is known.
    pub wrong_hour: Option<u64>,
    /// Public holidays of the period with calls: the day, which one, how many.
    pub holidays: Vec<(Day, Holiday, u64)>,
    /// Numbers with most calls at a wrong hour or on a wrong day of the week, of the calls with an hour.
    pub numbers: Vec<(String, u64)>,
}

impl Calling {
    /// Calls on public holidays.
    pub fn on_holidays(&self) -> u64 {
        self.holidays.iter().map(|(.., calls)| calls).sum()
    }
}

/// Holds the calls of a ledger against the rules.
pub fn calling(board: &Board, ledger: &Ledger, practice: &Practice) -> Calling {
    let mut hours = [[Hour::default(); 24]; 7];
    let mut by_number: BTreeMap<NameId, u64> = BTreeMap::new();
    let (mut with_hour, mut wrong_hour) = (0, 0);
    for (key, tally) in &ledger.hours {
        let calls = u64::from(tally.calls);
        let (weekday, hour) = (usize::from(key.weekday.min(6)), usize::from(key.hour.min(23)));
        hours[weekday][hour].calls += calls;
        hours[weekday][hour].answered += u64::from(tally.answered);
        with_hour += calls;
        let (day_holds, hour_holds) = (practice.weekdays[weekday], practice.allows_hour(key.hour));
        wrong_hour += if day_holds && !hour_holds { calls } else { 0 };
        if !(day_holds && hour_holds) && key.number != 0 {
            *by_number.entry(key.number).or_default() += calls;
        }
    }
    let (mut calls, mut wrong_weekday, mut holidays) = (0, 0, Vec::new());
    for (day, sums) in board.account.iter().filter(|(_, sums)| sums.calls > 0) {
        calls += sums.calls;
        if !practice.weekdays[day.weekday().num_days_from_monday() as usize] {
            wrong_weekday += sums.calls;
        } else if let Some(holiday) = practice.holidays.and_then(|calendar| holiday(calendar, day)) {
            holidays.push((day, holiday, sums.calls));
        }
    }
    let mut numbers: Vec<(String, u64)> =
        by_number.into_iter().map(|(id, calls)| (ledger.names.numbers.get(id).to_owned(), calls)).collect();
    order::sort_by(&mut numbers, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    numbers.truncate(NUMBERS);
    let wrong_hour = (with_hour > 0).then_some(wrong_hour);
    Calling { calls, with_hour, hours, wrong_weekday, wrong_hour, holidays, numbers }
}
