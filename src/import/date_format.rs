//! Dates and times of day as exports write them. The format is settled once per column; here it is only applied.

use super::account::DateOrder;
use crate::model::Day;

/// An instant as its row writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Seconds since 1970-01-01T00:00 on the row's own clock.
    pub secs: i64,
    /// Seconds east of UTC, where the row says so.
    pub offset_secs: Option<i32>,
    /// Whether there is a time of day.
    pub has_time: bool,
}

/// Reads a date, with or without a time of day, in one order of day, month and year. `None`: not a date, or one
/// that does not exist.
pub fn read_stamp(cell: &[u8], order: DateOrder) -> Option<Stamp> {
    let start = cell.iter().position(u8::is_ascii_alphanumeric)?;
    let end = cell.iter().rposition(|byte| !matches!(byte, b' ' | b'"' | b'\'' | b'\t' | b'\n' | b'\r'))? + 1;
    let mut scan = Scan { bytes: cell.get(start..end)? };
    if let Some(stamp) = scan.compact() {
        return Some(stamp);
    }
    scan.weekday();
    let day = scan.date(order)?;
    let mut stamp = Stamp { secs: i64::from(day.0) * 86_400, offset_secs: None, has_time: false };
    scan.skip(|byte| matches!(byte, b' ' | b',' | b'T' | b't' | b'-' | b'_' | 0xA0 | 0xC2));
    for word in ["à".as_bytes(), b"at ", b"@"] {
        if let Some(rest) = scan.bytes.strip_prefix(word) {
            scan.bytes = rest.trim_ascii_start();
        }
    }
    if scan.bytes.is_empty() {
        return Some(stamp);
    }
    stamp.secs += scan.time()?;
    stamp.has_time = true;
    stamp.offset_secs = scan.offset()?;
    Some(stamp)
}

/// Reads a time of day in seconds: `09:05`, `9:05:06.5`, `9:05 PM`, `9h05`.
pub fn read_time(cell: &[u8]) -> Option<i64> {
    let mut scan = Scan { bytes: cell.trim_ascii() };
    let secs = scan.time()?;
    scan.offset().map(|_| secs)
}

/// An offset from UTC that stands alone: `+02:00`, `UTC`, `GMT+1`, `Etc/UTC`.
pub fn read_offset(cell: &[u8]) -> Option<i32> {
    let cell = cell.trim_ascii();
    let cell = cell.strip_prefix(b"Etc/").unwrap_or(cell);
    if cell.is_empty() {
        return None;
    }
    Scan { bytes: cell }.offset().flatten()
}

struct Scan<'a> {
    bytes: &'a [u8],
}

impl Scan<'_> {
    /// A count of seconds or milliseconds since 1970, or `YYYYMMDD[HHMM[SS]]`.
    fn compact(&mut self) -> Option<Stamp> {
        let digits = self.bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let rest = self.bytes.get(digits..)?;
        let value = |from: usize, to: usize| self.bytes.get(from..to).and_then(integer);
        let fraction = rest.first() == Some(&b'.') && rest.iter().skip(1).all(u8::is_ascii_digit);
        if matches!(digits, 10 | 13) && (rest.is_empty() || fraction) {
            let secs = value(0, digits)? / if digits == 13 { 1000 } else { 1 };
            // Phone numbers of ten digits start with 0, or in North America with 2 to 9: before 2001, after 2033.
            if !(1_000_000_000..2_000_000_000).contains(&secs) {
                return None;
            }
            return Some(Stamp { secs, offset_secs: Some(0), has_time: true });
        }
        if !matches!(digits, 8 | 12 | 14) || !(rest.is_empty() || matches!(rest.first(), Some(b'T' | b' '))) {
            return None;
        }
        let day = Day::from_ymd(value(0, 4)? as i32, value(4, 6)? as u32, value(6, 8)? as u32)
            .filter(|day| plausible(*day))?;
        let mut stamp = Stamp { secs: i64::from(day.0) * 86_400, offset_secs: None, has_time: false };
        if digits > 8 {
            let (hour, minute, second) = (value(8, 10)?, value(10, 12)?, value(12, 14).unwrap_or(0));
            if hour > 23 || minute > 59 || second > 60 {
                return None;
            }
            stamp.secs += hour * 3600 + minute * 60 + second;
            stamp.has_time = true;
        } else if !rest.is_empty() {
            let mut time = Scan { bytes: rest.get(1..)? };
            stamp.secs += match time.time() {
                Some(secs) => secs,
                None => {
                    let value = |from: usize, to: usize| rest.get(from..to).and_then(integer);
                    let (hour, minute, second) = (value(1, 3)?, value(3, 5)?, value(5, 7).unwrap_or(0));
                    time.skip(|byte| byte.is_ascii_digit() || byte == b'.');
                    (hour < 24 && minute < 60 && second <= 60).then_some(hour * 3600 + minute * 60 + second)?
                }
            };
            stamp.has_time = true;
            stamp.offset_secs = time.offset()?;
        }
        Some(stamp)
    }

    /// `Fri, `, `ven. `, `lundi `.
    fn weekday(&mut self) {
        let letters = self.bytes.iter().take_while(|byte| byte.is_ascii_alphabetic() || **byte >= 0x80).count();
        let word = self.bytes.get(..letters).unwrap_or_default();
        if letters > 1 && month_of(word).is_none() {
            self.bytes = self.bytes.get(letters..).unwrap_or_default();
            self.skip(|byte| matches!(byte, b' ' | b',' | b'.'));
        }
    }

    fn date(&mut self, order: DateOrder) -> Option<Day> {
        let mut parts = [0_i64; 3];
        let mut lengths = [0_usize; 3];
        let (mut count, mut month_at) = (0, None);
        while count < 3 {
            let digits = self.bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if digits > 0 {
                parts[count] = self.bytes.get(..digits).and_then(integer)?;
                lengths[count] = digits;
                self.bytes = self.bytes.get(digits..)?;
            } else {
                let letters = self.bytes.iter().take_while(|byte| byte.is_ascii_alphabetic() || **byte >= 0x80).count();
                parts[count] = i64::from(month_of(self.bytes.get(..letters)?)?);
                if month_at.replace(count).is_some() {
                    return None;
                }
                self.bytes = self.bytes.get(letters..)?;
            }
            count += 1;
            if count < 3 {
                if self.bytes.starts_with(b"er ") || self.bytes.starts_with(b"th") {
                    self.bytes = self.bytes.get(2..)?;
                }
                let before = self.bytes.len();
                self.skip(|byte| matches!(byte, b'-' | b'/' | b'.' | b' ' | b','));
                if before == self.bytes.len() {
                    return None;
                }
            }
        }
        let (year, month, day) = match (month_at, lengths[0]) {
            (Some(1), 4) => (0, 1, 2),
            (Some(1), _) => (2, 1, 0),
            (Some(0), _) => (2, 0, 1),
            (Some(_), _) => return None,
            (None, 4) => (0, 1, 2),
            (None, 1..=2) => match order {
                DateOrder::YearFirst => (0, 1, 2),
                DateOrder::MonthFirst => (2, 0, 1),
                DateOrder::DayFirst => (2, 1, 0),
                DateOrder::Unmistakable => return None,
            },
            (None, _) => return None,
        };
        let full_year = match lengths[year] {
            4 => parts[year],
            2 if parts[year] < 70 => 2000 + parts[year],
            2 => 1900 + parts[year],
            _ => return None,
        };
        if lengths[day] > 2 {
            return None;
        }
        Day::from_ymd(full_year as i32, parts[month] as u32, parts[day] as u32).filter(|day| plausible(*day))
    }

    fn time(&mut self) -> Option<i64> {
        let hour = self.number()?;
        if !matches!(self.bytes.first(), Some(b':' | b'h' | b'H' | b'.')) {
            return self.half_of_day(hour, true).map(|hour| hour * 3600);
        }
        self.bytes = self.bytes.get(1..)?;
        let minute = self.number()?;
        let mut second = 0;
        if matches!(self.bytes.first(), Some(b':' | b'.' | b'm')) {
            self.bytes = self.bytes.get(1..)?;
            second = self.number().unwrap_or(0);
            if matches!(self.bytes.first(), Some(b'.' | b',' | b's')) {
                self.bytes = self.bytes.get(1..)?;
                self.skip(|byte| byte.is_ascii_digit());
            }
        }
        let hour = self.half_of_day(hour, false)?;
        (hour < 24 && minute < 60 && second <= 60).then_some(hour * 3600 + minute * 60 + second)
    }

    /// The hour, after `AM` or `PM` where there is one.
    fn half_of_day(&mut self, hour: i64, must: bool) -> Option<i64> {
        let rest = self.bytes.trim_ascii_start();
        let half = rest.first().map(u8::to_ascii_lowercase).filter(|half| matches!(half, b'a' | b'p'));
        let dotted = rest.get(1) == Some(&b'.');
        let at_m = rest.get(if dotted { 2 } else { 1 }).map(u8::to_ascii_lowercase) == Some(b'm');
        match half.filter(|_| at_m) {
            Some(half) if (1..=12).contains(&hour) => {
                self.bytes = rest.get(if dotted { 4 } else { 2 }..).unwrap_or_default();
                Some(hour % 12 + if half == b'p' { 12 } else { 0 })
            }
            Some(_) => None,
            None => (!must).then_some(hour),
        }
    }

    /// What may follow a time. Outer `None`: something that is no zone.
    fn offset(&mut self) -> Option<Option<i32>> {
        let mut rest = self.bytes.trim_ascii();
        if let Some(at) = rest.iter().position(|byte| *byte == b'(') {
            rest = rest.get(..at)?.trim_ascii();
        }
        let named = [&b"UTC"[..], b"GMT", b"Z", b"z", b"utc"].into_iter().find_map(|name| rest.strip_prefix(name));
        let rest = match named {
            Some([]) => return Some(Some(0)),
            Some(rest) => rest,
            None => rest,
        };
        if rest.is_empty() {
            return Some(None);
        }
        let sign = match rest.first()? {
            b'+' => 1,
            b'-' => -1,
            // A zone's abbreviation says nothing that can be relied upon: CST is three zones.
            byte if byte.is_ascii_alphabetic() => return Some(None),
            _ => return None,
        };
        let digits: Vec<u8> = rest.iter().skip(1).copied().filter(u8::is_ascii_digit).take(4).collect();
        let (hours, minutes) = match digits.len() {
            1 | 2 => (integer(&digits)?, 0),
            4 => (integer(&digits[..2])?, integer(&digits[2..])?),
            _ => return None,
        };
        (hours <= 14 && minutes < 60).then_some(Some(sign * (hours * 3600 + minutes * 60) as i32))
    }

    fn number(&mut self) -> Option<i64> {
        let digits = self.bytes.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
        let value = self.bytes.get(..digits).and_then(integer).filter(|_| (1..=2).contains(&digits))?;
        self.bytes = self.bytes.get(digits..)?;
        Some(value)
    }

    fn skip(&mut self, which: impl Fn(u8) -> bool) {
        let length = self.bytes.iter().take_while(|byte| which(**byte)).count();
        self.bytes = self.bytes.get(length..).unwrap_or_default();
    }
}

/// Telephone exports are younger than 1990; a date before or long after is a number that looks like one.
fn plausible(day: Day) -> bool {
    (7_305..=54_787).contains(&day.0)
}

fn integer(digits: &[u8]) -> Option<i64> {
    if digits.is_empty() || digits.len() > 15 {
        return None;
    }
    digits.iter().try_fold(0_i64, |value, digit| digit.is_ascii_digit().then(|| value * 10 + i64::from(digit - b'0')))
}

/// The month of a name or its first letters, English or French.
fn month_of(word: &[u8]) -> Option<u32> {
    let word = super::fold::squash(std::str::from_utf8(word).ok()?);
    let starts = |names: &[&str]| names.iter().any(|name| name.starts_with(word.as_str()));
    if word.len() < 3 {
        return None;
    }
    // "jui" alone could be June or July; exports write juin, juil.
    Some(match word.as_str() {
        _ if starts(&["january", "janvier"]) => 1,
        _ if starts(&["february", "fevrier"]) => 2,
        _ if starts(&["march", "mars"]) => 3,
        _ if starts(&["april", "avril"]) => 4,
        _ if starts(&["may", "mai"]) => 5,
        _ if starts(&["june"]) || word == "juin" => 6,
        _ if starts(&["july"]) || word.len() > 3 && starts(&["juillet"]) => 7,
        _ if starts(&["august", "aout"]) => 8,
        _ if starts(&["september", "septembre"]) || word == "sept" => 9,
        _ if starts(&["october", "octobre"]) => 10,
        _ if starts(&["november", "novembre"]) => 11,
        _ if starts(&["december", "decembre"]) => 12,
        _ => return None,
    })
}
