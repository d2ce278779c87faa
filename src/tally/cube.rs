//! The keys of the cubes, and the small tallies of the second and third one.

use super::{
    cells::{Key, Maps, Value, map},
    pack::Filled,
};
use crate::model::{Call, Day, LineType, NameId, Outcome};

/// A cell of the main cube.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

    /// The one that it becomes where teams and line types are not told apart.
    #[must_use]
    pub fn without_team(self) -> Self {
        Self { team: 0, line: LineType::Unknown, ..self }
    }
}

impl Key for CellKey {
    const COLUMNS: usize = 5;

    fn write(&self, columns: &mut [u64]) {
        let Self { number, day, campaign, team, line } = *self;
        fill(columns, [number.into(), of_day(day), campaign.into(), team.into(), line as u64]);
    }

    fn read(columns: &[u64]) -> Self {
        let at = |place| column(columns, place);
        let line = LineType::ALL.get(at(4) as usize).copied().unwrap_or_default();
        Self { number: at(0) as NameId, day: day_of(at(1)), campaign: at(2) as NameId, team: at(3) as NameId, line }
    }

    fn mapped(self, maps: &Maps) -> Self {
        Self {
            number: map(&maps.numbers, self.number),
            campaign: map(&maps.campaigns, self.campaign),
            team: map(&maps.teams, self.team),
            ..self
        }
    }
}

/// The numbers of a row, in their order.
pub(super) fn fill<const N: usize>(columns: &mut [u64], values: [u64; N]) {
    columns.iter_mut().zip(values).for_each(|(column, value)| *column = value);
}

/// A number of a row.
pub(super) fn column(columns: &[u64], place: usize) -> u64 {
    columns.get(place).copied().unwrap_or(0)
}

/// Days before 1970 are negative.
const fn of_day(day: Day) -> u64 {
    day.0 as u64
}

const fn day_of(column: u64) -> Day {
    Day(column as i32)
}

/// A cell of the agents' cube. Apart from the main cube, since nearly every call of a busy centre has its own
/// (number, day, agent): there, the full tally would cost more memory than the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

impl Key for AgentKey {
    const COLUMNS: usize = 5;

    fn write(&self, columns: &mut [u64]) {
        let Self { agent, number, day, campaign, team } = *self;
        fill(columns, [agent.into(), number.into(), of_day(day), campaign.into(), team.into()]);
    }

    fn read(columns: &[u64]) -> Self {
        let id = |place| column(columns, place) as NameId;
        Self { agent: id(0), number: id(1), day: day_of(column(columns, 2)), campaign: id(3), team: id(4) }
    }

    fn mapped(self, maps: &Maps) -> Self {
        Self {
            agent: map(&maps.agents, self.agent),
            number: map(&maps.numbers, self.number),
            day: self.day,
            campaign: map(&maps.campaigns, self.campaign),
            team: map(&maps.teams, self.team),
        }
    }
}

/// What is kept per agent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

    /// Answered calls shorter than `limit_secs` (2 to 10) and of at least one second.
    pub fn hang_ups(&self, limit_secs: u8) -> u32 {
        self.short_talk.iter().take(usize::from(limit_secs.clamp(1, 10)) - 1).map(|count| u32::from(*count)).sum()
    }

    /// Adds another.
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
}

impl Value for AgentTally {
    const COLUMNS: usize = 16;

    fn write(&self, numbers: &mut Filled) {
        let Self { calls, answered, voicemail, rejected, short_talk, talk_ms, answered_with_talk, conversions } = *self;
        numbers.put_all(&[calls, answered, voicemail, rejected]);
        numbers.put_all(&[answered_with_talk, conversions]);
        numbers.put(talk_ms);
        numbers.put_all(&short_talk.map(u32::from));
    }

    fn read(columns: &[u64]) -> Self {
        let at = |place| column(columns, place);
        let count = |place| at(place) as u32;
        Self {
            calls: count(0),
            answered: count(1),
            voicemail: count(2),
            rejected: count(3),
            answered_with_talk: count(4),
            conversions: count(5),
            talk_ms: at(6),
            short_talk: std::array::from_fn(|place| at(7 + place) as u16),
        }
    }

    fn add(&mut self, other: &Self) {
        self.merge(other);
    }
}

/// The day of the week of 1970-01-01.
const THURSDAY: i64 = 3;

/// A cell of the hours' cube.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
        let weekday = (i64::from(call.day.0) + THURSDAY).rem_euclid(7) as u8;
        call.hour.map(|hour| Self { number: call.number, weekday, hour })
    }
}

impl Key for HourKey {
    const COLUMNS: usize = 3;

    fn write(&self, columns: &mut [u64]) {
        fill(columns, [self.number.into(), self.weekday.into(), self.hour.into()]);
    }

    fn read(columns: &[u64]) -> Self {
        let at = |place| column(columns, place);
        Self { number: at(0) as NameId, weekday: at(1) as u8, hour: at(2) as u8 }
    }

    fn mapped(self, maps: &Maps) -> Self {
        Self { number: map(&maps.numbers, self.number), ..self }
    }
}

/// A number's day.
impl Key for (NameId, Day) {
    const COLUMNS: usize = 2;

    fn write(&self, columns: &mut [u64]) {
        fill(columns, [self.0.into(), of_day(self.1)]);
    }

    fn read(columns: &[u64]) -> Self {
        (column(columns, 0) as NameId, day_of(column(columns, 1)))
    }

    fn mapped(self, maps: &Maps) -> Self {
        (map(&maps.numbers, self.0), self.1)
    }
}

/// What is kept per hour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

    /// Adds another.
    pub fn merge(&mut self, other: &Self) {
        self.calls += other.calls;
        self.answered += other.answered;
        self.voicemail += other.voicemail;
        self.rejected += other.rejected;
    }
}

impl Value for HourTally {
    const COLUMNS: usize = 4;

    fn write(&self, numbers: &mut Filled) {
        numbers.put_all(&[self.calls, self.answered, self.voicemail, self.rejected]);
    }

    fn read(columns: &[u64]) -> Self {
        let count = |place| column(columns, place) as u32;
        Self { calls: count(0), answered: count(1), voicemail: count(2), rejected: count(3) }
    }

    fn add(&mut self, other: &Self) {
        self.merge(other);
    }
}

#[cfg(test)]
mod tests {
    use super::HourKey;
    use crate::model::{Call, Day, Outcome};

    #[test]
    fn the_day_of_the_week_is_that_of_the_calendar() {
        for day in (-800..20_000).map(Day) {
            let call = Call { hour: Some(9), ..Call::new(1, day, Outcome::NoAnswer) };
            let weekday = HourKey::of(&call).map(|key| u32::from(key.weekday));
            assert_eq!(weekday, Some(day.weekday().num_days_from_monday()), "{day}");
        }
    }
}
