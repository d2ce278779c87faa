//! A worksheet → its rows as texts.

use std::io::Read;

use super::{
    serial::{self, Epoch},
    styles::Kind,
    xml::{Event, Xml},
    zip::problem,
};
use crate::model::ProblemKind;

/// As wide as a worksheet can be.
const MOST_COLUMNS: usize = 16_384;
/// As many as a sheet has at most: rows left out become empty lines.
const MOST_ROWS: u64 = 1 << 20;
/// A text of many rows would fill the memory.
const MOST_TEXT_BYTES: usize = 512 << 20;

/// The texts that cells share, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    text: String,
    ends: Vec<usize>,
}

impl Texts {
    /// Reads the part.
    ///
    /// # Errors
    /// It is damaged, or larger than any export's.
    pub fn read(part: impl Read) -> Result<Self, ProblemKind> {
        let mut xml = Xml::new(part);
        let mut texts = Self::default();
        let mut text = RichText::default();
        loop {
            match xml.next().map_err(|error| problem(&error))? {
                Event::Over => return Ok(texts),
                Event::Start => text.start(xml.name()),
                Event::Text => text.push(xml.text(), &mut texts.text),
                Event::End => {
                    text.end(xml.name());
                    if xml.name() == b"si" {
                        texts.ends.push(texts.text.len());
                    }
                }
            }
            if texts.text.len() > MOST_TEXT_BYTES {
                return Err(ProblemKind::UnpacksTooLarge);
            }
        }
    }

    fn get(&self, at: usize) -> Option<&str> {
        let from = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(from..*self.ends.get(at)?)
    }
}

/// Text in runs `<r><t>`, with the readings of Japanese words left out.
#[derive(Clone, Copy, Debug, Default)]
struct RichText {
    in_text: bool,
    in_reading: bool,
}

impl RichText {
    fn start(&mut self, name: &[u8]) {
        match name {
            b"t" => self.in_text = true,
            b"rPh" => self.in_reading = true,
            _ => {}
        }
    }

    fn push(&self, text: &str, into: &mut String) {
        if self.in_text && !self.in_reading {
            push_unescaped(text, into);
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"t" => self.in_text = false,
            b"rPh" => self.in_reading = false,
            _ => {}
        }
    }
}

/// `_x000D_` is a control character.
fn push_unescaped(text: &str, into: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        into.push_str(before);
        let code = after.get(..4).filter(|_| after.get(4..5) == Some("_")).map(|hex| u32::from_str_radix(hex, 16));
        match code.and_then(Result::ok).and_then(char::from_u32) {
            Some(letter) => {
                into.push(letter);
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                into.push_str("_x");
                rest = after;
            }
        }
    }
    into.push_str(rest);
}

/// What a workbook's cells refer to.
#[derive(Clone, Debug, Default)]
pub struct Shared {
    /// Texts.
    pub texts: Texts,
    /// What numbers are, by style.
    pub kinds: Vec<Kind>,
    /// From when dates count.
    pub epoch: Epoch,
}

/// What a cell's value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Type {
    Number,
    Shared,
    Text,
    Bool,
    Error,
}

/// Takes the rows with their numbers, from 1; empty ones may be left out.
pub type PushRow<'p> = dyn FnMut(u64, &[String]) -> Result<(), ProblemKind> + 'p;

/// Hands out the rows.
///
/// # Errors
/// What `push` says, or the part is damaged.
pub fn rows(part: impl Read, shared: &Shared, push: &mut PushRow<'_>) -> Result<(), ProblemKind> {
    let mut xml = Xml::new(part);
    let mut cells: Vec<String> = Vec::new();
    let (mut row, mut width) = (0_u64, 0);
    let (mut column, mut kind, mut what) = (0, Kind::Plain, Type::Number);
    let (mut value, mut in_value, mut rich) = (String::new(), false, RichText::default());
    loop {
        match xml.next().map_err(|error| problem(&error))? {
            Event::Over => return Ok(()),
            Event::Start => match xml.name() {
                b"row" => {
                    row = xml.attribute("r").and_then(|row| row.parse().ok()).unwrap_or(row + 1);
                    if row > MOST_ROWS {
                        return Err(ProblemKind::DamagedArchive);
                    }
                    cells.iter_mut().for_each(String::clear);
                    width = 0;
                }
                b"c" => {
                    column = xml.attribute("r").as_deref().and_then(column_of).unwrap_or(width);
                    if column >= MOST_COLUMNS {
                        return Err(ProblemKind::DamagedArchive);
                    }
                    let style = xml.attribute("s").and_then(|style| style.parse::<usize>().ok());
                    kind = style.and_then(|style| shared.kinds.get(style)).copied().unwrap_or_default();
                    what = match xml.attribute("t").as_deref() {
                        Some("s") => Type::Shared,
                        Some("b") => Type::Bool,
                        Some("e") => Type::Error,
                        Some("str" | "inlineStr" | "d") => Type::Text,
                        _ => Type::Number,
                    };
                    value.clear();
                }
                b"v" => in_value = true,
                name => rich.start(name),
            },
            Event::Text if in_value => push_unescaped(xml.text(), &mut value),
            Event::Text => rich.push(xml.text(), &mut value),
            Event::End => match xml.name() {
                b"v" => in_value = false,
                b"c" => {
                    width = column + 1;
                    if cells.len() < width {
                        cells.resize(width, String::new());
                    }
                    cells[column] = match what {
                        Type::Shared if value.is_empty() => String::new(),
                        // A text that is not there would be a cell lost in silence.
                        Type::Shared => {
                            let text = value.trim().parse().ok().and_then(|at| shared.texts.get(at));
                            text.ok_or(ProblemKind::DamagedArchive)?.to_owned()
                        }
                        Type::Text => std::mem::take(&mut value),
                        Type::Bool => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
                        Type::Error => String::new(),
                        Type::Number if value.is_empty() => String::new(),
                        Type::Number => serial::text(&value, kind, shared.epoch),
                    };
                }
                b"row" => push(row, cells.get(..width).unwrap_or_default())?,
                b"sheetData" => return xml.finish().map_err(|error| problem(&error)),
                name => rich.end(name),
            },
        }
    }
}

/// The column of a cell's place, from 0: `B12` is 1.
fn column_of(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let count = letters.fold(0_usize, |count, letter| count * 26 + usize::from(letter.to_ascii_uppercase() - b'@'));
    count.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::{Shared, Texts, column_of, rows};
    use crate::{model::ProblemKind, unpack::styles::Kind};

    fn read(sheet: &str, shared: &Shared) -> Vec<(u64, Vec<String>)> {
        let mut all = Vec::new();
        let read = rows(sheet.as_bytes(), shared, &mut |row, cells| {
            all.push((row, cells.to_vec()));
            Ok(())
        });
        assert_eq!(read, Ok(()));
        all
    }

    #[test]
    fn every_type_of_cell_is_a_text() {
        let texts = "<sst><si><t>Numéro</t></si><si><r><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r><rPh><t>x</t></rPh></si></sst>";
        let shared = Shared {
            texts: Texts::read(texts.as_bytes()).unwrap_or_default(),
            kinds: vec![Kind::Plain, Kind::Moment],
            ..Shared::default()
        };
        let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>\
            <row r=\"3\"><c r=\"A3\" s=\"1\"><v>46056.375</v></c><c t=\"inlineStr\"><is><t>x &amp; y_x000D_</t></is></c><c t=\"b\"><v>1</v></c>\
            <c t=\"e\"><v>#N/A</v></c><c t=\"str\"><f>1+1</f><v>deux</v></c><c><v>33162000001</v></c><c s=\"1\"/></row>\
            </sheetData><pageMargins left=\"1\"/></worksheet>";
        let all = read(sheet, &shared);
        assert_eq!(all[0], (1, ["Numéro", "", "a b"].map(String::from).to_vec()));
        let third = ["2026-02-03 09:00:00", "x & y\r", "TRUE", "", "deux", "33162000001", ""];
        assert_eq!(all[1], (3, third.map(String::from).to_vec()));
    }

    #[test]
    fn a_text_that_is_not_there_is_damage_and_not_an_empty_cell() {
        let sheet = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row></sheetData>";
        assert_eq!(rows(sheet.as_bytes(), &Shared::default(), &mut |_, _| Ok(())), Err(ProblemKind::DamagedArchive));
    }

    #[test]
    fn places_are_counted_in_letters() {
        assert_eq!(["A1", "Z9", "AA10", "XFD1"].map(column_of), [Some(0), Some(25), Some(26), Some(16_383)]);
        assert_eq!(column_of("12"), None);
    }
}
