//! Ringover, by the names of its API and those of a French importer: no export header was found.
//! Source: `export-formats.md` §4.
//!
//! Segments of a call share its `call_id`; the longest stays. A declined call cannot be told.

use super::{System, VOCABULARY};
use crate::{
    import::words::{Entry, MACHINE, NONE},
    model::{Outcome, Role},
};

pub static RINGOVER: System = System {
    id: "ringover",
    signatures: &[&["last_state", "incall_duration"], &["last_state", "from_number", "to_number"]],
    columns: &[
        ("start_time", Role::Started),
        ("from_number", Role::Caller),
        ("to_number", Role::Callee),
        ("direction", Role::Direction),
        ("last_state", Role::Outcome),
        ("tags", Role::Result),
        ("incall_duration", Role::Talk),
        ("total_duration", Role::Duration),
        ("UserName", Role::Agent),
        ("user", Role::Agent),
        ("scenario_name", Role::Campaign),
        ("amd", Role::Voicemail),
        ("answering_machine_detection", Role::Voicemail),
        ("call_id", Role::CallId),
    ],
    known: &[(Role::Outcome, &[Outcome::NoAnswer, Outcome::Canceled, Outcome::Failed])],
    bare_is_international: true,
    words: WORDS,
    ..VOCABULARY
};

const WORDS: &[Entry] = &[
    (Some(Outcome::Voicemail), MACHINE, &["fax received", "fax out sent", "fax out not sent", "announce"]),
    (Some(Outcome::Failed), NONE, &["fax failed", "incorrect pincode"]),
];
