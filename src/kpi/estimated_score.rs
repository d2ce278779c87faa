//! A score where no tool has read one, 0 to 100, 100 best: how the number behaves, as far as its own calls tell. It is
//! shown, and always called an estimate; no zone, no alert and no diagnosis rests on it.
//!
//! Four parts, each on the scale of the zones (80 where green begins, 50 where red ends), of the last 28 days:
//! connection, the answer rate; sentiment, the worse of refusals and spam reports; engagement, the talk time; maturity,
//! the days on which it called. The rates are drawn towards those of its pool, as a few more calls at the pool's rate
//! would draw them (the posterior mean under a beta prior: D. Robinson, "Understanding empirical Bayes estimation",
//! 2015), so that a number with few calls is thought of as the others are. Their weights are a judgement.

use serde::Serialize;

use super::{board::NumberBoard, chance::Share, sums::Sums};
use crate::model::{Day, Settings};

/// The days that it speaks of; those in which active days count as maturity.
const DAYS: i32 = 28;
const MATURITY_DAYS: i32 = 90;
/// Calls in those days below which nothing is estimated.
const LEAST_CALLS: u64 = 20;
/// What the pool is worth: calls, answered calls; for reports, which are rare, calls.
const POOL_CALLS: f64 = 50.0;
const POOL_TALKS: f64 = 15.0;
const POOL_REPORTED: f64 = 300.0;
/// A number that is there when the files begin may be older than they are.
const SEEN_BEGIN_DAYS: i32 = 7;

/// What a part speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ScorePartId {
    /// How many answer.
    Connection,
    /// How many refuse or report.
    Sentiment,
    /// How long they talk.
    Engagement,
    /// How many days it has called.
    Maturity,
}

impl ScorePartId {
    /// All parts, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Connection, Self::Sentiment, Self::Engagement, Self::Maturity];

    /// Its weight where all are measured.
    const fn weight(self) -> f64 {
        match self {
            Self::Connection => 0.4,
            Self::Sentiment => 0.25,
            Self::Engagement => 0.2,
            Self::Maturity => 0.15,
        }
    }
}

/// One part of the estimate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ScorePart {
    /// Which.
    pub id: ScorePartId,
    /// 0 to 100; `None` where these files do not measure it.
    pub value: Option<f64>,
    /// Its weight among the measured parts: they add up to 1.
    pub weight: f64,
}

/// The estimate and its parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EstimatedScore {
    /// 0 to 100.
    pub value: f64,
    /// All parts, measured or not.
    pub parts: [ScorePart; 4],
}

/// What a number did, and what its pool did, over the same days.
#[derive(Clone, Copy, Debug)]
struct Spans {
    own: Sums,
    pool: Option<Sums>,
}

/// The estimate of a number as of a day. `pool` is what all numbers of its pool did in the 28 days up to then
/// ([`score_days`]); `files_from` is the first day with calls. `None` with fewer than 20 calls in those days, or where
/// nothing but its age is known.
pub fn estimated_score(
    number: &NumberBoard,
    pool: &Sums,
    files_from: Day,
    as_of: Day,
    settings: &Settings,
) -> Option<EstimatedScore> {
    let [from, to] = score_days(as_of);
    let own = number.series.span(from, to);
    if own.calls < LEAST_CALLS {
        return None;
    }
    // A pool that means something else by "answered" is no measure.
    let spans = Spans { own, pool: Some(*pool).filter(|pool| own.comparable(pool)) };
    let value = |id| match id {
        ScorePartId::Connection => connection(&spans, settings),
        ScorePartId::Sentiment => sentiment(&spans, settings),
        ScorePartId::Engagement => engagement(&spans, settings),
        ScorePartId::Maturity => maturity(number, files_from, as_of, settings),
    };
    let values = ScorePartId::ALL.map(|id| (id, value(id)));
    let measured: f64 = values.iter().filter(|(_, value)| value.is_some()).map(|(id, _)| id.weight()).sum();
    values[0].1?;
    let parts = values.map(|(id, value)| ScorePart {
        id,
        value,
        weight: if value.is_some() { id.weight() / measured } else { 0.0 },
    });
    let value = parts.iter().filter_map(|part| Some(part.value? * part.weight)).sum();
    Some(EstimatedScore { value, parts })
}

/// First and last of the days that an estimate as of a day speaks of.
pub fn score_days(as_of: Day) -> [Day; 2] {
    [as_of - (DAYS - 1), as_of]
}

impl Spans {
    /// A rate in per cent, drawn towards the pool's.
    fn rate(&self, share: fn(&Sums) -> Share, worth: f64) -> Option<f64> {
        let own = share(&self.own);
        own.rate()?;
        let pool = self.pool.and_then(|pool| share(&pool).rate());
        let (hits, of) = (own.hits as f64, own.of as f64);
        Some(100.0 * pool.map_or(hits / of, |rate| (hits + worth * rate) / (of + worth)))
    }
}

fn connection(spans: &Spans, settings: &Settings) -> Option<f64> {
    let bounds = settings.kpis.answer_rate;
    let (low, high) = (bounds.low.get(), bounds.high.get());
    let rate = spans.rate(Sums::answer, POOL_CALLS)?;
    Some(along(rate, &[(0.0, 0.0), (low, 50.0), (high, 80.0), (high * 1.5, 100.0)]))
}

fn sentiment(spans: &Spans, settings: &Settings) -> Option<f64> {
    let refusals = spans.rate(Sums::refusal, POOL_CALLS).map(|rate| (rate, settings.kpis.rejection_rate));
    let reports = spans.rate(Sums::spam, POOL_REPORTED).map(|rate| (rate, settings.kpis.spam_report_rate));
    let score = |(rate, bounds): (f64, crate::model::Bounds)| {
        let (low, high) = (bounds.low.get(), bounds.high.get());
        along(rate, &[(0.0, 100.0), (low, 80.0), (high, 50.0), (high * 3.0, 0.0)])
    };
    [refusals, reports].into_iter().flatten().map(score).reduce(f64::min)
}

fn engagement(spans: &Spans, settings: &Settings) -> Option<f64> {
    let own = spans.own.talk_secs()?;
    let talks = spans.own.answered_with_talk as f64;
    let pool = spans.pool.and_then(|pool| pool.talk_secs());
    let talk_secs = pool.map_or(own, |pool| (own * talks + pool * POOL_TALKS) / (talks + POOL_TALKS));
    let short = settings.kpis.short_talk_secs;
    Some(match settings.objective.map(|objective| objective.talk_secs().0) {
        // Without an objective a talk time is good once it is not short.
        None => along(talk_secs, &[(0.0, 0.0), (short, 80.0), (short * 3.0, 100.0)]),
        Some(good) => along(talk_secs, &[(0.0, 0.0), (short, 50.0), (good, 80.0), (good * 2.0, 100.0)]),
    })
}

fn maturity(number: &NumberBoard, files_from: Day, as_of: Day, settings: &Settings) -> Option<f64> {
    let least = u64::from(settings.watch.active_day_calls);
    let active = number.series.calls().filter(|(day, calls)| *day <= as_of && *calls >= least);
    let days = active.filter(|(day, _)| *day > as_of - MATURITY_DAYS).count();
    let first = number.series.called().next()?;
    let value = along(days as f64, &[(0.0, 0.0), (10.0, 50.0), (20.0, 80.0), (40.0, 100.0)]);
    (first >= files_from + SEEN_BEGIN_DAYS || value >= 100.0).then_some(value)
}

/// The height of a line through points at a place; beyond its ends, that of the nearer one.
fn along(at: f64, points: &[(f64, f64)]) -> f64 {
    let after = points.partition_point(|(place, _)| *place <= at);
    match (after.checked_sub(1).and_then(|before| points.get(before)), points.get(after)) {
        (Some((from, low)), Some((to, high))) => low + (high - low) * (at - from) / (to - from),
        (Some((_, value)), None) | (None, Some((_, value))) => *value,
        (None, None) => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::{ScorePartId, along, estimated_score};
    use crate::{
        kpi::{NumberBoard, Series, Sums},
        model::{Day, Outcome, Settings},
    };

    fn sums(calls: u64, answered: u64) -> Sums {
        let mut sums = Sums { calls, ..Sums::default() };
        sums.outcomes[Outcome::Answered.index()] = answered;
        sums.known[Outcome::Answered.index()] = calls;
        sums
    }

    fn number(days: i32, sums: Sums) -> NumberBoard {
        NumberBoard {
            number: "+33162000001".to_owned(),
            series: Series::new((0..days).map(|day| (Day(day), sums)).collect()),
            readings: Vec::new(),
            scatter: Default::default(),
            campaign_days: Vec::new(),
            team_days: Vec::new(),
            mix_days: Vec::new(),
        }
    }

    fn value(number: &NumberBoard, pool: Sums, as_of: i32) -> Option<f64> {
        estimated_score(number, &pool, Day(0), Day(as_of), &Settings::default()).map(|score| score.value)
    }

    #[test]
    fn a_line_is_met_at_its_points_and_held_at_its_ends() {
        let line = [(0.0, 0.0), (25.0, 50.0), (40.0, 80.0)];
        assert_eq!([-1.0, 0.0, 12.5, 25.0, 99.0].map(|at| along(at, &line)), [0.0, 0.0, 25.0, 50.0, 80.0]);
    }

    #[test]
    fn the_scale_is_that_of_the_zones() {
        // As its pool does, at the two boundaries of the answer rate; nothing else is measured.
        for (answered, expected) in [(40, 80.0), (25, 50.0)] {
            let score = value(&number(20, sums(100, answered)), sums(9_000, answered * 90), 19);
            assert!(score.is_some_and(|score| (score - expected).abs() < 1e-9), "{score:?}");
        }
    }

    #[test]
    fn few_calls_are_thought_of_as_the_pool_and_many_as_they_are() {
        let pool = sums(10_000, 4_000);
        let few = value(&number(1, sums(20, 2)), pool, 0);
        let many = value(&number(20, sums(100, 10)), pool, 19);
        assert!(few.is_some_and(|score| (55.0..70.0).contains(&score)), "{few:?}");
        assert!(many.is_some_and(|score| score < 25.0), "{many:?}");
        assert_eq!(value(&number(1, sums(19, 2)), pool, 0), None);
    }

    #[test]
    fn the_weights_of_the_measured_parts_add_up_to_one() {
        let mut busy = sums(100, 40);
        busy.talk_ms = 40 * 60_000;
        busy.answered_with_talk = 40;
        busy.refusals = 5;
        busy.known[Outcome::Rejected.index()] = 100;
        let score = estimated_score(&number(45, busy), &busy, Day(0), Day(44), &Settings::default());
        let parts = score.map(|score| score.parts.to_vec()).unwrap_or_default();
        assert!((parts.iter().map(|part| part.weight).sum::<f64>() - 1.0).abs() < 1e-9);
        assert_eq!(parts.iter().map(|part| part.id).collect::<Vec<_>>(), ScorePartId::ALL);
        let expected = [80.0, 80.0, 90.0, 100.0];
        for (part, expected) in parts.iter().zip(expected) {
            assert!(part.value.is_some_and(|value| (value - expected).abs() < 1e-9), "{part:?}");
        }
    }

    #[test]
    fn the_age_of_a_number_that_the_files_begin_with_is_not_known() {
        let score = estimated_score(&number(15, sums(50, 20)), &sums(50, 20), Day(0), Day(14), &Settings::default());
        assert_eq!(score.and_then(|score| score.parts[3].value), None);
        let score = estimated_score(&number(15, sums(50, 20)), &sums(50, 20), Day(-9), Day(14), &Settings::default());
        assert!(score.and_then(|score| score.parts[3].value).is_some_and(|value| value > 50.0));
    }
}
