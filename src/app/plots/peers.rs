//! A number among the others of its pool: each one's answer rate with its interval, over the last days.

use super::{At, Cell, Plot, Table, across::Across};
use crate::{
    app::{
        charts::{Mark, Picture, Strip, Trace},
        format,
        words::{Lang, charts as words, dashboard},
    },
    kpi::{
        Board, Series,
        chance::{Share, wilson},
    },
    model::{Day, order},
};

/// The height of a row, in pixels.
const ROW: f64 = 18.0;
/// Peers shown at most, the number itself aside.
const MOST: usize = 9;

/// A number and its pool.
pub struct Peers {
    lang: Lang,
    /// By rate, the highest first.
    rows: Vec<(String, Share)>,
    me: usize,
    /// How many there are with the number itself, shown or not.
    pub all: usize,
}

impl Peers {
    /// A number among `members` over a span of days; `None` where it made no calls in them, or is alone. Of many peers
    /// those with most calls are shown.
    pub fn of<'a>(
        lang: Lang,
        board: &'a Board,
        members: impl Iterator<Item = (usize, &'a Series)>,
        me: &str,
        (from, to): (Day, Day),
    ) -> Option<Self> {
        let mut rows: Vec<(String, Share)> = members
            .filter_map(|(at, series)| Some((board.numbers.get(at)?.number.clone(), series.span(from, to).answer())))
            .filter(|(_, share)| share.of > 0)
            .collect();
        let all = rows.len();
        order::sort_by(&mut rows, |a, b| {
            (b.0 == me).cmp(&(a.0 == me)).then_with(|| b.1.of.cmp(&a.1.of)).then_with(|| a.0.cmp(&b.0))
        });
        rows.truncate(MOST + 1);
        let rate = |share: Share| share.rate().unwrap_or(0.0);
        order::sort_by(&mut rows, |a, b| rate(b.1).total_cmp(&rate(a.1)).then_with(|| a.0.cmp(&b.0)));
        let me = rows.iter().position(|(number, _)| number == me)?;
        (rows.len() > 1).then_some(Self { lang, rows, me, all })
    }

    /// Whether the number's interval lies below all the others'.
    pub fn lies_below_all(&self) -> bool {
        let interval = |at: usize| self.rows.get(at).and_then(|(_, share)| wilson(*share));
        let Some(own) = interval(self.me) else { return false };
        (0..self.rows.len()).filter(|at| *at != self.me).filter_map(interval).all(|other| own.high < other.low)
    }

    fn scale(&self) -> Across {
        let sure = self.rows.iter().filter(|(_, share)| share.of >= 20);
        let highs = sure.filter_map(|(_, share)| wilson(*share)).map(|interval| interval.high * 100.0);
        Across::holding(highs)
    }

    fn middle(&self, row: usize) -> f64 {
        (row as f64 + 0.5) * 100.0 / self.rows.len() as f64
    }
}

impl Plot for Peers {
    fn picture(&self) -> Picture {
        let lang = self.lang;
        let scale = self.scale();
        let x = |rate: f64| scale.x(rate);
        let mut marks = scale.ground();
        let mut left = Vec::new();
        let (mut lines, mut dots) = (Trace::default(), Trace::default());
        for (row, (number, share)) in self.rows.iter().enumerate() {
            let y = self.middle(row);
            let mine = row == self.me;
            let (long, short) =
                if mine { ("ax strong long", "ax strong short") } else { ("ax name long", "ax name short") };
            left.push(Mark::text(long, 0.0, y, [0.0, 4.0], format::phone(lang, number)));
            left.push(Mark::text(short, 0.0, y, [0.0, 4.0], format::phone_short(number)));
            let Some(interval) = wilson(*share).map(|interval| interval.times(100.0)) else { continue };
            left.push(Mark::text(
                if mine { "ax strong end" } else { "ax end" },
                100.0,
                y,
                [0.0, 4.0],
                format::rate(lang, interval.value),
            ));
            if mine {
                marks.push(Mark::line("peer-me", [x(interval.low), y], [x(interval.high), y]));
                marks.push(Mark::dot("pt", x(interval.value), y, 4.0));
            } else {
                lines.to(x(interval.low), y).by(x(interval.high), y);
                dots.dot(x(interval.value), y);
            }
        }
        marks.push(Mark::trace("peer", lines));
        marks.push(Mark::trace("peer-dot", dots));
        Picture {
            class: "l-peer",
            left: 190.0,
            strips: vec![Strip { class: "", height: ROW * self.rows.len() as f64, left, marks }, scale.names(lang)],
            main: 0,
            keys: Vec::new(),
        }
    }

    fn size(&self) -> (usize, usize) {
        (1, self.rows.len())
    }

    fn start(&self) -> At {
        At { column: 0, row: self.me }
    }

    fn say(&self, at: At) -> String {
        let lang = self.lang;
        let Some((number, share)) = self.rows.get(at.row) else { return String::new() };
        format!("{}{}{}", format::phone(lang, number), format::colon(lang), words::rate_of(lang, *share))
    }

    fn number(&self, at: At) -> Option<&str> {
        self.rows.get(at.row).map(|(number, _)| number.as_str())
    }

    fn table(&self) -> Table {
        let lang = self.lang;
        let head = [
            dashboard::COL_NUMBER,
            dashboard::COL_CALLS,
            dashboard::COL_ANSWERED,
            dashboard::COL_RATE,
            words::LOW,
            words::HIGH,
        ];
        let rows = self.rows.iter().map(|(number, share)| {
            let interval = wilson(*share).map(|interval| interval.times(100.0));
            vec![
                Cell::Number(number.clone()),
                Cell::Count(share.of),
                Cell::Count(share.hits),
                interval.map(|interval| interval.value).into(),
                interval.map(|interval| interval.low).into(),
                interval.map(|interval| interval.high).into(),
            ]
        });
        Table { head: head.map(|head| head.to(lang).to_owned()).to_vec(), rows: rows.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kpi::{NumberBoard, Sums},
        model::Outcome,
    };

    fn board(rates: &[(u64, u64)]) -> Board {
        let number = |(at, (hits, calls)): (usize, &(u64, u64))| {
            let mut sums = Sums { calls: *calls, ..Sums::default() };
            sums.outcomes[Outcome::Answered.index()] = *hits;
            sums.known[Outcome::Answered.index()] = *calls;
            NumberBoard {
                number: format!("+3316200{at:04}"),
                series: Series::new(vec![(Day(5), sums)]),
                readings: Vec::new(),
                scatter: Default::default(),
                campaign_days: Vec::new(),
                team_days: Vec::new(),
                mix_days: Vec::new(),
            }
        };
        Board { numbers: rates.iter().enumerate().map(number).collect(), ..Board::default() }
    }

    fn peers(board: &Board, span: (Day, Day)) -> Option<Peers> {
        let members = board.numbers.iter().enumerate().map(|(at, number)| (at, &number.series));
        Peers::of(Lang::En, board, members, "+33162000000", span)
    }

    #[test]
    fn a_number_stands_among_its_peers_by_rate() {
        let board = board(&[(10, 100), (40, 100), (45, 100)]);
        let peers = peers(&board, (Day(0), Day(9)));
        assert!(peers.as_ref().is_some_and(Peers::lies_below_all));
        assert_eq!(
            peers.as_ref().and_then(|peers| peers.number(peers.start()).map(str::to_owned)).as_deref(),
            Some("+33162000000")
        );
        assert_eq!(peers.map(|peers| peers.me), Some(2));
    }

    #[test]
    fn of_many_peers_the_number_itself_is_always_shown() {
        let mut rates = vec![(1, 10)];
        rates.extend((0..40).map(|at| (40, 100 + at)));
        let board = board(&rates);
        let peers = peers(&board, (Day(0), Day(9)));
        assert!(peers.is_some_and(|peers| peers.rows.len() == MOST + 1 && peers.all == 41 && peers.me == MOST));
    }

    #[test]
    fn days_without_calls_make_no_peers() {
        assert!(peers(&board(&[(10, 100), (40, 100)]), (Day(6), Day(9))).is_none());
        assert!(peers(&board(&[(10, 100)]), (Day(0), Day(9))).is_none());
    }
}
