//! The vigil: day by day, whether a subject answers less than it should, and since when. What the early warning rests on.
//!
//! A number is held against the others of its pool on the same day, itself left out (`crowd`), at its own usual distance
//! from them (`standing`); what its calls of that day were like is allowed for (`mix`). A pool, the account, and a number without five others are held against their own past
//! (`lone`). What is missing from the answers expected is added up by two sequential tests, one for a slow loss and one
//! for a label (`cusum`); their limits come from simulation (`limits`).
//!
//! Day by day from the first to the last: what is said of a day rests on nothing later. It knows no settings, so it is
//! computed with the board and not again when a threshold moves.

mod crowd;
mod cusum;
mod limits;
mod lone;
mod mix;
mod standing;
mod table;

pub use cusum::{Cusum, Today};

use crowd::{Crowds, Expected};
use cusum::Learning;
use lone::Lone;
use mix::AllMixes;
use standing::{Spread, Standing};

use super::{
    answers::Answers,
    board::{Board, NumberBoard, PoolBoard},
    series::Series,
};
use crate::model::Day;

/// Calls that make a day one to judge.
const ACTIVE_CALLS: u32 = 5;
/// Active days before a subject is judged.
const WARM_UP_DAYS: u32 = 10;
/// Calls before a subject is judged.
const WARM_UP_CALLS: u32 = 100;
/// What is wrong about a subject's usual level is wrong every day, and adds up: its variance counts so many times.
const LASTING: f64 = 3.0;
/// One number cannot make a day unrestful.
const MOST_SQUARE: f64 = 6.0;
/// A warning that was last looked at longer ago than this is history.
const CURRENT_DAYS: i32 = 7;
/// After so many active days a loss is the new level.
const NEW_LEVEL_DAYS: u32 = 40;

/// A subject on one day on which it was judged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Watch {
    /// The day.
    pub day: Day,
    /// Whether a warning is open.
    pub open: bool,
    /// What has been added up against it: the logarithm of a likelihood ratio, of the test nearer to its limit.
    pub statistic: f64,
    /// The limit of that test.
    pub limit: f64,
    /// The probability that a subject with nothing wrong stands as badly on a day.
    pub p: f64,
    /// The first day of the present loss, if there is one; else the day.
    pub since: Day,
    /// Calls since then.
    pub calls: u32,
    /// Those answered.
    pub answered: u32,
    /// Those expected to be answered.
    pub expected: f64,
    /// By how much the days scatter more than chance alone explains: a factor on the variance, 1 or more.
    pub scatter: f64,
    /// Whether there were five others to hold it against.
    pub compared: bool,
}

/// A subject's days, in order; only those after its warm-up.
pub type Course = Vec<Watch>;

/// The courses of all subjects, in the order of the board.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vigil {
    /// Own numbers.
    pub numbers: Vec<Course>,
    /// Campaigns.
    pub campaigns: Vec<Course>,
    /// Teams.
    pub teams: Vec<Course>,
    /// The account.
    pub account: Course,
}

/// The warning of a course that is open as of a day; one whose subject has not called for a week is none.
pub fn warning(course: &[Watch], as_of: Day) -> Option<&Watch> {
    course.last().filter(|watch| watch.open && watch.day > as_of - CURRENT_DAYS)
}

impl Vigil {
    /// Watches over all days of a board.
    pub fn keep(board: &Board) -> Self {
        let mixes = mix::all(board);
        let pools = |pools: &[PoolBoard]| {
            let of_pool = |pool: &PoolBoard| {
                let mixes = if mixes.numbers.is_empty() { Vec::new() } else { mix::of_pool(pool, &mixes.numbers) };
                lone_course(&pool.series, &mixes)
            };
            pools.iter().map(of_pool).collect()
        };
        let parts = if board.campaigns.is_empty() { &board.teams } else { &board.campaigns };
        Self {
            numbers: of_numbers(&board.numbers, parts, &mixes),
            campaigns: pools(&board.campaigns),
            teams: pools(&board.teams),
            account: lone_course(&board.account, &mixes.account),
        }
    }
}

/// One subject while it is watched.
#[derive(Debug, Default)]
struct Watched {
    standing: Standing,
    lone: Lone,
    cusum: Cusum,
    learning: Learning,
    /// A pool or the account: never held against others.
    is_pool: bool,
    definition: Option<bool>,
    days: u32,
    calls: u32,
    course: Course,
}

impl Watched {
    /// Starts anew where "answered" changes its meaning: nothing before can be compared.
    fn enter(&mut self, definition: bool) {
        if self.definition != Some(definition) {
            let course = std::mem::take(&mut self.course);
            *self = Self { definition: Some(definition), is_pool: self.is_pool, course, ..Self::default() };
        }
    }

    /// Judges a day once the subject is known well enough.
    fn judge(&mut self, today: Today, mix: f64, compared: bool) {
        let is_warm = self.days >= WARM_UP_DAYS && self.calls >= WARM_UP_CALLS;
        let is_active = today.calls >= ACTIVE_CALLS;
        self.days += u32::from(is_active);
        self.calls = self.calls.saturating_add(today.calls);
        self.learning = if is_warm { self.cusum.push(today) } else { Learning::Now };
        if is_warm && is_active {
            self.course.push(self.cusum.watch(today.day, compared));
        }
        if !compared || self.is_pool {
            self.lone.push(today.day, today.calls, today.answered, mix, self.learning);
        }
        if self.cusum.open_days() > NEW_LEVEL_DAYS {
            self.standing.accept();
            self.lone.accept();
            self.cusum.restart();
        }
    }

    /// Learns from a day how far it stands from the others.
    fn learn(&mut self, expected: &Expected) {
        self.standing.push(expected, self.learning);
    }
}

/// How far the numbers of one day lie from what was expected, as a mean of squared deviations: above 1 where something
/// happens that the numbers share, but not alike.
struct Unrest {
    squares: f64,
    numbers: f64,
}

impl Unrest {
    fn of(day: &[Expected], spread: &Spread) -> Self {
        let compared = || day.iter().filter(|expected| expected.compared);
        Self { squares: compared().map(|it| Self::square(it, spread)).sum(), numbers: compared().count() as f64 }
    }

    /// By how much the day scatters without a number, beyond what chance does to a mean of so many.
    fn without(&self, number: &Expected, spread: &Spread) -> f64 {
        let others = self.numbers - 1.0;
        if others < f64::from(super::PEERS) {
            return 1.0;
        }
        let mean = (self.squares - Self::square(number, spread)) / others;
        (mean - 2.0 * (2.0 / others).sqrt()).max(1.0)
    }

    fn square(day: &Expected, spread: &Spread) -> f64 {
        let off = f64::from(day.answered) - day.expected;
        let usual = day.variance.max(0.1) * spread.scatter(f64::from(day.calls));
        (off * off / usual).min(MOST_SQUARE)
    }
}

fn of_numbers(numbers: &[NumberBoard], parts: &[PoolBoard], all_mixes: &AllMixes) -> Vec<Course> {
    let mut crowds = Crowds::new(numbers, parts);
    let mut watched: Vec<Watched> = numbers.iter().map(|_| Watched::default()).collect();
    let mut spread = Spread::default();
    let mut offsets = vec![0.0; numbers.len()];
    let mut suspects = vec![false; numbers.len()];
    let (mut mixes, mut at_mix) = (vec![0.0; numbers.len()], vec![0; numbers.len()]);
    while let Some((day, cells)) = crowds.next_day() {
        for cell in cells {
            let number = &mut watched[cell.number];
            number.enter(cell.definition);
            if let Some(days) = all_mixes.numbers.get(cell.number) {
                mixes[cell.number] = mix::on(days, &mut at_mix[cell.number], day);
            }
            offsets[cell.number] = number.standing.offset(&spread).0 + mixes[cell.number];
            suspects[cell.number] = number.cusum.is_open();
        }
        let seen = spread;
        let expected = crowd::expected(cells, &offsets, &mixes, &suspects);
        let unrest = Unrest::of(&expected, &seen);
        let mut is_news = false;
        for expected in &expected {
            let number = &mut watched[expected.number];
            let Expected { calls, answered, compared, .. } = *expected;
            let offset_variance = number.standing.offset(&seen).1;
            let (should, scatter, level_variance) =
                match number.lone.usual(day, calls, mixes[expected.number]).filter(|_| !compared) {
                    Some(alone) => (alone.answers, alone.scatter, alone.level_variance),
                    None => {
                        let unknown = expected.reference_variance + number.standing.sharing(expected);
                        let level = unknown + LASTING * offset_variance;
                        (
                            expected.expected,
                            seen.scatter(f64::from(calls)) * unrest.without(expected, &seen)
                                + expected.variance * level,
                            offset_variance,
                        )
                    }
                };
            if compared && !suspects[expected.number] && number.days > 2 {
                spread.learn(expected, offset_variance);
            }
            let today = Today { day, calls, answered, expected: should, scatter, level_variance };
            number.judge(today, mixes[expected.number], compared);
            is_news |= number.cusum.is_open() && !suspects[expected.number];
            suspects[expected.number] = number.cusum.is_open();
        }
        // What a warning opened on today is no measure of the others' usual level.
        let learned = if is_news { crowd::expected(cells, &offsets, &mixes, &suspects) } else { expected };
        learned.iter().for_each(|expected| watched[expected.number].learn(expected));
        spread.settle(watched.iter().map(|number| &number.standing));
    }
    watched.into_iter().map(|number| number.course).collect()
}

/// A pool or the account.
fn lone_course(series: &Series, mixes: &[(Day, f64)]) -> Course {
    let mut watched = Watched { is_pool: true, ..Watched::default() };
    let mut next = 0;
    for (day, sums) in series.iter() {
        let answers = Answers::of(&sums);
        let (true, Some(definition)) = (answers.known() > 0, answers.tells_voicemail()) else { continue };
        watched.enter(definition);
        let (calls, answered) = (answers.known(), answers.answered());
        let mix = mix::on(mixes, &mut next, day);
        let unknown = || lone::Usual { answers: f64::from(answered), scatter: 1.0, level_variance: 0.0 };
        let usual = watched.lone.usual(day, calls, mix).unwrap_or_else(unknown);
        let lone::Usual { answers, scatter, level_variance } = usual;
        watched.judge(Today { day, calls, answered, expected: answers, scatter, level_variance }, mix, true);
    }
    watched.course
}
