//! Everything that the user may choose: the JSON that the page stores and exports.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

use super::{Country, Day, Outcome, Percent, Planning, ScoreScale, ZoneFinder, ZoneTable};

/// All choices. Every field has a default, so that an older or partial JSON still reads.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Two letters: completes national numbers to E.164.
    pub country: Option<String>,
    /// The account's zone; decides the day where the file has UTC or offsets.
    pub time_zone: Option<ZoneTable>,
    /// What the calls are for: the range of a good talk time.
    pub objective: Option<Objective>,
    /// Knows the zones that a file's rows name.
    #[serde(skip)]
    pub zone_finder: ZoneFinder,
    /// The last day that counts; the last day with calls where absent.
    pub as_of: Option<Day>,
    /// What to do with days that two files cover.
    pub overlap: Overlap,
    /// Zone boundaries of the KPIs.
    pub kpis: KpiThresholds,
    /// Limits of the alerts.
    pub watch: WatchThresholds,
    /// Choices about the days to come.
    pub planning: Planning,
    /// What each column is, chosen by the user, by header signature (hex); `"*"` holds for every file.
    pub mappings: BTreeMap<String, Mapping>,
    /// Outcome words assigned by the user, folded to lower case.
    pub words: BTreeMap<String, Outcome>,
    /// Outcome words that count as a conversion, folded to lower case.
    pub conversions: Vec<String>,
    /// Outcome words that do not, whatever they usually say.
    pub no_conversions: Vec<String>,
}

/// What the calls are for. Sets the range of a good average talk time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Objective {
    /// 2 to 4 minutes.
    Appointment,
    /// 3 to 6 minutes.
    Qualification,
    /// 5 to 15 minutes.
    DirectSales,
}

impl Objective {
    /// The range of a good average talk time, in seconds (the article, KPI 6).
    pub const fn talk_secs(self) -> (f64, f64) {
        match self {
            Self::Appointment => (120.0, 240.0),
            Self::Qualification => (180.0, 360.0),
            Self::DirectSales => (300.0, 900.0),
        }
    }
}

/// What to do with days that two call files cover.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Overlap {
    /// The same call counts once.
    #[default]
    Same,
    /// Every row counts.
    Add,
    /// The later file's days replace the earlier's.
    Replace,
}

/// Two boundaries of a zone. Which side is good is the KPI's own business; the middle zone includes both.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bounds {
    /// The lower boundary.
    pub low: Percent,
    /// The higher boundary.
    pub high: Percent,
}

const fn bounds(low: f64, high: f64) -> Bounds {
    Bounds { low: Percent::literal(low), high: Percent::literal(high) }
}

/// Zone boundaries of the KPIs (`product.md`, The seven KPIs).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KpiThresholds {
    /// Green above `high`, red below `low`.
    pub answer_rate: Bounds,
    /// Green below `low`, red above `high`.
    pub spam_report_rate: Bounds,
    /// Green from `high`, red below `low`.
    pub reputation_score: Bounds,
    /// Green below `low`, red above `high`.
    pub rejection_rate: Bounds,
    /// Red above.
    pub voicemail_rate: Percent,
    /// Talk time below which the colour turns, in seconds.
    pub short_talk_secs: f64,
    /// An answered call shorter than this is a hang-up: whole seconds, 2 to 10.
    pub hang_up_secs: u8,
    /// How many days a score counts.
    pub score_days: u16,
    /// Green up to, amber up to, red above: calls a day from one number.
    pub calls_per_day: (u32, u32),
}

impl Default for KpiThresholds {
    fn default() -> Self {
        Preset::Article.thresholds()
    }
}

/// A set of zone boundaries to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// The article's figures.
    Article,
    /// Cold calling of consumers: fewer answers are normal.
    B2cCold,
    /// Calling businesses: switchboards answer, voicemail is common.
    B2b,
}

impl Preset {
    /// Its boundaries.
    pub const fn thresholds(self) -> KpiThresholds {
        let article = KpiThresholds {
            answer_rate: bounds(25.0, 40.0),
            spam_report_rate: bounds(0.5, 2.0),
            reputation_score: bounds(50.0, 80.0),
            rejection_rate: bounds(5.0, 15.0),
            voicemail_rate: Percent::literal(60.0),
            short_talk_secs: 30.0,
            hang_up_secs: 3,
            score_days: 14,
            calls_per_day: (50, 100),
        };
        match self {
            Self::Article => article,
            Self::B2cCold => {
                KpiThresholds { answer_rate: bounds(15.0, 30.0), rejection_rate: bounds(8.0, 20.0), ..article }
            }
            Self::B2b => {
                KpiThresholds { answer_rate: bounds(20.0, 35.0), voicemail_rate: Percent::literal(70.0), ..article }
            }
        }
    }
}

/// Limits of the alerts (`product.md`, Alerts).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WatchThresholds {
    /// Fall of the answer rate from one active day to the next, in points.
    pub drop_24h_points: Percent,
    /// Fall of the answer rate from one week to the next, in points.
    pub drop_week_points: Percent,
    /// Score below which a number is in danger.
    pub score_low: Percent,
    /// Spam reports per hundred calls over 28 days.
    pub spam_report_rate: Percent,
    /// Voicemail rate over 7 days.
    pub voicemail_rate: Percent,
    /// Rejection rate over 7 days.
    pub rejection_rate: Percent,
    /// Talk time under which, together with few answers, people hang up: seconds.
    pub short_talk_secs: f64,
    /// Answer rate under which a short talk time is an alert.
    pub low_answer_rate: Percent,
    /// Calls from one number in one day.
    pub volume_cap: u32,
    /// Calls that a 7-day rule needs.
    pub min_calls: u32,
    /// Calls that make a day active.
    pub active_day_calls: u32,
}

impl Default for WatchThresholds {
    fn default() -> Self {
        Self {
            drop_24h_points: Percent::literal(10.0),
            drop_week_points: Percent::literal(10.0),
            score_low: Percent::literal(50.0),
            spam_report_rate: Percent::literal(1.0),
            voicemail_rate: Percent::literal(60.0),
            rejection_rate: Percent::literal(15.0),
            short_talk_secs: 30.0,
            low_answer_rate: Percent::literal(25.0),
            volume_cap: 100,
            min_calls: 50,
            active_day_calls: 5,
        }
    }
}

/// What the columns of one kind of file are: column header → role, plus the user's answers about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// Header (as written, or `#1` for the first column of a headerless file) → role.
    pub columns: BTreeMap<String, Role>,
    /// The user's answer for dates whose day and month could be swapped.
    pub day_first: Option<bool>,
    /// The user's answer for scores: from what to what, and which end is good.
    pub score_scale: Option<ScoreScale>,
}

/// What a column is (`report-contract.md`, Roles).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The number shown on an outbound row, the caller's on an inbound row (`from`).
    Caller,
    /// The number called (`to`).
    Callee,
    /// The account's own number whatever the direction.
    Own,
    /// Date and time of the start.
    Started,
    /// Date of the start, where the time has its own column.
    Date,
    /// Time of day of the start.
    Time,
    /// Inbound, outbound, internal.
    Direction,
    /// What became of the call: status, disposition.
    Outcome,
    /// What came of the conversation: wrap-up, tag, result.
    Result,
    /// Conversation time.
    Talk,
    /// Whole duration, ringing included.
    Duration,
    /// Ringing time.
    Ring,
    /// Agent.
    Agent,
    /// Campaign.
    Campaign,
    /// Team or line.
    Team,
    /// Which attempt on this callee.
    Attempt,
    /// The call's id.
    CallId,
    /// The id of the call of which this row is a leg.
    LegOf,
    /// Whether the objective was reached.
    Converted,
    /// Answering-machine detection.
    Voicemail,
    /// SIP response code.
    SipCode,
    /// Q.850 cause or its name.
    Cause,
    /// The row's own time zone or offset.
    Zone,
    /// Reputation score.
    Score,
    /// Whether the number is flagged as spam.
    Flagged,
    /// Count of spam reports.
    Reports,
    /// Of no use.
    Ignore,
}

impl Role {
    /// All roles, in the order in which the mapping screen offers them.
    pub const ALL: [Self; 27] = [
        Self::Caller,
        Self::Callee,
        Self::Own,
        Self::Started,
        Self::Date,
        Self::Time,
        Self::Direction,
        Self::Outcome,
        Self::Result,
        Self::Talk,
        Self::Duration,
        Self::Ring,
        Self::Agent,
        Self::Campaign,
        Self::Team,
        Self::Attempt,
        Self::CallId,
        Self::LegOf,
        Self::Converted,
        Self::Voicemail,
        Self::SipCode,
        Self::Cause,
        Self::Zone,
        Self::Score,
        Self::Flagged,
        Self::Reports,
        Self::Ignore,
    ];

    /// The id used in reports, settings and `--map`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Caller => "caller",
            Self::Callee => "callee",
            Self::Own => "own",
            Self::Started => "started",
            Self::Date => "date",
            Self::Time => "time",
            Self::Direction => "direction",
            Self::Outcome => "outcome",
            Self::Result => "result",
            Self::Talk => "talk",
            Self::Duration => "duration",
            Self::Ring => "ring",
            Self::Agent => "agent",
            Self::Campaign => "campaign",
            Self::Team => "team",
            Self::Attempt => "attempt",
            Self::CallId => "call_id",
            Self::LegOf => "leg_of",
            Self::Converted => "converted",
            Self::Voicemail => "voicemail",
            Self::SipCode => "sip_code",
            Self::Cause => "cause",
            Self::Zone => "zone",
            Self::Score => "score",
            Self::Flagged => "flagged",
            Self::Reports => "reports",
            Self::Ignore => "ignore",
        }
    }

    /// Whether it is a column of the network's codes.
    pub const fn is_code(self) -> bool {
        matches!(self, Self::SipCode | Self::Cause)
    }

    /// The role of an id.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.id() == id)
    }
}

/// A setting out of its range: which, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsError {
    /// The setting's path, such as `kpis.answer_rate`.
    pub setting: &'static str,
    /// What it must be.
    pub must: &'static str,
}

impl fmt::Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "setting {} {}", self.setting, self.must)
    }
}

impl std::error::Error for SettingsError {}

impl Settings {
    /// The country whose national numbers are completed.
    pub fn country(&self) -> Option<Country> {
        self.country.as_deref().and_then(Country::find)
    }

    /// Checks what the types cannot hold.
    ///
    /// # Errors
    /// The first setting that is out of range.
    pub fn check(&self) -> Result<(), SettingsError> {
        let fail = |setting, must| Err(SettingsError { setting, must });
        if self.country.is_some() && self.country().is_none() {
            return fail("country", "must be a known two-letter country code");
        }
        for (setting, bounds) in [
            ("kpis.answer_rate", self.kpis.answer_rate),
            ("kpis.spam_report_rate", self.kpis.spam_report_rate),
            ("kpis.reputation_score", self.kpis.reputation_score),
            ("kpis.rejection_rate", self.kpis.rejection_rate),
        ] {
            if bounds.low > bounds.high {
                return fail(setting, "must have low at or below high");
            }
        }
        if !(2..=10).contains(&self.kpis.hang_up_secs) {
            return fail("kpis.hang_up_secs", "must be from 2 to 10 seconds");
        }
        if !(1..=365).contains(&self.kpis.score_days) {
            return fail("kpis.score_days", "must be from 1 to 365 days");
        }
        if self.kpis.calls_per_day.0 > self.kpis.calls_per_day.1 {
            return fail("kpis.calls_per_day", "must have the amber limit at or below the red one");
        }
        for (setting, secs) in
            [("kpis.short_talk_secs", self.kpis.short_talk_secs), ("watch.short_talk_secs", self.watch.short_talk_secs)]
        {
            if !(0.0..=3600.0).contains(&secs) {
                return fail(setting, "must be from 0 to 3600 seconds");
            }
        }
        if self.watch.active_day_calls == 0 {
            return fail("watch.active_day_calls", "must be at least 1");
        }
        if let Some((setting, must)) = self.planning.fault() {
            return fail(setting, must);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Role, Settings};

    #[test]
    fn an_empty_object_is_the_default() {
        assert_eq!(serde_json::from_str::<Settings>("{}").ok(), Some(Settings::default()));
    }

    #[test]
    fn the_defaults_are_in_range_and_survive_json() {
        let settings = Settings::default();
        assert_eq!(settings.check(), Ok(()));
        let json = serde_json::to_string(&settings).unwrap_or_default();
        assert_eq!(serde_json::from_str::<Settings>(&json).ok(), Some(settings));
    }

    #[test]
    fn a_threshold_out_of_range_is_named() {
        assert!(serde_json::from_str::<Settings>(r#"{"kpis":{"voicemail_rate":140}}"#).is_err());
        let settings: Settings =
            serde_json::from_str(r#"{"kpis":{"answer_rate":{"low":50,"high":40}}}"#).unwrap_or_default();
        assert_eq!(settings.check().err().map(|error| error.setting), Some("kpis.answer_rate"));
    }

    #[test]
    fn every_role_is_found_by_its_id() {
        for role in Role::ALL {
            assert_eq!(Role::find(role.id()), Some(role));
        }
    }
}
