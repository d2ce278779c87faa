//! All subjects of an analysis with their series: built once per ledger, asked at every change of a threshold.

use std::{collections::BTreeMap, sync::Arc};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    laying::{self, Crowd, Laying},
    row::{Row, place},
    scatter::Scatter,
    series::Series,
    untold::Untold,
    vigil::Vigil,
};
use crate::{
    model::{Day, LineType, NameId, Names, Outcome, Subject, order},
    tally::{CellKey, Cells, Ledger, MixTally, Tally},
};

/// A reading, with its source's name.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreReading {
    /// The day.
    pub day: Day,
    /// The source.
    pub source: String,
    /// 0 to 100, 100 best.
    pub score: Option<f64>,
    /// Whether the source flags the number.
    pub flagged: Option<bool>,
}

/// One own number.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberBoard {
    /// The number, as in the report.
    pub number: String,
    /// Its days.
    pub series: Series,
    /// Its readings, by day, then source: one of each at most. Where files disagree, the worse holds.
    pub readings: Vec<ScoreReading>,
    /// How far the readings of all numbers scatter.
    pub scatter: Arc<Scatter>,
    /// Calls per campaign, by day: (day, campaign, calls); campaign is an index into [`Board::campaigns`].
    pub campaign_days: Vec<(Day, u32, u64)>,
    /// Calls per team, by day; team is an index into [`Board::teams`].
    pub team_days: Vec<(Day, u32, u64)>,
    /// Parts of the day and attempts, by day; empty where no file tells them.
    pub mix_days: Vec<(Day, MixTally)>,
}

/// A campaign, a team or a prefix block.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolBoard {
    /// Which.
    pub subject: Subject,
    /// All its calls.
    pub series: Series,
    /// Its numbers (index into [`Board::numbers`]) with their calls in this pool.
    pub members: Vec<(usize, Series)>,
}

impl PoolBoard {
    /// The calls in this pool of the number at that place of the board; `None` where it has none.
    pub fn member(&self, at: usize) -> Option<&Series> {
        let place = self.members.binary_search_by_key(&at, |(member, _)| *member).ok()?;
        self.members.get(place).map(|(_, series)| series)
    }
}

/// Every subject. Numbers by their text, pools by their name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    /// First and last day with calls.
    pub period: Option<(Day, Day)>,
    /// All calls.
    pub account: Series,
    /// Own numbers; empty where no file has them.
    pub numbers: Vec<NumberBoard>,
    /// Campaigns.
    pub campaigns: Vec<PoolBoard>,
    /// Teams.
    pub teams: Vec<PoolBoard>,
    /// Prefix blocks with two numbers or more.
    pub prefixes: Vec<PoolBoard>,
    /// Parts of the day and attempts of all calls, by day.
    pub mix_days: Vec<(Day, MixTally)>,
    /// Days of which the files should tell voicemail and do not.
    pub untold: Untold,
    /// Who answers less than it should, day by day.
    pub vigil: Arc<Vigil>,
}

/// A cell of a ledger, with what counts its calls.
pub type Cell<'a> = (CellKey, &'a dyn Counted);

/// What counts the calls of a cell.
pub trait Counted {
    /// Adds the counts, for callees of one kind of line.
    fn enter(&self, line: LineType, hang_up_secs: u8, row: &mut Row);
}

impl Counted for Tally {
    fn enter(&self, line: LineType, hang_up_secs: u8, row: &mut Row) {
        row.add_tally(self, line, hang_up_secs);
    }
}

/// The cells of a part of a ledger.
pub enum Laid<'a> {
    /// These, in any order.
    These(Vec<Cell<'a>>),
    /// Those that are kept. They are looked at where they lie: to open them would take longer than to count them.
    Kept(&'a Cells<CellKey, Tally>, &'a dyn Fn(&CellKey) -> bool),
}

/// A day as a number that orders as days do. The calendar (`chrono`) has less than 2^28 of them on either side of 1970.
fn in_29_bits(day: Day) -> u32 {
    day.0.wrapping_add(1 << 28) as u32
}

impl Laid<'_> {
    /// Hands out the cells day by day.
    fn by_day(self, each: &mut dyn FnMut(&CellKey, &dyn Counted)) {
        // Day, number, campaign, team, line: one number is compared in a step, five take a loop.
        let order = |key: &CellKey| {
            let (day, line) = (u128::from(in_29_bits(key.day)), key.line as u128);
            day << 99 | u128::from(key.number) << 67 | u128::from(key.campaign) << 35 | u128::from(key.team) << 3 | line
        };
        match self {
            Self::These(mut cells) => {
                cells.sort_unstable_by_key(|(key, _)| order(key));
                cells.iter().for_each(|(key, counted)| each(key, *counted));
            }
            Self::Kept(cells, keeps) => cells.some_in_order(keeps, order, &mut |key, tally| each(key, tally)),
        }
    }

    /// The numbers that called.
    fn callers(&self) -> FxHashSet<NameId> {
        let mut callers = FxHashSet::default();
        let mut enter = |key: &CellKey| callers.extend(Some(key.number).filter(|id| *id != 0));
        match self {
            Self::These(cells) => cells.iter().for_each(|(key, _)| enter(key)),
            Self::Kept(cells, keeps) => cells.each_key(&mut |key| {
                if keeps(key) {
                    enter(key);
                }
            }),
        }
        callers
    }
}

/// The part of a ledger that a board is laid out of.
pub struct Extract<'a> {
    /// Its cells.
    pub cells: Laid<'a>,
    /// Its spam reports, by day and number; `None` where nobody knows how many these calls brought.
    pub reports: Option<Vec<(Day, NameId, u32)>>,
    /// Readings of later days are left out.
    pub until: Option<Day>,
    /// Its parts of the day and attempts; `None` where they are not told apart from those of all calls.
    pub mixes: Option<&'a Cells<(NameId, Day), MixTally>>,
    /// Days of which voicemail is not known, whatever the cells say.
    pub untold: Untold,
}

impl<'a> Extract<'a> {
    /// All of a ledger.
    fn all(ledger: &'a Ledger, untold: Untold) -> Self {
        let cells = Laid::Kept(&ledger.cells, &|_| true);
        let reports = ledger.reports.iter().map(|((number, day), count)| (*day, *number, *count)).collect();
        Self { cells, reports: Some(reports), until: None, mixes: Some(&ledger.mixes), untold }
    }
}

impl Board {
    /// Lays out a ledger. Only the hang-up limit is applied here; every other threshold can change without it.
    pub fn build(ledger: &Ledger, hang_up_secs: u8) -> Self {
        Self::lay_out(ledger, hang_up_secs).watched()
    }

    /// [`Board::build`], in two steps: a board over which nothing watches yet.
    pub fn laid_out(ledger: &Ledger, hang_up_secs: u8) -> Self {
        Self::lay_out(ledger, hang_up_secs)
    }

    /// The second step: the vigil.
    #[must_use]
    pub fn watched(self) -> Self {
        let vigil = Vigil::keep(&self);
        Self { vigil: Arc::new(vigil), ..self }
    }

    /// One of its numbers.
    pub fn number(&self, number: &str) -> Option<&NumberBoard> {
        let at = self.numbers.binary_search_by(|entry| entry.number.as_str().cmp(number)).ok()?;
        self.numbers.get(at)
    }

    /// The same ledger with another hang-up limit. The vigil does not ask about hang-ups and is kept.
    pub fn with_hang_up_limit(&self, ledger: &Ledger, hang_up_secs: u8) -> Self {
        Self { vigil: Arc::clone(&self.vigil), ..Self::lay_out(ledger, hang_up_secs) }
    }

    fn lay_out(ledger: &Ledger, hang_up_secs: u8) -> Self {
        let board = Self::of_part(ledger, Extract::all(ledger, Untold::default()), hang_up_secs);
        let untold = Untold::of(&board.account);
        if untold.is_empty() { board } else { Self::of_part(ledger, Extract::all(ledger, untold), hang_up_secs) }
    }

    /// Lays out a part of a ledger. Nothing watches over it: the vigil is empty.
    pub fn of_part(ledger: &Ledger, part: Extract, hang_up_secs: u8) -> Self {
        let Extract { cells, reports, until, mixes, untold } = part;
        let reports_known = reports.is_some();
        let mut reports = reports.unwrap_or_default();
        order::sort(&mut reports);
        let callers = if reports.is_empty() { FxHashSet::default() } else { cells.callers() };

        let blocks = Blocks::of(&ledger.names.numbers);
        let mut laying = Laying::new(blocks.of_ids);
        let mut reported = reports.iter().filter(|(_, number, _)| callers.contains(number)).peekable();
        let mut enter_reports = |until: Option<Day>, laying: &mut Laying| {
            while let Some((day, number, count)) = reported.next_if(|(day, ..)| until.is_none_or(|until| *day < until))
            {
                laying.report(*day, *number, *count);
            }
        };
        // The lines of one number, day and pool are added up before they are entered everywhere.
        let mut enter = |key: &CellKey, row: &mut Row, laying: &mut Laying| {
            enter_reports(Some(key.day), laying);
            if !reports_known {
                row.set(place::SPAM_REPORTS, 0);
                row.set(place::SPAM_KNOWN, 0);
            } else if !ledger.reports.is_empty() {
                // A list of complaints is about all calls: a number-day that it does not name had none.
                row.set(place::SPAM_KNOWN, row.counts()[place::CALLS]);
            }
            if untold.has(key.day) {
                row.set(place::known(Outcome::Voicemail), 0);
                row.set(place::ANSWERED_WITHOUT_VOICEMAIL, 0);
            }
            laying.enter(key, row);
        };
        // Cells are taken day by day, so that each series is written once, from its first day to its last.
        let of = |key: &CellKey| (key.day, key.number, key.campaign, key.team);
        let (mut at_hand, mut row): (Option<CellKey>, Row) = Default::default();
        cells.by_day(&mut |key, counted| {
            match &at_hand {
                Some(other) if of(other) == of(key) => {}
                other => {
                    if let Some(other) = other {
                        enter(other, &mut row, &mut laying);
                        row = Row::default();
                    }
                    at_hand = Some(*key);
                }
            }
            counted.enter(key.line, hang_up_secs, &mut row);
        });
        if let Some(key) = &at_hand {
            enter(key, &mut row, &mut laying);
        }
        enter_reports(None, &mut laying);
        let laying::Laid { account, numbers, pools: [campaigns, teams], blocks: laid } = laying.finish();

        let mut readings: FxHashMap<NameId, Vec<ScoreReading>> = FxHashMap::default();
        for reading in ledger.readings.iter().filter(|reading| until.is_none_or(|until| reading.day <= until)) {
            readings.entry(reading.number).or_default().push(ScoreReading {
                day: reading.day,
                source: ledger.names.sources.get(reading.source).to_owned(),
                score: reading.score,
                flagged: reading.flagged,
            });
        }
        let mut readings: FxHashMap<NameId, Vec<ScoreReading>> =
            readings.into_iter().map(|(id, readings)| (id, one_a_day(readings))).collect();
        let scatter = Arc::new(Scatter::of(readings.values().map(Vec::as_slice)));
        let mut boards: Vec<(NameId, NumberBoard)> = numbers
            .into_iter()
            .map(|(id, series)| {
                let readings = readings.remove(&id).unwrap_or_default();
                let number = ledger.names.numbers.get(id).to_owned();
                let scatter = Arc::clone(&scatter);
                let (campaign_days, team_days, mix_days) = Default::default();
                (id, NumberBoard { number, series, readings, scatter, campaign_days, team_days, mix_days })
            })
            .collect();
        order::sort_by(&mut boards, |a, b| a.1.number.cmp(&b.1.number));
        let places: FxHashMap<NameId, usize> = boards.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
        let mut numbers: Vec<NumberBoard> = boards.into_iter().map(|(_, board)| board).collect();

        let campaigns = pools(campaigns, |id| Subject::Campaign(ledger.names.campaigns.get(id).to_owned()), &places);
        let teams = pools(teams, |id| Subject::Team(ledger.names.teams.get(id).to_owned()), &places);
        for (pools, pick) in [
            (&campaigns, (|board| &mut board.campaign_days) as fn(&mut NumberBoard) -> &mut Vec<(Day, u32, u64)>),
            (&teams, |board| &mut board.team_days),
        ] {
            for (at, pool) in pools.iter().enumerate() {
                for (member, series) in &pool.members {
                    if let Some(board) = numbers.get_mut(*member) {
                        pick(board).extend(series.calls().map(|(day, calls)| (day, at as u32, calls)));
                    }
                }
            }
        }
        for board in &mut numbers {
            order::sort(&mut board.campaign_days);
            order::sort(&mut board.team_days);
        }
        let mix_days = mixes.map(|mixes| enter_mixes(mixes, &places, &mut numbers)).unwrap_or_default();
        let prefixes = prefixes(&numbers, &blocks.names, laid);
        let period = account.called().next().zip(account.called().next_back());
        Self { period, account, numbers, campaigns, teams, prefixes, mix_days, untold, vigil: Arc::default() }
    }
}

/// Gives each number its days of parts and attempts; those of all calls are the answer.
fn enter_mixes(
    mixes: &Cells<(NameId, Day), MixTally>,
    places: &FxHashMap<NameId, usize>,
    numbers: &mut [NumberBoard],
) -> Vec<(Day, MixTally)> {
    let mut days: FxHashMap<Day, MixTally> = FxHashMap::default();
    let order = |(number, day): &(NameId, Day)| u64::from(in_29_bits(*day)) << 32 | u64::from(*number);
    mixes.in_order(order, &mut |(number, day), mix| {
        days.entry(*day).or_default().merge(mix);
        if let Some(board) = places.get(number).and_then(|at| numbers.get_mut(*at)) {
            board.mix_days.push((*day, *mix));
        }
    });
    let mut days: Vec<(Day, MixTally)> = days.into_iter().collect();
    order::sort_by_key(&mut days, |(day, _)| *day);
    days
}

/// By day, then source; two readings of one source on one day become the worse of the two.
fn one_a_day(mut readings: Vec<ScoreReading>) -> Vec<ScoreReading> {
    order::sort_by(&mut readings, |a, b| (a.day, &a.source).cmp(&(b.day, &b.source)));
    readings.dedup_by(|later, kept| {
        let same = later.day == kept.day && later.source == kept.source;
        if same {
            kept.score = match (kept.score, later.score) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
            kept.flagged = match (kept.flagged, later.flagged) {
                (Some(a), Some(b)) => Some(a || b),
                (a, b) => a.or(b),
            };
        }
        same
    });
    readings
}

fn pools(
    pools: Vec<(NameId, Crowd)>,
    subject: impl Fn(NameId) -> Subject,
    places: &FxHashMap<NameId, usize>,
) -> Vec<PoolBoard> {
    let mut boards: Vec<PoolBoard> = pools
        .into_iter()
        .map(|(id, Crowd { series, members })| {
            let mut members: Vec<(usize, Series)> =
                members.into_iter().filter_map(|(number, series)| Some((*places.get(&number)?, series))).collect();
            order::sort_by_key(&mut members, |(at, _)| *at);
            PoolBoard { subject: subject(id), series, members }
        })
        .collect();
    order::sort_by(&mut boards, |a, b| a.subject.cmp(&b.subject));
    boards
}

/// The block of a number. France: the first 7 national digits; North America: NPA-NXX. Other numbers have no block.
pub fn prefix(number: &str) -> Option<&str> {
    if number.starts_with("+33") {
        number.get(1..10)
    } else if number.starts_with("+1") && number.len() == 12 {
        number.get(1..8)
    } else {
        None
    }
}

/// The prefix blocks of the numbers of a ledger.
struct Blocks<'a> {
    /// The block of each number by its id, from 1 on; 0 where it has none.
    of_ids: Vec<u32>,
    /// The place of each block.
    names: BTreeMap<&'a str, u32>,
}

impl<'a> Blocks<'a> {
    fn of(numbers: &'a Names) -> Self {
        let mut names = BTreeMap::new();
        let mut of = |number| {
            let next = names.len() as u32 + 1;
            prefix(number).map_or(0, |block| *names.entry(block).or_insert(next))
        };
        let of_ids = numbers.iter().map(&mut of).collect();
        Self { of_ids, names }
    }
}

/// The blocks of two numbers and more, by name. `laid` has the days of each by its place.
fn prefixes(numbers: &[NumberBoard], places: &BTreeMap<&str, u32>, laid: Vec<Series>) -> Vec<PoolBoard> {
    let mut members: Vec<Vec<(usize, Series)>> = vec![Vec::new(); laid.len()];
    for (at, board) in numbers.iter().enumerate() {
        let block = prefix(&board.number).and_then(|block| places.get(block));
        if let Some(members) = block.and_then(|block| members.get_mut(*block as usize)) {
            members.push((at, board.series.clone()));
        }
    }
    let of = |(block, place): (&&str, &u32)| {
        let members = std::mem::take(members.get_mut(*place as usize)?);
        let series = laid.get(*place as usize)?.clone();
        (members.len() >= 2).then(|| PoolBoard { subject: Subject::Prefix((*block).to_owned()), series, members })
    };
    places.iter().filter_map(of).collect()
}
