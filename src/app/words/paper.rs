//! The words of reports on paper and in files, of exports, and of sharing.

use super::{Lang, Phrase, dashboard, kpis, phrase};
use crate::kpi::KpiId;

// On the sheet.
pub const REPORT_OF: Phrase =
    phrase("Ringwell phone-reputation report", "Ringwell, rapport de réputation téléphonique");
pub const MADE_ON: Phrase = phrase("Made on {}", "Établi le {}");
pub const WHAT_TO_DO: Phrase = phrase("What to do", "À faire");
pub const SEVEN: Phrase = phrase("The seven indicators", "Les sept indicateurs");
pub const MOST_USED: Phrase = phrase("The numbers with most calls", "Les numéros les plus utilisés");
pub const ALL_NUMBERS: Phrase = phrase("All numbers", "Tous les numéros");
pub const LAST_DAYS: Phrase = phrase("The last days with calls", "Les derniers jours avec des appels");
pub const FILES: Phrase = phrase("What it rests on", "Ce sur quoi il repose");

pub const INDICATOR: Phrase = phrase("Indicator", "Indicateur");
pub const VALUE: Phrase = phrase("Value", "Valeur");
pub const ZONE: Phrase = phrase("Zone", "Zone");
pub const CHANGE: Phrase = phrase("Change", "Évolution");
pub const HEALTHY: Phrase = phrase("Healthy when", "Bon si");
pub const NOT_MEASURED: Phrase = phrase("not measured", "non mesuré");
pub const OVER: Phrase = phrase("over {}", "plus de {}");
pub const UNDER: Phrase = phrase("under {}", "moins de {}");
pub const FROM: Phrase = phrase("{} or more", "{} ou plus");
pub const UP_TO: Phrase = phrase("up to {}", "jusqu’à {}");
pub const USUAL: Phrase = phrase("as usual: {}", "comme d’habitude\u{a0}: {}");
pub const AS_BEFORE: Phrase = phrase("as usual", "comme d’habitude");

/// What happened, since when, how sure: `Blacklisted since Tue 10 Feb (96 %, confirmed)`.
pub const SINCE: Phrase = phrase("{} since {} ({})", "{} depuis le {} ({})");
pub const STOP: Phrase = phrase("Stop", "Arrêter");
pub const SLOW_DOWN: Phrase = phrase("Slow down", "Ralentir");
pub const WAIT: Phrase = phrase("Wait", "Attendre");
pub const LOOK: Phrase = phrase("Look into it", "À examiner");

pub const METHOD_TITLE: Phrase = phrase("How these figures were made", "Comment ces chiffres sont établis");
pub const ONE_OUTCOME: Phrase = phrase(
    "Each call has one outcome; a voicemail that the file can tell apart is not an answer. What the files do not measure is shown as not measured, never as zero.",
    "Chaque appel a une seule issue\u{202f}; une messagerie que le fichier sait distinguer n’est pas un décroché. Ce que les fichiers ne mesurent pas est dit non mesuré, jamais zéro.",
);
pub const METHOD: [Phrase; 3] = [
    phrase(
        "Intervals are Wilson’s at 95\u{202f}%; a dashed zone means that the interval reaches into another. The change compares the last 7 active days with the 28 before; ≈ marks chance, ▲▼ what is not chance.",
        "Intervalles de Wilson à 95\u{a0}%\u{202f}; une zone en pointillé signifie que l’intervalle en touche une autre. L’évolution compare les 7 derniers jours actifs aux 28 précédents\u{202f}; ≈ marque le hasard, ▲▼ ce qui n’en est pas.",
    ),
    phrase(
        "Indicators and zones: HUHU.fr, “Phone Reputation KPIs”, 3 Feb 2026, with the thresholds set on the page. No label can be seen from call files: the report says what a label does to the calls, and how sure that is.",
        "Indicateurs et zones\u{a0}: HUHU.fr, «\u{a0}Phone Reputation KPIs\u{a0}», 3 févr. 2026, avec les seuils réglés sur la page. Aucune étiquette ne se lit dans un fichier d’appels\u{a0}: le rapport dit ce qu’elle fait aux appels, et avec quelle certitude.",
    ),
    phrase(
        "Computed in the browser; the calls never left the computer. This report holds no called number and no agent’s name.",
        "Calculé dans le navigateur\u{202f}; les appels n’ont pas quitté l’ordinateur. Ce rapport ne contient ni numéro appelé ni nom d’agent.",
    ),
];
/// In place of an agent's name.
pub const AN_AGENT: Phrase = phrase("An agent", "Un agent");
/// What a filter leaves, and how much that is.
pub const PART: Phrase = phrase("Only part of the calls. {}. {}.", "Une partie des appels seulement. {}. {}.");
pub const PART_JUDGED: Phrase = phrase(
    "Figures are those of this part; alerts, findings and statuses rest on all calls of their subject.",
    "Les chiffres sont ceux de cette partie\u{202f}; alertes, diagnostics et statuts reposent sur tous les appels de leur sujet.",
);
pub const VEILED: Phrase = phrase(
    "Own numbers are shortened for sharing; (2) tells apart two that then look alike.",
    "Les numéros présentés sont abrégés pour le partage\u{202f}; (2) distingue deux numéros qui se ressemblent alors.",
);

/// How many needs are not on the page.
pub fn left_out(lang: Lang, count: u64) -> String {
    match lang {
        Lang::En => format!(
            "{} more {} on the page itself.",
            lang.count(count),
            lang.plural(count, "need stands", "needs stand")
        ),
        Lang::Fr => format!(
            "{} {} dans Ringwell.",
            lang.count(count),
            lang.plural(count, "autre point figure", "autres points figurent")
        ),
    }
}

/// `8,180 calls from 24 numbers on 5 active days.`
pub fn rests_on(lang: Lang, calls: u64, numbers: u64, days: u64) -> String {
    let calls = dashboard::calls(lang, calls);
    let days = dashboard::active_days(lang, days);
    match numbers {
        0 | 1 => phrase("{} on {}.", "{} sur {}.").with(lang, &[&calls, &days]),
        _ => phrase("{} from {} on {}.", "{} avec {} sur {}.")
            .with(lang, &[&calls, &dashboard::numbers(lang, numbers), &days]),
    }
}

/// `13 other numbers of its pool`.
pub fn others(lang: Lang, count: u64) -> String {
    let one = phrase("the other number of its pool", "l’autre numéro de son groupe");
    let many = phrase("the {} other numbers of its pool", "les {} autres numéros de son groupe");
    match count {
        1 => one.to(lang).to_owned(),
        _ => many.with(lang, &[&lang.count(count)]),
    }
}

/// `the first 200 of 341`.
pub fn first_of(lang: Lang, shown: u64, all: u64) -> String {
    phrase("the first {} of {}", "les {} premières sur {}").with(lang, &[&lang.count(shown), &lang.count(all)])
}

// Heads of tables.
pub const ALERT: Phrase = phrase("Alert", "Alerte");
pub const FINDING: Phrase = phrase("Finding", "Diagnostic");
pub const POOL: Phrase = phrase("Pool", "Groupe");
pub const WHO: Phrase = phrase("Who", "Qui");
pub const FIRST_DAY: Phrase = phrase("First day", "Premier jour");
pub const LAST_DAY: Phrase = phrase("Last day", "Dernier jour");
pub const CHANGED_ON: Phrase = phrase("Since", "Depuis");
pub const FIGURE: Phrase = phrase("Figure", "Valeur");
pub const GRADE: Phrase = phrase("Grade", "Fiabilité");
pub const CERTAIN: Phrase = phrase("Certainty (%)", "Certitude (%)");
pub const LOW: Phrase = phrase("lower end", "borne basse");
pub const HIGH: Phrase = phrase("upper end", "borne haute");
pub const LIMIT: Phrase = phrase("Limit", "Limite");
pub const BEFORE: Phrase = phrase("Before", "Avant");
pub const AFTER: Phrase = phrase("After", "Après");
pub const SENTENCE: Phrase = phrase("In words", "En clair");
pub const TO_DO: Phrase = phrase("What to do", "À faire");
pub const LOST: Phrase = phrase("Lost conversations", "Conversations perdues");
pub const ID: Phrase = phrase("Id", "Identifiant");
pub const REFUSED: Phrase = phrase("Rejected", "Rejetés");
pub const HANG_UPS: Phrase = phrase("Hung up within seconds", "Raccrochés aussitôt");
pub const CONVERSIONS: Phrase = phrase("Conversions", "Transformations");
pub const A_DAY: Phrase = phrase("Calls a day, last 7 active days", "Appels par jour, 7 derniers jours actifs");
/// A file of no system that is known.
pub const A_TABLE: Phrase = phrase("table", "tableau");
pub const FILE: Phrase = phrase("File", "Fichier");
pub const ROWS: Phrase = phrase("Rows read", "Lignes lues");
pub const COUNTED: Phrase = phrase("Counted", "Retenues");
pub const ASIDE: Phrase = phrase("Set aside", "Écartées");

/// A KPI's name with its unit: a spreadsheet's cell holds the bare figure.
pub fn with_unit(lang: Lang, id: KpiId) -> String {
    let unit = match id {
        KpiId::AverageTalkTime => "s",
        KpiId::ReputationScore => "0–100",
        _ => "%",
    };
    format!("{} ({unit})", kpis::name(id).to(lang))
}

// Taking it away.
pub const TAKE_AWAY: Phrase = phrase("Share", "Partager");
pub const SHARE_TITLE: Phrase = phrase("Print, share, export", "Imprimer, partager, exporter");
pub const SHARE_SUB: Phrase = phrase(
    "Made here and saved by your browser: nothing is sent. None holds a called number; an agent’s name can stand in the JSON alone.",
    "Établi ici et enregistré par votre navigateur\u{a0}: rien n’est envoyé. Aucun numéro appelé n’y figure\u{202f}; un nom d’agent peut figurer dans le seul JSON.",
);
pub const FOR_PEOPLE: Phrase = phrase("To read and to share:", "À lire et à partager\u{a0}:");
pub const PART_ON: Phrase = phrase(
    "A filter is on: reports, numbers, alerts and findings show only what it leaves, and say so. The daily table and the JSON hold all calls.",
    "Un filtre est actif\u{a0}: rapports, numéros, alertes et diagnostics ne montrent que ce qu’il laisse, et le disent. Le relevé quotidien et le JSON portent sur tous les appels.",
);
pub const COL_PART: Phrase = phrase("Filter", "Filtre");
pub const FOR_SHEETS: Phrase = phrase("For a spreadsheet (CSV)", "Pour un tableur (CSV)");
pub const FOR_PROGRAMS: Phrase = phrase("For a program", "Pour un programme");
pub const JSON: Phrase = phrase("Report (JSON)", "Rapport (JSON)");
pub const JSON_ALL: Phrase = phrase("Report of all calls (JSON)", "Rapport de tous les appels (JSON)");
pub const PRINT: Phrase = phrase("Print one page", "Imprimer en une page");
pub const HTML: Phrase = phrase("Report as one file (HTML)", "Rapport en un fichier (HTML)");
pub const MARKDOWN: Phrase = phrase("Report as text (Markdown)", "Rapport en texte (Markdown)");
pub const SHORTEN: Phrase = phrase("Shorten our own numbers", "Abréger nos propres numéros");
/// An example of a shortened number.
pub const SHORTEN_HELP: Phrase = phrase(
    "In HTML and text: +33\u{a0}1\u{a0}62\u{a0}••\u{a0}••\u{a0}17. On paper and in tables they stay whole.",
    "En HTML et en texte\u{a0}: 01\u{a0}62\u{a0}••\u{a0}••\u{a0}17. Sur papier et dans les tableaux, ils restent entiers.",
);
pub const CSV_NUMBERS: Phrase = phrase("Numbers", "Numéros");
pub const CSV_ALERTS: Phrase = phrase("Alerts", "Alertes");
pub const CSV_FINDINGS: Phrase = phrase("Findings", "Diagnostics");
pub const CSV_DAILY: Phrase = phrase("Daily table", "Relevé quotidien");
pub const CSV_DAILY_ALL: Phrase = phrase("Daily table of all calls", "Relevé quotidien de tous les appels");

// Names of files.
pub const FILE_REPORT: Phrase = phrase("ringwell-report", "ringwell-rapport");
pub const FILE_NUMBERS: Phrase = phrase("ringwell-numbers", "ringwell-numeros");
pub const FILE_ALERTS: Phrase = phrase("ringwell-alerts", "ringwell-alertes");
pub const FILE_FINDINGS: Phrase = phrase("ringwell-findings", "ringwell-diagnostics");

/// The end of a file's name where it holds a part of the calls.
pub const FILE_PART: Phrase = phrase("-filtered", "-filtre");

// Notifications.
pub const NOTIFY: Phrase = phrase("Notify me", "Me prévenir");
pub const NOTIFY_HELP: Phrase = phrase(
    "A notification of your browser when a reading ends, and when it brings new confirmed alerts. Nothing is sent.",
    "Une notification de votre navigateur à la fin d’une lecture, et si elle apporte de nouvelles alertes confirmées. Rien n’est envoyé.",
);
pub const NOTIFY_REFUSED: Phrase = phrase(
    "Your browser does not allow notifications of this page: change it in its settings for this site.",
    "Votre navigateur n’autorise pas les notifications de cette page\u{a0}: à changer dans ses réglages pour ce site.",
);
pub const NOTIFY_SET: Phrase = phrase("You will be notified", "Vous serez prévenu");
pub const NOTIFY_UNSET: Phrase = phrase("No more notifications", "Plus de notifications");

/// The text of a notification: how many confirmed alerts are new.
pub fn new_alerts(lang: Lang, count: u64) -> String {
    match count {
        0 => phrase("No new confirmed alert.", "Aucune nouvelle alerte confirmée.").to(lang).to_owned(),
        _ => lang
            .plural_phrase(
                count,
                phrase("{} new confirmed alert.", "{} nouvelle alerte confirmée."),
                phrase("{} new confirmed alerts.", "{} nouvelles alertes confirmées."),
            )
            .with(lang, &[&lang.count(count)]),
    }
}

/// The name of a report's file: what it is, the last day of its period, whether it holds a part of the calls.
pub fn file_name(lang: Lang, last: Option<crate::model::Day>, part: &str, end: &str) -> String {
    let day = last.map(|day| format!("-{day}")).unwrap_or_default();
    format!("{}{day}{part}.{end}", FILE_REPORT.to(lang))
}
