//! HubSpot's calls, by the labels of its properties: no export header was found. Source: `export-formats.md` §2.
//!
//! Call duration is documented in milliseconds; whether it counts from the answer is not said, so hang-ups are not told.

use super::{System, VOCABULARY};
use crate::{
    import::{
        duration::Unit,
        words::{Entry, HUMAN, MACHINE, NONE},
    },
    model::{Outcome, Role},
};

pub static HUBSPOT: System = System {
    id: "hubspot",
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
    words: WORDS,
    ..VOCABULARY
};

/// The ids of its own outcomes, which stand in exports under internal names.
const WORDS: &[Entry] = &[
    (Some(Outcome::Busy), NONE, &["9d9162e7 6cf3 4944 bf63 4dff82258764"]),
    (Some(Outcome::Answered), NONE, &["f240bbac 87c9 4f6e bf70 924b57d47db", "f240bbac 87c9 4f6e bf70 924b57d7cfdb"]),
    (Some(Outcome::Answered), HUMAN, &["a4c4c377 d246 4b32 a13b 75a56a4cd0ff"]),
    (Some(Outcome::Voicemail), MACHINE, &["b2cf5968 551e 4856 9783 52b3da59a7d0"]),
    (Some(Outcome::NoAnswer), NONE, &["73a0d17f 1163 4015 bdd5 ec830791da20"]),
    (Some(Outcome::Invalid), NONE, &["17b47fee 58de 441e a44c c6300d46f273"]),
];
