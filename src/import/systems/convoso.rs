//! Convoso, of VICIdial's line, by the names of its API: no export header was found. Source: `export-formats.md` §21.

use super::{System, VOCABULARY, vicidial};
use crate::{
    import::direction::Direction,
    model::{Outcome, Role},
};

pub static CONVOSO: System = System {
    id: "convoso",
    signatures: &[
        &["caller_id_displayed", "number_dialed"],
        &["caller_id_displayed", "term_reason"],
        &["number_dialed", "term_reason", "call_length"],
    ],
    columns: &[
        ("call_date", Role::Started),
        ("caller_id_displayed", Role::Caller),
        ("number_dialed", Role::Callee),
        ("phone_number", Role::Callee),
        ("call_type", Role::Direction),
        ("status", Role::Outcome),
        ("call_length", Role::Talk),
        ("user", Role::Agent),
        ("campaign", Role::Campaign),
        ("campaign_id", Role::Campaign),
        ("called_count", Role::Attempt),
        ("id", Role::CallId),
    ],
    known: &[(Role::Outcome, &[Outcome::NoAnswer, Outcome::Busy, Outcome::Invalid])],
    talk_is_conversation: false,
    direction,
    words: vicidial::WORDS,
    label: Some("status_name"),
    ..VOCABULARY
};

/// A third party on the line is a leg of a call that has its own row.
fn direction(word: &str) -> Option<Direction> {
    if word == "3way" { Some(Direction::Transfer) } else { Direction::of(word) }
}
