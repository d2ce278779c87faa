//! Scenario 2 of the article: the score falls, people still answer. The number is not filtered yet.
//!
//! Certainty: standing × the probability that the answer rate did not fall by more than 5 points; without an answer rate
//! to compare, × 0.6.

use super::{
    case::{Case, Verdict},
    certainty,
    finding::{Action, ActionId, Check, Diagnosis, Finding},
};

/// What the score alone is worth.
const ANSWER_UNKNOWN: f64 = 0.6;

/// The score falls, the answer rate is stable.
pub fn diagnose(case: &Case) -> Option<Finding> {
    let signals = case.signals;
    if !signals.score_falls() || signals.falls() {
        return None;
    }
    let holds = signals.answer.map_or(ANSWER_UNKNOWN, |answer| answer.holds());
    let mut evidence: Vec<_> = case.score().into_iter().collect();
    let mut against = Vec::new();
    if let Some(flag) = case.flag() {
        if signals.is_flagged() { &mut evidence } else { &mut against }.push(flag);
    }
    evidence.extend(case.answer().into_iter().take(1));
    evidence.extend(case.causes());
    let verdict = Verdict {
        evidence,
        against,
        actions: vec![
            Action::of(ActionId::HalveVolume),
            Action { numbers: case.spares.to_vec(), ..Action::of(ActionId::Diversify) },
            Action::of(ActionId::StartRecovery),
        ],
        confirm: vec![Check::SecondSourceFlags, Check::TestCallShowsLabel],
        rules_out: vec![Check::NextReadingRecovers, Check::SourceChanged],
    };
    let since = signals.score.as_ref()?.since;
    Some(case.finding(Diagnosis::Degrading, since, certainty::standing(signals) * holds, verdict))
}
