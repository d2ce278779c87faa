//! The calendar: weeks across, weekdays down, each day coloured by its answer rate.

use super::{
    At, Cell, Plot, Table, heat,
    heat::{Heat, heat as heat_of},
};
use crate::{
    app::{
        charts::{DayAxis, FEW_CALLS, Mark, Picture, Place, Strip},
        format,
        words::{Lang, charts as words, dashboard},
    },
    kpi::{Series, chance::Share},
    model::{Bounds, Day},
};
use chrono::Datelike;

/// Active days to each side that a day leans on.
const AROUND: usize = 3;
/// The height of a row, in pixels.
const ROW: f64 = 30.0;
/// Weeks up to which a day's number is printed.
const ROOM_FOR_NUMBERS: usize = 20;

/// The days of one subject.
pub struct Calendar {
    lang: Lang,
    bounds: Bounds,
    axis: DayAxis,
    days: Vec<(Day, Share)>,
}

impl Calendar {
    /// The calendar of a subject's days within a period.
    pub fn of(lang: Lang, series: &Series, axis: DayAxis, bounds: Bounds) -> Self {
        let days = series.iter().filter(|(day, sums)| sums.calls > 0 && axis.holds(*day));
        Self { lang, bounds, axis, days: days.map(|(day, sums)| (day, sums.answer())).collect() }
    }

    /// The Monday of the first week.
    fn monday(&self) -> Day {
        self.axis.from - self.axis.from.weekday().num_days_from_monday() as i32
    }

    fn weeks(&self) -> usize {
        ((self.axis.to.0 - self.monday().0) / 7 + 1).max(1) as usize
    }

    fn at(&self, day: Day) -> At {
        let days = (day.0 - self.monday().0).max(0) as usize;
        At { column: days / 7, row: days % 7 }
    }

    fn day_of(&self, at: At) -> Day {
        self.monday() + (at.column * 7 + at.row) as i32
    }

    fn on(&self, day: Day) -> Option<Share> {
        let at = self.days.binary_search_by_key(&day, |(day, _)| *day).ok()?;
        self.days.get(at).map(|(_, share)| *share)
    }

    fn judged(&self, at: usize) -> Heat {
        let (start, end) = (at.saturating_sub(AROUND), (at + AROUND + 1).min(self.days.len()));
        let mut around = Share::default();
        for (place, (_, share)) in self.days.iter().enumerate().take(end).skip(start) {
            if place != at {
                around = around + *share;
            }
        }
        self.days.get(at).map_or(Heat::Blank, |(_, own)| heat_of(*own, around, FEW_CALLS, self.bounds))
    }

    /// A month is named over the week in which it begins, the first one over the first week where there is room; over
    /// years, each quarter.
    fn months(&self) -> Vec<Mark> {
        let weeks = self.weeks();
        let mut marks = Vec::new();
        let mut last = None;
        for week in 0..weeks {
            let day = (self.monday() + week as i32 * 7).max(self.axis.from);
            let month = day.date().month();
            if last == Some(month) {
                continue;
            }
            let crowded = last.is_none() && weeks > 8 && (day + 14).date().month() != month;
            last = Some(month);
            if crowded || (weeks > 60 && month % 3 != 1) {
                continue;
            }
            let x = week as f64 * 100.0 / weeks as f64;
            let (class, x) = if x > 92.0 { ("ax end", 100.0) } else { ("ax", x) };
            marks.push(Mark::text(class, x, 0.0, [1.0, 13.0], format::month(self.lang, day).to_owned()));
        }
        marks
    }

    fn place(&self, day: Day) -> Place {
        let at = self.at(day);
        Place::cell(at.column, self.weeks(), at.row, 7)
    }
}

impl Plot for Calendar {
    fn picture(&self) -> Picture {
        let (lang, weeks) = (self.lang, self.weeks());
        let judged = self.days.iter().enumerate().map(|(at, (day, _))| (*day, self.judged(at)));
        let inset = (10.0 / weeks as f64, 1.6);
        let marks = if weeks <= ROOM_FOR_NUMBERS {
            let number = |(day, heat): (Day, Heat)| (self.place(day), heat, day.date().day().to_string());
            heat::numbered(&judged.map(number).collect::<Vec<_>>(), inset)
        } else {
            heat::cells(judged.map(|(day, heat)| (self.place(day).inset(inset.0, inset.1), heat)))
        };
        let left = [0, 2, 4, 6]
            .into_iter()
            .map(|row| {
                let name = format::weekday(lang, self.monday() + row);
                Mark::text("ax end", 100.0, (f64::from(row) + 0.5) * 100.0 / 7.0, [0.0, 4.0], name.to_owned())
            })
            .collect();
        let keys = if weeks <= ROOM_FOR_NUMBERS { heat::keys_numbered } else { heat::keys };
        let main = Strip { class: "", height: ROW * 7.0, left, marks };
        heat::picture("l-hour pans", self.months(), main, keys(lang, FEW_CALLS, self.bounds))
    }

    fn size(&self) -> (usize, usize) {
        (self.weeks(), 7)
    }

    fn start(&self) -> At {
        self.at(self.axis.to)
    }

    fn say(&self, at: At) -> String {
        let lang = self.lang;
        let day = self.day_of(at);
        let said = match self.on(day) {
            Some(share) => words::rate_of(lang, share),
            None => words::NO_CALLS.to(lang).to_owned(),
        };
        format!("{}{}{said}", format::day(lang, day), format::colon(lang))
    }

    fn day(&self, at: At) -> Option<Day> {
        Some(self.day_of(at).clamp(self.axis.from, self.axis.to))
    }

    fn chosen(&self, from: Day, to: Day) -> Vec<Mark> {
        let days = (from.max(self.axis.from).0..=to.min(self.axis.to).0).map(Day);
        days.map(|day| Mark::rect("sel-cell", self.place(day))).collect()
    }

    fn table(&self) -> Table {
        let lang = self.lang;
        let head = [dashboard::COL_DAY, dashboard::COL_CALLS, dashboard::COL_ANSWERED, dashboard::COL_RATE];
        let rows = self.days.iter().rev().map(|(day, share)| {
            vec![
                Cell::Day(*day),
                Cell::Count(share.of),
                Cell::Count(share.hits),
                share.rate().map(|rate| rate * 100.0).into(),
            ]
        });
        Table { head: head.map(|head| head.to(lang).to_owned()).to_vec(), rows: rows.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kpi::Sums,
        model::{KpiThresholds, Outcome},
    };

    fn calendar() -> Calendar {
        let day = |text: &str| text.parse::<Day>().unwrap_or_default();
        let days = ["2026-01-07", "2026-01-08", "2026-02-02"].map(|text| {
            let mut sums = Sums { calls: 100, ..Sums::default() };
            sums.outcomes[Outcome::Answered.index()] = 45;
            sums.known[Outcome::Answered.index()] = 100;
            (day(text), sums)
        });
        let axis = DayAxis::new(day("2026-01-07"), day("2026-02-02"));
        Calendar::of(Lang::En, &Series::new(days.to_vec()), axis, KpiThresholds::default().answer_rate)
    }

    #[test]
    fn a_week_begins_on_monday() {
        let calendar = calendar();
        assert_eq!(calendar.size(), (5, 7));
        // 7 January 2026 is a Wednesday.
        assert!(calendar.say(At { column: 0, row: 2 }).starts_with("Wed 7\u{a0}Jan: 45.0"));
        assert!(calendar.say(At { column: 0, row: 0 }).starts_with("Mon 5\u{a0}Jan: no calls"));
        assert_eq!(calendar.start(), At { column: 4, row: 0 });
    }

    #[test]
    fn days_are_chosen_within_the_period() {
        let calendar = calendar();
        assert_eq!(calendar.day(At { column: 0, row: 0 }), Some(calendar.axis.from));
        assert_eq!(calendar.chosen(calendar.axis.from - 10, calendar.axis.from + 2).len(), 3);
    }

    #[test]
    fn the_table_has_a_row_for_each_day_with_calls() {
        let table = calendar().table();
        assert_eq!(table.rows.len(), 3);
        assert_eq!(table.rows[2][3], Cell::Rate(45.0));
    }
}
