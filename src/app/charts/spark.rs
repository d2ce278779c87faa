//! A line the size of a word. It counts active days; its axis is centred on the mean and at least ± 45 % of it, so that
//! noise stays small.

use super::{Point, line};

/// A sparkline.
#[derive(Clone, Debug, PartialEq)]
pub struct Spark {
    /// Its path, in the stretched drawing.
    pub path: String,
    /// Where the last days begin, in per cent.
    pub recent: f64,
}

const LEAST_HALF: f64 = 0.45;

impl Spark {
    /// The line through the values of active days in order; the last `recent` of them are marked. `None` for fewer than
    /// three values: no line could be read.
    pub fn of(values: &[f64], recent: usize) -> Option<Self> {
        if values.len() < 3 {
            return None;
        }
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        let widest = values.iter().map(|value| (value - mean).abs()).fold(0.0, f64::max);
        let half = widest.max(mean.abs() * LEAST_HALF).max(f64::MIN_POSITIVE);
        let points: Vec<Point> = values
            .iter()
            .enumerate()
            .map(|(at, value)| Point {
                x: (at as f64 + 0.5) * 100.0 / count,
                y: 50.0 - (value - mean) / half * 46.0,
                gap: false,
            })
            .collect();
        let recent = 100.0 - 100.0 * recent.min(values.len()) as f64 / count;
        Some(Self { path: line(&points).data(0.0, 0.0, 1000.0, 100.0), recent })
    }
}

#[cfg(test)]
mod tests {
    use super::Spark;

    #[test]
    fn small_changes_stay_small() {
        // ± 5 % of the mean may use a ninth of the half height only.
        let spark = Spark::of(&[40.0, 42.0, 38.0, 40.0], 1).map(|spark| spark.path);
        assert_eq!(spark.as_deref(), Some("M125 50L375 44.9L625 55.1L875 50"));
    }

    #[test]
    fn a_collapse_fills_the_height() {
        let spark = Spark::of(&[40.0, 40.0, 40.0, 0.0], 1);
        assert!(spark.as_ref().is_some_and(|spark| spark.path.ends_with("L875 96")));
        assert!(spark.is_some_and(|spark| (spark.recent - 75.0).abs() < 1e-9));
    }

    #[test]
    fn two_values_are_no_line_and_zeros_divide_nothing() {
        assert_eq!(Spark::of(&[1.0, 2.0], 1), None);
        assert!(Spark::of(&[0.0; 5], 2).is_some_and(|spark| !spark.path.contains("NaN")));
    }
}
