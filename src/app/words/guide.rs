//! The guide: playbooks, reading the figures, how often to look, training.

use super::{Lang, Phrase, phrase};
use crate::{
    kpi::KpiId,
    plan::{Cadence, Fresh, Freshness},
};

pub const HELP: Phrase = phrase(
    "What to do about each diagnosis, how to read the figures, and cases to practise on.",
    "Que faire devant chaque diagnostic, comment lire les chiffres, et des cas pour s’exercer.",
);
pub const PARTS: Phrase = phrase("Parts of the guide", "Parties du guide");
pub const PLAYBOOKS: Phrase = phrase("Playbooks", "Fiches réflexes");
pub const READING: Phrase = phrase("Reading the figures", "Lire les chiffres");
pub const TRAINING: Phrase = phrase("Training", "S’entraîner");

// Playbooks.
pub const OPEN_PLAYBOOK: Phrase = phrase("Open the playbook", "Ouvrir la fiche réflexe");
pub const FOUND_HERE: Phrase = phrase("Found in your files", "Trouvé dans vos fichiers");
pub const ALL_DIAGNOSES: Phrase = phrase("All diagnoses", "Tous les diagnostics");
pub const MEANS: Phrase = phrase("What it means", "Ce que cela veut dire");
pub const HABITS: Phrase = phrase(
    "Delays and volumes are habits of the trade, not rules that anyone publishes; the plan’s assumptions hold yours.",
    "Délais et volumes sont des usages du métier, non des règles publiées\u{202f}; les vôtres se règlent dans les hypothèses du plan.",
);

// Reading.
pub const SEVEN: Phrase = phrase("The seven figures", "Les sept chiffres");
pub const SEVEN_SUB: Phrase = phrase(
    "What each says, and what each colour asks for. The boundaries are those of your thresholds.",
    "Ce que dit chacun, et ce que demande chaque couleur. Les bornes sont celles de vos seuils.",
);
pub const SIGNS: Phrase = phrase("Warning signs", "Signaux d’alerte");
pub const SIGNS_SUB: Phrase =
    phrase("In the order in which they usually show.", "Dans l’ordre où ils apparaissent d’habitude.");
pub const LADDER: Phrase = phrase("Who is told what", "Qui prévenir, et de quoi");
pub const HABITS_TITLE: Phrase = phrase("Good practice", "Bonnes pratiques");
pub const TRACKING: Phrase = phrase("How often to look", "À quelle fréquence regarder");
pub const TRACKING_SUB: Phrase = phrase(
    "The recommended frequencies (HUHU, 3 February 2026), held against how fresh your files are.",
    "Les fréquences recommandées (HUHU, 3 février 2026), confrontées à la fraîcheur de vos fichiers.",
);
pub const FIGURE: Phrase = phrase("Figure", "Chiffre");
pub const LEAST: Phrase = phrase("At least", "Au moins");
pub const BEST: Phrase = phrase("At best", "Au mieux");
pub const YOURS: Phrase = phrase("Your files", "Vos fichiers");

// Freshness.
pub const FRESHNESS: Phrase = phrase("How fresh", "Fraîcheur");
pub const FRESH_SAMPLE: Phrase =
    phrase("A sample: held against its own last day.", "Un exemple\u{a0}: confronté à son propre dernier jour.");

pub const SIGN_LIST: [Phrase; 7] = [
    phrase(
        "One number answers less while the others on the same leads hold: the surest early sign.",
        "Un numéro obtient moins de décrochés alors que les autres tiennent sur le même fichier\u{a0}: le signe précoce le plus sûr.",
    ),
    phrase(
        "Refusals in the first rings go up: people see something on their screen.",
        "Les refus aux premières sonneries montent\u{a0}: les gens voient quelque chose à l’écran.",
    ),
    phrase(
        "Voicemail goes up, and comes after fewer rings.",
        "La messagerie augmente, et prend l’appel après moins de sonneries.",
    ),
    phrase(
        "Calls that are answered and hung up within three seconds multiply.",
        "Les appels décrochés puis raccrochés en moins de trois secondes se multiplient.",
    ),
    phrase(
        "Agents hear “you show as spam”: write it down each time, with number and day.",
        "Les agents entendent «\u{a0}vous vous affichez comme indésirable\u{a0}»\u{a0}: le noter chaque fois, avec numéro et jour.",
    ),
    phrase(
        "A score falls by ten points, or changes zone, while answers still hold.",
        "Un score perd dix points, ou change de zone, alors que le décroché tient encore.",
    ),
    phrase("Nobody calls back any more.", "Plus personne ne rappelle."),
];

pub const LADDER_LIST: [Phrase; 4] = [
    phrase(
        "Agent: says at once what people say about the number on their screen. Never changes number on their own.",
        "Agent\u{a0}: signale aussitôt ce que les gens disent du numéro affiché. Ne change jamais de numéro de lui-même.",
    ),
    phrase(
        "Supervisor, the same morning: reads the verdict, halves or stops, ticks it off, tells the team.",
        "Superviseur, le matin même\u{a0}: lit le verdict, ralentit ou arrête, coche, prévient l’équipe.",
    ),
    phrase(
        "Telecom admin, within a day: test calls, rotation, carrier ticket, review requests.",
        "Responsable télécom, sous un jour\u{a0}: appels test, rotation, ticket opérateur, demandes de réexamen.",
    ),
    phrase(
        "Management, when a second number falls, when numbers are missing, or when the cause lies in leads, script or volume.",
        "Direction, quand un second numéro tombe, quand il manque des numéros, ou quand la cause tient au fichier, au script ou au volume.",
    ),
];

pub const HABIT_LIST: [Phrase; 6] = [
    phrase(
        "Look each morning, five minutes: yesterday’s file, the verdict, one decision.",
        "Regarder chaque matin, cinq minutes\u{a0}: le fichier de la veille, le verdict, une décision.",
    ),
    phrase(
        "Keep every number under its cap and keep spares that are warm.",
        "Garder chaque numéro sous son plafond, et des numéros de réserve déjà montés en charge.",
    ),
    phrase(
        "One purpose per number: a number that sells and that recalls invoices is reported for both.",
        "Un seul usage par numéro\u{a0}: un numéro qui vend et qui relance des factures est signalé pour les deux.",
    ),
    phrase(
        "Few attempts per person, spread over days and hours; a refusal is final.",
        "Peu de tentatives par personne, étalées sur plusieurs jours et heures\u{202f}; un refus est définitif.",
    ),
    phrase(
        "Be reachable: an answered call-back, a clear message, a name.",
        "Être joignable\u{a0}: un rappel décroché, une annonce claire, un nom.",
    ),
    phrase(
        "Do not conclude from one day: at 50 calls a day, chance alone moves a healthy number by more than ten points several times a month.",
        "Ne pas conclure d’un seul jour\u{a0}: à 50 appels par jour, le hasard seul déplace un numéro sain de plus de dix points plusieurs fois par mois.",
    ),
];

/// What a figure tells, beyond its formula.
pub const fn tells(kpi: KpiId) -> Phrase {
    match kpi {
        KpiId::AnswerRate => phrase(
            "The first to move. Compare a number with the others of its campaign, not with last month: the day of the week, the list and the news move all alike.",
            "Le premier à bouger. Comparer un numéro aux autres de sa campagne, pas au mois dernier\u{a0}: le jour de la semaine, le fichier et l’actualité les déplacent tous ensemble.",
        ),
        KpiId::RejectionRate => phrase(
            "An act, where a missed call is an absence: someone saw the number and said no. It weighs more than not answering.",
            "Un acte, là où un appel manqué est une absence\u{a0}: quelqu’un a vu le numéro et a dit non. Cela pèse plus qu’un non-décroché.",
        ),
        KpiId::VoicemailRate => phrase(
            "Up for one number: filters. Up for all: the hours, the list or the dialer’s detection.",
            "En hausse pour un numéro\u{a0}: des filtres. Pour tous\u{a0}: les heures, le fichier ou la détection du composeur.",
        ),
        KpiId::AverageTalkTime => phrase(
            "Short together with few answers: people pick up, recognise, hang up. Short alone: the opening, or the list.",
            "Courte avec peu de décrochés\u{a0}: les gens décrochent, reconnaissent l’appel, raccrochent. Courte seule\u{a0}: l’accroche, ou le fichier.",
        ),
        KpiId::ConversionRate => phrase(
            "Steady while answers fall: you reach fewer, and they are the right ones. The numbers are to be mended, not the script.",
            "Stable alors que le décroché baisse\u{a0}: vous touchez moins de monde, et les bons. Ce sont les numéros qu’il faut soigner, pas le script.",
        ),
        KpiId::ReputationScore => phrase(
            "The opinion of one tool on one day. A fall by ten points is news; two tools that agree are proof.",
            "L’avis d’un outil un jour donné. Dix points de moins, c’est un fait à suivre\u{202f}; deux outils d’accord, c’est une preuve.",
        ),
        KpiId::SpamReportRate => phrase(
            "Rare and heavy: one report in fifty calls is already 2\u{202f}%. Look at the count beside the rate.",
            "Rare, mais lourd de sens\u{a0}: un signalement pour cinquante appels, c’est déjà 2\u{a0}%. Regarder leur nombre à côté du taux.",
        ),
    }
}

/// How often.
pub const fn cadence(cadence: Cadence) -> Phrase {
    match cadence {
        Cadence::RealTime => phrase("real time", "en temps réel"),
        Cadence::TwiceADay => phrase("twice a day", "2 fois par jour"),
        Cadence::Daily => phrase("daily", "chaque jour"),
        Cadence::Weekly => phrase("weekly", "chaque semaine"),
    }
}

/// Where a figure stands, in two or three words.
pub const fn fresh(state: Fresh) -> Phrase {
    match state {
        Fresh::Best => phrase("fresh", "frais"),
        Fresh::Enough => phrase("fresh enough", "assez frais"),
        Fresh::Behind => phrase("behind", "en retard"),
        Fresh::NotMeasured => phrase("not in these files", "absent de ces fichiers"),
    }
}

/// Why: the age, or the gaps.
pub fn because(lang: Lang, fresh: &Freshness, last: &str) -> String {
    let asked = cadence(fresh.tracking.least).to(lang);
    let Some(_) = fresh.last else {
        return phrase("asked for: {}", "attendu\u{a0}: {}").with(lang, &[&asked]);
    };
    let age = match fresh.missed {
        0 => phrase("up to {}", "jusqu’au {}").with(lang, &[&last]),
        missed => lang
            .plural_phrase(
                u64::from(missed),
                phrase("up to {}, {} working day missing", "jusqu’au {}, {} jour ouvré manque"),
                phrase("up to {}, {} working days missing", "jusqu’au {}, {} jours ouvrés manquent"),
            )
            .with(lang, &[&last, &missed]),
    };
    match fresh.every {
        Some(every) if every > 1.25 => {
            format!("{age}{}", phrase(", every {} days", ", tous les {} jours").with(lang, &[&lang.decimal(every, 1)]))
        }
        _ => age,
    }
}

// Training.
pub const TRAINING_HELP: Phrase = phrase(
    "A call centre that does not exist, without its verdict. Look at the figures, choose a diagnosis, see why.",
    "Un centre d’appels fictif, sans son verdict. Regarder les chiffres, choisir un diagnostic, voir pourquoi.",
);
pub const PREPARING: Phrase = phrase("Preparing the case…", "Préparation du cas…");
pub const CASE_FAILED: Phrase = phrase("The case could not be made.", "Le cas n’a pas pu être préparé.");
pub const START: Phrase = phrase("Start", "Commencer");
pub const YOUR_DIAGNOSIS: Phrase = phrase("Your diagnosis", "Votre diagnostic");
pub const NOTHING_WRONG: Phrase = phrase("Nothing is wrong", "Rien d’anormal");
pub const CHECK: Phrase = phrase("Check", "Vérifier");
pub const RIGHT: Phrase = phrase("Right.", "C’est juste.");
pub const NOT_RIGHT: Phrase = phrase("Not this time: {}.", "Pas cette fois\u{a0}: {}.");
pub const NEXT: Phrase = phrase("Next case", "Cas suivant");
pub const AGAIN: Phrase = phrase("Start over", "Recommencer");
pub const HEALTHY_WHY: Phrase = phrase(
    "The days go up and down, and all of it stays within what chance does at this volume. No number leaves the others. Knowing when to do nothing is half of the work.",
    "Les jours montent et descendent, et tout reste dans ce que fait le hasard à ce volume. Aucun numéro ne quitte les autres. Savoir ne rien faire, c’est la moitié du travail.",
);
pub const LOOK_AT: Phrase = phrase("The figures", "Les chiffres");
pub const DAY_BY_DAY: Phrase = phrase("The answer rate, day by day", "Le taux de décroché, jour par jour");

/// Which case.
pub fn case(lang: Lang, at: usize) -> String {
    phrase("Case {}", "Cas {}").with(lang, &[&at])
}

/// How many were right.
pub fn tally(lang: Lang, right: usize, done: usize) -> String {
    let one = phrase("{} right out of {}", "{} juste sur {}");
    lang.plural_phrase(right as u64, one, phrase("{} right out of {}", "{} justes sur {}")).with(lang, &[&right, &done])
}

/// That all cases are done.
pub fn done(lang: Lang, right: usize, of: usize) -> String {
    phrase("All cases done: {}.", "Tous les cas sont faits\u{a0}: {}.").with(lang, &[&tally(lang, right, of)])
}
