//! Genesys Cloud, Performance > Interactions. Its columns are chosen by the user; the export's own come first.
//! Source: `export-formats.md` §17.
//!
//! The duration is that of the interaction, in milliseconds; only wrap-up codes tell what became of a call.

use super::{Basis, PLAIN, System};
use crate::{
    import::{
        direction::Direction,
        duration::Unit,
        words::{Entry, MACHINE, NONE},
    },
    model::{Aside, Outcome, Role},
};

pub static GENESYS: System = System {
    id: "genesys",
    basis: Basis::Header,
    signatures: &[&["Full Export Completed", "Partial Result Timestamp"]],
    columns: &[
        ("Date", Role::Started),
        ("ANI", Role::Caller),
        ("DNIS", Role::Callee),
        ("Remote", Role::Callee),
        ("Direction", Role::Direction),
        ("Initial Direction", Role::Direction),
        ("Wrap-up", Role::Result),
        ("Total Talk", Role::Talk),
        ("Duration", Role::Duration),
        ("Users", Role::Agent),
        ("Queue", Role::Team),
        ("First Queue", Role::Team),
        ("Campaign", Role::Campaign),
        ("Conversation ID", Role::CallId),
        ("Interaction ID", Role::CallId),
    ],
    bare_durations: Some(Unit::Milliseconds),
    direction,
    words: WORDS,
    only: Some(("Media Type", "voice", Aside::NotDialled)),
    ..PLAIN
};

/// `Inbound/Outbound` began as a call received.
fn direction(word: &str) -> Option<Direction> {
    if word.starts_with("inbound") { Some(Direction::Inbound) } else { Direction::of(word) }
}

/// Codes that the dialer sets itself.
const WORDS: &[Entry] = &[
    (Some(Outcome::Voicemail), MACHINE, &["inin outbound machine", "inin outbound fax"]),
    (Some(Outcome::Busy), NONE, &["inin outbound busy"]),
    (Some(Outcome::NoAnswer), NONE, &["inin outbound no answer"]),
    (None, NONE, &["inin wrap up timeout"]),
];
