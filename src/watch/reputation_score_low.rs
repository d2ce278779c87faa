//! A number's score is below 50. Judged on the days of its readings: a number that rests is read, too.

use super::{
    alert::{Alert, Grade, Rule},
    onset::{Judged, onsets},
};
use crate::{
    kpi::{ScoreReading, current_score},
    model::{Day, Settings, Subject},
};

/// Judges every day with a score: of the sources current that day the worst one decides.
pub fn judge(subject: &Subject, readings: &[ScoreReading], settings: &Settings, alerts: &mut Vec<Alert>) {
    let mut days: Vec<Day> = readings.iter().filter(|reading| reading.score.is_some()).map(|it| it.day).collect();
    days.dedup();
    let limit = settings.watch.score_low.get();
    let low = days.into_iter().enumerate().filter_map(|(turn, day)| {
        let known = &readings[..readings.partition_point(|reading| reading.day <= day)];
        let worst = current_score(known, day, settings.kpis.score_days)?;
        let score = worst.score.filter(|score| *score < limit)?;
        Some(Judged {
            turn,
            day,
            value: score,
            ends: None,
            threshold: limit,
            grade: Grade::Confirmed,
            n: 1,
            before: None,
            after: None,
            source: Some(worst.source.clone()),
            first_reading: false,
            calls_per_day: None,
            cusum: None,
        })
    });
    onsets(Rule::ReputationScoreLow, subject, low, |day| day, alerts);
}
