//! HubSpot's calls, by the labels of its properties: no export header was found. Source: `export-formats.md` §2.
//!
//! Call duration is documented in milliseconds; whether it counts from the answer is not said, so hang-ups are not told.

use super::{Basis, PLAIN, System};
use crate::{
    import::duration::Unit,
    model::{Outcome, Role},
};

pub static HUBSPOT: System = System {
    id: "hubspot",
    basis: Basis::Vocabulary,
    signatures: &[
        &["Call outcome", "Activity date"],
        &["Call outcome", "Call direction"],
        &["Call status", "Activity date"],
        &["hs_call_disposition", "hs_timestamp"],
        &["hs_call_status", "hs_timestamp"],
    ],
    columns: &[
        ("Activity date", Role::Started),
        ("hs_timestamp", Role::Started),
        ("From number", Role::Caller),
        ("hs_call_from_number", Role::Caller),
        ("To Number", Role::Callee),
        ("hs_call_to_number", Role::Callee),
        ("Call direction", Role::Direction),
        ("hs_call_direction", Role::Direction),
        ("Call status", Role::Outcome),
        ("hs_call_status", Role::Outcome),
        ("Call outcome", Role::Result),
        ("hs_call_disposition", Role::Result),
        ("Call duration", Role::Talk),
        ("hs_call_duration", Role::Talk),
        ("Activity assigned to", Role::Agent),
        ("hubspot_owner_id", Role::Agent),
        ("Call and meeting type", Role::Campaign),
        ("hs_activity_type", Role::Campaign),
        ("Record ID", Role::CallId),
        ("hs_object_id", Role::CallId),
    ],
    known: &[
        (Role::Outcome, &[Outcome::Answered, Outcome::NoAnswer, Outcome::Busy, Outcome::Canceled, Outcome::Failed]),
        (Role::Result, &[Outcome::Answered, Outcome::NoAnswer, Outcome::Busy, Outcome::Invalid]),
    ],
    talk_is_conversation: false,
    bare_durations: Some(Unit::Milliseconds),
    ..PLAIN
};
