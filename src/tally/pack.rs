//! Rows of numbers ↔ bytes: how a cube crosses from the worker to the page.
//!
//! The key columns of a row are written one after the other, then a mask of the value columns that are not zero, then
//! those. All numbers are LEB128 varints. Most cells of a call centre have few values in few bins: 40 bytes for one of
//! 256.

/// Value columns at most: one bit of the mask each.
const MOST_VALUES: usize = 64;

/// The longest number in bytes.
const MOST_BYTES: usize = 10;

/// Rows as bytes.
pub struct Packer {
    bytes: Vec<u8>,
    keys: Vec<u64>,
    filled: Filled,
    /// Room for one row.
    room: Vec<u8>,
}

/// The values of a row that are not zero, and which ones they are.
pub struct Filled {
    values: [u64; MOST_VALUES],
    count: usize,
    mask: u64,
    place: u32,
}

impl Filled {
    /// Takes the next value.
    #[inline]
    pub fn put(&mut self, value: u64) {
        // Written whether it counts or not: what cannot be foreseen is not asked.
        if let Some(place) = self.values.get_mut(self.count) {
            *place = value;
        }
        self.count += usize::from(value != 0);
        self.mask |= u64::from(value != 0) << self.place;
        self.place += 1;
    }

    /// Takes the next counts. Of most cells nearly all are zero.
    #[inline]
    pub fn put_all(&mut self, counts: &[u32]) {
        let (fours, rest) = counts.as_chunks::<4>();
        for four in fours {
            if *four == [0; 4] {
                self.place += 4;
            } else {
                four.iter().for_each(|count| self.put((*count).into()));
            }
        }
        rest.iter().for_each(|count| self.put((*count).into()));
    }
}

impl Packer {
    /// For so many rows, each of `keys` + `values` numbers.
    pub fn new(rows: usize, keys: usize, values: usize) -> Self {
        debug_assert!(values <= MOST_VALUES);
        let room = vec![0; (keys + 1 + values) * MOST_BYTES];
        let filled = Filled { values: [0; MOST_VALUES], count: 0, mask: 0, place: 0 };
        Self { bytes: Vec::with_capacity(rows * 24), keys: vec![0; keys], filled, room }
    }

    /// Writes one row, which `fill` fills in: its keys, its values.
    pub fn push(&mut self, fill: impl FnOnce(&mut [u64], &mut Filled)) {
        let filled = &mut self.filled;
        (filled.count, filled.mask, filled.place) = (0, 0, 0);
        fill(&mut self.keys, filled);
        self.write();
    }

    /// All of them.
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }

    #[inline(never)]
    fn write(&mut self) {
        let room = self.room.as_mut_slice();
        let Filled { values, count, mask, .. } = &self.filled;
        let values = values.get(..*count).unwrap_or_default();
        let all = self.keys.iter().chain([mask]).chain(values);
        let length = all.fold(0, |at, number| write(room, at, *number));
        self.bytes.extend_from_slice(room.get(..length).unwrap_or_default());
    }
}

/// Hands out the rows of such bytes: keys, values. Bytes that are none end there.
pub fn unpack(bytes: &[u8], keys: usize, values: usize, row: &mut dyn FnMut(&[u64], &[u64])) {
    let mut cells = vec![0; values];
    unpack_keys(bytes, keys, &mut |key, mut rest| {
        let whole = unpack_values(&mut rest, &mut cells).is_some();
        if whole {
            row(key, &cells);
        }
        whole.then_some(rest)
    });
}

/// Takes a key and what comes behind it; the answer is what comes behind the row.
type KeyTaker<'t, 'b> = dyn FnMut(&[u64], &'b [u8]) -> Option<&'b [u8]> + 't;

/// Hands out the keys of such bytes.
fn unpack_keys<'b>(mut bytes: &'b [u8], keys: usize, row: &mut KeyTaker<'_, 'b>) {
    let mut key = vec![0; keys];
    while !bytes.is_empty() {
        for value in &mut key {
            let Some(number) = read(&mut bytes) else { return };
            *value = number;
        }
        let Some(rest) = row(&key, bytes) else { return };
        bytes = rest;
    }
}

/// Hands out the keys of such bytes, each with the place of its values.
pub fn places(bytes: &[u8], keys: usize, row: &mut dyn FnMut(&[u64], usize)) {
    unpack_keys(bytes, keys, &mut |key, mut rest| {
        let place = bytes.len() - rest.len();
        let filled = read(&mut rest)?.count_ones();
        for _ in 0..filled {
            let end = rest.iter().position(|byte| *byte < 0x80)?;
            rest = rest.get(end + 1..)?;
        }
        row(key, place);
        Some(rest)
    });
}

/// The values at a place.
pub fn values_at(bytes: &[u8], place: usize, values: &mut [u64]) {
    let mut rest = bytes.get(place..).unwrap_or_default();
    unpack_values(&mut rest, values).unwrap_or_default();
}

fn unpack_values(bytes: &mut &[u8], cells: &mut [u64]) -> Option<()> {
    let mut mask = read(bytes)?;
    cells.fill(0);
    while mask != 0 {
        let number = read(bytes)?;
        if let Some(cell) = cells.get_mut(mask.trailing_zeros() as usize) {
            *cell = number;
        }
        mask &= mask - 1;
    }
    Some(())
}

/// Writes a number from a place on; the answer is the place behind it.
#[inline]
fn write(room: &mut [u8], mut at: usize, mut number: u64) -> usize {
    while number > 0x7F {
        put(room, at, number as u8 | 0x80);
        number >>= 7;
        at += 1;
    }
    put(room, at, number as u8);
    at + 1
}

#[inline]
fn put(room: &mut [u8], at: usize, byte: u8) {
    if let Some(place) = room.get_mut(at) {
        *place = byte;
    }
}

fn read(bytes: &mut &[u8]) -> Option<u64> {
    // Most numbers are of one byte.
    if let Some((byte, rest)) = bytes.split_first().filter(|(byte, _)| **byte < 0x80) {
        *bytes = rest;
        return Some(u64::from(*byte));
    }
    read_long(bytes)
}

fn read_long(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    let mut shift = 0;
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7F).checked_shl(shift)?;
        if *byte < 0x80 {
            return Some(number);
        }
        shift += 7;
    }
}

#[cfg(test)]
mod tests {
    use super::{Packer, unpack};

    fn pack(rows: &[[u64; 6]]) -> Vec<u8> {
        let mut packer = Packer::new(rows.len(), 2, 4);
        for row in rows {
            packer.push(|keys, values| {
                keys.copy_from_slice(&row[..2]);
                row[2..].iter().for_each(|value| values.put(*value));
            });
        }
        packer.finish()
    }

    #[test]
    fn rows_come_back_as_they_were() {
        let rows =
            [[0, 0, 0, 0, 0, 0], [1, u64::MAX, 7, 0, 128, u64::MAX], [5, 3, 0, 0, 0, 1], [5, 2, 1 << 40, 300, 0, 0]];
        let mut found = Vec::new();
        unpack(&pack(&rows), 2, 4, &mut |keys, values| found.push([keys, values].concat()));
        assert_eq!(found, rows);
    }

    #[test]
    fn bytes_that_are_cut_off_end_there() {
        let bytes = pack(&[[0, 0, 1_000, 0, 0, 0], [1, 0, 1_000, 0, 0, 0]]);
        for length in 0..bytes.len() {
            let mut rows = 0;
            unpack(&bytes[..length], 2, 4, &mut |_, _| rows += 1);
            assert!(rows < 2);
        }
    }

    #[test]
    fn counts_are_taken_as_if_one_by_one() {
        for length in 0..12_u32 {
            for filled in 0..1_u32 << length {
                let counts: Vec<u32> = (0..length).map(|at| (filled >> at & 1) * (at + 1)).collect();
                let mut packers = [Packer::new(1, 0, 12), Packer::new(1, 0, 12)];
                packers[0].push(|_, values| values.put_all(&counts));
                packers[1].push(|_, values| counts.iter().for_each(|count| values.put((*count).into())));
                let [together, one_by_one] = packers.map(Packer::finish);
                assert_eq!(together, one_by_one, "{counts:?}");
            }
        }
    }
}
