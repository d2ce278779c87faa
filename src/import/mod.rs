//! Records → facts: which system, which column, dates, durations, outcome words. Knows nothing of tallies.
//!
//! A new exporter is one file in `systems/`, one fixture in `tests/fixtures/<system>/` and one snapshot.

mod account;
mod answers;
mod calls;
mod causes;
mod columns;
mod date_format;
mod dates;
mod departed;
mod digits;
mod direction;
mod draft;
mod duration;
mod entry;
mod extensions;
mod facts;
mod feed;
mod fold;
mod id_table;
mod incidents;
mod intake;
mod kept;
mod layout;
mod legs;
mod lexicon;
mod memo;
mod number;
mod open;
mod preview;
mod profile;
mod reader;
mod scale;
mod seam;
mod synonyms;
mod systems;
mod tables;
mod verdict;
mod words;

use std::io::{self, Read};

pub use account::{
    Answer, AsideExample, Basis, Column, DateOrder, DayFirst, FileAccount, FileKind, Preview, PreviewFact, PreviewRow,
    Why,
};
pub use departed::Past;
pub use draft::Draft;
pub use duration::Unit;
pub use entry::{Entered, Entry};
pub use facts::Facts;
pub use feed::{Given, Need, Taker, feed};
pub use preview::{Peek, preview};
pub use reader::{Import, Turn};
pub use seam::{Seam, Span};

use crate::model::{Call, Day, DayRow, NameId, ProblemKind, Range, Reading};

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
    /// Why it cannot be read, where that is known beforehand.
    fn refusal(&self) -> Option<ProblemKind> {
        None
    }
    /// A reader from the first byte.
    ///
    /// # Errors
    /// The file is gone or may not be read.
    fn open(&self) -> io::Result<Box<dyn Read + '_>>;
    /// A reader from a later byte on. Where the source cannot jump, the bytes before are read and dropped.
    ///
    /// # Errors
    /// The file is gone or may not be read.
    fn open_at(&self, byte: u64) -> io::Result<Box<dyn Read + '_>> {
        let mut reader = self.open()?;
        io::copy(&mut reader.by_ref().take(byte), &mut io::sink())?;
        Ok(reader)
    }
}

/// One thing that a row says.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// One call.
    Call(Call),
    /// One row of a daily table: rare beside calls, and three times as large.
    Day(Box<DayRow>),
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
    /// A range of numbers that a list labels or blocks.
    Range(Range),
}
