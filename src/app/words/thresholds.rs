//! The page of the thresholds.

use super::{Lang, Phrase, phrase};
use crate::{
    app::thresholds::{Field, Unit},
    model::{Objective, Preset},
};

pub const HELP: Phrase = phrase(
    "What counts as healthy, and when to alert you. A change shows everywhere at once and is kept in this browser.",
    "Ce qui est considéré comme bon, et quand vous alerter. Un changement se voit partout aussitôt et reste dans ce navigateur.",
);
pub const RESET: Phrase = phrase("Reset all thresholds", "Rétablir tous les seuils");
pub const SAVE: Phrase = phrase("Save settings (JSON)", "Enregistrer les réglages (JSON)");
pub const LOAD: Phrase = phrase("Load settings", "Charger des réglages");
pub const LOADED: Phrase = phrase("Settings loaded", "Réglages chargés");
pub const NOT_LOADED: Phrase = phrase(
    "This file holds no settings that Ringwell can use. Nothing was changed. {}",
    "Ce fichier ne contient pas de réglages utilisables par Ringwell. Rien n’a été modifié. {}",
);

pub const START_FROM: Phrase = phrase("Start from", "Partir de");
pub const ACCOUNT: Phrase = phrase("Your account", "Votre compte");
pub const ACCOUNT_HELP: Phrase = phrase(
    "The country completes national numbers, the time zone decides on which day a call falls. Both are read from the files again.",
    "Le pays complète les numéros nationaux, le fuseau décide du jour d’un appel. Les fichiers sont relus pour les deux.",
);
pub const OBJECTIVE: Phrase = phrase("What the calls are for", "Objectif des appels");
pub const NO_OBJECTIVE: Phrase = phrase("No particular objective", "Pas d’objectif particulier");
pub const COUNTRY: Phrase = phrase("Country of national numbers", "Pays des numéros nationaux");
pub const NO_COUNTRY: Phrase = phrase("None: as written", "Aucun : tels qu’écrits");
pub const ZONE: Phrase = phrase("Time zone", "Fuseau horaire");
pub const ZONE_OF_BROWSER: Phrase = phrase("This computer’s: {}", "Celui de cet ordinateur : {}");
pub const ZONE_UNKNOWN: Phrase = phrase("unknown", "inconnu");
pub const KPIS: Phrase = phrase("Zones of the key figures", "Zones des indicateurs");
pub const KPIS_HELP: Phrase =
    phrase("Between the two boundaries a figure is amber.", "Entre les deux bornes, un chiffre est orange.");
pub const ALERTS: Phrase = phrase("Limits of the alerts", "Limites des alertes");
pub const ALERTS_HELP: Phrase = phrase(
    "An alert fires past its limit. How far it can be trusted is judged apart: confirmed, probable, within noise.",
    "Une alerte se déclenche au-delà de sa limite. Sa solidité est jugée à part : confirmée, probable, dans le bruit.",
);
pub const NOW: Phrase = phrase("With these thresholds", "Avec ces seuils");

pub const ANSWER_RATE: Phrase = phrase("Answer rate", "Taux de décroché");
pub const ANSWER_RATE_HELP: Phrase =
    phrase("Answered calls out of all calls.", "Appels décrochés sur tous les appels.");
pub const SPAM_REPORTS: Phrase = phrase("Spam reports", "Taux de signalement");
pub const SPAM_REPORTS_HELP: Phrase =
    phrase("Reports per hundred calls, over 28 days.", "Signalements pour cent appels, sur 28 jours.");
pub const SCORE: Phrase = phrase("Reputation score", "Score de réputation");
pub const SCORE_HELP: Phrase = phrase("From 0 to 100; 100 is best.", "De 0 à 100 ; 100 est le meilleur.");
pub const REJECTION: Phrase = phrase("Rejection rate", "Taux de rejet");
pub const REJECTION_HELP: Phrase =
    phrase("Declined, blocked, and hung up within seconds.", "Refusés, bloqués, et raccrochés en quelques secondes.");
pub const VOICEMAIL: Phrase = phrase("Voicemail", "Messagerie");
pub const VOICEMAIL_HELP: Phrase = phrase("Calls that met a machine.", "Appels tombés sur une messagerie.");
pub const TALK: Phrase = phrase("Talk time", "Durée de communication");
pub const TALK_HELP: Phrase = phrase("The mean of answered calls.", "La moyenne des appels décrochés.");
pub const VOLUME: Phrase = phrase("Calls a day from one number", "Appels par jour d’un numéro");
pub const VOLUME_HELP: Phrase = phrase("How hard a number is worked.", "À quel point un numéro est sollicité.");

pub const FALLS: Phrase = phrase("Falls of the answer rate", "Baisses du taux de décroché");
pub const FALLS_HELP: Phrase =
    phrase("In points: from 40 to 30\u{202f}% is 10.", "En points : de 40 à 30 %, c’est 10.");
pub const LIMITS: Phrase = phrase("Single limits", "Limites simples");
pub const LIMITS_HELP: Phrase = phrase(
    "Reports over 28 days, voicemail and rejections over 7, calls in one day.",
    "Signalements sur 28 jours, messagerie et rejets sur 7, appels en un jour.",
);
pub const SHORT_TALK: Phrase = phrase("Short talk and few answers", "Communications courtes et peu de décrochés");
pub const SHORT_TALK_HELP: Phrase = phrase("Both together over 7 days.", "Les deux ensemble, sur 7 jours.");
pub const ENOUGH: Phrase = phrase("Enough calls to judge", "Assez d’appels pour juger");
pub const ENOUGH_HELP: Phrase = phrase("Below these, nothing is said.", "En dessous, rien n’est dit.");

pub const RED_BELOW: Phrase = phrase("Red below", "Rouge en dessous de");
pub const RED_ABOVE: Phrase = phrase("Red above", "Rouge au-dessus de");
pub const RED_OVER: Phrase = phrase("Red over", "Rouge au-delà de");
pub const GREEN_ABOVE: Phrase = phrase("Green above", "Vert au-dessus de");
pub const GREEN_BELOW: Phrase = phrase("Green below", "Vert en dessous de");
pub const GREEN_FROM: Phrase = phrase("Green from", "Vert à partir de");
pub const GREEN_UP_TO: Phrase = phrase("Green up to", "Vert jusqu’à");
pub const COUNTS_FOR: Phrase = phrase("A reading counts for", "Un relevé compte pendant");
pub const HANG_UP_UNDER: Phrase = phrase("A hang-up is under", "Raccroché en moins de");
pub const SHORT_UNDER: Phrase = phrase("Short under", "Courte en dessous de");
pub const DROP_24H: Phrase = phrase("From one day to the next", "D’un jour à l’autre");
pub const DROP_WEEK: Phrase = phrase("From one week to the next", "D’une semaine à l’autre");
pub const SCORE_UNDER: Phrase = phrase("Score under", "Score en dessous de");
pub const SPAM_OVER: Phrase = phrase("Spam reports over", "Signalements au-dessus de");
pub const VOICEMAIL_OVER: Phrase = phrase("Voicemail over", "Messagerie au-dessus de");
pub const REJECTION_OVER: Phrase = phrase("Rejections over", "Rejets au-dessus de");
pub const CALLS_OVER: Phrase = phrase("Calls a day over", "Appels par jour au-delà de");
pub const TALK_UNDER: Phrase = phrase("Talk under", "Communication en dessous de");
pub const ANSWERS_UNDER: Phrase = phrase("and answers under", "et décrochés en dessous de");
pub const WEEK_CALLS: Phrase = phrase("Calls that a 7-day alert needs", "Appels nécessaires à une alerte sur 7 jours");
pub const DAY_CALLS: Phrase = phrase("Calls that make a day count", "Appels pour qu’un jour compte");

pub const AT_ODDS: Phrase = phrase(
    "The two boundaries would cross. The last good value is kept.",
    "Les deux bornes se croiseraient. La dernière bonne valeur est gardée.",
);

/// A preset.
pub const fn preset(preset: Preset) -> (Phrase, Phrase) {
    match preset {
        Preset::Article => (
            phrase("General figures", "Chiffres généraux"),
            phrase("The usual figures of outbound calling.", "Les chiffres usuels de l’appel sortant."),
        ),
        Preset::B2cCold => (
            phrase("Cold calls to consumers", "Prospection de particuliers"),
            phrase("Fewer answers and more refusals are normal.", "Moins de décrochés et plus de refus sont normaux."),
        ),
        Preset::B2b => (
            phrase("Calls to businesses", "Appels aux entreprises"),
            phrase("Switchboards and voicemail are common.", "Standards et messageries sont fréquents."),
        ),
    }
}

/// An objective, with the talk time that goes with it.
pub const fn objective(objective: Objective) -> Phrase {
    match objective {
        Objective::Appointment => phrase("Appointments: 2 to 4 minutes", "Prise de rendez-vous : 2 à 4 minutes"),
        Objective::Qualification => phrase("Qualification: 3 to 6 minutes", "Qualification : 3 à 6 minutes"),
        Objective::DirectSales => phrase("Direct sales: 5 to 15 minutes", "Vente directe : 5 à 15 minutes"),
    }
}

/// A unit, after its figure.
pub const fn unit(unit: Unit) -> Phrase {
    match unit {
        Unit::Percent => phrase("%", "%"),
        Unit::Points => phrase("points", "points"),
        Unit::Secs => phrase("s", "s"),
        Unit::Days => phrase("days", "jours"),
        Unit::Calls => phrase("calls", "appels"),
    }
}

/// Why a value is not taken: the range of the field.
pub fn out_of_range(lang: Lang, field: &Field) -> String {
    let (low, high) = (lang.decimal(field.range.0, 0), lang.decimal(field.range.1, 0));
    let unit = unit(field.unit).to(lang);
    phrase("From {} to {} {}. The last good value is kept.", "De {} à {} {}. La dernière bonne valeur est gardée.")
        .with(lang, &[&low, &high, &unit])
}

/// What the thresholds make of the numbers.
pub fn effect(lang: Lang, [act, watch, well, unknown]: [usize; 4], alerts: usize) -> String {
    phrase(
        "{} to act on, {} to watch, {} ring well, {} with too few calls. Alerts standing on the last day: {}.",
        "{} à traiter, {} à surveiller, {} sonnent bien, {} avec trop peu d’appels. Alertes en cours le dernier jour : {}.",
    )
    .with(lang, &[&act, &watch, &well, &unknown, &alerts])
}
