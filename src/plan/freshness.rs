//! How fresh the loaded data is, held against how often each figure should be looked at (the article's table).
//!
//! Two things decide: how many working days have passed since the last day on which a figure is known, and how many lie
//! between such days. A working day is a day of the week on which this account usually calls, so that Monday morning is
//! not late for Friday's calls.

use crate::{
    kpi::{Board, KpiId, Sums},
    model::{Day, Outcome, Settings},
};

/// Days over which the account's usual days of the week and the spacing of its figures are taken.
const DAYS: i32 = 28;
/// Working days from one known day to the next that still pass for "daily": one day in five may be missing.
const DAILY: f64 = 1.25;
/// Working days that still pass for "weekly".
const WEEKLY: f64 = 5.0;

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cadence {
    /// At once.
    RealTime,
    /// Twice a day.
    TwiceADay,
    /// Each working day.
    Daily,
    /// Each week.
    Weekly,
}

/// One line of the article's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tracking {
    /// The figure.
    pub kpi: KpiId,
    /// At least.
    pub least: Cadence,
    /// At best.
    pub best: Cadence,
}

/// The article's table of tracking frequencies.
pub const TRACKING: [Tracking; 5] = [
    Tracking { kpi: KpiId::AnswerRate, least: Cadence::Daily, best: Cadence::RealTime },
    Tracking { kpi: KpiId::ReputationScore, least: Cadence::Daily, best: Cadence::TwiceADay },
    Tracking { kpi: KpiId::SpamReportRate, least: Cadence::Daily, best: Cadence::RealTime },
    Tracking { kpi: KpiId::AverageTalkTime, least: Cadence::Weekly, best: Cadence::Daily },
    Tracking { kpi: KpiId::ConversionRate, least: Cadence::Weekly, best: Cadence::Daily },
];

/// Where the data stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fresh {
    /// As often as is best, as far as days can tell: files hold days, not the hour at which they were looked at.
    Best,
    /// Often enough.
    Enough,
    /// Too old, or with too many gaps.
    Behind,
    /// These files do not hold it.
    NotMeasured,
}

/// One figure's freshness.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Freshness {
    /// What is asked for.
    pub tracking: Tracking,
    /// Where it stands.
    pub state: Fresh,
    /// The last day on which it is known.
    pub last: Option<Day>,
    /// Working days missed between that day and today, neither included.
    pub missed: u32,
    /// Working days from one known day to the next, 1 at best; for a score, over its numbers.
    pub every: Option<f64>,
}

/// The freshness of the five figures of the table on a day. Nothing where there is no call.
pub fn freshness(board: &Board, today: Day, settings: &Settings) -> Vec<Freshness> {
    let Some((_, end)) = board.period else { return Vec::new() };
    let active = board.account.last_active(end, usize::MAX, settings.watch.active_day_calls);
    let active: Vec<Day> = active.into_iter().filter(|day| *day > end - DAYS).collect();
    let works = |day: Day| {
        let same = |other: &&Day| (day.0 - other.0).rem_euclid(7) == 0;
        active.iter().filter(same).count() >= 2 || active.len() < 10 && day.weekday().num_days_from_monday() < 5
    };
    TRACKING
        .into_iter()
        .map(|tracking| {
            let known = known_days(board, tracking.kpi, end);
            let Some(last) = known.last else {
                return Freshness { tracking, state: Fresh::NotMeasured, last: None, missed: 0, every: None };
            };
            let missed = (last.0 + 1..today.0).filter(|day| works(Day(*day))).count() as u32;
            let every = (known.days > 0.0 && !active.is_empty()).then(|| (known.of / known.days).max(1.0));
            let state = match (reaches(tracking.best, missed, every, last, today), tracking.least) {
                (true, _) => Fresh::Best,
                (false, least) if reaches(least, missed, every, last, today) => Fresh::Enough,
                _ => Fresh::Behind,
            };
            Freshness { tracking, state, last: Some(last), missed, every }
        })
        .collect()
}

fn reaches(cadence: Cadence, missed: u32, every: Option<f64>, last: Day, today: Day) -> bool {
    let spaced = |most: f64| every.is_some_and(|every| every <= most);
    match cadence {
        Cadence::RealTime | Cadence::TwiceADay => last >= today && spaced(DAILY),
        Cadence::Daily => missed == 0 && spaced(DAILY),
        Cadence::Weekly => f64::from(missed) <= WEEKLY - 1.0 && spaced(WEEKLY),
    }
}

/// Known days among the last 28: the last of all, how many, out of how many.
struct Known {
    last: Option<Day>,
    days: f64,
    of: f64,
}

fn known_days(board: &Board, kpi: KpiId, end: Day) -> Known {
    let recent = |day: Day| day > end - DAYS && day <= end;
    if kpi == KpiId::ReputationScore {
        // Each number is to be read: days of numbers with a reading, out of days of numbers with calls.
        let mut known = Known { last: None, days: 0.0, of: 0.0 };
        for number in &board.numbers {
            let mut days: Vec<Day> = number.readings.iter().map(|reading| reading.day).collect();
            days.dedup();
            known.last = known.last.max(days.last().copied());
            known.days += days.iter().filter(|day| recent(**day)).count() as f64;
            known.of += number.series.called().filter(|day| recent(*day)).count() as f64;
        }
        return known;
    }
    let is_known = |sums: &Sums| match kpi {
        KpiId::SpamReportRate => sums.spam_known > 0,
        KpiId::AverageTalkTime => sums.answered_with_talk > 0,
        KpiId::ConversionRate => sums.conversion_known > 0,
        _ => sums.known_for(Outcome::Answered) > 0,
    };
    let called = || board.account.iter().filter(|(_, sums)| sums.calls > 0);
    let days = || called().filter(|(_, sums)| is_known(sums)).map(|(day, _)| day);
    Known {
        last: days().next_back(),
        days: days().filter(|day| recent(*day)).count() as f64,
        of: called().filter(|(day, _)| recent(*day)).count() as f64,
    }
}

#[cfg(test)]
mod tests {
    use super::{Fresh, freshness};
    use crate::{
        kpi::{Board, KpiId, NumberBoard, ScoreReading, Series, Sums},
        model::{Day, Settings},
    };

    fn monday() -> Day {
        Day::from_ymd(2026, 2, 2).unwrap_or_default()
    }

    /// Four weeks of weekdays up to the Friday before a Monday, read every second day.
    fn board() -> Board {
        let mut known = Sums { calls: 100, answered_with_talk: 40, ..Sums::default() };
        known.known[0] = 100;
        let days = || (1..=28).rev().map(|back| monday() - back).filter(|day| day.weekday().num_days_from_monday() < 5);
        let series = Series::new(days().map(|day| (day, known)).collect());
        let reading = |day: Day| ScoreReading { day, source: "hiya".into(), score: Some(80.0), flagged: None };
        let readings = days().step_by(2).map(reading).collect();
        let number = NumberBoard {
            number: "+33162000001".into(),
            series: series.clone(),
            readings,
            scatter: Default::default(),
            campaign_days: Vec::new(),
            team_days: Vec::new(),
            mix_days: Vec::new(),
        };
        let period = series.days().first().copied().zip(series.days().last().copied());
        Board { period, account: series, numbers: vec![number], ..Board::default() }
    }

    fn state(today: Day, kpi: KpiId) -> Option<Fresh> {
        let all = freshness(&board(), today, &Settings::default());
        all.iter().find(|fresh| fresh.tracking.kpi == kpi).map(|fresh| fresh.state)
    }

    #[test]
    fn on_monday_morning_friday_s_calls_are_fresh() {
        assert_eq!(state(monday(), KpiId::AnswerRate), Some(Fresh::Enough));
        assert_eq!(state(monday() + 1, KpiId::AnswerRate), Some(Fresh::Behind));
        assert_eq!(state(monday() - 3, KpiId::AnswerRate), Some(Fresh::Best));
    }

    #[test]
    fn what_is_asked_for_weekly_may_be_days_old() {
        assert_eq!(state(monday(), KpiId::AverageTalkTime), Some(Fresh::Best));
        assert_eq!(state(monday() + 3, KpiId::AverageTalkTime), Some(Fresh::Enough));
        assert_eq!(state(monday() + 7, KpiId::AverageTalkTime), Some(Fresh::Behind));
    }

    #[test]
    fn a_score_read_every_second_day_is_not_read_daily() {
        assert_eq!(state(monday(), KpiId::ReputationScore), Some(Fresh::Behind));
    }

    #[test]
    fn what_no_file_holds_is_not_measured() {
        assert_eq!(state(monday(), KpiId::ConversionRate), Some(Fresh::NotMeasured));
        assert_eq!(freshness(&Board::default(), monday(), &Settings::default()), Vec::new());
    }
}
