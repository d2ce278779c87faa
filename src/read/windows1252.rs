//! Windows-1252, as browsers read it (WHATWG Encoding Standard): Latin-1 but for 0x80 to 0x9F.

#[rustfmt::skip]
const FROM_80_TO_9F: [char; 32] = [
    '\u{20AC}', '\u{0081}', '\u{201A}', '\u{0192}', '\u{201E}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{02C6}', '\u{2030}', '\u{0160}', '\u{2039}', '\u{0152}', '\u{008D}', '\u{017D}', '\u{008F}',
    '\u{0090}', '\u{2018}', '\u{2019}', '\u{201C}', '\u{201D}', '\u{2022}', '\u{2013}', '\u{2014}',
    '\u{02DC}', '\u{2122}', '\u{0161}', '\u{203A}', '\u{0153}', '\u{009D}', '\u{017E}', '\u{0178}',
];

/// The character of a byte. Every byte has one; the five that Windows leaves open are control characters.
pub fn char_of(byte: u8) -> char {
    match byte {
        0x80..=0x9F => FROM_80_TO_9F[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}
