//! Lays all stages' answers into the report. Order: numbers by calls, most first, then by their text; days in order;
//! alerts and findings as their stages rank them.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{
    notes::notes,
    rounding::round_report,
    shape::{
        DayReport, FileReport, NumberDay, NumberReport, Period, RangeReport, Report, Score, ScoreOrigin, Status, Totals,
    },
    status::{Case, RECENT_DAYS},
    totals::Talk,
};
use crate::{
    diagnose::{Finding, enter_agents, findings},
    import::FileAccount,
    kpi::{
        Agents, Board, NumberBoard, Peers, Series, Sums, View, current_flag, current_score, estimated_score, kpis,
        kpis_on, score_days,
    },
    model::{Day, RangeBook, Role, Settings, Subject, order},
    tally::{Gathered, Ledger},
    watch::{Alert, alerts},
};

/// How much to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// What the page shows at first: no `number_days`, and nothing of agents, whose cells are many.
    Page,
    /// Everything.
    Full,
}

/// The report of an analysis. `board` is built of `ledger` with the settings' hang-up limit.
pub fn build(board: &Board, ledger: &Ledger, accounts: &[FileAccount], settings: &Settings, detail: Detail) -> Report {
    with_alerts(board, ledger, accounts, settings, detail, alerts(board, settings))
}

/// The same with alerts that are known already: those of this board, of `settings.watch` and `settings.kpis.score_days`.
pub fn with_alerts(
    board: &Board,
    ledger: &Ledger,
    accounts: &[FileAccount],
    settings: &Settings,
    detail: Detail,
    alerts: Vec<Alert>,
) -> Report {
    let as_of = settings.as_of.or(board.period.map(|(_, to)| to)).unwrap_or_default();
    let mut findings = findings(board, &alerts, settings);
    if detail == Detail::Full {
        enter_agents(&mut findings, &Agents::of(ledger, as_of, settings.kpis.hang_up_secs));
    }
    let account = board.account.total();
    let talk = Talk::of(&account);
    let files: Vec<FileReport> = accounts.iter().map(file_report).collect();
    let mut numbers = numbers(board, &alerts, &findings, settings, as_of, talk);
    let book = RangeBook::new(&ledger.ranges);
    for number in &mut numbers {
        number.ranges = book.of(&number.number).into_iter().map(RangeReport::of).collect();
    }
    let mut report = Report {
        schema: "ringwell.report/1",
        period: period(board, settings),
        as_of: board.period.map(|_| as_of),
        notes: notes(board, ledger, &files, &numbers, settings),
        files,
        totals: Totals::of(&account, talk),
        kpis: kpis(View::Account(board), as_of, settings),
        days: days(board, settings, talk),
        number_days: match detail {
            Detail::Page => Vec::new(),
            Detail::Full => board
                .numbers
                .iter()
                .flat_map(|number| {
                    with_calls(&number.series).map(|(day, sums)| NumberDay {
                        number: number.number.clone(),
                        day,
                        totals: Totals::of(&sums, talk),
                    })
                })
                .collect(),
        },
        numbers,
        alerts,
        findings,
    };
    round_report(&mut report);
    report
}

/// The report with what the agents' calls say, looked at afterwards; `None` where they say nothing.
pub fn with_agents(report: &Report, agents: &Agents) -> Option<Report> {
    let mut findings = report.findings.clone();
    enter_agents(&mut findings, agents);
    if findings.len() == report.findings.len() {
        return None;
    }
    let mut report = Report { findings, ..report.clone() };
    round_report(&mut report);
    Some(report)
}

/// First and last day with calls, and how many days are active.
pub(super) fn period(board: &Board, settings: &Settings) -> Option<Period> {
    let active_days = board.account.active_days(settings.watch.active_day_calls);
    board.period.map(|(from, to)| Period { from, to, active_days })
}

/// The days of the account.
pub(super) fn days(board: &Board, settings: &Settings, talk: Talk) -> Vec<DayReport> {
    let of = |(day, sums): (Day, Sums)| DayReport {
        day,
        totals: Totals::of(&sums, talk),
        kpis: kpis_on(View::Account(board), day, settings),
    };
    with_calls(&board.account).map(of).collect()
}

fn with_calls(series: &Series) -> impl DoubleEndedIterator<Item = (Day, Sums)> {
    series.iter().filter(|(_, sums)| sums.calls > 0)
}

/// The report of files that have been read, from the first stage after reading to the last.
pub fn report_of(gathered: &Gathered, settings: &Settings, detail: Detail) -> Report {
    let board = Board::build(&gathered.ledger, settings.kpis.hang_up_secs);
    build(&board, &gathered.ledger, &gathered.accounts, settings, detail)
}

fn numbers(
    board: &Board,
    alerts: &[Alert],
    findings: &[Finding],
    settings: &Settings,
    as_of: Day,
    talk: Talk,
) -> Vec<NumberReport> {
    let mut alerts_of: FxHashMap<&str, Vec<&Alert>> = FxHashMap::default();
    for alert in alerts {
        if let Subject::Number(number) = &alert.subject {
            alerts_of.entry(number).or_default().push(alert);
        }
    }
    let mut findings_of: FxHashMap<&str, Vec<&Finding>> = FxHashMap::default();
    for finding in findings {
        if let Subject::Number(number) = &finding.subject {
            findings_of.entry(number).or_default().push(finding);
        }
    }
    numbers_with(board, settings, as_of, talk, &mut |entry, number| {
        let name = &*number.number;
        entry.status = Status::of(&Case {
            findings: findings_of.get(name).map_or(&[], |findings| findings),
            alerts: alerts_of.get(name).map_or(&[], |alerts| alerts),
            kpis: &entry.kpis,
            flagged: entry.flagged,
            recent_calls: number.series.span(as_of - (RECENT_DAYS - 1), as_of).calls,
            last_day: entry.last_day,
            as_of,
        });
    })
}

/// The numbers of a board, by calls, most first; `judge` gives each its status.
pub(super) fn numbers_with(
    board: &Board,
    settings: &Settings,
    as_of: Day,
    talk: Talk,
    judge: &mut dyn FnMut(&mut NumberReport, &NumberBoard),
) -> Vec<NumberReport> {
    let peers = Peers::new(board);
    let of = |(at, number): (usize, &NumberBoard)| {
        let mut days = number.series.called();
        let first_day = days.next().unwrap_or(as_of);
        let mut entry = NumberReport {
            number: number.number.clone(),
            pool: peers.subject(at, number, as_of).map(|pool| pool.to_string()),
            totals: Totals::of(&number.series.total(), talk),
            flagged: current_flag(&number.readings, as_of, settings.kpis.score_days),
            status: Status::Unknown,
            score: score(board, &peers, at, as_of, settings),
            first_day,
            last_day: days.next_back().unwrap_or(first_day),
            calls_per_day: calls_per_day(&number.series, as_of, settings),
            ranges: Vec::new(),
            kpis: kpis(View::Number(number), as_of, settings),
        };
        judge(&mut entry, number);
        entry
    };
    let mut numbers: Vec<NumberReport> = board.numbers.iter().enumerate().map(of).collect();
    order::sort_by(&mut numbers, |a, b| (b.totals.calls, &a.number).cmp(&(a.totals.calls, &b.number)));
    numbers
}

/// The current reading that decides, else an estimate.
fn score(board: &Board, peers: &Peers, at: usize, as_of: Day, settings: &Settings) -> Option<Score> {
    let number = board.numbers.get(at)?;
    if let Some(reading) = current_score(&number.readings, as_of, settings.kpis.score_days) {
        let (source, day) = (reading.source.clone(), reading.day);
        return Some(Score { value: reading.score?, origin: ScoreOrigin::Imported, source, day, parts: Vec::new() });
    }
    let [from, to] = score_days(as_of);
    let pool = peers.series(at, number, as_of).span(from, to);
    let estimate = estimated_score(number, &pool, peers.first_day(), as_of, settings)?;
    let source = "ringwell".to_owned();
    let parts = estimate.parts.to_vec();
    Some(Score { value: estimate.value, origin: ScoreOrigin::Estimated, source, day: as_of, parts })
}

fn calls_per_day(series: &Series, as_of: Day, settings: &Settings) -> f64 {
    let days = series.last_active(as_of, 7, settings.watch.active_day_calls);
    let calls: u64 = days.iter().filter_map(|day| series.on(*day)).map(|sums| sums.calls).sum();
    if days.is_empty() { 0.0 } else { calls as f64 / days.len() as f64 }
}

fn file_report(account: &FileAccount) -> FileReport {
    let mut columns: BTreeMap<&'static str, Option<String>> = BTreeMap::new();
    columns.insert(Role::Caller.id(), None);
    for column in &account.columns {
        if let Some(role) = column.role.filter(|role| *role != Role::Ignore) {
            columns.entry(role.id()).or_default().get_or_insert_with(|| column.header.clone());
        }
    }
    // A column of own numbers, whatever the direction, is the caller's as well.
    if let (Some(None), Some(own)) = (columns.get(Role::Caller.id()), columns.get(Role::Own.id()).cloned()) {
        columns.insert(Role::Caller.id(), own);
    }
    FileReport {
        name: account.name.clone(),
        kind: account.kind,
        system: account.system.clone(),
        basis: account.basis,
        encoding: account.encoding.clone(),
        delimiter: account.delimiter,
        bytes: account.bytes,
        rows: account.rows,
        counted: account.counted,
        set_aside: account.set_aside.iter().map(|(reason, rows)| (reason.id(), *rows)).collect(),
        columns,
        day_first: account.day_first,
        score_scale: account.score_scale.map(|(scale, _)| scale.id()),
        date_order: account.date_order,
        problems: account.problems.iter().map(|problem| problem.kind).collect(),
    }
}
