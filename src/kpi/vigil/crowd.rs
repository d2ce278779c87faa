//! What a number should have answered on a day, from what the others did that day.
//!
//! On each day a pool has one level: the log-odds of an answer for a standard number. A number's own log-odds are that
//! level and its usual distance from it. The level is the one at which the numbers' expected answers add up to those
//! counted (the likelihood equation of a logistic regression with known offsets), solved by Newton's method; without one
//! number it is a step of the same method away. So a pool in which other numbers call today than yesterday does not seem
//! to have changed.
//!
//! The pool is the campaign, where the files know campaigns, else the team, if five other numbers called in it that day;
//! else it is the account. Numbers with a warning open do not count as others.

use super::standing::{log_odds, logistic};
use crate::{
    kpi::{
        answers::Answers,
        board::{NumberBoard, PoolBoard},
        peers::PEERS,
        series::Series,
    },
    model::Day,
};

/// Calls of a number on a day in one pool.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    day: Day,
    /// Which campaign or team; `u32::MAX` for none.
    part: u32,
    /// Place of the number on the board.
    pub number: usize,
    /// Whether "answered" excludes voicemail.
    pub definition: bool,
    calls: u32,
    answered: u32,
}

/// What a number did on a day, and what was expected.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Expected {
    /// Place of the number on the board.
    pub number: usize,
    /// Whether "answered" excludes voicemail.
    pub definition: bool,
    /// Calls.
    pub calls: u32,
    /// Those answered.
    pub answered: u32,
    /// Those that should have been.
    pub expected: f64,
    /// The same for a standard number with such calls.
    pub standard: f64,
    /// Binomial variance of the answers.
    pub variance: f64,
    /// Variance of the level, in log-odds.
    pub reference_variance: f64,
    /// Whether five others called.
    pub compared: bool,
}

/// All cells of a board, by day.
#[derive(Debug)]
pub struct Crowds {
    cells: Vec<Cell>,
    next: usize,
}

const NO_PART: u32 = u32::MAX;
/// Below this variance a level means nothing.
const LEAST_VARIANCE: f64 = 0.1;
/// Steps of Newton's method: from the pooled rate, two give more digits than the counts have.
const STEPS: u32 = 2;

impl Crowds {
    /// The cells of all numbers; days on which "answered" has two meanings for a number are left out.
    pub fn new(numbers: &[NumberBoard], parts: &[PoolBoard]) -> Self {
        let mut in_parts = vec![0_u64; numbers.len()];
        for (number, series) in parts.iter().flat_map(|pool| &pool.members) {
            if let Some(calls) = in_parts.get_mut(*number) {
                *calls += series.total().calls;
            }
        }
        // Most numbers make all their calls in one part or another: then nothing is left.
        let all = |(number, in_parts): (&NumberBoard, u64)| -> Vec<(Day, Answers)> {
            if number.series.total().calls == in_parts {
                return Vec::new();
            }
            answers(&number.series)
        };
        let mut left: Vec<Vec<(Day, Answers)>> = numbers.iter().zip(in_parts).map(all).collect();
        let mut cells: Vec<Cell> = Vec::with_capacity(numbers.iter().map(|number| number.series.days().len()).sum());
        let mut enter = |day: Day, part: u32, number: usize, answers: &Answers| {
            if let (true, Some(definition)) = (answers.known() > 0, answers.tells_voicemail()) {
                let (calls, answered) = (answers.known(), answers.answered());
                cells.push(Cell { day, part, number, definition, calls, answered });
            }
        };
        for (part, pool) in parts.iter().enumerate() {
            for (number, series) in &pool.members {
                let Some(left) = left.get_mut(*number) else { continue };
                let mut at = 0;
                for (day, answers) in answers(series) {
                    enter(day, part as u32, *number, &answers);
                    while left.get(at).is_some_and(|(other, _)| *other < day) {
                        at += 1;
                    }
                    if let Some((_, rest)) = left.get_mut(at).filter(|(other, _)| *other == day) {
                        *rest = *rest - answers;
                    }
                }
            }
        }
        for (number, days) in left.iter().enumerate() {
            days.iter().for_each(|(day, answers)| enter(*day, NO_PART, number, answers));
        }
        Self { cells: by_day(&cells), next: 0 }
    }

    /// The cells of the next day.
    pub fn next_day(&mut self) -> Option<(Day, &[Cell])> {
        let rest = self.cells.get(self.next..)?;
        let day = rest.first()?.day;
        let end = rest.partition_point(|cell| cell.day == day);
        self.next += end;
        Some((day, rest.get(..end)?))
    }
}

/// Puts cells, which stand by part and number, by day and definition, then part and number.
fn by_day(cells: &[Cell]) -> Vec<Cell> {
    let first = cells.iter().map(|cell| cell.day).min().unwrap_or_default();
    let place = |cell: &Cell| 2 * (cell.day.0 - first.0) as usize + usize::from(cell.definition);
    let Some(last) = cells.iter().map(place).max() else { return Vec::new() };
    // Where the next cell of each place goes: first behind all those of the places before.
    let mut starts = vec![0; last + 2];
    cells.iter().for_each(|cell| starts[place(cell) + 1] += 1);
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut sorted = cells.to_vec();
    for cell in cells {
        let next = &mut starts[place(cell)];
        sorted[*next] = *cell;
        *next += 1;
    }
    sorted
}

fn answers(series: &Series) -> Vec<(Day, Answers)> {
    let mut days = Vec::with_capacity(series.days().len());
    series.each_day(Answers::PLACES, &mut |day, counts| days.push((day, Answers::of_places(counts))));
    days
}

/// What every number of a day should have answered, by number. `offsets` holds the distance of each number of the board
/// from a standard one with what its calls of that day were like, `mixes` the latter alone; those that `suspects` names do not count as others.
pub fn expected(cells: &[Cell], offsets: &[f64], mixes: &[f64], suspects: &[bool]) -> Vec<Expected> {
    let mut all: Vec<Expected> = Vec::with_capacity(cells.len());
    for same in cells.chunk_by(|a, b| a.definition == b.definition) {
        let mut account = None;
        for pool in same.chunk_by(|a, b| a.part == b.part) {
            let own = Level::of(pool, offsets, suspects);
            for cell in pool {
                let is_enough = own.others(cell) >= PEERS && (cell.part != NO_PART || pool.len() == same.len());
                let level =
                    if is_enough { own } else { *account.get_or_insert_with(|| Level::of(same, offsets, suspects)) };
                all.push(level.expected(cell, offsets[cell.number], mixes[cell.number]));
            }
        }
    }
    all.sort_unstable_by_key(|expected| expected.number);
    all.dedup_by(|cell, sum| {
        let is_same = cell.number == sum.number;
        if is_same {
            sum.add(cell);
        }
        is_same
    });
    all
}

/// The level of one pool on one day.
#[derive(Clone, Copy, Debug)]
struct Level<'a> {
    log_odds: f64,
    variance: f64,
    /// Numbers that it rests on.
    numbers: u32,
    /// Whom it leaves out; nobody where it would rest on too few.
    without: &'a [bool],
}

impl<'a> Level<'a> {
    fn of(cells: &[Cell], offsets: &[f64], suspects: &'a [bool]) -> Self {
        let strict = Self { log_odds: 0.0, variance: 0.0, numbers: 0, without: suspects };
        let numbers = strict.distinct(cells);
        if numbers > PEERS {
            return Self { numbers, ..strict }.solved(cells, offsets);
        }
        // Better the suspects than nobody.
        let all = Self { without: &[], ..strict };
        Self { numbers: all.distinct(cells), ..all }.solved(cells, offsets)
    }

    fn has(&self, cell: &Cell) -> bool {
        !self.without.get(cell.number).copied().unwrap_or(false)
    }

    fn others(&self, cell: &Cell) -> u32 {
        self.numbers - u32::from(self.has(cell)).min(self.numbers)
    }

    fn distinct(&self, cells: &[Cell]) -> u32 {
        let counted = cells.iter().filter(|cell| self.has(cell));
        // Within one part, a number has one cell.
        if cells.first().map(|cell| cell.part) == cells.last().map(|cell| cell.part) {
            return counted.count() as u32;
        }
        let mut numbers: Vec<usize> = counted.map(|cell| cell.number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.len() as u32
    }

    fn solved(mut self, cells: &[Cell], offsets: &[f64]) -> Self {
        let others = || cells.iter().filter(|cell| self.has(cell));
        let (calls, answered) = others().fold((0, 0), |sum, cell| (sum.0 + cell.calls, sum.1 + cell.answered));
        let mut level = log_odds(f64::from(answered), f64::from(calls));
        let mut variance = 0.0;
        for _ in 0..STEPS {
            let mut excess = -f64::from(answered);
            variance = 0.0;
            for cell in others() {
                let rate = logistic(level + offsets[cell.number]);
                excess += f64::from(cell.calls) * rate;
                variance += f64::from(cell.calls) * rate * (1.0 - rate);
            }
            level -= (excess / f64::max(variance, LEAST_VARIANCE)).clamp(-1.0, 1.0);
        }
        (self.log_odds, self.variance) = (level, variance);
        self
    }

    /// What a cell should have answered at the level of the others.
    fn expected(&self, cell: &Cell, offset: f64, mix: f64) -> Expected {
        let calls = f64::from(cell.calls);
        let (mut level, mut variance) = (self.log_odds, self.variance);
        if self.has(cell) {
            let rate = logistic(level + offset);
            variance = (variance - calls * rate * (1.0 - rate)).max(LEAST_VARIANCE);
            level -= ((f64::from(cell.answered) - calls * rate) / variance).clamp(-1.0, 1.0);
        }
        let rate = logistic(level + offset);
        Expected {
            number: cell.number,
            definition: cell.definition,
            calls: cell.calls,
            answered: cell.answered,
            expected: calls * rate,
            standard: calls * logistic(level + mix),
            variance: calls * rate * (1.0 - rate),
            reference_variance: 1.0 / variance.max(LEAST_VARIANCE),
            compared: self.others(cell) >= PEERS,
        }
    }
}

impl Expected {
    fn add(&mut self, other: &Self) {
        let share = f64::from(other.calls) / f64::from((self.calls + other.calls).max(1));
        self.reference_variance += (other.reference_variance - self.reference_variance) * share;
        self.calls += other.calls;
        self.answered += other.answered;
        self.expected += other.expected;
        self.standard += other.standard;
        self.variance += other.variance;
        self.compared &= other.compared;
    }
}
