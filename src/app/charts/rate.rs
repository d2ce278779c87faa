//! A rate per day, zero-based: points with their intervals, and a scale that starts at 0.

use super::{DayAxis, Point};
use crate::model::Day;

/// Below this many calls a day's rate is drawn hollow: its interval is wider than 40 points.
pub const FEW_CALLS: u64 = 20;

/// The rate of one day, with its 95 % interval, all 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RatePoint {
    /// The day.
    pub day: Day,
    /// The rate.
    pub value: f64,
    /// Lower end of its interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Calls that it rests on.
    pub n: u64,
}

impl RatePoint {
    /// Whether the day had few calls.
    pub const fn few(&self) -> bool {
        self.n < FEW_CALLS
    }
}

/// A scale from 0, or for points from a round bottom, to a round top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateScale {
    /// The value at the bottom.
    pub low: f64,
    /// The value at the top.
    pub top: f64,
}

impl RateScale {
    /// A scale that holds `values` and, with room above it, `least` (the highest threshold): tens up to 100.
    pub fn holding(values: impl Iterator<Item = f64>, least: f64) -> Self {
        let highest = values.fold(least + 10.0, f64::max);
        Self { low: 0.0, top: ((highest / 10.0).ceil() * 10.0).clamp(10.0, 100.0) }
    }

    /// A scale for counts: its top is 1, 2, 2.5 or 5 times a power of ten, and not below `least`.
    pub fn counting(values: impl Iterator<Item = f64>, least: f64) -> Self {
        let highest = values.fold(least.max(1.0), f64::max);
        let power = 10_f64.powf(highest.log10().floor());
        let top = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0]
            .into_iter()
            .map(|step| step * power)
            .find(|top| *top >= highest)
            .unwrap_or(highest);
        Self { low: 0.0, top }
    }

    /// A scale for points, which need no zero: round ends around `values`, at least `least` apart, so that chance does
    /// not fill it. For rates, `most` is 100.
    pub fn around(values: impl Iterator<Item = f64>, least: f64, most: f64) -> Self {
        let least = least.max(1.0); // a scale has a length, also where all values are the same
        let (lowest, highest) =
            values.fold((most, 0.0), |(low, high): (f64, f64), value| (low.min(value), high.max(value)));
        let room = (0.05 * (highest - lowest)).max((least - (highest - lowest)) / 2.0);
        let (from, to) = ((lowest - room).max(0.0), (highest + room).min(most));
        let ends = |step: f64| Self { low: (from / step).floor() * step, top: ((to / step).ceil() * step).min(most) };
        // Round ends lie farther apart, which may ask for a larger step.
        (0..3).fold(ends(step((to - from).max(1.0))), |scale, _| ends(step(scale.top - scale.low)))
    }

    /// The place of a value, in per cent from the top; what is beyond the scale is at its end.
    pub fn y(self, value: f64) -> f64 {
        100.0 - 100.0 * ((value - self.low) / (self.top - self.low)).clamp(0.0, 1.0)
    }

    /// Values to be named: the bottom and round steps, at most about seven.
    pub fn ticks(self) -> Vec<f64> {
        let span = self.top - self.low;
        let step = if self.low <= 0.0 && span <= 70.0 && span > 20.0 { 10.0 } else { step(span) };
        let count = (span / step + 1e-9).floor() as usize;
        (0..=count).map(|at| self.low + at as f64 * step).collect()
    }

    /// Points of a line, with a gap after each day without calls.
    pub fn points(self, axis: DayAxis, rates: &[RatePoint], of: impl Fn(&RatePoint) -> f64) -> Vec<Point> {
        let mut last = None;
        rates
            .iter()
            .filter(|rate| rate.day >= axis.from && rate.day <= axis.to)
            .map(|rate| {
                let gap = last.is_some_and(|last: Day| rate.day.0 - last.0 > 1);
                last = Some(rate.day);
                Point { x: axis.middle(rate.day), y: self.y(of(rate)), gap }
            })
            .collect()
    }
}

/// The whole number, 1, 2, 2.5 or 5 times a power of ten, of which about five make a span.
fn step(span: f64) -> f64 {
    let rough = (span / 5.0).max(1.0);
    let power = 10_f64.powf(rough.log10().floor());
    [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|times| times * power)
        .find(|step| *step >= rough && step.fract() <= 0.0)
        .unwrap_or(rough)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(day: i32, value: f64) -> RatePoint {
        RatePoint { day: Day(day), value, low: value - 5.0, high: value + 5.0, n: 50 }
    }

    #[test]
    fn points_need_no_zero_and_chance_does_not_fill_their_scale() {
        let scale = RateScale::around([43.0, 48.0, 40.0].into_iter(), 20.0, 100.0);
        assert!(scale.low >= 30.0 && scale.top <= 60.0 && scale.top - scale.low >= 20.0);
        assert!(scale.ticks().iter().all(|value| value.fract() <= 0.0));
        let calls = RateScale::around([44.0, 52.0, 100.0].into_iter(), 0.0, f64::MAX);
        assert_eq!((calls.low, calls.top), (40.0, 120.0));
        let all = RateScale::around([0.0, 99.0].into_iter(), 20.0, 100.0);
        assert_eq!((all.low, all.top), (0.0, 100.0));
    }

    #[test]
    fn the_scale_starts_at_zero_and_holds_all_values() {
        let scale = RateScale::holding([42.0, 63.0].into_iter(), 40.0);
        assert!((scale.top - 70.0).abs() < 1e-9);
        assert!((scale.y(0.0) - 100.0).abs() < 1e-9 && (scale.y(70.0)).abs() < 1e-9);
        assert!((scale.y(35.0) - 50.0).abs() < 1e-9 && (scale.y(99.0)).abs() < 1e-9);
        assert!((RateScale::holding([99.0].into_iter(), 40.0).top - 100.0).abs() < 1e-9);
        assert_eq!(scale.ticks(), [0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0]);
        assert_eq!(RateScale { low: 0.0, top: 100.0 }.ticks(), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
    }

    #[test]
    fn counts_get_a_round_top_above_the_cap() {
        assert!((RateScale::counting([74.0].into_iter(), 125.0).top - 150.0).abs() < 1e-9);
        assert!((RateScale::counting([1900.0].into_iter(), 0.0).top - 2000.0).abs() < 1e-9);
        assert!((RateScale::counting(std::iter::empty(), 0.0).top - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_day_without_calls_leaves_a_gap() {
        let axis = DayAxis::new(Day(0), Day(9));
        let points =
            RateScale { low: 0.0, top: 100.0 }
                .points(axis, &[rate(0, 40.0), rate(1, 50.0), rate(4, 60.0)], |r| r.value);
        assert_eq!(points.iter().map(|point| point.gap).collect::<Vec<_>>(), [false, false, true]);
        assert!((points[2].x - 45.0).abs() < 1e-9 && (points[2].y - 40.0).abs() < 1e-9);
    }

    #[test]
    fn a_day_with_few_calls_is_known_as_such() {
        assert!(RatePoint { n: 19, ..rate(0, 40.0) }.few());
        assert!(!RatePoint { n: 20, ..rate(0, 40.0) }.few());
    }
}
