//! The latest reading of a reputation tool, 0 to 100, 100 best. The worst current source decides.

use super::{
    board::ScoreReading,
    figure::{Kpi, Zone},
};
use crate::model::{Day, KpiThresholds};

/// The reading that decides as of a day: of each source the latest score, no older than `score_days` (one taken after
/// the last call counts as well); of those the lowest, then the first by name. `readings` are in order of day.
pub fn current_score(readings: &[ScoreReading], as_of: Day, score_days: u16) -> Option<&ScoreReading> {
    current(readings, as_of, score_days, |reading| reading.score.is_some())
        .min_by(|a, b| (a.score, &a.source).partial_cmp(&(b.score, &b.source)).unwrap_or(std::cmp::Ordering::Equal))
}

/// Whether a current reading flags the number as spam; `None` without a current reading that says.
pub fn current_flag(readings: &[ScoreReading], as_of: Day, score_days: u16) -> Option<bool> {
    current(readings, as_of, score_days, |reading| reading.flagged.is_some())
        .filter_map(|reading| reading.flagged)
        .reduce(|a, b| a || b)
}

/// The latest current reading of each source among those that `says` picks.
fn current(
    readings: &[ScoreReading],
    as_of: Day,
    score_days: u16,
    says: impl Fn(&ScoreReading) -> bool + Copy,
) -> impl Iterator<Item = &ScoreReading> {
    let start = readings.partition_point(|reading| reading.day < as_of - i32::from(score_days));
    let recent = &readings[start..];
    let is_last = move |at: usize, reading: &ScoreReading| {
        says(reading) && !recent[at + 1..].iter().any(|later| later.source == reading.source && says(later))
    };
    recent.iter().enumerate().filter(move |(at, reading)| is_last(*at, reading)).map(|(_, reading)| reading)
}

/// The score of one number: green from `high`, red below `low`. `n` is the number of current sources.
pub fn reputation_score(readings: &[ScoreReading], day: Day, thresholds: &KpiThresholds) -> Kpi {
    let Some(score) = current_score(readings, day, thresholds.score_days).and_then(|reading| reading.score) else {
        return Kpi::default();
    };
    let sources = current(readings, day, thresholds.score_days, |reading| reading.score.is_some()).count();
    Kpi { value: Some(score), n: sources as u64, zone: zone(score, thresholds), certain: true, ..Kpi::default() }
}

/// The score of many numbers: the lowest of theirs, with the count per zone; `n` is the number of numbers that have
/// one. Never a mean: one bad number is not made good by ten others.
pub fn lowest_score(scores: impl Iterator<Item = Option<f64>>, thresholds: &KpiThresholds) -> Kpi {
    let mut lowest: Option<f64> = None;
    let mut n = 0;
    let mut counts = [0; 4];
    for score in scores {
        counts[score.map_or(Zone::Unknown, |score| zone(score, thresholds)) as usize] += 1;
        if let Some(score) = score {
            n += 1;
            lowest = Some(lowest.map_or(score, |lowest: f64| lowest.min(score)));
        }
    }
    Kpi {
        value: lowest,
        n,
        zone: lowest.map_or(Zone::Unknown, |score| zone(score, thresholds)),
        certain: lowest.is_some(),
        zone_counts: lowest.map(|_| counts),
        ..Kpi::default()
    }
}

/// The zone of a score.
pub fn zone(score: f64, thresholds: &KpiThresholds) -> Zone {
    if score >= thresholds.reputation_score.high.get() {
        Zone::Green
    } else if score >= thresholds.reputation_score.low.get() {
        Zone::Amber
    } else {
        Zone::Red
    }
}
