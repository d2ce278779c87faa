//! Durations as exports write them → milliseconds.

use serde::{Deserialize, Serialize};

use super::{digits, fold::fold};
use crate::model::{decimal, order};

/// What a bare number in a duration column counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Seconds.
    #[default]
    Seconds,
    /// Milliseconds.
    Milliseconds,
    /// Minutes, decimal.
    Minutes,
}

/// A duration below zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NegativeDuration;

impl Unit {
    /// The unit of a column: its header's word for it, else its values.
    pub fn of(header: &str, cells: &[&str]) -> Self {
        let words = fold(header);
        let has = |list: &[&str]| words.split(' ').any(|word| list.contains(&word));
        if has(&["ms", "msec", "millis", "milliseconds", "millisecondes"]) {
            return Self::Milliseconds;
        }
        if has(&["s", "sec", "secs", "seconds", "secondes", "billsec"]) {
            return Self::Seconds;
        }
        if has(&["min", "mins", "minutes", "minute", "mn"]) {
            return Self::Minutes;
        }
        Self::by_values(cells)
    }

    /// Half of the calls last over five hours: no call does, so these are milliseconds. Two decimals that are all
    /// whole seconds when read as minutes: those of seconds would be so in three cases out of five only.
    pub fn by_values(cells: &[&str]) -> Self {
        let values = positive_values(cells);
        if values.get(values.len() / 2).is_some_and(|median| *median > 20_000.0) {
            return Self::Milliseconds;
        }
        let decimal = values.iter().filter(|value| value.fract() != 0.0).count();
        let whole_seconds = |minutes: &f64| (minutes * 60.0 - (minutes * 60.0).round()).abs() < 0.31;
        if values.len() >= 10 && decimal * 2 > values.len() && values.iter().all(whole_seconds) {
            return Self::Minutes;
        }
        Self::Seconds
    }

    /// The unit that the exporter documents, unless half of the values are less than a second in it: then some
    /// tool between has converted them.
    pub fn documented(unit: Self, cells: &[&str]) -> Self {
        let values = positive_values(cells);
        let below_a_second = values.get(values.len() / 2).is_some_and(|median| *median * unit.millis() < 1_000.0);
        if below_a_second { Self::Seconds } else { unit }
    }

    const fn millis(self) -> f64 {
        match self {
            Self::Seconds => 1_000.0,
            Self::Milliseconds => 1.0,
            Self::Minutes => 60_000.0,
        }
    }
}

/// The bare numbers above zero, in order.
fn positive_values(cells: &[&str]) -> Vec<f64> {
    let values = cells.iter().filter_map(|cell| decimal(&cell.trim().replace(',', ".")));
    let mut values: Vec<f64> = values.filter(|value| *value > 0.0).collect();
    order::sort_figures(&mut values);
    values
}

/// Reads a cell in milliseconds. `None`: empty, or no duration. `m:ss` is minutes and seconds.
///
/// # Errors
/// The duration is negative.
pub fn read_ms(cell: &[u8], unit: Unit) -> Result<Option<u32>, NegativeDuration> {
    if let Some(ms) = whole_ms(cell, unit) {
        return Ok(Some(ms));
    }
    let cell = cell.trim_ascii();
    let (negative, cell) = match cell.strip_prefix(b"-") {
        Some(rest) if rest.iter().any(|byte| matches!(byte, b'1'..=b'9')) => (true, rest),
        _ => (false, cell),
    };
    let Some(ms) = positive_ms(cell, unit) else { return Ok(None) };
    if negative { Err(NegativeDuration) } else { Ok(Some(ms.round().clamp(0.0, f64::from(u32::MAX)) as u32)) }
}

/// What most cells hold: a few digits of the unit, or `m:ss` and `h:mm:ss` in digits. `None` for any other.
fn whole_ms(cell: &[u8], unit: Unit) -> Option<u32> {
    if let Some(clock) = cell.as_array().and_then(digits::clock) {
        return Some(clock.secs() * 1_000);
    }
    if let Some(count) = digits::short(cell) {
        return count.checked_mul(match unit {
            Unit::Seconds => 1_000,
            Unit::Milliseconds => 1,
            Unit::Minutes => 60_000,
        });
    }
    if !(1..=8).contains(&cell.len()) {
        return None;
    }
    // The parts in front of the last, and the last; each has at most six digits.
    let (mut before, mut part, mut digits, mut colons) = (0_u32, 0_u32, 0, 0);
    for byte in cell {
        match byte {
            b'0'..=b'9' if digits < 6 => {
                part = part * 10 + u32::from(byte - b'0');
                digits += 1;
            }
            b':' if digits > 0 && colons < 2 => {
                before = (before + part) * 60;
                (part, digits, colons) = (0, 0, colons + 1);
            }
            _ => return None,
        }
    }
    // Without a colon it has more digits than that, or none.
    (digits > 0 && colons > 0).then(|| (before + part).checked_mul(1_000)).flatten()
}

fn positive_ms(cell: &[u8], unit: Unit) -> Option<f64> {
    let text = std::str::from_utf8(cell).ok()?;
    let text = text.strip_prefix("PT").unwrap_or(text); // ISO 8601
    if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')) {
        return None;
    }
    if text.contains(':') {
        let mut parts = text.rsplit(':');
        let secs = number(parts.next()?)?;
        let minutes = number(parts.next()?)?;
        let hours = parts.next().map_or(Some(0.0), number)?;
        let days = parts.next().map_or(Some(0.0), number)?;
        return Some(((days * 24.0 + hours) * 3600.0 + minutes * 60.0 + secs) * 1000.0);
    }
    if text.bytes().any(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'\'' | b'"')) {
        return spelled_ms(text);
    }
    number(text).map(|value| value * unit.millis())
}

/// `1h 02m 03s`, `2 min 5`, `45s`, `1'30"`.
fn spelled_ms(text: &str) -> Option<f64> {
    let (mut total, mut rest, mut below) = (0.0, text.trim(), 0.0);
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
        let (value, tail) = rest.split_at(digits);
        let value = number(value)?;
        let tail = tail.trim_start();
        let letters = tail.find(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '"')).unwrap_or(tail.len());
        let (word, tail) = tail.split_at(letters);
        let secs = match word.to_ascii_lowercase().as_str() {
            "h" | "hr" | "hrs" | "hour" | "hours" | "heure" | "heures" => 3600.0,
            "m" | "mn" | "min" | "mins" | "minute" | "minutes" | "'" => 60.0,
            "s" | "sec" | "secs" | "second" | "seconds" | "seconde" | "secondes" | "\"" | "''" => 1.0,
            "ms" => 0.001,
            "" if below > 0.0 => below,
            _ => return None,
        };
        below = secs / 60.0;
        total += value * secs;
        rest = tail.trim_start();
    }
    Some(total * 1000.0)
}

fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    if !plain || text.is_empty() {
        return None;
    }
    if text.contains(',') { decimal(&text.replace(',', ".")) } else { decimal(text) }
}

#[cfg(test)]
mod tests {
    use super::{NegativeDuration, Unit, read_ms};

    #[test]
    fn each_way_of_writing_a_duration() {
        for (cell, unit, ms) in [
            ("191", Unit::Seconds, Some(191_000)),
            ("12.5", Unit::Seconds, Some(12_500)),
            ("12,5", Unit::Seconds, Some(12_500)),
            ("2.86", Unit::Minutes, Some(171_600)),
            ("180000", Unit::Milliseconds, Some(180_000)),
            ("00:03:11", Unit::Seconds, Some(191_000)),
            ("00:00:00.235", Unit::Seconds, Some(235)),
            ("3:11", Unit::Seconds, Some(191_000)),
            ("1h 02m 03s", Unit::Seconds, Some(3_723_000)),
            ("2 min 5", Unit::Seconds, Some(125_000)),
            ("PT1M30S", Unit::Seconds, Some(90_000)),
            ("1'30\"", Unit::Seconds, Some(90_000)),
            ("", Unit::Seconds, None),
            ("-", Unit::Seconds, None),
            ("n/a", Unit::Seconds, None),
        ] {
            assert_eq!(read_ms(cell.as_bytes(), unit), Ok(ms), "{cell}");
        }
        assert_eq!(read_ms(b"-5", Unit::Seconds), Err(NegativeDuration));
        assert_eq!(read_ms(b"-00:00:05", Unit::Seconds), Err(NegativeDuration));
    }

    #[test]
    fn the_unit_comes_from_the_header_or_the_values() {
        assert_eq!(Unit::of("Talk time (min)", &[]), Unit::Minutes);
        assert_eq!(Unit::of("duration_ms", &[]), Unit::Milliseconds);
        assert_eq!(Unit::of("duration", &["45000", "61000", "30500"]), Unit::Milliseconds);
        let minutes = ["2.87", "0.05", "1.5", "0.38", "3.42", "0.97", "5.02", "0.42", "7.13", "2.22"];
        assert_eq!(Unit::of("talk", &minutes), Unit::Minutes);
        let seconds = ["2.84", "0.05", "1.51", "0.38", "3.44", "0.97", "5.04", "0.42", "7.16", "2.21"];
        assert_eq!(Unit::of("talk", &seconds), Unit::Seconds);
    }
}
