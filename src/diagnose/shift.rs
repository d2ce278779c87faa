//! A rate against its own past.

use super::finding::{Evidence, Signal};
use crate::{
    kpi::chance::{Interval, Share, difference, fall_z, upper_tail},
    model::Day,
};

/// More than so many points down is a fall; up to so many either way is stable (`product.md`, Diagnoses).
pub const FALL_POINTS: f64 = 5.0;
/// Probability of a rise from which it begins to count, and at which it counts in full.
const RISE: (f64, f64) = (0.8, 0.975);

/// The change of a rate from one span to a later one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// In points, with Newcombe's interval.
    pub points: Interval,
    /// Per cent before.
    pub before: f64,
    /// Per cent after.
    pub after: f64,
    /// Cases after.
    pub n: u64,
    /// One-sided p of a fall, by the score test.
    pub p_fall: f64,
}

impl Shift {
    /// `None` where either has no rate.
    pub fn new(after: Share, before: Share) -> Option<Self> {
        Some(Self {
            points: difference(after, before)?.times(100.0),
            before: before.rate()? * 100.0,
            after: after.rate()? * 100.0,
            n: after.of,
            p_fall: upper_tail(fall_z(after, before)?),
        })
    }

    /// More than 5 points down, beyond chance.
    pub fn falls(&self) -> bool {
        self.points.value < -FALL_POINTS && self.points.is_below_zero()
    }

    /// Up, beyond chance.
    pub fn rises(&self) -> bool {
        self.points.is_above_zero()
    }

    /// 0 where a rise is less than 80 % probable, 1 from 97.5 %, in between in proportion.
    pub fn rise(&self) -> f64 {
        ((self.p_fall - RISE.0) / (RISE.1 - RISE.0)).clamp(0.0, 1.0)
    }

    /// The probability that the rate did not fall by more than 5 points.
    pub fn holds(&self) -> f64 {
        1.0 - upper_tail(-self.points.z_below(-FALL_POINTS))
    }

    /// As evidence.
    pub fn evidence(&self, signal: Signal, days: [Day; 2]) -> Evidence {
        Evidence {
            before: Some(self.before),
            after: Some(self.after),
            ..Evidence::of(signal, self.points, self.n, days)
        }
    }
}
