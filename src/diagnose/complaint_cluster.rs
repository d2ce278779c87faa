//! Several people reported the number as spam within four weeks, and the others still answer: the calls that they had,
//! one list, one agent, one hour. The label comes after.
//!
//! Certainty: the probability that more of its calls are reported than the green zone allows, × that answers
//! did not fall by more than 5 points, × 0.9. Below two reports nothing is said: one angry person is no cluster.

use super::{
    case::{Case, Verdict},
    finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal},
};
use crate::kpi::chance::{Share, probability_above};

const LEAST: u64 = 2;
const SURE: f64 = 0.9;

/// Two reports or more in 28 days, answers hold.
pub fn diagnose(case: &Case) -> Option<Finding> {
    let signals = case.signals;
    let Share { hits, of } = signals.spam;
    if hits < LEAST || signals.falls() || signals.score_falls() || signals.is_flagged() {
        return None;
    }
    let limit = case.settings.kpis.spam_report_rate.low.get() / 100.0;
    let many = probability_above(Share::new(hits, of), limit)?;
    let holds = signals.answer.map_or(SURE, |answer| answer.holds());
    let span = [signals.as_of - 27, signals.as_of];
    let mut evidence = vec![Evidence::plain(Signal::SpamReports, hits as f64, of, span)];
    evidence.extend(case.answer().into_iter().take(1));
    let verdict = Verdict {
        evidence,
        actions: vec![
            Action::of(ActionId::HalveVolume),
            Action::of(ActionId::ListenToCalls),
            Action::of(ActionId::CheckLeads),
        ],
        confirm: vec![Check::SameAgentElsewhere, Check::SecondSourceFlags],
        rules_out: vec![Check::Spoofed],
        ..Verdict::default()
    };
    Some(case.finding(Diagnosis::ComplaintCluster, span[0].max(signals.days()[0]), many * holds * SURE, verdict))
}
