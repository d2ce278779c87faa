//! What a cell was read as, remembered by its bytes: own numbers, agents and outcome words are few and come again
//! and again.

use crate::read::{hash64, word};

/// More distinct cells than this are read anew each time.
const MOST: usize = 16_384;
/// Cells up to this length are compared as two words.
const SHORT: usize = 16;
/// Odd, and its high bits well mixed: the golden ratio.
const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// Cell → what it was read as.
#[derive(Clone, Debug)]
pub struct Memo<T> {
    /// Open addressing; a power of two of places, or none, at most half of them taken.
    places: Vec<Option<(Key, T)>>,
    taken: usize,
}

/// A cell: its first and last eight bytes, which overlap, or where it is long its hash and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    first: u64,
    last: u64,
    length: usize,
    long: Option<Box<[u8]>>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { places: Vec::new(), taken: 0 }
    }
}

impl<T: Copy> Memo<T> {
    /// What the cell is, read once.
    #[inline]
    pub fn get(&mut self, cell: &[u8], read: impl FnOnce(&[u8]) -> T) -> T {
        let (first, last) = words(cell);
        let mut at = place(first, last);
        while let Some(Some((key, value))) = self.places.get(at & self.places.len().wrapping_sub(1)) {
            let alike = key.first == first && key.last == last && key.length == cell.len();
            if alike && (cell.len() <= SHORT || key.long.as_deref() == Some(cell)) {
                return *value;
            }
            at += 1;
        }
        let value = read(cell);
        self.keep(cell, value);
        value
    }

    fn keep(&mut self, cell: &[u8], value: T) {
        if self.taken >= MOST {
            return;
        }
        if self.taken * 2 >= self.places.len() {
            let grown = (self.places.len() * 2).max(16);
            let old = std::mem::replace(&mut self.places, (0..grown).map(|_| None).collect());
            old.into_iter().flatten().for_each(|(key, value)| self.lay(key, value));
        }
        let (first, last) = words(cell);
        let long = (cell.len() > SHORT).then(|| cell.into());
        self.lay(Key { first, last, length: cell.len(), long }, value);
        self.taken += 1;
    }

    fn lay(&mut self, key: Key, value: T) {
        let (mut at, mask) = (place(key.first, key.last), self.places.len() - 1);
        while self.places[at & mask].is_some() {
            at += 1;
        }
        self.places[at & mask] = Some((key, value));
    }
}

#[inline]
fn words(cell: &[u8]) -> (u64, u64) {
    match cell.len() {
        ..8 => (word(cell), 0),
        8..=SHORT => (word(cell), cell.last_chunk().map_or(0, |last| u64::from_le_bytes(*last))),
        _ => (hash64(0, cell), 0),
    }
}

#[inline]
fn place(first: u64, last: u64) -> usize {
    ((first ^ last.rotate_left(23)).wrapping_mul(MULTIPLIER) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::{MOST, Memo};

    #[test]
    fn every_cell_is_read_once_and_none_is_taken_for_another() {
        let mut memo = Memo::default();
        let texts: Vec<String> = (0..5_000_usize).map(|at| format!("{at:0width$}", width = at % 30)).collect();
        for (at, text) in texts.iter().enumerate() {
            let first = texts.iter().position(|other| other == text);
            assert_eq!(Some(memo.get(text.as_bytes(), |_| at)), first, "{text}");
        }
        for text in &texts {
            let first = texts.iter().position(|other| other == text);
            assert_eq!(Some(memo.get(text.as_bytes(), |_| usize::MAX)), first, "{text}");
        }
    }

    #[test]
    fn a_cell_too_many_is_read_each_time() {
        let mut memo = Memo::default();
        for at in 0..MOST {
            memo.get(&at.to_le_bytes(), |_| at);
        }
        assert_eq!(memo.get(b"one more", |_| 1), 1);
        assert_eq!(memo.get(b"one more", |_| 2), 2);
        assert_eq!(memo.get(&5_usize.to_le_bytes(), |_| 0), 5);
    }
}
