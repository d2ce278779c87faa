//! Which encoding a file is in, and its bytes as UTF-8.

use super::windows1252;

/// The encodings that call exports come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// Windows-1252, of which Latin-1 is a part.
    Windows1252,
    /// UTF-16, little end first: what Excel calls "Unicode text".
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
}

impl Encoding {
    /// The id used in reports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Windows1252 => "windows-1252",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
        }
    }

    /// The encoding by the head of a file, and the length of its byte order mark. `None` while the head is pure
    /// ASCII: the first other byte of the file decides then ([`Decoder`]).
    pub fn detect(head: &[u8]) -> (Option<Self>, usize) {
        if head.starts_with(b"\xEF\xBB\xBF") {
            return (Some(Self::Utf8), 3);
        }
        if head.starts_with(b"\xFF\xFE") {
            return (Some(Self::Utf16Le), 2);
        }
        if head.starts_with(b"\xFE\xFF") {
            return (Some(Self::Utf16Be), 2);
        }
        if let Some(encoding) = by_zero_bytes(head) {
            return (Some(encoding), 0);
        }
        if head.is_ascii() {
            return (None, 0);
        }
        let (mut good, mut bad) = (0_usize, 0_usize);
        for chunk in head.utf8_chunks() {
            good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
            bad += usize::from(!chunk.invalid().is_empty());
        }
        // A character cut in two by the end of the head is no evidence.
        let cut = head.utf8_chunks().last().is_some_and(|last| {
            !last.invalid().is_empty() && std::str::from_utf8(last.invalid()).is_err_and(|e| e.error_len().is_none())
        });
        bad -= usize::from(cut);
        // UTF-8 sequences do not come about by chance: a file with many good ones and few bad is damaged UTF-8.
        (Some(if bad == 0 || good > 8 * bad { Self::Utf8 } else { Self::Windows1252 }), 0)
    }
}

/// How long a text is UTF-8 at least: all but its end, where nothing is wrong. After a letter with an accent the standard
/// library goes on byte by byte for a while; here the next block begins behind the letter.
fn sound_head(bytes: &[u8]) -> usize {
    const BLOCK: usize = 32;
    const TOP_BITS: u64 = 0x8080_8080_8080_8080;
    let mut rest = bytes;
    while let Some((block, behind)) = rest.split_first_chunk::<BLOCK>() {
        let words = block.as_chunks::<8>().0.iter().map(|word| u64::from_le_bytes(*word) & TOP_BITS);
        if words.clone().fold(0, |all, word| all | word) == 0 {
            rest = behind;
            continue;
        }
        let ascii: u32 = words
            .scan(false, |found, word| {
                let before = !std::mem::replace(found, *found || word != 0);
                before.then(|| word.trailing_zeros() / 8)
            })
            .sum();
        let letter = rest.get(ascii as usize..).unwrap_or_default();
        let length = match letter {
            [0xC2..=0xDF, 0x80..=0xBF, 0..0x80, ..] => 2,
            // Rarer letters, and several at a time.
            _ => {
                let some = letter.get(..BLOCK).unwrap_or(letter);
                std::str::from_utf8(some).map_or_else(|error| error.valid_up_to(), str::len)
            }
        };
        rest = letter.get(length..).unwrap_or_default();
        if length == 0 {
            break;
        }
    }
    bytes.len() - rest.len()
}

/// Latin text in UTF-16 has a zero in every other byte.
fn by_zero_bytes(head: &[u8]) -> Option<Encoding> {
    let part = head.get(..head.len().min(4096) & !1)?;
    let zeros = |from: usize| part.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, units) = (zeros(0), zeros(1), part.len() / 2);
    if units >= 4 && odd * 10 > units * 6 && even * 20 < units {
        return Some(Encoding::Utf16Le);
    }
    (units >= 4 && even * 10 > units * 6 && odd * 20 < units).then_some(Encoding::Utf16Be)
}

/// Turns bytes into UTF-8, a chunk at a time; where the chunks are cut changes nothing.
#[derive(Clone, Debug)]
pub struct Decoder {
    encoding: Option<Encoding>,
    surrogate: Option<u16>,
    replaced: u64,
}

impl Decoder {
    /// A decoder; `None` takes the first byte over 127 for the start of UTF-8 if it begins a whole character, else
    /// the file for Windows-1252.
    pub fn new(encoding: Option<Encoding>) -> Self {
        Self { encoding, surrogate: None, replaced: 0 }
    }

    /// The encoding as it stands; pure ASCII is UTF-8.
    pub fn encoding(&self) -> Encoding {
        self.encoding.unwrap_or(Encoding::Utf8)
    }

    /// Whether text and bytes are the same so far, one for one.
    pub fn is_verbatim(&self) -> bool {
        matches!(self.encoding, None | Some(Encoding::Utf8)) && self.replaced == 0
    }

    /// How many characters had to be replaced.
    pub fn replaced(&self) -> u64 {
        self.replaced
    }

    /// Appends the text of the bytes and answers how many of them are used up; the others (at most three) are the
    /// start of a character and must come again with what follows, or with `last`.
    pub fn decode(&mut self, bytes: &[u8], last: bool, into: &mut Vec<u8>) -> usize {
        match self.encoding {
            None => self.undecided(bytes, last, into),
            Some(Encoding::Utf8) => self.utf8(bytes, last, into),
            Some(Encoding::Windows1252) => {
                let mut text = [0; 4];
                for byte in bytes {
                    if byte.is_ascii() {
                        into.push(*byte);
                    } else {
                        into.extend_from_slice(windows1252::char_of(*byte).encode_utf8(&mut text).as_bytes());
                    }
                }
                bytes.len()
            }
            Some(Encoding::Utf16Le) => self.utf16(bytes, last, into, u16::from_le_bytes),
            Some(Encoding::Utf16Be) => self.utf16(bytes, last, into, u16::from_be_bytes),
        }
    }

    fn undecided(&mut self, bytes: &[u8], last: bool, into: &mut Vec<u8>) -> usize {
        let ascii = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(bytes.len());
        let (before, rest) = bytes.split_at(ascii);
        into.extend_from_slice(before);
        if rest.is_empty() {
            return bytes.len();
        }
        let first = rest.get(..rest.len().min(4)).unwrap_or(rest);
        let error = std::str::from_utf8(first).err();
        self.encoding = match error {
            Some(error) if error.valid_up_to() == 0 && error.error_len().is_none() && !last => return ascii,
            Some(error) if error.valid_up_to() == 0 => Some(Encoding::Windows1252),
            _ => Some(Encoding::Utf8),
        };
        ascii + self.decode(rest, last, into)
    }

    fn utf8(&mut self, bytes: &[u8], last: bool, into: &mut Vec<u8>) -> usize {
        let (sound, mut rest) = bytes.split_at(sound_head(bytes));
        into.extend_from_slice(sound);
        loop {
            let Err(error) = std::str::from_utf8(rest) else {
                into.extend_from_slice(rest);
                return bytes.len();
            };
            let (valid, bad) = rest.split_at(error.valid_up_to());
            into.extend_from_slice(valid);
            let length = match error.error_len() {
                Some(length) => length,
                None if last => bad.len(),
                None => return bytes.len() - bad.len(),
            };
            self.replace(into);
            rest = bad.get(length..).unwrap_or_default();
        }
    }

    fn utf16(&mut self, bytes: &[u8], last: bool, into: &mut Vec<u8>, unit_of: fn([u8; 2]) -> u16) -> usize {
        let (units, odd) = bytes.as_chunks::<2>();
        let mut text = [0; 4];
        for unit in units {
            let unit = unit_of(*unit);
            if let Some(high) = self.surrogate.take() {
                if let Some(Ok(c)) = char::decode_utf16([high, unit]).next() {
                    into.extend_from_slice(c.encode_utf8(&mut text).as_bytes());
                    continue;
                }
                self.replace(into);
            }
            match char::from_u32(u32::from(unit)) {
                Some(c) => into.extend_from_slice(c.encode_utf8(&mut text).as_bytes()),
                None if unit < 0xDC00 => self.surrogate = Some(unit),
                None => self.replace(into),
            }
        }
        if last {
            if self.surrogate.take().is_some() || !odd.is_empty() {
                self.replace(into);
            }
            return bytes.len();
        }
        bytes.len() - odd.len()
    }

    fn replace(&mut self, into: &mut Vec<u8>) {
        self.replaced += 1;
        into.extend_from_slice("\u{FFFD}".as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::sound_head;

    #[test]
    fn the_sound_head_of_a_text_ends_before_the_first_fault_and_short_of_it_by_less_than_a_block() {
        let text = "Énergie, rénovation à 19 € 😀 plain enough for one block and more; déjà vu\u{FFFD}ß".repeat(2);
        let mut bytes = text.into_bytes();
        for at in 0..bytes.len() {
            for fault in [b'x', 0x80, 0xBF, 0xC0, 0xC3, 0xE2, 0xED, 0xF0, 0xFF] {
                let byte = std::mem::replace(&mut bytes[at], fault);
                for end in [at + 1, bytes.len()] {
                    let sound = std::str::from_utf8(&bytes[..end]).map_or_else(|error| error.valid_up_to(), str::len);
                    let head = sound_head(&bytes[..end]);
                    assert!(std::str::from_utf8(&bytes[..head]).is_ok(), "{fault} at {at}");
                    assert!(head <= sound && sound - head < 32, "{fault} at {at}: {head} of {sound}");
                }
                bytes[at] = byte;
            }
        }
    }
}
