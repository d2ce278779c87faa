//! One file, read by several: which ranges it is cut into, and the joining of what comes back.

use serde::{Deserialize, Serialize};

use super::{ingest::FileResult, part::Part};
use crate::{import::Span, model::Problem};

/// The shortest part that is worth a worker of its own, in bytes.
pub const LEAST_PART_BYTES: u64 = 8 << 20;

/// One reading of one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Which part, from 0.
    pub at: usize,
    /// Its bytes.
    pub span: Span,
    /// What a first reading of the whole file has shown about its dates.
    pub day_first: Option<bool>,
}

/// What is to be done once all that was handed out has come back.
#[derive(Debug)]
pub enum Verdict {
    /// The file is read, or nothing of it can be.
    Read(Box<Result<FileResult, Problem>>),
    /// Its dates contradict the order that was taken: all parts must be read again.
    Again(Vec<Share>),
    /// The parts do not meet: one worker must read it from end to end.
    Alone,
}

/// The parts of one file. Each is joined as soon as all before it are here.
#[derive(Debug)]
pub struct Parts {
    cuts: Vec<u64>,
    day_first: Option<bool>,
    slots: Vec<Option<Result<Part, Problem>>>,
    joined: Option<Result<Part, Problem>>,
    /// How many of the slots have been taken.
    taken: usize,
    apart: bool,
}

impl Parts {
    /// A file of that many bytes, cut so that each worker has about as much to read.
    pub fn new(bytes: u64, workers: usize) -> Self {
        let count = (bytes / LEAST_PART_BYTES).clamp(1, workers.max(1) as u64);
        Self::cut((1..count).map(|at| bytes / count * at).collect())
    }

    /// A file that is cut at these bytes, in rising order.
    pub fn cut(cuts: Vec<u64>) -> Self {
        let slots = (0..=cuts.len()).map(|_| None).collect();
        Self { cuts, day_first: None, slots, joined: None, taken: 0, apart: false }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.slots.len()
    }

    /// What is to be read.
    pub fn shares(&self) -> Vec<Share> {
        let starts = [0].into_iter().chain(self.cuts.iter().copied());
        let ends = self.cuts.iter().copied().chain([u64::MAX]);
        let shares = starts.zip(ends).enumerate();
        shares.map(|(at, (from, to))| Share { at, span: Span { from, to }, day_first: self.day_first }).collect()
    }

    /// Takes what was read; the answer comes with the last part.
    pub fn done(&mut self, at: usize, result: Result<Part, Problem>) -> Option<Verdict> {
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Some(result);
        }
        while let Some(result) = self.slots.get_mut(self.taken).and_then(Option::take) {
            self.taken += 1;
            self.join(result);
        }
        (self.taken == self.slots.len()).then(|| self.verdict())
    }

    fn join(&mut self, result: Result<Part, Problem>) {
        match (&mut self.joined, result) {
            (None, result) => self.joined = Some(result),
            (Some(Ok(joined)), Ok(next)) => self.apart |= !joined.is_whole() && !joined.join(next),
            (Some(Ok(joined)), Err(_)) => self.apart |= !joined.is_whole(),
            (Some(Err(_)), _) => {}
        }
    }

    fn verdict(&mut self) -> Verdict {
        let result = match self.joined.take() {
            Some(Ok(joined)) if !self.apart => Ok(joined.finish()),
            Some(Err(problem)) => Err(problem),
            _ => return Verdict::Alone,
        };
        match &result {
            Ok(result) if self.day_first.is_none() && result.account.reread_day_first.is_some() => {
                let day_first = result.account.reread_day_first;
                *self = Self { day_first, ..Self::cut(std::mem::take(&mut self.cuts)) };
                Verdict::Again(self.shares())
            }
            _ => Verdict::Read(Box::new(result)),
        }
    }
}
