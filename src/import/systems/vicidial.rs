//! VICIdial: the calls export (tab or pipe), its carrier variant, the dial log and the carrier log; and the comma
//! export of its CodeIgniter fork. Source: `export-formats.md` §6.
//!
//! The own number stands only in the carrier variant and in the dial log: these are the files to ask for.
//! `length_in_sec` is the length of the whole call, `answered_time` that of the conversation. On rows of calls received
//! the `did_` columns are filled.

use super::{Basis, PLAIN, System};
use crate::{
    import::{
        direction::Direction,
        words::{DROPPED, Entry, HUMAN, MACHINE, NONE, SALE, Traits},
    },
    model::{Outcome, Role},
};

pub static CARRIER_EXPORT: System = System {
    id: "vicidial",
    basis: Basis::Header,
    signatures: &[&["phone_number_dialed", "vendor_lead_code", "dial log outbound_cid"]],
    columns: &[
        ("call_date", Role::Started),
        ("dial log outbound_cid", Role::Caller),
        ("phone_number_dialed", Role::Callee),
        ("status", Role::Outcome),
        ("carrier log sip_hangup_cause", Role::SipCode),
        ("dial log sip_hangup_cause", Role::SipCode),
        ("carrier log hangup_cause", Role::Cause),
        ("carrier log answered_time", Role::Talk),
        ("carrier log dial_time", Role::Duration),
        ("user", Role::Agent),
        ("campaign_id", Role::Campaign),
        ("user_group", Role::Team),
        ("called_count", Role::Attempt),
        ("uniqueid", Role::CallId),
        ("carrier log uniqueid", Role::CallId),
        ("did_pattern", Role::Direction),
    ],
    known: &[(Role::Outcome, STATUSES), (Role::SipCode, CODES)],
    direction: received,
    words: WORDS,
    label: Some("status_name"),
    ..PLAIN
};

pub static EXPORT_FILE: System = System {
    id: "vicidial",
    basis: Basis::Header,
    signatures: &[
        &["call_date", "phone_number_dialed", "vendor_lead_code", "length_in_sec"],
        &["call_date", "phone_number_dialed", "status", "campaign_id", "length_in_sec"],
    ],
    columns: &[
        ("call_date", Role::Started),
        ("phone_number_dialed", Role::Callee),
        ("status", Role::Outcome),
        ("hangup_cause", Role::Cause),
        ("length_in_sec", Role::Talk),
        ("user", Role::Agent),
        ("full_name", Role::Agent),
        ("campaign_id", Role::Campaign),
        ("user_group", Role::Team),
        ("log_called_count", Role::Attempt),
        ("called_count", Role::Attempt),
        ("uniqueid", Role::CallId),
        ("did_pattern", Role::Direction),
    ],
    known: &[(Role::Outcome, STATUSES)],
    talk_is_conversation: false,
    direction: received,
    words: WORDS,
    label: Some("status_name"),
    ..PLAIN
};

pub static DIAL_LOG: System = System {
    id: "vicidial",
    basis: Basis::Header,
    signatures: &[&["CALLER CODE", "OUTBOUND CID", "SIP HANGUP CAUSE"]],
    columns: &[
        ("CALL DATE", Role::Started),
        ("OUTBOUND CID", Role::Caller),
        ("EXTENSION", Role::Callee),
        ("SIP HANGUP CAUSE", Role::SipCode),
        ("UNIQUE ID", Role::CallId),
        ("CALLER CODE", Role::CallId),
    ],
    known: &[(Role::SipCode, CODES)],
    ..PLAIN
};

pub static CARRIER_LOG: System = System {
    id: "vicidial",
    basis: Basis::Header,
    signatures: &[&["DIAL STATUS", "SIP CODE", "ANSWERED TIME"]],
    columns: &[
        ("CALL DATE", Role::Started),
        ("PHONE NUMBER", Role::Callee),
        ("DIAL STATUS", Role::Outcome),
        ("SIP CODE", Role::SipCode),
        ("HANGUP CAUSE", Role::Cause),
        ("ANSWERED TIME", Role::Talk),
        ("DIAL TIME", Role::Duration),
        ("UNIQUE ID", Role::CallId),
    ],
    known: &[
        (Role::Outcome, &[Outcome::NoAnswer, Outcome::Busy, Outcome::Canceled, Outcome::Failed]),
        (Role::SipCode, CODES),
    ],
    ..PLAIN
};

pub static GOAUTODIAL: System = System {
    id: "goautodial",
    signatures: &[&["call_date", "phone_number", "status", "user", "full_name", "length_in_sec"]],
    columns: &[
        ("call_date", Role::Started),
        ("phone_number", Role::Callee),
        ("status", Role::Outcome),
        ("length_in_sec", Role::Talk),
        ("user", Role::Agent),
        ("full_name", Role::Agent),
        ("campaign_id", Role::Campaign),
        ("user_group", Role::Team),
        ("called_count", Role::Attempt),
        ("uniqueid", Role::CallId),
    ],
    ..EXPORT_FILE
};

/// The columns of the calls export with its header left out. What follows them is chosen by the user.
pub const EXPORT: [&str; 39] = [
    "call_date",
    "phone_number_dialed",
    "status",
    "user",
    "full_name",
    "campaign_id",
    "vendor_lead_code",
    "source_id",
    "list_id",
    "gmt_offset_now",
    "phone_code",
    "phone_number",
    "title",
    "first_name",
    "middle_initial",
    "last_name",
    "address1",
    "address2",
    "address3",
    "city",
    "state",
    "province",
    "postal_code",
    "country_code",
    "gender",
    "date_of_birth",
    "alt_phone",
    "email",
    "security_phrase",
    "comments",
    "length_in_sec",
    "user_group",
    "alt_dial",
    "rank",
    "owner",
    "lead_id",
    "list_name",
    "list_description",
    "status_name",
];

/// What statuses tell apart without any codes of the network.
const STATUSES: &[Outcome] = &[Outcome::NoAnswer, Outcome::Busy, Outcome::Invalid];

/// What SIP codes tell apart.
const CODES: &[Outcome] = &[
    Outcome::NoAnswer,
    Outcome::Rejected,
    Outcome::Blocked,
    Outcome::Busy,
    Outcome::Canceled,
    Outcome::Invalid,
    Outcome::Failed,
];

fn received(_: &str) -> Option<Direction> {
    Some(Direction::Inbound)
}

/// The system statuses, those of call-progress detection, and those that carriers' answers become. `HUC21` and its kin
/// are read by their cause. "Dead air" and "picked up" have no human in VICIdial's own flags.
pub const WORDS: &[Entry] = &[
    (None, Traits::NOT_DIALLED, &["new", "queue", "incall", "dncl", "dncc", "dnccar", "lsmerg"]),
    (Some(Outcome::NoAnswer), NONE, &["na", "n", "dair", "adair", "pu", "pm", "cpdna"]),
    (Some(Outcome::Busy), NONE, &["ab", "b", "cpdb"]),
    (Some(Outcome::Invalid), NONE, &["dc", "adc", "adct", "adccar", "cpdinv", "cpdsi", "cpdsv"]),
    (Some(Outcome::Failed), NONE, &["eri", "cpdatb", "cpdsua", "cpdsnc", "cpdsr", "cpderr"]),
    (Some(Outcome::Rejected), NONE, &["cpdrej"]),
    (Some(Outcome::Voicemail), MACHINE, &["a", "aa", "am", "al", "afax", "svyvm", "qvmail"]),
    (Some(Outcome::Answered), DROPPED, &["drop", "xdrop", "pdrop", "timeot", "afthrs", "nanque", "iqnanq", "maxcal"]),
    (Some(Outcome::Answered), SALE, &["sale"]),
    (
        Some(Outcome::Answered),
        HUMAN,
        &[
            "ivrxfr", "svyclm", "callbk", "cbhold", "dec", "dnc", "ni", "np", "xfer", "rqxfer", "mlinat", "lrerr",
            "qcfail", "svyext", "svyhu", "svyrec",
        ],
    ),
    (None, NONE, &["cpduk", "cpdsuk"]),
];
