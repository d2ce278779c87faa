//! Orange Téléphone, by the names under which HUHU passes its answers on: no table of its own was found.
//! Source: `domain.md` §1.1.
//!
//! The reviews are those of all time: no count of a day, so none is a report.

use super::{FileKind, System, VOCABULARY};
use crate::model::Role;

pub static ORANGE: System = System {
    id: "orange",
    kind: FileKind::Readings,
    signatures: &[
        &["isSpam", "negativeReviews"],
        &["isSpam", "mainSpamType"],
        &["negativeReviews", "positiveReviews"],
        &["orange.isSpam", "orange.negativeReviews"],
    ],
    columns: &[
        ("date", Role::Started),
        ("checkedAt", Role::Started),
        ("number", Role::Own),
        ("phone", Role::Own),
        ("phoneNumber", Role::Own),
        ("isSpam", Role::Flagged),
        ("orange.isSpam", Role::Flagged),
    ],
    bare_is_international: true,
    ..VOCABULARY
};
