//! What the main chart shows of a subject: its days, the rest of its pool, where it changed, its alerts.

use crate::{
    app::charts::{DayAxis, RatePoint},
    kpi::{self, Board, KpiId, PoolBoard, Series},
    model::{Day, Subject, order},
    report::Report,
    watch::{Alert, Grade},
};

/// The rest of a pool.
#[derive(Clone, Debug, PartialEq)]
pub struct Rest {
    /// The pool's name; `None` where it is the account.
    pub pool: Option<String>,
    /// How many other numbers.
    pub numbers: usize,
    /// Their answer rate by day.
    pub rates: Vec<RatePoint>,
}

/// Where the answer rate changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The first day of the change.
    pub since: Day,
    /// The rate before, in per cent.
    pub before: f64,
    /// The rate since.
    pub after: f64,
}

/// All that a chart of one subject needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// The days shown: the whole period, for every subject.
    pub axis: DayAxis,
    /// Answer rate by day.
    pub rates: Vec<RatePoint>,
    /// Calls and answered calls by day.
    pub calls: Vec<(Day, u64, u64)>,
    /// The others, where the subject is a number that has any.
    pub rest: Option<Rest>,
    /// Where it fell.
    pub change: Option<Change>,
    /// Days with an alert, each with its best grade.
    pub alerts: Vec<(Day, Grade)>,
}

impl Course {
    /// The course of a subject; `None` where nothing was called, or the subject is not there.
    pub fn of(report: &Report, board: &Board, subject: &Subject) -> Option<Self> {
        let period = report.period?;
        let series = series_of(board, subject)?;
        let change = report.findings.iter().find(|finding| &finding.subject == subject).and_then(change);
        let mut alerts: Vec<(Day, Grade)> = Vec::new();
        for alert in report.alerts.iter().filter(|alert| &alert.subject == subject) {
            note(&mut alerts, alert);
        }
        order::sort(&mut alerts);
        Some(Self {
            axis: DayAxis::new(period.from, period.to),
            rates: rates(series),
            calls: series.iter().map(|(day, sums)| (day, sums.calls, sums.answered())).collect(),
            rest: rest(report, board, subject, series),
            change,
            alerts,
        })
    }

    /// The point of a day.
    pub fn on(&self, day: Day) -> Option<&RatePoint> {
        self.rates.binary_search_by_key(&day, |point| point.day).ok().and_then(|at| self.rates.get(at))
    }

    /// Calls and answered calls of a day.
    pub fn calls_on(&self, day: Day) -> Option<(u64, u64)> {
        let at = self.calls.binary_search_by_key(&day, |(day, ..)| *day).ok()?;
        self.calls.get(at).map(|(_, calls, answered)| (*calls, *answered)).filter(|(calls, _)| *calls > 0)
    }
}

/// Only one mark a day: the best grade.
fn note(alerts: &mut Vec<(Day, Grade)>, alert: &Alert) {
    match alerts.iter_mut().find(|(day, _)| *day == alert.day) {
        Some((_, grade)) => *grade = (*grade).min(alert.grade),
        None => alerts.push((alert.day, alert.grade)),
    }
}

/// The days of a subject.
pub fn series_of<'a>(board: &'a Board, subject: &Subject) -> Option<&'a Series> {
    let pool = |pools: &'a [PoolBoard]| pools.iter().find(|pool| &pool.subject == subject).map(|pool| &pool.series);
    match subject {
        Subject::Account => Some(&board.account),
        Subject::Number(number) => board.number(number).map(|entry| &entry.series),
        Subject::Campaign(_) => pool(&board.campaigns),
        Subject::Team(_) => pool(&board.teams),
        Subject::Prefix(_) => pool(&board.prefixes),
    }
}

fn rates(series: &Series) -> Vec<RatePoint> {
    kpi::by_day(series, KpiId::AnswerRate)
        .into_iter()
        .map(|day| RatePoint {
            day: day.day,
            value: day.figure.value,
            low: day.figure.low,
            high: day.figure.high,
            n: day.n,
        })
        .collect()
}

fn rest(report: &Report, board: &Board, subject: &Subject, own: &Series) -> Option<Rest> {
    let Subject::Number(number) = subject else { return None };
    let pool = report.numbers.iter().find(|entry| &entry.number == number)?.pool.as_deref();
    let place = board.numbers.binary_search_by(|entry| entry.number.cmp(number)).ok()?;
    let (name, whole, mine, numbers) = match pool.and_then(|pool| pool_of(board, pool)) {
        Some((name, pool)) => {
            let mine = pool.members.iter().find(|(at, _)| *at == place).map(|(_, series)| series)?;
            (Some(name), &pool.series, mine, pool.members.len())
        }
        None => (None, &board.account, own, board.numbers.len()),
    };
    let others = Series::new(
        whole
            .iter()
            .map(|(day, sums)| (day, sums - mine.on(day).unwrap_or_default()))
            .filter(|(_, sums)| sums.calls > 0)
            .collect(),
    );
    (numbers > 1).then(|| Rest { pool: name, numbers: numbers - 1, rates: rates(&others) })
}

fn pool_of<'a>(board: &'a Board, id: &str) -> Option<(String, &'a PoolBoard)> {
    let (kind, name) = id.split_once(':')?;
    let pools = if kind == "team" { &board.teams } else { &board.campaigns };
    let pool = pools.iter().find(|pool| pool.subject.to_string() == id)?;
    Some((name.to_owned(), pool))
}

/// The change of the answer rate that a finding rests on. Its levels are those of the finding's evidence.
fn change(finding: &crate::diagnose::Finding) -> Option<Change> {
    let evidence = finding.evidence.iter().find(|evidence| {
        evidence.signal == crate::diagnose::Signal::AnswerRate && evidence.high.is_some_and(|high| high < 0.0)
    })?;
    Some(Change { since: finding.since, before: evidence.before?, after: evidence.after? })
}
