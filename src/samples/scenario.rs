//! What happens to whom, and from which day on. The rest of the module only carries it out.

use chrono::Weekday;

use super::{Sample, random::Random};
use crate::model::Day;

/// Wednesday 11 February 2026: the last four working days begin.
const OUTSIDE_FROM: Day = Day(20_495);
/// Thursday 5 February 2026: a number is labelled, seven working days before the end and one.
const LABELLED_FROM: Day = Day(20_489);
/// Tuesday 3 and Wednesday 4 February 2026: far too many calls.
const OVER_THE_CAP: [(Day, u32); 2] = [(Day(20_487), 128), (Day(20_488), 141)];
/// Monday 2 February 2026: two numbers of the external sample make their first call.
const FRESH_FROM: Day = Day(20_486);

/// Readings from Thursday 29 January on, each Monday and Thursday.
const SLIDE_FROM: Day = Day(20_482);
const SLIDE: [u32; 6] = [86, 80, 74, 68, 61, 55];
/// Readings from Thursday 5 February on: the label costs the score at once.
const COLLAPSE: [u32; 4] = [63, 48, 39, 34];

/// What befalls a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// Nothing.
    Steady,
    /// It goes down with all others.
    Shared,
    /// It goes down with all others, though it is new.
    SharedAndFresh,
    /// Its score slides, its answers hold.
    Degrading,
    /// Everything collapses.
    Blacklisted,
    /// Labelled after two days of too many calls; no tool has seen it yet.
    EarlyLabel,
}

fn fate(sample: Sample, number: usize) -> Fate {
    match (sample, number) {
        (Sample::External, 7 | 15) => Fate::SharedAndFresh,
        (Sample::External, _) => Fate::Shared,
        (Sample::Degrading, 4 | 17) | (Sample::Mixed, 10) => Fate::Degrading,
        (Sample::Blacklisted, 11) | (Sample::Mixed, 19) => Fate::Blacklisted,
        (Sample::Mixed, 2) => Fate::EarlyLabel,
        _ => Fate::Steady,
    }
}

/// How the calls of one number end on one day: probabilities per call. What is left rings out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Odds {
    /// A human picks up.
    pub answered: f64,
    /// A machine does.
    pub voicemail: f64,
    /// Declined.
    pub rejected: f64,
    /// Refused by the network.
    pub blocked: f64,
    /// Busy.
    pub busy: f64,
    /// No such number.
    pub invalid: f64,
    /// Of the answered calls: ended within two seconds.
    pub hang_up: f64,
    /// Of the answered calls: an appointment.
    pub converted: f64,
    /// Median talk time of the answered calls, in seconds.
    pub talk_secs: f64,
}

/// How many calls a number makes on a day.
pub fn volume(sample: Sample, number: usize, day: Day) -> u32 {
    let fate = fate(sample, number);
    if fate == Fate::SharedAndFresh && day < FRESH_FROM {
        return 0;
    }
    if fate == Fate::EarlyLabel
        && let Some((_, calls)) = OVER_THE_CAP.iter().find(|(when, _)| *when == day)
    {
        return *calls;
    }
    let usual = 44.0 + Random::of(sample.seed(), &[1, number as u64]).unit() * 8.0;
    let weekday = match day.weekday() {
        Weekday::Mon => -1.5,
        Weekday::Fri => -3.0,
        _ => 1.5,
    };
    let chance = Random::of(sample.seed(), &[2, number as u64, day.0 as u64]).normal() * 3.0;
    (usual + weekday + chance).clamp(40.0, 90.0) as u32
}

/// How the calls of a number end on a day.
pub fn odds(sample: Sample, number: usize, day: Day) -> Odds {
    let seed = sample.seed();
    let of_number = Random::of(seed, &[3, number as u64]).unit() * 0.03 - 0.015;
    let weekday = match day.weekday() {
        Weekday::Mon => -0.008,
        Weekday::Tue | Weekday::Thu => 0.008,
        _ => 0.0,
    };
    let of_day = Random::of(seed, &[4, day.0 as u64]).normal() * 0.006;
    // More spread than chance alone gives, as in life: each number has its better and worse days.
    let of_number_and_day = Random::of(seed, &[5, number as u64, day.0 as u64]).normal() * 0.012;
    let wobble = of_number + weekday + of_day + of_number_and_day;
    let steady = Odds {
        answered: 0.455 + wobble,
        voicemail: 0.21 - wobble * 0.3,
        rejected: 0.022,
        blocked: 0.002,
        busy: 0.04,
        invalid: 0.012,
        hang_up: 0.015,
        converted: 0.07,
        talk_secs: 118.0,
    };
    match fate(sample, number) {
        Fate::Shared | Fate::SharedAndFresh if day >= OUTSIDE_FROM => {
            Odds { answered: steady.answered - 0.15, voicemail: steady.voicemail + 0.03, ..steady }
        }
        Fate::Blacklisted if day >= LABELLED_FROM => Odds {
            answered: 0.14 + wobble * 0.5,
            voicemail: 0.44,
            rejected: 0.17,
            blocked: 0.05,
            hang_up: 0.12,
            talk_secs: 70.0,
            ..steady
        },
        Fate::Blacklisted => Odds { answered: 0.43 + wobble - of_number, ..steady },
        Fate::EarlyLabel if day >= LABELLED_FROM => {
            Odds { answered: 0.26 + wobble, voicemail: steady.voicemail + 0.05, rejected: 0.08, ..steady }
        }
        _ => steady,
    }
}

/// What a reputation tool says of a number on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// 0 to 100.
    pub score: u32,
    /// Flagged as spam.
    pub flagged: bool,
}

/// The reading of a day; on Mondays and Thursdays only.
pub fn verdict(sample: Sample, number: usize, day: Day) -> Option<Verdict> {
    if !matches!(day.weekday(), Weekday::Mon | Weekday::Thu) {
        return None;
    }
    let fate = fate(sample, number);
    let usual = match fate {
        Fate::Degrading => 86,
        Fate::Blacklisted => 71,
        _ => Random::of(sample.seed(), &[6, number as u64]).between(84, 93),
    };
    let wobble = Random::of(sample.seed(), &[7, number as u64, day.0 as u64]).between(0, 2);
    let steady = Verdict { score: usual + wobble - 1, flagged: false };
    let along = |from: Day, path: &[u32]| path.get(readings_since(from, day)?).or(path.last()).copied();
    Some(match fate {
        Fate::Degrading => along(SLIDE_FROM, &SLIDE).map_or(steady, |score| Verdict { score, ..steady }),
        Fate::Blacklisted => {
            along(LABELLED_FROM, &COLLAPSE).map_or(steady, |score| Verdict { score, flagged: score < 50 })
        }
        _ => steady,
    })
}

/// Spam reports per call on a day.
pub fn report_odds(sample: Sample, number: usize, day: Day) -> f64 {
    match fate(sample, number) {
        Fate::Degrading if day >= SLIDE_FROM => 0.007,
        Fate::Blacklisted if day >= LABELLED_FROM => 0.045,
        Fate::EarlyLabel if day >= LABELLED_FROM => 0.004,
        _ => 0.001,
    }
}

/// How many readings lie between a first one and `day`; `None` before it.
fn readings_since(from: Day, day: Day) -> Option<usize> {
    let readings = (from.0..=day.0).filter(|at| matches!(Day(*at).weekday(), Weekday::Mon | Weekday::Thu)).count();
    readings.checked_sub(1)
}
