//! Hardly a call of a number reaches a person or a machine, while the others of its pool reach both: refused on the way,
//! by the carrier, an authentication (MAN, STIR/SHAKEN), a route. Behind a label somebody still answers, and a filter
//! hands calls to voicemail.
//!
//! Certainty: 0.93 where the calls themselves say that they were refused or not placed; 0.85 where voicemail is told apart
//! and missing, too; 0.7 where neither can be seen.

use super::{
    case::{Case, Verdict},
    finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal},
};
use crate::kpi::chance::{Share, difference};

const REFUSED: f64 = 0.93;
const NO_VOICEMAIL: f64 = 0.85;
const UNTOLD: f64 = 0.7;
/// What the others reach, in per cent, for silence to be news.
const OTHERS_REACH: f64 = 15.0;
/// The part of the calls that must say that they were refused.
const MOSTLY: f64 = 0.5;

/// The number reaches nobody.
pub fn diagnose(case: &Case) -> Option<Finding> {
    let mute = case.signals.mute.as_ref()?;
    let reach = 100.0 * mute.others.rate()?;
    if reach < OTHERS_REACH {
        return None;
    }
    let is_refused = mute.refused.rate().is_some_and(|part| part >= MOSTLY);
    let days = [mute.since, case.signals.as_of];
    let reached = Evidence {
        before: Some(reach),
        after: Some(100.0 * mute.reached.rate()?),
        ..Evidence::of(Signal::Reached, difference(mute.reached, mute.others)?.times(100.0), mute.reached.of, days)
    };
    let refused = |part: Share| Some(Evidence::plain(Signal::FailedRate, 100.0 * part.rate()?, part.of, days));
    let (mut evidence, mut against) = (vec![reached], Vec::new());
    if is_refused { &mut evidence } else { &mut against }.extend(refused(mute.refused));
    against.extend(case.flag());
    let certainty = match (is_refused, mute.tells_voicemail) {
        (true, _) => REFUSED,
        (false, true) => NO_VOICEMAIL,
        (false, false) => UNTOLD,
    };
    let verdict = Verdict {
        evidence,
        against,
        actions: vec![Action::of(ActionId::TestCalls), case.switch_to_spares(), Action::of(ActionId::CallCarrier)],
        confirm: vec![Check::CodesRefuse],
        rules_out: vec![Check::TestCallsRingNormally],
    };
    let mut finding = case.finding(Diagnosis::TechnicallyBlocked, mute.since, certainty, verdict);
    finding.unchecked = [
        (Signal::Carrier, false),
        (Signal::FailedRate, mute.refused.of > 0),
        (Signal::VoicemailRate, mute.tells_voicemail),
    ]
    .into_iter()
    .filter(|(_, told)| !told)
    .map(|(signal, _)| signal)
    .collect();
    let missed = difference(mute.reached_people, mute.others_people)?.times(-(mute.reached.of as f64));
    finding.lost_conversations = Some([missed.value, missed.high.max(0.0), missed.low]);
    Some(finding)
}
