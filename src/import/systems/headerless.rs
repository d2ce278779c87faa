//! Files without a header: known by what stands where in their rows.

use super::{asterisk, cdr_stats, freeswitch, threecx, vicidial};
use crate::import::{account::DateOrder, causes, date_format::read_stamp};

/// The names of a table's columns, and how a row of it is told.
struct Shape {
    names: &'static [&'static str],
    is: fn(&Row<'_>) -> bool,
}

struct Row<'r>(&'r [String]);

static SHAPES: [Shape; 9] = [
    // With or without uniqueid, userfield and the newer three: the last three only come with the others.
    Shape { names: &asterisk::MASTER, is: |row| row.date(9) && row.date(11) && row.disposition(14) },
    Shape { names: &asterisk::CUSTOM, is: |row| row.date(8) && row.date(10) && row.disposition(13) },
    Shape { names: &freeswitch::SQL, is: |row| row.cell(0).starts_with("INSERT INTO") && row.date(4) && row.cause(9) },
    Shape { names: &freeswitch::EXAMPLE, is: |row| row.date(4) && row.date(6) && row.cause(9) },
    Shape { names: &freeswitch::ASTERISK, is: |row| row.date(9) && row.date(11) && row.cause(14) },
    Shape { names: &freeswitch::OPENCDRRATE, is: |row| row.uuid(0) && row.date(6) && row.digits(7) },
    Shape { names: &threecx::CDR, is: |row| row.cell(0).starts_with("Call ") && row.date(3) && row.date(5) },
    Shape { names: &cdr_stats::IMPORT, is: |row| row.digits(5) && row.uuid(6) && row.date(7) && row.0.len() == 8 },
    Shape {
        names: &vicidial::EXPORT,
        is: |row| row.date(0) && row.digits(1) && row.status(2) && row.digits(11) && row.digits(30) && row.0.len() > 38,
    },
];

/// The column names of a headerless file, if its rows have a known shape.
pub fn names_of(rows: &[Vec<String>]) -> Option<&'static [&'static str]> {
    let most = |shape: &&Shape| rows.iter().filter(|row| (shape.is)(&Row(row))).count() * 10 > rows.len() * 8;
    SHAPES.iter().find(most).map(|shape| shape.names)
}

impl Row<'_> {
    fn cell(&self, at: usize) -> &str {
        self.0.get(at).map_or("", |cell| cell.trim())
    }

    fn date(&self, at: usize) -> bool {
        read_stamp(self.cell(at).as_bytes(), DateOrder::YearFirst).is_some()
    }

    fn digits(&self, at: usize) -> bool {
        let cell = self.cell(at);
        !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
    }

    fn disposition(&self, at: usize) -> bool {
        matches!(self.cell(at), "ANSWERED" | "NO ANSWER" | "BUSY" | "FAILED" | "CONGESTION" | "CANCEL")
    }

    /// A FreeSWITCH hang-up cause: `NORMAL_CLEARING`, `CRASH`.
    fn cause(&self, at: usize) -> bool {
        let cell = self.cell(at);
        let caps = cell.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
        caps && (cell.contains('_') || causes::of_cause(cell).is_some() || cell == "NONE")
    }

    /// A VICIdial status: one to six capitals and digits.
    fn status(&self, at: usize) -> bool {
        let cell = self.cell(at);
        (1..=6).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    }

    fn uuid(&self, at: usize) -> bool {
        let cell = self.cell(at);
        cell.len() == 36 && cell.bytes().filter(|byte| *byte == b'-').count() == 4
    }
}
