//! More calls reach nobody: numbers that do not exist (the list), or calls that the network does not place (the route).
//! Neither is about how a number looks to those who are called.
//!
//! Certainty: (1 − p of the rise) × 0.9.

use super::{
    crowd::Crowd,
    external_or_list::unchecked,
    finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal},
    shift::Shift,
};

const SURE: f64 = 0.9;
/// Points of a rise that matter.
const RISE_POINTS: f64 = 3.0;

/// Both faults, where their share has risen.
pub fn diagnose(crowd: &Crowd) -> [Option<Finding>; 2] {
    let leads = vec![Action::of(ActionId::CheckLeads)];
    let carrier = vec![Action::of(ActionId::CallCarrier), Action::of(ActionId::TestCalls)];
    [
        fault(crowd, crowd.invalid, Diagnosis::DeadNumbers, Signal::InvalidRate, leads),
        fault(crowd, crowd.failed, Diagnosis::RouteFault, Signal::FailedRate, carrier),
    ]
}

fn fault(
    crowd: &Crowd,
    shift: Option<Shift>,
    diagnosis: Diagnosis,
    signal: Signal,
    actions: Vec<Action>,
) -> Option<Finding> {
    let shift = shift.filter(|shift| shift.rises() && shift.points.value >= RISE_POINTS)?;
    let (days, is_route) = (crowd.spans.recent, diagnosis == Diagnosis::RouteFault);
    let mut evidence: Vec<Evidence> = vec![shift.evidence(signal, days)];
    evidence.push(crowd.answer.evidence(Signal::AnswerRate, days));
    Some(Finding {
        diagnosis,
        scope: crowd.subject.scope(),
        subject: crowd.subject.clone(),
        since: crowd.fell_on.unwrap_or(days[0]),
        certainty: shift.p_fall * SURE,
        evidence,
        against: Vec::new(),
        // One route cannot be told from another: no carrier is read.
        unchecked: unchecked(crowd).into_iter().chain(is_route.then_some(Signal::Carrier)).collect(),
        actions,
        confirm: vec![Check::FreshNumberFallsToo],
        rules_out: vec![Check::FreshNumberDoesWell, Check::SameDayInBothFiles],
        lost_conversations: None,
    })
}
