//! Why a figure has its colour: the edges of its zones, where it lies among them, how surely.

use super::{Lang, Phrase, kpis, phrase};
use crate::{
    app::format,
    kpi::{Kpi, KpiId, Zone, zone_of},
    model::Settings,
};

/// The question.
pub const WHY: Phrase = phrase("Why this colour?", "Pourquoi cette couleur\u{202f}?");

/// The answer, in two sentences at most.
pub fn because(lang: Lang, id: KpiId, kpi: &Kpi, settings: &Settings) -> String {
    let edges = edges(lang, id, settings);
    let Some(value) = kpi.value else {
        return format!(
            "{edges} {}",
            phrase("It is not measured, so it has no colour.", "Il n’est pas mesuré\u{a0}: pas de couleur.").to(lang)
        );
    };
    format!("{edges} {}", sureness(lang, id, kpi, value, settings))
}

fn edges(lang: Lang, id: KpiId, settings: &Settings) -> String {
    let thresholds = &settings.kpis;
    let rising = phrase(
        "Healthy above {}, alert below {}, watch in between.",
        "Bon au-dessus de {}, alerte au-dessous de {}, à surveiller entre les deux.",
    );
    let falling = phrase(
        "Healthy below {}, alert above {}, watch in between.",
        "Bon au-dessous de {}, alerte au-dessus de {}, à surveiller entre les deux.",
    );
    let percent = |value: f64| lang.percent(value, usize::from(value.fract() != 0.0));
    match id {
        KpiId::AnswerRate => rising
            .with(lang, &[&percent(thresholds.answer_rate.high.get()), &percent(thresholds.answer_rate.low.get())]),
        KpiId::ReputationScore => {
            let bounds = thresholds.reputation_score;
            rising.with(lang, &[&lang.decimal(bounds.high.get(), 0), &lang.decimal(bounds.low.get(), 0)])
        }
        KpiId::SpamReportRate => {
            let bounds = thresholds.spam_report_rate;
            falling.with(lang, &[&percent(bounds.low.get()), &percent(bounds.high.get())])
        }
        KpiId::RejectionRate => {
            let bounds = thresholds.rejection_rate;
            falling.with(lang, &[&percent(bounds.low.get()), &percent(bounds.high.get())])
        }
        KpiId::VoicemailRate => phrase("Alert above {}, else healthy.", "Alerte au-dessus de {}, sinon bon.")
            .with(lang, &[&percent(thresholds.voicemail_rate.get())]),
        KpiId::AverageTalkTime => {
            let short = format::talk(thresholds.short_talk_secs);
            match settings.objective.map(|objective| objective.talk_secs()) {
                Some((low, _)) => phrase(
                    "Healthy from {}, the low end of your objective; watch below it. Below {}: alert where the answer rate is in alert, too.",
                    "Bon à partir de {}, le bas de votre objectif\u{202f}; à surveiller en dessous. Sous {}\u{a0}: alerte si le taux de décroché est lui aussi en alerte.",
                )
                .with(lang, &[&format::talk(low), &short]),
                None => phrase(
                    "Healthy from {}. Below it: alert where the answer rate is in alert, too, else watch.",
                    "Bon à partir de {}. En dessous\u{a0}: alerte si le taux de décroché est lui aussi en alerte, sinon à surveiller.",
                )
                .with(lang, &[&short]),
            }
        }
        KpiId::ConversionRate => phrase(
            "It has no level of its own: it is compared with the 28 days before.",
            "Il n’a pas de niveau propre\u{a0}: il est comparé aux 28 jours précédents.",
        )
        .to(lang)
        .to_owned(),
    }
}

fn sureness(lang: Lang, id: KpiId, kpi: &Kpi, value: f64, settings: &Settings) -> String {
    if id == KpiId::ConversionRate {
        return match kpi.zone {
            Zone::Unknown => {
                phrase("Four weeks of calls are needed for that.", "Il faut pour cela quatre semaines d’appels.")
            }
            Zone::Green => {
                phrase("Its change is within chance, or upward.", "Son évolution tient au hasard, ou va vers le haut.")
            }
            _ => phrase("It fell by more than chance explains.", "Il a baissé plus que le hasard ne l’explique."),
        }
        .to(lang)
        .to_owned();
    }
    let shown = match id {
        KpiId::AverageTalkTime => format::talk(value),
        KpiId::ReputationScore => lang.decimal(value, 0),
        KpiId::SpamReportRate => lang.percent(value, 2),
        _ => format::rate(lang, value),
    };
    let zone = kpis::zone(kpi.zone).to(lang).to_lowercase();
    let here = phrase("{} is in: {}.", "{} se situe en\u{a0}: {}.").with(lang, &[&shown, &zone]);
    let Some((low, high)) = kpi.low.zip(kpi.high) else { return here };
    let interval = format::between(lang, low, high, if id == KpiId::SpamReportRate { 2 } else { 1 });
    let reached = [low, high].into_iter().map(|end| zone_of(id, end, settings)).find(|zone| *zone != kpi.zone);
    let sure = match reached.filter(|_| !kpi.certain) {
        Some(other) => phrase(
            "Its 95\u{202f}% interval ({}) reaches into: {}, so the zone is not certain.",
            "Son intervalle à 95\u{a0}% ({}) atteint\u{a0}: {}\u{202f}; la zone n’est donc pas certaine.",
        )
        .with(lang, &[&interval, &kpis::zone(other).to(lang).to_lowercase()]),
        None if kpi.certain => phrase(
            "Its 95\u{202f}% interval ({}) lies there as a whole.",
            "Son intervalle à 95\u{a0}% ({}) s’y trouve en entier.",
        )
        .with(lang, &[&interval]),
        None => phrase(
            "What these files leave open makes the zone uncertain.",
            "Ce que ces fichiers laissent ouvert rend la zone incertaine.",
        )
        .to(lang)
        .to_owned(),
    };
    format!("{here} {sure}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn a_zone_that_is_not_certain_says_which_other_it_may_be() {
        let kpi =
            Kpi { value: Some(38.0), low: Some(35.0), high: Some(41.5), zone: Zone::Amber, n: 700, ..Kpi::default() };
        let said = because(Lang::En, KpiId::AnswerRate, &kpi, &Settings::default());
        assert_eq!(
            plain(&said),
            "Healthy above 40 %, alert below 25 %, watch in between. 38.0 % is in: watch. Its 95 % interval (35.0 to 41.5) reaches into: healthy, so the zone is not certain."
        );
    }

    #[test]
    fn every_kpi_answers_in_both_languages_measured_or_not() {
        for id in KpiId::ALL {
            for lang in Lang::ALL {
                for value in [None, Some(12.0)] {
                    for zone in [Zone::Green, Zone::Amber, Zone::Red, Zone::Unknown] {
                        let kpi = Kpi { value, zone, ..Kpi::default() };
                        let said = because(lang, id, &kpi, &Settings::default());
                        assert!(said.ends_with('.') && !said.contains("{}"), "{said}");
                    }
                }
            }
        }
    }

    #[test]
    fn french_marks_never_stand_alone_on_a_line() {
        let words = include_str!("colour.rs").split("#[cfg(test)]").next().unwrap_or_default();
        for line in words.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for text in line.split('"').skip(1).step_by(2) {
                for mark in [" :", " ;", " ?", " !", " »", "« ", " %"] {
                    assert!(!text.contains(mark), "{text}");
                }
            }
        }
    }
}
