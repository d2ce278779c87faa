//! A table for a spreadsheet: CSV in the dialect that a spreadsheet of the reader's language opens by itself.
//!
//! Text that a spreadsheet would run as a formula gets a `'` in front. A phone number is not guarded: digits with at
//! most a `+` before them are no formula but a value, and with a `'` no other program could look it up. A figure that
//! we computed may be negative; it is written as a figure.

use std::borrow::Cow;

use crate::model::{Day, guarded};

/// How values are parted and decimals marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// `,` and `.`
    Comma,
    /// `;` and a decimal comma: what spreadsheets expect where decimals have a comma.
    Semicolon,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text, ours or a file's.
    Text(String),
    /// A phone number.
    Phone(String),
    /// A count.
    Count(u64),
    /// A figure; four decimals at most, as in the report.
    Figure(f64),
    /// A day, as `2026-02-10`.
    Day(Day),
    /// Not measured.
    Empty,
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Self::Figure(value)
    }
}

impl From<u64> for Value {
    fn from(value: u64) -> Self {
        Self::Count(value)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Day> for Value {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

/// A table as CSV. It begins with a byte order mark, without which spreadsheets read accents wrongly.
pub fn table_csv(heads: &[&str], rows: impl IntoIterator<Item = Vec<Value>>, dialect: Dialect) -> String {
    let delimiter = match dialect {
        Dialect::Comma => b',',
        Dialect::Semicolon => b';',
    };
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    // Writing into memory does not fail, and every row has as many cells as the header.
    let _ = writer.write_record(heads.iter().map(|head| guarded(head).into_owned()));
    for row in rows {
        let _ = writer.write_record(row.iter().map(|value| cell(value, dialect)));
    }
    let text = String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default();
    format!("\u{feff}{text}")
}

fn cell(value: &Value, dialect: Dialect) -> String {
    match value {
        Value::Text(text) => guarded(text).into_owned(),
        Value::Phone(number) => phone_cell(number).into_owned(),
        Value::Count(count) => count.to_string(),
        Value::Figure(value) => {
            let text = super::rounding::rounded(*value, 4).to_string();
            if dialect == Dialect::Semicolon { text.replace('.', ",") } else { text }
        }
        Value::Day(day) => day.to_string(),
        Value::Empty => String::new(),
    }
}

/// A number as it is where it is digits with at most a `+` before them. Anything else is text.
pub fn phone_cell(number: &str) -> Cow<'_, str> {
    let digits = number.strip_prefix('+').unwrap_or(number);
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { Cow::Borrowed(number) } else { guarded(number) }
}

#[cfg(test)]
mod tests {
    use super::{Dialect, Value, table_csv};
    use crate::model::Day;

    #[test]
    fn nothing_that_leaves_is_run_as_a_formula() {
        let evil = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "=cmd|' /C calc'!A0"];
        let rows = evil.map(|text| vec![Value::Text(text.to_owned()), Value::Phone(text.to_owned())]);
        for dialect in [Dialect::Comma, Dialect::Semicolon] {
            let out = table_csv(&["=head", "number"], rows.clone(), dialect);
            let delimiter = if dialect == Dialect::Comma { b',' } else { b';' };
            let mut read = csv::ReaderBuilder::new()
                .delimiter(delimiter)
                .has_headers(false)
                .from_reader(out.trim_start_matches('\u{feff}').as_bytes());
            let mut cells = 0;
            for record in read.records() {
                let Ok(record) = record else { continue };
                for cell in record.iter() {
                    assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
                    cells += 1;
                }
            }
            assert_eq!(cells, 2 + 2 * evil.len());
        }
    }

    #[test]
    fn a_phone_number_and_a_fall_stay_what_they_are() {
        let row = vec![
            Value::Phone("+33162000417".to_owned()),
            Value::Figure(-14.25),
            Value::Count(1204),
            Day::from_ymd(2026, 2, 10).into(),
            None::<f64>.into(),
        ];
        let of = |dialect| table_csv(&["n", "a", "b", "c", "d"], [row.clone()], dialect);
        assert_eq!(of(Dialect::Comma), "\u{feff}n,a,b,c,d\n+33162000417,-14.25,1204,2026-02-10,\n");
        assert_eq!(of(Dialect::Semicolon), "\u{feff}n;a;b;c;d\n+33162000417;-14,25;1204;2026-02-10;\n");
    }
}
