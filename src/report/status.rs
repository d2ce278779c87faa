//! What to do about a number today: one word, from its findings, its current readings, its alerts and its zones.

use super::shape::Status;
use crate::{
    diagnose::{Diagnosis, Finding},
    kpi::{Kpi, KpiId, Kpis, Zone},
    model::Day,
    watch::{Alert, Grade, Rule},
};

/// Calls in the last 28 days below which nothing is said: at 20 calls a rate is known to about 20 points.
pub const ENOUGH_CALLS: u64 = 20;
/// The days for which [`ENOUGH_CALLS`] is asked.
pub const RECENT_DAYS: i32 = 28;
/// A confirmed alert that last held longer ago than this is history.
const ALERT_DAYS: i32 = 7;

/// What is known of a number.
pub struct Case<'a> {
    /// Findings about it.
    pub findings: &'a [&'a Finding],
    /// Alerts about it.
    pub alerts: &'a [&'a Alert],
    /// Its KPIs.
    pub kpis: &'a Kpis,
    /// Whether a current reading flags it.
    pub flagged: Option<bool>,
    /// Its calls of the last 28 days.
    pub recent_calls: u64,
    /// Its last day with calls.
    pub last_day: Day,
    /// The day for which all is said.
    pub as_of: Day,
}

impl Status {
    /// `act`: a finding about the number itself, a current flag, a score in the red, another KPI in the red for
    /// certain, or a confirmed alert that held on its last day. `unknown`: none of these, and fewer than 20 calls in
    /// 28 days. `watch`: any finding, a confirmed alert of the last 7 days, a probable one that held on its last day, or a
    /// KPI in amber or red. Else `well`.
    ///
    /// The conversion rate decides nothing here: it speaks of the list. Nor does an amber talk time, which speaks of
    /// the conversation. Calls over the cap are no more than a reason to watch.
    pub fn of(case: &Case) -> Self {
        let finding_asks = case.findings.iter().any(|finding| finding.diagnosis != Diagnosis::ExternalOrList);
        let holds = |alert: &Alert| alert.until >= case.last_day;
        let asks = |alert: &Alert| alert.grade == Grade::Confirmed && alert.rule != Rule::VolumeCapExceeded;
        let red_for_certain = Self::deciding(case.kpis).any(|kpi| kpi.zone == Zone::Red && kpi.certain);
        if finding_asks
            || case.flagged == Some(true)
            || red_for_certain
            || case.alerts.iter().any(|alert| holds(alert) && asks(alert))
        {
            return Self::Act;
        }
        if case.recent_calls < ENOUGH_CALLS {
            return Self::Unknown;
        }
        let counts = |alert: &Alert| match alert.grade {
            Grade::Confirmed => alert.until > case.as_of - ALERT_DAYS,
            Grade::Probable => holds(alert),
            Grade::WithinNoise => false,
        };
        let coloured = Self::deciding(case.kpis).any(|kpi| matches!(kpi.zone, Zone::Amber | Zone::Red));
        if !case.findings.is_empty() || case.alerts.iter().any(|alert| counts(alert)) || coloured {
            return Self::Watch;
        }
        if case.kpis.get(KpiId::AnswerRate).zone == Zone::Unknown { Self::Unknown } else { Self::Well }
    }

    /// The KPIs that speak of the number.
    fn deciding(kpis: &Kpis) -> impl Iterator<Item = &Kpi> {
        KpiId::ALL.into_iter().filter_map(|id| {
            let kpi = kpis.get(id);
            let speaks = match id {
                KpiId::ConversionRate => false,
                KpiId::AverageTalkTime => kpi.zone == Zone::Red,
                _ => true,
            };
            speaks.then_some(kpi)
        })
    }
}
