//! Ringwell's own daily table, exported or kept by hand. Source: `report-contract.md`, The daily table.

use super::{Basis, FileKind, PLAIN, System};
use crate::model::Role;

pub static DAILY: System = System {
    id: "ringwell",
    kind: FileKind::Daily,
    basis: Basis::Header,
    signatures: &[&["date", "number", "calls"], &["date", "number", "calls", "answered"]],
    columns: &[
        ("date", Role::Date),
        ("number", Role::Own),
        ("campaign", Role::Campaign),
        ("team", Role::Team),
        ("reputation_score", Role::Score),
        ("flagged", Role::Flagged),
        ("spam_reports", Role::Reports),
    ],
    ..PLAIN
};

/// All columns of the table, in the order in which it is written.
pub const DAILY_COLUMNS: [&str; 22] = [
    "date",
    "number",
    "calls",
    "answered",
    "rejected",
    "voicemails",
    "talk_seconds",
    "conversions",
    "spam_reports",
    "reputation_score",
    "flagged",
    "blocked",
    "hang_ups",
    "busy",
    "no_answer",
    "canceled",
    "invalid",
    "failed",
    "unclassified",
    "answered_with_talk",
    "campaign",
    "team",
];
