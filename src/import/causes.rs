//! SIP response codes and Q.850 causes → outcomes (`product.md`, Outcomes).

use super::fold::squash;
use crate::model::Outcome;

/// The outcome that a SIP code says; `None` for none, a provisional one or what is no code. The reason phrase stands
/// in the cell (`603 Network Blocked`) or in a column of its own.
pub fn of_sip(cell: &str, phrase: &str) -> Option<Outcome> {
    let code: u16 = cell.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() == 3)?.parse().ok()?;
    let says_blocked = || [cell, phrase].iter().any(|text| text.to_ascii_lowercase().contains("blocked"));
    Some(match code {
        200 => Outcome::Answered,
        603 if says_blocked() => Outcome::Blocked,
        603 | 607 => Outcome::Rejected,
        608 => Outcome::Blocked,
        486 | 600 => Outcome::Busy,
        408 | 480 => Outcome::NoAnswer,
        487 => Outcome::Canceled,
        404 | 410 | 484 | 485 | 604 => Outcome::Invalid,
        300..700 => Outcome::Failed,
        _ => return None,
    })
}

/// The outcome that a Q.850 cause says, by number or name; `None` for normal clearing and causes that say nothing.
pub fn of_cause(cell: &str) -> Option<Outcome> {
    let cell = cell.trim();
    let Ok(number) = cell.parse::<u16>() else {
        let name = squash(cell);
        return NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(outcome, _)| *outcome);
    };
    Some(match number {
        1..=3 | 22 | 28 | 817 => Outcome::Invalid,
        17 | 815 => Outcome::Busy,
        18..=20 | 102 | 802 | 807 | 812 => Outcome::NoAnswer,
        21 | 816 | 819 | 825 => Outcome::Rejected,
        487 | 702 => Outcome::Canceled,
        27 | 29 | 34..=44 | 50..=63 | 65..=69 | 79..=101 | 700 | 701 | 803 | 806 | 808 | 809 | 818 | 820..=824 => {
            Outcome::Failed
        }
        _ => return None,
    })
}

/// Names that FreeSWITCH, Asterisk and their kin give to the causes, squashed; last Sinch's reasons. A name that is
/// not here says nothing: `NORMAL_CLEARING`, `CALLEEHANGUP`.
const NAMES: [(Outcome, &[&str]); 7] = [
    (
        Outcome::Invalid,
        &[
            "unallocatednumber",
            "unallocated",
            "noroutetransitnet",
            "noroutedestination",
            "numberchanged",
            "invalidnumberformat",
            "doesnotexistanywhere",
        ],
    ),
    (Outcome::Busy, &["userbusy", "busyeverywhere", "busy"]),
    (
        Outcome::NoAnswer,
        &[
            "nouserresponse",
            "noanswer",
            "subscriberabsent",
            "recoveryontimerexpire",
            "allottedtimeout",
            "progresstimeout",
            "nopickup",
        ],
    ),
    (Outcome::Rejected, &["callrejected", "decline", "unwanted", "rejectall"]),
    (Outcome::Canceled, &["originatorcancel", "loserace", "cancel"]),
    (Outcome::Blocked, &["blocked"]),
    (
        Outcome::Failed,
        &[
            "destinationoutoforder",
            "facilityrejected",
            "normalcircuitcongestion",
            "networkoutoforder",
            "normaltemporaryfailure",
            "switchcongestion",
            "requestedchanunavail",
            "facilitynotsubscribed",
            "outgoingcallbarred",
            "incomingcallbarred",
            "bearercapabilitynotauth",
            "bearercapabilitynotavail",
            "serviceunavailable",
            "facilitynotimplemented",
            "servicenotimplemented",
            "incompatibledestination",
            "usernotregistered",
            "userchallenge",
            "invalidgateway",
            "gatewaydown",
            "notacceptable",
            "noidentity",
            "badidentityinfo",
            "unsupportedcertificate",
            "invalididentity",
            "staledate",
            "crash",
            "systemshutdown",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::{of_cause, of_sip};
    use crate::model::Outcome;

    #[test]
    fn a_decline_is_rejected_and_an_analytics_block_is_blocked() {
        assert_eq!(of_sip("603", ""), Some(Outcome::Rejected));
        assert_eq!(of_sip("603 Network Blocked", ""), Some(Outcome::Blocked));
        assert_eq!(of_sip("607", ""), Some(Outcome::Rejected));
        assert_eq!(of_sip("608", ""), Some(Outcome::Blocked));
        assert_eq!(of_sip("SIP/2.0 486 Busy Here", ""), Some(Outcome::Busy));
        assert_eq!(of_sip("200 OK", ""), Some(Outcome::Answered));
        assert_eq!(of_sip("SIP/2.0 200 OK", ""), Some(Outcome::Answered));
        assert_eq!(of_sip("503", ""), Some(Outcome::Failed));
        assert_eq!(of_sip("403", ""), Some(Outcome::Failed));
        assert_eq!(of_sip("404", ""), Some(Outcome::Invalid));
        assert_eq!(of_sip("603", "Network Blocked"), Some(Outcome::Blocked));
        assert_eq!(of_sip("", ""), None);
    }

    #[test]
    fn cause_21_is_rejected_and_normal_clearing_says_nothing() {
        assert_eq!(of_cause("21"), Some(Outcome::Rejected));
        assert_eq!(of_cause("CALL_REJECTED"), Some(Outcome::Rejected));
        assert_eq!(of_cause("16"), None);
        assert_eq!(of_cause("0"), None);
        assert_eq!(of_cause("102"), Some(Outcome::NoAnswer));
        assert_eq!(of_cause("34"), Some(Outcome::Failed));
        assert_eq!(of_cause("normal_clearing"), None);
        for (name, outcome) in [
            ("DECLINE", Outcome::Rejected),
            ("UNWANTED", Outcome::Rejected),
            ("REJECT_ALL", Outcome::Rejected),
            ("BUSY_EVERYWHERE", Outcome::Busy),
            ("ORIGINATOR_CANCEL", Outcome::Canceled),
            ("PROGRESS_TIMEOUT", Outcome::NoAnswer),
            ("no_route_destination", Outcome::Invalid),
            ("User busy", Outcome::Busy),
            ("INVALID_IDENTITY", Outcome::Failed),
        ] {
            assert_eq!(of_cause(name), Some(outcome), "{name}");
        }
    }
}
