//! How far a number usually stands from the others of its pool, and how much numbers and days scatter.

use super::{crowd::Expected, cusum::Learning};

/// What a day is worth on the next one: half after 34 days.
const KEEP: f64 = 0.98;
/// What the pool's day does to the log-odds, it does to those of a number give or take this part.
const SHARING: f64 = 0.22;
/// Days that a number needs before it says how much numbers differ.
const KNOWN_DAYS: f64 = 3.0;
/// Numbers that must have said so.
const KNOWN_NUMBERS: u32 = 5;
/// Variance of the numbers' log-odds while nothing is known: a deviation of 0.4, from 27 to 45 % around 35.
const FIRST_VARIANCE: f64 = 0.16;
/// A day that lies farther out than so many deviations says no more about how days scatter.
const MOST_DEVIATIONS: f64 = 3.0;
/// Days of numbers that must have been seen before they say how much days scatter.
const FIRST_DAYS: f64 = 50.0;

/// The log-odds of hits in cases, half a hit and half a miss added.
pub fn log_odds(hits: f64, of: f64) -> f64 {
    libm::log((hits + 0.5) / (of - hits + 0.5))
}

/// The rate of log-odds.
pub fn logistic(log_odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-log_odds))
}

#[derive(Clone, Copy, Debug, Default)]
struct Past {
    calls: f64,
    answered: f64,
    standard: f64,
    days: f64,
}

/// A number's past against that of a standard number. The days of a loss that is still suspected wait: they are learned
/// once it has come to nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Standing {
    kept: Past,
    waiting: Past,
    /// Log-odds less those of a standard number, as counted.
    distance: f64,
    /// Its binomial variance.
    variance: f64,
    /// Log-odds as counted.
    usual: f64,
}

impl Standing {
    /// The distance from a standard number in log-odds, drawn towards 0 as far as numbers are alike, and its variance.
    pub fn offset(&self, spread: &Spread) -> (f64, f64) {
        if self.kept.days == 0.0 {
            return (0.0, spread.numbers);
        }
        let variance = self.variance * spread.scatter(self.kept.calls / self.kept.days);
        let weight = spread.numbers / (spread.numbers + variance).max(1e-9);
        (self.distance * weight, variance * weight)
    }

    /// What is not known of how far a number shares a day that is unusual for all: a variance of log-odds.
    pub fn sharing(&self, day: &Expected) -> f64 {
        if self.kept.days == 0.0 {
            return 0.0;
        }
        let swing = SHARING * (log_odds(day.expected, f64::from(day.calls)) - self.usual);
        swing * swing
    }

    /// Enters a day.
    pub fn push(&mut self, day: &Expected, learning: Learning) {
        self.waiting.calls += f64::from(day.calls);
        self.waiting.answered += f64::from(day.answered);
        self.waiting.standard += day.standard;
        self.waiting.days += 1.0;
        if learning == Learning::Now {
            self.learn();
        }
    }

    /// Takes the days that wait for the number's new level.
    pub fn accept(&mut self) {
        self.kept = Past::default();
        self.learn();
    }

    fn learn(&mut self) {
        let Self { kept, waiting, .. } = self;
        let keep = if waiting.days == 1.0 { KEEP } else { libm::pow(KEEP, waiting.days) };
        kept.calls = kept.calls * keep + waiting.calls;
        kept.answered = kept.answered * keep + waiting.answered;
        kept.standard = kept.standard * keep + waiting.standard;
        kept.days = kept.days * keep + waiting.days;
        *waiting = Past::default();
        let rate = (kept.answered + 0.5) / (kept.calls + 1.0);
        self.variance = 1.0 / (kept.calls * rate * (1.0 - rate)).max(0.1);
        self.usual = log_odds(kept.answered, kept.calls);
        self.distance = self.usual - log_odds(kept.standard, kept.calls);
    }
}

/// How much numbers differ from each other, and days of one number beyond chance; of the whole account.
#[derive(Clone, Copy, Debug)]
pub struct Spread {
    /// Variance of the numbers' log-odds.
    pub numbers: f64,
    excess: f64,
    pairs: f64,
    days: f64,
}

impl Default for Spread {
    fn default() -> Self {
        Self { numbers: FIRST_VARIANCE, excess: 0.0, pairs: 0.0, days: 0.0 }
    }
}

impl Spread {
    /// By how much a count of `calls` scatters more than chance alone: 1 + (n − 1) ρ, as in a beta-binomial.
    pub fn scatter(&self, calls: f64) -> f64 {
        let correlation = if self.days < FIRST_DAYS { 0.0 } else { (self.excess / self.pairs.max(1.0)).max(0.0) };
        1.0 + (calls - 1.0).max(0.0) * correlation
    }

    /// Learns from a day of a number what it scatters beyond chance and beyond what is not known of its level.
    pub fn learn(&mut self, day: &Expected, offset_variance: f64) {
        let deviation = (f64::from(day.answered) - day.expected).abs() / day.variance.max(0.1).sqrt();
        let chance = 1.0 + day.variance * (day.reference_variance + offset_variance);
        let calls = f64::from(day.calls);
        self.excess = self.excess + deviation.min(MOST_DEVIATIONS) * deviation.min(MOST_DEVIATIONS) - chance;
        self.pairs += calls - 1.0;
        self.days += 1.0;
    }

    /// Learns at the end of a day how much numbers differ: the method of moments of DerSimonian and Laird (1986), each
    /// weighed by what the last estimate says it is worth.
    pub fn settle<'a>(&mut self, numbers: impl Iterator<Item = &'a Standing>) {
        let (mut sum, mut weights, mut known) = (0.0, 0.0, 0);
        for number in numbers.filter(|number| number.kept.days >= KNOWN_DAYS) {
            let chance = number.variance * self.scatter(number.kept.calls / number.kept.days);
            let weight = 1.0 / (chance + self.numbers.max(1e-3));
            sum += weight * weight * ((number.distance * number.distance).min(1.0) - chance);
            weights += weight * weight;
            known += 1;
        }
        if known >= KNOWN_NUMBERS {
            self.numbers = (sum / weights).clamp(0.0, 1.0);
        }
    }
}
