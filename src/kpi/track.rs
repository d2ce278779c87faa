//! The few counts that alerts ask of every day, laid out by calendar day: any span costs two look-ups and no search.
//!
//! [`super::Series`] holds all there is to know of a day, in 300 bytes once it is asked; a rule looks at thousands of spans and
//! needs 16 of them, or 48.

use std::ops::Sub;

use super::{
    answers::Answers,
    chance::{Share, Turn, change_point},
    row::place,
    series::Series,
    sums::Sums,
};
use crate::model::{Day, Outcome};

/// Counts of a span of days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Calls and answers.
    pub answers: Answers,
    voicemail: u32,
    voicemail_known: u32,
    refusals: u32,
    refusal_known: u32,
    answered_with_talk: u32,
    spam_reports: u32,
    spam_known: u32,
    talk_ms: u64,
}

impl Counts {
    /// Where the counts of [`Counts::of_places`] stand.
    const PLACES: [usize; 11] = [
        place::CALLS,
        place::of(Outcome::Answered),
        place::known(Outcome::Answered),
        place::known(Outcome::Voicemail),
        place::of(Outcome::Voicemail),
        place::REFUSALS,
        place::known(Outcome::Rejected),
        place::ANSWERED_WITH_TALK,
        place::SPAM_REPORTS,
        place::SPAM_KNOWN,
        place::TALK_MS,
    ];

    /// Those of such counts.
    fn of_places(counts: [u64; 11]) -> Self {
        let narrow = |at: usize| u32::try_from(counts[at]).unwrap_or(u32::MAX);
        let [calls, answered, known, voicemail_known, ..] = counts;
        Self {
            answers: Answers::of_places([calls, answered, known, voicemail_known]),
            voicemail: narrow(4),
            voicemail_known: narrow(3),
            refusals: narrow(5),
            refusal_known: narrow(6),
            answered_with_talk: narrow(7),
            spam_reports: narrow(8),
            spam_known: narrow(9),
            talk_ms: counts[10],
        }
    }

    /// The counts of one day.
    pub fn of(sums: &Sums) -> Self {
        let counts = sums.counts();
        Self::of_places(Self::PLACES.map(|place| counts[place]))
    }

    /// Answered ÷ calls.
    pub fn answer(&self) -> Share {
        self.answers.share()
    }

    /// Voicemail ÷ calls.
    pub fn voicemail(&self) -> Share {
        Share::new(self.voicemail.into(), self.voicemail_known.into())
    }

    /// (Rejected + blocked + hang-ups) ÷ calls.
    pub fn refusal(&self) -> Share {
        Share::new(self.refusals.into(), self.refusal_known.into())
    }

    /// Spam reports ÷ calls.
    pub fn spam(&self) -> Share {
        Share::new(self.spam_reports.into(), self.spam_known.into())
    }

    /// Mean conversation time in seconds.
    pub fn talk_secs(&self) -> Option<f64> {
        (self.answered_with_talk > 0).then(|| self.talk_ms as f64 / 1000.0 / f64::from(self.answered_with_talk))
    }

    fn plus(self, other: Self) -> Self {
        Self {
            answers: self.answers + other.answers,
            voicemail: self.voicemail.saturating_add(other.voicemail),
            voicemail_known: self.voicemail_known.saturating_add(other.voicemail_known),
            refusals: self.refusals.saturating_add(other.refusals),
            refusal_known: self.refusal_known.saturating_add(other.refusal_known),
            answered_with_talk: self.answered_with_talk.saturating_add(other.answered_with_talk),
            spam_reports: self.spam_reports.saturating_add(other.spam_reports),
            spam_known: self.spam_known.saturating_add(other.spam_known),
            talk_ms: self.talk_ms.saturating_add(other.talk_ms),
        }
    }
}

impl Sub for Counts {
    type Output = Self;
    /// Never below 0.
    fn sub(self, other: Self) -> Self {
        Self {
            answers: self.answers - other.answers,
            voicemail: self.voicemail.saturating_sub(other.voicemail),
            voicemail_known: self.voicemail_known.saturating_sub(other.voicemail_known),
            refusals: self.refusals.saturating_sub(other.refusals),
            refusal_known: self.refusal_known.saturating_sub(other.refusal_known),
            answered_with_talk: self.answered_with_talk.saturating_sub(other.answered_with_talk),
            spam_reports: self.spam_reports.saturating_sub(other.spam_reports),
            spam_known: self.spam_known.saturating_sub(other.spam_known),
            talk_ms: self.talk_ms.saturating_sub(other.talk_ms),
        }
    }
}

/// Running counts of one subject from its first day to its last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Track {
    first: Day,
    running: Vec<Counts>,
}

impl Track {
    /// No days at all.
    pub const EMPTY: Self = Self { first: Day(0), running: Vec::new() };

    /// The days with calls, in order.
    pub fn days_with_calls(&self) -> impl Iterator<Item = Day> {
        let called = |(at, pair): (usize, &[Counts])| match pair {
            [before, after] if after.answers.calls > before.answers.calls => Some(self.first + at as i32),
            _ => None,
        };
        self.running.windows(2).enumerate().filter_map(called)
    }

    /// The track of a series.
    pub fn new(series: &Series) -> Self {
        let (Some(first), Some(last)) = (series.days().first(), series.days().last()) else { return Self::default() };
        let mut running = Vec::with_capacity((last.0 - first.0) as usize + 2);
        let mut sum = Counts::default();
        running.push(sum);
        series.each_day(Counts::PLACES, &mut |day, counts| {
            running.resize((day.0 - first.0) as usize + 1, sum);
            sum = sum.plus(Counts::of_places(counts));
            running.push(sum);
        });
        Self { first: *first, running }
    }

    /// The counts of `from` to `to`, both included.
    pub fn span(&self, from: Day, to: Day) -> Counts {
        match (self.running.get(self.place(to + 1)), self.running.get(self.place(from))) {
            (Some(after), Some(before)) => *after - *before,
            _ => Counts::default(),
        }
    }

    /// Calls and answers of `from` to `to`, both included.
    pub fn answers(&self, from: Day, to: Day) -> Answers {
        match (self.running.get(self.place(to + 1)), self.running.get(self.place(from))) {
            (Some(after), Some(before)) => after.answers - before.answers,
            _ => Answers::default(),
        }
    }

    /// The day on which a rate turned, among `from` to `to`; `None` where it did not turn that way.
    pub fn turned(&self, from: Day, to: Day, turn: Turn, share: impl Fn(&Counts) -> Share) -> Option<Day> {
        let days: Vec<Share> = (from.0..=to.0).map(|day| share(&self.span(Day(day), Day(day)))).collect();
        change_point(&days, turn).map(|at| from + at as i32)
    }

    /// Where the running counts of all days before `day` stand.
    fn place(&self, day: Day) -> usize {
        let last = self.running.len().saturating_sub(1);
        usize::try_from(i64::from(day.0) - i64::from(self.first.0)).map_or(0, |at| at.min(last))
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, Track};
    use crate::{
        kpi::{Series, Sums},
        model::Day,
    };

    #[test]
    fn a_track_tells_what_its_series_tells() {
        let sums = |calls: u64| {
            let mut sums = Sums { calls, talk_ms: calls * 1000, answered_with_talk: calls / 2, ..Sums::default() };
            sums.outcomes[0] = calls / 2;
            sums.known[0] = calls;
            sums
        };
        let series = Series::new(vec![(Day(-3), sums(10)), (Day(0), sums(20)), (Day(7), sums(40))]);
        let track = Track::new(&series);
        for from in -6..10 {
            for to in -6..10 {
                let counts = Counts::of(&series.span(Day(from), Day(to)));
                assert_eq!(track.span(Day(from), Day(to)), counts);
                assert_eq!(track.answers(Day(from), Day(to)), counts.answers);
            }
        }
        assert_eq!(Track::default().span(Day(0), Day(9)), Counts::default());
    }
}
