//! Numbers that are worked too hard: wearing, after a burst, warmed up too fast.

use super::{Phrase, Playbook, phrase};

const PRACTICE: &[Phrase] = &[
    phrase(
        "Plan numbers for less than the cap: a day with one agent more, or one number less, must not break it.",
        "Prévoir les numéros en dessous du plafond\u{a0}: un agent de plus ou un numéro de moins ne doit pas le faire dépasser.",
    ),
    phrase(
        "Spread the calls over the hours: fifty calls in one minute look worse than fifty in an hour.",
        "Étaler les appels sur les heures\u{a0}: cinquante appels en une minute font pire effet que cinquante en une heure.",
    ),
    phrase(
        "Keep spares that are warm: some calls each week, so that they can take over without a jump.",
        "Garder des réserves déjà montées en charge\u{a0}: quelques appels chaque semaine, pour qu’elles prennent le relais sans saut.",
    ),
];

/// The score falls, answers hold.
pub const DEGRADING: Playbook = Playbook {
    today: &[
        phrase(
            "Cut its calls to half the cap at most: people still pick up, which is what there is to save.",
            "Ramener ses appels à la moitié du plafond au plus\u{a0}: les gens décrochent encore, et c’est cela qu’il faut sauver.",
        ),
        phrase(
            "Spread the rest over more numbers, and give this one no new list.",
            "Répartir le reste sur davantage de numéros, et ne lui donner aucun nouveau fichier.",
        ),
        phrase(
            "Read the reports, where the tool shows them: time of day and words point to the cause.",
            "Lire les signalements, là où l’outil les montre\u{a0}: l’heure et les mots désignent la cause.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: supervisor of the campaign, with the score’s course.",
            "Aujourd’hui\u{a0}: superviseur de la campagne, avec l’évolution du score.",
        ),
        phrase(
            "At the next reading, if it has fallen again: telecom admin, and prepare a spare.",
            "À la lecture suivante, si elle a encore baissé\u{a0}: responsable télécom, et préparer une réserve.",
        ),
    ],
    recover: &[
        phrase(
            "Register the number and ask for a review now, while its record is still defensible.",
            "Enregistrer le numéro et demander un réexamen maintenant, tant que son dossier se défend.",
        ),
        phrase(
            "Import a reading every day until it is back in its zone, of two sources if you can.",
            "Importer une lecture chaque jour jusqu’au retour dans sa zone, de deux sources si possible.",
        ),
    ],
    rest: &[
        phrase(
            "No full rest while answers hold: half the volume for two weeks, then a fifth more each week.",
            "Pas de repos complet tant que le décroché tient\u{a0}: demi-volume deux semaines, puis un cinquième de plus chaque semaine.",
        ),
        phrase("Below 50, or flagged: stop and rest.", "Sous 50, ou signalé\u{a0}: arrêter et mettre au repos."),
    ],
    practice: PRACTICE,
};

/// It fell after a burst of calls.
pub const VOLUME_TRIGGERED: Playbook = Playbook {
    today: &[
        phrase(
            "Bring the number under the cap from this morning, in the dialer’s settings and not by a reminder.",
            "Ramener le numéro sous le plafond dès ce matin, dans les réglages du composeur et non par un rappel à l’équipe.",
        ),
        phrase(
            "Find out why the cap was passed: fewer numbers in rotation, one agent more, a campaign that was to be finished.",
            "Chercher pourquoi le plafond a été passé\u{a0}: moins de numéros en rotation, un agent de plus, une campagne à finir.",
        ),
        phrase(
            "Check the other numbers that carried the same load: they are next.",
            "Vérifier les autres numéros qui ont porté la même charge\u{a0}: ce sont les suivants.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: whoever sets the dialer’s rotation.",
            "Aujourd’hui\u{a0}: la personne qui règle la rotation du composeur.",
        ),
        phrase(
            "If the cap cannot be kept with the numbers there are: management, with the number of numbers that the Plan page asks for.",
            "Si le plafond ne peut être tenu avec les numéros existants\u{a0}: direction, avec le nombre de numéros que demande la page Plan.",
        ),
    ],
    recover: &[
        phrase(
            "A week well under the cap, then test calls. If it stays down, treat it as labelled.",
            "Une semaine nettement sous le plafond, puis des appels test. S’il reste bas, le traiter comme étiqueté.",
        ),
        phrase(
            "Add numbers before you rest numbers: the load must go somewhere.",
            "Ajouter des numéros avant d’en mettre au repos\u{a0}: la charge doit bien aller quelque part.",
        ),
    ],
    rest: &[phrase(
        "Half the volume for one to two weeks; a full rest only if answers do not come back.",
        "Demi-volume pendant une à deux semaines\u{202f}; repos complet seulement si le décroché ne revient pas.",
    )],
    practice: PRACTICE,
};

/// A new number was made to call too much too soon.
pub const WARM_UP_FAILURE: Playbook = Playbook {
    today: &[
        phrase(
            "Bring it back to about 30 calls a day, or stop it for a week if it is under a quarter of answers.",
            "Le ramener à environ 30 appels par jour, ou l’arrêter une semaine s’il est sous un quart de décrochés.",
        ),
        phrase(
            "Give it the warmest leads: call-backs, people who asked to be called.",
            "Lui donner les contacts les plus chauds\u{a0}: rappels, personnes qui ont demandé à être appelées.",
        ),
        phrase(
            "Check the other new numbers bought with it: they had the same plan.",
            "Vérifier les autres numéros neufs achetés avec lui\u{a0}: ils ont eu le même plan.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: telecom admin, who puts the new numbers into rotation.",
            "Aujourd’hui\u{a0}: responsable télécom, qui met les numéros neufs en rotation.",
        ),
        phrase(
            "If it was old stock: ask the carrier who had the number before.",
            "S’il s’agit d’un numéro recyclé\u{a0}: demander à l’opérateur qui l’avait avant.",
        ),
    ],
    recover: &[
        phrase(
            "Start the warm-up over from its first week; the Plan page draws the calendar.",
            "Reprendre la montée en charge à sa première semaine\u{202f}; la page Plan en dresse le calendrier.",
        ),
        phrase(
            "Go one week up only when the week before has held its answer rate.",
            "Ne passer à la semaine suivante que si la précédente a tenu son taux de décroché.",
        ),
    ],
    rest: &[phrase(
        "Warm-up is an assumption that you can change: 30 calls a day to begin with, a fifth more each week, seven weeks to 80. Some see a fall after ten to fourteen days: look closely then.",
        "La montée en charge est une hypothèse que vous pouvez modifier\u{a0}: 30 appels par jour au début, un cinquième de plus chaque semaine, sept semaines jusqu’à 80. Certains voient une baisse après dix à quatorze jours\u{a0}: y regarder de près.",
    )],
    practice: &[
        phrase(
            "Buy numbers six weeks before you need them, and a few at a time.",
            "Acheter les numéros six semaines avant d’en avoir besoin, et peu à la fois.",
        ),
        phrase(
            "Avoid runs of neighbouring numbers: …01, …02, …03 fall together.",
            "Éviter les séries de numéros voisins\u{a0}: …01, …02, …03 tombent ensemble.",
        ),
        phrase(
            "Make a number reachable before its first call: a greeting, a name, someone who calls back.",
            "Rendre le numéro joignable avant son premier appel\u{a0}: une annonce, un nom, quelqu’un qui rappelle.",
        ),
    ],
};

/// A number that lay idle was used a lot at once.
pub const DORMANT_REUSE: Playbook = Playbook {
    today: &[
        phrase(
            "Bring it down to about 30 calls a day: for operators it is a new number.",
            "Le ramener à environ 30 appels par jour\u{a0}: pour les opérateurs, c’est un numéro neuf.",
        ),
        phrase(
            "Look for other numbers taken out of the drawer the same week.",
            "Chercher les autres numéros ressortis la même semaine.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: whoever puts numbers into rotation.",
            "Aujourd’hui\u{a0}: la personne qui met les numéros en rotation.",
        ),
        phrase(
            "If it stays down at the low volume: telecom admin, and treat it as labelled.",
            "S’il reste bas à faible volume\u{a0}: responsable télécom, et le traiter comme étiqueté.",
        ),
    ],
    recover: &[
        phrase(
            "Warm it up from the first week on; the Plan page draws the calendar.",
            "Reprendre sa montée en charge depuis la première semaine\u{202f}; la page Plan en dresse le calendrier.",
        ),
        phrase(
            "Check that the number was yours all the time: one that was given back may have had another life.",
            "Vérifier que le numéro est resté à vous\u{a0}: un numéro rendu a pu avoir une autre vie.",
        ),
    ],
    rest: &[phrase(
        "After a month without calls, plan a warm-up as for a new number: about 30 calls a day, a fifth more each week.",
        "Après un mois sans appels, prévoir une montée en charge comme pour un numéro neuf\u{a0}: environ 30 appels par jour, un cinquième de plus chaque semaine.",
    )],
    practice: PRACTICE,
};

/// Several people reported a number.
pub const COMPLAINT_CLUSTER: Playbook = Playbook {
    today: &[
        phrase(
            "Find the calls behind the reports: same day, same hours, same list, same agent.",
            "Retrouver les appels derrière les signalements\u{a0}: même jour, mêmes heures, même fichier, même agent.",
        ),
        phrase(
            "Halve the number’s calls until the cause is known.",
            "Diviser ses appels par deux tant que la cause n’est pas connue.",
        ),
        phrase(
            "Check that the calls were yours: a caller ID can be borrowed by others.",
            "Vérifier que ces appels étaient les vôtres\u{a0}: un numéro affiché peut être emprunté par d’autres.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: supervisor of the campaign, with the days of the reports.",
            "Aujourd’hui\u{a0}: superviseur de la campagne, avec les jours des signalements.",
        ),
        phrase(
            "If the calls are not in your log: your carrier, since the number is being spoofed.",
            "Si ces appels ne sont pas dans votre journal\u{a0}: votre opérateur, car le numéro est usurpé.",
        ),
    ],
    recover: &[
        phrase(
            "Call nobody again who complained, from any number.",
            "Ne plus appeler, d’aucun numéro, ceux qui se sont plaints.",
        ),
        phrase(
            "Watch the reports for 28 days: the rate counts over that span, and comes back slowly.",
            "Suivre les signalements pendant 28 jours\u{a0}: le taux se compte sur cette durée, et revient lentement.",
        ),
    ],
    rest: &[phrase(
        "No full rest while people answer: half the volume until two weeks have passed without a report.",
        "Pas de repos complet tant que les gens décrochent\u{a0}: demi-volume jusqu’à deux semaines sans signalement.",
    )],
    practice: PRACTICE,
};

/// Numbers stopped, the others bear their calls and fall.
pub const OVERLOAD_SPIRAL: Playbook = Playbook {
    today: &[
        phrase(
            "Rest no further number of this pool before others can take its calls.",
            "N’arrêter aucun autre numéro de ce groupe avant que d’autres puissent prendre ses appels.",
        ),
        phrase(
            "Bring each number back under the cap, even if fewer calls are made: the Plan page says how many numbers this volume needs.",
            "Ramener chaque numéro sous le plafond, quitte à appeler moins\u{a0}: la page Plan dit combien de numéros ce volume demande.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: supervisor of the campaign: fewer calls for a while, or more numbers.",
            "Aujourd’hui\u{a0}: superviseur de la campagne\u{a0}: moins d’appels pour un temps, ou plus de numéros.",
        ),
        phrase(
            "If no warmed-up numbers are there: management, since new ones take weeks to be ready.",
            "S’il n’y a pas de numéros prêts\u{a0}: direction, car des numéros neufs demandent des semaines.",
        ),
    ],
    recover: &[
        phrase(
            "Bring new numbers in one by one, warmed up, and let the loaded ones come down as they do.",
            "Ajouter de nouveaux numéros un à un, montés en charge, et décharger les autres à mesure.",
        ),
        phrase(
            "Rest the weakest of the loaded ones only when the others stay under the cap without it.",
            "N’arrêter le plus faible des numéros chargés que lorsque les autres restent sous le plafond sans lui.",
        ),
    ],
    rest: &[
        phrase(
            "Rest at most one number in five of a pool at a time: a habit of caution, not a rule.",
            "Mettre au repos au plus un numéro sur cinq d’un groupe à la fois\u{a0}: une habitude de prudence, pas une règle.",
        ),
        phrase(
            "Those that come back start at about 30 calls a day, a fifth more each week.",
            "Ceux qui reviennent reprennent vers 30 appels par jour, un cinquième de plus chaque semaine.",
        ),
    ],
    practice: PRACTICE,
};
