//! Finds the limits of the early warning's tests, and prints `src/kpi/vigil/table.rs`:
//!
//! ```sh
//! cargo run --profile reader --example calibrate > limits && mv limits src/kpi/vigil/table.rs
//! ```
//!
//! Ringwell's own tests are run on a subject with nothing wrong whose answers are binomial around what is expected. A
//! limit is the height that so many losses a month reach as chance makes them; a month has 21 active days. The budgets
//! leave room for what is not known of a real subject's level: `make bench-detect` measures the whole.
#![allow(clippy::expect_used)]

use ringwell::{
    kpi::{Cusum, Today},
    model::Day,
};

/// False alarms of one subject in a month: of the test for a slow loss, and of the one for a label.
const BUDGET: [f64; 2] = [0.09, 0.006];
const RATES: [f64; 6] = [0.03, 0.06, 0.12, 0.2, 0.35, 0.5];
const CALLS: [u32; 11] = [5, 8, 12, 20, 32, 50, 80, 125, 200, 500, 1000];
const DAYS: u32 = 1_500_000;
/// Not one of the seeds that the bench reports.
const SEED: u64 = 0x5EED_CA11;

fn main() {
    println!(
        "//! Limits of the tests, found by simulation. Written by `examples/calibrate.rs`, which says how; do not edit."
    );
    println!();
    println!("/// Answer rates, one row each.");
    println!("pub const RATES: [f64; {}] = {RATES:?};", RATES.len());
    println!("/// Calls a day, one column each.");
    println!("pub const CALLS: [f64; {}] = {:?};", CALLS.len(), CALLS.map(f64::from));
    println!("/// The limits: of the slow loss, of the label; by rate, then by calls.");
    println!("#[allow(clippy::approx_constant)] // a limit of 3.14 is not π");
    println!("pub const LIMITS: [[[f64; {}]; {}]; 2] = [", CALLS.len(), RATES.len());
    // More calls never lower a limit: where chance alone is small, what else makes days differ weighs more.
    let found = RATES.map(|rate| {
        let mut highest = [0.0_f64; 2];
        CALLS.map(|calls| {
            let found = limits(rate, calls);
            highest = [highest[0].max(found[0]), highest[1].max(found[1])];
            highest
        })
    });
    for test in 0..2 {
        println!("    [");
        for row in &found {
            let cells: Vec<String> =
                row.iter().map(|limits| format!("{:?}", (limits[test] * 100.0).round() / 100.0)).collect();
            println!("        [{}],", cells.join(", "));
        }
        println!("    ],");
    }
    println!("];");
}

/// The limits of both tests for a subject with so many calls a day.
fn limits(rate: f64, calls: u32) -> [f64; 2] {
    let mut dice = SEED ^ (u64::from(calls) << 32) ^ rate.to_bits();
    let upto = cumulative(rate, calls);
    let mut heights: [Vec<f64>; 2] = Default::default();
    let mut highest = [0.0_f64; 2];
    let mut cusum = Cusum::default();
    for day in 0..DAYS {
        let chance = unit(&mut dice);
        let answered = upto.partition_point(|sum| *sum <= chance) as u32;
        let expected = f64::from(calls) * rate;
        cusum.push(Today { day: Day(day as i32), calls, answered, expected, scatter: 1.0, level_variance: 0.0 });
        for ((sum, highest), heights) in cusum.sums().into_iter().zip(&mut highest).zip(&mut heights) {
            if sum == 0.0 && *highest > 0.0 {
                heights.push(*highest);
                *highest = 0.0;
            }
            *highest = highest.max(sum);
        }
    }
    let months = f64::from(DAYS) / 21.0;
    let mut test = 0;
    heights.map(|mut heights| {
        heights.sort_by(|a, b| b.total_cmp(a));
        let allowed = (BUDGET[test] * months) as usize;
        test += 1;
        // Where even all losses together are fewer, any of them is rare.
        heights.get(allowed).copied().unwrap_or(0.0).max(1.0)
    })
}

/// P(answers ≤ k) for k = 0, 1, ...
fn cumulative(rate: f64, calls: u32) -> Vec<f64> {
    let mut probability = (f64::from(calls) * (1.0 - rate).ln()).exp();
    let mut sum = 0.0;
    (0..=calls)
        .map(|hits| {
            sum += probability;
            probability *= f64::from(calls - hits) / f64::from(hits + 1) * rate / (1.0 - rate);
            sum
        })
        .collect()
}

/// SplitMix64 (Steele, Lea and Flood, 2014), from 0 to below 1.
fn unit(state: &mut u64) -> f64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
}
