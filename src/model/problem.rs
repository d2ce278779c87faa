//! An error or a warning, as data: the page makes the sentence, in the reader's language.

use serde::{Deserialize, Serialize};

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// The file's name.
    pub file: String,
    /// The line in the file, from 1; `None` where it concerns the whole file.
    pub line: Option<u64>,
    /// The column's header (or its position, `#3`).
    pub column: Option<String>,
    /// What was found, cut at 80 characters. Never a callee's number.
    pub found: Option<String>,
    /// How many rows it concerns.
    pub rows: u64,
}

impl Problem {
    /// A problem of a whole file.
    pub fn of_file(kind: ProblemKind, file: &str) -> Self {
        Self { kind, file: file.to_owned(), line: None, column: None, found: None, rows: 0 }
    }
}

/// What is wrong. The first group ends the reading of a file, the second is said and the reading goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// Zero bytes.
    EmptyFile,
    /// A header and no rows (or the exporter's own "no calls in this period").
    HeaderOnly,
    /// A PDF.
    Pdf,
    /// A workbook that cannot be read: of old Excel, of OpenDocument, behind a password, or without a table.
    Workbook,
    /// An archive that cannot be unpacked: 7z, RAR and their kin.
    Archive,
    /// An archive behind a password.
    EncryptedArchive,
    /// An archive or workbook that is cut off or damaged.
    DamagedArchive,
    /// A file in an archive, packed in a way that is not known.
    UnknownPacking,
    /// What is unpacked would be larger than any export.
    UnpacksTooLarge,
    /// An archive that holds no files.
    EmptyArchive,
    /// An image.
    Image,
    /// Other bytes that are not text.
    Binary,
    /// No column holds dates.
    NoDateColumn,
    /// The file could not be opened or read to its end (deleted, moved, no permission).
    Unreadable,
    /// A table that is neither calls, days, readings nor complaints.
    NotRecognised,
    /// The reader itself failed; nothing of the file is counted.
    ReaderFailed,

    /// No column holds the own number: everything counts for the account only.
    NoNumberColumn,
    /// A gzip stream that ends early or is damaged: what was read before is kept.
    TruncatedGzip,
    /// The file ended in the middle of a read: what was read before is kept.
    ReadStopped,
    /// A quote that is opened and never closed.
    UnclosedQuote,
    /// A record over the length limit.
    TooLong,
    /// Rows with too few or too many fields.
    Ragged,
    /// Dates that do not exist or could not be understood.
    BadDate,
    /// Negative durations or counts.
    Negative,
    /// Numbers that a spreadsheet has rounded.
    NumberMangled,
    /// Own numbers that are not phone numbers.
    BadNumber,
    /// Day and month could be swapped: the user is asked.
    AmbiguousDates,
    /// Characters that the encoding does not know, replaced.
    BadCharacters,
    /// More cells than the limit: agents, then teams, are no longer told apart.
    TooManyCells,
    /// No column tells what became of a call.
    NoOutcomeColumn,
}

impl ProblemKind {
    /// Whether nothing of the file could be counted.
    pub const fn is_fatal(self) -> bool {
        (self as u8) < (Self::NoNumberColumn as u8)
    }
}
