//! The shape of a KPI.

use serde::{Serialize, Serializer, ser::SerializeMap};

/// One of the seven KPIs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KpiId {
    /// Answered ÷ calls.
    AnswerRate,
    /// Spam reports ÷ calls.
    SpamReportRate,
    /// The latest reading, 0 to 100.
    ReputationScore,
    /// (Rejected + blocked + hang-ups) ÷ calls.
    RejectionRate,
    /// Voicemail ÷ calls.
    VoicemailRate,
    /// Talk ÷ answered calls with a known talk time, in seconds.
    AverageTalkTime,
    /// Conversions ÷ calls.
    ConversionRate,
}

impl KpiId {
    /// All seven, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::AnswerRate,
        Self::SpamReportRate,
        Self::ReputationScore,
        Self::RejectionRate,
        Self::VoicemailRate,
        Self::AverageTalkTime,
        Self::ConversionRate,
    ];

    /// The id used in reports and on the page.
    pub const fn id(self) -> &'static str {
        match self {
            Self::AnswerRate => "answer_rate",
            Self::SpamReportRate => "spam_report_rate",
            Self::ReputationScore => "reputation_score",
            Self::RejectionRate => "rejection_rate",
            Self::VoicemailRate => "voicemail_rate",
            Self::AverageTalkTime => "average_talk_time",
            Self::ConversionRate => "conversion_rate",
        }
    }

    /// Whether more is better.
    pub const fn higher_is_better(self) -> bool {
        !matches!(self, Self::SpamReportRate | Self::RejectionRate | Self::VoicemailRate)
    }
}

/// The colour of a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Zone {
    /// Healthy.
    Green,
    /// Watch.
    Amber,
    /// Alert.
    Red,
    /// Not measured, or too little to tell.
    #[default]
    Unknown,
}

impl Zone {
    /// The id used in reports and on the page.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Red => "red",
            Self::Unknown => "unknown",
        }
    }
}

/// Why a figure is less than it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Partial {
    /// Blocked calls cannot be told: a lower bound.
    BlockedUnknown,
    /// Hang-ups cannot be told: a lower bound.
    HangUpsUnknown,
    /// Voicemail is not told apart: "answered" may include it.
    VoicemailInAnswered,
    /// Above 1 % of the calls have a word that nobody has assigned.
    UnclassifiedWords,
    /// Known for a part of the calls only.
    SomeCallsUnknown,
    /// More reports than calls: a count, not a rate.
    MoreReportsThanCalls,
}

/// Which way a KPI has moved, where it moved the wrong way beyond chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Up, and up is bad.
    Rising,
    /// Down, and down is bad.
    Falling,
}

/// The last days against those before.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Trend {
    /// Change in the KPI's own unit (points for a rate).
    pub change: f64,
    /// 95 % interval of the change; `None` for a score and a talk time.
    pub low: Option<f64>,
    /// Its upper end.
    pub high: Option<f64>,
    /// The value before.
    pub before: f64,
    /// Set where it moved the wrong way with its interval clear of 0.
    pub mark: Option<Mark>,
}

/// One KPI of one scope over one span of days. Not measured: value, low, high `None`, n 0, zone unknown.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Kpi {
    /// Per cent (0 to 100) for a rate, seconds for a talk time, 0 to 100 for a score.
    pub value: Option<f64>,
    /// Lower end of the 95 % interval.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// What it rests on: calls, answered calls with a talk time, or readings.
    pub n: u64,
    /// Its colour.
    pub zone: Zone,
    /// Whether the interval lies within one zone.
    pub certain: bool,
    /// Why it is less than it looks.
    pub partial: Vec<Partial>,
    /// The numerator, where it is a count (answered calls, reports, ...).
    pub count: Option<u64>,
    /// The second figure shown beside it: answered ÷ calls without voicemail, conversions ÷ answered.
    pub beside: Option<f64>,
    /// The last 7 active days against the 28 days before; `None` where there is too little.
    pub trend: Option<Trend>,
    /// A pool's or account's scores: how many numbers stand in the green, amber, red and unknown zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone_counts: Option<[u64; 4]>,
}

/// The seven KPIs of one scope. In JSON an object keyed by id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kpis(pub [Kpi; 7]);

impl Kpis {
    /// One of them.
    pub fn get(&self, id: KpiId) -> &Kpi {
        &self.0[id as usize]
    }
}

impl Serialize for Kpis {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for id in KpiId::ALL {
            map.serialize_entry(id.id(), self.get(id))?;
        }
        map.end()
    }
}
