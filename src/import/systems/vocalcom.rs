//! Vocalcom Hermes, by the column names of its database and of its recorder: no export was found.
//! Source: `export-formats.md` §5.
//!
//! In its outbound tables ANI is the number that was dialled. Status texts are each site's own.

use super::{System, VOCABULARY};
use crate::{import::direction::Direction, model::Role};

pub static VOCALCOM: System = System {
    id: "vocalcom",
    signatures: &[
        &["CallLocalTime", "CallStatusNum"],
        &["CallLocalTime", "OnlineDuration"],
        &["CallLocalTime", "ConvDuration"],
        &["CallLocalTimeString", "ConvDuration"],
        &["UTimeString", "OnlineDuration"],
        &["CampaignDescription", "CallStatusGroupDescription"],
    ],
    columns: &[
        ("CallLocalTime", Role::Started),
        ("CallLocalTimeString", Role::Started),
        ("UTimeString", Role::Started),
        ("DNIS", Role::Caller),
        ("DID", Role::Caller),
        ("NumeroTel", Role::Callee),
        ("Number", Role::Callee),
        ("ANI", Role::Callee),
        ("CallType", Role::Direction),
        ("CallTypeDescription", Role::Direction),
        ("CallStatusDetailDescription", Role::Outcome),
        ("StatusText", Role::Outcome),
        ("CallStatusNumDescription", Role::Outcome),
        ("CallStatusGroupDescription", Role::Outcome),
        ("OnlineDuration", Role::Talk),
        ("ConvDuration", Role::Talk),
        ("WaitDuration", Role::Ring),
        ("Duration", Role::Duration),
        ("NomAgent", Role::Agent),
        ("LastAgent", Role::Agent),
        ("AgentId", Role::Agent),
        ("CampaignDescription", Role::Campaign),
        ("LastCampaign", Role::Campaign),
        ("Campaign", Role::Campaign),
        ("CallID", Role::CallId),
    ],
    direction,
    ..VOCABULARY
};

/// 1 is a call received.
fn direction(word: &str) -> Option<Direction> {
    if word == "1" { Some(Direction::Inbound) } else { Direction::of(word) }
}
