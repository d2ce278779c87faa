//! Where the table begins: junk lines, header, first data row.

use super::{account::DateOrder, date_format::read_stamp, fold::squash, synonyms::role_of, systems};
use crate::read::{Record, Sample, hash64};

const ROWS_SEARCHED: usize = 40;

/// The table of one file, by its head.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The headers; `#1`, `#2`… where there is no header line.
    pub headers: Vec<String>,
    /// Whether there is a header line.
    pub has_header: bool,
    /// The line on which the data begin.
    pub data_line: u64,
    /// Data rows of the head, those of the right width only.
    pub rows: Vec<Vec<String>>,
    /// Fewest fields of a whole row: trailing columns without a name may be left out.
    pub least: usize,
    /// How long a row is, about.
    pub row_bytes: u64,
}

impl Layout {
    /// Finds the table in the head.
    pub fn of(sample: &Sample) -> Self {
        let width = sample.width();
        let records = &sample.records;
        let header = header_at(sample, width);
        let first = header.map_or_else(|| first_row(sample, width), |at| at + 1);
        let headers: Vec<String> = match header.and_then(|at| records.get(at)) {
            Some(record) => {
                let named = |(at, cell): (usize, &String)| {
                    let name = cell.trim().trim_start_matches('\u{FEFF}').trim();
                    if name.is_empty() { format!("#{}", at + 1) } else { name.to_owned() }
                };
                record.cells.iter().enumerate().map(named).collect()
            }
            None => (1..=width).map(|at| format!("#{at}")).collect(),
        };
        let named = header.and_then(|at| records.get(at)).map_or(width, |record| {
            record.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1)
        });
        let data_line = match header.and_then(|at| records.get(at)) {
            Some(record) => record.next_line,
            None => records.get(first).map_or(1, |record| record.line),
        };
        let bytes: usize = records.iter().flat_map(|record| &record.cells).map(|cell| cell.len() + 1).sum();
        let rows = records
            .iter()
            .skip(first)
            .filter(|record| (named..=headers.len()).contains(&record.cells.len()))
            .map(|record| record.cells.clone())
            .collect();
        Self {
            headers,
            has_header: header.is_some(),
            data_line,
            rows,
            least: named,
            row_bytes: (bytes / records.len().max(1)) as u64,
        }
    }

    /// Whether a record has the table's fields: empty ones at its end may be too many.
    pub fn is_whole(&self, record: &Record<'_>) -> bool {
        let width = self.headers.len();
        record.len() == width
            || record.len() >= self.least && (width..record.len()).all(|at| record.get(at).trim_ascii().is_empty())
    }

    /// Identifies the header: 16 hex digits. Headerless files go by their width.
    pub fn signature(&self) -> String {
        let names: Vec<String> = self.headers.iter().map(|header| squash(header)).collect();
        format!("{:016x}", hash64(u64::from(self.has_header), names.join("\u{1F}").as_bytes()))
    }

    /// The cells of one column.
    pub fn column(&self, at: usize) -> Vec<&str> {
        self.rows.iter().filter_map(|row| row.get(at)).map(String::as_str).collect()
    }
}

/// The header is the row without dates and numbers that holds the most known names; failing that, a row of words
/// above rows that are none.
fn header_at(sample: &Sample, width: usize) -> Option<usize> {
    let candidates: Vec<_> = sample
        .records
        .iter()
        .take(ROWS_SEARCHED)
        .enumerate()
        .filter(|(_, record)| record.cells.len() * 2 > width && !record.cells.iter().any(|cell| is_datum(cell)))
        .collect();
    let known = |cells: &[String]| cells.iter().filter(|cell| is_name(cell)).count();
    let best = candidates.iter().map(|(at, record)| (known(&record.cells), std::cmp::Reverse(*at))).max();
    if let Some((count, at)) = best
        && (count >= 2 || count == 1 && width <= 2)
    {
        return Some(at.0);
    }
    let (at, record) = candidates.iter().find(|(_, record)| record.cells.len() == width)?;
    let words = record.cells.iter().filter(|cell| cell.chars().any(char::is_alphabetic)).count();
    let below = sample.records.get(at + 1)?;
    (words * 10 >= record.cells.len() * 8 && below.cells.iter().any(|cell| is_datum(cell))).then_some(*at)
}

/// Without a header, the data begin with the first row of the usual width.
fn first_row(sample: &Sample, width: usize) -> usize {
    let with_data = |cells: &[String]| cells.iter().any(|cell| is_datum(cell));
    sample.records.iter().position(|record| record.cells.len() == width || with_data(&record.cells)).unwrap_or(0)
}

fn is_name(cell: &str) -> bool {
    role_of(cell).is_some() || systems::knows_header(&squash(cell))
}

/// A date with its day, or a number of six digits and more: no header holds one.
pub fn is_datum(cell: &str) -> bool {
    let cell = cell.trim();
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    digits >= 6 && (digits > letters || read_stamp(cell.as_bytes(), DateOrder::DayFirst).is_some())
        || (digits >= 4 && read_stamp(cell.as_bytes(), DateOrder::DayFirst).is_some())
}
