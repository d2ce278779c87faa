//! Spam reports ÷ calls, over 28 days: complaints are rare, and a day of them says nothing.

use super::{
    figure::{Kpi, Partial},
    rate::{lower_is_better, rate},
    sums::Sums,
};
use crate::model::KpiThresholds;

/// How many days the rate covers.
pub const SPAM_REPORT_DAYS: i32 = 28;

/// Green below `low`, red above `high`; always with the count of reports. More reports than calls is a count and no
/// rate: they cannot all be about these calls.
pub fn spam_report_rate(sums: &Sums, thresholds: &KpiThresholds) -> Kpi {
    let share = sums.spam();
    if share.hits > share.of {
        return Kpi { count: Some(share.hits), partial: vec![Partial::MoreReportsThanCalls], ..Kpi::default() };
    }
    let mut kpi = rate(share, |value| lower_is_better(value, thresholds.spam_report_rate));
    if kpi.value.is_some() && kpi.n < sums.calls {
        kpi.partial.push(Partial::SomeCallsUnknown);
    }
    kpi
}
