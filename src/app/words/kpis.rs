//! The seven KPIs in words: names, formulas, what each zone means and what to do, what is missing where one is not
//! measured. The sense is the article's; the words are ours.

use super::{Lang, Phrase, phrase};
use crate::kpi::{Kpi, KpiId, Partial, Zone};

/// A KPI's name.
pub const fn name(id: KpiId) -> Phrase {
    match id {
        KpiId::AnswerRate => phrase("Answer rate", "Taux de décroché"),
        KpiId::SpamReportRate => phrase("Spam reports", "Taux de signalement"),
        KpiId::ReputationScore => phrase("Reputation score", "Score de réputation"),
        KpiId::RejectionRate => phrase("Rejection rate", "Taux de rejet"),
        KpiId::VoicemailRate => phrase("Voicemail", "Messagerie"),
        KpiId::AverageTalkTime => phrase("Average talk time", "Durée moyenne de communication"),
        KpiId::ConversionRate => phrase("Conversion", "Taux de transformation"),
    }
}

/// How it is computed, as one line.
pub const fn formula(id: KpiId) -> Phrase {
    match id {
        KpiId::AnswerRate => phrase(
            "Answered calls ÷ calls made. A voicemail that the file can tell apart is not an answer.",
            "Appels décrochés ÷ appels émis. Une messagerie que le fichier sait distinguer n’est pas un décroché.",
        ),
        KpiId::SpamReportRate => phrase(
            "Spam reports ÷ calls made, over 28 days.",
            "Signalements comme indésirable ÷ appels émis, sur 28 jours.",
        ),
        KpiId::ReputationScore => phrase(
            "The latest reading of a reputation tool, 0 to 100, 100 best. Of several sources the worst decides; of several numbers the lowest is shown, never a mean.",
            "Le dernier relevé d’un outil de réputation, de 0 à 100, 100 étant le meilleur. Entre plusieurs sources, la pire décide\u{202f}; entre plusieurs numéros, le plus bas est affiché, jamais une moyenne.",
        ),
        KpiId::RejectionRate => phrase(
            "(Declined + blocked by the network + hung up within seconds) ÷ calls made.",
            "(Appels refusés + bloqués par le réseau + raccrochés en quelques secondes) ÷ appels émis.",
        ),
        KpiId::VoicemailRate => {
            phrase("Calls that met a machine ÷ calls made.", "Appels tombés sur une messagerie ÷ appels émis.")
        }
        KpiId::AverageTalkTime => phrase(
            "Talk time of answered calls ÷ answered calls whose talk time is known.",
            "Durée de communication des appels décrochés ÷ appels décrochés dont la durée est connue.",
        ),
        KpiId::ConversionRate => phrase(
            "Calls that reached their objective ÷ calls made. Its colour compares the last 7 active days with the 28 days before.",
            "Appels ayant atteint leur objectif ÷ appels émis. La couleur compare les 7 derniers jours actifs aux 28 jours précédents.",
        ),
    }
}

/// What the figure rests on.
pub fn rests_on(id: KpiId, lang: Lang, n: u64) -> String {
    let count = lang.count(n);
    let unit = match id {
        KpiId::AverageTalkTime => lang.plural(
            n,
            phrase("answered call", "appel décroché").to(lang),
            phrase("answered calls", "appels décrochés").to(lang),
        ),
        KpiId::ReputationScore => {
            lang.plural(n, phrase("reading", "relevé").to(lang), phrase("readings", "relevés").to(lang))
        }
        _ => lang.plural(n, phrase("call", "appel").to(lang), phrase("calls", "appels").to(lang)),
    };
    phrase("From {} {}.", "Sur {} {}.").with(lang, &[&count, &unit])
}

/// What its zone says.
pub const fn sentence(id: KpiId, zone: Zone) -> Phrase {
    match (id, zone) {
        (KpiId::AnswerRate, Zone::Green) => phrase(
            "People pick up: these numbers are in good health.",
            "Les gens décrochent\u{a0}: ces numéros sont en bonne santé.",
        ),
        (KpiId::AnswerRate, Zone::Amber) => {
            phrase("Acceptable. What counts is where it is heading.", "Acceptable. C’est la tendance qui compte.")
        }
        (KpiId::AnswerRate, Zone::Red) => phrase(
            "Too few people pick up: something is wrong with the numbers or the list.",
            "Trop peu de gens décrochent\u{a0}: les numéros ou le fichier sont en cause.",
        ),
        (KpiId::SpamReportRate, Zone::Green) => {
            phrase("Few people report these calls.", "Peu de gens signalent ces appels.")
        }
        (KpiId::SpamReportRate, Zone::Amber) => phrase(
            "Enough people complain for a label to be near.",
            "Assez de gens se plaignent pour qu’une étiquette soit proche.",
        ),
        (KpiId::SpamReportRate, Zone::Red) => phrase(
            "So many people complain that carriers and apps will act.",
            "Tant de gens se plaignent que les opérateurs et les applications vont réagir.",
        ),
        (KpiId::ReputationScore, Zone::Green) => {
            phrase("The sources read think well of it.", "Les sources lues en pensent du bien.")
        }
        (KpiId::ReputationScore, Zone::Amber) => phrase("The reputation is worn.", "La réputation est entamée."),
        (KpiId::ReputationScore, Zone::Red) => phrase(
            "The reputation is critical: the number is probably blacklisted.",
            "La réputation est critique\u{a0}: le numéro est probablement blacklisté.",
        ),
        (KpiId::RejectionRate, Zone::Green) => phrase("Few people refuse the call.", "Peu de gens refusent l’appel."),
        (KpiId::RejectionRate, Zone::Amber) => phrase(
            "More people than usual refuse the call: a refusal hurts more than no answer.",
            "Plus de gens que la normale refusent l’appel\u{a0}: un refus nuit plus qu’une absence.",
        ),
        (KpiId::RejectionRate, Zone::Red) => phrase(
            "People see who is calling and refuse: a warning is probably on their screen.",
            "Les gens voient qui appelle et refusent\u{a0}: une alerte s’affiche sans doute à l’écran.",
        ),
        (KpiId::VoicemailRate, Zone::Green) => {
            phrase("Machines pick up no more than is usual.", "Les messageries ne décrochent pas plus que de coutume.")
        }
        (KpiId::VoicemailRate, Zone::Amber) => phrase("Machines pick up often.", "Les messageries décrochent souvent."),
        (KpiId::VoicemailRate, Zone::Red) => phrase(
            "So many calls end on a machine that filters are probably sending them there.",
            "Tant d’appels finissent sur messagerie que des filtres les y envoient probablement.",
        ),
        (KpiId::AverageTalkTime, Zone::Green) => {
            phrase("Conversations last as they should.", "Les conversations durent ce qu’il faut.")
        }
        (KpiId::AverageTalkTime, Zone::Amber) => phrase(
            "Conversations end before the objective can be reached.",
            "Les conversations s’arrêtent avant que l’objectif puisse être atteint.",
        ),
        (KpiId::AverageTalkTime, Zone::Red) => phrase(
            "Few pick up, and those who do hang up at once: the number passes for spam.",
            "Peu de gens décrochent, et ceux qui décrochent raccrochent aussitôt\u{a0}: le numéro passe pour indésirable.",
        ),
        (KpiId::ConversionRate, Zone::Green) => phrase(
            "Calls lead to results as often as before. If answers fall meanwhile, you reach fewer people, but the list is good.",
            "Les appels aboutissent aussi souvent qu’avant. Si le décroché baisse pendant ce temps, vous touchez moins de monde, mais le fichier est bon.",
        ),
        (KpiId::ConversionRate, Zone::Amber) => {
            phrase("Calls lead to fewer results.", "Les appels aboutissent moins souvent.")
        }
        (KpiId::ConversionRate, Zone::Red) => phrase(
            "Calls lead to fewer results than in the four weeks before.",
            "Les appels aboutissent moins souvent que les quatre semaines précédentes.",
        ),
        (KpiId::ConversionRate, Zone::Unknown) => phrase(
            "Four weeks of calls are needed to say whether it has moved.",
            "Il faut quatre semaines d’appels pour dire s’il a bougé.",
        ),
        (_, Zone::Unknown) => phrase(
            "Not known from these files, or too few calls to tell.",
            "Inconnu dans ces fichiers, ou trop peu d’appels pour en juger.",
        ),
    }
}

/// What to do in that zone.
pub const fn action(id: KpiId, zone: Zone) -> Phrase {
    match (id, zone) {
        (_, Zone::Unknown) => phrase(
            "Add a file that measures it, or wait for more calls.",
            "Ajouter un fichier qui le mesure, ou attendre d’autres appels.",
        ),
        (KpiId::AnswerRate, Zone::Green) => phrase("Carry on.", "Continuer ainsi."),
        (KpiId::AnswerRate, Zone::Amber) => phrase(
            "Look at the trend every day, number by number.",
            "Regarder la tendance chaque jour, numéro par numéro.",
        ),
        (KpiId::AnswerRate, Zone::Red) => phrase(
            "Find out today: volume per number first, then the list.",
            "Chercher la cause aujourd’hui\u{a0}: d’abord le volume par numéro, puis le fichier.",
        ),
        (KpiId::SpamReportRate, Zone::Green) => phrase("Carry on.", "Continuer ainsi."),
        (KpiId::SpamReportRate, Zone::Amber) => phrase(
            "Adjust your practices: fewer attempts per person, a clear introduction, refusals respected.",
            "Adapter vos pratiques\u{a0}: moins de tentatives par personne, une présentation claire, des refus respectés.",
        ),
        (KpiId::SpamReportRate, Zone::Red) => phrase(
            "Stop calling from these numbers and analyse before you go on.",
            "Arrêter d’appeler avec ces numéros et analyser avant de reprendre.",
        ),
        (KpiId::ReputationScore, Zone::Green) => phrase("Read it again tomorrow.", "Le relire demain."),
        (KpiId::ReputationScore, Zone::Amber) => phrase(
            "Act before it is filtered: lower its volume, spread the calls.",
            "Agir avant le filtrage\u{a0}: réduire son volume, répartir les appels.",
        ),
        (KpiId::ReputationScore, Zone::Red) => phrase(
            "Take it out of rotation, so that it does not drag down the others, and ask for a review.",
            "Le sortir de la rotation, pour qu’il n’entraîne pas les autres, et demander un réexamen.",
        ),
        (KpiId::RejectionRate, Zone::Green) => phrase("Carry on.", "Continuer ainsi."),
        (KpiId::RejectionRate, Zone::Amber) => phrase(
            "Find the numbers that are refused most, and lower their volume.",
            "Repérer les numéros les plus refusés et réduire leur volume.",
        ),
        (KpiId::RejectionRate, Zone::Red) => phrase(
            "Make test calls on three networks; rest the numbers that show a warning.",
            "Faire des appels test sur trois réseaux\u{202f}; laisser reposer les numéros qui affichent une alerte.",
        ),
        (KpiId::VoicemailRate, Zone::Green) => phrase("Carry on.", "Continuer ainsi."),
        (KpiId::VoicemailRate, Zone::Amber) => phrase("Watch it.", "Le surveiller."),
        (KpiId::VoicemailRate, Zone::Red) => phrase(
            "Call your own mobile from these numbers: if it goes straight to voicemail, rest them.",
            "Appeler votre propre mobile avec ces numéros\u{a0}: s’il passe droit en messagerie, les laisser reposer.",
        ),
        (KpiId::AverageTalkTime, Zone::Green) => phrase("Carry on.", "Continuer ainsi."),
        (KpiId::AverageTalkTime, Zone::Amber) => phrase(
            "Listen to ten calls: the opening, or the list, does not fit.",
            "Écouter dix appels\u{a0}: l’accroche, ou le fichier, ne convient pas.",
        ),
        (KpiId::AverageTalkTime, Zone::Red) => phrase(
            "Treat it as a labelled number: make test calls, rest it.",
            "Le traiter comme un numéro étiqueté\u{a0}: appels test, puis repos.",
        ),
        (KpiId::ConversionRate, Zone::Green) => phrase("Carry on.", "Continuer ainsi."),
        (KpiId::ConversionRate, Zone::Amber) => phrase("Watch it.", "Le surveiller."),
        (KpiId::ConversionRate, Zone::Red) => phrase(
            "Look at the list and the script: the phone is not the only suspect.",
            "Regarder le fichier et l’argumentaire\u{a0}: le téléphone n’est pas seul en cause.",
        ),
    }
}

/// A zone's word.
pub const fn zone(zone: Zone) -> Phrase {
    match zone {
        Zone::Green => phrase("Healthy", "Bon"),
        Zone::Amber => phrase("Watch", "À surveiller"),
        Zone::Red => phrase("Alert", "Alerte"),
        Zone::Unknown => phrase("Too few calls", "Trop peu d’appels"),
    }
}

/// What a chip says of a figure: its zone; where the interval crosses into another, both.
pub fn chip(lang: Lang, id: KpiId, kpi: &Kpi, other: Option<Zone>) -> String {
    if id == KpiId::ConversionRate {
        return match kpi.zone {
            Zone::Green => phrase("As usual", "Habituel"),
            Zone::Amber | Zone::Red => phrase("Below usual", "Sous l’habituel"),
            Zone::Unknown => phrase("Under 28 days", "Moins de 28 jours"),
        }
        .to(lang)
        .to_owned();
    }
    let own = zone(kpi.zone).to(lang);
    match other.filter(|other| !kpi.certain && *other != kpi.zone && *other != Zone::Unknown) {
        Some(other) => format!("{own} {} {}", phrase("or", "ou").to(lang), zone(other).to(lang).to_lowercase()),
        None => own.to_owned(),
    }
}

/// What would let the page measure it.
pub const fn missing(id: KpiId) -> Phrase {
    match id {
        KpiId::AnswerRate => phrase("No call was counted.", "Aucun appel n’a été compté."),
        KpiId::SpamReportRate => phrase(
            "This is not zero: no file counts reports. Add a reputation export with a column of reports, or note them in the daily table.",
            "Ce n’est pas zéro\u{a0}: aucun fichier ne compte les signalements. Ajoutez un export de réputation qui en a la colonne, ou notez-les dans le relevé quotidien.",
        ),
        KpiId::ReputationScore => phrase(
            "No current reading. Add the export of a reputation tool (columns: number, date, score), or note the score in the daily table.",
            "Aucun relevé en cours de validité. Ajoutez l’export d’un outil de réputation (colonnes\u{a0}: numéro, date, score), ou notez le score dans le relevé quotidien.",
        ),
        KpiId::RejectionRate => phrase(
            "These files do not tell a refused call from one that rings out. A SIP code, a hang-up cause or a status word for refused calls would.",
            "Ces fichiers ne distinguent pas un appel refusé d’un appel sans réponse. Un code SIP, une cause de raccroché ou un statut «\u{a0}refusé\u{a0}» le permettrait.",
        ),
        KpiId::VoicemailRate => phrase(
            "These files do not tell a machine from a person: “answered” may include voicemail. A column of machine detection, or a voicemail status, would.",
            "Ces fichiers ne distinguent pas une messagerie d’une personne\u{a0}: «\u{a0}décroché\u{a0}» peut inclure la messagerie. Une colonne de détection de répondeur, ou un statut «\u{a0}messagerie\u{a0}», le permettrait.",
        ),
        KpiId::AverageTalkTime => phrase(
            "No column holds the conversation time. A talk time in seconds or minutes would allow it.",
            "Aucune colonne ne donne la durée de communication. Une durée en secondes ou en minutes le permettrait.",
        ),
        KpiId::ConversionRate => phrase(
            "No column says whether the objective was reached. A result or tag column would allow it: tell us which words count.",
            "Aucune colonne ne dit si l’objectif a été atteint. Une colonne de résultat ou d’étiquette le permettrait\u{a0}: indiquez les mots qui comptent.",
        ),
    }
}

/// Why a figure is less than it looks.
pub const fn partial(partial: Partial) -> Phrase {
    match partial {
        Partial::BlockedUnknown => phrase(
            "Calls blocked by the network cannot be told apart here: the true rate may be higher.",
            "Les appels bloqués par le réseau ne se distinguent pas ici\u{a0}: le vrai taux peut être plus élevé.",
        ),
        Partial::HangUpsUnknown => phrase(
            "Calls hung up within seconds cannot be told here: the true rate may be higher.",
            "Les appels raccrochés en quelques secondes ne se voient pas ici\u{a0}: le vrai taux peut être plus élevé.",
        ),
        Partial::VoicemailInAnswered => {
            phrase("“Answered” may include voicemail.", "«\u{a0}Décroché\u{a0}» peut inclure la messagerie.")
        }
        Partial::UnclassifiedWords => phrase(
            "More than 1\u{202f}% of the calls carry a status that nobody has assigned yet.",
            "Plus de 1\u{a0}% des appels portent un statut que personne n’a encore classé.",
        ),
        Partial::SomeCallsUnknown => {
            phrase("Known for a part of the calls only.", "Connu pour une partie des appels seulement.")
        }
        Partial::MoreReportsThanCalls => phrase(
            "More reports than calls: a count, not a rate.",
            "Plus de signalements que d’appels\u{a0}: un nombre, pas un taux.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::words::Lang;

    const ZONES: [Zone; 4] = [Zone::Green, Zone::Amber, Zone::Red, Zone::Unknown];

    #[test]
    fn every_kpi_and_zone_has_its_words_in_both_languages() {
        for lang in Lang::ALL {
            for id in KpiId::ALL {
                assert!(!name(id).to(lang).is_empty() && !formula(id).to(lang).is_empty(), "{id:?}");
                assert!(!missing(id).to(lang).is_empty(), "{id:?}");
                for zone in ZONES {
                    assert!(sentence(id, zone).to(lang).ends_with('.'), "{id:?} {zone:?} {lang:?}");
                    assert!(action(id, zone).to(lang).ends_with('.'), "{id:?} {zone:?} {lang:?}");
                }
            }
        }
    }

    #[test]
    fn a_zone_that_is_not_certain_names_both() {
        let kpi = Kpi { zone: Zone::Amber, certain: false, ..Kpi::default() };
        assert_eq!(chip(Lang::En, KpiId::RejectionRate, &kpi, Some(Zone::Green)), "Watch or healthy");
        assert_eq!(chip(Lang::Fr, KpiId::RejectionRate, &kpi, Some(Zone::Green)), "À surveiller ou bon");
        let sure = Kpi { certain: true, ..kpi };
        assert_eq!(chip(Lang::En, KpiId::RejectionRate, &sure, Some(Zone::Green)), "Watch");
    }
}
