//! The report of the whole account.

use super::{
    Source,
    drawing::drawing,
    figures::{figures, value},
    orders::order,
    spoken,
};
use crate::{
    app::{
        format,
        needs::{Need, headline, level, needs, others, unclassified},
        words::{Lang, alerts, dashboard, files, findings, kpis, paper as words},
    },
    diagnose::Finding,
    kpi::{Kpi, KpiId, Zone},
    model::Subject,
    report::{
        NumberReport, Report, Status,
        sheet::{Body, Cell, Certainty, Grid, Section, Sheet},
    },
    watch::Grade,
};

/// Needs that have room on one page.
const NEEDS: usize = 5;
/// Numbers that have room on one page under no need at all; each need takes the room of four.
const NUMBERS: usize = 10;
/// Alerts that a file lists: those that ask for something, most urgent first.
const ALERTS: usize = 200;

/// How much of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// One page.
    Page,
    /// All: findings with their evidence, all numbers, alerts, files.
    Full,
}

/// The report of the account.
pub fn account(lang: Lang, source: &Source, extent: Extent) -> Sheet {
    let Source { report, shown, board, settings, .. } = *source;
    let needs = needs(shown);
    let said = headline(shown, &needs);
    let named = !shown.numbers.is_empty();
    let mut first = Vec::new();
    if !needs.is_empty() {
        let orders = needs.iter().take(NEEDS).map(|need| order(lang, shown, need, room_of(needs.len()))).collect();
        first.push(Section { title: words::WHAT_TO_DO.to(lang).to_owned(), body: Body::Orders(orders) });
    }
    first.push(figures(lang, &shown.kpis, settings));
    // The chart is that of the first need; its days are found under the name that the board knows.
    let own = crate::app::needs::needs(report);
    let subject = own.first().map_or(Subject::Account, |need| need.subject.clone());
    let name = match needs.first().map(|need| &need.subject) {
        None | Some(Subject::Account) => dashboard::ALL_NUMBERS.to(lang).to_owned(),
        Some(subject) => findings::subject(lang, subject),
    };
    first.extend(drawing(lang, report, board, settings, &subject, &name));
    let room = NUMBERS.saturating_sub(4 * needs.len().min(NEEDS));
    if extent == Extent::Page && named && room > 0 {
        let title = words::MOST_USED.to(lang).to_owned();
        first.push(numbers(lang, title, shown.numbers.iter().take(room)));
    }
    let more = match extent {
        Extent::Page => Vec::new(),
        Extent::Full => more(lang, shown),
    };
    Sheet {
        lang: lang.tag(),
        title: format!("Ringwell – {}", dashboard::headline(lang, said, named)),
        meta: source.meta(lang),
        headline: dashboard::headline(lang, said, named),
        part: source.part(lang),
        lead: lead(lang, shown, &needs, needs.len().saturating_sub(NEEDS)),
        first,
        more,
        method: source.method(lang),
    }
}

/// How many of a need's orders are said: the fewer needs, the more.
const fn room_of(needs: usize) -> usize {
    if needs > 3 { 2 } else { 3 }
}

/// What limits the figures, the level of the whole, the rest in one line, how much it rests on.
fn lead(lang: Lang, report: &Report, needs: &[Need], left: usize) -> Vec<String> {
    let mut lead = Vec::new();
    lead.extend(unclassified(report).map(|share| dashboard::uncertain(lang, share, report.totals.unclassified)));
    if let Some((id, zone)) = level(report).filter(|(_, zone)| *zone == Zone::Red || needs.is_empty()) {
        let figure = report.kpis.get(id).value.map(|figure| value(lang, id, figure)).unwrap_or_default();
        lead.push(format!(
            "{}{}{figure}. {} {}",
            kpis::name(id).to(lang),
            format::colon(lang),
            kpis::sentence(id, zone).to(lang),
            kpis::action(id, zone).to(lang)
        ));
    }
    let mut line = Vec::new();
    line.extend(dashboard::rest(lang, others(report, needs), !needs.is_empty()));
    if left > 0 {
        line.push(words::left_out(lang, left as u64));
    }
    let active = report.period.map_or(0, |period| period.active_days as u64);
    line.push(words::rests_on(lang, report.totals.calls, report.numbers.len() as u64, active));
    lead.push(line.join(" "));
    if report.numbers.is_empty() {
        lead.push(dashboard::NO_NUMBERS.to(lang).to_owned());
    }
    lead
}

/// What a file has room for.
fn more(lang: Lang, report: &Report) -> Vec<Section> {
    let mut more: Vec<Section> = report.findings.iter().map(|finding| evidence(lang, finding)).collect();
    if !report.numbers.is_empty() {
        more.push(numbers(lang, words::ALL_NUMBERS.to(lang).to_owned(), report.numbers.iter()));
    }
    more.extend(alert_table(lang, report));
    more.push(file_table(lang, report));
    more
}

/// A finding with all that speaks for and against it, and what to do.
pub fn evidence(lang: Lang, finding: &Finding) -> Section {
    let title = format!(
        "{}{}{}",
        findings::subject(lang, &finding.subject),
        format::colon(lang),
        format::uncapital(&words::SINCE.with(
            lang,
            &[
                &findings::title(finding.diagnosis).to(lang),
                &format::day(lang, finding.since),
                &lang.percent(finding.certainty * 100.0, 0)
            ]
        ))
    );
    let or = |lines: Vec<String>, empty: &str| if lines.is_empty() { vec![empty.to_owned()] } else { lines };
    let said = |pieces: &[crate::diagnose::Evidence]| {
        let lines = pieces.iter().map(|piece| spoken(lang, piece)).collect();
        or(lines, findings::NOTHING_FOUND.to(lang))
    };
    let unchecked = finding.unchecked.iter().map(|signal| findings::unchecked(*signal).to(lang).to_owned()).collect();
    let checks = |checks: &[crate::diagnose::Check]| {
        checks.iter().map(|check| findings::check(*check).to(lang).to_owned()).collect::<Vec<_>>()
    };
    let actions = finding.actions.iter().map(|action| findings::action(lang, action)).collect();
    let lists = vec![
        (findings::FOR, said(&finding.evidence)),
        (findings::AGAINST, said(&finding.against)),
        (findings::UNCHECKED, or(unchecked, findings::ALL_CHECKED.to(lang))),
        (findings::DO, actions),
        (findings::CONFIRMS, checks(&finding.confirm)),
        (findings::RULES_OUT, checks(&finding.rules_out)),
    ];
    let lists = lists.into_iter().map(|(head, lines)| (head.to(lang).to_owned(), lines)).collect();
    Section { title, body: Body::Lists(lists) }
}

/// A table of numbers.
fn numbers<'a>(lang: Lang, title: String, of: impl Iterator<Item = &'a NumberReport>) -> Section {
    let heads = [
        dashboard::COL_NUMBER,
        words::POOL,
        dashboard::COL_STATUS,
        dashboard::COL_CALLS,
        dashboard::COL_RATE,
        dashboard::COL_INTERVAL,
        dashboard::COL_VOICEMAIL,
        dashboard::COL_SCORE,
    ];
    let figure =
        |id: KpiId, kpi: &Kpi| Cell::Figure(kpi.value.map_or_else(|| "–".to_owned(), |figure| value(lang, id, figure)));
    let rows = of
        .map(|number| {
            let answers = number.kpis.get(KpiId::AnswerRate);
            let interval = answers.low.zip(answers.high);
            let pool = number.pool.as_deref().map_or("", |pool| pool.split_once(':').map_or(pool, |(_, name)| name));
            let of = |id| figure(id, number.kpis.get(id));
            let (zone, certainty) = match number.status {
                Status::Act => (Zone::Red, Certainty::Certain),
                Status::Watch => (Zone::Amber, Certainty::Open),
                Status::Well => (Zone::Green, Certainty::Certain),
                Status::Unknown => (Zone::Unknown, Certainty::Open),
            };
            vec![
                Cell::Text(format::phone(lang, &number.number)),
                Cell::Text(pool.to_owned()),
                Cell::Zone(zone, certainty, dashboard::status(number.status).to(lang).to_owned()),
                Cell::Figure(lang.count(number.totals.calls)),
                of(KpiId::AnswerRate),
                Cell::Figure(
                    interval.map_or_else(|| "–".to_owned(), |(low, high)| format::between(lang, low, high, 1)),
                ),
                of(KpiId::VoicemailRate),
                of(KpiId::ReputationScore),
            ]
        })
        .collect();
    Section { title, body: Body::Table(Grid { heads: heads.map(|head| head.to(lang).to_owned()).to_vec(), rows }) }
}

fn alert_table(lang: Lang, report: &Report) -> Option<Section> {
    let asks = || report.alerts.iter().filter(|alert| alert.grade != Grade::WithinNoise);
    let rows: Vec<Vec<Cell>> = asks()
        .take(ALERTS)
        .map(|alert| {
            vec![
                Cell::Text(alerts::name(lang, alert)),
                Cell::Text(findings::subject(lang, &alert.subject)),
                Cell::Figure(format::day_short(lang, alert.day)),
                Cell::Figure(format::day_short(lang, alert.until)),
                Cell::Figure(alerts::figure(lang, alert)),
                Cell::Text(alerts::grade(alert.grade).to(lang).to_owned()),
            ]
        })
        .collect();
    let left = asks().count().saturating_sub(ALERTS);
    let mut title = dashboard::ALERTS.to(lang).to_owned();
    if left > 0 {
        title = format!("{title} ({})", words::first_of(lang, ALERTS as u64, (left + ALERTS) as u64));
    }
    let heads = [words::ALERT, words::WHO, words::FIRST_DAY, words::LAST_DAY, words::FIGURE, words::GRADE];
    let grid = Grid { heads: heads.map(|head| head.to(lang).to_owned()).to_vec(), rows };
    (!grid.rows.is_empty()).then_some(Section { title, body: Body::Table(grid) })
}

/// What became of each file's rows. Its name stays at home: it may hold anything.
fn file_table(lang: Lang, report: &Report) -> Section {
    let rows = report
        .files
        .iter()
        .enumerate()
        .map(|(at, file)| {
            let system = files::system(&file.system).unwrap_or(words::A_TABLE.to(lang));
            vec![
                Cell::Text(format!("{}. {system}", at + 1)),
                Cell::Figure(lang.count(file.rows)),
                Cell::Figure(lang.count(file.counted)),
                Cell::Figure(lang.count(file.set_aside.values().sum())),
            ]
        })
        .collect();
    let heads = [words::FILE, words::ROWS, words::COUNTED, words::ASIDE];
    let grid = Grid { heads: heads.map(|head| head.to(lang).to_owned()).to_vec(), rows };
    Section { title: words::FILES.to(lang).to_owned(), body: Body::Table(grid) }
}
