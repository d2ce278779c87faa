//! SIP response codes and Q.850 causes → outcomes (`product.md`, Outcomes).

use crate::model::Outcome;

/// The outcome that a SIP code says; `None` for none, a provisional one or what is no code. The cell may hold the
/// reason phrase too: `603 Network Blocked`.
pub fn of_sip(cell: &str) -> Option<Outcome> {
    let code: u16 = cell.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() == 3)?.parse().ok()?;
    Some(match code {
        200 => Outcome::Answered,
        603 if cell.to_ascii_lowercase().contains("blocked") => Outcome::Blocked,
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
    let number = match cell.parse::<u16>() {
        Ok(number) => number,
        Err(_) => *NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(cell)).map(|(_, number)| number)?,
    };
    Some(match number {
        1 | 22 | 28 | 817 => Outcome::Invalid,
        17 | 815 => Outcome::Busy,
        18..=20 | 102 => Outcome::NoAnswer,
        21 | 816 | 819 => Outcome::Rejected,
        487 => Outcome::Canceled,
        2 | 3 | 27 | 29 | 34..=44 | 50 | 52 | 54 | 57 | 88 => Outcome::Failed,
        _ => return None,
    })
}

/// Names that FreeSWITCH and Asterisk give to the causes.
const NAMES: [(&str, u16); 22] = [
    ("UNALLOCATED_NUMBER", 1),
    ("NO_ROUTE_TRANSIT_NET", 2),
    ("NO_ROUTE_DESTINATION", 3),
    ("NORMAL_CLEARING", 16),
    ("USER_BUSY", 17),
    ("NO_USER_RESPONSE", 18),
    ("NO_ANSWER", 19),
    ("SUBSCRIBER_ABSENT", 20),
    ("CALL_REJECTED", 21),
    ("NUMBER_CHANGED", 22),
    ("DESTINATION_OUT_OF_ORDER", 27),
    ("INVALID_NUMBER_FORMAT", 28),
    ("FACILITY_REJECTED", 29),
    ("NORMAL_CIRCUIT_CONGESTION", 34),
    ("NETWORK_OUT_OF_ORDER", 38),
    ("NORMAL_TEMPORARY_FAILURE", 41),
    ("SWITCH_CONGESTION", 42),
    ("INCOMING_CALL_BARRED", 54),
    ("INCOMPATIBLE_DESTINATION", 88),
    ("RECOVERY_ON_TIMER_EXPIRE", 102),
    ("ORIGINATOR_CANCEL", 487),
    ("UNWANTED", 819),
];

#[cfg(test)]
mod tests {
    use super::{of_cause, of_sip};
    use crate::model::Outcome;

    #[test]
    fn a_decline_is_rejected_and_an_analytics_block_is_blocked() {
        assert_eq!(of_sip("603"), Some(Outcome::Rejected));
        assert_eq!(of_sip("603 Network Blocked"), Some(Outcome::Blocked));
        assert_eq!(of_sip("607"), Some(Outcome::Rejected));
        assert_eq!(of_sip("608"), Some(Outcome::Blocked));
        assert_eq!(of_sip("SIP/2.0 486 Busy Here"), Some(Outcome::Busy));
        assert_eq!(of_sip("200 OK"), Some(Outcome::Answered));
        assert_eq!(of_sip("SIP/2.0 200 OK"), Some(Outcome::Answered));
        assert_eq!(of_sip("503"), Some(Outcome::Failed));
        assert_eq!(of_sip("403"), Some(Outcome::Failed));
        assert_eq!(of_sip("404"), Some(Outcome::Invalid));
        assert_eq!(of_sip(""), None);
    }

    #[test]
    fn cause_21_is_rejected_and_normal_clearing_says_nothing() {
        assert_eq!(of_cause("21"), Some(Outcome::Rejected));
        assert_eq!(of_cause("CALL_REJECTED"), Some(Outcome::Rejected));
        assert_eq!(of_cause("16"), None);
        assert_eq!(of_cause("0"), None);
        assert_eq!(of_cause("102"), Some(Outcome::NoAnswer));
        assert_eq!(of_cause("34"), Some(Outcome::Failed));
    }
}
