//! Several numbers of one pool fall one after the other: what was done to the first is done to the next. A label on a
//! block of numbers, or a pool whose calls moved from each labelled number to the next.
//!
//! Certainty: the part of the fallen numbers that are in the pool × (1 − (1 − c)²), c the median certainty of their own
//! findings: that several are wrong by chance, and in a row, is less likely than that one is.

use super::{
    certainty::MOST,
    finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal},
    signals::Signals,
};
use crate::{
    kpi::{Board, PoolBoard},
    model::{Day, order},
};

/// Numbers that make a row.
const LEAST: usize = 3;
/// Days between the first and the last fall; at once they would have a common cause.
const LEAST_DAYS: i32 = 2;
/// The part of all fallen numbers that the pool must hold.
const CONCENTRATED: f64 = 0.6;

/// The pool in which numbers fall in a row: a prefix block before a campaign before a team. `fallen` holds the place of
/// each number that falls alone, with its finding.
pub fn diagnose(board: &Board, signals: &[Signals], fallen: &[(usize, &Finding)], as_of: Day) -> Option<Finding> {
    let pools = board.prefixes.iter().chain(&board.campaigns).chain(&board.teams);
    pools.filter_map(|pool| in_pool(pool, signals, fallen, as_of)).find(|finding| finding.certainty > 0.5)
}

fn in_pool(pool: &PoolBoard, signals: &[Signals], fallen: &[(usize, &Finding)], as_of: Day) -> Option<Finding> {
    let is_member = |at: usize| pool.members.binary_search_by_key(&at, |(member, _)| *member).is_ok();
    let mut theirs: Vec<&(usize, &Finding)> = fallen.iter().filter(|(at, _)| is_member(*at)).collect();
    if theirs.len() < LEAST || (theirs.len() as f64) < CONCENTRATED * fallen.len() as f64 {
        return None;
    }
    order::sort_by_key(&mut theirs, |(_, finding)| finding.since);
    let mut days: Vec<Day> = theirs.iter().map(|(_, finding)| finding.since).collect();
    let (first, last) = (*days.first()?, *days.last()?);
    days.dedup();
    if days.len() < LEAST || last.0 - first.0 < LEAST_DAYS {
        return None;
    }
    let mut certainties: Vec<f64> = theirs.iter().map(|(_, finding)| finding.certainty).collect();
    order::sort_figures(&mut certainties);
    let median = *certainties.get(certainties.len() / 2)?;
    let calling = pool.members.iter().filter(|(at, _)| signals.get(*at).is_some_and(|it| it.spans.is_some())).count();
    let share = 100.0 * theirs.len() as f64 / calling.max(1) as f64;
    let mut evidence = vec![Evidence::plain(Signal::NumbersDown, share, calling as u64, [first, last])];
    evidence.extend(theirs.iter().filter_map(|(_, finding)| finding.evidence.first().cloned()).take(LEAST));
    let sure = theirs.len() as f64 / fallen.len() as f64 * (1.0 - (1.0 - median) * (1.0 - median));
    let lost = theirs.iter().filter_map(|(_, finding)| finding.lost_conversations);
    let lost = lost.fold([0.0; 3], |sum, lost| [sum[0] + lost[0], sum[1] + lost[1], sum[2] + lost[2]]);
    Some(Finding {
        diagnosis: Diagnosis::Contamination,
        scope: pool.subject.scope(),
        subject: pool.subject.clone(),
        since: first.min(as_of),
        certainty: sure.min(MOST),
        evidence,
        against: Vec::new(),
        unchecked: vec![Signal::SharedCallees],
        actions: vec![
            Action::of(ActionId::FreezeRotation),
            Action::of(ActionId::OtherBlock),
            Action::of(ActionId::TestCalls),
            Action::of(ActionId::CheckLeads),
        ],
        confirm: vec![Check::OthersFallToo, Check::TestCallShowsLabel],
        rules_out: vec![Check::FreshNumberFallsToo, Check::SettingsChangedThatDay],
        lost_conversations: Some(lost),
    })
}
