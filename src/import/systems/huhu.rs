//! HUHU: its API's answers, which name several tools, and tables with the same names. Source: `domain.md` §1.1.
//!
//! `spamScore` runs from 0 to 100, 100 being certain spam; the article's own score runs the other way.

use super::{FileKind, System, VOCABULARY};
use crate::model::{Role, ScoreScale};

pub static HUHU: System = System {
    id: "huhu",
    kind: FileKind::Readings,
    signatures: &[&["spamScore", "isSpam"]],
    columns: &[
        ("date", Role::Started),
        ("checkedAt", Role::Started),
        ("number", Role::Own),
        ("phone", Role::Own),
        ("phoneNumber", Role::Own),
        ("spamScore", Role::Score),
        ("isSpam", Role::Flagged),
    ],
    score_scale: Some(ScoreScale::SpamHundred),
    bare_is_international: true,
    ..VOCABULARY
};
