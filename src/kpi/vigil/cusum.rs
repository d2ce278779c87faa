//! The sequential test: what is missing, added up until it is too much for chance or has come back.
//!
//! Each day adds the logarithm of how much likelier its answers are under a loss than under none, divided by how much
//! more than by chance such days scatter; below 0 it starts again (E. S. Page, "Continuous inspection schemes",
//! Biometrika 41, 1954; for expectations that differ from case to case S. H. Steiner and others, "Monitoring surgical
//! performance using risk-adjusted cumulative sum charts", Biostatistics 1, 2000). Two losses are tested side by side:
//! ten points (half the rate, where that is less), and three answers in five, as behind a label.

use super::{
    Watch,
    limits::{Speed, limits},
};
use crate::model;

/// The slow loss: points, and at most this part of the rate.
const SLOW: (f64, f64) = (0.1, 0.5);
/// What a label leaves of the rate.
const LABEL_LEAVES: f64 = 0.4;
/// No statistic grows beyond so many limits, so that a recovery is seen within days.
const CAP: f64 = 1.5;
const TESTS: f64 = 2.0;
/// What a day is worth in the mean information of days on the next one.
const KEEP: f64 = 0.8;

/// What a subject did on a day, and what was expected.
#[derive(Clone, Copy, Debug)]
pub struct Today {
    /// The day.
    pub day: model::Day,
    /// Calls.
    pub calls: u32,
    /// Those answered.
    pub answered: u32,
    /// Those expected to be.
    pub expected: f64,
    /// A factor on the binomial variance.
    pub scatter: f64,
    /// How well the subject's usual level is known: a variance of log-odds. It is as wrong on each day as on the first.
    pub level_variance: f64,
}

/// Whether the days up to now may be learned as usual.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Learning {
    /// Nothing is suspected.
    #[default]
    Now,
    /// A loss is suspected: they wait.
    Later,
}

/// Both tests of one subject.
#[derive(Clone, Debug, Default)]
pub struct Cusum {
    tests: [Test; 2],
    /// Mean calls of a day, those of a day that scatters twice as much as by chance counted half; `None` before the first.
    calls: Option<f64>,
    /// Mean rate expected.
    rate: f64,
    /// The limits of a subject with so many calls, at this rate.
    limits: [f64; 2],
    level_variance: f64,
    open_days: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Test {
    /// Since its last 0, held below the cap.
    statistic: f64,
    /// The same without a cap.
    sum: f64,
    since: model::Day,
    calls: u32,
    answered: u32,
    expected: f64,
    scatter: f64,
    variance: f64,
}

impl Cusum {
    /// Whether a warning is open: since a test passed its limit neither day has seen both at 0.
    pub fn is_open(&self) -> bool {
        self.open_days > 0
    }

    /// Days with calls since the warning opened.
    pub fn open_days(&self) -> u32 {
        self.open_days
    }

    /// What both tests have added up, slow loss and label, however much; for the calibration of their limits.
    pub fn sums(&self) -> [f64; 2] {
        self.tests.map(|test| test.sum)
    }

    /// Forgets everything but how many calls a day has.
    pub fn restart(&mut self) {
        (self.tests, self.open_days) = Default::default();
    }

    /// Adds a day.
    pub fn push(&mut self, today: Today) -> Learning {
        if today.calls == 0 {
            return if self.is_at_zero() { Learning::Now } else { Learning::Later };
        }
        let rate = (today.expected / f64::from(today.calls)).clamp(0.001, 0.999);
        let calls = f64::from(today.calls) / today.scatter;
        let mean = |before: f64, now: f64| before * KEEP + now * (1.0 - KEEP);
        self.rate = if self.calls.is_some() { mean(self.rate, rate) } else { rate };
        self.level_variance = today.level_variance;
        self.calls = Some(self.calls.map_or(calls, |before| mean(before, calls)));
        self.limits = limits(self.calls.unwrap_or_default(), self.rate);
        let mut crossed = false;
        for speed in Speed::ALL {
            let limit = self.limits[speed as usize];
            let test = &mut self.tests[speed as usize];
            test.push(today, rate, lower(speed, rate));
            crossed |= test.statistic >= limit;
            test.statistic = test.statistic.min(CAP * limit);
        }
        if self.is_at_zero() {
            self.open_days = 0;
            return Learning::Now;
        }
        self.open_days += u32::from(crossed || self.is_open());
        Learning::Later
    }

    /// How the subject stands after a day.
    pub fn watch(&self, day: model::Day, compared: bool) -> Watch {
        let part = |speed: Speed| self.tests[speed as usize].statistic / self.limits[speed as usize];
        // Where both are at their cap, what is left between them is rounding, and says nothing.
        let speed = if part(Speed::Label) > part(Speed::Slow) + 1e-9 { Speed::Label } else { Speed::Slow };
        let test = &self.tests[speed as usize];
        let stands = test.statistic > 0.0;
        Watch {
            day,
            open: self.is_open(),
            statistic: test.statistic,
            limit: self.limits[speed as usize],
            p: Speed::ALL.into_iter().map(|speed| self.p(speed)).fold(1.0, f64::min),
            since: if stands { test.since } else { day },
            calls: test.calls,
            answered: test.answered,
            expected: test.expected,
            scatter: if stands { (test.scatter / f64::from(test.calls.max(1))).max(1.0) } else { 1.0 },
            compared,
        }
    }

    fn is_at_zero(&self) -> bool {
        self.tests.iter().all(|test| test.statistic == 0.0)
    }

    /// The probability that one of the tests stands as high or higher on a day with nothing wrong: D. Siegmund,
    /// "Sequential Analysis" (1985), for the maximum of a random walk with normal steps; twice that, since there are two
    /// tests. `deviations` are those of the loss in a day. The longer a loss lasts, the more of it may be an error of the
    /// subject's usual level, which does not average out: the sum counts the less.
    fn p(&self, speed: Speed) -> f64 {
        if self.tests[speed as usize].sum == 0.0 {
            return 1.0;
        }
        let (rate, lower) = (self.rate, lower(speed, self.rate));
        let deviations = (rate - lower) * (self.calls.unwrap_or_default() / (rate * (1.0 - rate))).sqrt();
        let test = &self.tests[speed as usize];
        let scatter = (test.scatter / f64::from(test.calls.max(1))).max(1.0);
        let lasting = test.variance * self.level_variance / scatter;
        (TESTS * libm::exp(-(test.sum / (1.0 + lasting) + 0.583 * deviations))).min(1.0)
    }
}

/// The rate after the loss that a test looks for.
fn lower(speed: Speed, rate: f64) -> f64 {
    match speed {
        Speed::Slow => (rate - SLOW.0).max(rate * SLOW.1),
        Speed::Label => rate * LABEL_LEAVES,
    }
}

impl Test {
    fn push(&mut self, today: Today, rate: f64, lower: f64) {
        let (calls, answered) = (f64::from(today.calls), f64::from(today.answered));
        if self.statistic == 0.0 && answered >= calls * rate {
            return; // nothing is missing
        }
        let hit = libm::log(lower / rate);
        let miss = libm::log((1.0 - lower) / (1.0 - rate));
        let gain = (answered * hit + (calls - answered) * miss) / today.scatter;
        if self.statistic + gain <= 0.0 {
            *self = Self::default();
            return;
        }
        if self.statistic == 0.0 {
            self.since = today.day;
        }
        self.statistic += gain;
        self.sum = (self.sum + gain).max(self.statistic);
        self.calls += today.calls;
        self.answered += today.answered;
        self.expected += today.expected;
        self.scatter += today.scatter * calls;
        self.variance += today.expected * (1.0 - rate);
    }
}
