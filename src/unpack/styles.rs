//! What a cell's number is by its format: a date, a duration, a per cent. Source: ECMA-376 part 1, §18.8.30 and §18.8.31.

use std::io::Read;

use super::xml::{Event, Xml};
use crate::model::ProblemKind;

/// What a number stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A number.
    #[default]
    Plain,
    /// Shown as `4.47E+11`.
    Scientific,
    /// Shown a hundredfold.
    Percent,
    /// A day.
    Day,
    /// A day and a time of day.
    Moment,
    /// A time of day or a duration.
    Time,
}

/// The kinds of the cell styles, in their order.
///
/// # Errors
/// The part is damaged.
pub fn kinds(part: impl Read) -> Result<Vec<Kind>, ProblemKind> {
    let mut xml = Xml::new(part);
    let mut codes: Vec<(u32, Kind)> = Vec::new();
    let mut kinds = Vec::new();
    let mut in_cells = false;
    loop {
        match xml.next().map_err(|error| super::zip::problem(&error))? {
            Event::Over => return Ok(kinds),
            Event::Start => match xml.name() {
                b"numFmt" => {
                    let id = xml.attribute("numFmtId").and_then(|id| id.parse().ok());
                    if let (Some(id), Some(code)) = (id, xml.attribute("formatCode")) {
                        codes.push((id, of_code(&code)));
                    }
                }
                b"cellXfs" => in_cells = true,
                b"xf" if in_cells => {
                    let id = xml.attribute("numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                    let own = codes.iter().find(|(known, _)| *known == id).map(|(_, kind)| *kind);
                    kinds.push(own.unwrap_or_else(|| of_id(id)));
                }
                _ => {}
            },
            Event::End if xml.name() == b"cellXfs" => in_cells = false,
            Event::End | Event::Text => {}
        }
    }
}

/// The formats that every workbook has.
const fn of_id(id: u32) -> Kind {
    match id {
        9 | 10 => Kind::Percent,
        11 | 48 => Kind::Scientific,
        14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => Kind::Day,
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => Kind::Time,
        22 => Kind::Moment,
        _ => Kind::Plain,
    }
}

/// A format's code: its first section, without what is quoted, escaped or in brackets. `[h]` counts hours.
fn of_code(code: &str) -> Kind {
    let mut bare = String::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => drop(letters.by_ref().find(|c| *c == '"')),
            '\\' | '_' | '*' => drop(letters.next()),
            '[' => {
                let inner: String = letters.by_ref().take_while(|c| *c != ']').collect();
                if !inner.is_empty()
                    && inner.bytes().all(|byte| matches!(byte.to_ascii_lowercase(), b'h' | b'm' | b's'))
                {
                    bare.push('h');
                }
            }
            ';' => break,
            _ => bare.push(letter.to_ascii_lowercase()),
        }
    }
    if bare.trim() == "general" || bare.trim() == "standard" {
        return Kind::Plain;
    }
    // French Excel writes days as j and years as a where it leaves codes as its user sees them.
    let has = |parts: &[char]| bare.contains(parts);
    let bare_ampm = bare.replace("am/pm", "").replace("a/p", "");
    let day = bare_ampm.contains(['y', 'd', 'j']) || bare_ampm.contains("aa");
    match (day, has(&['h', 's'])) {
        (true, true) => Kind::Moment,
        (true, false) => Kind::Day,
        (false, true) => Kind::Time,
        (false, false) if has(&['m']) => Kind::Day,
        (false, false) if bare.contains("e+") || bare.contains("e-") => Kind::Scientific,
        (false, false) if has(&['%']) => Kind::Percent,
        (false, false) => Kind::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, of_code};

    #[test]
    fn a_format_says_what_its_numbers_are() {
        for (code, kind) in [
            ("General", Kind::Plain),
            ("0", Kind::Plain),
            ("#,##0.00\\ \"€\"", Kind::Plain),
            ("+#\\ ##\\ ##\\ ##\\ ##", Kind::Plain),
            ("[Red]0.00", Kind::Plain),
            ("[$-40C]dd/mm/yyyy\\ hh:mm", Kind::Moment),
            ("yyyy\\-mm\\-dd", Kind::Day),
            ("jj/mm/aaaa", Kind::Day),
            ("mmm", Kind::Day),
            ("d-mmm-yy;@", Kind::Day),
            ("h:mm AM/PM", Kind::Time),
            ("[h]:mm:ss", Kind::Time),
            ("mm:ss.0", Kind::Time),
            ("[$-F400]h:mm:ss\\ AM/PM", Kind::Time),
            ("0.00E+00", Kind::Scientific),
            ("0.0%", Kind::Percent),
            ("0\" days\"", Kind::Plain),
        ] {
            assert_eq!(of_code(code), kind, "{code}");
        }
    }
}
