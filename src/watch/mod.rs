//! KPIs → alerts: one rule a file. A rule looks at a subject on one active day, and at days up to that day only.
//!
//! A new rule is one file here, one variant of [`Rule`], its line in [`alerts`], and its sentence in `app/words`.

mod alert;
mod answer_rate_drop_24h;
mod answer_rate_drop_week;
mod early_warning;
mod fall;
mod newly_blacklisted;
mod onset;
mod over_limit;
mod rejection_rate_high;
mod reputation_score_low;
mod short_talk_low_answer;
mod spam_report_rate_high;
mod voicemail_rate_high;
mod volume_cap_exceeded;
mod watched;

pub use alert::{Alert, Cusum, Grade, Rule};

use fall::{At, Beside, Falls};
use over_limit::RateRule;
use watched::Watched;

use crate::{
    kpi::{Board, NumberPeers, Peers, PoolBoard, Watch},
    model::{Settings, Subject, order},
};

/// All alerts of an analysis, most urgent first: grade, then latest day, then the rule's weight, then the subject.
/// Consecutive active days of one rule and subject are one alert.
pub fn alerts(board: &Board, settings: &Settings) -> Vec<Alert> {
    let Some(period) = board.period else { return Vec::new() };
    let peers = Peers::new(board);
    let mut alerts = Vec::new();
    let mut round = Round {
        settings,
        day: answer_rate_drop_24h::falls(settings, period),
        week: answer_rate_drop_week::falls(settings, period),
        rates: [
            spam_report_rate_high::rule(settings),
            rejection_rate_high::rule(settings),
            voicemail_rate_high::rule(settings),
        ],
    };
    let mut subjects: Vec<Subject> = Vec::with_capacity(board.numbers.len() + board.campaigns.len() + 8);

    for (at, number) in board.numbers.iter().enumerate() {
        let subject = Subject::Number(number.number.clone());
        let mut own = peers.of(at, number);
        let watched = Watched::new(&subject, number.series.track(), &number.series, settings);
        round.falls(subjects.len(), &watched, Some(&mut own));
        round.rates(&watched, &mut alerts);
        volume_cap_exceeded::judge(&watched, settings, &mut alerts);
        reputation_score_low::judge(&subject, &number.readings, settings, &mut alerts);
        newly_blacklisted::judge(&subject, &number.readings, &mut alerts);
        subjects.push(subject);
    }
    // A team that is a campaign by another name is watched once.
    let is_new = |team: &PoolBoard| !board.campaigns.iter().any(|campaign| campaign.series == team.series);
    let vigil = &*board.vigil;
    let mut courses: Vec<&[Watch]> = vigil.numbers.iter().map(Vec::as_slice).collect();
    let teams = board.teams.iter().zip(peers.teams()).zip(&vigil.teams).filter(|((team, _), _)| is_new(team));
    let pools = board.campaigns.iter().zip(peers.campaigns()).zip(&vigil.campaigns).chain(teams);
    let pools = pools.map(|((pool, track), course)| (pool.subject.clone(), &pool.series, track, course));
    let account = (Subject::Account, &board.account, peers.account(), &vigil.account);
    for (subject, series, track, course) in pools.chain([account]) {
        courses.push(course);
        let watched = Watched::new(&subject, track, series, settings);
        round.falls(subjects.len(), &watched, None);
        round.rates(&watched, &mut alerts);
        subjects.push(subject);
    }
    let warned: Vec<(&Subject, &[Watch])> = subjects.iter().zip(courses).collect();
    early_warning::judge(&warned, period, &mut alerts);
    round.day.finish(&subjects, &mut alerts);
    round.week.finish(&subjects, &mut alerts);
    order::sort_by(&mut alerts, by_urgency);
    alerts
}

/// The rules that hold for every kind of subject.
struct Round<'a> {
    settings: &'a Settings,
    day: Falls,
    week: Falls,
    rates: [RateRule; 3],
}

impl Round<'_> {
    fn falls(&mut self, subject: usize, watched: &Watched, mut others: Option<&mut NumberPeers>) {
        for (turn, day) in watched.turns() {
            let at = At { subject, scope: watched.subject.scope(), turn, day };
            let mut beside = |spans: fall::Compared| match &mut others {
                None => Beside::Nobody,
                Some(others) => match others.group(day) {
                    None => Beside::TooFew,
                    Some(group) => Beside::Others(
                        others.others(group, spans.after[0], spans.after[1]),
                        others.others(group, spans.before[0], spans.before[1]),
                    ),
                },
            };
            answer_rate_drop_24h::judge(&mut self.day, watched, at, &mut beside);
            answer_rate_drop_week::judge(&mut self.week, watched, at, &mut beside);
        }
    }

    fn rates(&self, watched: &Watched, alerts: &mut Vec<Alert>) {
        for rule in &self.rates {
            if rule.rule != Rule::SpamReportRateHigh || watched.is_reported {
                rule.judge(watched, alerts);
            }
        }
        short_talk_low_answer::judge(watched, self.settings, alerts);
    }
}

fn by_urgency(a: &Alert, b: &Alert) -> std::cmp::Ordering {
    let by_day = b.until.cmp(&a.until).then_with(|| a.rule.cmp(&b.rule));
    let by_subject = || a.subject.cmp(&b.subject).then_with(|| a.day.cmp(&b.day)).then_with(|| a.source.cmp(&b.source));
    a.grade.cmp(&b.grade).then(by_day).then_with(by_subject)
}
