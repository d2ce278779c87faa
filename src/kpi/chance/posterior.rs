//! How probable it is that a rate lies above a limit.

use super::Share;

/// P(rate > limit) under the posterior Beta(hits + ½, misses + ½) of Jeffreys' prior. `None` where there is no rate.
pub fn probability_above(share: Share, limit: f64) -> Option<f64> {
    share.rate()?;
    let hits = share.hits as f64;
    let misses = (share.of - share.hits) as f64;
    Some(1.0 - incomplete_beta(hits + 0.5, misses + 0.5, limit))
}

/// The regularised incomplete beta function I_x(a, b), a and b above 0: the continued fraction of Abramowitz and
/// Stegun 26.5.8, by Lentz's method, on the side of the mean where it converges fast.
pub fn incomplete_beta(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front =
        libm::exp(libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b) + a * libm::log(x) + b * libm::log1p(-x));
    let share = if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(a, b, x) / a
    } else {
        1.0 - front * fraction(b, a, 1.0 - x) / b
    };
    share.clamp(0.0, 1.0)
}

fn fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    const STEPS: u32 = 500;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut sum = d;
    for step in 1..STEPS {
        let m = f64::from(step);
        for term in [
            m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0)),
        ] {
            d = 1.0 / away(1.0 + term * d);
            c = away(1.0 + term / c);
            sum *= c * d;
        }
        if (c * d - 1.0).abs() < 1e-13 {
            break;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::{Share, incomplete_beta, probability_above};

    #[test]
    fn whole_arguments_give_the_binomial_tail() {
        // Abramowitz and Stegun 26.5.24: I_x(a, n − a + 1) = P(Bin(n, x) ≥ a).
        // P(Bin(4, ¼) ≥ 2) = 1 − (81 + 108)/256 = 67/256.
        assert!((incomplete_beta(2.0, 3.0, 0.25) - 67.0 / 256.0).abs() < 1e-12);
        // P(Bin(10, ½) ≥ 8) = 56/1024.
        assert!((incomplete_beta(8.0, 3.0, 0.5) - 56.0 / 1024.0).abs() < 1e-12);
    }

    #[test]
    fn halves_give_the_arcsine_law() {
        for x in [0.01, 0.3, 0.5, 0.92_f64] {
            let exact = 2.0 / std::f64::consts::PI * x.sqrt().asin();
            assert!((incomplete_beta(0.5, 0.5, x) - exact).abs() < 1e-12);
        }
    }

    #[test]
    fn large_counts_stay_exact_at_the_middle() {
        assert!((incomplete_beta(50_000.5, 50_000.5, 0.5) - 0.5).abs() < 1e-6);
    }

    #[test]
    fn a_rate_well_above_its_limit_is_above_it() {
        assert!(probability_above(Share::new(70, 100), 0.6).is_some_and(|p| p > 0.95));
        assert!(probability_above(Share::new(61, 100), 0.6).is_some_and(|p| (0.5..0.8).contains(&p)));
        assert_eq!(probability_above(Share::new(0, 0), 0.6), None);
    }
}
