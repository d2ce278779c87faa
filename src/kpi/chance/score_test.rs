//! Whether one rate is lower than another.

use super::Share;

/// The score test's statistic for "`after` is lower than `before`": positive where it is. With the pooled rate p,
/// z = (before − after) ÷ √(p (1 − p) (1/n₁ + 1/n₂)). `None` where either has no rate; 0 where both are all or nothing.
pub fn fall_z(after: Share, before: Share) -> Option<f64> {
    let fall = before.rate()? - after.rate()?;
    let (n_after, n_before) = (after.of as f64, before.of as f64);
    let pooled = (after.hits + before.hits) as f64 / (n_after + n_before);
    let variance = pooled * (1.0 - pooled) * (1.0 / n_after + 1.0 / n_before);
    Some(if variance > 0.0 { fall / variance.sqrt() } else { 0.0 })
}

/// The one-sided p of a standard normal statistic: the probability of `z` or more by chance.
pub fn upper_tail(z: f64) -> f64 {
    0.5 * libm::erfc(z * std::f64::consts::FRAC_1_SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::{Share, fall_z, upper_tail};

    #[test]
    fn the_statistic_is_the_root_of_the_chi_square_of_the_fourfold_table() {
        // Snedecor's identity: χ² = N (ad − bc)² ÷ (row and column sums), for 56 of 70 against 48 of 80:
        // 150 · (56·32 − 14·48)² ÷ (70·80·104·46) = 7.02340...
        let z = fall_z(Share::new(48, 80), Share::new(56, 70)).unwrap_or_default();
        let chi_square = 150.0 * f64::from(56 * 32 - 14 * 48_i32).powi(2) / (70.0 * 80.0 * 104.0 * 46.0);
        assert!((z * z - chi_square).abs() < 1e-9 && z > 0.0);
    }

    #[test]
    fn the_tail_is_that_of_the_normal_tables() {
        assert!((upper_tail(0.0) - 0.5).abs() < 1e-12);
        assert!((upper_tail(1.644_853_627) - 0.05).abs() < 1e-9);
        assert!((upper_tail(-1.959_963_985) - 0.975).abs() < 1e-9);
    }

    #[test]
    fn no_fall_from_nothing_to_nothing() {
        assert_eq!(fall_z(Share::new(0, 10), Share::new(0, 20)), Some(0.0));
        assert_eq!(fall_z(Share::new(0, 0), Share::new(0, 20)), None);
    }
}
