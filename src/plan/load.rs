//! How hard each number is worked: its calls on the last days on which the account called.
//!
//! One window for all numbers, so that their loads add up to the account's; a mean over each number's own days, as the
//! report gives it, would not.

use crate::{
    kpi::{Board, NumberBoard, Series},
    model::{Day, Settings, Subject},
};

/// Active days of the account over which a load is taken.
pub const LOAD_DAYS: usize = 7;
/// Days whose calls decide which campaign is a number's home, and over which the busiest day is sought.
const RECENT_DAYS: i32 = 28;

/// One number's load.
#[derive(Clone, Debug, PartialEq)]
pub struct Load {
    /// The number, as in the report.
    pub number: String,
    /// Its campaign, else its team, by most calls of the last 28 days; `None` is the account.
    pub pool: Option<Subject>,
    /// Mean calls a day over the window, days without a call included.
    pub calls_per_day: f64,
    /// Calls on its busiest day of the last 28.
    pub busiest: u64,
    /// Days of the last 28 above the cap.
    pub days_over_cap: u32,
    /// First and last day with calls; `None` for a number that has never called.
    pub days: Option<[Day; 2]>,
}

/// The days of the window: the last seven active days of the account.
pub fn window(board: &Board, as_of: Day, settings: &Settings) -> Vec<Day> {
    board.account.last_active(as_of, LOAD_DAYS, settings.watch.active_day_calls)
}

/// Mean calls a day of a subject over those days.
pub fn calls_per_day(series: &Series, days: &[Day]) -> f64 {
    let calls: u64 = days.iter().filter_map(|day| series.on(*day)).map(|sums| sums.calls).sum();
    if days.is_empty() { 0.0 } else { calls as f64 / days.len() as f64 }
}

/// Calls on the busiest of the last 28 days.
pub fn busiest(series: &Series, as_of: Day) -> u64 {
    recent(series, as_of).max().unwrap_or(0)
}

fn recent(series: &Series, as_of: Day) -> impl Iterator<Item = u64> {
    let within = move |day: Day| day > as_of - RECENT_DAYS && day <= as_of;
    series.calls().filter(move |(day, _)| within(*day)).map(|(_, calls)| calls)
}

/// The load of every number, in the order of the board.
pub fn loads(board: &Board, as_of: Day, settings: &Settings) -> Vec<Load> {
    let days = window(board, as_of, settings);
    let cap = u64::from(settings.watch.volume_cap);
    let of = |number: &NumberBoard| {
        let with_calls = || number.series.called();
        Load {
            number: number.number.clone(),
            pool: home(board, number, as_of),
            calls_per_day: calls_per_day(&number.series, &days),
            busiest: busiest(&number.series, as_of),
            days_over_cap: recent(&number.series, as_of).filter(|calls| *calls > cap).count() as u32,
            days: with_calls().next().zip(with_calls().next_back()).map(|(first, last)| [first, last]),
        }
    };
    board.numbers.iter().map(of).collect()
}

/// The campaign of most of a number's calls, else its team. A number that is quiet lately keeps its last home.
fn home(board: &Board, number: &NumberBoard, as_of: Day) -> Option<Subject> {
    let campaign = most(&number.campaign_days, as_of).and_then(|at| board.campaigns.get(at));
    let pool = campaign.or_else(|| most(&number.team_days, as_of).and_then(|at| board.teams.get(at)));
    pool.map(|pool| pool.subject.clone())
}

/// The pool with most calls in the 28 days up to the last of these; of equal ones the first by name.
fn most(days: &[(Day, u32, u64)], as_of: Day) -> Option<usize> {
    let last = days.iter().rev().map(|(day, ..)| *day).find(|day| *day <= as_of)?;
    let mut pools: Vec<(u32, u64)> = Vec::new();
    for (day, pool, calls) in days.iter().filter(|(day, ..)| *day > last - RECENT_DAYS && *day <= last) {
        debug_assert!(*day <= as_of);
        match pools.iter_mut().find(|(known, _)| known == pool) {
            Some((_, sum)) => *sum += calls,
            None => pools.push((*pool, *calls)),
        }
    }
    pools.into_iter().max_by_key(|(pool, calls)| (*calls, std::cmp::Reverse(*pool))).map(|(pool, _)| pool as usize)
}
