//! Whether a step of a rate is clear of how far its days scatter by themselves, which is further than chance alone lets them.

use crate::{
    kpi::{Series, Spans, Sums, chance::Share},
    model::Day,
};

/// Days that say something in the later span, and in the one before.
const LEAST_DAYS: [usize; 2] = [3, 7];

/// How many standard errors the rate moved, by its days' own scatter in the span before; `None` with too few days of `least`
/// cases and more.
pub fn errors(series: &Series, spans: Spans, least: u64, share: impl Fn(&Sums) -> Share) -> Option<f64> {
    let shares = |[from, to]: [Day; 2]| -> Vec<Share> {
        let inside = series.iter().filter(|(day, _)| *day >= from && *day <= to);
        inside.map(|(_, sums)| share(&sums)).filter(|share| share.of >= least.max(1)).collect()
    };
    let (after, before) = (shares(spans.recent), shares(spans.before));
    if after.len() < LEAST_DAYS[0] || before.len() < LEAST_DAYS[1] {
        return None;
    }
    let sum = |shares: &[Share]| shares.iter().copied().sum::<Share>();
    let (now, then) = (sum(&after), sum(&before));
    let (rate, mean) = (now.rate()?, then.rate()?);
    let chance = mean * (1.0 - mean);
    let off = |share: &Share| share.rate().map_or(0.0, |rate| share.of as f64 * (rate - mean) * (rate - mean));
    let squares: f64 = before.iter().map(off).sum();
    // Pearson's dispersion: 1 where chance alone moves the days.
    let variance = chance.max(squares / (before.len() - 1) as f64);
    let error = libm::sqrt(variance * (1.0 / now.of as f64 + 1.0 / then.of as f64));
    (error > 0.0).then(|| (rate - mean) / error)
}

#[cfg(test)]
mod tests {
    use super::errors;
    use crate::{
        kpi::{Series, Spans, Sums},
        model::{Day, Outcome},
    };

    /// A hundred calls on each of thirty-five days.
    fn moved(answered: impl Fn(i32) -> u64) -> Option<f64> {
        let day = |on: i32| {
            let mut sums = Sums { calls: 100, ..Sums::default() };
            sums.outcomes[Outcome::Answered.index()] = answered(on);
            sums.known[Outcome::Answered.index()] = 100;
            (Day(on), sums)
        };
        let series = Series::new((0..35).map(day).collect());
        let spans = Spans { recent: [Day(28), Day(34)], before: [Day(0), Day(27)] };
        errors(&series, spans, 20, Sums::answer)
    }

    #[test]
    fn days_that_scatter_make_a_step_less_clear() {
        // From 40 to 30 in 100 on seven days against twenty-eight: by chance √(0.24 × (1 ÷ 700 + 1 ÷ 2800)) = 0.0207.
        let steady = moved(|on| if on < 28 { 40 } else { 30 }).unwrap_or_default();
        assert!((steady + 0.1 / libm::sqrt(0.24 * (1.0 / 700.0 + 1.0 / 2800.0))).abs() < 1e-9, "{steady}");
        // The same between days of 30 and of 50: 28 × 100 × 0.01 ÷ 27 in place of 0.24.
        let scattered = moved(|on| if on < 28 { 30 + 20 * (on as u64 % 2) } else { 30 }).unwrap_or_default();
        let expected = 0.1 / libm::sqrt(28.0 / 27.0 * (1.0 / 700.0 + 1.0 / 2800.0));
        assert!((scattered + expected).abs() < 1e-9, "{scattered}");
    }
}
