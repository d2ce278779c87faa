//! One agent is hung up on far more often than colleagues on the same numbers, or converts far less: the opening, the
//! script, the line. Not the numbers.
//!
//! Certainty: (1 − 4 p, p adjusted for all agents) × 0.9.

use super::{
    certainty::{FINDING, real},
    finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal},
};
use crate::{
    kpi::{AgentBoard, Agents, BesideColleagues},
    model::{Day, Scope, Subject},
};

const SURE: f64 = 0.9;
/// Points of hang-ups beyond the colleagues', and how many times theirs; the part of the conversions that is missing.
const HANG_UPS: (f64, f64) = (5.0, 1.5);
const MISSING: f64 = 0.4;

/// A finding for each agent of whom the calls say so, by name. The subject is the account: an agent has no number.
pub fn diagnose(agents: &Agents) -> Vec<Finding> {
    let Some(days) = agents.days else { return Vec::new() };
    agents.agents.iter().filter_map(|agent| of_agent(agent, days)).collect()
}

fn of_agent(agent: &AgentBoard, days: [Day; 2]) -> Option<Finding> {
    let hung_up = agent.hang_ups.filter(|it| it.points.value >= HANG_UPS.0 && it.found >= HANG_UPS.1 * it.expected);
    let unconverted = agent.conversions.filter(|it| it.found <= (1.0 - MISSING) * it.expected);
    let sure = |beside: BesideColleagues| SURE * real(beside.p);
    let certainty = [hung_up, unconverted].into_iter().flatten().map(sure).fold(0.0, f64::max);
    if certainty < FINDING {
        return None;
    }
    let told = |signal: Signal, beside: BesideColleagues| Evidence {
        before: Some(beside.expected),
        after: Some(beside.found),
        about: Some(agent.name.clone()),
        ..Evidence::of(signal, beside.points, beside.n, days)
    };
    let (mut evidence, mut against) = (Vec::new(), Vec::new());
    for (signal, measured, found) in
        [(Signal::AgentHangUps, agent.hang_ups, hung_up), (Signal::AgentConversions, agent.conversions, unconverted)]
    {
        let Some(beside) = measured else { continue };
        if found.is_some() { &mut evidence } else { &mut against }.push(told(signal, beside));
    }
    let unchecked = [(Signal::AgentHangUps, agent.hang_ups), (Signal::AgentConversions, agent.conversions)];
    Some(Finding {
        diagnosis: Diagnosis::AgentOrScript,
        scope: Scope::Account,
        subject: Subject::Account,
        since: days[0],
        certainty,
        evidence,
        against,
        unchecked: unchecked.into_iter().filter(|(_, it)| it.is_none()).map(|(signal, _)| signal).collect(),
        actions: vec![Action::of(ActionId::ListenToCalls), Action::of(ActionId::Coach)],
        confirm: vec![Check::SameAgentElsewhere],
        rules_out: vec![Check::ColleaguesAlike],
        lost_conversations: None,
    })
}
