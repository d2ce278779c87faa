//! The frame of the page: bar, menu, switches, dialogs, what is said in passing.

use super::{Lang, Phrase, phrase};

pub const TITLE: Phrase =
    phrase("Ringwell: do your numbers still ring well?", "Ringwell : vos numéros sonnent-ils encore bien ?");
pub const MAIN_NAV: Phrase = phrase("Main", "Navigation principale");
pub const TODAY: Phrase = phrase("Today", "Aujourd’hui");
pub const NUMBERS: Phrase = phrase("Numbers", "Numéros");
pub const NUMBER: Phrase = phrase("Number", "Numéro");
pub const DAILY: Phrase = phrase("Daily table", "Relevé quotidien");
pub const COMPARE: Phrase = phrase("Compare", "Comparer");
pub const PLAN: Phrase = phrase("Plan", "Plan");
pub const GUIDE: Phrase = phrase("Guide", "Guide");
pub const FILES: Phrase = phrase("Files", "Fichiers");
pub const THRESHOLDS: Phrase = phrase("Thresholds", "Seuils");
pub const SAMPLES: Phrase = phrase("Samples", "Exemples");
pub const SYSTEMS: Phrase = phrase("Exports it recognises", "Exports reconnus");
pub const START: Phrase = phrase("Ringwell, first page", "Ringwell, page d’accueil");
pub const READING: Phrase = phrase("Reading your files", "Lecture de vos fichiers");
pub const SKIP: Phrase = phrase("Skip to the content", "Aller au contenu");

pub const LANGUAGE: Phrase = phrase("Language", "Langue");
pub const TO_DARK: Phrase = phrase("Switch to dark theme", "Passer au thème sombre");
pub const TO_LIGHT: Phrase = phrase("Switch to light theme", "Passer au thème clair");
pub const ADD_FILES: Phrase = phrase("Add files", "Ajouter des fichiers");
pub const MENU: Phrase = phrase("Menu", "Menu");
pub const CLOSE: Phrase = phrase("Close", "Fermer");
pub const CANCEL: Phrase = phrase("Cancel", "Annuler");
pub const COPIED: Phrase = phrase("Copied", "Copié");
pub const NOT_COPIED: Phrase = phrase("The browser did not allow copying", "Le navigateur a refusé la copie");
pub const SAVED: Phrase = phrase("{} saved", "{} enregistré");
pub const NOT_SAVED: Phrase =
    phrase("The browser did not save the file", "Le navigateur n’a pas enregistré le fichier");

pub const PROOF_TITLE: Phrase =
    phrase("Your calls never leave this computer", "Vos appels ne quittent jamais cet ordinateur");
pub const PROOF: [Phrase; 4] = [
    phrase(
        "The security policy of this page lets it reach nothing but its own files. Your browser enforces it, not us.",
        "La politique de sécurité de cette page ne lui donne accès qu’à ses propres fichiers. C’est votre navigateur qui l’applique, pas nous.",
    ),
    phrase(
        "Everything the page needs arrives within seconds of opening it. Unplug the network then and drop a file: it works the same.",
        "Tout ce qu’il faut à la page arrive dans les secondes qui suivent son ouverture. Débrancher alors le réseau et déposer un fichier : cela fonctionne de la même façon.",
    ),
    phrase(
        "Open your browser’s network panel (F12), then drop a file: no line appears.",
        "Ouvrir le panneau réseau du navigateur (F12), puis déposer un fichier : aucune ligne n’apparaît.",
    ),
    phrase(
        "The source is open, and the browser checks every script of the page against its fingerprint before running it.",
        "Le code source est ouvert, et le navigateur vérifie l’empreinte de chaque script de la page avant de l’exécuter.",
    ),
];
pub const SEE_PROOF: Phrase = phrase("See the proof", "Voir la preuve");
pub const FOOT: Phrase = phrase(
    "Open source. No cookies, no analytics, no account.",
    "Code source ouvert. Ni cookies, ni mesure d’audience, ni compte.",
);

pub const EXPORT_JSON: Phrase = phrase("Report (JSON)", "Rapport (JSON)");
pub const EXPORT_JSON_ALL: Phrase = phrase("Report (all)", "Rapport (tout)");
pub const EXPORT_JSON_HELP: Phrase = phrase("Save the report as JSON", "Enregistrer le rapport en JSON");
pub const EXPORT_DAILY: Phrase = phrase("Daily (CSV)", "Relevé (CSV)");
pub const EXPORT_DAILY_ALL: Phrase = phrase("Daily (all)", "Relevé (tout)");
pub const EXPORT_DAILY_HELP: Phrase = phrase("Save the daily table as CSV", "Enregistrer le relevé quotidien en CSV");
pub const OF_ALL_CALLS: Phrase = phrase("of all calls, not of the filter’s", "de tous les appels, filtre ou non");
pub const SAVED_ALL: Phrase = phrase(
    "Saved with all calls: this file does not follow the filter.",
    "Enregistré avec tous les appels\u{a0}: ce fichier ne suit pas le filtre.",
);

/// The counter in the bar.
pub fn requests(lang: Lang, count: u32) -> String {
    let one = phrase("{} request sent", "{} requête envoyée");
    let many = phrase("{} requests sent", "{} requêtes envoyées");
    lang.plural_phrase(u64::from(count), one, many).with(lang, &[&count])
}

/// The counter on a phone.
pub fn requests_short(lang: Lang, count: u32) -> String {
    let one = phrase("{} sent", "{} envoyée");
    let many = phrase("{} sent", "{} envoyées");
    lang.plural_phrase(u64::from(count), one, many).with(lang, &[&count])
}

/// The counter in a sentence.
pub fn requests_since(lang: Lang, count: u32) -> String {
    match (lang, count) {
        (Lang::En, 1) => "1 request sent since this page arrived.".to_owned(),
        (Lang::En, count) => format!("{count} requests sent since this page arrived."),
        (Lang::Fr, 0 | 1) => format!("{count} requête envoyée depuis l’arrivée de la page."),
        (Lang::Fr, count) => format!("{count} requêtes envoyées depuis l’arrivée de la page."),
    }
}
