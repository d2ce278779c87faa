//! The rows of the daily table, found when they are asked for: a list of them would hold millions. Only an order by
//! another column than the date needs such a list; it holds places, not figures.

use super::words::{Phrase, daily as words};
use crate::{
    kpi::{Board, Series, Sums, place},
    model::{Day, Outcome, order},
};

/// A column that the table can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The day.
    Date,
    /// The number's text.
    Number,
    /// A figure, by its place in [`FIGURES`].
    Figure(usize),
}

/// A column of figures: its head, its class (`p1`, `p2`: only where the page is wide enough), its name.
pub struct Figure {
    /// Its head.
    pub head: Phrase,
    /// Its class.
    pub class: &'static str,
    /// Its name for tests.
    pub id: &'static str,
}

/// The column of talk times, in seconds.
pub const TALK: usize = 4;
/// The column of scores.
const SCORE: usize = 7;

/// The figures of a row, in the order of [`Entry::figure`].
pub const FIGURES: [Figure; 8] = [
    Figure { head: words::CALLS, class: "n", id: "calls" },
    Figure { head: words::ANSWERED, class: "n", id: "answered" },
    Figure { head: words::REJECTED, class: "n p1", id: "rejected" },
    Figure { head: words::VOICEMAILS, class: "n p1", id: "voicemails" },
    Figure { head: words::TALK, class: "n p1", id: "talk" },
    Figure { head: words::CONVERSIONS, class: "n p2", id: "conversions" },
    Figure { head: words::REPORTS, class: "n p2", id: "reports" },
    Figure { head: words::SCORE, class: "n p1", id: "score" },
];

/// Figures above this one are ordered as if they were this one.
const MOST_KEY: u64 = u32::MAX as u64 - 1;

/// The counts that a figure is made of: the second tells whether it is measured.
const fn figure_places(at: usize) -> [usize; 2] {
    match at {
        0 => [place::CALLS, place::CALLS],
        1 => [place::of(Outcome::Answered), place::CALLS],
        2 => [place::of(Outcome::Rejected), place::known(Outcome::Rejected)],
        3 => [place::of(Outcome::Voicemail), place::known(Outcome::Voicemail)],
        TALK => [place::TALK_MS, place::ANSWERED_WITH_TALK],
        5 => [place::CONVERSIONS, place::CONVERSION_KNOWN],
        _ => [place::SPAM_REPORTS, place::SPAM_KNOWN],
    }
}

/// What orders rows by [`Entry::figure`], as a whole number (talk times in milliseconds), of the counts above.
fn figure_key(at: usize, [count, known]: [u64; 2]) -> Option<u64> {
    match at {
        0 | 1 => Some(count),
        TALK => count.checked_div(known),
        6 => (known > 0 || count > 0).then_some(count),
        _ => (known > 0).then_some(count),
    }
}

impl By {
    /// The first press on a column shows the latest day, what is most, or the lowest score first.
    pub const fn starts_ascending(self) -> bool {
        matches!(self, Self::Number | Self::Figure(SCORE))
    }
}

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

impl Entry {
    /// The figure of a column; `None` where it is not measured.
    pub fn figure(&self, at: usize) -> Option<f64> {
        let sums = &self.sums;
        let told = |outcome| (sums.known_for(outcome) > 0).then(|| sums.of_outcome(outcome) as f64);
        match at {
            0 => Some(sums.calls as f64),
            1 => Some(sums.answered() as f64),
            2 => told(Outcome::Rejected),
            3 => told(Outcome::Voicemail),
            TALK => sums.talk_secs(),
            5 => (sums.conversion_known > 0).then_some(sums.conversions as f64),
            6 => (sums.spam_known > 0 || sums.spam_reports > 0).then_some(sums.spam_reports as f64),
            _ => self.score,
        }
    }
}

/// The days of a board in order, each with the place of its first row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Days {
    /// The day, and the place of its first row.
    days: Vec<(Day, usize)>,
    /// Numbers with a row, by their place in the board; empty where the rows are those of all calls.
    numbers: Vec<u32>,
    /// All rows, where they are in another order than that of the days.
    listed: Vec<(Option<u32>, Day)>,
    rows: usize,
}

impl Days {
    /// The rows of the numbers in which `search` is found (of all where it is blank); those of all calls where no file has
    /// numbers.
    pub fn of(board: &Board, search: &str, (by, ascending): (By, bool)) -> Self {
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
        if !(ascending && by == By::Date) {
            order::sort_by_key(&mut days, |(day, _)| std::cmp::Reverse(*day));
        }
        let mut rows = 0;
        for (_, count) in &mut days {
            rows += std::mem::replace(count, rows);
        }
        let mut found = Self { days, numbers, listed: Vec::new(), rows };
        if by != By::Date {
            found.list(board, by, ascending);
        }
        found
    }

    /// Lists all rows in the order of a column. What is not measured stands last, whichever way the rest goes; equal rows
    /// stand by day, the latest first, then by number.
    fn list(&mut self, board: &Board, by: By, ascending: bool) {
        let Some(first) = self.days.last().map(|(day, _)| *day) else { return };
        let span = self.days.first().map_or(0, |(last, _)| (last.0 - first.0) as usize + 1);
        // Where the next row of each day goes: numbers come in their order, so that equal rows need no comparing.
        let mut places = vec![0_usize; span];
        self.days.iter().for_each(|(day, start)| places[(day.0 - first.0) as usize] = *start);
        let mut rows = vec![(None, None, first); self.rows];
        let mut most = 0;
        let mut add = |number: Option<u32>, day: Day, key: Option<u64>| {
            let key = key.map(|key| key.min(MOST_KEY) as u32);
            most = most.max(key.unwrap_or(0));
            let place = &mut places[(day.0 - first.0) as usize];
            rows[*place] = (key, number, day);
            *place += 1;
        };
        let mut add_all = |number: Option<u32>, series: &Series| match by {
            By::Date => {}
            By::Number => series.days().iter().for_each(|day| add(number, *day, number.map(u64::from))),
            By::Figure(SCORE) => {
                let key = |day| score(board, number, day).map(|score| (score * 1000.0) as u64);
                series.days().iter().for_each(|day| add(number, *day, key(*day)));
            }
            By::Figure(at) => {
                series.each_day(figure_places(at), &mut |day, counts| add(number, day, figure_key(at, counts)));
            }
        };
        if self.numbers.is_empty() {
            add_all(None, &board.account);
        }
        for number in &self.numbers {
            if let Some(known) = board.numbers.get(*number as usize) {
                add_all(Some(*number), &known.series);
            }
        }
        let rank = |(key, ..): &(Option<u32>, Option<u32>, Day)| match key {
            Some(key) if ascending => *key,
            Some(key) => most - *key,
            None => most + 1,
        };
        self.listed = order::by_whole_key(rows, rank).into_iter().map(|(_, number, day)| (number, day)).collect();
    }

    /// How many rows there are.
    pub const fn len(&self) -> usize {
        self.rows
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// A row: of one day by number, or of the order that was asked for.
    pub fn entry(&self, board: &Board, place: usize) -> Option<Entry> {
        if let Some((number, day)) = self.listed.get(place).copied() {
            return entry(board, number, day);
        }
        let at = self.days.partition_point(|(_, start)| *start <= place).checked_sub(1)?;
        let (day, start) = *self.days.get(at)?;
        if self.numbers.is_empty() {
            return entry(board, None, day).filter(|_| place < self.rows);
        }
        let of_day = |at: &&u32| board.numbers.get(**at as usize).is_some_and(|number| number.series.on(day).is_some());
        entry(board, Some(*self.numbers.iter().filter(of_day).nth(place - start)?), day)
    }
}

fn entry(board: &Board, number: Option<u32>, day: Day) -> Option<Entry> {
    let series = match number {
        Some(at) => &board.numbers.get(at as usize)?.series,
        None => &board.account,
    };
    Some(Entry { day, number: number.map(|at| at as usize), sums: series.on(day)?, score: score(board, number, day) })
}

/// The lowest score read on a day.
fn score(board: &Board, number: Option<u32>, day: Day) -> Option<f64> {
    let readings = &board.numbers.get(number? as usize)?.readings;
    readings.iter().filter(|reading| reading.day == day).filter_map(|reading| reading.score).reduce(f64::min)
}

#[cfg(test)]
mod tests {
    use super::{By, Days};
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
                if day > 1 {
                    tally.outcomes[Outcome::Rejected.index()] = (day as u32 * 7 + at) % 4;
                    tally.known[Outcome::Rejected.index()] = tally.outcomes.iter().sum();
                    tally.answered_with_talk = 10 * at + day as u32 + 1;
                    tally.talk_ms =
                        u64::from(tally.answered_with_talk) * (90_000 - 1_000 * (day as u64 % 4) - u64::from(at));
                }
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
        let days = Days::of(&board, "", (By::Date, false));
        assert_eq!(days.len(), 15);
        let rows: Vec<_> = (0..days.len()).filter_map(|place| days.entry(&board, place)).collect();
        assert_eq!(rows.len(), 15);
        assert!(
            rows.windows(2).all(|pair| (std::cmp::Reverse(pair[0].day), pair[0].number)
                < (std::cmp::Reverse(pair[1].day), pair[1].number))
        );
        assert_eq!(rows.iter().map(|row| row.sums.calls).sum::<u64>(), board.account.total().calls);
        assert_eq!(days.entry(&board, 15), None);
        let first = Days::of(&board, "", (By::Date, true)).entry(&board, 0).map(|row| (row.day, row.number));
        assert_eq!(first, Some((Day(0), Some(0))));
    }

    #[test]
    fn a_search_leaves_the_rows_of_its_numbers() {
        let board = board();
        let days = Days::of(&board, "01 62 00 00 01", (By::Date, false));
        assert_eq!(days.len(), 3);
        assert_eq!(days.entry(&board, 0).map(|row| row.day), Some(Day(5)));
        assert!(Days::of(&board, "nobody", (By::Date, false)).is_empty());
    }

    #[test]
    fn every_column_orders_all_rows_and_what_is_not_measured_stands_last() {
        let board = board();
        let rows = |by, ascending| {
            let days = Days::of(&board, "", (by, ascending));
            let rows: Vec<_> = (0..days.len()).filter_map(|place| days.entry(&board, place)).collect();
            assert_eq!(rows.len(), 15);
            rows
        };
        let calls = rows(By::Figure(0), false);
        assert!(calls.windows(2).all(|pair| pair[0].figure(0) >= pair[1].figure(0)));
        assert_eq!((calls[0].number, calls[0].day), (Some(2), Day(5)));
        let fewest = rows(By::Figure(0), true);
        assert_eq!((fewest[0].number, fewest[0].day), (Some(0), Day(0)));
        let numbers = rows(By::Number, true);
        assert_eq!((numbers[0].number, numbers[0].day, numbers[14].number), (Some(0), Day(5), Some(2)));
        // Of each column, the key says the same as the figure.
        for at in 0..super::FIGURES.len() {
            for ascending in [false, true] {
                let rows = rows(By::Figure(at), ascending);
                let figures: Vec<Option<f64>> = rows.iter().map(|row| row.figure(at)).collect();
                assert!(figures.windows(2).all(|pair| match (pair[0], pair[1]) {
                    (Some(a), Some(b)) => a == b || (a < b) == ascending,
                    (None, Some(_)) => false,
                    _ => true,
                }));
                let ties = rows.windows(2).filter(|pair| pair[0].figure(at) == pair[1].figure(at));
                assert!(ties.into_iter().all(|pair| (pair[1].day, pair[0].number) < (pair[0].day, pair[1].number)));
            }
        }
        // Nothing was read of scores: the order is that of the days.
        assert_eq!(rows(By::Figure(super::SCORE), true)[0].day, Day(5));
    }
}
