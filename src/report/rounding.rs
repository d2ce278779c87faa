//! Figures are rounded here and nowhere earlier: four decimals, certainty two. The same bytes on every machine.

use super::shape::Report;
use crate::{
    diagnose::Evidence,
    kpi::{Kpis, Trend},
    watch::Cusum,
};

/// A figure with that many decimals, halves away from zero, and never minus zero.
pub fn rounded(value: f64, decimals: i32) -> f64 {
    let scale = f64::from(10_u32.pow(decimals.unsigned_abs()));
    let rounded = (value * scale).round() / scale;
    if rounded == 0.0 { 0.0 } else { rounded }
}

fn round(value: &mut f64) {
    *value = rounded(*value, 4);
}

fn round_each<'a>(values: impl IntoIterator<Item = &'a mut Option<f64>>) {
    values.into_iter().flatten().for_each(round);
}

/// Rounds every figure of a report.
pub fn round_report(report: &mut Report) {
    round_kpis(&mut report.kpis);
    round_each([&mut report.totals.talk_seconds]);
    for number in &mut report.numbers {
        round_kpis(&mut number.kpis);
        round_each([&mut number.totals.talk_seconds]);
        round(&mut number.calls_per_day);
        if let Some(score) = &mut number.score {
            round(&mut score.value);
            for part in &mut score.parts {
                round_each([&mut part.value]);
                round(&mut part.weight);
            }
        }
    }
    for day in &mut report.days {
        round_kpis(&mut day.kpis);
        round_each([&mut day.totals.talk_seconds]);
    }
    for day in &mut report.number_days {
        round_each([&mut day.totals.talk_seconds]);
    }
    for alert in &mut report.alerts {
        round(&mut alert.value);
        round(&mut alert.threshold);
        round_each([&mut alert.low, &mut alert.high, &mut alert.before, &mut alert.after, &mut alert.calls_per_day]);
        if let Some(Cusum { statistic, limit }) = &mut alert.cusum {
            round(statistic);
            round(limit);
        }
    }
    for finding in &mut report.findings {
        finding.certainty = rounded(finding.certainty, 2);
        finding.evidence.iter_mut().chain(&mut finding.against).for_each(round_evidence);
        finding.lost_conversations.iter_mut().flatten().for_each(round);
    }
    round_each(report.notes.iter_mut().map(|note| &mut note.value));
}

fn round_kpis(kpis: &mut Kpis) {
    for kpi in &mut kpis.0 {
        round_each([&mut kpi.value, &mut kpi.low, &mut kpi.high, &mut kpi.beside]);
        if let Some(Trend { change, low, high, before, .. }) = &mut kpi.trend {
            round(change);
            round(before);
            round_each([low, high]);
        }
    }
}

fn round_evidence(evidence: &mut Evidence) {
    round(&mut evidence.value);
    round_each([&mut evidence.low, &mut evidence.high, &mut evidence.before, &mut evidence.after]);
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn four_decimals_remain_and_no_minus_zero() {
        assert_eq!(rounded(37.204_951, 4).to_string(), "37.205");
        assert_eq!(rounded(-0.000_04, 4).to_string(), "0");
        assert_eq!(rounded(0.929_9, 2).to_string(), "0.93");
        assert_eq!(rounded(1.0 / 3.0, 4).to_string(), "0.3333");
    }
}
