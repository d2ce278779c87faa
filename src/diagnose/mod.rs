//! All of it → findings: what happened, why we think so, what speaks against it, what to do. One diagnosis a file.
//!
//! Numbers first, each by its own signals; then the crowds, without the numbers that have a finding of their own, so that
//! one bad number is never an outside cause, and an outside cause is never forty bad numbers. How sure a finding is:
//! `certainty` and the head of each diagnosis.
//!
//! A new diagnosis is one file here, one variant of [`Diagnosis`], and its words in `app/words`.

mod agent_or_script;
mod blacklisted;
mod calls_in_vain;
mod carrier_change;
mod case;
mod certainty;
mod complaint_cluster;
mod contamination;
mod crowd;
mod data_artefact;
mod degrading;
mod detection_or_timeout;
mod early_label;
mod everywhere;
mod external_or_list;
mod finding;
mod label_gap;
mod lone_fall;
mod mixed;
mod mute;
mod offer_or_script;
mod other_lines;
mod over_recycled_leads;
mod overload_spiral;
mod own_doing;
mod prefix_labelling;
mod saturation;
mod scatter;
mod schedule;
mod shift;
mod signals;
mod silent_filtering;
mod spares;
mod strata;
mod technically_blocked;
mod uneven_numbers;
mod visible_label;

pub use finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal};

use std::collections::{BTreeMap, BTreeSet};

use case::Case;
use crowd::{Crowd, Members};
use mixed::Mixed;
use shift::FALL_POINTS;
use signals::Signals;

use crate::{
    kpi::{Agents, Board, NumberBoard, Peers, PoolBoard, Series, Watch, chance::adjusted, warning},
    model::{Day, Settings, Subject, order},
    tally::MixTally,
    watch::Alert,
};

/// A fall of weeks looks sudden to whoever compares two of them: it may be this much less certain and still be said.
const SLOW_BESIDE_SUDDEN: f64 = 0.6;

/// Falls of an account that any part of it would explain are found by chance as often as there are parts.
const MOST_LOOKS: usize = 4;

/// All findings of an analysis (certainty 0.5 and more), most urgent first, a subject's likeliest first.
pub fn findings(board: &Board, alerts: &[Alert], settings: &Settings) -> Vec<Finding> {
    let Some((_, as_of)) = board.period else { return Vec::new() };
    let peers = Peers::new(board);
    let numbers = board.numbers.iter().enumerate();
    let courses = board.vigil.numbers.iter().map(Vec::as_slice).chain(std::iter::repeat(&[][..]));
    let mut signals: Vec<Signals> =
        numbers.zip(courses).map(|((at, it), course)| Signals::of(at, it, course, &peers, as_of, settings)).collect();
    let mixed: Vec<Option<Finding>> = board.numbers.iter().zip(&signals).map(mixed_number).collect();
    for (signals, finding) in signals.iter_mut().zip(&mixed) {
        signals.explained = finding.as_ref().map_or(0.0, |finding| finding.certainty);
    }
    let pools = if board.campaigns.is_empty() { &board.teams } else { &board.campaigns };
    let loaded = overload_spiral::loaded(pools, as_of, settings.watch.volume_cap);
    for at in loaded {
        if let Some(signals) = signals.get_mut(at) {
            signals.is_loaded = true;
        }
    }
    let of_numbers = of_numbers(board, &signals, &mixed, alerts, settings);
    let first_is_fall = |found: &Vec<Finding>| found.first().is_some_and(is_fall);
    let explained: Vec<bool> = of_numbers.iter().map(first_is_fall).collect();
    let firsts = of_numbers.iter().enumerate().filter_map(|(at, found)| Some((at, found.first()?)));
    let fallen: Vec<(usize, &Finding)> = firsts.filter(|(_, finding)| is_label(finding)).collect();
    let row = contamination::diagnose(board, &signals, &fallen, as_of);
    let found: Vec<Finding> = of_numbers.iter().filter_map(|found| found.first().cloned()).collect();
    let mut findings = of_crowds(board, &signals, &explained, &found, as_of, settings);
    findings.extend(of_levels(board, &signals, &explained, &found, as_of));
    // One block, one finding: the one that names the numbers.
    let is_said = |finding: &Finding| row.as_ref().is_some_and(|row| row.subject == finding.subject);
    findings.retain(|finding| !is_said(finding));
    findings.extend(row);
    let found = of_numbers.into_iter().flatten();
    findings.extend(found);
    order::sort_by(&mut findings, by_urgency);
    findings
}

/// Enters what the agents' calls say among the findings, in its place.
pub fn enter_agents(findings: &mut Vec<Finding>, agents: &Agents) {
    let found = agent_or_script::diagnose(agents);
    if !found.is_empty() {
        findings.extend(found);
        order::sort_by(findings, by_urgency);
    }
}

/// The likeliest finding of each number, if any, and after it what its own calls say of the cause; two passes, since the spares must be numbers that have none.
fn of_numbers(
    board: &Board,
    signals: &[Signals],
    mixed: &[Option<Finding>],
    alerts: &[Alert],
    settings: &Settings,
) -> Vec<Vec<Finding>> {
    let tested: Vec<(usize, f64)> =
        signals.iter().enumerate().filter_map(|(at, signals)| Some((at, signals.p_fall()?))).collect();
    let mut p_values = vec![1.0; signals.len()];
    let adjusted = adjusted(&tested.iter().map(|(_, p)| *p).collect::<Vec<f64>>());
    for ((at, _), p) in tested.into_iter().zip(adjusted) {
        p_values[at] = p;
    }
    let likeliest = |at: usize, spares: &[String]| -> Vec<Finding> {
        let (Some(number), Some(signals)) = (board.numbers.get(at), signals.get(at)) else { return Vec::new() };
        let subject = Subject::Number(number.number.clone());
        let case = Case { subject, signals, adjusted_p: p_values[at], spares, settings };
        let likeliest = [
            blacklisted::diagnose(&case),
            technically_blocked::diagnose(&case),
            visible_label::diagnose(&case),
            silent_filtering::diagnose(&case),
            early_label::diagnose(&case),
            degrading::diagnose(&case),
            complaint_cluster::diagnose(&case),
            // What all share is said of all.
            mixed.get(at).cloned().flatten().filter(|_| signals.falls_alone() != Some(false)),
        ]
        .into_iter()
        .flatten()
        .filter(is_sure)
        .max_by(|a, b| a.certainty.total_cmp(&b.certainty));
        let Some(label) = likeliest else { return Vec::new() };
        let causes = if is_label(&label) { own_doing::diagnose(&case, &label) } else { Vec::new() };
        std::iter::once(label).chain(causes.into_iter().filter(is_sure)).collect()
    };
    let first: Vec<Vec<Finding>> = (0..signals.len()).map(|at| likeliest(at, &[])).collect();
    if first.iter().all(Vec::is_empty) {
        return first;
    }
    let found: Vec<Finding> = first.iter().flatten().cloned().collect();
    let well = spares::well(board, signals, &found, alerts, settings);
    let again = |(at, found): (usize, Vec<Finding>)| {
        if found.is_empty() { found } else { likeliest(at, &spares::spares(at, board, signals, &well, settings)) }
    };
    first.into_iter().enumerate().map(again).collect()
}

/// The findings of the account, or of its campaigns, or of its teams, or of its prefix blocks: a shared fall is said
/// once, at the widest scope that shares it. Beside a cause that all share, a pool that bears too much is named as
/// well: its calls show it, which no hour and no list does.
fn of_crowds(
    board: &Board,
    signals: &[Signals],
    explained: &[bool],
    found: &[Finding],
    as_of: Day,
    settings: &Settings,
) -> Vec<Finding> {
    let blocks = of_blocks(board, &|members| Crowd::of(members, board, signals, explained, as_of, settings));
    let mut explained = explained.to_vec();
    for (at, _) in blocks.iter().flat_map(|(block, _)| &block.members) {
        explained[*at] = true;
    }
    let crowd = |members: &Members| Crowd::of(members, board, signals, &explained, as_of, settings);
    let (mut findings, is_shared) = of_account(board, signals, &crowd, found, as_of, settings);
    findings.extend(blocks.into_iter().map(|(_, finding)| finding));
    let is_loaded = signals.iter().any(|signals| signals.is_loaded);
    if is_shared && (!is_loaded || findings.iter().any(|it| it.diagnosis == Diagnosis::OverloadSpiral)) {
        return findings;
    }
    let [campaigns, teams] = [&board.vigil.campaigns, &board.vigil.teams].map(Vec::as_slice);
    for (pools, courses) in [(&board.campaigns, campaigns), (&board.teams, teams), (&board.prefixes, &[][..])] {
        let warned = courses.iter().map(|course| warning(course, as_of)).chain(std::iter::repeat(None));
        let crowds: Vec<(&PoolBoard, Crowd)> = pools
            .iter()
            .zip(warned)
            .filter_map(|(pool, warned)| Some((pool, crowd(&members(pool, warned))?)))
            .collect();
        let p_values = adjusted(&crowds.iter().map(|(_, crowd)| fell_alone(crowd)).collect::<Vec<f64>>());
        let diagnose = |pool: &PoolBoard, crowd: &Crowd, p: f64| match crowd.subject {
            Subject::Prefix(_) => prefix_labelling::diagnose(crowd, p),
            _ => overloaded(crowd, pool, p, settings)
                .or_else(|| moved_pool(crowd, pool, board))
                .or_else(|| external_or_list::diagnose(crowd, p)),
        };
        let theirs: Vec<Finding> = crowds
            .iter()
            .zip(p_values)
            .filter(|((_, crowd), _)| fell_alone(crowd) < 1.0)
            .filter_map(|((pool, crowd), p)| diagnose(pool, crowd, p))
            .filter(|finding| is_sure(finding) && (!is_shared || finding.diagnosis == Diagnosis::OverloadSpiral))
            .collect();
        if !theirs.is_empty() {
            findings.extend(theirs);
            break;
        }
    }
    findings
}

/// The p of a fall that others do not share.
fn fell_alone(crowd: &Crowd) -> f64 {
    match crowd.beside {
        Some((points, p)) if points.is_below_zero() => p.max(crowd.p_fall),
        _ => 1.0,
    }
}

/// Blocks that fall by more than five points beyond the others of the same campaigns, beyond doubt. Each of these then
/// falls a little: no outside cause is looked for in what its numbers of the block did.
fn of_blocks<'a>(board: &'a Board, crowd: &dyn Fn(&Members) -> Option<Crowd>) -> Vec<(&'a PoolBoard, Finding)> {
    let crowds: Vec<(&PoolBoard, Crowd)> =
        board.prefixes.iter().filter_map(|pool| Some((pool, crowd(&members(pool, None))?))).collect();
    let p_values = adjusted(&crowds.iter().map(|(_, crowd)| fell_alone(crowd)).collect::<Vec<f64>>());
    let found = crowds.iter().zip(p_values).filter_map(|((pool, crowd), p)| {
        let finding = prefix_labelling::diagnose(crowd, p)?;
        let is_own = crowd.beside.is_some_and(|(points, _)| points.value <= -FALL_POINTS);
        (is_own && finding.certainty >= certainty::SURE).then_some((*pool, finding))
    });
    found.collect()
}

/// The findings of the account, and whether one of them explains a fall that all share.
fn of_account(
    board: &Board,
    signals: &[Signals],
    crowd: &dyn Fn(&Members) -> Option<Crowd>,
    found: &[Finding],
    as_of: Day,
    settings: &Settings,
) -> (Vec<Finding>, bool) {
    let account = Members {
        subject: &Subject::Account,
        series: &board.account,
        warning: warning(&board.vigil.account, as_of),
        numbers: board.numbers.iter().enumerate().map(|(at, number)| (at, &number.series)).collect(),
    };
    let mut findings = Vec::new();
    findings.extend(data_artefact::diagnose(&account, as_of));
    let retuned = detection_or_timeout::diagnose(&account, as_of);
    let is_retuned = retuned.is_some();
    findings.extend(retuned);
    let Some(all) = crowd(&account) else { return (findings, false) };
    let calling = signals.iter().filter(|signals| signals.spans.is_some()).count();
    for diagnosis in [Diagnosis::Blacklisted, Diagnosis::Degrading] {
        let theirs: Vec<&Finding> = found.iter().filter(|finding| finding.diagnosis == diagnosis).collect();
        findings.extend(everywhere::diagnose(&all, diagnosis, &theirs, calling));
    }
    findings.extend(calls_in_vain::diagnose(&all).into_iter().flatten().filter(is_sure));
    findings.extend(offer_or_script::diagnose(&all, &board.account).filter(is_sure));
    let (subject, series) = (&Subject::Account, &board.account);
    let mixed = Mixed { subject, series, mixes: &board.mix_days, spans: all.spans };
    let moved = mixed::diagnose(&mixed);
    let is_moved = moved.is_some();
    findings.extend(moved);
    // The account is one of several crowds that are looked at.
    let p = all.p_fall * (1 + board.campaigns.len() + board.teams.len()).min(MOST_LOOKS) as f64;
    let of_load = overload_spiral::diagnose(&all, &account.numbers, p, settings.watch.volume_cap);
    let of_carrier = || carrier_change::diagnose(&all, &mixed, p);
    let of_load = of_load.filter(|load| all.falls_everywhere && is_sure(load));
    let named = of_load.or_else(|| of_carrier().filter(is_sure));
    let is_named = named.is_some();
    let shared = named.or_else(|| external_or_list::diagnose(&all, p).filter(is_sure));
    let slow = saturation::diagnose(&all, &mixed).filter(is_sure);
    let is_slow = slow.as_ref().is_some_and(|slow| {
        shared.as_ref().is_none_or(|shared| slow.certainty >= shared.certainty * SLOW_BESIDE_SUDDEN)
    });
    // A campaign that bears too much falls by steps, and the account slowly with it.
    let is_slow = is_slow && !is_named && !signals.iter().any(|signals| signals.is_loaded);
    findings.extend(slow.filter(|_| is_slow && !is_moved));
    if is_retuned || is_moved || is_slow {
        // The same change explains the fall.
        return (findings, true);
    }
    let shared = shared.filter(|_| is_named || all.falls_everywhere);
    let is_shared = shared.is_some();
    findings.extend(shared);
    (findings, is_shared)
}

/// What another mix of calls explains of a pool's fall.
fn moved_pool(crowd: &Crowd, pool: &PoolBoard, board: &Board) -> Option<Finding> {
    let mixes = mixes_of(pool, board);
    mixed::diagnose(&Mixed { subject: &pool.subject, series: &pool.series, mixes: &mixes, spans: crowd.spans })
}

/// Where its numbers bear the calls of others that stopped.
fn overloaded(crowd: &Crowd, pool: &PoolBoard, p: f64, settings: &Settings) -> Option<Finding> {
    let numbers: Vec<(usize, &Series)> = pool.members.iter().map(|(at, series)| (*at, series)).collect();
    overload_spiral::diagnose(crowd, &numbers, p, settings.watch.volume_cap).filter(is_sure)
}

/// How numbers stand beside each other, whatever happened lately: in campaigns, else in teams, else in the account.
fn of_levels(board: &Board, signals: &[Signals], explained: &[bool], found: &[Finding], as_of: Day) -> Vec<Finding> {
    let pools = [&board.campaigns, &board.teams].into_iter().find(|pools| !pools.is_empty());
    let account = || vec![(&Subject::Account, board.numbers.iter().map(|it| &it.series).enumerate().collect())];
    let pools = pools.map_or_else(account, |pools| pools.iter().map(label_gap::pool).collect());
    let names: Vec<&str> = board.numbers.iter().map(|number| number.number.as_str()).collect();
    let found: BTreeSet<&Subject> = found.iter().map(|finding| &finding.subject).collect();
    let is_found = |name: &str| found.contains(&Subject::Number(name.to_owned()));
    let told = names.iter().zip(signals).map(|(name, signals)| signals.is_flagged() || is_found(name));
    let told: Vec<bool> = told.collect();
    let mut findings = label_gap::diagnose(&pools, &names, signals, explained, as_of);
    findings.extend(uneven_numbers::diagnose(&pools, &names, &told, as_of));
    findings
}

fn members<'a>(pool: &'a PoolBoard, warning: Option<&'a Watch>) -> Members<'a> {
    let numbers = pool.members.iter().map(|(at, series)| (*at, series)).collect();
    Members { subject: &pool.subject, series: &pool.series, warning, numbers }
}

/// What another mix of calls explains of a number's fall.
fn mixed_number((number, signals): (&NumberBoard, &Signals)) -> Option<Finding> {
    let spans = signals.spans.filter(|_| signals.falls())?;
    let subject = Subject::Number(number.number.clone());
    mixed::diagnose(&Mixed { subject: &subject, series: &number.series, mixes: &number.mix_days, spans })
}

/// The parts of the day and the attempts of a pool, where its members make nearly all their calls in it.
fn mixes_of(pool: &PoolBoard, board: &Board) -> Vec<(Day, MixTally)> {
    let mut days: BTreeMap<Day, MixTally> = BTreeMap::new();
    for (at, series) in &pool.members {
        let Some(number) = board.numbers.get(*at) else { continue };
        if series.total().calls == number.series.total().calls {
            number.mix_days.iter().for_each(|(day, mix)| days.entry(*day).or_default().merge(mix));
        }
    }
    days.into_iter().collect()
}

/// Whether a finding explains why a number answers less, and is its own.
fn is_fall(finding: &Finding) -> bool {
    finding.diagnosis == Diagnosis::TechnicallyBlocked || is_label(finding)
}

/// Whether it is what others think of the number.
fn is_label(finding: &Finding) -> bool {
    matches!(
        finding.diagnosis,
        Diagnosis::Blacklisted | Diagnosis::VisibleLabel | Diagnosis::SilentFiltering | Diagnosis::EarlyLabel
    )
}

fn is_sure(finding: &Finding) -> bool {
    finding.certainty >= certainty::FINDING
}

/// What is likelier than not comes after what is all but sure, however grave it would be.
fn by_urgency(a: &Finding, b: &Finding) -> std::cmp::Ordering {
    let is_doubtful = |finding: &Finding| finding.certainty < certainty::SURE;
    let by_doubt = is_doubtful(a).cmp(&is_doubtful(b));
    let by_weight = by_doubt.then_with(|| a.diagnosis.cmp(&b.diagnosis)).then_with(|| b.scope.cmp(&a.scope));
    by_weight.then_with(|| b.certainty.total_cmp(&a.certainty)).then_with(|| a.subject.cmp(&b.subject))
}
