//! The counts of some calls as one row of numbers, which knows those that are not 0. Laying out a ledger adds up some ten
//! thousand rows a second time for each pool; of the 40 counts most cells have a dozen.

use super::sums::Sums;
use crate::{
    model::{LineType, Outcome},
    tally::Tally,
};

/// How many counts there are.
pub(super) const COUNTS: usize = 40;

/// All counts, as [`place`] has them.
pub(super) type Counts = [u64; COUNTS];

/// Where counts stand.
pub(crate) mod place {
    use crate::model::Outcome;

    pub const CALLS: usize = 0;
    pub const ANSWERED_WITHOUT_VOICEMAIL: usize = 1;
    pub const HANG_UPS: usize = 2;
    pub const HANG_UP_KNOWN: usize = 3;
    pub const REFUSALS: usize = 4;
    pub const REFUSALS_WITH_BLOCKED: usize = 5;
    pub const REFUSALS_WITH_HANG_UPS: usize = 6;
    pub const TALK_MS: usize = 7;
    pub const ANSWERED_WITH_TALK: usize = 8;
    pub const CONVERSIONS: usize = 9;
    pub const CONVERSION_KNOWN: usize = 10;
    pub const CONVERSION_ANSWERED: usize = 11;
    pub const SPAM_REPORTS: usize = 12;
    pub const SPAM_KNOWN: usize = 13;
    pub const OUTCOMES: usize = 14;
    pub const KNOWN: usize = 24;
    pub const MOBILE: usize = 34;
    pub const LANDLINE: usize = 36;
    pub const RUNG: usize = 38;

    /// Calls with an outcome.
    pub const fn of(outcome: Outcome) -> usize {
        OUTCOMES + outcome.index()
    }

    /// Calls for which an outcome can be told.
    pub const fn known(outcome: Outcome) -> usize {
        KNOWN + outcome.index()
    }
}

/// Counts, and which of them are not 0.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    counts: Counts,
    filled: u64,
}

impl Default for Row {
    fn default() -> Self {
        Self { counts: [0; COUNTS], filled: 0 }
    }
}

impl Row {
    /// The row of some sums.
    pub(super) fn of(sums: &Sums) -> Self {
        let mut row = Self::default();
        sums.counts().into_iter().enumerate().for_each(|(place, count)| row.set(place, count));
        row
    }

    /// All counts.
    pub(super) fn counts(&self) -> &Counts {
        &self.counts
    }

    /// A bit for each count that is not 0.
    pub(super) fn filled(&self) -> u64 {
        self.filled
    }

    /// Replaces a count.
    pub(super) fn set(&mut self, place: usize, count: u64) {
        self.counts[place] = count;
        self.filled = self.filled & !(1 << place) | u64::from(count != 0) << place;
    }

    fn add(&mut self, place: usize, count: u64) {
        self.counts[place] += count;
        self.filled |= u64::from(count != 0) << place;
    }

    /// Adds a row.
    pub(super) fn merge(&mut self, other: &Self) {
        let mut mask = other.filled;
        self.filled |= mask;
        while mask != 0 {
            let place = mask.trailing_zeros() as usize;
            self.counts[place] += other.counts[place];
            mask &= mask - 1;
        }
    }

    /// Adds some sums.
    pub fn add_sums(&mut self, sums: &Sums) {
        self.merge(&Self::of(sums));
    }

    /// Adds the calls of one cell, made to callees of one kind of line.
    pub fn add_tally(&mut self, tally: &Tally, line: LineType, hang_up_secs: u8) {
        let mut calls = 0;
        for at in 0..tally.outcomes.len() {
            calls += u64::from(tally.outcomes[at]);
            self.add(place::OUTCOMES + at, tally.outcomes[at].into());
            self.add(place::KNOWN + at, tally.known[at].into());
        }
        let of = |outcome: Outcome| u64::from(tally.of(outcome));
        let known = |outcome: Outcome| u64::from(tally.known[outcome.index()]);
        let if_any = |of: u64, count: u64| if of > 0 { count } else { 0 };
        let answered = of(Outcome::Answered);
        let (hang_up_known, refusal_known) = (u64::from(tally.hang_up_known), known(Outcome::Rejected));
        let hang_ups = if_any(hang_up_known, tally.hang_ups(hang_up_secs).into());
        let refusals = of(Outcome::Rejected) + of(Outcome::Blocked) + hang_ups;
        for (place, count) in [
            (place::CALLS, calls),
            (place::ANSWERED_WITHOUT_VOICEMAIL, if_any(known(Outcome::Voicemail), answered)),
            (place::HANG_UPS, hang_ups),
            (place::HANG_UP_KNOWN, hang_up_known),
            (place::REFUSALS, if_any(refusal_known, refusals)),
            (place::REFUSALS_WITH_BLOCKED, refusal_known.min(known(Outcome::Blocked))),
            (place::REFUSALS_WITH_HANG_UPS, refusal_known.min(hang_up_known)),
            (place::TALK_MS, tally.talk_ms),
            (place::ANSWERED_WITH_TALK, tally.answered_with_talk.into()),
            (place::CONVERSIONS, tally.conversions.into()),
            (place::CONVERSION_KNOWN, tally.conversion_known.into()),
            (place::CONVERSION_ANSWERED, if_any(tally.conversion_known.into(), answered)),
            (place::SPAM_REPORTS, tally.spam_reports.into()),
            (place::SPAM_KNOWN, tally.spam_known.into()),
            (place::RUNG, tally.rung().into()),
            (place::RUNG + 1, tally.hardly_rung().into()),
        ] {
            self.add(place, count);
        }
        let on_line = match line {
            LineType::Mobile => place::MOBILE,
            LineType::Landline => place::LANDLINE,
            LineType::Unknown | LineType::Special => return,
        };
        self.add(on_line, calls);
        self.add(on_line + 1, answered);
    }
}
