//! Flagged numbers answer less than the others of their pool: what the label costs, where the fall itself lies before the
//! files, or where nobody saw it. A number whose fall has a finding of its own is left out.
//!
//! Numbers differ without a label, so the gap must stand out from how far those without a flag lie apart (a random effect
//! between numbers, by moments), and not from chance alone.
//!
//! Certainty: (1 − p of the gap × pools looked at) × 0.9; × 0.8 where no source says that the others are clean.

use super::{
    certainty::{FINDING, MOST},
    finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal},
    signals::Signals,
};
use crate::{
    kpi::{
        PoolBoard, Series,
        chance::{Interval, Share, Z95, difference, upper_tail},
    },
    model::{Day, Subject, order},
};

/// The days that are compared.
const DAYS: i32 = 28;
/// Calls of a number that say something, of all flagged ones, and numbers without a flag.
const NUMBER_CALLS: u64 = 20;
const FLAGGED_CALLS: u64 = 100;
const LEAST_OTHERS: usize = 3;
/// Points that matter.
const GAP_POINTS: f64 = 5.0;
/// Numbers never lie less far apart than this, as rates.
const LEAST_APART: f64 = 0.03;
const SURE: f64 = 0.9;
const OTHERS_UNKNOWN: f64 = 0.8;
/// Numbers that are named.
const NAMED: usize = 3;

/// A pool: its name, and its numbers by their place with their calls in it.
pub type Pool<'a> = (&'a Subject, Vec<(usize, &'a Series)>);

/// A finding for each pool in which flagged numbers answer less.
pub fn diagnose(pools: &[Pool], names: &[&str], signals: &[Signals], explained: &[bool], as_of: Day) -> Vec<Finding> {
    let split: Vec<Split> = pools.iter().map(|pool| Split::of(pool, signals, explained, as_of)).collect();
    let apart = apart(&split);
    let looks = split.iter().filter(|split| !split.flagged.is_empty()).count();
    let found = pools.iter().zip(&split).filter_map(|((subject, _), split)| {
        let told = split.finding(subject, names, signals, apart, looks, as_of)?;
        (told.certainty >= FINDING).then_some(told)
    });
    found.collect()
}

/// A campaign or a team.
pub fn pool(pool: &PoolBoard) -> Pool<'_> {
    (&pool.subject, pool.members.iter().map(|(at, series)| (*at, series)).collect())
}

/// The numbers of a pool, with and without a flag, and their answers.
struct Split {
    flagged: Vec<(usize, Share)>,
    others: Vec<(usize, Share)>,
}

impl Split {
    fn of((_, numbers): &Pool, signals: &[Signals], explained: &[bool], as_of: Day) -> Self {
        let is_explained = |at: usize| explained.get(at).copied().unwrap_or(false);
        let share = |series: &Series| series.track().answers(as_of - (DAYS - 1), as_of).share();
        let told = numbers.iter().map(|(at, series)| (*at, share(series)));
        let told = told.filter(|(at, share)| share.of >= NUMBER_CALLS && !is_explained(*at));
        let is_flagged = |at: usize| signals.get(at).is_some_and(Signals::is_flagged);
        let (flagged, others) = told.partition(|(at, _)| is_flagged(*at));
        Self { flagged, others }
    }

    fn finding(
        &self,
        subject: &Subject,
        names: &[&str],
        signals: &[Signals],
        apart: f64,
        looks: usize,
        as_of: Day,
    ) -> Option<Finding> {
        let (flagged, others) = (sum(&self.flagged), sum(&self.others));
        if flagged.of < FLAGGED_CALLS || self.others.len() < LEAST_OTHERS {
            return None;
        }
        let wander = Z95 * apart * libm::sqrt(spread(&self.flagged) + spread(&self.others));
        let by_chance = difference(flagged, others)?;
        let away = |half: f64| libm::hypot(half, wander);
        let gap = Interval {
            value: by_chance.value,
            low: by_chance.value - away(by_chance.value - by_chance.low),
            high: by_chance.value + away(by_chance.high - by_chance.value),
        };
        let points = gap.times(100.0);
        if points.value > -GAP_POINTS || !points.is_below_zero() {
            return None;
        }
        let are_clean = self.others.iter().any(|(at, _)| signals.get(*at).is_some_and(|it| it.flagged == Some(false)));
        let p = upper_tail(points.z_below(0.0)) * looks.max(1) as f64;
        let clean = if are_clean { 1.0 } else { OTHERS_UNKNOWN };
        let days = [as_of - (DAYS - 1), as_of];
        let told = Evidence {
            before: Some(100.0 * others.rate()?),
            after: Some(100.0 * flagged.rate()?),
            ..Evidence::of(Signal::FlagGap, points, flagged.of, days)
        };
        let rate = others.rate()?;
        let mut first = self.flagged.clone();
        let lost = |share: &Share| rate * share.of as f64 - share.hits as f64;
        order::sort_by(&mut first, |a, b| lost(&b.1).total_cmp(&lost(&a.1)).then_with(|| a.0.cmp(&b.0)));
        let named = first.iter().filter_map(|(at, _)| names.get(*at)).take(NAMED).map(|name| (*name).to_owned());
        let since =
            self.flagged.iter().filter_map(|(at, _)| signals.get(*at)?.flag.as_ref().map(|(_, day)| *day)).min();
        let lost = gap.times(-(flagged.of as f64));
        let unchecked = [(Signal::Flagged, are_clean), (Signal::SharedCallees, false)];
        Some(Finding {
            diagnosis: Diagnosis::LabelGap,
            scope: subject.scope(),
            subject: subject.clone(),
            since: since?,
            certainty: (SURE * clean * (1.0 - p).max(0.0)).min(MOST),
            evidence: vec![told],
            against: Vec::new(),
            unchecked: unchecked.into_iter().filter(|(_, told)| !told).map(|(signal, _)| signal).collect(),
            actions: vec![
                Action { numbers: named.collect(), ..Action::of(ActionId::RestFlagged) },
                Action::of(ActionId::StartRecovery),
                Action::of(ActionId::TestCalls),
            ],
            confirm: vec![Check::TestCallShowsLabel, Check::SecondSourceFlags],
            rules_out: vec![Check::SameLeadsAlike, Check::TestCallsRingNormally],
            lost_conversations: Some([lost.value, lost.high.max(0.0), lost.low]),
        })
    }
}

fn sum(numbers: &[(usize, Share)]) -> Share {
    numbers.iter().map(|(_, share)| *share).sum()
}

/// The sum of the squared weights: 1 ÷ the count, where all call alike.
fn spread(numbers: &[(usize, Share)]) -> f64 {
    let all = sum(numbers).of.max(1) as f64;
    summed(numbers.iter().map(|(_, it)| (it.of as f64 / all) * (it.of as f64 / all)))
}

/// The sum, whatever the order of the numbers.
pub fn summed(terms: impl Iterator<Item = f64>) -> f64 {
    let mut terms: Vec<f64> = terms.collect();
    order::sort_figures(&mut terms);
    terms.iter().sum()
}

/// How far numbers without a flag lie from the rate of their pool, beyond chance.
fn apart(pools: &[Split]) -> f64 {
    let (mut squares, mut count) = (0.0, 0_usize);
    for others in pools.iter().map(|pool| &pool.others).filter(|others| others.len() > 1) {
        let Some(rate) = sum(others).rate() else { continue };
        // Their own mean takes one of so many degrees.
        let free = (others.len() - 1) as f64 / others.len() as f64;
        squares += summed(others.iter().map(|(_, share)| {
            let off = share.rate().unwrap_or(rate) - rate;
            off * off - free * rate * (1.0 - rate) / share.of as f64
        }));
        count += others.len() - 1;
    }
    libm::sqrt(squares.max(0.0) / count.max(1) as f64).max(LEAST_APART)
}

#[cfg(test)]
mod tests {
    use super::{LEAST_APART, Share, Split, apart, spread};

    #[test]
    fn how_far_numbers_lie_apart_is_what_chance_leaves() {
        // Rates 0.2, 0.4, 0.6 of 100 calls each: squares 0.08, of which chance makes 2 × 0.24 ÷ 100; two degrees.
        let numbers = |rates: [u64; 3]| rates.map(|hits| (0, Share::new(hits, 100))).to_vec();
        let split = |rates| [Split { flagged: Vec::new(), others: numbers(rates) }];
        let expected = libm::sqrt((0.08 - 0.0048) / 2.0);
        assert!((apart(&split([20, 40, 60])) - expected).abs() < 1e-12);
        assert_eq!(apart(&split([39, 40, 41])).to_bits(), LEAST_APART.to_bits());
        assert!((spread(&numbers([1, 2, 3])) - 1.0 / 3.0).abs() < 1e-12);
    }
}
