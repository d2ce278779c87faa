//! How early and how quietly Ringwell warns, and how often it is right about why, in simulated call centres.
//!
//! ```sh
//! make bench-detect            # or: cargo run --profile reader --example bench_detect -- [SEED] [EFFORT] [alarms|diagnoses]
//! ```
//!
//! A world's ledger goes through Ringwell's own stages: board, alerts, findings. Beside it stand the article's 24-hour
//! rule and a plain CUSUM that holds each number against its own past. The seeds are not those of `calibrate`.
#![allow(clippy::expect_used)]

mod diagnoses;
mod event;
mod rivals;
mod world;

use event::Event;
use ringwell::{
    kpi::{Board, Vigil},
    model::Day,
};
use rivals::{Method, opened};
use world::{Kinds, Volume, World};

/// Active days in a month.
const MONTH: f64 = 21.0;
/// Working days of warm-up.
const WARM_UP: usize = 10;
/// Days after which a loss that nobody found is given up.
const PATIENCE: usize = 30;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let figure = |at: usize, usual: u64| arguments.get(at).map_or(usual, |text| text.parse().expect("a number"));
    let (seed, effort) = (figure(0, 1) * 1_000_003, figure(1, 60));
    let is_asked = |part: &str| arguments.get(2).is_none_or(|asked| asked == part);

    let clean = World { seed, ..World::CLEAN };
    let shocks = World { day_sd: 0.25, number_day_sd: 0.10, ..clean };
    let life = World {
        number_sd: 0.3,
        day_sd: 0.15,
        number_day_sd: 0.08,
        weekday_sd: 0.05,
        volume: Volume::Mixed(50),
        campaigns: 2,
        ..clean
    };
    if is_asked("alarms") {
        alarms(clean, shocks, life, effort);
    }
    if is_asked("diagnoses") {
        diagnoses::shock(World { numbers: 40, campaigns: 2, ..life }, effort);
        diagnoses::confusion(life, effort);
    }
    let board = Board::build(&World { numbers: 200, days: 90, ..life }.ledger(90), 3);
    let took = (0..200).map(|_| {
        let start = std::time::Instant::now();
        std::hint::black_box(Vigil::keep(&board));
        start.elapsed()
    });
    let fastest = took.min().unwrap_or_default().as_secs_f64() * 1000.0;
    println!();
    println!("The vigil over 200 numbers and 90 days, the fastest of 200 rounds: {fastest:.2} ms");
}

/// False alarms, and how soon what happens is found.
fn alarms(clean: World, shocks: World, life: World, effort: u64) {
    println!("False alarms per number and month of {MONTH} active days");
    println!("{:44} {:>8} {:>8} {:>9} {:>6}         confirmed", "", "24 hours", "CUSUM", "Ringwell", "goal");
    for (name, world, goal) in [
        ("clean: 40 numbers, 50 calls, 35 %", clean, 0.10),
        ("  numbers that differ (logit sd 0.4)", World { number_sd: 0.4, ..clean }, 0.10),
        ("  20 calls a day", World { volume: Volume::Fixed(20), ..clean }, 0.10),
        ("  a base of 12 %", World { base: 0.12, ..clean }, 0.10),
        ("common shocks (sd 0.25 a day, 0.10 its own)", shocks, 0.15),
        ("  numbers that differ as well", World { number_sd: 0.4, ..shocks }, 0.15),
        ("as in life: mixed volumes, two campaigns", life, 0.15),
        ("  kinds of calls", World { kinds: Kinds::Mixed, ..life }, 0.15),
        ("  a pool of 6", World { numbers: 6, campaigns: 1, ..life }, 0.15),
        ("  a pool of 500", World { numbers: 500, campaigns: 1, ..life }, 0.15),
    ] {
        let alarms = false_alarms(world, effort * 40 / world.numbers as u64 + 1);
        let [day, cusum, ringwell, sure] = alarms;
        println!("{name:44} {day:8.2} {cusum:8.3} {ringwell:9.3} {goal:6.2} {} {sure:9.3}", mark(ringwell <= goal));
    }
    println!();
    println!("One number in forty falls: active days until it is warned of (the first counts as 1)");
    let head = ["mean", "≤ 1", "≤ 3", "≤ 5", "sure ≤ 5", "gained", "goal"];
    println!(
        "{:36} {:10} {:>6} {:>6} {:>6} {:>6} {:>8} {:>7} {:>6}",
        "", "", head[0], head[1], head[2], head[3], head[4], head[5], head[6]
    );
    for (name, world, goal, first) in [
        ("loss of 10 points", World { event: Event::Loss { points: 10.0 }, ..clean }, 4.0, None),
        ("  under common shocks", World { event: Event::Loss { points: 10.0 }, ..shocks }, 4.4, None),
        (
            "  numbers that differ",
            World { event: Event::Loss { points: 10.0 }, number_sd: 0.4, ..clean },
            f64::NAN,
            None,
        ),
        ("label (−65 %)", World { event: Event::Label { part: 0.65 }, ..clean }, 1.6, Some(60.0)),
        ("  under common shocks", World { event: Event::Label { part: 0.65 }, ..shocks }, f64::NAN, None),
        ("drift of 1 point a day", World { event: Event::Drift { points: 1.0 }, ..clean }, 9.5, None),
    ] {
        let found = delays(world, effort * 10);
        for (method, found) in Method::ALL.into_iter().zip(found) {
            let head = if method == Method::Day { name } else { "" };
            let goal = if method != Method::Ringwell || goal.is_nan() {
                String::new()
            } else {
                let is_reached = found.mean <= goal && first.is_none_or(|first| found.within[0] >= first);
                format!("{goal:6.1} {}", mark(is_reached))
            };
            let Found { mean, within: [one, three, five], sure, gained } = found;
            println!(
                "{head:36} {:10} {mean:6.2} {one:4.0} % {three:4.0} % {five:4.0} % {sure:6.0} % {gained:7.1} {goal}",
                method.name()
            );
        }
    }
    println!("gained: active days before a review on the last day of the month");
    println!();
}

fn mark(is_reached: bool) -> &'static str {
    if is_reached { "reached" } else { "MISSED" }
}

/// Alarms that open after the warm-up, per number and month, for each method, and those of Ringwell that are confirmed.
fn false_alarms(world: World, runs: u64) -> [f64; 4] {
    let (mut alarms, mut months) = ([0; 4], 0.0);
    for run in 0..runs {
        let world = World { seed: world.seed + run, ..world };
        let board = Board::build(&world.ledger(world.days), 3);
        for (at, method) in Method::ALL.into_iter().enumerate() {
            let all = opened(&board, method);
            let late = || all.iter().filter(|alarm| World::working_day(alarm.day) >= WARM_UP);
            alarms[at] += late().count();
            if method == Method::Ringwell {
                alarms[3] += late().filter(|alarm| alarm.confirmed.is_some()).count();
            }
        }
        months += (world.numbers * (world.days - WARM_UP)) as f64 / MONTH;
    }
    alarms.map(|count| count as f64 / months)
}

/// How fast a method is.
struct Found {
    mean: f64,
    /// Per cent found within 1, 3 and 5 days.
    within: [f64; 3],
    /// Per cent confirmed within 5 days.
    sure: f64,
    gained: f64,
}

/// How fast each method finds the event of a world. An alarm that is open on its first day counts as found that day.
fn delays(world: World, runs: u64) -> [Found; 3] {
    let mut days: [Vec<usize>; 3] = Default::default();
    let (mut gained, mut sure) = ([0.0; 3], [0; 3]);
    for run in 0..runs {
        let from = 12 + (run % 21) as usize;
        let victim = (run * 7 % world.numbers as u64) as usize;
        let world = World { seed: world.seed + 500_000 + run, from, victim, days: from + PATIENCE, ..world };
        let board = Board::build(&world.ledger(world.days), 3);
        let name = World::number(victim);
        for (at, method) in Method::ALL.into_iter().enumerate() {
            let alarms = opened(&board, method);
            let open = || alarms.iter().filter(|alarm| alarm.number == name && World::working_day(alarm.until) >= from);
            let first =
                open().map(|alarm| World::working_day(alarm.day).max(from) - from + 1).min().unwrap_or(PATIENCE);
            let review = MONTH as usize - from % MONTH as usize;
            let is_sure = |day: Day| World::working_day(day) < from + 5;
            sure[at] += u32::from(open().any(|alarm| alarm.confirmed.is_some_and(is_sure)));
            days[at].push(first);
            gained[at] += review as f64 - first as f64;
        }
    }
    let mut gained = gained.into_iter().zip(sure);
    days.map(|days| {
        let all = days.len() as f64;
        let within = |limit: usize| 100.0 * days.iter().filter(|day| **day <= limit).count() as f64 / all;
        let (gained, sure) = gained.next().unwrap_or_default();
        Found {
            mean: days.iter().sum::<usize>() as f64 / all,
            within: [within(1), within(3), within(5)],
            sure: 100.0 * f64::from(sure) / all,
            gained: gained / all,
        }
    })
}
