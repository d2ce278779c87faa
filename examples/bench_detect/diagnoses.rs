//! Whether the right cause is named, and how far the certainty can be believed.

use std::collections::BTreeMap;

use ringwell::{
    diagnose::{Finding, findings},
    kpi::Board,
    model::{Scope, Settings},
    watch::{Rule, alerts},
};

use crate::{
    mark,
    world::{Event, World},
};

/// What was found as of a working day.
fn found(world: &World, last: usize) -> Vec<Finding> {
    let board = Board::build(&world.ledger(last), 3);
    let settings = Settings::default();
    findings(&board, &alerts(&board, &settings), &settings)
}

/// A shock of two days for all: is any number blamed that would not be without it, and is it said of the account?
pub fn shock(world: World, runs: u64) {
    let (mut blamed, mut numbers, mut said) = ([0; 2], 0, 0);
    for run in 0..runs {
        let from = 14 + (run % 20) as usize;
        for (event, blamed) in [Event::Healthy, Event::Shock { points: 15.0, days: 2 }].into_iter().zip(&mut blamed) {
            let world = World { seed: world.seed + 900_000 + run, event, from, days: from + 6, ..world };
            let board = Board::build(&world.ledger(world.days), 3);
            let all = alerts(&board, &Settings::default());
            let names: std::collections::BTreeSet<String> = all
                .iter()
                .filter(|alert| alert.rule == Rule::EarlyWarning && alert.scope == Scope::Number)
                .filter(|alert| World::working_day(alert.day) >= from)
                .map(|alert| alert.subject.to_string())
                .chain((from..from + 6).flat_map(|last| {
                    let of_number = |finding: &Finding| finding.scope == Scope::Number;
                    let names = found(&world, last).into_iter().filter(of_number);
                    names.map(|finding| finding.subject.to_string()).collect::<Vec<_>>()
                }))
                .collect();
            *blamed += names.len();
            if event != Event::Healthy {
                numbers += world.numbers;
                let of_account = |last: usize| found(&world, last).iter().any(|it| it.scope == Scope::Account);
                said += u64::from((from + 1..from + 4).any(of_account));
            }
        }
    }
    let share = |count: usize| 100.0 * count as f64 / numbers as f64;
    let beyond = share(blamed[1]) - share(blamed[0]);
    println!("An external shock of two days, −15 points, in life: six days from its first on");
    println!(
        "numbers blamed {:.2} %, without the shock {:.2} %: {beyond:+.2} %, goal +1 {}",
        share(blamed[1]),
        share(blamed[0]),
        mark(beyond <= 1.0)
    );
    println!("said of the account in {said} of {runs} runs");
    println!();
}

/// What happens, how many days of it are seen, and what may be said of whom.
struct Case {
    name: &'static str,
    event: Event,
    days: usize,
    scores: bool,
    /// Diagnosis, and the scope of its subject.
    right: &'static [(&'static str, Scope)],
}

const CASES: [Case; 12] = [
    Case { name: "healthy", event: Event::Healthy, days: 7, scores: false, right: &[] },
    Case {
        name: "external shock",
        event: Event::Shock { points: 15.0, days: 2 },
        days: 2,
        scores: false,
        right: &[("external_or_list", Scope::Account)],
    },
    Case {
        name: "loss of 10 points",
        event: Event::Loss { points: 10.0 },
        days: 15,
        scores: false,
        right: &[("early_label", Scope::Number)],
    },
    Case {
        name: "label seen",
        event: Event::Label { part: 0.65 },
        days: 5,
        scores: false,
        right: &[("visible_label", Scope::Number)],
    },
    Case {
        name: "label, with scores",
        event: Event::Label { part: 0.65 },
        days: 5,
        scores: true,
        right: &[("blacklisted", Scope::Number)],
    },
    Case {
        name: "filtered",
        event: Event::Filter { part: 0.65 },
        days: 5,
        scores: false,
        right: &[("silent_filtering", Scope::Number)],
    },
    Case {
        name: "slow drift",
        event: Event::Drift { points: 1.0 },
        days: 20,
        scores: false,
        right: &[("early_label", Scope::Number)],
    },
    Case {
        name: "contamination",
        event: Event::Contamination { part: 0.6 },
        days: 14,
        scores: false,
        right: &[("contamination", Scope::Pool)],
    },
    Case {
        name: "another list",
        event: Event::List { points: 12.0 },
        days: 7,
        scores: false,
        right: &[("external_or_list", Scope::Pool)],
    },
    Case {
        name: "longer dial timeout",
        event: Event::Timeout { points: 12.0 },
        days: 7,
        scores: false,
        right: &[("detection_or_timeout", Scope::Account)],
    },
    Case {
        name: "shorter dial timeout",
        event: Event::ShortTimeout { points: 8.0 },
        days: 7,
        scores: false,
        right: &[("detection_or_timeout", Scope::Account)],
    },
    Case {
        name: "voicemail redefined",
        event: Event::Voicemail,
        days: 7,
        scores: false,
        right: &[("data_artefact", Scope::Account)],
    },
];

/// Marks the first finding of every run, and the certainty of each finding.
pub fn confusion(life: World, runs: u64) {
    println!("The first finding of each run ({runs} runs a line; 12, 40 and 100 numbers; two campaigns)");
    let mut bins = [(0_u32, 0_u32, 0.0); 10];
    let (mut right, mut all, mut blamed, mut healthy) = (0, 0, 0, 0);
    for case in &CASES {
        let mut firsts: BTreeMap<String, u32> = BTreeMap::new();
        let mut right_here = 0;
        for run in 0..runs {
            let from = 20 + (run % 15) as usize;
            let numbers = [12, 40, 100][(run % 3) as usize];
            let world = World {
                seed: life.seed + 2_000_000 + run,
                numbers,
                event: case.event,
                from,
                victim: (run * 7) as usize % numbers,
                days: from + case.days,
                scores: case.scores,
                ..life
            };
            let list = found(&world, from + case.days - 1);
            let concerned: Vec<String> = world.concerned().into_iter().map(World::number).collect();
            let is_right = |finding: &Finding| {
                let scopes =
                    case.right.iter().any(|(id, scope)| *id == finding.diagnosis.id() && *scope == finding.scope);
                let is_who = finding.scope != Scope::Number || concerned.contains(&finding.subject.to_string());
                scopes && is_who
            };
            // A number that is labelled because its block is has a finding of its own, and that is no mistake.
            let is_part = |finding: &Finding| concerned.contains(&finding.subject.to_string());
            let first =
                list.first().map_or("none".to_owned(), |first| format!("{} ({:?})", first.diagnosis.id(), first.scope));
            *firsts.entry(first).or_default() += 1;
            let is_hit = list.first().map_or(case.right.is_empty(), is_right);
            right_here += u64::from(is_hit);
            for finding in &list {
                let bin = &mut bins[((finding.certainty * 10.0) as usize).min(9)];
                bin.0 += 1;
                bin.1 += u32::from(is_right(finding) || (case.name == "contamination" && is_part(finding)));
                bin.2 += finding.certainty;
                blamed += u64::from(finding.scope == Scope::Number && !is_part(finding));
            }
            healthy += (world.numbers - concerned.len()) as u64;
        }
        right += right_here;
        all += runs;
        let firsts: Vec<String> = firsts.iter().map(|(name, count)| format!("{name} {count}")).collect();
        println!(
            "{:22} {:2} days {:4.0} % right   {}",
            case.name,
            case.days,
            100.0 * right_here as f64 / runs as f64,
            firsts.join(", ")
        );
    }
    let share = 100.0 * right as f64 / all as f64;
    println!("all                            {share:4.0} % right, goal 90 {}", mark(share >= 90.0));
    let share = 100.0 * blamed as f64 / healthy as f64;
    println!("healthy numbers blamed {share:.2} %, goal 3 {}", mark(share <= 3.0));
    println!();
    println!("Certainty, in tenths: findings, said, right");
    for (at, (count, right, said)) in bins.into_iter().enumerate().filter(|(_, bin)| bin.0 > 0) {
        let count_of = f64::from(count);
        println!(
            "{:.1} to {:.1} {count:6} {:4.0} % {:4.0} %",
            at as f64 / 10.0,
            (at + 1) as f64 / 10.0,
            100.0 * said / count_of,
            100.0 * f64::from(right) / count_of
        );
    }
}
