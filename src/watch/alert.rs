//! The shape of an alert.

use serde::Serialize;

use crate::model::{Day, Scope, Subject};

/// What is watched (`product.md`, Alerts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// A source flags the number for the first time.
    NewlyBlacklisted,
    /// The score is below the limit.
    ReputationScoreLow,
    /// More answers are missing than chance explains: the sequential test.
    EarlyWarning,
    /// The answer rate fell from one active day to the next.
    #[serde(rename = "answer_rate_drop_24h")]
    AnswerRateDrop24h,
    /// The answer rate fell from one week to the next.
    AnswerRateDropWeek,
    /// Too many spam reports over 28 days.
    SpamReportRateHigh,
    /// Too many refusals over 7 days.
    RejectionRateHigh,
    /// Too many machines over 7 days.
    VoicemailRateHigh,
    /// Short conversations and few answers over 7 days.
    ShortTalkLowAnswer,
    /// More calls from one number in a day than the cap.
    VolumeCapExceeded,
}

impl Rule {
    /// All rules, weightiest first.
    pub const ALL: [Self; 10] = [
        Self::NewlyBlacklisted,
        Self::ReputationScoreLow,
        Self::EarlyWarning,
        Self::AnswerRateDrop24h,
        Self::AnswerRateDropWeek,
        Self::SpamReportRateHigh,
        Self::RejectionRateHigh,
        Self::VoicemailRateHigh,
        Self::ShortTalkLowAnswer,
        Self::VolumeCapExceeded,
    ];

    /// The id used in reports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NewlyBlacklisted => "newly_blacklisted",
            Self::ReputationScoreLow => "reputation_score_low",
            Self::EarlyWarning => "early_warning",
            Self::AnswerRateDrop24h => "answer_rate_drop_24h",
            Self::AnswerRateDropWeek => "answer_rate_drop_week",
            Self::SpamReportRateHigh => "spam_report_rate_high",
            Self::RejectionRateHigh => "rejection_rate_high",
            Self::VoicemailRateHigh => "voicemail_rate_high",
            Self::ShortTalkLowAnswer => "short_talk_low_answer",
            Self::VolumeCapExceeded => "volume_cap_exceeded",
        }
    }
}

/// What a sequential test has added up, and how much is too much for chance: logarithms of likelihood ratios.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Cusum {
    /// What it has added up.
    pub statistic: f64,
    /// Its limit.
    pub limit: f64,
}

/// How far an alert can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// Beyond chance, and beyond what the pool did.
    Confirmed,
    /// More likely than not.
    Probable,
    /// The rule fired; chance alone does that often.
    WithinNoise,
}

impl Grade {
    /// The id used in reports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Probable => "probable",
            Self::WithinNoise => "within_noise",
        }
    }
}

/// One onset of one rule for one subject. Its figures, grade and `since` are those of the first day on which it was
/// graded as well as it ever was, and rest on days up to that one. So a later day can move `until`, and can raise the
/// grade of an onset that still holds; it changes nothing else, and nothing of an onset that is over.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Alert {
    /// Which rule.
    pub rule: Rule,
    /// The kind of subject.
    pub scope: Scope,
    /// About whom.
    pub subject: Subject,
    /// The first day of the onset.
    pub day: Day,
    /// The last day on which the rule held.
    pub until: Day,
    /// The day on which the change is thought to have begun.
    pub since: Day,
    /// The day on which this grade was first reached, and whose figures these are: `day` or later.
    pub graded_on: Day,
    /// The figure of that day: points for a fall, per cent for a rate, the score, seconds, calls.
    pub value: f64,
    /// 95 % interval of the figure, where it has one.
    pub low: Option<f64>,
    /// Its upper end.
    pub high: Option<f64>,
    /// The limit that it passed, in the same unit.
    pub threshold: f64,
    /// How far to trust it.
    pub grade: Grade,
    /// What the figure rests on: calls, or readings.
    pub n: u64,
    /// The figure before (falls), in per cent.
    pub before: Option<f64>,
    /// The figure after (falls), in per cent.
    pub after: Option<f64>,
    /// The source of a reading.
    pub source: Option<String>,
    /// A flag that had no reading before it.
    pub first_reading: bool,
    /// Calls a day on the active days of the week that fell, for a number: to be held against the cap.
    pub calls_per_day: Option<f64>,
    /// The test behind an early warning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cusum: Option<Cusum>,
}
