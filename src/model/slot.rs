//! When a call was made, and which attempt it was, in classes: coarse enough to be counted for each number and day.

use serde::Serialize;

/// A part of the day. Borders at ten (before which nobody may be called in France), at noon, at two and at five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum DayPart {
    /// Before 10.
    #[serde(rename = "00-10")]
    Early,
    /// 10 to 12.
    #[serde(rename = "10-12")]
    Morning,
    /// 12 to 14.
    #[serde(rename = "12-14")]
    Noon,
    /// 14 to 17.
    #[serde(rename = "14-17")]
    Afternoon,
    /// From 17 on.
    #[serde(rename = "17-24")]
    Evening,
}

impl DayPart {
    /// All parts, in their order.
    pub const ALL: [Self; 5] = [Self::Early, Self::Morning, Self::Noon, Self::Afternoon, Self::Evening];

    /// The part in which an hour (0 to 23) lies.
    pub const fn of_hour(hour: u8) -> Self {
        match hour {
            0..10 => Self::Early,
            10..12 => Self::Morning,
            12..14 => Self::Noon,
            14..17 => Self::Afternoon,
            _ => Self::Evening,
        }
    }

    /// The hours at which it begins and ends.
    pub const fn hours(self) -> (u8, u8) {
        match self {
            Self::Early => (0, 10),
            Self::Morning => (10, 12),
            Self::Noon => (12, 14),
            Self::Afternoon => (14, 17),
            Self::Evening => (17, 24),
        }
    }
}

/// Which attempt on the same person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum AttemptClass {
    /// The first.
    #[serde(rename = "1")]
    First,
    /// The second.
    #[serde(rename = "2")]
    Second,
    /// The third, or a later one.
    #[serde(rename = "3+")]
    Later,
}

impl AttemptClass {
    /// All classes, in their order.
    pub const ALL: [Self; 3] = [Self::First, Self::Second, Self::Later];

    /// The class of an attempt, counted from 1.
    pub const fn of(attempt: u8) -> Self {
        match attempt {
            0 | 1 => Self::First,
            2 => Self::Second,
            _ => Self::Later,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AttemptClass, DayPart};

    #[test]
    fn each_hour_lies_in_the_part_that_says_so() {
        for hour in 0..24 {
            let (from, to) = DayPart::of_hour(hour).hours();
            assert!((from..to).contains(&hour));
        }
    }

    #[test]
    fn from_the_third_attempt_on_all_are_alike() {
        assert_eq!([1, 2, 3, 200].map(AttemptClass::of).map(|class| class as usize), [0, 1, 2, 2]);
    }
}
