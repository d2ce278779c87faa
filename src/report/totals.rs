//! Counts of a scope: null where these calls cannot tell, zero where they can and there was none.

use super::shape::Totals;
use crate::{kpi::Sums, model::Outcome};

/// What is measured anywhere in the analysis: a scope without answered calls has no talk time to show, and yet its
/// talk time is known to be zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Talk {
    /// Some answered call has a known talk time.
    Measured,
    /// None has.
    NotMeasured,
}

impl Talk {
    /// Of all calls of an analysis.
    pub fn of(account: &Sums) -> Self {
        if account.answered_with_talk > 0 { Self::Measured } else { Self::NotMeasured }
    }
}

impl Totals {
    /// The counts of a scope. A class known for a part of its calls is a count, too.
    pub fn of(sums: &Sums, talk: Talk) -> Self {
        let class = |outcome| (sums.known_for(outcome) > 0).then(|| sums.of_outcome(outcome));
        let talk_is_known = sums.answered_with_talk > 0 || (sums.answered() == 0 && talk == Talk::Measured);
        Self {
            calls: sums.calls,
            answered: sums.answered(),
            voicemail: class(Outcome::Voicemail),
            rejected: class(Outcome::Rejected),
            blocked: class(Outcome::Blocked),
            busy: class(Outcome::Busy),
            no_answer: class(Outcome::NoAnswer),
            canceled: class(Outcome::Canceled),
            invalid: class(Outcome::Invalid),
            failed: class(Outcome::Failed),
            unclassified: sums.of_outcome(Outcome::Unclassified),
            hang_ups: (sums.hang_up_known > 0).then_some(sums.hang_ups),
            talk_seconds: talk_is_known.then(|| sums.talk_ms as f64 / 1000.0),
            conversions: (sums.conversion_known > 0).then_some(sums.conversions),
            spam_reports: (sums.spam_known > 0 || sums.spam_reports > 0).then_some(sums.spam_reports),
        }
    }
}
