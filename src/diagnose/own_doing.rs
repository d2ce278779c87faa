//! Why a number was labelled, where its own calls tell: a burst above the cap in the days before, or a new number whose
//! calls grew too fast, or one that lay idle for a month and then called a lot. Said after what befell it.
//!
//! Certainty: that of the label × 0.9; what comes before need not be the cause.

use super::{
    case::Case,
    finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal},
};

const CAUSE: f64 = 0.9;

/// The causes that its calls show, beside the finding of its fall.
pub fn diagnose(case: &Case, label: &Finding) -> Vec<Finding> {
    let signals = case.signals;
    let before = [label.since - 5, label.since - 1];
    let burst = signals.burst.map(|calls| {
        let cap = f64::from(case.settings.watch.volume_cap);
        let volume = Evidence { before: Some(cap), ..Evidence::plain(Signal::Volume, calls as f64, calls, before) };
        (Diagnosis::VolumeTriggered, volume, vec![Action::of(ActionId::HalveVolume), Action::of(ActionId::Diversify)])
    });
    let ramp = signals.ramp.map(|[last, week_before]| {
        let growth = Evidence {
            before: Some(week_before as f64 / 7.0),
            after: Some(last as f64 / 7.0),
            ..Evidence::plain(Signal::Volume, last as f64 / 7.0, last, before)
        };
        (Diagnosis::WarmUpFailure, growth, vec![Action::for_days(ActionId::WarmUpAgain, 28)])
    });
    let reused = signals.reused.map(|[idle_days, calls]| {
        let idle = Evidence {
            after: Some(calls as f64),
            ..Evidence::plain(Signal::IdleDays, idle_days as f64, calls, before)
        };
        (Diagnosis::DormantReuse, idle, vec![Action::for_days(ActionId::WarmUpAgain, 28)])
    });
    let finding = |(diagnosis, cause, actions): (Diagnosis, Evidence, Vec<Action>)| Finding {
        diagnosis,
        certainty: label.certainty * CAUSE,
        evidence: std::iter::once(cause).chain(label.evidence.iter().take(1).cloned()).collect(),
        against: Vec::new(),
        unchecked: signals.reports.is_none().then_some(Signal::SpamReports).into_iter().collect(),
        actions,
        confirm: vec![Check::TestCallShowsLabel],
        rules_out: vec![Check::OthersFallToo, Check::LandlinesFallToo],
        ..label.clone()
    };
    burst.into_iter().chain(ramp).chain(reused).map(finding).collect()
}
