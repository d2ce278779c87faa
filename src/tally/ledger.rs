//! All tallies of one file or of one analysis.

use std::{cmp::Reverse, sync::Arc};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::{
    cells::{Cells, Laid, Maps, map},
    cube::{AgentKey, AgentTally, CellKey, HourKey, HourTally},
    mix::MixTally,
    print::Print,
    sum::{Tally, Tells},
};
use crate::model::{Call, Day, DayRow, Dictionary, LineType, NameId, Range, Reading};

/// Cells of the main cube at most (256 bytes each): past that, line types and teams are no longer told apart.
pub const MAX_CELLS: usize = 1_000_000;
/// Cells of daily tables past which they are sealed once they are laid: of a year of 5000 numbers, the table takes 600 MB,
/// the bytes 60, and a page has 4 GB in all.
const MOST_OPEN_CELLS: usize = 250_000;
/// Cells of the agents' cube at most: past that, agents are no longer told apart.
pub const MAX_AGENT_CELLS: usize = 2_000_000;

/// Tallies keyed by the names in `names`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Ledger {
    /// The texts behind the ids.
    pub names: Dictionary,
    /// The main cube: number, day, campaign, team, line type.
    pub cells: Cells<CellKey, Tally>,
    /// The agents' cube.
    pub agents: Cells<AgentKey, AgentTally>,
    /// The hours' cube.
    pub hours: Cells<HourKey, HourTally>,
    /// Parts of the day and attempts, by number and day.
    pub mixes: Cells<(NameId, Day), MixTally>,
    /// Fingerprints of the calls, by number and day.
    pub prints: Cells<(NameId, Day), Print>,
    /// Rows of daily tables, not yet merged with the calls.
    pub day_rows: Vec<DayRow>,
    /// Readings of reputation tools, in the order of the files.
    pub readings: Vec<Reading>,
    /// Spam reports from complaint files, by number and day.
    pub reports: FxHashMap<(NameId, Day), u32>,
    /// Ranges of numbers that lists label or block, in the order of the files.
    pub ranges: Vec<Range>,
    /// Agents are no longer told apart: too many cells.
    pub agents_dropped: bool,
    /// Teams and line types are no longer told apart: too many cells.
    pub teams_dropped: bool,
}

/// A number's day that calls have counted.
#[derive(Default)]
struct CountedDay {
    /// Its cells, the one with most calls first.
    cells: Vec<CellKey>,
    knows_conversions: bool,
}

impl Ledger {
    /// Enters one call. For a file of calls, `desk::Desk` is the faster way.
    pub fn push(&mut self, call: &Call) {
        let key = self.cell_of(call);
        self.cells.entry(key).or_default().push(call);
        self.limit_cells();
        if let Some(key) = AgentKey::of(call) {
            let (mut tally, mut laid) = (AgentTally::default(), Laid::default());
            tally.push(call);
            laid.push(key, &tally);
            self.enter_agents(laid);
        }
        if let Some(key) = HourKey::of(call) {
            self.hours.entry(key).or_default().push(call);
        }
        if MixTally::tells(call) {
            self.mixes.entry((call.number, call.day)).or_default().push(call);
        }
        self.prints.entry((call.number, call.day)).or_default().push(call.fingerprint);
    }

    /// The cell of a call.
    pub(super) fn cell_of(&self, call: &Call) -> CellKey {
        let key = CellKey::of(call);
        if self.teams_dropped { key.without_team() } else { key }
    }

    /// No longer tells teams and line types apart where there are too many cells.
    pub(super) fn limit_cells(&mut self) {
        if !self.teams_dropped && self.cells.at_most() > MAX_CELLS && self.cells.len() > MAX_CELLS {
            self.drop_teams();
        }
    }

    /// What was opened before teams were dropped still had one.
    pub(super) fn forget_dropped_teams(&mut self) {
        if self.teams_dropped {
            self.drop_teams();
        }
    }

    /// Adds to the cells of the agents' cube.
    pub(super) fn enter_agents(&mut self, laid: Laid<AgentKey, AgentTally>) {
        if self.agents_dropped {
            return;
        }
        self.agents.take_in(laid);
        if self.agents.at_most() > MAX_AGENT_CELLS {
            if self.agents.len() > MAX_AGENT_CELLS {
                self.drop_agents();
            } else {
                self.agents.seal();
            }
        }
    }

    /// Enters what only the whole file tells. May be done again, with more that is known.
    pub fn settle(&mut self, tells: Tells) {
        self.cells.settle(tells);
    }

    /// Adds another ledger; its names are mapped to ours.
    pub fn merge(&mut self, other: &Self) {
        let numbers = self.names.numbers.absorb(&other.names.numbers);
        let campaigns = self.names.campaigns.absorb(&other.names.campaigns);
        let teams = self.names.teams.absorb(&other.names.teams);
        let agents = self.names.agents.absorb(&other.names.agents);
        let sources = self.names.sources.absorb(&other.names.sources);
        let maps = Arc::new(Maps { numbers, campaigns, teams, agents });

        // What one side no longer tells apart, the sum does not either.
        if other.agents_dropped {
            self.drop_agents();
        }
        if other.teams_dropped {
            self.drop_teams();
        }
        self.cells.merge(&other.cells, &maps);
        self.forget_dropped_teams();
        self.limit_cells();
        if !self.agents_dropped {
            self.agents.merge(&other.agents, &maps);
            if self.agents.at_most() > MAX_AGENT_CELLS && self.agents.len() > MAX_AGENT_CELLS {
                self.drop_agents();
            }
        }
        self.hours.merge(&other.hours, &maps);
        self.mixes.merge(&other.mixes, &maps);
        self.prints.merge(&other.prints, &maps);
        let Maps { numbers, campaigns, teams, .. } = &*maps;
        for row in &other.day_rows {
            self.day_rows.push(DayRow {
                number: map(numbers, row.number),
                campaign: map(campaigns, row.campaign),
                team: map(teams, row.team),
                source: map(&sources, row.source),
                ..row.clone()
            });
        }
        for reading in &other.readings {
            self.readings.push(Reading {
                number: map(numbers, reading.number),
                source: map(&sources, reading.source),
                ..*reading
            });
        }
        self.ranges.extend_from_slice(&other.ranges);
        for ((number, day), count) in &other.reports {
            *self.reports.entry((map(numbers, *number), *day)).or_default() += count;
        }
    }

    /// Lays the rows of daily tables beside the calls: a day that the calls have counted takes from its row only
    /// what the calls do not know (reports, readings, conversions). Rows that add nothing are in the answer, by their
    /// place in `day_rows`.
    pub fn finish(&mut self) -> Vec<usize> {
        let rows = std::mem::take(&mut self.day_rows);
        if rows.is_empty() {
            return Vec::new();
        }
        let counted = self.cells_by_day();
        let mut idle = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let read = self.take_reading(row);
            let used = match counted.get(&(row.number, row.day)) {
                Some(counted) => self.take_what_calls_do_not_know(row, counted),
                None if row.calls.is_some() => {
                    let key = CellKey {
                        number: row.number,
                        day: row.day,
                        campaign: row.campaign,
                        team: if self.teams_dropped { 0 } else { row.team },
                        line: LineType::Unknown,
                    };
                    self.cells.entry(key).or_default().merge(&Tally::of_day_row(row));
                    true
                }
                None => match row.spam_reports {
                    Some(count) => {
                        *self.reports.entry((row.number, row.day)).or_default() += count;
                        true
                    }
                    None => false,
                },
            };
            if !used && !read {
                idle.push(at);
            }
        }
        if self.cells.at_most() > MOST_OPEN_CELLS {
            self.cells.seal();
        }
        idle
    }

    fn take_reading(&mut self, row: &DayRow) -> bool {
        if row.score.is_none() && row.flagged.is_none() {
            return false;
        }
        let source = if row.source == 0 { self.names.sources.intern("manual") } else { row.source };
        let (number, day) = (row.number, row.day);
        self.readings.push(Reading { number, day, source, score: row.score, flagged: row.flagged });
        true
    }

    /// Each cell of the day then knows the measure for all its calls; the counts, which the row does not tell apart,
    /// go to the first.
    fn take_what_calls_do_not_know(&mut self, row: &DayRow, counted: &CountedDay) -> bool {
        let conversions = row.conversions.filter(|_| !counted.knows_conversions);
        for (at, key) in counted.cells.iter().enumerate() {
            let Some(cell) = self.cells.get_mut(key) else { continue };
            if let Some(count) = row.spam_reports {
                cell.spam_reports += if at == 0 { count } else { 0 };
                cell.spam_known = cell.calls();
            }
            if let Some(count) = conversions {
                cell.conversions += if at == 0 { count } else { 0 };
                cell.conversion_known = cell.calls();
            }
        }
        row.spam_reports.is_some() || conversions.is_some()
    }

    fn cells_by_day(&self) -> FxHashMap<(NameId, Day), CountedDay> {
        let mut cells: Vec<_> = self.cells.iter().map(|(key, tally)| (Reverse(tally.calls()), *key, tally)).collect();
        cells.sort_unstable_by_key(|(calls, key, _)| (*calls, *key));
        let mut days: FxHashMap<(NameId, Day), CountedDay> = FxHashMap::default();
        for (_, key, tally) in cells {
            let day = days.entry((key.number, key.day)).or_default();
            day.cells.push(key);
            day.knows_conversions |= tally.conversion_known > 0;
        }
        days
    }

    fn drop_agents(&mut self) {
        self.agents_dropped = true;
        self.agents = Cells::default();
    }

    fn drop_teams(&mut self) {
        self.teams_dropped = true;
        for (key, tally) in self.cells.take() {
            self.cells.entry(key.without_team()).or_default().merge(&tally);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AgentKey, AgentTally, Laid, Ledger, MAX_AGENT_CELLS};
    use crate::model::Day;

    /// One call each of as many cells as asked for, again and again until there are more parts than cells may be.
    fn parts(cells: u32) -> Laid<AgentKey, AgentTally> {
        let mut laid = Laid::default();
        let call = AgentTally { calls: 1, ..AgentTally::default() };
        for at in 0..=MAX_AGENT_CELLS as u32 {
            let key = AgentKey { agent: 1 + at % cells, number: 1, day: Day(20_000), campaign: 0, team: 0 };
            laid.push(key, &call);
        }
        laid
    }

    #[test]
    fn agents_are_given_up_for_too_many_cells_and_not_for_many_parts_of_few() {
        let mut ledger = Ledger::default();
        ledger.enter_agents(parts(3));
        assert!(!ledger.agents_dropped);
        assert_eq!((ledger.agents.at_most(), ledger.agents.len()), (3, 3));
        assert_eq!(ledger.agents.values().map(|tally| tally.calls as usize).sum::<usize>(), MAX_AGENT_CELLS + 1);

        ledger.enter_agents(parts(u32::MAX));
        assert!(ledger.agents_dropped);
        assert_eq!(ledger.agents.len(), 0);
        ledger.enter_agents(parts(3));
        assert_eq!(ledger.agents.at_most(), 0);
    }
}
