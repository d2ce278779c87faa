//! What a file was, and what became of each of its rows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::duration::Unit;
use crate::model::{Aside, Outcome, OutcomeSet, Problem, Role, ScoreScale};

/// What a file holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// One row per call.
    #[default]
    Calls,
    /// One row per number and day.
    Daily,
    /// Readings of a reputation tool.
    Readings,
    /// Complaints or spam reports.
    Complaints,
}

/// How surely the system is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The header (or the layout of a headerless file) is that of the system.
    Header,
    /// Names and words of the system, no known layout.
    Vocabulary,
    /// By the values alone.
    #[default]
    Guess,
    /// The user said so.
    Chosen,
}

/// The order of day, month and year in the date column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 2026-02-03.
    YearFirst,
    /// 03/02/2026 is 3 February.
    DayFirst,
    /// 03/02/2026 is 2 March.
    MonthFirst,
    /// The month is a word, or the date is a count of seconds.
    Unmistakable,
}

/// How the order of day and month was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayFirst {
    /// A date above 12, or the system's own format, says so.
    Yes,
    /// The same, month first.
    No,
    /// Nothing tells; the page asks, and until then this was taken.
    Assumed,
    /// The user said so.
    Chosen,
}

/// Why a column was given its role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The system's own column.
    System,
    /// Its header is a known name for it.
    Header,
    /// Its values look like it.
    Values,
    /// The user said so.
    Chosen,
    /// Nothing speaks for a role.
    #[default]
    Unused,
}

/// One column of the file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// The header as written; `#1` for the first column of a headerless file.
    pub header: String,
    /// What it is taken for.
    pub role: Option<Role>,
    /// Why.
    pub why: Why,
    /// How sure, 0 to 100.
    pub confidence: u8,
    /// Up to three values from the head. May hold callees' numbers: shown on the page, never exported.
    pub samples: Vec<String>,
}

/// A row set aside, to be looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AsideExample {
    /// Why.
    pub reason: Aside,
    /// The line in the file, from 1.
    pub line: u64,
    /// The column at fault, where there is one.
    pub column: Option<String>,
    /// What stood there, cut at 80 characters.
    pub found: Option<String>,
}

/// An outcome word of the file and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The word as written most often.
    pub word: String,
    /// What it was taken for; [`Outcome::Unclassified`] where nobody has assigned it.
    pub outcome: Outcome,
    /// On how many rows.
    pub rows: u64,
    /// The column it stands in: [`Role::Outcome`] or [`Role::Result`].
    pub role: Role,
    /// Whether it says that the objective was reached; `None` for a word that cannot say so.
    pub converts: Option<bool>,
}

/// What a file was, and what became of each of its rows: rows = counted + sum(set_aside), always.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FileAccount {
    /// The file's name.
    pub name: String,
    /// What it holds.
    pub kind: FileKind,
    /// The system's id (`report-contract.md`, System ids).
    pub system: String,
    /// How surely the system is known.
    pub basis: Basis,
    /// `utf-8`, `windows-1252`, `utf-16le`, `utf-16be`.
    pub encoding: String,
    /// The delimiter; `None` where the file has one column.
    pub delimiter: Option<char>,
    /// Whether it was gzipped.
    pub gzip: bool,
    /// Bytes of the file as given.
    pub bytes: u64,
    /// Data rows read, header and junk lines excluded.
    pub rows: u64,
    /// Rows that became a call, a day or a reading.
    pub counted: u64,
    /// Rows set aside, by reason; no entry is zero.
    pub set_aside: BTreeMap<Aside, u64>,
    /// The first twenty rows of each reason.
    pub examples: Vec<AsideExample>,
    /// All columns, in the file's order.
    pub columns: Vec<Column>,
    /// The order of the dates; `None` without dates.
    pub date_order: Option<DateOrder>,
    /// How that order was settled; `None` where there was no question.
    pub day_first: Option<DayFirst>,
    /// The file, read to its end, contradicts the order that was taken: read it again with this `day_first`.
    pub reread_day_first: Option<bool>,
    /// The scale of its scores, and why it is taken for that; `None` without scores.
    pub score_scale: Option<(ScoreScale, Why)>,
    /// Outcomes that this file tells apart.
    pub known: OutcomeSet,
    /// The talk column is a conversation time with a resolution of a second, so hang-ups can be told.
    pub hang_ups_known: bool,
    /// The file can say which calls reached the objective: a column for it, or at least one word.
    pub conversions_known: bool,
    /// What a bare number in the column of talk times counts; `None` without such a column.
    pub talk_unit: Option<Unit>,
    /// Outcome words found, most frequent first, at most 200.
    pub words: Vec<Answer>,
    /// Identifies the header: 16 hex digits.
    pub signature: String,
    /// What is wrong with the file, worst first.
    pub problems: Vec<Problem>,
}

impl FileAccount {
    /// Enters one row as set aside.
    pub fn set_aside(&mut self, reason: Aside) {
        *self.set_aside.entry(reason).or_default() += 1;
    }

    /// All rows set aside.
    pub fn aside_total(&self) -> u64 {
        self.set_aside.values().sum()
    }

    /// The header of the column with a role.
    pub fn header_of(&self, role: Role) -> Option<&str> {
        self.columns.iter().find(|column| column.role == Some(role)).map(|column| &*column.header)
    }
}

/// What the mapping screen shows: the account of the head, and ten rows read that way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// The account of the head alone (its `rows` and `counted` count the head).
    pub account: FileAccount,
    /// The first ten data rows.
    pub rows: Vec<PreviewRow>,
}

/// One row, as it stands and as it is read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PreviewRow {
    /// The cells as written.
    pub cells: Vec<String>,
    /// Number, day, hour, outcome, talk seconds as read; `None` where the row is set aside.
    pub read: Option<PreviewFact>,
    /// Why it is set aside.
    pub aside: Option<Aside>,
}

/// A call as read, for the eye.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PreviewFact {
    /// The own number.
    pub number: String,
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// The hour, where known.
    pub hour: Option<u8>,
    /// The outcome's id.
    pub outcome: String,
    /// Conversation time in seconds, where known.
    pub talk_secs: Option<f64>,
}
