//! Tables for a spreadsheet: numbers, alerts, findings. Heads and words in the reader's language; the ids of the report
//! stand beside the words, so that a table can be joined to another.

use super::spoken;
use crate::{
    app::words::{Lang, alerts, dashboard, findings, paper as words},
    kpi::KpiId,
    model::Subject,
    report::{Dialect, Report, Totals, Value, table_csv},
    watch::Rule,
};

/// French spreadsheets expect semicolons and a decimal comma.
const fn dialect(lang: Lang) -> Dialect {
    match lang {
        Lang::En => Dialect::Comma,
        Lang::Fr => Dialect::Semicolon,
    }
}

fn subject(lang: Lang, subject: &Subject) -> Value {
    match subject {
        Subject::Number(number) => Value::Phone(number.clone()),
        Subject::Prefix(digits) => Value::Phone(format!("+{digits}")),
        other => findings::subject(lang, other).into(),
    }
}

/// One row per number, by calls, most first.
pub fn numbers_csv(lang: Lang, report: &Report, part: Option<&str>) -> String {
    let mut heads = vec![
        dashboard::COL_NUMBER,
        words::POOL,
        dashboard::COL_STATUS,
        dashboard::COL_CALLS,
        dashboard::COL_ANSWERED,
        dashboard::COL_VOICEMAIL,
        words::REFUSED,
        words::HANG_UPS,
        words::CONVERSIONS,
        dashboard::COL_REPORTS,
    ]
    .into_iter()
    .map(|head| head.to(lang).to_owned())
    .collect::<Vec<_>>();
    for id in KpiId::ALL {
        let name = crate::app::words::kpis::name(id).to(lang);
        heads.push(words::with_unit(lang, id));
        if !matches!(id, KpiId::ReputationScore | KpiId::AverageTalkTime) {
            heads.push(format!("{name}, {}", words::LOW.to(lang)));
            heads.push(format!("{name}, {}", words::HIGH.to(lang)));
        }
    }
    let last = [dashboard::COL_FLAGGED, words::FIRST_DAY, words::LAST_DAY, words::A_DAY];
    heads.extend(last.map(|head| head.to(lang).to_owned()));
    let rows = report.numbers.iter().map(|number| {
        let Totals { calls, answered, voicemail, rejected, hang_ups, conversions, spam_reports, .. } = number.totals;
        let pool = number.pool.as_deref().map_or("", |pool| pool.split_once(':').map_or(pool, |(_, name)| name));
        let mut row = vec![
            Value::Phone(number.number.clone()),
            pool.into(),
            dashboard::status(number.status).to(lang).into(),
            calls.into(),
            answered.into(),
            voicemail.into(),
            rejected.into(),
            hang_ups.into(),
            conversions.into(),
            spam_reports.into(),
        ];
        for id in KpiId::ALL {
            let kpi = number.kpis.get(id);
            row.push(kpi.value.into());
            if !matches!(id, KpiId::ReputationScore | KpiId::AverageTalkTime) {
                row.extend([kpi.low.into(), kpi.high.into()]);
            }
        }
        let flagged = number.flagged.map(|flagged| (if flagged { dashboard::YES } else { dashboard::NO }).to(lang));
        row.extend([flagged.into(), number.first_day.into(), number.last_day.into(), number.calls_per_day.into()]);
        row
    });
    csv(lang, &heads, rows, part)
}

/// One row per alert, most urgent first; noise is among them, and called so.
pub fn alerts_csv(lang: Lang, report: &Report, part: Option<&str>) -> String {
    let heads = [
        words::WHO,
        words::ALERT,
        words::GRADE,
        words::FIRST_DAY,
        words::LAST_DAY,
        words::CHANGED_ON,
        words::FIGURE,
        words::LOW,
        words::HIGH,
        words::LIMIT,
        words::BEFORE,
        words::AFTER,
        dashboard::COL_CALLS,
        words::SENTENCE,
        words::TO_DO,
        words::ID,
    ]
    .map(|head| head.to(lang).to_owned());
    let rows = report.alerts.iter().map(|alert| {
        let level = |value: Option<f64>| value.filter(|_| alert.rule != Rule::NewlyBlacklisted).into();
        vec![
            subject(lang, &alert.subject),
            alerts::name(lang, alert).into(),
            alerts::grade(alert.grade).to(lang).into(),
            alert.day.into(),
            alert.until.into(),
            alert.since.into(),
            level(Some(alert.value)),
            level(alert.low),
            level(alert.high),
            level(Some(alert.threshold)),
            level(alert.before),
            level(alert.after),
            alert.n.into(),
            alerts::sentence(lang, alert).into(),
            alerts::order(alert.rule).to(lang).into(),
            alert.rule.id().into(),
        ]
    });
    csv(lang, &heads, rows, part)
}

/// One row per finding, most urgent first.
pub fn findings_csv(lang: Lang, report: &Report, part: Option<&str>) -> String {
    let heads = [
        words::WHO,
        words::FINDING,
        words::CHANGED_ON,
        words::CERTAIN,
        findings::FOR,
        findings::AGAINST,
        findings::UNCHECKED,
        findings::DO,
        words::LOST,
        words::ID,
    ]
    .map(|head| head.to(lang).to_owned());
    let rows = report.findings.iter().map(|finding| {
        let said = |pieces: &[crate::diagnose::Evidence]| {
            pieces.iter().map(|piece| spoken(lang, piece)).collect::<Vec<_>>().join(" ")
        };
        let unchecked: Vec<&str> =
            finding.unchecked.iter().map(|signal| findings::unchecked(*signal).to(lang)).collect();
        let actions: Vec<String> = finding.actions.iter().map(|action| findings::action(lang, action)).collect();
        vec![
            subject(lang, &finding.subject),
            findings::title(finding.diagnosis).to(lang).into(),
            finding.since.into(),
            (finding.certainty * 100.0).into(),
            said(&finding.evidence).into(),
            said(&finding.against).into(),
            unchecked.join(" ").into(),
            actions.join(" ").into(),
            finding.lost_conversations.map(|[estimate, ..]| estimate.max(0.0).round()).into(),
            finding.diagnosis.id().into(),
        ]
    });
    csv(lang, &heads, rows, part)
}

/// A part of the calls is named in a last column of its own: so it is said without breaking the table.
fn csv(lang: Lang, heads: &[String], rows: impl Iterator<Item = Vec<Value>>, part: Option<&str>) -> String {
    let head = part.map(|_| words::COL_PART.to(lang));
    let heads: Vec<&str> = heads.iter().map(String::as_str).chain(head).collect();
    let rows = rows.map(|row| row.into_iter().chain(part.map(Value::from)).collect());
    table_csv(&heads, rows, dialect(lang))
}
