//! The alarms of each method for each number: Ringwell's, the article's 24-hour rule, a plain CUSUM.

use ringwell::{
    kpi::{Board, Series},
    model::{Day, Settings, Subject},
    watch::{Grade, Rule, alerts},
};

/// How an alarm is raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The article's rule, as written: more than 10 points from one active day to the next.
    Day,
    /// A CUSUM of each number against its own past.
    Cusum,
    /// The early warning.
    Ringwell,
}

impl Method {
    pub const ALL: [Self; 3] = [Self::Day, Self::Cusum, Self::Ringwell];

    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "24 hours",
            Self::Cusum => "CUSUM",
            Self::Ringwell => "Ringwell",
        }
    }
}

/// An alarm of a number: its first and its last day.
#[derive(Clone, Debug)]
pub struct Alarm {
    pub number: String,
    pub day: Day,
    pub until: Day,
    /// When it was confirmed.
    pub confirmed: Option<Day>,
}

/// All alarms of numbers, whatever their grade.
pub fn opened(board: &Board, method: Method) -> Vec<Alarm> {
    if method == Method::Cusum {
        return board.numbers.iter().flat_map(|number| cusum(&number.number, &number.series)).collect();
    }
    let rule = if method == Method::Day { Rule::AnswerRateDrop24h } else { Rule::EarlyWarning };
    let of_number = |alert: ringwell::watch::Alert| match alert.subject {
        Subject::Number(number) if alert.rule == rule => {
            let confirmed = (alert.grade == Grade::Confirmed).then_some(alert.graded_on);
            Some(Alarm { number, day: alert.day, until: alert.until, confirmed })
        }
        _ => None,
    };
    alerts(board, &Settings::default()).into_iter().filter_map(of_number).collect()
}

/// Against the mean of its own days before the present loss; ten days of warm-up; the limit of the published comparison
/// for 50 calls a day.
fn cusum(number: &str, series: &Series) -> Vec<Alarm> {
    const LIMIT: f64 = 4.06;
    let mut alarms: Vec<Alarm> = Vec::new();
    let (mut kept, mut waiting, mut statistic, mut open) = ((0.0, 0.0), (0.0, 0.0), 0.0, false);
    for (turn, (day, sums)) in series.iter().enumerate() {
        let share = sums.answer();
        let (hits, of) = (share.hits as f64, share.of as f64);
        if turn >= 10 {
            let rate: f64 = kept.0 / kept.1;
            let lower = (rate - 0.1).max(rate / 2.0);
            let gain = hits * (lower / rate).ln() + (of - hits) * ((1.0 - lower) / (1.0 - rate)).ln();
            statistic = (statistic + gain).clamp(0.0, 1.5 * LIMIT);
        }
        waiting = (waiting.0 + hits, waiting.1 + of);
        if statistic == 0.0 {
            kept = (kept.0 + waiting.0, kept.1 + waiting.1);
            waiting = (0.0, 0.0);
            open = false;
        }
        match alarms.last_mut().filter(|_| open) {
            Some(alarm) => alarm.until = day,
            None if statistic >= LIMIT => {
                open = true;
                alarms.push(Alarm { number: number.to_owned(), day, until: day, confirmed: None });
            }
            None => {}
        }
    }
    alarms
}
