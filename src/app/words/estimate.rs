//! The estimated score in words: what it is, what each part speaks of, how it is computed.

use super::{Lang, Phrase, phrase};
use crate::kpi::ScorePartId;

pub const HOW: Phrase = phrase("How it is computed", "Comment il est calculé");
pub const COL_PART: Phrase = phrase("Part", "Composante");
pub const COL_VALUE: Phrase = phrase("Out of 100", "Sur 100");
pub const COL_WEIGHT: Phrase = phrase("Weight", "Poids");
pub const NOT_MEASURED: Phrase = phrase("not measured", "non mesuré");
pub const SUB: Phrase = phrase(
    "No reputation tool has read this number lately. This is what its own calls suggest. It is an estimate: no colour, no alert and no finding rests on it.",
    "Aucun outil de réputation n’a lu ce numéro récemment. Voici ce que suggèrent ses propres appels. C’est une estimation\u{a0}: aucune couleur, aucune alerte, aucun diagnostic ne repose sur elle.",
);
pub const HOW_TEXT: Phrase = phrase(
    "From the calls of the last 28 days, 20 at least. Each rate is first drawn towards that of the number’s pool, as 50 more calls at the pool’s rate would draw it (15 for talk time, 300 for spam reports), so that a few calls do not decide. Then each part is put on the scale of the colours: 80 where green begins, 50 where red ends, in between in proportion. The score is their mean by weight; a part that these files do not measure is left out, and the others weigh the more.",
    "À partir des appels des 28 derniers jours, 20 au moins. Chaque taux est d’abord rapproché de celui du groupe du numéro, comme le feraient 50 appels de plus au taux du groupe (15 pour la durée de communication, 300 pour les signalements), pour que quelques appels ne décident pas de tout. Chaque composante est ensuite placée sur l’échelle des couleurs\u{a0}: 80 où commence le vert, 50 où finit le rouge, en proportion entre les deux. Le score est leur moyenne pondérée\u{202f}; une composante que ces fichiers ne mesurent pas est laissée de côté, et les autres pèsent davantage.",
);

/// What a part is called.
pub const fn part(id: ScorePartId) -> Phrase {
    match id {
        ScorePartId::Connection => phrase("Connection", "Joignabilité"),
        ScorePartId::Sentiment => phrase("Sentiment", "Accueil"),
        ScorePartId::Engagement => phrase("Engagement", "Engagement"),
        ScorePartId::Maturity => phrase("Maturity", "Ancienneté"),
    }
}

/// What a part speaks of.
pub const fn speaks_of(id: ScorePartId) -> Phrase {
    match id {
        ScorePartId::Connection => phrase("how many people answer", "combien de personnes décrochent"),
        ScorePartId::Sentiment => phrase(
            "how many refuse the call or report it, whichever is worse",
            "combien refusent l’appel ou le signalent\u{a0}: le pire des deux compte",
        ),
        ScorePartId::Engagement => phrase("how long people talk", "combien de temps les gens parlent"),
        ScorePartId::Maturity => phrase(
            "on how many of the last 90 days it called; not known where the files do not reach back far enough",
            "combien de jours il a appelé sur les 90 derniers\u{202f}; inconnu si les fichiers ne remontent pas assez loin",
        ),
    }
}

/// The heading.
pub fn title(lang: Lang, value: f64) -> String {
    phrase("Estimated score: {} out of 100", "Score estimé\u{a0}: {} sur 100").with(lang, &[&lang.decimal(value, 0)])
}

/// What a table says in place of a score: never without saying that it is an estimate.
pub fn in_place_of_score(lang: Lang, value: f64) -> String {
    phrase("est. {}", "est. {}").with(lang, &[&lang.decimal(value, 0)])
}

#[cfg(test)]
mod tests {
    use super::{Lang, in_place_of_score, part, speaks_of, title};
    use crate::kpi::ScorePartId;

    #[test]
    fn an_estimate_is_always_called_one() {
        for lang in Lang::ALL {
            for id in ScorePartId::ALL {
                assert!(!part(id).to(lang).is_empty() && !speaks_of(id).to(lang).is_empty());
            }
            assert!(in_place_of_score(lang, 61.7).starts_with("est."));
        }
        assert_eq!(title(Lang::En, 61.7), "Estimated score: 62 out of 100");
        assert_eq!(title(Lang::Fr, 61.7), "Score estimé\u{a0}: 62 sur 100");
    }
}
