//! Twilio's calls, by the names and words of its API: no console download was found. Source: `export-formats.md` §9.
//!
//! Duration counts from the answer. Child legs of `<Dial>` name their parent. Times are GMT.

use super::{System, VOCABULARY};
use crate::model::{Outcome, Role};

pub static TWILIO: System = System {
    id: "twilio",
    signatures: &[
        &["Call SID", "From", "To", "Status", "Direction", "Duration"],
        &["Sid", "From", "To", "Status", "Direction", "Duration"],
    ],
    columns: &[
        ("Start Time", Role::Started),
        ("Date Created", Role::Started),
        ("From", Role::Caller),
        ("To", Role::Callee),
        ("Direction", Role::Direction),
        ("Status", Role::Outcome),
        ("Duration", Role::Talk),
        ("Answered By", Role::Voicemail),
        ("Sip Response Code", Role::SipCode),
        ("Call SID", Role::CallId),
        ("Sid", Role::CallId),
        ("Parent Call Sid", Role::LegOf),
    ],
    known: &[(
        Role::Outcome,
        &[Outcome::Answered, Outcome::NoAnswer, Outcome::Busy, Outcome::Canceled, Outcome::Failed],
    )],
    ..VOCABULARY
};
