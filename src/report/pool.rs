//! With which others a number stands.

use std::collections::BTreeMap;

use crate::{
    kpi::{Board, PoolBoard},
    model::{Day, Subject},
};

/// Days that decide where a number belongs.
const POOL_DAYS: i32 = 28;
/// Other numbers that a pool needs on the day.
const POOL_OTHERS: usize = 5;

/// The campaign of most of the number's calls of the last 28 days if 5 other numbers called in it on the day, else
/// the team, likewise; `None`: the account.
pub fn pool_of(board: &Board, number: usize, day: Day) -> Option<Subject> {
    let own = board.numbers.get(number)?;
    let pools = [(&own.campaign_days, &board.campaigns), (&own.team_days, &board.teams)];
    pools.into_iter().find_map(|(days, pools)| {
        let mut calls: BTreeMap<u32, u64> = BTreeMap::new();
        for (_, pool, count) in days.iter().filter(|(at, _, _)| *at > day - POOL_DAYS && *at <= day) {
            *calls.entry(*pool).or_default() += count;
        }
        let (most, _) = calls.into_iter().max_by_key(|(pool, calls)| (*calls, std::cmp::Reverse(*pool)))?;
        let pool: &PoolBoard = pools.get(most as usize)?;
        let called = |series: &crate::kpi::Series| series.on(day).is_some_and(|sums| sums.calls > 0);
        let others = pool.members.iter().filter(|(at, series)| *at != number && called(series)).count();
        (others >= POOL_OTHERS).then(|| pool.subject.clone())
    })
}
