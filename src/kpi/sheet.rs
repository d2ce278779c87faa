//! All seven KPIs of one subject.

use super::{
    answer_rate::answer_rate,
    average_talk_time::{self, average_talk_time},
    board::{Board, NumberBoard, PoolBoard, ScoreReading},
    chance::{Interval, Share, wilson},
    conversion_rate::conversion_rate,
    figure::{Kpi, KpiId, Kpis, Mark, Trend, Zone},
    rate::{higher_is_better, lower_is_better},
    rejection_rate::rejection_rate,
    reputation_score::{self, current_score, lowest_score, reputation_score},
    score_fall::score_fall,
    series::Series,
    spam_report_rate::{SPAM_REPORT_DAYS, spam_report_rate},
    spans::Spans,
    sums::Sums,
    voicemail_rate::{self, voicemail_rate},
};
use crate::model::{Day, Settings};

/// Days of history that the zone of the conversion rate needs.
const CONVERSION_HISTORY_DAYS: i32 = 28;

/// One subject of a [`Board`].
#[derive(Clone, Copy, Debug)]
pub enum View<'a> {
    /// All calls.
    Account(&'a Board),
    /// One campaign, team or prefix block.
    Pool(&'a Board, &'a PoolBoard),
    /// One number.
    Number(&'a NumberBoard),
}

impl<'a> View<'a> {
    /// Its days.
    pub fn series(&self) -> &'a Series {
        match self {
            Self::Account(board) => &board.account,
            Self::Pool(_, pool) => &pool.series,
            Self::Number(number) => &number.series,
        }
    }

    fn score(&self, day: Day, settings: &Settings) -> Kpi {
        let current = |number: &NumberBoard| {
            current_score(&number.readings, day, settings.kpis.score_days).and_then(|reading| reading.score)
        };
        match self {
            Self::Account(board) => lowest_score(board.numbers.iter().map(current), &settings.kpis),
            Self::Pool(board, pool) => {
                let members = pool.members.iter().filter_map(|(at, _)| board.numbers.get(*at));
                lowest_score(members.map(current), &settings.kpis)
            }
            Self::Number(number) => Kpi {
                trend: score_fall(&number.readings, &number.scatter, day, &settings.kpis).map(|fall| Trend {
                    change: fall.change(),
                    low: None,
                    high: None,
                    before: fall.before,
                    mark: fall.falls.then_some(Mark::Falling),
                }),
                ..reputation_score(&number.readings, day, &settings.kpis)
            },
        }
    }

    fn scores_read_on(&self, day: Day, settings: &Settings) -> Kpi {
        let read = |number: &NumberBoard| lowest_read_on(&number.readings, day);
        match self {
            Self::Account(board) => lowest_score(board.numbers.iter().map(read), &settings.kpis),
            Self::Pool(board, pool) => {
                let members = pool.members.iter().filter_map(|(at, _)| board.numbers.get(*at));
                lowest_score(members.map(read), &settings.kpis)
            }
            Self::Number(number) => {
                Kpi { zone_counts: None, ..lowest_score(std::iter::once(read(number)), &settings.kpis) }
            }
        }
    }
}

/// The KPIs of a subject as of a day: rates and talk time over all its days, spam reports over the last 28, the
/// current score, and the trend of each.
pub fn kpis(view: View, as_of: Day, settings: &Settings) -> Kpis {
    sheet(view, view.series().total(), as_of, settings)
}

/// The same over the days `from` to `to` alone: what a subject does now, where its whole period would hide it. Spam
/// reports, the score and the trends are those of `to`, as they are of any sheet.
pub fn kpis_over(view: View, from: Day, to: Day, settings: &Settings) -> Kpis {
    sheet(view, view.series().span(from, to), to, settings)
}

fn sheet(view: View, total: Sums, as_of: Day, settings: &Settings) -> Kpis {
    let series = view.series();
    let reports = series.span(as_of - (SPAM_REPORT_DAYS - 1), as_of);
    let spans = Spans::of(series, as_of, settings.watch.active_day_calls);
    let sums = spans.map(|spans| spans.sums(series));
    let history = series.days().first().is_some_and(|first| as_of - CONVERSION_HISTORY_DAYS >= *first - 1);
    let conversion_spans = sums.as_ref().filter(|_| history).map(|(after, before)| (after, before));
    let trend = |id: KpiId, share: fn(&Sums) -> Share| {
        let (after, before) = sums.as_ref()?;
        if id != KpiId::SpamReportRate && !after.comparable(before) {
            return None;
        }
        let (now, then) = (wilson(share(after))?, wilson(share(before))?);
        Some(trend(id, now.minus(then).times(100.0), then.value * 100.0))
    };
    Kpis([
        Kpi { trend: trend(KpiId::AnswerRate, Sums::answer), ..answer_rate(&total, &settings.kpis) },
        Kpi { trend: trend(KpiId::SpamReportRate, Sums::spam), ..spam_report_rate(&reports, &settings.kpis) },
        view.score(as_of, settings),
        Kpi { trend: trend(KpiId::RejectionRate, Sums::refusal), ..rejection_rate(&total, &settings.kpis) },
        Kpi { trend: trend(KpiId::VoicemailRate, Sums::voicemail), ..voicemail_rate(&total, &settings.kpis) },
        Kpi {
            trend: sums.as_ref().and_then(|(after, before)| talk_trend(after, before)),
            ..average_talk_time(&total, &settings.kpis, settings.objective)
        },
        Kpi { trend: trend(KpiId::ConversionRate, Sums::conversion), ..conversion_rate(&total, conversion_spans) },
    ])
}

/// The KPIs of a subject on one day alone: no trend, the scores read that day, no zone for conversions.
pub fn kpis_on(view: View, day: Day, settings: &Settings) -> Kpis {
    let sums = view.series().on(day).unwrap_or_default();
    Kpis([
        answer_rate(&sums, &settings.kpis),
        spam_report_rate(&sums, &settings.kpis),
        view.scores_read_on(day, settings),
        rejection_rate(&sums, &settings.kpis),
        voicemail_rate(&sums, &settings.kpis),
        average_talk_time(&sums, &settings.kpis, settings.objective),
        conversion_rate(&sums, None),
    ])
}

/// The zone of a value of a KPI (per cent, seconds or score) by itself. A short talk time is red only beside a low
/// answer rate, so amber here; conversions have no zone by their level.
pub fn zone_of(id: KpiId, value: f64, settings: &Settings) -> Zone {
    let thresholds = &settings.kpis;
    match id {
        KpiId::AnswerRate => higher_is_better(value, thresholds.answer_rate),
        KpiId::SpamReportRate => lower_is_better(value, thresholds.spam_report_rate),
        KpiId::ReputationScore => reputation_score::zone(value, thresholds),
        KpiId::RejectionRate => lower_is_better(value, thresholds.rejection_rate),
        KpiId::VoicemailRate => voicemail_rate::zone(value, thresholds),
        KpiId::AverageTalkTime => average_talk_time::zone(value, None, thresholds, settings.objective),
        KpiId::ConversionRate => Zone::Unknown,
    }
}

/// One day of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayFigure {
    /// The day.
    pub day: Day,
    /// Per cent, with its interval; seconds without one (both ends are the value).
    pub figure: Interval,
    /// What it rests on.
    pub n: u64,
}

/// A KPI by day, for the days on which it is measured. Scores are no series of days: empty.
pub fn by_day(series: &Series, id: KpiId) -> Vec<DayFigure> {
    let share: fn(&Sums) -> Share = match id {
        KpiId::AnswerRate => Sums::answer,
        KpiId::SpamReportRate => Sums::spam,
        KpiId::RejectionRate => Sums::refusal,
        KpiId::VoicemailRate => Sums::voicemail,
        KpiId::ConversionRate => Sums::conversion,
        KpiId::AverageTalkTime => {
            let of = |(day, sums): (Day, Sums)| {
                let value = sums.talk_secs()?;
                Some(DayFigure { day, figure: Interval { value, low: value, high: value }, n: sums.answered_with_talk })
            };
            return series.iter().filter_map(of).collect();
        }
        KpiId::ReputationScore => return Vec::new(),
    };
    let of = |(day, sums): (Day, Sums)| {
        let share = share(&sums);
        Some(DayFigure { day, figure: wilson(share)?.times(100.0), n: share.of })
    };
    series.iter().filter_map(of).collect()
}

fn lowest_read_on(readings: &[ScoreReading], day: Day) -> Option<f64> {
    let start = readings.partition_point(|reading| reading.day < day);
    readings[start..]
        .iter()
        .take_while(|reading| reading.day == day)
        .filter_map(|reading| reading.score)
        .reduce(f64::min)
}

fn trend(id: KpiId, change: Interval, before: f64) -> Trend {
    let mark = if id.higher_is_better() {
        change.is_below_zero().then_some(Mark::Falling)
    } else {
        change.is_above_zero().then_some(Mark::Rising)
    };
    Trend { change: change.value, low: Some(change.low), high: Some(change.high), before, mark }
}

fn talk_trend(after: &Sums, before: &Sums) -> Option<Trend> {
    if !after.comparable(before) {
        return None;
    }
    let then = before.talk_secs()?;
    Some(Trend { change: after.talk_secs()? - then, low: None, high: None, before: then, mark: None })
}
