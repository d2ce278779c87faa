//! Some numbers of a pool stopped (rested, flagged, given back), the others took their calls beyond the cap, and now they
//! fall as well: each number that is taken out brings down the next. Said in place of an outside cause.
//!
//! Certainty: (1 − 4 p of the fall) × alike × 0.9 where the numbers outside the pool, whose calls did not grow, hold;
//! × 0.7 where there are none to compare.

use super::{
    certainty::{MOST, real},
    crowd::Crowd,
    external_or_list::{alike, evidence, unchecked},
    finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal},
};
use crate::{
    kpi::{
        PoolBoard, Series,
        chance::{Share, difference},
    },
    model::Day,
};

const OTHERS_HOLD: f64 = 0.9;
const NOBODY: f64 = 0.7;
/// The last days, and those before that are held against them; what lies between is the change itself.
const NOW_DAYS: i32 = 7;
const USUAL_DAYS: [i32; 2] = [14, 28];
/// A number has stopped that makes less than this part of its calls a day.
const STOPPED: f64 = 0.05;
/// The part of the pool's calls that those who stopped made.
const LEAST_PART: f64 = 0.15;
/// How many times their calls the others must make.
const GROWN: f64 = 1.3;
/// Points that the others must have lost.
const LOST_POINTS: f64 = 2.5;
const LEAST_NUMBERS: usize = 2;

/// What those who go on calling bear now, and did before.
#[derive(Clone, Debug, PartialEq)]
struct Load {
    /// Numbers that stopped.
    stopped: usize,
    /// The places of those that went on.
    left: Vec<usize>,
    /// Calls of a number and day: before, now.
    calls: [f64; 2],
    /// The answers of those who went on: before, now.
    answers: [Share; 2],
    /// The part of the calls that those who stopped made before.
    part: f64,
}

impl Load {
    fn of(numbers: &[(usize, &Series)], as_of: Day) -> Self {
        let [gap, usual_days] = USUAL_DAYS;
        let [usual, now] = [[as_of - (gap + usual_days - 1), as_of - gap], [as_of - (NOW_DAYS - 1), as_of]];
        let calls = |series: &Series, [from, to]: [Day; 2]| f64::from(series.track().answers(from, to).calls);
        let called: Vec<&(usize, &Series)> = numbers.iter().filter(|(_, series)| calls(series, usual) > 0.0).collect();
        let has_stopped = |series: &Series| {
            calls(series, now) / f64::from(NOW_DAYS) < STOPPED * calls(series, usual) / f64::from(usual_days)
        };
        let (stopped, left): (Vec<_>, Vec<_>) = called.into_iter().partition(|(_, series)| has_stopped(series));
        let sum = |of: &[&(usize, &Series)], span| of.iter().map(|(_, series)| calls(series, span)).sum::<f64>();
        let (of_stopped, of_left) = (sum(&stopped, usual), sum(&left, usual));
        let part = of_stopped / (of_stopped + of_left).max(1.0);
        let mut load = Self {
            stopped: stopped.len(),
            left: left.iter().map(|(at, _)| *at).collect(),
            calls: [0.0; 2],
            answers: [Share::default(); 2],
            part,
        };
        if part < LEAST_PART {
            // Hardly ever more; only then are their days counted.
            return load;
        }
        for (at, [from, to]) in [usual, now].into_iter().enumerate() {
            let days = |series: &Series| series.called().filter(|day| *day >= from && *day <= to).count();
            let days: usize = left.iter().map(|(_, series)| days(series)).sum();
            load.calls[at] = sum(&left, [from, to]) / days.max(1) as f64;
            let answers = left.iter().map(|(_, series)| series.track().answers(from, to).share());
            load.answers[at] = answers.sum();
        }
        load
    }

    /// Whether they bear more than the cap since others stopped, and answer less.
    fn is_too_much(&self, cap: u32) -> bool {
        let [was, is] = self.calls;
        let fall = difference(self.answers[1], self.answers[0]).map(|fall| fall.times(100.0));
        is > f64::from(cap)
            && is >= GROWN * was
            && self.part >= LEAST_PART
            && self.left.len() >= LEAST_NUMBERS
            && fall.is_some_and(|fall| fall.value <= -LOST_POINTS && fall.is_below_zero())
    }
}

/// The places of the numbers that bear the calls of others, in pools that fall under them.
pub fn loaded(pools: &[PoolBoard], as_of: Day, cap: u32) -> Vec<usize> {
    let load = |pool: &PoolBoard| {
        let numbers: Vec<(usize, &Series)> = pool.members.iter().map(|(at, series)| (*at, series)).collect();
        Load::of(&numbers, as_of)
    };
    let too_much = pools.iter().map(load).filter(|load| load.is_too_much(cap));
    too_much.flat_map(|load| load.left).collect()
}

/// The rest of the crowd falls under the calls of those who stopped. `p` is that of the fall, adjusted for all crowds.
pub fn diagnose(crowd: &Crowd, numbers: &[(usize, &Series)], p: f64, cap: u32) -> Option<Finding> {
    let load = Load::of(numbers, crowd.spans.recent[1]);
    if !crowd.falls || !load.is_too_much(cap) {
        return None;
    }
    let [was, is] = load.calls;
    let (days, beside) = (crowd.spans.recent, if crowd.beside.is_some() { OTHERS_HOLD } else { NOBODY });
    let grown = Evidence {
        before: Some(was),
        after: Some(is),
        ..Evidence::plain(Signal::CallsPerNumber, is - was, load.left.len() as u64, days)
    };
    let stopped = Evidence::plain(Signal::NumbersStopped, load.stopped as f64, load.stopped as u64, days);
    let (told, against) = evidence(crowd);
    Some(Finding {
        diagnosis: Diagnosis::OverloadSpiral,
        scope: crowd.subject.scope(),
        subject: crowd.subject.clone(),
        since: crowd.fell_on.unwrap_or(days[0]),
        certainty: (real(p) * alike(crowd) * beside).min(MOST),
        evidence: [stopped, grown].into_iter().chain(told).collect(),
        against,
        unchecked: unchecked(crowd),
        actions: vec![
            Action::of(ActionId::AddCapacity),
            Action::of(ActionId::Diversify),
            Action::of(ActionId::TestCalls),
        ],
        confirm: vec![Check::LighterLoadRecovers],
        rules_out: vec![Check::UnloadedFallToo, Check::CalendarExplains],
        lost_conversations: crowd.lost,
    })
}

#[cfg(test)]
mod tests {
    use super::{Load, Series, Share};
    use crate::{
        kpi::Sums,
        model::{Day, Outcome},
    };

    fn series(of: impl Fn(i32) -> (u64, u64)) -> Series {
        let day = |on: i32| {
            let (calls, answered) = of(on);
            let mut sums = Sums { calls, ..Sums::default() };
            sums.outcomes[Outcome::Answered.index()] = answered;
            sums.known[Outcome::Answered.index()] = calls;
            (Day(on), sums)
        };
        Series::new((0..42).map(day).collect())
    }

    #[test]
    fn the_load_is_that_of_the_numbers_that_go_on() {
        // Two of four stop on day 28; the others go from 60 to 120 calls a day, and from day 35 on from 24 to 18 in 60.
        let stopped = series(|on| if on < 28 { (60, 24) } else { (0, 0) });
        let left = series(|on| match on {
            35.. => (120, 36),
            28.. => (120, 48),
            _ => (60, 24),
        });
        let numbers = [(0, &stopped), (1, &left), (2, &stopped), (3, &left)];
        let load = Load::of(&numbers, Day(41));
        let answers = [Share::new(2 * 28 * 24, 2 * 28 * 60), Share::new(2 * 7 * 36, 2 * 7 * 120)];
        let expected = Load { stopped: 2, left: vec![1, 3], calls: [60.0, 120.0], answers, part: 0.5 };
        assert_eq!(load, expected);
        // 120 is above a cap of 100 and not above one of 120; 40 → 30 % is a fall.
        assert!(load.is_too_much(100) && !load.is_too_much(120));
    }
}
