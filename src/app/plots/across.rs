//! Rates that lie across, from zero at the left: the ground of charts whose rows are rates with their intervals.

use crate::app::{
    charts::{Mark, RateScale, Strip},
    words::Lang,
};

/// The scale of such rows.
pub struct Across(RateScale);

impl Across {
    /// The scale that holds rates, in per cent; up to 100.
    pub fn holding(highs: impl Iterator<Item = f64>) -> Self {
        Self(RateScale { low: 0.0, top: ((highs.fold(10.0, f64::max) / 10.0).ceil() * 10.0).min(100.0) })
    }

    /// The place of a rate, in per cent of the width.
    pub fn x(&self, rate: f64) -> f64 {
        100.0 - self.0.y(rate)
    }

    /// The lines behind the rows.
    pub fn ground(&self) -> Vec<Mark> {
        self.0.ticks().into_iter().map(|value| Mark::down("gridline", self.x(value))).collect()
    }

    /// The names of values under the rows. Where it is narrow, every other is left out.
    pub fn names(&self, lang: Lang) -> Strip {
        let ticks = self.0.ticks();
        let last = ticks.len().saturating_sub(1);
        let name = |(at, value): (usize, f64)| {
            let class = match at {
                0 => "ax",
                at if at == last => "ax end",
                at if at % 2 == 1 || at + 1 == last => "ax mid wide-only",
                _ => "ax mid",
            };
            let text = if at == last { lang.percent(value, 0) } else { lang.decimal(value, 0) };
            Mark::text(class, self.x(value), 0.0, [0.0, 14.0], text)
        };
        Strip { class: "h-x", height: 20.0, left: Vec::new(), marks: ticks.into_iter().enumerate().map(name).collect() }
    }
}
