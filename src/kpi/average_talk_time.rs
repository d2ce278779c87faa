//! Talk of answered calls ÷ answered calls with a known talk time, in seconds.

use super::{
    figure::{Kpi, Partial, Zone},
    rate::matters,
    sums::Sums,
};
use crate::model::{KpiThresholds, Objective, Outcome};

/// Short talk is red where few answer, too: people see the label and hang up. It has no interval.
pub fn average_talk_time(sums: &Sums, thresholds: &KpiThresholds, objective: Option<Objective>) -> Kpi {
    let Some(talk_secs) = sums.talk_secs() else { return Kpi::default() };
    let answer_rate = sums.answer().rate().map(|rate| rate * 100.0);
    let mut partial = Vec::new();
    if matters(sums.answered().saturating_sub(sums.answered_with_talk), sums.answered()) {
        partial.push(Partial::SomeCallsUnknown);
    }
    if sums.known_for(Outcome::Voicemail) < sums.calls {
        partial.push(Partial::VoicemailInAnswered);
    }
    Kpi {
        value: Some(talk_secs),
        n: sums.answered_with_talk,
        zone: zone(talk_secs, answer_rate, thresholds, objective),
        certain: true,
        partial,
        ..Kpi::default()
    }
}

/// The zone of a talk time in seconds beside an answer rate in per cent.
pub fn zone(
    talk_secs: f64,
    answer_rate: Option<f64>,
    thresholds: &KpiThresholds,
    objective: Option<Objective>,
) -> Zone {
    if talk_secs < thresholds.short_talk_secs {
        let few_answer = answer_rate.is_some_and(|rate| rate < thresholds.answer_rate.low.get());
        return if few_answer { Zone::Red } else { Zone::Amber };
    }
    match objective {
        Some(objective) if talk_secs <= objective.talk_secs().0 => Zone::Amber,
        _ => Zone::Green,
    }
}
