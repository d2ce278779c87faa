//! Causes that are not the numbers': outside, the hours, the conversation.

use super::{NO_REST, Playbook, phrase};

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

/// The hours or weekdays of the calls.
pub const SCHEDULE: Playbook = Playbook {
    today: &[
        phrase(
            "Leave the numbers as they are: hour by hour they do as before.",
            "Laisser les numéros tels quels\u{a0}: heure par heure, ils font comme avant.",
        ),
        phrase(
            "See which hours gained calls, and why: shifts, breaks, a campaign that starts late.",
            "Voir quelles heures ont gagné des appels, et pourquoi\u{a0}: équipes, pauses, campagne qui démarre tard.",
        ),
    ],
    escalate: &[
        phrase("Today: whoever plans the shifts.", "Aujourd’hui\u{a0}: la personne qui planifie les équipes."),
        phrase(
            "If the rules on calling hours leave no better slot: management, since it is a question of staffing.",
            "Si les règles d’horaires ne laissent pas de meilleur créneau\u{a0}: direction, car c’est une question d’effectifs.",
        ),
    ],
    recover: &[
        phrase(
            "Move a tenth of the calls to the best hours for a week and compare.",
            "Déplacer un dixième des appels vers les meilleures heures pendant une semaine et comparer.",
        ),
        phrase(
            "Stay within the hours that the rules allow: the Plan page holds the calls against them.",
            "Rester dans les heures permises\u{a0}: la page Plan y confronte les appels.",
        ),
    ],
    rest: NO_REST,
    practice: &[
        phrase(
            "Compare weeks at the same hours: a mean over the day hides a change of shifts.",
            "Comparer les semaines à heures égales\u{a0}: une moyenne sur la journée cache un changement d’équipes.",
        ),
        phrase(
            "Spread the attempts at one person over different hours and days.",
            "Étaler les tentatives auprès d’une personne sur des heures et des jours différents.",
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

/// One agent does worse than colleagues on the same numbers.
pub const AGENT_OR_SCRIPT: Playbook = Playbook {
    today: &[
        phrase(
            "Listen to ten calls before you speak to anyone: headset, opening, pace, dead air before the first word.",
            "Écouter dix appels avant d’en parler\u{a0}: casque, accroche, rythme, silence avant le premier mot.",
        ),
        phrase(
            "Check that the agent has the same leads and script as the others.",
            "Vérifier que l’agent a le même fichier et le même script que les autres.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: the agent’s own supervisor, and nobody else.",
            "Aujourd’hui\u{a0}: le superviseur de l’agent, et personne d’autre.",
        ),
        phrase(
            "If the line or the headset is at fault: telecom admin.",
            "Si la ligne ou le casque est en cause\u{a0}: responsable télécom.",
        ),
    ],
    recover: &[
        phrase(
            "Two days beside a colleague who does well, then compare on the Plan page.",
            "Deux jours auprès d’un collègue qui réussit, puis comparer sur la page Plan.",
        ),
        phrase(
            "If several agents share it: it is the script. Go back to the former one for two days.",
            "Si plusieurs agents le partagent\u{a0}: c’est le script. Revenir à l’ancien pendant deux jours.",
        ),
    ],
    rest: NO_REST,
    practice: &[
        phrase(
            "Tell every agent what a number is worth: the way one of them calls is what all numbers pay for.",
            "Expliquer à chaque agent ce que vaut un numéro\u{a0}: la façon d’appeler d’un seul, tous les numéros la paient.",
        ),
        phrase(
            "Compare agents on the same numbers only, and for coaching, not for ranking.",
            "Ne comparer les agents que sur les mêmes numéros, et pour accompagner, pas pour classer.",
        ),
    ],
};
