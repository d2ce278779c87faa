//! Consecutive days of one rule become one alert.

use super::alert::{Alert, Cusum, Grade, Rule};
use crate::model::{Day, Subject};

/// What a rule found on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The place of the day among the days on which the rule looked at the subject.
    pub turn: usize,
    /// The day.
    pub day: Day,
    /// The figure: see [`Alert`], likewise for all that follow.
    pub value: f64,
    /// The ends of its interval.
    pub ends: Option<[f64; 2]>,
    /// The limit.
    pub threshold: f64,
    /// How far to trust it.
    pub grade: Grade,
    /// What it rests on.
    pub n: u64,
    /// The figure before.
    pub before: Option<f64>,
    /// The figure after.
    pub after: Option<f64>,
    /// The source of a reading.
    pub source: Option<String>,
    /// A flag without a reading before it.
    pub first_reading: bool,
    /// Calls a day of the week in question.
    pub calls_per_day: Option<f64>,
    /// The test behind an early warning.
    pub cusum: Option<Cusum>,
}

/// Joins the days of one rule and subject, in order, into onsets. An onset takes its figure from the first day on which
/// it was graded as well as it ever was: that day rests on nothing later, and once reached it stays.
/// `since` tells when what was found on a day began.
pub fn onsets(
    rule: Rule,
    subject: &Subject,
    days: impl IntoIterator<Item = Judged>,
    since: impl Fn(Day) -> Day,
    alerts: &mut Vec<Alert>,
) {
    let mut last_turn = None;
    for judged in days {
        let goes_on = last_turn.is_some_and(|turn| judged.turn == turn + 1);
        last_turn = Some(judged.turn);
        match alerts.last_mut().filter(|_| goes_on) {
            Some(alert) => {
                alert.until = judged.day;
                if judged.grade < alert.grade {
                    let (day, until) = (alert.day, alert.until);
                    *alert = Alert { day, until, ..alert_of(rule, subject, judged, &since) };
                }
            }
            None => alerts.push(alert_of(rule, subject, judged, &since)),
        }
    }
}

fn alert_of(rule: Rule, subject: &Subject, judged: Judged, since: impl Fn(Day) -> Day) -> Alert {
    Alert {
        rule,
        scope: subject.scope(),
        subject: subject.clone(),
        day: judged.day,
        until: judged.day,
        since: since(judged.day),
        graded_on: judged.day,
        value: judged.value,
        low: judged.ends.map(|[low, _]| low),
        high: judged.ends.map(|[_, high]| high),
        threshold: judged.threshold,
        grade: judged.grade,
        n: judged.n,
        before: judged.before,
        after: judged.after,
        source: judged.source,
        first_reading: judged.first_reading,
        calls_per_day: judged.calls_per_day,
        cusum: judged.cusum,
    }
}
