//! The date column: its order of day, month and year is decided once, from the head, and verified over the file.

use serde::{Deserialize, Serialize};

use super::{
    account::{DateOrder, DayFirst},
    date_format::{Stamp, read_stamp},
    digits,
};
use crate::{model::Country, read::hash64};

/// How a column of dates is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The order.
    pub order: DateOrder,
    /// How day and month were settled, where there was a question.
    pub day_first: Option<DayFirst>,
}

/// Decides from the head's cells. `chosen` is the user's answer, `proven` what a first reading of the whole file has
/// shown. `None`: these are not dates.
pub fn decide(
    cells: &[&str],
    country: Option<Country>,
    chosen: Option<bool>,
    proven: Option<bool>,
) -> Option<Decision> {
    let filled: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let reads = |order| filled.iter().filter(|cell| read_stamp(cell.as_bytes(), order).is_some()).count();
    let clear = reads(DateOrder::Unmistakable);
    let (day, month, year) = (reads(DateOrder::DayFirst), reads(DateOrder::MonthFirst), reads(DateOrder::YearFirst));
    let most = day.max(month).max(year);
    if most == 0 {
        return None;
    }
    if clear == most {
        let year_first = filled.iter().any(|cell| {
            cell.bytes().take_while(u8::is_ascii_digit).count() == 4
                && !cell.bytes().any(|byte| byte.is_ascii_alphabetic() && byte != b'T' && byte != b'Z')
        });
        let order = if year_first { DateOrder::YearFirst } else { DateOrder::Unmistakable };
        return Some(Decision { order, day_first: None });
    }
    if year > day && year > month {
        return Some(Decision { order: DateOrder::YearFirst, day_first: None });
    }
    let of = |first: bool| if first { DateOrder::DayFirst } else { DateOrder::MonthFirst };
    let said = |first: bool| if first { DayFirst::Yes } else { DayFirst::No };
    let (first, how) = match (chosen, proven) {
        (Some(first), _) => (first, DayFirst::Chosen),
        (None, Some(first)) => (first, said(first)),
        (None, None) if day != month => (day > month, said(day > month)),
        (None, None) => (country.is_none_or(|country| country.code != "US"), DayFirst::Assumed),
    };
    Some(Decision { order: of(first), day_first: Some(how) })
}

/// Reads the cells of one column, remembers the last date, and counts what speaks for and against the order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DateReader {
    decision: Decision,
    last_date: [u8; 10],
    last_secs: i64,
    proven: u64,
    contradicted: u64,
}

impl DateReader {
    /// A reader of one column.
    pub fn new(decision: Decision) -> Self {
        Self { decision, last_date: [0; 10], last_secs: 0, proven: 0, contradicted: 0 }
    }

    /// The instant of a cell.
    pub fn read(&mut self, cell: &[u8]) -> Option<Stamp> {
        // 2026-02-03 09:00:06, 03/02/2026 09:00:06: the date is often that of the row before.
        if let Some((date, rest)) = cell.split_first_chunk::<10>()
            && *date == self.last_date
            && let Some(time) = clock(rest)
        {
            return Some(Stamp { secs: self.last_secs + time, offset_secs: None, has_time: true });
        }
        let Some(stamp) = read_stamp(cell, self.decision.order) else {
            if self.decision.day_first.is_some() && read_stamp(cell, self.other_order()).is_some() {
                self.contradicted += 1;
            }
            return None;
        };
        if self.decision.day_first == Some(DayFirst::Assumed) && read_stamp(cell, self.other_order()).is_none() {
            self.proven += 1;
        }
        if let (Some((date, rest)), None) = (cell.split_first_chunk::<10>(), stamp.offset_secs)
            && clock(rest).is_some_and(|time| (stamp.secs - time).rem_euclid(86_400) == 0)
        {
            self.last_date = *date;
            self.last_secs = stamp.secs.div_euclid(86_400) * 86_400;
        }
        Some(stamp)
    }

    /// Counts anew what speaks for and against the order; the last date stays.
    pub fn begin_part(&mut self) {
        (self.proven, self.contradicted) = (0, 0);
    }

    /// What tells the state at a border: a date that is remembered is not counted again.
    pub fn digest(&self) -> u64 {
        hash64(self.last_secs as u64, &self.last_date)
    }

    /// Adds what another part of the file says.
    pub fn merge(&mut self, other: &Self) {
        self.proven += other.proven;
        self.contradicted += other.contradicted;
    }

    /// What the whole file says: how the order was settled in the end, and the order to read it with again.
    pub fn verdict(&self) -> (Option<DayFirst>, Option<bool>) {
        let day_first = self.decision.order == DateOrder::DayFirst;
        match self.decision.day_first {
            Some(DayFirst::Assumed) if self.contradicted > self.proven => (Some(DayFirst::Assumed), Some(!day_first)),
            Some(DayFirst::Assumed) if self.proven > 0 => {
                (Some(if day_first { DayFirst::Yes } else { DayFirst::No }), None)
            }
            how => (how, None),
        }
    }

    fn other_order(&self) -> DateOrder {
        match self.decision.order {
            DateOrder::DayFirst => DateOrder::MonthFirst,
            _ => DateOrder::DayFirst,
        }
    }
}

/// ` 09:00:06` and nothing after: seconds of the day.
#[inline]
fn clock(rest: &[u8]) -> Option<i64> {
    let (b' ' | b'T', time) = rest.split_first()? else { return None };
    let clock = digits::clock(time.as_array()?)?;
    (clock.hours < 24 && clock.minutes < 60 && clock.secs < 60).then(|| clock.secs().into())
}
