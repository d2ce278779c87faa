//! Kavkom, by the filters of its API, and FusionPBX, which it resembles: no export header was found.
//! Source: `export-formats.md` §27.

use super::{System, VOCABULARY};
use crate::model::{Outcome, Role};

pub static KAVKOM: System = System {
    id: "kavkom",
    signatures: &[
        &["call_result", "caller_id_number", "destination_number"],
        &["caller_id_number", "destination_number", "start_stamp", "tta"],
    ],
    columns: &[
        ("start_stamp", Role::Started),
        ("start_date", Role::Started),
        ("caller_id_number", Role::Caller),
        ("destination_number", Role::Callee),
        ("call_result", Role::Outcome),
        ("hangup_cause", Role::Cause),
        ("duration", Role::Duration),
        ("caller_id_name", Role::Agent),
    ],
    known: &[(Role::Outcome, &[Outcome::NoAnswer, Outcome::Canceled])],
    ..VOCABULARY
};
