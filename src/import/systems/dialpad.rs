//! Dialpad, Analytics export "records / calls". Source: `export-formats.md` §13.
//!
//! All durations are decimal minutes; times are local to the row's `timezone`. One row per call, and one per agent
//! who took part, which names the call in `entry_point_call_id`.

use super::{Basis, PLAIN, System};
use crate::{
    import::{
        duration::Unit,
        words::{Entry, NONE},
    },
    model::{Outcome, Role},
};

pub static DIALPAD: System = System {
    id: "dialpad",
    basis: Basis::Header,
    signatures: &[
        &["date_first_rang", "entry_point_call_id", "internal_number"],
        &["date_started", "category", "internal_number", "external_number", "talk_duration"],
        &["date_started", "category", "internal_number", "external_number", "date_connected"],
    ],
    columns: &[
        ("date_started", Role::Started),
        ("internal_number", Role::Own),
        ("external_number", Role::Callee),
        ("direction", Role::Direction),
        ("categories", Role::Outcome),
        ("category", Role::Outcome),
        ("talk_duration", Role::Talk),
        ("ringing_duration", Role::Ring),
        ("name", Role::Agent),
        ("email", Role::Agent),
        ("campaign_id", Role::Campaign),
        ("call_id", Role::CallId),
        ("entry_point_call_id", Role::LegOf),
        ("timezone", Role::Zone),
    ],
    known: &[(Role::Outcome, &[Outcome::NoAnswer, Outcome::Canceled])],
    bare_durations: Some(Unit::Minutes),
    words: WORDS,
    picked_up: Some("date_connected"),
    ..PLAIN
};

/// Tokens of `category` and `categories` that say nothing of the outcome: a call's way, and who took part.
const WORDS: &[Entry] = &[(
    None,
    NONE,
    &[
        "outgoing",
        "outbound",
        "incoming",
        "inbound",
        "other",
        "forwarded",
        "human agent",
        "transferred",
        "spam",
        "callback requested",
        "callback connected",
        "callback cancelled",
    ],
)];
