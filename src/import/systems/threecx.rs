//! 3CX: the call report of v20, and the CDR file, which has no header. Source: `export-formats.md` §10.
//!
//! Neither says which number was shown: `From` is an extension, and the trunk chooses. Legs share their Call ID.

use super::{Basis, Numbering, PLAIN, System};
use crate::model::{Outcome, Role};

pub static REPORT: System = System {
    id: "3cx",
    basis: Basis::Header,
    signatures: &[&["Call Time", "Call ID", "From", "To", "Ringing", "Talking"]],
    columns: &[
        ("Call Time", Role::Started),
        ("Call ID", Role::CallId),
        ("From", Role::Agent),
        ("To", Role::Callee),
        ("Direction", Role::Direction),
        ("Status", Role::Outcome),
        ("Ringing", Role::Ring),
        ("Talking", Role::Talk),
    ],
    known: &[(Role::Outcome, &[Outcome::NoAnswer])],
    ..PLAIN
};

pub static CDR_FILE: System = System {
    id: "3cx",
    basis: Basis::Header,
    signatures: &[&["historyid", "callid", "time_start", "from_no", "to_no", "reason_terminated"]],
    columns: &[
        ("time_start", Role::Started),
        ("callid", Role::CallId),
        ("from_no", Role::Caller),
        ("to_no", Role::Callee),
        ("duration", Role::Talk),
        ("from_dispname", Role::Agent),
    ],
    known: &[(Role::Talk, &[Outcome::NoAnswer])],
    numbering: Numbering::Extensions,
    picked_up: Some("time_answered"),
    ..PLAIN
};

/// The fields of the CDR file. `duration` counts from the answer.
pub const CDR: [&str; 27] = [
    "historyid",
    "callid",
    "duration",
    "time_start",
    "time_answered",
    "time_end",
    "reason_terminated",
    "from_no",
    "to_no",
    "from_dn",
    "to_dn",
    "dial_no",
    "reason_changed",
    "final_number",
    "final_dn",
    "bill_code",
    "bill_rate",
    "bill_cost",
    "bill_name",
    "chain",
    "from_type",
    "to_type",
    "final_type",
    "from_dispname",
    "to_dispname",
    "final_dispname",
    "missed_queue_calls",
];
