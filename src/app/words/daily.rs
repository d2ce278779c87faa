//! The daily table: for each number, every day, the figures to collect.

use super::{Lang, Phrase, phrase};

pub const HELP: Phrase = phrase(
    "For each number, every day: the figures worth collecting. A dash is not measured; zero is measured, and none.",
    "Pour chaque numéro, chaque jour : les chiffres à relever. Un tiret n’est pas mesuré ; zéro est mesuré, et nul.",
);
pub const SHEET: Phrase = phrase("Empty tracking sheet", "Relevé vierge");
pub const WHICH: Phrase = phrase("Number", "Numéro");
pub const ALL_NUMBERS: Phrase = phrase("All numbers", "Tous les numéros");
pub const ALL_CALLS: Phrase = phrase("All calls", "Tous les appels");
pub const DATE: Phrase = phrase("Date", "Date");
pub const NUMBER: Phrase = phrase("Number", "Numéro");
pub const CALLS: Phrase = phrase("Calls", "Appels");
pub const ANSWERED: Phrase = phrase("Answered", "Décrochés");
pub const REJECTED: Phrase = phrase("Rejected", "Rejetés");
pub const VOICEMAILS: Phrase = phrase("Voicemail", "Messagerie");
pub const TALK: Phrase = phrase("Mean talk", "Communication moy.");
pub const CONVERSIONS: Phrase = phrase("Conversions", "Transformés");
pub const REPORTS: Phrase = phrase("Reports", "Signalements");
pub const SCORE: Phrase = phrase("Score", "Score");
pub const NOT_MEASURED: Phrase = phrase("not measured", "non mesuré");
pub const LATER: Phrase = phrase("Later days", "Jours suivants");
pub const EARLIER: Phrase = phrase("Earlier days", "Jours précédents");
pub const NONE: Phrase = phrase("No day with calls.", "Aucun jour avec des appels.");

/// Which rows are shown.
pub fn shown(lang: Lang, from: usize, to: usize, all: usize) -> String {
    let [from, to, all] = [from, to, all].map(|count| lang.count(count as u64));
    phrase("Rows {} to {} of {}", "Lignes {} à {} sur {}").with(lang, &[&from, &to, &all])
}
