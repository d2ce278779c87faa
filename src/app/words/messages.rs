//! Messages ready to send to the team: one per finding and one per alert, in both languages. Plain text; the reader of
//! the message has not seen the page, so it says who, what to do, what happened and how sure we are.

use super::{Lang, Phrase, alerts, findings, kpis, phrase};
use crate::{
    app::{format, needs::Need},
    diagnose::{ActionId, Finding, Signal},
    kpi::{KpiId, Zone},
    model::{Scope, Subject},
    watch::{Alert, Rule},
};

/// A message with its subject line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The subject of an e-mail.
    pub subject: String,
    /// The text.
    pub body: String,
}

impl Message {
    /// A `mailto:` address without a recipient: the mail program asks.
    pub fn mailto(&self) -> String {
        format!("mailto:?subject={}&body={}", format::encoded(&self.subject), format::encoded(&self.body))
    }

    /// An `sms:` address without a recipient.
    pub fn sms(&self) -> String {
        format!("sms:?&body={}", format::encoded(&self.body))
    }
}

/// The message of a finding. `pool` is the name of the number's pool, where it has one.
pub fn of_finding(lang: Lang, finding: &Finding, pool: Option<&str>) -> Message {
    let who = who(lang, &finding.subject, pool);
    let mut body = match finding.actions.first().map(|action| action.id) {
        Some(ActionId::StopCalls) => {
            phrase("Please take {} out of rotation this morning.", "Merci de sortir {} de la rotation ce matin.")
                .with(lang, &[&who])
        }
        Some(ActionId::HalveVolume) => phrase(
            "From today, please halve the calls made from {}.",
            "À partir d’aujourd’hui, merci de diviser par deux les appels passés avec {}.",
        )
        .with(lang, &[&who]),
        Some(ActionId::Wait) => phrase(
            "About {}: please change nothing for 48 hours, it is probably not the numbers.",
            "À propos de {}\u{a0}: merci de ne rien changer pendant 48 heures, les numéros ne sont sans doute pas en cause.",
        )
        .with(lang, &[&who]),
        _ => phrase("About {}.", "À propos de {}.").with(lang, &[&who]),
    };
    let facts: Vec<String> = finding
        .evidence
        .iter()
        .filter_map(|evidence| findings::brief(lang, evidence))
        .map(|(label, figures)| if figures.is_empty() { label } else { format!("{label} {figures}") })
        .collect();
    body.push(' ');
    body.push_str(&phrase("Since {}: {}.", "Depuis le {}\u{a0}: {}.").with(
        lang,
        &[
            &format::day(lang, finding.since),
            &if facts.is_empty() {
                findings::title(finding.diagnosis).to(lang).to_lowercase()
            } else {
                format::list(lang, &facts)
            },
        ],
    ));
    let alone = finding
        .evidence
        .iter()
        .any(|evidence| evidence.signal == Signal::AnswerRateVsPool && evidence.high.is_some_and(|high| high < 0.0));
    if alone && finding.subject.scope() == Scope::Number {
        body.push(' ');
        body.push_str(
            phrase(
                "The other numbers of its pool hold, so the list is not the cause.",
                "Les autres numéros de son groupe tiennent\u{a0}: le fichier n’est pas en cause.",
            )
            .to(lang),
        );
    }
    for action in &finding.actions {
        body.push_str("\n- ");
        body.push_str(&findings::action(lang, action));
    }
    body.push_str("\n\n");
    body.push_str(
        &phrase(
            "Certainty {}. Computed from our own call files with Ringwell.",
            "Certitude {}. Calculé à partir de nos propres fichiers d’appels avec Ringwell.",
        )
        .with(lang, &[&lang.percent(finding.certainty * 100.0, 0)]),
    );
    let subject = format!(
        "{} – {}",
        findings::subject(lang, &finding.subject),
        findings::title(finding.diagnosis).to(lang).to_lowercase()
    );
    Message { subject, body }
}

/// The message of an alert.
pub fn of_alert(lang: Lang, alert: &Alert, pool: Option<&str>) -> Message {
    let colon = format::colon(lang);
    let name = alerts::name(lang, alert);
    let grade = alerts::grade(alert.grade).to(lang);
    let body = format!(
        "{}{colon}{} {}\n\n{} ({grade}). {}",
        format::capital(&who(lang, &alert.subject, pool)),
        format::uncapital(&alerts::sentence(lang, alert)),
        alerts::order(alert.rule).to(lang),
        name,
        COMPUTED.to(lang)
    );
    Message { subject: format!("{} – {}", findings::subject(lang, &alert.subject), name.to_lowercase()), body }
}

/// A number that is red by its level, or flagged: title and sentence.
pub fn level(lang: Lang, level: Option<(KpiId, f64)>) -> (String, String) {
    match level {
        Some((id, value)) => {
            let colon = format::colon(lang);
            let figure = match id {
                KpiId::AverageTalkTime => format::talk(value),
                KpiId::ReputationScore => lang.decimal(value, 0),
                _ => format::rate(lang, value),
            };
            (format!("{}{colon}{figure}", kpis::name(id).to(lang)), kpis::sentence(id, Zone::Red).to(lang).to_owned())
        }
        None => (
            phrase("Flagged as spam", "Signalé comme indésirable").to(lang).to_owned(),
            phrase(
                "A current reading flags this number as spam.",
                "Un relevé en cours de validité signale ce numéro comme indésirable.",
            )
            .to(lang)
            .to_owned(),
        ),
    }
}

/// The message about such a number.
pub fn of_level(lang: Lang, subject: &Subject, level: Option<(KpiId, f64)>, pool: Option<&str>) -> Message {
    let (title, sentence) = self::level(lang, level);
    let order = match level {
        Some((id, _)) => kpis::action(id, Zone::Red),
        None => alerts::order(Rule::NewlyBlacklisted),
    };
    let colon = format::colon(lang);
    let body = format!(
        "{}{colon}{title}. {sentence} {}\n\n{}",
        format::capital(&who(lang, subject, pool)),
        order.to(lang),
        COMPUTED.to(lang)
    );
    Message { subject: format!("{} – {}", findings::subject(lang, subject), title), body }
}

/// What a carrier needs to look into it: which number, since when, what is seen, what is asked. The number stands in
/// international form: it goes into their systems. Nothing for a pool or an account, which no carrier knows.
pub fn to_carrier(lang: Lang, need: &Need) -> Option<Message> {
    let Subject::Number(number) = &need.subject else { return None };
    let first = need.alerts.first();
    let since = need.findings.first().map(|finding| finding.since).or(first.map(|alert| alert.since));
    let seen: Vec<String> = match (need.findings.first(), first) {
        (Some(finding), _) => finding.evidence.iter().map(|piece| findings::evidence(lang, piece)).collect(),
        (None, Some(alert)) => vec![alerts::sentence(lang, alert)],
        (None, None) => vec![level(lang, need.level).0],
    };
    let mut body = match since {
        Some(day) => phrase(
            "Hello,\n\nOur outbound number {} has behaved unusually since {}:",
            "Bonjour,\n\nNotre numéro sortant {} se comporte anormalement depuis le {}\u{a0}:",
        )
        .with(lang, &[number, &format::day_long(lang, day)]),
        None => {
            phrase("Hello,\n\nAbout our outbound number {}:", "Bonjour,\n\nÀ propos de notre numéro sortant {}\u{a0}:")
                .with(lang, &[number])
        }
    };
    for line in seen {
        body.push_str("\n- ");
        body.push_str(&line);
    }
    body.push_str(ASKED.to(lang));
    let subject = phrase(
        "Number {}: check of its routing and reputation",
        "Numéro {}\u{a0}: vérifier son acheminement et sa réputation",
    )
    .with(lang, &[number]);
    Some(Message { subject, body })
}

/// What a carrier is asked.
const ASKED: Phrase = phrase(
    "\n\nCould you please check\n1. whether its calls are routed and authenticated as they should be (attestation, route, response codes);\n2. whether it is filtered or labelled, by you or by an analytics provider of yours, since when and on which grounds;\n3. what is needed for a review or a correction.\n\nThe number is ours and is used for our own calls. We can give times and response codes of single calls on request.",
    "\n\nMerci de vérifier\n1. si ses appels sont acheminés et authentifiés correctement (attestation, route, codes de réponse)\u{202f};\n2. s’il est filtré ou étiqueté, chez vous ou chez un prestataire d’analyse, depuis quand et pour quel motif\u{202f};\n3. ce qu’il faut pour un réexamen ou une correction.\n\nCe numéro est le nôtre et sert à nos propres appels. Nous pouvons fournir l’heure et le code de réponse d’appels précis sur demande.",
);

/// Where the figures come from.
const COMPUTED: Phrase = phrase(
    "Computed from our own call files with Ringwell.",
    "Calculé à partir de nos propres fichiers d’appels avec Ringwell.",
);

fn who(lang: Lang, subject: &Subject, pool: Option<&str>) -> String {
    let name = findings::subject(lang, subject);
    match (subject, pool, lang) {
        (Subject::Number(_), Some(pool), Lang::En) => format!("{name} ({pool})"),
        (Subject::Number(_), Some(pool), Lang::Fr) => format!("le {name} ({pool})"),
        (Subject::Number(_), None, Lang::Fr) => format!("le {name}"),
        (Subject::Account, ..) => phrase("all numbers", "tous les numéros").to(lang).to_owned(),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        diagnose::{Action, Diagnosis, Evidence},
        model::Day,
    };

    fn finding(diagnosis: Diagnosis, first: ActionId) -> Finding {
        let day = Day::from_ymd(2026, 2, 10).unwrap_or_default();
        let piece = |signal| Evidence {
            signal,
            value: -28.9,
            low: Some(-32.9),
            high: Some(-24.3),
            n: 412,
            days: [day, day],
            before: Some(42.8),
            after: Some(13.9),
            source: None,
            about: None,
        };
        Finding {
            diagnosis,
            scope: Scope::Number,
            subject: Subject::Number("+33162000417".to_owned()),
            since: day,
            certainty: 0.96,
            evidence: vec![piece(Signal::AnswerRate), piece(Signal::AnswerRateVsPool)],
            against: Vec::new(),
            unchecked: Vec::new(),
            actions: vec![Action { id: first, days: Some(30), numbers: Vec::new() }],
            confirm: Vec::new(),
            rules_out: Vec::new(),
            lost_conversations: None,
        }
    }

    #[test]
    fn a_message_says_who_what_to_do_since_when_and_how_sure() {
        let message = of_finding(Lang::En, &finding(Diagnosis::Blacklisted, ActionId::StopCalls), Some("Rénovation"));
        assert_eq!(
            message.body.replace(['\u{a0}', '\u{202f}'], " "),
            "Please take +33 1 62 00 04 17 (Rénovation) out of rotation this morning. Since Tue 10 Feb: answers 42.8 → 13.9 %. \
             The other numbers of its pool hold, so the list is not the cause.\n- Stop calling from it today, for 30 days.\n\n\
             Certainty 96 %. Computed from our own call files with Ringwell."
        );
    }

    #[test]
    fn a_carrier_is_told_the_international_number_what_is_seen_and_what_is_asked() {
        let finding = finding(Diagnosis::Blacklisted, ActionId::StopCalls);
        let need = Need {
            subject: finding.subject.clone(),
            findings: vec![&finding],
            alerts: Vec::new(),
            level: None,
            flagged: false,
        };
        for lang in Lang::ALL {
            let message = to_carrier(lang, &need).unwrap_or(Message { subject: String::new(), body: String::new() });
            assert!(message.subject.contains("+33162000417") && message.body.contains("+33162000417"));
            assert!(message.body.contains("2026") && message.body.contains("\n- ") && message.body.contains("\n3. "));
            // Our own conclusion is not the carrier's business, nor what we mean to do.
            assert!(!message.body.contains(findings::title(Diagnosis::Blacklisted).to(lang)));
        }
        let account = Need { subject: Subject::Account, ..need };
        assert_eq!(to_carrier(Lang::En, &account), None);
    }

    #[test]
    fn every_diagnosis_has_a_message_in_both_languages() {
        for lang in Lang::ALL {
            for diagnosis in Diagnosis::ALL {
                let message = of_finding(lang, &finding(diagnosis, ActionId::Wait), None);
                assert!(!message.subject.is_empty() && !message.body.contains("{}"));
                assert!(message.mailto().starts_with("mailto:?subject=") && !message.mailto().contains(' '));
                assert!(message.sms().starts_with("sms:?&body=") && !message.sms().contains('\n'));
            }
        }
    }
}
