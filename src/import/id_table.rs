//! Ids → places, where each id comes once and goes again a few thousand rows later. A map that marks what has gone
//! would have to be cleaned again and again; here what stood behind it moves up.

/// Open addressing: a power of two of slots, at most half of them taken. Ids are hashes already.
#[derive(Debug, Default)]
pub struct IdTable {
    slots: Vec<Slot>,
    taken: usize,
}

/// An id and its place, which is no [`FREE`] one.
type Slot = (u64, u64);

/// The place of a slot that holds nothing. No table holds as many places.
const FREE: u64 = u64::MAX;
const EMPTY: Slot = (0, FREE);

const FEWEST_SLOTS: usize = 1_024;

impl IdTable {
    /// The place of an id.
    #[inline]
    pub fn get(&self, id: u64) -> Option<u64> {
        let mut at = id as usize;
        while let Some((other, place)) = self.slot(at) {
            if other == id {
                return Some(place);
            }
            at += 1;
        }
        None
    }

    /// Enters an id that is not here.
    #[inline]
    pub fn insert(&mut self, id: u64, place: u64) {
        if self.taken * 2 >= self.slots.len() {
            let grown = (self.slots.len() * 2).max(FEWEST_SLOTS);
            let old = std::mem::replace(&mut self.slots, vec![EMPTY; grown]);
            old.into_iter().filter(|(_, place)| *place != FREE).for_each(|(id, place)| self.lay(id, place));
        }
        self.lay(id, place);
        self.taken += 1;
    }

    /// Takes an id out, if it is here.
    #[inline]
    pub fn remove(&mut self, id: u64) {
        let mut hole = id as usize;
        loop {
            match self.slot(hole) {
                Some((other, _)) if other != id => hole += 1,
                Some(_) => break,
                None => return,
            }
        }
        let mask = self.slots.len() - 1;
        let mut next = hole + 1;
        while let Some((other, place)) = self.slot(next) {
            // It moves up unless its own slot lies behind the hole.
            let from_home = next.wrapping_sub(other as usize) & mask;
            if from_home >= (next - hole) & mask {
                self.slots[hole & mask] = (other, place);
                hole = next;
            }
            next += 1;
        }
        self.slots[hole & mask] = EMPTY;
        self.taken -= 1;
    }

    fn lay(&mut self, id: u64, place: u64) {
        let mut at = id as usize;
        while self.slot(at).is_some() {
            at += 1;
        }
        let mask = self.slots.len() - 1;
        self.slots[at & mask] = (id, place);
    }

    #[inline]
    fn slot(&self, at: usize) -> Option<(u64, u64)> {
        self.slots.get(at & self.slots.len().wrapping_sub(1)).copied().filter(|(_, place)| *place != FREE)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, VecDeque};

    use super::IdTable;

    /// Ids that crowd in few slots, from the end of the table over to its begin.
    fn id(at: u64) -> u64 {
        (at.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) << 20 | ((at * 7) % 40).wrapping_sub(20) & 0xF_FFFF
    }

    #[test]
    fn it_holds_what_a_map_would_hold() {
        let (mut table, mut map, mut order) = (IdTable::default(), HashMap::new(), VecDeque::new());
        for at in 0..6_000 {
            let id = id(at);
            assert_eq!(table.get(id), map.get(&id).copied());
            if map.insert(id, at).is_none() {
                table.insert(id, at);
                order.push_back(id);
            } else {
                map.insert(id, table.get(id).unwrap_or(0));
            }
            if order.len() > 700 + (at as usize / 1_000) * 100
                && let Some(gone) = order.pop_front()
            {
                map.remove(&gone);
                table.remove(gone);
                assert_eq!(table.get(gone), None);
                table.remove(gone);
            }
        }
        assert_eq!(table.taken, map.len());
        for (id, place) in map {
            assert_eq!(table.get(id), Some(place));
        }
    }
}
