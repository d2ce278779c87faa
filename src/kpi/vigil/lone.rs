//! A subject without others to hold it against: its own past, weekday by weekday.
//!
//! Its level is that of its past days. A weekday may differ from it, and a day with far fewer calls than that weekday
//! usually has (a holiday, a bridge day) differs more and is a stratum of its own. What its calls were like (`mix`) counts
//! as far as it differs from what they usually are. How much its days scatter beyond
//! chance is learned from them, from a first guess on.

use super::{
    LASTING,
    cusum::Learning,
    standing::{log_odds, logistic},
};
use crate::model::Day;

/// What a day is worth on the next one: half after 34 days.
const KEEP: f64 = 0.98;
/// Variance of the weekdays' log-odds, and of the quiet days'.
const STRATUM_VARIANCE: [f64; 2] = [0.01, 0.25];
/// A day with less than this part of the calls of its usual days is quiet.
const QUIET: f64 = 0.4;
/// What is thought of the scatter of days at first, as a variance of log-odds, and how many days that is worth.
const FIRST_SCATTER: (f64, f64) = (0.0144, 5.0);
const QUIET_STRATUM: usize = 7;
/// Day 0 was a Thursday; Monday is 0.
const THURSDAY: i32 = 3;

#[derive(Clone, Copy, Debug, Default)]
struct Stratum {
    /// Answers beyond those expected of the level alone.
    excess: f64,
    variance: f64,
    days: f64,
}

/// What a subject usually does.
#[derive(Clone, Copy, Debug)]
pub struct Usual {
    /// Answers.
    pub answers: f64,
    /// The factor by which such days scatter beyond chance.
    pub scatter: f64,
    /// How well the level is known, as a variance of log-odds.
    pub level_variance: f64,
}

#[derive(Clone, Copy, Debug)]
struct Waiting {
    day: Day,
    calls: u32,
    answered: u32,
    mix: f64,
}

/// What is known of a subject's past.
#[derive(Clone, Debug, Default)]
pub struct Lone {
    calls: f64,
    answered: f64,
    days: f64,
    /// The mixes of its calls, added up.
    mixes: f64,
    strata: [Stratum; 8],
    /// Squares of the deviations of days, and days, weighed.
    squares: f64,
    seen: f64,
    waiting: Vec<Waiting>,
}

impl Lone {
    /// What is usual on such a day.
    pub fn usual(&self, day: Day, calls: u32, mix: f64) -> Option<Usual> {
        if self.days == 0.0 {
            return None;
        }
        let calls = f64::from(calls);
        let level = self.level(mix);
        let (effect, unknown) = self.effect(self.stratum(day, calls));
        let rate = logistic(level + effect);
        let (first, worth) = FIRST_SCATTER;
        let scatter = (self.squares + first * worth) / (self.seen + worth);
        let of_level = scatter / self.days;
        let variance = calls * rate * (1.0 - rate);
        Some(Usual {
            answers: calls * rate,
            scatter: 1.0 + variance * (scatter + LASTING * (of_level + unknown)),
            level_variance: of_level,
        })
    }

    /// Enters a day.
    pub fn push(&mut self, day: Day, calls: u32, answered: u32, mix: f64, learning: Learning) {
        self.waiting.push(Waiting { day, calls, answered, mix });
        if learning == Learning::Now {
            for past in std::mem::take(&mut self.waiting) {
                self.learn(past);
            }
        }
    }

    /// Takes the days that wait for the new level.
    pub fn accept(&mut self) {
        *self = Self {
            waiting: std::mem::take(&mut self.waiting),
            squares: self.squares,
            seen: self.seen,
            ..Self::default()
        };
        for past in std::mem::take(&mut self.waiting) {
            self.learn(past);
        }
    }

    fn learn(&mut self, past: Waiting) {
        let (calls, answered) = (f64::from(past.calls), f64::from(past.answered));
        let stratum = self.stratum(past.day, calls);
        if self.days >= 2.0 {
            let level = self.level(past.mix);
            let rate = logistic(level);
            let variance = (calls * rate * (1.0 - rate)).max(0.1);
            let (effect, _) = self.effect(stratum);
            let rate_today = logistic(level + effect);
            let off = (answered - calls * rate_today) / variance;
            // A day so far out that it says something else is no measure of the usual scatter.
            let square = (off * off).min(0.5) - 1.0 / variance;
            self.squares = (self.squares * KEEP + square).max(0.0);
            self.seen = self.seen * KEEP + 1.0;
            let kept = &mut self.strata[stratum];
            kept.excess += answered - calls * rate;
            kept.variance += variance;
            kept.days += 1.0;
        }
        if stratum != QUIET_STRATUM {
            self.calls = self.calls * KEEP + calls;
            self.answered = self.answered * KEEP + answered;
            self.mixes = self.mixes * KEEP + calls * past.mix;
            self.days = self.days * KEEP + 1.0;
        }
    }

    /// The log-odds of calls of such a mix.
    fn level(&self, mix: f64) -> f64 {
        log_odds(self.answered, self.calls) + mix - self.mixes / self.calls.max(1.0)
    }

    fn stratum(&self, day: Day, calls: f64) -> usize {
        let is_quiet = self.days >= 3.0 && calls < QUIET * self.calls / self.days;
        if is_quiet { QUIET_STRATUM } else { (day.0 + THURSDAY).rem_euclid(7) as usize }
    }

    /// What a stratum adds to the log-odds, and the variance of that.
    fn effect(&self, stratum: usize) -> (f64, f64) {
        let kept = self.strata[stratum];
        let prior = STRATUM_VARIANCE[usize::from(stratum == QUIET_STRATUM)];
        if kept.days == 0.0 {
            return (0.0, prior);
        }
        let (first, worth) = FIRST_SCATTER;
        let scatter = (self.squares + first * worth) / (self.seen + worth);
        let variance = 1.0 / kept.variance + scatter / kept.days;
        let weight = prior / (prior + variance);
        (kept.excess / kept.variance * weight, variance * weight)
    }
}
