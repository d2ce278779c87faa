//! Several rows of one call → one call, without keeping the rows: a call waits until 4,096 more rows have come and two
//! minutes have passed, so that its other legs can join it. Ids that have left are remembered a while longer, each in
//! the one place that its hash asks for, until another id asks for the same: of the last 100,000 calls, four in five.

use std::collections::VecDeque;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::{calls::ReadCall, id_table::IdTable, seam::Span};
use crate::{
    model::{Aside, Outcome, bytes},
    read::hash64,
};

const WINDOW_ROWS: u64 = 4_096;
const WINDOW_SECS: i64 = 120;
/// Calls that wait at most, however many are made in two minutes.
const MOST_WAITING: usize = 65_536;
/// Places for ids that have left: 8 MB. A power of two.
const REMEMBERED: usize = 524_288;
/// Words of bits by which ids are first told from others: 512 KB.
const WORDS: usize = 65_536;

/// Joins rows that share a call id.
#[derive(Debug, Default)]
pub struct Legs {
    waiting: VecDeque<Waiting>,
    first: u64,
    places: IdTable,
    /// Id and record of calls that have left; empty until the first one does.
    past: Vec<(u64, u64)>,
    row: u64,
    /// New ids whose place in the past was free, kept where the rows before are read elsewhere.
    asked: Option<Vec<u64>>,
}

/// What one part of a file has to say to the next about calls that have left.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Past {
    /// The ids remembered at its end, each alone in its place, and those of the parts before.
    known: Vec<Ids>,
    /// Ids that were new here, and of which it could not tell whether they were before.
    asked: Ids,
}

/// Ids, eight bytes each; hashes grow when they are written as varints.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Ids(#[serde(with = "bytes")] Vec<u8>);

impl Ids {
    fn of(ids: impl Iterator<Item = u64>) -> Self {
        Self(ids.flat_map(u64::to_le_bytes).collect())
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
        let mut places = vec![0; REMEMBERED];
        self.known().for_each(|id| places[place_of(id)] = id);
        next.asked.iter().all(|id| places[place_of(id)] != id)
    }

    /// The ids remembered; of two that ask for the same place the later has it.
    fn known(&self) -> impl Iterator<Item = u64> {
        self.known.iter().flat_map(Ids::iter)
    }

    /// Goes on with what the next part remembers.
    pub fn followed_by(&mut self, next: Self) {
        self.known.extend(next.known);
    }
}

fn place_of(id: u64) -> usize {
    id as usize % REMEMBERED
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
        match self.past.get(place_of(id)) {
            Some((past, known)) if *past == id => {
                return Some(if *known == record { Aside::Duplicate } else { Aside::LateLeg });
            }
            Some((past, _)) if *past != 0 => {}
            _ => self.asked.iter_mut().for_each(|asked| asked.push(id)),
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
        self.row > WINDOW_ROWS + WINDOW_ROWS / 8 && !self.past.is_empty()
    }

    /// From here on the past is that of this part alone.
    pub fn begin_part(&mut self) {
        self.past = Vec::new();
        self.asked = Some(Vec::new());
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
        let known = self.past.iter().map(|(id, _)| *id).filter(|id| *id != 0 && !span.is_last());
        Past { known: vec![Ids::of(known)], asked: Ids::of(self.asked.unwrap_or_default().into_iter()) }
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
        if self.past.is_empty() {
            self.past.resize(REMEMBERED, (0, 0));
        }
        if let Some(place) = self.past.get_mut(place_of(oldest.id)) {
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
