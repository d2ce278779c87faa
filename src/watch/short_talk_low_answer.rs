//! Conversations under 30 s and under 25 % answered, over a week: people see the label and hang up.

use super::{
    alert::{Alert, Grade, Rule},
    onset::{Judged, onsets},
    over_limit::since,
    watched::Watched,
};
use crate::{
    kpi::{
        Counts,
        chance::{Turn, probability_above, wilson},
    },
    model::Settings,
};

/// Judges every active day of a subject. A talk time has no interval: the grade is that of the answer rate.
pub fn judge(watched: &Watched, settings: &Settings, alerts: &mut Vec<Alert>) {
    let watch = &settings.watch;
    let limit = watch.low_answer_rate.get();
    let held = watched.turns_and_weeks().filter_map(|(turn, day, week)| {
        let answer = week.answer();
        if answer.of < u64::from(watch.min_calls) || answer.rate()? * 100.0 >= limit {
            return None;
        }
        let talk_secs = week.talk_secs().filter(|secs| *secs < watch.short_talk_secs)?;
        let interval = wilson(answer)?.times(100.0);
        Some(Judged {
            turn,
            day,
            value: talk_secs,
            ends: None,
            threshold: watch.short_talk_secs,
            grade: if interval.high < limit {
                Grade::Confirmed
            } else if probability_above(answer, limit / 100.0)? <= 0.2 {
                Grade::Probable
            } else {
                Grade::WithinNoise
            },
            n: answer.of,
            before: None,
            after: Some(interval.value),
            source: None,
            first_reading: false,
            calls_per_day: None,
            cusum: None,
        })
    });
    let since = |day| since(watched, day, 7, Turn::Fall, Counts::answer);
    onsets(Rule::ShortTalkLowAnswer, watched.subject, held, since, alerts);
}
