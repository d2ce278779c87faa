//! A rate above its limit: what the rules on rates have in common.

use super::{
    alert::{Grade, Rule},
    onset::{Judged, onsets},
    watched::{WEEK, Watched},
};
use crate::{
    kpi::{
        Counts,
        chance::{Share, Turn, probability_above, wilson},
    },
    model::Day,
    watch::alert::Alert,
};

/// Above this probability that the rate lies beyond its limit, an alert is probable.
const PROBABLE: f64 = 0.8;
/// How far back the beginning of a change is looked for.
const SINCE_DAYS: i32 = 35;

/// A rule that watches one rate over some days.
pub struct RateRule {
    /// Which rule.
    pub rule: Rule,
    /// The rate.
    pub share: fn(&Counts) -> Share,
    /// The limit in per cent.
    pub limit: f64,
    /// How many days the rate covers: 7, or else more.
    pub days: i32,
    /// Calls it needs.
    pub min_calls: u64,
}

impl RateRule {
    /// Judges every active day of a subject.
    pub fn judge(&self, watched: &Watched, alerts: &mut Vec<Alert>) {
        let over = watched.turns_and_weeks().filter_map(|(turn, day, week)| {
            let share = match self.days {
                WEEK => (self.share)(week),
                days => (self.share)(&watched.track.span(day - (days - 1), day)),
            };
            if share.of < self.min_calls || share.hits as f64 * 100.0 <= self.limit * share.of as f64 {
                return None;
            }
            let interval = wilson(share)?.times(100.0);
            Some(Judged {
                turn,
                day,
                value: interval.value,
                ends: Some([interval.low, interval.high]),
                threshold: self.limit,
                grade: if interval.low > self.limit {
                    Grade::Confirmed
                } else if probability_above(share, self.limit / 100.0)? >= PROBABLE {
                    Grade::Probable
                } else {
                    Grade::WithinNoise
                },
                n: share.of,
                before: None,
                after: None,
                source: None,
                first_reading: false,
                calls_per_day: None,
                cusum: None,
            })
        });
        let since = |day| since(watched, day, self.days, Turn::Rise, self.share);
        onsets(self.rule, watched.subject, over, since, alerts);
    }
}

/// The day on which a rate turned within the five weeks up to `day`; the first day that the rule covers where it did
/// not.
pub fn since(watched: &Watched, day: Day, days: i32, turn: Turn, share: fn(&Counts) -> Share) -> Day {
    watched.track.turned(day - (SINCE_DAYS - 1), day, turn, share).unwrap_or(day - (days - 1))
}
