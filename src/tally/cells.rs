//! The cells of one cube. What comes from a worker stays sealed, as the bytes that it came in, until someone looks at it:
//! the page takes in a hundred thousand cells of agents in no time, and most analyses never ask for them.

use std::{
    fmt,
    hash::Hash,
    marker::PhantomData,
    ops::{Deref, DerefMut},
    sync::{Arc, OnceLock},
};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{
    pack::{Filled, Packer, places, unpack, values_at},
    sum::Tells,
};
use crate::model::{NameId, bytes};

/// A key as numbers.
pub trait Key: Copy + Eq + Hash {
    /// How many.
    const COLUMNS: usize;
    /// Fills them in.
    fn write(&self, columns: &mut [u64]);
    /// The key of such numbers.
    fn read(columns: &[u64]) -> Self;
    /// The same with the ids of other sets of names.
    #[must_use]
    fn mapped(self, maps: &Maps) -> Self;
}

/// What a cell holds, as numbers.
pub trait Value: Default + Clone {
    /// How many.
    const COLUMNS: usize;
    /// Hands them out, in their order.
    fn write(&self, numbers: &mut Filled);
    /// The value of such numbers.
    fn read(columns: &[u64]) -> Self;
    /// Adds another value.
    fn add(&mut self, other: &Self);
    /// Enters what only the whole file tells.
    fn settle(&mut self, _tells: Tells) {}
}

/// Ids of one dictionary → ids of another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Maps {
    /// Own numbers.
    pub numbers: Vec<NameId>,
    /// Campaigns.
    pub campaigns: Vec<NameId>,
    /// Teams.
    pub teams: Vec<NameId>,
    /// Agents.
    pub agents: Vec<NameId>,
}

impl Maps {
    /// First these, then `next`.
    fn then(&self, next: &Self) -> Self {
        let through = |first: &[NameId], next: &[NameId]| first.iter().map(|id| map(next, *id)).collect();
        Self {
            numbers: through(&self.numbers, &next.numbers),
            campaigns: through(&self.campaigns, &next.campaigns),
            teams: through(&self.teams, &next.teams),
            agents: through(&self.agents, &next.agents),
        }
    }
}

/// The id that another becomes; 0, none, where it is not of that set.
pub fn map(ids: &[NameId], id: NameId) -> NameId {
    ids.get(id as usize).copied().unwrap_or(0)
}

/// Key → value. Reads as a hash map.
#[derive(Clone)]
pub struct Cells<K, V> {
    own: FxHashMap<K, V>,
    sealed: Vec<Sealed>,
    /// What is to be entered into each of them.
    tells: Option<Tells>,
    /// All of them, once someone has looked.
    all: OnceLock<FxHashMap<K, V>>,
}

/// Cells as bytes.
#[derive(Clone)]
struct Sealed {
    bytes: Vec<u8>,
    rows: usize,
    /// What the ids in them have become since.
    maps: Option<Arc<Maps>>,
}

/// A cube on its way.
#[derive(Serialize, Deserialize)]
struct Parcel {
    #[serde(with = "bytes")]
    bytes: Vec<u8>,
    rows: usize,
    tells: Option<Tells>,
}

/// Cells on their way into a cube, sealed as they come: where nearly every cell comes once, to look for each one among
/// the others would cost more than the bytes of the few that come again, and a table more memory than the file.
pub struct Laid<K, V> {
    packer: Packer,
    rows: usize,
    kind: PhantomData<(K, V)>,
}

impl<K: Key, V: Value> Laid<K, V> {
    /// How many have come; a cell counts as often as it came.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Adds to a cell.
    #[inline(never)]
    pub fn push(&mut self, key: K, value: &V) {
        self.rows += 1;
        self.packer.push(|keys, values| {
            key.write(keys);
            value.write(values);
        });
    }
}

impl<K: Key, V: Value> Default for Laid<K, V> {
    fn default() -> Self {
        Self { packer: Packer::new(0, K::COLUMNS, V::COLUMNS), rows: 0, kind: PhantomData }
    }
}

impl<K: Key, V: Value> Cells<K, V> {
    /// Takes in cells that come sealed.
    pub fn take_in(&mut self, laid: Laid<K, V>) {
        if self.tells.is_some() {
            self.open();
        }
        self.all.take();
        if laid.rows > 0 {
            self.sealed.push(Sealed { rows: laid.rows, bytes: laid.packer.finish(), maps: None });
        }
    }

    /// How many cells there are, or more: the same one may be sealed twice.
    pub fn at_most(&self) -> usize {
        self.own.len() + self.sealed.iter().map(|sealed| sealed.rows).sum::<usize>()
    }

    /// Hands out all cells without opening what is sealed: one key may come several times, with a part each.
    pub fn each(&self, mut cell: impl FnMut(K, &V)) {
        if let Some(all) = self.all.get() {
            all.iter().for_each(|(key, value)| cell(*key, value));
            return;
        }
        self.own.iter().for_each(|(key, value)| cell(*key, value));
        self.sealed.iter().for_each(|sealed| sealed.each(|key, value: V| cell(key, &value)));
    }

    /// Hands out all keys without opening what is sealed; one may come several times.
    pub fn each_key(&self, key: &mut dyn FnMut(&K)) {
        self.own.keys().for_each(&mut *key);
        for sealed in &self.sealed {
            places(&sealed.bytes, K::COLUMNS, &mut |columns, _| key(&sealed.key(columns)));
        }
    }

    /// Adds the cells of another cube, the ids of which `maps` turns into ours. What is sealed stays so.
    pub fn merge(&mut self, other: &Self, maps: &Arc<Maps>) {
        if self.tells.is_some() {
            self.open();
        }
        let told = other.tells.is_some();
        let others = if told { &**other } else { &other.own };
        if !others.is_empty() {
            let ours = &mut **self;
            others.iter().for_each(|(key, value)| enter(ours, key.mapped(maps), value));
        }
        self.all.take();
        self.sealed.extend(other.sealed.iter().filter(|_| !told).map(|sealed| Sealed {
            maps: Some(sealed.maps.as_ref().map_or_else(|| Arc::clone(maps), |first| Arc::new(first.then(maps)))),
            ..sealed.clone()
        }));
    }

    /// Enters into each cell what only the whole file tells. What is sealed stays so. May be done again.
    pub fn settle(&mut self, tells: Tells) {
        if self.all.get().is_none() && !self.sealed.is_empty() {
            self.tells = Some(tells);
        } else {
            self.values_mut().for_each(|value| value.settle(tells));
        }
    }

    /// Hands out each cell once, in an order that tells all keys apart. What is sealed stays so, and nothing is kept: of some ten
    /// thousand cells, of which each is looked at once, a table would be many times as large as the bytes.
    pub fn in_order<O: Ord>(&self, order: impl Fn(&K) -> O, each: &mut dyn FnMut(&K, &V)) {
        self.some_in_order(&|_| true, order, each);
    }

    /// [`Cells::in_order`] of those cells that are kept.
    pub fn some_in_order<O: Ord>(
        &self,
        keeps: &dyn Fn(&K) -> bool,
        order: impl Fn(&K) -> O,
        each: &mut dyn FnMut(&K, &V),
    ) {
        if self.sealed.is_empty() || !self.own.is_empty() {
            let kept = self.iter().filter(|(key, _)| keeps(key));
            let mut cells: Vec<(O, &K, &V)> = kept.map(|(key, value)| (order(key), key, value)).collect();
            cells.sort_unstable_by(|(a, ..), (b, ..)| a.cmp(b));
            return cells.into_iter().for_each(|(_, key, value)| each(key, value));
        }
        // What is sorted is small; what it stands for stays where it is.
        let mut cells: Vec<(K, &Sealed, u32)> = Vec::new();
        let mut sorted: Vec<(O, u32)> = Vec::new();
        for sealed in &self.sealed {
            places(&sealed.bytes, K::COLUMNS, &mut |columns, place| {
                let key = sealed.key(columns);
                if keeps(&key) {
                    sorted.push((order(&key), cells.len() as u32));
                    cells.push((key, sealed, place as u32));
                }
            });
        }
        sorted.sort_unstable();
        let mut columns = vec![0; V::COLUMNS];
        for same in sorted.chunk_by(|(a, _), (b, _)| a == b) {
            let mut parts = same.iter().filter_map(|(_, at)| cells.get(*at as usize));
            let mut part = || {
                let (key, sealed, place) = parts.next()?;
                values_at(&sealed.bytes, *place as usize, &mut columns);
                Some((key, V::read(&columns)))
            };
            // Most cells come once: nothing is to be added to them.
            let Some((key, mut all)) = part() else { continue };
            while let Some((_, part)) = part() {
                all.add(&part);
            }
            if let Some(tells) = self.tells {
                all.settle(tells);
            }
            each(key, &all);
        }
    }

    /// Opens what is sealed.
    pub fn open(&mut self) {
        match self.all.take() {
            Some(all) => self.own = all,
            None => {
                let own = std::mem::take(&mut self.own);
                self.own = self.opened(own);
            }
        }
        self.sealed.clear();
        self.tells = None;
    }

    /// Seals what is open.
    pub fn seal(&mut self) {
        self.open();
        let own = std::mem::take(&mut self.own);
        if !own.is_empty() {
            self.sealed.push(Sealed::of(&own));
        }
    }

    /// All cells, taken out.
    pub fn take(&mut self) -> FxHashMap<K, V> {
        std::mem::take(&mut **self)
    }

    fn opened(&self, mut cells: FxHashMap<K, V>) -> FxHashMap<K, V> {
        cells.reserve(self.sealed.iter().map(|sealed| sealed.rows).sum());
        self.sealed.iter().for_each(|sealed| sealed.each(|key, value| enter(&mut cells, key, &value)));
        if let Some(tells) = self.tells {
            cells.values_mut().for_each(|value| value.settle(tells));
        }
        cells
    }
}

fn enter<K: Key, V: Value>(cells: &mut FxHashMap<K, V>, key: K, value: &V) {
    cells.entry(key).or_default().add(value);
}

impl Sealed {
    #[inline(never)]
    fn of<K: Key, V: Value>(cells: &FxHashMap<K, V>) -> Self {
        let mut packer = Packer::new(cells.len(), K::COLUMNS, V::COLUMNS);
        for (key, value) in cells {
            packer.push(|keys, values| {
                key.write(keys);
                value.write(values);
            });
        }
        Self { bytes: packer.finish(), rows: cells.len(), maps: None }
    }

    fn each<K: Key, V: Value>(&self, mut cell: impl FnMut(K, V)) {
        unpack(&self.bytes, K::COLUMNS, V::COLUMNS, &mut |keys, values| cell(self.key(keys), V::read(values)));
    }

    /// The key of such columns, with the ids of today.
    fn key<K: Key>(&self, columns: &[u64]) -> K {
        let key = K::read(columns);
        self.maps.as_ref().map_or(key, |maps| key.mapped(maps))
    }
}

impl<K: Key, V: Value> Deref for Cells<K, V> {
    type Target = FxHashMap<K, V>;

    fn deref(&self) -> &Self::Target {
        if self.sealed.is_empty() { &self.own } else { self.all.get_or_init(|| self.opened(self.own.clone())) }
    }
}

impl<K: Key, V: Value> DerefMut for Cells<K, V> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        if !self.sealed.is_empty() {
            self.open();
        }
        &mut self.own
    }
}

impl<K, V> Default for Cells<K, V> {
    fn default() -> Self {
        Self { own: FxHashMap::default(), sealed: Vec::new(), tells: None, all: OnceLock::new() }
    }
}

impl<K: Key + fmt::Debug, V: Value + fmt::Debug> fmt::Debug for Cells<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<K: Key, V: Value + PartialEq> PartialEq for Cells<K, V> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<'c, K: Key, V: Value> IntoIterator for &'c Cells<K, V> {
    type Item = (&'c K, &'c V);
    type IntoIter = std::collections::hash_map::Iter<'c, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K: Key, V: Value> Serialize for Cells<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let are_mapped = self.sealed.iter().any(|sealed| sealed.maps.is_some());
        let open =
            (are_mapped || !self.own.is_empty()).then(|| Sealed::of(if are_mapped { &**self } else { &self.own }));
        let sealed: Vec<&Sealed> = self.sealed.iter().filter(|_| !are_mapped).chain(&open).collect();
        let parcel = Parcel {
            bytes: sealed.iter().map(|sealed| &*sealed.bytes).collect::<Vec<_>>().concat(),
            rows: sealed.iter().map(|sealed| sealed.rows).sum(),
            tells: self.tells.filter(|_| !are_mapped),
        };
        parcel.serialize(serializer)
    }
}

impl<'de, K: Key, V: Value> Deserialize<'de> for Cells<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Parcel { bytes, rows, tells } = Parcel::deserialize(deserializer)?;
        let is_filled = rows > 0;
        let sealed = is_filled.then_some(Sealed { bytes, rows, maps: None }).into_iter().collect();
        Ok(Self { sealed, tells: tells.filter(|_| is_filled), ..Self::default() })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::Arc;

    use super::{Cells, Laid, Maps};
    use crate::{
        model::{Day, LineType, Outcome, OutcomeSet},
        tally::{CellKey, Tally, Tells},
    };

    fn key(number: u32, day: i32) -> CellKey {
        CellKey { number, day: Day(day), campaign: 0, team: 0, line: LineType::Mobile }
    }

    /// As it comes from a worker.
    fn sealed(days: impl Iterator<Item = (u32, i32)>) -> Cells<CellKey, Tally> {
        let mut cells = Cells::<CellKey, Tally>::default();
        for (number, day) in days {
            let tally = cells.entry(key(number, day)).or_default();
            tally.outcomes[Outcome::Answered.index()] += number;
            tally.outcomes[Outcome::Voicemail.index()] += day as u32;
        }
        postcard::from_bytes(&postcard::to_allocvec(&cells).unwrap()).unwrap()
    }

    #[test]
    fn sealed_cells_are_handed_out_in_order_as_if_they_were_open() {
        let maps = Arc::new(Maps { numbers: vec![0, 3, 1, 2], ..Maps::default() });
        let mut cells = sealed((1..4).flat_map(|number| (1..50).map(move |day| (number, day))));
        // The fortieth to the forty-ninth day stand in both, under other ids.
        cells.merge(&sealed((1..4).flat_map(|number| (40..90).map(move |day| (number, day)))), &maps);
        cells.settle(Tells { outcomes: OutcomeSet::default(), hang_ups: true, conversions: false });
        let mut found = Vec::new();
        cells.in_order(|key| (key.day, *key), &mut |key, tally| found.push((*key, tally.clone())));
        assert!(found.is_sorted_by_key(|(key, _)| (key.day, *key)));
        let mut open = cells.clone();
        open.open();
        let mut again = open.clone();
        again.seal();
        assert_eq!(again, open);
        let mut expected: Vec<_> = open.iter().map(|(key, tally)| (*key, tally.clone())).collect();
        expected.sort_unstable_by_key(|(key, _)| (key.day, *key));
        assert_eq!(found, expected);
        assert_eq!(found.len(), 3 * 89);
        assert!(found.iter().all(|(_, tally)| tally.known[Outcome::Voicemail.index()] == 0));
    }

    #[test]
    fn what_is_open_sealed_and_still_to_be_settled_crosses_together() {
        let mut cells = sealed((1..4).flat_map(|number| (1..50).map(move |day| (number, day))));
        let mut laid = Laid::default();
        for day in 40..60 {
            laid.push(key(1, day), &Tally { talk_ms: 7, ..Tally::default() });
        }
        cells.open();
        cells.take_in(laid);
        cells.settle(Tells { outcomes: OutcomeSet::default(), hang_ups: true, conversions: false });
        assert!(!cells.own.is_empty() && !cells.sealed.is_empty());
        let crossed: Cells<CellKey, Tally> = postcard::from_bytes(&postcard::to_allocvec(&cells).unwrap()).unwrap();
        assert_eq!(crossed.len(), 3 * 49 + 10);
        assert!(crossed.values().any(|tally| tally.hang_up_known > 0));
        assert_eq!(crossed, cells);
    }
}
