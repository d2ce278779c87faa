//! A simulated call centre: the same seed, the same centre.

use crate::book::{Book, calls};

/// A small generator of equal numbers (splitmix64), so that no version of a crate can change a test.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn hits(&mut self, of: u32, rate: f64) -> u32 {
        (0..of).filter(|_| self.roll() < rate).count() as u32
    }
}

/// What a number does on a day.
#[derive(Clone, Copy, Debug)]
pub struct Day {
    pub calls: u32,
    pub answered: f64,
    pub voicemail: f64,
    pub rejected: f64,
}

pub const HEALTHY: Day = Day { calls: 50, answered: 0.35, voicemail: 0.3, rejected: 0.03 };

pub fn number(at: usize) -> String {
    format!("+331620000{at:02}")
}

/// `numbers` numbers in `campaigns` campaigns over `days` days; `of` says what one of them does on a day.
pub fn centre(seed: u64, numbers: usize, campaigns: usize, days: i32, of: impl Fn(usize, i32) -> Day) -> Book {
    let mut dice = Dice(seed);
    let mut book = Book::default();
    for on in 0..days {
        for at in 0..numbers {
            let day = of(at, on);
            let answered = dice.hits(day.calls, day.answered);
            let voicemail = dice.hits(day.calls - answered, day.voicemail / (1.0 - day.answered));
            let left = day.calls - answered - voicemail;
            let rejected = dice.hits(left, day.rejected / (1.0 - day.answered - day.voicemail));
            let entry = calls(day.calls, answered).voicemail(voicemail).rejected(rejected);
            book.enter(&number(at), &format!("campaign {}", at % campaigns), on, entry);
        }
    }
    book
}
