//! Calls and answers of a span of days, and nothing else: what the rules on falls ask thousands of times.

use std::ops::{Add, Sub};

use super::{chance::Share, row::place, sums::Sums};
use crate::model::Outcome;

/// Calls and answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Calls.
    pub calls: u32,
    answered: u32,
    known: u32,
    voicemail_known: u32,
}

impl Answers {
    /// Where the counts of [`Answers::of_places`] stand.
    pub(super) const PLACES: [usize; 4] =
        [place::CALLS, place::of(Outcome::Answered), place::known(Outcome::Answered), place::known(Outcome::Voicemail)];

    /// Those of such counts.
    pub(super) fn of_places(counts: [u64; 4]) -> Self {
        let [calls, answered, known, voicemail_known] = counts.map(|count| u32::try_from(count).unwrap_or(u32::MAX));
        Self { calls, answered, known, voicemail_known }
    }

    /// Those of one day.
    pub fn of(sums: &Sums) -> Self {
        let (answer, voicemail) = (sums.answer(), sums.voicemail());
        Self::of_places([sums.calls, answer.hits, answer.of, voicemail.of])
    }

    /// Calls of the rows on which answers can be told.
    pub fn known(&self) -> u32 {
        self.known
    }

    /// Answered calls.
    pub fn answered(&self) -> u32 {
        self.answered
    }

    /// Whether "answered" excludes voicemail; `None` where it does for a part of the calls.
    pub fn tells_voicemail(&self) -> Option<bool> {
        match self.voicemail_known {
            0 => Some(false),
            known if known == self.calls => Some(true),
            _ => None,
        }
    }

    /// Answered ÷ calls.
    pub fn share(&self) -> Share {
        Share::new(self.answered.into(), self.known.into())
    }

    /// Whether "answered" means the same in both, as in [`Sums::comparable`].
    pub fn comparable(&self, other: &Self) -> bool {
        let none = self.voicemail_known == 0 && other.voicemail_known == 0;
        let all = self.voicemail_known == self.calls && other.voicemail_known == other.calls;
        none || all || self.calls == 0 || other.calls == 0
    }
}

impl Add for Answers {
    type Output = Self;
    #[inline]
    fn add(self, other: Self) -> Self {
        Self {
            calls: self.calls.saturating_add(other.calls),
            answered: self.answered.saturating_add(other.answered),
            known: self.known.saturating_add(other.known),
            voicemail_known: self.voicemail_known.saturating_add(other.voicemail_known),
        }
    }
}

impl Sub for Answers {
    type Output = Self;
    /// Never below 0.
    #[inline]
    fn sub(self, other: Self) -> Self {
        Self {
            calls: self.calls.saturating_sub(other.calls),
            answered: self.answered.saturating_sub(other.answered),
            known: self.known.saturating_sub(other.known),
            voicemail_known: self.voicemail_known.saturating_sub(other.voicemail_known),
        }
    }
}
