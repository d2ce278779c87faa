//! A threshold between 0 and 100.

use serde::{Deserialize, Deserializer, Serialize, de::Error};

/// A percentage, 0 to 100, both included.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize)]
pub struct Percent(f64);

impl Percent {
    /// `None` outside 0 to 100 or not a number.
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=100.0).contains(&value).then_some(Self(value))
    }

    /// The value, 0 to 100.
    pub const fn get(self) -> f64 {
        self.0
    }

    pub(crate) const fn literal(value: f64) -> Self {
        assert!(value >= 0.0 && value <= 100.0);
        Self(value)
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(deserializer)?;
        Self::new(value).ok_or_else(|| D::Error::custom("a percentage from 0 to 100 is expected"))
    }
}
