//! The same people are called again and again: more calls are third attempts and later, or those alone reach fewer. The
//! first attempt does as well as ever, so neither the numbers nor the list as such are worn.
//!
//! Certainty: that of what the attempts explain (`strata`), × the probability that first attempts did not fall by more
//! than 5 points.

use super::{
    finding::{Action, ActionId, Check, Diagnosis, Finding},
    mixed::{Mixed, Verdict},
    strata::Explained,
};

/// By attempt.
pub fn diagnose(mixed: &Mixed) -> Option<Finding> {
    let attempts = mixed.attempts()?;
    let explained = attempts.moved().or_else(|| attempts.alone()).filter(|it| it.class.id != "1")?;
    let (first, told) = attempts.class("1")?;
    let explained = Explained { certainty: explained.certainty * first.holds(), ..explained };
    let verdict = Verdict {
        diagnosis: Diagnosis::OverRecycledLeads,
        evidence: vec![told],
        against: Vec::new(),
        actions: vec![Action::of(ActionId::CapAttempts), Action::of(ActionId::NewLeads)],
        confirm: vec![Check::FirstAttemptsHold, Check::FreshLeadsDoWell],
        rules_out: vec![Check::FirstAttemptsFallToo, Check::TestCallShowsLabel],
    };
    Some(mixed.finding(explained, verdict))
}
