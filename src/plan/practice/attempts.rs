//! Attempts per person, in a second reading of the files.
//!
//! Each attempt is kept as twelve bytes: a hash of the number called, the day, and a piece of the call's fingerprint, by
//! which a call that two files hold counts once. The memory has a limit; when it is reached, every second person is
//! dropped, by a bit of the hash, and the reading goes on: of those who are left every attempt is known, so that the
//! counts are exact for one person in two, four, eight. Hashes stay here: [`Attempts::finish`] gives counts alone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    import::{Draft, Fact, Facts, Given, Import, Source, feed},
    model::{Day, Dictionary, Problem, Settings},
};

/// Attempts held at most: 48 MB.
pub const MOST_ATTEMPTS: usize = 4_000_000;
/// The last class of [`Counts::people_by_most`] holds all who were called so often or more.
pub const TOP_ATTEMPTS: usize = 20;
/// Calls between two reports of progress.
const CALLS_BETWEEN_REPORTS: u64 = 16_384;

/// Attempts while the files are being read.
#[derive(Debug)]
pub struct Attempts {
    /// Upper and lower half of the person's hash, then day and fingerprint.
    held: Vec<[u32; 3]>,
    /// One person in 2 to the power of this is kept.
    halvings: u32,
    most: usize,
    calls: u64,
    without_person: u64,
    by_day: BTreeMap<Day, [u32; 25]>,
}

/// What the second reading tells: counts alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// The span within which attempts were counted, in days.
    pub days: u16,
    /// Calls read.
    pub calls: u64,
    /// Calls without a number called, or with one that is no number: in no count of people.
    pub without_person: u64,
    /// One person in so many was followed: 1 is all of them.
    pub one_in: u32,
    /// People followed.
    pub people: u64,
    /// People by the most attempts that fell within one span: once, twice, … [`TOP_ATTEMPTS`] times or more.
    pub people_by_most: [u64; TOP_ATTEMPTS],
    /// People by most attempts on one day: once, twice, three times or more.
    pub people_by_most_a_day: [u64; 3],
    /// The most attempts at one person within one span.
    pub most: u32,
    /// Calls by day and hour; the 25th is calls without an hour.
    pub by_day: BTreeMap<Day, Vec<u32>>,
}

impl Counts {
    /// People called more often than the limit within one span. `None` where the limit lies beyond the classes.
    pub fn people_over(&self, limit: u32) -> Option<u64> {
        let limit = limit as usize;
        (limit < TOP_ATTEMPTS).then(|| self.people_by_most.iter().skip(limit).sum())
    }

    /// Calls that lie outside the rules by the hour, each once: on a day on which none may be made, or at a wrong hour.
    /// Calls without an hour are held against the days alone.
    pub fn calls_outside(&self, practice: &crate::model::Practice) -> u64 {
        let outside = |(day, hours): (&Day, &Vec<u32>)| {
            let closed = !practice.weekdays[day.weekday().num_days_from_monday() as usize]
                || practice.holidays.is_some_and(|calendar| super::holiday(calendar, *day).is_some());
            let counts = |(hour, calls): (usize, &u32)| {
                (closed || hour < 24 && !practice.allows_hour(hour as u8)).then_some(u64::from(*calls))
            };
            hours.iter().enumerate().filter_map(counts).sum::<u64>()
        };
        self.by_day.iter().map(outside).sum()
    }
}

impl Default for Attempts {
    fn default() -> Self {
        Self::holding(MOST_ATTEMPTS)
    }
}

impl Attempts {
    /// None so far; `most` attempts are held.
    pub fn holding(most: usize) -> Self {
        Self { held: Vec::new(), halvings: 0, most, calls: 0, without_person: 0, by_day: BTreeMap::new() }
    }

    /// Reads a file. `progress` gets bytes read and bytes in all.
    ///
    /// # Errors
    /// A file of which nothing can be read.
    pub fn read(
        &mut self,
        source: &dyn Source,
        settings: &Settings,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<(), Problem> {
        let mut day_first = None;
        loop {
            let mut file = Self::holding(self.most);
            let mut each = |fact: Fact, import: &Import<'_>, _: &Dictionary| {
                if let Some(read) = file.enter(&fact, import, settings.as_of) {
                    progress(read.min(source.len()), source.len());
                }
            };
            let mut facts = Facts::new(Given::of(source), settings, day_first, &mut each);
            feed(source, &mut facts);
            match Self::again(facts.finish()?, day_first) {
                None => {
                    self.merge(file);
                    progress(source.len(), source.len());
                    return Ok(());
                }
                again => day_first = again,
            }
        }
    }

    /// Enters what a row has said. Now and then it answers how many bytes are read.
    pub fn enter(&mut self, fact: &Fact, import: &Import<'_>, as_of: Option<Day>) -> Option<u64> {
        if let Fact::Call(call) = fact
            && as_of.is_none_or(|last| call.day <= last)
        {
            self.push(import.person(), call.day, call.hour, call.fingerprint);
        }
        (self.calls % CALLS_BETWEEN_REPORTS == 1).then(|| import.bytes_read())
    }

    /// How dates are to be read in a second pass, where the file contradicts what was taken of them.
    pub fn again(draft: Draft, day_first: Option<bool>) -> Option<bool> {
        draft.finish().reread_day_first.filter(|_| day_first.is_none())
    }

    /// Enters an attempt. `person` is the hash of the number called; `None` where there is none.
    pub fn push(&mut self, person: Option<u64>, day: Day, hour: Option<u8>, fingerprint: u64) {
        self.calls += 1;
        let hours = self.by_day.entry(day).or_insert([0; 25]);
        if let Some(count) = hours.get_mut(hour.map_or(24, |hour| usize::from(hour.min(23)))) {
            *count = count.saturating_add(1);
        }
        let Some(person) = person else {
            self.without_person += 1;
            return;
        };
        if self.keeps((person >> 32) as u32) {
            // Days from 1970 on: 16 bits reach to the year 2149.
            let day = u32::from(u16::try_from(day.0).unwrap_or_default());
            self.held.push([(person >> 32) as u32, person as u32, day << 16 | (fingerprint & 0xFFFF) as u32]);
            self.keep_within_limit();
        }
    }

    const fn keeps(&self, upper: u32) -> bool {
        self.halvings == 0 || upper >> (32 - self.halvings) == 0
    }

    /// Drops every second person as often as the limit asks for it.
    fn keep_within_limit(&mut self) {
        while self.held.len() > self.most && self.halvings < 31 {
            self.halvings += 1;
            let halvings = self.halvings;
            self.held.retain(|[upper, ..]| upper >> (32 - halvings) == 0);
        }
    }

    /// Adds the attempts of another file.
    pub fn merge(&mut self, other: Self) {
        self.calls += other.calls;
        self.without_person += other.without_person;
        for (day, hours) in other.by_day {
            let ours = self.by_day.entry(day).or_insert([0; 25]);
            ours.iter_mut().zip(hours).for_each(|(ours, theirs)| *ours = ours.saturating_add(theirs));
        }
        self.halvings = self.halvings.max(other.halvings);
        let halvings = self.halvings;
        let keeps = move |upper: u32| halvings == 0 || upper >> (32 - halvings) == 0;
        self.held.retain(|[upper, ..]| keeps(*upper));
        if self.held.is_empty() {
            self.held = other.held;
            self.held.retain(|[upper, ..]| keeps(*upper));
        } else {
            self.held.extend(other.held.into_iter().filter(|[upper, ..]| keeps(*upper)));
        }
        self.keep_within_limit();
    }

    /// The counts: attempts at one person within any `days` days in a row. `files` share calls or they do not: see
    /// [`crate::model::Overlap`]; where a call may stand in two files, the same one counts once.
    pub fn finish(mut self, days: u16, overlap: crate::model::Overlap) -> Counts {
        self.held.sort_unstable();
        if overlap != crate::model::Overlap::Add {
            self.held.dedup();
        }
        let mut counts = Counts {
            days,
            calls: self.calls,
            without_person: self.without_person,
            one_in: 1 << self.halvings,
            by_day: self.by_day.into_iter().map(|(day, hours)| (day, hours.to_vec())).collect(),
            ..Counts::default()
        };
        for person in self.held.chunk_by(|a, b| a[..2] == b[..2]) {
            let day = |at: &[u32; 3]| at[2] >> 16;
            let (mut most, mut most_a_day, mut start, mut day_start) = (0, 0, 0, 0);
            for (end, attempt) in person.iter().enumerate() {
                while person.get(start).is_some_and(|first| day(attempt) - day(first) >= u32::from(days)) {
                    start += 1;
                }
                while person.get(day_start).is_some_and(|first| day(first) < day(attempt)) {
                    day_start += 1;
                }
                most = most.max(end + 1 - start);
                most_a_day = most_a_day.max(end + 1 - day_start);
            }
            counts.people += 1;
            counts.most = counts.most.max(most as u32);
            counts.people_by_most[most.clamp(1, TOP_ATTEMPTS) - 1] += 1;
            counts.people_by_most_a_day[most_a_day.clamp(1, 3) - 1] += 1;
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::{Attempts, Counts};
    use crate::{
        model::{Day, Overlap, PracticePreset},
        read::hash64,
    };

    fn person(id: u64) -> Option<u64> {
        Some(hash64(7, &id.to_le_bytes()))
    }

    fn counts(attempts: &[(u64, i32)]) -> Counts {
        let mut all = Attempts::default();
        for (at, (who, day)) in attempts.iter().enumerate() {
            all.push(person(*who), Day(*day), Some(11), at as u64);
        }
        all.finish(30, Overlap::Same)
    }

    #[test]
    fn five_attempts_in_thirty_days_are_over_four_and_in_thirty_one_they_are_not() {
        let within = counts(&[(1, 100), (1, 105), (1, 110), (1, 120), (1, 129)]);
        assert_eq!((within.people, within.most, within.people_over(4)), (1, 5, Some(1)));
        let beyond = counts(&[(1, 100), (1, 105), (1, 110), (1, 120), (1, 130)]);
        assert_eq!((beyond.most, beyond.people_over(4)), (4, Some(0)));
    }

    #[test]
    fn the_order_of_the_rows_changes_nothing() {
        let rows = [(1, 100), (2, 100), (1, 110), (1, 104), (2, 140), (1, 100)];
        let mut turned = rows;
        turned.reverse();
        let (mut one, mut other) = (counts(&rows), counts(&turned));
        (one.by_day, other.by_day) = (Default::default(), Default::default());
        assert_eq!(one, other);
        assert_eq!(one.people_by_most_a_day, [1, 1, 0]);
    }

    #[test]
    fn a_call_that_two_files_hold_is_one_attempt() {
        let file = || {
            let mut file = Attempts::default();
            file.push(person(1), Day(100), Some(11), 42);
            file
        };
        let both = |overlap| {
            let mut all = file();
            all.merge(file());
            all.finish(30, overlap).most
        };
        assert_eq!((both(Overlap::Same), both(Overlap::Add)), (1, 2));
    }

    #[test]
    fn past_the_limit_every_second_person_is_followed_and_none_is_followed_by_half() {
        let mut all = Attempts::holding(1_000);
        for day in 0..5 {
            for who in 0..1_000 {
                all.push(person(who), Day(100 + day), None, u64::from(day as u32) << 8);
            }
        }
        let counts = all.finish(30, Overlap::Same);
        assert!(counts.one_in >= 4 && counts.people > 50 && counts.calls == 5_000, "{counts:?}");
        assert_eq!(counts.people_by_most[4], counts.people);
    }

    #[test]
    fn a_call_on_a_holiday_at_a_wrong_hour_is_outside_once() {
        let day = Day::from_ymd(2026, 5, 1).unwrap_or_default();
        let mut all = Attempts::default();
        all.push(None, day, Some(21), 1); // 1 May, in the evening
        all.push(None, day + 3, Some(21), 2); // a Monday, in the evening
        all.push(None, day + 3, Some(11), 3);
        let counts = all.finish(30, Overlap::Same);
        assert_eq!(counts.calls_outside(&PracticePreset::France.rules()), 2);
        assert_eq!((counts.without_person, counts.people), (3, 0));
    }
}
