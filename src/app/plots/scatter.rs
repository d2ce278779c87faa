//! Volume against answer rate: one point a number. Numbers that call much and are answered little stand at the lower
//! right.

use super::{At, Cell, Plot, Table, over_time::y_axis, signs};
use crate::{
    app::{
        charts::{FEW_CALLS, Key, Mark, Picture, RateScale, Strip, Trace},
        format,
        words::{Lang, charts as words, dashboard},
    },
    kpi::{Kpi, KpiId, Zone},
    model::{Bounds, order},
    report::{NumberReport, Status},
};

/// Numbers that are named at most.
const NAMED: usize = 6;
/// Points of the answer rate shown at least: fewer would make much of what chance does.
const LEAST_POINTS: f64 = 20.0;
/// Calls a day shown at least, for the same reason.
const LEAST_CALLS: f64 = 20.0;

struct Number {
    number: String,
    status: Status,
    act: Zone,
    daily: f64,
    rate: Kpi,
}

/// All numbers by volume and answer rate.
pub struct Scatter {
    lang: Lang,
    bounds: Bounds,
    cap: u32,
    across: RateScale,
    up: RateScale,
    /// By volume.
    numbers: Vec<Number>,
}

impl Scatter {
    /// The numbers whose answer rate is known. `act` tells the colour of those that must be acted on.
    pub fn of<'a>(
        lang: Lang,
        numbers: impl Iterator<Item = &'a NumberReport>,
        act: impl Fn(&str) -> Zone,
        bounds: Bounds,
        cap: u32,
    ) -> Option<Self> {
        let mut numbers: Vec<Number> = numbers
            .filter(|entry| entry.kpis.get(KpiId::AnswerRate).value.is_some())
            .map(|entry| Number {
                number: entry.number.clone(),
                status: entry.status,
                act: if entry.status == Status::Act { act(&entry.number) } else { Zone::Amber },
                daily: entry.calls_per_day,
                rate: entry.kpis.get(KpiId::AnswerRate).clone(),
            })
            .collect();
        order::sort_by(&mut numbers, |a, b| a.daily.total_cmp(&b.daily).then_with(|| a.number.cmp(&b.number)));
        (!numbers.is_empty()).then(|| Self::new(lang, bounds, cap, numbers))
    }

    fn new(lang: Lang, bounds: Bounds, cap: u32, numbers: Vec<Number>) -> Self {
        let daily = numbers.iter().map(|number| number.daily).chain([f64::from(cap)]);
        let across = RateScale::around(daily, LEAST_CALLS, f64::MAX);
        let sure = numbers.iter().filter(|number| number.rate.n >= FEW_CALLS).filter_map(|number| number.rate.value);
        let up = RateScale::around(sure.chain([bounds.high.get()]), LEAST_POINTS, 100.0);
        Self { across, up, lang, bounds, cap, numbers }
    }

    fn place(&self, number: &Number) -> (f64, f64) {
        (100.0 - self.across.y(number.daily), self.up.y(number.rate.value.unwrap_or(0.0)))
    }
}

impl Plot for Scatter {
    fn picture(&self) -> Picture {
        let lang = self.lang;
        let (across, up) = (self.across, self.up);
        let (red, amber) = (up.y(self.bounds.low.get()), up.y(self.bounds.high.get()));
        let mut marks = super::over_time::bands(red, amber);
        marks.push(Mark::across("baseline", 100.0));
        marks.extend(up.ticks().into_iter().skip(1).map(|value| Mark::across("gridline", up.y(value))));
        let cap_x = 100.0 - across.y(f64::from(self.cap));
        marks.push(Mark::down("cap", cap_x));
        let class = if cap_x > 50.0 { "ax end halo" } else { "ax halo" };
        let shift = if cap_x > 50.0 { -5.0 } else { 5.0 };
        marks.push(Mark::text(class, cap_x, 100.0, [shift, -6.0], words::CAP.with(lang, &[&self.cap])));
        let (mut well, mut few, mut whiskers) = (Trace::default(), Trace::default(), Trace::default());
        let mut urgent = Vec::new();
        for number in &self.numbers {
            let (x, y) = self.place(number);
            match number.status {
                Status::Well => drop(well.dot(x, y)),
                Status::Unknown => drop(few.dot(x, y)),
                _ => {
                    if let (Some(low), Some(high)) = (number.rate.low, number.rate.high) {
                        whiskers.to(x, up.y(low)).by(x, up.y(high));
                    }
                    urgent.push(signs::status(number.status, number.act, x, y));
                }
            }
        }
        for (class, trace) in [("whisker", whiskers), ("sc-few", few), ("sc-well", well)] {
            if !trace.is_empty() {
                marks.push(Mark::trace(class, trace));
            }
        }
        marks.extend(urgent);
        for number in self.numbers.iter().rev().filter(|number| number.status == Status::Act).take(NAMED) {
            let (x, y) = self.place(number);
            let (class, shift) = if x > 75.0 { ("ax strong end halo", -9.0) } else { ("ax strong halo", 9.0) };
            marks.push(Mark::text(class, x, y, [shift, 4.0], format::phone_short(&number.number)));
        }
        let names = across.ticks().into_iter().enumerate().map(|(at, value)| {
            let x = 100.0 - across.y(value);
            let class = if at == 0 {
                "ax"
            } else if x > 97.0 {
                "ax end"
            } else {
                "ax mid"
            };
            Mark::text(class, x, 0.0, [0.0, 14.0], lang.decimal(value, 0))
        });
        let mut below: Vec<Mark> = names.collect();
        below.push(Mark::text("ax mid", 50.0, 0.0, [0.0, 30.0], words::CALLS_A_DAY_EACH.to(lang).to_owned()));
        let mut keys = Vec::new();
        let held = |status: Status| self.numbers.iter().any(|number| number.status == status);
        for status in [Status::Act, Status::Watch, Status::Well, Status::Unknown] {
            if held(status) {
                let act =
                    if self.numbers.iter().any(|number| number.act == Zone::Red) { Zone::Red } else { Zone::Amber };
                keys.push(Key::sign(
                    signs::status(status, act, 50.0, 50.0),
                    dashboard::status(status).to(lang).to_owned(),
                ));
            }
        }
        Picture {
            class: "",
            left: 36.0,
            strips: vec![
                Strip { class: "h-scatter", height: 260.0, left: y_axis(lang, up, "%"), marks },
                Strip { class: "h-x2", height: 36.0, left: Vec::new(), marks: below },
            ],
            main: 0,
            keys,
        }
    }

    fn size(&self) -> (usize, usize) {
        (self.numbers.len(), 1)
    }

    /// The nearest point, in a drawing about twice as wide as high.
    fn find(&self, x: f64, y: f64) -> At {
        let far = |number: &Number| {
            let (px, py) = self.place(number);
            let (dx, dy) = ((px / 100.0 - x) * 2.0, py / 100.0 - y);
            dx * dx + dy * dy
        };
        let nearest = (0..self.numbers.len()).min_by(|a, b| far(&self.numbers[*a]).total_cmp(&far(&self.numbers[*b])));
        At { column: nearest.unwrap_or(0), row: 0 }
    }

    fn spot(&self, at: At) -> Vec<Mark> {
        let Some(number) = self.numbers.get(at.column) else { return Vec::new() };
        let (x, y) = self.place(number);
        let up = self.up;
        let mut marks = vec![Mark::dot("ring", x, y, 9.0)];
        if let (Some(low), Some(high)) = (number.rate.low, number.rate.high) {
            marks.insert(0, Mark::line("hair", [x, up.y(low)], [x, up.y(high)]));
        }
        marks
    }

    fn say(&self, at: At) -> String {
        let lang = self.lang;
        let Some(number) = self.numbers.get(at.column) else { return String::new() };
        let interval = number
            .rate
            .low
            .zip(number.rate.high)
            .map_or_else(String::new, |(low, high)| format!(" ({})", format::between(lang, low, high, 1)));
        format!(
            "{}{}{}{interval}, {}",
            format::phone(lang, &number.number),
            format::colon(lang),
            format::rate(lang, number.rate.value.unwrap_or(0.0)),
            words::DAILY.with(lang, &[&lang.decimal(number.daily, 0)])
        )
    }

    fn number(&self, at: At) -> Option<&str> {
        self.numbers.get(at.column).map(|number| number.number.as_str())
    }

    fn table(&self) -> Table {
        let lang = self.lang;
        let head = [
            dashboard::COL_NUMBER,
            dashboard::COL_STATUS,
            dashboard::CALLS_A_DAY,
            dashboard::COL_RATE,
            words::LOW,
            words::HIGH,
        ];
        let rows = self.numbers.iter().rev().map(|number| {
            vec![
                Cell::Number(number.number.clone()),
                Cell::Text(dashboard::status(number.status).to(lang).to_owned()),
                Cell::Figure(number.daily),
                number.rate.value.into(),
                number.rate.low.into(),
                number.rate.high.into(),
            ]
        });
        Table { head: head.map(|head| head.to(lang).to_owned()).to_vec(), rows: rows.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::KpiThresholds;

    fn number(name: &str, daily: f64, rate: f64) -> Number {
        let rate = Kpi { value: Some(rate), low: Some(rate - 3.0), high: Some(rate + 3.0), n: 500, ..Kpi::default() };
        Number { number: name.to_owned(), status: Status::Well, act: Zone::Amber, daily, rate }
    }

    fn scatter() -> Scatter {
        of(vec![number("+33162000001", 20.0, 45.0), number("+33162000002", 140.0, 22.0)])
    }

    fn of(numbers: Vec<Number>) -> Scatter {
        Scatter::new(Lang::En, KpiThresholds::default().answer_rate, 100, numbers)
    }

    #[test]
    fn both_scales_hold_the_numbers_the_cap_and_the_threshold() {
        let Scatter { across, up, .. } = scatter();
        assert!(across.low <= 20.0 && across.top >= 140.0 && up.low <= 22.0 && up.top >= 45.0);
        let scatter = of(vec![number("+1", 50.0, 46.0)]);
        assert!(scatter.across.low > 0.0 && scatter.across.top >= 100.0);
        assert!(scatter.up.low > 0.0 && scatter.up.low <= 40.0 && scatter.up.top >= 46.0);
    }

    #[test]
    fn numbers_that_all_call_as_often_as_the_cap_have_a_place() {
        let scatter = of(vec![number("+1", 100.0, 40.0), number("+2", 100.0, 40.0)]);
        let (x, y) = scatter.place(&scatter.numbers[0]);
        assert!((0.0..=100.0).contains(&x) && (0.0..=100.0).contains(&y));
        let same = RateScale::around([7.0, 7.0].into_iter(), 0.0, f64::MAX);
        assert!(same.low < same.top && same.y(7.0).is_finite());
    }

    #[test]
    fn the_pointer_finds_the_nearest_number() {
        let scatter = scatter();
        assert_eq!(scatter.number(scatter.find(0.95, 0.9)), Some("+33162000002"));
        assert_eq!(scatter.number(scatter.find(0.0, 0.0)), Some("+33162000001"));
    }

    #[test]
    fn the_busiest_number_stands_first_in_the_table() {
        assert_eq!(scatter().table().rows[0][0], Cell::Number("+33162000002".to_owned()));
        assert!(scatter().say(At { column: 1, row: 0 }).contains("140 calls a day"));
    }
}
