//! The report of a part of an analysis, for the page: figures of the part, judgements of the whole (`crate::narrow`).

use rustc_hash::FxHashMap;

use super::{
    build::{days, numbers_with, period},
    rounding::round_report,
    shape::{NumberReport, Report, ScoreOrigin, Totals},
    totals::Talk,
};
use crate::{
    kpi::{Board, NumberBoard, View, kpis},
    model::Settings,
    narrow::Filter,
};

/// The report of what a filter leaves. `board` is that ([`crate::narrow::narrowed`]), `whole` the report of all calls:
/// alerts, findings, statuses and notes are its own.
pub fn narrowed(whole: &Report, board: &Board, filter: &Filter, settings: &Settings) -> Report {
    let as_of = match (settings.as_of, board.period) {
        (Some(as_of), Some((_, last))) => as_of.min(last),
        (as_of, period) => as_of.or(period.map(|(_, last)| last)).unwrap_or_default(),
    };
    let account = board.account.total();
    let talk = Talk::of(&account);
    let of_all: FxHashMap<&str, &NumberReport> =
        whole.numbers.iter().map(|number| (number.number.as_str(), number)).collect();
    let judge = &mut |entry: &mut NumberReport, _: &NumberBoard| {
        let Some(of_all) = of_all.get(entry.number.as_str()) else { return };
        entry.status = of_all.status;
        // An estimate is a judgement, too.
        if entry.score.as_ref().is_none_or(|score| score.origin == ScoreOrigin::Estimated) {
            entry.score = of_all.score.clone().filter(|score| score.origin == ScoreOrigin::Estimated);
        }
    };
    let mut report = Report {
        schema: whole.schema,
        period: period(board, settings),
        as_of: board.period.map(|_| as_of),
        notes: whole.notes.clone(),
        files: whole.files.clone(),
        totals: Totals::of(&account, talk),
        kpis: kpis(View::Account(board), as_of, settings),
        days: days(board, settings, talk),
        number_days: Vec::new(),
        numbers: numbers_with(board, settings, as_of, talk, judge),
        alerts: whole.alerts.iter().filter(|alert| filter.shows_alert(alert, board)).cloned().collect(),
        findings: whole.findings.iter().filter(|finding| filter.shows_finding(finding, board)).cloned().collect(),
    };
    round_report(&mut report);
    report
}
