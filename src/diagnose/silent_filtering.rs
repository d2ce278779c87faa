//! Without a score: a number falls alone and its calls do not ring any more: they are sent to voicemail, or end, at once. Voicemail
//! rises, or the calls that hardly rang, and those that people decline vanish with those that they answer.
//!
//! Certainty: real × 0.8, and so 0.8 at most.

use super::{
    case::{Case, Verdict},
    finding::{Diagnosis, Evidence, Finding, Signal},
    lone_fall::{self, Fate},
    shift::Shift,
};

/// What can be known without a score.
const MOST: f64 = 0.8;

/// The signs must be clear of chance, and clearer than those of refusals.
pub fn diagnose(case: &Case) -> Option<Finding> {
    let sure = lone_fall::certainty(case)?;
    if case.signals.score.is_some() || lone_fall::fate(case.signals) != Some(Fate::Filtered) {
        return None;
    }
    let since = case.signals.fell_on.unwrap_or(case.signals.days()[0]);
    let mut verdict = Verdict { actions: lone_fall::rest(case), ..lone_fall::verdict(case) };
    verdict.evidence.extend(silence(case));
    Some(case.finding(Diagnosis::SilentFiltering, since, sure * MOST, verdict))
}

/// More calls that hardly rang, fewer that were declined.
fn silence(case: &Case) -> Vec<Evidence> {
    let signals = case.signals;
    let rang = signals.hardly_rang.filter(Shift::rises).map(|it| (Signal::RingTime, it));
    let declined = signals.declined.filter(|it| it.points.is_below_zero()).map(|it| (Signal::RejectionRate, it));
    rang.into_iter().chain(declined).map(|(signal, shift)| shift.evidence(signal, signals.days())).collect()
}
