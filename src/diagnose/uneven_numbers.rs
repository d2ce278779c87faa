//! A few numbers answer far less than the others of their pool, and have for weeks: an older label that no file has seen
//! begin, or other hours and leads. Numbers always differ; the lowest must lie beyond what the upper half shows of that.
//!
//! On the scale of log-odds each number lies so far from the median of its pool. How far numbers lie apart is taken from
//! those above their median, whom no label has moved; the lowest are held against it as Student's t (normal approximation
//! of Wallace, "Bounds on normal approximations to Student's and the chi-square distributions", 1959).
//!
//! Certainty: (1 − p of the lowest × numbers looked at) × 0.8, since the level of a number is also that of its leads.

use super::{
    certainty::FINDING,
    finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal},
    label_gap::{Pool, summed},
};
use crate::{
    kpi::{
        Series,
        chance::{Share, difference, upper_tail},
    },
    model::{Day, order},
};

/// The days that are compared, and the calls that a number needs in them.
const DAYS: i32 = 28;
const NUMBER_CALLS: u64 = 100;
/// Numbers of a pool with a median, and of all pools.
const POOL_NUMBERS: usize = 8;
const LEAST_NUMBERS: usize = 16;
/// Log-odds by which numbers differ at least.
const LEAST_APART: f64 = 0.15;
/// The largest p of the lowest, counted for all; the smallest part of the median that is missing.
const MOST_P: f64 = 0.005;
const MISSING: f64 = 1.0 / 3.0;
const SURE: f64 = 0.8;
/// Numbers that are named; more than this part of a pool are no outliers.
const NAMED: usize = 3;
const FEW: f64 = 0.25;

/// One number of a pool.
#[derive(Clone, Copy, Debug)]
struct Place {
    at: usize,
    share: Share,
    odds: f64,
    /// Variance by chance.
    chance: f64,
    off: f64,
}

/// A finding for each pool with such numbers. `told` says which numbers have a finding or a flag already.
pub fn diagnose(pools: &[Pool], names: &[&str], told: &[bool], as_of: Day) -> Vec<Finding> {
    let is_told = |at: usize| told.get(at).copied().unwrap_or(false);
    let places: Vec<Vec<Place>> = pools
        .iter()
        .map(|(_, numbers)| {
            let untold = numbers.iter().filter(|(at, _)| !is_told(*at));
            placed(untold.filter_map(|(at, series)| place(*at, series, as_of)).collect())
        })
        .collect();
    let all: usize = places.iter().map(Vec::len).sum();
    let (apart, degrees) = apart(&places);
    if all < LEAST_NUMBERS {
        return Vec::new();
    }
    let found = pools.iter().zip(&places).filter_map(|((subject, _), places)| {
        let p = |it: &Place| {
            let t = -it.off / libm::sqrt(apart * apart + it.chance);
            upper_tail(normal(t, degrees as f64)) * all as f64
        };
        let middle = rate(median(places)?);
        let is_low =
            |it: &&Place| p(it) <= MOST_P && it.share.rate().is_some_and(|own| own <= (1.0 - MISSING) * middle);
        let mut low: Vec<&Place> = places.iter().filter(is_low).collect();
        if low.is_empty() || low.len() as f64 > FEW * places.len() as f64 {
            return None;
        }
        order::sort_by(&mut low, |a, b| a.off.total_cmp(&b.off).then_with(|| a.at.cmp(&b.at)));
        let is_one = |it: &Place| low.iter().any(|low| low.at == it.at);
        let lowest: Share = low.iter().map(|it| it.share).sum();
        let others: Share = places.iter().filter(|it| !is_one(it)).map(|it| it.share).sum();
        let gap = difference(lowest, others)?;
        let days = [as_of - (DAYS - 1), as_of];
        let told = Evidence {
            before: Some(100.0 * others.rate()?),
            after: Some(100.0 * lowest.rate()?),
            ..Evidence::of(Signal::LowestNumbers, gap.times(100.0), lowest.of, days)
        };
        let times = -low.first()?.off / libm::sqrt(apart * apart + low.first()?.chance);
        let certainty = SURE * (1.0 - low.iter().map(|it| p(it)).fold(0.0, f64::max)).max(0.0);
        let named = low.iter().filter_map(|it| names.get(it.at)).take(NAMED).map(|name| (*name).to_owned());
        (certainty >= FINDING).then(|| Finding {
            diagnosis: Diagnosis::UnevenNumbers,
            scope: subject.scope(),
            subject: (*subject).clone(),
            since: days[0],
            certainty,
            evidence: vec![told, Evidence::plain(Signal::Spread, times, places.len() as u64, days)],
            against: Vec::new(),
            unchecked: vec![Signal::Flagged, Signal::SharedCallees],
            actions: vec![
                Action { numbers: named.collect(), ..Action::of(ActionId::LookAtLowest) },
                Action::of(ActionId::TestCalls),
                Action::of(ActionId::ImportCheck),
            ],
            confirm: vec![Check::TestCallShowsLabel, Check::FreshNumberDoesWell],
            rules_out: vec![Check::SameLeadsAlike, Check::TestCallsRingNormally],
            // Nobody saw them fall.
            lost_conversations: None,
        })
    });
    found.collect()
}

fn place(at: usize, series: &Series, as_of: Day) -> Option<Place> {
    let share = series.track().answers(as_of - (DAYS - 1), as_of).share();
    // Half a hit and half a miss more, so that none has odds without end.
    let (hits, misses) = (share.hits as f64 + 0.5, share.of.checked_sub(share.hits)? as f64 + 0.5);
    let (odds, chance) = (libm::log(hits / misses), 1.0 / hits + 1.0 / misses);
    (share.of >= NUMBER_CALLS).then_some(Place { at, share, odds, chance, off: 0.0 })
}

/// How far each lies from the median; none where there are too few for one.
fn placed(mut places: Vec<Place>) -> Vec<Place> {
    if places.len() < POOL_NUMBERS {
        return Vec::new();
    }
    let middle = median(&places).unwrap_or_default();
    places.iter_mut().for_each(|it| it.off = it.odds - middle);
    places
}

fn median(places: &[Place]) -> Option<f64> {
    let mut odds: Vec<f64> = places.iter().map(|it| it.odds).collect();
    order::median(&mut odds)
}

/// How far those above the median lie from it, beyond chance, and how many there are: the half of each pool.
fn apart(pools: &[Vec<Place>]) -> (f64, usize) {
    let above = pools.iter().flatten().filter(|it| it.off > 0.0);
    let squares = summed(above.map(|it| it.off * it.off - it.chance));
    let half = pools.iter().map(|pool| pool.len() / 2).sum::<usize>();
    (libm::sqrt(squares.max(0.0) / half.max(1) as f64).max(LEAST_APART), half)
}

fn rate(odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-odds))
}

/// The normal deviate of a t with so many degrees of freedom.
fn normal(t: f64, degrees: f64) -> f64 {
    let size = (8.0 * degrees + 1.0) / (8.0 * degrees + 3.0) * libm::sqrt(degrees * libm::log(1.0 + t * t / degrees));
    if t < 0.0 { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::normal;
    use crate::kpi::chance::upper_tail;

    #[test]
    fn the_tail_is_that_of_the_tables_of_students_t() {
        // One-sided 2.5 %, 1 % and 0.5 % points: t = 2.228 (10 degrees), 2.528 (20), 3.355 (8).
        for (t, degrees, p) in [(2.228, 10.0, 0.025), (2.528, 20.0, 0.01), (3.355, 8.0, 0.005)] {
            let found = upper_tail(normal(t, degrees));
            assert!((found - p).abs() < 0.04 * p, "{t}: {found}");
        }
    }
}
