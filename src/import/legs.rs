//! Several rows of one call → one call, without keeping the rows: a call waits until 4,096 more rows have come and two
//! minutes have passed, so that its other legs can join it. Ids that have left are remembered a while longer, each in
//! the one place that its hash asks for, until another id asks for the same: of the last 100,000 calls, four in five.

use std::collections::VecDeque;

use rustc_hash::{FxHashMap, FxHashSet};

use super::calls::ReadCall;
use crate::model::{Aside, Outcome};

const WINDOW_ROWS: u64 = 4_096;
const WINDOW_SECS: i64 = 120;
/// Calls that wait at most, however many are made in two minutes.
const MOST_WAITING: usize = 65_536;
/// Places for ids that have left: 8 MB. A power of two.
const REMEMBERED: usize = 524_288;

/// Joins rows that share a call id.
#[derive(Debug, Default)]
pub struct Legs {
    waiting: VecDeque<Waiting>,
    first: u64,
    places: FxHashMap<u64, u64>,
    /// Id and record of calls that have left; empty until the first one does.
    past: Vec<(u64, u64)>,
    row: u64,
}

#[derive(Debug)]
struct Waiting {
    id: u64,
    record: u64,
    row: u64,
    call: ReadCall,
}

impl Legs {
    /// Takes a row with its id and the hash of its record. The answer says why the row, or the one that it
    /// replaces, is set aside; a call that cannot be joined any more is pushed on `ready`.
    pub fn push(&mut self, id: u64, record: u64, call: ReadCall, ready: &mut VecDeque<ReadCall>) -> Option<Aside> {
        self.row += 1;
        self.release(call.start_secs, ready);
        if let Some(place) = self.places.get(&id)
            && let Some(other) = self.waiting.get_mut((place - self.first) as usize)
        {
            if other.record == record {
                return Some(Aside::Duplicate);
            }
            if weight(&call) > weight(&other.call) {
                (other.call, other.record) = (call, record);
            }
            return Some(Aside::Leg);
        }
        if let Some((past, known)) = self.past.get(id as usize % REMEMBERED)
            && *past == id
        {
            return Some(if *known == record { Aside::Duplicate } else { Aside::LateLeg });
        }
        self.places.insert(id, self.first + self.waiting.len() as u64);
        self.waiting.push_back(Waiting { id, record, row: self.row, call });
        None
    }

    /// All calls that still wait.
    pub fn finish(&mut self, ready: &mut VecDeque<ReadCall>) {
        while !self.waiting.is_empty() {
            self.pop(ready);
        }
    }

    fn release(&mut self, now_secs: i64, ready: &mut VecDeque<ReadCall>) {
        while let Some(oldest) = self.waiting.front() {
            let far = self.row - oldest.row > WINDOW_ROWS && (now_secs - oldest.call.start_secs).abs() > WINDOW_SECS;
            if !far && self.waiting.len() < MOST_WAITING {
                return;
            }
            self.pop(ready);
        }
    }

    fn pop(&mut self, ready: &mut VecDeque<ReadCall>) {
        let Some(oldest) = self.waiting.pop_front() else { return };
        self.first += 1;
        self.places.remove(&oldest.id);
        if self.past.is_empty() {
            self.past.resize(REMEMBERED, (0, 0));
        }
        if let Some(place) = self.past.get_mut(oldest.id as usize % REMEMBERED) {
            *place = (oldest.id, oldest.record);
        }
        ready.push_back(oldest.call);
    }
}

/// The leg that counts: the one that a human answered, then the longest.
fn weight(call: &ReadCall) -> (u8, u32) {
    let rank = match call.call.outcome {
        Outcome::Answered => 2,
        Outcome::Voicemail => 1,
        _ => 0,
    };
    (rank, call.call.talk_ms.unwrap_or(0))
}

/// Finds rows that stand in the file twice, in files without call ids.
#[derive(Debug, Default)]
pub struct Twins {
    order: VecDeque<u64>,
    seen: FxHashSet<u64>,
}

impl Twins {
    /// Whether the same record was among the last 4,096.
    pub fn is_twin(&mut self, record: u64) -> bool {
        if self.order.len() as u64 >= WINDOW_ROWS
            && let Some(forgotten) = self.order.pop_front()
        {
            self.seen.remove(&forgotten);
        }
        if !self.seen.insert(record) {
            return true;
        }
        self.order.push_back(record);
        false
    }
}
