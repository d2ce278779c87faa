//! Diabolocom, by the columns of its call log table: no export header was found. Source: `export-formats.md` §26.

use super::{System, VOCABULARY};
use crate::{
    import::words::{Entry, HUMAN, NONE},
    model::{Outcome, Role},
};

pub static DIABOLOCOM: System = System {
    id: "diabolocom",
    signatures: &[&["wrapup_name", "call_start"], &["campaign_contact_id", "try_number"]],
    columns: &[
        ("call_start", Role::Started),
        ("wrapup_name", Role::Result),
        ("talk_duration", Role::Talk),
        ("user_login1", Role::Agent),
        ("campaign_id", Role::Campaign),
        ("try_number", Role::Attempt),
    ],
    words: &[
        (Some(Outcome::Answered), HUMAN, &["appel intermediaire", "besoin de reflexion"]),
        NOT_REACHED,
        (None, NONE, &["tocall", "new contact"]),
    ],
    ..VOCABULARY
};

const NOT_REACHED: Entry = (Some(Outcome::NoAnswer), NONE, &["injoignable", "unreachable"]);
