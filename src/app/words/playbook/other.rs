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

/// The same people are called again and again.
pub const OVER_RECYCLED_LEADS: Playbook = Playbook {
    today: &[
        phrase(
            "Stop calling people who have not answered three times.",
            "Cesser d’appeler ceux qui n’ont pas répondu trois fois.",
        ),
        phrase(
            "Count attempts per person on the Plan page: some rules limit them, in France to four in 30 days.",
            "Compter les tentatives par personne sur la page Plan\u{a0}: certaines règles les limitent, en France à quatre en 30 jours.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: whoever sets the recycling rules of the dialer.",
            "Aujourd’hui\u{a0}: la personne qui règle les relances du composeur.",
        ),
        phrase(
            "If there are no fresh leads: management. Fewer calls are then the better plan.",
            "S’il n’y a pas de contacts frais\u{a0}: direction. Moins d’appels est alors le meilleur plan.",
        ),
    ],
    recover: &[
        phrase(
            "Give the numbers new leads for two days: first attempts tell whether they are sound.",
            "Donner un nouveau fichier aux numéros pendant deux jours\u{a0}: les premières tentatives diront s’ils sont sains.",
        ),
        phrase(
            "Let old leads rest for a month before they are called again.",
            "Laisser reposer les anciens contacts un mois avant de les rappeler.",
        ),
    ],
    rest: NO_REST,
    practice: &[
        phrase(
            "Set a limit of attempts in the dialer, per person and not per list.",
            "Fixer une limite de tentatives dans le composeur, par personne et non par fichier.",
        ),
        phrase(
            "Have the export carry the attempt: only then can first and later ones be told apart.",
            "Faire porter la tentative par l’export\u{a0}: ce n’est qu’ainsi que premières et suivantes se distinguent.",
        ),
    ],
};

/// Another kind of line is called.
pub const OTHER_LINES: Playbook = Playbook {
    today: &[
        phrase(
            "Leave the numbers as they are: on each kind of phone they do as before.",
            "Laisser les numéros tels quels\u{a0}: sur chaque type de téléphone, ils font comme avant.",
        ),
        phrase(
            "Look at the list: since when more landlines, or more mobiles, and from whom.",
            "Regarder le fichier\u{a0}: depuis quand plus de fixes, ou plus de mobiles, et de qui.",
        ),
    ],
    escalate: &[
        phrase(
            "Today: whoever buys or builds the list.",
            "Aujourd’hui\u{a0}: la personne qui achète ou constitue le fichier.",
        ),
        phrase(
            "If it was meant so: tell the team what answer rate to expect now.",
            "Si c’est voulu\u{a0}: dire à l’équipe quel taux de décroché attendre désormais.",
        ),
    ],
    recover: &[
        phrase(
            "Judge mobiles and landlines apart from now on; the goal of each is another one.",
            "Juger désormais mobiles et fixes à part\u{202f}; l’objectif n’est pas le même.",
        ),
        phrase(
            "Give one number the former mix for two days: if its answers are back, the list explains it all.",
            "Rendre à un numéro l’ancien mélange pendant deux jours\u{a0}: si le décroché revient, le fichier explique tout.",
        ),
    ],
    rest: NO_REST,
    practice: &[phrase(
        "Give each kind of line its own campaign: labels show on mobiles first, and then they are seen.",
        "Donner à chaque type de ligne sa campagne\u{a0}: les étiquettes se montrent d’abord sur mobile, et alors elles se voient.",
    )],
};

/// Answers sink slowly, everywhere.
pub const SATURATION: Playbook = Playbook {
    today: &[
        phrase(
            "No emergency: nothing happened on a certain day. Do not change numbers for it.",
            "Pas d’urgence\u{a0}: rien ne s’est passé un jour précis. Ne pas changer de numéros pour cela.",
        ),
        phrase(
            "Compare first attempts at new leads with all calls: steady, and the list is tired; falling too, and it is the name.",
            "Comparer les premières tentatives sur contacts neufs à l’ensemble\u{a0}: stables, le fichier est usé\u{202f}; en baisse aussi, c’est le nom.",
        ),
    ],
    escalate: &[
        phrase(
            "This week: whoever buys the leads, and sales management.",
            "Cette semaine\u{a0}: l’acheteur du fichier, et la direction commerciale.",
        ),
        phrase(
            "If new leads fall as well: marketing, since the name itself is tired.",
            "Si les contacts neufs baissent aussi\u{a0}: le marketing, car c’est le nom qui s’use.",
        ),
    ],
    recover: &[
        phrase(
            "Call less and better for a month: new leads, fewer attempts, other hours.",
            "Appeler moins et mieux pendant un mois\u{a0}: nouveaux contacts, moins de tentatives, autres heures.",
        ),
        phrase(
            "Show a name where that exists, and announce calls by message where people have agreed to it.",
            "Afficher un nom là où c’est possible, et annoncer les appels par message à ceux qui l’ont accepté.",
        ),
    ],
    rest: NO_REST,
    practice: &[
        phrase(
            "Follow the answer rate by month and by age of the leads, not only by day.",
            "Suivre le taux de décroché par mois et par âge du fichier, pas seulement par jour.",
        ),
        phrase(
            "Treat a market as a field: what was called this month rests next month.",
            "Traiter un marché comme un champ\u{a0}: ce qui a été appelé ce mois-ci se repose le mois suivant.",
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
