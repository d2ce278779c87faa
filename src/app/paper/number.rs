//! The report of one number.

use super::{
    Source,
    account::evidence,
    drawing::{drawing, series},
    figures::figures,
    orders::{entry, order, pool},
};
use crate::{
    app::{
        format,
        needs::needs,
        words::{Lang, alerts, dashboard, findings, paper as words},
    },
    kpi::{Series, chance::wilson},
    model::{Outcome, Subject},
    report::{
        Report,
        sheet::{Body, Cell, Grid, Section, Sheet},
    },
    watch::Grade,
};

/// Days with calls that have room on one page.
const DAYS: usize = 8;
/// Actions that have room.
const ACTIONS: usize = 4;
/// Alerts that have room.
const ALERTS: usize = 3;

/// The report of one number, by its name on the board; `None` where the report does not know it.
pub fn number(lang: Lang, source: &Source, number: &str) -> Option<Sheet> {
    let Source { report, shown, board, settings, .. } = *source;
    let at = report.numbers.iter().position(|entry| entry.number == number)?;
    let own = Subject::Number(number.to_owned());
    let subject = Subject::Number(shown.numbers.get(at)?.number.clone());
    let entry = entry(shown, &subject)?;
    let name = findings::subject(lang, &subject);
    let needs = needs(shown);
    let need = needs.iter().find(|need| need.subject == subject);
    let days = series(board, &own)?;
    let mut first = Vec::new();
    if let Some(need) = need {
        let orders = vec![order(lang, shown, need, ACTIONS)];
        first.push(Section { title: words::WHAT_TO_DO.to(lang).to_owned(), body: Body::Orders(orders) });
    }
    first.push(figures(lang, &entry.kpis, settings));
    first.extend(drawing(lang, report, board, settings, &own, &name));
    first.extend(alert_lines(lang, shown, &subject));
    first.push(last_days(lang, days));
    let status = dashboard::status(entry.status).to(lang);
    let headline = format!("{name}{}{}", format::colon(lang), format::uncapital(status));
    let active = days.active_days(settings.watch.active_day_calls) as u64;
    let pool = pool(shown, &subject).map(|pool| format!("{pool}. ")).unwrap_or_default();
    let mut lead = vec![format!("{pool}{}", words::rests_on(lang, entry.totals.calls, 1, active))];
    if need.is_none() {
        lead.push(dashboard::NOTHING_TO_DO.to(lang).to_owned());
    }
    Some(Sheet {
        lang: lang.tag(),
        title: format!("Ringwell – {headline}"),
        meta: source.meta(lang),
        headline,
        part: source.part(lang),
        lead,
        first,
        more: shown
            .findings
            .iter()
            .filter(|finding| finding.subject == subject)
            .map(|one| evidence(lang, one))
            .collect(),
        method: source.method(lang),
    })
}

fn alert_lines(lang: Lang, report: &Report, subject: &Subject) -> Option<Section> {
    let lines: Vec<String> = report
        .alerts
        .iter()
        .filter(|alert| &alert.subject == subject && alert.grade != Grade::WithinNoise)
        .take(ALERTS)
        .map(|alert| {
            format!(
                "{} ({}). {}",
                alerts::name(lang, alert),
                alerts::grade(alert.grade).to(lang),
                alerts::sentence(lang, alert)
            )
        })
        .collect();
    (!lines.is_empty()).then(|| Section { title: dashboard::ALERTS.to(lang).to_owned(), body: Body::Text(lines) })
}

/// The last days with calls, the latest first.
fn last_days(lang: Lang, series: &Series) -> Section {
    let heads = [
        dashboard::COL_DAY,
        dashboard::COL_CALLS,
        dashboard::COL_ANSWERED,
        dashboard::COL_RATE,
        dashboard::COL_INTERVAL,
        dashboard::COL_VOICEMAIL,
        dashboard::COL_REJECTED,
        dashboard::COL_TALK,
    ];
    let rows = series
        .iter()
        .rev()
        .filter(|(_, sums)| sums.calls > 0)
        .take(DAYS)
        .map(|(day, sums)| {
            let none = || "–".to_owned();
            let share =
                |outcome| sums.share_of(outcome).rate().map_or_else(none, |rate| format::rate(lang, rate * 100.0));
            let interval = wilson(sums.answer()).map(|of| of.times(100.0));
            vec![
                Cell::Text(format::day(lang, day)),
                Cell::Figure(lang.count(sums.calls)),
                Cell::Figure(lang.count(sums.answered())),
                Cell::Figure(interval.map_or_else(none, |of| format::rate(lang, of.value))),
                Cell::Figure(interval.map_or_else(none, |of| format::between(lang, of.low, of.high, 1))),
                Cell::Figure(share(Outcome::Voicemail)),
                Cell::Figure(share(Outcome::Rejected)),
                Cell::Figure(sums.talk_secs().map_or_else(none, format::talk)),
            ]
        })
        .collect();
    let grid = Grid { heads: heads.map(|head| head.to(lang).to_owned()).to_vec(), rows };
    Section { title: words::LAST_DAYS.to(lang).to_owned(), body: Body::Table(grid) }
}
