//! Two parts of an analysis beside each other: two spans of days, or two pools.
//!
//! The difference of two rates has Newcombe's interval; it is more than chance where that lies clear of 0. Of many numbers
//! compared at once some would by chance alone: those must also be discoveries at a false discovery rate of 10 %
//! (Benjamini and Hochberg), as in the alerts. A mean talk time and a score have no interval here (the tallies do not
//! hold how talk times scatter), so their difference is shown and not judged.

use super::Tag;
use crate::{
    kpi::{
        Board, KpiId, NumberBoard, PoolBoard, Series, Sums,
        chance::{Interval, Share, adjusted, difference, fall_z, upper_tail, wilson},
        current_score,
    },
    model::{Day, Settings, Subject, order},
};

/// The false discovery rate among numbers.
const FALSE_DISCOVERIES: f64 = 0.1;

/// A pool by its name's tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pool {
    /// A campaign.
    Campaign(Tag),
    /// A team.
    Team(Tag),
    /// A prefix block.
    Prefix(Tag),
    /// All calls that are not the other pool's.
    Rest,
}

impl Pool {
    /// The pool of a subject.
    pub fn of(subject: &Subject) -> Option<Self> {
        match subject {
            Subject::Campaign(name) => Some(Self::Campaign(Tag::of(name))),
            Subject::Team(name) => Some(Self::Team(Tag::of(name))),
            Subject::Prefix(name) => Some(Self::Prefix(Tag::of(name))),
            Subject::Number(_) | Subject::Account => None,
        }
    }

    /// The pool of a board; `None` for the rest, and for a name that is not there.
    pub fn find(self, board: &Board) -> Option<&PoolBoard> {
        let pools = match self {
            Self::Campaign(_) => &board.campaigns,
            Self::Team(_) => &board.teams,
            Self::Prefix(_) => &board.prefixes,
            Self::Rest => return None,
        };
        pools.iter().find(|pool| Self::of(&pool.subject) == Some(self))
    }
}

/// What is compared with what: the first is said to be higher or lower than the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Days with earlier (or other) days.
    Periods([(Day, Day); 2]),
    /// A pool with another.
    Pools([Pool; 2]),
}

/// How a difference stands to chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tested {
    /// More than chance.
    MoreThanChance,
    /// Chance alone does as much.
    WithinChance,
    /// Clear of 0 by itself, but no discovery among so many.
    ByMany,
    /// It has no interval.
    NotTested,
    /// "Answered" does not mean the same on both sides.
    NotComparable,
}

/// A KPI of one side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Per cent, seconds or a score.
    pub value: f64,
    /// Its 95 % interval, where it has one.
    pub ends: Option<(f64, f64)>,
    /// What it rests on: calls, answered calls, readings.
    pub n: u64,
}

/// The first side less the second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Points, seconds.
    pub value: f64,
    /// Its 95 % interval, where it has one.
    pub ends: Option<(f64, f64)>,
    /// Against chance.
    pub tested: Tested,
}

/// A KPI on both sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// Which.
    pub id: KpiId,
    /// The two sides; `None` where it is not measured.
    pub sides: [Option<Measured>; 2],
    /// The difference; `None` where a side is not measured.
    pub change: Option<Change>,
}

/// One number on both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberCompared {
    /// The number.
    pub number: String,
    /// Its calls on both sides.
    pub calls: [u64; 2],
    /// The KPI asked for.
    pub compared: Compared,
}

/// All KPIs of both sides, and the calls of each. `None` where a pool is not there.
pub fn compare(board: &Board, what: Comparison, settings: &Settings) -> Option<([Sums; 2], Vec<Compared>)> {
    let (sums, scores) = match what {
        Comparison::Periods(spans) => (
            spans.map(|(from, to)| board.account.span(from, to)),
            spans.map(|(_, to)| lowest(board.numbers.iter(), to, settings)),
        ),
        Comparison::Pools(pools) => {
            let last = board.period.map(|(_, last)| last)?;
            let [one, other] = pools.map(|pool| pool.find(board));
            let one = one?;
            let sums = |pool: Option<&PoolBoard>| match pool {
                Some(pool) => pool.series.total(),
                None => board.account.total() - one.series.total(),
            };
            if pools[1] != Pool::Rest && other.is_none() {
                return None;
            }
            let members = |pool: &'_ PoolBoard| pool.members.iter().map(|(at, _)| *at).collect::<Vec<usize>>();
            let own = members(one);
            let others = match other {
                Some(pool) => members(pool),
                None => (0..board.numbers.len()).filter(|at| own.binary_search(at).is_err()).collect(),
            };
            let score = |of: &[usize]| lowest(of.iter().filter_map(|at| board.numbers.get(*at)), last, settings);
            ([sums(Some(one)), sums(other)], [score(&own), score(&others)])
        }
    };
    let rows = KpiId::ALL.into_iter().map(|id| of_kpi(id, sums, scores)).collect();
    Some((sums, rows))
}

/// One KPI of each number that has calls on both sides, the largest clear difference first.
pub fn compare_numbers(board: &Board, what: Comparison, id: KpiId, settings: &Settings) -> Vec<NumberCompared> {
    let mut rows: Vec<(NumberCompared, f64)> = match what {
        Comparison::Periods(spans) => board
            .numbers
            .iter()
            .map(|number| {
                let sums = spans.map(|(from, to)| number.series.span(from, to));
                let scores = spans.map(|(_, to)| lowest(std::iter::once(number), to, settings));
                (number, sums, scores)
            })
            .filter_map(|(number, sums, scores)| row(number, id, sums, scores))
            .collect(),
        Comparison::Pools(pools) => {
            let Some(one) = pools[0].find(board) else { return Vec::new() };
            let other = pools[1].find(board);
            let of = |(at, own): &(usize, Series)| {
                let number = board.numbers.get(*at)?;
                let theirs = match other {
                    Some(pool) => pool.member(*at)?.total(),
                    None => number.series.total() - own.total(),
                };
                row(number, id, [own.total(), theirs], [None, None])
            };
            one.members.iter().filter_map(of).collect()
        }
    };
    // Of many numbers some differ by chance.
    let p_values: Vec<f64> = rows.iter().map(|row| row.1).collect();
    for (row, p) in rows.iter_mut().zip(adjusted(&p_values)) {
        if let Some(change) = row.0.compared.change.as_mut().filter(|change| change.tested == Tested::MoreThanChance)
            && p > FALSE_DISCOVERIES
        {
            change.tested = Tested::ByMany;
        }
    }
    let mut rows: Vec<NumberCompared> = rows.into_iter().map(|row| row.0).collect();
    let rank = |row: &NumberCompared| {
        let change = row.compared.change;
        (change.map_or(Tested::NotComparable, |change| change.tested), change.map_or(0.0, |change| -change.value.abs()))
    };
    order::sort_by(&mut rows, |a, b| {
        let ((a_tested, a_size), (b_tested, b_size)) = (rank(a), rank(b));
        a_tested.cmp(&b_tested).then(a_size.total_cmp(&b_size)).then_with(|| a.number.cmp(&b.number))
    });
    rows
}

/// A number's row and its p; `None` where one side has no calls.
fn row(
    number: &NumberBoard,
    id: KpiId,
    sums: [Sums; 2],
    scores: [Option<Measured>; 2],
) -> Option<(NumberCompared, f64)> {
    let calls = [sums[0].calls, sums[1].calls];
    let compared = (!calls.contains(&0)).then(|| of_kpi(id, sums, scores))?;
    let z = share(id).and_then(|share| fall_z(share(&sums[0]), share(&sums[1]))).unwrap_or(0.0);
    Some((NumberCompared { number: number.number.clone(), calls, compared }, (2.0 * upper_tail(z.abs())).min(1.0)))
}

/// The share behind a rate.
const fn share(id: KpiId) -> Option<fn(&Sums) -> Share> {
    Some(match id {
        KpiId::AnswerRate => Sums::answer,
        KpiId::SpamReportRate => Sums::spam,
        KpiId::RejectionRate => Sums::refusal,
        KpiId::VoicemailRate => Sums::voicemail,
        KpiId::ConversionRate => Sums::conversion,
        KpiId::ReputationScore | KpiId::AverageTalkTime => return None,
    })
}

fn of_kpi(id: KpiId, sums: [Sums; 2], scores: [Option<Measured>; 2]) -> Compared {
    let untested = |sides: [Option<Measured>; 2]| {
        let change = match sides {
            [Some(one), Some(other)] => {
                Some(Change { value: one.value - other.value, ends: None, tested: Tested::NotTested })
            }
            _ => None,
        };
        Compared { id, sides, change }
    };
    let Some(share) = share(id) else {
        let talk =
            |sums: Sums| sums.talk_secs().map(|value| Measured { value, ends: None, n: sums.answered_with_talk });
        return untested(if id == KpiId::ReputationScore { scores } else { sums.map(talk) });
    };
    let shares = [share(&sums[0]), share(&sums[1])];
    let sides = shares.map(|share| {
        let Interval { value, low, high } = wilson(share)?.times(100.0);
        Some(Measured { value, ends: Some((low, high)), n: share.of })
    });
    let change = difference(shares[0], shares[1]).map(|interval| {
        let Interval { value, low, high } = interval.times(100.0);
        let clear = interval.is_below_zero() || interval.is_above_zero();
        let tested = match (sums[0].comparable(&sums[1]) || id == KpiId::SpamReportRate, clear) {
            (false, _) => Tested::NotComparable,
            (true, true) => Tested::MoreThanChance,
            (true, false) => Tested::WithinChance,
        };
        Change { value, ends: Some((low, high)), tested }
    });
    Compared { id, sides, change }
}

/// The lowest score of some numbers that was current on a day.
fn lowest<'a>(numbers: impl Iterator<Item = &'a NumberBoard>, day: Day, settings: &Settings) -> Option<Measured> {
    let current = |number: &NumberBoard| current_score(&number.readings, day, settings.kpis.score_days)?.score;
    let scores: Vec<f64> = numbers.filter_map(current).collect();
    let value = scores.iter().copied().reduce(f64::min)?;
    Some(Measured { value, ends: None, n: scores.len() as u64 })
}

#[cfg(test)]
mod tests {
    use super::{Comparison, Pool, Tested, compare, compare_numbers};
    use crate::{
        kpi::{Board, KpiId},
        model::{Day, Outcome, Settings},
        narrow::Tag,
        tally::{CellKey, Ledger, Tally},
    };

    const SPANS: Comparison = Comparison::Periods([(Day(10), Day(19)), (Day(0), Day(9))]);

    /// Twenty days of ten numbers with 50 calls a day each in campaign A: 20 answered, but for the first number, 10 of 50
    /// in the second half. Each has 50 calls a day in campaign B as well, 10 answered.
    fn board() -> Board {
        let mut ledger = Ledger::default();
        let campaigns = ["A", "B"].map(|name| ledger.names.campaigns.intern(name));
        for at in 0..10_u32 {
            let number = ledger.names.numbers.intern(&format!("+3316200000{at}"));
            for day in (0..20).map(Day) {
                for (place, campaign) in campaigns.into_iter().enumerate() {
                    let fell = place == 0 && at == 0 && day >= Day(10);
                    let answered = if place == 1 || fell { 10 } else { 20 };
                    let mut tally = Tally::default();
                    tally.outcomes[Outcome::Answered.index()] = answered;
                    tally.outcomes[Outcome::NoAnswer.index()] = 50 - answered;
                    tally.known[Outcome::Answered.index()] = 50;
                    let key = CellKey { number, day, campaign, team: 0, line: Default::default() };
                    ledger.cells.insert(key, tally);
                }
            }
        }
        Board::build(&ledger, 3)
    }

    #[test]
    fn the_difference_of_two_spans_is_that_of_their_counts() {
        let (sums, rows) = compare(&board(), SPANS, &Settings::default()).unwrap_or_default();
        assert_eq!([sums[0].calls, sums[1].calls], [10_000, 10_000]);
        // 2,900 of 10,000 against 3,000 of 10,000: a point, within chance.
        let change = rows[0].change.map(|change| ((change.value * 1e6).round() / 1e6, change.tested));
        assert_eq!(change, Some((-1.0, Tested::WithinChance)));
        assert!(rows.iter().filter(|row| row.id == KpiId::VoicemailRate).all(|row| row.change.is_none()));
    }

    #[test]
    fn the_number_that_fell_stands_first_and_the_others_are_within_chance() {
        let rows = compare_numbers(&board(), SPANS, KpiId::AnswerRate, &Settings::default());
        assert_eq!(rows.len(), 10);
        assert_eq!(rows[0].number, "+33162000000");
        let tested: Vec<_> = rows.iter().filter_map(|row| row.compared.change).map(|change| change.tested).collect();
        assert_eq!(tested.iter().filter(|tested| **tested == Tested::MoreThanChance).count(), 1);
        assert_eq!(tested[0], Tested::MoreThanChance);
    }

    #[test]
    fn two_pools_are_compared_over_all_their_calls_and_the_rest_is_what_is_left() {
        let board = board();
        let [a, b] = ["A", "B"].map(|name| Pool::Campaign(Tag::of(name)));
        let both = |pools| compare(&board, Comparison::Pools(pools), &Settings::default());
        let (sums, rows) = both([a, b]).unwrap_or_default();
        assert_eq!([sums[0].answered(), sums[1].answered()], [3_900, 2_000]);
        assert_eq!(rows[0].change.map(|change| change.tested), Some(Tested::MoreThanChance));
        assert_eq!(both([a, Pool::Rest]).map(|(sums, _)| sums), Some(sums));
        assert_eq!(both([a, Pool::Team(Tag::of("A"))]), None);
    }

    #[test]
    fn of_a_thousand_equal_numbers_none_is_more_than_chance_though_some_intervals_lie_clear_of_zero() {
        // Answers that scatter as chance scatters them: a fixed sequence of a multiplicative generator.
        let mut ledger = Ledger::default();
        let mut state = 12_345_u64;
        for at in 0..1000_u32 {
            let number = ledger.names.numbers.intern(&format!("+331{at:08}"));
            for day in [0, 10].map(Day) {
                let hits = |_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    u32::from((state >> 33) % 100 < 35)
                };
                let answered: u32 = (0..200).map(hits).sum();
                let mut tally = Tally::default();
                tally.outcomes[Outcome::Answered.index()] = answered;
                tally.outcomes[Outcome::NoAnswer.index()] = 200 - answered;
                tally.known[Outcome::Answered.index()] = 200;
                let key = CellKey { number, day, campaign: 0, team: 0, line: Default::default() };
                ledger.cells.insert(key, tally);
            }
        }
        let rows = compare_numbers(&Board::build(&ledger, 3), SPANS, KpiId::AnswerRate, &Settings::default());
        let count =
            |tested| rows.iter().filter_map(|row| row.compared.change).filter(|change| change.tested == tested).count();
        assert!(count(Tested::ByMany) > 10, "{}", count(Tested::ByMany));
        assert!(count(Tested::MoreThanChance) <= 2, "{}", count(Tested::MoreThanChance));
    }
}
