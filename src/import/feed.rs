//! How bytes come in: whoever has them hands them over, piece by piece; nothing here waits for any. So the same reading
//! runs under a stream of the browser, which answers when it likes, and natively in a loop.

use std::io::{ErrorKind, Read};

use super::Source;
use crate::{model::ProblemKind, read::End};

/// Bytes read from a source at a time.
const PIECE_BYTES: usize = 256 * 1024;

/// What is known of a file before its first byte.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Its name.
    pub name: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// Why it cannot be read, where that is known beforehand.
    pub refusal: Option<ProblemKind>,
}

impl Given {
    /// What is known of a source.
    pub fn of(source: &dyn Source) -> Self {
        Self { name: source.name().to_owned(), bytes: source.len(), refusal: source.refusal() }
    }
}

/// What a reading asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The bytes that follow.
    More,
    /// Bytes from this one on instead.
    From(u64),
    /// Nothing: it is over.
    Nothing,
}

/// A reading that takes bytes as they come; where they are cut changes nothing.
pub trait Taker {
    /// Does all that can be done with the bytes so far, and says what it needs to go on. The first are needed from the
    /// begin of the file.
    fn need(&mut self) -> Need;
    /// Hands in that many bytes, written by `write`: at least one.
    fn push(&mut self, length: usize, write: &mut dyn FnMut(&mut [u8]));
    /// Says that there are no more.
    fn end(&mut self, end: End);
}

/// Reads a source to where nothing is needed any more.
pub fn feed(source: &dyn Source, taker: &mut dyn Taker) {
    let mut reader = source.open();
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        match taker.need() {
            Need::Nothing => return,
            Need::From(byte) => reader = source.open_at(byte),
            Need::More => {}
        }
        let count = match &mut reader {
            Ok(reader) => reader.read(&mut piece),
            Err(error) => Err(error.kind().into()),
        };
        match count {
            Ok(0) => taker.end(End::Whole),
            Ok(count) => taker.push(count, &mut |room| room.copy_from_slice(piece.get(..count).unwrap_or_default())),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => taker.end(End::Stopped),
        }
    }
}
