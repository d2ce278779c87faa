//! The series of a board while they are laid out, day by day.

use rustc_hash::FxHashMap;

use super::{
    row::{Row, place},
    series::Series,
};
use crate::{
    model::{Day, NameId},
    tally::CellKey,
};

/// A pool: all its calls, and those of each number.
pub struct Crowd {
    /// All its calls.
    pub series: Series,
    /// Each number's.
    pub members: FxHashMap<NameId, Series>,
}

/// A series that many numbers enter: what they do on one day is added up before it is written.
#[derive(Default)]
struct Common {
    series: Series,
    day: Option<(Day, Box<Row>)>,
}

impl Common {
    fn push(&mut self, day: Day, row: &Row) {
        match &mut self.day {
            Some((same, sum)) if *same == day => sum.merge(row),
            _ => {
                self.write();
                self.day = Some((day, Box::new(*row)));
            }
        }
    }

    fn write(&mut self) {
        if let Some((day, sum)) = self.day.take() {
            self.series.push(day, &sum);
        }
    }

    fn finish(mut self) -> Series {
        self.write();
        self.series
    }
}

/// A pool while it is laid out.
#[derive(Default)]
struct Pool {
    all: Common,
    members: FxHashMap<NameId, Series>,
}

/// Pools by their names.
type Pools = FxHashMap<NameId, Pool>;

#[derive(Default)]
struct OwnNumber {
    series: Series,
    /// The campaign and the team in which all its calls lie until now; 0 where there is none. There, its series is this
    /// one: most numbers call for one campaign, and are not laid out again for it.
    homes: [NameId; 2],
}

impl OwnNumber {
    /// From now on, its series in its home is another one.
    fn leave(&mut self, id: NameId, kind: usize, pools: &mut Pools) {
        let home = std::mem::take(&mut self.homes[kind]);
        if home != 0 {
            pools.entry(home).or_default().members.insert(id, self.series.clone());
        }
    }
}

/// All series, laid out.
pub struct Laid {
    /// All calls.
    pub account: Series,
    /// Those of each number.
    pub numbers: Vec<(NameId, Series)>,
    /// Campaigns, teams.
    pub pools: [Vec<(NameId, Crowd)>; 2],
    /// Prefix blocks.
    pub blocks: Vec<Series>,
}

/// Everything that has been entered. Days come in order.
#[derive(Default)]
pub struct Laying {
    account: Common,
    numbers: FxHashMap<NameId, OwnNumber>,
    /// Campaigns, teams.
    pools: [Pools; 2],
    /// The prefix block of each number, by its id; the first one is that of numbers without.
    block_of: Vec<u32>,
    blocks: Vec<Common>,
}

impl Laying {
    /// Nothing yet. `block_of` has the prefix block of each number by its id, from 1 on; 0 where it has none.
    pub fn new(block_of: Vec<u32>) -> Self {
        let mut blocks = Vec::new();
        blocks.resize_with(block_of.iter().max().map_or(0, |most| *most as usize + 1), Common::default);
        Self { block_of, blocks, ..Self::default() }
    }

    /// Enters a number's day into its prefix block.
    fn enter_block(&mut self, day: Day, id: NameId, row: &Row) {
        let block = self.block_of.get(id as usize).copied().filter(|block| *block > 0);
        if let Some(block) = block.and_then(|block| self.blocks.get_mut(block as usize)) {
            block.push(day, row);
        }
    }

    /// Enters spam reports. Of which campaign or team, nobody knows.
    pub fn report(&mut self, day: Day, id: NameId, reports: u32) {
        let mut row = Row::default();
        row.set(place::SPAM_REPORTS, reports.into());
        let number = self.numbers.entry(id).or_default();
        for (kind, pools) in self.pools.iter_mut().enumerate() {
            number.leave(id, kind, pools);
        }
        number.series.push(day, &row);
        self.account.push(day, &row);
        self.enter_block(day, id, &row);
    }

    /// Enters the calls of one number, day, campaign and team.
    pub fn enter(&mut self, key: &CellKey, row: &Row) {
        let (id, day, names) = (key.number, key.day, [key.campaign, key.team]);
        let mut homes = [0; 2];
        if id != 0 {
            let number = self.numbers.entry(id).or_default();
            if number.series.days().is_empty() {
                number.homes = names;
            }
            for (kind, pools) in self.pools.iter_mut().enumerate() {
                if number.homes[kind] != names[kind] {
                    number.leave(id, kind, pools);
                }
            }
            number.series.push(day, row);
            homes = number.homes;
        }
        for (kind, pools) in self.pools.iter_mut().enumerate().filter(|(kind, _)| names[*kind] != 0) {
            let pool = pools.entry(names[kind]).or_default();
            pool.all.push(day, row);
            if id != 0 && homes[kind] != names[kind] {
                pool.members.entry(id).or_default().push(day, row);
            }
        }
        self.account.push(day, row);
        self.enter_block(day, id, row);
    }

    /// The account, the numbers, the campaigns and the teams, the prefix blocks.
    pub fn finish(mut self) -> Laid {
        for (id, number) in &mut self.numbers {
            for (kind, pools) in self.pools.iter_mut().enumerate() {
                number.leave(*id, kind, pools);
            }
        }
        let numbers = self.numbers.into_iter().map(|(id, number)| (id, number.series)).collect();
        let crowd = |(id, pool): (NameId, Pool)| (id, Crowd { series: pool.all.finish(), members: pool.members });
        Laid {
            account: self.account.finish(),
            numbers,
            pools: self.pools.map(|pools| pools.into_iter().map(crowd).collect()),
            blocks: self.blocks.into_iter().map(Common::finish).collect(),
        }
    }
}
