//! CloudTalk, by names that are not verified: no export header was found. Source: `export-formats.md` §11.

use super::{System, VOCABULARY};
use crate::model::Role;

pub static CLOUDTALK: System = System {
    id: "cloudtalk",
    signatures: &[
        &["Talking time", "Waiting time", "Internal number"],
        &["Talking time", "External number"],
        &["talking_time", "public_internal"],
        &["talking_time", "public_external"],
    ],
    columns: &[
        ("started_at", Role::Started),
        ("Internal number", Role::Own),
        ("public_internal", Role::Own),
        ("External number", Role::Callee),
        ("public_external", Role::Callee),
        ("type", Role::Direction),
        ("Talking time", Role::Talk),
        ("Waiting time", Role::Ring),
        ("Call tags", Role::Result),
        ("is_voicemail", Role::Voicemail),
        ("Agent", Role::Agent),
        ("id", Role::CallId),
    ],
    picked_up: Some("answered_at"),
    ..VOCABULARY
};
