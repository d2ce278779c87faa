//! RingCentral, by the words of its API; the headers of its call log are not verified. Source: `export-formats.md` §14.

use super::{System, VOCABULARY};
use crate::{
    import::words::{Entry, NONE, Traits},
    model::{Outcome, Role},
};

pub static RINGCENTRAL: System = System {
    id: "ringcentral",
    signatures: &[
        &["Action", "Action Result"],
        &["Action Result", "Result Description"],
        &["action", "result", "telephonyStatus"],
    ],
    columns: &[
        ("Date", Role::Date),
        ("Time", Role::Time),
        ("startTime", Role::Started),
        ("From", Role::Caller),
        ("To", Role::Callee),
        ("Phone Number", Role::Callee),
        ("Direction", Role::Direction),
        ("Action Result", Role::Outcome),
        ("result", Role::Outcome),
        ("Duration", Role::Duration),
        ("Name", Role::Agent),
    ],
    known: &[(
        Role::Outcome,
        &[Outcome::NoAnswer, Outcome::Rejected, Outcome::Blocked, Outcome::Busy, Outcome::Invalid, Outcome::Failed],
    )],
    words: WORDS,
    ..VOCABULARY
};

const WORDS: &[Entry] = &[
    (Some(Outcome::NoAnswer), NONE, &["stopped", "hang up"]),
    (
        Some(Outcome::Failed),
        NONE,
        &[
            "call failure",
            "internal error",
            "ip phone offline",
            "restricted number",
            "international disabled",
            "international restriction",
            "suspended",
            "account",
            "poor line quality",
            "no fax machine",
        ],
    ),
    (
        None,
        Traits::NOT_DIALLED,
        &[
            "resultinprogress",
            "fax receipt error",
            "fax send error",
            "fax on demand",
            "sent",
            "partially sent",
            "send error",
        ],
    ),
    (None, NONE, &["resultempty", "reply", "received", "partial receive", "receive error"]),
];
