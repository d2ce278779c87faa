//! The series of a board while they are laid out, day by day.

use rustc_hash::FxHashMap;

use super::{series::Series, sums::Sums};
use crate::{
    model::{Day, NameId},
    tally::CellKey,
};

/// A pool: all its calls, and those of each number.
#[derive(Default)]
pub struct Crowd {
    /// All its calls.
    pub series: Series,
    /// Each number's.
    pub members: FxHashMap<NameId, Series>,
}

/// Pools by their names.
type Crowds = FxHashMap<NameId, Crowd>;

#[derive(Default)]
struct OwnNumber {
    series: Series,
    /// The campaign and the team in which all its calls lie until now; 0 where there is none. There, its series is this
    /// one: most numbers call for one campaign, and are not laid out again for it.
    homes: [NameId; 2],
}

impl OwnNumber {
    /// From now on, its series in its home is another one.
    fn leave(&mut self, id: NameId, kind: usize, crowds: &mut Crowds) {
        let home = std::mem::take(&mut self.homes[kind]);
        if home != 0 {
            crowds.entry(home).or_default().members.insert(id, self.series.clone());
        }
    }
}

/// Everything that has been entered. Days come in order.
#[derive(Default)]
pub struct Laying {
    account: Series,
    numbers: FxHashMap<NameId, OwnNumber>,
    /// Campaigns, teams.
    pools: [Crowds; 2],
}

impl Laying {
    /// Enters spam reports. Of which campaign or team, nobody knows.
    pub fn report(&mut self, day: Day, id: NameId, reports: u32) {
        let sums = Sums { spam_reports: u64::from(reports), ..Sums::default() };
        let number = self.numbers.entry(id).or_default();
        for (kind, crowds) in self.pools.iter_mut().enumerate() {
            number.leave(id, kind, crowds);
        }
        number.series.push(day, &sums);
        self.account.push(day, &sums);
    }

    /// Enters the calls of one number, day, campaign and team.
    pub fn enter(&mut self, key: &CellKey, sums: &Sums) {
        let (id, day, pools) = (key.number, key.day, [key.campaign, key.team]);
        let mut homes = [0; 2];
        if id != 0 {
            let number = self.numbers.entry(id).or_default();
            if number.series.days().is_empty() {
                number.homes = pools;
            }
            for (kind, crowds) in self.pools.iter_mut().enumerate() {
                if number.homes[kind] != pools[kind] {
                    number.leave(id, kind, crowds);
                }
            }
            number.series.push(day, sums);
            homes = number.homes;
        }
        for (kind, crowds) in self.pools.iter_mut().enumerate().filter(|(kind, _)| pools[*kind] != 0) {
            let crowd = crowds.entry(pools[kind]).or_default();
            crowd.series.push(day, sums);
            if id != 0 && homes[kind] != pools[kind] {
                crowd.members.entry(id).or_default().push(day, sums);
            }
        }
        self.account.push(day, sums);
    }

    /// The account, the numbers, the campaigns and the teams.
    pub fn finish(mut self) -> (Series, Vec<(NameId, Series)>, [Crowds; 2]) {
        for (id, number) in &mut self.numbers {
            for (kind, crowds) in self.pools.iter_mut().enumerate() {
                number.leave(*id, kind, crowds);
            }
        }
        let numbers = self.numbers.into_iter().map(|(id, number)| (id, number.series)).collect();
        (self.account, numbers, self.pools)
    }
}
