//! Above 1 % of the calls of four weeks were reported as spam.

use super::{Rule, over_limit::RateRule};
use crate::{
    kpi::{Counts, SPAM_REPORT_DAYS},
    model::Settings,
};

/// The rule. More reports than calls is no rate, and no alert: they cannot all be about these calls.
pub fn rule(settings: &Settings) -> RateRule {
    RateRule {
        rule: Rule::SpamReportRateHigh,
        share: Counts::spam,
        limit: settings.watch.spam_report_rate.get(),
        days: SPAM_REPORT_DAYS,
        min_calls: 1,
    }
}
