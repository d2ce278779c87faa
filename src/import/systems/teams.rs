//! Microsoft Teams: PSTN usage and Direct Routing, by the documented column names. Source: `export-formats.md` §23.
//!
//! The usage report holds connected calls only; Direct Routing has the SIP code.

use super::{System, VOCABULARY};
use crate::{
    import::direction::Direction,
    model::{Outcome, Role},
};

pub static TEAMS: System = System {
    id: "teams",
    signatures: &[
        &["Call Type", "Number Type", "Domestic/International"],
        &["Caller ID", "Destination dialed", "Number type"],
        &["UsageId", "Destination Number", "Call Type"],
        &["Final SIP Code", "Final Microsoft subcode"],
    ],
    columns: &[
        ("Start Time (UTC)", Role::Started),
        ("Start Time", Role::Started),
        ("Caller ID", Role::Caller),
        ("Caller Number", Role::Caller),
        ("Destination Number", Role::Callee),
        ("Callee Number", Role::Callee),
        ("Call Type", Role::Direction),
        ("Duration Seconds", Role::Talk),
        ("Duration", Role::Talk),
        ("User Display Name", Role::Agent),
        ("Username", Role::Agent),
        ("UPN", Role::Agent),
        ("Final SIP Code", Role::SipCode),
        ("UsageId", Role::CallId),
    ],
    known: &[(
        Role::SipCode,
        &[
            Outcome::NoAnswer,
            Outcome::Rejected,
            Outcome::Blocked,
            Outcome::Busy,
            Outcome::Canceled,
            Outcome::Invalid,
            Outcome::Failed,
        ],
    )],
    direction,
    ..VOCABULARY
};

/// `user_in`, `user_out`, `conf_out`, `user_out_forwarding`.
fn direction(word: &str) -> Option<Direction> {
    let has = |part: &str| word.split(' ').any(|one| one == part);
    if has("transfer") || has("forwarding") {
        return Some(Direction::Transfer);
    }
    if has("in") {
        return Some(Direction::Inbound);
    }
    if has("out") { Some(Direction::Outbound) } else { Direction::of(word) }
}
