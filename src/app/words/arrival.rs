//! The first page, and the reading of files.

use super::{Lang, Phrase, phrase};
use crate::app::format;

pub const HEADLINE: Phrase = phrase("Do your numbers still ring well?", "Vos numéros sonnent\u{2011}ils encore bien ?");
pub const LEDE: Phrase = phrase(
    "Drop yesterday’s call export. In seconds you know which of your outbound numbers are answered, which are being labelled as spam, since when, why, and what to do this morning.",
    "L’export d’appels d’hier suffit : en quelques secondes, vous savez lesquels de vos numéros font encore décrocher, lesquels sont étiquetés comme indésirables, depuis quand, pourquoi, et quoi faire ce matin.",
);
pub const ASKS: [(Phrase, Phrase); 3] = [
    (
        phrase("Verdict first.", "Le verdict d’abord."),
        phrase(
            "Which numbers need you, and a message ready to send.",
            "Les numéros qui ont besoin de vous, et un message prêt à envoyer.",
        ),
    ),
    (
        phrase("No guessing.", "Rien au hasard."),
        phrase(
            "Each figure shows how sure it is; chance is called chance.",
            "Chaque chiffre dit à quel point il est sûr ; ce qui relève du hasard est dit.",
        ),
    ),
    (
        phrase("Nothing to set up.", "Rien à installer."),
        phrase(
            "No account, no upload. Works with the network unplugged.",
            "Ni compte ni envoi. Fonctionne même sans réseau.",
        ),
    ),
];
pub const DROP_TITLE: Phrase =
    phrase("Drop your export anywhere on this page", "Déposer votre export n’importe où sur cette page");
pub const DROP_HELP: Phrase = phrase(
    "CSV, Excel, text, zip or gzip. Several files at once: calls and reputation readings are joined on the number.",
    "CSV, Excel, texte, zip ou gzip. Plusieurs fichiers à la fois : appels et relevés de réputation sont réunis par numéro.",
);
pub const BROWSE: Phrase = phrase("Browse files", "Choisir des fichiers");
pub const PASTE: Phrase = phrase("Paste rows", "Coller des lignes");
pub const TRACKING: Phrase =
    phrase("No export? Take the empty tracking sheet", "Pas d’export ? Prendre le relevé vierge");
pub const TRACKING_NAME: Phrase = phrase("ringwell-tracking-sheet.csv", "ringwell-releve-vierge.csv");
pub const PROMISE: Phrase =
    phrase("Your calls never leave this computer.", "Vos appels ne quittent jamais cet ordinateur.");
pub const SAMPLES_TITLE: Phrase =
    phrase("No file at hand? Look at a sample", "Pas de fichier sous la main ? Voir un exemple");
pub const LINE_ANSWERS: Phrase = phrase("answer rate", "taux de décroché");
pub const LINE_SCORE: Phrase = phrase("reputation score", "score de réputation");

/// A sample: its id, its name, what it shows.
pub const SAMPLES: [(&str, Phrase, Phrase); 5] = [
    (
        "healthy",
        phrase("Healthy", "En bonne santé"),
        phrase(
            "24 numbers, all steady. What a good morning looks like.",
            "24 numéros, tous stables. À quoi ressemble un bon matin.",
        ),
    ),
    (
        "external",
        phrase("Sudden external drop", "Chute d’origine externe"),
        phrase(
            "Every number falls the same day, scores do not move. A list or a holiday.",
            "Tous les numéros chutent le même jour, les scores ne bougent pas. Le fichier de prospects, ou des vacances.",
        ),
    ),
    (
        "degrading",
        phrase("Degrading", "En dégradation"),
        phrase(
            "The score slides, people still answer. The moment to act.",
            "Le score baisse, les gens décrochent encore : c’est le moment d’agir.",
        ),
    ),
    (
        "blacklisted",
        phrase("Blacklisted", "Blacklisté"),
        phrase("Answers, score and voicemail turn together.", "Décrochés, score et messagerie basculent ensemble."),
    ),
    (
        "mixed",
        phrase("Mixed", "Cas mêlés"),
        phrase(
            "Two exports that overlap, a re-saved spreadsheet, several causes at once. The one to explore.",
            "Deux exports qui se recouvrent, un tableur réenregistré, plusieurs causes à la fois. Celui à explorer.",
        ),
    ),
];

pub const SYSTEMS_TITLE: Phrase = phrase("Exports it recognises", "Exports reconnus");
/// The best known of `import/systems/`, whole files and vocabularies.
pub const SYSTEMS: [&str; 18] = [
    "Aircall",
    "Ringover",
    "HubSpot",
    "Salesforce",
    "3CX",
    "Five9",
    "Dialpad",
    "Talkdesk",
    "Genesys Cloud",
    "RingCentral",
    "VICIdial",
    "Vocalcom",
    "Diabolocom",
    "Asterisk",
    "FreePBX",
    "FreeSWITCH",
    "Twilio",
    "Sinch",
];
/// Sources of readings and complaints of `import/systems/`.
pub const READINGS: [&str; 4] = ["HUHU", "Telnyx Number Reputation", "FTC", "FCC"];
pub const OWN_TABLE: Phrase = phrase("Ringwell daily table", "Relevé quotidien Ringwell");
pub const SYSTEMS_ELSE: Phrase = phrase(
    "Another system? Any table with a caller number, a date and an outcome can be mapped in a minute.",
    "Un autre système ? Un tableau avec un numéro présenté, une date et une issue suffit : une minute pour indiquer ses colonnes.",
);
pub const SCORES_TITLE: Phrase = phrase("Reputation readings", "Relevés de réputation");
pub const SCORES_HELP: Phrase = phrase(
    "A table with a number, a date and a score or a spam flag is joined to the calls. Without one, Ringwell still tells from the calls alone; it says what it could not check.",
    "Un tableau avec un numéro, une date et un score ou un signalement est joint aux appels. Sans lui, Ringwell juge d’après les appels seuls ; il dit ce qu’il n’a pas pu vérifier.",
);

pub const LET_GO: Phrase = phrase("Let go to read it here", "Relâcher pour lire ici");
pub const STAYS_HERE: Phrase = phrase("The file stays on this computer.", "Le fichier reste sur cet ordinateur.");

pub const PASTE_TITLE: Phrase = phrase("Paste rows from a spreadsheet", "Coller des lignes d’un tableur");
pub const PASTE_HELP: Phrase = phrase(
    "Copy the rows with their column names, paste them here. Tabs, commas and semicolons all work.",
    "Copier les lignes avec leurs noms de colonnes, les coller ici. Tabulations, virgules et points-virgules conviennent.",
);
pub const PASTE_FIELD: Phrase = phrase("Rows", "Lignes");
pub const PASTE_READ: Phrase = phrase("Read these rows", "Lire ces lignes");

pub const PREPARING: Phrase = phrase(
    "The rest of the page is arriving. Your files stay on this computer.",
    "Le reste de la page arrive. Vos fichiers restent sur cet ordinateur.",
);
pub const LOST: Phrase = phrase(
    "The rest of the page did not arrive whole. Check the connection, then try again.",
    "Le reste de la page n’est pas arrivé en entier. Vérifier la connexion, puis réessayer.",
);
pub const AGAIN: Phrase = phrase("Try again", "Réessayer");

/// What is being read.
pub fn reading(lang: Lang, names: &[String]) -> String {
    match names {
        [name] => phrase("Reading {}", "Lecture de {}").with(lang, &[name]),
        names => phrase("Reading {} files", "Lecture de {} fichiers").with(lang, &[&names.len()]),
    }
}

/// How far the reading has come: bytes and rows.
pub fn so_far(lang: Lang, bytes: u64, total: Option<u64>, rows: u64) -> String {
    let rows_text = lang.count(rows);
    let rows_text = lang
        .plural_phrase(rows, phrase("{} row", "{} ligne"), phrase("{} rows", "{} lignes"))
        .with(lang, &[&rows_text]);
    match total {
        Some(total) => {
            phrase("{} of {}, {}", "{} sur {}, {}").with(lang, &[&size(lang, bytes), &size(lang, total), &rows_text])
        }
        None => rows_text,
    }
}

/// Seconds left, rounded so that the sentence does not flicker.
pub fn left(lang: Lang, secs: f64) -> String {
    let secs = secs.max(1.0);
    if secs < 90.0 {
        let rounded = if secs > 20.0 { (secs / 5.0).round() * 5.0 } else { secs.round() };
        return phrase("About {} s left.", "Encore {} s environ.").with(lang, &[&rounded]);
    }
    phrase("About {} min left.", "Encore {} min environ.").with(lang, &[&(secs / 60.0).round()])
}

pub const CALLS_SO_FAR: Phrase = phrase("calls so far", "appels à ce stade");
pub const NUMBERS_SO_FAR: Phrase = phrase("numbers seen, or more", "numéros vus, au moins");
pub const RATE_SO_FAR: Phrase = phrase("answer rate so far", "taux de décroché à ce stade");
pub const TOO_FEW_SO_FAR: Phrase = phrase("too few calls for a rate yet", "trop peu d’appels pour un taux");

/// The answer rate while the rest is read, with its 95 % interval: `37.2 % (36.1 to 38.4)`.
pub fn rate_so_far(lang: Lang, value: f64, low: f64, high: f64) -> String {
    format!("{} ({})", lang.percent(value, 1), format::between(lang, low, high, 1))
}

/// A size of a file in the units of the language, decimal as systems show it.
pub fn size(lang: Lang, bytes: u64) -> String {
    let units = match lang {
        Lang::En => ["B", "KB", "MB", "GB"],
        Lang::Fr => ["o", "ko", "Mo", "Go"],
    };
    let (mut value, mut unit) = (bytes as f64, 0);
    while value >= 1000.0 && unit + 1 < units.len() {
        (value, unit) = (value / 1000.0, unit + 1);
    }
    let decimals = usize::from(unit > 1);
    format!("{} {}", lang.decimal(value, decimals), units.get(unit).unwrap_or(&""))
}

#[cfg(test)]
mod tests {
    use super::{SAMPLES, left, size};
    use crate::{app::words::Lang, samples};

    #[test]
    fn every_sample_has_its_words() {
        assert_eq!(SAMPLES.map(|(id, ..)| id), samples::IDS);
    }

    #[test]
    fn sizes_are_told_in_the_units_of_the_language() {
        assert_eq!(size(Lang::En, 8_412_345), "8.4 MB");
        assert_eq!(size(Lang::Fr, 8_412_345), "8,4 Mo");
        assert_eq!(size(Lang::En, 512), "512 B");
    }

    #[test]
    fn the_time_left_is_never_none() {
        assert_eq!(left(Lang::En, 0.2), "About 1 s left.");
        assert_eq!(left(Lang::En, 43.0), "About 45 s left.");
        assert_eq!(left(Lang::Fr, 200.0), "Encore 3 min environ.");
    }
}
