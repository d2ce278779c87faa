//! The report's notes in words: what limits the figures, and what is worth knowing without being a finding.

use super::{Lang, Phrase, phrase};
use crate::{app::format, report::Note};

pub const REMARKS: Phrase = phrase("Remarks on these figures", "Remarques sur ces chiffres");

/// Numbers named in one remark.
const NAMED: usize = 6;

/// All remarks as sentences; numbers of which nothing can be said share one.
pub fn remarks(lang: Lang, notes: &[Note]) -> Vec<String> {
    let few: Vec<&Note> = notes.iter().filter(|note| note.id == "too_few_calls").collect();
    let others = notes.iter().filter_map(|note| remark(lang, note));
    others.chain(too_few(lang, &few)).collect()
}

fn too_few(lang: Lang, few: &[&Note]) -> Option<String> {
    let names: Vec<String> =
        few.iter().take(NAMED).filter_map(|note| Some(format::phone(lang, note.about.as_deref()?))).collect();
    let count = lang.count(few.len() as u64);
    match few.len() {
        0 => None,
        1 => Some(
            phrase(
                "Not enough calls to say anything of {}: fewer than 20 in four weeks.",
                "Pas assez d’appels pour se prononcer sur {}\u{a0}: moins de 20 en quatre semaines.",
            )
            .with(lang, &[&format::list(lang, &names)]),
        ),
        many if many <= NAMED => Some(
            phrase(
                "Not enough calls to say anything of {} numbers (fewer than 20 in four weeks): {}.",
                "Pas assez d’appels pour se prononcer sur {} numéros (moins de 20 en quatre semaines)\u{a0}: {}.",
            )
            .with(lang, &[&count, &format::list(lang, &names)]),
        ),
        _ => Some(
            phrase(
                "Not enough calls to say anything of {} numbers: fewer than 20 each in four weeks.",
                "Pas assez d’appels pour se prononcer sur {} numéros\u{a0}: moins de 20 chacun en quatre semaines.",
            )
            .with(lang, &[&count]),
        ),
    }
}

/// One note as a sentence; `None` for one that shares a sentence with others.
fn remark(lang: Lang, note: &Note) -> Option<String> {
    let about = note.about.clone().unwrap_or_default();
    let value = note.value.unwrap_or_default();
    let count = lang.count(value.max(0.0) as u64);
    let text = match note.id {
        "unclassified_words" => phrase(
            "{} of the calls have a result that nobody has assigned: every rate is uncertain until it is done, under Files.",
            "{} des appels ont un résultat que personne n’a classé\u{a0}: tous les taux restent incertains tant que ce n’est pas fait, dans Fichiers.",
        )
        .with(lang, &[&lang.percent(value, 1)]),
        "voicemail_not_measured" => phrase(
            "Voicemail is not told apart: “answered” may include machines.",
            "La messagerie n’est pas distinguée\u{a0}: «\u{a0}décroché\u{a0}» peut inclure des répondeurs.",
        )
        .to(lang)
        .into(),
        "voicemail_measured_in_part" => phrase(
            "Voicemail is told apart for {} of the calls only.",
            "La messagerie n’est distinguée que pour {} des appels.",
        )
        .with(lang, &[&lang.percent(value, 0)]),
        "rejections_not_measured" => phrase(
            "Refused calls are not told apart: there is no rejection rate.",
            "Les appels refusés ne sont pas distingués\u{a0}: il n’y a pas de taux de rejet.",
        )
        .to(lang)
        .into(),
        "no_number_column" => phrase(
            "{} has no column with the number that called: its {} calls count for the whole account only.",
            "{} n’a pas de colonne avec le numéro appelant\u{a0}: ses {} appels ne comptent que pour l’ensemble.",
        )
        .with(lang, &[&about, &count]),
        "agents_joined" => phrase(
            "There are too many combinations to tell agents apart.",
            "Il y a trop de combinaisons pour distinguer les agents.",
        )
        .to(lang)
        .into(),
        "teams_joined" => phrase(
            "There are too many combinations to tell teams and kinds of phone apart.",
            "Il y a trop de combinaisons pour distinguer les équipes et les types de téléphones.",
        )
        .to(lang)
        .into(),
        "no_trend_yet" => phrase(
            "Not enough days or calls yet to speak of a change: it takes ten active days and 100 calls, here are {} days.",
            "Pas encore assez de jours ou d’appels pour parler d’évolution\u{a0}: il faut dix jours actifs et 100 appels, en voici {} jours.",
        )
        .with(lang, &[&count]),
        "uneven_load" => phrase(
            "{} numbers call above the cap while the others have room: the rotation is uneven.",
            "{} numéros appellent au-delà du plafond alors que les autres ont de la marge\u{a0}: la rotation est inégale.",
        )
        .with(lang, &[&count]),
        "automated_range" => phrase(
            "{} numbers lie in {}, a range of the French plan for automated calls: some apps label it as a whole, whatever the calls are like.",
            "{} numéros sont dans la tranche {} du plan français réservée aux appels automatisés\u{a0}: des applications l’étiquettent en bloc, quels que soient les appels.",
        )
        .with(lang, &[&count, &about]),
        "listed_ranges" => phrase(
            "{} numbers lie in ranges of the list of {}: that app blocks or labels them as a whole, whatever the calls are like.",
            "{} numéros sont dans des tranches de la liste de {}\u{a0}: cette application les bloque ou les étiquette en bloc, quels que soient les appels.",
        )
        .with(lang, &[&count, &super::account::list(&about)]),
        "used_after_a_rest" => phrase(
            "{} called a lot at once after {} days without a call: to operators it is a new number, to be warmed up.",
            "{} a beaucoup appelé d’un coup après {} jours sans appel\u{a0}: pour les opérateurs c’est un numéro neuf, à monter en charge peu à peu.",
        )
        .with(lang, &[&format::phone(lang, &about), &count]),
        _ => return None,
    };
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::{Lang, Note, remarks};

    #[test]
    fn every_note_has_its_sentence_in_both_languages() {
        const IDS: [&str; 13] = [
            "unclassified_words",
            "voicemail_not_measured",
            "voicemail_measured_in_part",
            "rejections_not_measured",
            "no_number_column",
            "agents_joined",
            "teams_joined",
            "no_trend_yet",
            "uneven_load",
            "automated_range",
            "listed_ranges",
            "used_after_a_rest",
            "too_few_calls",
        ];
        for lang in Lang::ALL {
            for id in IDS {
                let note = Note { id, about: Some("+33162000001".to_owned()), value: Some(31.0) };
                let said = remarks(lang, std::slice::from_ref(&note));
                assert!(said.len() == 1 && said[0].ends_with('.') && !said[0].contains("{}"), "{id}: {said:?}");
                if id == "too_few_calls" {
                    assert_eq!(remarks(lang, &vec![note; 9]).len(), 1);
                }
            }
        }
    }
}
