//! Sinch, CDR file (semicolons). Source: `export-formats.md` §22.
//!
//! `Result` says what became of a call, `Reason` why: BLOCKED and CANCEL say more than FAILED.

use super::{Basis, PLAIN, System};
use crate::model::{Outcome, Role};

pub static SINCH: System = System {
    id: "sinch",
    basis: Basis::Header,
    signatures: &[&["UserSpaceId", "CallTime", "Result", "Reason", "From", "To"]],
    columns: &[
        ("CallTime", Role::Started),
        ("From", Role::Caller),
        ("To", Role::Callee),
        ("Result", Role::Outcome),
        ("Reason", Role::Cause),
        ("Duration", Role::Duration),
        ("UserId", Role::Agent),
        ("CallId", Role::CallId),
    ],
    known: &[
        (Role::Outcome, &[Outcome::NoAnswer, Outcome::Busy, Outcome::Failed]),
        (Role::Cause, &[Outcome::Blocked, Outcome::Canceled]),
    ],
    bare_is_international: true,
    ..PLAIN
};
