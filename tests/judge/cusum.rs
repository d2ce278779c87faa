//! The sequential test beside published run lengths.

use ringwell::{
    kpi::{Cusum, Today},
    model::Day,
};

use crate::centre::Dice;

/// Mean days until the slow test's sum reaches a height, of 25 calls a day of which half are expected to be answered.
fn run_length(height: f64, rate: f64, seed: u64) -> f64 {
    let mut dice = Dice(seed);
    let (mut days, runs) = (0_u32, 600_u32);
    for _ in 0..runs {
        let mut cusum = Cusum::default();
        while cusum.sums()[0] < height {
            days += 1;
            let (calls, answered) = (25, dice.hits(25, rate));
            cusum.push(Today { day: Day(0), calls, answered, expected: 12.5, scatter: 1.0, level_variance: 0.0 });
        }
    }
    f64::from(days) / f64::from(runs)
}

#[test]
fn the_run_lengths_of_lucas_and_crosier_come_out() {
    // J. M. Lucas and R. B. Crosier, Fast initial response for CUSUM quality-control schemes, Technometrics 24 (1982):
    // a normal mean, reference value k = 0.5, h = 4, on both sides: 168 days without a shift, so twice that on one
    // side; 26.6 at half a deviation, 8.38 at one.
    // A loss of ten points in 25 calls at 50 % is a shift of one standard deviation, for which k is 0.5 and a sum of
    // logarithms of likelihood ratios is the same sum. Counts overshoot by half a step more than a normal figure does.
    for (rate, published) in [(0.5, 336.0), (0.45, 26.6), (0.4, 8.38)] {
        let found = run_length(4.0, rate, 1982);
        assert!((0.85..1.15).contains(&(found / published)), "{rate}: {found}, published {published}");
    }
}
