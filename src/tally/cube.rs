//! The keys of the cubes, and the small tallies of the second and third one.

use serde::{Deserialize, Serialize};

use crate::model::{Call, Day, LineType, NameId, Outcome};

/// A cell of the main cube.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CellKey {
    /// Own number.
    pub number: NameId,
    /// Day.
    pub day: Day,
    /// Campaign.
    pub campaign: NameId,
    /// Team.
    pub team: NameId,
    /// The callee's kind of line.
    pub line: LineType,
}

impl CellKey {
    /// The cell of a call.
    pub fn of(call: &Call) -> Self {
        let Call { number, day, campaign, team, line, .. } = *call;
        Self { number, day, campaign, team, line }
    }
}

/// A cell of the agents' cube. Apart from the main cube, since nearly every call of a busy centre has its own
/// (number, day, agent): there, the full tally would cost more memory than the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AgentKey {
    /// Agent.
    pub agent: NameId,
    /// Own number.
    pub number: NameId,
    /// Day.
    pub day: Day,
    /// Campaign.
    pub campaign: NameId,
    /// Team.
    pub team: NameId,
}

impl AgentKey {
    /// The cell of a call; `None` where the file names no agent.
    pub fn of(call: &Call) -> Option<Self> {
        let Call { agent, number, day, campaign, team, .. } = *call;
        (agent != 0).then_some(Self { agent, number, day, campaign, team })
    }
}

/// What is kept per agent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgentTally {
    /// Calls.
    pub calls: u32,
    /// Answered calls.
    pub answered: u32,
    /// Calls that met a machine.
    pub voicemail: u32,
    /// Calls declined or blocked.
    pub rejected: u32,
    /// Answered calls by whole second of talk, 1 to 9.
    pub short_talk: [u16; 9],
    /// Talk time in milliseconds, of the answered calls for which it is known.
    pub talk_ms: u64,
    /// Those calls.
    pub answered_with_talk: u32,
    /// Conversions.
    pub conversions: u32,
}

impl AgentTally {
    /// Enters one call.
    pub fn push(&mut self, call: &Call) {
        self.calls += 1;
        match call.outcome {
            Outcome::Answered => self.answered += 1,
            Outcome::Voicemail => self.voicemail += 1,
            Outcome::Rejected | Outcome::Blocked => self.rejected += 1,
            _ => {}
        }
        if let (Outcome::Answered, Some(talk_ms)) = (call.outcome, call.talk_ms) {
            self.talk_ms += u64::from(talk_ms);
            self.answered_with_talk += 1;
            if let (false, Some(count)) = (call.dropped, (talk_ms as usize / 1000).checked_sub(1))
                && let Some(count) = self.short_talk.get_mut(count)
            {
                *count = count.saturating_add(1);
            }
        }
        self.conversions += u32::from(call.converted == Some(true));
    }

    /// Adds another tally.
    pub fn merge(&mut self, other: &Self) {
        self.calls += other.calls;
        self.answered += other.answered;
        self.voicemail += other.voicemail;
        self.rejected += other.rejected;
        for (ours, theirs) in self.short_talk.iter_mut().zip(other.short_talk) {
            *ours = ours.saturating_add(theirs);
        }
        self.talk_ms += other.talk_ms;
        self.answered_with_talk += other.answered_with_talk;
        self.conversions += other.conversions;
    }

    /// Answered calls shorter than `limit_secs` (2 to 10) and of at least one second.
    pub fn hang_ups(&self, limit_secs: u8) -> u32 {
        self.short_talk.iter().take(usize::from(limit_secs.clamp(1, 10)) - 1).map(|count| u32::from(*count)).sum()
    }
}

/// A cell of the hours' cube.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct HourKey {
    /// Own number.
    pub number: NameId,
    /// Day of the week, 0 = Monday.
    pub weekday: u8,
    /// Hour, 0 to 23.
    pub hour: u8,
}

impl HourKey {
    /// The cell of a call; `None` where the file gives days only.
    pub fn of(call: &Call) -> Option<Self> {
        let weekday = call.day.weekday().num_days_from_monday() as u8;
        call.hour.map(|hour| Self { number: call.number, weekday, hour })
    }
}

/// What is kept per hour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HourTally {
    /// Calls.
    pub calls: u32,
    /// Answered calls.
    pub answered: u32,
    /// Calls that met a machine.
    pub voicemail: u32,
    /// Calls declined or blocked.
    pub rejected: u32,
}

impl HourTally {
    /// Enters one call.
    pub fn push(&mut self, call: &Call) {
        self.calls += 1;
        match call.outcome {
            Outcome::Answered => self.answered += 1,
            Outcome::Voicemail => self.voicemail += 1,
            Outcome::Rejected | Outcome::Blocked => self.rejected += 1,
            _ => {}
        }
    }

    /// Adds another tally.
    pub fn merge(&mut self, other: &Self) {
        self.calls += other.calls;
        self.answered += other.answered;
        self.voicemail += other.voicemail;
        self.rejected += other.rejected;
    }
}
