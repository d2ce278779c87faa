//! The interval of the difference of two rates.

use super::{Interval, Share, wilson};

/// `after − before` with the 95 % hybrid score interval of Newcombe (1998, method 10). `None` where either has no rate.
pub fn difference(after: Share, before: Share) -> Option<Interval> {
    Some(wilson(after)?.minus(wilson(before)?))
}

#[cfg(test)]
mod tests {
    use super::{Share, difference};

    fn assert_ends(after: (u64, u64), before: (u64, u64), low: f64, high: f64) {
        let interval = difference(Share::new(after.0, after.1), Share::new(before.0, before.1)).unwrap_or_default();
        assert!(
            (interval.low - low).abs() < 5.1e-5 && (interval.high - high).abs() < 5.1e-5,
            "{after:?} − {before:?}: {interval:?}"
        );
    }

    #[test]
    fn the_worked_examples_of_newcombe_come_out() {
        // R. G. Newcombe, Interval estimation for the difference between independent proportions, Stat. Med. 17
        // (1998), table II, method 10.
        assert_ends((56, 70), (48, 80), 0.0524, 0.3339);
        assert_ends((9, 10), (3, 10), 0.1705, 0.8090);
        assert_ends((6, 7), (2, 7), 0.0582, 0.8062);
        assert_ends((5, 56), (0, 29), -0.0381, 0.1926);
        assert_ends((0, 10), (0, 20), -0.1611, 0.2775);
        assert_ends((0, 10), (0, 10), -0.2775, 0.2775);
        assert_ends((10, 10), (0, 20), 0.6791, 1.0);
        assert_ends((10, 10), (0, 10), 0.6075, 1.0);
    }

    #[test]
    fn a_fall_that_the_pool_shares_is_no_fall_against_the_pool() {
        // 40 of 100 → 20 of 100 beside 400 of 1,000 → 200 of 1,000: the difference of the two falls is 0.
        let own = difference(Share::new(20, 100), Share::new(40, 100)).unwrap_or_default();
        let pool = difference(Share::new(200, 1000), Share::new(400, 1000)).unwrap_or_default();
        let alone = own.minus(pool);
        assert!(own.is_below_zero() && alone.value.abs() < 1e-12);
        assert!(alone.low < -0.1 && alone.high > 0.1);
    }
}
