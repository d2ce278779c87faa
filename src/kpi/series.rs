//! The days of one subject, with running sums so that any span costs two look-ups.

use super::sums::Sums;
use crate::model::Day;

/// Days in order, each with its sums.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    days: Vec<Day>,
    sums: Vec<Sums>,
    running: Vec<Sums>,
}

impl Series {
    /// A series of days in any order; a day that comes twice is added up.
    pub fn new(entries: Vec<(Day, Sums)>) -> Self {
        let mut order: Vec<(Day, usize)> = entries.iter().enumerate().map(|(at, (day, _))| (*day, at)).collect();
        order.sort_unstable(); // the sums themselves are too large to be moved about
        let mut series = Self {
            days: Vec::with_capacity(order.len()),
            sums: Vec::with_capacity(order.len()),
            running: Vec::with_capacity(order.len() + 1),
        };
        for (day, at) in order {
            let sums = entries[at].1;
            match series.sums.last_mut().filter(|_| series.days.last() == Some(&day)) {
                Some(last) => *last += sums,
                None => {
                    series.days.push(day);
                    series.sums.push(sums);
                }
            }
        }
        let mut total = Sums::default();
        series.running.push(total);
        for sums in &series.sums {
            total += *sums;
            series.running.push(total);
        }
        series
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
        match (self.running.get(end.max(start)), self.running.get(start)) {
            (Some(after), Some(before)) => *after - *before,
            _ => Sums::default(),
        }
    }

    /// All days together.
    pub fn total(&self) -> Sums {
        self.running.last().copied().unwrap_or_default()
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
