//! So many of so many.

use std::{iter::Sum, ops::Add};

/// A count out of a count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub hits: u64,
    /// Of how many.
    pub of: u64,
}

impl Share {
    /// `hits` of `of`.
    pub const fn new(hits: u64, of: u64) -> Self {
        Self { hits, of }
    }

    /// The proportion, 0 to 1; `None` where nothing was counted, or more hits than cases.
    pub fn rate(self) -> Option<f64> {
        // Through i64: the processor converts signed numbers in one step, and this is asked thousands of times.
        (self.of > 0 && self.hits <= self.of).then(|| self.hits as i64 as f64 / self.of as i64 as f64)
    }
}

impl Add for Share {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.hits + other.hits, self.of + other.of)
    }
}

impl Sum for Share {
    fn sum<I: Iterator<Item = Self>>(shares: I) -> Self {
        shares.fold(Self::default(), Add::add)
    }
}
