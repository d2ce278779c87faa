//! The tables: what they show of how much, columns, copying.

use super::{Lang, Phrase, phrase};

pub const COLUMNS: Phrase = phrase("Columns", "Colonnes");
pub const COPY: Phrase = phrase("Copy", "Copier");
pub const TOO_LONG: Phrase = phrase(
    "Too many rows to copy at once: filter them, or save the table as CSV.",
    "Trop de lignes à copier d’un coup\u{a0}: les filtrer, ou enregistrer le relevé en CSV.",
);

/// `24`, or `3 of 24` where not all are shown.
pub fn found(lang: Lang, found: u64, all: u64) -> String {
    if found == all {
        return lang.count(all);
    }
    some_of(lang, found, all)
}

/// `3 of 24`.
pub fn some_of(lang: Lang, some: u64, all: u64) -> String {
    phrase("{} of {}", "{} sur {}").with(lang, &[&lang.count(some), &lang.count(all)])
}

/// What the toast says.
pub fn copied(lang: Lang, rows: u64) -> String {
    let one = phrase("{} row copied", "{} ligne copiée");
    let many = phrase("{} rows copied", "{} lignes copiées");
    lang.plural_phrase(rows, one, many).with(lang, &[&lang.count(rows)])
}

/// The way to the whole table.
pub fn all(lang: Lang, numbers: u64) -> String {
    phrase("All {} numbers", "Les {} numéros").with(lang, &[&lang.count(numbers)])
}
