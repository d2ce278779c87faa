//! The daily table: for each number, every day, the figures to collect.

use super::{Lang, Phrase, phrase};

pub const HELP: Phrase = phrase(
    "For each number, every day: the figures worth collecting. A dash is not measured; zero is measured, and none.",
    "Pour chaque numéro, chaque jour : les chiffres à relever. Un tiret signifie non mesuré\u{202f}; un zéro, mesuré et nul.",
);
pub const SHEET: Phrase = phrase("Empty tracking sheet", "Relevé vierge");
pub const ALL_CALLS: Phrase = phrase("All calls", "Tous les appels");
pub const DATE: Phrase = phrase("Date", "Date");
pub const NUMBER: Phrase = phrase("Number", "Numéro");
pub const CALLS: Phrase = phrase("Calls", "Appels");
pub const ANSWERED: Phrase = phrase("Answered", "Décrochés");
pub const REJECTED: Phrase = phrase("Rejected", "Rejetés");
pub const VOICEMAILS: Phrase = phrase("Voicemail", "Messagerie");
pub const TALK: Phrase = phrase("Mean talk", "Communication moy.");
pub const CONVERSIONS: Phrase = phrase("Conversions", "Transformations");
pub const REPORTS: Phrase = phrase("Reports", "Signalements");
pub const SCORE: Phrase = phrase("Score", "Score");
pub const NOT_MEASURED: Phrase = phrase("not measured", "non mesuré");
pub const SEARCH: Phrase = phrase("Search a number", "Chercher un numéro");
pub const BEFORE: Phrase = phrase("Rows before", "Lignes précédentes");
pub const AFTER: Phrase = phrase("Rows after", "Lignes suivantes");
pub const NONE: Phrase = phrase("No day with calls.", "Aucun jour avec des appels.");

/// How many rows there are; which of them are in the table, where it does not hold them all.
pub fn rows(lang: Lang, all: usize, held: Option<(usize, usize)>) -> String {
    let count = |count: usize| lang.count(count as u64);
    match held {
        Some((from, to)) => {
            phrase("Rows {} to {} of {}", "Lignes {} à {} sur {}").with(lang, &[&count(from), &count(to), &count(all)])
        }
        None => format!(
            "{} {}",
            count(all),
            match lang {
                Lang::En => lang.plural(all as u64, "row", "rows"),
                Lang::Fr => lang.plural(all as u64, "ligne", "lignes"),
            }
        ),
    }
}
