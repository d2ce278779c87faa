//! Figures as the reader's language writes them: days, durations, points, intervals, phone numbers.
//!
//! Counts, decimals and per cents are [`Lang`]'s own; what is made of several of them stands here. French takes a
//! no-break space where a line must not end; English a comma in thousands.

use chrono::Datelike;

use super::words::Lang;
use crate::model::{Country, Day};

const NO_BREAK: char = '\u{a0}';

/// A rate with one decimal: `37.2 %`.
pub fn rate(lang: Lang, percent: f64) -> String {
    lang.percent(percent, 1)
}

/// A change with its sign: `+1.3`, `−1.3`; a change that rounds to nothing has none.
pub fn signed(lang: Lang, value: f64, decimals: usize) -> String {
    let text = lang.decimal(value, decimals);
    let zero = !text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    if value > 0.0 && !zero { format!("+{text}") } else { text }
}

/// A change in points: `−14.2 pts`. French keeps the singular below 2.
pub fn points(lang: Lang, value: f64) -> String {
    let unit = match lang {
        Lang::En => "pts",
        Lang::Fr if value.abs() < 2.0 => "pt",
        Lang::Fr => "pts",
    };
    format!("{}{NO_BREAK}{unit}", signed(lang, value, 1))
}

/// `41.0 to 43.1`.
pub fn between(lang: Lang, low: f64, high: f64, decimals: usize) -> String {
    joined(lang, &lang.decimal(low, decimals), &lang.decimal(high, decimals))
}

/// `−2.7 to +0.3`.
pub fn between_signed(lang: Lang, low: f64, high: f64, decimals: usize) -> String {
    joined(lang, &signed(lang, low, decimals), &signed(lang, high, decimals))
}

fn joined(lang: Lang, low: &str, high: &str) -> String {
    match lang {
        Lang::En => format!("{low} to {high}"),
        Lang::Fr => format!("{low} à {high}"),
    }
}

/// A day of this year or of the data's: `Tue 10 Feb`.
pub fn day(lang: Lang, day: Day) -> String {
    let name = weekday(lang, day);
    format!("{name} {}", day_short(lang, day))
}

/// `10 Feb`; French writes the first of a month `1er`.
pub fn day_short(lang: Lang, day: Day) -> String {
    let date = day.date();
    let month = month(lang, day);
    match (lang, date.day()) {
        (Lang::Fr, 1) => format!("1er{NO_BREAK}{month}"),
        (_, number) => format!("{number}{NO_BREAK}{month}"),
    }
}

/// `16 Feb 2026`.
pub fn day_long(lang: Lang, day: Day) -> String {
    format!("{} {}", day_short(lang, day), day.date().year())
}

/// `6 Jan to 16 Feb 2026`; the year of the first day only where it differs.
pub fn span(lang: Lang, from: Day, to: Day) -> String {
    if from == to {
        return day_long(lang, to);
    }
    let start = if from.date().year() == to.date().year() { day_short(lang, from) } else { day_long(lang, from) };
    match lang {
        Lang::En => format!("{start} to {}", day_long(lang, to)),
        Lang::Fr => format!("du {start} au {}", day_long(lang, to)),
    }
}

/// The name of a day of the week, cut: `Tue`, `mar.`.
pub fn weekday(lang: Lang, day: Day) -> &'static str {
    let at = day.weekday().num_days_from_monday() as usize;
    match lang {
        Lang::En => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][at],
        Lang::Fr => ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."][at],
    }
}

/// The name of a day's month, cut: `Feb`, `févr.`.
pub fn month(lang: Lang, day: Day) -> &'static str {
    let at = day.date().month0() as usize % 12;
    match lang {
        Lang::En => ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][at],
        Lang::Fr => {
            ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."][at]
        }
    }
}

/// A talk time: `45 s`, `2 min 33`, `1 h 02 min`. Whole seconds.
pub fn talk(secs: f64) -> String {
    let secs = secs.abs().round() as u64;
    match (secs / 3600, secs / 60 % 60, secs % 60) {
        (0, 0, secs) => format!("{secs}{NO_BREAK}s"),
        (0, minutes, secs) => format!("{minutes}{NO_BREAK}min{NO_BREAK}{secs:02}"),
        (hours, minutes, _) => format!("{hours}{NO_BREAK}h{NO_BREAK}{minutes:02}{NO_BREAK}min"),
    }
}

/// A change of talk time, in seconds: `−7 s`.
pub fn talk_change(lang: Lang, secs: f64) -> String {
    format!("{}{NO_BREAK}s", signed(lang, secs, 0))
}

/// A phone number in groups: `+33 1 62 00 04 17`, in French the national form `01 62 00 04 17`. What is no E.164
/// number stays as written.
pub fn phone(lang: Lang, number: &str) -> String {
    let Some(digits) = number.strip_prefix('+').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
    else {
        return number.to_owned();
    };
    let Some(country) = Country::ALL
        .into_iter()
        .filter(|country| digits.starts_with(country.calling))
        .max_by_key(|country| country.calling.len())
    else {
        return format!("+{}", grouped(digits, 3));
    };
    let national = &digits[country.calling.len()..];
    match (country.calling, national.len(), lang) {
        ("33", 9, Lang::Fr) => grouped(&format!("0{national}"), 2),
        ("33", 9, Lang::En) => format!("+33{NO_BREAK}{}{NO_BREAK}{}", &national[..1], grouped(&national[1..], 2)),
        ("1", 10, _) => {
            format!("+1{NO_BREAK}{}{NO_BREAK}{}{NO_BREAK}{}", &national[..3], &national[3..6], &national[6..])
        }
        (calling, ..) => format!("+{calling}{NO_BREAK}{}", grouped(national, 3)),
    }
}

/// A phone number for a narrow place: `62 … 04 17`, its distinctive ends.
pub fn phone_short(number: &str) -> String {
    let digits = number.trim_start_matches('+');
    if digits.len() < 9 || !digits.is_ascii() {
        return number.to_owned();
    }
    let end = &digits[digits.len() - 4..];
    let start = if digits.starts_with("33") && digits.len() == 11 { &digits[3..5] } else { &digits[1..4] };
    format!("{start}{NO_BREAK}…{NO_BREAK}{}{NO_BREAK}{}", &end[..2], &end[2..])
}

/// Digits in groups from the left; a lone last digit joins the group before it.
fn grouped(digits: &str, size: usize) -> String {
    let mut text = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && at % size == 0 && digits.len() - at > 1 {
            text.push(NO_BREAK);
        }
        text.push(digit);
    }
    text
}

/// The colon that introduces: French sets a no-break space before it.
pub const fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ": ",
        Lang::Fr => "\u{a0}: ",
    }
}

/// The semicolon between two parts: French sets a narrow no-break space before it.
pub const fn semicolon(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "; ",
        Lang::Fr => "\u{202f}; ",
    }
}

/// A list in a sentence: `a, b and c`.
pub fn list(lang: Lang, items: &[String]) -> String {
    let and = match lang {
        Lang::En => " and ",
        Lang::Fr => " et ",
    };
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [start @ .., last] => format!("{}{and}{last}", start.join(", ")),
    }
}

/// The first letter as a capital: how a sentence starts.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The first letter small: a sentence that goes on after a colon.
pub fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Text as the value of a parameter of a `mailto:` or `sms:` address.
pub fn encoded(text: &str) -> String {
    let mut address = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            address.push(char::from(byte));
        } else if byte == b'\n' {
            address.push_str("%0D%0A");
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Day {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn a_change_carries_a_true_sign_and_the_languages_comma() {
        assert_eq!(signed(Lang::En, 1.25, 1), "+1.2");
        assert_eq!(signed(Lang::En, -14.2, 1), "\u{2212}14.2");
        assert_eq!(signed(Lang::Fr, -14.25, 2), "\u{2212}14,25");
        assert_eq!(signed(Lang::En, 0.04, 1), "0.0");
        assert_eq!(points(Lang::Fr, -1.2), "\u{2212}1,2\u{a0}pt");
        assert_eq!(points(Lang::Fr, 14.3), "+14,3\u{a0}pts");
        assert_eq!(points(Lang::En, -1.2), "\u{2212}1.2\u{a0}pts");
    }

    #[test]
    fn an_interval_reads_from_its_lower_to_its_upper_end() {
        assert_eq!(between(Lang::En, 41.0, 43.1, 1), "41.0 to 43.1");
        assert_eq!(between_signed(Lang::Fr, -2.7, 0.3, 1), "\u{2212}2,7 à +0,3");
    }

    #[test]
    fn a_day_is_named_in_the_readers_language() {
        assert_eq!(day(Lang::En, of("2026-02-10")), "Tue 10\u{a0}Feb");
        assert_eq!(day(Lang::Fr, of("2026-02-10")), "mar. 10\u{a0}févr.");
        assert_eq!(day_short(Lang::Fr, of("2026-03-01")), "1er\u{a0}mars");
        assert_eq!(day_short(Lang::En, of("2026-03-01")), "1\u{a0}Mar");
    }

    #[test]
    fn a_span_says_the_year_once_unless_it_changes() {
        assert_eq!(span(Lang::En, of("2026-01-06"), of("2026-02-16")), "6\u{a0}Jan to 16\u{a0}Feb 2026");
        assert_eq!(span(Lang::Fr, of("2026-01-06"), of("2026-02-16")), "du 6\u{a0}janv. au 16\u{a0}févr. 2026");
        assert_eq!(span(Lang::En, of("2025-12-30"), of("2026-01-02")), "30\u{a0}Dec 2025 to 2\u{a0}Jan 2026");
        assert_eq!(span(Lang::En, of("2026-01-02"), of("2026-01-02")), "2\u{a0}Jan 2026");
    }

    #[test]
    fn a_talk_time_is_in_minutes_once_it_reaches_one() {
        assert_eq!(talk(44.6), "45\u{a0}s");
        assert_eq!(talk(59.6), "1\u{a0}min\u{a0}00");
        assert_eq!(talk(153.0), "2\u{a0}min\u{a0}33");
        assert_eq!(talk(3725.0), "1\u{a0}h\u{a0}02\u{a0}min");
        assert_eq!(talk_change(Lang::En, -82.0), "\u{2212}82\u{a0}s");
    }

    #[test]
    fn french_readers_see_a_french_number_in_national_form() {
        assert_eq!(phone(Lang::Fr, "+33162000417"), "01\u{a0}62\u{a0}00\u{a0}04\u{a0}17");
        assert_eq!(phone(Lang::En, "+33162000417"), "+33\u{a0}1\u{a0}62\u{a0}00\u{a0}04\u{a0}17");
        assert_eq!(phone(Lang::Fr, "+12125550123"), "+1\u{a0}212\u{a0}555\u{a0}0123");
        assert_eq!(phone(Lang::En, "+442079460123"), "+44\u{a0}207\u{a0}946\u{a0}0123");
        assert_eq!(phone(Lang::En, "+262262123456"), "+262\u{a0}262\u{a0}123\u{a0}456");
    }

    #[test]
    fn what_is_no_international_number_stays_as_written() {
        assert_eq!(phone(Lang::Fr, "0162000417"), "0162000417");
        assert_eq!(phone(Lang::En, "extension 12"), "extension 12");
        assert_eq!(phone(Lang::En, "+"), "+");
        assert_eq!(phone_short("12"), "12");
        assert_eq!(phone_short("+33162000417"), "62\u{a0}…\u{a0}04\u{a0}17");
    }

    #[test]
    fn a_list_ends_with_and() {
        let items = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
        assert_eq!(list(Lang::En, &items), "a, b and c");
        assert_eq!(list(Lang::Fr, &items[..2]), "a et b");
        assert_eq!(list(Lang::Fr, &[]), "");
    }

    #[test]
    fn a_message_survives_its_address() {
        assert_eq!(encoded("50 % & é\n"), "50%20%25%20%26%20%C3%A9%0D%0A");
    }
}
