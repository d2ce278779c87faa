//! Each piece of evidence as a sentence, and what could not be checked.

use super::{Lang, Phrase, phrase};
use crate::{
    app::format,
    diagnose::{Evidence, Signal},
};

/// What a signal is called.
pub const fn signal(signal: Signal) -> Phrase {
    match signal {
        Signal::AnswerRate => phrase("answer rate", "taux de décroché"),
        Signal::AnswerRateVsPool => phrase("answer rate against the pool", "décroché face au groupe"),
        Signal::PoolAnswerRate => phrase("answer rate of the pool", "décroché du groupe"),
        Signal::NumbersDown => phrase("numbers that fell", "numéros en baisse"),
        Signal::ScoresDown => phrase("scores that fell", "scores en baisse"),
        Signal::FreshNumbers => phrase("fresh numbers", "numéros récents"),
        Signal::Score => phrase("score", "score"),
        Signal::Flagged => phrase("flag", "signalement par une source"),
        Signal::VoicemailRate => phrase("voicemail", "messagerie"),
        Signal::VoicemailOfUnanswered => {
            phrase("voicemail among unanswered calls", "messagerie parmi les appels sans réponse")
        }
        Signal::RejectionRate => phrase("rejections", "rejet"),
        Signal::ConversionRate => phrase("conversion", "taux de transformation"),
        Signal::TalkTime => phrase("talk time", "durée de communication"),
        Signal::MobileAnswerRate => phrase("mobiles against landlines", "mobiles face aux fixes"),
        Signal::Volume => phrase("calls a day", "appels par jour"),
        Signal::SpamReports => phrase("spam reports", "signalements"),
        Signal::NoAnswerRate => phrase("calls that rang out", "appels restés sans réponse"),
        Signal::InvalidRate => phrase("numbers that do not exist", "numéros inexistants"),
        Signal::FailedRate => phrase("calls not placed", "appels non aboutis"),
        Signal::NumbersAlike => phrase("numbers that moved alike", "numéros qui ont bougé de même"),
        Signal::Definition => phrase("what “answered” means", "sens de «\u{a0}décroché\u{a0}»"),
        Signal::SharedCallees => phrase("people called by several numbers", "personnes appelées par plusieurs numéros"),
        Signal::RingTime => phrase("ringing time", "durée de sonnerie"),
        Signal::LikeForLike => phrase("answer rate, like for like", "décroché à appels comparables"),
        Signal::ClassShare => phrase("part of the calls", "part des appels"),
        Signal::ClassRate => phrase("answer rate of a part of the calls", "décroché d’une partie des appels"),
        Signal::OtherClasses => phrase("answer rate of the other calls", "décroché des autres appels"),
        Signal::Trend => phrase("trend over weeks", "tendance sur des semaines"),
        Signal::Hours => phrase("hours of the calls", "horaires d’appel"),
        Signal::Attempts => phrase("attempts", "tentatives"),
        Signal::AgentHangUps => phrase("hang-ups of an agent", "raccrochages d’un agent"),
        Signal::AgentConversions => phrase("conversions of an agent", "transformation d’un agent"),
        Signal::IdleDays => phrase("days without a call", "jours sans appel"),
        Signal::Reached => phrase("calls that reached someone", "appels qui ont abouti"),
        Signal::CallsPerNumber => phrase("calls a day per number", "appels par jour et par numéro"),
        Signal::NumbersStopped => phrase("numbers that stopped", "numéros arrêtés"),
        Signal::FlagGap => phrase("flagged numbers against the others", "numéros signalés face aux autres"),
        Signal::Spread => phrase("spread of the numbers", "écart entre numéros"),
        Signal::LowestNumbers => phrase("lowest numbers", "numéros les plus bas"),
        Signal::Carrier => phrase("carrier or route", "opérateur ou route"),
    }
}

/// A class of calls or an agent, as the subject of a sentence.
pub fn about(lang: Lang, id: &str) -> String {
    let class = match id {
        "00-10" => phrase("Before 10:00", "Avant 10\u{a0}h"),
        "10-12" => phrase("From 10:00 to 12:00", "De 10\u{a0}h à 12\u{a0}h"),
        "12-14" => phrase("From 12:00 to 14:00", "De 12\u{a0}h à 14\u{a0}h"),
        "14-17" => phrase("From 14:00 to 17:00", "De 14\u{a0}h à 17\u{a0}h"),
        "17-24" => phrase("After 17:00", "Après 17\u{a0}h"),
        "1" => phrase("First attempts", "Premières tentatives"),
        "2" => phrase("Second attempts", "Deuxièmes tentatives"),
        "3+" => phrase("Third attempts and later", "Troisièmes tentatives et au-delà"),
        "mobile" => phrase("Mobiles", "Mobiles"),
        "landline" => phrase("Landlines", "Fixes"),
        "monday" => phrase("Mondays", "Lundis"),
        "tuesday" => phrase("Tuesdays", "Mardis"),
        "wednesday" => phrase("Wednesdays", "Mercredis"),
        "thursday" => phrase("Thursdays", "Jeudis"),
        "friday" => phrase("Fridays", "Vendredis"),
        "saturday" => phrase("Saturdays", "Samedis"),
        "sunday" => phrase("Sundays", "Dimanches"),
        other => return other.to_owned(),
    };
    class.to(lang).to_owned()
}

/// A piece of evidence in brief, for a line of several: what, and its levels before and after. `None` for what says
/// nothing without its interval.
pub fn brief(lang: Lang, evidence: &Evidence) -> Option<(String, String)> {
    let levels = |decimals: usize, percent: bool| {
        let (before, after) = (evidence.before?, evidence.after?);
        let after = if percent { lang.percent(after, decimals) } else { lang.decimal(after, decimals) };
        Some(format!("{} → {after}", lang.decimal(before, decimals)))
    };
    let (label, figures) = match evidence.signal {
        Signal::AnswerRate => (phrase("answers", "décroché"), levels(1, true)?),
        Signal::PoolAnswerRate => (phrase("the others of its pool", "les autres de son groupe"), levels(1, true)?),
        Signal::Score => (phrase("score", "score"), levels(0, false)?),
        Signal::RejectionRate => (phrase("rejections", "rejet"), levels(1, true)?),
        Signal::VoicemailRate => (phrase("voicemail", "messagerie"), levels(1, true)?),
        Signal::Flagged if evidence.value > 0.0 => match &evidence.source {
            Some(source) => (phrase("flagged by", "signalé par"), super::source(lang, source)),
            None => (phrase("flagged as spam", "signalé comme indésirable"), String::new()),
        },
        _ => return None,
    };
    Some((label.to(lang).to_owned(), figures))
}

/// One piece of evidence as a sentence.
pub fn evidence(lang: Lang, evidence: &Evidence) -> String {
    let moved = |decimals: usize, unit: &str| match (evidence.before, evidence.after) {
        (Some(before), Some(after)) => {
            let after = if unit == "%" { lang.percent(after, decimals) } else { lang.decimal(after, decimals) };
            format!("{} → {after}", lang.decimal(before, decimals))
        }
        _ if unit == "%" => format::points(lang, evidence.value),
        _ => format::signed(lang, evidence.value, decimals),
    };
    let change = match (evidence.low, evidence.high) {
        (Some(low), Some(high)) => phrase(", a change of {} ({})", ", soit {} ({})")
            .with(lang, &[&format::points(lang, evidence.value), &format::between_signed(lang, low, high, 1)]),
        _ => String::new(),
    };
    let calls = match evidence.n {
        0 => String::new(),
        n => phrase(", on {} {}", ", sur {} {}").with(
            lang,
            &[&lang.count(n), &lang.plural(n, phrase("call", "appel").to(lang), phrase("calls", "appels").to(lang))],
        ),
    };
    let by = match &evidence.source {
        Some(source) => phrase(" (source: {})", " (source\u{a0}: {})").with(lang, &[&super::source(lang, source)]),
        None => String::new(),
    };
    let day = format::day(lang, evidence.days[1]);
    let who = about(lang, evidence.about.as_deref().unwrap_or_default());
    match evidence.signal {
        Signal::AnswerRate => {
            phrase("Answers {}{}{}.", "Décroché {}{}{}.").with(lang, &[&moved(1, "%"), &change, &calls])
        }
        Signal::AnswerRateVsPool => {
            let interval = interval(lang, evidence);
            phrase("Against the others: {}{}.", "Par rapport aux autres\u{a0}: {}{}.")
                .with(lang, &[&format::points(lang, evidence.value), &interval])
        }
        Signal::PoolAnswerRate => {
            phrase("The other numbers of its pool: {}{}.", "Les autres numéros de son groupe\u{a0}: {}{}.")
                .with(lang, &[&moved(1, "%"), &change])
        }
        Signal::NumbersDown => phrase("{} of the numbers went down.", "{} des numéros ont baissé.")
            .with(lang, &[&lang.percent(evidence.value, 0)]),
        Signal::ScoresDown => phrase("{} of the known scores fell.", "{} des scores connus ont baissé.")
            .with(lang, &[&lang.percent(evidence.value, 0)]),
        Signal::FreshNumbers => phrase(
            "Numbers used for the first time lately, against the others before: {}{}.",
            "Numéros mis en service récemment, face aux autres avant\u{a0}: {}{}.",
        )
        .with(lang, &[&format::points(lang, evidence.value), &interval(lang, evidence)]),
        Signal::Score => phrase("Score {} on {}{}.", "Score {} le {}{}.").with(lang, &[&moved(0, ""), &day, &by]),
        Signal::Flagged => if evidence.value > 0.0 {
            phrase("Flagged as spam, read on {}{}.", "Signalé comme indésirable, lu le {}{}.")
        } else {
            phrase("Not flagged, read on {}{}.", "Non signalé (lu le {}{}).")
        }
        .with(lang, &[&day, &by]),
        Signal::VoicemailRate => phrase("Voicemail {}{}.", "Messagerie {}{}.").with(lang, &[&moved(1, "%"), &change]),
        Signal::VoicemailOfUnanswered => {
            phrase("Voicemail among unanswered calls {}{}.", "Messagerie parmi les appels sans réponse {}{}.")
                .with(lang, &[&moved(1, "%"), &change])
        }
        Signal::RejectionRate => phrase("Rejections {}{}.", "Rejet {}{}.").with(lang, &[&moved(1, "%"), &change]),
        Signal::ConversionRate => {
            phrase("Conversions among answered calls {}{}.", "Transformation des appels décrochés {}{}.")
                .with(lang, &[&moved(1, "%"), &change])
        }
        Signal::TalkTime => match (evidence.before, evidence.after) {
            (Some(before), Some(after)) => phrase("Talk time {} → {}.", "Durée de communication {} → {}.")
                .with(lang, &[&format::talk(before), &format::talk(after)]),
            _ => phrase("Talk time {}.", "Durée de communication {}.")
                .with(lang, &[&format::talk_change(lang, evidence.value)]),
        },
        Signal::MobileAnswerRate => {
            let interval = interval(lang, evidence);
            phrase("Mobiles against landlines: {}{}.", "Mobiles face aux fixes\u{a0}: {}{}.")
                .with(lang, &[&format::points(lang, evidence.value), &interval])
        }
        Signal::Volume => match (evidence.before, evidence.after) {
            (Some(before), Some(after)) => phrase(
                "{} calls a day in the week before the fall, {} in the week before that.",
                "{} appels par jour la semaine d’avant la baisse, {} la semaine précédente.",
            )
            .with(lang, &[&lang.decimal(after, 0), &lang.decimal(before, 0)]),
            (Some(cap), None) => phrase(
                "{} calls on the busiest of the five days before; the cap is {}.",
                "{} appels le jour le plus chargé des cinq précédents\u{202f}; le plafond est de {}.",
            )
            .with(lang, &[&lang.decimal(evidence.value, 0), &lang.decimal(cap, 0)]),
            (None, _) => phrase("{} calls a day.", "{} appels par jour.").with(lang, &[&lang.decimal(evidence.value, 0)]),
        },
        Signal::SpamReports => phrase("{} spam reports in 28 days.", "{} signalements en 28 jours.")
            .with(lang, &[&lang.decimal(evidence.value, 0)]),
        Signal::NoAnswerRate => {
            phrase("Calls that rang out {}{}.", "Appels restés sans réponse {}{}.").with(lang, &[&moved(1, "%"), &change])
        }
        Signal::InvalidRate => {
            phrase("Numbers that do not exist {}{}.", "Numéros inexistants {}{}.").with(lang, &[&moved(1, "%"), &change])
        }
        Signal::FailedRate if evidence.before.is_none() => {
            let part = lang.percent(evidence.after.unwrap_or(evidence.value), 1);
            phrase("Calls not placed or refused by a network: {}{}.", "Appels non aboutis ou refusés par un réseau\u{a0}: {}{}.")
                .with(lang, &[&part, &calls])
        }
        Signal::FailedRate => {
            phrase("Calls not placed {}{}.", "Appels non aboutis {}{}.").with(lang, &[&moved(1, "%"), &change])
        }
        Signal::NumbersAlike => phrase("{} of the numbers moved the same way.", "{} des numéros ont bougé dans le même sens.")
            .with(lang, &[&lang.percent(evidence.value, 0)]),
        Signal::Definition => if evidence.value > 0.0 {
            phrase(
                "From then on the files tell voicemail apart; before, “answered” may include it.",
                "Dès lors les fichiers distinguent la messagerie\u{202f}; avant, «\u{a0}décroché\u{a0}» peut l’inclure.",
            )
        } else {
            phrase(
                "From then on “answered” may include voicemail; before, the files told it apart.",
                "Dès lors «\u{a0}décroché\u{a0}» peut inclure la messagerie\u{202f}; avant, les fichiers la distinguaient.",
            )
        }
        .to(lang)
        .into(),
        Signal::SharedCallees => phrase("{} people called by several numbers.", "{} personnes appelées par plusieurs numéros.")
            .with(lang, &[&lang.count(evidence.n)]),
        Signal::RingTime => phrase(
            "Calls that rang for less than six seconds {}{}.",
            "Appels ayant sonné moins de six secondes {}{}.",
        )
        .with(lang, &[&moved(1, "%"), &change]),
        Signal::LikeForLike => phrase(
            "Compared like with like, answers change by {}{}.",
            "À appels comparables, le décroché varie de {}{}.",
        )
        .with(lang, &[&format::points(lang, evidence.value), &interval(lang, evidence)]),
        Signal::ClassShare => phrase("{}: {} of the calls.", "{}\u{a0}: {} des appels.").with(lang, &[&who, &moved(0, "%")]),
        Signal::ClassRate => {
            phrase("{}: answers {}{}{}.", "{}\u{a0}: décroché {}{}{}.").with(lang, &[&who, &moved(1, "%"), &change, &calls])
        }
        Signal::OtherClasses => phrase("The other calls, like with like: {}{}.", "Les autres appels, à appels comparables\u{a0}: {}{}.")
            .with(lang, &[&format::points(lang, evidence.value), &interval(lang, evidence)]),
        Signal::Trend => phrase("Drawn as a straight line through the days, answers go {}{}.", "Ramené à une droite sur ces jours, le décroché va {}{}.")
            .with(lang, &[&moved(1, "%"), &change]),
        Signal::Hours => phrase("The hours of the calls.", "Les horaires d’appel.").to(lang).into(),
        Signal::Attempts => phrase("Which attempt each call is.", "Le rang de chaque tentative.").to(lang).into(),
        Signal::AgentHangUps => phrase(
            "{}: people hang up at once, colleagues on the same numbers → this agent: {}{}, on {} answered calls.",
            "{}\u{a0}: on raccroche aussitôt, collègues sur les mêmes numéros → cet agent\u{a0}: {}{}, sur {} appels décrochés.",
        )
        .with(lang, &[&who, &moved(1, "%"), &change, &lang.count(evidence.n)]),
        Signal::AgentConversions => phrase(
            "{}: conversions, colleagues on the same numbers → this agent: {}{}, on {} answered calls.",
            "{}\u{a0}: transformation, collègues sur les mêmes numéros → cet agent\u{a0}: {}{}, sur {} appels décrochés.",
        )
        .with(lang, &[&who, &moved(1, "%"), &change, &lang.count(evidence.n)]),
        Signal::IdleDays => phrase(
            "{} days without a call, then {} calls in a week.",
            "{} jours sans appel, puis {} appels en une semaine.",
        )
        .with(lang, &[&lang.decimal(evidence.value, 0), &lang.decimal(evidence.after.unwrap_or_default(), 0)]),
        Signal::Reached => phrase(
            "Calls that reached a person or a machine, the others of its pool → this number: {}{}{}.",
            "Appels qui ont atteint une personne ou un répondeur, les autres de son groupe → ce numéro\u{a0}: {}{}{}.",
        )
        .with(lang, &[&moved(1, "%"), &change, &calls]),
        Signal::CallsPerNumber => phrase(
            "Calls a day of each number that goes on calling: {}.",
            "Appels par jour de chaque numéro resté en service\u{a0}: {}.",
        )
        .with(lang, &[&moved(0, "")]),
        Signal::NumbersStopped => phrase("Numbers that stopped calling before: {}.", "Numéros arrêtés auparavant\u{a0}: {}.")
            .with(lang, &[&lang.count(evidence.n)]),
        Signal::FlagGap => phrase(
            "Answers over 28 days, numbers without a flag → flagged ones: {}{}{}.",
            "Décroché sur 28 jours, numéros non signalés → numéros signalés\u{a0}: {}{}{}.",
        )
        .with(lang, &[&moved(1, "%"), &change, &calls]),
        Signal::Spread => phrase(
            "The lowest lies {} times as far below the middle as numbers usually lie apart here, of {} numbers.",
            "Le plus bas est {} fois plus loin du milieu que les numéros ne le sont d’ordinaire ici, sur {} numéros.",
        )
        .with(lang, &[&lang.decimal(evidence.value, 1), &lang.count(evidence.n)]),
        Signal::LowestNumbers => phrase(
            "Answers over 28 days, the others of the pool → the lowest: {}{}{}.",
            "Décroché sur 28 jours, les autres du groupe → les plus bas\u{a0}: {}{}{}.",
        )
        .with(lang, &[&moved(1, "%"), &change, &calls]),
        Signal::Carrier => phrase("The carrier or route of the calls.", "L’opérateur ou la route des appels.").to(lang).into(),
    }
}

fn interval(lang: Lang, evidence: &Evidence) -> String {
    match (evidence.low, evidence.high) {
        (Some(low), Some(high)) => format!(" ({})", format::between_signed(lang, low, high, 1)),
        _ => String::new(),
    }
}

/// What could not be checked, and which column would allow it.
pub const fn unchecked(signal: Signal) -> Phrase {
    match signal {
        Signal::AnswerRate => phrase(
            "The answer rate before: too few calls, or files that count voicemail differently.",
            "Le décroché d’avant\u{a0}: trop peu d’appels, ou des fichiers qui comptent autrement la messagerie.",
        ),
        Signal::AnswerRateVsPool | Signal::PoolAnswerRate | Signal::NumbersDown => phrase(
            "Whether the others fell too: fewer than five other numbers called. A campaign or team column, or more numbers, would tell.",
            "Si les autres ont baissé aussi\u{a0}: moins de cinq autres numéros ont appelé. Une colonne de campagne ou d’équipe, ou plus de numéros, le dirait.",
        ),
        Signal::FreshNumbers => phrase(
            "How a fresh number does on the same leads: none was put into use lately.",
            "Ce que donne un numéro neuf sur le même fichier\u{a0}: aucun n’a été mis en service récemment.",
        ),
        Signal::Score | Signal::ScoresDown => phrase(
            "The reputation score: no current reading. An export with number, date and score would tell.",
            "Le score de réputation\u{a0}: aucun relevé récent. Un export avec numéro, date et score le dirait.",
        ),
        Signal::Flagged => phrase(
            "Whether a source flags it. An export with number, date and a flag would tell.",
            "Si une source le signale. Un export avec numéro, date et signalement le dirait.",
        ),
        Signal::VoicemailRate | Signal::VoicemailOfUnanswered => phrase(
            "Voicemail: not told apart here. A column of machine detection would tell.",
            "La messagerie\u{a0}: non distinguée ici. Une colonne de détection de répondeur le dirait.",
        ),
        Signal::RejectionRate => phrase(
            "Refusals: not told apart here. A SIP code or a hang-up cause would tell.",
            "Les refus\u{a0}: non distingués ici. Un code SIP ou une cause de raccroché le dirait.",
        ),
        Signal::ConversionRate => phrase(
            "Conversions: no column says whether the objective was reached.",
            "Les transformations\u{a0}: aucune colonne ne dit si l’objectif a été atteint.",
        ),
        Signal::TalkTime => {
            phrase("Talk time: no column holds it.", "La durée de communication\u{a0}: aucune colonne ne la donne.")
        }
        Signal::MobileAnswerRate => phrase(
            "Mobiles against landlines: the called numbers are missing, or their plan does not tell.",
            "Mobiles face aux fixes\u{a0}: les numéros appelés manquent, ou leur plan ne le dit pas.",
        ),
        Signal::Volume => phrase("Calls a day per number.", "Les appels par jour et par numéro."),
        Signal::SpamReports => {
            phrase("Spam reports: no file counts them.", "Les signalements\u{a0}: aucun fichier ne les compte.")
        }
        Signal::NoAnswerRate => phrase(
            "Calls that rang out: not told apart here.",
            "Les appels restés sans réponse\u{a0}: non distingués ici.",
        ),
        Signal::InvalidRate | Signal::FailedRate => phrase(
            "Numbers that do not exist and calls not placed: a SIP code or a hang-up cause would tell.",
            "Les numéros inexistants et les appels non aboutis\u{a0}: un code SIP ou une cause de raccroché les dirait.",
        ),
        Signal::NumbersAlike => phrase(
            "Whether all numbers moved alike: no column holds the number that called.",
            "Si tous les numéros ont bougé de même\u{a0}: aucune colonne ne donne le numéro appelant.",
        ),
        Signal::Definition => {
            phrase("Whether “answered” includes voicemail.", "Si «\u{a0}décroché\u{a0}» inclut la messagerie.")
        }
        Signal::SharedCallees => phrase(
            "Whether these numbers called the same people: Ringwell keeps no called number.",
            "Si ces numéros ont appelé les mêmes personnes\u{a0}: Ringwell ne garde aucun numéro appelé.",
        ),
        Signal::LikeForLike | Signal::ClassShare | Signal::ClassRate | Signal::OtherClasses => phrase(
            "Calls compared like with like: hours, attempts and kinds of line are missing.",
            "Les appels à conditions comparables\u{a0}: heures, tentatives et types de ligne manquent.",
        ),
        Signal::Trend => phrase(
            "A trend over weeks: the files do not reach back far enough.",
            "Une tendance sur des semaines\u{a0}: les fichiers ne remontent pas assez loin.",
        ),
        Signal::Hours => phrase(
            "Whether the hours of the calls changed: no column holds the time of day.",
            "Si les horaires d’appel ont changé\u{a0}: aucune colonne ne donne l’heure.",
        ),
        Signal::Attempts => phrase(
            "Whether the same people are called more often: a column with the number of the attempt would tell.",
            "Si les mêmes personnes sont plus souvent rappelées\u{a0}: une colonne avec le rang de la tentative le dirait.",
        ),
        Signal::AgentHangUps => phrase(
            "Hang-ups by agent: a conversation time in seconds would tell.",
            "Les raccrochages par agent\u{a0}: une durée de conversation en secondes le dirait.",
        ),
        Signal::AgentConversions => phrase(
            "Conversions by agent: no column says whether the objective was reached.",
            "La transformation par agent\u{a0}: aucune colonne ne dit si l’objectif a été atteint.",
        ),
        Signal::IdleDays => phrase(
            "Whether it had lain idle: the files do not reach back far enough.",
            "S’il était resté inutilisé\u{a0}: les fichiers ne remontent pas assez loin.",
        ),
        Signal::RingTime => phrase(
            "How long it rang: no column holds the ringing time.",
            "La durée de sonnerie\u{a0}: aucune colonne ne la donne.",
        ),
        Signal::Reached => phrase(
            "How many calls reached someone: no column says how calls ended.",
            "Combien d’appels ont abouti\u{a0}: aucune colonne ne dit comment ils ont fini.",
        ),
        Signal::CallsPerNumber | Signal::NumbersStopped => phrase(
            "The load of each number: no column holds the number that called.",
            "La charge de chaque numéro\u{a0}: aucune colonne ne donne le numéro appelant.",
        ),
        Signal::FlagGap | Signal::Spread | Signal::LowestNumbers => phrase(
            "How numbers stand beside each other: too few of them, or too few calls.",
            "Comment les numéros se comparent\u{a0}: trop peu de numéros, ou trop peu d’appels.",
        ),
        Signal::Carrier => phrase(
            "Whether one carrier or route alone has it: Ringwell reads no such column. Compare ten calls of each route in the dialer.",
            "Si un seul opérateur ou une seule route est en cause\u{a0}: Ringwell ne lit pas cette colonne. Comparer dix appels de chaque route dans le composeur.",
        ),
    }
}
