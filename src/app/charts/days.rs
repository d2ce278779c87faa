//! The axis of days: each day of the period has its column, with or without calls.

use chrono::{Datelike, Weekday};

use crate::model::Day;

/// Days `from` to `to`, each as wide as the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayAxis {
    /// The first day.
    pub from: Day,
    /// The last day, not before the first.
    pub to: Day,
}

impl DayAxis {
    /// An axis; a period that ends before it begins is its first day alone.
    pub fn new(from: Day, to: Day) -> Self {
        Self { from, to: to.max(from) }
    }

    /// How many days.
    pub const fn len(self) -> usize {
        (self.to.0 - self.from.0 + 1) as usize
    }

    /// Never: an axis has a day.
    pub const fn is_empty(self) -> bool {
        false
    }

    /// Whether a day is on it.
    pub fn holds(self, day: Day) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// The width of a day, in per cent.
    pub fn width(self) -> f64 {
        100.0 / self.len() as f64
    }

    /// Where a day begins, in per cent.
    pub fn start(self, day: Day) -> f64 {
        f64::from(day.0 - self.from.0) * self.width()
    }

    /// The middle of a day, in per cent.
    pub fn middle(self, day: Day) -> f64 {
        self.start(day) + self.width() / 2.0
    }

    /// The day under a place of the drawing, 0 to 1 from its left.
    pub fn day_at(self, fraction: f64) -> Day {
        let at = (fraction * self.len() as f64).floor() as i32;
        self.from + at.clamp(0, self.to.0 - self.from.0)
    }

    /// Weekends as (start, width), in per cent. A weekend cut by the period's end is as long as what is left of it.
    pub fn weekends(self) -> Vec<(f64, f64)> {
        let mut spans: Vec<(f64, f64)> = Vec::new();
        let mut last = None;
        for at in self.from.0..=self.to.0 {
            let day = Day(at);
            if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
                continue;
            }
            match spans.last_mut() {
                Some((_, width)) if last == Some(at - 1) => *width += self.width(),
                _ => spans.push((self.start(day), self.width())),
            }
            last = Some(at);
        }
        spans
    }

    /// Days to be named under the axis: Mondays where the period is short, first days of months where it is long; at
    /// most `most`, evenly left out.
    pub fn ticks(self, most: usize) -> Vec<Day> {
        let days = || (self.from.0..=self.to.0).map(Day);
        if self.len() <= 10 {
            let step = self.len().div_ceil(most.max(1));
            return days().step_by(step).collect();
        }
        let marks: Vec<Day> = if self.len() <= 130 {
            days().filter(|day| day.weekday() == Weekday::Mon).collect()
        } else {
            days().filter(|day| day.date().day() == 1).collect()
        };
        let step = marks.len().div_ceil(most.max(1)).max(1);
        marks.into_iter().step_by(step).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::DayAxis;
    use crate::model::Day;

    fn of(text: &str) -> Day {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn each_day_of_the_period_has_its_place() {
        let axis = DayAxis::new(of("2026-02-02"), of("2026-02-11"));
        assert_eq!(axis.len(), 10);
        assert!((axis.middle(of("2026-02-02")) - 5.0).abs() < 1e-9);
        assert!((axis.start(of("2026-02-11")) - 90.0).abs() < 1e-9);
        assert_eq!(axis.day_at(0.0), of("2026-02-02"));
        assert_eq!(axis.day_at(0.55), of("2026-02-07"));
        assert_eq!(axis.day_at(7.0), of("2026-02-11"));
    }

    #[test]
    fn a_weekend_is_one_band_and_may_be_cut_short() {
        // 2026-02-01 is a Sunday, 02-07 and 02-08 are a weekend.
        let axis = DayAxis::new(of("2026-02-01"), of("2026-02-10"));
        let spans = axis.weekends();
        assert_eq!(spans.len(), 2);
        assert!((spans[0].0).abs() < 1e-9 && (spans[0].1 - 10.0).abs() < 1e-9);
        assert!((spans[1].0 - 60.0).abs() < 1e-9 && (spans[1].1 - 20.0).abs() < 1e-9);
    }

    #[test]
    fn a_months_axis_names_its_mondays_and_a_years_axis_its_months() {
        let ticks = DayAxis::new(of("2026-01-06"), of("2026-02-16")).ticks(8);
        assert_eq!(ticks.first(), Some(&of("2026-01-12")));
        assert_eq!(ticks.len(), 6);
        let months = DayAxis::new(of("2025-01-01"), of("2025-12-31")).ticks(6);
        assert_eq!(
            months,
            ["2025-01-01", "2025-03-01", "2025-05-01", "2025-07-01", "2025-09-01", "2025-11-01"].map(of)
        );
    }

    #[test]
    fn a_period_turned_round_is_one_day() {
        assert_eq!(DayAxis::new(of("2026-02-10"), of("2026-02-01")).len(), 1);
    }
}
