//! DIDWW, exported call records (`.csv.gz`). Source: `export-formats.md` §22.
//!
//! A file whose calls went to a DID holds calls received; the one of outbound trunks names a destination number.

use super::{Basis, Numbering, PLAIN, System};
use crate::model::Role;

pub static INBOUND: System = System {
    id: "didww",
    basis: Basis::Header,
    signatures: &[&["Date/Time Start (UTC)", "Date/Time Connect (UTC)", "Destination DID"]],
    columns: COLUMNS,
    numbering: Numbering::InboundOnly,
    ..PLAIN
};

pub static OUTBOUND: System = System {
    id: "didww",
    basis: Basis::Header,
    signatures: &[
        &["Date/Time Start (UTC)", "Date/Time Connect (UTC)", "Source Number"],
        &["Date/Time Start (UTC)", "Date/Time Connect (UTC)", "Source"],
    ],
    columns: COLUMNS,
    picked_up: Some("Date/Time Connect (UTC)"),
    ..PLAIN
};

const COLUMNS: &[(&str, Role)] = &[
    ("Date/Time Start (UTC)", Role::Started),
    ("Source Number Out", Role::Caller),
    ("Source Number", Role::Caller),
    ("Source", Role::Caller),
    ("Destination Number", Role::Callee),
    ("Destination", Role::Callee),
    ("Destination DID", Role::Callee),
    ("Status", Role::Outcome),
    ("Disconnect Code", Role::SipCode),
    ("Duration (sec)", Role::Duration),
];
