//! Above 60 % of the calls of a week met a machine: people who block spam send it there.

use super::{Rule, over_limit::RateRule};
use crate::{kpi::Counts, model::Settings};

/// The rule.
pub fn rule(settings: &Settings) -> RateRule {
    RateRule {
        rule: Rule::VoicemailRateHigh,
        share: Counts::voicemail,
        limit: settings.watch.voicemail_rate.get(),
        days: 7,
        min_calls: settings.watch.min_calls.into(),
    }
}
