//! The bytes of a file as they are handed in, piece by piece, inflated where they are packed.

use super::inflate::{Damaged, Frame, Inflate};
use serde::{Deserialize, Serialize};

/// What ended a file before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// The source failed in the middle.
    Stopped,
    /// The gzip stream is cut off or damaged.
    Gzip,
}

/// Why no more bytes will come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// There are none.
    Whole,
    /// The source failed: the file is gone, or may not be read any more.
    Stopped,
}

/// What a step gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Something.
    Some,
    /// Nothing before more bytes are handed in, or their end.
    Hungry,
    /// Nothing any more.
    End,
}

/// Bytes handed in and not yet taken, the first two of which say whether they are gzipped. Memory is bounded by the pieces
/// in which they come.
#[derive(Default)]
pub struct Inlet {
    input: Vec<u8>,
    /// How many of them are used up.
    used: usize,
    /// Whether it is known if they are gzipped.
    is_looked_at: bool,
    inflate: Option<Box<Inflate>>,
    /// What was inflated, and how much of it is taken.
    text: Vec<u8>,
    taken: usize,
    end: Option<End>,
    /// Bytes handed in so far.
    pushed: u64,
    trouble: Option<Trouble>,
}

impl Inlet {
    /// Nothing has come yet, and the bytes will be the text.
    pub fn plain() -> Self {
        Self { is_looked_at: true, ..Self::default() }
    }

    /// No bytes.
    pub fn empty() -> Self {
        Self { end: Some(End::Whole), ..Self::plain() }
    }

    /// Whether the file is gzipped.
    pub fn is_packed(&self) -> bool {
        self.inflate.is_some()
    }

    /// Bytes of the file taken so far.
    pub fn bytes_read(&self) -> u64 {
        self.pushed - (self.input.len() - self.used) as u64
    }

    /// What ended the file early.
    pub fn trouble(&self) -> Option<Trouble> {
        self.trouble
    }

    /// Hands in that many bytes, written by `write`.
    pub fn push(&mut self, length: usize, write: impl FnOnce(&mut [u8])) {
        self.input.copy_within(self.used.., 0);
        let kept = self.input.len() - self.used;
        self.input.resize(kept + length, 0);
        self.used = 0;
        self.pushed += length as u64;
        write(self.input.get_mut(kept..).unwrap_or_default());
    }

    /// Says that there are no more.
    pub fn end(&mut self, end: End) {
        self.end = Some(end);
        if end == End::Stopped {
            self.trouble = Some(Trouble::Stopped);
        }
    }

    /// What can be taken.
    pub fn ready(&self) -> &[u8] {
        match self.inflate {
            Some(_) => self.text.get(self.taken..),
            None if !self.is_looked_at => None,
            None => self.input.get(self.used..),
        }
        .unwrap_or_default()
    }

    /// Takes bytes that were [`Inlet::ready`].
    pub fn take(&mut self, count: usize) {
        match self.inflate {
            Some(_) => self.taken += count,
            None => self.used += count,
        }
    }

    /// Makes more ready, or says why not.
    pub fn more(&mut self) -> Flow {
        if !self.is_looked_at {
            return if self.look() { Flow::Some } else { Flow::Hungry };
        }
        let Some(inflate) = &mut self.inflate else {
            return if self.end.is_some() { Flow::End } else { Flow::Hungry };
        };
        if self.trouble == Some(Trouble::Gzip) {
            return Flow::End;
        }
        self.text.drain(..self.taken);
        self.taken = 0;
        let mut rest = self.input.get(self.used..).unwrap_or_default();
        let before = rest.len();
        let flow = inflate.step(&mut rest, self.end.is_some(), &mut self.text);
        self.used += before - rest.len();
        flow.unwrap_or_else(|Damaged| {
            self.trouble = self.trouble.or(Some(Trouble::Gzip));
            Flow::End
        })
    }

    /// Looks whether the text is gzipped; `false` where that takes more bytes.
    fn look(&mut self) -> bool {
        self.is_looked_at = self.input.len() >= 2 || self.end.is_some();
        if self.input.starts_with(&[0x1F, 0x8B]) {
            self.inflate = Some(Box::new(Inflate::new(Frame::Gzip)));
        }
        self.is_looked_at
    }
}
