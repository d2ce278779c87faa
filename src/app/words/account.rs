//! What a file can tell and what it cannot: dates, units, conversions, the richer export, published ranges.

use super::{Lang, Phrase, files, phrase};
use crate::{
    import::{DateOrder, DayFirst, Unit},
    report::RangeReport,
};

/// The order of the dates and how it was settled.
pub const fn dates(order: DateOrder, how: Option<DayFirst>) -> Phrase {
    match (order, how) {
        (DateOrder::YearFirst, _) => phrase("Dates: year first.", "Dates\u{a0}: l’année d’abord."),
        (DateOrder::Unmistakable, _) => phrase(
            "Dates: the month is a word, or the date a count of seconds.",
            "Dates\u{a0}: le mois est un mot, ou la date un compte de secondes.",
        ),
        (DateOrder::DayFirst, Some(DayFirst::Yes)) => phrase(
            "Dates: day first; a day above 12 says so.",
            "Dates\u{a0}: le jour d’abord\u{202f}; un jour au-delà de 12 le dit.",
        ),
        (DateOrder::DayFirst, Some(DayFirst::Chosen)) => {
            phrase("Dates: day first; you said so.", "Dates\u{a0}: le jour d’abord\u{202f}; vous l’avez indiqué.")
        }
        (DateOrder::DayFirst, _) => phrase(
            "Dates: taken as day first; nothing in the file says so.",
            "Dates\u{a0}: lues le jour d’abord\u{202f}; rien dans le fichier ne le dit.",
        ),
        (DateOrder::MonthFirst, Some(DayFirst::No)) => phrase(
            "Dates: month first; a day above 12 says so.",
            "Dates\u{a0}: le mois d’abord\u{202f}; un jour au-delà de 12 le dit.",
        ),
        (DateOrder::MonthFirst, Some(DayFirst::Chosen)) => {
            phrase("Dates: month first; you said so.", "Dates\u{a0}: le mois d’abord\u{202f}; vous l’avez indiqué.")
        }
        (DateOrder::MonthFirst, _) => phrase(
            "Dates: taken as month first; nothing in the file says so.",
            "Dates\u{a0}: lues le mois d’abord\u{202f}; rien dans le fichier ne le dit.",
        ),
    }
}

/// What a bare number in the column of talk times counts. What is written with colons or letters says it itself.
pub const fn unit(unit: Unit) -> Phrase {
    match unit {
        Unit::Seconds => {
            phrase("Durations: bare numbers are seconds.", "Durées\u{a0}: les nombres seuls sont des secondes.")
        }
        Unit::Milliseconds => phrase(
            "Durations: bare numbers are milliseconds.",
            "Durées\u{a0}: les nombres seuls sont des millisecondes.",
        ),
        Unit::Minutes => phrase(
            "Durations: bare numbers are decimal minutes.",
            "Durées\u{a0}: les nombres seuls sont des minutes décimales.",
        ),
    }
}

pub const HANG_UPS_NOT_TOLD: Phrase = phrase(
    "Hang-ups cannot be told in this file: it has no conversation time to the second.",
    "Les raccrochages ne se distinguent pas dans ce fichier\u{a0}: il n’a pas de temps de conversation à la seconde.",
);
pub const CONVERSIONS_NOT_TOLD: Phrase = phrase(
    "No word in this file says that a call reached its objective.",
    "Aucun mot de ce fichier ne dit qu’un appel a atteint son objectif.",
);
pub const ONE_POOL: Phrase = phrase(
    "No column holds the number that was shown: all calls of this file count together, for the account. No figure is by number.",
    "Aucune colonne ne contient le numéro présenté\u{a0}: tous les appels de ce fichier comptent ensemble, pour le compte. Aucun chiffre n’est par numéro.",
);

/// Which export of a system has the number that was shown.
pub fn richer_export(system: &str) -> Phrase {
    match system {
        "vicidial" | "goautodial" => phrase(
            "In VICIdial, take the Export Calls Report in its carrier variant (it has “dial log outbound_cid”), or the Dial Log Report (it has “OUTBOUND CID”).",
            "Dans VICIdial, prendre l’Export Calls Report dans sa variante carrier (elle contient «\u{a0}dial log outbound_cid\u{a0}»), ou le Dial Log Report (il contient «\u{a0}OUTBOUND CID\u{a0}»).",
        ),
        "3cx" => phrase(
            "3CX’s call reports name the extension only, since the trunk chooses the number shown: ask the provider of the trunk for its call records, which have it.",
            "Les rapports d’appels de 3CX ne nomment que le poste, car c’est le trunk qui choisit le numéro présenté\u{a0}: demander au fournisseur du trunk ses relevés d’appels, qui le contiennent.",
        ),
        "salesforce" => phrase(
            "A Salesforce task has no numbers of its own: add to the report the field of your dialer’s package with the number presented, for instance “Local Presence Num Dialed”.",
            "Une tâche Salesforce n’a pas de numéro à elle\u{a0}: ajouter au rapport le champ de votre composeur avec le numéro présenté, par exemple «\u{a0}Local Presence Num Dialed\u{a0}».",
        ),
        "asterisk" | "freepbx" => phrase(
            "In FreePBX, CDR Reports > CSV File has “outbound_cnum”; in Asterisk, the caller ID of the outbound call must stand in clid.",
            "Dans FreePBX, CDR Reports > CSV File contient «\u{a0}outbound_cnum\u{a0}»\u{202f}; dans Asterisk, le numéro présenté de l’appel sortant doit figurer dans clid.",
        ),
        "genesys" => phrase(
            "In Genesys Cloud, add the column ANI to the view of interactions before exporting it.",
            "Dans Genesys Cloud, ajouter la colonne ANI à la vue des interactions avant de l’exporter.",
        ),
        "hubspot" => phrase(
            "In HubSpot, add the property “From number” to the export of calls.",
            "Dans HubSpot, ajouter la propriété «\u{a0}From number\u{a0}» à l’export des appels.",
        ),
        _ => phrase(
            "Ask for the export that has the caller ID of each outbound call, or choose its column below.",
            "Demander l’export qui contient le numéro présenté de chaque appel sortant, ou choisir sa colonne ci-dessous.",
        ),
    }
}

pub const CONVERSIONS: Phrase =
    phrase("Which results reach the objective?", "Quels résultats atteignent l’objectif\u{202f}?");
pub const CONVERSIONS_WHY: Phrase = phrase(
    "Calls with these results count as conversions. Remembered for the next file.",
    "Les appels avec ces résultats comptent comme transformations. Retenu pour le prochain fichier.",
);
pub const APPLY_CONVERSIONS: Phrase = phrase("Count these as conversions", "Compter ceux-ci comme transformations");

/// A list of ranges by its id.
pub fn list(id: &str) -> &str {
    files::system(id).unwrap_or(if id == "arcep" { "Arcep" } else { id })
}

/// A range that a number lies in: the list, the range, the name that the list gives it.
pub fn range(lang: Lang, range: &RangeReport) -> String {
    let digits = range.pattern.trim_end_matches('#');
    let name = range.name.as_deref().unwrap_or_default();
    let named = |text: Phrase| text.with(lang, &[&list(&range.list), &digits, &name]);
    if range.list == "arcep" {
        return named(phrase(
            "{}: +{}…, numbers for automated calls, in force since January 2023. Orange Téléphone has labelled them since March 2024.",
            "{}\u{a0}: +{}…, numéros pour appels automatisés, en vigueur depuis janvier 2023. Orange Téléphone les étiquette depuis mars 2024.",
        ));
    }
    match &range.name {
        Some(_) => named(phrase("{}: +{}…, listed as “{}”", "{}\u{a0}: +{}…, inscrite sous «\u{a0}{}\u{a0}»")),
        None => named(phrase("{}: +{}…, listed", "{}\u{a0}: +{}…, inscrite")),
    }
}

/// Heads the ranges of a number.
pub const RANGES: Phrase =
    phrase("Ranges that are labelled or blocked as a whole", "Tranches étiquetées ou bloquées en bloc");

/// What such a range means, and what it does not.
pub const RANGES_MEAN: Phrase = phrase(
    "This number lies in a published range. It says nothing about your calls, and is no sign of a fall by itself.",
    "Ce numéro est dans une tranche publiée. Cela ne dit rien de vos appels et n’est pas à soi seul le signe d’une baisse.",
);
