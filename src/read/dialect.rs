//! Which delimiter a file uses, and its first records.

use super::{
    records::{Next, Records},
    text::Text,
};

/// How many records of the head are looked at.
const SAMPLE_RECORDS: usize = 500;
/// How many of them are enough to tell the delimiter.
const DIALECT_RECORDS: usize = 100;
const DELIMITERS: [u8; 4] = *b",;\t|";

/// The first records of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sample {
    /// The delimiter; a comma where the file has one column.
    pub delimiter: u8,
    /// Whether any delimiter was found.
    pub has_columns: bool,
    /// The records, a `sep=` line excluded.
    pub records: Vec<HeadRecord>,
    /// Whether the head holds all of the file's records.
    pub is_whole: bool,
}

/// One record of the head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadRecord {
    /// The line on which it begins.
    pub line: u64,
    /// The line after its last.
    pub next_line: u64,
    /// Its fields.
    pub cells: Vec<String>,
}

impl HeadRecord {
    /// The record at which reading stands.
    fn of(records: &Records) -> Self {
        let cells = records.record().iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        Self { line: records.line(), next_line: records.line() + records.lines(), cells }
    }
}

impl Sample {
    /// The number of fields that most records have.
    pub fn width(&self) -> usize {
        most_frequent(self.records.iter().map(|record| record.cells.len())).0
    }
}

/// Reads the head of a text.
pub fn sample(text: &Text) -> Sample {
    let (said, after) = separator_line(text.head());
    let mut head = text.head();
    if !text.is_whole() {
        let end = head.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')).map_or(head.len(), |at| at + 1);
        head = head.get(..end).unwrap_or(head);
    }
    let found = said.or_else(|| delimiter_of(head, after));
    let delimiter = found.unwrap_or(b',');
    let records = split(head, after, delimiter, SAMPLE_RECORDS, HeadRecord::of);
    let is_whole = text.is_whole() && records.len() < SAMPLE_RECORDS;
    Sample { delimiter, has_columns: found.is_some(), records, is_whole }
}

/// The delimiter under which most records have the same number of fields, more than one. `None` where there is none.
fn delimiter_of(head: &[u8], from_line: u64) -> Option<u8> {
    let mut best = (0.0, None);
    for delimiter in DELIMITERS {
        let widths = split(head, from_line, delimiter, DIALECT_RECORDS, |records| records.record().len());
        let (width, count) = most_frequent(widths.iter().copied());
        if width < 2 {
            continue;
        }
        let score = 100.0 * count as f64 / widths.len() as f64 + width.min(20) as f64;
        if score > best.0 {
            best = (score, Some(delimiter));
        }
    }
    best.1
}

/// Excel's `sep=;` on the first line: the delimiter it names, and the line on which the table may begin.
fn separator_line(head: &[u8]) -> (Option<u8>, u64) {
    let line = head.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    let line = line.strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\"")).unwrap_or(line);
    match line {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] if *delimiter != b'"' => (Some(*delimiter), 2),
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', b'\\', b't'] => (Some(b'\t'), 2),
        _ => (None, 1),
    }
}

/// What `of` makes of each of the first records.
fn split<T>(head: &[u8], from_line: u64, delimiter: u8, limit: usize, of: impl Fn(&Records) -> T) -> Vec<T> {
    let mut records = Records::new(Text::of_utf8(head.to_vec()), delimiter);
    records.skip_to_line(from_line);
    let mut list = Vec::new();
    while list.len() < limit {
        match records.advance() {
            Next::Record => list.push(of(&records)),
            Next::TooLong | Next::Unclosed => {}
            Next::End | Next::Border | Next::Hungry => break,
        }
    }
    list
}

/// The value that comes most often (the larger of equals), and how often.
fn most_frequent(values: impl Iterator<Item = usize>) -> (usize, usize) {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for value in values {
        match counts.iter_mut().find(|(known, _)| *known == value) {
            Some((_, count)) => *count += 1,
            None => counts.push((value, 1)),
        }
    }
    counts.into_iter().max_by_key(|(value, count)| (*count, *value)).unwrap_or((0, 0))
}
