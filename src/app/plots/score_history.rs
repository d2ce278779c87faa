//! The readings of a number's score: each source a stepped line, since a reading holds until the next.

use super::{At, Cell, Plot, Table, over_time, over_time::y_axis};
use crate::{
    app::{
        charts::{DayAxis, Key, Mark, Picture, Point, RateScale, Strip, steps},
        format,
        words::{Lang, charts as words, dashboard, findings},
    },
    kpi::ScoreReading,
    model::{Bounds, Day, order},
};

const SCALE: RateScale = RateScale { low: 0.0, top: 100.0 };
/// A dash pattern for each source; beyond these, lines look alike and the table tells them apart.
const LINES: [&str; 3] = ["line thin", "line thin second", "line thin third"];

/// The scores of one number.
pub struct ScoreHistory {
    lang: Lang,
    bounds: Bounds,
    axis: DayAxis,
    sources: Vec<String>,
    readings: Vec<ScoreReading>,
    change: Option<Day>,
}

impl ScoreHistory {
    /// The readings of a number; `None` without one. `change` is the day on which its answer rate changed.
    pub fn of(
        lang: Lang,
        readings: &[ScoreReading],
        axis: DayAxis,
        bounds: Bounds,
        change: Option<Day>,
    ) -> Option<Self> {
        let mut sources: Vec<String> = readings.iter().map(|reading| reading.source.clone()).collect();
        order::sort(&mut sources);
        sources.dedup();
        let axis = readings
            .iter()
            .fold(axis, |axis, reading| DayAxis::new(axis.from.min(reading.day), axis.to.max(reading.day)));
        (!readings.is_empty()).then(|| Self { lang, bounds, axis, sources, readings: readings.to_vec(), change })
    }

    fn point(&self, reading: &ScoreReading) -> Option<Point> {
        reading.score.map(|score| Point { x: self.axis.middle(reading.day), y: SCALE.y(score), gap: false })
    }

    /// The latest reading of each source up to a day.
    fn current(&self, day: Day) -> impl Iterator<Item = &ScoreReading> {
        self.sources.iter().filter_map(move |source| {
            self.readings.iter().rev().find(|reading| &reading.source == source && reading.day <= day)
        })
    }

    fn said(&self, reading: &ScoreReading) -> String {
        let lang = self.lang;
        let score = reading.score.map_or_else(|| "–".to_owned(), |score| lang.decimal(score, 0));
        let flag = if reading.flagged == Some(true) {
            format!(", {}", dashboard::COL_FLAGGED.to(lang).to_lowercase())
        } else {
            String::new()
        };
        format!("{} {score}{flag} ({})", findings::source(lang, &reading.source), format::day_short(lang, reading.day))
    }
}

impl Plot for ScoreHistory {
    fn picture(&self) -> Picture {
        let (lang, axis) = (self.lang, self.axis);
        let (red, amber) = (SCALE.y(self.bounds.low.get()), SCALE.y(self.bounds.high.get()));
        let mut marks = over_time::bands(red, amber);
        marks.extend(over_time::weekends(axis));
        marks.push(Mark::across("baseline", 100.0));
        for (source, class) in self.sources.iter().zip(LINES.iter().cycle()) {
            let own = self.readings.iter().filter(|reading| &reading.source == source);
            let points: Vec<Point> = own.filter_map(|reading| self.point(reading)).collect();
            marks.push(Mark::trace(class, steps(&points, 100.0)));
        }
        if let Some(change) = self.change.filter(|change| axis.holds(*change)) {
            marks.push(Mark::down("change", axis.start(change)));
        }
        for reading in &self.readings {
            if let Some(point) = self.point(reading) {
                let flagged = reading.flagged == Some(true);
                marks.push(if flagged {
                    Mark::sign("sg-red", point.x, point.y, super::signs::OCTAGON)
                } else {
                    Mark::dot("pt", point.x, point.y, 3.0)
                });
            }
        }
        let last = self.readings.iter().rev().find_map(|reading| Some((self.point(reading)?, reading.score?)));
        if let Some((point, score)) = last {
            let down = if point.y < 20.0 { 18.0 } else { -10.0 };
            marks.push(Mark::text("ax acc end halo", 100.0, point.y, [-2.0, down], lang.decimal(score, 0)));
        }
        let mut keys: Vec<Key> = if self.sources.len() > 1 {
            let named = self.sources.iter().zip(LINES.iter().cycle());
            named.map(|(source, class)| Key::line(class, findings::source(lang, source))).collect()
        } else {
            Vec::new()
        };
        if self.readings.iter().any(|reading| reading.flagged == Some(true)) {
            let sign = Mark::sign("sg-red", 50.0, 50.0, super::signs::OCTAGON);
            keys.push(Key::sign(sign, dashboard::COL_FLAGGED.to(lang)));
        }
        let strips = vec![
            Strip { class: "h-mid", height: 140.0, left: y_axis(lang, SCALE, ""), marks },
            over_time::ticks(lang, axis),
        ];
        Picture { class: "", left: 36.0, strips, main: 0, keys }
    }

    fn axis(&self) -> Option<DayAxis> {
        Some(self.axis)
    }

    fn say(&self, at: At) -> String {
        let lang = self.lang;
        let day = self.axis.from + at.column as i32;
        let said: Vec<String> = self.current(day).map(|reading| self.said(reading)).collect();
        let said = if said.is_empty() { words::NO_READING_YET.to(lang).to_owned() } else { said.join("; ") };
        format!("{}{}{said}", format::day(lang, day), format::colon(lang))
    }

    fn table(&self) -> Table {
        let lang = self.lang;
        let head = [dashboard::COL_DAY, dashboard::COL_SOURCE, dashboard::COL_SCORE, dashboard::COL_FLAGGED];
        let rows = self.readings.iter().rev().map(|reading| {
            let flagged = match reading.flagged {
                Some(true) => Cell::Text(dashboard::YES.to(lang).to_owned()),
                Some(false) => Cell::Text(dashboard::NO.to(lang).to_owned()),
                None => Cell::None,
            };
            vec![
                Cell::Day(reading.day),
                Cell::Text(findings::source(lang, &reading.source)),
                reading.score.map_or(Cell::None, Cell::Figure),
                flagged,
            ]
        });
        Table { head: head.map(|head| head.to(lang).to_owned()).to_vec(), rows: rows.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::KpiThresholds;

    #[test]
    fn a_reading_holds_until_the_next_of_its_source() {
        let reading = |day, source: &str, score, flagged| ScoreReading {
            day: Day(day),
            source: source.to_owned(),
            score: Some(score),
            flagged,
        };
        let readings = [
            reading(2, "hiya", 80.0, None),
            reading(4, "truecaller", 60.0, Some(true)),
            reading(8, "hiya", 40.0, None),
        ];
        let axis = DayAxis::new(Day(0), Day(6));
        let history = ScoreHistory::of(Lang::En, &readings, axis, KpiThresholds::default().reputation_score, None);
        let said =
            |day: usize| history.as_ref().map(|history| history.say(At { column: day, row: 0 }).replace('\u{a0}', " "));
        assert!(said(1).is_some_and(|said| said.ends_with(words::NO_READING_YET.en)));
        assert_eq!(said(5).as_deref(), Some("Tue 6 Jan: Hiya 80 (3 Jan); Truecaller 60, flagged (5 Jan)"));
        assert!(said(8).is_some_and(|said| said.contains("Hiya 40")), "a reading after the last call is shown");
        assert_eq!(history.map(|history| history.table().rows.len()), Some(3));
        assert!(ScoreHistory::of(Lang::En, &[], axis, KpiThresholds::default().reputation_score, None).is_none());
    }
}
