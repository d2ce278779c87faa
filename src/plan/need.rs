//! Who carries the calls: roles, the load before and after those that must stop, how many numbers it takes.
//!
//! Resting a labelled number moves its calls to the others, and a number above its cap is the next to be labelled: the
//! spiral is seen here before it begins. Freed calls go to the least loaded numbers of the same pool first, up to the
//! planned load (the cap less its headroom), then to spares; what finds no place asks for new numbers.

use std::collections::BTreeMap;

use super::load::{Load, busiest, calls_per_day, loads, window};
use crate::{
    diagnose::{ActionId, Diagnosis, Finding},
    kpi::{Board, current_flag},
    model::{Day, NumberRole, Settings, Subject, order},
};

/// A number that has not called for so long starts anew with a warm-up.
const DORMANT_DAYS: i32 = 30;
/// A number whose first call lies no further back is young.
const YOUNG_DAYS: i32 = 28;
/// Days of data before a number's first call that show it to be new.
const KNOWN_BEFORE_DAYS: i32 = 14;

/// What to do with a number, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Go on as it is.
    Keep,
    /// Stop for so many days: a finding says so.
    Rest {
        /// Days.
        days: u32,
        /// The finding.
        because: Diagnosis,
    },
    /// Half as many calls: a finding says so.
    Halve(Diagnosis),
    /// More calls a day than the cap.
    OverCap,
    /// New, or long unused: few calls, more each week.
    WarmUp,
}

impl Advice {
    /// The id in CSV.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Rest { .. } => "rest",
            Self::Halve(_) => "halve",
            Self::OverCap => "over_cap",
            Self::WarmUp => "warm_up",
        }
    }
}

/// One number in the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedNumber {
    /// Its load now.
    pub load: Load,
    /// Its role: as chosen, else as observed.
    pub role: NumberRole,
    /// Whether the user chose it.
    pub is_chosen: bool,
    /// What to do with it.
    pub advice: Advice,
    /// Calls a day once the numbers that must stop have stopped.
    pub after: f64,
}

impl PlannedNumber {
    /// The part of its calls that it goes on making.
    fn kept(&self) -> f64 {
        match (self.role, self.advice) {
            (NumberRole::Resting, _) | (_, Advice::Rest { .. }) => 0.0,
            (_, Advice::Halve(_)) => 0.5,
            _ => 1.0,
        }
    }
}

/// One pool, or the account.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PoolPlan {
    /// Which; `None` is the account.
    pub pool: Option<Subject>,
    /// Mean calls a day.
    pub calls_per_day: f64,
    /// Calls on its busiest day of the last 28.
    pub busiest: u64,
    /// Numbers that call, rest, and stand ready.
    pub roles: [u32; 3],
    /// Numbers that should stop, or call half as much.
    pub to_relieve: u32,
    /// Numbers that the usual day asks for, at the planned load.
    pub needed: u64,
    /// Numbers that the busiest day asks for, at the cap.
    pub needed_busiest: u64,
    /// Calls a day that must move.
    pub freed: f64,
    /// Of these, calls a day that find no place, spares used up.
    pub unplaced: f64,
    /// Spares that take over.
    pub spares_used: u32,
    /// Numbers still missing.
    pub missing: u64,
    /// The highest load of a number that stays, now and after.
    pub highest: [f64; 2],
}

/// The plan of an account.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The last day that counts.
    pub as_of: Day,
    /// Days over which the loads are taken.
    pub days: usize,
    /// Calls a day that a number may make.
    pub cap: f64,
    /// Calls a day for which a number is planned.
    pub planned: f64,
    /// All numbers: those to relieve first, then by load, most first, then by number.
    pub numbers: Vec<PlannedNumber>,
    /// Pools with two numbers or more, by calls, most first.
    pub pools: Vec<PoolPlan>,
    /// All of it.
    pub account: PoolPlan,
}

/// The plan of a board with its findings.
pub fn plan(board: &Board, findings: &[Finding], settings: &Settings) -> Plan {
    let Some((first, last)) = board.period else { return Plan::default() };
    let as_of = settings.as_of.unwrap_or(last);
    let cap = f64::from(settings.watch.volume_cap.max(1));
    let planned = (cap * (1.0 - settings.planning.headroom.get() / 100.0)).max(1.0);
    let orders = orders(findings, settings);
    let mut all: Vec<PlannedNumber> = Vec::new();
    for (load, number) in loads(board, as_of, settings).into_iter().zip(&board.numbers) {
        let chosen = settings.planning.numbers.get(&load.number).and_then(|plan| plan.role);
        let ordered = orders.get(&*load.number).copied();
        let flagged = current_flag(&number.readings, as_of, settings.kpis.score_days) == Some(true);
        let must_stop = matches!(ordered, Some(Advice::Rest { .. }));
        let observed = match load.calls_per_day > 0.0 {
            true => NumberRole::Active,
            false if flagged || must_stop => NumberRole::Resting,
            false => NumberRole::Spare,
        };
        let role = chosen.unwrap_or(observed);
        let dormant = load.days.is_none_or(|[_, last]| last <= as_of - DORMANT_DAYS);
        let young = load.days.is_some_and(|[from, _]| from > as_of - YOUNG_DAYS && from > first + KNOWN_BEFORE_DAYS);
        let advice = match ordered {
            Some(ordered) => ordered,
            None if role == NumberRole::Active && load.calls_per_day > cap => Advice::OverCap,
            None if young || (dormant && role != NumberRole::Resting) => Advice::WarmUp,
            None => Advice::Keep,
        };
        all.push(PlannedNumber { load, role, is_chosen: chosen.is_some(), advice, after: 0.0 });
    }
    for (number, decided) in &settings.planning.numbers {
        let known = board.numbers.binary_search_by(|board| board.number.as_str().cmp(number)).is_ok();
        if let (false, Some(role)) = (known, decided.role) {
            let load = Load {
                number: number.clone(),
                pool: None,
                calls_per_day: 0.0,
                busiest: 0,
                days_over_cap: 0,
                days: None,
            };
            all.push(PlannedNumber { load, role, is_chosen: true, advice: Advice::WarmUp, after: 0.0 });
        }
    }
    for number in &mut all {
        number.after = number.load.calls_per_day * number.kept();
    }
    let days = window(board, as_of, settings);
    let (mut pools, mut rest) = (Vec::new(), Vec::new());
    for pool in board.campaigns.iter().chain(&board.teams) {
        let members: Vec<usize> = places(&all, |number| number.load.pool.as_ref() == Some(&pool.subject));
        if members.len() >= 2 {
            pools.push((Some(pool.subject.clone()), members));
        }
    }
    // Numbers of small pools, and those that have never called, stand together: their calls can go anywhere.
    let homed: Vec<usize> = pools.iter().flat_map(|(_, members)| members.iter().copied()).collect();
    rest.extend((0..all.len()).filter(|at| !homed.contains(at)));
    let mut spares: Vec<usize> = rest.iter().copied().filter(|at| all.get(*at).is_some_and(is_ready)).collect();
    let ordinary = !pools.is_empty();
    let mut plans: Vec<PoolPlan> = Vec::new();
    for (subject, members) in &pools {
        plans.push(relieve(&mut all, subject.clone(), members, &mut spares, planned, settings));
    }
    let others = relieve(&mut all, None, &rest, &mut spares, planned, settings);
    let mut account = if ordinary { added_up(&plans, &others) } else { others };
    account.calls_per_day = calls_per_day(&board.account, &days);
    account.busiest = busiest(&board.account, as_of);
    account.needed = numbers_for(account.calls_per_day, planned);
    account.needed_busiest = numbers_for(account.busiest as f64, cap);
    for pool in &mut plans {
        let series =
            board.campaigns.iter().chain(&board.teams).find(|board| Some(&board.subject) == pool.pool.as_ref());
        pool.busiest = series.map_or(0, |board| busiest(&board.series, as_of));
        pool.needed_busiest = numbers_for(pool.busiest as f64, cap);
    }
    order::sort_by(&mut plans, |a, b| b.calls_per_day.total_cmp(&a.calls_per_day).then_with(|| a.pool.cmp(&b.pool)));
    // A role that is chosen moves no row: whoever goes through the list must not lose their place.
    let rank = |number: &PlannedNumber| match number.advice {
        Advice::Rest { .. } => 0,
        Advice::Halve(_) => 1,
        _ => 2,
    };
    order::sort_by(&mut all, |a, b| {
        let by_load = rank(a).cmp(&rank(b)).then_with(|| b.load.calls_per_day.total_cmp(&a.load.calls_per_day));
        by_load.then_with(|| a.load.number.cmp(&b.load.number))
    });
    Plan { as_of, days: days.len(), cap, planned, numbers: all, pools: plans, account }
}

/// What the findings order for single numbers, the most urgent finding first.
fn orders<'a>(findings: &'a [Finding], settings: &Settings) -> BTreeMap<&'a str, Advice> {
    let mut orders = BTreeMap::new();
    for finding in findings {
        let Subject::Number(number) = &finding.subject else { continue };
        let ordered = finding.actions.iter().find_map(|action| match action.id {
            ActionId::StopCalls => {
                let days = action.days.unwrap_or(u32::from(settings.planning.rest_days));
                Some(Advice::Rest { days, because: finding.diagnosis })
            }
            ActionId::HalveVolume => Some(Advice::Halve(finding.diagnosis)),
            ActionId::WarmUpAgain => Some(Advice::WarmUp),
            _ => None,
        });
        if let Some(ordered) = ordered {
            orders.entry(number.as_str()).or_insert(ordered);
        }
    }
    orders
}

fn places(all: &[PlannedNumber], is: impl Fn(&PlannedNumber) -> bool) -> Vec<usize> {
    (0..all.len()).filter(|at| all.get(*at).is_some_and(&is)).collect()
}

fn is_ready(number: &PlannedNumber) -> bool {
    number.role == NumberRole::Spare && !matches!(number.advice, Advice::Rest { .. } | Advice::Halve(_))
}

/// Numbers for so many calls a day.
fn numbers_for(calls_per_day: f64, each: f64) -> u64 {
    (calls_per_day / each).ceil() as u64
}

/// Takes the load off those that must stop, and finds it a place among the others of the pool. `elsewhere` are spares
/// of no pool: those used are taken out.
fn relieve(
    all: &mut [PlannedNumber],
    pool: Option<Subject>,
    members: &[usize],
    elsewhere: &mut Vec<usize>,
    planned: f64,
    settings: &Settings,
) -> PoolPlan {
    let mut plan = PoolPlan { pool, ..PoolPlan::default() };
    let mut staying: Vec<usize> = Vec::new();
    let mut ready: Vec<usize> = Vec::new();
    for at in members {
        let Some(number) = all.get(*at) else { continue };
        plan.roles[number.role as usize] += 1;
        plan.calls_per_day += number.load.calls_per_day;
        let kept = number.kept();
        plan.freed += number.load.calls_per_day * (1.0 - kept);
        if kept < 1.0 && number.load.calls_per_day > 0.0 {
            plan.to_relieve += 1;
        } else if number.role == NumberRole::Active {
            plan.highest[0] = plan.highest[0].max(number.load.calls_per_day);
            staying.push(*at);
        } else if is_ready(number) && !elsewhere.contains(at) {
            ready.push(*at);
        }
    }
    let mut left = fill(all, &staying, plan.freed, planned);
    ready.append(&mut elsewhere.clone());
    for at in ready {
        if left < 0.5 {
            break;
        }
        let Some(number) = all.get_mut(at) else { continue };
        // Whoever has not called for a month begins small.
        let room = if number.advice == Advice::WarmUp { f64::from(settings.planning.warm_up_calls) } else { planned };
        let taken = left.min(room.min(planned));
        number.after += taken;
        left -= taken;
        plan.spares_used += 1;
        elsewhere.retain(|other| *other != at);
    }
    plan.unplaced = if left < 0.5 { 0.0 } else { left };
    plan.missing = numbers_for(plan.unplaced, planned);
    plan.needed = numbers_for(plan.calls_per_day, planned);
    plan.highest[1] = staying.iter().filter_map(|at| all.get(*at)).map(|number| number.after).fold(0.0, f64::max);
    plan
}

/// Raises the least loaded numbers to one level, as far as the calls reach and no higher than planned; what is left.
fn fill(all: &mut [PlannedNumber], staying: &[usize], calls: f64, planned: f64) -> f64 {
    let mut loads: Vec<f64> = staying.iter().filter_map(|at| all.get(*at)).map(|number| number.after).collect();
    order::sort_figures(&mut loads);
    let (mut level, mut left) = (loads.first().copied().unwrap_or(planned), calls);
    for (count, next) in (1..).zip(loads.iter().copied().skip(1).chain([planned])) {
        let top = next.min(planned);
        if top <= level {
            continue;
        }
        let step = ((top - level) * f64::from(count)).min(left);
        level += step / f64::from(count);
        left -= step;
    }
    for at in staying {
        if let Some(number) = all.get_mut(*at) {
            number.after = number.after.max(level.min(planned));
        }
    }
    if staying.is_empty() { calls } else { left }
}

/// The account as the sum of its pools.
fn added_up(pools: &[PoolPlan], others: &PoolPlan) -> PoolPlan {
    pools.iter().chain([others]).fold(PoolPlan::default(), |mut sum, pool| {
        sum.roles.iter_mut().zip(pool.roles).for_each(|(sum, count)| *sum += count);
        sum.to_relieve += pool.to_relieve;
        sum.freed += pool.freed;
        sum.unplaced += pool.unplaced;
        sum.spares_used += pool.spares_used;
        sum.missing += pool.missing;
        sum.highest = [sum.highest[0].max(pool.highest[0]), sum.highest[1].max(pool.highest[1])];
        sum
    })
}
