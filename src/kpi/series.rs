//! The days of one subject, as running sums: any span costs two look-ups, and so does a day.
//!
//! A year of 5000 numbers is 1.8 million number-days of 38 counts. So of these only those are kept that are ever more than
//! 0 (half of them), in 32 bits; a count that grows out of them is kept in two halves. And a series is shared when it is
//! cloned: a number that calls for one campaign alone is laid out once, not again there and in its prefix block.

use std::sync::{Arc, OnceLock};

use super::{
    row::{COUNTS, Counts, Row, place::CALLS},
    sums::Sums,
    track::Track,
};
use crate::model::{Day, order};

/// Days in order, each with its sums. A clone is the same series until one of them is changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series(Arc<Body>);

#[derive(Clone, Debug)]
struct Body {
    days: Vec<Day>,
    /// All days together.
    total: Counts,
    /// Which counts are kept, one bit each: those that are not 0, and those that need an upper half.
    kept: [u64; 2],
    /// How many numbers a row has.
    width: usize,
    /// The sums of all days up to each: a row a day, a column for each count that is kept.
    running: Vec<u32>,
    /// What the alerts ask, kept for the next time.
    track: OnceLock<Track>,
}

impl Default for Body {
    fn default() -> Self {
        let (days, running, track) = Default::default();
        Self { days, total: [0; COUNTS], kept: [0; 2], width: 0, running, track }
    }
}

impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.days == other.days && self.kept == other.kept && self.running == other.running
    }
}

/// Writes a total as a row more.
fn write_row(running: &mut Vec<u32>, kept: [u64; 2], width: usize, total: &Counts) {
    let start = running.len();
    running.resize(start + width, 0);
    let (mut half, mut mask) = (0, kept[0]);
    for number in &mut running[start..] {
        if mask == 0 {
            (half, mask) = (32, kept[1]);
        }
        *number = (total[mask.trailing_zeros() as usize] >> half) as u32;
        mask &= mask - 1;
    }
}

// Loops and not chains of iterators: the page is compiled for its size, which leaves each link of a chain a call, and this
// runs for every number and day.
impl Body {
    /// The running sums up to one day.
    fn row(&self, at: usize) -> &[u32] {
        self.running.get(at * self.width..(at + 1) * self.width).unwrap_or_default()
    }

    /// Makes room for counts that were 0 until now.
    #[cold]
    fn widen(&mut self, kept: [u64; 2]) {
        let width = kept.iter().map(|mask| mask.count_ones() as usize).sum();
        let mut running = Vec::with_capacity((self.days.len() + 1) * width);
        for at in 0..self.days.len() {
            write_row(&mut running, kept, width, &self.between(0, at + 1));
        }
        (self.kept, self.width, self.running) = (kept, width, running);
    }

    fn push(&mut self, day: Day, row: &Row) {
        debug_assert!(self.days.last().is_none_or(|last| *last <= day));
        self.track.take();
        let mut kept = self.kept;
        kept[0] |= row.filled();
        let mut mask = row.filled();
        while mask != 0 {
            let at = mask.trailing_zeros() as usize;
            self.total[at] += row.counts()[at];
            kept[1] |= u64::from(self.total[at] >> 32 != 0) << at;
            mask &= mask - 1;
        }
        if kept != self.kept {
            self.widen(kept);
        }
        if self.days.last() == Some(&day) {
            self.running.truncate(self.running.len() - self.width);
        } else {
            self.days.push(day);
        }
        write_row(&mut self.running, self.kept, self.width, &self.total);
    }

    /// The sums of the days from one place to before another.
    fn between(&self, start: usize, end: usize) -> Counts {
        let mut counts = [0; COUNTS];
        if start >= end {
            return counts;
        }
        let before = start.checked_sub(1).map_or(&[][..], |at| self.row(at));
        let (mut half, mut mask) = (0, self.kept[0]);
        for (column, after) in self.row(end - 1).iter().enumerate() {
            if mask == 0 {
                (half, mask) = (32, self.kept[1]);
            }
            let rise = u64::from(*after).wrapping_sub(before.get(column).copied().unwrap_or(0).into());
            let count = &mut counts[mask.trailing_zeros() as usize];
            *count = count.wrapping_add(rise << half);
            mask &= mask - 1;
        }
        counts
    }
}

impl Series {
    /// A series of days in any order; a day that comes twice is added up.
    pub fn new(mut entries: Vec<(Day, Sums)>) -> Self {
        order::sort_by_key(&mut entries, |(day, _)| *day);
        let mut series = Self::default();
        for (day, sums) in &entries {
            series.push(*day, &Row::of(sums));
        }
        series
    }

    /// Several subjects as one.
    pub fn joined<'a>(parts: impl Iterator<Item = &'a Self>) -> Self {
        let parts: Vec<&Self> = parts.collect();
        let mut days: Vec<Day> = parts.iter().flat_map(|part| part.days()).copied().collect();
        days.sort_unstable();
        days.dedup();
        let mut sums = vec![Row::default(); days.len()];
        for part in parts {
            let mut at = 0;
            for (day, of_day) in part.iter() {
                at += days[at..].iter().take_while(|other| **other < day).count();
                sums[at].add_sums(&of_day);
            }
        }
        let mut joined = Self::default();
        days.iter().zip(&sums).for_each(|(day, row)| joined.push(*day, row));
        joined
    }

    /// Enters a day at the end, or adds to the last one. Days must come in order.
    pub(super) fn push(&mut self, day: Day, row: &Row) {
        Arc::make_mut(&mut self.0).push(day, row);
    }

    /// Some counts of each day, by [`super::place`]: much quicker than [`Series::iter`], which looks at all.
    pub(crate) fn each_day<const N: usize>(&self, places: [usize; N], each: &mut dyn FnMut(Day, [u64; N])) {
        let body = &*self.0;
        let column = |half: usize, place: usize| {
            let below = (body.kept[half] & ((1 << place) - 1)).count_ones() + [0, body.kept[0].count_ones()][half];
            (body.kept[half] >> place & 1 != 0).then_some(below as usize)
        };
        let columns = places.map(|place| [column(0, place), column(1, place)]);
        let mut before = [0; N];
        for (at, day) in body.days.iter().enumerate() {
            let (row, mut counts) = (body.row(at), [0; N]);
            for (at, [lower, upper]) in columns.iter().enumerate() {
                let half = |column: &Option<usize>| column.map_or(0, |column| u64::from(row[column]));
                let now = half(lower) + (half(upper) << 32);
                counts[at] = now - before[at];
                before[at] = now;
            }
            each(*day, counts);
        }
    }

    /// The counts that alerts ask of every day.
    pub fn track(&self) -> &Track {
        self.0.track.get_or_init(|| Track::new(self))
    }

    /// The days, in order. A day may hold reports or conversions and no calls.
    pub fn days(&self) -> &[Day] {
        &self.0.days
    }

    /// Day and sums.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Day, Sums)> + ExactSizeIterator {
        self.days().iter().enumerate().map(|(at, day)| (*day, Sums::of_counts(self.0.between(at, at + 1))))
    }

    /// Day and calls: quicker than [`Series::iter`], where nothing else is asked.
    pub fn calls(&self) -> impl DoubleEndedIterator<Item = (Day, u64)> {
        self.days().iter().enumerate().map(|(at, day)| (*day, self.calls_at(at)))
    }

    /// The days with calls.
    pub fn called(&self) -> impl DoubleEndedIterator<Item = Day> {
        self.calls().filter(|(_, calls)| *calls > 0).map(|(day, _)| day)
    }

    /// The calls of the day at a place: the first count, of which no other needs to be looked at.
    fn calls_at(&self, at: usize) -> u64 {
        let body = &*self.0;
        if body.kept[0] & 1 == 0 || body.kept[1] & 1 != 0 {
            return body.between(at, at + 1)[CALLS];
        }
        let up_to = |at: usize| body.running.get(at * body.width).copied().unwrap_or_default();
        (up_to(at) - at.checked_sub(1).map_or(0, up_to)).into()
    }

    /// The sums of one day; `None` where the day is not there.
    pub fn on(&self, day: Day) -> Option<Sums> {
        self.days().binary_search(&day).ok().map(|at| Sums::of_counts(self.0.between(at, at + 1)))
    }

    /// The sums of `from` to `to`, both included.
    pub fn span(&self, from: Day, to: Day) -> Sums {
        let start = self.days().partition_point(|day| *day < from);
        let end = self.days().partition_point(|day| *day <= to);
        Sums::of_counts(self.0.between(start, end))
    }

    /// All days together.
    pub fn total(&self) -> Sums {
        Sums::of_counts(self.0.total)
    }

    /// The last `count` active days (days with `min_calls` or more) up to `to`, in order.
    pub fn last_active(&self, to: Day, count: usize, min_calls: u32) -> Vec<Day> {
        let end = self.days().partition_point(|day| *day <= to);
        let mut days: Vec<Day> = self.days()[..end]
            .iter()
            .enumerate()
            .rev()
            .filter(|(at, _)| self.calls_at(*at) >= u64::from(min_calls))
            .map(|(_, day)| *day)
            .take(count)
            .collect();
        days.reverse();
        days
    }

    /// Whether so many active days, or more, lie in `from` to `to`.
    pub fn was_active(&self, [from, to]: [Day; 2], days: usize, min_calls: u32) -> bool {
        let active = self.last_active(to, days, min_calls);
        active.len() == days && active.first().is_none_or(|first| *first >= from)
    }

    /// Days with `min_calls` or more.
    pub fn active_days(&self, min_calls: u32) -> usize {
        (0..self.days().len()).filter(|at| self.calls_at(*at) >= u64::from(min_calls)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::Series;
    use crate::{
        kpi::{Row, Sums},
        model::Day,
    };

    fn calls(calls: u64) -> Sums {
        Sums { calls, ..Sums::default() }
    }

    #[test]
    fn a_span_is_the_sum_of_its_days() {
        let series =
            Series::new(vec![(Day(3), calls(30)), (Day(1), calls(10)), (Day(5), calls(50)), (Day(3), calls(1))]);
        assert_eq!(series.span(Day(1), Day(3)).calls, 41);
        assert_eq!(series.span(Day(2), Day(2)).calls, 0);
        assert_eq!(series.span(Day(6), Day(4)).calls, 0);
        assert_eq!(series.total().calls, 91);
        assert_eq!(series.last_active(Day(4), 5, 11), vec![Day(3)]);
    }

    #[test]
    fn counts_that_begin_late_or_outgrow_32_bits_are_kept_whole() {
        let long = u64::from(u32::MAX);
        let entries: Vec<(Day, Sums)> = (0..9_u64)
            .map(|day| {
                let mut sums = Sums { calls: day, talk_ms: long - 3 * day, ..Sums::default() };
                sums.outcomes[day as usize] = day * day;
                (sums.landline[1], sums.spam_reports) = if day > 5 { (long + day, 1) } else { (0, 0) };
                (Day(day as i32 * 2), sums)
            })
            .collect();
        let series = Series::new(entries.clone());
        assert_eq!(series.iter().collect::<Vec<_>>(), entries);
        let called: Vec<(Day, u64)> = entries.iter().map(|(day, sums)| (*day, sums.calls)).collect();
        assert_eq!(series.calls().collect::<Vec<_>>(), called);
        for (from, to) in (0..9).flat_map(|from| (from..9).map(move |to| (from, to))) {
            let sum = entries[from..=to].iter().fold(Sums::default(), |sum, (_, day)| sum + *day);
            assert_eq!(series.span(entries[from].0, entries[to].0), sum);
        }
        assert_eq!((series.on(Day(4)), series.on(Day(5))), (Some(entries[2].1), None));
        let twice = Series::joined([&series, &series].into_iter());
        assert!(twice.iter().zip(&entries).all(|((_, two), (_, one))| two == *one + *one));
    }

    #[test]
    fn a_clone_that_is_changed_leaves_the_first_as_it_was() {
        let first = Series::new(vec![(Day(1), calls(10))]);
        let mut second = first.clone();
        second.push(Day(1), &Row::of(&calls(5)));
        assert_eq!((first.total().calls, second.total().calls), (10, 15));
    }
}
