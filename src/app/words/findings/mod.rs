//! The findings in words: what happened, and who is concerned. `evidence` says each piece of evidence as a sentence, and
//! which column would allow what could not be checked; `steps` says what to do, and what would confirm it or rule it out.

mod evidence;
mod steps;

pub use self::{
    evidence::{about, brief, evidence, signal, unchecked},
    steps::{action, check},
};

use super::{Lang, Phrase, files, phrase};
use crate::{
    app::format,
    diagnose::Diagnosis,
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
        Diagnosis::Schedule => phrase("The hours of the calls", "Les horaires d’appel"),
        Diagnosis::OverRecycledLeads => {
            phrase("The same leads, again and again", "Les mêmes prospects, encore et encore")
        }
        Diagnosis::OtherLines => phrase("Another kind of phone is called", "D’autres types de téléphones appelés"),
        Diagnosis::Saturation => phrase("Answers wear away slowly", "Le décroché s’use lentement"),
        Diagnosis::AgentOrScript => phrase("One agent, or the script", "Un agent, ou le script"),
        Diagnosis::ComplaintCluster => phrase("Several people reported it", "Plusieurs signalements"),
        Diagnosis::DormantReuse => phrase("Used a lot after a long rest", "Très sollicité après une longue pause"),
        Diagnosis::TechnicallyBlocked => phrase("Blocked on the way", "Bloqué en chemin"),
        Diagnosis::OverloadSpiral => phrase("Too few numbers left", "Trop peu de numéros en service"),
        Diagnosis::LabelGap => phrase("Flagged, and answered less", "Signalés, et moins décrochés"),
        Diagnosis::CarrierChange => {
            phrase("A change at a carrier, or in phones", "Changement chez un opérateur ou sur les mobiles")
        }
        Diagnosis::UnevenNumbers => phrase("Far below the others", "Loin derrière les autres"),
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
            "Probably filtered: calls end or go to voicemail unseen",
            "Probablement filtré\u{a0}: les appels n’arrivent pas ou partent en messagerie",
        ),
        Diagnosis::EarlyLabel => {
            phrase("Falls alone: likely a first label", "Baisse seul\u{a0}: sans doute une première étiquette")
        }
        Diagnosis::Degrading => {
            phrase("Degrading: the score falls, answers hold", "Se dégrade\u{a0}: le score baisse, le décroché tient")
        }
        Diagnosis::Contamination => phrase(
            "Its numbers fall one after the other: what reached the first seems to reach the next",
            "Ses numéros tombent l’un après l’autre\u{a0}: ce qui a atteint le premier semble atteindre le suivant",
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
            "Answers fell as a whole: an outside cause, or the list",
            "Le décroché a baissé dans son ensemble\u{a0}: une cause extérieure, ou le fichier",
        ),
        Diagnosis::Schedule => phrase(
            "The hours explain it: calls are made when fewer people answer",
            "Les horaires l’expliquent\u{a0}: on appelle quand moins de gens décrochent",
        ),
        Diagnosis::OverRecycledLeads => phrase(
            "The same people are called too often: first attempts do as well as ever",
            "Les mêmes personnes sont trop rappelées\u{a0}: les premières tentatives tiennent",
        ),
        Diagnosis::OtherLines => phrase(
            "The phones called explain it: another share of mobiles and landlines, or the landlines alone",
            "Les téléphones appelés l’expliquent\u{a0}: une autre part de mobiles et de fixes, ou les fixes seuls",
        ),
        Diagnosis::Saturation => phrase(
            "Fewer answer week after week, everywhere: the same market is called too often",
            "Moins de gens décrochent semaine après semaine, partout\u{a0}: le même marché est trop appelé",
        ),
        Diagnosis::AgentOrScript => phrase(
            "One agent does far worse than colleagues on the same numbers",
            "Un agent fait bien moins que ses collègues sur les mêmes numéros",
        ),
        Diagnosis::ComplaintCluster => phrase(
            "Several people reported this number; the others still answer",
            "Plusieurs personnes ont signalé ce numéro\u{202f}; les autres décrochent encore",
        ),
        Diagnosis::DormantReuse => phrase(
            "It fell after a long rest that ended with many calls",
            "Il a baissé après une longue pause suivie de nombreux appels",
        ),
        Diagnosis::TechnicallyBlocked => phrase(
            "Its calls reach hardly anyone: probably blocked on the way",
            "Ses appels n’atteignent presque personne\u{a0}: sans doute bloqués en chemin",
        ),
        Diagnosis::OverloadSpiral => phrase(
            "Some numbers stopped, the others took their calls, and now they fall too",
            "Des numéros se sont arrêtés, les autres ont pris leurs appels, et baissent à leur tour",
        ),
        Diagnosis::LabelGap => phrase(
            "Flagged numbers are answered less than the others of their pool",
            "Les numéros signalés sont moins décrochés que les autres de leur groupe",
        ),
        Diagnosis::CarrierChange => phrase(
            "All fall alike and it lasts: probably a change at a carrier or in phones",
            "Tous baissent ensemble, et cela dure\u{a0}: sans doute un changement chez un opérateur ou sur les mobiles",
        ),
        Diagnosis::UnevenNumbers => phrase(
            "Over four weeks, one or a few numbers are answered far less than the others",
            "Sur quatre semaines, un ou quelques numéros sont bien moins décrochés que les autres",
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
            "Filters probably stop its calls before the phone rings: they go to voicemail, or end. Without a score this cannot be certain.",
            "Des filtres arrêtent sans doute ses appels avant toute sonnerie\u{a0}: ils partent en messagerie, ou sont coupés. Sans score, on ne peut en être certain.",
        ),
        Diagnosis::EarlyLabel => phrase(
            "The others of its pool hold, so a list that they share is not the cause. When one number falls alone, it is most often its reputation.",
            "Les autres de son groupe tiennent\u{a0}: un fichier commun n’est pas en cause. Quand un seul numéro baisse, c’est le plus souvent une affaire de réputation.",
        ),
        Diagnosis::Degrading => phrase(
            "Its reputation wears while people still pick up. This is the time to act, before it is filtered.",
            "Sa réputation s’use alors que les gens décrochent encore. C’est le moment d’agir, avant le filtrage.",
        ),
        Diagnosis::Contamination => phrase(
            "Where the calls of each labelled number move to the next, the complaints move with them. Others may follow.",
            "Quand les appels de chaque numéro étiqueté passent au suivant, les plaintes passent avec eux. D’autres pourraient suivre.",
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
        Diagnosis::Schedule => phrase(
            "Compared hour with hour, or weekday with weekday, most of the fall disappears. The numbers are not to blame.",
            "En comparant heure par heure, ou jour par jour, l’essentiel de la baisse disparaît. Les numéros n’y sont pour rien.",
        ),
        Diagnosis::OverRecycledLeads => phrase(
            "Whoever has not answered twice seldom answers the third call, and each further one makes a complaint likelier. The numbers are not to blame.",
            "Qui n’a pas répondu deux fois répond rarement à la troisième, et chaque appel de plus rapproche d’une plainte. Les numéros n’y sont pour rien.",
        ),
        Diagnosis::OtherLines => phrase(
            "Labels show on mobiles. A fall that comes from which phones are called, or that landlines alone have, is the list’s or the route’s.",
            "Les étiquettes s’affichent sur les mobiles. Une baisse qui vient des téléphones appelés, ou que seuls les fixes connaissent, tient au fichier ou à la route.",
        ),
        Diagnosis::Saturation => phrase(
            "Nothing happened on a certain day. People who know these calls answer less and less: the list is tired, or the name is.",
            "Rien ne s’est passé un jour précis. Les gens qui connaissent ces appels décrochent de moins en moins\u{a0}: le fichier est usé, ou le nom.",
        ),
        Diagnosis::AgentOrScript => phrase(
            "What a single agent does, the numbers pay for: people who hang up at once report more. Listen before concluding.",
            "Ce que fait un seul agent, les numéros le paient\u{a0}: qui raccroche aussitôt signale davantage. Écoutez avant de conclure.",
        ),
        Diagnosis::ComplaintCluster => phrase(
            "Reports come before the label. This is the time to find the calls that caused them.",
            "Les signalements précèdent l’étiquette. C’est le moment de retrouver les appels qui les ont causés.",
        ),
        Diagnosis::DormantReuse => phrase(
            "A number that was silent for a month is a new one to operators: it needs to be warmed up again.",
            "Un numéro muet pendant un mois est neuf aux yeux des opérateurs\u{a0}: il faut le monter en charge peu à peu.",
        ),
        Diagnosis::TechnicallyBlocked => phrase(
            "Behind a label somebody still answers, and a filter hands calls to voicemail. Where neither happens, the calls probably end before the phone: a carrier, a missing authentication, a route.",
            "Même étiqueté, un numéro est parfois décroché, et un filtre envoie en messagerie. Si rien de tout cela n’arrive, les appels s’arrêtent sans doute avant le téléphone\u{a0}: opérateur, authentification absente, route.",
        ),
        Diagnosis::OverloadSpiral => phrase(
            "Resting numbers without others to take over loads those that are left, and heavy load is what wears numbers. That it fell after the load grew does not prove that it fell because of it.",
            "Mettre des numéros au repos sans relève charge ceux qui restent, et la charge use les numéros. Que la baisse suive la charge ne prouve pas qu’elle en vienne.",
        ),
        Diagnosis::LabelGap => phrase(
            "The gap is wider than the other numbers lie apart among themselves: it is probably what the label costs.",
            "L’écart dépasse celui des autres numéros entre eux\u{a0}: c’est sans doute le prix de l’étiquette.",
        ),
        Diagnosis::CarrierChange => phrase(
            "A holiday passes in a day or two, and a list falls on mobiles and landlines alike. This one lasts and looks like a label on all numbers, or on the name.",
            "Un jour férié passe en un jour ou deux, et un fichier baisse sur mobiles comme sur fixes. Cette baisse dure et ressemble à une étiquette sur tous les numéros, ou sur le nom.",
        ),
        Diagnosis::UnevenNumbers => phrase(
            "Numbers always differ, but this goes beyond it. It may be an older label that no file has seen begin; it may be other leads or hours.",
            "Les numéros diffèrent toujours, mais pas à ce point. C’est peut-être une étiquette ancienne, née avant ces fichiers\u{202f}; peut-être d’autres contacts ou d’autres horaires.",
        ),
    }
}

/// A source of readings, by the name that its users know.
pub fn source(lang: Lang, id: &str) -> String {
    match id {
        "manual" => phrase("manual entry", "saisie manuelle").to(lang),
        other => files::system(other).unwrap_or(other),
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
    use crate::{
        diagnose::{Action, ActionId, Check, Evidence, Signal},
        model::Day,
    };

    const SIGNALS: [Signal; 40] = [
        Signal::Reached,
        Signal::CallsPerNumber,
        Signal::NumbersStopped,
        Signal::FlagGap,
        Signal::Spread,
        Signal::LowestNumbers,
        Signal::Carrier,
        Signal::LikeForLike,
        Signal::ClassShare,
        Signal::ClassRate,
        Signal::OtherClasses,
        Signal::Trend,
        Signal::Hours,
        Signal::Attempts,
        Signal::AgentHangUps,
        Signal::AgentConversions,
        Signal::IdleDays,
        Signal::NumbersDown,
        Signal::ScoresDown,
        Signal::VoicemailOfUnanswered,
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
    const ACTIONS: [ActionId; 24] = [
        ActionId::AddCapacity,
        ActionId::RestFlagged,
        ActionId::LookAtLowest,
        ActionId::RegisterName,
        ActionId::MoveSlots,
        ActionId::CapAttempts,
        ActionId::NewLeads,
        ActionId::Coach,
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
    const CHECKS: [Check; 27] = [
        Check::LighterLoadRecovers,
        Check::UnloadedFallToo,
        Check::SameLeadsAlike,
        Check::CodesRefuse,
        Check::OtherHoursHold,
        Check::AllHoursFall,
        Check::FirstAttemptsHold,
        Check::FirstAttemptsFallToo,
        Check::FreshLeadsDoWell,
        Check::SameAgentElsewhere,
        Check::ColleaguesAlike,
        Check::Spoofed,
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
            about: full.map(|_| "12-14".to_owned()),
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
