//! Phone numbers as exports write them → E.164, or the digits as written.

use crate::model::{Aside, Country, LineType};

const MOST_DIGITS: usize = 15;
/// What stands where there is no number.
const NONE: [&[u8]; 5] = [b"-", b"none", b"null", b"n/a", b"no data"];

/// How the numbers of one file are read.
#[derive(Clone, Copy, Debug, Default)]
pub struct NumberFormat {
    /// Completes national numbers.
    pub country: Option<Country>,
    /// The exporter writes international numbers without `+`.
    pub bare_is_international: bool,
}

/// A number in digits. No allocation: callees are read by the million and never kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Digits {
    digits: [u8; MOST_DIGITS + 1],
    len: u8,
    international: bool,
}

impl Digits {
    /// The digits, without `+`.
    pub fn as_bytes(&self) -> &[u8] {
        self.digits.get(..usize::from(self.len)).unwrap_or_default()
    }

    /// The text form: `+33162000001`, or the digits as written where the country is not known.
    pub fn text(&self) -> String {
        let plus = if self.international { "+" } else { "" };
        plus.chars().chain(self.as_bytes().iter().copied().map(char::from)).collect()
    }

    /// What the numbering plan says. France: Arcep's plan (06 and 07 mobile, 01 to 05 and 09 fixed, 08 special).
    pub fn line(&self) -> LineType {
        match self.as_bytes() {
            [b'3', b'3', kind, rest @ ..] if self.international && rest.len() == 8 => match kind {
                b'6' | b'7' => LineType::Mobile,
                b'8' => LineType::Special,
                b'1'..=b'5' | b'9' => LineType::Landline,
                _ => LineType::Unknown,
            },
            _ => LineType::Unknown,
        }
    }

    /// A number in digits alone, with or without `+`, as nearly all are written. `None` for any other.
    fn plain(cell: &[u8]) -> Option<Self> {
        let (international, cell) = match cell {
            [b'+', rest @ ..] => (true, rest),
            _ => (false, cell),
        };
        let len = cell.len();
        let mut digits = [0; MOST_DIGITS + 1];
        if !(8..=MOST_DIGITS).contains(&len) {
            return None;
        }
        // The first and the last eight, which overlap.
        for at in [0, len - 8] {
            let eight: [u8; 8] = *cell.get(at..)?.first_chunk()?;
            if !is_digits(u64::from_le_bytes(eight)) {
                return None;
            }
            *digits.get_mut(at..)?.first_chunk_mut()? = eight;
        }
        Some(Self { digits, len: len as u8, international })
    }

    /// A number written in any other way.
    fn written(cell: &[u8]) -> Result<Self, Aside> {
        let cell = number_part(cell);
        if cell.is_empty() || NONE.iter().any(|none| cell.eq_ignore_ascii_case(none)) {
            return Err(Aside::NoNumber);
        }
        if is_mangled(cell) {
            return Err(Aside::NumberMangled);
        }
        let mut digits = Self::default();
        let mut at = 0;
        while let Some(byte) = cell.get(at) {
            match byte {
                b'0'..=b'9' => digits.push(*byte)?,
                b'+' if digits.len == 0 => digits.international = true,
                // The trunk zero that is not dialled from abroad: +33 (0)1 62 …
                b'(' if digits.international && cell.get(at..at + 3) == Some(b"(0)") => at += 2,
                b'x' | b'X' | b'e' | b'E' | b'p' | b'P' if digits.len >= 7 => break,
                b' ' | b'.' | b'-' | b'/' | b'(' | b')' | b'_' | b'\t' | 0x80.. => {}
                _ => return Err(Aside::BadNumber),
            }
            at += 1;
        }
        if !(3..=MOST_DIGITS as u8).contains(&digits.len) {
            return Err(Aside::BadNumber);
        }
        Ok(digits)
    }

    fn push(&mut self, digit: u8) -> Result<(), Aside> {
        let slot = self.digits.get_mut(usize::from(self.len)).ok_or(Aside::BadNumber)?;
        *slot = digit;
        self.len += 1;
        Ok(())
    }

    fn replace_prefix(&mut self, drop: usize, prefix: &str) -> Result<(), Aside> {
        let old = *self;
        (self.len, self.international) = (0, true);
        for digit in prefix.bytes().chain(old.as_bytes().iter().skip(drop).copied()) {
            self.push(digit)?;
        }
        Ok(())
    }
}

impl NumberFormat {
    /// Reads a cell.
    ///
    /// # Errors
    /// [`Aside::NoNumber`] for an empty cell, [`Aside::NumberMangled`] for `3,31E+10`, else [`Aside::BadNumber`].
    pub fn read(&self, cell: &[u8]) -> Result<Digits, Aside> {
        let mut digits = match Digits::plain(cell) {
            Some(digits) => digits,
            None => Digits::written(cell)?,
        };
        self.complete(&mut digits)?;
        Ok(digits)
    }

    fn complete(&self, digits: &mut Digits) -> Result<(), Aside> {
        if digits.international {
            return Ok(());
        }
        let len = usize::from(digits.len);
        let starts = |prefix: &str| digits.as_bytes().starts_with(prefix.as_bytes());
        if starts("00") && digits.as_bytes().iter().all(|digit| *digit == b'0') {
            return Err(Aside::BadNumber);
        }
        if starts("00") && len >= 9 {
            return digits.replace_prefix(2, "");
        }
        if self.bare_is_international && !starts("0") && len >= 8 {
            digits.international = true;
            return Ok(());
        }
        let Some(country) = self.country else { return Ok(()) };
        let (short, long) = (usize::from(country.digits.0), usize::from(country.digits.1));
        let fits = |length: usize| (short..=long).contains(&length);
        if country.calling == "1" && starts("011") && len > 11 {
            return digits.replace_prefix(3, "");
        }
        let trunk = country.trunk.len();
        if trunk > 0 && starts(country.trunk) && fits(len - trunk) {
            return digits.replace_prefix(trunk, country.calling);
        }
        let calling = country.calling.len();
        if starts(country.calling) && len > calling && fits(len - calling) && (short == long || !fits(len)) {
            digits.international = true;
            return Ok(());
        }
        // A spreadsheet takes the leading zero away; a plan with one length still tells.
        if fits(len) && (trunk == 0 || short == long) && !starts("0") {
            return digits.replace_prefix(0, country.calling);
        }
        Ok(())
    }
}

/// Whether eight bytes are digits: their high halves are all 3, and still so with 6 added.
const fn is_digits(eight: u64) -> bool {
    const HIGH: u64 = 0xF0F0_F0F0_F0F0_F0F0;
    const THREES: u64 = 0x3030_3030_3030_3030;
    (eight & HIGH) == THREES && (eight.wrapping_add(0x0606_0606_0606_0606) & HIGH) == THREES
}

/// The number within `Name (+33 …)`, `"name" <number>`, `="0162…"`, `sip:+33…@host`, `33162000001.0`.
fn number_part(cell: &[u8]) -> &[u8] {
    let mut cell = trim(cell);
    if let Some(start) = cell.iter().rposition(|byte| *byte == b'<') {
        cell = cell.get(start + 1..).unwrap_or_default();
        cell = cell.iter().position(|byte| *byte == b'>').map_or(cell, |end| &cell[..end]);
    } else if cell.last() == Some(&b')')
        && let Some(start) = cell.iter().rposition(|byte| *byte == b'(')
        && let Some(inner) = cell.get(start + 1..cell.len() - 1)
        && inner.iter().filter(|byte| byte.is_ascii_digit()).count() >= 6
    {
        cell = inner;
    }
    for scheme in [b"sip:", b"tel:"] {
        if let Some(rest) = cell.strip_prefix(scheme) {
            cell = rest.iter().position(|byte| matches!(byte, b'@' | b';')).map_or(rest, |end| &rest[..end]);
        }
    }
    if let Some(whole) = cell.strip_suffix(b".0")
        && whole.len() > 6
        && whole.iter().all(u8::is_ascii_digit)
    {
        cell = whole;
    }
    trim(cell)
}

fn trim(cell: &[u8]) -> &[u8] {
    let odd = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'"' | b'\'' | b'=') || *byte >= 0x80;
    let start = cell.iter().position(|byte| !odd(byte)).unwrap_or(cell.len());
    let end = cell.iter().rposition(|byte| !odd(byte)).map_or(start, |end| end + 1);
    cell.get(start..end).unwrap_or_default()
}

/// `3,31E+10`: a spreadsheet has rounded the number away.
fn is_mangled(cell: &[u8]) -> bool {
    cell.iter().any(|byte| matches!(byte, b'E' | b'e'))
        && cell.first().is_some_and(u8::is_ascii_digit)
        && cell.last().is_some_and(u8::is_ascii_digit)
        && cell.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b',' | b'E' | b'e' | b'+'))
}

#[cfg(test)]
mod tests {
    use super::NumberFormat;
    use crate::model::{Aside, Country, LineType};

    fn text(cell: &str, country: &str) -> Result<String, Aside> {
        let format = NumberFormat { country: Country::find(country), bare_is_international: false };
        format.read(cell.as_bytes()).map(|digits| digits.text())
    }

    #[test]
    fn every_way_of_writing_a_number_is_one_number() {
        for cell in [
            "+33162000001",
            "0033162000001",
            "0162000001",
            "01 62 00 00 01",
            "01.62.00.00.01",
            "+33 (0)1 62 00 00 01",
            "33162000001",
            "162000001",
            "Ligne Lyon (+33 1 62 00 00 01)",
            "\"Lyon\" <0162000001>",
            "=\"0162000001\"",
            "'0162000001",
            "sip:+33162000001@host",
            "33162000001.0",
            "01\u{A0}62\u{A0}00\u{A0}00\u{A0}01",
        ] {
            assert_eq!(text(cell, "FR").as_deref(), Ok("+33162000001"), "{cell}");
        }
        for cell in ["(212) 555-0100", "1-212-555-0100", "+1 212 555 0100", "2125550100", "12125550100"] {
            assert_eq!(text(cell, "US").as_deref(), Ok("+12125550100"), "{cell}");
        }
    }

    #[test]
    fn without_a_country_the_digits_stay_as_written() {
        assert_eq!(text("01 62 00 00 01", "").as_deref(), Ok("0162000001"));
        assert_eq!(text("33162000001", "").as_deref(), Ok("33162000001"));
        let aircall = NumberFormat { country: None, bare_is_international: true };
        assert_eq!(aircall.read(b"33162000001").map(|digits| digits.text()).as_deref(), Ok("+33162000001"));
    }

    #[test]
    fn what_is_no_number_says_why() {
        assert_eq!(text("3,31E+10", "FR"), Err(Aside::NumberMangled));
        assert_eq!(text("3.3162E+10", "FR"), Err(Aside::NumberMangled));
        assert_eq!(text(" ", "FR"), Err(Aside::NoNumber));
        assert_eq!(text("-", "FR"), Err(Aside::NoNumber));
        assert_eq!(text("None", "FR"), Err(Aside::NoNumber));
        assert_eq!(text("0000000000", "US"), Err(Aside::BadNumber));
        assert_eq!(text("anonymous", "FR"), Err(Aside::BadNumber));
        assert_eq!(text("12345678901234567890", "FR"), Err(Aside::BadNumber));
    }

    #[test]
    fn the_french_plan_tells_mobiles_from_landlines() {
        let line = |cell: &str| {
            let format = NumberFormat { country: Country::find("FR"), bare_is_international: false };
            format.read(cell.as_bytes()).map(|digits| digits.line())
        };
        assert_eq!(line("0639980001"), Ok(LineType::Mobile));
        assert_eq!(line("0162000001"), Ok(LineType::Landline));
        assert_eq!(line("0899000001"), Ok(LineType::Special));
        assert_eq!(line("+12125550100"), Ok(LineType::Unknown));
    }
}
