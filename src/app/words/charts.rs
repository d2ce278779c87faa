//! The words of the charts: titles, legends, what the cursor says, heads of tables.

use super::{Lang, Phrase, dashboard, phrase};
use crate::{
    app::format,
    kpi::chance::{Share, wilson},
    model::Day,
};

// What each chart is called, and its axis.
pub const DAY_MAP: Phrase = phrase("Every number, every day", "Chaque numéro, chaque jour");
pub const DAY_MAP_ABOUT: Phrase = phrase(
    "Answer rate. A colour says what a day and the days around it prove; chance stays pale. A dot marks a day under {}.",
    "Taux de décroché. Une couleur dit ce que prouvent un jour et ses voisins\u{202f}; le hasard reste pâle. Un point marque un jour sous {}.",
);
pub const HOUR_MAP: Phrase = phrase("When people pick up", "Quand les gens décrochent");
pub const HOUR_MAP_ABOUT: Phrase = phrase(
    "Answer rate in per cent by weekday and hour, all days of the files.",
    "Taux de décroché en pour cent par jour et heure, sur tous les jours des fichiers.",
);
pub const NO_HOURS: Phrase = phrase(
    "Hours are counted by number, not by campaign, team, agent or kind of line: with this filter they cannot be shown. Days, prefixes and zones leave them as they are.",
    "Les heures sont comptées par numéro, sans distinguer campagne, équipe, agent ni type de ligne\u{a0}: avec ce filtre, elles ne peuvent être montrées. Jours, préfixes et zones ne les gênent pas.",
);
pub const CALENDAR: Phrase = phrase("Calendar", "Calendrier");
pub const CALENDAR_ABOUT: Phrase = phrase(
    "Answer rate, a day a cell. A blank day had no calls.",
    "Taux de décroché, une case par jour. Une case vide est un jour sans appel.",
);
pub const FUNNEL: Phrase = phrase("From calls to results", "Des appels aux résultats");
pub const FUNNEL_ABOUT: Phrase =
    phrase("Each bar is a part of all calls.", "Chaque barre est une part de tous les appels.");
pub const SCATTER: Phrase = phrase("Volume against answers", "Volume et décroché");
pub const SCATTER_ABOUT: Phrase = phrase(
    "One point a number: calls a day on its last seven active days, and its answer rate. Lines are 95\u{202f}% intervals.",
    "Un point par numéro\u{a0}: ses appels par jour sur ses sept derniers jours actifs, et son décroché. Les traits sont des intervalles à 95\u{a0}%.",
);
pub const TALK: Phrase = phrase("How long answered calls last", "La durée des appels décrochés");
pub const TALK_ABOUT: Phrase = phrase(
    "Parts of the answered calls. The first class are hang-ups: under {}.",
    "Parts des appels décrochés. La première classe sont les raccrochés\u{a0}: moins de {}.",
);
pub const NO_TALK: Phrase = phrase(
    "How calls spread over talk times is not counted by agent: with this filter it cannot be shown. The mean stands in the key figures.",
    "La répartition des durées n’est pas comptée par agent\u{a0}: avec ce filtre, elle ne peut être montrée. La moyenne figure dans les chiffres clés.",
);
pub const BEFORE_AFTER: Phrase = phrase("Before and since", "Avant et depuis");
pub const SCORES: Phrase = phrase("Score readings", "Relevés du score");
pub const PEERS: Phrase = phrase("Its pool", "Son groupe");
pub const PEERS_BELOW: Phrase = phrase("No overlap with this one.", "Aucun recouvrement avec celui-ci.");

// What the cursor says.
pub const NO_CALLS: Phrase = phrase("no calls", "aucun appel");
pub const NO_READING_YET: Phrase = phrase("no reading yet", "pas encore de relevé");
pub const OTHERS: Phrase = phrase("others", "autres");
pub const THIS_ONE: Phrase = phrase("this one", "celui-ci");
pub const DAILY: Phrase = phrase("{} calls a day", "{}\u{a0}appels par jour");

// Legends and axes.
pub const OVER: Phrase = phrase("over {}", "plus de {}");
pub const EITHER: Phrase = phrase("not proven", "non établi");
pub const UNDER: Phrase = phrase("under {}", "moins de {}");
pub const UNDER_CALLS: Phrase = phrase("under {} calls", "moins de {}\u{a0}appels");
pub const CAP: Phrase = phrase("cap {}", "plafond {}");
pub const CALLS_A_DAY_EACH: Phrase = phrase("calls a day", "appels par jour");
/// A step's share of the one before, by the place of the step.
pub const OF_BEFORE: [Phrase; 3] =
    [phrase("{}", "{}"), phrase("{} of calls", "{} des appels"), phrase("{} of answered", "{} des décrochés")];

// Heads of tables.
pub const LOW: Phrase = phrase("95\u{202f}% from", "95\u{a0}% de");
pub const HIGH: Phrase = phrase("95\u{202f}% to", "95\u{a0}% à");
pub const WEEKDAY: Phrase = phrase("Weekday", "Jour de semaine");
pub const HOUR: Phrase = phrase("Hour", "Heure");
pub const STEP: Phrase = phrase("Step", "Étape");
pub const COUNT: Phrase = phrase("Count", "Nombre");
pub const CONVERTED: Phrase = phrase("Converted", "Transformés");
pub const SHARE: Phrase = phrase("share", "part");
pub const SHARE_OF_CALLS: Phrase = phrase("Of all calls", "Des appels");
pub const SHARE_OF_BEFORE: Phrase = phrase("Of the step before", "De l’étape précédente");
pub const TALK_CLASS: Phrase = phrase("Talk time", "Durée de com.");
pub const ANSWERED_CALLS: Phrase = phrase("answered calls", "appels décrochés");
pub const FIGURE: Phrase = phrase("Figure", "Indicateur");
pub const BEFORE: Phrase = phrase("Before", "Avant");
pub const SINCE: Phrase = phrase("Since", "Depuis");
pub const CALLS_BEFORE: Phrase = phrase("Calls before", "Appels avant");
pub const CALLS_SINCE: Phrase = phrase("Calls since", "Appels depuis");
pub const CHANGE: Phrase = phrase("Change", "Évolution");

// The frame.
pub const CURSOR: Phrase =
    phrase("Arrow keys go from place to place", "Les flèches du clavier vont d’un point à l’autre");
pub const CURSOR_DAYS: Phrase = phrase(
    "Arrow keys go from day to day; drag, or Shift and arrows, to choose days",
    "Les flèches vont d’un jour à l’autre\u{202f}; glisser, ou Maj et flèches, pour choisir des jours",
);
pub const TOUCH: Phrase = phrase("Touch a place to read it", "Toucher un point pour le lire");
pub const TOUCH_DAYS: Phrase = phrase(
    "Touch a day to read it; slide along to choose days",
    "Toucher un jour pour le lire\u{202f}; glisser pour choisir des jours",
);
pub const TOUCH_WIDE: Phrase = phrase(
    "Touch a day to read it; slide sideways for the days before",
    "Toucher un jour pour le lire\u{202f}; faire glisser pour voir les jours d’avant",
);
pub const TOUCH_NUMBER: Phrase = phrase("; touch a number to open it", "\u{202f}; toucher un numéro pour l’ouvrir");
pub const CURSOR_NUMBER: Phrase = phrase("; Enter opens the number", "\u{202f}; Entrée ouvre le numéro");
pub const TABLE: Phrase = phrase("As a table", "En tableau");
pub const EXPORT: Phrase = phrase("Save this chart", "Enregistrer ce graphique");
pub const CHOSEN: Phrase = phrase("Chosen days", "Jours choisis");
pub const ALL_DAYS: Phrase = phrase("All days", "Tous les jours");
pub const PREVIOUS: Phrase = phrase("Previous", "Précédents");
pub const NEXT: Phrase = phrase("Next", "Suivants");
pub const ACCOUNT: Phrase = phrase("the account", "l’ensemble");

// A number's page.
pub const NOTES: Phrase = phrase("Notes", "Notes");
pub const NOTES_ABOUT: Phrase = phrase(
    "Kept in this browser only; no export holds them.",
    "Gardées dans ce navigateur seul\u{202f}; aucun export ne les contient.",
);
pub const NEXT_NUMBER: Phrase = phrase("Next", "Suivant");

/// `1 of 3`.
pub fn place(lang: Lang, at: usize, of: usize) -> String {
    phrase("{} of {}", "{} sur {}").with(lang, &[&at, &of])
}

// The days that key figures show.
pub const CARD_DAYS: Phrase = phrase("Days of the key figures", "Jours des chiffres clés");
pub const LAST_WEEK: Phrase = phrase("7 active days", "7 jours actifs");
pub const LAST_MONTH: Phrase = phrase("28 days", "28 jours");
pub const WHOLE: Phrase = phrase("All days", "Tous les jours");

/// `31.2 % (24.1 to 39.0), 42 of 135 calls`.
pub fn rate_of(lang: Lang, share: Share) -> String {
    of(lang, share, &dashboard::calls(lang, share.of))
}

/// The same, of answered calls.
pub fn rate_of_answered(lang: Lang, share: Share) -> String {
    let one = phrase("answered call", "appel décroché");
    let many = phrase("answered calls", "appels décrochés");
    of(lang, share, &dashboard::counted(lang, share.of, one, many))
}

fn of(lang: Lang, share: Share, all: &str) -> String {
    let Some(rate) = wilson(share).map(|rate| rate.times(100.0)) else { return all.to_owned() };
    phrase("{} ({}), {} of {}", "{} ({}), {} sur {}").with(
        lang,
        &[
            &format::rate(lang, rate.value),
            &format::between(lang, rate.low, rate.high, 1),
            &lang.count(share.hits),
            &all,
        ],
    )
}

/// `13 others (Mutuelle)`.
pub fn others(lang: Lang, count: usize, pool: Option<&str>) -> String {
    let count = count as u64;
    let pool = pool.map(|pool| format!(" ({pool})")).unwrap_or_default();
    format!("{}{pool}", dashboard::counted(lang, count, phrase("other", "autre"), phrase("others", "autres")))
}

/// `6 Jan – 9 Feb`: a span where the year is known.
pub fn span_short(lang: Lang, (from, to): (Day, Day)) -> String {
    if from == to {
        return format::day_short(lang, to);
    }
    format!("{} – {}", format::day_short(lang, from), format::day_short(lang, to))
}

/// `Numbers 26 to 50 of 5,000`.
pub fn page(lang: Lang, from: usize, to: usize, all: usize) -> String {
    phrase("Numbers {} to {} of {}", "Numéros {} à {} sur {}")
        .with(lang, &[&lang.count(from as u64), &lang.count(to as u64), &lang.count(all as u64)])
}

/// The subtitle of before and since.
pub fn compared(lang: Lang, before: (Day, Day), after: (Day, Day)) -> String {
    phrase("{} against {}, with 95\u{202f}% intervals", "{} face à {}, avec intervalles à 95\u{a0}%")
        .with(lang, &[&span_short(lang, after), &span_short(lang, before)])
}

/// The subtitle of a pool.
pub fn peers(lang: Lang, pool: &str, numbers: usize, span: (Day, Day)) -> String {
    phrase(
        "Answer rate and 95\u{202f}% interval of the {} numbers of {}, {}.",
        "Décroché et intervalle à 95\u{a0}% des {} numéros de {} ({}).",
    )
    .with(lang, &[&lang.count(numbers as u64), &pool, &span_short(lang, span)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_said_with_its_interval_and_what_it_rests_on() {
        let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(plain(rate_of(Lang::En, Share::new(12, 100))), "12.0 % (7.0 to 19.8), 12 of 100 calls");
        assert_eq!(plain(rate_of(Lang::Fr, Share::new(0, 1))), "0,0 % (0,0 à 79,3), 0 sur 1 appel");
    }

    #[test]
    fn french_marks_never_stand_alone_on_a_line() {
        let words = include_str!("charts.rs").split("#[cfg(test)]").next().unwrap_or_default();
        for line in words.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for text in line.split('"').skip(1).step_by(2) {
                for mark in [" :", " ;", " ?", " !", " »", "« ", " %"] {
                    assert!(!text.contains(mark), "{text}");
                }
            }
        }
    }
}
