//! A calendar day in the account's time zone.

use std::{fmt, ops, str::FromStr};

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

const UNIX_EPOCH_FROM_CE: i32 = 719_163;

/// A calendar day, counted from 1970-01-01. Text form: `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The day of a civil date; `None` where it does not exist (30 February).
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(|date| Self(date.num_days_from_ce() - UNIX_EPOCH_FROM_CE))
    }

    /// The day on which a count of local seconds since 1970-01-01T00:00 falls.
    pub fn from_local_secs(secs: i64) -> Self {
        Self(secs.div_euclid(86_400) as i32)
    }

    /// The civil date.
    pub fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0.saturating_add(UNIX_EPOCH_FROM_CE)).unwrap_or_default()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.date().weekday()
    }
}

impl ops::Add<i32> for Day {
    type Output = Self;
    fn add(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

impl ops::Sub<i32> for Day {
    type Output = Self;
    fn sub(self, days: i32) -> Self {
        Self(self.0.saturating_sub(days))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // By hand: chrono's formatter is 15 KB of download, and slower.
        let date = self.date();
        let (year, sign) = (date.year(), if date.year() > 9999 { "+" } else { "" });
        write!(f, "{sign}{year:0width$}-{:02}-{:02}", date.month(), date.day(), width = if year < 0 { 5 } else { 4 })
    }
}

/// A text that is no day in the form `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADay;

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day in the form YYYY-MM-DD")
    }
}

impl std::error::Error for NotADay {}

impl FromStr for Day {
    type Err = NotADay;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let part = |from: usize, to: usize| {
            let digits = text.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
            digits.and_then(|digits| digits.parse::<u32>().ok()).ok_or(NotADay)
        };
        if text.len() != 10 || text.get(4..5) != Some("-") || text.get(7..8) != Some("-") {
            return Err(NotADay);
        }
        Self::from_ymd(part(0, 4)? as i32, part(5, 7)?, part(8, 10)?).ok_or(NotADay)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.collect_str(self) } else { serializer.serialize_i32(self.0) }
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
        } else {
            i32::deserialize(deserializer).map(Self)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn a_day_survives_its_text_form() {
        for text in ["1970-01-01", "2026-02-28", "2024-02-29", "1999-12-31"] {
            assert_eq!(text.parse::<Day>().map(|day| day.to_string()).as_deref(), Ok(text));
        }
        for text in ["2026-02-30", "", "2026-2-03", "2026/02/03", "+026-02-03", "2026-02-03 ", "é26-02-031"] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }

    #[test]
    fn seconds_before_midnight_belong_to_the_day_before() {
        assert_eq!(Day::from_local_secs(-1), Day(-1));
        assert_eq!(Day::from_local_secs(86_399), Day(0));
    }
}
