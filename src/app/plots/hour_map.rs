//! Weekday by hour: when people pick up. Over all days of the files, since hours are not kept by day.

use super::{
    At, Cell, Plot, Table, heat,
    heat::{Heat, heat as heat_of},
};
use crate::{
    app::{
        charts::{Mark, Picture, Place, Strip},
        format,
        words::{Lang, charts as words, dashboard},
    },
    kpi::chance::Share,
    model::{Bounds, Day},
    tally::Ledger,
};

/// Below this many calls an hour is hatched: its rate has an interval of nine points to each side.
pub const FEW_CALLS: u64 = 120;
/// The height of a row, in pixels.
const ROW: f64 = 30.0;
/// A Monday.
const MONDAY: Day = Day(4);

/// Weekdays by hours.
pub struct HourMap {
    lang: Lang,
    bounds: Bounds,
    /// The hours with calls, first and last.
    hours: (u8, u8),
    /// The weekdays with calls; Monday is 0.
    weekdays: Vec<u8>,
    cells: Vec<[Share; 24]>,
}

impl HourMap {
    /// The hours of some numbers, or of all calls; `None` where the files hold days only.
    pub fn of(lang: Lang, ledger: &Ledger, wanted: Option<&dyn Fn(&str) -> bool>, bounds: Bounds) -> Option<Self> {
        let mut cells = vec![[Share::default(); 24]; 7];
        for (key, tally) in &ledger.hours {
            if wanted.is_some_and(|wanted| !wanted(ledger.names.numbers.get(key.number))) {
                continue;
            }
            if let Some(cell) =
                cells.get_mut(usize::from(key.weekday)).and_then(|day| day.get_mut(usize::from(key.hour)))
            {
                *cell = *cell + Share::new(tally.answered.into(), tally.calls.into());
            }
        }
        let called = |hour: &u8| cells.iter().any(|day| day[usize::from(*hour) % 24].of > 0);
        let hours = ((0..24).find(called)?, (0..24).rev().find(called)?);
        let weekdays = (0..7).filter(|weekday| cells[usize::from(*weekday)].iter().any(|share| share.of > 0)).collect();
        Some(Self { lang, bounds, hours, weekdays, cells })
    }

    fn share(&self, at: At) -> Share {
        let weekday = self.weekdays.get(at.column).map_or(0, |weekday| usize::from(*weekday));
        self.cells[weekday % 7][(usize::from(self.hours.0) + at.row) % 24]
    }

    fn hour(&self, row: usize) -> String {
        let hour = usize::from(self.hours.0) + row;
        match self.lang {
            Lang::En => format!("{hour}:00"),
            Lang::Fr => format!("{hour}\u{a0}h"),
        }
    }

    fn places(&self) -> impl Iterator<Item = (At, Place)> {
        let (columns, rows) = self.size();
        (0..columns * rows).map(move |at| {
            let at = At { column: at % columns, row: at / columns };
            (at, Place::cell(at.column, columns, at.row, rows))
        })
    }
}

impl Plot for HourMap {
    fn picture(&self) -> Picture {
        let (lang, (columns, rows)) = (self.lang, self.size());
        let judged = |share: Share| heat_of(share, Share::default(), FEW_CALLS, self.bounds);
        let number = |(at, place)| {
            let share: Share = self.share(at);
            Some((place, judged(share), lang.decimal(share.rate()? * 100.0, 0)))
        };
        let numbers: Vec<(Place, Heat, String)> = self.places().filter_map(number).collect();
        let marks = heat::numbered(&numbers, (0.6, 8.0 / rows as f64));
        let left = (0..rows)
            .map(|row| {
                Mark::text("ax end", 100.0, (row as f64 + 0.5) * 100.0 / rows as f64, [0.0, 4.0], self.hour(row))
            })
            .collect();
        let names = (self.weekdays.iter().enumerate())
            .map(|(at, weekday)| {
                let name = format::weekday(lang, MONDAY + i32::from(*weekday));
                Mark::text("ax mid", (at as f64 + 0.5) * 100.0 / columns as f64, 0.0, [0.0, 13.0], name.to_owned())
            })
            .collect();
        let main = Strip { class: "", height: ROW * rows as f64, left, marks };
        heat::picture("l-hour", names, main, heat::keys_numbered(lang, FEW_CALLS, self.bounds))
    }

    fn size(&self) -> (usize, usize) {
        (self.weekdays.len(), usize::from(self.hours.1 - self.hours.0) + 1)
    }

    fn start(&self) -> At {
        At::default()
    }

    fn say(&self, at: At) -> String {
        let lang = self.lang;
        let weekday = self.weekdays.get(at.column).copied().unwrap_or_default();
        let name = format!("{} {}", format::weekday(lang, MONDAY + i32::from(weekday)), self.hour(at.row));
        let share = self.share(at);
        let said = if share.of == 0 { words::NO_CALLS.to(lang).to_owned() } else { words::rate_of(lang, share) };
        format!("{name}{}{said}", format::colon(lang))
    }

    fn table(&self) -> Table {
        let lang = self.lang;
        let head = [words::WEEKDAY, words::HOUR, dashboard::COL_CALLS, dashboard::COL_ANSWERED, dashboard::COL_RATE];
        let (columns, rows) = self.size();
        let cells = (0..columns * rows).map(|at| At { column: at / rows, row: at % rows });
        let rows = cells.filter(|at| self.share(*at).of > 0).map(|at| {
            let share = self.share(at);
            let weekday = self.weekdays.get(at.column).copied().unwrap_or_default();
            vec![
                Cell::Text(format::weekday(lang, MONDAY + i32::from(weekday)).to_owned()),
                Cell::Text(self.hour(at.row)),
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
        model::KpiThresholds,
        tally::{HourKey, HourTally},
    };

    fn ledger() -> Ledger {
        let mut ledger = Ledger::default();
        for (text, weekday, hour, calls, answered) in
            [("+1", 0, 9, 200, 90), ("+2", 0, 9, 100, 30), ("+1", 4, 11, 50, 10)]
        {
            let number = ledger.names.numbers.intern(text);
            let tally = HourTally { calls, answered, ..HourTally::default() };
            ledger.hours.insert(HourKey { number, weekday, hour }, tally);
        }
        ledger
    }

    #[test]
    fn only_hours_and_weekdays_with_calls_are_shown() {
        let map = HourMap::of(Lang::En, &ledger(), None, KpiThresholds::default().answer_rate);
        let said = map.map(|map| {
            assert_eq!(map.size(), (2, 3));
            (map.say(At::default()), map.say(At { column: 1, row: 0 }), map.table().rows.len())
        });
        let said = said.map(|(first, blank, rows)| (first.replace(['\u{a0}', '\u{202f}'], " "), blank, rows));
        assert_eq!(
            said.as_ref().map(|said| said.0.as_str()),
            Some("Mon 9:00: 40.0 % (34.6 to 45.6), 120 of 300 calls")
        );
        assert!(said.is_some_and(|(_, blank, rows)| blank.ends_with("no calls") && rows == 2));
    }

    #[test]
    fn one_number_has_hours_of_its_own_and_files_of_days_have_none() {
        let bounds = KpiThresholds::default().answer_rate;
        let own = HourMap::of(Lang::En, &ledger(), Some(&|number| number == "+2"), bounds);
        assert_eq!(own.map(|map| map.size()), Some((1, 1)));
        assert!(HourMap::of(Lang::En, &Ledger::default(), None, bounds).is_none());
    }

    #[test]
    fn an_hour_with_few_calls_is_hatched_and_its_number_faint() {
        let svg = HourMap::of(Lang::En, &ledger(), None, KpiThresholds::default().answer_rate)
            .map(|map| crate::app::charts::markup(&map.picture().strips[1].marks))
            .unwrap_or_default();
        assert!(svg.contains("class=\"hatched\"") && svg.contains("cellnum faint"), "{svg}");
    }
}
