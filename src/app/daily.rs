//! The rows of the daily table, found when they are asked for: a list of them would hold millions.

use crate::{
    kpi::{Board, Series, Sums},
    model::{Day, order},
};

/// A row: the day, the place of the number in the board (`None`: all calls), the figures, the day's lowest score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// The day.
    pub day: Day,
    /// The number's place in the board.
    pub number: Option<usize>,
    /// Its counts.
    pub sums: Sums,
    /// The lowest score read that day.
    pub score: Option<f64>,
}

/// The days of a board in order, each with the place of its first row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Days {
    /// The day, and the place of its first row.
    days: Vec<(Day, usize)>,
    /// Numbers with a row, by their place in the board; empty where the rows are those of all calls.
    numbers: Vec<u32>,
    rows: usize,
}

impl Days {
    /// The rows of the numbers in which `search` is found (of all where it is blank); those of all calls where no file has
    /// numbers.
    pub fn of(board: &Board, search: &str, is_latest_first: bool) -> Self {
        let digits: String = search.chars().filter(char::is_ascii_digit).collect();
        // A French number may be sought in its national form.
        let digits = digits.strip_prefix('0').unwrap_or(&digits);
        let text = search.trim().to_lowercase();
        let found = |number: &str| {
            text.is_empty() || (!digits.is_empty() && number.contains(digits)) || number.to_lowercase().contains(&text)
        };
        let numbers: Vec<u32> = board
            .numbers
            .iter()
            .enumerate()
            .filter(|(_, number)| found(&number.number))
            .map(|(at, _)| at as u32)
            .collect();
        let series: Vec<&Series> = if board.numbers.is_empty() {
            vec![&board.account]
        } else {
            numbers.iter().filter_map(|at| board.numbers.get(*at as usize)).map(|number| &number.series).collect()
        };
        let span = |series: &&Series| Some((*series.days().first()?, *series.days().last()?));
        let ends = series.iter().filter_map(span).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        let Some((first, last)) = ends else { return Self::default() };
        let mut counts = vec![0_usize; (last.0 - first.0) as usize + 1];
        for day in series.iter().flat_map(|series| series.days()) {
            counts[(day.0 - first.0) as usize] += 1;
        }
        let mut days: Vec<(Day, usize)> = counts
            .into_iter()
            .enumerate()
            .filter(|(_, count)| *count > 0)
            .map(|(at, count)| (first + at as i32, count))
            .collect();
        if is_latest_first {
            order::sort_by_key(&mut days, |(day, _)| std::cmp::Reverse(*day));
        }
        let mut rows = 0;
        for (_, count) in &mut days {
            rows += std::mem::replace(count, rows);
        }
        Self { days, numbers, rows }
    }

    /// How many rows there are.
    pub const fn len(&self) -> usize {
        self.rows
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// A row: of one day by number.
    pub fn entry(&self, board: &Board, place: usize) -> Option<Entry> {
        let at = self.days.partition_point(|(_, start)| *start <= place).checked_sub(1)?;
        let (day, start) = *self.days.get(at)?;
        if self.numbers.is_empty() {
            let sums = board.account.on(day)?;
            return (place < self.rows).then_some(Entry { day, number: None, sums, score: None });
        }
        let of_day = |at: &&u32| board.numbers.get(**at as usize).is_some_and(|number| number.series.on(day).is_some());
        let number = *self.numbers.iter().filter(of_day).nth(place - start)? as usize;
        let found = board.numbers.get(number)?;
        let readings = found.readings.iter().filter(|reading| reading.day == day);
        let score = readings.filter_map(|reading| reading.score).reduce(f64::min);
        Some(Entry { day, number: Some(number), sums: found.series.on(day)?, score })
    }
}

#[cfg(test)]
mod tests {
    use super::Days;
    use crate::{
        kpi::Board,
        model::{Day, Outcome},
        tally::{CellKey, Ledger, Tally},
    };

    /// Three numbers; the second calls on odd days only.
    fn board() -> Board {
        let mut ledger = Ledger::default();
        for at in 0..3_u32 {
            let number = ledger.names.numbers.intern(&format!("+3316200000{at}"));
            for day in (0..6).filter(|day| at != 1 || day % 2 == 1) {
                let mut tally = Tally::default();
                tally.outcomes[Outcome::Answered.index()] = 10 * at + day as u32 + 1;
                ledger
                    .cells
                    .insert(CellKey { number, day: Day(day), campaign: 0, team: 0, line: Default::default() }, tally);
            }
        }
        Board::build(&ledger, 3)
    }

    #[test]
    fn every_row_is_found_once_in_its_order() {
        let board = board();
        let days = Days::of(&board, "", true);
        assert_eq!(days.len(), 15);
        let rows: Vec<_> = (0..days.len()).filter_map(|place| days.entry(&board, place)).collect();
        assert_eq!(rows.len(), 15);
        assert!(
            rows.windows(2).all(|pair| (std::cmp::Reverse(pair[0].day), pair[0].number)
                < (std::cmp::Reverse(pair[1].day), pair[1].number))
        );
        assert_eq!(rows.iter().map(|row| row.sums.calls).sum::<u64>(), board.account.total().calls);
        assert_eq!(days.entry(&board, 15), None);
        let first = Days::of(&board, "", false).entry(&board, 0).map(|row| (row.day, row.number));
        assert_eq!(first, Some((Day(0), Some(0))));
    }

    #[test]
    fn a_search_leaves_the_rows_of_its_numbers() {
        let board = board();
        let days = Days::of(&board, "01 62 00 00 01", true);
        assert_eq!(days.len(), 3);
        assert_eq!(days.entry(&board, 0).map(|row| row.day), Some(Day(5)));
        assert!(Days::of(&board, "nobody", true).is_empty());
    }
}
