//! The answer rate day by day: from zero, with its intervals, the zones behind it, the rest of its pool, the alerts above
//! and the calls below.

use super::{
    At, Cell, Plot, Table,
    course::{Change, Course},
    signs,
};
use crate::{
    app::{
        charts::{DayAxis, Key, Mark, Picture, Place, Point, RatePoint, RateScale, Strip, line, ribbon},
        format,
        words::{Lang, alerts, charts as words, dashboard},
    },
    kpi::{Zone, chance::Share},
    model::{Bounds, Day},
    watch::Grade,
};

/// The answer rate of one subject over time.
pub struct OverTime {
    /// The language.
    pub lang: Lang,
    /// Its days.
    pub course: Course,
    /// How the subject is called.
    pub name: String,
    /// The zones.
    pub bounds: Bounds,
    /// Calls a day at most; for a number only.
    pub cap: Option<u32>,
}

impl OverTime {
    /// A day with few calls does not stretch the scale.
    fn scale(&self) -> RateScale {
        let sure =
            |rates: &[RatePoint]| rates.iter().filter(|rate| !rate.few()).map(|rate| rate.value).fold(0.0, f64::max);
        let rest = self.course.rest.as_ref().map_or(0.0, |rest| sure(&rest.rates));
        RateScale::holding([sure(&self.course.rates), rest].into_iter(), self.bounds.high.get())
    }

    fn lane(&self) -> Strip {
        let axis = self.course.axis;
        let mut marks = weekends(axis);
        for (day, grade) in self.course.alerts.iter().filter(|(day, _)| axis.holds(*day)) {
            marks.extend(signs::grade(*grade, axis.middle(*day), 50.0));
        }
        Strip { class: "h-lane", height: 20.0, left: Vec::new(), marks }
    }

    fn main(&self, scale: RateScale) -> Strip {
        let (lang, course, axis) = (self.lang, &self.course, self.course.axis);
        let (low, high) = (self.bounds.low.get(), self.bounds.high.get());
        let (red, amber) = (scale.y(low), scale.y(high));
        let mut marks = bands(red, amber);
        marks.extend(weekends(axis));
        let change = course.change.filter(|change| axis.holds(change.since));
        marks.extend(change.and_then(|change| unsure(axis, change)));
        marks.push(Mark::across("baseline", 100.0));
        marks.extend(scale.ticks().into_iter().skip(1).map(|value| Mark::across("gridline", scale.y(value))));
        marks.push(Mark::across("thr-red", red));
        marks.push(Mark::across("thr-amber", amber));
        let upper = scale.points(axis, &course.rates, |rate| rate.high);
        let lower = scale.points(axis, &course.rates, |rate| rate.low);
        marks.push(Mark::trace("ribbon", ribbon(&upper, &lower, axis.width() / 4.0)));
        let own = scale.points(axis, &course.rates, |rate| rate.value);
        let rest = course.rest.as_ref().map(|rest| scale.points(axis, &rest.rates, |rate| rate.value));
        if let Some(rest) = &rest {
            marks.push(Mark::trace("line rest", line(rest)));
        }
        if let Some(change) = change {
            marks.push(level(axis, scale, change));
        }
        marks.push(Mark::trace("line", line(&own)));
        let radius = if axis.len() > 120 { 1.5 } else { 2.5 };
        for rate in course.rates.iter().filter(|rate| axis.holds(rate.day) && (axis.len() <= 400 || rate.few())) {
            let class = if rate.few() { "pt few" } else { "pt" };
            marks.push(Mark::dot(class, axis.middle(rate.day), scale.y(rate.value), radius));
        }
        marks.push(Mark::text(
            "ax lab-red halo wide-only",
            0.0,
            red,
            [6.0, 14.0],
            dashboard::band(lang, Zone::Red, low, high),
        ));
        marks.push(Mark::text(
            "ax lab-amber halo wide-only",
            0.0,
            amber,
            [6.0, 14.0],
            dashboard::band(lang, Zone::Amber, low, high),
        ));
        if let Some(change) = change {
            marks.extend(self.change(axis, change));
        }
        if let Some(rest) = &rest {
            marks.extend(self.labels(&own, rest));
        }
        Strip { class: "h-main", height: 320.0, left: y_axis(lang, scale, "%"), marks }
    }

    fn change(&self, axis: DayAxis, change: Change) -> [Mark; 2] {
        let lang = self.lang;
        let x = axis.start(change.since);
        let text = change_text(lang, change);
        let text = if x > 50.0 {
            Mark::text("ax strong end halo wide-only", x, 0.0, [-6.0, 14.0], text)
        } else {
            Mark::text("ax strong halo wide-only", x, 0.0, [6.0, 14.0], text)
        };
        [Mark::down("change", x), text]
    }

    /// Which line is which, at their right ends: the upper one named above all that lies under the words, the lower one
    /// below. Where the two cross there, the legend must do.
    fn labels(&self, own: &[Point], rest: &[Point]) -> Vec<Mark> {
        let lang = self.lang;
        // About what a name covers.
        let under = |points: &[Point]| -> Option<(f64, f64)> {
            let last = points.iter().filter(|point| point.x > 80.0);
            let (mut top, mut bottom) = (f64::MAX, f64::MIN);
            last.for_each(|point| (top, bottom) = (top.min(point.y), bottom.max(point.y)));
            (top <= bottom).then_some((top, bottom))
        };
        let (Some(mine), Some(others)) = (under(own), under(rest)) else { return Vec::new() };
        let (above, below) = if mine.0 > others.1 {
            (("ax end halo", others.0, words::OTHERS.to(lang)), ("ax acc end halo", mine.1, words::THIS_ONE.to(lang)))
        } else if others.0 > mine.1 {
            (("ax acc end halo", mine.0, words::THIS_ONE.to(lang)), ("ax end halo", others.1, words::OTHERS.to(lang)))
        } else {
            return Vec::new();
        };
        vec![
            Mark::text(above.0, 100.0, above.1.max(6.0), [-4.0, -7.0], above.2.to_owned()),
            Mark::text(below.0, 100.0, below.1.min(94.0), [-4.0, 16.0], below.2.to_owned()),
        ]
    }

    fn keys(&self) -> Vec<Key> {
        let lang = self.lang;
        let course = &self.course;
        let mut keys =
            vec![Key::line("line", self.name.clone()), Key::area("ribbon", dashboard::LEGEND_INTERVAL.to(lang))];
        if let Some(rest) = &course.rest {
            keys.push(Key::line("line rest", words::others(lang, rest.numbers, rest.pool.as_deref())));
        }
        if course.rates.iter().any(RatePoint::few) {
            keys.push(Key::sign(Mark::dot("pt few", 50.0, 50.0, 3.5), dashboard::LEGEND_FEW.to(lang)));
        }
        // Where the chart is narrow, its words would lie over its points; the style shows these only there.
        if let Some(change) = course.change.filter(|change| course.axis.holds(change.since)) {
            keys.push(Key::sign(Mark::down("change", 50.0), change_text(lang, change)));
        }
        if course.change.is_some_and(|change| unsure(course.axis, change).is_some()) {
            keys.push(Key::area("unsure", dashboard::LEGEND_BEGUN.to(lang)));
        }
        let (low, high) = (self.bounds.low.get(), self.bounds.high.get());
        for (class, zone) in [("band-amber", Zone::Amber), ("band-red", Zone::Red)] {
            keys.push(Key::area(class, dashboard::band(lang, zone, low, high)));
        }
        keys.push(Key::area("weekend", dashboard::LEGEND_WEEKEND.to(lang)));
        for of in [Grade::Confirmed, Grade::Probable, Grade::WithinNoise] {
            if course.alerts.iter().any(|(_, grade)| *grade == of) {
                let marks = signs::grade(of, 50.0, 50.0);
                keys.push(Key { marks, text: alerts::grade(of).to(lang).to_owned() });
            }
        }
        keys
    }
}

impl Plot for OverTime {
    fn picture(&self) -> Picture {
        let (lang, course, axis) = (self.lang, &self.course, self.course.axis);
        let busiest = course.calls.iter().map(|(_, calls, _)| *calls as f64).fold(0.0, f64::max);
        let volume = RateScale::counting([busiest].into_iter(), self.cap.map_or(1.0, f64::from));
        let label = match self.cap {
            Some(cap) => dashboard::cap(lang, cap),
            None => dashboard::CALLS_A_DAY.to(lang).to_owned(),
        };
        let mut bars = bars(axis, course.calls.iter().map(|(day, calls, _)| (*day, *calls)), volume, self.cap);
        bars.push(Mark::text("ax halo", 0.0, 0.0, [6.0, 11.0], label));
        let value = self.cap.map_or(volume.top, f64::from);
        let left = vec![
            Mark::text("ax end", 100.0, 100.0, [0.0, 0.0], "0".to_owned()),
            Mark::text(
                "ax end",
                100.0,
                volume.y(value),
                [0.0, if self.cap.is_some() { 4.0 } else { 9.0 }],
                lang.decimal(value, 0),
            ),
        ];
        let brush = Strip { class: "h-brush", height: 46.0, left, marks: bars };
        let strips = vec![self.lane(), self.main(self.scale()), ticks(lang, axis), brush];
        Picture { class: "", left: 36.0, strips, main: 1, keys: self.keys() }
    }

    fn axis(&self) -> Option<DayAxis> {
        Some(self.course.axis)
    }

    fn spot(&self, at: At) -> Vec<Mark> {
        let axis = self.course.axis;
        let day = axis.from + at.column as i32;
        let mut marks = vec![Mark::down("hair", axis.middle(day))];
        if let Some(rate) = self.course.on(day) {
            marks.push(Mark::dot("pt at", axis.middle(day), self.scale().y(rate.value), 4.5));
        }
        marks
    }

    fn say(&self, at: At) -> String {
        let (lang, course) = (self.lang, &self.course);
        let day = course.axis.from + at.column as i32;
        let name = format!("{}{}", format::day(lang, day), format::colon(lang));
        let Some(point) = course.on(day) else { return format!("{name}{}", words::NO_CALLS.to(lang)) };
        let answered = course.calls_on(day).map_or(0, |(_, answered)| answered);
        let rest = course.rest.as_ref().and_then(|rest| rest.rates.iter().find(|rate| rate.day == day));
        let rest = rest.map(|rate| format!(" – {} {}", words::OTHERS.to(lang), format::rate(lang, rate.value)));
        format!("{name}{}{}", words::rate_of(lang, Share::new(answered, point.n)), rest.unwrap_or_default())
    }

    fn table(&self) -> Table {
        let lang = self.lang;
        let course = &self.course;
        let mut head = vec![
            dashboard::COL_DAY.to(lang).to_owned(),
            dashboard::COL_CALLS.to(lang).to_owned(),
            dashboard::COL_ANSWERED.to(lang).to_owned(),
            dashboard::COL_RATE.to(lang).to_owned(),
            words::LOW.to(lang).to_owned(),
            words::HIGH.to(lang).to_owned(),
        ];
        if course.rest.is_some() {
            head.push(format::capital(words::OTHERS.to(lang)));
        }
        let row = |rate: &RatePoint| {
            let answered = course.calls_on(rate.day).map_or(0, |(_, answered)| answered);
            let mut row = vec![
                Cell::Day(rate.day),
                Cell::Count(rate.n),
                Cell::Count(answered),
                Cell::Rate(rate.value),
                Cell::Rate(rate.low),
                Cell::Rate(rate.high),
            ];
            if let Some(rest) = &course.rest {
                row.push(rest.rates.iter().find(|other| other.day == rate.day).map(|other| other.value).into());
            }
            row
        };
        Table { head, rows: course.rates.iter().rev().map(row).collect() }
    }
}

/// The days that a change may have begun on, behind its line; none where it is sure of its day.
fn unsure(axis: DayAxis, change: Change) -> Option<Mark> {
    let (from, to) = (change.begun.0.max(axis.from), change.begun.1.min(axis.to));
    let (x, end) = (axis.start(from), axis.start(to + 1));
    (from < to).then(|| Mark::rect("unsure", Place { x, y: 0.0, width: end - x, height: 100.0 }))
}

/// `Change: Wed 4 Feb, 43.2 → 18.1 %`; `about` where its day is not sure.
fn change_text(lang: Lang, change: Change) -> String {
    let day = format::day(lang, change.since);
    let day = if change.begun.0 < change.begun.1 { dashboard::ABOUT_DAY.with(lang, &[&day]) } else { day };
    format!(
        "{}{}{}, {} → {}",
        format::capital(dashboard::LEGEND_CHANGE.to(lang)),
        format::colon(lang),
        day,
        lang.decimal(change.before, 1),
        format::rate(lang, change.after)
    )
}

/// The levels before and after a change.
fn level(axis: DayAxis, scale: RateScale, change: Change) -> Mark {
    let at = axis.start(change.since);
    let mut trace = crate::app::charts::Trace::default();
    trace.to(0.0, scale.y(change.before)).by(at, scale.y(change.before));
    trace.to(at, scale.y(change.after)).by(100.0, scale.y(change.after));
    Mark::trace("line level", trace)
}

/// The red and the amber band of a rate of which more is better, from the heights of their upper edges.
pub fn bands(red: f64, amber: f64) -> Vec<Mark> {
    let band = |class, y: f64, end: f64| Mark::rect(class, Place { x: 0.0, y, width: 100.0, height: end - y });
    vec![band("band-red", red, 100.0), band("band-amber", amber, red)]
}

/// Weekends, behind everything.
pub fn weekends(axis: DayAxis) -> Vec<Mark> {
    let band = |(x, width)| Mark::rect("weekend", Place { x, y: 0.0, width, height: 100.0 });
    axis.weekends().into_iter().map(band).collect()
}

/// The names of days under a drawing. Where it is narrow, every other is left out.
pub fn ticks(lang: Lang, axis: DayAxis) -> Strip {
    let days = axis.ticks(8);
    let last = days.len().saturating_sub(1);
    let label = |(at, day): (usize, Day)| {
        let x = axis.middle(day);
        let class = match (at % 2, x) {
            (_, x) if x > 95.0 => "ax end",
            (_, x) if x < 5.0 => "ax",
            (1, _) if last > 3 => "ax mid wide-only",
            _ => "ax mid",
        };
        Mark::text(class, x, 0.0, [0.0, 15.0], format::day_short(lang, day))
    };
    Strip { class: "h-x", height: 20.0, left: Vec::new(), marks: days.into_iter().enumerate().map(label).collect() }
}

/// The names of values at the left of a drawing; the topmost bears the unit.
pub fn y_axis(lang: Lang, scale: RateScale, unit: &str) -> Vec<Mark> {
    let ticks = scale.ticks();
    let last = ticks.len().saturating_sub(1);
    let label = |(at, value): (usize, f64)| {
        let text = if at == last && unit == "%" { lang.percent(value, 0) } else { lang.decimal(value, 0) };
        let down = match at {
            0 => 0.0,
            _ if scale.y(value) < 3.0 => 10.0,
            _ => 4.0,
        };
        Mark::text("ax end", 100.0, scale.y(value), [0.0, down], text)
    };
    ticks.into_iter().enumerate().map(label).collect()
}

/// Calls a day as bars from zero, with the cap where there is one.
pub fn bars(axis: DayAxis, calls: impl Iterator<Item = (Day, u64)>, scale: RateScale, cap: Option<u32>) -> Vec<Mark> {
    let width = axis.width() * 0.7;
    let mut marks = weekends(axis);
    let mut within = crate::app::charts::Trace::default();
    let mut over = crate::app::charts::Trace::default();
    for (day, calls) in calls.filter(|(day, calls)| *calls > 0 && axis.holds(*day)) {
        let y = scale.y(calls as f64);
        let place = Place { x: axis.middle(day) - width / 2.0, y, width, height: 100.0 - y };
        if cap.is_some_and(|cap| calls > u64::from(cap)) {
            over.rect(place)
        } else {
            within.rect(place)
        };
    }
    for (class, trace) in [("vol", within), ("vol in", over)] {
        if !trace.is_empty() {
            marks.push(Mark::trace(class, trace));
        }
    }
    marks.push(Mark::across("baseline", 100.0));
    if let Some(cap) = cap {
        marks.push(Mark::across("cap", scale.y(f64::from(cap))));
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::plots::Rest, model::KpiThresholds};

    fn rate(day: i32, hits: u64, n: u64) -> RatePoint {
        let value = 100.0 * hits as f64 / n as f64;
        RatePoint { day: Day(day), value, low: value - 5.0, high: value + 5.0, n }
    }

    fn chart() -> OverTime {
        let rates = vec![rate(0, 40, 100), rate(1, 44, 100), rate(4, 3, 10), rate(9, 12, 100)];
        OverTime {
            lang: Lang::En,
            course: Course {
                axis: DayAxis::new(Day(0), Day(9)),
                calls: vec![(Day(0), 100, 40), (Day(1), 100, 44), (Day(4), 10, 3), (Day(9), 100, 12)],
                rest: Some(Rest {
                    pool: Some("Mutuelle".to_owned()),
                    numbers: 5,
                    rates: vec![rate(0, 41, 100), rate(9, 42, 100)],
                }),
                rates,
                change: Some(Change { since: Day(9), before: 42.0, after: 12.0, begun: (Day(8), Day(9)) }),
                alerts: vec![(Day(9), Grade::Confirmed)],
            },
            name: "+33".to_owned(),
            bounds: KpiThresholds::default().answer_rate,
            cap: Some(100),
        }
    }

    #[test]
    fn the_cursor_says_the_day_its_interval_and_the_others() {
        let chart = chart();
        let said = chart.say(At { column: 9, row: 0 }).replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(said, "Sat 10 Jan: 12.0 % (7.0 to 19.8), 12 of 100 calls – others 42.0 %");
        assert!(chart.say(At { column: 2, row: 0 }).ends_with("no calls"));
    }

    #[test]
    fn the_table_holds_what_is_drawn_latest_day_first() {
        let table = chart().table();
        assert_eq!(table.rows.len(), 4);
        assert_eq!(table.rows[0][0], Cell::Day(Day(9)));
        assert_eq!(table.rows[0][6], Cell::Rate(42.0));
        assert_eq!(table.rows[2][6], Cell::None, "the others did not call that day");
        assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
    }

    #[test]
    fn bars_stand_on_zero_and_days_without_calls_are_gaps() {
        let picture = chart().picture();
        let svg = crate::app::charts::markup(&picture.strips[3].marks);
        assert_eq!(svg.matches("100L").count() + svg.matches("100Z").count(), 8, "{svg}");
        let main = crate::app::charts::markup(&picture.strips[1].marks);
        assert!(main.contains("pt few"), "ten calls are few");
    }

    #[test]
    fn the_names_of_the_lines_keep_clear_of_them() {
        let chart = chart();
        let scale = chart.scale();
        let own = scale.points(chart.course.axis, &chart.course.rates, |rate| rate.value);
        let rest = scale.points(
            chart.course.axis,
            &chart.course.rest.as_ref().map(|rest| rest.rates.clone()).unwrap_or_default(),
            |rate| rate.value,
        );
        let labels = chart.labels(&own, &rest);
        assert_eq!(labels.len(), 2);
        // Where the lines cross there is no room for a name.
        assert!(chart.labels(&own, &own).is_empty());
    }

    #[test]
    fn chosen_days_are_marked_as_far_as_they_are_shown() {
        let chart = chart();
        assert_eq!(chart.chosen(Day(8), Day(20)).len(), 3);
        assert!(chart.chosen(Day(20), Day(30)).is_empty());
        assert_eq!(chart.day(chart.find(0.55, 0.5)), Some(Day(5)));
    }
}
