//! Talkdesk, Calls report. Source: `export-formats.md` §17.
//!
//! The call type is both way and fate: whatever does not begin with "outbound" was received. Who answered is told by
//! the talk time.

use super::{Basis, PLAIN, System};
use crate::{
    import::direction::Direction,
    model::{Outcome, Role},
};

pub static TALKDESK: System = System {
    id: "talkdesk",
    basis: Basis::Header,
    signatures: &[
        &["Interaction ID", "Talkdesk Phone Number", "Customer Phone Number"],
        &["Interaction ID", "Talkdesk Phone Number", "Talk Time"],
    ],
    columns: &[
        ("Start Time", Role::Started),
        ("Talkdesk Phone Number", Role::Own),
        ("Customer Phone Number", Role::Callee),
        ("Call Type", Role::Direction),
        ("Disposition Code", Role::Result),
        ("Talk Time", Role::Talk),
        ("Waiting Time", Role::Ring),
        ("Wait time", Role::Ring),
        ("Agent Name", Role::Agent),
        ("User ID", Role::Agent),
        ("Team", Role::Team),
        ("Interaction ID", Role::CallId),
    ],
    known: &[(Role::Talk, &[Outcome::NoAnswer])],
    direction,
    ..PLAIN
};

fn direction(word: &str) -> Option<Direction> {
    if word.contains("outbound") {
        return Some(Direction::Outbound);
    }
    Direction::of(word).or(Some(Direction::Inbound))
}
