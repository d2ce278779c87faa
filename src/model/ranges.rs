//! Ranges of numbers that apps and operators label or block as a whole, whatever the numbers in them do.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One range.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Range {
    /// Its digits with the country code, `#` for any digit: `33162######`.
    pub pattern: String,
    /// What the list calls it; may be empty.
    pub name: String,
    /// The list: `arcep`, `saracroche`.
    pub list: String,
}

/// The list that is built in.
pub const ARCEP: &str = "arcep";

/// French numbers for automated calling (numéros polyvalents vérifiés), which Orange Téléphone has labelled as such
/// since March 2024. Source: Arcep, decision 2022-1583, in force since 1 January 2023, as of November 2026; national
/// prefixes without the zero. The last five are of the overseas departments, which have calling codes of their own.
const NPV: [(&str, &[&str]); 17] = [
    ("162", &["33"]),
    ("163", &["33"]),
    ("270", &["33"]),
    ("271", &["33"]),
    ("377", &["33"]),
    ("378", &["33"]),
    ("424", &["33"]),
    ("425", &["33"]),
    ("568", &["33"]),
    ("569", &["33"]),
    ("948", &["33"]),
    ("949", &["33"]),
    ("9475", &["33", "590"]),
    ("9476", &["33", "594"]),
    ("9477", &["33", "596"]),
    ("9478", &["33", "262"]),
    ("9479", &["33", "262"]),
];
const NATIONAL_DIGITS: usize = 9;

/// Ranges, to be looked up by number.
#[derive(Clone, Debug, Default)]
pub struct RangeBook {
    /// By the digits before the first `#`.
    by_prefix: BTreeMap<String, Vec<Range>>,
}

impl RangeBook {
    /// The ranges built in and those of files. A range that stands twice counts once.
    pub fn new(ranges: &[Range]) -> Self {
        let mut book = Self::default();
        for (prefix, codes) in NPV {
            for code in codes {
                let any = "#".repeat(NATIONAL_DIGITS - prefix.len());
                let pattern = format!("{code}{prefix}{any}");
                book.enter(Range { pattern, name: String::new(), list: ARCEP.to_owned() });
            }
        }
        ranges.iter().cloned().for_each(|range| book.enter(range));
        book
    }

    fn enter(&mut self, range: Range) {
        let prefix = range.pattern.split('#').next().unwrap_or_default().to_owned();
        let known = self.by_prefix.entry(prefix).or_default();
        if let Err(at) = known.binary_search(&range) {
            known.insert(at, range);
        }
    }

    /// The ranges that a number lies in, the widest first. A French number may be written as it is dialled at home.
    pub fn of(&self, number: &str) -> Vec<&Range> {
        let digits: String = number.bytes().filter(u8::is_ascii_digit).map(char::from).collect();
        let digits = match digits.strip_prefix('0') {
            Some(national) if national.len() == NATIONAL_DIGITS => format!("33{national}"),
            _ => digits,
        };
        let prefixes = (0..=digits.len()).filter_map(|length| self.by_prefix.get(digits.get(..length)?));
        prefixes.flatten().filter(|range| covers(&range.pattern, &digits)).collect()
    }
}

/// Whether the digits are of the pattern.
fn covers(pattern: &str, digits: &str) -> bool {
    pattern.len() == digits.len() && pattern.bytes().zip(digits.bytes()).all(|(one, digit)| one == b'#' || one == digit)
}

/// A pattern as lists write it (`33162######`, `+33 1 62 ## ## ##`); `None` for anything else.
pub fn pattern(text: &str) -> Option<String> {
    let pattern: String = text.chars().filter(|c| !matches!(c, ' ' | '+' | '.' | '-')).collect();
    let is_one = pattern.bytes().all(|byte| byte.is_ascii_digit() || byte == b'#');
    let fixed = pattern.bytes().filter(u8::is_ascii_digit).count();
    (is_one && fixed >= 2 && (7..=15).contains(&pattern.len())).then_some(pattern)
}

#[cfg(test)]
mod tests {
    use super::{ARCEP, Range, RangeBook, pattern};

    fn lists(book: &RangeBook, number: &str) -> Vec<String> {
        book.of(number).iter().map(|range| format!("{} {}", range.list, range.pattern)).collect()
    }

    #[test]
    fn a_number_for_automated_calling_is_told_however_it_is_written() {
        let book = RangeBook::new(&[]);
        for number in ["+33162000001", "33162000001", "0162000001"] {
            assert_eq!(lists(&book, number), ["arcep 33162######"], "{number}");
        }
        assert_eq!(lists(&book, "+590947512345"), ["arcep 5909475#####"]);
        for number in ["+33161000001", "+33612345678", "+12125550100", "+3316200000", "+331620000012", "2162000001"] {
            assert_eq!(lists(&book, number), Vec::<String>::new(), "{number}");
        }
    }

    #[test]
    fn the_ranges_of_a_file_count_once_and_beside_those_built_in() {
        let range =
            |pattern: &str| Range { pattern: pattern.to_owned(), name: "X".to_owned(), list: "saracroche".to_owned() };
        let ranges = [range("33162######"), range("331620#####"), range("33162######"), range("33#62###001")];
        let book = RangeBook::new(&ranges);
        let found = book.of("+33162000001");
        let told: Vec<_> = found.iter().map(|range| (range.list.as_str(), range.pattern.as_str())).collect();
        assert_eq!(
            told,
            [
                ("saracroche", "33#62###001"),
                (ARCEP, "33162######"),
                ("saracroche", "33162######"),
                ("saracroche", "331620#####")
            ]
        );
    }

    #[test]
    fn what_is_no_pattern_is_none() {
        assert_eq!(pattern("+33 1 62 ## ## ##").as_deref(), Some("33162######"));
        for text in ["", "######", "33162", "3316######x", "33162###########"] {
            assert_eq!(pattern(text), None, "{text}");
        }
    }
}
