//! The way to the phone: routes, carriers, what phones themselves do.

use super::{NO_REST, Playbook, phrase};

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

/// Hardly a call of a number arrives.
pub const TECHNICALLY_BLOCKED: Playbook = Playbook {
    today: &[
        phrase(
            "Call your own mobiles from it, one on each of three networks, and note what is heard and which code comes back.",
            "Appeler vos propres mobiles avec ce numéro, un par réseau sur trois réseaux, et noter ce qu’on entend et le code reçu.",
        ),
        phrase(
            "Take it out of the dialer: each call that ends on the way is lost, and repeats the pattern that blocked it.",
            "Le retirer du composeur\u{a0}: chaque appel arrêté en chemin est perdu, et répète ce qui l’a fait bloquer.",
        ),
        phrase(
            "Look whether it is still yours and still set up: a number given back, or not declared on the trunk, looks the same.",
            "Vérifier qu’il est toujours à vous et bien configuré\u{a0}: un numéro rendu, ou non déclaré sur le trunk, donne la même chose.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: the carrier, with times, called numbers and codes of ten calls, and the question who refused them.",
            "Aujourd’hui\u{a0}: l’opérateur, avec heure, numéro appelé et code de dix appels, et la question de qui les a refusés.",
        ),
        phrase(
            "Ask whether the calls are authenticated (MAN in France, STIR/SHAKEN in North America) for this very number.",
            "Demander si les appels sont authentifiés (MAN en France, STIR/SHAKEN en Amérique du Nord) pour ce numéro précis.",
        ),
        phrase(
            "If a second number goes silent: management, since the account or the range is then concerned.",
            "Si un second numéro se tait\u{a0}: direction, car le compte ou la tranche est alors en cause.",
        ),
    ],
    recover: &[
        phrase(
            "When the carrier says that it is mended, make ten calls by hand before the dialer has it back.",
            "Quand l’opérateur l’annonce réparé, passer dix appels à la main avant de le rendre au composeur.",
        ),
        phrase(
            "If test calls ring normally, look at the file: calls that were never dialled may be exported as calls.",
            "Si les appels test sonnent normalement, regarder le fichier\u{a0}: des appels jamais composés sont peut-être exportés comme des appels.",
        ),
    ],
    rest: &[phrase(
        "Rest does not mend a block on the way. Once it rings again, start at about 30 calls a day.",
        "Le repos ne répare pas un blocage en chemin. Dès qu’il sonne à nouveau, reprendre vers 30 appels par jour.",
    )],
    practice: &[
        phrase(
            "Make one test call a week from each number: silence is then seen within days.",
            "Faire un appel test par semaine avec chaque numéro\u{a0}: un silence se voit alors en quelques jours.",
        ),
        phrase(
            "Have the export carry the SIP code or the cause: it says at once who refused.",
            "Faire porter le code SIP ou la cause par l’export\u{a0}: il dit aussitôt qui a refusé.",
        ),
    ],
};

/// All fall, and it looks like a label on all.
pub const CARRIER_CHANGE: Playbook = Playbook {
    today: &[
        phrase(
            "Call a mobile on each of three networks from three numbers, and photograph the screens: which network, which words.",
            "Appeler un mobile sur chacun de trois réseaux avec trois numéros, et photographier les écrans\u{a0}: quel réseau, quels mots.",
        ),
        phrase(
            "Ask whether anything was changed that day at home: machine detection, ringing time, the name or number shown.",
            "Demander si quelque chose a changé ce jour-là chez vous\u{a0}: détection de répondeur, durée de sonnerie, nom ou numéro présenté.",
        ),
        phrase(
            "Do not replace numbers: new ones would fall as well if the whole account is concerned.",
            "Ne pas remplacer les numéros\u{a0}: les nouveaux baisseraient aussi si tout le compte est concerné.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: your carrier, with the day it began, and the question whether authentication or routes changed.",
            "Aujourd’hui\u{a0}: votre opérateur, avec le jour du début, et la question d’un changement d’authentification ou de route.",
        ),
        phrase(
            "This week: management and legal, since rules on the numbers that may be used change, too.",
            "Cette semaine\u{a0}: direction et juridique, car les règles sur les numéros autorisés changent aussi.",
        ),
    ],
    recover: &[
        phrase(
            "Register the company and all its numbers with those who label on the networks concerned.",
            "Enregistrer la société et tous ses numéros auprès de ceux qui étiquettent sur les réseaux concernés.",
        ),
        phrase(
            "Put one fresh number of another range to work: if it falls as well, it is the name or the way of calling, not the ranges.",
            "Mettre en service un numéro neuf d’une autre tranche\u{a0}: s’il baisse aussi, c’est le nom ou la façon d’appeler, pas les tranches.",
        ),
    ],
    rest: &[phrase(
        "Resting single numbers does not help here. Fewer calls for all, until the cause is known, does no harm.",
        "Arrêter des numéros isolés n’aide pas ici. Moins d’appels pour tous, le temps de comprendre, ne nuit pas.",
    )],
    practice: &[
        phrase(
            "Note the days on which carriers, phones or rules change: the fall then has a name at once.",
            "Noter les jours où opérateurs, téléphones ou règles changent\u{a0}: la baisse a alors aussitôt un nom.",
        ),
        phrase(
            "Follow mobiles and landlines apart: labels show on mobiles.",
            "Suivre mobiles et fixes séparément\u{a0}: les étiquettes s’affichent sur les mobiles.",
        ),
    ],
};
