//! Every number, every day: where the trouble is, and since when.

use super::{
    At, Cell, Plot, Table, heat,
    heat::{Heat, heat as heat_of},
    over_time::ticks,
    signs,
};
use crate::{
    app::{
        charts::{DayAxis, FEW_CALLS, Mark, Picture, Place, Strip},
        format,
        words::{Lang, charts as words, dashboard},
    },
    kpi::{Series, Zone, chance::Share},
    model::{Bounds, Day},
    report::Status,
};

/// Active days to each side that a cell leans on.
const AROUND: usize = 3;
/// Days shown at most: half a year.
pub const MOST_DAYS: i32 = 182;
/// The height of a row, in pixels.
const ROW: f64 = 18.0;

/// One number.
#[derive(Clone, Debug, PartialEq)]
pub struct DayMapRow {
    /// The number.
    pub number: String,
    /// What to do about it.
    pub status: Status,
    /// The colour of what must be done.
    pub act: Zone,
    days: Vec<(Day, Share, Heat)>,
}

impl DayMapRow {
    /// The days of a number within an axis.
    pub fn new(number: String, status: Status, act: Zone, series: &Series, axis: DayAxis, bounds: Bounds) -> Self {
        let called: Vec<(Day, Share)> =
            series.iter().filter(|(_, sums)| sums.calls > 0).map(|(day, sums)| (day, sums.answer())).collect();
        let around = |at: usize| {
            let (start, end) = (at.saturating_sub(AROUND), (at + AROUND + 1).min(called.len()));
            let days = called[start..end].iter().enumerate().filter(|(place, _)| start + place != at);
            days.map(|(_, (_, day))| *day).sum::<Share>()
        };
        let days = (0..called.len())
            .filter_map(|at| called.get(at).map(|(day, own)| (at, *day, *own)))
            .filter(|(_, day, _)| axis.holds(*day))
            .map(|(at, day, own)| (day, own, heat_of(own, around(at), FEW_CALLS, bounds)))
            .collect();
        Self { number, status, act, days }
    }

    fn on(&self, day: Day) -> Option<Share> {
        let at = self.days.binary_search_by_key(&day, |(day, ..)| *day).ok()?;
        self.days.get(at).map(|(_, share, _)| *share)
    }

    fn total(&self) -> Share {
        self.days.iter().map(|(_, day, _)| *day).sum()
    }
}

/// Numbers by days.
pub struct DayMap {
    /// The language.
    pub lang: Lang,
    /// The days.
    pub axis: DayAxis,
    /// The numbers, from the top.
    pub rows: Vec<DayMapRow>,
    /// The zones.
    pub bounds: Bounds,
}

impl DayMap {
    /// The days that are shown of a period: its last half year.
    pub fn axis_of(from: Day, to: Day) -> DayAxis {
        DayAxis::new(from.max(to - (MOST_DAYS - 1)), to)
    }

    fn labels(&self) -> Vec<Mark> {
        let lang = self.lang;
        let rows = self.rows.len();
        let mut marks = Vec::with_capacity(rows * 4);
        for (at, row) in self.rows.iter().enumerate() {
            let y = (at as f64 + 0.5) * 100.0 / rows as f64;
            marks.push(signs::status(row.status, row.act, 4.0, y));
            let urgent = row.status == Status::Act;
            let (long, short) =
                if urgent { ("ax strong long", "ax strong short") } else { ("ax name long", "ax name short") };
            marks.push(Mark::text(long, 4.0, y, [12.0, 4.0], format::phone(lang, &row.number)));
            marks.push(Mark::text(short, 4.0, y, [12.0, 4.0], format::phone_short(&row.number)));
            if let Some(rate) = row.total().rate() {
                marks.push(Mark::text("ax end wide-only", 100.0, y, [0.0, 4.0], format::rate(lang, rate * 100.0)));
            }
        }
        marks
    }
}

impl Plot for DayMap {
    fn picture(&self) -> Picture {
        let (axis, rows) = (self.axis, self.rows.len());
        let gap = axis.width() * if axis.len() > 120 { 0.06 } else { 0.12 };
        let cells = self.rows.iter().enumerate().flat_map(|(at, row)| {
            row.days.iter().map(move |(day, _, heat)| {
                let column = (day.0 - axis.from.0) as usize;
                (Place::cell(column, axis.len(), at, rows).inset(gap, 12.0 / rows as f64), *heat)
            })
        });
        let marks = heat::cells(cells);
        let main = Strip { class: "", height: ROW * rows as f64, left: self.labels(), marks };
        let strips = vec![main, ticks(self.lang, axis)];
        Picture {
            class: "l-number pans",
            left: 190.0,
            strips,
            main: 0,
            keys: heat::keys(self.lang, FEW_CALLS, self.bounds),
        }
    }

    fn axis(&self) -> Option<DayAxis> {
        Some(self.axis)
    }

    fn size(&self) -> (usize, usize) {
        (self.axis.len(), self.rows.len())
    }

    fn spot(&self, at: At) -> Vec<Mark> {
        vec![Mark::rect("frame", Place::cell(at.column, self.axis.len(), at.row, self.rows.len()))]
    }

    fn say(&self, at: At) -> String {
        let lang = self.lang;
        let day = self.axis.from + at.column as i32;
        let Some(row) = self.rows.get(at.row) else { return String::new() };
        let said = match row.on(day) {
            Some(share) => words::rate_of(lang, share),
            None => words::NO_CALLS.to(lang).to_owned(),
        };
        format!("{}, {}{}{said}", format::phone(lang, &row.number), format::day(lang, day), format::colon(lang))
    }

    fn number(&self, at: At) -> Option<&str> {
        self.rows.get(at.row).map(|row| row.number.as_str())
    }

    fn table(&self) -> Table {
        let lang = self.lang;
        let days = || (self.axis.from.0..=self.axis.to.0).map(Day);
        let called: Vec<Day> = days().filter(|day| self.rows.iter().any(|row| row.on(*day).is_some())).collect();
        let head = std::iter::once(dashboard::COL_NUMBER.to(lang).to_owned())
            .chain(called.iter().map(|day| day.to_string()))
            .collect();
        let rows = self.rows.iter().map(|row| {
            let rates = called.iter().map(|day| row.on(*day).and_then(Share::rate).map(|rate| rate * 100.0).into());
            std::iter::once(Cell::Number(row.number.clone())).chain(rates).collect()
        });
        Table { head, rows: rows.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kpi::Sums,
        model::{KpiThresholds, Outcome},
    };

    fn map() -> DayMap {
        let bounds = KpiThresholds::default().answer_rate;
        let axis = DayMap::axis_of(Day(0), Day(4));
        let days = [(0, 60, 25), (1, 60, 26), (3, 10, 1)].map(|(day, calls, answered)| {
            let mut sums = Sums { calls, ..Sums::default() };
            sums.outcomes[Outcome::Answered.index()] = answered;
            sums.known[Outcome::Answered.index()] = calls;
            (Day(day), sums)
        });
        let series = Series::new(days.to_vec());
        let row = |number: &str| DayMapRow::new(number.to_owned(), Status::Well, Zone::Amber, &series, axis, bounds);
        DayMap { lang: Lang::En, axis, rows: vec![row("+33162000001"), row("+33162000002")], bounds }
    }

    #[test]
    fn a_day_without_calls_is_blank_and_said_so() {
        let map = map();
        assert_eq!(
            map.rows[0].days.iter().map(|(_, _, heat)| *heat).collect::<Vec<_>>(),
            [Heat::Step(2), Heat::Step(2), Heat::Few]
        );
        assert!(map.say(At { column: 2, row: 1 }).ends_with("no calls"));
        assert_eq!(map.number(At { column: 2, row: 1 }), Some("+33162000002"));
    }

    #[test]
    fn the_table_has_a_column_for_each_day_with_calls() {
        let table = map().table();
        assert_eq!(table.head, ["Number", "1970-01-01", "1970-01-02", "1970-01-04"]);
        assert_eq!(table.rows[1][0], Cell::Number("+33162000002".to_owned()));
        assert_eq!(table.rows[0][3], Cell::Rate(10.0));
    }

    #[test]
    fn a_long_period_is_shown_by_its_last_half_year() {
        assert_eq!(DayMap::axis_of(Day(0), Day(400)).len(), MOST_DAYS as usize);
        assert_eq!(DayMap::axis_of(Day(0), Day(4)).len(), 5);
    }
}
