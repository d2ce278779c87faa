//! Causes that are not the number's: outside, the list, the files, the dialer, the route, the conversation.

use super::{Phrase, Playbook, phrase};

const NO_REST: &[Phrase] = &[phrase(
    "Nothing to rest: the numbers are not at fault. Resting them now would load the others for nothing.",
    "Rien à mettre au repos\u{a0}: les numéros ne sont pas en cause. Les arrêter chargerait les autres pour rien.",
)];

/// All fell alike.
pub const EXTERNAL_OR_LIST: Playbook = Playbook {
    today: &[
        phrase("Change nothing about the numbers for 48 hours.", "Ne rien changer aux numéros pendant 48 heures."),
        phrase(
            "Look at the calendar: public or school holidays, a strike, the weather, an event that everybody watched.",
            "Regarder le calendrier\u{a0}: jour férié, vacances scolaires, grève, météo, événement que tout le monde a suivi.",
        ),
        phrase(
            "Look at the leads: since when this list, from whom, how old, how many numbers that do not exist.",
            "Regarder le fichier\u{a0}: depuis quand, de qui, de quel âge, combien de numéros inexistants.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: tell the team that it is not them, and not the numbers.",
            "Aujourd’hui\u{a0}: dire à l’équipe que ce n’est ni elle, ni les numéros.",
        ),
        phrase(
            "After 48 hours, if nothing has come back: whoever buys the leads; after three working days: your carrier.",
            "Après 48 heures, si rien n’est revenu\u{a0}: l’acheteur du fichier\u{202f}; après trois jours ouvrés\u{a0}: votre opérateur.",
        ),
    ],
    recover: &[
        phrase(
            "Put one fresh number on the same leads: if it falls at once, it is the list.",
            "Mettre un numéro neuf sur le même fichier\u{a0}: s’il baisse aussitôt, c’est le fichier.",
        ),
        phrase(
            "Put the old numbers on last month’s leads for a day: if answers are back, it is the list.",
            "Remettre les anciens numéros sur le fichier du mois dernier pendant une journée\u{a0}: si le décroché revient, c’est le fichier.",
        ),
        phrase(
            "If neither: a change at a carrier or in phones. The ranges then tell more than the numbers.",
            "Si ni l’un ni l’autre\u{a0}: un changement chez un opérateur ou dans les téléphones. Les tranches en disent alors plus que les numéros.",
        ),
    ],
    rest: NO_REST,
    practice: &[
        phrase(
            "Keep one number out of rotation on a steady list: it is your witness.",
            "Garder un numéro hors rotation sur un fichier stable\u{a0}: c’est votre témoin.",
        ),
        phrase(
            "Mark holidays and new lists where the team sees them, before they are in the figures.",
            "Noter jours fériés et nouveaux fichiers là où l’équipe les voit, avant qu’ils ne soient dans les chiffres.",
        ),
    ],
};

/// The files changed.
pub const DATA_ARTEFACT: Playbook = Playbook {
    today: &[
        phrase(
            "Change nothing about the calls: it is the counting that has changed.",
            "Ne rien changer aux appels\u{a0}: c’est le comptage qui a changé.",
        ),
        phrase(
            "Export both periods again, the same way, with a column that tells voicemail apart.",
            "Exporter à nouveau les deux périodes, de la même façon, avec une colonne qui distingue la messagerie.",
        ),
    ],
    escalate: &[
        phrase("Today: whoever makes the export.", "Aujourd’hui\u{a0}: la personne qui produit l’export."),
        phrase(
            "If the phone system itself has changed its words: its support, with one row of each kind.",
            "Si le système téléphonique a changé ses mots\u{a0}: son support, avec une ligne de chaque sorte.",
        ),
    ],
    recover: &[
        phrase(
            "Compare one day exported both ways: the difference is the size of the artefact.",
            "Comparer un même jour exporté des deux façons\u{a0}: l’écart donne la taille de l’artefact.",
        ),
        phrase(
            "Judge trends from the new definition on, not across it.",
            "Juger les tendances à partir de la nouvelle définition, pas à travers elle.",
        ),
    ],
    rest: NO_REST,
    practice: &[
        phrase(
            "Save the export’s settings under a name and use only those.",
            "Enregistrer les réglages de l’export sous un nom et n’utiliser que ceux-là.",
        ),
        phrase(
            "Let files overlap by a day: the same day in both must give the same counts.",
            "Faire se chevaucher les fichiers d’un jour\u{a0}: le même jour doit donner les mêmes comptes.",
        ),
    ],
};

/// Voicemail and calls that ring out trade places.
pub const DETECTION_OR_TIMEOUT: Playbook = Playbook {
    today: &[
        phrase(
            "Ask who changed ringing time or machine detection that day, and why.",
            "Demander qui a changé la durée de sonnerie ou la détection de répondeur ce jour-là, et pourquoi.",
        ),
        phrase(
            "Listen to ten calls marked as machine: how many were people is the whole question.",
            "Écouter dix appels marqués répondeur\u{a0}: combien étaient des personnes, c’est toute la question.",
        ),
    ],
    escalate: &[
        phrase("Today: whoever sets the dialer.", "Aujourd’hui\u{a0}: la personne qui règle le composeur."),
        phrase(
            "If nobody has touched it: the dialer’s support, with the day and ten calls.",
            "Si personne n’y a touché\u{a0}: le support du composeur, avec le jour et dix appels.",
        ),
    ],
    recover: &[
        phrase(
            "Go back to the former setting for one day and compare.",
            "Revenir à l’ancien réglage pendant un jour et comparer.",
        ),
        phrase(
            "Let it ring for 20 seconds or more: a shorter time turns answers into missed calls.",
            "Laisser sonner 20 secondes ou plus\u{a0}: en dessous, des décrochés deviennent des appels manqués.",
        ),
    ],
    rest: NO_REST,
    practice: &[
        phrase(
            "Change one setting at a time, on one campaign, for a week.",
            "Changer un réglage à la fois, sur une campagne, pendant une semaine.",
        ),
        phrase(
            "Detection that cuts people off brings reports: rather let a machine through than a person go.",
            "Une détection qui coupe des personnes attire les signalements\u{a0}: mieux vaut laisser passer une machine que perdre une personne.",
        ),
    ],
};

/// More calls to numbers that do not exist.
pub const DEAD_NUMBERS: Playbook = Playbook {
    today: &[
        phrase(
            "Stop the list that brings them, and sort out the numbers that do not exist.",
            "Arrêter le fichier qui les apporte, et en retirer les numéros inexistants.",
        ),
        phrase(
            "Compare the share of dead numbers by source and age of the leads.",
            "Comparer la part de numéros morts par source et par âge du fichier.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: whoever buys or builds the list.",
            "Aujourd’hui\u{a0}: la personne qui achète ou constitue le fichier.",
        ),
        phrase(
            "The supplier, with the share of dead numbers: many contracts give a credit for them.",
            "Le fournisseur, avec la part de numéros morts\u{a0}: beaucoup de contrats prévoient un avoir.",
        ),
    ],
    recover: &[
        phrase(
            "Call the cleaned list for two days: the answer rate must come back by itself.",
            "Appeler le fichier nettoyé pendant deux jours\u{a0}: le taux de décroché doit revenir de lui-même.",
        ),
        phrase(
            "If it does not, the numbers have suffered meanwhile: look at each of them.",
            "Sinon, les numéros ont souffert entre-temps\u{a0}: les regarder un à un.",
        ),
    ],
    rest: NO_REST,
    practice: &[
        phrase(
            "Check the format and the existence of numbers before the first call, not by calling.",
            "Vérifier le format et l’existence des numéros avant le premier appel, pas en appelant.",
        ),
        phrase(
            "Take a number out after its first “does not exist”.",
            "Retirer un numéro dès son premier «\u{a0}n’existe pas\u{a0}».",
        ),
    ],
};

/// Calls that are not placed.
pub const ROUTE_FAULT: Playbook = Playbook {
    today: &[
        phrase(
            "Make a test call from each number and each route, and note the code.",
            "Faire un appel test avec chaque numéro et chaque route, et noter le code.",
        ),
        phrase(
            "Switch to the other route or carrier if you have one.",
            "Passer sur l’autre route ou l’autre opérateur si vous en avez un.",
        ),
    ],
    escalate: &[
        phrase(
            "Now: the carrier, with times, numbers and codes of ten calls.",
            "Tout de suite\u{a0}: l’opérateur, avec heure, numéro et code de dix appels.",
        ),
        phrase(
            "Ask whether the calls are authenticated (MAN in France, STIR/SHAKEN in North America) and whether your numbers are declared as yours.",
            "Demander si les appels sont authentifiés (MAN en France, STIR/SHAKEN en Amérique du Nord) et si vos numéros sont bien déclarés comme vôtres.",
        ),
        phrase(
            "If it lasts more than a day: management, since every call of that route is lost.",
            "Au-delà d’un jour\u{a0}: direction, car chaque appel de cette route est perdu.",
        ),
    ],
    recover: &[
        phrase(
            "When the carrier says it is mended, watch the failed calls for two days.",
            "Quand l’opérateur l’annonce réparé, surveiller les appels échoués pendant deux jours.",
        ),
        phrase(
            "Call those again who were not reached because of it, within the rules on attempts.",
            "Rappeler les personnes manquées à cause de cela, dans la limite des tentatives permises.",
        ),
    ],
    rest: NO_REST,
    practice: &[
        phrase(
            "Keep a second route that carries some calls each day.",
            "Garder une seconde route qui porte quelques appels chaque jour.",
        ),
        phrase(
            "Have the export carry the SIP code or the cause: without it, a fault looks like people who do not answer.",
            "Faire porter le code SIP ou la cause par l’export\u{a0}: sans lui, une panne ressemble à des gens qui ne décrochent pas.",
        ),
    ],
};

/// As many answer, fewer say yes.
pub const OFFER_OR_SCRIPT: Playbook = Playbook {
    today: &[
        phrase(
            "Leave the numbers as they are: they reach as many people as before.",
            "Laisser les numéros tels quels\u{a0}: ils touchent autant de monde qu’avant.",
        ),
        phrase(
            "Listen to twenty calls of before and twenty of now: opening, objection, price.",
            "Écouter vingt appels d’avant et vingt de maintenant\u{a0}: accroche, objection, prix.",
        ),
        phrase(
            "Compare by agent and by list on the Plan page: one of the two may carry it all.",
            "Comparer par agent et par fichier sur la page Plan\u{a0}: l’un des deux porte peut-être tout.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: sales coaching, with the recordings.",
            "Aujourd’hui\u{a0}: l’encadrement commercial, avec les enregistrements.",
        ),
        phrase(
            "After a week: whoever decides on offer and list.",
            "Après une semaine\u{a0}: la personne qui décide de l’offre et du fichier.",
        ),
    ],
    recover: &[
        phrase(
            "Go back to the former script with two agents for two days and compare.",
            "Revenir à l’ancien script avec deux agents pendant deux jours et comparer.",
        ),
        phrase(
            "Judge by conversions per answered call, never by conversions per call.",
            "Juger par transformations sur appels décrochés, jamais sur appels passés.",
        ),
    ],
    rest: NO_REST,
    practice: &[
        phrase(
            "Change script, offer and list one after the other, a week apart.",
            "Changer script, offre et fichier l’un après l’autre, à une semaine d’écart.",
        ),
        phrase(
            "A promise that brings a yes today and a report tomorrow costs the number.",
            "Une promesse qui rapporte un oui aujourd’hui et un signalement demain coûte le numéro.",
        ),
    ],
};
