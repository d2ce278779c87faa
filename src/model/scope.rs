//! Whom a figure, an alert or a finding is about.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The kind of subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// One own number.
    Number,
    /// A campaign, a team or a prefix block.
    Pool,
    /// All calls.
    Account,
}

/// One subject. Text form: the number, `campaign:NAME`, `team:NAME`, `prefix:DIGITS` or `account`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// One own number.
    Number(String),
    /// All calls of one campaign.
    Campaign(String),
    /// All calls of one team.
    Team(String),
    /// All numbers of one prefix block.
    Prefix(String),
    /// All calls.
    Account,
}

impl Subject {
    /// The kind of subject.
    pub const fn scope(&self) -> Scope {
        match self {
            Self::Number(_) => Scope::Number,
            Self::Campaign(_) | Self::Team(_) | Self::Prefix(_) => Scope::Pool,
            Self::Account => Scope::Account,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => f.write_str(number),
            Self::Campaign(name) => write!(f, "campaign:{name}"),
            Self::Team(name) => write!(f, "team:{name}"),
            Self::Prefix(digits) => write!(f, "prefix:{digits}"),
            Self::Account => f.write_str("account"),
        }
    }
}

impl Serialize for Subject {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
