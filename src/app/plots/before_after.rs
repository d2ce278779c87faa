//! Before and since: the rates of some days against those of the days before, each with its interval, on one scale from
//! zero.

use super::{At, Cell, Plot, Table, across::Across};
use crate::{
    app::{
        charts::{Key, Mark, Picture, Strip},
        format,
        words::{Lang, charts as words, kpis},
    },
    kpi::{
        KpiId, Series, Sums,
        chance::{Interval, Share, wilson},
    },
    model::Day,
};

/// The height of a row, in pixels.
const ROW: f64 = 44.0;

/// What is asked of the days.
type Asked = fn(&Sums) -> Share;

struct Row {
    id: KpiId,
    before: Interval,
    after: Interval,
    change: Interval,
    calls: [Share; 2],
}

/// The rates of a subject before and since a day.
pub struct BeforeAfter {
    lang: Lang,
    /// The days before.
    pub before: (Day, Day),
    /// The days since.
    pub after: (Day, Day),
    rows: Vec<Row>,
}

impl BeforeAfter {
    /// A subject in `after` against `before`; `None` where nothing can be compared.
    pub fn of(lang: Lang, series: &Series, before: (Day, Day), after: (Day, Day)) -> Option<Self> {
        let (then, now) = (series.span(before.0, before.1), series.span(after.0, after.1));
        if !now.comparable(&then) {
            return None;
        }
        let shares: [(KpiId, Asked); 4] = [
            (KpiId::AnswerRate, Sums::answer),
            (KpiId::RejectionRate, Sums::refusal),
            (KpiId::VoicemailRate, Sums::voicemail),
            (KpiId::ConversionRate, Sums::conversion),
        ];
        let row = |(id, share): (KpiId, Asked)| {
            let calls = [share(&then), share(&now)];
            let [before, after] = calls.map(|share| wilson(share).map(|interval| interval.times(100.0)));
            let (before, after) = (before?, after?);
            Some(Row { id, before, after, change: after.minus(before), calls })
        };
        let rows: Vec<Row> = shares.into_iter().filter_map(row).collect();
        (!rows.is_empty()).then_some(Self { lang, before, after, rows })
    }

    fn scale(&self) -> Across {
        let ends = self.rows.iter().flat_map(|row| [row.before.high, row.after.high]);
        Across::holding(ends)
    }

    fn change(&self, row: &Row) -> String {
        let lang = self.lang;
        let noise = if row.change.low <= 0.0 && row.change.high >= 0.0 { " ≈" } else { "" };
        format!("{}{noise}", format::points(lang, row.change.value))
    }
}

impl Plot for BeforeAfter {
    fn picture(&self) -> Picture {
        let lang = self.lang;
        let scale = self.scale();
        let x = |rate: f64| scale.x(rate);
        let rows = self.rows.len() as f64;
        let mut marks = scale.ground();
        let mut left = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let y = |part: f64| (at as f64 + part) * 100.0 / rows;
            left.push(Mark::text("ax name", 0.0, y(0.36), [0.0, 4.0], kpis::name(row.id).to(lang).to_owned()));
            let certain = row.change.is_below_zero() || row.change.is_above_zero();
            let class = if certain { "ax strong" } else { "ax" };
            left.push(Mark::text(class, 0.0, y(0.72), [0.0, 4.0], self.change(row)));
            let then = y(0.34);
            let now = y(0.68);
            marks.push(Mark::line("peer", [x(row.before.low), then], [x(row.before.high), then]));
            marks.push(Mark::dot("pt-before", x(row.before.value), then, 4.0));
            marks.push(Mark::line("peer-me", [x(row.after.low), now], [x(row.after.high), now]));
            marks.push(Mark::dot("pt", x(row.after.value), now, 4.0));
            for (interval, y, class) in
                [(row.before, then, ["ax halo", "ax end halo"]), (row.after, now, ["ax acc halo", "ax acc end halo"])]
            {
                let [right, left] = class;
                let text = format::rate(lang, interval.value);
                // Beyond this there is no room at the right.
                marks.push(if x(interval.high) > 78.0 {
                    Mark::text(left, x(interval.low), y, [-7.0, 4.0], text)
                } else {
                    Mark::text(right, x(interval.high), y, [7.0, 4.0], text)
                });
            }
        }
        Picture {
            class: "l-kpi",
            left: 150.0,
            strips: vec![Strip { class: "", height: ROW * rows, left, marks }, scale.names(lang)],
            main: 0,
            keys: vec![
                Key::sign(Mark::dot("pt-before", 50.0, 50.0, 4.0), words::span_short(lang, self.before)),
                Key::sign(Mark::dot("pt", 50.0, 50.0, 4.0), words::span_short(lang, self.after)),
            ],
        }
    }

    fn size(&self) -> (usize, usize) {
        (1, self.rows.len())
    }

    fn start(&self) -> At {
        At::default()
    }

    fn say(&self, at: At) -> String {
        let lang = self.lang;
        let Some(row) = self.rows.get(at.row) else { return String::new() };
        let noise = if row.change.low <= 0.0 && row.change.high >= 0.0 {
            format!(", {}", super::super::words::dashboard::WITHIN_NOISE.to(lang))
        } else {
            String::new()
        };
        format!(
            "{}{}{} → {}, {} ({}){noise}",
            kpis::name(row.id).to(lang),
            format::colon(lang),
            format::rate(lang, row.before.value),
            format::rate(lang, row.after.value),
            format::points(lang, row.change.value),
            format::between_signed(lang, row.change.low, row.change.high, 1)
        )
    }

    fn table(&self) -> Table {
        let lang = self.lang;
        let head = [
            words::FIGURE,
            words::CALLS_BEFORE,
            words::BEFORE,
            words::CALLS_SINCE,
            words::SINCE,
            words::CHANGE,
            words::LOW,
            words::HIGH,
        ];
        let rows = self.rows.iter().map(|row| {
            vec![
                Cell::Text(kpis::name(row.id).to(lang).to_owned()),
                Cell::Count(row.calls[0].of),
                Cell::Rate(row.before.value),
                Cell::Count(row.calls[1].of),
                Cell::Rate(row.after.value),
                Cell::Change(row.change.value),
                Cell::Change(row.change.low),
                Cell::Change(row.change.high),
            ]
        });
        Table { head: head.map(|head| head.to(lang).to_owned()).to_vec(), rows: rows.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Outcome;

    fn series(voicemail_known: [u64; 2]) -> Series {
        let sums = |answered, known| {
            let mut sums = Sums { calls: 200, ..Sums::default() };
            sums.outcomes[Outcome::Answered.index()] = answered;
            sums.known[Outcome::Answered.index()] = 200;
            sums.known[Outcome::Voicemail.index()] = known;
            sums
        };
        Series::new(vec![(Day(0), sums(84, voicemail_known[0])), (Day(9), sums(28, voicemail_known[1]))])
    }

    #[test]
    fn a_change_is_said_with_its_interval() {
        let said = BeforeAfter::of(Lang::En, &series([0, 0]), (Day(0), Day(5)), (Day(6), Day(9))).map(|plot| {
            assert_eq!(plot.rows.len(), 1, "what is not measured has no row");
            plot.say(At::default()).replace(['\u{a0}', '\u{202f}'], " ")
        });
        assert_eq!(said.as_deref(), Some("Answer rate: 42.0 % → 14.0 %, −28.0 pts (−36.1 to −19.4)"));
    }

    #[test]
    fn days_that_define_answered_differently_are_not_compared() {
        assert!(BeforeAfter::of(Lang::En, &series([0, 200]), (Day(0), Day(5)), (Day(6), Day(9))).is_none());
    }
}
