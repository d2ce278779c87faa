//! FreePBX, CDR Reports > CSV File. Source: `export-formats.md` §7.
//!
//! `outbound_cnum` is the own number where it is filled. A declined call hides among the unanswered: rejection
//! cannot be told.

use super::{Basis, Numbering, PLAIN, System};
use crate::model::{Outcome, Role};

pub static FREEPBX: System = System {
    id: "freepbx",
    basis: Basis::Header,
    signatures: &[&["calldate", "clid", "dcontext", "lastapp", "billsec", "disposition"]],
    columns: &[
        ("calldate", Role::Started),
        ("outbound_cnum", Role::Own),
        ("src", Role::Caller),
        ("dst", Role::Callee),
        ("dcontext", Role::Direction),
        ("disposition", Role::Outcome),
        ("billsec", Role::Talk),
        ("duration", Role::Duration),
        ("cnam", Role::Agent),
        ("accountcode", Role::Campaign),
        ("uniqueid", Role::CallId),
        ("linkedid", Role::LegOf),
    ],
    known: &[(Role::Outcome, &[Outcome::Answered, Outcome::NoAnswer, Outcome::Busy, Outcome::Failed])],
    numbering: Numbering::Extensions,
    ..PLAIN
};
