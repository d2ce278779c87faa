//! Asterisk's `Master.csv`: no header, 16 to 21 columns; and the order of `cdr_custom`, with clid first.
//! Source: `export-formats.md` §7.
//!
//! Disposition does not tell a declined call from an unanswered one: rejection cannot be told.

use super::{Basis, Numbering, PLAIN, System};
use crate::model::{Outcome, Role};

pub static ASTERISK: System = System {
    id: "asterisk",
    basis: Basis::Header,
    columns: &[
        ("accountcode", Role::Campaign),
        ("src", Role::Caller),
        ("dst", Role::Callee),
        ("dcontext", Role::Direction),
        ("start", Role::Started),
        ("duration", Role::Duration),
        ("billsec", Role::Talk),
        ("disposition", Role::Outcome),
        ("uniqueid", Role::CallId),
        ("linkedid", Role::LegOf),
    ],
    signatures: &[&["src", "dst", "dcontext", "billsec", "disposition", "start"]],
    known: &[(Role::Outcome, &[Outcome::Answered, Outcome::NoAnswer, Outcome::Busy, Outcome::Failed])],
    numbering: Numbering::Extensions,
    ..PLAIN
};

/// The columns of `Master.csv`: 16, and up to five more.
pub const MASTER: [&str; 21] = [
    "accountcode",
    "src",
    "dst",
    "dcontext",
    "clid",
    "channel",
    "dstchannel",
    "lastapp",
    "lastdata",
    "start",
    "answer",
    "end",
    "duration",
    "billsec",
    "disposition",
    "amaflags",
    "uniqueid",
    "userfield",
    "peeraccount",
    "linkedid",
    "sequence",
];
/// The order of `cdr_custom`.
pub const CUSTOM: [&str; 19] = [
    "clid",
    "src",
    "dst",
    "dcontext",
    "channel",
    "dstchannel",
    "lastapp",
    "lastdata",
    "start",
    "answer",
    "end",
    "duration",
    "billsec",
    "disposition",
    "amaflags",
    "accountcode",
    "uniqueid",
    "userfield",
    "sequence",
];
