//! The findings in words: what happened, each piece of evidence as a sentence, what to do, what would confirm it or
//! rule it out, and which column would allow what could not be checked.

use super::{Lang, Phrase, phrase};
use crate::{
    app::format,
    diagnose::{Action, ActionId, Check, Diagnosis, Evidence, Signal},
    model::{Scope, Subject},
};

/// A diagnosis in two or three words: the title of a finding.
pub const fn title(diagnosis: Diagnosis) -> Phrase {
    match diagnosis {
        Diagnosis::Blacklisted => phrase("Blacklisted", "Blacklisté"),
        Diagnosis::VisibleLabel => phrase("Labelled as spam", "Étiqueté indésirable"),
        Diagnosis::SilentFiltering => phrase("Filtered in silence", "Filtré en silence"),
        Diagnosis::EarlyLabel => phrase("Likely first label", "Début d’étiquetage probable"),
        Diagnosis::Degrading => phrase("Degrading, not filtered yet", "Se dégrade, pas encore filtré"),
        Diagnosis::Contamination => phrase("Numbers fall in a row", "Numéros touchés l’un après l’autre"),
        Diagnosis::PrefixLabelling => phrase("Number range labelled", "Tranche de numéros étiquetée"),
        Diagnosis::VolumeTriggered => phrase("After too many calls", "Après trop d’appels"),
        Diagnosis::WarmUpFailure => phrase("Warmed up too fast", "Montée en charge trop rapide"),
        Diagnosis::DataArtefact => {
            phrase("The files changed, not the calls", "Les fichiers ont changé, pas les appels")
        }
        Diagnosis::DetectionOrTimeout => phrase("A dialer setting changed", "Réglage du composeur modifié"),
        Diagnosis::DeadNumbers => phrase("More dead numbers in the list", "Plus de numéros morts dans le fichier"),
        Diagnosis::RouteFault => phrase("Calls that are not placed", "Appels qui n’aboutissent pas"),
        Diagnosis::OfferOrScript => phrase("The offer or the script", "L’offre ou le script"),
        Diagnosis::ExternalOrList => phrase("Outside cause, or the list", "Cause extérieure, ou fichier"),
    }
}

/// What happened: the headline of a need.
pub const fn headline(diagnosis: Diagnosis) -> Phrase {
    match diagnosis {
        Diagnosis::Blacklisted => {
            phrase("Blacklisted: everything fell together", "Blacklisté\u{a0}: tout a chuté en même temps")
        }
        Diagnosis::VisibleLabel => phrase(
            "Probably labelled: people see it and refuse",
            "Probablement étiqueté\u{a0}: les gens le voient et refusent",
        ),
        Diagnosis::SilentFiltering => phrase(
            "Probably filtered: calls go to voicemail unseen",
            "Probablement filtré\u{a0}: les appels partent en messagerie",
        ),
        Diagnosis::EarlyLabel => {
            phrase("Falls alone: likely a first label", "Baisse seul\u{a0}: sans doute une première étiquette")
        }
        Diagnosis::Degrading => {
            phrase("Degrading: the score falls, answers hold", "Se dégrade\u{a0}: le score baisse, le décroché tient")
        }
        Diagnosis::Contamination => phrase(
            "Its numbers fall one after the other: what was done to the first is done to the next",
            "Ses numéros tombent l’un après l’autre\u{a0}: ce qui a atteint le premier atteint le suivant",
        ),
        Diagnosis::PrefixLabelling => phrase(
            "The range falls as a whole: probably labelled as a range",
            "La tranche baisse d’un bloc\u{a0}: sans doute étiquetée comme telle",
        ),
        Diagnosis::VolumeTriggered => {
            phrase("It fell right after a burst of calls", "Il a baissé juste après un pic d’appels")
        }
        Diagnosis::WarmUpFailure => {
            phrase("A new number, made to call too much too soon", "Un numéro neuf, trop sollicité trop tôt")
        }
        Diagnosis::DataArtefact => phrase(
            "“Answered” means something else since then: the two periods cannot be compared",
            "«\u{a0}Décroché\u{a0}» ne veut plus dire la même chose\u{a0}: les deux périodes ne se comparent pas",
        ),
        Diagnosis::DetectionOrTimeout => phrase(
            "Voicemail and unanswered calls traded places for all: a dialer setting",
            "Messagerie et appels sans réponse ont échangé leurs places partout\u{a0}: un réglage du composeur",
        ),
        Diagnosis::DeadNumbers => phrase(
            "More calls to numbers that do not exist: the list has aged",
            "Plus d’appels vers des numéros inexistants\u{a0}: le fichier a vieilli",
        ),
        Diagnosis::RouteFault => phrase(
            "More calls that the network does not place: a route or a carrier",
            "Plus d’appels que le réseau n’achemine pas\u{a0}: une route ou un opérateur",
        ),
        Diagnosis::OfferOrScript => phrase(
            "As many answer, fewer say yes: the offer, the script or the list",
            "Autant décrochent, moins disent oui\u{a0}: l’offre, le script ou le fichier",
        ),
        Diagnosis::ExternalOrList => phrase(
            "All fell alike: an outside cause, or the list",
            "Tous ont baissé ensemble\u{a0}: une cause extérieure, ou le fichier",
        ),
    }
}

/// What a diagnosis means, in one sentence.
pub const fn meaning(diagnosis: Diagnosis) -> Phrase {
    match diagnosis {
        Diagnosis::Blacklisted => phrase(
            "Carriers or apps treat this number as spam: each further call makes it worse.",
            "Des opérateurs ou des applications traitent ce numéro en indésirable\u{a0}: chaque appel de plus aggrave son cas.",
        ),
        Diagnosis::VisibleLabel => phrase(
            "A warning is probably on the screen of those who are called. Without a score this cannot be certain.",
            "Une alerte s’affiche sans doute chez les personnes appelées. Sans score, on ne peut en être certain.",
        ),
        Diagnosis::SilentFiltering => phrase(
            "Filters probably send its calls to voicemail before the phone rings. Without a score this cannot be certain.",
            "Des filtres envoient sans doute ses appels en messagerie avant toute sonnerie. Sans score, on ne peut en être certain.",
        ),
        Diagnosis::EarlyLabel => phrase(
            "The others call the same list and hold, so the list is not the cause. A sudden fall of one number is almost always its reputation.",
            "Les autres appellent le même fichier et tiennent\u{a0}: le fichier n’est pas en cause. La chute soudaine d’un seul numéro est presque toujours une affaire de réputation.",
        ),
        Diagnosis::Degrading => phrase(
            "Its reputation wears while people still pick up. This is the time to act, before it is filtered.",
            "Sa réputation s’use alors que les gens décrochent encore. C’est le moment d’agir, avant le filtrage.",
        ),
        Diagnosis::Contamination => phrase(
            "Each labelled number that is replaced hands its calls, and its complaints, to the next. The others will follow.",
            "Chaque numéro étiqueté que l’on remplace passe ses appels, et ses plaintes, au suivant. Les autres suivront.",
        ),
        Diagnosis::PrefixLabelling => phrase(
            "Apps and carriers label ranges of numbers as well as numbers. No single number of it is at fault.",
            "Applications et opérateurs étiquettent aussi des tranches entières. Aucun de ses numéros n’est en cause à lui seul.",
        ),
        Diagnosis::VolumeTriggered => phrase(
            "Many calls in few days are what labels are made of. What comes before need not be the cause, but nothing is easier to stop.",
            "Beaucoup d’appels en peu de jours, voilà de quoi naît une étiquette. Ce qui précède n’est pas forcément la cause, mais rien n’est plus simple à arrêter.",
        ),
        Diagnosis::WarmUpFailure => phrase(
            "A number nobody knows that suddenly calls a lot looks like a robot.",
            "Un numéro inconnu qui appelle soudain beaucoup ressemble à un robot.",
        ),
        Diagnosis::DataArtefact => phrase(
            "The files tell voicemail apart on one side of that day and not on the other. Nothing need have happened to the calls.",
            "Les fichiers distinguent la messagerie d’un côté de ce jour et pas de l’autre. Il n’est peut-être rien arrivé aux appels.",
        ),
        Diagnosis::DetectionOrTimeout => phrase(
            "How long the dialer rings, or how it recognises machines, has changed. The numbers are not to blame.",
            "La durée de sonnerie du composeur, ou sa détection des répondeurs, a changé. Les numéros n’y sont pour rien.",
        ),
        Diagnosis::DeadNumbers => phrase(
            "Calls to numbers that do not exist lower the answer rate, and operators count them as a sign of robots.",
            "Appeler des numéros inexistants fait baisser le décroché, et les opérateurs y voient un signe de robot.",
        ),
        Diagnosis::RouteFault => phrase(
            "These calls never rang anywhere: what people think of the number has no part in it.",
            "Ces appels n’ont sonné nulle part\u{a0}: ce que les gens pensent du numéro n’y est pour rien.",
        ),
        Diagnosis::OfferOrScript => phrase(
            "The numbers reach as many people as before. What they hear, or who they are, has changed.",
            "Les numéros touchent autant de monde qu’avant. Ce que les gens entendent, ou qui ils sont, a changé.",
        ),
        Diagnosis::ExternalOrList => phrase(
            "A fall that all numbers share is rarely their reputation: a holiday, the news, the weather, or another list of leads.",
            "Une baisse que tous les numéros partagent tient rarement à leur réputation\u{a0}: jour férié, actualité, météo, ou autre fichier de prospects.",
        ),
    }
}

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
    }
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
            Some(source) => (phrase("flagged by", "signalé par"), self::source(lang, source)),
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
        Some(source) => phrase(" (source: {})", " (source\u{a0}: {})").with(lang, &[&self::source(lang, source)]),
        None => String::new(),
    };
    let day = format::day(lang, evidence.days[1]);
    match evidence.signal {
        Signal::AnswerRate => {
            phrase("Answers {}{}{}.", "Décroché {}{}{}.").with(lang, &[&moved(1, "%"), &change, &calls])
        }
        Signal::AnswerRateVsPool => {
            let interval = interval(lang, evidence);
            phrase("Against its pool: {}{}.", "Par rapport à son groupe\u{a0}: {}{}.")
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
            phrase("Not flagged, read on {}{}.", "Non signalé, lu le {}{}.")
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
        Signal::Volume => match evidence.after {
            Some(after) => phrase("{} calls a day.", "{} appels par jour.").with(lang, &[&lang.decimal(after, 0)]),
            None => phrase("{} calls a day.", "{} appels par jour.").with(lang, &[&lang.decimal(evidence.value, 0)]),
        },
        Signal::SpamReports => phrase("{} spam reports in 28 days.", "{} signalements en 28 jours.")
            .with(lang, &[&lang.decimal(evidence.value, 0)]),
        Signal::NoAnswerRate => {
            phrase("Calls that rang out {}{}.", "Appels restés sans réponse {}{}.").with(lang, &[&moved(1, "%"), &change])
        }
        Signal::InvalidRate => {
            phrase("Numbers that do not exist {}{}.", "Numéros inexistants {}{}.").with(lang, &[&moved(1, "%"), &change])
        }
        Signal::FailedRate => {
            phrase("Calls not placed {}{}.", "Appels non aboutis {}{}.").with(lang, &[&moved(1, "%"), &change])
        }
        Signal::NumbersAlike => phrase("{} of the numbers moved the same way.", "{} des numéros ont bougé dans le même sens.")
            .with(lang, &[&lang.percent(evidence.value, 0)]),
        Signal::Definition => if evidence.value > 0.0 {
            phrase(
                "From then on the files tell voicemail apart; before, “answered” may include it.",
                "Dès lors les fichiers distinguent la messagerie\u{a0}; avant, «\u{a0}décroché\u{a0}» peut l’inclure.",
            )
        } else {
            phrase(
                "From then on “answered” may include voicemail; before, the files told it apart.",
                "Dès lors «\u{a0}décroché\u{a0}» peut inclure la messagerie\u{a0}; avant, les fichiers la distinguaient.",
            )
        }
        .to(lang)
        .into(),
        Signal::SharedCallees => phrase("{} people called by several numbers.", "{} personnes appelées par plusieurs numéros.")
            .with(lang, &[&lang.count(evidence.n)]),
        Signal::RingTime => phrase("Ringing time {}.", "Durée de sonnerie {}.")
            .with(lang, &[&format::talk_change(lang, evidence.value)]),
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
            "Le score de réputation\u{a0}: aucune lecture récente. Un export avec numéro, date et score le dirait.",
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
        Signal::RingTime => phrase(
            "How long it rang: no column holds the ringing time.",
            "La durée de sonnerie\u{a0}: aucune colonne ne la donne.",
        ),
    }
}

/// An action as an order.
pub fn action(lang: Lang, action: &Action) -> String {
    let numbers: Vec<String> = action.numbers.iter().map(|number| format::phone(lang, number)).collect();
    match (action.id, action.days) {
        (ActionId::StopCalls, Some(days)) => phrase(
            "Stop calling from it today, for {} days.",
            "Ne plus appeler avec ce numéro dès aujourd’hui, pendant {} jours.",
        )
        .with(lang, &[&days]),
        (ActionId::StopCalls, None) => {
            phrase("Stop calling from it today.", "Ne plus appeler avec ce numéro dès aujourd’hui.").to(lang).into()
        }
        (ActionId::SwitchToSpares, _) if numbers.is_empty() => {
            phrase("Move its calls to spare numbers.", "Reporter ses appels sur des numéros de réserve.")
                .to(lang)
                .into()
        }
        (ActionId::SwitchToSpares, _) => {
            phrase("Move its calls to {}.", "Reporter ses appels sur {}.").with(lang, &[&format::list(lang, &numbers)])
        }
        (ActionId::StartRecovery, _) => phrase(
            "Ask whoever labels it for a review, and register the number.",
            "Demander un réexamen à qui l’étiquette, et enregistrer le numéro.",
        )
        .to(lang)
        .into(),
        (ActionId::HalveVolume, _) => {
            phrase("Halve its calls, from today.", "Diviser ses appels par deux dès aujourd’hui.").to(lang).into()
        }
        (ActionId::Diversify, _) => {
            phrase("Spread the calls over more numbers.", "Répartir les appels sur davantage de numéros.")
                .to(lang)
                .into()
        }
        (ActionId::TestCalls, _) => phrase(
            "Call a mobile on each of three networks and look at the screen.",
            "Appeler un mobile sur chacun de trois réseaux et regarder l’écran.",
        )
        .to(lang)
        .into(),
        (ActionId::ImportCheck, _) => {
            phrase("Import a reading of a reputation tool.", "Importer une lecture d’un outil de réputation.")
                .to(lang)
                .into()
        }
        (ActionId::Wait, days) => phrase("Wait {} hours before concluding.", "Attendre {} heures avant de conclure.")
            .with(lang, &[&(days.unwrap_or(2) * 24)]),
        (ActionId::FreezeRotation, _) => phrase(
            "Freeze the rotation: move no call from a fallen number to another of this pool.",
            "Geler la rotation\u{a0}: ne reporter aucun appel d’un numéro touché sur un autre du groupe.",
        )
        .to(lang)
        .into(),
        (ActionId::OtherBlock, _) => phrase(
            "Take the next numbers from another range, and give them other leads.",
            "Prendre les prochains numéros dans une autre tranche, et leur donner d’autres prospects.",
        )
        .to(lang)
        .into(),
        (ActionId::CheckDialer, _) => phrase(
            "Look in the dialer at the ringing time and the machine detection: who changed them, and why.",
            "Regarder dans le composeur la durée de sonnerie et la détection de répondeur\u{a0}: qui les a changées, et pourquoi.",
        )
        .to(lang)
        .into(),
        (ActionId::CheckExport, _) => phrase(
            "Export both periods again in the same way, with a column that tells voicemail apart.",
            "Exporter à nouveau les deux périodes de la même façon, avec une colonne qui distingue la messagerie.",
        )
        .to(lang)
        .into(),
        (ActionId::CallCarrier, _) => phrase(
            "Open a ticket with the carrier: times, numbers and codes of ten such calls.",
            "Ouvrir un ticket chez l’opérateur\u{a0}: heures, numéros et codes de dix de ces appels.",
        )
        .to(lang)
        .into(),
        (ActionId::ListenToCalls, _) => phrase(
            "Listen to twenty calls of before and of now, and compare.",
            "Écouter vingt appels d’avant et vingt de maintenant, et comparer.",
        )
        .to(lang)
        .into(),
        (ActionId::WarmUpAgain, days) => phrase(
            "Rest it, then start over at 30 calls a day and grow by a fifth each week, over {} days.",
            "Le laisser reposer, puis reprendre à 30 appels par jour, plus un cinquième par semaine, sur {} jours.",
        )
        .with(lang, &[&days.unwrap_or(28)]),
        (ActionId::CheckLeads, _) => phrase(
            "Check the leads: source, age, numbers that do not exist.",
            "Vérifier le fichier\u{a0}: source, âge, numéros inexistants.",
        )
        .to(lang)
        .into(),
    }
}

/// What would confirm a finding, or rule it out.
pub const fn check(check: Check) -> Phrase {
    match check {
        Check::RecoversByItself => phrase(
            "Answers come back within two active days without any change.",
            "Le décroché revient en deux jours actifs sans rien changer.",
        ),
        Check::FreshNumberFallsToo => phrase(
            "A fresh number on the same leads falls as well.",
            "Un numéro neuf sur le même fichier baisse aussi.",
        ),
        Check::FreshNumberDoesWell => {
            phrase("A fresh number on the same leads does well.", "Un numéro neuf sur le même fichier se porte bien.")
        }
        Check::TestCallShowsLabel => {
            phrase("A test call shows a warning on the screen.", "Un appel test affiche une alerte à l’écran.")
        }
        Check::TestCallsRingNormally => phrase(
            "Test calls on three networks ring normally, without a warning.",
            "Les appels test sur trois réseaux sonnent normalement, sans alerte.",
        ),
        Check::SecondSourceFlags => {
            phrase("A second source flags the number.", "Une seconde source signale le numéro.")
        }
        Check::NextReadingRecovers => {
            phrase("The next reading is back in its old zone.", "La lecture suivante revient dans son ancienne zone.")
        }
        Check::SourceChanged => phrase(
            "The readings come from another source, or its scale has changed.",
            "Les lectures viennent d’une autre source, ou son échelle a changé.",
        ),
        Check::OthersFallToo => phrase(
            "The other numbers fall as well in the next days.",
            "Les autres numéros baissent aussi dans les jours qui suivent.",
        ),
        Check::MobilesFallLandlinesHold => phrase(
            "Mobiles fall while landlines hold: labels show on mobiles first.",
            "Les mobiles baissent, les fixes tiennent\u{a0}: les étiquettes s’affichent d’abord sur mobile.",
        ),
        Check::LandlinesFallToo => {
            phrase("Landlines fall as much as mobiles.", "Les fixes baissent autant que les mobiles.")
        }
        Check::SettingsChangedThatDay => phrase(
            "A setting of the dialer or of the export was changed that day.",
            "Un réglage du composeur ou de l’export a été changé ce jour-là.",
        ),
        Check::SettingsUnchanged => phrase(
            "Neither the dialer’s settings nor the export were touched.",
            "Ni les réglages du composeur ni l’export n’ont été touchés.",
        ),
        Check::SameDayInBothFiles => phrase(
            "One day, exported both ways, gives the same counts.",
            "Un même jour, exporté des deux façons, donne les mêmes comptes.",
        ),
        Check::CalendarExplains => phrase(
            "A holiday, a strike or the news of those days explains it.",
            "Un jour férié, une grève ou l’actualité de ces jours l’explique.",
        ),
    }
}

/// A source of readings, by the name that its users know.
pub fn source(lang: Lang, id: &str) -> String {
    match id {
        "manual" => phrase("your own note", "votre saisie").to(lang),
        "hiya" => "Hiya",
        "truecaller" => "Truecaller",
        "orange" => "Orange Téléphone",
        "huhu" => "HUHU",
        "saracroche" => "Saracroche",
        "ftc" => "FTC",
        "fcc" => "FCC",
        other => other,
    }
    .to_owned()
}

/// Who is concerned, in a sentence.
pub fn subject(lang: Lang, subject: &Subject) -> String {
    match subject {
        Subject::Number(number) => format::phone(lang, number),
        Subject::Campaign(name) | Subject::Team(name) => name.clone(),
        Subject::Prefix(digits) => phrase("numbers in +{}…", "numéros en +{}…").with(lang, &[digits]),
        Subject::Account => phrase("All numbers", "Tous les numéros").to(lang).into(),
    }
}

/// The kind of subject, under its name.
pub fn kind(lang: Lang, subject: &Subject) -> &'static str {
    match (subject, subject.scope()) {
        (Subject::Campaign(_), _) => phrase("Campaign", "Campagne"),
        (Subject::Team(_), _) => phrase("Team", "Équipe"),
        (Subject::Prefix(_), _) => phrase("Number range", "Tranche de numéros"),
        (_, Scope::Account) => phrase("The whole account", "Tout le compte"),
        _ => phrase("Number", "Numéro"),
    }
    .to(lang)
}

pub const FOR: Phrase = phrase("Evidence for", "Ce qui le montre");
pub const AGAINST: Phrase = phrase("Evidence against", "Ce qui va contre");
pub const UNCHECKED: Phrase = phrase("Could not check", "Impossible à vérifier");
pub const NOTHING_FOUND: Phrase = phrase("Nothing found.", "Rien trouvé.");
pub const ALL_CHECKED: Phrase = phrase("Nothing left unchecked.", "Tout a pu être vérifié.");
pub const DO: Phrase = phrase("Do", "Faire");
pub const CONFIRMS: Phrase = phrase("Confirms it", "Ce qui le confirmerait");
pub const RULES_OUT: Phrase = phrase("Rules it out", "Ce qui l’exclurait");
pub const NONE: Phrase = phrase(
    "No finding: nothing in these files points to a labelled, filtered or worn number.",
    "Aucun diagnostic\u{a0}: rien dans ces fichiers ne désigne un numéro étiqueté, filtré ou usé.",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Day;

    const SIGNALS: [Signal; 20] = [
        Signal::NoAnswerRate,
        Signal::InvalidRate,
        Signal::FailedRate,
        Signal::NumbersAlike,
        Signal::Definition,
        Signal::SharedCallees,
        Signal::AnswerRate,
        Signal::AnswerRateVsPool,
        Signal::PoolAnswerRate,
        Signal::FreshNumbers,
        Signal::Score,
        Signal::Flagged,
        Signal::VoicemailRate,
        Signal::RejectionRate,
        Signal::ConversionRate,
        Signal::TalkTime,
        Signal::MobileAnswerRate,
        Signal::Volume,
        Signal::SpamReports,
        Signal::RingTime,
    ];
    const ACTIONS: [ActionId; 16] = [
        ActionId::FreezeRotation,
        ActionId::OtherBlock,
        ActionId::CheckDialer,
        ActionId::CheckExport,
        ActionId::CallCarrier,
        ActionId::ListenToCalls,
        ActionId::WarmUpAgain,
        ActionId::StopCalls,
        ActionId::SwitchToSpares,
        ActionId::StartRecovery,
        ActionId::HalveVolume,
        ActionId::Diversify,
        ActionId::TestCalls,
        ActionId::ImportCheck,
        ActionId::Wait,
        ActionId::CheckLeads,
    ];
    const CHECKS: [Check; 15] = [
        Check::SettingsChangedThatDay,
        Check::SettingsUnchanged,
        Check::SameDayInBothFiles,
        Check::RecoversByItself,
        Check::FreshNumberFallsToo,
        Check::FreshNumberDoesWell,
        Check::TestCallShowsLabel,
        Check::TestCallsRingNormally,
        Check::SecondSourceFlags,
        Check::NextReadingRecovers,
        Check::SourceChanged,
        Check::OthersFallToo,
        Check::MobilesFallLandlinesHold,
        Check::LandlinesFallToo,
        Check::CalendarExplains,
    ];

    fn piece(signal: Signal, full: Option<f64>) -> Evidence {
        let day = Day::from_ymd(2026, 2, 10).unwrap_or_default();
        Evidence {
            signal,
            value: -28.9,
            low: full.map(|_| -32.9),
            high: full.map(|_| -24.3),
            n: 412,
            days: [day, day],
            before: full.map(|_| 42.8),
            after: full,
            source: full.map(|_| "Hiya".to_owned()),
        }
    }

    #[test]
    fn every_diagnosis_signal_action_and_check_has_its_words_in_both_languages() {
        for lang in Lang::ALL {
            for diagnosis in Diagnosis::ALL {
                assert!(!title(diagnosis).to(lang).is_empty() && !headline(diagnosis).to(lang).is_empty());
                assert!(meaning(diagnosis).to(lang).ends_with('.'));
            }
            for of in SIGNALS {
                assert!(!signal(of).to(lang).is_empty() && unchecked(of).to(lang).ends_with('.'));
                for after in [None, Some(13.9)] {
                    let text = evidence(lang, &piece(of, after));
                    assert!(text.ends_with('.') && !text.contains("{}"), "{of:?}: {text}");
                }
            }
            for id in ACTIONS {
                for days in [None, Some(30)] {
                    let text = action(lang, &Action { id, days, numbers: vec!["+33162000422".to_owned()] });
                    assert!(text.ends_with('.') && !text.contains("{}"), "{id:?}: {text}");
                }
            }
            for of in CHECKS {
                assert!(check(of).to(lang).ends_with('.'));
            }
        }
    }

    #[test]
    fn evidence_gives_the_levels_the_change_and_what_it_rests_on() {
        assert_eq!(
            evidence(Lang::En, &piece(Signal::AnswerRate, Some(13.9))),
            "Answers 42.8 → 13.9\u{202f}%, a change of \u{2212}28.9\u{a0}pts (\u{2212}32.9 to \u{2212}24.3), on 412 calls."
        );
    }
}
