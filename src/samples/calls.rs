//! The calls of one day, in the order of the clock.

use super::{
    Sample, centre,
    random::Random,
    scenario::{self, Odds},
};
use crate::model::{Day, order};

/// How a call ended, as the network saw it; a format writes it in its own words, or cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// A human.
    Answered,
    /// A machine.
    Voicemail,
    /// Declined.
    Rejected,
    /// Refused by the network.
    Blocked,
    /// Busy.
    Busy,
    /// No such number.
    Invalid,
    /// Rang out.
    NoAnswer,
}

/// What the agent noted of an answered call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Nothing.
    None,
    /// An appointment.
    Appointment,
    /// Not interested.
    Refusal,
    /// To be called again.
    Later,
}

/// One call.
#[derive(Clone, Copy, Debug)]
pub struct SampleCall {
    /// The own number, by its place.
    pub number: usize,
    /// The callee, in digits without `+`.
    pub callee: u64,
    /// Seconds since midnight, Europe/Paris.
    pub start: u32,
    /// How it ended.
    pub end: End,
    /// Ringing time in seconds.
    pub ring_secs: u32,
    /// Connected time in seconds, a machine's greeting included.
    pub talk_secs: u32,
    /// What the agent noted.
    pub note: Note,
    /// The agent.
    pub agent: &'static str,
    /// Identifies the call in any file that holds it.
    pub id: u64,
}

/// All calls that numbers made on a day, by their start.
pub fn of_day(sample: Sample, numbers: std::ops::Range<usize>, day: Day) -> Vec<SampleCall> {
    let mut calls = Vec::with_capacity(numbers.len() * 50);
    for number in numbers {
        let odds = scenario::odds(sample, number, day);
        let mut random = Random::of(sample.seed(), &[8, number as u64, day.0 as u64]);
        for _ in 0..scenario::volume(sample, number, day) {
            calls.push(one(&mut random, number, &odds));
        }
    }
    order::sort_by_key(&mut calls, |call| (call.start, call.number, call.id));
    calls
}

fn one(random: &mut Random, number: usize, odds: &Odds) -> SampleCall {
    let start = start_secs(random);
    // People are at home in the evening.
    let of_hour = match start / 3600 {
        18 | 19 => 0.03,
        14 | 15 => -0.02,
        _ => -0.004,
    };
    let end = end(random, odds, of_hour);
    let (ring_secs, talk_secs) = match end {
        End::Answered => (random.between(4, 21), talk_secs(random, odds)),
        End::Voicemail => (random.between(14, 26), random.between(3, 28)),
        End::Rejected => (random.between(3, 9), 0),
        End::Blocked | End::Invalid => (random.between(0, 2), 0),
        End::Busy => (random.between(1, 3), 0),
        End::NoAnswer => (random.between(18, 34), 0),
    };
    let note = match end {
        End::Answered if talk_secs >= 20 => match random.unit() {
            dice if dice < odds.converted => Note::Appointment,
            dice if dice < 0.33 => Note::Refusal,
            dice if dice < 0.48 => Note::Later,
            _ => Note::None,
        },
        _ => Note::None,
    };
    let agent = centre::agent(centre::campaign(number), random.below(6) as usize);
    SampleCall { number, callee: callee(random), start, end, ring_secs, talk_secs, note, agent, id: random.bits() }
}

/// French law lets them call from 10 to 13 and from 14 to 20.
fn start_secs(random: &mut Random) -> u32 {
    let open = random.between(0, 9 * 3600 - 1);
    open + if open < 3 * 3600 { 10 * 3600 } else { 11 * 3600 }
}

fn end(random: &mut Random, odds: &Odds, of_hour: f64) -> End {
    let mut dice = random.unit();
    for (end, probability) in [
        (End::Answered, odds.answered + of_hour),
        (End::Voicemail, odds.voicemail),
        (End::Rejected, odds.rejected),
        (End::Blocked, odds.blocked),
        (End::Busy, odds.busy),
        (End::Invalid, odds.invalid),
    ] {
        if dice < probability {
            return end;
        }
        dice -= probability;
    }
    End::NoAnswer
}

/// Log-normal, as conversations are: many short, few very long.
fn talk_secs(random: &mut Random, odds: &Odds) -> u32 {
    if random.happens(odds.hang_up) {
        return random.between(1, 2);
    }
    let secs = odds.talk_secs * libm::exp(0.75 * random.normal());
    secs.clamp(4.0, 2400.0) as u32
}

/// Three in four are mobiles. All lie in small blocks, so a callee is tried again now and then.
fn callee(random: &mut Random) -> u64 {
    let at = random.below(10_000);
    match random.below(20) {
        0..=8 => 33_639_980_000 + at,
        9..=14 => 33_700_000_000 + at,
        15 => 33_199_000_000 + at,
        16 => 33_261_910_000 + at,
        17 => 33_353_010_000 + at,
        18 => 33_465_710_000 + at,
        _ => 33_536_490_000 + at,
    }
}
