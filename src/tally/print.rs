//! Whether two files hold the same calls of a day, without keeping the rows.

use super::{cells::Value, cube::column, pack::Filled};

/// The fingerprint of a set of calls: how many, and the wrapping sum of their 64-bit hashes. The order in which
/// the calls came does not matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Print {
    /// Calls.
    pub count: u32,
    /// Wrapping sum of their fingerprints.
    pub sum: u64,
}

impl Print {
    /// Enters one call.
    pub fn push(&mut self, fingerprint: u64) {
        self.count += 1;
        self.sum = self.sum.wrapping_add(fingerprint);
    }

    /// Adds another.
    pub fn merge(&mut self, other: Self) {
        self.count += other.count;
        self.sum = self.sum.wrapping_add(other.sum);
    }
}

impl Value for Print {
    const COLUMNS: usize = 2;

    fn write(&self, numbers: &mut Filled) {
        numbers.put(self.count.into());
        numbers.put(self.sum);
    }

    fn read(columns: &[u64]) -> Self {
        Self { count: column(columns, 0) as u32, sum: column(columns, 1) }
    }

    fn add(&mut self, other: &Self) {
        self.merge(*other);
    }
}
