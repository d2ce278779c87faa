//! A zip archive (PKWARE's APPNOTE 6.3): its directory, and each entry as a stream. Stored and deflated entries, with
//! and without the 64-bit fields; nothing encrypted, no archive in several volumes.

use std::io::{self, Read};

use crate::{
    import::Source,
    model::ProblemKind,
    read::{Checksum, Flow, Frame, Inflate},
};

const END: [u8; 4] = *b"PK\x05\x06";
const END_64: [u8; 4] = *b"PK\x06\x06";
const END_64_PLACE: [u8; 4] = *b"PK\x06\x07";
const ENTRY: [u8; 4] = *b"PK\x01\x02";
const LOCAL: [u8; 4] = *b"PK\x03\x04";

/// The end record and the longest comment after it.
const TAIL_BYTES: u64 = 22 + 0xFFFF + 20;
/// Directories are small, whatever the archive.
const MOST_DIRECTORY_BYTES: u64 = 64 << 20;
const IS_ENCRYPTED: u16 = 1;
const PIECE_BYTES: usize = 256 * 1024;
/// Deflate makes a thousandth of what is all alike; no table comes near that. Small ones may.
const MOST_TIMES: u64 = 400;
const SMALL_BYTES: u64 = 64 << 20;

/// An archive and its directory.
pub struct Archive<'a> {
    source: &'a dyn Source,
    entries: Vec<Entry>,
}

/// One file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path, with `/`.
    pub name: String,
    /// Its bytes, unpacked, as the directory says.
    pub bytes: u64,
    packed_bytes: u64,
    method: u16,
    flags: u16,
    checksum: u32,
    at: u64,
}

impl Entry {
    /// Whether it may be a table: no folder, and none of the files that systems leave behind.
    pub fn may_be_table(&self) -> bool {
        let file = self.file();
        !(file.is_empty()
            || file.starts_with('.')
            || self.name.starts_with("__MACOSX/")
            || file.eq_ignore_ascii_case("thumbs.db")
            || file.eq_ignore_ascii_case("desktop.ini"))
    }

    /// Whether it is named like a workbook.
    pub fn is_book(&self) -> bool {
        let end = self.name.rsplit('.').next().unwrap_or_default();
        ["xlsx", "xlsm", "xltx", "xltm"].iter().any(|one| end.eq_ignore_ascii_case(one))
    }

    fn file(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or_default()
    }
}

impl<'a> Archive<'a> {
    /// Reads the directory, which stands at the end.
    ///
    /// # Errors
    /// [`ProblemKind::Unreadable`], or [`ProblemKind::DamagedArchive`].
    pub fn open(source: &'a dyn Source) -> Result<Self, ProblemKind> {
        let from = source.len().saturating_sub(TAIL_BYTES);
        let tail = bytes_at(source, from, source.len() - from)?;
        let end = (0..tail.len())
            .rev()
            .filter_map(|at| tail.get(at..)?.strip_prefix(&END).map(|rest| (at, rest)))
            .find(|(_, rest)| rest.len() >= 18 && rest.len() - 18 >= usize::from(u16_at(rest, 16)));
        let (at, end) = end.ok_or(ProblemKind::DamagedArchive)?;
        let (mut count, mut size, mut start) =
            (u64::from(u16_at(end, 6)), u64::from(u32_at(end, 8)), u64::from(u32_at(end, 12)));
        let place = at.checked_sub(20).and_then(|at| tail.get(at..)?.strip_prefix(&END_64_PLACE));
        if let Some(place) = place {
            let end = bytes_at(source, u64_at(place, 4), 56)?;
            let end = end.strip_prefix(&END_64).ok_or(ProblemKind::DamagedArchive)?;
            (count, size, start) = (u64_at(end, 28), u64_at(end, 36), u64_at(end, 44));
        }
        if size > MOST_DIRECTORY_BYTES || start.saturating_add(size) > source.len() {
            return Err(ProblemKind::DamagedArchive);
        }
        let directory = bytes_at(source, start, size)?;
        let mut rest = &*directory;
        let mut entries = Vec::new();
        for _ in 0..count {
            let (entry, after) = entry(rest).ok_or(ProblemKind::DamagedArchive)?;
            entries.push(entry);
            rest = after;
        }
        Ok(Self { source, entries })
    }

    /// All entries, in the directory's order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of a path.
    pub fn find(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// Whether it is a workbook or another document of an office.
    pub fn is_workbook(&self) -> bool {
        self.find("[Content_Types].xml").is_some()
            || self.find("mimetype").is_some() && self.find("content.xml").is_some()
    }

    /// Unpacks an entry, piece by piece.
    ///
    /// # Errors
    /// What `push` says, or what is wrong with the entry; what was pushed before stands.
    pub fn read(
        &self,
        entry: &Entry,
        push: &mut dyn FnMut(&[u8]) -> Result<(), ProblemKind>,
    ) -> Result<(), ProblemKind> {
        let mut stream = self.stream(entry)?;
        let mut piece = vec![0; PIECE_BYTES];
        loop {
            match stream.read(&mut piece) {
                Ok(0) => return Ok(()),
                Ok(count) => push(piece.get(..count).unwrap_or_default())?,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(problem(&error)),
            }
        }
    }

    /// All bytes of an entry, if they are not more than `most_bytes`.
    ///
    /// # Errors
    /// As [`Archive::read`].
    pub fn whole(&self, entry: &Entry, most_bytes: u64) -> Result<Vec<u8>, ProblemKind> {
        let mut bytes = Vec::new();
        self.read(entry, &mut |piece| {
            bytes.extend_from_slice(piece);
            if bytes.len() as u64 > most_bytes { Err(ProblemKind::UnpacksTooLarge) } else { Ok(()) }
        })?;
        Ok(bytes)
    }

    /// The unpacked bytes of an entry. Its end is told only where all of them are what the directory says.
    ///
    /// # Errors
    /// Encrypted, packed in a way that is not known, or damaged.
    pub fn stream(&self, entry: &Entry) -> Result<EntryStream<'a>, ProblemKind> {
        if entry.flags & IS_ENCRYPTED != 0 {
            return Err(ProblemKind::EncryptedArchive);
        }
        if !matches!(entry.method, 0 | 8) {
            return Err(ProblemKind::UnknownPacking);
        }
        let local = bytes_at(self.source, entry.at, 30)?;
        let local = local.strip_prefix(&LOCAL).ok_or(ProblemKind::DamagedArchive)?;
        let data = entry.at + 30 + u64::from(u16_at(local, 22)) + u64::from(u16_at(local, 24));
        let reader = self.source.open_at(data).map_err(|_| ProblemKind::Unreadable)?;
        Ok(EntryStream {
            input: reader.take(entry.packed_bytes),
            piece: vec![0; PIECE_BYTES],
            used: PIECE_BYTES,
            inflate: (entry.method == 8).then(|| Box::new(Inflate::new(Frame::Bare))),
            text: Vec::new(),
            taken: 0,
            checksum: Checksum::default(),
            given: 0,
            entry: entry.clone(),
        })
    }
}

/// Why a stream failed: what the source said, or what is wrong with the archive.
pub fn problem(error: &io::Error) -> ProblemKind {
    match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => ProblemKind::DamagedArchive,
        io::ErrorKind::FileTooLarge => ProblemKind::UnpacksTooLarge,
        _ => ProblemKind::Unreadable,
    }
}

/// An entry, unpacked.
pub struct EntryStream<'a> {
    input: io::Take<Box<dyn Read + 'a>>,
    /// Packed bytes, of which so many are used.
    piece: Vec<u8>,
    used: usize,
    inflate: Option<Box<Inflate>>,
    /// Unpacked bytes, of which so many are taken.
    text: Vec<u8>,
    taken: usize,
    checksum: Checksum,
    given: u64,
    entry: Entry,
}

impl EntryStream<'_> {
    fn unpacked(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(inflate) = &mut self.inflate else { return self.input.read(buffer) };
        while self.taken == self.text.len() {
            self.text.clear();
            self.taken = 0;
            let last = self.used == self.piece.len() && self.input.limit() == 0;
            let mut rest = self.piece.get(self.used..).unwrap_or_default();
            let flow = inflate.step(&mut rest, last, &mut self.text).map_err(|_| io::ErrorKind::InvalidData)?;
            self.used = self.piece.len() - rest.len();
            match flow {
                Flow::Some => {}
                Flow::End => return Ok(0),
                Flow::Hungry => {
                    self.piece.resize(PIECE_BYTES, 0);
                    let count = self.input.read(&mut self.piece)?;
                    if count == 0 {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                    self.piece.truncate(count);
                    self.used = 0;
                }
            }
        }
        let ready = self.text.get(self.taken..).unwrap_or_default();
        let count = ready.len().min(buffer.len());
        buffer.get_mut(..count).unwrap_or_default().copy_from_slice(ready.get(..count).unwrap_or_default());
        self.taken += count;
        Ok(count)
    }
}

impl Read for EntryStream<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        let count = self.unpacked(buffer)?;
        self.given += count as u64;
        self.checksum.push(buffer.get(..count).unwrap_or_default());
        if self.given > SMALL_BYTES && self.given / MOST_TIMES > self.entry.packed_bytes {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let whole = self.given == self.entry.bytes && self.checksum.value() == self.entry.checksum;
        if count == 0 && !whole {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(count)
    }
}

fn bytes_at(source: &dyn Source, byte: u64, count: u64) -> Result<Vec<u8>, ProblemKind> {
    let mut bytes = Vec::new();
    let reader = source.open_at(byte).map_err(|_| ProblemKind::Unreadable)?;
    reader.take(count).read_to_end(&mut bytes).map_err(|_| ProblemKind::Unreadable)?;
    if bytes.len() as u64 == count { Ok(bytes) } else { Err(ProblemKind::DamagedArchive) }
}

/// The first entry of a directory, and what comes after it.
fn entry(directory: &[u8]) -> Option<(Entry, &[u8])> {
    let fixed = directory.get(..46)?.strip_prefix(&ENTRY)?;
    let lengths = [24, 26, 28].map(|at| usize::from(u16_at(fixed, at)));
    let name_end = 46 + lengths[0];
    let extra_end = name_end + lengths[1];
    let (name, extra) = (directory.get(46..name_end)?, directory.get(name_end..extra_end)?);
    let after = directory.get(extra_end + lengths[2]..)?;
    let mut sizes = [u32_at(fixed, 20), u32_at(fixed, 16), u32_at(fixed, 38)].map(u64::from);
    // What does not fit stands in the extra field, in this order: bytes, packed bytes, place.
    let mut wide = extra_64(extra).unwrap_or_default();
    for size in sizes.iter_mut().filter(|size| **size == u64::from(u32::MAX)) {
        *size = u64_at(wide.get(..8)?, 0);
        wide = wide.get(8..)?;
    }
    let entry = Entry {
        // Names that are not UTF-8 are of old code pages: told apart they are, and more is not asked of them.
        name: String::from_utf8_lossy(name).replace('\\', "/"),
        bytes: sizes[0],
        packed_bytes: sizes[1],
        method: u16_at(fixed, 6),
        flags: u16_at(fixed, 4),
        checksum: u32_at(fixed, 12),
        at: sizes[2],
    };
    Some((entry, after))
}

fn extra_64(mut extra: &[u8]) -> Option<&[u8]> {
    loop {
        let (id, length) = (u16_at(extra.get(..4)?, 0), usize::from(u16_at(extra, 2)));
        let field = extra.get(4..4 + length)?;
        if id == 1 {
            return Some(field);
        }
        extra = extra.get(4 + length..)?;
    }
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).and_then(|two| two.try_into().ok()).map_or(0, u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_le_bytes)
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..at + 8).and_then(|eight| eight.try_into().ok()).map_or(0, u64::from_le_bytes)
}
