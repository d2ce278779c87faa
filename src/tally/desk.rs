//! The cells that the calls of a file touch just now. Exports are in the order of time, so a number's calls fall into
//! the same cell again and again: that cell is kept at hand, and laid into the ledger when the next one is opened.
//! Calls in any other order give the same ledger, only more slowly.

use super::{
    cells::{Cells, Key, Laid, Value},
    cube::{AgentKey, AgentTally, CellKey, HourKey, HourTally},
    ledger::{Ledger, MAX_AGENT_CELLS},
    mix::MixTally,
    print::Print,
    sum::Tally,
};
use crate::model::{Call, Day, NameId};

/// Open cells of the cubes, and those that have been closed.
pub(super) struct Desk {
    cells: Slots<CellKey, Tally>,
    closed: Closed<CellKey, Tally>,
    agents: Slots<AgentKey, AgentTally>,
    laid_agents: Laid<AgentKey, AgentTally>,
    hours: Hours,
    mixes: Slots<(NameId, Day), MixTally>,
    closed_mixes: Closed<(NameId, Day), MixTally>,
    prints: Slots<(NameId, Day), Print>,
    closed_prints: Closed<(NameId, Day), Print>,
}

impl Desk {
    /// An empty desk: about 2 MB.
    pub fn new() -> Self {
        Self::with_most(MANY_PARTS)
    }

    fn with_most(most: usize) -> Self {
        Self {
            cells: Slots::new(2_048),
            closed: Closed::new(most),
            agents: Slots::new(8_192),
            laid_agents: Laid::default(),
            hours: Hours::default(),
            mixes: Slots::new(2_048),
            closed_mixes: Closed::new(most),
            prints: Slots::new(2_048),
            closed_prints: Closed::new(most),
        }
    }

    /// Enters one call.
    pub fn push(&mut self, call: &Call, ledger: &mut Ledger) {
        let number = call.number as usize;
        let (place, key) = (number * 4 + call.line as usize, ledger.cell_of(call));
        self.cells.at(place, key, |key, tally| self.closed.push(key, tally, &mut ledger.cells)).push(call);
        ledger.limit_cells();
        if let Some(key) = AgentKey::of(call) {
            let place = number * 31 + call.agent as usize;
            self.agents.at(place, key, |key, tally| self.laid_agents.push(key, tally)).push(call);
            if self.laid_agents.len() > MAX_AGENT_CELLS {
                ledger.enter_agents(std::mem::take(&mut self.laid_agents));
            }
        }
        if let Some(key) = HourKey::of(call) {
            match self.hours.at(key) {
                Some(tally) => tally.push(call),
                None => ledger.hours.entry(key).or_default().push(call),
            }
        }
        let key = (call.number, call.day);
        if MixTally::tells(call) {
            self.mixes.at(number, key, |key, mix| self.closed_mixes.push(key, mix, &mut ledger.mixes)).push(call);
        }
        let close = |key, print: &Print| self.closed_prints.push(key, print, &mut ledger.prints);
        self.prints.at(number, key, close).push(call.fingerprint);
    }

    /// Lays all that is open into the ledger.
    pub fn clear(&mut self, ledger: &mut Ledger) {
        self.cells.each(|key, tally| self.closed.push(key, tally, &mut ledger.cells));
        self.closed.clear(&mut ledger.cells);
        ledger.forget_dropped_teams();
        ledger.limit_cells();
        self.agents.each(|key, tally| self.laid_agents.push(key, tally));
        ledger.enter_agents(std::mem::take(&mut self.laid_agents));
        let mut hours = Laid::default();
        self.hours.each(|key, tally| hours.push(key, tally));
        ledger.hours.take_in(hours);
        self.mixes.each(|key, mix| self.closed_mixes.push(key, mix, &mut ledger.mixes));
        self.closed_mixes.clear(&mut ledger.mixes);
        self.prints.each(|key, print| self.closed_prints.push(key, print, &mut ledger.prints));
        self.closed_prints.clear(&mut ledger.prints);
    }
}

/// Parts of cells past which those of one cell are brought together.
const MANY_PARTS: usize = 32_768;

/// Closed cells of one cube on their way into it. In the order of time nearly each is closed once, and sealed then; where
/// calls come in another order the parts of cells pile up, and they are laid in the cube's table.
struct Closed<K, V> {
    laid: Laid<K, V>,
    /// So many may be laid before they are looked at.
    most: usize,
    is_scattered: bool,
}

impl<K: Key, V: Value> Closed<K, V> {
    fn new(most: usize) -> Self {
        Self { laid: Laid::default(), most, is_scattered: false }
    }

    fn push(&mut self, key: K, value: &V, cells: &mut Cells<K, V>) {
        if self.is_scattered {
            return cells.entry(key).or_default().add(value);
        }
        self.laid.push(key, value);
        if self.laid.len() > self.most {
            self.bring_together(cells);
        }
    }

    #[cold]
    fn bring_together(&mut self, cells: &mut Cells<K, V>) {
        let parts = cells.at_most() + self.laid.len();
        self.clear(cells);
        cells.open();
        self.is_scattered = 2 * cells.len() < parts;
        self.most = self.most.max(2 * cells.len());
        if !self.is_scattered {
            cells.seal();
        }
    }

    fn clear(&mut self, cells: &mut Cells<K, V>) {
        cells.take_in(std::mem::take(&mut self.laid));
    }
}

/// The hours of the week of the first numbers, all open: a number comes to a new hour every few calls.
#[derive(Default)]
struct Hours(Vec<HourTally>);

const HOURS_A_DAY: usize = 24;
const HOURS_A_WEEK: usize = 7 * HOURS_A_DAY;
/// Numbers whose hours are kept open: 5 MB where a file has as many.
const NUMBERS_WITH_HOURS: usize = 2_048;

impl Hours {
    fn at(&mut self, key: HourKey) -> Option<&mut HourTally> {
        let number = key.number as usize;
        if number >= NUMBERS_WITH_HOURS {
            return None;
        }
        let at = number * HOURS_A_WEEK + usize::from(key.weekday) * HOURS_A_DAY + usize::from(key.hour);
        if at >= self.0.len() {
            self.0.resize((number + 1) * HOURS_A_WEEK, HourTally::default());
        }
        self.0.get_mut(at)
    }

    fn each(&mut self, mut close: impl FnMut(HourKey, &HourTally)) {
        for (at, tally) in std::mem::take(&mut self.0).iter().enumerate().filter(|(_, tally)| tally.calls > 0) {
            let (number, hour) = ((at / HOURS_A_WEEK) as NameId, at % HOURS_A_WEEK);
            close(HourKey { number, weekday: (hour / HOURS_A_DAY) as u8, hour: (hour % HOURS_A_DAY) as u8 }, tally);
        }
    }
}

/// Open cells, a power of two, each at the place that its key asks for; a key that finds its place taken closes what lies there.
struct Slots<K, V> {
    slots: Vec<Option<(K, V)>>,
    mask: usize,
}

impl<K: Copy + PartialEq, V: Default> Slots<K, V> {
    fn new(count: usize) -> Self {
        Self { slots: (0..count).map(|_| None).collect(), mask: count - 1 }
    }

    fn at(&mut self, place: usize, key: K, close: impl FnOnce(K, &V)) -> &mut V {
        let slot = &mut self.slots[place & self.mask];
        if slot.as_ref().is_none_or(|(open, _)| *open != key)
            && let Some((closed, value)) = slot.replace((key, V::default()))
        {
            close(closed, &value);
        }
        &mut slot.get_or_insert_with(|| (key, V::default())).1
    }

    fn each(&mut self, mut close: impl FnMut(K, &V)) {
        for (key, value) in self.slots.iter_mut().filter_map(Option::take) {
            close(key, &value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Desk;
    use crate::{
        model::{Call, Day, LineType, Outcome},
        tally::Ledger,
    };

    /// Calls in no order, over more numbers, agents and days than there are places.
    fn calls() -> impl Iterator<Item = Call> {
        (0_u32..20_000).map(|at| {
            let mixed = at.wrapping_mul(2_654_435_761);
            Call {
                number: 1 + mixed % 3_000,
                day: Day((mixed >> 8) as i32 % 5),
                hour: (at % 3 != 0).then_some((mixed >> 4) as u8 % 24),
                campaign: mixed % 4,
                team: mixed % 2,
                agent: (mixed >> 3) % 9,
                line: if at % 2 == 0 { LineType::Mobile } else { LineType::Landline },
                outcome: if at % 5 == 0 { Outcome::Answered } else { Outcome::NoAnswer },
                talk_ms: (at % 5 == 0).then_some(mixed % 90_000),
                ring_secs: Some(at % 40),
                attempt: (at % 7 != 0).then_some(1 + (mixed >> 6) as u8 % 5),
                converted: Some(at % 50 == 0),
                dropped: false,
                fingerprint: u64::from(mixed),
            }
        })
    }

    /// Few cells, of which each takes the place of another.
    fn scattered() -> impl Iterator<Item = Call> {
        calls().map(|call| Call { number: 1 + 2_048 * (call.number % 3), campaign: 0, team: 0, ..call })
    }

    fn hold_to_one_by_one(calls: impl Iterator<Item = Call>, is_scattered: bool) {
        let (mut slow, mut fast, mut desk) = (Ledger::default(), Ledger::default(), Desk::with_most(1_000));
        for call in calls {
            slow.push(&call);
            desk.push(&call, &mut fast);
        }
        assert_eq!(desk.closed.is_scattered, is_scattered);
        desk.clear(&mut fast);
        assert_eq!(fast.cells, slow.cells);
        assert_eq!(fast.agents, slow.agents);
        assert_eq!(fast.hours, slow.hours);
        assert_eq!(fast.mixes, slow.mixes);
        assert_eq!(fast.prints, slow.prints);
        assert_eq!(fast.cells.values().map(|tally| tally.calls()).sum::<u32>(), 20_000);
    }

    #[test]
    fn calls_in_any_order_give_the_ledger_that_they_give_one_by_one() {
        hold_to_one_by_one(calls(), false);
        hold_to_one_by_one(scattered(), true);
    }

    #[test]
    fn once_teams_are_no_longer_told_apart_no_cell_has_one_be_it_open_by_then_or_not() {
        for since in [0, 10_000] {
            let (mut ledger, mut desk) = (Ledger::default(), Desk::new());
            for (at, call) in calls().enumerate() {
                ledger.teams_dropped |= at == since;
                desk.push(&call, &mut ledger);
            }
            desk.clear(&mut ledger);
            assert!(ledger.cells.keys().all(|key| key.team == 0 && key.line == LineType::Unknown));
            assert_eq!(ledger.cells.values().map(|tally| tally.calls()).sum::<u32>(), 20_000);
        }
    }
}
