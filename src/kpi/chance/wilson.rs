//! The interval of one rate.

use super::{Interval, Share, interval::Z95};

/// The 95 % score interval of Wilson (1927). `None` where there is no rate.
pub fn wilson(share: Share) -> Option<Interval> {
    let value = share.rate()?;
    let n = share.of as f64;
    let z2 = Z95 * Z95;
    let centre = value + z2 / (2.0 * n);
    let half = Z95 * (value * (1.0 - value) / n + z2 / (4.0 * n * n)).sqrt();
    let whole = 1.0 + z2 / n;
    // At 0 of n and n of n the ends are exactly 0 and 1; rounding must not move them.
    let low = if share.hits == 0 { 0.0 } else { (centre - half) / whole };
    let high = if share.hits == share.of { 1.0 } else { (centre + half) / whole };
    Some(Interval { value, low, high })
}

#[cfg(test)]
mod tests {
    use super::{Share, wilson};

    fn assert_ends(hits: u64, of: u64, low: f64, high: f64) {
        let interval = wilson(Share::new(hits, of)).unwrap_or_default();
        assert!(
            (interval.low - low).abs() < 5.1e-5 && (interval.high - high).abs() < 5.1e-5,
            "{hits} of {of}: {interval:?}"
        );
    }

    #[test]
    fn the_worked_examples_of_newcombe_come_out() {
        // R. G. Newcombe, Two-sided confidence intervals for the single proportion, Stat. Med. 17 (1998), table I,
        // method 3.
        assert_ends(81, 263, 0.2553, 0.3662);
        assert_ends(15, 148, 0.0624, 0.1605);
        assert_ends(0, 20, 0.0, 0.1611);
        assert_ends(1, 29, 0.0061, 0.1718);
    }

    #[test]
    fn nothing_of_nothing_has_no_interval() {
        assert_eq!(wilson(Share::new(0, 0)), None);
        assert_eq!(wilson(Share::new(3, 2)), None);
    }
}
