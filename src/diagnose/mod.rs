//! All of it → findings: what happened, why we think so, what speaks against it, what to do. One diagnosis a file.
//!
//! Numbers first, each by its own signals; then the crowds, without the numbers that have a finding of their own, so that
//! one bad number is never an outside cause, and an outside cause is never forty bad numbers. How sure a finding is:
//! `certainty` and the head of each diagnosis.
//!
//! A new diagnosis is one file here, one variant of [`Diagnosis`], and its words in `app/words`.

mod blacklisted;
mod block_label;
mod case;
mod certainty;
mod crowd;
mod degrading;
mod early_label;
mod everywhere;
mod external_or_list;
mod finding;
mod lone_fall;
mod shift;
mod signals;
mod silent_filtering;
mod spares;
mod visible_label;

pub use finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal};

use case::Case;
use crowd::{Crowd, Members};
use signals::Signals;

use crate::{
    kpi::{Board, Peers, PoolBoard, chance::adjusted},
    model::{Day, Settings, Subject, order},
    watch::Alert,
};

/// All findings of an analysis (certainty 0.5 and more), most urgent first, a subject's likeliest first.
pub fn findings(board: &Board, alerts: &[Alert], settings: &Settings) -> Vec<Finding> {
    let Some((_, as_of)) = board.period else { return Vec::new() };
    let peers = Peers::new(board);
    let numbers = board.numbers.iter().enumerate();
    let signals: Vec<Signals> = numbers.map(|(at, it)| Signals::of(at, it, &peers, as_of, settings)).collect();
    let of_numbers = of_numbers(board, &signals, alerts, settings);
    let explained: Vec<bool> = of_numbers.iter().map(|finding| finding.as_ref().is_some_and(is_fall)).collect();
    let found: Vec<Finding> = of_numbers.into_iter().flatten().collect();
    let mut findings = of_crowds(board, &signals, &explained, &found, as_of, settings);
    findings.extend(found);
    order::sort_by(&mut findings, by_urgency);
    findings
}

/// The likeliest finding of each number, if any; two passes, since the spares must be numbers that have none.
fn of_numbers(board: &Board, signals: &[Signals], alerts: &[Alert], settings: &Settings) -> Vec<Option<Finding>> {
    let tested: Vec<(usize, f64)> =
        signals.iter().enumerate().filter_map(|(at, signals)| Some((at, signals.p_fall()?))).collect();
    let mut p_values = vec![1.0; signals.len()];
    let adjusted = adjusted(&tested.iter().map(|(_, p)| *p).collect::<Vec<f64>>());
    for ((at, _), p) in tested.into_iter().zip(adjusted) {
        p_values[at] = p;
    }
    let likeliest = |at: usize, spares: &[String]| {
        let (number, signals) = (board.numbers.get(at)?, signals.get(at)?);
        let subject = Subject::Number(number.number.clone());
        let case = Case { subject, signals, adjusted_p: p_values[at], spares, settings };
        [
            blacklisted::diagnose(&case),
            visible_label::diagnose(&case),
            silent_filtering::diagnose(&case),
            early_label::diagnose(&case),
            degrading::diagnose(&case),
        ]
        .into_iter()
        .flatten()
        .filter(is_sure)
        .max_by(|a, b| a.certainty.total_cmp(&b.certainty))
    };
    let first: Vec<Option<Finding>> = (0..signals.len()).map(|at| likeliest(at, &[])).collect();
    if first.iter().all(Option::is_none) {
        return first;
    }
    let found: Vec<Finding> = first.iter().flatten().cloned().collect();
    let well = spares::well(board, signals, &found, alerts, settings);
    let again = |(at, finding): (usize, Option<Finding>)| {
        finding.and_then(|_| likeliest(at, &spares::spares(at, board, signals, &well, settings)))
    };
    first.into_iter().enumerate().map(again).collect()
}

/// The findings of the account, or of its campaigns, or of its teams, or of its prefix blocks: a shared fall is said
/// once, at the widest scope that shares it.
fn of_crowds(
    board: &Board,
    signals: &[Signals],
    explained: &[bool],
    found: &[Finding],
    as_of: Day,
    settings: &Settings,
) -> Vec<Finding> {
    let account = Members {
        subject: &Subject::Account,
        series: &board.account,
        numbers: board.numbers.iter().enumerate().map(|(at, number)| (at, &number.series)).collect(),
    };
    let crowd = |members: &Members| Crowd::of(members, board, signals, explained, as_of, settings);
    let mut findings = Vec::new();
    let calling = signals.iter().filter(|signals| signals.spans.is_some()).count();
    if let Some(all) = crowd(&account) {
        for diagnosis in [Diagnosis::Blacklisted, Diagnosis::Degrading] {
            let theirs: Vec<&Finding> = found.iter().filter(|finding| finding.diagnosis == diagnosis).collect();
            findings.extend(everywhere::diagnose(&all, diagnosis, &theirs, calling));
        }
        let shared = external_or_list::diagnose(&all, all.rest.p_fall).filter(is_sure);
        if let Some(finding) = shared.filter(|_| all.falls_everywhere) {
            findings.push(finding);
            return findings;
        }
    }
    for pools in [&board.campaigns, &board.teams, &board.prefixes] {
        let crowds: Vec<Crowd> = pools.iter().filter_map(|pool| crowd(&members(pool))).collect();
        let fell_alone = |crowd: &Crowd| match crowd.beside {
            Some((points, p)) if points.is_below_zero() => p.max(crowd.rest.p_fall),
            _ => 1.0,
        };
        let p_values = adjusted(&crowds.iter().map(fell_alone).collect::<Vec<f64>>());
        let theirs: Vec<Finding> = crowds
            .iter()
            .zip(p_values)
            .filter(|(crowd, _)| fell_alone(crowd) < 1.0)
            .filter_map(|(crowd, p)| match crowd.subject {
                Subject::Prefix(_) => block_label::diagnose(crowd, p),
                _ => external_or_list::diagnose(crowd, p),
            })
            .filter(is_sure)
            .collect();
        if !theirs.is_empty() {
            findings.extend(theirs);
            break;
        }
    }
    findings
}

fn members(pool: &PoolBoard) -> Members<'_> {
    let numbers = pool.members.iter().map(|(at, series)| (*at, series)).collect();
    Members { subject: &pool.subject, series: &pool.series, numbers }
}

/// Whether a finding explains why a number answers less.
fn is_fall(finding: &Finding) -> bool {
    finding.diagnosis != Diagnosis::Degrading
}

fn is_sure(finding: &Finding) -> bool {
    finding.certainty >= certainty::FINDING
}

fn by_urgency(a: &Finding, b: &Finding) -> std::cmp::Ordering {
    let by_weight = a.diagnosis.cmp(&b.diagnosis).then_with(|| b.scope.cmp(&a.scope));
    by_weight.then_with(|| b.certainty.total_cmp(&a.certainty)).then_with(|| a.subject.cmp(&b.subject))
}
