//! The answer rate of a day lies more than 10 points below that of the last active day within the 7 days before.

use super::{
    alert::Rule,
    fall::{At, Beside, Compared, Falls},
    watched::Watched,
};
use crate::model::{Day, Settings};

/// How long ago the last active day may be.
const DAYS_BACK: i32 = 7;

/// The list of the rule's tests.
pub fn falls(settings: &Settings, period: (Day, Day)) -> Falls {
    Falls::new(Rule::AnswerRateDrop24h, settings.watch.drop_24h_points.get(), period)
}

/// Judges one active day of a subject. The change began that day.
pub fn judge(falls: &mut Falls, watched: &Watched, at: At, beside: impl FnOnce(Compared) -> Beside) {
    let Some(turn) = at.turn.checked_sub(1) else { return };
    let last = watched.active[turn];
    if last >= at.day - DAYS_BACK {
        let answers = [watched.today[at.turn], watched.today[turn]];
        falls.push(at, Compared { after: [at.day; 2], before: [last; 2], answers }, beside, || (at.day, None));
    }
}
