//! Salesforce: tasks and voice calls, by the labels and API names of their fields; which columns a report has is its
//! author's choice. Source: `export-formats.md` §3.
//!
//! A task has no phone numbers: the own one is a field of the dialer's package. `Call Result` is free text that the
//! dialer fills in. Whether the duration counts from the answer is not said.

use super::{System, VOCABULARY};
use crate::model::Role;

pub static SALESFORCE: System = System {
    id: "salesforce",
    signatures: &[
        &["Call Result", "Call Duration"],
        &["Call Result", "Call Type"],
        &["CallDisposition", "CallDurationInSeconds"],
        &["CallDisposition", "CallType"],
        &["Call Object Identifier", "Activity ID"],
    ],
    columns: &[
        ("CallStartDateTime", Role::Started),
        ("Created Date", Role::Started),
        ("CreatedDate", Role::Started),
        ("Completed Date/Time", Role::Started),
        ("CompletedDateTime", Role::Started),
        ("Date", Role::Started),
        ("Due Date Only", Role::Started),
        ("ActivityDate", Role::Started),
        ("Local Presence Num Dialed", Role::Own),
        ("Numéro Aircall", Role::Own),
        ("Call Type", Role::Direction),
        ("CallType", Role::Direction),
        ("Call Result", Role::Outcome),
        ("CallDisposition", Role::Outcome),
        ("Call Duration", Role::Talk),
        ("CallDurationInSeconds", Role::Talk),
        ("Assigned", Role::Agent),
        ("Assigned To", Role::Agent),
        ("OwnerId", Role::Agent),
        ("Assigned To ID", Role::Agent),
        ("Campaign", Role::Campaign),
        ("Related To", Role::Campaign),
        ("Call Object Identifier", Role::CallId),
        ("CallObject", Role::CallId),
        ("Activity ID", Role::CallId),
        ("Id", Role::CallId),
    ],
    talk_is_conversation: false,
    picked_up: Some("CallConnectDateTime"),
    ..VOCABULARY
};
