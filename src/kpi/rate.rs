//! What all rates have in common: a share, its interval, the zone of both.

use super::{
    chance::{Share, wilson},
    figure::{Kpi, Partial, Zone},
    sums::Sums,
};
use crate::model::{Bounds, Outcome};

/// Above this share of calls, something unknown is worth a word: a rate is then uncertain, or a lower bound.
const NEGLIGIBLE: f64 = 0.01;

/// A rate in per cent with its Wilson interval; not measured where there is no rate.
pub fn rate(share: Share, zone: impl Fn(f64) -> Zone) -> Kpi {
    let Some(interval) = wilson(share).map(|interval| interval.times(100.0)) else { return Kpi::default() };
    Kpi {
        value: Some(interval.value),
        low: Some(interval.low),
        high: Some(interval.high),
        n: share.of,
        zone: zone(interval.value),
        certain: zone(interval.low) == zone(interval.high),
        count: Some(share.hits),
        ..Kpi::default()
    }
}

/// The zone of a rate of which less is better: green below `low`, red above `high`.
pub fn lower_is_better(value: f64, bounds: Bounds) -> Zone {
    if value < bounds.low.get() {
        Zone::Green
    } else if value > bounds.high.get() {
        Zone::Red
    } else {
        Zone::Amber
    }
}

/// The zone of a rate of which more is better: green above `high`, red below `low`.
pub fn higher_is_better(value: f64, bounds: Bounds) -> Zone {
    if value > bounds.high.get() {
        Zone::Green
    } else if value < bounds.low.get() {
        Zone::Red
    } else {
        Zone::Amber
    }
}

/// Whether a part of the calls is more than negligible.
pub fn matters(part: u64, calls: u64) -> bool {
    part as f64 > NEGLIGIBLE * calls as f64
}

/// Adds what every rate of outcomes must say: words that nobody has assigned make it uncertain, and a part of the
/// calls may not be known.
pub fn qualify(kpi: &mut Kpi, sums: &Sums) {
    if kpi.value.is_none() {
        return;
    }
    if matters(sums.of_outcome(Outcome::Unclassified), sums.calls) {
        kpi.partial.push(Partial::UnclassifiedWords);
        kpi.certain = false;
    }
    if kpi.n < sums.calls {
        kpi.partial.push(Partial::SomeCallsUnknown);
    }
}
