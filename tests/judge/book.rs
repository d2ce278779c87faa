//! A ledger written by hand, day by day.

use ringwell::{
    kpi::Board,
    model::{Day, DayRow, Outcome, Reading, Settings},
    tally::{Ledger, MixTally},
};

/// Day 0 of all cases: Monday 5 January 2026.
pub fn day(offset: i32) -> Day {
    Day::from_ymd(2026, 1, 5).unwrap() + offset
}

/// One day of one number, as much of it as the case needs.
#[derive(Clone, Debug, Default)]
pub struct Entry(DayRow);

/// So many calls, so many of them answered.
pub fn calls(calls: u32, answered: u32) -> Entry {
    let mut row = DayRow { calls: Some(calls), ..DayRow::default() };
    row.outcomes[Outcome::Answered.index()] = Some(answered);
    Entry(row)
}

/// No calls, nothing known.
pub fn nothing() -> Entry {
    Entry::default()
}

impl Entry {
    pub fn with(mut self, outcome: Outcome, count: u32) -> Self {
        self.0.outcomes[outcome.index()] = Some(count);
        self
    }
    pub fn voicemail(self, count: u32) -> Self {
        self.with(Outcome::Voicemail, count)
    }
    pub fn rejected(self, count: u32) -> Self {
        self.with(Outcome::Rejected, count)
    }
    pub fn blocked(self, count: u32) -> Self {
        self.with(Outcome::Blocked, count)
    }
    pub fn talk_secs(mut self, secs: u64) -> Self {
        self.0.talk_ms = Some(secs * 1000);
        self
    }
    pub fn hang_ups(mut self, count: u32) -> Self {
        self.0.hang_ups = Some(count);
        self
    }
    pub fn conversions(mut self, count: u32) -> Self {
        self.0.conversions = Some(count);
        self
    }
    pub fn reports(mut self, count: u32) -> Self {
        self.0.spam_reports = Some(count);
        self
    }
    pub fn score(mut self, score: f64) -> Self {
        self.0.score = Some(score);
        self
    }
    pub fn flagged(mut self, flagged: bool) -> Self {
        self.0.flagged = Some(flagged);
        self
    }
}

/// The ledger under way.
#[derive(Clone, Debug, Default)]
pub struct Book(pub Ledger);

impl Book {
    pub fn enter(&mut self, number: &str, campaign: &str, on: i32, entry: Entry) {
        let number = self.0.names.numbers.intern(number);
        let campaign = self.0.names.campaigns.intern(campaign);
        self.0.day_rows.push(DayRow { number, campaign, day: day(on), ..entry.0 });
    }

    pub fn reading(&mut self, number: &str, source: &str, on: i32, score: Option<f64>, flagged: Option<bool>) {
        let number = self.0.names.numbers.intern(number);
        let source = self.0.names.sources.intern(source);
        self.0.readings.push(Reading { number, source, day: day(on), score, flagged });
    }

    /// So many calls of a number's day, and those answered, in a part of the day and as an attempt.
    pub fn mix(&mut self, number: &str, on: i32, part: usize, attempt: usize, counts: [u32; 2]) {
        let number = self.0.names.numbers.intern(number);
        let mut mix = MixTally::default();
        (mix.parts[part], mix.attempts[attempt]) = (counts, counts);
        self.0.mixes.entry((number, day(on))).or_default().merge(&mix);
    }

    /// The board of everything up to a day.
    pub fn board_until(&self, last: i32) -> Board {
        let mut ledger = self.0.clone();
        ledger.day_rows.retain(|row| row.day <= day(last));
        ledger.readings.retain(|reading| reading.day <= day(last));
        ledger.mixes.retain(|(_, on), _| *on <= day(last));
        ledger.finish();
        Board::build(&ledger, Settings::default().kpis.hang_up_secs)
    }

    pub fn board(&self) -> Board {
        self.board_until(10_000)
    }
}
