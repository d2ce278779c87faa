//! The days of one subject, with running sums so that any span costs two look-ups.

use std::sync::OnceLock;

use super::{sums::Sums, track::Track};
use crate::model::{Day, order};

/// Days in order, each with its sums.
#[derive(Clone, Debug, Default)]
pub struct Series {
    days: Vec<Day>,
    sums: Vec<Sums>,
    /// The sums of all days up to each, added up when they are first asked for.
    running: OnceLock<Vec<Sums>>,
    /// What the alerts ask, kept for the next time.
    track: OnceLock<Track>,
}

impl PartialEq for Series {
    fn eq(&self, other: &Self) -> bool {
        self.days == other.days && self.sums == other.sums
    }
}

impl Series {
    /// A series of days in any order; a day that comes twice is added up.
    pub fn new(mut entries: Vec<(Day, Sums)>) -> Self {
        order::sort_by_key(&mut entries, |(day, _)| *day);
        let mut series = Self::default();
        for (day, sums) in &entries {
            series.push(*day, sums);
        }
        series
    }

    /// Several subjects as one.
    pub fn joined<'a>(parts: impl Iterator<Item = &'a Self>) -> Self {
        let mut days: Vec<(Day, &Sums)> = parts.flat_map(Self::iter).collect();
        order::sort_by_key(&mut days, |(day, _)| *day);
        let mut series = Self::default();
        for (day, sums) in days {
            series.push(day, sums);
        }
        series
    }

    /// Enters a day at the end, or adds to the last one. Days must come in order.
    pub fn push(&mut self, day: Day, sums: &Sums) {
        debug_assert!(self.days.last().is_none_or(|last| *last <= day));
        self.running.take();
        self.track.take();
        if let (Some(last), true) = (self.sums.last_mut(), self.days.last() == Some(&day)) {
            *last += *sums;
        } else {
            self.days.push(day);
            self.sums.push(*sums);
        }
    }

    /// The counts that alerts ask of every day.
    pub fn track(&self) -> &Track {
        self.track.get_or_init(|| Track::new(self))
    }

    fn running(&self) -> &[Sums] {
        self.running.get_or_init(|| {
            let mut total = Sums::default();
            let add = |sums: &Sums| {
                total += *sums;
                total
            };
            self.sums.iter().map(add).collect()
        })
    }

    /// The days, in order. A day may hold reports or conversions and no calls.
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// The sums of those days.
    pub fn sums(&self) -> &[Sums] {
        &self.sums
    }

    /// Day and sums.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Day, &Sums)> + ExactSizeIterator {
        self.days.iter().copied().zip(&self.sums)
    }

    /// The sums of one day; `None` where the day is not there.
    pub fn on(&self, day: Day) -> Option<&Sums> {
        self.days.binary_search(&day).ok().and_then(|at| self.sums.get(at))
    }

    /// The sums of `from` to `to`, both included.
    pub fn span(&self, from: Day, to: Day) -> Sums {
        let start = self.days.partition_point(|day| *day < from);
        let end = self.days.partition_point(|day| *day <= to);
        if end <= start {
            return Sums::default();
        }
        let running = self.running();
        let up_to = |place: usize| place.checked_sub(1).and_then(|at| running.get(at)).copied().unwrap_or_default();
        up_to(end) - up_to(start)
    }

    /// All days together.
    pub fn total(&self) -> Sums {
        self.running().last().copied().unwrap_or_default()
    }

    /// The last `count` active days (days with `min_calls` or more) up to `to`, in order.
    pub fn last_active(&self, to: Day, count: usize, min_calls: u32) -> Vec<Day> {
        let end = self.days.partition_point(|day| *day <= to);
        let mut days: Vec<Day> = self.days[..end]
            .iter()
            .zip(&self.sums[..end])
            .rev()
            .filter(|(_, sums)| sums.calls >= u64::from(min_calls))
            .map(|(day, _)| *day)
            .take(count)
            .collect();
        days.reverse();
        days
    }

    /// Days with `min_calls` or more.
    pub fn active_days(&self, min_calls: u32) -> usize {
        self.sums.iter().filter(|sums| sums.calls >= u64::from(min_calls)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::Series;
    use crate::{kpi::Sums, model::Day};

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
}
