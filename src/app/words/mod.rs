//! Every text of the page, English and French side by side, so that a missing translation does not compile.
//!
//! One file a topic. Phrases are constants; a sentence with figures in it is a function of a [`Lang`] beside its
//! phrases. Nothing here knows the browser, so that the texts are tested natively. Only typography is shared:
//! see [`Lang`].

#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod account;
pub mod alerts;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod arrival;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod charts;
pub mod colour;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod compare;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod daily;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod dashboard;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod estimate;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod files;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod filters;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod findings;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod guide;
pub mod kpis;
pub mod messages;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod palette;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod paper;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod plan;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod playbook;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod practice;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod remarks;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod roles;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod shell;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod table;
#[allow(missing_docs, reason = "a phrase says what it is")]
pub mod thresholds;

use std::fmt;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Lang {
    /// Both, in the order of the switch.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// The tag for the `lang` attribute and for storage.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The language of a tag such as `fr-CA`; `None` for one that the page does not speak.
    pub fn find(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| language.eq_ignore_ascii_case(lang.tag()))
    }

    /// A count with its thousands apart: `48,213`, in French `48 213` with a narrow no-break space.
    pub fn count(self, count: u64) -> String {
        let digits = count.to_string();
        let mut text = String::with_capacity(digits.len() + digits.len() / 3 * 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(match self {
                    Self::En => ',',
                    Self::Fr => '\u{202f}',
                });
            }
            text.push(digit);
        }
        text
    }

    /// A figure with that many decimals, with the language's decimal mark and a true minus sign.
    pub fn decimal(self, value: f64, decimals: usize) -> String {
        let text = format!("{:.decimals$}", value.abs());
        let whole_zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        let sign = if value < 0.0 && !whole_zero { "\u{2212}" } else { "" };
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole| self.count(whole));
        match (fraction, self) {
            ("", _) => format!("{sign}{whole}"),
            (fraction, Self::En) => format!("{sign}{whole}.{fraction}"),
            (fraction, Self::Fr) => format!("{sign}{whole},{fraction}"),
        }
    }

    /// A percentage with that many decimals: `37.2 %` with the space of the language before the sign.
    pub fn percent(self, value: f64, decimals: usize) -> String {
        let space = match self {
            Self::En => '\u{202f}',
            Self::Fr => '\u{a0}',
        };
        format!("{}{space}%", self.decimal(value, decimals))
    }

    /// One of two phrases by a count, as [`Lang::plural`].
    pub const fn plural_phrase(self, count: u64, one: Phrase, many: Phrase) -> Phrase {
        match (self, count) {
            (_, 1) | (Self::Fr, 0) => one,
            _ => many,
        }
    }

    /// One of two wordings. French takes the singular for 0 and 1, English for 1 alone.
    pub const fn plural<'a>(self, count: u64, one: &'a str, many: &'a str) -> &'a str {
        match (self, count) {
            (_, 1) | (Self::Fr, 0) => one,
            _ => many,
        }
    }
}

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// English.
    pub en: &'static str,
    /// French.
    pub fr: &'static str,
}

/// A text in both languages.
pub const fn phrase(en: &'static str, fr: &'static str) -> Phrase {
    Phrase { en, fr }
}

impl Phrase {
    /// The text in one language.
    pub const fn to(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Fr => self.fr,
        }
    }

    /// The text with `{}` replaced, in order.
    pub fn with(self, lang: Lang, parts: &[&dyn fmt::Display]) -> String {
        let mut text = String::new();
        let mut parts = parts.iter();
        let mut pieces = self.to(lang).split("{}");
        text.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            if let Some(part) = parts.next() {
                text.push_str(&part.to_string());
            }
            text.push_str(piece);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, phrase};

    #[test]
    fn thousands_stand_apart_in_the_way_of_the_language() {
        assert_eq!(Lang::En.count(48_213), "48,213");
        assert_eq!(Lang::Fr.count(1_048_213), "1\u{202f}048\u{202f}213");
        assert_eq!(Lang::En.count(999), "999");
    }

    #[test]
    fn a_figure_that_rounds_to_zero_has_no_sign() {
        assert_eq!(Lang::En.decimal(-0.04, 1), "0.0");
        assert_eq!(Lang::Fr.decimal(-1234.56, 1), "\u{2212}1\u{202f}234,6");
        assert_eq!(Lang::En.percent(37.24, 1), "37.2\u{202f}%");
    }

    #[test]
    fn none_is_singular_in_french_only() {
        assert_eq!(Lang::Fr.plural(0, "appel", "appels"), "appel");
        assert_eq!(Lang::En.plural(0, "call", "calls"), "calls");
        assert_eq!(Lang::Fr.plural(2, "appel", "appels"), "appels");
    }

    #[test]
    fn a_region_does_not_change_the_language() {
        assert_eq!(Lang::find("fr-CA"), Some(Lang::Fr));
        assert_eq!(Lang::find("EN"), Some(Lang::En));
        assert_eq!(Lang::find("de"), None);
    }

    #[test]
    fn the_parts_of_a_sentence_fall_into_their_places() {
        let rows = phrase("{} rows in {}", "{} lignes dans {}");
        assert_eq!(rows.with(Lang::Fr, &[&3, &"a.csv"]), "3 lignes dans a.csv");
    }
}
