//! A tally as the KPIs ask it: each measure with the calls for which it is known, the hang-up limit applied.

use std::ops::{Add, AddAssign, Sub};

use super::{
    chance::Share,
    row::{COUNTS, Counts},
};
use crate::model::Outcome;

/// Counts of a scope over a span of days. Differences of running sums give any span.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Calls.
    pub calls: u64,
    /// Calls per outcome.
    pub outcomes: [u64; 10],
    /// Calls for which that outcome can be told.
    pub known: [u64; 10],
    /// Answered calls of the rows on which voicemail can be told: the humans.
    pub answered_without_voicemail: u64,
    /// Hang-ups.
    pub hang_ups: u64,
    /// Calls for which hang-ups can be told.
    pub hang_up_known: u64,
    /// Rejected + blocked + hang-ups, of the rows on which rejections can be told.
    pub refusals: u64,
    /// Calls of those rows on which blocked calls can be told, too.
    pub refusals_with_blocked: u64,
    /// Calls of those rows on which hang-ups can be told, too.
    pub refusals_with_hang_ups: u64,
    /// Talk time in milliseconds.
    pub talk_ms: u64,
    /// Answered calls with a known talk time.
    pub answered_with_talk: u64,
    /// Conversions.
    pub conversions: u64,
    /// Calls of which it is known whether they converted.
    pub conversion_known: u64,
    /// Answered calls of the rows on which conversions are known.
    pub conversion_answered: u64,
    /// Spam reports.
    pub spam_reports: u64,
    /// Calls of the number-days whose spam reports are known.
    pub spam_known: u64,
    /// Calls to mobiles, and those answered.
    pub mobile: [u64; 2],
    /// Calls to landlines, and those answered.
    pub landline: [u64; 2],
    /// Calls whose ringing time is known, and those that hardly rang ([`Tally::hardly_rung`](crate::tally::Tally::hardly_rung)).
    pub rung: [u64; 2],
}

impl Sums {
    /// Calls with one outcome.
    pub fn of_outcome(&self, outcome: Outcome) -> u64 {
        self.outcomes[outcome.index()]
    }

    /// Calls for which an outcome can be told.
    pub fn known_for(&self, outcome: Outcome) -> u64 {
        self.known[outcome.index()]
    }

    /// Answered calls.
    pub fn answered(&self) -> u64 {
        self.of_outcome(Outcome::Answered)
    }

    /// Answered ÷ calls, of the rows on which answers can be told.
    pub fn answer(&self) -> Share {
        Share::new(self.answered(), self.known_for(Outcome::Answered))
    }

    /// Answered ÷ calls that did not meet a voicemail, of the rows on which voicemail can be told.
    pub fn answer_without_voicemail(&self) -> Share {
        let voicemail = self.voicemail();
        Share::new(self.answered_without_voicemail, voicemail.of.saturating_sub(voicemail.hits))
    }

    /// Voicemail ÷ calls, of the rows on which voicemail can be told.
    pub fn voicemail(&self) -> Share {
        Share::new(self.of_outcome(Outcome::Voicemail), self.known_for(Outcome::Voicemail))
    }

    /// Voicemail ÷ calls that no human answered, of the rows on which voicemail can be told.
    pub fn voicemail_of_unanswered(&self) -> Share {
        let voicemail = self.voicemail();
        Share::new(voicemail.hits, voicemail.of.saturating_sub(self.answered_without_voicemail))
    }

    /// Calls with an outcome ÷ calls of the rows on which it can be told.
    pub fn share_of(&self, outcome: Outcome) -> Share {
        Share::new(self.of_outcome(outcome), self.known_for(outcome))
    }

    /// (Rejected + blocked + hang-ups) ÷ calls, of the rows on which rejections can be told.
    pub fn refusal(&self) -> Share {
        Share::new(self.refusals, self.known_for(Outcome::Rejected))
    }

    /// Spam reports ÷ calls of the number-days whose reports are known.
    pub fn spam(&self) -> Share {
        Share::new(self.spam_reports, self.spam_known)
    }

    /// Calls that hardly rang and were neither busy nor refused by a network ÷ calls whose ringing time is known.
    pub fn hardly_rung(&self) -> Share {
        let in_vain = [Outcome::Busy, Outcome::Failed, Outcome::Blocked, Outcome::Invalid];
        let in_vain = in_vain.map(|outcome| self.of_outcome(outcome)).iter().sum();
        Share::new(self.rung[1].saturating_sub(in_vain), self.rung[0])
    }

    /// Conversions ÷ calls of which it is known.
    pub fn conversion(&self) -> Share {
        Share::new(self.conversions, self.conversion_known)
    }

    /// Conversions ÷ answered calls, of the rows on which conversions are known.
    pub fn conversion_of_answered(&self) -> Share {
        Share::new(self.conversions, self.conversion_answered)
    }

    /// Mean conversation time in seconds; `None` where no answered call has one.
    pub fn talk_secs(&self) -> Option<f64> {
        (self.answered_with_talk > 0).then(|| self.talk_ms as f64 / 1000.0 / self.answered_with_talk as f64)
    }

    /// Whether "answered" means the same in both: voicemail told apart in all calls of both, or in none of either.
    pub fn comparable(&self, other: &Self) -> bool {
        let definition = |sums: &Self| {
            let known = sums.known_for(Outcome::Voicemail);
            if known == 0 {
                Some(false)
            } else if known == sums.calls {
                Some(true)
            } else {
                None
            }
        };
        self.calls == 0 || other.calls == 0 || (definition(self).is_some() && definition(self) == definition(other))
    }

    /// Each count with its counterpart.
    fn with(self, other: &Self, op: fn(u64, u64) -> u64) -> Self {
        let mut counts = self.counts();
        counts.iter_mut().zip(other.counts()).for_each(|(own, other)| *own = op(*own, other));
        Self::of_counts(counts)
    }

    /// All counts, as [`super::row::place`] has them.
    pub(super) fn counts(&self) -> Counts {
        let single = [
            self.calls,
            self.answered_without_voicemail,
            self.hang_ups,
            self.hang_up_known,
            self.refusals,
            self.refusals_with_blocked,
            self.refusals_with_hang_ups,
            self.talk_ms,
            self.answered_with_talk,
            self.conversions,
            self.conversion_known,
            self.conversion_answered,
            self.spam_reports,
            self.spam_known,
        ];
        let mut counts = [0; COUNTS];
        counts[..14].copy_from_slice(&single);
        counts[14..24].copy_from_slice(&self.outcomes);
        counts[24..34].copy_from_slice(&self.known);
        counts[34..36].copy_from_slice(&self.mobile);
        counts[36..38].copy_from_slice(&self.landline);
        counts[38..].copy_from_slice(&self.rung);
        counts
    }

    /// The sums of such counts.
    pub(super) fn of_counts(counts: Counts) -> Self {
        let mut sums = Self {
            calls: counts[0],
            answered_without_voicemail: counts[1],
            hang_ups: counts[2],
            hang_up_known: counts[3],
            refusals: counts[4],
            refusals_with_blocked: counts[5],
            refusals_with_hang_ups: counts[6],
            talk_ms: counts[7],
            answered_with_talk: counts[8],
            conversions: counts[9],
            conversion_known: counts[10],
            conversion_answered: counts[11],
            spam_reports: counts[12],
            spam_known: counts[13],
            ..Self::default()
        };
        sums.outcomes.copy_from_slice(&counts[14..24]);
        sums.known.copy_from_slice(&counts[24..34]);
        sums.mobile.copy_from_slice(&counts[34..36]);
        sums.landline.copy_from_slice(&counts[36..38]);
        sums.rung.copy_from_slice(&counts[38..]);
        sums
    }
}

impl Add for Sums {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.with(&other, |own, other| own + other)
    }
}

impl AddAssign for Sums {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Sums {
    type Output = Self;
    /// The difference of two running sums; never below 0.
    fn sub(self, other: Self) -> Self {
        self.with(&other, u64::saturating_sub)
    }
}
