//! The vigil's warnings: more answers are missing than chance explains, whether or not another rule fired.
//!
//! A warning opens at the test's own limit and stays until the statistic is back at zero. It is confirmed if it survives
//! the control over all subjects of its day (Benjamini and Hochberg at 10 %) and there were others to hold it against;
//! else it is probable.

use super::{
    alert::{Alert, Cusum, Grade, Rule},
    fall::FALSE_DISCOVERIES,
    onset::{Judged, onsets},
};
use crate::{
    kpi::{
        Watch,
        chance::{Interval, Share, discoveries, wilson},
    },
    model::{Day, Scope, Subject, order},
};

/// The p of one kind of subject on one day.
#[derive(Debug, Default, Clone)]
struct DayTests {
    count: usize,
    small: Vec<f64>,
}

/// All warnings of the subjects, each with its course: numbers ranked among numbers, pools and the account among
/// themselves.
pub fn judge(subjects: &[(&Subject, &[Watch])], period: (Day, Day), alerts: &mut Vec<Alert>) {
    let place = |day: Day| (day.0 - period.0.0).max(0) as usize;
    let family = |subject: &Subject| usize::from(subject.scope() != Scope::Number);
    let mut days: Vec<[DayTests; 2]> = vec![Default::default(); place(period.1) + 1];
    for (subject, course) in subjects {
        for watch in *course {
            let Some(tests) = days.get_mut(place(watch.day)) else { continue };
            let tests = &mut tests[family(subject)];
            tests.count += 1;
            if watch.p <= FALSE_DISCOVERIES {
                tests.small.push(watch.p);
            }
        }
    }
    let discovery = |[numbers, others]: &mut [DayTests; 2]| {
        [numbers, others].map(|tests| {
            order::sort_figures(&mut tests.small);
            discoveries(&tests.small, tests.count, FALSE_DISCOVERIES)
        })
    };
    let limits: Vec<[Option<f64>; 2]> = days.iter_mut().map(discovery).collect();
    for (subject, course) in subjects {
        let open = course.iter().enumerate().filter(|(_, watch)| watch.open).map(|(turn, watch)| {
            let limit = limits.get(place(watch.day)).and_then(|limits| limits[family(subject)]);
            let is_discovery = limit.is_some_and(|limit| watch.p <= limit);
            judged(turn, watch, is_discovery && watch.compared)
        });
        let since = |day| course.iter().find(|watch| watch.day == day).map_or(day, |watch| watch.since);
        onsets(Rule::EarlyWarning, subject, open, since, alerts);
    }
}

fn judged(turn: usize, watch: &Watch, is_confirmed: bool) -> Judged {
    let missing = missing(watch);
    let expected = watch.expected / f64::from(watch.calls.max(1)) * 100.0;
    Judged {
        turn,
        day: watch.day,
        value: missing.value,
        ends: Some([missing.low, missing.high]),
        threshold: 0.0,
        grade: if is_confirmed { Grade::Confirmed } else { Grade::Probable },
        n: watch.calls.into(),
        before: Some(expected),
        after: Some(expected + missing.value),
        source: None,
        first_reading: false,
        calls_per_day: None,
        cusum: Some(Cusum { statistic: watch.statistic, limit: watch.limit }),
    }
}

/// The answer rate less the one expected, since the loss began, in points; the interval is Wilson's for as many calls as
/// the days are worth that scatter so.
fn missing(watch: &Watch) -> Interval {
    let worth = |count: u32| (f64::from(count) / watch.scatter).round() as u64;
    let expected = watch.expected / f64::from(watch.calls.max(1));
    let rate = f64::from(watch.answered) / f64::from(watch.calls.max(1));
    let around = wilson(Share::new(worth(watch.answered), worth(watch.calls))).unwrap_or_default();
    let ends = Interval { value: rate, low: around.low.min(rate), high: around.high.max(rate) };
    Interval { value: rate - expected, low: ends.low - expected, high: ends.high - expected }.times(100.0)
}
