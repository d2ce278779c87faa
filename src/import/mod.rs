//! Records → facts: which system, which column, dates, durations, outcome words. Knows nothing of tallies.
//!
//! A new exporter is one file in `systems/`, one fixture in `tests/fixtures/<system>/` and one snapshot.

mod account;

use std::io::{self, Read};

pub use account::{
    Answer, AsideExample, Basis, Column, DateOrder, DayFirst, FileAccount, FileKind, Preview, PreviewFact, PreviewRow,
    Why,
};

use crate::model::{Call, Day, DayRow, Dictionary, NameId, Problem, ProblemKind, Reading, Settings};

/// Where a file's bytes come from. It can be opened again: dates that contradict an assumption, or days that two
/// files share, take a second reading.
pub trait Source {
    /// The file's name.
    fn name(&self) -> &str;
    /// Its length in bytes.
    fn len(&self) -> u64;
    /// Whether it has no bytes.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// A reader from the first byte.
    ///
    /// # Errors
    /// The file is gone or may not be read.
    fn open(&self) -> io::Result<Box<dyn Read + '_>>;
}

/// One thing that a row says.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// One call.
    Call(Call),
    /// One row of a daily table.
    Day(DayRow),
    /// One reading of a reputation tool.
    Reading(Reading),
    /// Spam reports about a number on a day.
    Reports {
        /// The own number.
        number: NameId,
        /// The day of the reports.
        day: Day,
        /// How many.
        count: u32,
    },
}

/// A file being read: hands out its facts one by one, then its account.
pub struct Import<'a> {
    account: FileAccount,
    source: std::marker::PhantomData<&'a ()>,
}

impl<'a> Import<'a> {
    /// Opens a file, looks at its head (the same whatever the chunks of the source) and decides what it is.
    /// `day_first` overrides what the head and the settings say about dates.
    ///
    /// # Errors
    /// A file of which nothing can be counted.
    pub fn open(source: &'a dyn Source, _settings: &'a Settings, _day_first: Option<bool>) -> Result<Self, Problem> {
        Err(Problem::of_file(ProblemKind::NotRecognised, source.name()))
    }

    /// The next fact; rows set aside on the way are entered in the account. `None` at the end.
    /// Each fact is one row: rows = facts + rows set aside.
    pub fn next(&mut self, _names: &mut Dictionary) -> Option<Fact> {
        None
    }

    /// Bytes of the file read so far.
    pub fn bytes_read(&self) -> u64 {
        0
    }

    /// Rows read so far.
    pub fn rows(&self) -> u64 {
        self.account.rows
    }

    /// What the file was and what became of its rows; `counted` is left to the caller.
    pub fn finish(self) -> FileAccount {
        self.account
    }
}

/// The first ten rows as they would be read with these settings, for the mapping screen.
///
/// # Errors
/// A file of which nothing can be read.
pub fn preview(source: &dyn Source, _settings: &Settings) -> Result<Preview, Problem> {
    Err(Problem::of_file(ProblemKind::NotRecognised, source.name()))
}
