//! Falls of the answer rate: what the 24-hour and the weekly rule have in common, and the control over all subjects of a
//! day.
//!
//! A fall of 10 points is common where nothing is wrong. It is confirmed if chance cannot explain it (Newcombe's
//! interval), if the number's pool did not fall alike (the same, relative to the pool), and if it is still rare among
//! all subjects looked at that day (Benjamini and Hochberg at 10 %, on the larger of the two p). All subjects count,
//! but numbers are ranked among numbers, pools and the account among themselves: that the account fell must not make its
//! numbers easier to accuse.

use super::{
    alert::{Alert, Grade, Rule},
    onset::{Judged, onsets},
};
use crate::{
    kpi::{
        Answers,
        chance::{Interval, difference, discoveries, fall_z, upper_tail},
    },
    model::{Day, Scope, Subject, order},
};

/// The rate of false discoveries allowed among the subjects of one day.
pub const FALSE_DISCOVERIES: f64 = 0.1;
/// The normal quantile beyond which a p can be a discovery at all.
const SMALL_Z: f64 = 1.281_551_565_544_8;
/// One-sided p below which a fall is probable.
const PROBABLE_P: f64 = 0.05;
/// Float noise on a difference of two rates, in points.
const POINTS_NOISE: f64 = 1e-9;

/// Whether and how a subject can be held against others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Beside {
    /// A pool or the account: held against its own past.
    Nobody,
    /// A number with too few others: never more than probable.
    TooFew,
    /// What the others did in the same spans (after, before).
    Others(Answers, Answers),
}

/// The falls of one rule: every test of every day, and those that fired.
#[derive(Debug)]
pub struct Falls {
    rule: Rule,
    limit_points: f64,
    first: Day,
    days: Vec<DayTests>,
    fired: Vec<Fired>,
}

#[derive(Debug, Default, Clone)]
struct DayTests {
    count: usize,
    /// The small p of numbers, and those of pools and the account.
    small: [Vec<f64>; 2],
    discovery: [Option<f64>; 2],
}

#[derive(Debug)]
struct Fired {
    subject: usize,
    turn: usize,
    day: Day,
    since: Day,
    fall: Interval,
    before: f64,
    after: f64,
    n: u64,
    calls_per_day: Option<f64>,
    p: f64,
    p_of_day: f64,
    beyond_pool: bool,
    family: usize,
}

/// Two spans of days, both ends included, and what was answered in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The later one.
    pub after: [Day; 2],
    /// The one before.
    pub before: [Day; 2],
    /// Answers in the later one, and in the one before.
    pub answers: [Answers; 2],
}

/// Where and when a fall is looked for.
#[derive(Clone, Copy, Debug)]
pub struct At {
    /// The place of the subject in the list given to [`Falls::finish`].
    pub subject: usize,
    /// Its kind.
    pub scope: Scope,
    /// The place of the day among the subject's active days.
    pub turn: usize,
    /// The day.
    pub day: Day,
}

impl Falls {
    /// An empty list for a rule, over the days of an analysis.
    pub fn new(rule: Rule, limit_points: f64, period: (Day, Day)) -> Self {
        let days = vec![DayTests::default(); (period.1.0 - period.0.0).max(0) as usize + 1];
        Self { rule, limit_points, first: period.0, days, fired: Vec::new() }
    }

    /// Tests one subject on one day. `beside` is asked only where the fall could be news; `detail` (since when, calls a
    /// day) only where the rule fired.
    pub fn push(
        &mut self,
        at: At,
        spans: Compared,
        beside: impl FnOnce(Compared) -> Beside,
        detail: impl FnOnce() -> (Day, Option<f64>),
    ) {
        let [after, before] = spans.answers;
        if !after.comparable(&before) {
            return;
        }
        let (now, then) = (after.share(), before.share());
        let (Some(z), Some(now_rate), Some(then_rate)) = (fall_z(now, then), now.rate(), then.rate()) else { return };
        let family = usize::from(at.scope != Scope::Number);
        let Some(tests) = self.days.get_mut((at.day.0 - self.first.0).max(0) as usize) else { return };
        tests.count += 1;
        let is_deep = (then_rate - now_rate) * 100.0 > self.limit_points + POINTS_NOISE;
        if z < SMALL_Z && !is_deep {
            return;
        }
        let Some(fall) = difference(now, then) else { return };
        let p = upper_tail(z);
        let alone = match beside(spans) {
            Beside::Others(after, before) if after.comparable(&before) => {
                difference(after.share(), before.share()).map(|pool| fall.minus(pool))
            }
            Beside::Nobody => Some(fall),
            Beside::TooFew | Beside::Others(..) => None,
        };
        let p_of_day = alone.map_or(1.0, |alone| upper_tail(alone.z_below(0.0))).max(p);
        if p_of_day <= FALSE_DISCOVERIES {
            tests.small[family].push(p_of_day);
        }
        if is_deep {
            let (since, calls_per_day) = detail();
            self.fired.push(Fired {
                subject: at.subject,
                turn: at.turn,
                day: at.day,
                since,
                fall: fall.times(100.0),
                before: then_rate * 100.0,
                after: now_rate * 100.0,
                n: now.of,
                calls_per_day,
                p,
                p_of_day,
                beyond_pool: fall.is_below_zero() && alone.is_some_and(Interval::is_below_zero),
                family,
            });
        }
    }

    /// Grades what fired, now that every subject of every day has been tested.
    pub fn finish(mut self, subjects: &[Subject], alerts: &mut Vec<Alert>) {
        for tests in &mut self.days {
            for (small, discovery) in tests.small.iter_mut().zip(&mut tests.discovery) {
                order::sort_figures(small);
                *discovery = discoveries(small, tests.count, FALSE_DISCOVERIES);
            }
        }
        order::sort_by_key(&mut self.fired, |fired| (fired.subject, fired.day));
        for chunk in self.fired.chunk_by(|a, b| a.subject == b.subject) {
            let Some(subject) = chunk.first().and_then(|fired| subjects.get(fired.subject)) else { continue };
            let since = |day| chunk.iter().find(|fired| fired.day == day).map_or(day, |fired| fired.since);
            onsets(self.rule, subject, chunk.iter().map(|fired| self.judged(fired)), since, alerts);
        }
    }

    fn judged(&self, fired: &Fired) -> Judged {
        let tests = self.days.get((fired.day.0 - self.first.0).max(0) as usize);
        let is_discovery =
            tests.and_then(|tests| tests.discovery[fired.family]).is_some_and(|limit| fired.p_of_day <= limit);
        Judged {
            turn: fired.turn,
            day: fired.day,
            value: fired.fall.value,
            ends: Some([fired.fall.low, fired.fall.high]),
            threshold: -self.limit_points,
            grade: if fired.beyond_pool && is_discovery {
                Grade::Confirmed
            } else if fired.p < PROBABLE_P {
                Grade::Probable
            } else {
                Grade::WithinNoise
            },
            n: fired.n,
            before: Some(fired.before),
            after: Some(fired.after),
            source: None,
            first_reading: false,
            calls_per_day: fired.calls_per_day,
            cusum: None,
        }
    }
}
