//! Another kind of line is called: more mobiles where landlines answer better, or the other way; or landlines alone
//! fall, which no label does, since labels show on mobiles.
//!
//! Certainty: that of what the kinds of line explain (`strata`).

use super::{
    finding::{Action, ActionId, Check, Diagnosis, Finding},
    mixed::{Mixed, Verdict},
    strata::Strata,
};

/// By kind of line. That mobiles alone fall is a label's sign, and not said here.
pub fn diagnose(mixed: &Mixed) -> Option<Finding> {
    let lines = Strata::of_lines(mixed.series, mixed.spans)?;
    let explained = lines.moved().or_else(|| lines.alone().filter(|it| it.class.id == "landline"))?;
    let verdict = Verdict {
        diagnosis: Diagnosis::OtherLines,
        evidence: Vec::new(),
        against: Vec::new(),
        actions: vec![Action::of(ActionId::CheckLeads), Action::of(ActionId::TestCalls)],
        confirm: vec![Check::FreshNumberFallsToo],
        rules_out: vec![Check::MobilesFallLandlinesHold, Check::TestCallShowsLabel],
    };
    Some(mixed.finding(explained, verdict))
}
