//! One outbound attempt, as a fact: what `import` hands to `tally`.

use super::{Day, LineType, NameId, Outcome};

/// One counted call. Names are ids in the ledger's [`super::Names`]; 0 is "none in this file".
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Call {
    /// The own number that was shown.
    pub number: NameId,
    /// The day in the account's zone (or the file's own, where no zone is set).
    pub day: Day,
    /// The hour of that day, 0 to 23; `None` where the file gives days only.
    pub hour: Option<u8>,
    /// Campaign.
    pub campaign: NameId,
    /// Team.
    pub team: NameId,
    /// Agent.
    pub agent: NameId,
    /// The callee's kind of line.
    pub line: LineType,
    /// What became of it.
    pub outcome: Outcome,
    /// Conversation time in milliseconds; `None` where not known. Only used when answered.
    pub talk_ms: Option<u32>,
    /// Ringing time in seconds; `None` where not known.
    pub ring_secs: Option<u32>,
    /// Which attempt on this callee, from 1; `None` where the file does not count them.
    pub attempt: Option<u8>,
    /// Whether the objective was reached; `None` where the file cannot say.
    pub converted: Option<bool>,
    /// The dialer dropped it after the pick-up (no agent free): never a hang-up.
    pub dropped: bool,
    /// 64-bit hash of what identifies the call: own number, callee, start second.
    pub fingerprint: u64,
}

impl Call {
    /// A call of which a file tells no more than this.
    pub const fn new(number: NameId, day: Day, outcome: Outcome) -> Self {
        Self {
            number,
            day,
            hour: None,
            campaign: 0,
            team: 0,
            agent: 0,
            line: LineType::Unknown,
            outcome,
            talk_ms: None,
            ring_secs: None,
            attempt: None,
            converted: None,
            dropped: false,
            fingerprint: 0,
        }
    }
}
