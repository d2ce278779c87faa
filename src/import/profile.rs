//! What the values of a column look like, for columns whose header says nothing, and to doubt headers that lie.

use std::collections::BTreeSet;

use super::{
    account::DateOrder,
    date_format::{read_stamp, read_time},
    direction::Direction,
    duration::{Unit, read_ms},
    fold::fold,
    lexicon::{Lexicon, Place},
    number::NumberFormat,
};
use crate::model::{Role, Settings};

/// Shares, 0 to 1, of the filled cells of a column.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// Filled cells.
    pub count: usize,
    /// Distinct values.
    pub distinct: f64,
    /// Dates.
    pub dates: f64,
    /// What is written like a date, whether or not it exists.
    pub date_like: f64,
    /// Dates with a time of day.
    pub timed: f64,
    /// Times of day.
    pub clocks: f64,
    /// Phone numbers.
    pub phones: f64,
    /// Digits at all.
    pub numeric: f64,
    /// Durations.
    pub durations: f64,
    /// Direction words.
    pub directions: f64,
    /// Outcome words.
    pub outcomes: f64,
}

impl Profile {
    /// Looks at the cells of the head.
    pub fn of(cells: &[&str]) -> Self {
        let filled: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        if filled.is_empty() {
            return Self::default();
        }
        let lexicon = Lexicon::new(&Settings::default());
        let count = filled.len();
        let share = |is: &dyn Fn(&str) -> bool| filled.iter().filter(|cell| is(cell)).count() as f64 / count as f64;
        let stamp = |cell: &str| {
            [DateOrder::DayFirst, DateOrder::MonthFirst]
                .into_iter()
                .find_map(|order| read_stamp(cell.as_bytes(), order))
        };
        let numbers = NumberFormat::default();
        let digits = |cell: &str| cell.bytes().filter(u8::is_ascii_digit).count();
        Self {
            count,
            distinct: filled.iter().collect::<BTreeSet<_>>().len() as f64 / count as f64,
            dates: share(&|cell| stamp(cell).is_some()),
            date_like: share(&|cell| {
                let marks = cell.bytes().filter(|byte| matches!(byte, b'-' | b'/' | b'.')).count();
                marks >= 2
                    && digits(cell) >= 4
                    && cell.bytes().take(11).all(|byte| !byte.is_ascii_alphabetic() || byte == b'T')
            }),
            timed: share(&|cell| stamp(cell).is_some_and(|stamp| stamp.has_time)),
            clocks: share(&|cell| cell.contains([':', 'h']) && cell.len() >= 4 && read_time(cell.as_bytes()).is_some()),
            phones: share(&|cell| {
                (8..=15).contains(&digits(cell)) && stamp(cell).is_none() && numbers.read(cell.as_bytes()).is_ok()
                    || cell.starts_with('+') && digits(cell) >= 7
            }),
            numeric: share(&|cell| digits(cell) > 0 && digits(cell) * 2 >= cell.len()),
            durations: share(&|cell| {
                cell.len() <= 12
                    && matches!(read_ms(cell.as_bytes(), Unit::Seconds), Ok(Some(_)) | Err(_))
                    && stamp(cell).is_none()
            }),
            directions: share(&|cell| !cell.is_empty() && Direction::of(&fold(cell)).is_some()),
            outcomes: share(&|cell| digits(cell) == 0 && lexicon.read(cell, Place::Status).is_some()),
        }
    }

    /// Whether the values could be of that role; an empty column could be anything but a date.
    pub fn allows(&self, role: Role) -> bool {
        let empty = self.count == 0;
        match role {
            Role::Started | Role::Date => self.dates >= 0.5 || self.date_like >= 0.5,
            Role::Time => empty || self.clocks >= 0.5,
            Role::Own | Role::Caller | Role::Callee => empty || self.numeric >= 0.3 || self.phones >= 0.3,
            Role::Talk | Role::Duration | Role::Ring => empty || self.durations >= 0.5,
            Role::Direction => empty || self.directions >= 0.5,
            Role::Score | Role::Reports | Role::SipCode | Role::Attempt => empty || self.numeric >= 0.5,
            _ => true,
        }
    }
}
