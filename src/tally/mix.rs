//! What the calls of one number's day were like: the parts of the day and the attempts that they fall on, and how many
//! of each were answered. Apart from the main cube, where it would double the cells.

use super::{cells::Value, cube::column, pack::Filled};
use crate::model::{AttemptClass, Call, DayPart, Outcome};

const PARTS: usize = DayPart::ALL.len();
const ATTEMPTS: usize = AttemptClass::ALL.len();

/// Calls, and those answered.
pub type Counts = [u32; 2];

/// What is kept per number and day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MixTally {
    /// By part of the day, where the file gives hours.
    pub parts: [Counts; PARTS],
    /// By attempt, where the file counts them.
    pub attempts: [Counts; ATTEMPTS],
}

impl MixTally {
    /// Whether a call tells anything of this.
    pub fn tells(call: &Call) -> bool {
        call.hour.is_some() || call.attempt.is_some()
    }

    /// Enters one call.
    pub fn push(&mut self, call: &Call) {
        let answered = u32::from(call.outcome == Outcome::Answered);
        if let Some(hour) = call.hour {
            enter(&mut self.parts[DayPart::of_hour(hour) as usize], [1, answered]);
        }
        if let Some(attempt) = call.attempt {
            enter(&mut self.attempts[AttemptClass::of(attempt) as usize], [1, answered]);
        }
    }

    /// Adds another.
    pub fn merge(&mut self, other: &Self) {
        let ours = self.parts.iter_mut().chain(&mut self.attempts);
        ours.zip(other.parts.iter().chain(&other.attempts)).for_each(|(ours, theirs)| enter(ours, *theirs));
    }
}

fn enter(counts: &mut Counts, more: Counts) {
    counts[0] += more[0];
    counts[1] += more[1];
}

impl Value for MixTally {
    const COLUMNS: usize = 2 * (PARTS + ATTEMPTS);

    fn write(&self, numbers: &mut Filled) {
        numbers.put_all(self.parts.as_flattened());
        numbers.put_all(self.attempts.as_flattened());
    }

    fn read(columns: &[u64]) -> Self {
        let counts = |at: usize| [column(columns, 2 * at) as u32, column(columns, 2 * at + 1) as u32];
        Self { parts: std::array::from_fn(counts), attempts: std::array::from_fn(|at| counts(PARTS + at)) }
    }

    fn add(&mut self, other: &Self) {
        self.merge(other);
    }
}
