//! Many tests at once: the false discovery rate of Benjamini and Hochberg (1995).

use crate::model::order::sort_by;

/// The largest p that is a discovery at rate `q` among `tests` tests. `small` holds the p of those tests that can be
/// one at all (p ≤ q), in ascending order; the others only count. `None` where there is no discovery.
pub fn discoveries(small: &[f64], tests: usize, q: f64) -> Option<f64> {
    let step = q / tests.max(1) as f64;
    small.iter().enumerate().rev().find(|(rank, p)| **p <= step * (rank + 1) as f64).map(|(_, p)| *p)
}

/// The p adjusted for being one of many, in the order given: the smallest rate at which each is a discovery.
pub fn adjusted(p_values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    sort_by(&mut order, |a, b| p_values[*a].total_cmp(&p_values[*b]));
    let mut adjusted = vec![1.0; p_values.len()];
    let mut least: f64 = 1.0;
    for (rank, at) in order.iter().enumerate().rev() {
        least = least.min(p_values[*at] * p_values.len() as f64 / (rank + 1) as f64);
        adjusted[*at] = least;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::{adjusted, discoveries};

    // Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, J. R. Statist. Soc. B 57 (1995), section 4:
    // at 5 % the four smallest are rejected, where Bonferroni rejects three.
    const PAPER: [f64; 15] = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0,
    ];

    #[test]
    fn the_example_of_the_paper_comes_out() {
        assert_eq!(discoveries(&PAPER, 15, 0.05), Some(0.0095));
        assert_eq!(adjusted(&PAPER).iter().filter(|p| **p <= 0.05).count(), 4);
    }

    #[test]
    fn the_large_ones_need_only_be_counted() {
        assert_eq!(discoveries(&PAPER[..9], 15, 0.05), Some(0.0095));
        assert_eq!(discoveries(&[], 15, 0.05), None);
    }

    #[test]
    fn the_order_given_does_not_matter() {
        let mut turned = PAPER;
        turned.reverse();
        let mut back = adjusted(&turned);
        back.reverse();
        assert_eq!(back, adjusted(&PAPER));
    }
}
