//! Voicemail ÷ calls: filtered numbers are sent there without ringing.

use super::{
    figure::{Kpi, Zone},
    rate::{qualify, rate},
    sums::Sums,
};
use crate::model::KpiThresholds;

/// Red above the limit, else green. Not measured unless a row says that a machine answered.
pub fn voicemail_rate(sums: &Sums, thresholds: &KpiThresholds) -> Kpi {
    let mut kpi = rate(sums.voicemail(), |value| zone(value, thresholds));
    qualify(&mut kpi, sums);
    kpi
}

/// The zone of a rate in per cent.
pub fn zone(value: f64, thresholds: &KpiThresholds) -> Zone {
    if value > thresholds.voicemail_rate.get() { Zone::Red } else { Zone::Green }
}
