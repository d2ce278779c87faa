//! Nothing happened to the numbers: the files count otherwise, or the dialer was set otherwise.

use super::{NO_REST, Playbook, phrase};

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
