//! One row of a daily table: figures that were counted elsewhere.

use serde::{Deserialize, Serialize};

use super::{Day, NameId};

/// The figures of one number and day (and campaign and team, where the table has them). `None`: not measured.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DayRow {
    /// The own number.
    pub number: NameId,
    /// The day.
    pub day: Day,
    /// Campaign.
    pub campaign: NameId,
    /// Team.
    pub team: NameId,
    /// Calls made.
    pub calls: Option<u32>,
    /// Calls per [`super::Outcome`], by its index.
    pub outcomes: [Option<u32>; 10],
    /// Conversation time of the answered calls, in milliseconds.
    pub talk_ms: Option<u64>,
    /// Answered calls whose talk time is known; all answered calls where absent.
    pub answered_with_talk: Option<u32>,
    /// Answered calls that ended within seconds.
    pub hang_ups: Option<u32>,
    /// Calls that reached the objective.
    pub conversions: Option<u32>,
    /// Spam reports.
    pub spam_reports: Option<u32>,
    /// Reputation score, 0 to 100, 100 best.
    pub score: Option<f64>,
    /// Whether the number is flagged as spam.
    pub flagged: Option<bool>,
    /// Who says so of score and flag; 0: read by hand.
    pub source: NameId,
}

impl DayRow {
    /// Whether the row says nothing but what a reputation tool said.
    pub fn is_reading_only(&self) -> bool {
        let Self { calls, outcomes, talk_ms, answered_with_talk, hang_ups, conversions, spam_reports, .. } = self;
        let counts = [calls, answered_with_talk, hang_ups, conversions, spam_reports];
        talk_ms.is_none() && counts.into_iter().chain(outcomes).all(Option::is_none)
    }
}
