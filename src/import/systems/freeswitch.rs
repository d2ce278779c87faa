//! FreeSWITCH, `mod_cdr_csv`: no header; the templates of its sample configuration. Source: `export-formats.md` §8.
//!
//! Only the cause tells what became of a call, and after a normal clearing the billed seconds. A 608 comes as
//! CALL_REJECTED: blocks by the network are among the rejections. With both legs in the file, the second leg's id is
//! the first one's `bleg_uuid`.

use super::{Basis, Numbering, PLAIN, System};
use crate::model::{Outcome, Role};

pub static FREESWITCH: System = System {
    id: "freeswitch",
    basis: Basis::Header,
    signatures: &[
        &["caller_id_number", "destination_number", "start_stamp", "billsec", "hangup_cause"],
        &["ani", "destination_number", "answer_stamp", "end_stamp", "billsec", "signal_bond"],
    ],
    columns: &[
        ("start_stamp", Role::Started),
        ("end_stamp", Role::Started),
        ("caller_id_number", Role::Caller),
        ("ani", Role::Caller),
        ("destination_number", Role::Callee),
        ("context", Role::Direction),
        ("billsec", Role::Talk),
        ("duration", Role::Duration),
        ("hangup_cause", Role::Cause),
        ("accountcode", Role::Campaign),
        ("uuid", Role::CallId),
        ("bleg_uuid", Role::LegOf),
    ],
    known: &[(
        Role::Cause,
        &[Outcome::NoAnswer, Outcome::Rejected, Outcome::Busy, Outcome::Canceled, Outcome::Invalid, Outcome::Failed],
    )],
    numbering: Numbering::Extensions,
    picked_up: Some("answer_stamp"),
    ..PLAIN
};

/// The template "example" (15 columns), which "linksys" (17) and "snom" (20) go on, and which the one built in cuts
/// after 13.
pub const EXAMPLE: [&str; 20] = [
    "caller_id_name",
    "caller_id_number",
    "destination_number",
    "context",
    "start_stamp",
    "answer_stamp",
    "end_stamp",
    "duration",
    "billsec",
    "hangup_cause",
    "uuid",
    "bleg_uuid",
    "accountcode",
    "read_codec",
    "write_codec",
    "#16",
    "#17",
    "#18",
    "#19",
    "#20",
];

/// The template "sql": the same within `INSERT INTO cdr VALUES ("…");`, so that first and last column are no values.
pub const SQL: [&str; 13] = [
    "#1",
    "caller_id_number",
    "destination_number",
    "context",
    "start_stamp",
    "answer_stamp",
    "end_stamp",
    "duration",
    "billsec",
    "hangup_cause",
    "uuid",
    "bleg_uuid",
    "#13",
];

/// The template "asterisk": like Asterisk's own but for the cause.
pub const ASTERISK: [&str; 18] = [
    "accountcode",
    "caller_id_number",
    "destination_number",
    "context",
    "caller_id",
    "channel_name",
    "bridge_channel",
    "last_app",
    "last_arg",
    "start_stamp",
    "answer_stamp",
    "end_stamp",
    "duration",
    "billsec",
    "hangup_cause",
    "amaflags",
    "uuid",
    "userfield",
];

/// The template "opencdrrate": no start, no cause.
pub const OPENCDRRATE: [&str; 13] = [
    "uuid",
    "signal_bond",
    "leg_direction",
    "ani",
    "destination_number",
    "answer_stamp",
    "end_stamp",
    "billsec",
    "accountcode",
    "userfield",
    "network_addr",
    "caller_id_name",
    "sofia_profile_name",
];
