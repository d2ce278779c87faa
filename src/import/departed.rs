//! Calls that wait for no leg any more, remembered so that a late one is told from a new call: the last 131,072 of them,
//! in the order in which they left. A table says where each lies: two places for all ids with the same hash, of which
//! the one taken first is given to the next. Of the last 100,000 calls, four in five are found.
//!
//! Nearly every row asks, and nearly none is answered. What is read for that, 256 KB of tags, is small enough to stay close
//! to the processor; the rest is written and hardly ever read.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::seam::Span;
use crate::model::bytes;

/// Calls remembered: 2 MB. A power of two.
const SLOTS: usize = 131_072;
/// Pairs of places.
const PAIRS: usize = SLOTS / 2;
/// Words of bits by which ids are first told from others: 512 KB.
const WORDS: usize = 65_536;

/// The calls that have left.
#[derive(Debug, Default)]
pub struct Departed {
    /// Id and record, a ring.
    calls: Vec<(u64, u64)>,
    /// The tag of the call in each place, one bit up; 0 where there is none. The lowest bit of a pair's first says which
    /// of the two was taken last. Empty until the first call leaves.
    tags: Vec<[u16; 2]>,
    /// The slot in the ring of the call in each place.
    slots: Vec<[u32; 2]>,
    /// How many have left.
    count: usize,
    /// New ids for which a place was free, kept where the rows before are read elsewhere.
    asked: Option<Vec<u64>>,
}

fn pair_of(id: u64) -> usize {
    id as usize % PAIRS
}

/// Bits of an id that its pair does not tell; never 0.
fn tag_of(id: u64) -> u16 {
    (id >> 49) as u16 + u16::from(id >> 49 == 0)
}

impl Departed {
    /// None yet, of a part of a file that is not its first.
    pub fn of_a_part() -> Self {
        Self { asked: Some(Vec::new()), ..Self::default() }
    }

    /// Whether no call has left.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The hash of the record of the call that had the id of a row; `None` where none is known.
    #[inline]
    pub fn look_for(&mut self, id: u64) -> Option<u64> {
        let tags = self.tags.get(pair_of(id)).copied().unwrap_or_default().map(|tag| tag >> 1);
        let tag = tag_of(id);
        if tags.contains(&tag)
            && let Some(record) = self.record_of(id)
        {
            return Some(record);
        }
        // Where as many have left as are remembered, nobody would know it.
        if tags.contains(&0)
            && self.count < SLOTS
            && let Some(asked) = &mut self.asked
        {
            asked.push(id);
        }
        None
    }

    #[cold]
    fn record_of(&self, id: u64) -> Option<u64> {
        let slots = self.slots.get(pair_of(id))?;
        let mut calls = slots.iter().filter_map(|slot| self.calls.get(*slot as usize));
        calls.find(|(known, _)| *known == id).map(|(_, record)| *record)
    }

    /// Remembers a call.
    #[inline]
    pub fn enter(&mut self, id: u64, record: u64) {
        let slot = self.count % SLOTS;
        match self.calls.get_mut(slot) {
            Some(call) => *call = (id, record),
            None => self.calls.push((id, record)),
        }
        if self.tags.is_empty() {
            (self.tags, self.slots) = (vec![[0; 2]; PAIRS], vec![[0; 2]; PAIRS]);
        }
        if let (Some(tags), Some(slots)) = (self.tags.get_mut(pair_of(id)), self.slots.get_mut(pair_of(id))) {
            let place = tags[0] & 1 ^ 1;
            tags[usize::from(place)] = tag_of(id) << 1;
            tags[0] = tags[0] & !1 | place;
            slots[usize::from(place)] = slot as u32;
        }
        self.count += 1;
    }

    /// What the part before is to be asked, and what the next part, if there is one, must be told.
    pub fn into_past(self, span: Span) -> Past {
        let (before, since) = self.calls.split_at(self.count % SLOTS % self.calls.len().max(1));
        let in_order = since.iter().chain(before).map(|(id, _)| *id);
        Past {
            known: if span.is_last() { Vec::new() } else { vec![Ids::of(in_order)] },
            asked: Ids::of(self.asked.unwrap_or_default().into_iter()),
        }
    }
}

/// What one part of a file has to say to the next about calls that have left.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Past {
    /// The ids remembered at its end, the oldest first, and those of the parts before.
    known: Vec<Ids>,
    /// Ids that were new here, and of which it could not tell whether they were before.
    asked: Ids,
}

/// Ids, eight bytes each; hashes grow when they are written as varints.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Ids(#[serde(with = "bytes")] Vec<u8>);

impl Ids {
    fn of(ids: impl Iterator<Item = u64>) -> Self {
        let mut bytes = Vec::with_capacity(8 * ids.size_hint().0);
        ids.for_each(|id| bytes.extend_from_slice(&id.to_le_bytes()));
        Self(bytes)
    }

    fn iter(&self) -> impl Iterator<Item = u64> {
        self.0.as_chunks().0.iter().map(|id| u64::from_le_bytes(*id))
    }
}

impl Past {
    /// Whether no id that the next part took for new was remembered here.
    pub fn allows(&self, next: &Self) -> bool {
        // Nearly always no id is in both: that is found out with a bit for each id.
        let mut bits = vec![0_u64; WORDS];
        let word_of = |id: u64| (id >> 32) as usize % WORDS;
        let bit_of = |id: u64| 1 << (id >> 26 & 63);
        self.known().for_each(|id| bits[word_of(id)] |= bit_of(id));
        let doubtful: FxHashSet<u64> = next.asked.iter().filter(|id| bits[word_of(*id)] & bit_of(*id) != 0).collect();
        if !self.known().any(|id| doubtful.contains(&id)) {
            return true;
        }
        let mut pairs: FxHashMap<usize, [u64; 2]> = FxHashMap::default();
        for id in self.known() {
            let pair = pairs.entry(pair_of(id)).or_default();
            *pair = [pair[1], id];
        }
        next.asked.iter().all(|id| pairs.get(&pair_of(id)).is_none_or(|pair| !pair.contains(&id)))
    }

    /// The ids remembered, the oldest first.
    fn known(&self) -> impl Iterator<Item = u64> {
        self.known.iter().flat_map(Ids::iter)
    }

    /// Goes on with what the next part remembers.
    pub fn followed_by(&mut self, next: Self) {
        self.known.extend(next.known);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{Departed, SLOTS, pair_of, tag_of};
    use crate::{import::seam::Span, read::hash64};

    fn id(at: usize) -> u64 {
        hash64(0, &at.to_le_bytes())
    }

    fn departed(ids: std::ops::Range<usize>, mut departed: Departed) -> Departed {
        ids.for_each(|at| departed.enter(id(at), at as u64));
        departed
    }

    #[test]
    fn of_the_last_calls_each_that_has_its_place_is_known_and_no_other_call() {
        let count = 2 * SLOTS + 5_000;
        let mut departed = departed(0..count, Departed::default());
        let mut pairs: HashMap<usize, [usize; 2]> = HashMap::new();
        for at in 0..count {
            let pair = pairs.entry(pair_of(id(at))).or_insert([usize::MAX; 2]);
            *pair = [pair[1], at];
        }
        let mut found = 0;
        for at in 0..count {
            let is_known = at >= count - SLOTS && pairs[&pair_of(id(at))].contains(&at);
            assert_eq!(departed.look_for(id(at)), is_known.then_some(at as u64), "{at}");
            found += usize::from(is_known && at >= count - 100_000);
        }
        assert!((80_000..82_000).contains(&found), "{found}");
    }

    #[test]
    fn ids_of_one_tag_are_told_apart() {
        let mut departed = Departed::default();
        let alike = |at: u64| at << 30 | 7;
        assert!((1..4).all(|at| tag_of(alike(at)) == tag_of(alike(0)) && pair_of(alike(at)) == 7));
        departed.enter(alike(1), 1);
        departed.enter(alike(2), 2);
        let known = [0, 1, 2].map(|at| departed.look_for(alike(at)));
        assert_eq!(known, [None, Some(1), Some(2)]);
        departed.enter(alike(3), 3);
        let known = [1, 2, 3].map(|at| departed.look_for(alike(at)));
        assert_eq!(known, [None, Some(2), Some(3)]);
    }

    #[test]
    fn what_the_part_before_remembers_and_the_next_takes_for_new_is_not_allowed() {
        let first = Span { from: 0, to: 1 };
        for count in [10, SLOTS - 1, SLOTS, SLOTS + 1, SLOTS + 4_000] {
            let before = departed(0..count, Departed::default()).into_past(first);
            let allows = |at: usize| {
                let mut next = Departed::of_a_part();
                assert_eq!(next.look_for(id(at)), None);
                before.allows(&next.into_past(first))
            };
            assert!(!allows(count - 1), "{count}: the last");
            assert!(allows(count), "{count}: a new one");
            let oldest = count.saturating_sub(SLOTS);
            assert!(oldest == 0 || allows(oldest - 1), "{count}: one that is forgotten");
        }
    }

    #[test]
    fn a_part_asks_of_no_id_whose_places_its_own_calls_have_nor_once_all_before_are_forgotten() {
        let mut part = departed(0..SLOTS - 1, Departed::of_a_part());
        let is_free = |part: &Departed, at: usize| part.tags[pair_of(id(at))].map(|tag| tag >> 1).contains(&0);
        let free: Vec<usize> = (SLOTS..).filter(|at| is_free(&part, *at)).take(2).collect();
        let taken = (SLOTS..).find(|at| !is_free(&part, *at)).unwrap_or_default();
        part.look_for(id(taken));
        part.look_for(id(free[0]));
        part.enter(id(SLOTS - 1), 0);
        part.look_for(id(free[1]));
        assert_eq!(part.into_past(Span { from: 1, to: 2 }).asked.iter().collect::<Vec<_>>(), [id(free[0])]);
    }
}
