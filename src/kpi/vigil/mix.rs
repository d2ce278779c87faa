//! What a day's calls were like, as a distance in log-odds: mobiles answer less than landlines, noon is not evening, a
//! third attempt reaches fewer than a first. A number whose calls have moved to harder ones has not been labelled.
//!
//! How much each class differs from all other calls is learned day by day from numbers themselves: of one number's day,
//! how many of the answers fell on the class, beyond its part of the calls (the one-step estimate of a logarithm of odds:
//! R. Peto and others, "Design and analysis of randomized clinical trials requiring prolonged observation of each
//! patient", British Journal of Cancer 35, 1977). So neither a good number nor a good day is taken for a good class.

use crate::{
    kpi::{
        board::{Board, NumberBoard, PoolBoard},
        row::place,
        series::Series,
    },
    model::{Day, Outcome},
    tally::{Counts, MixTally},
};

/// Variance of the classes' log-odds: a deviation of 0.5.
const PRIOR_VARIANCE: f64 = 0.25;
/// The part of a day's calls of which the class must be known.
const KNOWN: f64 = 0.9;
/// Kinds of line, parts of the day, attempts.
const CLASSES: usize = 3 + 5 + 3;
/// Where the classes of each factor begin.
const FACTORS: [usize; 3] = [0, 3, 8];

/// Calls to mobiles, to landlines, to others.
type Lines = [Counts; 3];

/// The calls of one number's day by class.
#[derive(Clone, Copy, Debug)]
struct Today<'a> {
    lines: Lines,
    mix: Option<&'a MixTally>,
}

impl Today<'_> {
    /// Factor by factor; one that is not told has no class.
    fn factors(&self) -> [&[Counts]; 3] {
        self.mix.map_or([&self.lines, &[], &[]], |mix| [&self.lines, &mix.parts, &mix.attempts])
    }

    /// The calls of the factor that tells most of them.
    fn calls(&self) -> u32 {
        sum(&self.lines)[0]
    }
}

fn sum(classes: &[Counts]) -> Counts {
    let mut sum = [0; 2];
    for counts in classes {
        sum[0] += counts[0];
        sum[1] += counts[1];
    }
    sum
}

#[derive(Clone, Copy, Debug, Default)]
struct Class {
    excess: f64,
    variance: f64,
    calls: f64,
    /// Its log-odds less those of all calls, as far as they are known by now.
    effect: f64,
}

/// All classes.
#[derive(Debug, Default)]
struct Classes {
    classes: [Class; CLASSES],
    /// Calls by factor.
    calls: [f64; 3],
}

impl Classes {
    /// The distance of a day's calls from all calls.
    fn mix(&self, day: &Today, calls: u32) -> f64 {
        let mut mix = 0.0;
        for (start, factor) in FACTORS.into_iter().zip(day.factors()) {
            let [told, _] = sum(factor);
            if f64::from(told) < KNOWN * f64::from(calls) || told == 0 {
                continue;
            }
            let mut all = 0.0;
            for (counts, class) in factor.iter().zip(&self.classes[start..]) {
                all += f64::from(counts[0]) * class.effect;
            }
            mix += all / f64::from(told);
        }
        mix
    }

    fn learn(&mut self, day: &Today) {
        for (place, factor) in day.factors().into_iter().enumerate() {
            let [calls, answered] = sum(factor);
            let (all, hits) = (f64::from(calls), f64::from(answered));
            self.calls[place] += all;
            let spread = hits * (all - hits) / (all * all * (all - 1.0));
            for (counts, class) in factor.iter().zip(&mut self.classes[FACTORS[place]..]) {
                if counts[0] == 0 {
                    continue;
                }
                let of = f64::from(counts[0]);
                class.calls += of;
                if calls > 1 {
                    class.excess += f64::from(counts[1]) - of * hits / all;
                    class.variance += of * (all - of) * spread;
                }
            }
        }
    }

    /// Draws what has been learned towards 0, as far as it is not known.
    fn settle(&mut self) {
        let ends = FACTORS.into_iter().skip(1).chain([CLASSES]);
        for ((start, end), all) in FACTORS.into_iter().zip(ends).zip(self.calls) {
            for class in &mut self.classes[start..end] {
                // Against the other classes, and so against all with its own part.
                let others = 1.0 - class.calls / all.max(1.0);
                class.effect = PRIOR_VARIANCE * class.excess / (PRIOR_VARIANCE * class.variance + 1.0) * others;
            }
        }
    }
}

/// The mixes of one subject: by day, in order.
pub type Mixes = Vec<(Day, f64)>;

/// The mixes of all numbers, in the order of the board, and those of the account.
#[derive(Debug, Default)]
pub struct AllMixes {
    /// Empty where the files tell no classes.
    pub numbers: Vec<Mixes>,
    /// The account's.
    pub account: Mixes,
}

/// The mix on a day; days must be asked for in order, `next` is where the last one was.
pub fn on(mixes: &[(Day, f64)], next: &mut usize, day: Day) -> f64 {
    while mixes.get(*next).is_some_and(|(at, _)| *at < day) {
        *next += 1;
    }
    mixes.get(*next).filter(|(at, _)| *at == day).map_or(0.0, |(_, mix)| *mix)
}

/// Learns what the classes are worth, day by day, and says what each number's day was like by what was known the day
/// before.
pub fn all<'b>(board: &'b Board) -> AllMixes {
    let total = board.account.total().counts();
    let lines = lines(LINE_PLACES.map(|place| total[place])).iter().filter(|counts| counts[0] > 0).count();
    if board.mix_days.is_empty() && lines < 2 {
        return AllMixes::default();
    }
    let of_number = |number: &'b NumberBoard| Days::new(&number.series, &number.mix_days);
    let mut numbers: Vec<Days> = board.numbers.iter().map(of_number).collect();
    if numbers.is_empty() {
        numbers.push(Days::new(&board.account, &board.mix_days));
    }
    let mut classes = Classes::default();
    let mut mixes: Vec<Mixes> = numbers.iter().map(|days| Vec::with_capacity(days.lines.len())).collect();
    let mut account: Mixes = Vec::new();
    let mut all_today: Vec<Today> = Vec::with_capacity(numbers.len());
    for day in board.account.days() {
        let (mut weighed, mut calls) = (0.0, 0.0);
        all_today.clear();
        for (days, mixes) in numbers.iter_mut().zip(&mut mixes) {
            let Some(today) = days.on(*day) else { continue };
            let all = today.calls();
            let mix = classes.mix(&today, all);
            mixes.push((*day, mix));
            weighed += mix * f64::from(all);
            calls += f64::from(all);
            all_today.push(today);
        }
        all_today.iter().for_each(|today| classes.learn(today));
        classes.settle();
        account.push((*day, if calls > 0.0 { weighed / calls } else { 0.0 }));
    }
    if board.numbers.is_empty() {
        mixes.clear();
    }
    AllMixes { numbers: mixes, account }
}

/// The mixes of a pool: those of its members, weighed by their calls in it.
pub fn of_pool(pool: &PoolBoard, numbers: &[Mixes]) -> Mixes {
    let mut sums: Vec<(Day, [f64; 2])> = pool.series.days().iter().map(|day| (*day, [0.0; 2])).collect();
    for (number, series) in &pool.members {
        let Some(mixes) = numbers.get(*number) else { continue };
        let (mut next, mut rest) = (0, sums.as_mut_slice());
        series.each_day([place::CALLS], &mut |day, [calls]| {
            let calls = calls as f64;
            let at = rest.iter().take_while(|(other, _)| *other < day).count();
            rest = std::mem::take(&mut rest).get_mut(at..).unwrap_or_default();
            if let Some((_, [weighed, all])) = rest.first_mut().filter(|(other, _)| *other == day) {
                *weighed += calls * on(mixes, &mut next, day);
                *all += calls;
            }
        });
    }
    sums.into_iter().map(|(day, [weighed, calls])| (day, if calls > 0.0 { weighed / calls } else { 0.0 })).collect()
}

/// The days of one number, to be asked for in order.
struct Days<'a> {
    lines: Vec<(Day, Lines)>,
    mixes: &'a [(Day, MixTally)],
    next: usize,
}

impl<'a> Days<'a> {
    fn new(series: &Series, mixes: &'a [(Day, MixTally)]) -> Self {
        let mut days = Vec::with_capacity(series.days().len());
        series.each_day(LINE_PLACES, &mut |day, counts| days.push((day, lines(counts))));
        Self { lines: days, mixes, next: 0 }
    }

    /// The next day, where it is that.
    fn on(&mut self, day: Day) -> Option<Today<'a>> {
        let (_, lines) = self.lines.get(self.next).filter(|(at, _)| *at == day)?;
        self.next += 1;
        while self.mixes.first().is_some_and(|(at, _)| *at < day) {
            self.mixes = &self.mixes[1..];
        }
        Some(Today { lines: *lines, mix: self.mixes.first().filter(|(at, _)| *at == day).map(|(_, mix)| mix) })
    }
}

/// Where calls and answers, those of mobiles, and those of landlines stand.
const LINE_PLACES: [usize; 6] = [
    place::CALLS,
    place::of(Outcome::Answered),
    place::MOBILE,
    place::MOBILE + 1,
    place::LANDLINE,
    place::LANDLINE + 1,
];

/// Calls to mobiles, to landlines, to others, and those answered.
fn lines([calls, answered, mobile, mobile_answered, landline, landline_answered]: [u64; 6]) -> Lines {
    let narrow = |counts: [u64; 2]| counts.map(|count| u32::try_from(count).unwrap_or(u32::MAX));
    let rest = [calls.saturating_sub(mobile + landline), answered.saturating_sub(mobile_answered + landline_answered)];
    [narrow([mobile, mobile_answered]), narrow([landline, landline_answered]), narrow(rest)]
}

#[cfg(test)]
mod tests {
    use super::{Classes, Today};
    use crate::tally::{Counts, MixTally};

    fn of_lines(mobile: Counts, landline: Counts) -> Today<'static> {
        Today { lines: [mobile, landline, [0, 0]], mix: None }
    }

    #[test]
    fn classes_are_told_from_good_numbers_and_good_days() {
        // Mobiles at 30 %, landlines at 50 %; a good number calls landlines only, and says nothing of them.
        let mut classes = Classes::default();
        let mixed = of_lines([60, 18], [40, 20]);
        let good = of_lines([0, 0], [100, 90]);
        for _ in 0..50 {
            classes.learn(&mixed);
            classes.learn(&good);
            classes.settle();
        }
        let apart = classes.classes[1].effect - classes.classes[0].effect;
        let odds = (0.5_f64 / 0.5).ln() - (0.3_f64 / 0.7).ln();
        assert!((apart - odds).abs() < 0.08, "{apart} for {odds}");
    }

    #[test]
    fn a_day_of_harder_calls_is_expected_to_be_answered_less() {
        let mut classes = Classes::default();
        let of_attempts = |attempts| MixTally { attempts, ..MixTally::default() };
        let usual = of_attempts([[50, 20], [30, 9], [20, 4]]);
        let usual = Today { mix: Some(&usual), ..of_lines([0, 0], [0, 0]) };
        (0..60).for_each(|_| classes.learn(&usual));
        classes.settle();
        let late = of_attempts([[0, 0], [0, 0], [100, 20]]);
        let late = Today { mix: Some(&late), ..usual };
        assert!(classes.mix(&usual, 100).abs() < 0.02);
        assert!(classes.mix(&late, 100) < -0.4);
        assert_eq!(classes.mix(&of_lines([0, 0], [0, 0]), 100), 0.0);
    }
}
