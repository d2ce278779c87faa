//! OVH télécom, by the names of its API: no document header was found. Source: `export-formats.md` §25.
//!
//! Consumption only: calls that nobody answered may be missing.

use super::{System, VOCABULARY};
use crate::{import::direction::Direction, model::Role};

pub static OVH: System = System {
    id: "ovh",
    signatures: &[&["wayType", "called", "calling"], &["hangupNature", "creationDatetime"]],
    columns: &[
        ("creationDatetime", Role::Started),
        ("calling", Role::Caller),
        ("called", Role::Callee),
        ("wayType", Role::Direction),
        ("duration", Role::Talk),
        ("consumptionId", Role::CallId),
    ],
    direction,
    ..VOCABULARY
};

fn direction(word: &str) -> Option<Direction> {
    if word == "transfer" { Some(Direction::Transfer) } else { Direction::of(word) }
}
