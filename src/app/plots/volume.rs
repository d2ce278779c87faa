//! Calls a day, against the cap.

use super::{At, Cell, Plot, Table, over_time};
use crate::{
    app::{
        charts::{DayAxis, Mark, Picture, RateScale, Strip},
        format,
        words::{Lang, charts as words, dashboard},
    },
    kpi::Series,
    model::Day,
};

/// The calls of one number by day.
pub struct Volume {
    lang: Lang,
    axis: DayAxis,
    cap: u32,
    calls: Vec<(Day, u64)>,
    change: Option<Day>,
}

impl Volume {
    /// The calls of a number's days.
    pub fn of(lang: Lang, series: &Series, axis: DayAxis, cap: u32, change: Option<Day>) -> Self {
        let calls = series.calls().filter(|(_, calls)| *calls > 0).collect();
        Self { lang, axis, cap, calls, change }
    }

    /// Days above the cap.
    pub fn over(&self) -> u64 {
        self.calls.iter().filter(|(_, calls)| *calls > u64::from(self.cap)).count() as u64
    }

    fn on(&self, day: Day) -> u64 {
        let at = self.calls.binary_search_by_key(&day, |(day, _)| *day).ok();
        at.and_then(|at| self.calls.get(at)).map_or(0, |(_, calls)| *calls)
    }
}

impl Plot for Volume {
    fn picture(&self) -> Picture {
        let (lang, axis) = (self.lang, self.axis);
        let busiest = self.calls.iter().map(|(_, calls)| *calls as f64);
        let scale = RateScale::counting(busiest, f64::from(self.cap) * 1.1);
        let mut marks = over_time::bars(axis, self.calls.iter().copied(), scale, Some(self.cap));
        if let Some(change) = self.change.filter(|change| axis.holds(*change)) {
            marks.push(Mark::down("change", axis.start(change)));
        }
        let cap = words::CAP.with(lang, &[&self.cap]);
        marks.push(Mark::text("ax halo", 0.0, scale.y(f64::from(self.cap)), [4.0, -4.0], cap));
        let left = over_time::y_axis(lang, scale, "");
        let strips = vec![Strip { class: "h-mid", height: 140.0, left, marks }, over_time::ticks(lang, axis)];
        Picture { class: "", left: 36.0, strips, main: 0, keys: Vec::new() }
    }

    fn axis(&self) -> Option<DayAxis> {
        Some(self.axis)
    }

    fn say(&self, at: At) -> String {
        let lang = self.lang;
        let day = self.axis.from + at.column as i32;
        let said = match self.on(day) {
            0 => words::NO_CALLS.to(lang).to_owned(),
            calls => dashboard::calls(lang, calls),
        };
        format!("{}{}{said}", format::day(lang, day), format::colon(lang))
    }

    fn table(&self) -> Table {
        let lang = self.lang;
        let head = [dashboard::COL_DAY, dashboard::COL_CALLS].map(|head| head.to(lang).to_owned()).to_vec();
        let rows = self.calls.iter().rev().map(|(day, calls)| vec![Cell::Day(*day), Cell::Count(*calls)]).collect();
        Table { head, rows }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kpi::Sums;

    #[test]
    fn a_day_over_the_cap_is_counted_and_a_day_of_rest_is_said() {
        let calls = |calls| Sums { calls, ..Sums::default() };
        let series = Series::new(vec![(Day(0), calls(100)), (Day(2), calls(101))]);
        let volume = Volume::of(Lang::En, &series, DayAxis::new(Day(0), Day(2)), 100, None);
        assert_eq!(volume.over(), 1);
        assert!(volume.say(At { column: 1, row: 0 }).ends_with("no calls"));
        assert!(volume.say(At { column: 2, row: 0 }).ends_with("101\u{a0}calls"));
        assert_eq!(volume.table().rows.len(), 2);
    }
}
