//! Above 15 % of the calls of a week were refused, blocked or hung up on. Where a part of these is not measured, the
//! rate is a lower bound, and above the limit all the same.

use super::{Rule, over_limit::RateRule};
use crate::{kpi::Counts, model::Settings};

/// The rule.
pub fn rule(settings: &Settings) -> RateRule {
    RateRule {
        rule: Rule::RejectionRateHigh,
        share: Counts::refusal,
        limit: settings.watch.rejection_rate.get(),
        days: 7,
        min_calls: settings.watch.min_calls.into(),
    }
}
