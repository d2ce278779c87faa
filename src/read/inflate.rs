//! Deflated bytes (RFC 1951), bare or in the members of a gzip stream (RFC 1952), over miniz_oxide's inflate. Only the
//! frame is ours: the usual crate for it brings 16 KB of checksum tables that do not compress, a tenth of what the reader
//! weighs. Ours is made at the start.
//!
//! Bytes come as they come: where they are cut changes nothing.

use miniz_oxide::{
    DataFormat, MZError, MZFlush, MZStatus,
    inflate::stream::{InflateState, inflate},
};

use super::inlet::Flow;

const MAGIC: [u8; 3] = [0x1F, 0x8B, 8];
const HAS_CHECKSUM: u8 = 2;
const HAS_EXTRA: u8 = 4;
const HAS_NAME: u8 = 8;
const HAS_COMMENT: u8 = 16;

/// Bytes inflated at a time, at most.
const ROOM_BYTES: usize = 256 * 1024;

/// The stream is damaged or cut off; what came before it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

/// A deflated stream, taken piece by piece.
pub struct Inflate {
    state: Box<InflateState>,
    stage: Stage,
    /// Whether a header and a checksum are around it.
    frame: Frame,
    /// What the header at hand says of itself.
    flags: u8,
    /// Bytes of a field of the frame of which others are still to come.
    kept: Vec<u8>,
    checksum: Checksum,
}

/// What is around the deflated bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Members of gzip, one after the other.
    Gzip,
    /// Nothing, as in an archive.
    Bare,
}

/// What comes next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    FirstHeader,
    Header,
    ExtraLength,
    Extra(u16),
    Name,
    Comment,
    HeaderChecksum,
    Body,
    Trailer,
    End,
}

impl Inflate {
    /// Nothing is read yet.
    pub fn new(frame: Frame) -> Self {
        Self {
            state: InflateState::new_boxed(DataFormat::Raw),
            stage: if frame == Frame::Gzip { Stage::FirstHeader } else { Stage::Body },
            frame,
            flags: 0,
            kept: Vec::new(),
            checksum: Checksum::default(),
        }
    }

    /// Appends a piece of the text. `input` is moved past what was used; `last` says that no more will come.
    /// [`Flow::Hungry`] where all was used without any text.
    ///
    /// # Errors
    /// It is damaged, or ends too early.
    pub fn step(&mut self, input: &mut &[u8], last: bool, into: &mut Vec<u8>) -> Result<Flow, Damaged> {
        loop {
            if self.stage == Stage::End
                || self.stage == Stage::Header && input.is_empty() && last && self.kept.is_empty()
            {
                return Ok(Flow::End);
            }
            let before = into.len();
            let moved = match self.stage {
                Stage::Body => self.body(input, last, into)?,
                stage => self.frame(stage, input)?,
            };
            if into.len() > before {
                return Ok(Flow::Some);
            }
            if !moved {
                return if last { Err(Damaged) } else { Ok(Flow::Hungry) };
            }
        }
    }

    /// Reads over a part of the frame; `false` where more bytes are needed.
    fn frame(&mut self, stage: Stage, input: &mut &[u8]) -> Result<bool, Damaged> {
        let has = |flag| self.flags & flag != 0;
        let next = match stage {
            Stage::FirstHeader | Stage::Header => {
                let Some([first, second, method, flags, ..]) = self.take::<10>(input) else { return Ok(false) };
                if [first, second, method] != MAGIC {
                    return Err(Damaged);
                }
                self.flags = flags;
                self.state.reset(DataFormat::Raw);
                self.checksum.restart();
                Stage::ExtraLength
            }
            Stage::ExtraLength if has(HAS_EXTRA) => match self.take(input) {
                Some(length) => Stage::Extra(u16::from_le_bytes(length)),
                None => return Ok(false),
            },
            Stage::ExtraLength => Stage::Name,
            Stage::Extra(length) => {
                let count = input.len().min(usize::from(length));
                *input = input.get(count..).unwrap_or_default();
                let left = length - count as u16;
                self.stage = Stage::Extra(left);
                if left > 0 {
                    return Ok(false);
                }
                Stage::Name
            }
            Stage::Name if has(HAS_NAME) && !skip_text(input) => return Ok(false),
            Stage::Name => Stage::Comment,
            Stage::Comment if has(HAS_COMMENT) && !skip_text(input) => return Ok(false),
            Stage::Comment => Stage::HeaderChecksum,
            Stage::HeaderChecksum if has(HAS_CHECKSUM) && self.take::<2>(input).is_none() => return Ok(false),
            Stage::HeaderChecksum => Stage::Body,
            Stage::Trailer => {
                let Some(bytes) = self.take::<8>(input) else { return Ok(false) };
                let [sum, length] = [self.checksum.value(), self.checksum.length].map(u32::to_le_bytes);
                if bytes != *[sum, length].as_flattened() {
                    return Err(Damaged);
                }
                Stage::Header
            }
            Stage::Body | Stage::End => stage,
        };
        self.stage = next;
        Ok(true)
    }

    /// The next bytes of the frame, once all of them are here.
    fn take<const N: usize>(&mut self, input: &mut &[u8]) -> Option<[u8; N]> {
        let (some, rest) = input.split_at(input.len().min(N - self.kept.len()));
        self.kept.extend_from_slice(some);
        *input = rest;
        let bytes = self.kept.first_chunk().copied();
        if bytes.is_some() {
            self.kept.clear();
        }
        bytes
    }

    /// Inflates; `false` where that takes more bytes.
    fn body(&mut self, input: &mut &[u8], last: bool, into: &mut Vec<u8>) -> Result<bool, Damaged> {
        let before = into.len();
        into.resize(before + ROOM_BYTES, 0);
        let result = inflate(&mut self.state, input, into.get_mut(before..).unwrap_or_default(), MZFlush::None);
        into.truncate(before + result.bytes_written);
        *input = input.get(result.bytes_consumed..).unwrap_or_default();
        self.checksum.push(into.get(before..).unwrap_or_default());
        match result.status {
            Ok(MZStatus::StreamEnd) => {
                self.stage = if self.frame == Frame::Gzip { Stage::Trailer } else { Stage::End };
                Ok(true)
            }
            Ok(_) | Err(MZError::Buf) if result.bytes_written > 0 => Ok(true),
            Ok(_) | Err(MZError::Buf) if input.is_empty() && !last => Ok(false),
            Ok(_) if result.bytes_consumed > 0 => Ok(true),
            _ => Err(Damaged),
        }
    }
}

/// Leaves out bytes up to a zero; `false` where there is none yet.
fn skip_text(input: &mut &[u8]) -> bool {
    let end = input.iter().position(|byte| *byte == 0);
    *input = end.and_then(|end| input.get(end + 1..)).unwrap_or_default();
    end.is_some()
}

/// CRC-32 as gzip and zip use it, and the length, modulo 2^32.
pub struct Checksum {
    table: [u32; 256],
    rest: u32,
    length: u32,
}

impl Default for Checksum {
    /// Of no bytes.
    fn default() -> Self {
        let of_byte =
            |byte| (0..8).fold(byte, |rest: u32, _| (rest >> 1) ^ (0xEDB8_8320 & 0_u32.wrapping_sub(rest & 1)));
        let mut table = [0; 256];
        table.iter_mut().zip(0..).for_each(|(entry, byte)| *entry = of_byte(byte));
        Self { table, rest: u32::MAX, length: 0 }
    }
}

impl Checksum {
    fn restart(&mut self) {
        (self.rest, self.length) = (u32::MAX, 0);
    }

    /// More bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.length = self.length.wrapping_add(bytes.len() as u32);
        self.rest =
            bytes.iter().fold(self.rest, |rest, byte| (rest >> 8) ^ self.table[usize::from(rest as u8 ^ *byte)]);
    }

    /// The value of the bytes so far.
    pub fn value(&self) -> u32 {
        !self.rest
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::io::Write;

    use flate2::{Compression, GzBuilder, write::GzEncoder};
    use proptest::prelude::*;

    use super::{Checksum, Damaged, Flow, Frame, Inflate};

    fn zipped(text: &[u8], level: u32) -> Vec<u8> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::new(level));
        gzip.write_all(text).unwrap();
        gzip.finish().unwrap()
    }

    /// The text of pieces of that length, and whether it is whole.
    fn unzipped(bytes: &[u8], length: usize) -> (Vec<u8>, bool) {
        inflated(Frame::Gzip, bytes, length)
    }

    fn inflated(frame: Frame, bytes: &[u8], length: usize) -> (Vec<u8>, bool) {
        let (mut text, mut inflate) = (Vec::new(), Inflate::new(frame));
        let mut rest = bytes;
        loop {
            let (mut piece, after) = rest.split_at(length.min(rest.len()));
            rest = after;
            loop {
                match inflate.step(&mut piece, rest.is_empty(), &mut text) {
                    Ok(Flow::Some) => {}
                    Ok(Flow::Hungry) => break,
                    Ok(Flow::End) => return (text, true),
                    Err(Damaged) => return (text, false),
                }
            }
            assert!(piece.is_empty());
        }
    }

    /// The check value of the catalogue of CRC algorithms, CRC-32/ISO-HDLC.
    #[test]
    fn the_checksum_is_that_of_the_catalogue() {
        let mut checksum = Checksum::default();
        checksum.push(b"123456789");
        assert_eq!(checksum.value(), 0xCBF4_3926);
    }

    #[test]
    fn a_header_with_all_that_it_may_hold_is_read_over() {
        let mut gzip = GzBuilder::new()
            .extra(vec![7; 300])
            .filename("calls.csv")
            .comment("mars")
            .write(Vec::new(), Compression::best());
        gzip.write_all(b"a,b\n1,2\n").unwrap();
        assert_eq!(unzipped(&gzip.finish().unwrap(), 3), (b"a,b\n1,2\n".to_vec(), true));
    }

    #[test]
    fn bytes_without_a_frame_are_inflated_up_to_their_end() {
        let mut bare = flate2::write::DeflateEncoder::new(Vec::new(), Compression::best());
        bare.write_all(b"a,b\n1,2\n").unwrap();
        let mut bytes = bare.finish().unwrap();
        bytes.extend(b"PK: what follows in an archive");
        for length in [1, 5, 1000] {
            assert_eq!(inflated(Frame::Bare, &bytes, length), (b"a,b\n1,2\n".to_vec(), true));
        }
    }

    #[test]
    fn bytes_after_the_last_member_that_are_none_are_damage() {
        let mut bytes = zipped(b"a,b\n", 6);
        bytes.extend(b"rubbish");
        assert_eq!(unzipped(&bytes, 64), (b"a,b\n".to_vec(), false));
    }

    proptest! {
        #[test]
        fn what_was_zipped_comes_out_again(
            texts in prop::collection::vec(prop::collection::vec(b'a'..b'e', 0..5_000), 1..3), level in 0_u32..10, buffer in 1_usize..600,
        ) {
            let bytes: Vec<u8> = texts.iter().flat_map(|text| zipped(text, level)).collect();
            prop_assert_eq!(unzipped(&bytes, buffer), (texts.concat(), true));
        }

        #[test]
        fn a_stream_cut_anywhere_gives_its_beginning_and_an_error(text in prop::collection::vec(b'a'..b'e', 1..3_000), cut in 0.0..1.0) {
            let bytes = zipped(&text, 6);
            let cut = (bytes.len() as f64 * cut) as usize;
            let (beginning, whole) = unzipped(&bytes[..cut], 100);
            prop_assert!(!whole && text.starts_with(&beginning));
        }

        #[test]
        fn a_byte_that_was_changed_is_noticed(text in prop::collection::vec(b'a'..b'e', 50..500), at in 0.0..1.0) {
            let mut bytes = zipped(&text, 6);
            // The time, the flags and the system of the header say nothing about the text.
            let at = 10 + ((bytes.len() - 10) as f64 * at) as usize;
            bytes[at] ^= 0x55;
            let (out, whole) = unzipped(&bytes, 100);
            prop_assert!(!whole || out == text);
        }
    }
}
