//! A file as UTF-8 text, a bounded piece at a time.

use std::io::{self, Read};

use serde::{Deserialize, Serialize};

use super::{
    encoding::{Decoder, Encoding},
    gzip::Unzipped,
    magic,
};
use crate::model::ProblemKind;

/// How much of a file is looked at before anything is decided: always this much, or the whole file, however small
/// the pieces in which the source hands it out.
pub const HEAD_BYTES: usize = 256 * 1024;

const CHUNK_BYTES: usize = 256 * 1024;

/// What ended a file before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// The source failed in the middle.
    Stopped,
    /// The gzip stream is cut off or damaged.
    Gzip,
}

/// The decoded text of a file. Memory is bounded by the head, whatever the file.
pub struct Text<'a> {
    bytes: Unzipped<'a>,
    decoder: Decoder,
    raw: Vec<u8>,
    kept: usize,
    head: Vec<u8>,
    head_given: usize,
    /// The byte of the file with which the text given out begins.
    origin: u64,
    whole: bool,
    ended: bool,
    /// Its text was made, not read: its places are none of the file.
    made: bool,
}

impl<'a> Text<'a> {
    /// Opens a file and reads its head.
    ///
    /// # Errors
    /// The kind of a file that holds no text, or [`ProblemKind::Unreadable`].
    pub fn open(reader: io::Result<Box<dyn Read + 'a>>) -> Result<Self, ProblemKind> {
        let mut bytes = reader.and_then(Unzipped::open).map_err(|_| ProblemKind::Unreadable)?;
        let mut raw = vec![0; HEAD_BYTES];
        let mut filled = 0;
        while let Some(room) = raw.get_mut(filled..).filter(|room| !room.is_empty()) {
            match bytes.read(room) {
                0 => break,
                count => filled += count,
            }
        }
        let whole = filled < raw.len();
        raw.truncate(filled);
        if raw.is_empty() {
            return Err(match bytes.trouble() {
                Some(Trouble::Stopped) => ProblemKind::Unreadable,
                Some(Trouble::Gzip) => ProblemKind::TruncatedGzip,
                None => ProblemKind::EmptyFile,
            });
        }
        if let Some(kind) = magic::not_text(&raw) {
            return Err(kind);
        }
        let (encoding, mark) = Encoding::detect(&raw);
        let mut decoder = Decoder::new(encoding);
        let mut head = Vec::with_capacity(raw.len());
        let used = mark + decoder.decode(raw.get(mark..).unwrap_or_default(), whole, &mut head);
        if head.is_empty() {
            return Err(ProblemKind::EmptyFile);
        }
        if magic::is_binary(&head) {
            return Err(ProblemKind::Binary);
        }
        raw.drain(..used);
        let kept = raw.len();
        raw.resize(CHUNK_BYTES, 0);
        Ok(Self {
            bytes,
            decoder,
            raw,
            kept,
            head,
            head_given: 0,
            origin: mark as u64,
            whole,
            ended: whole,
            made: false,
        })
    }

    /// A text that is in memory already.
    pub fn of_utf8(head: Vec<u8>) -> Text<'static> {
        Text {
            bytes: Unzipped::empty(),
            decoder: Decoder::new(Some(Encoding::Utf8)),
            raw: Vec::new(),
            kept: 0,
            head,
            head_given: 0,
            origin: 0,
            whole: true,
            ended: true,
            made: true,
        }
    }

    /// The decoded head.
    pub fn head(&self) -> &[u8] {
        &self.head
    }

    /// Whether the head is the whole file.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// Whether the file is gzipped.
    pub fn is_gzip(&self) -> bool {
        self.bytes.is_gzip()
    }

    /// The encoding, which may still change from ASCII to Windows-1252 as the file is read.
    pub fn encoding(&self) -> Encoding {
        self.decoder.encoding()
    }

    /// How many characters had to be replaced.
    pub fn replaced(&self) -> u64 {
        self.decoder.replaced()
    }

    /// What ended the file early.
    pub fn trouble(&self) -> Option<Trouble> {
        self.bytes.trouble()
    }

    /// Bytes of the file as given, read so far.
    pub fn bytes_read(&self) -> u64 {
        self.bytes.bytes_read()
    }

    /// Whether text and bytes of the file are the same so far, one for one: then a place in the one is a place in the
    /// other.
    pub fn is_verbatim(&self) -> bool {
        !self.made && !self.is_gzip() && self.decoder.is_verbatim()
    }

    /// The byte of the file with which the text given out begins.
    pub fn origin(&self) -> u64 {
        self.origin
    }

    /// Goes on with the first line that begins after a byte of the file instead of with the head, which stays what it
    /// was. `reader` begins at that byte. For a text that is verbatim.
    pub fn jump(&mut self, reader: Box<dyn Read + 'a>, byte: u64) {
        self.bytes = Unzipped::plain(reader);
        (self.head_given, self.origin) = (self.head.len(), byte);
        (self.kept, self.ended) = (0, false);
        while !self.ended {
            let count = self.bytes.read(&mut self.raw);
            self.ended = count == 0;
            let piece = self.raw.get(..count).unwrap_or_default();
            let line_end = piece.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let dropped = line_end.map_or(count, |at| at + 1);
            self.origin += dropped as u64;
            if line_end.is_some() {
                self.raw.copy_within(dropped..count, 0);
                self.kept = count - dropped;
                return;
            }
        }
    }

    /// Appends the next piece, the head first; `false` at the end.
    pub fn fill(&mut self, into: &mut Vec<u8>) -> bool {
        if self.head_given < self.head.len() {
            into.extend_from_slice(self.head.get(self.head_given..).unwrap_or_default());
            self.head_given = self.head.len();
            return true;
        }
        while !self.ended {
            let count = self.raw.get_mut(self.kept..).map_or(0, |room| self.bytes.read(room));
            self.ended = count == 0;
            let filled = self.kept + count;
            let before = into.len();
            let used = self.decoder.decode(self.raw.get(..filled).unwrap_or_default(), self.ended, into);
            self.raw.copy_within(used..filled, 0);
            self.kept = filled - used;
            if into.len() > before {
                return true;
            }
        }
        false
    }
}
