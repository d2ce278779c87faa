//! Who needs someone today: one need per subject, from its findings and its confirmed alerts of the last days. And what
//! the verdict says when nobody does.

use std::collections::BTreeMap;

use crate::{
    diagnose::{Diagnosis, Finding},
    kpi::{Kpi, KpiId, Partial, Zone},
    model::{Scope, Subject, order},
    report::{Report, Status},
    watch::{Alert, Grade, Rule},
};

/// Above this share of calls (per cent), words that nobody has assigned make every rate uncertain.
const UNCLASSIFIED_LIMIT: f64 = 1.0;
/// A pool's or the account's alert that last held longer ago than this is history.
const RECENT_DAYS: i32 = 3;

/// One subject that needs someone today.
#[derive(Clone, Debug, PartialEq)]
pub struct Need<'a> {
    /// Who.
    pub subject: Subject,
    /// What is concluded about it, likeliest first; may be empty.
    pub findings: Vec<&'a Finding>,
    /// Its confirmed alerts that still hold, most urgent first; may be empty.
    pub alerts: Vec<&'a Alert>,
    /// A KPI in the red for certain, with its value; the only reason where there is neither finding nor alert nor flag.
    pub level: Option<(KpiId, f64)>,
    /// Whether a current reading flags it.
    pub flagged: bool,
}

impl<'a> Need<'a> {
    fn of(subject: Subject) -> Self {
        Self { subject, findings: Vec::new(), alerts: Vec::new(), level: None, flagged: false }
    }

    /// Red: stop. Amber: slow down, look.
    pub fn zone(&self) -> Zone {
        if let Some(finding) = self.findings.first() {
            return zone_of_finding(finding);
        }
        let stop = |alert: &&Alert| {
            matches!(alert.rule, Rule::NewlyBlacklisted | Rule::ReputationScoreLow | Rule::SpamReportRateHigh)
        };
        let red = self.flagged
            || self.alerts.iter().any(stop)
            || matches!(self.level, Some((KpiId::ReputationScore | KpiId::SpamReportRate, _)));
        if red { Zone::Red } else { Zone::Amber }
    }

    /// A name to tick it off by: changes when something new is found.
    pub fn id(&self) -> String {
        match (self.findings.first(), self.alerts.first()) {
            // Its days move on with the last one; new is another number.
            (Some(finding), _) if finding.diagnosis == Diagnosis::UnevenNumbers => {
                let numbers = finding.actions.iter().flat_map(|action| &action.numbers).map(String::as_str);
                format!("{} {} {}", self.subject, finding.diagnosis.id(), numbers.collect::<Vec<_>>().join(" "))
            }
            (Some(finding), _) => format!("{} {} {}", self.subject, finding.diagnosis.id(), finding.since),
            (None, Some(alert)) => format!("{} {} {}", self.subject, alert.rule.id(), alert.day),
            (None, None) => self.subject.to_string(),
        }
    }
}

/// The colour of a finding.
pub fn zone_of_finding(finding: &Finding) -> Zone {
    match finding.diagnosis {
        Diagnosis::Contamination
        | Diagnosis::Blacklisted
        | Diagnosis::TechnicallyBlocked
        | Diagnosis::VisibleLabel
        | Diagnosis::SilentFiltering => Zone::Red,
        _ => Zone::Amber,
    }
}

/// All needs: findings in the report's order, then numbers to act on without a finding, then pools and the account with
/// an alert that none of the numbers has. Numbers whose only reason is a figure that is as red for the whole account are
/// left out: that is one problem, and [`level`] says it once.
pub fn needs(report: &Report) -> Vec<Need<'_>> {
    let mut needs: Vec<Need> = Vec::new();
    for finding in &report.findings {
        match needs.iter_mut().find(|need| need.subject == finding.subject) {
            Some(need) => need.findings.push(finding),
            None => needs.push(Need { findings: vec![finding], ..Need::of(finding.subject.clone()) }),
        }
    }
    let red_for_all = |id: KpiId| is_red(report.kpis.get(id)) && id != KpiId::ReputationScore;
    let mut urgent: Vec<Need> = Vec::new();
    let mut standing: BTreeMap<&str, Vec<&Alert>> = BTreeMap::new();
    for alert in report.alerts.iter().filter(|alert| alert.grade == Grade::Confirmed) {
        if let Subject::Number(number) = &alert.subject
            && alert.rule != Rule::VolumeCapExceeded
        {
            standing.entry(number).or_default().push(alert);
        }
    }
    for number in report.numbers.iter().filter(|number| number.status == Status::Act) {
        let subject = Subject::Number(number.number.clone());
        let mut alerts = standing.remove(number.number.as_str()).unwrap_or_default();
        alerts.retain(|alert| alert.until >= number.last_day);
        let flagged = number.flagged == Some(true);
        if let Some(need) = needs.iter_mut().find(|need| need.subject == subject) {
            need.alerts = alerts;
            need.flagged = flagged;
            continue;
        }
        let level = LEVELS.into_iter().find(|id| is_red(number.kpis.get(*id)) && !red_for_all(*id));
        if alerts.is_empty() && !flagged && level.is_none() {
            continue;
        }
        let level = level.and_then(|id| Some((id, number.kpis.get(id).value?)));
        urgent.push(Need { alerts, level, flagged, ..Need::of(subject) });
    }
    order::sort_by_key(&mut urgent, |need| need.zone() != Zone::Red);
    needs.extend(urgent);

    let Some(last) = report.period.map(|period| period.to) else { return needs };
    let said: Vec<Rule> = needs.iter().flat_map(|need| need.alerts.iter().map(|alert| alert.rule)).collect();
    let is_shared = |diagnosis| {
        matches!(
            diagnosis,
            Diagnosis::ExternalOrList
                | Diagnosis::CarrierChange
                | Diagnosis::OverloadSpiral
                | Diagnosis::DetectionOrTimeout
                | Diagnosis::DataArtefact
        )
    };
    let shared = report.findings.iter().any(|finding| is_shared(finding.diagnosis));
    for alert in report.alerts.iter().filter(|alert| alert.scope != Scope::Number && alert.grade == Grade::Confirmed) {
        let fall = matches!(alert.rule, Rule::EarlyWarning | Rule::AnswerRateDrop24h | Rule::AnswerRateDropWeek);
        // A fall that all share is one need, not one per subject.
        if alert.until <= last - RECENT_DAYS || said.contains(&alert.rule) || (fall && shared) {
            continue;
        }
        match needs.iter_mut().find(|need| need.subject == alert.subject) {
            Some(need) => need.alerts.push(alert),
            None => needs.push(Need { alerts: vec![alert], ..Need::of(alert.subject.clone()) }),
        }
    }
    needs
}

/// The figures whose level alone asks for someone, worst first.
const LEVELS: [KpiId; 6] = [
    KpiId::ReputationScore,
    KpiId::SpamReportRate,
    KpiId::AnswerRate,
    KpiId::RejectionRate,
    KpiId::VoicemailRate,
    KpiId::AverageTalkTime,
];

fn is_red(kpi: &Kpi) -> bool {
    kpi.zone == Zone::Red && kpi.certain
}

/// A figure of the whole account that is in the red for certain, or (where nothing is red) in the amber. The score is
/// left out: it is that of one number.
pub fn level(report: &Report) -> Option<(KpiId, Zone)> {
    [Zone::Red, Zone::Amber].into_iter().find_map(|zone| {
        let id = LEVELS.into_iter().filter(|id| *id != KpiId::ReputationScore).find(|id| {
            let kpi = report.kpis.get(*id);
            // Words that nobody has assigned make a figure uncertain, whatever its interval: it is said all the same.
            kpi.zone == zone && (kpi.certain || kpi.partial.contains(&Partial::UnclassifiedWords))
        })?;
        Some((id, zone))
    })
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
    if let Some((id, zone)) = level(report) {
        return Headline::Level(id, zone);
    }
    let judged = report.numbers.iter().any(|number| number.status != Status::Unknown);
    let known = report.kpis.get(KpiId::AnswerRate).zone == Zone::Green;
    if judged || (known && report.numbers.is_empty()) { Headline::Well } else { Headline::TooFew }
}

/// The share of calls with a word that nobody has assigned, in per cent, where it makes the rates uncertain.
pub fn unclassified(report: &Report) -> Option<f64> {
    let totals = &report.totals;
    let share = 100.0 * totals.unclassified as f64 / totals.calls.max(1) as f64;
    (share > UNCLASSIFIED_LIMIT).then_some(share)
}

/// How many numbers of each status are not among the needs: act, watch, well, unknown.
pub fn others(report: &Report, needs: &[Need]) -> [usize; 4] {
    let mut named: Vec<&str> = needs
        .iter()
        .filter_map(|need| match &need.subject {
            Subject::Number(number) => Some(number.as_str()),
            _ => None,
        })
        .collect();
    order::sort(&mut named);
    let is_named = |number: &str| named.binary_search(&number).is_ok();
    let mut counts = [0; 4];
    for number in report.numbers.iter().filter(|number| !is_named(&number.number)) {
        counts[number.status as usize] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kpi::{Board, Kpis},
        model::{Day, Settings},
        report::{Detail, NumberReport, Period, Totals},
        tally::Ledger,
    };

    const LAST: Day = Day(100);

    fn report() -> Report {
        let empty = Ledger::default();
        let mut report =
            crate::report::build(&Board::build(&empty, 3), &empty, &[], &Settings::default(), Detail::Page);
        report.period = Some(Period { from: Day(0), to: LAST, active_days: 60 });
        report
    }

    fn number(text: &str, status: Status) -> NumberReport {
        NumberReport {
            number: text.to_owned(),
            pool: None,
            totals: Totals::default(),
            kpis: Kpis::default(),
            flagged: None,
            status,
            score: None,
            ranges: Vec::new(),
            first_day: Day(0),
            last_day: LAST,
            calls_per_day: 50.0,
        }
    }

    fn red(kpis: &mut Kpis, id: KpiId) {
        kpis.0[id as usize] = Kpi { value: Some(20.0), zone: Zone::Red, certain: true, n: 5000, ..Kpi::default() };
    }

    fn alert(rule: Rule, subject: Subject, grade: Grade, until: Day) -> Alert {
        Alert {
            rule,
            scope: subject.scope(),
            subject,
            day: until,
            until,
            since: until,
            value: 70.0,
            low: None,
            high: None,
            threshold: 60.0,
            grade,
            n: 300,
            before: None,
            after: None,
            source: None,
            first_reading: false,
            graded_on: until,
            calls_per_day: None,
            cusum: None,
        }
    }

    #[test]
    fn a_figure_that_is_red_everywhere_is_one_problem_and_not_one_per_number() {
        let mut report = report();
        red(&mut report.kpis, KpiId::AnswerRate);
        for text in ["+1", "+2", "+3"] {
            let mut entry = number(text, Status::Act);
            red(&mut entry.kpis, KpiId::AnswerRate);
            report.numbers.push(entry);
        }
        let needs = needs(&report);
        assert_eq!(needs, []);
        assert_eq!(headline(&report, &needs), Headline::Level(KpiId::AnswerRate, Zone::Red));
        assert_eq!(others(&report, &needs), [3, 0, 0, 0]);
    }

    #[test]
    fn a_number_that_is_red_alone_is_named() {
        let mut report = report();
        let mut entry = number("+1", Status::Act);
        red(&mut entry.kpis, KpiId::AnswerRate);
        report.numbers = vec![entry, number("+2", Status::Well)];
        let needs = needs(&report);
        assert_eq!(headline(&report, &needs), Headline::Needs { numbers: 1, others: 0 });
        assert_eq!(
            needs.first().map(|need| (need.level, need.zone())),
            Some((Some((KpiId::AnswerRate, 20.0)), Zone::Amber))
        );
        assert_eq!(others(&report, &needs), [0, 0, 1, 0]);
    }

    #[test]
    fn a_red_figure_is_said_even_while_words_are_unassigned() {
        let mut report = report();
        red(&mut report.kpis, KpiId::AnswerRate);
        report.kpis.0[0].certain = false;
        assert_eq!(level(&report), None);
        report.kpis.0[0].partial = vec![Partial::UnclassifiedWords];
        assert_eq!(level(&report), Some((KpiId::AnswerRate, Zone::Red)));
    }

    #[test]
    fn noise_old_alerts_and_volume_do_not_top_the_page() {
        let mut report = report();
        report.numbers = vec![number("+1", Status::Watch)];
        let own = || Subject::Number("+1".to_owned());
        report.alerts = vec![
            alert(Rule::AnswerRateDrop24h, own(), Grade::WithinNoise, LAST),
            alert(Rule::VoicemailRateHigh, Subject::Account, Grade::Confirmed, LAST - 20),
            alert(Rule::VolumeCapExceeded, own(), Grade::Confirmed, LAST),
        ];
        let needs = needs(&report);
        assert_eq!(needs, []);
        assert_eq!(headline(&report, &needs), Headline::Well);
    }

    #[test]
    fn a_pools_alert_is_left_to_the_number_that_has_the_same() {
        let mut report = report();
        report.numbers = vec![number("+1", Status::Act)];
        report.alerts = vec![
            alert(Rule::VoicemailRateHigh, Subject::Number("+1".to_owned()), Grade::Confirmed, LAST),
            alert(Rule::VoicemailRateHigh, Subject::Campaign("A".to_owned()), Grade::Confirmed, LAST),
            alert(Rule::RejectionRateHigh, Subject::Campaign("A".to_owned()), Grade::Confirmed, LAST),
        ];
        let needs = needs(&report);
        let subjects: Vec<String> = needs.iter().map(|need| need.subject.to_string()).collect();
        assert_eq!(subjects, ["+1", "campaign:A"]);
        assert_eq!(headline(&report, &needs), Headline::Needs { numbers: 1, others: 1 });
    }

    #[test]
    fn an_empty_report_is_not_praised() {
        let report = report();
        assert_eq!(headline(&report, &needs(&report)), Headline::TooFew);
    }

    #[test]
    fn unassigned_words_count_above_one_per_cent() {
        let mut report = report();
        report.totals.calls = 1000;
        report.totals.unclassified = 10;
        assert_eq!(unclassified(&report), None);
        report.totals.unclassified = 11;
        assert!(unclassified(&report).is_some_and(|share| (share - 1.1).abs() < 1e-9));
    }
}
