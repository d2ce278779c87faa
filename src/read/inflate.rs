//! A gzip stream (RFC 1952), member after member, over miniz_oxide's inflate. Only the frame is ours: the usual crate for
//! it brings 16 KB of checksum tables that do not compress, a tenth of what the reader weighs. Ours is made at the start.

use std::io::{self, BufRead, Read};

use miniz_oxide::{
    DataFormat, MZError, MZFlush, MZStatus,
    inflate::stream::{InflateState, inflate},
};

const MAGIC: [u8; 3] = [0x1F, 0x8B, 8];
const HAS_CHECKSUM: u8 = 2;
const HAS_EXTRA: u8 = 4;
const HAS_NAME: u8 = 8;
const HAS_COMMENT: u8 = 16;

/// The text of a gzip stream. An error says that it is damaged or cut off; what came before it stands.
pub struct Gunzip<R> {
    input: R,
    state: Box<InflateState>,
    stage: Stage,
    checksum: Checksum,
}

/// What comes next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    FirstHeader,
    Header,
    Body,
    Trailer,
}

impl<R: BufRead> Gunzip<R> {
    /// Nothing is read yet.
    pub fn new(input: R) -> Self {
        Self {
            input,
            state: InflateState::new_boxed(DataFormat::Raw),
            stage: Stage::FirstHeader,
            checksum: Checksum::new(),
        }
    }

    /// What is underneath.
    pub fn input(&self) -> &R {
        &self.input
    }

    fn bytes<const N: usize>(&mut self) -> io::Result<[u8; N]> {
        let mut bytes = [0; N];
        self.input.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// Leaves out bytes up to a zero.
    fn skip_text(&mut self) -> io::Result<()> {
        while self.bytes::<1>()? != [0] {}
        Ok(())
    }

    fn header(&mut self) -> io::Result<()> {
        let [first, second, method, flags, ..] = self.bytes::<10>()?;
        if [first, second, method] != MAGIC {
            return Err(io::ErrorKind::InvalidData.into());
        }
        if flags & HAS_EXTRA != 0 {
            for _ in 0..u16::from_le_bytes(self.bytes()?) {
                self.bytes::<1>()?;
            }
        }
        if flags & HAS_NAME != 0 {
            self.skip_text()?;
        }
        if flags & HAS_COMMENT != 0 {
            self.skip_text()?;
        }
        if flags & HAS_CHECKSUM != 0 {
            self.bytes::<2>()?;
        }
        self.state.reset(DataFormat::Raw);
        self.checksum.restart();
        Ok(())
    }

    /// Fills a part of the buffer; 0 where the member ends without any more.
    fn body(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let input = self.input.fill_buf()?;
            let at_end = input.is_empty();
            let result = inflate(&mut self.state, input, buffer, MZFlush::None);
            self.input.consume(result.bytes_consumed);
            let written = result.bytes_written;
            self.checksum.push(buffer.get(..written).unwrap_or_default());
            match result.status {
                Ok(MZStatus::StreamEnd) => self.stage = Stage::Trailer,
                Ok(_) | Err(MZError::Buf) if written > 0 => {}
                Ok(_) | Err(MZError::Buf) if at_end => return Err(io::ErrorKind::UnexpectedEof.into()),
                Ok(_) if result.bytes_consumed > 0 => continue,
                _ => return Err(io::ErrorKind::InvalidData.into()),
            }
            return Ok(written);
        }
    }

    fn trailer(&mut self) -> io::Result<()> {
        let (sum, length) = (u32::from_le_bytes(self.bytes()?), u32::from_le_bytes(self.bytes()?));
        let whole = sum == self.checksum.value() && length == self.checksum.length;
        if whole { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
    }
}

impl<R: BufRead> Read for Gunzip<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            match self.stage {
                Stage::Header if self.input.fill_buf()?.is_empty() => return Ok(0),
                Stage::FirstHeader | Stage::Header => {
                    self.header()?;
                    self.stage = Stage::Body;
                }
                Stage::Body => match self.body(buffer)? {
                    0 => {}
                    count => return Ok(count),
                },
                Stage::Trailer => {
                    self.trailer()?;
                    self.stage = Stage::Header;
                }
            }
        }
    }
}

/// CRC-32 as gzip uses it, and the length, modulo 2^32.
struct Checksum {
    table: [u32; 256],
    rest: u32,
    length: u32,
}

impl Checksum {
    fn new() -> Self {
        let of_byte =
            |byte| (0..8).fold(byte, |rest: u32, _| (rest >> 1) ^ (0xEDB8_8320 & 0_u32.wrapping_sub(rest & 1)));
        let mut table = [0; 256];
        table.iter_mut().zip(0..).for_each(|(entry, byte)| *entry = of_byte(byte));
        Self { table, rest: u32::MAX, length: 0 }
    }

    fn restart(&mut self) {
        (self.rest, self.length) = (u32::MAX, 0);
    }

    fn push(&mut self, bytes: &[u8]) {
        self.length = self.length.wrapping_add(bytes.len() as u32);
        self.rest =
            bytes.iter().fold(self.rest, |rest, byte| (rest >> 8) ^ self.table[usize::from(rest as u8 ^ *byte)]);
    }

    fn value(&self) -> u32 {
        !self.rest
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::io::{BufReader, Read, Write};

    use flate2::{Compression, GzBuilder, write::GzEncoder};
    use proptest::prelude::*;

    use super::{Checksum, Gunzip};

    fn zipped(text: &[u8], level: u32) -> Vec<u8> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::new(level));
        gzip.write_all(text).unwrap();
        gzip.finish().unwrap()
    }

    fn unzipped(bytes: &[u8], buffer: usize) -> (Vec<u8>, bool) {
        let mut text = Vec::new();
        let whole = Gunzip::new(BufReader::with_capacity(buffer, bytes)).read_to_end(&mut text).is_ok();
        (text, whole)
    }

    /// The check value of the catalogue of CRC algorithms, CRC-32/ISO-HDLC.
    #[test]
    fn the_checksum_is_that_of_the_catalogue() {
        let mut checksum = Checksum::new();
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
