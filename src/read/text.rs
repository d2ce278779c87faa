//! A file as UTF-8 text, a bounded piece at a time.

use super::{
    encoding::{Decoder, Encoding},
    inlet::{End, Flow, Inlet, Trouble},
    magic,
};
use crate::model::ProblemKind;

/// How much of a file is looked at before anything is decided: always this much, or the whole file, however small
/// the pieces in which the source hands it out.
pub const HEAD_BYTES: usize = 256 * 1024;

/// Bytes decoded at a time: what is decoded is still at hand when it is split.
const CHUNK_BYTES: usize = 256 * 1024;

/// A file of which the head is still to come.
#[derive(Default)]
pub struct Opening(Inlet);

impl Opening {
    /// Hands in that many bytes, written by `write`.
    pub fn push(&mut self, length: usize, write: impl FnOnce(&mut [u8])) {
        self.0.push(length, write);
    }

    /// Says that there are no more.
    pub fn end(&mut self, end: End) {
        self.0.end(end);
    }

    /// Whether all of the head has come: then, and not before, it becomes a [`Text`].
    pub fn is_ready(&mut self) -> bool {
        while self.0.ready().len() < HEAD_BYTES {
            match self.0.more() {
                Flow::Some => {}
                Flow::Hungry => return false,
                Flow::End => return true,
            }
        }
        true
    }

    /// The text, by its head.
    ///
    /// # Errors
    /// The kind of a file that holds no text, or [`ProblemKind::Unreadable`].
    pub fn text(self) -> Result<Text, ProblemKind> {
        let Self(mut inlet) = self;
        let raw = inlet.ready();
        let whole = raw.len() < HEAD_BYTES;
        let raw = raw.get(..HEAD_BYTES).unwrap_or(raw);
        if raw.is_empty() {
            return Err(match inlet.trouble() {
                Some(Trouble::Stopped) => ProblemKind::Unreadable,
                Some(Trouble::Gzip) => ProblemKind::TruncatedGzip,
                None => ProblemKind::EmptyFile,
            });
        }
        if let Some(kind) = magic::not_text(raw) {
            return Err(kind);
        }
        let (encoding, mark) = Encoding::detect(raw);
        let mut decoder = Decoder::new(encoding);
        let mut head = Vec::with_capacity(raw.len());
        let used = mark + decoder.decode(raw.get(mark..).unwrap_or_default(), whole, &mut head);
        if head.is_empty() {
            return Err(ProblemKind::EmptyFile);
        }
        if magic::is_binary(&head) {
            return Err(ProblemKind::Binary);
        }
        inlet.take(used);
        Ok(Text {
            inlet,
            decoder,
            head,
            head_given: 0,
            origin: mark as u64,
            seeking: false,
            whole,
            ended: whole,
            made: false,
        })
    }
}

/// The decoded text of a file. Memory is bounded by the head and the pieces in which bytes are handed in, whatever the
/// file.
pub struct Text {
    inlet: Inlet,
    decoder: Decoder,
    head: Vec<u8>,
    head_given: usize,
    /// The byte of the file with which the text given out begins.
    origin: u64,
    /// The first line is to be left out.
    seeking: bool,
    whole: bool,
    ended: bool,
    /// Its text was made, not read: its places are none of the file.
    made: bool,
}

impl Text {
    /// A text that is in memory already.
    pub fn of_utf8(head: Vec<u8>) -> Self {
        Self {
            inlet: Inlet::empty(),
            decoder: Decoder::new(Some(Encoding::Utf8)),
            head,
            head_given: 0,
            origin: 0,
            seeking: false,
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
        self.inlet.is_packed()
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
        self.inlet.trouble()
    }

    /// Bytes of the file as given, read so far.
    pub fn bytes_read(&self) -> u64 {
        self.inlet.bytes_read()
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

    /// Hands in that many bytes of the file, written by `write`.
    pub fn push(&mut self, length: usize, write: impl FnOnce(&mut [u8])) {
        self.inlet.push(length, write);
    }

    /// Says that there are no more.
    pub fn end(&mut self, end: End) {
        self.inlet.end(end);
    }

    /// Leaves out all that was not handed in with the head.
    pub fn keep_head(&mut self) {
        self.ended = true;
    }

    /// Goes on with the first line that begins after a byte of the file instead of with the head, which stays what it
    /// was. What is handed in from here on begins at that byte. For a text that is verbatim.
    pub fn jump(&mut self, byte: u64) {
        self.inlet = Inlet::plain();
        (self.head_given, self.origin) = (self.head.len(), byte);
        (self.seeking, self.ended) = (true, false);
    }

    /// Appends the next piece, the head first.
    pub fn fill(&mut self, into: &mut Vec<u8>) -> Flow {
        if self.head_given < self.head.len() {
            into.extend_from_slice(self.head.get(self.head_given..).unwrap_or_default());
            self.head_given = self.head.len();
            return Flow::Some;
        }
        let before = into.len();
        loop {
            if self.seeking {
                self.seek();
            }
            let ready = self.inlet.ready();
            let chunk = ready.get(..CHUNK_BYTES).unwrap_or(ready);
            if !chunk.is_empty() {
                let used = self.decoder.decode(chunk, self.ended, into);
                self.inlet.take(used);
            }
            if into.len() > before {
                return Flow::Some;
            }
            if self.ended {
                return Flow::End;
            }
            match self.inlet.more() {
                Flow::Some => {}
                Flow::Hungry => return Flow::Hungry,
                Flow::End => self.ended = true,
            }
        }
    }

    /// Leaves out what is ready of the line at hand.
    fn seek(&mut self) {
        let ready = self.inlet.ready();
        let line_end = ready.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let dropped = line_end.map_or(ready.len(), |at| at + 1);
        self.seeking = line_end.is_none();
        self.origin += dropped as u64;
        self.inlet.take(dropped);
    }
}
