//! Several rows of one call → one call, without keeping the rows: a call waits until 4,096 more rows have come and two
//! minutes have passed, so that its other legs can join it. Calls that have left are remembered a while longer
//! (`departed.rs`).

use std::collections::VecDeque;

use super::{
    calls::ReadCall,
    departed::{Departed, Past},
    id_table::IdTable,
    seam::Span,
};
use crate::{
    model::{Aside, Outcome},
    read::hash64,
};

const WINDOW_ROWS: u64 = 4_096;
const WINDOW_SECS: i64 = 120;
/// Calls that wait at most, however many are made in two minutes.
const MOST_WAITING: usize = 65_536;
/// Joins rows that share a call id.
#[derive(Debug, Default)]
pub struct Legs {
    waiting: VecDeque<Waiting>,
    first: u64,
    places: IdTable,
    departed: Departed,
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
    pub fn push(&mut self, id: u64, record: u64, call: &ReadCall, ready: &mut VecDeque<ReadCall>) -> Option<Aside> {
        self.row += 1;
        self.release(call.start_secs, ready);
        if let Some(place) = self.places.get(id)
            && let Some(other) = self.waiting.get_mut((place - self.first) as usize)
        {
            if other.record == record {
                return Some(Aside::Duplicate);
            }
            if weight(call) > weight(&other.call) {
                (other.call, other.record) = (*call, record);
            }
            return Some(Aside::Leg);
        }
        if let Some(known) = self.departed.look_for(id) {
            return Some(if known == record { Aside::Duplicate } else { Aside::LateLeg });
        }
        self.places.insert(id, self.first + self.waiting.len() as u64);
        self.waiting.push_back(Waiting { id, record, row: self.row, call: *call });
        None
    }

    /// Whether no call has an id.
    pub fn is_idle(&self) -> bool {
        self.row == 0
    }

    /// Whether the calls that wait are those that would if reading had begun earlier.
    pub fn is_warm(&self) -> bool {
        self.row > WINDOW_ROWS + WINDOW_ROWS / 8 && !self.departed.is_empty()
    }

    /// From here on the calls that have left are those of this part alone.
    pub fn begin_part(&mut self) {
        self.departed = Departed::of_a_part();
    }

    /// What tells the state at a border: which calls wait, in which order, and for how many rows they have done so.
    pub fn digest(&self) -> u64 {
        self.waiting.iter().fold(0, |hash, one| {
            let words = [one.id, one.record, self.row - one.row];
            words.iter().fold(hash, |hash, word| hash64(hash, &word.to_le_bytes()))
        })
    }

    /// What the part before is to be asked, and what the next part, if there is one, must be told.
    pub fn into_past(self, span: Span) -> Past {
        self.departed.into_past(span)
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
        self.places.remove(oldest.id);
        self.departed.enter(oldest.id, oldest.record);
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
    seen: IdTable,
}

impl Twins {
    /// Whether no record has been asked about.
    pub fn is_idle(&self) -> bool {
        self.order.is_empty()
    }

    /// Whether the records remembered are those that would be if reading had begun earlier.
    pub fn is_warm(&self) -> bool {
        self.order.len() as u64 + 1 >= WINDOW_ROWS
    }

    /// What tells the state at a border.
    pub fn digest(&self) -> u64 {
        self.order.iter().fold(0, |hash, record| hash64(hash, &record.to_le_bytes()))
    }

    /// Whether the same record was among the last 4,096.
    pub fn is_twin(&mut self, record: u64) -> bool {
        if self.order.len() as u64 >= WINDOW_ROWS
            && let Some(forgotten) = self.order.pop_front()
        {
            self.seen.remove(forgotten);
        }
        if self.seen.get(record).is_some() {
            return true;
        }
        self.seen.insert(record, 0);
        self.order.push_back(record);
        false
    }
}
