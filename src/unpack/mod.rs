//! Archives and workbooks → the tables within them, each a file of its own. Knows nothing of what a table says.
//!
//! It is a program apart in the browser, so that neither the first view nor the reader of files carries it; natively it
//! stands before the reading. Its memory is bounded by the texts of one workbook.

mod serial;
mod sheet;
mod styles;
mod workbook;
mod xml;
mod zip;

use std::io::{self, Read as _};

use crate::{import::Source, model::ProblemKind};

/// What is made of a file.
pub trait Tables {
    /// A table begins, under the name to report.
    fn begin(&mut self, name: String);

    /// More of its bytes.
    ///
    /// # Errors
    /// There is no room for them.
    fn push(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// What has been pushed of the table is none after all, and why.
    fn refuse(&mut self, why: ProblemKind);
}

/// A table, unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The name to report: `march.zip/calls.csv`.
    pub name: String,
    /// Its bytes, or why there are none.
    pub bytes: Result<Vec<u8>, ProblemKind>,
}

impl Tables for Vec<Table> {
    fn begin(&mut self, name: String) {
        self.push(Table { name, bytes: Ok(Vec::new()) });
    }

    fn push(&mut self, bytes: &[u8]) -> io::Result<()> {
        if let Some(Table { bytes: Ok(kept), .. }) = self.last_mut() {
            kept.extend_from_slice(bytes);
        }
        Ok(())
    }

    fn refuse(&mut self, why: ProblemKind) {
        if let Some(table) = self.last_mut() {
            table.bytes = Err(why);
        }
    }
}

impl Source for Table {
    fn name(&self) -> &str {
        &self.name
    }

    fn len(&self) -> u64 {
        self.bytes.as_ref().map_or(0, |bytes| bytes.len() as u64)
    }

    fn refusal(&self) -> Option<ProblemKind> {
        self.bytes.as_ref().err().copied()
    }

    fn open(&self) -> io::Result<Box<dyn io::Read + '_>> {
        self.open_at(0)
    }

    fn open_at(&self, byte: u64) -> io::Result<Box<dyn io::Read + '_>> {
        let bytes = self.bytes.as_deref().unwrap_or_default();
        Ok(Box::new(bytes.get(byte as usize..).unwrap_or_default()))
    }
}

/// Files as they are read: where archives and workbooks stand among them, their tables do instead.
pub fn unpacked<'s>(files: impl IntoIterator<Item = Box<dyn Source + 's>>) -> Vec<Box<dyn Source + 's>> {
    let mut sources: Vec<Box<dyn Source + 's>> = Vec::new();
    for file in files {
        if !is_packed(&*file) {
            sources.push(file);
            continue;
        }
        let mut tables = Vec::new();
        unpack(&*file, &mut tables);
        sources.extend(tables.into_iter().map(|table| Box::new(table) as Box<dyn Source>));
    }
    sources
}

/// Whether a file is an archive by its first bytes, a workbook included: then it is to be unpacked before it is read.
pub fn is_packed(source: &dyn Source) -> bool {
    let mut first = [0; 4];
    source.open().and_then(|mut reader| reader.read_exact(&mut first)).is_ok() && is_archive(&first)
}

/// Whether a file that begins like this is an archive.
pub fn is_archive(first: &[u8]) -> bool {
    first.starts_with(b"PK\x03\x04") || first.starts_with(b"PK\x05\x06")
}

/// Hands out the tables of an archive or workbook, in its order. What is wrong with one is told of that one; what is
/// wrong with all of it, of a table with the name of the file.
pub fn unpack(source: &dyn Source, tables: &mut dyn Tables) {
    if let Err(why) = try_unpack(source, tables) {
        tables.begin(source.name().to_owned());
        tables.refuse(why);
    }
}

fn try_unpack(source: &dyn Source, tables: &mut dyn Tables) -> Result<(), ProblemKind> {
    let archive = zip::Archive::open(source)?;
    if archive.is_workbook() {
        return workbook::unpack(&archive, source.name(), tables);
    }
    let entries: Vec<_> = archive.entries().iter().filter(|entry| entry.may_be_table()).collect();
    if entries.is_empty() {
        return Err(ProblemKind::EmptyArchive);
    }
    if entries.len() > MOST_ENTRIES {
        return Err(ProblemKind::UnpacksTooLarge);
    }
    let mut left = MOST_BYTES;
    for entry in entries {
        let name = format!("{}/{}", source.name(), entry.name);
        if let Err(why) = unpack_entry(&archive, entry, &name, &mut left, tables) {
            if why == ProblemKind::Unreadable {
                return Err(why);
            }
            tables.refuse(why);
        }
    }
    Ok(())
}

/// More tables than any export has.
const MOST_ENTRIES: usize = 1_000;
/// What an archive may hold, unpacked.
const MOST_BYTES: u64 = 4 << 30;
/// A workbook within an archive is unpacked into memory.
const MOST_INNER_BYTES: u64 = 256 << 20;

fn unpack_entry(
    archive: &zip::Archive<'_>,
    entry: &zip::Entry,
    name: &str,
    left: &mut u64,
    tables: &mut dyn Tables,
) -> Result<(), ProblemKind> {
    if entry.is_book() && entry.bytes <= MOST_INNER_BYTES {
        let book = Table { name: name.to_owned(), bytes: archive.whole(entry, MOST_INNER_BYTES) };
        if is_packed(&book) {
            unpack(&book, tables);
            return Ok(());
        }
        tables.begin(book.name);
        return tables.push(&book.bytes?).map_err(|_| ProblemKind::UnpacksTooLarge);
    }
    tables.begin(name.to_owned());
    archive.read(entry, &mut |piece| {
        *left = left.checked_sub(piece.len() as u64).ok_or(ProblemKind::UnpacksTooLarge)?;
        tables.push(piece).map_err(|_| ProblemKind::UnpacksTooLarge)
    })
}
