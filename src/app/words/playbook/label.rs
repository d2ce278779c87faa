//! Numbers that carry a label, or will: blacklisted, labelled, filtered, in a row, by range.

use super::{Phrase, Playbook, phrase};

/// Rest of a labelled number.
const REST: &[Phrase] = &[
    phrase(
        "Rest it for 30 to 45 days: that is the habit of the trade, nobody publishes how long a label lasts. The calendar on the Plan page holds the dates.",
        "Le laisser reposer 30 à 45 jours\u{a0}: c’est l’usage du métier, personne ne publie la durée d’un étiquetage. Le calendrier de la page Plan garde les dates.",
    ),
    phrase(
        "Before it comes back, call a mobile on each of three networks: no warning on the screen, normal ringing.",
        "Avant son retour, appeler un mobile sur chacun de trois réseaux\u{a0}: pas d’alerte à l’écran, une sonnerie normale.",
    ),
    phrase(
        "Then warm it up like a new number: about 30 calls a day, a fifth more each week, and stop at the first sign.",
        "Puis le monter en charge comme un numéro neuf\u{a0}: environ 30 appels par jour, un cinquième de plus chaque semaine, et arrêter au premier signe.",
    ),
];

/// Habits that keep numbers clean.
const PRACTICE: &[Phrase] = &[
    phrase(
        "Keep every number under the cap, day by day: an average hides the day that labels it.",
        "Garder chaque numéro sous le plafond, jour par jour\u{a0}: une moyenne cache le jour qui l’étiquette.",
    ),
    phrase(
        "Say who is calling and why in the first sentence, and take a “no” at once: reports come from people who feel tricked.",
        "Dire qui appelle et pourquoi dès la première phrase, et accepter un «\u{a0}non\u{a0}» aussitôt\u{a0}: les signalements viennent de ceux qui se sentent piégés.",
    ),
    phrase(
        "Let the number be called back: an answered call-back, or a clear message, is what robots never have.",
        "Faire en sorte que l’on puisse rappeler le numéro\u{a0}: un rappel décroché, ou une annonce claire, c’est ce qu’un robot n’offre jamais.",
    ),
];

/// Everything fell together.
pub const BLACKLISTED: Playbook = Playbook {
    today: &[
        phrase(
            "Take the number out of the dialer, not only out of the campaign.",
            "Retirer le numéro du composeur, pas seulement de la campagne.",
        ),
        phrase(
            "Move its calls to spares that have room under the cap: the Plan page shows which, and what it does to the others.",
            "Reporter ses appels sur des numéros de réserve qui ont de la place sous le plafond\u{a0}: la page Plan montre lesquels, et l’effet sur les autres.",
        ),
        phrase(
            "Write down the day, the volume and the campaign of the week before: every review form asks for them.",
            "Noter le jour, le volume et la campagne de la semaine précédente\u{a0}: tout formulaire de réexamen les demande.",
        ),
    ],
    escalate: &[
        phrase(
            "Now: supervisor and telecom admin, with the copied message. The team is told not to use the number by hand either.",
            "Tout de suite\u{a0}: superviseur et responsable télécom, avec le message copié. L’équipe est prévenue de ne pas s’en servir à la main non plus.",
        ),
        phrase(
            "Within a day: your carrier, with times and numbers of ten calls, and the question whether it was blocked on their side.",
            "Sous un jour\u{a0}: votre opérateur, avec l’heure et le numéro de dix appels, et la question d’un blocage de leur côté.",
        ),
        phrase(
            "If a second number of the same pool falls: management, since the cause lies in the way of calling and not in the number.",
            "Si un second numéro du même groupe tombe\u{a0}: la direction, car la cause tient à la façon d’appeler et non au numéro.",
        ),
    ],
    recover: &[
        phrase(
            "Ask each app or carrier that labels it for a review, once, with company, purpose of the calls and volume. In France: Orange Téléphone, Truecaller, Hiya (Samsung Smart Call), tellows; in the United States: Free Caller Registry reaches the three analytics engines.",
            "Demander un réexamen à chaque application ou opérateur qui l’étiquette, une fois, avec société, objet des appels et volume. En France\u{a0}: Orange Téléphone, Truecaller, Hiya (Samsung Smart Call), tellows\u{202f}; aux États-Unis\u{a0}: Free Caller Registry atteint les trois moteurs d’analyse.",
        ),
        phrase(
            "Import a reading of a reputation tool each week: the first clean reading of two sources ends the recovery.",
            "Importer chaque semaine un relevé d’un outil de réputation\u{a0}: quand deux sources donnent de nouveau un relevé sain, le rétablissement est acquis.",
        ),
        phrase(
            "If nothing has moved after the rest, give the number up. Replacing it without changing the calling labels the next one.",
            "Si rien n’a bougé après le repos, abandonner le numéro. Le remplacer sans changer la façon d’appeler étiquette le suivant.",
        ),
    ],
    rest: REST,
    practice: PRACTICE,
};

/// People see a warning and refuse.
pub const VISIBLE_LABEL: Playbook = Playbook {
    today: &[
        phrase(
            "Call your own mobiles, one on each of three networks, from this number and photograph the screen.",
            "Appeler vos propres mobiles, un par réseau sur trois réseaux, avec ce numéro, et photographier l’écran.",
        ),
        phrase(
            "If a warning shows: stop the number and move its calls. If none does: halve its calls and look again tomorrow.",
            "Si une alerte s’affiche\u{a0}: arrêter le numéro et reporter ses appels. Sinon\u{a0}: diviser ses appels par deux et revérifier demain.",
        ),
        phrase(
            "Ask agents what people say as they refuse: “you show as spam” settles it.",
            "Demander aux agents ce que disent les gens en refusant\u{a0}: «\u{a0}vous vous affichez comme indésirable\u{a0}» tranche la question.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: supervisor and telecom admin, with the photographs.",
            "Aujourd’hui\u{a0}: superviseur et responsable télécom, avec les photos.",
        ),
        phrase(
            "If the warning shows on one network only: that carrier or app. If on all: your carrier too, since the range may be concerned.",
            "Si l’alerte ne s’affiche que sur un réseau\u{a0}: cet opérateur ou cette application. Si elle s’affiche partout\u{a0}: votre opérateur aussi, la tranche est peut-être concernée.",
        ),
    ],
    recover: &[
        phrase(
            "Ask the owner of the label for a review, with the photograph.",
            "Demander un réexamen au propriétaire de l’étiquette, photo à l’appui.",
        ),
        phrase(
            "Register the number under your company’s name where that exists: an unknown number that is named is refused less.",
            "Enregistrer le numéro au nom de votre société là où c’est possible\u{a0}: un numéro inconnu qui porte un nom est moins refusé.",
        ),
        phrase(
            "Change the opening of the call before the number comes back.",
            "Changer l’accroche avant que le numéro ne revienne.",
        ),
    ],
    rest: REST,
    practice: PRACTICE,
};

/// Calls go to voicemail unseen.
pub const SILENT_FILTERING: Playbook = Playbook {
    today: &[
        phrase(
            "Rest the number and switch to a spare: nobody hears it ring, each call is lost.",
            "Mettre le numéro au repos et passer à une réserve\u{a0}: personne ne l’entend sonner, chaque appel est perdu.",
        ),
        phrase(
            "Call your own mobiles from it and count the rings: voicemail within five seconds, on several phones, is a filter.",
            "Appeler vos propres mobiles avec ce numéro et compter les sonneries\u{a0}: la messagerie en moins de cinq secondes, sur plusieurs téléphones, c’est un filtre.",
        ),
        phrase(
            "Look in the dialer whether machine detection was changed that day: it gives the same picture.",
            "Regarder dans le composeur si la détection de répondeur a changé ce jour-là\u{a0}: l’image est la même.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: telecom admin, to rule out the dialer.",
            "Aujourd’hui\u{a0}: responsable télécom, pour écarter le composeur.",
        ),
        phrase(
            "Within two days, if test calls confirm it: your carrier, and the apps that filter.",
            "Sous deux jours, si les appels test le confirment\u{a0}: votre opérateur, et les applications qui filtrent.",
        ),
    ],
    recover: &[
        phrase(
            "Ask for reviews as for a label: a filter is a label that is not shown.",
            "Demander des réexamens comme pour un étiquetage\u{a0}: un filtre est une étiquette qui ne se montre pas.",
        ),
        phrase(
            "Leave no messages meanwhile: a voicemail from a filtered number brings reports.",
            "Ne pas laisser de message entre-temps\u{a0}: un message vocal d’un numéro filtré attire les signalements.",
        ),
    ],
    rest: REST,
    practice: PRACTICE,
};

/// One number falls alone.
pub const EARLY_LABEL: Playbook = Playbook {
    today: &[
        phrase(
            "Halve its calls. Not zero: you need to see whether it recovers.",
            "Diviser ses appels par deux. Pas zéro\u{a0}: il faut voir s’il se rétablit.",
        ),
        phrase(
            "Make three test calls and import a reading of a reputation tool: one of them usually decides.",
            "Faire trois appels test et importer un relevé d’un outil de réputation\u{a0}: l’un des deux tranche le plus souvent.",
        ),
        phrase(
            "Move the freed calls to several numbers, not to one.",
            "Répartir les appels libérés sur plusieurs numéros, pas sur un seul.",
        ),
    ],
    escalate: &[
        phrase("Today: supervisor of the campaign.", "Aujourd’hui\u{a0}: superviseur de la campagne."),
        phrase(
            "In two active days: if it has not come back, telecom admin, and treat it as labelled.",
            "Dans deux jours actifs\u{a0}: s’il n’est pas revenu, responsable télécom, et le traiter comme étiqueté.",
        ),
    ],
    recover: &[
        phrase(
            "If answers come back within two days at half the volume, return to the usual volume over a week.",
            "Si le décroché revient en deux jours à demi-volume, retrouver le volume habituel sur une semaine.",
        ),
        phrase(
            "If it falls further, stop it and follow the playbook for a label.",
            "S’il baisse encore, l’arrêter et suivre la fiche d’un numéro étiqueté.",
        ),
    ],
    rest: &[
        phrase(
            "A week at half the volume often is enough when it is caught in the first days: that is why it is worth acting early.",
            "Une semaine à demi-volume suffit souvent quand c’est pris dès les premiers jours\u{a0}: voilà pourquoi il vaut la peine d’agir tôt.",
        ),
        phrase(
            "If it has to stop: rest and warm-up as for a labelled number.",
            "S’il faut l’arrêter\u{a0}: repos et montée en charge comme pour un numéro étiqueté.",
        ),
    ],
    practice: PRACTICE,
};

/// Numbers of a pool fall one after the other.
pub const CONTAMINATION: Playbook = Playbook {
    today: &[
        phrase(
            "Freeze the rotation: no call of a fallen number goes to another one of this pool.",
            "Geler la rotation\u{a0}: aucun appel d’un numéro touché ne passe à un autre de ce groupe.",
        ),
        phrase(
            "Stop the numbers that have fallen, and accept a smaller volume for some days. Spreading it is what spreads the label.",
            "Arrêter les numéros touchés, et accepter moins de volume quelques jours. C’est en le répartissant que l’on répand l’étiquette.",
        ),
        phrase(
            "Do not give the spares the same leads: those who complained would complain again.",
            "Ne pas donner le même fichier aux numéros de réserve\u{a0}: ceux qui se sont plaints se plaindraient encore.",
        ),
    ],
    escalate: &[
        phrase(
            "Now: management and telecom admin. The next number falls within days.",
            "Tout de suite\u{a0}: direction et responsable télécom. Le prochain numéro tombe en quelques jours.",
        ),
        phrase(
            "Today: whoever supplies the leads, and whoever writes the script: one of the two is what the numbers have in common.",
            "Aujourd’hui\u{a0}: le fournisseur du fichier, et l’auteur du script\u{a0}: l’un des deux est ce que les numéros ont en commun.",
        ),
    ],
    recover: &[
        phrase(
            "Take new numbers from another range, with other leads, and start with a few.",
            "Prendre de nouveaux numéros dans une autre tranche, avec un autre fichier, et commencer avec quelques-uns.",
        ),
        phrase(
            "Recover the fallen ones in the order in which they fell.",
            "Rétablir les numéros touchés dans l’ordre où ils sont tombés.",
        ),
        phrase(
            "Open the rotation again only when a number on the old leads has held for two weeks.",
            "Ne rouvrir la rotation que lorsqu’un numéro a tenu deux semaines sur l’ancien fichier.",
        ),
    ],
    rest: REST,
    practice: PRACTICE,
};

/// A range falls as a whole.
pub const PREFIX_LABELLING: Playbook = Playbook {
    today: &[
        phrase(
            "Compare with numbers of another range on the same leads: they hold, or it is not the range.",
            "Comparer avec des numéros d’une autre tranche sur le même fichier\u{a0}: ils tiennent, sinon ce n’est pas la tranche.",
        ),
        phrase(
            "Move the most valuable campaign to another range that the rules allow for your way of dialling.",
            "Passer la campagne la plus importante sur une autre tranche que les règles autorisent pour votre mode de composition.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: telecom admin, then your carrier: they know whether others on the range complain.",
            "Aujourd’hui\u{a0}: responsable télécom, puis votre opérateur\u{a0}: il sait si d’autres clients de la tranche se plaignent.",
        ),
        phrase(
            "In France, ranges set aside for automated calls (0162, 0163, 0270…) are recognised as such by some apps: changing them is a question for legal counsel too.",
            "En France, les tranches réservées aux appels automatisés (0162, 0163, 0270…) sont reconnues comme telles par certaines applications\u{a0}: en changer regarde aussi votre conseil juridique.",
        ),
    ],
    recover: &[
        phrase(
            "No review of a single number helps. Ask the carrier for numbers of another range, and for branded caller ID where it exists.",
            "Aucun réexamen d’un numéro isolé n’y fait. Demander à l’opérateur des numéros d’une autre tranche, et l’affichage du nom là où il existe.",
        ),
        phrase(
            "Keep two ranges in use from now on, so that one can answer for the other.",
            "Garder désormais deux tranches en service, pour que l’une serve de témoin à l’autre.",
        ),
    ],
    rest: &[phrase(
        "Rest does not clear a range. Warm the new numbers up: about 30 calls a day, a fifth more each week.",
        "Le repos ne nettoie pas une tranche. Monter en charge les nouveaux numéros\u{a0}: environ 30 appels par jour, un cinquième de plus chaque semaine.",
    )],
    practice: PRACTICE,
};

/// Flagged numbers answer less than the others.
pub const LABEL_GAP: Playbook = Playbook {
    today: &[
        phrase(
            "Rest the flagged numbers one after the other, those that lose most conversations first.",
            "Mettre au repos les numéros signalés l’un après l’autre, d’abord ceux qui perdent le plus de conversations.",
        ),
        phrase(
            "Before each rest, see on the Plan page what it does to the load of the others.",
            "Avant chaque mise au repos, voir sur la page Plan ce qu’elle ajoute à la charge des autres.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: supervisor and telecom admin, with the list of the flagged numbers.",
            "Aujourd’hui\u{a0}: superviseur et responsable télécom, avec la liste des numéros signalés.",
        ),
        phrase(
            "If a third of the pool or more is flagged: management, since resting them all would overload the rest.",
            "Si un tiers du groupe ou plus est signalé\u{a0}: direction, car les arrêter tous surchargerait les autres.",
        ),
    ],
    recover: &[
        phrase(
            "Ask the source of the flag for a review of each number, with company, purpose of the calls and volume.",
            "Demander un réexamen de chaque numéro à la source du signalement, avec société, objet des appels et volume.",
        ),
        phrase(
            "Give a flagged number the leads of a clean one for two days: if the gap closes, it was the leads.",
            "Donner deux jours à un numéro signalé les contacts d’un numéro sain\u{a0}: si l’écart se ferme, c’étaient les contacts.",
        ),
    ],
    rest: REST,
    practice: PRACTICE,
};

/// A few numbers lie far below the others.
pub const UNEVEN_NUMBERS: Playbook = Playbook {
    today: &[
        phrase(
            "Look whether the leads, hours or agents of the numbers named differ from the others’.",
            "Regarder si les contacts, les horaires ou les agents des numéros cités diffèrent de ceux des autres.",
        ),
        phrase(
            "If they do not: call a mobile on each of three networks from them and look at the screen.",
            "S’ils sont les mêmes\u{a0}: appeler avec eux un mobile sur chacun de trois réseaux et regarder l’écran.",
        ),
    ],
    escalate: &[
        phrase(
            "This week: telecom admin, with the list and what the screens showed.",
            "Cette semaine\u{a0}: responsable télécom, avec la liste et ce que montraient les écrans.",
        ),
        phrase(
            "If a warning shows: your carrier and the owner of the label.",
            "Si une alerte s’affiche\u{a0}: votre opérateur et le propriétaire de l’étiquette.",
        ),
    ],
    recover: &[
        phrase(
            "Exchange leads and hours with a number that does well for two days: what stays low is the number’s own.",
            "Échanger contacts et horaires avec un numéro qui va bien pendant deux jours\u{a0}: ce qui reste bas tient au numéro.",
        ),
        phrase(
            "Import a reading of a reputation tool for them.",
            "Importer un relevé d’un outil de réputation pour ces numéros.",
        ),
    ],
    rest: REST,
    practice: PRACTICE,
};
