//! FCC, consumer complaints: the portal's titles and its API's names, typing error included.
//! Source: `export-formats.md` §29.
//!
//! The number complained about is the caller ID, never the advertiser's. A complaint counts on the day on which its
//! ticket was opened. North American numbers only.

use super::{Basis, FileKind, PLAIN, System};
use crate::model::Role;

pub static FCC: System = System {
    id: "fcc",
    kind: FileKind::Complaints,
    basis: Basis::Header,
    signatures: &[
        &["Caller ID Number", "Type of Call or Messge"],
        &["Caller ID Number", "Advertiser Business Number"],
        &["caller_id_number", "advertiser_business_phone_number"],
    ],
    columns: &[
        ("Caller ID Number", Role::Own),
        ("Ticket Created", Role::Started),
        ("Date Created", Role::Started),
        ("Date (Ticket Created)", Role::Started),
        ("Date of Issue", Role::Started),
        ("issue_date", Role::Started),
    ],
    country: Some("US"),
    ..PLAIN
};
