//! Several numbers of one pool fall one after the other: what was done to the first is done to the next, as where the
//! calls of each labelled number move to another. Numbers of one prefix block that fall on one day were labelled as a
//! block (`prefix_labelling`), however far apart the days look on which each was seen to fall: their own days must fit
//! them far better than the best day for all.
//!
//! Certainty: the part of the fallen numbers that are in the pool × (1 − (1 − c)²), c the median certainty of their own
//! findings: that several are wrong by chance, and in a row, is less likely than that one is.

use super::{
    certainty::MOST,
    finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal},
    signals::Signals,
};
use crate::{
    kpi::{
        Board, PoolBoard, Series,
        chance::{Share, log_likelihood},
    },
    model::{Day, Subject, order},
};

/// Numbers that make a row.
const LEAST: usize = 3;
/// Days between the first and the last fall; at once they would have a common cause.
const LEAST_DAYS: i32 = 2;
/// What a day of one's own gains for each number by chance, twice the logarithm of a likelihood.
const OWN_DAY: f64 = 6.0;
/// Days before the first fall that its level is taken from.
const BEFORE_DAYS: i32 = 28;
/// The part of all fallen numbers that the pool must hold.
const CONCENTRATED: f64 = 0.6;

/// The pool in which numbers fall in a row: a prefix block before a campaign before a team. `fallen` holds the place of
/// each number that falls alone, with its finding.
pub fn diagnose(board: &Board, signals: &[Signals], fallen: &[(usize, &Finding)], as_of: Day) -> Option<Finding> {
    let pools = board.prefixes.iter().chain(&board.campaigns).chain(&board.teams);
    pools.filter_map(|pool| in_pool(pool, signals, fallen, as_of)).find(|finding| finding.certainty > 0.5)
}

fn in_pool(pool: &PoolBoard, signals: &[Signals], fallen: &[(usize, &Finding)], as_of: Day) -> Option<Finding> {
    let mut theirs: Vec<&(usize, &Finding)> = fallen.iter().filter(|(at, _)| pool.member(*at).is_some()).collect();
    if theirs.len() < LEAST || (theirs.len() as f64) < CONCENTRATED * fallen.len() as f64 {
        return None;
    }
    order::sort_by_key(&mut theirs, |(_, finding)| finding.since);
    let mut days: Vec<Day> = theirs.iter().map(|(_, finding)| finding.since).collect();
    let (first, last) = (*days.first()?, *days.last()?);
    days.dedup();
    let together = Together::of(pool, &theirs, as_of);
    let in_a_row = days.len() >= LEAST && last.0 - first.0 >= LEAST_DAYS && together.is_unlikely;
    let is_block = matches!(pool.subject, Subject::Prefix(_));
    if !in_a_row && !is_block {
        return None;
    }
    let mut certainties: Vec<f64> = theirs.iter().map(|(_, finding)| finding.certainty).collect();
    order::sort_figures(&mut certainties);
    let median = *certainties.get(certainties.len() / 2)?;
    let calling = pool.members.iter().filter(|(at, _)| signals.get(*at).is_some_and(|it| it.spans.is_some())).count();
    let share = 100.0 * theirs.len() as f64 / calling.max(1) as f64;
    let mut evidence = vec![Evidence::plain(Signal::NumbersDown, share, calling as u64, [first, last])];
    evidence.extend(theirs.iter().filter_map(|(_, finding)| finding.evidence.first().cloned()).take(LEAST));
    if !in_a_row {
        // Most of the block, and others beside it that it can be told from.
        let all = signals.iter().filter(|it| it.spans.is_some()).count();
        if 2 * theirs.len() < calling || all < calling + LEAST {
            return None;
        }
        evidence.truncate(1 + LEAST);
    }
    let sure = theirs.len() as f64 / fallen.len() as f64 * (1.0 - (1.0 - median) * (1.0 - median));
    let lost = theirs.iter().filter_map(|(_, finding)| finding.lost_conversations);
    let lost = lost.fold([0.0; 3], |sum, lost| [sum[0] + lost[0], sum[1] + lost[1], sum[2] + lost[2]]);
    let of_block = vec![
        Action::of(ActionId::OtherBlock),
        Action::of(ActionId::TestCalls),
        Action::of(ActionId::StartRecovery),
        Action::of(ActionId::ImportCheck),
    ];
    let of_row = vec![
        Action::of(ActionId::FreezeRotation),
        Action::of(ActionId::OtherBlock),
        Action::of(ActionId::TestCalls),
        Action::of(ActionId::CheckLeads),
    ];
    Some(Finding {
        diagnosis: if in_a_row { Diagnosis::Contamination } else { Diagnosis::PrefixLabelling },
        scope: pool.subject.scope(),
        subject: pool.subject.clone(),
        since: if in_a_row { first.min(as_of) } else { together.since },
        certainty: sure.min(MOST),
        evidence,
        against: Vec::new(),
        unchecked: vec![Signal::SharedCallees],
        actions: if in_a_row { of_row } else { of_block },
        confirm: vec![Check::OthersFallToo, Check::TestCallShowsLabel],
        rules_out: vec![Check::FreshNumberFallsToo, Check::SettingsChangedThatDay],
        lost_conversations: Some(lost),
    })
}

/// The numbers as if they had fallen on one day.
struct Together {
    /// The day that fits them best.
    since: Day,
    /// Whether their own days fit them better than chance makes them.
    is_unlikely: bool,
}

impl Together {
    fn of(pool: &PoolBoard, theirs: &[&(usize, &Finding)], as_of: Day) -> Self {
        let first = theirs.iter().map(|(_, finding)| finding.since).min().unwrap_or(as_of);
        let from = first - BEFORE_DAYS;
        let all: Vec<&Series> = theirs.iter().filter_map(|(at, _)| pool.member(*at)).collect();
        let split = |series: &Series, day: Day| {
            let share = |from: Day, to: Day| -> Share { series.track().answers(from, to).share() };
            log_likelihood(share(from, day - 1)) + log_likelihood(share(day, as_of))
        };
        let best = |of: &dyn Fn(Day) -> f64| {
            let days = (first.0 - 7..=as_of.0).map(|day| (Day(day), of(Day(day))));
            days.reduce(|best, it| if it.1 > best.1 { it } else { best }).unwrap_or((as_of, 0.0))
        };
        let own: f64 = all.iter().map(|series| best(&|day| split(series, day)).1).sum();
        let (since, common) = best(&|day| all.iter().map(|series| split(series, day)).sum());
        Self { since, is_unlikely: 2.0 * (own - common) > OWN_DAY * all.len() as f64 }
    }
}
