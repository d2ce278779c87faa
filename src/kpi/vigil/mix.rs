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
const FACTORS: [std::ops::Range<usize>; 3] = [0..3, 3..8, 8..CLASSES];

/// The calls of one number's day by class, factor after factor.
type Day11 = [Counts; CLASSES];

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
    fn mix(&self, day: &Day11, calls: u32) -> f64 {
        let mut mix = 0.0;
        for factor in FACTORS {
            let told: u32 = day[factor.clone()].iter().map(|counts| counts[0]).sum();
            if f64::from(told) < KNOWN * f64::from(calls) || told == 0 {
                continue;
            }
            let parts = day[factor.clone()].iter().zip(&self.classes[factor]);
            mix += parts.map(|(counts, class)| f64::from(counts[0]) * class.effect).sum::<f64>() / f64::from(told);
        }
        mix
    }

    fn learn(&mut self, day: &Day11) {
        for (place, factor) in FACTORS.into_iter().enumerate() {
            let (calls, answered) =
                day[factor.clone()].iter().fold((0, 0), |sum, counts| (sum.0 + counts[0], sum.1 + counts[1]));
            let (all, hits) = (f64::from(calls), f64::from(answered));
            self.calls[place] += all;
            let spread = hits * (all - hits) / (all * all * (all - 1.0));
            for (counts, class) in day[factor.clone()].iter().zip(&mut self.classes[factor]) {
                let of = f64::from(counts[0]);
                class.calls += of;
                if calls > 1 && counts[0] > 0 {
                    class.excess += f64::from(counts[1]) - of * hits / all;
                    class.variance += of * (all - of) * spread;
                }
            }
        }
    }

    /// Draws what has been learned towards 0, as far as it is not known.
    fn settle(&mut self) {
        for (factor, all) in FACTORS.into_iter().zip(self.calls) {
            for class in &mut self.classes[factor] {
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
pub fn all(board: &Board) -> AllMixes {
    let total = board.account.total().counts();
    let lines = lines(LINE_PLACES.map(|place| total[place])).iter().filter(|counts| counts[0] > 0).count();
    if board.mix_days.is_empty() && lines < 2 {
        return AllMixes::default();
    }
    let of_number = |number: &NumberBoard| days(&number.series, &number.mix_days);
    let mut numbers: Vec<Vec<(Day, Day11)>> = board.numbers.iter().map(of_number).collect();
    if numbers.is_empty() {
        numbers.push(days(&board.account, &board.mix_days));
    }
    let mut classes = Classes::default();
    let mut mixes: Vec<Mixes> = numbers.iter().map(|days| Vec::with_capacity(days.len())).collect();
    let mut next = vec![0; numbers.len()];
    let mut account: Mixes = Vec::new();
    for day in board.account.days() {
        let (mut weighed, mut calls) = (0.0, 0.0);
        for ((days, mixes), next) in numbers.iter().zip(&mut mixes).zip(&mut next) {
            let Some((_, counts)) = days.get(*next).filter(|(at, _)| at == day) else { continue };
            let all = day_calls(counts);
            let mix = classes.mix(counts, all);
            mixes.push((*day, mix));
            weighed += mix * f64::from(all);
            calls += f64::from(all);
        }
        for (days, next) in numbers.iter().zip(&mut next) {
            if let Some((_, counts)) = days.get(*next).filter(|(at, _)| at == day) {
                classes.learn(counts);
                *next += 1;
            }
        }
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

/// The calls of the factor that tells most of them.
fn day_calls(day: &Day11) -> u32 {
    day[FACTORS[0].clone()].iter().map(|counts| counts[0]).sum()
}

fn days(series: &Series, mixes: &[(Day, MixTally)]) -> Vec<(Day, Day11)> {
    let mut mixes = mixes.iter().peekable();
    let mut days = Vec::with_capacity(series.days().len());
    series.each_day(LINE_PLACES, &mut |day, line_counts| {
        let mut counts = Day11::default();
        counts[..3].copy_from_slice(&lines(line_counts));
        while mixes.next_if(|(at, _)| *at < day).is_some() {}
        if let Some((_, mix)) = mixes.next_if(|(at, _)| *at == day) {
            counts[3..8].copy_from_slice(&mix.parts);
            counts[8..].copy_from_slice(&mix.attempts);
        }
        days.push((day, counts));
    });
    days
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
fn lines([calls, answered, mobile, mobile_answered, landline, landline_answered]: [u64; 6]) -> [Counts; 3] {
    let narrow = |counts: [u64; 2]| counts.map(|count| u32::try_from(count).unwrap_or(u32::MAX));
    let rest = [calls.saturating_sub(mobile + landline), answered.saturating_sub(mobile_answered + landline_answered)];
    [narrow([mobile, mobile_answered]), narrow([landline, landline_answered]), narrow(rest)]
}

#[cfg(test)]
mod tests {
    use super::{Classes, Day11};

    #[test]
    fn classes_are_told_from_good_numbers_and_good_days() {
        // Mobiles at 30 %, landlines at 50 %; a good number calls landlines only, and says nothing of them.
        let mut classes = Classes::default();
        let mut mixed = Day11::default();
        (mixed[0], mixed[1]) = ([60, 18], [40, 20]);
        let mut good = Day11::default();
        good[1] = [100, 90];
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
        let mut usual = Day11::default();
        (usual[8], usual[9], usual[10]) = ([50, 20], [30, 9], [20, 4]);
        (0..60).for_each(|_| classes.learn(&usual));
        classes.settle();
        let mut late = Day11::default();
        late[10] = [100, 20];
        assert!(classes.mix(&usual, 100).abs() < 0.02);
        assert!(classes.mix(&late, 100) < -0.4);
        assert_eq!(classes.mix(&Day11::default(), 100), 0.0);
    }
}
