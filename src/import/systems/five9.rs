//! Five9, saved report "Call Log", outbound and inbound variant. Source: `export-formats.md` §16.
//!
//! The inbound variant has no CALL TYPE: all its rows are calls received. Outbound, ANI is the own number and DNIS the one dialled. Legs share their CALL ID. TIMESTAMP has no zone.

use super::{Basis, Numbering, PLAIN, System};
use crate::{
    import::words::{Entry, NONE, Traits},
    model::{Outcome, Role},
};

pub static FIVE9: System = System {
    id: "five9",
    basis: Basis::Header,
    signatures: &[
        &["BILL TIME (ROUNDED)", "AFTER CALL WORK TIME", "DNIS", "CALL TYPE"],
        &["CALL ID", "CALL TYPE", "DISPOSITION", "ANI", "DNIS", "TALK TIME"],
    ],
    columns: &[
        ("TIMESTAMP", Role::Started),
        ("ANI", Role::Caller),
        ("DNIS", Role::Callee),
        ("CALL TYPE", Role::Direction),
        ("DISPOSITION", Role::Outcome),
        ("TALK TIME", Role::Talk),
        ("RING TIME", Role::Ring),
        ("AGENT NAME", Role::Agent),
        ("AGENT", Role::Agent),
        ("CAMPAIGN", Role::Campaign),
        ("SKILL", Role::Team),
        ("CALL ID", Role::CallId),
    ],
    known: &[(Role::Outcome, &[Outcome::Answered, Outcome::NoAnswer, Outcome::Invalid])],
    words: WORDS,
    ..PLAIN
};

pub static FIVE9_INBOUND: System = System {
    id: "five9",
    basis: Basis::Header,
    signatures: &[&["BILL TIME (ROUNDED)", "AFTER CALL WORK TIME", "DNIS", "SKILL"]],
    columns: FIVE9.columns,
    known: FIVE9.known,
    numbering: Numbering::InboundOnly,
    ..PLAIN
};

/// Dispositions that the system sets itself, beside those that any system has.
const WORDS: &[Entry] = &[
    (Some(Outcome::Answered), NONE, &["caller disconnected"]),
    (Some(Outcome::NoAnswer), NONE, &["max dial attempts", "no party contact"]),
    (Some(Outcome::Failed), NONE, &["agent error", "system shutdown"]),
    (None, Traits::NOT_DIALLED, &["duplicated callback request"]),
];
