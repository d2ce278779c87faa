//! Telnyx, by the words of its events: the header of its reports was not found; and Number Reputation, by the names
//! of its API. Sources: `export-formats.md` §22, `domain.md` §1.1.

use super::{FileKind, System, VOCABULARY};
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

/// A risk of low, medium or high: only the high one is a label, and none of them is a score.
pub static REPUTATION: System = System {
    id: "telnyx",
    kind: FileKind::Readings,
    signatures: &[&["spam_risk", "last_refreshed_at"], &["spam_risk", "spam_category"]],
    columns: &[
        ("last_refreshed_at", Role::Started),
        ("date", Role::Started),
        ("phone_number", Role::Own),
        ("number", Role::Own),
        ("spam_risk", Role::Flagged),
    ],
    ..VOCABULARY
};
