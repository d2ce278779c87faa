//! Asterisk's `Master.csv`: no header, 16 to 21 columns; and the order of `cdr_custom`, with clid first.
//! Source: `export-formats.md` §7.
//!
//! Disposition does not tell a declined call from an unanswered one: rejection cannot be told.

use super::{Basis, Numbering, PLAIN, System};
use crate::{
    import::{account::DateOrder, date_format::read_stamp},
    model::{Outcome, Role},
};

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

const MASTER: [&str; 21] = [
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
const CUSTOM: [&str; 19] = [
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
const DISPOSITIONS: [&str; 6] = ["ANSWERED", "NO ANSWER", "BUSY", "FAILED", "CONGESTION", "CANCEL"];

/// The column names of a headerless file, if its rows are Asterisk's: dates and disposition stand where it puts them.
pub fn layout_of_headerless(rows: &[Vec<String>]) -> Option<&'static [&'static str]> {
    let is = |row: &Vec<String>, start: usize, disposition: usize| {
        let date =
            |at: usize| row.get(at).is_some_and(|cell| read_stamp(cell.as_bytes(), DateOrder::YearFirst).is_some());
        date(start) && date(start + 2) && row.get(disposition).is_some_and(|word| DISPOSITIONS.contains(&word.as_str()))
    };
    let most = |start, disposition| rows.iter().filter(|row| is(row, start, disposition)).count() * 10 > rows.len() * 8;
    if most(9, 14) {
        // With or without uniqueid, userfield and the newer three: the last three only come with the others.
        return Some(&MASTER);
    }
    most(8, 13).then_some(&CUSTOM)
}
