//! The two spans that trends and diagnoses compare: the last 7 active days, and the 28 days before them.

use super::{
    chance::{Interval, Share, difference},
    series::Series,
    sums::Sums,
};
use crate::model::Day;

/// Active days in the later span.
const RECENT_ACTIVE_DAYS: usize = 7;
/// The later span must lie within so many days: what a number did before a long rest is no news.
const RECENT_DAYS: i32 = 28;
/// Days in the span before.
const BEFORE_DAYS: i32 = 28;
/// Active days that the span before needs.
const BEFORE_ACTIVE_DAYS: usize = 3;

/// Two spans of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spans {
    /// From the seventh-last active day to the last day.
    pub recent: [Day; 2],
    /// The 28 days before.
    pub before: [Day; 2],
}

impl Spans {
    /// The spans of a subject as of a day; `None` where there is too little to compare.
    pub fn of(series: &Series, as_of: Day, active_day_calls: u32) -> Option<Self> {
        let recent = series.last_active(as_of, RECENT_ACTIVE_DAYS, active_day_calls);
        let first = *recent.first()?;
        if recent.len() < RECENT_ACTIVE_DAYS || first <= as_of - RECENT_DAYS {
            return None;
        }
        let spans = Self { recent: [first, as_of], before: [first - BEFORE_DAYS, first - 1] };
        series.was_active(spans.before, BEFORE_ACTIVE_DAYS, active_day_calls).then_some(spans)
    }

    /// The days since a change, and the 28 before; `None` where there are none before.
    pub fn since(series: &Series, day: Day, as_of: Day) -> Option<Self> {
        let spans = Self { recent: [day, as_of], before: [day - BEFORE_DAYS, day - 1] };
        (series.span(spans.before[0], spans.before[1]).calls > 0).then_some(spans)
    }

    /// The sums of the later span and of the one before.
    pub fn sums(&self, series: &Series) -> (Sums, Sums) {
        (series.span(self.recent[0], self.recent[1]), series.span(self.before[0], self.before[1]))
    }

    /// The change of a rate from before to now, in points; `None` where either has no rate, or where "answered" does
    /// not mean the same in both.
    pub fn change(&self, series: &Series, share: impl Fn(&Sums) -> Share) -> Option<Interval> {
        let (after, before) = self.sums(series);
        if !after.comparable(&before) {
            return None;
        }
        Some(difference(share(&after), share(&before))?.times(100.0))
    }
}
