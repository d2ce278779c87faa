//! What was read and how: accounts, questions, words, what became of each row.

use super::{Lang, Phrase, phrase};
use crate::{
    import::{Basis, FileKind, Why},
    model::{Aside, Outcome, ScoreScale},
};

pub const PROBLEMS: Phrase = phrase("What went wrong", "Ce qui n’a pas marché");
pub const MAP_IT: Phrase = phrase("Say what each column is", "Indiquer le rôle de chaque colonne");
pub const SEE_FILES: Phrase = phrase("Answer on the page of the files", "Répondre sur la page des fichiers");
pub const START_OVER: Phrase = phrase("Start over", "Tout recommencer");
pub const SEE_VERDICT: Phrase = phrase("See the verdict", "Voir le verdict");
pub const LIST: Phrase = phrase("Files read", "Fichiers lus");
pub const REMOVE: Phrase = phrase("Leave out {}", "Retirer {}");

pub const ROWS_READ: Phrase = phrase("rows read", "lignes lues");
pub const SET_ASIDE: Phrase = phrase("set aside", "écartées");
pub const ASIDE_TITLE: Phrase = phrase("Set aside, and why", "Écartées, et pourquoi");
pub const ASIDE_DOWNLOAD: Phrase = phrase("Download these rows", "Télécharger ces lignes");
pub const ASIDE_DOWNLOAD_HOLDS: Phrase = phrase(
    "A CSV with the reason, the line and the whole row. Calls that another file has already are not in it.",
    "Un CSV avec le motif, la ligne et la rangée entière. Les appels qu’un autre fichier contient déjà n’y sont pas.",
);
pub const ASIDE_NONE: Phrase = phrase("No row was set aside.", "Aucune ligne n’a été écartée.");
pub const TOGETHER: Phrase = phrase("Together", "Ensemble");
pub const EXAMPLES: Phrase = phrase("Rows", "Lignes");
pub const LINE: Phrase = phrase("Line {}", "Ligne {}");

pub const DAY_QUESTION: Phrase = phrase("Is {} {} or {}?", "{} : est-ce le {} ou le {} ?");
pub const DAY_WHY: Phrase = phrase(
    "In this file every day and every month is 12 or less, so the file alone cannot tell.",
    "Dans ce fichier, chaque jour et chaque mois vaut 12 au plus : le fichier seul ne peut pas le dire.",
);
pub const DAY_FIRST: Phrase = phrase("Day first", "Le jour d’abord");
pub const MONTH_FIRST: Phrase = phrase("Month first", "Le mois d’abord");
pub const READS_AS: Phrase = phrase("Reads as {}.", "Se lit {}.");
pub const LIKELIER: Phrase = phrase(
    "Likelier: the figures are read this way now.",
    "Plus vraisemblable : les chiffres sont lus ainsi pour l’instant.",
);
pub const IN_THE_FUTURE: Phrase = phrase("That would be after today.", "Ce serait après aujourd’hui.");
pub const ANSWER: Phrase = phrase("That is it", "C’est cela");

pub const OVERLAP_QUESTION: Phrase = phrase(
    "Some days are in more than one file. How should they count?",
    "Certains jours sont dans plusieurs fichiers. Comment les compter ?",
);
pub const OVERLAP: [(Phrase, Phrase); 3] = [
    (
        phrase("Same calls, counted once", "Mêmes appels, comptés une fois"),
        phrase(
            "For exports that overlap. The second copy of a call is set aside.",
            "Pour des exports qui se recouvrent. La seconde copie d’un appel est écartée.",
        ),
    ),
    (
        phrase("Other calls, all counted", "D’autres appels, tous comptés"),
        phrase("For files of different teams or systems.", "Pour des fichiers d’équipes ou de systèmes différents."),
    ),
    (
        phrase("The later file replaces the earlier", "Le dernier fichier remplace le premier"),
        phrase(
            "For a corrected export. Files count in the order in which they were given.",
            "Pour un export corrigé. Les fichiers comptent dans l’ordre où ils ont été donnés.",
        ),
    ),
];

pub const WORDS_TITLE: Phrase = phrase("Words we do not know yet", "Mots encore inconnus");
pub const WORDS_KNOWN: Phrase = phrase("Words we know", "Mots connus");
pub const WORD: Phrase = phrase("Word", "Mot");
pub const ROWS: Phrase = phrase("Rows", "Lignes");
pub const MEANS: Phrase = phrase("Means", "Veut dire");
pub const MEANING_OF: Phrase = phrase("Meaning of {}", "Sens de {}");
pub const CHOOSE: Phrase = phrase("Choose…", "Choisir…");
pub const ANSWERED_CONVERTED: Phrase = phrase("Answered, objective reached", "Décroché, objectif atteint");
pub const APPLY_WORDS: Phrase = phrase("Read again with these words", "Relire avec ces mots");
pub const REMEMBERED: Phrase = phrase("Remembered for the next file.", "Retenu pour le prochain fichier.");

pub const PREVIEW_TITLE: Phrase = phrase("First ten rows, as understood", "Dix premières lignes, telles que comprises");
pub const PREVIEW_WAITS: Phrase = phrase("Looking at the first rows…", "Lecture des premières lignes…");
pub const PREVIEW_NONE: Phrase = phrase("No row to show.", "Aucune ligne à montrer.");
pub const P_NUMBER: Phrase = phrase("Number", "Numéro");
pub const P_DAY: Phrase = phrase("Day", "Jour");
pub const P_HOUR: Phrase = phrase("Hour", "Heure");
pub const P_OUTCOME: Phrase = phrase("Outcome", "Issue");
pub const P_TALK: Phrase = phrase("Talk", "Conversation");
pub const P_ROW: Phrase = phrase("As written", "Tel qu’écrit");
pub const NOT_COUNTED: Phrase = phrase("Set aside: {}", "Écartée : {}");

pub const VOICEMAIL_TOLD: Phrase = phrase(
    "Voicemail is told apart, so “answered” means a human picked up.",
    "La messagerie est distinguée : « décroché » veut dire qu’un humain a répondu.",
);
pub const VOICEMAIL_NOT_TOLD: Phrase = phrase(
    "Voicemail cannot be told apart in this file: “answered” may include greetings. A status, a tag or a machine-detection column would tell.",
    "La messagerie ne se distingue pas dans ce fichier : « décroché » peut inclure des annonces. Un statut, une étiquette ou une colonne de détection de répondeur le dirait.",
);
pub const REJECTED_NOT_TOLD: Phrase = phrase(
    "Refused calls cannot be told apart in this file. A status word or a SIP code would tell.",
    "Les appels refusés ne se distinguent pas dans ce fichier. Un mot de statut ou un code SIP le dirait.",
);

/// What lies above the size that the page is made for.
pub fn too_large(lang: Lang, numbers: u64, days: u64) -> String {
    phrase(
        "{} numbers and {} days of numbers: more than this page is made for (5,000 numbers over a year). All of it is counted, and each change may take seconds. Fewer days or fewer numbers at a time are quicker.",
        "{} numéros et {} journées de numéros\u{a0}: plus que ce pour quoi cette page est faite (5\u{202f}000 numéros sur un an). Tout est compté, mais chaque changement peut prendre des secondes. Moins de jours ou moins de numéros à la fois iront plus vite.",
    )
    .with(lang, &[&lang.count(numbers), &lang.count(days)])
}

/// The title’s second half: files, time, questions.
pub fn summary(lang: Lang, files: usize, secs: f64, questions: usize) -> String {
    let count = files as u64;
    let read = lang.plural_phrase(
        count,
        phrase("{} file read in {} s on this computer.", "{} fichier lu en {} s sur cet ordinateur."),
        phrase("{} files read in {} s on this computer.", "{} fichiers lus en {} s sur cet ordinateur."),
    );
    let mut text = read.with(lang, &[&files, &lang.decimal(secs.max(0.1), 1)]);
    if questions > 0 {
        let asks = lang.plural_phrase(
            questions as u64,
            phrase(
                " {} question for you; the figures are already usable.",
                " {} question pour vous ; les chiffres sont déjà utilisables.",
            ),
            phrase(
                " {} questions for you; the figures are already usable.",
                " {} questions pour vous ; les chiffres sont déjà utilisables.",
            ),
        );
        text.push_str(&asks.with(lang, &[&questions]));
    }
    text
}

/// How many questions a file has.
pub fn questions(lang: Lang, count: usize) -> String {
    lang.plural_phrase(count as u64, phrase("{} question", "{} question"), phrase("{} questions", "{} questions"))
        .with(lang, &[&count])
}

/// Rows of a file.
pub fn rows(lang: Lang, count: u64) -> String {
    lang.plural_phrase(count, phrase("{} row", "{} ligne"), phrase("{} rows", "{} lignes"))
        .with(lang, &[&lang.count(count)])
}

/// What the rows that counted became.
pub const fn counted(kind: FileKind) -> Phrase {
    match kind {
        FileKind::Calls => phrase("calls counted", "appels comptés"),
        FileKind::Daily => phrase("days counted", "jours comptés"),
        FileKind::Readings => phrase("readings counted", "relevés comptés"),
        FileKind::Complaints => phrase("complaints counted", "plaintes comptées"),
    }
}

/// What a file holds.
pub const fn kind(kind: FileKind) -> Phrase {
    match kind {
        FileKind::Calls => phrase("calls", "appels"),
        FileKind::Daily => phrase("daily figures", "chiffres par jour"),
        FileKind::Readings => phrase("reputation readings", "relevés de réputation"),
        FileKind::Complaints => phrase("complaints", "plaintes"),
    }
}

/// The name of a system by its id; `None` for one that is not known.
pub fn system(id: &str) -> Option<&'static str> {
    Some(match id {
        "aircall" => "Aircall",
        "hubspot" => "HubSpot",
        "salesforce" => "Salesforce",
        "ringover" => "Ringover",
        "vocalcom" => "Vocalcom",
        "vicidial" => "VICIdial",
        "goautodial" => "GOautodial",
        "asterisk" => "Asterisk",
        "freepbx" => "FreePBX",
        "freeswitch" => "FreeSWITCH",
        "twilio" => "Twilio",
        "3cx" => "3CX",
        "five9" => "Five9",
        "dialpad" => "Dialpad",
        "talkdesk" => "Talkdesk",
        "genesys" => "Genesys Cloud",
        "ringcentral" => "RingCentral",
        "zoom" => "Zoom Phone",
        "convoso" => "Convoso",
        "cloudtalk" => "CloudTalk",
        "justcall" => "JustCall",
        "diabolocom" => "Diabolocom",
        "kavkom" => "Kavkom",
        "sinch" => "Sinch",
        "didww" => "DIDWW",
        "cdr-stats" => "CDR-Stats",
        "ovh" => "OVHcloud",
        "teams" => "Microsoft Teams",
        "telnyx" => "Telnyx",
        "hiya" => "Hiya",
        "truecaller" => "Truecaller",
        "orange" => "Orange Téléphone",
        "huhu" => "HUHU",
        "saracroche" => "Saracroche",
        "ftc" => "FTC",
        "fcc" => "FCC",
        "ringwell" => "Ringwell",
        _ => return None,
    })
}

/// Heads the scale of a file's scores.
pub const SCALE: Phrase = phrase("How this file counts reputation", "Comment ce fichier note la réputation");

/// Keeps the scale.
pub const CONFIRM: Phrase = phrase("Use this scale", "Utiliser cette échelle");

/// A scale.
pub const fn scale(scale: ScoreScale) -> Phrase {
    match scale {
        ScoreScale::Hundred => phrase("0 to 100, 100 is best", "0 à 100, 100 est le meilleur"),
        ScoreScale::Ten => phrase("0 to 10, 10 is best", "0 à 10, 10 est le meilleur"),
        ScoreScale::SpamHundred => {
            phrase("0 to 100, 100 is certainly spam", "0 à 100, 100 veut dire indésirable à coup sûr")
        }
        ScoreScale::SpamTen => phrase("0 to 10, 10 is certainly spam", "0 à 10, 10 veut dire indésirable à coup sûr"),
    }
}

/// Why a scale was taken.
pub const fn scale_why(why: Why) -> Phrase {
    match why {
        Why::System => phrase("This tool documents it so.", "C’est l’échelle documentée de cet outil."),
        Why::Header => phrase("The column’s name says so.", "Le nom de la colonne le dit."),
        Why::Values => phrase("The values say so.", "Les valeurs le disent."),
        Why::Chosen => phrase("You said so.", "Vous l’avez indiqué."),
        Why::Unused => {
            phrase("Nothing in the file says so: please check.", "Rien dans le fichier ne le dit\u{a0}: à vérifier.")
        }
    }
}

/// How surely the system is known, as a sentence.
pub const fn basis(basis: Basis) -> Phrase {
    match basis {
        Basis::Header => phrase("Its columns are those of this system.", "Ses colonnes sont celles de ce système."),
        Basis::Vocabulary => phrase("Its words are those of this system.", "Ses mots sont ceux de ce système."),
        Basis::Guess => phrase(
            "No known layout: each column was judged by its name and its values.",
            "Présentation inconnue : chaque colonne a été jugée d’après son nom et ses valeurs.",
        ),
        Basis::Chosen => phrase("You said what its columns are.", "Vous avez indiqué le rôle de ses colonnes."),
    }
}

/// The name of an unknown system.
pub const UNKNOWN_SYSTEM: Phrase = phrase("A table of its own kind", "Un tableau d’un genre à part");

/// Why a column has its role.
pub const fn why(why: Why) -> Phrase {
    match why {
        Why::System => phrase("this system’s own column", "la colonne propre à ce système"),
        Why::Header => phrase("its name says so", "son nom le dit"),
        Why::Values => phrase("its values look like it", "ses valeurs y ressemblent"),
        Why::Chosen => phrase("you said so", "vous l’avez dit"),
        Why::Unused => phrase("nothing asks for it", "rien ne la demande"),
    }
}

/// An outcome.
pub const fn outcome(outcome: Outcome) -> Phrase {
    match outcome {
        Outcome::Answered => phrase("Answered by a human", "Décroché par un humain"),
        Outcome::Voicemail => phrase("Voicemail", "Messagerie"),
        Outcome::Rejected => phrase("Rejected by the person", "Rejeté par la personne"),
        Outcome::Blocked => phrase("Blocked by the network", "Bloqué par le réseau"),
        Outcome::Busy => phrase("Busy", "Occupé"),
        Outcome::NoAnswer => phrase("No answer", "Sans réponse"),
        Outcome::Canceled => phrase("Given up before an answer", "Abandonné avant réponse"),
        Outcome::Invalid => phrase("Number does not exist", "Numéro inexistant"),
        Outcome::Failed => phrase("Technical fault", "Panne technique"),
        Outcome::Unclassified => phrase("Not known", "Inconnu"),
    }
}

/// A reason for which rows are set aside: its name, and what it means.
pub const fn aside(reason: Aside) -> (Phrase, Phrase) {
    match reason {
        Aside::Inbound => (phrase("Inbound", "Entrants"), phrase("calls you received", "appels que vous avez reçus")),
        Aside::Internal => {
            (phrase("Internal", "Internes"), phrase("between two of your own lines", "entre deux de vos lignes"))
        }
        Aside::NotDialled => (
            phrase("Not dialled", "Non composés"),
            phrase("given up before dialling", "abandonnés avant la composition"),
        ),
        Aside::Leg => (
            phrase("Leg of a call", "Segment d’appel"),
            phrase("part of a call that is counted", "partie d’un appel compté"),
        ),
        Aside::LateLeg => (
            phrase("Late leg", "Segment tardif"),
            phrase("part of a call, too far from its other rows", "partie d’un appel, trop loin de ses autres lignes"),
        ),
        Aside::Duplicate => (phrase("Duplicate", "Doublon"), phrase("counted already", "déjà compté")),
        Aside::BadDate => (
            phrase("Date unreadable", "Date illisible"),
            phrase("no date, or one that does not exist", "pas de date, ou une date inexistante"),
        ),
        Aside::BadNumber => (
            phrase("Number unreadable", "Numéro illisible"),
            phrase("not a phone number", "pas un numéro de téléphone"),
        ),
        Aside::NumberMangled => (
            phrase("Number rounded", "Numéro arrondi"),
            phrase("a spreadsheet has rounded it", "un tableur l’a arrondi"),
        ),
        Aside::NoNumber => (
            phrase("No number", "Sans numéro"),
            phrase("your number is missing on the row", "votre numéro manque sur la ligne"),
        ),
        Aside::Ragged => {
            (phrase("Broken row", "Ligne abîmée"), phrase("too many or too few cells", "trop ou trop peu de cellules"))
        }
        Aside::TooLong => (
            phrase("Row too long", "Ligne trop longue"),
            phrase("longer than a row can be", "plus longue qu’une ligne ne peut l’être"),
        ),
        Aside::Negative => (
            phrase("Below zero", "En dessous de zéro"),
            phrase("a negative duration or count", "une durée ou un nombre négatif"),
        ),
        Aside::TotalsLine => (
            phrase("Totals", "Totaux"),
            phrase("a title, a footer, a line of totals", "un titre, un pied, une ligne de totaux"),
        ),
        Aside::OutOfPeriod => (
            phrase("Out of period", "Hors période"),
            phrase("after the last day asked for", "après le dernier jour demandé"),
        ),
    }
}

/// Encoding, delimiter, columns: how the file was read.
pub fn form(lang: Lang, encoding: &str, delimiter: Option<char>, columns: usize, used: usize) -> String {
    let delimiter = match delimiter {
        Some(',') => phrase("comma", "virgule"),
        Some(';') => phrase("semicolon", "point-virgule"),
        Some('\t') => phrase("tab", "tabulation"),
        Some('|') => phrase("bar", "barre verticale"),
        Some(_) => phrase("own delimiter", "séparateur propre"),
        None => phrase("one column", "une colonne"),
    };
    let encoding = match encoding {
        "utf-8" => "UTF-8",
        "utf-16le" => "UTF-16 LE",
        "utf-16be" => "UTF-16 BE",
        "windows-1252" => "Windows-1252",
        other => other,
    };
    phrase("{}, {}, {} columns, {} used.", "{}, {}, {} colonnes, dont {} utilisées.")
        .with(lang, &[&encoding, &delimiter.to(lang), &columns, &used])
}

/// How many rows carry unknown words.
pub fn unknown_rows(lang: Lang, rows: u64) -> String {
    let text = lang.plural_phrase(
        rows,
        phrase(
            "{} row carries them. Until you choose, it counts as a call that nobody is known to have answered.",
            "{} ligne les porte. Tant que vous n’avez pas choisi, elle compte comme un appel dont on ignore l’issue.",
        ),
        phrase(
            "{} rows carry them. Until you choose, they count as calls that nobody is known to have answered.",
            "{} lignes les portent. Tant que vous n’avez pas choisi, elles comptent comme des appels dont on ignore l’issue.",
        ),
    );
    text.with(lang, &[&lang.count(rows)])
}
