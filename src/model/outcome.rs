//! What became of a call. Each counted call has exactly one outcome.

use serde::{Deserialize, Serialize};

/// The outcome of one outbound attempt (`product.md`, Outcomes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Outcome {
    /// A human picked up.
    Answered,
    /// A machine, greeting, fax or IVR picked up.
    Voicemail,
    /// Declined by the person or their device.
    Rejected,
    /// Refused by the network.
    Blocked,
    /// The line was in use.
    Busy,
    /// It rang out.
    NoAnswer,
    /// Given up by caller or dialer.
    Canceled,
    /// The number does not exist.
    Invalid,
    /// Not placed: a technical fault.
    Failed,
    /// A word that nobody has assigned yet.
    Unclassified,
}

impl Outcome {
    /// All outcomes, in the order of their index.
    pub const ALL: [Self; 10] = [
        Self::Answered,
        Self::Voicemail,
        Self::Rejected,
        Self::Blocked,
        Self::Busy,
        Self::NoAnswer,
        Self::Canceled,
        Self::Invalid,
        Self::Failed,
        Self::Unclassified,
    ];

    /// The index in a tally.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The id used in reports, settings and daily tables.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Voicemail => "voicemail",
            Self::Rejected => "rejected",
            Self::Blocked => "blocked",
            Self::Busy => "busy",
            Self::NoAnswer => "no_answer",
            Self::Canceled => "canceled",
            Self::Invalid => "invalid",
            Self::Failed => "failed",
            Self::Unclassified => "unclassified",
        }
    }
}

/// A set of outcomes: those that a file can tell apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeSet(pub u16);

impl OutcomeSet {
    /// The set of the outcomes listed.
    pub fn of(outcomes: &[Outcome]) -> Self {
        outcomes.iter().fold(Self::default(), |set, outcome| set.with(*outcome))
    }

    /// This set and one more outcome.
    #[must_use]
    pub const fn with(self, outcome: Outcome) -> Self {
        Self(self.0 | 1 << outcome as u16)
    }

    /// The outcomes of either set.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the outcome is in the set.
    pub const fn has(self, outcome: Outcome) -> bool {
        self.0 & (1 << outcome as u16) != 0
    }
}
