//! The colours of a heat map of answer rates. Healthy is quiet, trouble is loud, and chance stays quiet, too: a cell is
//! coloured as far as its calls, and those around it, prove something.
//!
//! A day's rate leans on the days around it, the more the fewer calls it has: it is taken together with up to
//! [`LEAN`] calls of theirs. A step is reached where nine parts in ten of what the rate may be (a beta distribution, by
//! its mean and deviation) lie beyond its edge. At 66 calls a day, a number that is always answered at 42 % is coloured
//! on no more than one day in thirty; by the day's rate alone it would be on every third.

use super::super::charts::{Key, Mark, Picture, Place, Strip, Trace};
use crate::{
    app::words::{Lang, charts as words},
    kpi::chance::Share,
    model::Bounds,
};

/// Calls of the days around that a cell leans on, at most.
pub const LEAN: f64 = 60.0;
/// The normal quantile of nine in ten, one-sided.
const Z90: f64 = 1.281_551_565_544_6;

/// What a cell shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heat {
    /// No calls: blank.
    Blank,
    /// Too few calls to say anything: hatched.
    Few,
    /// 1, surely healthy, to 5, surely below the lower edge.
    Step(u8),
}

/// The step of a cell with `own` calls and answers, among `around`. Below `few` calls it is not judged.
pub fn heat(own: Share, around: Share, few: u64, bounds: Bounds) -> Heat {
    if own.of == 0 {
        return Heat::Blank;
    }
    if own.of < few {
        return Heat::Few;
    }
    let (low, high) = (bounds.low.get() / 100.0, bounds.high.get() / 100.0);
    let weight = LEAN.min(around.of as f64);
    let lean = around.rate().map_or(0.0, |rate| rate * weight);
    let weight = if around.rate().is_some() { weight } else { 0.0 };
    let of = own.of as f64 + weight + 1.0;
    let mean = ((own.hits as f64 + lean + 0.5) / of).clamp(0.0, 1.0);
    let reach = Z90 * (mean * (1.0 - mean) / (of + 1.0)).sqrt();
    let below = |edge: f64| mean + reach < edge;
    Heat::Step(if below(low) {
        5
    } else if below(f64::midpoint(low, high)) {
        4
    } else if below(high) {
        3
    } else if mean - reach > high {
        1
    } else {
        2
    })
}

/// The class of the lowest step's dot.
const DOT: &str = "heat-dot";
const STEPS: [&str; 5] = ["h1", "h2", "h3", "h4", "h5"];

/// Cells as a handful of paths: one a step. The lowest step has a dot as well.
pub fn cells(cells: impl Iterator<Item = (Place, Heat)>) -> Vec<Mark> {
    let mut steps: [Trace; 5] = Default::default();
    let (mut few, mut dots) = (Trace::default(), Trace::default());
    for (place, heat) in cells {
        match heat {
            Heat::Blank => {}
            Heat::Few => {
                few.rect(place).hatch(place);
            }
            Heat::Step(step) => {
                if let Some(trace) = steps.get_mut(usize::from(step.clamp(1, 5)) - 1) {
                    trace.rect(place);
                }
                if step == 5 {
                    dots.dot(place.x + place.width / 2.0, place.y + place.height / 2.0);
                }
            }
        }
    }
    let steps = STEPS.into_iter().zip(steps);
    steps
        .chain([("hatched", few), (DOT, dots)])
        .filter(|(_, trace)| !trace.is_empty())
        .map(|(class, trace)| Mark::trace(class, trace))
        .collect()
}

/// Cells with a number in each, in the middle. The dot of the lowest step would lie on it, and is left out.
pub fn numbered(numbers: &[(Place, Heat, String)], inset: (f64, f64)) -> Vec<Mark> {
    let mut marks = cells(numbers.iter().map(|(place, heat, _)| (place.inset(inset.0, inset.1), *heat)));
    marks.retain(|mark| mark.class != DOT);
    marks.extend(numbers.iter().map(|(place, heat, text)| {
        let class = match heat {
            Heat::Step(4 | 5) => "cellnum inv",
            Heat::Few => "cellnum faint",
            _ => "cellnum",
        };
        let (x, y) = (place.x + place.width / 2.0, place.y + place.height / 2.0);
        Mark::text(class, x, y, [0.0, 4.0], text.clone())
    }));
    marks
}

/// The legend of the steps where their cells are numbered.
pub fn keys_numbered(lang: Lang, few: u64, bounds: Bounds) -> Vec<Key> {
    let mut keys = keys(lang, few, bounds);
    keys.iter_mut().for_each(|key| key.marks.retain(|mark| mark.class != DOT));
    keys
}

/// A map with the names of its columns above and those of its rows at the left.
pub fn picture(class: &'static str, names: Vec<Mark>, main: Strip, keys: Vec<Key>) -> Picture {
    let names = Strip { class: "h-x", height: 20.0, left: Vec::new(), marks: names };
    Picture { class, left: 44.0, strips: vec![names, main], main: 1, keys }
}

/// The legend of the steps.
pub fn keys(lang: Lang, few: u64, bounds: Bounds) -> Vec<Key> {
    let (low, high) = (bounds.low.get(), bounds.high.get());
    let under = |value: f64| words::UNDER.with(lang, &[&lang.percent(value, 0)]);
    let texts = [
        words::OVER.with(lang, &[&lang.percent(high, 0)]),
        words::EITHER.to(lang).to_owned(),
        under(high),
        under(f64::midpoint(low, high)),
        under(low),
    ];
    let place = Place { x: 25.0, y: 0.0, width: 50.0, height: 100.0 };
    let mut keys: Vec<Key> = STEPS.into_iter().zip(texts).map(|(class, text)| Key::area(class, text)).collect();
    if let Some(lowest) = keys.last_mut() {
        let mut dot = Trace::default();
        dot.dot(50.0, 50.0);
        lowest.marks.push(Mark::trace(DOT, dot));
    }
    let mut hatched = Trace::default();
    hatched.rect(place).hatch(place);
    keys.push(Key::sign(Mark::trace("hatched", hatched), words::UNDER_CALLS.with(lang, &[&few])));
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::KpiThresholds;

    const FEW: u64 = 20;

    fn step(own: (u64, u64), around: (u64, u64)) -> Heat {
        heat(Share::new(own.0, own.1), Share::new(around.0, around.1), FEW, KpiThresholds::default().answer_rate)
    }

    #[test]
    fn no_calls_few_calls_and_no_answers_are_three_things() {
        assert_eq!(step((0, 0), (100, 200)), Heat::Blank);
        assert_eq!(step((1, 19), (100, 200)), Heat::Few);
        assert_eq!(step((0, 66), (0, 200)), Heat::Step(5));
    }

    #[test]
    fn a_chance_low_day_stays_quiet_and_a_lasting_one_does_not() {
        // 36 % on a day among days of 42 %, and among days of 30 %.
        assert_eq!(step((24, 66), (84, 200)), Heat::Step(2));
        assert_eq!(step((20, 66), (60, 200)), Heat::Step(3));
        assert_eq!(step((20, 66), (0, 0)), Heat::Step(3));
    }

    #[test]
    fn the_first_day_of_a_collapse_is_loud() {
        let first = step((9, 66), (60, 200));
        assert!(matches!(first, Heat::Step(4 | 5)), "{first:?}");
        assert_eq!(step((9, 66), (28, 200)), Heat::Step(5));
    }

    #[test]
    fn a_healthy_number_is_seldom_coloured_by_chance() {
        // All that may come of 66 calls at 42 %, each with its probability, among days that are themselves by chance
        // a little low.
        let mut probability = 0.58_f64.powi(66);
        let mut coloured = 0.0;
        for hits in 0..=66_u32 {
            if matches!(step((u64::from(hits), 66), (83, 200)), Heat::Step(3..)) {
                coloured += probability;
            }
            probability *= f64::from(66 - hits) / f64::from(hits + 1) * 0.42 / 0.58;
        }
        assert!(coloured < 1.0 / 30.0, "{coloured}");
    }

    #[test]
    fn a_map_is_a_handful_of_paths_however_many_its_cells() {
        let places = (0..5_000).map(|at| (Place::cell(at % 90, 90, at / 90, 56), Heat::Step((at % 5 + 1) as u8)));
        assert_eq!(cells(places).len(), 6);
        assert!(cells(std::iter::empty()).is_empty());
    }
}
