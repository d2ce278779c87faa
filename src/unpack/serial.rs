//! A cell's number as the text that its reader saw: dates from serials, durations from parts of a day, and integers in
//! full, since a telephone number is one.

use std::fmt::Write as _;

use super::styles::Kind;
use crate::model::Day;

/// The day that is zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Epoch {
    /// 30 December 1899, which makes day 60 and later true: the real 1900 was no leap year.
    #[default]
    Excel,
    /// 1 January 1904, of the old Macintosh.
    Macintosh,
}

impl Epoch {
    const fn days_before_1970(self) -> f64 {
        match self {
            Self::Excel => 25_569.0,
            Self::Macintosh => 24_107.0,
        }
    }
}

/// Whole numbers below this are exact in a cell.
const EXACT: f64 = 9_007_199_254_740_992.0;
const DAY_MS: i64 = 86_400_000;

/// The text of a number as it is stored, `46056.375` or `4.47E11`. What is no number, or none that a double holds, stays
/// as it stands.
pub fn text(stored: &str, kind: Kind, epoch: Epoch) -> String {
    // All seventeen digits of a double count here.
    let Some(value) = stored.trim().parse::<f64>().ok().filter(|value| value.is_finite()) else {
        return stored.to_owned();
    };
    match kind {
        Kind::Plain => plain(stored.trim(), value),
        // A long number that ends in zeros, shown like this, was rounded before it came here: digits are lost.
        Kind::Scientific if value.abs() >= 1e9 && value % 1e6 == 0.0 => mangled(value),
        Kind::Scientific => plain(stored.trim(), value),
        Kind::Percent => format!("{}%", figure(value * 100.0)),
        Kind::Day | Kind::Moment | Kind::Time => moment(value, kind, epoch).unwrap_or_else(|| plain(stored, value)),
    }
}

fn plain(stored: &str, value: f64) -> String {
    let digits = stored.strip_prefix('-').unwrap_or(stored);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return stored.to_owned();
    }
    figure(value)
}

/// In full where it is whole, else to the fifteen digits that a spreadsheet shows.
fn figure(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < EXACT {
        return format!("{}", value as i64);
    }
    let before = value.abs().max(1.0).log10() as usize + 1;
    let mut text = format!("{value:.*}", 15_usize.saturating_sub(before));
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    text
}

/// `4.47E+11`, which is no number any more.
fn mangled(value: f64) -> String {
    let mut power = 0;
    let mut head = value;
    while head.abs() >= 10.0 {
        head /= 10.0;
        power += 1;
    }
    format!("{head:.2}E+{power:02}")
}

/// `2026-02-03 09:00:06`, `2026-02-03`, `00:03:11`; `None` for what is no date.
fn moment(value: f64, kind: Kind, epoch: Epoch) -> Option<String> {
    if !(0.0..=2_958_466.0).contains(&value) {
        return None;
    }
    let ms = (value * DAY_MS as f64).round() as i64;
    let (days, of_day) = (ms.div_euclid(DAY_MS), ms.rem_euclid(DAY_MS));
    // A few days are a long duration; many are a moment of which only the time was shown.
    let is_duration = kind == Kind::Time && days < 366;
    let mut text = String::new();
    if !is_duration {
        let day = Day(days as i32 - epoch.days_before_1970() as i32);
        write!(text, "{day}").ok()?;
        if of_day == 0 && kind == Kind::Day {
            return Some(text);
        }
        text.push(' ');
    }
    let hours = of_day / 3_600_000 + if is_duration { days * 24 } else { 0 };
    let (minutes, secs, rest) = (of_day / 60_000 % 60, of_day / 1000 % 60, of_day % 1000);
    write!(text, "{hours:02}:{minutes:02}:{secs:02}").ok()?;
    if rest > 0 {
        write!(text, ".{rest:03}").ok()?;
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::{Epoch, text};
    use crate::unpack::styles::Kind;

    #[test]
    fn serials_are_dates_times_and_durations() {
        let of = |stored, kind| text(stored, kind, Epoch::Excel);
        assert_eq!(of("46056.375", Kind::Moment), "2026-02-03 09:00:00");
        assert_eq!(of("46056", Kind::Day), "2026-02-03");
        assert_eq!(of("46056", Kind::Moment), "2026-02-03 00:00:00");
        assert_eq!(of("46056.314746331016", Kind::Moment), "2026-02-03 07:33:14.083");
        assert_eq!(of("46056.375", Kind::Time), "2026-02-03 09:00:00");
        assert_eq!(of("2.2106481481481482E-3", Kind::Time), "00:03:11");
        assert_eq!(of("1.5", Kind::Time), "36:00:00");
        assert_eq!(of("0", Kind::Time), "00:00:00");
        assert_eq!(text("44594.375", Kind::Moment, Epoch::Macintosh), "2026-02-03 09:00:00");
        assert_eq!(of("-5", Kind::Time), "-5");
    }

    #[test]
    fn a_figure_that_no_double_holds_stays_as_it_stands() {
        for kind in [Kind::Plain, Kind::Scientific, Kind::Percent, Kind::Moment] {
            assert_eq!(text("1E999", kind, Epoch::default()), "1E999");
        }
    }

    #[test]
    fn a_telephone_number_keeps_its_digits_and_a_rounded_one_is_told() {
        let of = |stored, kind| text(stored, kind, Epoch::Excel);
        assert_eq!(of("33162000001", Kind::Plain), "33162000001");
        assert_eq!(of("3.3162000001E10", Kind::Plain), "33162000001");
        assert_eq!(of("3.3162000001E10", Kind::Scientific), "33162000001");
        assert_eq!(of("447000000000", Kind::Scientific), "4.47E+11");
        assert_eq!(of("4.47E+11", Kind::Scientific), "4.47E+11");
        assert_eq!(of("2.8599999999999999", Kind::Plain), "2.86");
        assert_eq!(of("0.1", Kind::Plain), "0.1");
        assert_eq!(of("0.62", Kind::Percent), "62%");
        assert_eq!(of("-3", Kind::Plain), "-3");
        assert_eq!(of("n/a", Kind::Plain), "n/a");
    }
}
