//! Where one part of a file ends and the next begins. A large file is read by several, each from a place that is
//! guessed; where two of them meet, both must stand at the same byte with the same rows in mind, or the guess was wrong.

use serde::{Deserialize, Serialize};

/// A part of a file: the records that begin in these bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub from: u64,
    /// The byte after the last; [`Span::WHOLE`] has no end.
    pub to: u64,
}

impl Span {
    /// All of a file.
    pub const WHOLE: Self = Self { from: 0, to: u64::MAX };

    /// Whether it begins with the file.
    pub const fn is_first(self) -> bool {
        self.from == 0
    }

    /// Whether it ends with the file.
    pub const fn is_last(self) -> bool {
        self.to == u64::MAX
    }
}

/// A place between two records, and what is remembered there of the rows before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seam {
    /// The byte with which the next record begins.
    pub byte: u64,
    /// A hash of all that the rows before may change about how the next ones are read: calls that wait for other legs,
    /// records that may come again, the last date.
    pub memory: u64,
}
