//! A number falls alone, its score stable or unknown: a label on some carrier or app, or the first of them.
//!
//! Certainty: real × 0.9 with a stable score, × 0.75 without one.

use super::{
    case::{Case, Verdict},
    finding::{Action, ActionId, Diagnosis, Finding},
    lone_fall,
};

const SCORE_STABLE: f64 = 0.9;
const SCORE_UNKNOWN: f64 = 0.75;

/// The number falls alone. Without a score, calls that show what becomes of them say more: see the other two.
pub fn diagnose(case: &Case) -> Option<Finding> {
    let sure = lone_fall::certainty(case)?;
    let has_score = case.signals.score.is_some();
    if case.signals.beside.is_none() || (!has_score && lone_fall::fate(case.signals).is_some()) {
        return None;
    }
    let verdict = Verdict {
        actions: vec![
            Action::of(ActionId::HalveVolume),
            Action::of(ActionId::TestCalls),
            Action::of(ActionId::ImportCheck),
        ],
        ..lone_fall::verdict(case)
    };
    let since = case.signals.fell_on.unwrap_or(case.signals.days()[0]);
    let factor = if has_score { SCORE_STABLE } else { SCORE_UNKNOWN };
    Some(case.finding(Diagnosis::EarlyLabel, since, sure * factor, verdict))
}
