//! JustCall, by the headings of a script that mirrors its API: no export header was found.
//! Source: `export-formats.md` §12.

use super::{System, VOCABULARY};
use crate::model::{Outcome, Role};

pub static JUSTCALL: System = System {
    id: "justcall",
    signatures: &[&["JustCall Number", "Contact Number"], &["JustCall Number", "Direction"]],
    columns: &[
        ("Call Date", Role::Date),
        ("Call Time", Role::Time),
        ("JustCall Number", Role::Own),
        ("Contact Number", Role::Callee),
        ("Direction", Role::Direction),
        ("Type", Role::Outcome),
        ("Disposition", Role::Result),
        ("Conversation Time (sec)", Role::Talk),
        ("Duration (sec)", Role::Duration),
        ("Agent Name", Role::Agent),
        ("Line Name", Role::Team),
        ("Call ID", Role::CallId),
        ("Call SID", Role::CallId),
    ],
    known: &[(Role::Outcome, &[Outcome::NoAnswer])],
    ..VOCABULARY
};
