//! How a tool counts reputation: from what to what, and which end is good.

use serde::{Deserialize, Serialize};

/// The scale of a score column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScoreScale {
    /// 0 to 100, 100 best: the report's own.
    #[default]
    #[serde(rename = "0-100")]
    Hundred,
    /// 0 to 10, 10 best.
    #[serde(rename = "0-10")]
    Ten,
    /// 0 to 100, 100 is certainly spam.
    #[serde(rename = "spam-0-100")]
    SpamHundred,
    /// 0 to 10, 10 is certainly spam.
    #[serde(rename = "spam-0-10")]
    SpamTen,
}

impl ScoreScale {
    /// All scales, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Hundred, Self::Ten, Self::SpamHundred, Self::SpamTen];

    /// A score of this scale on that of the report: 0 to 100, 100 best.
    pub fn normal(self, score: f64) -> f64 {
        let hundred = match self {
            Self::Hundred => score,
            Self::Ten => score * 10.0,
            Self::SpamHundred => 100.0 - score,
            Self::SpamTen => 100.0 - score * 10.0,
        };
        hundred.clamp(0.0, 100.0)
    }

    /// The id used in reports and settings.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Hundred => "0-100",
            Self::Ten => "0-10",
            Self::SpamHundred => "spam-0-100",
            Self::SpamTen => "spam-0-10",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ScoreScale;

    #[test]
    fn each_scale_ends_where_the_best_is_100() {
        assert_eq!(ScoreScale::Hundred.normal(62.0), 62.0);
        assert_eq!(ScoreScale::Ten.normal(6.2), 62.0);
        assert_eq!(ScoreScale::SpamHundred.normal(38.0), 62.0);
        assert_eq!(ScoreScale::SpamTen.normal(10.0), 0.0);
        assert_eq!(ScoreScale::Hundred.normal(140.0), 100.0);
    }
}
