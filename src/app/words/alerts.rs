//! The alerts in words: what each rule says, how far to trust it, what to do.

use super::{Lang, Phrase, findings, phrase};
use crate::{
    app::format,
    model::Scope,
    watch::{Alert, Grade, Rule},
};

/// A rule's name, its limit included where it has one in per cent.
pub fn name(lang: Lang, alert: &Alert) -> String {
    let limit = || lang.percent(alert.threshold, if alert.threshold.fract() == 0.0 { 0 } else { 1 });
    match alert.rule {
        Rule::NewlyBlacklisted => phrase("Newly flagged as spam", "Nouvellement blacklisté"),
        Rule::ReputationScoreLow => {
            return phrase("Score under {}", "Score sous {}").with(lang, &[&lang.decimal(alert.threshold, 0)]);
        }
        Rule::EarlyWarning => phrase("Early warning: answers missing", "Alerte précoce\u{a0}: décrochés manquants"),
        Rule::AnswerRateDrop24h => phrase("Answer rate down in 24 h", "Décroché en baisse sur 24 h"),
        Rule::AnswerRateDropWeek => phrase("Answer rate down in a week", "Décroché en baisse sur 7 j"),
        Rule::SpamReportRateHigh => {
            return phrase("Spam reports over {}", "Signalements au-dessus de {}").with(lang, &[&limit()]);
        }
        Rule::RejectionRateHigh => {
            return phrase("Rejections over {}", "Rejet au-dessus de {}").with(lang, &[&limit()]);
        }
        Rule::VoicemailRateHigh => {
            return phrase("Voicemail over {}", "Messagerie au-dessus de {}").with(lang, &[&limit()]);
        }
        Rule::ShortTalkLowAnswer => phrase("Short talk, few answers", "Appels courts, peu de décrochés"),
        Rule::VolumeCapExceeded => phrase("Volume over the cap", "Volume au-dessus du plafond"),
    }
    .to(lang)
    .to_owned()
}

/// Its figure, as shown at the end of a row.
pub fn figure(lang: Lang, alert: &Alert) -> String {
    match alert.rule {
        Rule::NewlyBlacklisted => match &alert.source {
            Some(source) => findings::source(lang, source),
            None => phrase("flagged", "signalé").to(lang).into(),
        },
        Rule::ReputationScoreLow => format!("{} / 100", lang.decimal(alert.value, 0)),
        Rule::EarlyWarning | Rule::AnswerRateDrop24h | Rule::AnswerRateDropWeek => format::points(lang, alert.value),
        Rule::SpamReportRateHigh | Rule::RejectionRateHigh | Rule::VoicemailRateHigh => format::rate(lang, alert.value),
        Rule::ShortTalkLowAnswer => format::talk(alert.value),
        Rule::VolumeCapExceeded => format!("{} / {}", lang.decimal(alert.value, 0), lang.decimal(alert.threshold, 0)),
    }
}

/// What happened, in one sentence with its figures.
pub fn sentence(lang: Lang, alert: &Alert) -> String {
    let day = format::day(lang, alert.day);
    let change = || match (alert.before, alert.after) {
        (Some(before), Some(after)) => {
            format!("{} → {}", lang.decimal(before, 1), format::rate(lang, after))
        }
        _ => format::points(lang, alert.value),
    };
    let interval = |decimals| match (alert.low, alert.high) {
        (Some(low), Some(high)) if low < 0.0 || high < 0.0 => {
            format!(" ({})", format::between_signed(lang, low, high, decimals))
        }
        (Some(low), Some(high)) => format!(" ({})", format::between(lang, low, high, decimals)),
        _ => String::new(),
    };
    match alert.rule {
        Rule::NewlyBlacklisted => {
            let source = match &alert.source {
                Some(source) => findings::source(lang, source),
                None => phrase("a source", "une source").to(lang).into(),
            };
            if alert.first_reading {
                phrase(
                    "Flagged by {} at its first reading, on {}: since when is not known.",
                    "Signalé par {} dès le premier relevé, le {}\u{a0}: depuis quand, on l’ignore.",
                )
            } else {
                phrase("Flagged by {} on {}; it was not before.", "Signalé par {} le {}\u{202f}; il ne l’était pas avant.")
            }
            .with(lang, &[&source, &day])
        }
        Rule::ReputationScoreLow => phrase(
            "Score {} on {}: below {}, a number is probably filtered.",
            "Score de {} le {}\u{a0}: sous {}, un numéro est sans doute filtré.",
        )
        .with(lang, &[&lang.decimal(alert.value, 0), &day, &lang.decimal(alert.threshold, 0)]),
        Rule::EarlyWarning => if alert.scope == Scope::Number {
            phrase(
                "Since {}, answers {} where its own past and the others’ days would give {}{}.",
                "Depuis le {}, décroché {} là où son passé et la journée des autres donneraient {}{}.",
            )
        } else {
            phrase(
                "Since {}, answers {} where its own past would give {}{}.",
                "Depuis le {}, décroché {} là où son passé donnerait {}{}.",
            )
        }
        .with(
            lang,
            &[
                &format::day(lang, alert.since),
                &format::rate(lang, alert.after.unwrap_or_default()),
                &format::rate(lang, alert.before.unwrap_or_default()),
                &points_interval(lang, alert),
            ],
        ),
        Rule::AnswerRateDrop24h => phrase(
            "Answers {} from one active day to the next, on {}{}.",
            "Décroché {} d’un jour actif au suivant, le {}{}.",
        )
        .with(lang, &[&change(), &day, &points_interval(lang, alert)]),
        Rule::AnswerRateDropWeek => phrase(
            "Answers {} against the seven days before, on {}{}.",
            "Décroché {} par rapport aux sept jours précédents, le {}{}.",
        )
        .with(lang, &[&change(), &day, &points_interval(lang, alert)]),
        Rule::SpamReportRateHigh => phrase(
            "{} spam reports per hundred calls over 28 days{}.",
            "{} signalements pour cent appels sur 28 jours{}.",
        )
        .with(lang, &[&lang.decimal(alert.value, 2), &interval(2)]),
        Rule::RejectionRateHigh => phrase("{} of calls refused over 7 days{}.", "{} d’appels refusés sur 7 jours{}.")
            .with(lang, &[&format::rate(lang, alert.value), &interval(1)]),
        Rule::VoicemailRateHigh => {
            phrase("{} of calls ended on a machine over 7 days{}.", "{} d’appels tombés sur messagerie sur 7 jours{}.")
                .with(lang, &[&format::rate(lang, alert.value), &interval(1)])
        }
        Rule::ShortTalkLowAnswer => phrase(
            "Those who pick up stay {} on average, and few pick up: they see a warning or hang up at once.",
            "Ceux qui décrochent restent {} en moyenne, et peu décrochent\u{a0}: ils voient une alerte ou raccrochent aussitôt.",
        )
        .with(lang, &[&format::talk(alert.value)]),
        Rule::VolumeCapExceeded => phrase(
            "{} calls on {}; the cap is {}.",
            "{} appels le {}\u{202f}; le plafond est de {}.",
        )
        .with(lang, &[&lang.decimal(alert.value, 0), &day, &lang.decimal(alert.threshold, 0)]),
    }
}

fn points_interval(lang: Lang, alert: &Alert) -> String {
    match (alert.low, alert.high) {
        (Some(low), Some(high)) => {
            format!(", {} ({})", format::points(lang, alert.value), format::between_signed(lang, low, high, 1))
        }
        _ => String::new(),
    }
}

/// What to do about it, as an order.
pub const fn order(rule: Rule) -> Phrase {
    match rule {
        Rule::NewlyBlacklisted => phrase(
            "Take it out of rotation today and ask the source for a review.",
            "Le sortir de la rotation aujourd’hui et demander un réexamen à la source.",
        ),
        Rule::ReputationScoreLow => phrase(
            "Take it out of rotation until the score is back above the limit.",
            "Le sortir de la rotation jusqu’à ce que le score repasse la limite.",
        ),
        Rule::EarlyWarning => phrase(
            "Halve its volume today and make three test calls, one on each network, before the loss grows.",
            "Diviser son volume par deux dès aujourd’hui et faire trois appels test, un par réseau, avant que la perte grandisse.",
        ),
        Rule::AnswerRateDrop24h => phrase(
            "Look at its volume of the days before and make three test calls, one on each network.",
            "Vérifier son volume des jours précédents et faire trois appels test, un par réseau.",
        ),
        Rule::AnswerRateDropWeek => phrase(
            "Lower its volume, then compare it with the rest of its pool.",
            "Réduire son volume, puis le comparer au reste de son groupe.",
        ),
        Rule::SpamReportRateHigh => phrase(
            "Stop it, find out who complains and why, before you go on.",
            "L’arrêter, chercher qui se plaint et pourquoi, avant de reprendre.",
        ),
        Rule::RejectionRateHigh => phrase(
            "Make a test call: if a warning shows, rest the number.",
            "Faire un appel test\u{a0}: si une alerte s’affiche, laisser reposer le numéro.",
        ),
        Rule::VoicemailRateHigh => phrase(
            "Call your own mobile: if it goes straight to voicemail, the number is filtered.",
            "Appeler votre mobile\u{a0}: s’il passe droit en messagerie, le numéro est filtré.",
        ),
        Rule::ShortTalkLowAnswer => phrase(
            "Treat it as labelled: make test calls, rest it, listen to ten of its calls.",
            "Le traiter comme étiqueté\u{a0}: appels test, repos, écoute de dix de ses appels.",
        ),
        Rule::VolumeCapExceeded => phrase(
            "Spread its calls: back under the cap tomorrow.",
            "Répartir ses appels\u{a0}: revenir sous le plafond dès demain.",
        ),
    }
}

/// How far to trust it.
pub const fn grade(grade: Grade) -> Phrase {
    match grade {
        Grade::Confirmed => phrase("confirmed", "confirmé"),
        Grade::Probable => phrase("probable", "probable"),
        Grade::WithinNoise => phrase("within noise", "dans le bruit"),
    }
}

/// The head of a group.
pub const fn group(grade: Grade) -> Phrase {
    match grade {
        Grade::Confirmed => phrase("Confirmed", "Confirmées"),
        Grade::Probable => phrase("Probable", "Probables"),
        Grade::WithinNoise => phrase("Within noise", "Dans le bruit"),
    }
}

/// The fold of the noise.
pub fn noise(lang: Lang, alerts: u64, subjects: u64) -> String {
    phrase("{} within noise, on {}", "{} dans le bruit, sur {}").with(
        lang,
        &[
            &lang.count(alerts),
            &format!(
                "{} {}",
                lang.count(subjects),
                lang.plural(subjects, phrase("subject", "sujet").to(lang), phrase("subjects", "sujets").to(lang))
            ),
        ],
    )
}

/// What even the fold leaves to the numbers' own pages.
pub fn elsewhere(lang: Lang, count: u64) -> String {
    phrase(
        "{} more stand on the numbers’ own pages and in the JSON report.",
        "{} de plus figurent sur les pages des numéros et dans le rapport JSON.",
    )
    .with(lang, &[&lang.count(count)])
}

/// Why noise asks for nothing. The frequency is computed: 50 calls a day, an answer rate of 35 %, nothing wrong.
pub const WHY_NOISE: Phrase = phrase(
    "At 50 calls a day, a healthy number loses more than 10 points overnight between two and three times a month. These ask for no action.",
    "À 50 appels par jour, un numéro sain perd plus de 10 points du jour au lendemain deux à trois fois par mois. Rien à faire ici.",
);

/// How many alerts there are now, where that has changed.
pub fn counted(lang: Lang, confirmed: u64, probable: u64) -> String {
    let of =
        |count: u64, one: Phrase, many: Phrase| lang.plural_phrase(count, one, many).with(lang, &[&lang.count(count)]);
    phrase("Alerts now: {}, {}.", "Alertes à présent\u{a0}: {}, {}.").with(
        lang,
        &[
            &of(confirmed, phrase("{} confirmed", "{} confirmée"), phrase("{} confirmed", "{} confirmées")),
            &of(probable, phrase("{} probable", "{} probable"), phrase("{} probable", "{} probables")),
        ],
    )
}

/// The sign that a list holds nothing.
pub const NONE: Phrase = phrase(
    "No alert: no rule fired on the days in these files.",
    "Aucune alerte\u{a0}: aucune règle ne s’est déclenchée sur les jours de ces fichiers.",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Day, Subject};

    fn alert(rule: Rule) -> Alert {
        let number = "+33162000417".to_owned();
        Alert {
            rule,
            scope: Scope::Number,
            subject: Subject::Number(number),
            day: Day::from_ymd(2026, 2, 10).unwrap_or_default(),
            until: Day::from_ymd(2026, 2, 12).unwrap_or_default(),
            since: Day::from_ymd(2026, 2, 10).unwrap_or_default(),
            value: -22.3,
            low: Some(-30.1),
            high: Some(-14.0),
            threshold: -10.0,
            grade: Grade::Confirmed,
            n: 150,
            before: Some(42.8),
            after: Some(20.5),
            source: Some("Hiya".to_owned()),
            first_reading: false,
            graded_on: Day::from_ymd(2026, 2, 11).unwrap_or_default(),
            calls_per_day: None,
            cusum: None,
        }
    }

    #[test]
    fn every_rule_and_grade_has_its_words_in_both_languages() {
        for lang in Lang::ALL {
            for rule in Rule::ALL {
                let alert = alert(rule);
                assert!(!name(lang, &alert).is_empty() && !figure(lang, &alert).is_empty());
                assert!(sentence(lang, &alert).ends_with('.'), "{rule:?}: {}", sentence(lang, &alert));
                assert!(!sentence(lang, &alert).contains("{}"));
                assert!(order(rule).to(lang).ends_with('.'));
            }
            for grade in [Grade::Confirmed, Grade::Probable, Grade::WithinNoise] {
                assert!(!super::grade(grade).to(lang).is_empty() && !group(grade).to(lang).is_empty());
            }
        }
    }

    #[test]
    fn a_fall_is_told_with_its_figures_before_and_after() {
        assert_eq!(
            sentence(Lang::En, &alert(Rule::AnswerRateDrop24h)),
            "Answers 42.8 → 20.5\u{202f}% from one active day to the next, on Tue 10\u{a0}Feb, \u{2212}22.3\u{a0}pts (\u{2212}30.1 to \u{2212}14.0)."
        );
    }
}
