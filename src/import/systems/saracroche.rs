//! Saracroche, the blocking app: its list of ranges, in both of its forms. Source: `domain.md` §3.
//!
//! A range is no reading of a number and has no day: it says that the app labels or blocks all of it.

use super::{Basis, FileKind, PLAIN, System};
use crate::model::Role;

pub static SARACROCHE: System = System {
    id: "saracroche",
    kind: FileKind::Readings,
    basis: Basis::Header,
    signatures: &[
        &["pattern", "action"],
        &["pattern", "operator_name"],
        &["pattern", "start", "end"],
        &["pattern", "name"],
    ],
    // Told as headers; what they hold is read by name.
    columns: &[(PATTERN, Role::Ignore), ("action", Role::Ignore), ("operator_name", Role::Ignore)],
    ..PLAIN
};

/// The column of the ranges, and those that name one, in the order of preference.
pub const PATTERN: &str = "pattern";
pub const NAMES: [&str; 3] = ["name", "operator_name", "operator"];
