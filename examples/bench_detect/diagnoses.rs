//! Whether the right cause is named, and how far the certainty can be believed.

use std::collections::BTreeMap;

use ringwell::{
    diagnose::{Finding, enter_agents, findings},
    kpi::{Agents, Board},
    model::{Scope, Settings},
    watch::{Rule, alerts},
};

use crate::{
    event::Event,
    mark,
    world::{Kinds, Volume, World},
};

/// What was found as of a working day.
fn found(world: &World, last: usize) -> Vec<Finding> {
    let ledger = world.ledger(last);
    let board = Board::build(&ledger, 3);
    let settings = Settings::default();
    let mut found = findings(&board, &alerts(&board, &settings), &settings);
    enter_agents(&mut found, &Agents::of(&ledger, World::day(last), 3));
    found
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
    /// Days of it that are seen.
    days: usize,
    /// Days before it, at least.
    before: usize,
    world: fn(World) -> World,
    /// What must be said first: diagnosis, and the scope of its subject.
    right: &'static [(&'static str, Scope)],
    /// What must be said beside it.
    also: Option<&'static str>,
}

const fn case(name: &'static str, event: Event, days: usize, right: &'static [(&'static str, Scope)]) -> Case {
    Case { name, event, days, before: 20, world: |world| world, right, also: None }
}

const fn mixed(world: World) -> World {
    World { kinds: Kinds::Mixed, ..world }
}

const fn forty(world: World) -> World {
    World { numbers: if world.numbers < 40 { 40 } else { world.numbers }, ..world }
}

const LABEL: Event = Event::Label { part: 0.65 };
const EXTERNAL: &[(&str, Scope)] = &[("external_or_list", Scope::Account)];
const VISIBLE: &[(&str, Scope)] = &[("visible_label", Scope::Number)];
const CARRIER: &[(&str, Scope)] = &[("carrier_change", Scope::Account)];
const EARLY: &[(&str, Scope)] = &[("early_label", Scope::Number)];

const CASES: [Case; 36] = [
    case("healthy", Event::Healthy, 7, &[]),
    Case { world: mixed, ..case("healthy, kinds of calls", Event::Healthy, 7, &[]) },
    case("after a holiday", Event::Holiday { points: 15.0, calls: 1.0 }, 4, &[]),
    case("  that few worked", Event::Holiday { points: 15.0, calls: 0.3 }, 4, &[]),
    case("external shock", Event::Shock { points: 15.0, days: 2 }, 2, EXTERNAL),
    case("loss of 10 points", Event::Loss { points: 10.0 }, 15, EARLY),
    Case { world: mixed, ..case("  kinds of calls", Event::Loss { points: 10.0 }, 15, EARLY) },
    case("label seen", LABEL, 5, VISIBLE),
    Case {
        world: |world| World { scores: true, ..world },
        ..case("label, with scores", LABEL, 5, &[("blacklisted", Scope::Number)])
    },
    case("filtered", Event::Filter { part: 0.65 }, 5, &[("silent_filtering", Scope::Number)]),
    case("slow drift", Event::Drift { points: 1.0 }, 20, EARLY),
    case("contamination", Event::Contamination { part: 0.6 }, 14, &[("contamination", Scope::Pool)]),
    Case {
        world: forty,
        ..case("a block labelled", Event::Block { part: 0.3 }, 10, &[("prefix_labelling", Scope::Pool)])
    },
    Case { also: Some("warm_up_failure"), ..case("warm-up too fast", Event::WarmUp, 7, VISIBLE) },
    Case { also: Some("volume_triggered"), ..case("a burst of calls", Event::Burst, 7, VISIBLE) },
    Case { also: Some("dormant_reuse"), before: 55, ..case("used after a rest", Event::Dormant, 7, VISIBLE) },
    case("complaints", Event::Complaints, 10, &[("complaint_cluster", Scope::Number)]),
    case("another list", Event::List { points: 12.0 }, 7, &[("external_or_list", Scope::Pool)]),
    case("saturation", Event::Saturation { points: 0.25 }, 45, &[("saturation", Scope::Account)]),
    Case { world: mixed, ..case("calls moved to noon", Event::Noon, 7, &[("schedule", Scope::Account)]) },
    Case { world: mixed, ..case("evenings fall", Event::Evening, 7, &[("schedule", Scope::Account)]) },
    Case { world: mixed, ..case("one number's noon", Event::NoonOfOne, 7, &[("schedule", Scope::Number)]) },
    Case { world: mixed, ..case("leads called again", Event::Recycled, 7, &[("over_recycled_leads", Scope::Account)]) },
    Case { world: mixed, ..case("more mobiles", Event::Mobiles, 7, &[("other_lines", Scope::Account)]) },
    case("longer dial timeout", Event::Timeout { points: 12.0 }, 7, &[("detection_or_timeout", Scope::Account)]),
    case("shorter dial timeout", Event::ShortTimeout { points: 8.0 }, 7, &[("detection_or_timeout", Scope::Account)]),
    case("voicemail redefined", Event::Voicemail, 7, &[("data_artefact", Scope::Account)]),
    Case {
        world: forty,
        ..case("too few numbers left", Event::Overload { points: 12.0 }, 7, &[("overload_spiral", Scope::Pool)])
    },
    case(
        "flagged before",
        Event::Flagged { part: 0.5 },
        5,
        &[("label_gap", Scope::Pool), ("blacklisted", Scope::Number)],
    ),
    Case { world: forty, ..case("low before", Event::Low { part: 0.7 }, 5, &[("uneven_numbers", Scope::Pool)]) },
    case("a carrier refuses", Event::Carrier { part: 0.35 }, 6, CARRIER),
    Case { world: mixed, ..case("  mobiles alone", Event::Carrier { part: 0.35 }, 10, CARRIER) },
    case("blocked on the way", Event::Blocked, 3, &[("technically_blocked", Scope::Number)]),
    Case { before: 40, ..case("Mondays fall", Event::Mondays, 20, &[("schedule", Scope::Account)]) },
    case("an agent", Event::Agent, 25, &[("agent_or_script", Scope::Account)]),
    Case { world: |world| World { volume: Volume::Mixed(2), ..world }, ..case("too few calls to tell", LABEL, 5, &[]) },
];

/// Marks the first finding of every run, and the certainty of each finding.
pub fn confusion(life: World, runs: u64) {
    println!("The first finding of each run ({runs} runs a line; 12, 40 and 100 numbers; two campaigns)");
    let mut bins = [(0_u32, 0_u32, 0.0); 10];
    let (mut right, mut all, mut blamed, mut healthy) = (0, 0, 0, 0);
    for case in &CASES {
        let mut firsts: BTreeMap<String, u32> = BTreeMap::new();
        let (mut right_here, mut beside) = (0, 0);
        for run in 0..runs {
            let from = case.before + (run % 15) as usize;
            let numbers = [12, 40, 100][(run % 3) as usize];
            let seed = life.seed + 2_000_000 + run;
            let world = World { seed, numbers, event: case.event, from, days: from + case.days, ..life };
            let world = (case.world)(World { victim: (run * 7) as usize % numbers, ..world });
            let list = found(&world, from + case.days - 1);
            let concerned: Vec<String> = world.concerned().into_iter().map(World::number).collect();
            let is_who =
                |finding: &Finding| finding.scope != Scope::Number || concerned.contains(&finding.subject.to_string());
            let is_right = |finding: &Finding| {
                let scopes =
                    case.right.iter().any(|(id, scope)| *id == finding.diagnosis.id() && *scope == finding.scope);
                scopes && is_who(finding)
            };
            let is_also = |finding: &Finding| case.also == Some(finding.diagnosis.id());
            beside += u64::from(list.iter().any(|finding| is_also(finding) && is_who(finding)));
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
                let is_one_of_many =
                    matches!(case.event, Event::Contamination { .. } | Event::Block { .. }) && is_part(finding);
                bin.1 += u32::from(is_right(finding) || is_one_of_many || (is_also(finding) && is_who(finding)));
                bin.2 += finding.certainty;
                blamed += u64::from(finding.scope == Scope::Number && !is_part(finding));
            }
            healthy += (world.numbers - concerned.len()) as u64;
        }
        right += right_here;
        all += runs;
        let firsts: Vec<String> = firsts.iter().map(|(name, count)| format!("{name} {count}")).collect();
        let share = |count: u64| 100.0 * count as f64 / runs as f64;
        let also = case.also.map(|also| format!("; {also} beside it in {:.0} %", share(beside))).unwrap_or_default();
        println!(
            "{:24} {:2} days {:4.0} % right   {}{also}",
            case.name,
            case.days,
            share(right_here),
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
