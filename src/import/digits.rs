//! Digits read all at once: eight bytes in a word, the first in the lowest byte.

use crate::read::word;

const ZEROS: u64 = 0x3030_3030_3030_3030;
const COLONS: u64 = 0x0000_3A00_003A_0000;
const AT_COLONS: u64 = 0x0000_FF00_00FF_0000;
const TOP_BITS: u64 = 0x8080_8080_8080_8080;

/// A time of day, or a duration in its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 99.
    pub hours: u32,
    /// 0 to 99.
    pub minutes: u32,
    /// 0 to 99.
    pub secs: u32,
}

impl Clock {
    /// All of it in seconds.
    pub fn secs(self) -> u32 {
        (self.hours * 60 + self.minutes) * 60 + self.secs
    }
}

/// `hh:mm:ss`, each part two digits of whatever size.
#[inline]
pub fn clock(text: &[u8; 8]) -> Option<Clock> {
    let values = u64::from_le_bytes(*text) ^ (ZEROS & !AT_COLONS | COLONS);
    if !are_digits(values) || values & AT_COLONS != 0 {
        return None;
    }
    let pairs = values * 10 + (values >> 8);
    let pair = |at: u32| (pairs >> (8 * at)) as u32 & 0xFF;
    Some(Clock { hours: pair(0), minutes: pair(3), secs: pair(6) })
}

/// One to six digits and nothing else.
#[inline]
pub fn short(text: &[u8]) -> Option<u32> {
    if !(1..=6).contains(&text.len()) {
        return None;
    }
    // The zeros that fill the word come first, where they count nothing.
    let spare = 64 - 8 * text.len();
    let values = (word(text) ^ ZEROS) << spare;
    if !are_digits(values) {
        return None;
    }
    let pairs = (values * 10 + (values >> 8)) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_FFFF_0000_FFFF;
    Some((fours * 10_000 + (fours >> 32)) as u32)
}

/// Whether each byte is 0 to 9.
fn are_digits(values: u64) -> bool {
    // No byte reaches into the next: one with its top bit set is found out by that bit.
    (values & !TOP_BITS).wrapping_add(0x7676_7676_7676_7676) & TOP_BITS | values & TOP_BITS == 0
}

#[cfg(test)]
mod tests {
    use super::{Clock, clock, short};

    #[test]
    fn a_clock_is_six_digits_and_two_colons() {
        assert_eq!(clock(b"09:58:07"), Some(Clock { hours: 9, minutes: 58, secs: 7 }));
        assert_eq!(clock(b"99:99:99").map(Clock::secs), Some(99 * 3_661));
        for at in 0..8 {
            for byte in 0..=255 {
                let mut text = *b"12:34:56";
                text[at] = byte;
                let is = if matches!(at, 2 | 5) { byte == b':' } else { byte.is_ascii_digit() };
                assert_eq!(clock(&text).is_some(), is, "{byte} at {at}");
            }
        }
    }

    #[test]
    fn up_to_six_digits_are_their_number() {
        for value in [0, 7, 10, 99, 100, 908, 4_321, 65_536, 123_456, 999_999] {
            assert_eq!(short(value.to_string().as_bytes()), Some(value));
        }
        assert_eq!(short(b"000017"), Some(17));
        assert_eq!(short(b""), None);
        assert_eq!(short(b"1234567"), None);
        for at in 0..4 {
            for byte in 0..=255 {
                let mut text = *b"1234";
                text[at] = byte;
                assert_eq!(short(&text).is_some(), byte.is_ascii_digit(), "{byte} at {at}");
            }
        }
    }
}
