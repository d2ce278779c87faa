//! A problem as a sentence: where, what was found, what is expected, what to do. Both languages side by side; used by
//! the page, the command line and the JavaScript module, none of which makes its own.

use crate::model::{Problem, ProblemKind};

/// What to tell the user of one problem, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// What is wrong and where: file, line, column, what was found, how many rows.
    pub what: String,
    /// What was expected in its place.
    pub expected: &'static str,
    /// What to do next.
    pub next: &'static str,
}

impl Sentence {
    /// All of it, as one paragraph.
    pub fn whole(&self) -> String {
        format!("{} {} {}", self.what, self.expected, self.next)
    }
}

/// A problem in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// English.
    pub en: Sentence,
    /// French.
    pub fr: Sentence,
}

/// The sentence of a problem. The page asks for `.en` or `.fr`.
pub fn sentence(problem: &Problem) -> Spoken {
    let [en, fr] = words(problem.kind);
    let place_en = place(problem, "line", "column", ["“", "”"]);
    let place_fr = place(problem, "ligne", "colonne", ["«\u{a0}", "\u{a0}»"]);
    let rows_en = rows(problem.rows, "row", "rows", ',');
    let rows_fr = rows(problem.rows, "ligne", "lignes", '\u{202f}');
    // Where the file itself could not be had, what was found is what the system says of it.
    let labels = match problem.kind {
        ProblemKind::ReaderFailed | ProblemKind::Unreadable | ProblemKind::ReadStopped => {
            ["Reason given: ", "Raison donnée\u{a0}: "]
        }
        _ => ["Found: ", "Trouvé\u{a0}: "],
    };
    let found = |label: &str, [open, close]: [&str; 2]| {
        problem.found.as_ref().map(|found| format!(" {label}{open}{found}{close}.")).unwrap_or_default()
    };
    Spoken {
        en: Sentence {
            what: format!("{place_en}: {}{rows_en}.{}", en.0, found(labels[0], ["“", "”"])),
            expected: en.1,
            next: en.2,
        },
        fr: Sentence {
            what: format!("{place_fr}\u{a0}: {}{rows_fr}.{}", fr.0, found(labels[1], ["«\u{a0}", "\u{a0}»"])),
            expected: fr.1,
            next: fr.2,
        },
    }
}

fn place(problem: &Problem, line: &str, column: &str, [open, close]: [&str; 2]) -> String {
    let mut text = problem.file.clone();
    if let Some(at) = problem.line {
        text.push_str(&format!(", {line} {at}"));
    }
    if let Some(header) = &problem.column {
        text.push_str(&format!(", {column} {open}{header}{close}"));
    }
    text
}

fn rows(count: u64, one: &str, many: &str, thousands: char) -> String {
    if count == 0 {
        return String::new();
    }
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    format!(" ({text} {})", if count == 1 { one } else { many })
}

/// What is wrong, what is expected, what to do.
type Words = (&'static str, &'static str, &'static str);

const CSV_EN: &str =
    "Expected: a CSV file (or .csv.gz, .zip, .xlsx) with one row per call, or one row per number and day.";
const CSV_FR: &str = "Attendu\u{a0}: un fichier CSV (ou .csv.gz, .zip, .xlsx) avec une ligne par appel, ou une ligne par numéro et par jour.";

fn words(kind: ProblemKind) -> [Words; 2] {
    use ProblemKind as K;
    match kind {
        K::EmptyFile => [
            ("the file is empty", CSV_EN, "Export it again: the download was probably cut off."),
            ("le fichier est vide", CSV_FR, "L’exporter à nouveau\u{a0}: le téléchargement a sans doute été coupé."),
        ],
        K::HeaderOnly => [
            ("the file has column names and no rows", CSV_EN, "Export a period in which calls were made."),
            (
                "le fichier a des noms de colonnes et aucune ligne",
                CSV_FR,
                "Exporter une période pendant laquelle des appels ont été passés.",
            ),
        ],
        K::Pdf => [
            ("this is a PDF", CSV_EN, "In your phone system, choose CSV as the export format."),
            ("c’est un PDF", CSV_FR, "Dans votre téléphonie, choisir CSV comme format d’export."),
        ],
        K::Workbook => [
            (
                "this workbook holds no table that can be read",
                "Expected: an .xlsx workbook without a password, with one row per call. The older .xls, .xlsb and .ods cannot be read.",
                "Open it, choose Save as, then CSV UTF-8, and drop that file.",
            ),
            (
                "ce classeur ne contient pas de tableau lisible",
                "Attendu\u{a0}: un classeur .xlsx sans mot de passe, avec une ligne par appel. Les anciens .xls, les .xlsb et les .ods ne peuvent pas être lus.",
                "L’ouvrir, choisir Enregistrer sous, puis CSV UTF-8, et déposer ce fichier.",
            ),
        ],
        K::Archive => [
            (
                "this archive cannot be unpacked here",
                "Expected: a .zip or .gz archive.",
                "Unpack it and drop the CSV files inside.",
            ),
            (
                "cette archive ne peut pas être décompressée ici",
                "Attendu\u{a0}: une archive .zip ou .gz.",
                "La décompresser et déposer les fichiers CSV qu’elle contient.",
            ),
        ],
        K::EncryptedArchive => [
            (
                "this file is protected by a password",
                "Expected: an archive without a password.",
                "Unpack it with its password and drop the CSV files inside.",
            ),
            (
                "ce fichier est protégé par un mot de passe",
                "Attendu\u{a0}: une archive sans mot de passe.",
                "La décompresser avec son mot de passe et déposer les fichiers CSV qu’elle contient.",
            ),
        ],
        K::DamagedArchive => [
            (
                "this archive or workbook is damaged or ends too early; nothing of it is counted",
                "Expected: a whole .zip or .xlsx file.",
                "Download it again.",
            ),
            (
                "cette archive ou ce classeur est abîmé ou s’arrête trop tôt\u{a0}; rien n’en est compté",
                "Attendu\u{a0}: un fichier .zip ou .xlsx entier.",
                "Le télécharger à nouveau.",
            ),
        ],
        K::UnknownPacking => [
            (
                "this file is packed in a way that Ringwell does not know",
                "Expected: a .zip archive as most programs make it.",
                "Unpack it and drop the CSV files inside.",
            ),
            (
                "ce fichier est compressé d’une façon que Ringwell ne connaît pas",
                "Attendu\u{a0}: une archive .zip telle que la plupart des logiciels la font.",
                "La décompresser et déposer les fichiers CSV qu’elle contient.",
            ),
        ],
        K::UnpacksTooLarge => [
            (
                "unpacked, this file would be larger than any call export; nothing of it is counted",
                "Expected: an archive of at most a thousand files and four gigabytes.",
                "Unpack it and drop the CSV files inside.",
            ),
            (
                "décompressé, ce fichier serait plus grand qu’aucun export d’appels\u{a0}; rien n’en est compté",
                "Attendu\u{a0}: une archive d’au plus mille fichiers et quatre gigaoctets.",
                "La décompresser et déposer les fichiers CSV qu’elle contient.",
            ),
        ],
        K::EmptyArchive => [
            ("the archive holds no files", "Expected: an archive of CSV files.", "Pack the exports again."),
            (
                "l’archive ne contient aucun fichier",
                "Attendu\u{a0}: une archive de fichiers CSV.",
                "Refaire l’archive avec les exports.",
            ),
        ],
        K::Image => [
            ("this is an image", CSV_EN, "Export the call list as CSV instead of a picture of it."),
            ("c’est une image", CSV_FR, "Exporter la liste des appels en CSV, plutôt qu’une image de celle-ci."),
        ],
        K::Binary => [
            ("this is not a text file", CSV_EN, "In your phone system, choose CSV as the export format."),
            ("ce n’est pas un fichier texte", CSV_FR, "Dans votre téléphonie, choisir CSV comme format d’export."),
        ],
        K::NoDateColumn => [
            (
                "no column holds dates",
                "Expected: a column with the day, or the day and time, of each call.",
                "Add the date to the export, or say which column it is in the mapping.",
            ),
            (
                "aucune colonne ne contient de dates",
                "Attendu\u{a0}: une colonne avec le jour, ou le jour et l’heure, de chaque appel.",
                "Ajouter la date à l’export, ou indiquer sa colonne dans la correspondance.",
            ),
        ],
        K::Unreadable => [
            (
                "the file could not be read",
                "Expected: a file that stays where it is until it has been read.",
                "It may have been deleted, moved or changed, or you may not be allowed to open it. Choose it again.",
            ),
            (
                "le fichier n’a pas pu être lu",
                "Attendu\u{a0}: un fichier qui reste en place jusqu’à la fin de la lecture.",
                "Il a peut-être été supprimé, déplacé ou modifié, ou vous n’y avez pas accès. Le choisir à nouveau.",
            ),
        ],
        K::NotRecognised => [
            (
                "this table holds neither calls nor daily figures nor reputation readings",
                CSV_EN,
                "If it does hold calls, say which column is what in the mapping.",
            ),
            (
                "ce tableau ne contient ni appels, ni chiffres par jour, ni relevés de réputation",
                CSV_FR,
                "S’il contient des appels, indiquer le rôle de chaque colonne dans la correspondance.",
            ),
        ],
        K::ReaderFailed => [
            (
                "Ringwell failed while reading it; nothing of this file is counted",
                CSV_EN,
                "Try it once more, alone. If it fails again, it is a fault of ours: please report it.",
            ),
            (
                "Ringwell a échoué pendant la lecture\u{a0}; rien de ce fichier n’est compté",
                CSV_FR,
                "Réessayer une fois, avec ce seul fichier. Si l’échec se répète, l’erreur vient de nous\u{a0}: merci de la signaler.",
            ),
        ],
        K::NoNumberColumn => [
            (
                "no column holds your own numbers, so everything counts for the account only",
                "Expected: a column with the number that was shown to the person called.",
                "Take the export that has the caller ID, or say which column it is in the mapping.",
            ),
            (
                "aucune colonne ne contient vos numéros\u{a0}; tout est compté pour le compte seulement",
                "Attendu\u{a0}: une colonne avec le numéro présenté à la personne appelée.",
                "Prendre l’export qui contient le numéro présenté, ou indiquer sa colonne dans la correspondance.",
            ),
        ],
        K::TruncatedGzip => [
            (
                "the compressed file is damaged or ends too early; what comes before is counted",
                "Expected: a whole .gz file.",
                "Download it again.",
            ),
            (
                "le fichier compressé est abîmé ou s’arrête trop tôt\u{a0}; ce qui précède est compté",
                "Attendu\u{a0}: un fichier .gz entier.",
                "Le télécharger à nouveau.",
            ),
        ],
        K::ReadStopped => [
            (
                "the file could not be read to its end; what comes before is counted",
                "Expected: a file that stays where it is until it has been read.",
                "It may have been deleted, moved or changed meanwhile. Choose it again.",
            ),
            (
                "le fichier n’a pas pu être lu jusqu’au bout\u{a0}; ce qui précède est compté",
                "Attendu\u{a0}: un fichier qui reste en place jusqu’à la fin de la lecture.",
                "Il a peut-être été supprimé, déplacé ou modifié entre-temps. Le choisir à nouveau.",
            ),
        ],
        K::UnclosedQuote => [
            (
                "a quote is opened here and never closed; what follows it is set aside",
                "Expected: quotes in pairs, and a doubled quote inside a quoted cell.",
                "Correct this line, or export the file again.",
            ),
            (
                "un guillemet est ouvert ici et jamais fermé\u{a0}; ce qui suit est écarté",
                "Attendu\u{a0}: des guillemets par paires, doublés à l’intérieur d’une cellule.",
                "Corriger cette ligne, ou exporter à nouveau le fichier.",
            ),
        ],
        K::TooLong => [
            (
                "rows too long to be calls are set aside",
                "Expected: rows of at most one megabyte.",
                "Look at the first of them: a quote may be missing.",
            ),
            (
                "des lignes trop longues pour être des appels sont écartées",
                "Attendu\u{a0}: des lignes d’un mégaoctet au plus.",
                "Regarder la première\u{a0}: il manque peut-être un guillemet.",
            ),
        ],
        K::Ragged => [
            (
                "rows with too few or too many cells are set aside",
                "Expected: as many cells as there are column names.",
                "Look at the first of them: a text with the delimiter in it needs quotes.",
            ),
            (
                "des lignes avec trop ou trop peu de cellules sont écartées",
                "Attendu\u{a0}: autant de cellules que de noms de colonnes.",
                "Regarder la première\u{a0}: un texte qui contient le séparateur doit être entre guillemets.",
            ),
        ],
        K::BadDate => [
            (
                "dates that do not exist or cannot be understood; their rows are set aside",
                "Expected: a date in the form of the column’s other dates.",
                "Correct them, or change what this column is in the mapping.",
            ),
            (
                "des dates inexistantes ou incompréhensibles\u{a0}; leurs lignes sont écartées",
                "Attendu\u{a0}: une date de la même forme que les autres de la colonne.",
                "Les corriger, ou changer le rôle de cette colonne dans la correspondance.",
            ),
        ],
        K::Negative => [
            (
                "negative durations or counts; their rows are set aside",
                "Expected: zero or more.",
                "Ask your phone system’s support how a call can last less than nothing.",
            ),
            (
                "des durées ou des nombres négatifs\u{a0}; leurs lignes sont écartées",
                "Attendu\u{a0}: zéro ou plus.",
                "Demander au support de votre téléphonie comment un appel peut durer moins que rien.",
            ),
        ],
        K::NumberMangled => [
            (
                "a spreadsheet has rounded the phone numbers; their rows are set aside",
                "Expected: all digits of the number, not 3.31E+10.",
                "Export again and drop the file without opening it in a spreadsheet.",
            ),
            (
                "un tableur a arrondi les numéros\u{a0}; leurs lignes sont écartées",
                "Attendu\u{a0}: tous les chiffres du numéro, et non 3,31E+10.",
                "Exporter à nouveau et déposer le fichier sans l’ouvrir dans un tableur.",
            ),
        ],
        K::BadNumber => [
            (
                "own numbers that are not phone numbers; their rows are set aside",
                "Expected: a phone number, in international or national form.",
                "Check that this column holds the number that was shown, or change it in the mapping.",
            ),
            (
                "des numéros qui n’en sont pas\u{a0}; leurs lignes sont écartées",
                "Attendu\u{a0}: un numéro de téléphone, sous forme internationale ou nationale.",
                "Vérifier que cette colonne contient le numéro présenté, ou la changer dans la correspondance.",
            ),
        ],
        K::AmbiguousDates => [
            (
                "day and month could be swapped: no date in the file tells which comes first",
                "Expected: one date at least with a day after the 12th.",
                "Say which comes first; until then one order is assumed.",
            ),
            (
                "jour et mois peuvent être inversés\u{a0}: aucune date du fichier ne dit lequel vient d’abord",
                "Attendu\u{a0}: au moins une date après le 12 du mois.",
                "Indiquer lequel vient d’abord\u{a0}; d’ici là, un ordre est supposé.",
            ),
        ],
        K::BadCharacters => [
            (
                "some characters could not be read and were replaced",
                "Expected: UTF-8, UTF-16 or Windows-1252.",
                "If names look wrong, export the file as UTF-8.",
            ),
            (
                "certains caractères n’ont pas pu être lus et ont été remplacés",
                "Attendu\u{a0}: UTF-8, UTF-16 ou Windows-1252.",
                "Si des noms paraissent faux, exporter le fichier en UTF-8.",
            ),
        ],
        K::TooManyCells => [
            (
                "the file tells more agents, teams and days apart than can be kept: agents, then teams, are joined",
                "Expected: at most a few million combinations.",
                "Number by number everything is still counted. For a view by agent, drop a shorter period.",
            ),
            (
                "le fichier distingue plus d’agents, d’équipes et de jours qu’on ne peut en garder\u{a0}: les agents, puis les équipes, sont réunis",
                "Attendu\u{a0}: quelques millions de combinaisons au plus.",
                "Par numéro, tout reste compté. Pour une vue par agent, déposer une période plus courte.",
            ),
        ],
        K::NoOutcomeColumn => [
            (
                "no column tells what became of a call",
                "Expected: a status, a disposition, or a conversation time.",
                "Add it to the export, or say which column it is in the mapping.",
            ),
            (
                "aucune colonne ne dit ce qu’il est advenu de l’appel",
                "Attendu\u{a0}: un statut, une qualification ou une durée de conversation.",
                "L’ajouter à l’export, ou indiquer sa colonne dans la correspondance.",
            ),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::sentence;
    use crate::model::{Problem, ProblemKind};

    #[test]
    fn a_sentence_says_file_line_column_what_was_found_and_how_often() {
        let problem = Problem {
            kind: ProblemKind::BadDate,
            file: "calls.csv".to_owned(),
            line: Some(12),
            column: Some("Date".to_owned()),
            found: Some("31/02/2026".to_owned()),
            rows: 1_204,
        };
        let spoken = sentence(&problem);
        assert_eq!(
            spoken.en.what,
            "calls.csv, line 12, column “Date”: dates that do not exist or cannot be understood; \
             their rows are set aside (1,204 rows). Found: “31/02/2026”."
        );
        assert!(spoken.fr.what.starts_with("calls.csv, ligne 12, colonne «\u{a0}Date\u{a0}»\u{a0}: "));
        assert!(spoken.fr.what.contains("(1\u{202f}204 lignes)"));
    }

    #[test]
    fn a_problem_of_a_whole_file_names_no_row() {
        let spoken = sentence(&Problem::of_file(ProblemKind::Pdf, "appels.csv"));
        assert_eq!(spoken.en.what, "appels.csv: this is a PDF.");
        assert_eq!(spoken.fr.what, "appels.csv\u{a0}: c’est un PDF.");
        assert!(spoken.en.whole().ends_with("choose CSV as the export format."));
    }
}
