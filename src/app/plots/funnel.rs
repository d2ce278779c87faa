//! From calls to answers to conversions: bars from zero, each with its share of the one before.

use super::{At, Cell, Plot, Table};
use crate::{
    app::{
        charts::{Mark, Picture, Place, Strip},
        format,
        words::{Lang, charts as words, dashboard},
    },
    kpi::{Sums, chance::Share},
};

/// The height of a step, in pixels.
const ROW: f64 = 52.0;

/// The funnel of some calls.
pub struct Funnel {
    lang: Lang,
    /// Calls, answered, converted; the last is `None` where it is not measured.
    calls: u64,
    answered: Share,
    converted: Option<Share>,
}

impl Funnel {
    /// The funnel of a span of days; `None` without a call.
    pub fn of(lang: Lang, sums: &Sums) -> Option<Self> {
        let conversion = sums.conversion_of_answered();
        (sums.calls > 0).then(|| Self {
            lang,
            calls: sums.calls,
            answered: sums.answer(),
            converted: (sums.conversion_known > 0).then_some(conversion),
        })
    }

    /// Name, count and share of the step before; no count where it is not measured.
    fn steps(&self) -> [(String, Option<u64>, Option<Share>); 3] {
        let name = |phrase: super::super::words::Phrase| phrase.to(self.lang).to_owned();
        [
            (name(dashboard::COL_CALLS), Some(self.calls), None),
            (name(dashboard::COL_ANSWERED), Some(self.answered.hits), Some(self.answered)),
            (name(words::CONVERTED), self.converted.map(|share| share.hits), self.converted),
        ]
    }
}

impl Plot for Funnel {
    fn picture(&self) -> Picture {
        let lang = self.lang;
        let steps = self.steps();
        let mut marks = vec![Mark::down("baseline", 0.0)];
        let mut left = Vec::new();
        let classes = ["vol", "bar-2", "bar-3"];
        for (row, ((name, count, share), class)) in steps.iter().zip(classes).enumerate() {
            let place = Place::cell(0, 1, row, 3);
            // The words stand above their bar: on it they would be lost, beside it they would leave the panel.
            let bar = Place { x: 0.0, y: place.y + place.height * 0.42, height: place.height * 0.46, ..place };
            let middle = bar.y + bar.height / 2.0;
            left.push(Mark::text("ax end name", 100.0, middle, [0.0, 4.0], name.clone()));
            let Some(count) = count else {
                let text = dashboard::NOT_MEASURED.to(lang).to_owned();
                marks.push(Mark::text("ax", 0.0, middle, [8.0, 4.0], text));
                continue;
            };
            let width = 100.0 * *count as f64 / self.calls.max(1) as f64;
            marks.push(Mark::rect(class, Place { width, ..bar }));
            let share = share.and_then(Share::rate).map_or_else(String::new, |rate| {
                format!(" · {}", words::OF_BEFORE[row.min(2)].with(lang, &[&format::rate(lang, rate * 100.0)]))
            });
            let text = format!("{}{share}", lang.count(*count));
            marks.push(Mark::text("ax strong", 0.0, bar.y, [0.0, -5.0], text));
        }
        let main = Strip { class: "", height: ROW * 3.0, left, marks };
        Picture { class: "l-step", left: 84.0, strips: vec![main], main: 0, keys: Vec::new() }
    }

    fn size(&self) -> (usize, usize) {
        (1, 3)
    }

    fn start(&self) -> At {
        At::default()
    }

    fn say(&self, at: At) -> String {
        let lang = self.lang;
        let [calls, answered, converted] = self.steps();
        let (name, count, share) = match at.row {
            0 => calls,
            1 => answered,
            _ => converted,
        };
        let said = match (count, share) {
            (None, _) => dashboard::NOT_MEASURED.to(lang).to_owned(),
            (Some(count), None) => lang.count(count),
            (Some(_), Some(share)) => match at.row {
                1 => words::rate_of(lang, share),
                _ => words::rate_of_answered(lang, share),
            },
        };
        format!("{name}{}{said}", format::colon(lang))
    }

    fn table(&self) -> Table {
        let lang = self.lang;
        let head = [words::STEP, words::COUNT, words::SHARE_OF_CALLS, words::SHARE_OF_BEFORE];
        let rows = self.steps().into_iter().map(|(name, count, share)| {
            vec![
                Cell::Text(name),
                count.map_or(Cell::None, Cell::Count),
                count.map(|count| 100.0 * count as f64 / self.calls as f64).into(),
                share.and_then(Share::rate).map(|rate| rate * 100.0).into(),
            ]
        });
        Table { head: head.map(|head| head.to(lang).to_owned()).to_vec(), rows: rows.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Outcome;

    fn sums(conversion_known: u64) -> Sums {
        let mut sums =
            Sums { calls: 1000, conversions: 40, conversion_known, conversion_answered: 400, ..Sums::default() };
        sums.outcomes[Outcome::Answered.index()] = 400;
        sums.known[Outcome::Answered.index()] = 1000;
        sums
    }

    #[test]
    fn each_step_is_a_share_of_the_one_before() {
        let said = Funnel::of(Lang::En, &sums(1000)).map(|funnel| {
            let table = funnel.table();
            assert_eq!(table.rows[2][1..], [Cell::Count(40), Cell::Rate(4.0), Cell::Rate(10.0)]);
            funnel.say(At { column: 0, row: 2 }).replace(['\u{a0}', '\u{202f}'], " ")
        });
        assert_eq!(said.as_deref(), Some("Converted: 10.0 % (7.4 to 13.3), 40 of 400 answered calls"));
    }

    #[test]
    fn conversions_that_are_not_measured_are_no_empty_bar() {
        let funnel = Funnel::of(Lang::En, &sums(0));
        assert!(
            funnel.as_ref().is_some_and(|funnel| funnel.say(At { column: 0, row: 2 }).contains("Not in these files"))
        );
        assert!(funnel.is_some_and(|funnel| funnel.table().rows[2][1] == Cell::None));
        assert!(Funnel::of(Lang::En, &Sums::default()).is_none());
    }
}
