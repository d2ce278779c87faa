//! Why a row was read and not counted. Rows read = rows counted + rows set aside, always.

use serde::{Deserialize, Serialize};

/// The reason for which a row is set aside (`report-contract.md`, `set_aside`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Aside {
    /// A call received.
    Inbound,
    /// A call between two extensions.
    Internal,
    /// A row about a call that was never dialled.
    NotDialled,
    /// Another leg of a call that is counted.
    Leg,
    /// A leg that came after its call had left the joining window.
    LateLeg,
    /// The same call, counted already.
    Duplicate,
    /// No date, or one that does not exist.
    BadDate,
    /// An own number that is not a phone number.
    BadNumber,
    /// A number that a spreadsheet turned into `3,31E+10`.
    NumberMangled,
    /// The own-number cell is empty.
    NoNumber,
    /// Too few or too many fields for its header, or a quote that is never closed.
    Ragged,
    /// Longer than the reader's limit for one record.
    TooLong,
    /// A negative duration or count.
    Negative,
    /// A line of totals, a footer, a title.
    TotalsLine,
    /// After the last day asked for (`--as-of`).
    OutOfPeriod,
}

impl Aside {
    /// All reasons, in order.
    pub const ALL: [Self; 15] = [
        Self::Inbound,
        Self::Internal,
        Self::NotDialled,
        Self::Leg,
        Self::LateLeg,
        Self::Duplicate,
        Self::BadDate,
        Self::BadNumber,
        Self::NumberMangled,
        Self::NoNumber,
        Self::Ragged,
        Self::TooLong,
        Self::Negative,
        Self::TotalsLine,
        Self::OutOfPeriod,
    ];

    /// The id used in reports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Inbound => "inbound",
            Self::Internal => "internal",
            Self::NotDialled => "not_dialled",
            Self::Leg => "leg",
            Self::LateLeg => "late_leg",
            Self::Duplicate => "duplicate",
            Self::BadDate => "bad_date",
            Self::BadNumber => "bad_number",
            Self::NumberMangled => "number_mangled",
            Self::NoNumber => "no_number",
            Self::Ragged => "ragged",
            Self::TooLong => "too_long",
            Self::Negative => "negative",
            Self::TotalsLine => "totals_line",
            Self::OutOfPeriod => "out_of_period",
        }
    }
}
