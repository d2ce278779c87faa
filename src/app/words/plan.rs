//! The plan: who calls how much, who rests, what was lost, each agent's share.

use super::{Lang, Phrase, dashboard, phrase};
use crate::{
    app::format,
    model::{Currency, NumberPlan, NumberRole},
    plan::{Advice, PoolPlan},
};

pub const HELP: Phrase = phrase(
    "Who carries the calls tomorrow, what the falls cost, and what the rules of calling say.",
    "Quels numéros passeront les appels demain, ce que les baisses ont coûté, et ce que disent les règles du démarchage.",
);
pub const PARTS: Phrase = phrase("Parts of the plan", "Parties du plan");
pub const NUMBERS: Phrase = phrase("Numbers and load", "Numéros et charge");
pub const LOST: Phrase = phrase("Losses", "Pertes");
pub const AGENTS: Phrase = phrase("Agents", "Agents");
pub const PRACTICE: Phrase = phrase("Calling practice", "Règles d’appel");

// Assumptions.
pub const ASSUMPTIONS: Phrase = phrase("Assumptions", "Hypothèses");
pub const ASSUMPTIONS_HELP: Phrase = phrase(
    "No carrier publishes the volume that labels a number, nor how long a label lasts. These figures are habits of the trade: change them to yours.",
    "Aucun opérateur ne publie le volume qui fait étiqueter un numéro, ni la durée d’un étiquetage. Ces chiffres sont des usages du métier\u{a0}: à remplacer par les vôtres.",
);
pub const CAP: Phrase = phrase("Cap: calls a day from one number", "Plafond\u{a0}: appels par jour et par numéro");
pub const HEADROOM: Phrase = phrase("Kept free under the cap", "Marge sous le plafond");
pub const REST_DAYS: Phrase = phrase("Rest of a stopped number", "Repos d’un numéro arrêté");
pub const WARM_UP_CALLS: Phrase =
    phrase("Warm-up: first week, a day", "Montée en charge\u{a0}: première semaine, par jour");
pub const WARM_UP_GROWTH: Phrase = phrase("Warm-up: growth each week", "Montée en charge\u{a0}: hausse par semaine");

// Numbers.
pub const TABLE: Phrase = phrase("Load and role of each number", "Charge et rôle de chaque numéro");
pub const NUMBER: Phrase = phrase("Number", "Numéro");
pub const ROLE: Phrase = phrase("Role", "Rôle");
pub const ROLE_OF: Phrase = phrase("Role of {}", "Rôle de {}");
pub const POOL: Phrase = phrase("Campaign or team", "Campagne ou équipe");
pub const LOAD: Phrase = phrase("Calls a day", "Appels par jour");
pub const BUSIEST: Phrase = phrase("Busiest day", "Jour le plus chargé");
pub const AFTER: Phrase = phrase("Once the stopped ones rest", "Après mise au repos");
pub const ADVICE: Phrase = phrase("What to do", "Que faire");
pub const AS_OBSERVED: Phrase = phrase("{} (observed)", "{} (observé)");
pub const SHOW_ALL: Phrase = phrase("Show all", "Tout afficher");
pub const ROLES_CSV: Phrase = phrase("Roles (CSV)", "Rôles (CSV)");
pub const NO_NUMBERS: Phrase = phrase(
    "These files do not say which number each call came from: only the whole volume can be planned.",
    "Ces fichiers ne disent pas de quel numéro part chaque appel\u{a0}: seul le volume total peut être prévu.",
);
pub const POOLS: Phrase = phrase("By campaign or team", "Par campagne ou équipe");
pub const NEEDED: Phrase = phrase("Numbers needed", "Numéros nécessaires");
pub const ROLES_NOW: Phrase = phrase("Active · resting · spare", "Actifs · au repos · réserve");
pub const MOVES: Phrase = phrase("Calls to move", "Appels à reporter");
pub const HIGHEST: Phrase = phrase("Highest load", "Charge maximale");
pub const MISSING: Phrase = phrase("Missing numbers", "Numéros manquants");

pub const ADD: Phrase = phrase("Add a number you own", "Ajouter un de vos numéros");
pub const ADD_HELP: Phrase = phrase(
    "A spare that has never called is in no file: write it here, and it is offered when another must stop.",
    "Un numéro de réserve qui n’a jamais appelé n’est dans aucun fichier\u{a0}: l’inscrire ici, et il sera proposé quand un autre devra s’arrêter.",
);
pub const ADD_BUTTON: Phrase = phrase("Add as a spare", "Ajouter en réserve");
pub const ADD_REFUSED: Phrase =
    phrase("A phone number has 4 to 15 digits.", "Un numéro de téléphone a de 4 à 15 chiffres.");

// Calendar.
pub const CALENDAR: Phrase = phrase("Rest and warm-up", "Repos et montée en charge");
pub const CALENDAR_HELP: Phrase = phrase(
    "Advised dates until you set your own. After a rest comes a warm-up.",
    "Dates conseillées tant que vous n’en fixez pas. La montée en charge suit le repos.",
);
pub const CALENDAR_NONE: Phrase = phrase(
    "Nobody has to rest or to warm up. A number whose role is set to resting stands here.",
    "Aucun numéro à mettre au repos ni à monter en charge. Un numéro dont le rôle est «\u{a0}au repos\u{a0}» figure ici.",
);
pub const ICS: Phrase = phrase("Calendar file (.ics)", "Fichier d’agenda (.ics)");
pub const REST: Phrase = phrase("Rest", "Repos");
pub const WARM_UP: Phrase = phrase("Warm-up", "Montée en charge");
pub const STARTS: Phrase = phrase("Starts", "Début");
pub const ENDS: Phrase = phrase("Ends", "Fin");
pub const WHAT: Phrase = phrase("What", "Quoi");
pub const CALLS_BY_WEEK: Phrase = phrase(
    "Calls a day at most, week by week (busiest day made)",
    "Appels par jour au plus, semaine par semaine (jour le plus chargé)",
);
pub const NONE_A_DAY: Phrase = phrase("none", "aucun");
pub const START_OF: Phrase = phrase("{}: first day, {}", "{}\u{a0}: premier jour, {}");
pub const NEW_NUMBERS: Phrase = phrase("New numbers in {} weeks: {}.", "Numéros neufs en {} semaines\u{a0}: {}.");

// Losses.
pub const LOST_TITLE: Phrase = phrase("What the falls have cost", "Ce que les baisses ont coûté");
pub const LOST_HELP: Phrase = phrase(
    "Conversations that would have taken place had the answer rate stayed at its former level, with what chance can do. The widest finding counts; what lies within it is shown and not added.",
    "Conversations qui auraient eu lieu si le taux de décroché était resté à son niveau d’avant, avec la part du hasard. Le diagnostic le plus large compte\u{202f}; ce qu’il englobe est montré sans être ajouté.",
);
pub const NOTHING_LOST: Phrase = phrase(
    "No finding says that answers fell: nothing was lost that these files could show.",
    "Aucun diagnostic ne constate de baisse du décroché\u{a0}: ces fichiers ne montrent aucune perte.",
);
pub const WHO: Phrase = phrase("Who", "Qui");
pub const SINCE: Phrase = phrase("Since", "Depuis le");
pub const CONVERSATIONS: Phrase = phrase("Conversations", "Conversations");
pub const CONVERSIONS: Phrase = phrase("Conversions", "Transformations");
pub const VALUE: Phrase = phrase("Value", "Valeur");
pub const TOTAL: Phrase = phrase("In all", "Total");
pub const WITHIN: Phrase = phrase("within the above", "compris ci-dessus");
pub const VALUE_EACH: Phrase = phrase("Worth of one conversion", "Valeur d’une transformation");
pub const CURRENCY: Phrase = phrase("Currency", "Devise");
pub const VALUE_HELP: Phrase = phrase(
    "Stays in this browser, and in the settings you save.",
    "Reste dans ce navigateur, et dans les réglages que vous enregistrez.",
);
pub const VALUE_REFUSED: Phrase = phrase("An amount from 0 up.", "Un montant à partir de 0.");
pub const NO_VALUE: Phrase = phrase("Give a worth to see it in money.", "Indiquer une valeur pour chiffrer la perte.");
pub const NO_CONVERSIONS: Phrase = phrase(
    "Conversions are not in these files: a column with the result of the call would tell.",
    "Les transformations sont absentes de ces fichiers\u{a0}: une colonne avec le résultat de l’appel le dirait.",
);

// Agents.
pub const AGENTS_TITLE: Phrase = phrase("Each agent’s share", "La part de chaque agent");
pub const AGENTS_HELP: Phrase = phrase(
    "Individual ways of calling make the collective reputation of the numbers. Each agent is compared with the others on the same numbers, in the same campaign and week, so that nobody answers for a labelled number. For coaching, not for ranking.",
    "Les façons d’appeler de chacun font la réputation collective des numéros. Chaque agent est comparé aux autres sur les mêmes numéros, dans la même campagne et la même semaine\u{a0}: personne ne répond d’un numéro étiqueté. Pour accompagner, pas pour classer.",
);
pub const AGENT: Phrase = phrase("Agent", "Agent");
pub const CALLS: Phrase = phrase("Calls", "Appels");
pub const SHARE: Phrase = phrase("Share", "Part");
pub const NUMBERS_USED: Phrase = phrase("Numbers", "Numéros");
pub const ANSWER_RATE: Phrase = phrase("Answer rate", "Décroché");
pub const BESIDE: Phrase = phrase("Against the others", "Face aux autres");
pub const HANG_UPS: Phrase = phrase("Hang-ups", "Raccrochés");
pub const HANG_UPS_BESIDE: Phrase = phrase("Against the others", "Face aux autres");
pub const TALK: Phrase = phrase("Mean talk", "Communication moy.");
pub const STANDS_OUT: Phrase = phrase("stands out", "se détache");
pub const WITHIN_CHANCE: Phrase = phrase("within chance", "dans le bruit");
pub const ALONE: Phrase = phrase("nobody to compare with", "sans comparaison possible");
pub const NO_AGENTS: Phrase = phrase(
    "No file names the agent of a call: the export’s column with the agent or user would tell.",
    "Aucun fichier ne nomme l’agent d’un appel\u{a0}: la colonne de l’export avec l’agent ou l’utilisateur le dirait.",
);
pub const TOO_MANY_AGENTS: Phrase = phrase(
    "There were too many agents and days to tell them apart. Drop fewer days at a time.",
    "Trop d’agents et de jours pour les distinguer. Déposer moins de jours à la fois.",
);
pub const AGENTS_STAY: Phrase = phrase(
    "Names are personal data: no export of the plan holds them.",
    "Les noms sont des données personnelles\u{a0}: aucun export du plan n’en contient.",
);

/// A role.
pub const fn role(role: NumberRole) -> Phrase {
    match role {
        NumberRole::Active => phrase("Active", "Actif"),
        NumberRole::Resting => phrase("Resting", "Au repos"),
        NumberRole::Spare => phrase("Spare", "Réserve"),
    }
}

/// `In the plan: resting, rest from 17 Feb`; nothing where nobody has decided.
pub fn decided(lang: Lang, plan: NumberPlan) -> Option<String> {
    let role_chosen = plan.role.map(|chosen| role(chosen).to(lang).to_lowercase());
    let rest = plan.rest_from.map(|day| (phrase("rest from {}", "repos dès le {}"), day));
    let warm_up = plan.warm_up_from.map(|day| (phrase("warm-up from {}", "montée en charge dès le {}"), day));
    let dates = [rest, warm_up].into_iter().flatten();
    let dates = dates.map(|(text, day)| text.with(lang, &[&format::day_short(lang, day)]));
    let said: Vec<String> = role_chosen.into_iter().chain(dates).collect();
    (!said.is_empty()).then(|| phrase("In the plan: {}", "Dans le plan\u{a0}: {}").with(lang, &[&said.join(", ")]))
}

/// What to do with a number, short.
pub fn advice(lang: Lang, advice: Advice, role: NumberRole) -> String {
    match (advice, role) {
        (Advice::Rest { days, .. }, NumberRole::Resting) => {
            phrase("Resting: {} days", "Au repos\u{a0}: {} jours").with(lang, &[&days])
        }
        (Advice::Rest { days, .. }, _) => phrase("Stop, {} days", "Arrêter, {} jours").with(lang, &[&days]),
        (Advice::Halve(_), _) => phrase("Half as many calls", "Moitié moins d’appels").to(lang).into(),
        (Advice::OverCap, _) => phrase("Over the cap: spread", "Au-dessus du plafond\u{a0}: répartir").to(lang).into(),
        (Advice::WarmUp, NumberRole::Spare) => {
            phrase("Warm up before use", "Monter en charge avant usage").to(lang).into()
        }
        (Advice::WarmUp, _) => phrase("Warm up: few calls", "Montée en charge\u{a0}: peu d’appels").to(lang).into(),
        (Advice::Keep, _) => phrase("Go on", "Continuer").to(lang).into(),
    }
}

/// The load in a sentence: `1,094 calls a day on 24 numbers: 46 each, for a cap of 100.`
pub fn load(lang: Lang, account: &PoolPlan, cap: f64) -> String {
    let active = u64::from(account.roles[0]);
    let calls = lang.decimal(account.calls_per_day, 0);
    let cap = lang.decimal(cap, 0);
    if active == 0 {
        return phrase(
            "{} calls a day, for a cap of {} a number.",
            "{} appels par jour, pour un plafond de {} par numéro.",
        )
        .with(lang, &[&calls, &cap]);
    }
    let each = lang.decimal(account.calls_per_day / f64::from(account.roles[0]), 0);
    phrase(
        "{} calls a day on {}: {} each, for a cap of {}.",
        "{} appels par jour sur {}\u{a0}: {} chacun, pour un plafond de {}.",
    )
    .with(lang, &[&calls, &dashboard::numbers(lang, active), &each, &cap])
}

/// How many numbers it takes.
pub fn needed(lang: Lang, account: &PoolPlan, planned: f64) -> String {
    let usual = dashboard::numbers(lang, account.needed);
    phrase(
        "At {} planned for each, the usual day takes {}; the busiest of the last 28 ({}) takes {} at the cap.",
        "À raison de {} appels par numéro, un jour ordinaire demande {}\u{202f}; le plus chargé des 28 derniers ({}) en demande {}, au plafond.",
    )
    .with(
        lang,
        &[
            &lang.decimal(planned, 0),
            &usual,
            &dashboard::calls(lang, account.busiest),
            &lang.count(account.needed_busiest),
        ],
    )
}

/// What resting does to the others, as a verdict.
pub fn relief(lang: Lang, account: &PoolPlan) -> String {
    let count = u64::from(account.to_relieve);
    if count == 0 {
        return phrase("No number has to stop.", "Aucun numéro à arrêter.").to(lang).into();
    }
    let freed = lang.decimal(account.freed, 0);
    let who = dashboard::numbers(lang, count);
    let spares = match u64::from(account.spares_used) {
        0 => String::new(),
        used => lang
            .plural_phrase(
                used,
                phrase(" {} spare takes its part.", " {} réserve prend sa part."),
                phrase(" {} spares take their part.", " {} réserves prennent leur part."),
            )
            .with(lang, &[&used]),
    };
    if account.missing == 0 {
        let [before, after] = account.highest.map(|load| lang.decimal(load, 0));
        return format!(
            "{}{spares}",
            phrase(
                "{} must stop or call less: {} calls a day move, and find room. The most loaded of the others goes from {} to {} a day.",
                "{} à arrêter ou à ralentir\u{a0}: {} appels par jour à reporter, que les autres peuvent absorber. Le plus chargé d’entre eux passe de {} à {} par jour.",
            )
            .with(lang, &[&who, &freed, &before, &after])
        );
    }
    format!(
        "{}{spares}",
        phrase(
            "{} must stop or call less: of the {} calls a day that move, {} find no place. {} missing: add them first, or the others will be the next to fall.",
            "{} à arrêter ou à ralentir\u{a0}: sur {} appels par jour à reporter, {} ne peuvent être absorbés. Il manque {}\u{a0}: les ajouter d’abord, sinon les autres tomberont à leur tour.",
        )
        .with(lang, &[&who, &freed, &lang.decimal(account.unplaced, 0), &dashboard::numbers(lang, account.missing)])
    )
}

/// The warm-up of a new number, in one line.
pub fn warm_up(lang: Lang, calls: &[u32]) -> String {
    let weeks = calls.len();
    let calls: Vec<String> = calls.iter().map(u32::to_string).collect();
    NEW_NUMBERS.with(lang, &[&weeks, &calls.join(" · ")])
}

/// The title of a rest or a warm-up in a calendar.
pub fn event(lang: Lang, number: &str, calls: Option<u32>) -> String {
    let number = format::phone(lang, number);
    match calls {
        None => phrase("Rest: {}", "Repos\u{a0}: {}").with(lang, &[&number]),
        Some(calls) => {
            phrase("Warm-up: {}, {} calls a day at most", "Montée en charge\u{a0}: {}, {} appels par jour au plus")
                .with(lang, &[&number, &calls])
        }
    }
}

/// A sum of money: `€1,240`, `1 240 €`.
pub fn money(lang: Lang, value: f64, currency: Currency) -> String {
    let decimals = if value.abs() < 100.0 { 2 } else { 0 };
    let amount = lang.decimal(value, decimals);
    let sign = match currency {
        Currency::Eur => "€",
        Currency::Usd => "$",
        Currency::Gbp => "£",
        Currency::Chf => "CHF",
        Currency::Cad => "CA$",
    };
    match (lang, currency) {
        (Lang::En, Currency::Chf) => format!("CHF\u{a0}{amount}"),
        (Lang::En, _) => format!("{sign}{amount}"),
        (Lang::Fr, _) => format!("{amount}\u{a0}{sign}"),
    }
}

/// `240 (180 to 310)`.
pub fn estimate(lang: Lang, value: f64, low: f64, high: f64, decimals: usize) -> [String; 2] {
    [lang.decimal(value, decimals), format!("({})", format::between(lang, low, high, decimals))]
}

/// What the conversions rest on.
pub fn rests_on(lang: Lang, low: f64, high: f64) -> String {
    let (low, high) = (lang.decimal(low * 100.0, 1), lang.decimal(high * 100.0, 1));
    phrase(
        "Of a hundred conversations, {} to {} convert in this account; a subject with 200 answered calls or more has its own rate.",
        "Sur cent conversations, {} à {} aboutissent à une transformation dans ce compte\u{202f}; un numéro ou un groupe qui a 200 appels décrochés ou plus a son propre taux.",
    )
    .with(lang, &[&low, &high])
}

/// How many agents could stand out by chance.
pub fn agents_note(lang: Lang, agents: usize, from: &str, to: &str) -> String {
    phrase(
        "{} agents, {} to {}. “Stands out” holds when all of them are tested at once.",
        "{} agents, du {} au {}. «\u{a0}Se détache\u{a0}» reste vrai quand tous sont testés à la fois.",
    )
    .with(lang, &[&agents, &from, &to])
}

#[cfg(test)]
mod tests {
    use super::{Lang, PoolPlan, money, relief};
    use crate::model::Currency;

    #[test]
    fn money_is_written_as_each_language_does() {
        assert_eq!(money(Lang::En, 1240.4, Currency::Eur), "€1,240");
        assert_eq!(money(Lang::Fr, 1240.4, Currency::Eur), "1\u{202f}240\u{a0}€");
        assert_eq!(money(Lang::En, 9.5, Currency::Chf), "CHF\u{a0}9.50");
    }

    #[test]
    fn what_finds_no_place_is_said_before_anything_is_rested() {
        let plan = PoolPlan { to_relieve: 3, freed: 180.0, unplaced: 61.0, missing: 2, ..PoolPlan::default() };
        let text = relief(Lang::En, &plan);
        assert!(text.contains("61 find no place") && text.contains("2\u{a0}numbers missing"), "{text}");
        assert!(relief(Lang::Fr, &PoolPlan::default()).starts_with("Aucun"));
    }
}
