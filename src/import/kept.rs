//! The rows set aside, kept whole for whoever wants to look at all of them: a CSV with the reason and the line in front.

use super::answers::push_line;
use crate::{
    model::{Aside, guarded},
    read::Record,
};

/// More than anyone looks through; what comes after is counted like all others and not kept.
const MOST_BYTES: usize = 64 << 20;

/// A table of rows set aside.
#[derive(Debug, Default)]
pub struct Kept(Vec<u8>);

impl Kept {
    /// One of no rows yet, under the headers of the file.
    pub fn new<'h>(headers: impl Iterator<Item = &'h str>) -> Self {
        let mut table = Vec::new();
        let headers: Vec<_> = headers.map(guarded).collect();
        push_line(&mut table, ["reason", "line"].into_iter().chain(headers.iter().map(|header| &**header)));
        Self(table)
    }

    /// Keeps a row. Nothing in it can be taken for a formula.
    pub fn push(&mut self, reason: Aside, line: u64, record: &Record<'_>) {
        if self.0.len() > MOST_BYTES {
            return;
        }
        let cells: Vec<String> =
            record.iter().map(|cell| guarded(&String::from_utf8_lossy(cell)).into_owned()).collect();
        let line = line.to_string();
        push_line(&mut self.0, [reason.id(), line.as_str()].into_iter().chain(cells.iter().map(String::as_str)));
    }

    /// The table.
    pub fn into_csv(self) -> Vec<u8> {
        self.0
    }
}
