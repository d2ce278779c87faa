//! Answered ÷ calls. The article's first and main figure.

use super::{
    figure::{Kpi, Partial},
    rate::{higher_is_better, qualify, rate},
    sums::Sums,
};
use crate::model::{KpiThresholds, Outcome};

/// Green above `high`, red below `low`. Beside it: answered ÷ calls that did not meet a voicemail.
pub fn answer_rate(sums: &Sums, thresholds: &KpiThresholds) -> Kpi {
    let mut kpi = rate(sums.answer(), |value| higher_is_better(value, thresholds.answer_rate));
    qualify(&mut kpi, sums);
    if kpi.value.is_some() && sums.known_for(Outcome::Voicemail) < sums.calls {
        kpi.partial.push(Partial::VoicemailInAnswered);
    }
    kpi.beside = sums.answer_without_voicemail().rate().map(|rate| rate * 100.0);
    kpi
}
