//! A need as it stands on paper: who, what since when and how sure, the figures, the order.

use crate::{
    app::{
        format,
        needs::Need,
        words::{Lang, alerts, dashboard, findings, kpis, messages, paper as words},
    },
    diagnose::{ActionId, Finding},
    kpi::Zone,
    model::Subject,
    report::{NumberReport, Report, sheet::Order},
    watch::{Grade, Rule},
};

/// A need as an order, with at most so many of its actions.
pub fn order(lang: Lang, report: &Report, need: &Need, actions: usize) -> Order {
    let (what, figures, order) = match (need.findings.first(), need.alerts.first()) {
        (Some(finding), _) => {
            let confirmed = need.alerts.iter().any(|alert| alert.grade == Grade::Confirmed) || finding.certainty >= 0.9;
            let grade = if confirmed { Grade::Confirmed } else { Grade::Probable };
            let sure = format!("{}, {}", lang.percent(finding.certainty * 100.0, 0), alerts::grade(grade).to(lang));
            let what = words::SINCE
                .with(lang, &[&findings::title(finding.diagnosis).to(lang), &format::day(lang, finding.since), &sure]);
            let orders: Vec<String> =
                finding.actions.iter().take(actions).map(|action| findings::action(lang, action)).collect();
            (what, figures(lang, finding), orders.join(" "))
        }
        (None, Some(alert)) => {
            let what = format!("{} ({})", alerts::name(lang, alert), alerts::grade(alert.grade).to(lang));
            (what, alerts::sentence(lang, alert), alerts::order(alert.rule).to(lang).to_owned())
        }
        (None, None) => {
            let (title, text) = messages::level(lang, need.level);
            let order = match need.level {
                Some((id, _)) if !need.flagged => kpis::action(id, Zone::Red),
                _ => alerts::order(Rule::NewlyBlacklisted),
            };
            (title, text, order.to(lang).to_owned())
        }
    };
    Order {
        zone: need.zone(),
        word: word(need).to(lang).to_owned(),
        who: findings::subject(lang, &need.subject),
        under: pool(report, &need.subject)
            .map_or_else(|| findings::kind(lang, &need.subject).to_owned(), str::to_owned),
        what,
        figures,
        order,
    }
}

/// A number's entry in the report.
pub fn entry<'a>(report: &'a Report, subject: &Subject) -> Option<&'a NumberReport> {
    match subject {
        Subject::Number(number) => report.numbers.iter().find(|entry| &entry.number == number),
        _ => None,
    }
}

/// The name of a number's pool, without its kind.
pub fn pool<'a>(report: &'a Report, subject: &Subject) -> Option<&'a str> {
    let pool = entry(report, subject)?.pool.as_deref()?;
    Some(pool.split_once(':').map_or(pool, |(_, name)| name))
}

/// The levels before and after, and what was lost.
fn figures(lang: Lang, finding: &Finding) -> String {
    let briefs: Vec<String> = finding
        .evidence
        .iter()
        .filter_map(|piece| findings::brief(lang, piece))
        .map(|(label, figures)| if figures.is_empty() { label } else { format!("{label} {figures}") })
        .collect();
    let mut text = if briefs.is_empty() {
        findings::meaning(finding.diagnosis).to(lang).to_owned()
    } else {
        format!("{}.", format::capital(&briefs.join(", ")))
    };
    if let Some(lost) = finding.lost_conversations {
        let said = dashboard::lost(lang, lost);
        text.push_str(&format!(" {}{}{said}.", dashboard::LOST.to(lang), format::colon(lang)));
    }
    text
}

/// What the need asks for, in a word.
fn word(need: &Need) -> crate::app::words::Phrase {
    let first = need.findings.first().and_then(|finding| finding.actions.first());
    match (first.map(|action| action.id), need.zone()) {
        (Some(ActionId::Wait), _) => words::WAIT,
        (Some(ActionId::HalveVolume), _) => words::SLOW_DOWN,
        (Some(ActionId::StopCalls), _) | (None, Zone::Red) => words::STOP,
        _ => words::LOOK,
    }
}
