//! How much is too much for chance, by how many calls a day and at what rate.

use super::table::{CALLS, LIMITS, RATES};

/// Which loss a test looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speed {
    /// Ten points.
    Slow,
    /// A label.
    Label,
}

impl Speed {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Slow, Self::Label];
}

/// The limits of both tests for a subject with so many calls a day, of which this part is answered; between the points
/// of the table in proportion.
pub fn limits(calls: f64, rate: f64) -> [f64; 2] {
    let (row, down) = place(&RATES, rate);
    let (column, across) = place(&CALLS, calls);
    LIMITS.map(|rows| {
        let along = |row: usize| rows[row][column] + (rows[row][column + 1] - rows[row][column]) * across;
        along(row) + (along(row + 1) - along(row)) * down
    })
}

/// Between which two points of an axis a value lies, and how far from the first to the second; held within the axis.
fn place(axis: &[f64], value: f64) -> (usize, f64) {
    let at = axis.partition_point(|point| *point <= value).clamp(1, axis.len() - 1) - 1;
    let (from, to) = (axis[at], axis[at + 1]);
    (at, ((value - from) / (to - from)).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::{CALLS, LIMITS, RATES, Speed, limits};

    #[test]
    fn a_point_of_the_table_is_itself_and_beyond_it_the_nearest() {
        for speed in Speed::ALL {
            let rows = &LIMITS[speed as usize];
            let limit = |calls, rate| limits(calls, rate)[speed as usize];
            assert!((limit(CALLS[3], RATES[2]) - rows[2][3]).abs() < 1e-9);
            assert!((limit(0.0, 0.0) - rows[0][0]).abs() < 1e-9);
            assert!((limit(1e6, 0.9) - rows[RATES.len() - 1][CALLS.len() - 1]).abs() < 1e-9);
        }
    }

    #[test]
    fn halfway_lies_between() {
        let between = limits(62.0, 0.35)[0];
        let ends = [limits(50.0, 0.35)[0], limits(80.0, 0.35)[0]];
        assert!(between >= ends[0].min(ends[1]) && between <= ends[0].max(ends[1]));
    }
}
