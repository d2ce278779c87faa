//! Telnyx, by the words of its events: the header of its reports was not found. Source: `export-formats.md` §22.

use super::{System, VOCABULARY};
use crate::model::{Outcome, Role};

pub static TELNYX: System = System {
    id: "telnyx",
    signatures: &[&["hangup_cause", "hangup_source", "from", "to"]],
    columns: &[
        ("start_time", Role::Started),
        ("from", Role::Caller),
        ("to", Role::Callee),
        ("direction", Role::Direction),
        ("hangup_cause", Role::Cause),
    ],
    known: &[(
        Role::Cause,
        &[Outcome::NoAnswer, Outcome::Rejected, Outcome::Busy, Outcome::Canceled, Outcome::Invalid, Outcome::Failed],
    )],
    ..VOCABULARY
};
