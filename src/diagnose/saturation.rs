//! Answers sink slowly, everywhere, for weeks: the same market is called too often, or the brand is worn. A line fits the
//! days better than a step does: nothing happened on a certain day.
//!
//! The line is fitted by least squares weighed by calls; how far days scatter around it says how sure its slope is. The
//! best single step is fitted beside it, and pays for the choice of its day (Schwarz's criterion).
//!
//! Certainty: (1 − p of the slope) × the probability of the line beside the step × alike × 0.95.

use super::{
    certainty::MOST,
    crowd::Crowd,
    external_or_list::{alike, evidence, unchecked},
    finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal},
    mixed::Mixed,
};
use crate::{
    kpi::{
        Answers, Series,
        chance::{Interval, Z95, upper_tail},
    },
    model::Day,
};

/// Active days that are looked at, and that there must be; calendar days that they must cover.
const DAYS: usize = 60;
const LEAST_DAYS: usize = 25;
const LEAST_SPAN: i32 = 35;
/// Calls of a day that says something.
const DAY_CALLS: u32 = 20;
/// Points lost from the first to the last of them.
const LOST_POINTS: f64 = 5.0;
/// Standard errors of the slope, of all days and of the first two thirds.
const ERRORS: [f64; 2] = [3.5, 1.0];
const SURE: f64 = 0.95;

/// A day: its place in days from the first, its rate, its calls.
#[derive(Clone, Copy, Debug)]
struct Point {
    at: f64,
    rate: f64,
    calls: f64,
}

/// A slow fall of all.
pub fn diagnose(crowd: &Crowd, mixed: &Mixed) -> Option<Finding> {
    let points = points(mixed.series, mixed.spans.recent[1])?;
    let (first, span) = (points.first()?.at, points.last()?.at - points.first()?.at);
    if points.len() < LEAST_DAYS || (span as i32) < LEAST_SPAN {
        return None;
    }
    let line = Line::of(&points)?;
    let early = Line::of(points.get(..points.len() * 2 / 3)?)?;
    let lost = line.slope * span * 100.0;
    if lost > -LOST_POINTS || line.z() > -ERRORS[0] || early.z() > -ERRORS[1] {
        return None;
    }
    // What the step gains, less what its day costs.
    let gain = (line.squares - step(&points) - line.scatter * libm::log(points.len() as f64)) / (2.0 * line.scatter);
    let is_line = 1.0 / (1.0 + libm::exp(gain));
    let days = [mixed.spans.recent[1] - span as i32, mixed.spans.recent[1]];
    let half = Z95 * line.error * span * 100.0;
    let figure = Interval { value: lost, low: lost - half, high: lost + half };
    let level = |at: f64| Some(100.0 * (line.level + line.slope * (at - line.middle)));
    let trend = Evidence {
        before: level(first),
        after: level(first + span),
        ..Evidence::of(Signal::Trend, figure, points.iter().map(|point| point.calls as u64).sum(), days)
    };
    let (mut told, mut against) = evidence(crowd);
    told.insert(0, trend);
    if let Some((shift, first_attempts)) = mixed.attempts().and_then(|attempts| attempts.class("1")) {
        // First attempts that hold speak for tired leads, those that fall for a worn name; both are this.
        let holds = shift.points.value > lost / 3.0;
        if holds { &mut told } else { &mut against }.push(first_attempts);
    }
    Some(Finding {
        diagnosis: Diagnosis::Saturation,
        scope: crowd.subject.scope(),
        subject: crowd.subject.clone(),
        since: days[0],
        certainty: (upper_tail(line.z()) * is_line * alike(crowd) * SURE).min(MOST),
        evidence: told,
        against,
        unchecked: unchecked(crowd),
        actions: vec![
            Action::of(ActionId::NewLeads),
            Action::of(ActionId::CapAttempts),
            Action::of(ActionId::CheckLeads),
        ],
        confirm: vec![Check::FreshLeadsDoWell, Check::FirstAttemptsHold],
        rules_out: vec![Check::RecoversByItself, Check::SettingsChangedThatDay],
        lost_conversations: crowd.lost,
    })
}

/// The days up to the last, as long as "answered" means what it means on the last.
fn points(series: &Series, last: Day) -> Option<Vec<Point>> {
    let days = series.iter().filter(|(day, _)| *day <= last).map(|(day, sums)| (day, Answers::of(&sums)));
    let mut days: Vec<(Day, Answers)> = days.filter(|(_, answers)| answers.known() >= DAY_CALLS).collect();
    let definition = days.last()?.1.tells_voicemail();
    let same = days.iter().rev().take(DAYS).take_while(|(_, it)| it.tells_voicemail() == definition).count();
    days.drain(..days.len() - same);
    let first = days.first()?.0;
    let point = |(day, answers): &(Day, Answers)| Point {
        at: f64::from(day.0 - first.0),
        rate: f64::from(answers.answered()) / f64::from(answers.known()),
        calls: f64::from(answers.known()),
    };
    Some(days.iter().map(point).collect())
}

#[derive(Clone, Copy, Debug)]
struct Line {
    level: f64,
    middle: f64,
    slope: f64,
    error: f64,
    /// Sum of weighed squares around it, and their mean: how far days scatter.
    squares: f64,
    scatter: f64,
}

impl Line {
    fn of(points: &[Point]) -> Option<Self> {
        let weigh = |of: &dyn Fn(&Point) -> f64| points.iter().map(|point| point.calls * of(point)).sum::<f64>();
        let calls = weigh(&|_| 1.0);
        let (middle, level) = (weigh(&|point| point.at) / calls, weigh(&|point| point.rate) / calls);
        let spread = weigh(&|point| (point.at - middle) * (point.at - middle));
        if points.len() < 4 || spread <= 0.0 {
            return None;
        }
        let slope = weigh(&|point| (point.at - middle) * (point.rate - level)) / spread;
        let off = |point: &Point| point.rate - level - slope * (point.at - middle);
        let squares = weigh(&|point| off(point) * off(point));
        // Never less than chance alone.
        let scatter = (squares / (points.len() - 2) as f64).max(level * (1.0 - level));
        Some(Self { level, middle, slope, error: (scatter / spread).sqrt(), squares, scatter })
    }

    fn z(&self) -> f64 {
        self.slope / self.error
    }
}

/// The least sum of weighed squares around two levels.
fn step(points: &[Point]) -> f64 {
    let sums = points.iter().fold((0.0, 0.0, 0.0), |sum, it| {
        (sum.0 + it.calls, sum.1 + it.calls * it.rate, sum.2 + it.calls * it.rate * it.rate)
    });
    let (mut calls, mut rates) = (0.0, 0.0);
    let mut least = sums.2 - sums.1 * sums.1 / sums.0;
    for point in points.iter().take(points.len().saturating_sub(1)) {
        calls += point.calls;
        rates += point.calls * point.rate;
        let (calls_after, rates_after) = (sums.0 - calls, sums.1 - rates);
        least = least.min(sums.2 - rates * rates / calls - rates_after * rates_after / calls_after);
    }
    least
}

#[cfg(test)]
mod tests {
    use super::{Line, Point, step};

    fn points(rate: impl Fn(f64) -> f64) -> Vec<Point> {
        (0..40).map(|day| Point { at: f64::from(day), rate: rate(f64::from(day)), calls: 1000.0 }).collect()
    }

    #[test]
    fn a_line_is_fitted_to_a_line_and_a_step_to_a_step() {
        let line = points(|day| 0.4 - 0.003 * day);
        let fitted = Line::of(&line);
        assert!(fitted.is_some_and(|it| (it.slope + 0.003).abs() < 1e-12 && it.squares < 1e-9), "{fitted:?}");
        assert!(step(&line) > 1.0);
        let fell = points(|day| if day < 20.0 { 0.4 } else { 0.3 });
        assert!(step(&fell) < 1e-9);
        assert!(Line::of(&fell).is_some_and(|it| it.squares > 1.0));
    }
}
