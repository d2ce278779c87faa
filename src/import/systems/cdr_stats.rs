//! cdr-stats, the files that its import takes: with a header, or eight columns without. Source: `export-formats.md` §29.

use super::{Basis, PLAIN, System};
use crate::model::{Outcome, Role};

pub static CDR_STATS: System = System {
    id: "cdr-stats",
    basis: Basis::Header,
    signatures: &[
        &["cdr_source_type", "caller_id_number", "destination_number", "starting_date", "hangup_cause_id"],
        &IMPORT,
    ],
    columns: &[
        ("starting_date", Role::Started),
        ("caller_id_number", Role::Caller),
        ("destination_number", Role::Callee),
        ("billsec", Role::Talk),
        ("duration", Role::Duration),
        ("hangup_cause_id", Role::Cause),
        ("accountcode", Role::Campaign),
        ("callid", Role::CallId),
    ],
    known: &[(
        Role::Cause,
        &[Outcome::NoAnswer, Outcome::Rejected, Outcome::Busy, Outcome::Canceled, Outcome::Invalid, Outcome::Failed],
    )],
    ..PLAIN
};

/// The eight columns of its headerless sample.
pub const IMPORT: [&str; 8] = [
    "caller_id_number",
    "caller_id_name",
    "destination_number",
    "duration",
    "billsec",
    "hangup_cause_id",
    "callid",
    "starting_date",
];
