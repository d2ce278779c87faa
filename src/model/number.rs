//! Phone numbers in one form.

use serde::{Deserialize, Serialize};

/// A phone number: E.164 with `+` where the country is known, else the digits as written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Number(pub String);

/// A country whose national numbers can be completed. Two letters, ISO 3166-1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Country {
    /// Two letters, upper case.
    pub code: &'static str,
    /// The country calling code, without `+`.
    pub calling: &'static str,
    /// The prefix dialled before a national number, if any.
    pub trunk: &'static str,
    /// Shortest and longest national significant number, in digits.
    pub digits: (u8, u8),
}

impl Country {
    /// The countries known, in the order of their codes. Lengths: ITU-T E.164 national numbering plans.
    pub const ALL: [Self; 32] = {
        const fn c(code: &'static str, calling: &'static str, trunk: &'static str, digits: (u8, u8)) -> Country {
            Country { code, calling, trunk, digits }
        }
        [
            c("AT", "43", "0", (4, 13)),
            c("AU", "61", "0", (9, 9)),
            c("BE", "32", "0", (8, 9)),
            c("BR", "55", "0", (10, 11)),
            c("CA", "1", "1", (10, 10)),
            c("CH", "41", "0", (9, 9)),
            c("CZ", "420", "", (9, 9)),
            c("DE", "49", "0", (5, 13)),
            c("DK", "45", "", (8, 8)),
            c("ES", "34", "", (9, 9)),
            c("FI", "358", "0", (5, 12)),
            c("FR", "33", "0", (9, 9)),
            c("GB", "44", "0", (9, 10)),
            c("GP", "590", "0", (9, 9)),
            c("GR", "30", "", (10, 10)),
            c("IE", "353", "0", (7, 9)),
            c("IN", "91", "0", (10, 10)),
            c("IT", "39", "", (6, 11)),
            c("LU", "352", "", (4, 11)),
            c("MA", "212", "0", (9, 9)),
            c("MG", "261", "0", (9, 9)),
            c("MQ", "596", "0", (9, 9)),
            c("MU", "230", "", (7, 8)),
            c("NL", "31", "0", (9, 9)),
            c("NO", "47", "", (8, 8)),
            c("PL", "48", "", (9, 9)),
            c("PT", "351", "", (9, 9)),
            c("RE", "262", "0", (9, 9)),
            c("SE", "46", "0", (7, 13)),
            c("SN", "221", "", (9, 9)),
            c("TN", "216", "", (8, 8)),
            c("US", "1", "1", (10, 10)),
        ]
    };

    /// The country of a two-letter code, in either case.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|country| country.code.eq_ignore_ascii_case(code))
    }
}
