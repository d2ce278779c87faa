//! Calling practice: rules as information, with their source and date, and what the calls show.

use super::{Lang, Phrase, dashboard, phrase};
use crate::{
    app::format,
    model::PracticePreset,
    plan::practice::{Counts, Holiday, MOST_ATTEMPTS},
};

pub const TITLE: Phrase = phrase("Rules to hold the calls against", "Règles à confronter aux appels");
pub const HELP: Phrase = phrase(
    "Information, not legal advice: rules change, and yours depend on whom you call and on what consent you hold. Check the source before you rely on it.",
    "Information, et non conseil juridique\u{a0}: les règles changent, et les vôtres dépendent de qui vous appelez et du consentement recueilli. Vérifier la source avant de s’y fier.",
);
pub const CHOOSE: Phrase = phrase("Start from", "Partir de");
pub const CHANGED: Phrase = phrase(
    "Changed by you: these are no longer the rules as published.",
    "Modifiées par vous\u{a0}: ce ne sont plus les règles telles que publiées.",
);
pub const BACK: Phrase = phrase("As published", "Telles que publiées");
pub const NONE_YET: Phrase =
    phrase("Choose whose rules to hold the calls against.", "Choisir les règles à confronter aux appels.");

pub const HOURS: Phrase = phrase("Hours", "Heures");
pub const FROM: Phrase = phrase("from", "de");
pub const TO: Phrase = phrase("to", "à");
pub const FROM_OF: Phrase = phrase("Span {}: from, hour", "Plage {}\u{a0}: de, heure");
pub const TO_OF: Phrase = phrase("Span {}: to, hour", "Plage {}\u{a0}: à, heure");
pub const ADD_SPAN: Phrase = phrase("Add a span", "Ajouter une plage");
pub const REMOVE_SPAN: Phrase = phrase("Remove the last span", "Retirer la dernière plage");
pub const SPANS_REFUSED: Phrase =
    phrase("Spans of whole hours, one after the other.", "Des plages d’heures entières, l’une après l’autre.");
pub const WEEKDAYS: Phrase = phrase("Days of the week", "Jours de la semaine");
pub const HOLIDAYS: Phrase = phrase("No calls on French public holidays", "Pas d’appel les jours fériés français");
pub const ATTEMPTS: Phrase = phrase(
    "Attempts per person at most (empty: no limit)",
    "Tentatives par personne au plus (vide\u{a0}: sans limite)",
);
pub const WITHIN_DAYS: Phrase = phrase("within days", "en jours");

pub const FOUND: Phrase = phrase("What the calls show", "Ce que montrent les appels");
pub const RULE: Phrase = phrase("Rule", "Règle");
pub const RESULT: Phrase = phrase("Calls outside", "Appels en dehors");
pub const SHARE: Phrase = phrase("Share", "Part");
pub const DAY_RULE: Phrase = phrase("Days of the week", "Jours de la semaine");
pub const HOUR_RULE: Phrase = phrase("Hours", "Heures");
pub const HOLIDAY_RULE: Phrase = phrase("Public holidays", "Jours fériés");
pub const ATTEMPT_RULE: Phrase = phrase("Attempts per person", "Tentatives par personne");
pub const ALL_RULES: Phrase =
    phrase("Outside days or hours, each call once", "Hors jours ou heures, chaque appel une fois");
pub const NO_RULE: Phrase = phrase("no limit set", "pas de limite fixée");
pub const NO_HOURS: Phrase = phrase(
    "These files give days and no time of day: hours cannot be checked.",
    "Ces fichiers donnent le jour sans l’heure\u{a0}: les heures ne peuvent être vérifiées.",
);
pub const NONE_OUTSIDE: Phrase = phrase("none", "aucun");
pub const NOT_COUNTED: Phrase = phrase("not counted yet", "pas encore compté");
pub const BOTH_COUNTS: Phrase = phrase(
    "A call on a public holiday at a wrong hour stands in both lines: the tallies hold hours by day of the week. Counting attempts reads the files again and tells them apart.",
    "Un appel un jour férié hors des heures figure dans les deux lignes\u{a0}: les cumuls gardent les heures par jour de semaine. Compter les tentatives relit les fichiers et les distingue.",
);
pub const CLOCK: Phrase = phrase(
    "Hours are those of the files’ clock. Published rules speak of the clock of the person called: another time zone, or an overseas department, must be looked at apart.",
    "Les heures sont celles des fichiers. Les règles publiées parlent de l’heure de la personne appelée\u{a0}: un autre fuseau, ou l’outre-mer, est à regarder à part.",
);
pub const CANNOT: Phrase = phrase(
    "Not to be seen in a call log: consent, lists of people who object, 60 days of silence after a refusal, what is said in the call.",
    "Invisible dans un journal d’appels\u{a0}: le consentement, les listes d’opposition, les 60 jours de silence après un refus, ce qui se dit.",
);
pub const NUMBERS: Phrase = phrase("Most of them from", "La plupart avec");
pub const BY_HOUR: Phrase = phrase("Calls by day of the week and hour", "Appels par jour de semaine et heure");
pub const BY_HOUR_HELP: Phrase = phrase("Struck through: outside the rules.", "Barrés\u{a0}: en dehors des règles.");
pub const OUTSIDE: Phrase = phrase("outside the rules", "en dehors des règles");

pub const COUNT: Phrase = phrase("Count attempts per person", "Compter les tentatives par personne");
pub const COUNT_AGAIN: Phrase = phrase("Count again", "Recompter");
pub const COUNT_HELP: Phrase = phrase(
    "Reads the files once more. Numbers called stay in the worker that reads, as fingerprints, and are forgotten at its end; only counts come out.",
    "Relit les fichiers une fois. Les numéros appelés restent dans le processus de lecture, sous forme d’empreintes, et sont oubliés à la fin\u{202f}; seuls des comptes en sortent.",
);
pub const COUNTING: Phrase = phrase("Reading once more: {}", "Relecture\u{a0}: {}");
pub const COUNT_FAILED: Phrase =
    phrase("The files could not be read again. {}", "Les fichiers n’ont pas pu être relus. {}");
pub const NO_CALL_FILES: Phrase = phrase(
    "There is no file of single calls: a daily table does not say who was called.",
    "Il n’y a pas de fichier d’appels\u{a0}: un relevé quotidien ne dit pas qui a été appelé.",
);
pub const PEOPLE: Phrase = phrase("People", "Personnes");
pub const MOST_TIMES: Phrase = phrase("Most attempts within the span", "Tentatives au plus dans la période");
pub const STALE: Phrase =
    phrase("The span has changed since: count again.", "La période a changé depuis\u{a0}: recompter.");

/// A preset.
pub const fn preset(preset: PracticePreset) -> Phrase {
    match preset {
        PracticePreset::France => phrase("France, calls to consumers", "France, appels aux consommateurs"),
        PracticePreset::UnitedStates => phrase("United States, federal rules", "États-Unis, règles fédérales"),
    }
}

/// Where a preset comes from, with its date.
pub const fn source(preset: PracticePreset) -> Phrase {
    match preset {
        PracticePreset::France => phrase(
            "Consumer code, art. D. 223-9, by decree no. 2022-1313 of 13 October 2022, in force since 1 March 2023: Monday to Friday but public holidays, 10 am to 1 pm and 2 pm to 8 pm, at most four solicitations or attempts in 30 calendar days. Since 11 August 2026, act no. 2025-594 of 30 June 2025 asks for prior consent; a decree was announced with it and may have changed days and hours: see legifrance.gouv.fr.",
            "Code de la consommation, art. D. 223-9, issu du décret n°\u{a0}2022-1313 du 13 octobre 2022, en vigueur depuis le 1er\u{a0}mars 2023\u{a0}: du lundi au vendredi hors jours fériés, de 10\u{a0}h à 13\u{a0}h et de 14\u{a0}h à 20\u{a0}h, au plus quatre sollicitations ou tentatives en 30 jours calendaires. Depuis le 11 août 2026, la loi n°\u{a0}2025-594 du 30 juin 2025 exige un consentement préalable\u{202f}; un décret était annoncé et a pu changer jours et heures\u{a0}: voir legifrance.gouv.fr.",
        ),
        PracticePreset::UnitedStates => phrase(
            "Telemarketing Sales Rule, 16 CFR 310.4(c), and 47 CFR 64.1200(c)(1): 8 am to 9 pm where the person called is. Neither sets a limit of attempts; several states are stricter on hours, days and attempts: see ecfr.gov and the state’s own law.",
            "Telemarketing Sales Rule, 16 CFR 310.4(c), et 47 CFR 64.1200(c)(1)\u{a0}: de 8\u{a0}h à 21\u{a0}h chez la personne appelée. Aucune des deux ne limite les tentatives\u{202f}; plusieurs États sont plus stricts sur heures, jours et tentatives\u{a0}: voir ecfr.gov et le droit de l’État concerné.",
        ),
    }
}

/// A holiday.
pub const fn holiday(holiday: Holiday) -> Phrase {
    match holiday {
        Holiday::NewYear => phrase("New Year’s Day", "Jour de l’An"),
        Holiday::EasterMonday => phrase("Easter Monday", "lundi de Pâques"),
        Holiday::Labour => phrase("Labour Day", "fête du Travail"),
        Holiday::Victory1945 => phrase("Victory Day 1945", "victoire de 1945"),
        Holiday::Ascension => phrase("Ascension Day", "Ascension"),
        Holiday::WhitMonday => phrase("Whit Monday", "lundi de Pentecôte"),
        Holiday::National => phrase("Bastille Day", "fête nationale"),
        Holiday::Assumption => phrase("Assumption", "Assomption"),
        Holiday::AllSaints => phrase("All Saints’ Day", "Toussaint"),
        Holiday::Armistice1918 => phrase("Armistice Day 1918", "armistice de 1918"),
        Holiday::Christmas => phrase("Christmas Day", "Noël"),
    }
}

/// A holiday with its day and its calls.
pub fn holiday_calls(lang: Lang, day: crate::model::Day, which: Holiday, calls: u64) -> String {
    format!("{}, {} ({})", format::day_long(lang, day), holiday(which).to(lang), dashboard::calls(lang, calls))
}

/// People called more often than the limit.
pub fn people_over(lang: Lang, counts: &Counts, limit: u32) -> String {
    let one_in = u64::from(counts.one_in);
    let Some(over) = counts.people_over(limit) else {
        return phrase("The limit is above what is counted ({}).", "La limite dépasse ce qui est compté ({}).")
            .with(lang, &[&crate::plan::practice::TOP_ATTEMPTS]);
    };
    let over = lang.count(over * one_in);
    let people = lang.count(counts.people * one_in);
    let about = if one_in > 1 { phrase("about ", "environ ").to(lang) } else { "" };
    phrase(
        "{}{} of {} people called more than {} times within {} days; at most {} times.",
        "{}{} personnes sur {} appelées plus de {} fois en {} jours\u{202f}; au plus {} fois.",
    )
    .with(lang, &[&about, &over, &people, &limit, &counts.days, &counts.most])
}

/// People called, where no limit is set.
pub fn people(lang: Lang, counts: &Counts) -> String {
    phrase("{} people; at most {} attempts within {} days.", "{} personnes\u{202f}; au plus {} tentatives en {} jours.")
        .with(lang, &[&lang.count(counts.people * u64::from(counts.one_in)), &counts.most, &counts.days])
}

/// What the counts leave out.
pub fn counted(lang: Lang, counts: &Counts) -> String {
    let mut text = phrase("{} read again.", "{} relus.").with(lang, &[&dashboard::calls(lang, counts.calls)]);
    if counts.without_person > 0 {
        text.push(' ');
        text.push_str(
            &phrase(
                "{} hold no number called that can be read, and count for no person.",
                "{} n’ont pas de numéro appelé lisible, et ne comptent pour personne.",
            )
            .with(lang, &[&lang.count(counts.without_person)]),
        );
    }
    if counts.one_in > 1 {
        text.push(' ');
        text.push_str(
            &phrase(
                "More than {} attempts: one person in {} was followed, each of them whole, and the counts are multiplied.",
                "Plus de {} tentatives\u{a0}: une personne sur {} a été suivie, chacune en entier, et les comptes sont multipliés.",
            )
            .with(lang, &[&lang.count(MOST_ATTEMPTS as u64), &counts.one_in]),
        );
    }
    text
}

/// The label of a class: `3`, `20 or more`.
pub fn times(lang: Lang, times: usize, is_last: bool) -> String {
    let count = times.to_string();
    if is_last { phrase("{} or more", "{} ou plus").with(lang, &[&count]) } else { count }
}
