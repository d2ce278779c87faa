//! A number made more calls in a day than the cap: the behaviour that labels are made of.

use super::{
    alert::{Alert, Grade, Rule},
    onset::{Judged, onsets},
    watched::Watched,
};
use crate::model::Settings;

/// Judges every active day of a number.
pub fn judge(watched: &Watched, settings: &Settings, alerts: &mut Vec<Alert>) {
    let cap = settings.watch.volume_cap;
    let over = watched.turns().zip(&watched.today).filter_map(|((turn, day), today)| {
        let calls = today.calls;
        (calls > cap).then(|| Judged {
            turn,
            day,
            value: f64::from(calls),
            ends: None,
            threshold: f64::from(cap),
            grade: Grade::Confirmed,
            n: calls.into(),
            before: None,
            after: None,
            source: None,
            first_reading: false,
            calls_per_day: None,
            cusum: None,
        })
    });
    onsets(Rule::VolumeCapExceeded, watched.subject, over, |day| day, alerts);
}
