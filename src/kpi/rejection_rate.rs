//! (Rejected + blocked + hang-ups) ÷ calls: how often people push the number away.

use super::{
    figure::{Kpi, Partial, Zone},
    rate::{lower_is_better, matters, qualify, rate},
    sums::Sums,
};
use crate::model::{KpiThresholds, Outcome};

/// Green below `low`, red above `high`. Not measured unless rejections are. Without blocked calls or hang-ups (for more
/// than 1 % of the calls) it is a lower bound: never green, and certain only where it is red already.
pub fn rejection_rate(sums: &Sums, thresholds: &KpiThresholds) -> Kpi {
    let share = sums.refusal();
    let mut kpi = rate(share, |value| lower_is_better(value, thresholds.rejection_rate));
    if kpi.value.is_none() {
        return kpi;
    }
    qualify(&mut kpi, sums);
    let lacks = |known: u64| matters(share.of.saturating_sub(known), share.of);
    let (no_blocked, no_hang_ups) = (lacks(sums.refusals_with_blocked), lacks(sums.refusals_with_hang_ups));
    if no_blocked {
        kpi.partial.push(Partial::BlockedUnknown);
    }
    if no_hang_ups {
        kpi.partial.push(Partial::HangUpsUnknown);
    } else if sums.known_for(Outcome::Voicemail) < sums.calls {
        kpi.partial.push(Partial::VoicemailInAnswered); // a short greeting looks like a hang-up
    }
    if no_blocked || no_hang_ups {
        kpi.certain &= kpi.zone == Zone::Red;
        if kpi.zone == Zone::Green {
            kpi.zone = Zone::Unknown;
        }
    }
    kpi
}
