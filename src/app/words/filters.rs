//! The filter: its bar, its panel, what it leaves, and what it cannot tell.

use super::{Lang, Phrase, phrase};
use crate::{
    app::format,
    kpi::Zone,
    model::{Day, LineType},
};

pub const FILTER: Phrase = phrase("Filter", "Filtrer");
pub const BAR: Phrase = phrase("Filter", "Filtre");
pub const CLEAR_ALL: Phrase = phrase("Show all calls", "Revenir à tous les appels");
pub const ALL_CALLS: Phrase = phrase("All calls", "Tous les appels");
pub const LIMITS: Phrase = phrase("Limits of the filter", "Limites du filtre");
pub const DONE: Phrase = phrase("Done", "Terminé");
pub const COPY_LINK: Phrase = phrase("Copy link", "Copier le lien");
pub const LINK_COPIED: Phrase = phrase(
    "Link copied. It holds neither calls nor names: whoever opens it needs the same files.",
    "Lien copié. Il ne contient ni appel ni nom\u{a0}: pour l’ouvrir, il faut les mêmes fichiers.",
);
pub const NUMBER_LINK: Phrase = phrase("Copy a link to this number", "Copier un lien vers ce numéro");
pub const NUMBER_LINK_COPIED: Phrase = phrase(
    "Link copied. It holds this phone number in plain text.",
    "Lien copié. Il contient ce numéro de téléphone en clair.",
);

pub const DAYS: Phrase = phrase("Days", "Jours");
pub const FROM: Phrase = phrase("From", "Du");
pub const TO: Phrase = phrase("To", "Au");
pub const CAMPAIGN: Phrase = phrase("Campaign", "Campagne");
pub const TEAM: Phrase = phrase("Team", "Équipe");
pub const AGENT: Phrase = phrase("Agent", "Agent");
pub const PREFIX: Phrase = phrase("Prefix", "Préfixe");
pub const LINE: Phrase = phrase("Line called", "Ligne appelée");
pub const ZONE: Phrase = phrase("Answer rate zone", "Zone du taux de décroché");
pub const NO_NAME: Phrase = phrase("none named", "non renseigné");
pub const NOT_HERE: Phrase = phrase("not in these files", "absent de ces fichiers");
pub const SEARCH: Phrase = phrase("Search", "Chercher");
pub const EMPTY: Phrase = phrase(
    "Nothing is left: no call meets all of these choices.",
    "Il ne reste rien\u{a0}: aucun appel ne répond à tous ces choix.",
);

pub const JUDGED_ON_ALL: Phrase = phrase(
    "Figures and charts follow the filter. Alerts, findings and statuses rest on all calls of their subject; those that still have calls here are shown. Paper, reports and tables for a spreadsheet follow the filter and say so.",
    "Les chiffres et les graphiques suivent le filtre. Alertes, diagnostics et statuts reposent sur tous les appels de leur sujet\u{202f}; ne sont montrés que ceux qui ont encore des appels ici. Le papier, les rapports et les tableaux pour tableur suivent le filtre et le disent.",
);
pub const REPORTS_UNKNOWN: Phrase = phrase(
    "Spam reports are about a number, not about some of its calls: not measured here.",
    "Les signalements visent un numéro, non une partie de ses appels\u{a0}: non mesurés ici.",
);
pub const AGENT_LIMITS: Phrase = phrase(
    "Per agent: calls, answers, voicemail, refusals (rejected and blocked as one), hang-ups, talk time, conversions. The rest is not measured.",
    "Par agent\u{a0}: appels, décrochés, messagerie, refus (rejetés et bloqués ensemble), raccrochages, durée, transformations. Le reste n’est pas mesuré.",
);
pub const LINES_IGNORED: Phrase = phrase(
    "An agent’s calls are not told apart by line called: that choice has no effect now.",
    "Les appels d’un agent ne sont pas distingués selon la ligne appelée\u{a0}: ce choix est sans effet.",
);
pub const AGENTS_DROPPED: Phrase = phrase(
    "Too many calls to keep agents apart: none can be chosen.",
    "Trop d’appels pour distinguer les agents\u{a0}: aucun ne peut être choisi.",
);

/// `Last 7 days`.
pub fn last_days(lang: Lang, days: i32) -> String {
    phrase("Last {} days", "{} derniers jours").with(lang, &[&days])
}

/// `42 of 200 numbers, 12,300 of 47,901 calls`.
pub fn left(lang: Lang, numbers: [u64; 2], calls: [u64; 2]) -> String {
    let calls_left =
        phrase("{} of {} calls", "{} appels sur {}").with(lang, &[&lang.count(calls[0]), &lang.count(calls[1])]);
    let calls_left =
        if calls[0] < 2 && lang == Lang::Fr { calls_left.replacen("appels", "appel", 1) } else { calls_left };
    if numbers[1] == 0 {
        return calls_left;
    }
    let noun = lang.plural(numbers[0], "numéro", "numéros");
    let of = match lang {
        Lang::En => format!(
            "{} of {} {}",
            lang.count(numbers[0]),
            lang.count(numbers[1]),
            lang.plural(numbers[1], "number", "numbers")
        ),
        Lang::Fr => format!("{} {noun} sur {}", lang.count(numbers[0]), lang.count(numbers[1])),
    };
    format!("{of}, {calls_left}")
}

/// `24 numbers, 47,901 calls`.
pub fn all(lang: Lang, numbers: u64, calls: u64) -> String {
    let calls = format!(
        "{} {}",
        lang.count(calls),
        match lang {
            Lang::En => lang.plural(calls, "call", "calls"),
            Lang::Fr => lang.plural(calls, "appel", "appels"),
        }
    );
    if numbers == 0 {
        return calls;
    }
    let noun = match lang {
        Lang::En => lang.plural(numbers, "number", "numbers"),
        Lang::Fr => lang.plural(numbers, "numéro", "numéros"),
    };
    format!("{} {noun}, {calls}", lang.count(numbers))
}

/// `Campaign: Mutuelle, Solaire +2`, of names `most` at most.
pub fn chip(lang: Lang, kind: Phrase, names: &[String], most: usize) -> String {
    let more = names.len().saturating_sub(most);
    let shown = names.iter().take(most).cloned().collect::<Vec<_>>().join(", ");
    let more = if more > 0 { format!(" +{more}") } else { String::new() };
    format!("{}{}{shown}{more}", kind.to(lang), format::colon(lang))
}

/// Chosen agents where no name may stand.
pub fn unnamed(lang: Lang, agents: u64) -> String {
    let one = phrase("{} chosen, not named here", "{} choisi, non nommé ici");
    let many = phrase("{} chosen, not named here", "{} choisis, non nommés ici");
    lang.plural_phrase(agents, one, many).with(lang, &[&lang.count(agents)])
}

/// What a chip's button does.
pub fn remove(lang: Lang, chip: &str) -> String {
    phrase("Remove: {}", "Retirer\u{a0}: {}").with(lang, &[&chip])
}

/// The days chosen.
pub fn days(lang: Lang, (from, to): (Day, Day)) -> String {
    format::span(lang, from, to)
}

/// The kind of line called.
pub const fn line(line: LineType) -> Phrase {
    match line {
        LineType::Unknown => phrase("Unknown", "Inconnue"),
        LineType::Mobile => phrase("Mobile", "Mobile"),
        LineType::Landline => phrase("Landline", "Fixe"),
        LineType::Special => phrase("Special", "Spéciale"),
    }
}

/// A zone of the answer rate.
pub const fn zone(zone: Zone) -> Phrase {
    super::kpis::zone(zone)
}

/// What else there is than what is listed.
pub fn more(lang: Lang, count: usize) -> String {
    phrase("{} more: search by name", "{} de plus\u{a0}: chercher par nom").with(lang, &[&lang.count(count as u64)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_said_in_both_languages() {
        assert_eq!(left(Lang::En, [42, 200], [12_300, 47_901]), "42 of 200 numbers, 12,300 of 47,901 calls");
        assert_eq!(left(Lang::Fr, [1, 200], [1, 47_901]), "1 numéro sur 200, 1 appel sur 47\u{202f}901");
        assert_eq!(left(Lang::Fr, [0, 0], [2, 9]), "2 appels sur 9");
    }

    #[test]
    fn a_chip_names_two_and_counts_the_rest() {
        let names = ["A", "B", "C", "D"].map(str::to_owned);
        assert_eq!(chip(Lang::En, CAMPAIGN, &names, 2), "Campaign: A, B +2");
        assert_eq!(chip(Lang::Fr, CAMPAIGN, &names[..1], 2), "Campagne\u{a0}: A");
    }
}
