//! Where cells and records end, found 64 bytes at a time.
//!
//! A block of bytes becomes three words of bits: cell ends, line breaks, quotes. Whether a byte stands between quotes
//! is the parity of the quotes up to it, which six shifts give for all 64 at once (Langdale and Lemire, "Parsing
//! gigabytes of JSON per second", VLDB Journal 2019); ends between quotes are none. That parity is right only as long
//! as quotes open at the begin of a cell and close at its end, so the places where they do not are marked too.

/// How many bytes are looked at together.
const BLOCK: usize = u64::BITS as usize;
/// No block: further from any place than a block is long, either way round.
const NOWHERE: usize = usize::MAX / 2;
/// Fills a block past the end of the text.
const BLANK: u8 = b' ';

/// The marks of one block of a text, the first byte's in the lowest bit.
#[derive(Clone, Copy, Debug)]
pub struct Marks {
    delimiter: u8,
    /// Where the block begins.
    pub at: usize,
    /// Delimiters and line breaks outside of quotes.
    pub ends: u64,
    /// Line breaks outside of quotes.
    pub breaks: u64,
    /// Quotes.
    pub quotes: u64,
    /// The second of two quotes that stand for one.
    pub doubled: u64,
    /// Line breaks between quotes.
    pub broken: u64,
    /// Quotes that open within a cell, and what follows a closed one.
    pub odd: u64,
    before: Before,
}

/// What stands before a block.
#[derive(Clone, Copy, Debug)]
struct Before {
    /// All ones where a quote is open.
    quoted: u64,
    /// 1 behind the quote that closes a cell.
    closed: u64,
    /// 1 behind the end of a cell.
    ended: u64,
}

/// Before a record.
const FRESH: Before = Before { quoted: 0, closed: 0, ended: 1 };

/// The bits of a block before any of them is weighed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Bits {
    ends: u64,
    breaks: u64,
    quotes: u64,
}

impl Marks {
    /// The marks of a text with this delimiter; [`Marks::seek`] says from where.
    pub fn new(delimiter: u8) -> Self {
        let (ends, breaks, quotes, doubled, broken, odd) = (0, 0, 0, 0, 0, 0);
        Self { delimiter, at: NOWHERE, ends, breaks, quotes, doubled, broken, odd, before: FRESH }
    }

    /// Must be said when the text changes: what is known of it holds no more.
    pub fn forget(&mut self) {
        self.at = NOWHERE;
    }

    /// Continues at the begin of a record.
    #[inline]
    pub fn seek(&mut self, text: &[u8], at: usize) {
        let into = at.wrapping_sub(self.at);
        if into < BLOCK {
            self.keep(u64::MAX << into);
        } else {
            self.before = FRESH;
            self.load(text, at);
        }
    }

    /// The next block; `false` at the end of the text.
    #[inline]
    pub fn next(&mut self, text: &[u8]) -> bool {
        let at = self.at + BLOCK;
        if at >= text.len() {
            return false;
        }
        self.load(text, at);
        true
    }

    /// Whether a quote is open behind the block.
    pub fn is_quoted(&self) -> bool {
        self.before.quoted != 0
    }

    fn keep(&mut self, bits: u64) {
        self.ends &= bits;
        self.breaks &= bits;
        self.quotes &= bits;
        self.doubled &= bits;
        self.broken &= bits;
        self.odd &= bits;
    }

    #[inline]
    fn load(&mut self, text: &[u8], at: usize) {
        let rest = text.get(at..).unwrap_or_default();
        let bits = match rest.first_chunk() {
            Some(block) => bits(block, self.delimiter),
            None => bits(&padded(rest), self.delimiter),
        };
        self.at = at;
        (self.ends, self.breaks, self.quotes) = (bits.ends, bits.breaks, bits.quotes);
        (self.doubled, self.broken, self.odd) = (0, 0, 0);
        if bits.quotes | self.before.quoted | self.before.closed == 0 {
            self.before.ended = bits.ends >> (BLOCK - 1);
        } else {
            self.weigh(rest.len());
        }
    }

    /// Tells what stands between quotes. `length` is that of the text from the block on.
    fn weigh(&mut self, length: usize) {
        let quoted = parity(self.quotes) ^ self.before.quoted;
        let (open, close) = (self.quotes & quoted, self.quotes & !quoted);
        self.broken = self.breaks & quoted;
        self.ends &= !quoted;
        self.breaks &= !quoted;
        let behind_close = close << 1 | self.before.closed;
        let behind_end = self.ends << 1 | self.before.ended;
        self.doubled = open & behind_close;
        self.odd = open & !(behind_end | behind_close) | behind_close & !(self.ends | open);
        if length < BLOCK {
            self.odd &= (1 << length) - 1;
        }
        self.before = Before {
            quoted: 0_u64.wrapping_sub(quoted >> (BLOCK - 1)),
            closed: close >> (BLOCK - 1),
            ended: self.ends >> (BLOCK - 1),
        };
    }
}

/// Each bit, whether an odd number of bits is set up to it.
const fn parity(mut bits: u64) -> u64 {
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    bits ^ bits << 32
}

#[cold]
fn padded(rest: &[u8]) -> [u8; BLOCK] {
    let mut block = [BLANK; BLOCK];
    block.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    block
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline]
fn bits(block: &[u8; BLOCK], delimiter: u8) -> Bits {
    use std::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat, u64x2, v128_or};
    sixteens(block, |low, high| {
        let bytes = u64x2(low, high);
        let is = |byte| u8x16_eq(bytes, u8x16_splat(byte));
        let breaks = v128_or(is(b'\n'), is(b'\r'));
        [u8x16_bitmask(v128_or(is(delimiter), breaks)), u8x16_bitmask(breaks), u8x16_bitmask(is(b'"'))]
    })
}

#[cfg(target_arch = "x86_64")]
#[inline]
#[allow(unsafe_code, reason = "the compiler wants SSE2 said again, though every x86_64 has it")]
fn bits(block: &[u8; BLOCK], delimiter: u8) -> Bits {
    // SAFETY: SSE2 is part of x86_64.
    unsafe { bits_sse2(block, delimiter) }
}

#[cfg(target_arch = "x86_64")]
#[inline]
#[target_feature(enable = "sse2")]
fn bits_sse2(block: &[u8; BLOCK], delimiter: u8) -> Bits {
    use std::arch::x86_64::{_mm_cmpeq_epi8, _mm_movemask_epi8, _mm_or_si128, _mm_set_epi64x, _mm_set1_epi8};
    sixteens(block, |low, high| {
        let bytes = _mm_set_epi64x(high.cast_signed(), low.cast_signed());
        let is = |byte: u8| _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte.cast_signed()));
        let breaks = _mm_or_si128(is(b'\n'), is(b'\r'));
        [_mm_or_si128(is(delimiter), breaks), breaks, is(b'"')].map(|is| _mm_movemask_epi8(is) as u16)
    })
}

#[cfg(not(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128"))))]
fn bits(block: &[u8; BLOCK], delimiter: u8) -> Bits {
    bits_by_words(block, delimiter)
}

/// The bits of four times sixteen bytes. Each sixteen come as two words, which the compiler loads as one vector.
#[cfg(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline(always)]
fn sixteens(block: &[u8; BLOCK], bits_of: impl Fn(u64, u64) -> [u16; 3]) -> Bits {
    let mut bits = Bits::default();
    let (words, _) = block.as_chunks::<8>();
    for (at, [low, high]) in words.as_chunks::<2>().0.iter().enumerate() {
        let [ends, breaks, quotes] = bits_of(u64::from_le_bytes(*low), u64::from_le_bytes(*high));
        bits.ends |= u64::from(ends) << (16 * at);
        bits.breaks |= u64::from(breaks) << (16 * at);
        bits.quotes |= u64::from(quotes) << (16 * at);
    }
    bits
}

/// The same without vectors, eight bytes in a word, for any other machine.
#[cfg(any(test, not(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))))]
fn bits_by_words(block: &[u8; BLOCK], delimiter: u8) -> Bits {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const LOW: u64 = 0x7F7F_7F7F_7F7F_7F7F;
    let mut bits = Bits::default();
    for (at, word) in block.as_chunks::<8>().0.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        // 1 in each byte that is the one asked for: the sum has no high bit, and the byte had none, where it is zero.
        let is = |byte: u8| {
            let zero = word ^ (ONES * u64::from(byte));
            !(((zero & LOW) + LOW) | zero | LOW) >> 7
        };
        // Multiplying brings the eight bits together in the top byte.
        let gather = |ones: u64| (ones.wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * at);
        let breaks = is(b'\n') | is(b'\r');
        bits.ends |= gather(is(delimiter) | breaks);
        bits.breaks |= gather(breaks);
        bits.quotes |= gather(is(b'"'));
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Bits, bits, bits_by_words, parity};

    /// Miri takes its time.
    const STEP: usize = if cfg!(miri) { 17 } else { 1 };

    fn expected(block: &[u8; BLOCK], delimiter: u8) -> Bits {
        let of = |is: &dyn Fn(u8) -> bool| block.iter().rev().fold(0, |bits, byte| bits << 1 | u64::from(is(*byte)));
        let is_break = |byte| byte == b'\n' || byte == b'\r';
        Bits {
            ends: of(&|byte| byte == delimiter || is_break(byte)),
            breaks: of(&is_break),
            quotes: of(&|byte| byte == b'"'),
        }
    }

    #[test]
    fn every_byte_is_told_wherever_it_stands() {
        for delimiter in [b',', b';', b'\t', b'|', 0xFF] {
            for byte in (0..=255).step_by(STEP) {
                for at in (0..BLOCK).step_by(STEP) {
                    let mut block = [b'x'; BLOCK];
                    block[at] = byte;
                    let expected = expected(&block, delimiter);
                    assert_eq!(bits(&block, delimiter), expected, "{byte} at {at}");
                    assert_eq!(bits_by_words(&block, delimiter), expected, "{byte} at {at}");
                }
            }
        }
    }

    #[test]
    fn neighbours_do_not_disturb_each_other() {
        let mut seed = 1_u64;
        for _ in 0..2_000 / STEP {
            let block: [u8; BLOCK] = std::array::from_fn(|_| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                (seed >> 56) as u8 & if seed & 1 << 40 == 0 { 0xFF } else { 0x2F }
            });
            assert_eq!(bits(&block, b','), expected(&block, b','));
            assert_eq!(bits_by_words(&block, b','), expected(&block, b','));
        }
    }

    #[test]
    fn parity_counts_the_bits_so_far() {
        assert_eq!(parity(0b10_0010_0100), u64::MAX << 9 | 0b1_1100);
        assert_eq!(parity(1), u64::MAX);
        assert_eq!(parity(1 << 63), 1 << 63);
    }
}
