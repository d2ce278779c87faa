//! Zoom Phone, by the names and words of its API: no export header was found. Source: `export-formats.md` §15.

use super::{System, VOCABULARY};
use crate::{
    import::words::{Entry, NONE},
    model::{Aside, Outcome, Role},
};

pub static ZOOM: System = System {
    id: "zoom",
    signatures: &[&["caller_did_number", "callee_did_number"], &["call_result", "caller_did_number"]],
    columns: &[
        ("start_time", Role::Started),
        ("caller_did_number", Role::Caller),
        ("callee_did_number", Role::Callee),
        ("direction", Role::Direction),
        ("call_result", Role::Outcome),
        ("duration", Role::Duration),
        ("caller_name", Role::Agent),
        ("department", Role::Team),
        ("site", Role::Team),
        ("call_id", Role::CallId),
        ("id", Role::CallId),
    ],
    known: &[(
        Role::Outcome,
        &[Outcome::NoAnswer, Outcome::Rejected, Outcome::Blocked, Outcome::Busy, Outcome::Canceled, Outcome::Failed],
    )],
    words: WORDS,
    picked_up: Some("answer_time"),
    only: Some(("connect_type", "external", Aside::Internal)),
    ..VOCABULARY
};

const WORDS: &[Entry] = &[
    (Some(Outcome::Answered), NONE, &["accepted", "picked up", "succeeded"]),
    (Some(Outcome::NoAnswer), NONE, &["hang up", "ring timeout", "overflowed"]),
    (Some(Outcome::Failed), NONE, &["unconnected", "invalid key", "invalid operation"]),
];
