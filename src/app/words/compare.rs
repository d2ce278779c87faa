//! The comparison of two periods or two pools, in plain words.

use super::{Lang, Phrase, phrase};
use crate::{kpi::KpiId, narrow::Tested};

pub const TITLE: Phrase = phrase("Compare", "Comparer");
pub const HELP: Phrase = phrase(
    "Two periods or two pools, each figure with what chance alone could do.",
    "Deux périodes ou deux groupes, et pour chaque chiffre la part possible du hasard.",
);
pub const WHAT: Phrase = phrase("What to compare", "Que comparer");
pub const PERIODS: Phrase = phrase("Two periods", "Deux périodes");
pub const POOLS: Phrase = phrase("Two pools", "Deux groupes");
pub const ONE: Phrase = phrase("This", "Ceci");
pub const OTHER: Phrase = phrase("against", "comparé à");
pub const REST: Phrase = phrase("All other calls", "Tous les autres appels");
pub const CAMPAIGNS: Phrase = phrase("Campaigns", "Campagnes");
pub const TEAMS: Phrase = phrase("Teams", "Équipes");
pub const PREFIXES: Phrase = phrase("Prefixes", "Préfixes");
pub const NO_POOLS: Phrase = phrase(
    "These files name no campaign and no team, and no two numbers share a prefix: there are no pools to compare.",
    "Ces fichiers ne nomment ni campagne ni équipe, et aucun préfixe ne réunit deux numéros\u{a0}: il n’y a pas de groupes à comparer.",
);
pub const NOTHING: Phrase = phrase("No calls on one of the two sides.", "Aucun appel d’un des deux côtés.");
pub const COL_KPI: Phrase = phrase("Figure", "Indicateur");
pub const COL_DIFFERENCE: Phrase = phrase("Difference, 95\u{202f}%", "Écart, 95\u{a0}%");
pub const COL_VERDICT: Phrase = phrase("In words", "En clair");
pub const COL_CALLS: Phrase = phrase("Calls", "Appels");
pub const BY_NUMBER: Phrase = phrase("Number by number", "Numéro par numéro");
pub const BY_NUMBER_SUB: Phrase = phrase(
    "Numbers with calls on both sides, the clearest differences first. Of many numbers some differ by chance alone: those called more than chance remain when that is allowed for.",
    "Les numéros qui ont des appels des deux côtés, les écarts les plus nets d’abord. Parmi beaucoup de numéros, certains diffèrent par le seul hasard\u{a0}: «\u{a0}au-delà du hasard\u{a0}» en tient compte.",
);
pub const NO_NUMBERS: Phrase =
    phrase("No number has calls on both sides.", "Aucun numéro n’a d’appels des deux côtés.");
pub const FIGURE: Phrase = phrase("Figure compared", "Indicateur comparé");
pub const METHOD: Phrase = phrase(
    "The interval is Newcombe’s for the difference of two rates, at 95\u{202f}%: “more than chance” where it lies clear of 0; among numbers, with a false discovery rate of 10\u{202f}% (Benjamini and Hochberg). A mean talk time and a score have no interval here and are not judged. Calls of one day resemble each other, so days that were unusual for all can pass for a difference.",
    "L’intervalle est celui de Newcombe pour la différence de deux taux, à 95\u{a0}%\u{a0}: «\u{a0}au-delà du hasard\u{a0}» quand il ne contient pas 0\u{202f}; entre numéros, avec un taux de fausses découvertes de 10\u{a0}% (Benjamini et Hochberg). Une durée moyenne et un score n’ont pas d’intervalle ici et ne sont pas jugés. Les appels d’un même jour se ressemblent\u{a0}: des jours inhabituels pour tous peuvent passer pour un écart.",
);
pub const DAYS_FILTER: Phrase = phrase(
    "The periods chosen here stand in place of the days of the filter.",
    "Les périodes choisies ici remplacent les jours du filtre.",
);

/// `Last 7 days against the 7 before`.
pub fn last_against_before(lang: Lang, days: i32) -> String {
    phrase("Last {} days against the {} before", "Les {} derniers jours face aux {} précédents")
        .with(lang, &[&days, &days])
}

/// Decimals of a figure, of its interval and of a difference: the same for all three.
pub const fn decimals(id: KpiId) -> usize {
    match id {
        KpiId::AverageTalkTime | KpiId::ReputationScore => 0,
        KpiId::SpamReportRate => 2,
        _ => 1,
    }
}

/// `4.2 points lower`; for a talk time `12 s shorter`.
pub fn difference(lang: Lang, id: KpiId, value: f64) -> String {
    let size = lang.decimal(value.abs(), decimals(id));
    if !size.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        return phrase("no difference", "aucun écart").to(lang).to_owned();
    }
    let is_less = value < 0.0;
    match (lang, id) {
        (Lang::En, KpiId::AverageTalkTime) => format!("{size}\u{a0}s {}", if is_less { "shorter" } else { "longer" }),
        (Lang::Fr, KpiId::AverageTalkTime) => format!("{size}\u{a0}s de {}", if is_less { "moins" } else { "plus" }),
        (Lang::En, _) => {
            format!(
                "{size}\u{a0}{} {}",
                if size == "1" || size == "1.0" { "point" } else { "points" },
                if is_less { "lower" } else { "higher" }
            )
        }
        (Lang::Fr, _) => {
            format!(
                "{size}\u{a0}{} de {}",
                if value.abs() < 2.0 { "point" } else { "points" },
                if is_less { "moins" } else { "plus" }
            )
        }
    }
}

/// How it stands to chance.
pub const fn tested(tested: Tested) -> Phrase {
    match tested {
        Tested::MoreThanChance => phrase("more than chance", "au-delà du hasard"),
        Tested::WithinChance => phrase("within noise", "dans le bruit"),
        Tested::ByMany => phrase("chance can do that among so many numbers", "le hasard suffit, parmi tant de numéros"),
        Tested::NotTested => phrase("not judged", "non jugé"),
        Tested::NotComparable => phrase(
            "not comparable: “answered” means something else",
            "non comparable\u{a0}: «\u{a0}décroché\u{a0}» n’a pas le même sens",
        ),
    }
}

/// `4.2 points lower, more than chance`.
pub fn verdict(lang: Lang, id: KpiId, value: f64, how: Tested) -> String {
    if how == Tested::NotComparable {
        return tested(how).to(lang).to_owned();
    }
    format!("{}, {}", difference(lang, id, value), tested(how).to(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_said_in_plain_words() {
        let said = |lang, id, value, how| verdict(lang, id, value, how);
        assert_eq!(
            said(Lang::En, KpiId::AnswerRate, -4.2, Tested::MoreThanChance),
            "4.2\u{a0}points lower, more than chance"
        );
        assert_eq!(
            said(Lang::Fr, KpiId::AnswerRate, 0.84, Tested::WithinChance),
            "0,8\u{a0}point de plus, dans le bruit"
        );
        assert_eq!(said(Lang::En, KpiId::AverageTalkTime, 12.3, Tested::NotTested), "12\u{a0}s longer, not judged");
        assert_eq!(difference(Lang::Fr, KpiId::AnswerRate, 0.04), "aucun écart");
    }
}
