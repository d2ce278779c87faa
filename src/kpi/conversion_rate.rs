//! Conversions ÷ calls: whether what is left of the calls still works.

use super::{
    chance::difference,
    figure::{Kpi, Partial, Zone},
    rate::rate,
    sums::Sums,
};

/// It has no level that is good or bad: red where the last 7 active days lie below the 28 days before beyond chance,
/// else green; unknown where `spans` (after, before) is `None`. Beside it: conversions ÷ answered.
pub fn conversion_rate(sums: &Sums, spans: Option<(&Sums, &Sums)>) -> Kpi {
    let change = spans.and_then(|(after, before)| difference(after.conversion(), before.conversion()));
    let zone = match change {
        Some(change) if change.is_below_zero() => Zone::Red,
        Some(_) => Zone::Green,
        None => Zone::Unknown,
    };
    let mut kpi = rate(sums.conversion(), |_| zone);
    if kpi.value.is_none() {
        return kpi;
    }
    kpi.certain = zone != Zone::Unknown;
    if kpi.n < sums.calls {
        kpi.partial.push(Partial::SomeCallsUnknown);
    }
    kpi.beside = sums.conversion_of_answered().rate().map(|rate| rate * 100.0);
    kpi
}
