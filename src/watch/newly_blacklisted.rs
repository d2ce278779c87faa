//! A source flags a number that it did not flag before. A low score is not a flag.

use super::{
    alert::{Alert, Grade, Rule},
    onset::{Judged, onsets},
};
use crate::{
    kpi::ScoreReading,
    model::{Subject, order},
};

/// Judges every reading that says whether the number is flagged, source by source. The first reading of a source cannot
/// be new: flagged, it is only probably so.
pub fn judge(subject: &Subject, readings: &[ScoreReading], alerts: &mut Vec<Alert>) {
    let mut sources: Vec<&str> =
        readings.iter().filter(|reading| reading.flagged == Some(true)).map(|it| it.source.as_str()).collect();
    order::sort(&mut sources);
    sources.dedup();
    for source in sources {
        let says = readings.iter().filter(|reading| reading.source == source && reading.flagged.is_some());
        let mut onset_is_first = false;
        let mut was_flagged = false;
        let flagged = says.enumerate().filter_map(|(turn, reading)| {
            let is_flagged = reading.flagged == Some(true);
            if is_flagged && !was_flagged {
                onset_is_first = turn == 0;
            }
            was_flagged = is_flagged;
            is_flagged.then(|| Judged {
                turn,
                day: reading.day,
                value: 1.0,
                ends: None,
                threshold: 1.0,
                grade: if onset_is_first { Grade::Probable } else { Grade::Confirmed },
                n: 1,
                before: None,
                after: None,
                source: Some(source.to_owned()),
                first_reading: onset_is_first,
                calls_per_day: None,
                cusum: None,
            })
        });
        onsets(Rule::NewlyBlacklisted, subject, flagged, |day| day, alerts);
    }
}
