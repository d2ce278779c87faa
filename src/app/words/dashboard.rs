//! The dashboard's own words: the source line, the verdict, the chart, the table of numbers, a number's page.

use super::{Lang, Phrase, kpis, phrase};
use crate::{app::needs::Headline, kpi::Zone, report::Status};

// The source line.
pub const DAYS: Phrase = phrase("active days", "jours actifs");

/// `2 files`.
pub fn files(lang: Lang, count: u64) -> String {
    counted(lang, count, phrase("file", "fichier"), phrase("files", "fichiers"))
}

/// A count with its noun.
pub fn counted(lang: Lang, count: u64, one: Phrase, many: Phrase) -> String {
    format!("{}\u{a0}{}", lang.count(count), lang.plural(count, one.to(lang), many.to(lang)))
}

/// `48,213 rows`.
pub fn rows(lang: Lang, count: u64) -> String {
    counted(lang, count, phrase("row", "ligne"), phrase("rows", "lignes"))
}

/// `47,901 calls`.
pub fn calls(lang: Lang, count: u64) -> String {
    counted(lang, count, phrase("call", "appel"), phrase("calls", "appels"))
}

/// `47,901 counted`: rows of a daily table or of readings are no calls.
pub fn counted_rows(lang: Lang, count: u64) -> String {
    format!(
        "{}\u{a0}{}",
        lang.count(count),
        lang.plural(count, phrase("counted", "retenue").to(lang), phrase("counted", "retenues").to(lang))
    )
}

/// `312 set aside`.
pub fn aside(lang: Lang, count: u64) -> String {
    format!(
        "{}\u{a0}{}",
        lang.count(count),
        lang.plural(count, phrase("set aside", "écartée").to(lang), phrase("set aside", "écartées").to(lang))
    )
}

/// `30 active days`.
pub fn active_days(lang: Lang, count: u64) -> String {
    counted(lang, count, phrase("active day", "jour actif"), phrase("active days", "jours actifs"))
}

/// `22 numbers`.
pub fn numbers(lang: Lang, count: u64) -> String {
    counted(lang, count, phrase("number", "numéro"), phrase("numbers", "numéros"))
}

// The verdict.
pub const VERDICT: Phrase = phrase("Verdict", "Verdict");

/// The first line of the verdict.
pub fn headline(lang: Lang, headline: Headline, numbers_known: bool) -> String {
    match headline {
        Headline::Needs { numbers, others: 0 } => {
            let numbers = numbers as u64;
            match lang {
                Lang::En => {
                    format!("{} {} you today", self::numbers(lang, numbers), lang.plural(numbers, "needs", "need"))
                }
                Lang::Fr => format!("{} à traiter aujourd’hui", self::numbers(lang, numbers)),
            }
        }
        Headline::Needs { numbers: 0, others: 1 } => {
            phrase("One thing needs you today", "Un point à traiter aujourd’hui").to(lang).to_owned()
        }
        Headline::Needs { numbers, others } => {
            let count = lang.count((numbers + others) as u64);
            phrase("{} things need you today", "{} points à traiter aujourd’hui").with(lang, &[&count])
        }
        Headline::Level(id, zone) => {
            let name = kpis::name(id).to(lang);
            match zone {
                Zone::Red => phrase(
                    "No number stands out, but overall: {} in alert",
                    "Aucun numéro ne se détache, mais au global\u{a0}: {} en alerte",
                ),
                _ => phrase(
                    "No number needs you today; to watch: {}",
                    "Aucun numéro à traiter aujourd’hui\u{202f}; à surveiller\u{a0}: {}",
                ),
            }
            .with(lang, &[&name.to_lowercase()])
        }
        Headline::Well if numbers_known => {
            phrase("All is well: your numbers ring well", "Tout va bien\u{a0}: vos numéros sonnent bien")
                .to(lang)
                .to_owned()
        }
        Headline::Well => {
            phrase("All is well: your calls are answered", "Tout va bien\u{a0}: vos appels sont décrochés")
                .to(lang)
                .to_owned()
        }
        Headline::TooFew => phrase("Too few calls to judge", "Trop peu d’appels pour juger").to(lang).to_owned(),
    }
}

/// The rest in one line, from how many numbers of each status are not among the needs.
pub fn rest(lang: Lang, counts: [usize; 4], any_needs: bool) -> Option<String> {
    let [act, watch, well, unknown] = counts.map(|count| count as u64);
    if act + watch + well + unknown == 0 {
        return None;
    }
    let mut parts = Vec::new();
    let n = |count| numbers(lang, count);
    if well > 0 {
        parts.push(match lang {
            Lang::En => format!("{} {} well", n(well), lang.plural(well, "rings", "ring")),
            Lang::Fr => format!("{} {} bien", n(well), lang.plural(well, "sonne", "sonnent")),
        });
    }
    if act > 0 {
        parts.push(phrase("{} to act on", "{} à traiter").with(lang, &[&lang.count(act)]));
    }
    if watch > 0 {
        parts.push(phrase("{} to watch", "{} à surveiller").with(lang, &[&lang.count(watch)]));
    }
    if unknown > 0 {
        parts.push(match lang {
            Lang::En => {
                format!("{} {} too few calls to judge", lang.count(unknown), lang.plural(unknown, "has", "have"))
            }
            Lang::Fr => {
                format!("{} {} trop peu d’appels pour en juger", lang.count(unknown), lang.plural(unknown, "a", "ont"))
            }
        });
    }
    let list = parts.join(", ");
    Some(if any_needs {
        if act == 0 && watch == 0 && well > 0 {
            phrase("The rest is fine: {}.", "Le reste va bien\u{a0}: {}.").with(lang, &[&list])
        } else {
            phrase("The rest: {}.", "Le reste\u{a0}: {}.").with(lang, &[&list])
        }
    } else {
        format!("{}.", super::super::format::capital(&list))
    })
}

/// Said first: words that nobody has assigned.
pub fn uncertain(lang: Lang, share_percent: f64, calls: u64) -> String {
    phrase(
        "First: {} of the calls ({}) carry a status that nobody has assigned, so every rate is uncertain.",
        "D’abord\u{a0}: {} des appels ({}) portent un statut que personne n’a classé\u{202f}; tous les taux sont donc incertains.",
    )
    .with(lang, &[&lang.percent(share_percent, 1), &lang.count(calls)])
}

pub const ASSIGN: Phrase = phrase("Say what these words mean", "Dire ce que ces mots signifient");
pub const NO_NUMBERS: Phrase = phrase(
    "No column says which of your numbers called: everything below is for all calls together.",
    "Aucune colonne ne dit lequel de vos numéros a appelé\u{a0}: tout ce qui suit vaut pour l’ensemble des appels.",
);
pub const SINCE: Phrase = phrase("Since", "Depuis");
pub const CERTAINTY: Phrase = phrase("Certainty", "Certitude");
pub const LOST: Phrase = phrase("Lost", "Perdu");
pub const LOST_NOTHING: Phrase = phrase("nothing yet", "rien à ce jour");
pub const COPY_MESSAGE: Phrase = phrase("Copy message", "Copier le message");
pub const COPIED: Phrase = phrase("Copied", "Copié");
pub const COPY_FAILED: Phrase = phrase(
    "The browser did not allow copying: select the text instead",
    "Le navigateur n’a pas permis la copie\u{a0}: sélectionnez le texte",
);
pub const EMAIL: Phrase = phrase("E-mail", "E-mail");
pub const SMS: Phrase = phrase("SMS", "SMS");
pub const HANDLED: Phrase = phrase("Handled", "C’est fait");
pub const REOPEN: Phrase = phrase("Reopen", "Rouvrir");
pub const READ_MESSAGE: Phrase = phrase("Read the message and the evidence", "Lire le message et les preuves");
pub const MESSAGE: Phrase = phrase("The message", "Le message");
pub const TO_TEAM: Phrase = phrase("To the team", "Pour l’équipe");
pub const TO_CARRIER: Phrase = phrase("To the carrier", "Pour l’opérateur");

/// `97 conversations (82 to 109)`.
pub fn lost(lang: Lang, [estimate, low, high]: [f64; 3]) -> String {
    let count = |value: f64| lang.decimal(value.max(0.0), 0);
    let noun = lang.plural(estimate.max(0.0).round() as u64, "conversation", "conversations");
    format!(
        "{}\u{a0}{noun} ({})",
        count(estimate),
        phrase("{} to {}", "{} à {}").with(lang, &[&count(low), &count(high)])
    )
}

/// `and 3 more below`.
pub fn more_needs(lang: Lang, count: u64) -> String {
    phrase("Show {} more", "En voir {} de plus").with(lang, &[&lang.count(count)])
}

/// What even the fold leaves to the table of numbers.
pub fn rest_in_table(lang: Lang, count: u64) -> String {
    phrase("{} more stand in the table of numbers.", "{} de plus figurent dans le tableau des numéros.")
        .with(lang, &[&lang.count(count)])
}

// Key figures.
pub const KEY_FIGURES: Phrase = phrase("Key figures", "Chiffres clés");
pub const HOW: Phrase = phrase("How is this computed?", "Comment est-ce calculé\u{202f}?");
pub const NOT_MEASURED: Phrase = phrase("Not in these files", "Absent de ces fichiers");
pub const ADD_IT: Phrase = phrase("Add it", "Ajouter");
pub const WITHIN_NOISE: Phrase = phrase("within noise", "dans le bruit");
pub const RISING: Phrase = phrase("rising", "en hausse");
pub const FALLING: Phrase = phrase("falling", "en baisse");
pub const LOWEST: Phrase = phrase("lowest {}", "min. {}");
pub const NO_CHANGE: Phrase = phrase("no change", "sans changement");
pub const REPORT: Phrase = phrase("report", "signalement");
pub const REPORTS: Phrase = phrase("reports", "signalements");
pub const WITHOUT_VOICEMAIL: Phrase =
    phrase("Without calls that met a voicemail: {}.", "Sans les appels tombés sur messagerie\u{a0}: {}.");
pub const OF_ANSWERED: Phrase = phrase("Of answered calls: {}.", "Des appels décrochés\u{a0}: {}.");
pub const NO_TREND: Phrase = phrase("Too few days for a trend", "Trop peu de jours pour une tendance");
pub const TREND_OF: Phrase = phrase(
    "The change compares the last 7 active days with the 28 days before.",
    "L’évolution compare les 7 derniers jours actifs aux 28 jours précédents.",
);
pub const SOURCE: Phrase = phrase(
    "Formula and zones: HUHU.fr, “Phone Reputation KPIs”, 3 Feb 2026. Interval: Wilson, 95\u{202f}%.",
    "Formule et zones\u{a0}: HUHU.fr, «\u{a0}Phone Reputation KPIs\u{a0}», 3 févr. 2026. Intervalle\u{a0}: Wilson, 95\u{a0}%.",
);
pub const CLOSE: Phrase = phrase("Close", "Fermer");
pub const ON_SCALE: Phrase =
    phrase("value and interval on the zone scale", "valeur et intervalle sur l’échelle des zones");
pub const LAST_DAYS: Phrase =
    phrase("active days in order, the last seven marked", "jours actifs dans l’ordre, les sept derniers marqués");

/// `95 %: 41.0 to 43.1`.
pub fn interval(lang: Lang, range: &str) -> String {
    match lang {
        Lang::En => format!("95\u{202f}%: {range}"),
        Lang::Fr => format!("95\u{a0}%\u{a0}: {range}"),
    }
}

/// `16 green, 4 amber, 1 red, 3 not read`.
pub fn score_counts(lang: Lang, [green, amber, red, unknown]: [u64; 4]) -> String {
    let part = |count: u64, word: Phrase| (count > 0).then(|| format!("{}\u{a0}{}", lang.count(count), word.to(lang)));
    [
        part(red, phrase("in alert", "en alerte")),
        part(amber, phrase("to watch", "à surveiller")),
        part(green, phrase("healthy", "bons")),
        part(unknown, phrase("not read", "non lus")),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(", ")
}

// The chart.
pub const SUBJECT: Phrase = phrase("Subject", "Sujet");
pub const ALL: Phrase = phrase("All", "Tous");
pub const RATE_PER_DAY: Phrase = phrase("Answer rate per day", "Taux de décroché par jour");
pub const ALL_NUMBERS: Phrase = phrase("all numbers together", "tous les numéros ensemble");
/// Said on every figure of files without own numbers.
pub const ONE_POOL: Phrase = phrase(
    "all calls as one pool: no own number in the file",
    "tous les appels en un seul groupe\u{a0}: pas de numéro présenté dans le fichier",
);
pub const ONLY_THIS: Phrase = phrase("Only this number fell", "Seul ce numéro a chuté");
pub const ALL_FELL: Phrase = phrase("The numbers fell together", "Les numéros ont baissé ensemble");
pub const SCORE_FELL: Phrase =
    phrase("Answers hold while the score falls", "Le décroché tient alors que le score baisse");
pub const HOLDS: Phrase = phrase("The answer rate, day by day", "Le taux de décroché, jour par jour");
pub const OTHERS: Phrase = phrase("others", "autres");
pub const THIS_ONE: Phrase = phrase("this one", "celui-ci");
pub const LEGEND_INTERVAL: Phrase = phrase("95\u{202f}% interval", "intervalle à 95\u{a0}%");
pub const LEGEND_WEEKEND: Phrase = phrase("weekend", "week-end");
pub const LEGEND_FEW: Phrase = phrase("under 20 calls", "moins de 20 appels");
pub const LEGEND_CHANGE: Phrase = phrase("change", "changement");
pub const LEGEND_BEGUN: Phrase = phrase("it began in these days (95\u{202f}%)", "a commencé ces jours-là (95\u{a0}%)");
pub const ABOUT_DAY: Phrase = phrase("about {}", "vers le {}");
pub const TABLE: Phrase = phrase("As a table", "En tableau");
pub const CALLS_A_DAY: Phrase = phrase("Calls a day", "Appels par jour");
pub const CURSOR: Phrase =
    phrase("Day by day: use the arrow keys", "Jour par jour\u{a0}: utilisez les flèches du clavier");
pub const NO_CALLS: Phrase = phrase("no calls", "aucun appel");
pub const NO_DAYS: Phrase = phrase("No day with calls.", "Aucun jour avec des appels.");

/// The subtitle: the subject against the rest of its pool.
pub fn against(lang: Lang, subject: &str, others: u64, pool: Option<&str>) -> String {
    let rate = RATE_PER_DAY.to(lang);
    let pool = pool.map(|pool| format!(" {pool}")).unwrap_or_default();
    match lang {
        Lang::En => format!(
            "{rate}, {subject} against {} other{pool} {}",
            lang.count(others),
            lang.plural(others, "number", "numbers")
        ),
        Lang::Fr => format!(
            "{rate}, {subject} face {} {}{pool}",
            lang.plural(others, "à", "aux"),
            format_args!(
                "{} {} {}",
                lang.count(others),
                lang.plural(others, "autre", "autres"),
                lang.plural(others, "numéro", "numéros")
            )
        ),
    }
}

/// `Alert: under 25 %`.
pub fn band(lang: Lang, zone: Zone, low: f64, high: f64) -> String {
    match zone {
        Zone::Red => phrase("Alert: under {}", "Alerte\u{a0}: moins de {}").with(lang, &[&lang.percent(low, 0)]),
        _ => phrase("Watch: {} to {}", "À surveiller\u{a0}: {} à {}")
            .with(lang, &[&lang.decimal(low, 0), &lang.percent(high, 0)]),
    }
}

/// `Calls a day; dashes mark the cap of 100`.
pub fn cap(lang: Lang, cap: u32) -> String {
    phrase("Calls a day; dashes mark the cap of {}", "Appels par jour\u{202f}; tirets\u{a0}: plafond de {}")
        .with(lang, &[&cap])
}

// Alerts and findings.
pub const ALERTS: Phrase = phrase("Alerts", "Alertes");
pub const ALERTS_SUB: Phrase = phrase("Noise never tops this list.", "Le bruit n’arrive jamais en tête.");
pub const FINDINGS: Phrase = phrase("Findings", "Diagnostics");
pub const FINDINGS_SUB: Phrase = phrase(
    "What we conclude, what speaks for and against it, and what these files cannot tell.",
    "Ce que nous concluons, ce qui plaide pour et contre, et ce que ces fichiers ne disent pas.",
);
pub const SINCE_LOWER: Phrase = phrase("since", "depuis le");

// The table of numbers.
pub const NUMBERS: Phrase = phrase("Numbers", "Numéros");
pub const SEARCH: Phrase = phrase("Search a number or a campaign", "Chercher un numéro ou une campagne");
pub const FILTER: Phrase = phrase("Show", "Afficher");
pub const NO_MATCH: Phrase = phrase("No number matches.", "Aucun numéro ne correspond.");
pub const COL_NUMBER: Phrase = phrase("Number", "Numéro");
pub const COL_POOL: Phrase = phrase("Campaign", "Campagne");
pub const COL_STATUS: Phrase = phrase("Status", "Statut");
pub const COL_CALLS: Phrase = phrase("Calls", "Appels");
pub const COL_ANSWER: Phrase = phrase("Answer rate, 95\u{202f}%", "Décroché, 95\u{a0}%");
pub const COL_CHANGE: Phrase = phrase("Change, 7 days", "Évolution, 7 j");
pub const COL_REJECTED: Phrase = phrase("Rejected", "Rejet");
pub const COL_VOICEMAIL: Phrase = phrase("Voicemail", "Messagerie");
pub const COL_TALK: Phrase = phrase("Talk time", "Durée com.");
pub const COL_CONVERSION: Phrase = phrase("Conversion", "Transfo.");
pub const COL_REPORTS: Phrase = phrase("Spam reports", "Signalements");
pub const COL_SCORE: Phrase = phrase("Score", "Score");
pub const COL_DAILY: Phrase = phrase("Calls a day / cap", "Appels par jour / plafond");
pub const TABLE_NOTE: Phrase = phrase(
    "≈ change within noise; dashed bar: zone not certain; – not measured",
    "≈ évolution dans le bruit\u{202f}; barre pointillée\u{a0}: zone incertaine\u{202f}; – non mesuré",
);
pub const SHOW_ALL: Phrase = phrase("Open the table of numbers", "Ouvrir le tableau des numéros");

/// `Show 10 more of 24`.
pub fn show_more(lang: Lang, more: u64, all: u64) -> String {
    phrase("Show {} more of {}", "En afficher {} de plus sur {}").with(lang, &[&lang.count(more), &lang.count(all)])
}

/// A status's word.
pub const fn status(status: Status) -> Phrase {
    match status {
        Status::Act => phrase("Act today", "Agir aujourd’hui"),
        Status::Watch => phrase("Watch", "À surveiller"),
        Status::Well => phrase("Rings well", "Sonne bien"),
        Status::Unknown => phrase("Too few calls", "Trop peu d’appels"),
    }
}

/// A status's word on the filter.
pub const fn status_short(status: Status) -> Phrase {
    match status {
        Status::Act => phrase("Act", "Agir"),
        Status::Watch => phrase("Watch", "Surveiller"),
        Status::Well => phrase("Well", "Bien"),
        Status::Unknown => phrase("Too few", "Trop peu"),
    }
}

// A number's page.
pub const BACK: Phrase = phrase("Today", "Aujourd’hui");
pub const NOT_FOUND: Phrase =
    phrase("This number is not in the files that are loaded.", "Ce numéro n’est pas dans les fichiers chargés.");
pub const NOTHING_TO_DO: Phrase = phrase("Nothing to do today.", "Rien à faire aujourd’hui.");
pub const NO_ALERTS_HERE: Phrase = phrase("No alert on this number.", "Aucune alerte sur ce numéro.");
pub const READINGS: Phrase = phrase("Score readings", "Relevés du score");
pub const READINGS_SUB: Phrase = phrase("Each holds until the next.", "Chacun vaut jusqu’au suivant.");
pub const NO_READINGS: Phrase = phrase(
    "No reading of this number. Add the export of a reputation tool: number, date, score.",
    "Aucun relevé de ce numéro. Ajoutez l’export d’un outil de réputation\u{a0}: numéro, date, score.",
);
pub const OWN_POOL: Phrase = phrase("Its pool, day by day", "Son groupe, jour par jour");
pub const DAILY: Phrase = phrase("Day by day", "Jour par jour");
pub const COL_DAY: Phrase = phrase("Day", "Jour");
pub const COL_ANSWERED: Phrase = phrase("Answered", "Décrochés");
pub const COL_RATE: Phrase = phrase("Answer rate", "Décroché");
pub const COL_INTERVAL: Phrase = phrase("95\u{202f}% interval", "Intervalle à 95\u{a0}%");
pub const COL_SOURCE: Phrase = phrase("Source", "Source");
pub const COL_FLAGGED: Phrase = phrase("Flagged", "Signalé");
pub const YES: Phrase = phrase("yes", "oui");
pub const NO: Phrase = phrase("no", "non");

/// Whether the number went over the cap: the subtitle of its calls a day.
pub fn over_cap(lang: Lang, days: u64, cap: u32) -> String {
    match days {
        0 => phrase("Never over the cap of {}.", "Jamais au-dessus du plafond de {}.").with(lang, &[&cap]),
        _ => phrase("Over the cap of {} on {}.", "Au-dessus du plafond de {}\u{a0}: {}.")
            .with(lang, &[&cap, &counted(lang, days, phrase("day", "jour"), phrase("days", "jours"))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kpi::KpiId;

    #[test]
    fn the_headline_counts_in_the_readers_language() {
        let plain = |text: String| text.replace('\u{a0}', " ");
        let of = |lang, numbers, others| plain(headline(lang, Headline::Needs { numbers, others }, true));
        assert_eq!(of(Lang::En, 3, 0), "3 numbers need you today");
        assert_eq!(of(Lang::En, 1, 0), "1 number needs you today");
        assert_eq!(of(Lang::Fr, 3, 0), "3 numéros à traiter aujourd’hui");
        assert_eq!(of(Lang::Fr, 2, 1), "3 points à traiter aujourd’hui");
        assert!(!headline(Lang::Fr, Headline::Level(KpiId::AnswerRate, Zone::Red), true).contains("{}"));
    }

    #[test]
    fn the_rest_is_one_line() {
        let plain = |text: Option<String>| text.map(|text| text.replace('\u{a0}', " "));
        assert_eq!(
            plain(rest(Lang::En, [0, 4, 16, 1], true)).as_deref(),
            Some("The rest: 16 numbers ring well, 4 to watch, 1 has too few calls to judge.")
        );
        assert_eq!(
            plain(rest(Lang::Fr, [0, 0, 16, 0], true)).as_deref(),
            Some("Le reste va bien : 16 numéros sonnent bien.")
        );
        assert_eq!(rest(Lang::En, [0; 4], true), None);
    }

    #[test]
    fn every_status_has_its_word_in_both_languages() {
        for of in [Status::Act, Status::Watch, Status::Well, Status::Unknown] {
            for lang in Lang::ALL {
                assert!(!status(of).to(lang).is_empty() && !status_short(of).to(lang).is_empty());
            }
        }
    }

    #[test]
    fn lost_conversations_are_never_below_none() {
        assert_eq!(lost(Lang::En, [97.4, 82.0, 109.0]).replace('\u{a0}', " "), "97 conversations (82 to 109)");
        assert_eq!(lost(Lang::Fr, [0.6, -3.0, 4.0]).replace('\u{a0}', " "), "1 conversation (0 à 4)");
    }

    #[test]
    fn french_marks_never_stand_alone_on_a_line() {
        let sources = [
            include_str!("alerts.rs"),
            include_str!("dashboard.rs"),
            include_str!("findings/mod.rs"),
            include_str!("findings/evidence.rs"),
            include_str!("findings/steps.rs"),
            include_str!("kpis.rs"),
            include_str!("messages.rs"),
        ];
        for source in sources {
            let words = source.split("#[cfg(test)]").next().unwrap_or_default();
            for line in words.lines().filter(|line| !line.trim_start().starts_with("//")) {
                // Every second piece between quotes is a text.
                for text in line.split('"').skip(1).step_by(2) {
                    for mark in [" :", " ;", " ?", " !", " »", "« ", " %"] {
                        assert!(!text.contains(mark), "{text}");
                    }
                }
            }
        }
    }
}
