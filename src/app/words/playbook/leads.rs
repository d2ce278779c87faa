//! Who is called: dead numbers, the same people again, other phones, a tired market.

use super::{NO_REST, Playbook, phrase};

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
