//! The counts of one cell.

use serde::{Deserialize, Serialize};

use super::{
    bins::{HARDLY_RUNG_SECS, RING_BINS, TALK_BINS, ring_bin, talk_bin},
    cells::Value,
    cube::column,
    pack::Filled,
};
use crate::model::{Call, DayRow, Outcome, OutcomeSet};

/// Counts of calls, with the calls for which each measure was known. Sums are integers, so the order of merging
/// changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Calls per [`Outcome`].
    pub outcomes: [u32; 10],
    /// Calls of the rows on which that outcome could be told apart.
    pub known: [u32; 10],
    /// Conversation time of the answered calls whose talk time is known, in milliseconds.
    pub talk_ms: u64,
    /// Those calls.
    pub answered_with_talk: u32,
    /// Calls of which it is known whether they were hung up on.
    pub hang_up_known: u32,
    /// Those answered calls by talk class; a call that the dialer dropped is in none.
    pub talk_bins: [u32; TALK_BINS],
    /// Calls by ringing class, where the ringing time is known.
    pub ring_bins: [u32; RING_BINS],
    /// Conversions.
    pub conversions: u32,
    /// Calls of which it is known whether they converted.
    pub conversion_known: u32,
    /// Spam reports.
    pub spam_reports: u32,
    /// Calls of the number-days whose spam reports are known.
    pub spam_known: u32,
}

/// What a file can tell of its calls, be there any or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tells {
    /// Outcomes that it tells apart.
    pub outcomes: OutcomeSet,
    /// Whether hang-ups show.
    pub hang_ups: bool,
    /// Whether conversions show.
    pub conversions: bool,
}

impl Tally {
    /// All calls.
    pub fn calls(&self) -> u32 {
        self.outcomes.iter().sum()
    }

    /// Calls with one outcome.
    pub fn of(&self, outcome: Outcome) -> u32 {
        self.outcomes[outcome.index()]
    }

    /// Answered calls shorter than `limit_secs` (2 to 10) and of at least one second.
    pub fn hang_ups(&self, limit_secs: u8) -> u32 {
        self.talk_bins.iter().take(usize::from(limit_secs.min(10))).skip(1).sum()
    }

    /// Calls whose ringing time is known.
    pub fn rung(&self) -> u32 {
        self.ring_bins.iter().sum()
    }

    /// Those that rang for less than [`HARDLY_RUNG_SECS`].
    pub fn hardly_rung(&self) -> u32 {
        self.ring_bins.iter().take(ring_bin(HARDLY_RUNG_SECS)).sum()
    }

    /// Enters one call. What is known of the file as a whole comes with [`Tally::settle`].
    pub fn push(&mut self, call: &Call) {
        self.outcomes[call.outcome.index()] += 1;
        if let (Outcome::Answered, Some(talk_ms)) = (call.outcome, call.talk_ms) {
            self.talk_ms += u64::from(talk_ms);
            self.answered_with_talk += 1;
            if !call.dropped {
                self.talk_bins[talk_bin(talk_ms)] += 1;
            }
        }
        if let Some(ring_secs) = call.ring_secs {
            self.ring_bins[ring_bin(ring_secs)] += 1;
        }
        if let Some(converted) = call.converted {
            self.conversion_known += 1;
            self.conversions += u32::from(converted);
        }
    }

    /// Enters what only the whole file tells. May be done again, with more that is known.
    pub fn settle(&mut self, tells: Tells) {
        let calls = self.calls();
        for outcome in Outcome::ALL {
            let known = outcome == Outcome::Answered || tells.outcomes.has(outcome);
            self.known[outcome.index()] = if known { calls } else { 0 };
        }
        let unanswered = calls - self.of(Outcome::Answered);
        self.hang_up_known = if tells.hang_ups { unanswered + self.answered_with_talk } else { 0 };
        if !tells.conversions {
            (self.conversions, self.conversion_known) = (0, 0);
        } else if self.conversion_known == 0 {
            self.conversion_known = calls;
        }
    }

    /// The tally of a daily row that has calls. Calls of no named outcome are laid under `no_answer`.
    pub fn of_day_row(row: &DayRow) -> Self {
        let mut tally = Self::default();
        let calls = row.calls.unwrap_or(0);
        for (at, count) in row.outcomes.iter().enumerate() {
            tally.outcomes[at] = count.unwrap_or(0);
            tally.known[at] = if count.is_some() { calls } else { 0 };
        }
        let rest = calls.saturating_sub(tally.calls());
        if row.outcomes[Outcome::NoAnswer.index()].is_none() {
            tally.outcomes[Outcome::NoAnswer.index()] += rest;
        } else {
            tally.outcomes[Outcome::Unclassified.index()] += rest;
        }
        let answered = tally.of(Outcome::Answered);
        if let Some(talk_ms) = row.talk_ms {
            tally.talk_ms = talk_ms;
            tally.answered_with_talk = row.answered_with_talk.unwrap_or(answered);
        }
        if let Some(hang_ups) = row.hang_ups {
            tally.talk_bins[1] = hang_ups;
            tally.hang_up_known = calls - answered.min(calls) + tally.answered_with_talk.min(answered);
        }
        if let Some(conversions) = row.conversions {
            tally.conversions = conversions;
            tally.conversion_known = calls;
        }
        if let Some(spam_reports) = row.spam_reports {
            tally.spam_reports = spam_reports;
            tally.spam_known = calls;
        }
        tally
    }

    /// Adds another.
    pub fn merge(&mut self, other: &Self) {
        for (ours, theirs) in self.outcomes.iter_mut().zip(other.outcomes) {
            *ours += theirs;
        }
        for (ours, theirs) in self.known.iter_mut().zip(other.known) {
            *ours += theirs;
        }
        for (ours, theirs) in self.talk_bins.iter_mut().zip(other.talk_bins) {
            *ours += theirs;
        }
        for (ours, theirs) in self.ring_bins.iter_mut().zip(other.ring_bins) {
            *ours += theirs;
        }
        self.talk_ms += other.talk_ms;
        self.answered_with_talk += other.answered_with_talk;
        self.hang_up_known += other.hang_up_known;
        self.conversions += other.conversions;
        self.conversion_known += other.conversion_known;
        self.spam_reports += other.spam_reports;
        self.spam_known += other.spam_known;
    }
}

impl Value for Tally {
    const COLUMNS: usize = 27 + TALK_BINS + RING_BINS;

    fn write(&self, numbers: &mut Filled) {
        numbers.put(self.talk_ms);
        numbers.put_all(&self.outcomes);
        numbers.put_all(&self.known);
        numbers.put_all(&[
            self.answered_with_talk,
            self.hang_up_known,
            self.conversions,
            self.conversion_known,
            self.spam_reports,
            self.spam_known,
        ]);
        numbers.put_all(&self.talk_bins);
        numbers.put_all(&self.ring_bins);
    }

    fn read(columns: &[u64]) -> Self {
        // Loops: this is done for every cell of a page, and the house leaves each link of a chain a call.
        let mut tally = Self { talk_ms: column(columns, 0), ..Self::default() };
        let mut place = 1;
        let mut fill = |counts: &mut [u32]| {
            for count in counts {
                *count = column(columns, place) as u32;
                place += 1;
            }
        };
        fill(&mut tally.outcomes);
        fill(&mut tally.known);
        let mut counts = [0; 6];
        fill(&mut counts);
        fill(&mut tally.talk_bins);
        fill(&mut tally.ring_bins);
        let [answered_with_talk, hang_up_known, conversions, conversion_known, spam_reports, spam_known] = counts;
        Self { answered_with_talk, hang_up_known, conversions, conversion_known, spam_reports, spam_known, ..tally }
    }

    fn add(&mut self, other: &Self) {
        self.merge(other);
    }

    fn settle(&mut self, tells: Tells) {
        Self::settle(self, tells);
    }
}

#[cfg(test)]
mod tests {
    use super::{Tally, Tells};
    use crate::model::{Call, Day, DayRow, Outcome, OutcomeSet};

    fn call(outcome: Outcome, talk_ms: Option<u32>) -> Call {
        Call { talk_ms, ..Call::new(1, Day(0), outcome) }
    }

    #[test]
    fn a_hang_up_is_an_answer_of_at_least_one_second_and_less_than_the_limit() {
        let mut tally = Tally::default();
        for talk_ms in [0, 999, 1_000, 2_999, 3_000, 60_000] {
            tally.push(&call(Outcome::Answered, Some(talk_ms)));
        }
        tally.push(&Call { dropped: true, ..call(Outcome::Answered, Some(1_500)) });
        assert_eq!(tally.hang_ups(3), 2);
        assert_eq!(tally.hang_ups(4), 3);
        assert_eq!(tally.of(Outcome::Answered), 7);
    }

    #[test]
    fn what_a_file_cannot_tell_is_not_known_for_any_call() {
        let mut tally = Tally::default();
        tally.push(&call(Outcome::Answered, None));
        tally.push(&call(Outcome::NoAnswer, None));
        tally.settle(Tells { outcomes: OutcomeSet::of(&[Outcome::NoAnswer]), ..Tells::default() });
        assert_eq!(tally.known[Outcome::Answered.index()], 2);
        assert_eq!(tally.known[Outcome::NoAnswer.index()], 2);
        assert_eq!(tally.known[Outcome::Voicemail.index()], 0);
        assert_eq!(tally.hang_up_known, 0);
    }

    #[test]
    fn calls_without_an_outcome_in_a_daily_row_still_count() {
        let mut row = DayRow { calls: Some(50), ..DayRow::default() };
        row.outcomes[Outcome::Answered.index()] = Some(20);
        let tally = Tally::of_day_row(&row);
        assert_eq!(tally.calls(), 50);
        assert_eq!(tally.of(Outcome::NoAnswer), 30);
        assert_eq!(tally.known[Outcome::NoAnswer.index()], 0);
    }
}
