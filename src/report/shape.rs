//! The shape of the report (`ringwell.report/1`). Adding a field is free; renaming or removing one changes the version.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    diagnose::Finding,
    import::{Basis, FileKind},
    kpi::{Kpis, ScorePart},
    model::{Day, Range},
    watch::Alert,
};

/// The whole answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// `ringwell.report/1`.
    pub schema: &'static str,
    /// The days covered; `None` where no row counted.
    pub period: Option<Period>,
    /// The day for which it is said what is current: `--as-of`, else the last day with calls.
    pub as_of: Option<Day>,
    /// One entry per file, in the order given.
    pub files: Vec<FileReport>,
    /// All calls.
    pub totals: Totals,
    /// The account's KPIs.
    pub kpis: Kpis,
    /// Own numbers, by calls, most first.
    pub numbers: Vec<NumberReport>,
    /// Days with a call, in order.
    pub days: Vec<DayReport>,
    /// Numbers and days with a call, by number, then day. Empty until asked for: the page does not need it.
    pub number_days: Vec<NumberDay>,
    /// Most urgent first.
    pub alerts: Vec<Alert>,
    /// Most urgent first.
    pub findings: Vec<Finding>,
    /// Remarks that are no findings.
    pub notes: Vec<Note>,
}

/// The days covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Period {
    /// First day with calls.
    pub from: Day,
    /// Last day with calls.
    pub to: Day,
    /// Days with 5 calls or more.
    pub active_days: usize,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FileReport {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: FileKind,
    /// The system's id.
    pub system: String,
    /// How surely it is known.
    pub basis: Basis,
    /// Its encoding.
    pub encoding: String,
    /// Its delimiter, as one character.
    pub delimiter: Option<char>,
    /// Bytes as given.
    pub bytes: u64,
    /// Data rows read.
    pub rows: u64,
    /// Rows that became a call, a day or a reading.
    pub counted: u64,
    /// The other rows, by reason.
    pub set_aside: BTreeMap<&'static str, u64>,
    /// Role id → header. `caller` is always there, null where no column holds the own number.
    pub columns: BTreeMap<&'static str, Option<String>>,
    /// `yes`, `no`, `assumed`, `chosen`; null where there was no question.
    pub day_first: Option<crate::import::DayFirst>,
    /// The scale of its scores: `0-100`, `0-10`, `spam-0-100`, `spam-0-10`; null without scores.
    pub score_scale: Option<&'static str>,
    /// The order of the dates.
    pub date_order: Option<crate::import::DateOrder>,
    /// Ids of what is wrong with the file (`docs/report.md`).
    pub problems: Vec<crate::model::ProblemKind>,
}

/// Counts. Null is not measured; zero is measured, and none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Totals {
    /// Calls.
    pub calls: u64,
    /// Answered by a human (or by anyone, where voicemail is null).
    pub answered: u64,
    /// Met a machine.
    pub voicemail: Option<u64>,
    /// Declined.
    pub rejected: Option<u64>,
    /// Refused by the network.
    pub blocked: Option<u64>,
    /// Busy.
    pub busy: Option<u64>,
    /// Rang out.
    pub no_answer: Option<u64>,
    /// Given up.
    pub canceled: Option<u64>,
    /// The number does not exist.
    pub invalid: Option<u64>,
    /// Not placed.
    pub failed: Option<u64>,
    /// Words that nobody has assigned.
    pub unclassified: u64,
    /// Answered and ended within seconds.
    pub hang_ups: Option<u64>,
    /// Conversation time, in seconds.
    pub talk_seconds: Option<f64>,
    /// Conversions.
    pub conversions: Option<u64>,
    /// Spam reports.
    pub spam_reports: Option<u64>,
}

/// One own number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NumberReport {
    /// E.164 where known.
    pub number: String,
    /// `campaign:NAME` or `team:NAME`; null where the account is the pool.
    pub pool: Option<String>,
    /// Counts.
    pub totals: Totals,
    /// KPIs.
    pub kpis: Kpis,
    /// Whether a current reading flags it; null without one.
    pub flagged: Option<bool>,
    /// What to do about it today.
    pub status: Status,
    /// The score that decides; without a current one an estimate, on which nothing rests.
    pub score: Option<Score>,
    /// Ranges that lists label or block as a whole and that it lies in: information, never evidence of a fall.
    pub ranges: Vec<RangeReport>,
    /// First and last day with calls.
    pub first_day: Day,
    /// Last day with calls.
    pub last_day: Day,
    /// Calls a day on its last seven active days.
    pub calls_per_day: f64,
}

/// A range that a number lies in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RangeReport {
    /// The list: `arcep` (numbers for automated calling, built in) or `saracroche`.
    pub list: String,
    /// The range, `33162######`.
    pub pattern: String,
    /// What the list calls it; null where it has no name.
    pub name: Option<String>,
}

impl RangeReport {
    /// As the report says it.
    pub fn of(range: &Range) -> Self {
        let Range { pattern, name, list } = range.clone();
        Self { list, pattern, name: Some(name).filter(|name| !name.is_empty()) }
    }
}

/// What to do about a number today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It needs you today.
    Act,
    /// Keep an eye on it.
    Watch,
    /// It rings well.
    Well,
    /// Too few calls to tell.
    #[default]
    Unknown,
}

/// A score and where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Score {
    /// 0 to 100, 100 best.
    pub value: f64,
    /// Imported or estimated.
    pub origin: ScoreOrigin,
    /// The source; `ringwell` for an estimate.
    pub source: String,
    /// The day of the reading, or the one as of which it is estimated.
    pub day: Day,
    /// What an estimate is made of; left out of an imported score.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<ScorePart>,
}

/// Where a score comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ScoreOrigin {
    /// A file said so.
    Imported,
    /// Estimated from the number's own behaviour: never evidence.
    Estimated,
}

/// One day of the account.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DayReport {
    /// The day.
    pub day: Day,
    /// Counts.
    pub totals: Totals,
    /// KPIs of that day alone.
    pub kpis: Kpis,
}

/// One number on one day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NumberDay {
    /// The number.
    pub number: String,
    /// The day.
    pub day: Day,
    /// Counts.
    pub totals: Totals,
}

/// A remark that is no finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Note {
    /// Its id: `unclassified_words`, `too_few_calls`, `voicemail_not_measured`, `no_number_column`, ...
    pub id: &'static str,
    /// The subject or file it is about.
    pub about: Option<String>,
    /// A figure that goes with it: per cent, calls.
    pub value: Option<f64>,
}
