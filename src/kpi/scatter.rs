//! How far the readings of a reputation tool scatter by themselves. Some tools give one figure for weeks, others wander by ten
//! points from reading to reading; a fall of a score is news where it stands out of that.

use super::board::ScoreReading;
use crate::model::order;

/// Differences of readings that show a scatter.
const LEAST: usize = 8;
/// The part of the differences that is looked at: those above may be falls. And the normal deviate of that part, two-sided.
const PART: (f64, f64) = (0.8, 1.281_551_6);
/// Points that no tool is more exact than.
const EXACT: f64 = 1.0;
/// Standard errors of a fall.
const CLEAR: f64 = 3.0;

/// Points of standard deviation by source, in the order of their names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scatter(Vec<(String, f64)>);

impl Scatter {
    /// That of all numbers: from reading to reading of each, without its last, which may be the fall that is looked for.
    pub fn of<'a>(numbers: impl Iterator<Item = &'a [ScoreReading]>) -> Self {
        let mut differences: Vec<(&str, Vec<f64>)> = Vec::new();
        for readings in numbers {
            let mut last: Vec<(&str, f64, Option<f64>)> = Vec::new();
            for (source, score) in readings.iter().filter_map(|it| Some((it.source.as_str(), it.score?))) {
                match last.iter_mut().find(|(of, ..)| *of == source) {
                    Some((_, before, difference)) => {
                        if let Some(earlier) = difference.replace((score - *before).abs()) {
                            match differences.iter_mut().find(|(of, _)| *of == source) {
                                Some((_, all)) => all.push(earlier),
                                None => differences.push((source, vec![earlier])),
                            }
                        }
                        *before = score;
                    }
                    None => last.push((source, score, None)),
                }
            }
        }
        let scatter = |(source, mut all): (&str, Vec<f64>)| {
            order::sort_figures(&mut all);
            let (part, deviate) = PART;
            let at = *all.get((part * all.len() as f64) as usize)?;
            (all.len() >= LEAST).then(|| (source.to_owned(), at / (deviate * std::f64::consts::SQRT_2)))
        };
        let mut sources: Vec<(String, f64)> = differences.into_iter().filter_map(scatter).collect();
        order::sort_by(&mut sources, |a, b| a.0.cmp(&b.0));
        Self(sources)
    }

    /// Points by which a reading must lie below the median of so many others.
    pub fn least_fall(&self, source: &str, readings: usize) -> f64 {
        let of_source = self.0.iter().find(|(name, _)| name == source).map_or(EXACT, |(_, points)| points.max(EXACT));
        // The variance of a median is π ÷ 2 times that of a mean.
        CLEAR * of_source * libm::sqrt(1.0 + std::f64::consts::FRAC_PI_2 / readings.max(1) as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::Scatter;
    use crate::{kpi::ScoreReading, model::Day};

    fn readings(scores: &[f64]) -> Vec<ScoreReading> {
        let reading = |(at, score): (usize, &f64)| ScoreReading {
            day: Day(at as i32),
            source: "tool".to_owned(),
            score: Some(*score),
            flagged: None,
        };
        scores.iter().enumerate().map(reading).collect()
    }

    #[test]
    fn a_tool_that_wanders_must_fall_further() {
        let steady = readings(&[80.0; 12]);
        let wanders = readings(&[80.0, 90.0, 76.0, 86.0, 79.0, 88.0, 77.0, 85.0, 75.0, 87.0, 78.0, 89.0]);
        let least = |all: &[&[ScoreReading]]| Scatter::of(all.iter().copied()).least_fall("tool", 4);
        assert!((least(&[&steady]) - 3.0 * libm::sqrt(1.0 + std::f64::consts::FRAC_PI_2 / 4.0)).abs() < 1e-9);
        // Ten differences, the ninth of which is 11: sd 11 ÷ (1.28 √2).
        let expected = 11.0 / 1.281_551_6 / std::f64::consts::SQRT_2 * 3.0;
        let found = least(&[&wanders]) / libm::sqrt(1.0 + std::f64::consts::FRAC_PI_2 / 4.0);
        assert!(found > expected && found < 1.2 * expected, "{found} {expected}");
        // The last reading is left out, and of two nothing is known.
        let fell = [&[80.0; 11][..], &[20.0]].concat();
        assert_eq!(least(&[&readings(&fell)]).to_bits(), least(&[&steady]).to_bits());
        assert_eq!(least(&[&readings(&[80.0, 20.0])]).to_bits(), least(&[&steady]).to_bits());
    }
}
