//! FTC, "Do Not Call Reported Calls": one complaint a row, about any company's number. Source: `export-formats.md` §29.
//!
//! A complaint counts on the day on which it was filed: nobody could know it earlier. North American numbers only.

use super::{Basis, FileKind, PLAIN, System};
use crate::model::Role;

pub static FTC: System = System {
    id: "ftc",
    kind: FileKind::Complaints,
    basis: Basis::Header,
    signatures: &[
        &["Company_Phone_Number", "Recorded_Message_Or_Robocall"],
        &["Company_Phone_Number", "Violation_Date"],
    ],
    columns: &[("Company_Phone_Number", Role::Own), ("Created_Date", Role::Started), ("Violation_Date", Role::Started)],
    country: Some("US"),
    ..PLAIN
};
