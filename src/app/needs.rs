//! Who needs someone today: one need per subject, from its findings and its confirmed alerts of the last days. And what
//! the verdict says when nobody does.

use std::collections::BTreeSet;

use crate::{
    diagnose::{Diagnosis, Finding},
    kpi::{KpiId, Zone},
    model::{Day, Scope, Subject},
    report::{Report, Status},
    watch::{Alert, Grade, Rule},
};

/// Confirmed alerts count so many days back from the last day: older ones are history.
const RECENT_DAYS: i32 = 3;

/// Above this share of calls (per cent), words that nobody has assigned make every rate uncertain.
const UNCLASSIFIED_LIMIT: f64 = 1.0;

/// One subject that needs someone today.
#[derive(Clone, Debug, PartialEq)]
pub struct Need<'a> {
    /// Who.
    pub subject: &'a Subject,
    /// What is concluded about it, likeliest first; may be empty.
    pub findings: Vec<&'a Finding>,
    /// Its recent confirmed alerts, most urgent first; may be empty where there is a finding.
    pub alerts: Vec<&'a Alert>,
}

impl Need<'_> {
    /// Red: stop. Amber: slow down, look.
    pub fn zone(&self) -> Zone {
        match self.findings.first() {
            Some(finding) => zone_of_finding(finding),
            None => match self.alerts.first().map(|alert| alert.rule) {
                Some(Rule::NewlyBlacklisted | Rule::ReputationScoreLow | Rule::SpamReportRateHigh) => Zone::Red,
                _ => Zone::Amber,
            },
        }
    }

    /// A name to tick it off by: changes when something new is found.
    pub fn id(&self) -> String {
        match (self.findings.first(), self.alerts.first()) {
            (Some(finding), _) => format!("{} {} {}", self.subject, finding.diagnosis.id(), finding.since),
            (None, Some(alert)) => format!("{} {} {}", self.subject, alert.rule.id(), alert.day),
            (None, None) => self.subject.to_string(),
        }
    }
}

/// The colour of a finding.
pub fn zone_of_finding(finding: &Finding) -> Zone {
    match finding.diagnosis {
        Diagnosis::Blacklisted | Diagnosis::VisibleLabel | Diagnosis::SilentFiltering => Zone::Red,
        _ => Zone::Amber,
    }
}

/// All needs: findings in the report's order, then subjects with alerts alone. A pool's or the account's alert is left
/// out where one of the numbers has the same: the number is where something can be done.
pub fn needs(report: &Report) -> Vec<Need<'_>> {
    let mut needs: Vec<Need> = Vec::new();
    for finding in &report.findings {
        match needs.iter_mut().find(|need| need.subject == &finding.subject) {
            Some(need) => need.findings.push(finding),
            None => needs.push(Need { subject: &finding.subject, findings: vec![finding], alerts: Vec::new() }),
        }
    }
    let Some(last) = report.period.map(|period| period.to) else { return needs };
    let urgent = |alert: &&Alert| alert.grade == Grade::Confirmed && is_current(alert, last);
    let of_numbers: BTreeSet<Rule> =
        report.alerts.iter().filter(urgent).filter(|alert| alert.scope == Scope::Number).map(|alert| alert.rule).collect();
    let shared = report.findings.iter().any(|finding| finding.diagnosis == Diagnosis::ExternalOrList);
    for alert in report.alerts.iter().filter(urgent) {
        let fall = matches!(alert.rule, Rule::AnswerRateDrop24h | Rule::AnswerRateDropWeek);
        match needs.iter_mut().find(|need| need.subject == &alert.subject) {
            Some(need) => need.alerts.push(alert),
            None if alert.scope != Scope::Number && of_numbers.contains(&alert.rule) => {}
            // A fall that all share is one need, not one per subject.
            None if fall && shared => {}
            None => needs.push(Need { subject: &alert.subject, findings: Vec::new(), alerts: vec![alert] }),
        }
    }
    needs
}

/// Whether an alert still stands. A day over the cap is over the next day; everything else stands for some days.
fn is_current(alert: &Alert, last: Day) -> bool {
    match alert.rule {
        Rule::VolumeCapExceeded => alert.until >= last,
        Rule::NewlyBlacklisted | Rule::ReputationScoreLow => alert.until >= last - 7,
        _ => alert.until > last - RECENT_DAYS,
    }
}

/// What the verdict says in its first line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headline {
    /// So many subjects need someone: numbers, others.
    Needs {
        /// Numbers.
        numbers: usize,
        /// Pools or the account.
        others: usize,
    },
    /// Nothing stands out, but a figure of the whole account is in a bad zone.
    Level(KpiId, Zone),
    /// All numbers ring well.
    Well,
    /// Too few calls to judge.
    TooFew,
}

/// The headline of a report.
pub fn headline(report: &Report, needs: &[Need]) -> Headline {
    let numbers = needs.iter().filter(|need| need.subject.scope() == Scope::Number).count();
    if !needs.is_empty() {
        return Headline::Needs { numbers, others: needs.len() - numbers };
    }
    for zone in [Zone::Red, Zone::Amber] {
        let bad = KpiId::ALL.into_iter().find(|id| {
            let kpi = report.kpis.get(*id);
            kpi.zone == zone && kpi.certain
        });
        if let Some(id) = bad {
            return Headline::Level(id, zone);
        }
    }
    let judged = report.numbers.iter().any(|number| number.status != Status::Unknown);
    if report.kpis.get(KpiId::AnswerRate).certain || judged { Headline::Well } else { Headline::TooFew }
}

/// The share of calls with a word that nobody has assigned, in per cent, where it makes the rates uncertain.
pub fn unclassified(report: &Report) -> Option<f64> {
    let totals = &report.totals;
    let share = 100.0 * totals.unclassified as f64 / totals.calls.max(1) as f64;
    (share > UNCLASSIFIED_LIMIT).then_some(share)
}

/// How many numbers of each status are not among the needs: act, watch, well, unknown.
pub fn others(report: &Report, needs: &[Need]) -> [usize; 4] {
    let named: BTreeSet<&str> = needs
        .iter()
        .filter_map(|need| match need.subject {
            Subject::Number(number) => Some(number.as_str()),
            _ => None,
        })
        .collect();
    let mut counts = [0; 4];
    for number in report.numbers.iter().filter(|number| !named.contains(number.number.as_str())) {
        counts[number.status as usize] += 1;
    }
    counts
}
