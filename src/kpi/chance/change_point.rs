//! Since when a rate is another one.

use super::Share;

/// Which way a rate changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Lower from then on.
    Fall,
    /// Higher from then on.
    Rise,
}

/// Where a rate changed, in days given in order: the place of the first day of the later part, by the greatest
/// likelihood of two binomial rates in place of one (Hinkley and Hinkley, 1970). Of equal ones the latest. `None` where
/// no split turns that way.
pub fn change_point(days: &[Share], turn: Turn) -> Option<usize> {
    let total = days.iter().copied().sum::<Share>();
    let mut best: Option<(f64, usize)> = None;
    let mut before = Share::default();
    for (at, day) in days.iter().enumerate() {
        let after = Share::new(total.hits - before.hits, total.of - before.of);
        if let (Some(was), Some(is)) = (before.rate(), after.rate()) {
            let turns = match turn {
                Turn::Fall => is < was,
                Turn::Rise => is > was,
            };
            let likelihood = log_likelihood(before) + log_likelihood(after);
            if turns && day.of > 0 && best.is_none_or(|(most, _)| likelihood >= most) {
                best = Some((likelihood, at));
            }
        }
        before = before + *day;
    }
    best.map(|(_, at)| at)
}

/// The greatest binomial log-likelihood of a share: hits ln(rate) + misses ln(1 − rate).
pub fn log_likelihood(share: Share) -> f64 {
    let part = |count: u64| if count == 0 { 0.0 } else { count as f64 * libm::log(count as f64 / share.of as f64) };
    part(share.hits) + part(share.of.saturating_sub(share.hits))
}

#[cfg(test)]
mod tests {
    use super::{Share, Turn, change_point};

    #[test]
    fn a_step_is_found_on_its_first_day() {
        let mut days = vec![Share::new(20, 50); 9];
        days.extend([Share::new(10, 50); 3]);
        assert_eq!(change_point(&days, Turn::Fall), Some(9));
        assert_eq!(change_point(&days, Turn::Rise), None);
        days.reverse();
        assert_eq!(change_point(&days, Turn::Rise), Some(3));
    }

    #[test]
    fn days_without_calls_are_no_change() {
        let days = [Share::new(20, 50), Share::default(), Share::default(), Share::new(5, 50)];
        assert_eq!(change_point(&days, Turn::Fall), Some(3));
        assert_eq!(change_point(&[Share::default(); 4], Turn::Fall), None);
    }
}
