//! Whether a number's score falls (`product.md`, Diagnoses).

use super::{board::ScoreReading, reputation_score::zone, scatter::Scatter};
use crate::model::{Day, KpiThresholds, order};

/// How many days before the latest reading are its past.
const PAST_DAYS: i32 = 28;
/// Points below the median of the past that make a fall.
const FALL_POINTS: f64 = 10.0;

/// A source's latest reading against its own past; scales of different sources are never mixed.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreFall {
    /// Whose readings.
    pub source: String,
    /// The day of the latest one.
    pub day: Day,
    /// The latest score.
    pub latest: f64,
    /// The median of the 28 days before it.
    pub before: f64,
    /// Readings in those days.
    pub readings_before: usize,
    /// The first day from which each reading lay as low.
    pub since: Day,
    /// At least 10 below, or a zone lower, and further than its source scatters.
    pub falls: bool,
}

impl ScoreFall {
    /// Points from before to now; negative where it fell.
    pub fn change(&self) -> f64 {
        self.latest - self.before
    }
}

/// The change of a number's score as of a day: of the sources that have a current reading and a past, one that falls
/// before one that does not, then the deepest change, then the first by name. `None` where no source has both.
pub fn score_fall(
    readings: &[ScoreReading],
    scatter: &Scatter,
    as_of: Day,
    thresholds: &KpiThresholds,
) -> Option<ScoreFall> {
    let mut sources: Vec<&str> = readings.iter().map(|reading| reading.source.as_str()).collect();
    order::sort(&mut sources);
    sources.dedup();
    sources
        .into_iter()
        .filter_map(|source| of_source(readings, source, scatter, as_of, thresholds))
        .min_by(|a, b| (!a.falls, a.change()).partial_cmp(&(!b.falls, b.change())).unwrap_or(std::cmp::Ordering::Equal))
}

fn of_source(
    readings: &[ScoreReading],
    source: &str,
    scatter: &Scatter,
    as_of: Day,
    thresholds: &KpiThresholds,
) -> Option<ScoreFall> {
    let scores: Vec<(Day, f64)> = readings
        .iter()
        .filter(|reading| reading.source == source)
        .filter_map(|reading| Some((reading.day, reading.score?)))
        .collect();
    let (day, latest) = *scores.last()?;
    if day < as_of - i32::from(thresholds.score_days) {
        return None;
    }
    let mut past: Vec<f64> =
        scores.iter().filter(|(at, _)| *at < day && *at >= day - PAST_DAYS).map(|(_, score)| *score).collect();
    let before = order::median(&mut past)?;
    let least = scatter.least_fall(source, past.len());
    let is_low = |score: f64| {
        let fell = before - score;
        fell >= least && (fell >= FALL_POINTS || zone(score, thresholds) > zone(before, thresholds))
    };
    let since = scores.iter().rev().take_while(|(_, score)| is_low(*score)).last().map_or(day, |(day, _)| *day);
    Some(ScoreFall {
        source: source.to_owned(),
        day,
        latest,
        before,
        readings_before: past.len(),
        since,
        falls: is_low(latest),
    })
}
