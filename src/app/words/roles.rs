//! The names of what a column can be, and the words of the mapping.

use super::{Lang, Phrase, phrase};
use crate::model::Role;

pub const TITLE: Phrase = phrase("Columns", "Colonnes");
pub const SUB: Phrase = phrase(
    "What was recognised and why. Change any of them; the rows below show it at once.",
    "Ce qui a été reconnu et pourquoi. Modifier ce qu’il faut ; les lignes ci-dessous le montrent aussitôt.",
);
pub const IN_FILE: Phrase = phrase("In the file", "Dans le fichier");
pub const FIRST_VALUES: Phrase = phrase("First values", "Premières valeurs");
pub const READ_AS: Phrase = phrase("Read as", "Lue comme");
pub const READ_COLUMN_AS: Phrase = phrase("Read {} as", "Lire {} comme");
pub const WHY: Phrase = phrase("Why", "Pourquoi");
pub const NOT_USED: Phrase = phrase("Not used", "Non utilisée");
pub const EMPTY: Phrase = phrase("empty", "vide");
pub const APPLY: Phrase = phrase("Apply and read again", "Appliquer et relire");
pub const UNDO: Phrase = phrase("Undo", "Annuler les changements");
pub const FORGET: Phrase = phrase("Back to what was recognised", "Revenir à ce qui a été reconnu");
pub const REMEMBERED: Phrase =
    phrase("Remembered for files with the same columns.", "Retenu pour les fichiers de mêmes colonnes.");
pub const MAP_TITLE: Phrase = phrase("What is in {}?", "Que contient {} ?");
pub const MAP_HELP: Phrase = phrase(
    "A date, your own number and the outcome of the call are all it takes.",
    "Une date, votre numéro et l’issue de l’appel suffisent.",
);

/// The columns that are not shown until asked for.
pub fn unused(lang: Lang, count: usize) -> String {
    lang.plural_phrase(
        count as u64,
        phrase("Show {} more column, not used", "Montrer {} autre colonne, non utilisée"),
        phrase("Show {} more columns, not used", "Montrer {} autres colonnes, non utilisées"),
    )
    .with(lang, &[&count])
}

/// What a column can be.
pub const fn role(role: Role) -> Phrase {
    match role {
        Role::Caller => phrase("Calling number", "Numéro appelant"),
        Role::Callee => phrase("Number called", "Numéro appelé"),
        Role::Own => phrase("Your own number", "Votre numéro"),
        Role::Started => phrase("Date and time", "Date et heure"),
        Role::Date => phrase("Date", "Date"),
        Role::Time => phrase("Time of day", "Heure"),
        Role::Direction => phrase("Direction", "Sens de l’appel"),
        Role::Outcome => phrase("Outcome of the call", "Issue de l’appel"),
        Role::Result => phrase("Result of the conversation", "Résultat de la conversation"),
        Role::Talk => phrase("Talk time", "Durée de communication"),
        Role::Duration => phrase("Whole duration", "Durée totale"),
        Role::Ring => phrase("Ringing time", "Durée de sonnerie"),
        Role::Agent => phrase("Agent", "Agent"),
        Role::Campaign => phrase("Campaign", "Campagne"),
        Role::Team => phrase("Team or line", "Équipe ou ligne"),
        Role::Attempt => phrase("Attempt", "Tentative"),
        Role::CallId => phrase("Id of the call", "Identifiant de l’appel"),
        Role::LegOf => phrase("Id of the main call", "Identifiant de l’appel principal"),
        Role::Converted => phrase("Objective reached", "Objectif atteint"),
        Role::Voicemail => phrase("Machine detection", "Détection de répondeur"),
        Role::SipCode => phrase("SIP code", "Code SIP"),
        Role::Cause => phrase("Network cause", "Cause réseau"),
        Role::Zone => phrase("Time zone of the row", "Fuseau de la ligne"),
        Role::Score => phrase("Reputation score", "Score de réputation"),
        Role::Flagged => phrase("Flagged as spam", "Signalé comme indésirable"),
        Role::Reports => phrase("Spam reports", "Signalements"),
        Role::Ignore => NOT_USED,
    }
}
