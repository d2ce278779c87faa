//! What the main chart shows of a subject: its days, the rest of its pool, where it changed, its alerts.

use crate::{
    app::charts::{DayAxis, RatePoint},
    kpi::{self, Board, KpiId, PoolBoard, Series, chance::Share},
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
    /// The first and the last day that it may have begun on, at 95 %.
    pub begun: (Day, Day),
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
        let change = report
            .findings
            .iter()
            .find(|finding| &finding.subject == subject)
            .and_then(|finding| change(finding, series));
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

/// Days to each side of a change on which it may have begun as well.
const EITHER_SIDE: i32 = 14;
/// What the days in between hold of the probability.
const CREDIBLE: f64 = 0.95;

/// The change of the answer rate that a finding rests on. Its levels are those of the finding's evidence.
fn change(finding: &crate::diagnose::Finding, series: &Series) -> Option<Change> {
    let evidence = finding.evidence.iter().find(|evidence| {
        evidence.signal == crate::diagnose::Signal::AnswerRate && evidence.high.is_some_and(|high| high < 0.0)
    })?;
    let (since, before, after) = (finding.since, evidence.before?, evidence.after?);
    Some(Change { since, before, after, begun: begun(series, since, before / 100.0, after / 100.0) })
}

/// The days that a change from one level to another may have begun on: each is as likely beforehand, the calls of the
/// days around weigh them by what they would be of the one level up to the day before and of the other from it on; the
/// likeliest days that together hold 95 %, and the day that was found.
fn begun(series: &Series, since: Day, before: f64, after: f64) -> (Day, Day) {
    let inside = |rate: f64| rate.clamp(1e-6, 1.0 - 1e-6);
    let (before, after) = (inside(before), inside(after));
    // How much likelier a day's calls are before the change than after it, as a logarithm.
    let gain = |share: Share| {
        let (hits, misses) = (share.hits as f64, (share.of - share.hits) as f64);
        hits * libm::log(before / after) + misses * libm::log((1.0 - before) / (1.0 - after))
    };
    let near = (since - EITHER_SIDE, since + EITHER_SIDE);
    let mut sum = 0.0;
    let mut days: Vec<(f64, Day)> = Vec::new();
    for (day, sums) in series.iter().filter(|(day, sums)| (near.0..=near.1).contains(day) && sums.calls > 0) {
        days.push((sum, day));
        sum += gain(sums.answer());
    }
    let best = days.iter().map(|(weight, _)| *weight).fold(f64::NEG_INFINITY, f64::max);
    days.iter_mut().for_each(|(weight, _)| *weight = libm::exp(*weight - best));
    let all: f64 = days.iter().map(|(weight, _)| *weight).sum();
    order::sort_by(&mut days, |a, b| b.0.total_cmp(&a.0));
    let (mut span, mut held) = ((since, since), 0.0);
    for (weight, day) in days {
        if held >= CREDIBLE * all {
            break;
        }
        held += weight;
        span = (span.0.min(day), span.1.max(day));
    }
    span
}

#[cfg(test)]
mod tests {
    use super::begun;
    use crate::{
        kpi::{Series, Sums},
        model::{Day, Outcome},
    };

    /// Forty days of so many calls; from day 20 on another rate.
    fn days(calls: u64, before: u64, after: u64) -> Series {
        let day = |at: i32| {
            let mut sums = Sums { calls, ..Sums::default() };
            sums.outcomes[Outcome::Answered.index()] = calls * if at < 20 { before } else { after } / 100;
            sums.known[Outcome::Answered.index()] = calls;
            (Day(at), sums)
        };
        Series::new((0..40).map(day).collect())
    }

    #[test]
    fn a_steep_fall_has_its_day_and_a_shallow_one_a_span_around_it() {
        assert_eq!(begun(&days(100, 45, 15), Day(20), 0.45, 0.15), (Day(20), Day(20)));
        let (from, to) = begun(&days(50, 44, 36), Day(20), 0.44, 0.36);
        assert!(from < Day(20) && Day(20) < to && to.0 - from.0 < 15, "{from} {to}");
    }

    #[test]
    fn the_day_that_was_found_is_always_among_them() {
        assert_eq!(begun(&days(100, 45, 15), Day(24), 0.45, 0.15), (Day(20), Day(24)));
        assert_eq!(begun(&Series::new(Vec::new()), Day(3), 0.4, 0.2), (Day(3), Day(3)));
    }
}
