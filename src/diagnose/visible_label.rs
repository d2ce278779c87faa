//! Without a score: a number falls alone and refusals rise: people see a label and decline.
//!
//! Certainty: real × 0.8, and so 0.8 at most.

use super::{
    case::{Case, Verdict},
    finding::{Diagnosis, Finding},
    lone_fall::{self, Fate},
};

/// What can be known without a score.
const MOST: f64 = 0.8;

/// The rise must be clear of chance, and clearer than that of the other signal.
pub fn diagnose(case: &Case) -> Option<Finding> {
    let sure = lone_fall::certainty(case)?;
    if case.signals.score.is_some() || lone_fall::fate(case.signals) != Some(Fate::Refused) {
        return None;
    }
    let since = case.signals.fell_on.unwrap_or(case.signals.days()[0]);
    let verdict = Verdict { actions: lone_fall::rest(case), ..lone_fall::verdict(case) };
    Some(case.finding(Diagnosis::VisibleLabel, since, sure * MOST, verdict))
}
