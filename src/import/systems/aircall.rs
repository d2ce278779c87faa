//! Aircall, call history export, all three generations. Source: `export-formats.md` §1.
//!
//! No reason is given for an outbound call that nobody answered: busy, declined and unallocated cannot be told apart.
//! "Answered" includes greetings; only a tag (`Répondeur`, `NRP`) says so. A line is a team, never a campaign.

use super::{Basis, PLAIN, System};
use crate::model::{Outcome, Role};

pub static AIRCALL: System = System {
    id: "aircall",
    basis: Basis::Header,
    signatures: &[
        &["duration (in call)", "missed_call_reason", "number timezone"],
        &["duration (in call)", "duration (total)", "direction", "answered"],
        &["call start time", "customer number", "aircall number", "in-call duration"],
    ],
    columns: &[
        ("datetime (tz offset incl.)", Role::Started),
        ("date (TZ offset incl.)", Role::Date),
        ("time (TZ offset incl.)", Role::Time),
        ("call start time", Role::Started),
        ("datetime (utc)", Role::Started),
        ("from", Role::Caller),
        ("to", Role::Callee),
        ("aircall number", Role::Own),
        ("customer number", Role::Callee),
        ("direction", Role::Direction),
        ("call direction", Role::Direction),
        ("call type", Role::Direction),
        ("answered", Role::Outcome),
        ("tags", Role::Result),
        ("duration (in call)", Role::Talk),
        ("in-call duration", Role::Talk),
        ("duration (total)", Role::Duration),
        ("waiting time", Role::Ring),
        ("user", Role::Agent),
        ("team", Role::Team),
        ("line", Role::Team),
        ("call id", Role::CallId),
        ("call id (uuid)", Role::CallId),
    ],
    in_utc: &[("datetime (utc)", Role::Started)],
    known: &[(Role::Outcome, &[Outcome::Answered, Outcome::NoAnswer])],
    bare_is_international: true,
    ..PLAIN
};
