//! Scenario 3 of the article: everything falls together. The number is on a list.
//!
//! Certainty: real × standing × rise. That the others fall as well does not save it: a score is about this number.

use super::{
    case::{Case, Verdict},
    certainty,
    finding::{Action, ActionId, Check, Diagnosis, Finding},
};

/// How long an article's recovery takes, in days.
const REST_DAYS: u32 = 30;

/// The answer rate falls, and the score falls or the number is flagged.
pub fn diagnose(case: &Case) -> Option<Finding> {
    let signals = case.signals;
    if !signals.falls() || !(signals.score_falls() || signals.is_flagged()) {
        return None;
    }
    let real = 1.0 - signals.answer?.p_fall;
    let sure = real * certainty::standing(signals) * certainty::rise(signals);
    let (rose, held) = case.refused();
    let mut evidence = case.answer();
    let mut against = Vec::new();
    if let Some(score) = case.score() {
        if signals.score_falls() { &mut evidence } else { &mut against }.push(score);
    }
    if let Some(flag) = case.flag() {
        if signals.is_flagged() { &mut evidence } else { &mut against }.push(flag);
    }
    if rose.is_empty() {
        against.extend(held);
    }
    evidence.extend(rose);
    evidence.extend(case.causes());
    let verdict = Verdict {
        evidence,
        against,
        actions: vec![
            Action::for_days(ActionId::StopCalls, REST_DAYS),
            case.switch_to_spares(),
            Action::of(ActionId::StartRecovery),
        ],
        confirm: vec![Check::SecondSourceFlags, Check::TestCallShowsLabel, Check::FreshNumberDoesWell],
        rules_out: vec![Check::TestCallsRingNormally, Check::SourceChanged],
    };
    Some(case.finding(Diagnosis::Blacklisted, signals.fell_on.unwrap_or(signals.days()[0]), sure, verdict))
}
