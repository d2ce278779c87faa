//! Public holidays, computed.

use chrono::Datelike;

use crate::model::{Day, Holidays};

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// The day after Easter Sunday.
    EasterMonday,
    /// 1 May.
    Labour,
    /// 8 May.
    Victory1945,
    /// The 39th day after Easter Sunday.
    Ascension,
    /// The 50th day after Easter Sunday.
    WhitMonday,
    /// 14 July.
    National,
    /// 15 August.
    Assumption,
    /// 1 November.
    AllSaints,
    /// 11 November.
    Armistice1918,
    /// 25 December.
    Christmas,
}

/// The holidays of a year in order: article L. 3133-1 of the French labour code. Those that only some departments keep
/// are not in it.
pub fn holidays(calendar: Holidays, year: i32) -> Vec<(Day, Holiday)> {
    let Holidays::France = calendar;
    let fixed = |month, day, holiday| Day::from_ymd(year, month, day).map(|day| (day, holiday));
    let easter = easter_sunday(year);
    let moving = |after, holiday| easter.map(|easter| (easter + after, holiday));
    let mut days: Vec<(Day, Holiday)> = [
        fixed(1, 1, Holiday::NewYear),
        moving(1, Holiday::EasterMonday),
        fixed(5, 1, Holiday::Labour),
        fixed(5, 8, Holiday::Victory1945),
        moving(39, Holiday::Ascension),
        moving(50, Holiday::WhitMonday),
        fixed(7, 14, Holiday::National),
        fixed(8, 15, Holiday::Assumption),
        fixed(11, 1, Holiday::AllSaints),
        fixed(11, 11, Holiday::Armistice1918),
        fixed(12, 25, Holiday::Christmas),
    ]
    .into_iter()
    .flatten()
    .collect();
    crate::model::order::sort_by_key(&mut days, |(day, _)| *day);
    days
}

/// The holiday of a day, if it is one.
pub fn holiday(calendar: Holidays, day: Day) -> Option<Holiday> {
    holidays(calendar, day.date().year()).into_iter().find(|(other, _)| *other == day).map(|(_, holiday)| holiday)
}

/// Easter Sunday in the Gregorian calendar: the anonymous algorithm (Nature, 20 April 1876, as given by Meeus).
fn easter_sunday(year: i32) -> Option<Day> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    Day::from_ymd(year, u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::{Holiday, easter_sunday, holiday, holidays};
    use crate::model::{Day, Holidays};

    #[test]
    fn easter_falls_where_the_church_says() {
        // The earliest and the latest possible, a leap year, and years around now.
        for (year, date) in [
            (1818, "1818-03-22"),
            (1943, "1943-04-25"),
            (2000, "2000-04-23"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter_sunday(year).map(|day| day.to_string()).as_deref(), Some(date));
        }
    }

    #[test]
    fn france_has_eleven_holidays_in_order() {
        let days: Vec<String> = holidays(Holidays::France, 2026).iter().map(|(day, _)| day.to_string()).collect();
        let expected = [
            "2026-01-01",
            "2026-04-06",
            "2026-05-01",
            "2026-05-08",
            "2026-05-14",
            "2026-05-25",
            "2026-07-14",
            "2026-08-15",
            "2026-11-01",
            "2026-11-11",
            "2026-12-25",
        ];
        assert_eq!(days, expected);
        let ascension = Day::from_ymd(2026, 5, 14).and_then(|day| holiday(Holidays::France, day));
        assert_eq!(ascension, Some(Holiday::Ascension));
    }
}
