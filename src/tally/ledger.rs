//! All tallies of one file or of one analysis.

use std::hash::Hash;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::{
    cube::{AgentKey, AgentTally, CellKey, HourKey, HourTally},
    print::Print,
    sum::Tally,
};
use crate::model::{Call, Day, DayRow, Dictionary, LineType, NameId, OutcomeSet, Reading};

/// Cells of the main cube at most (256 bytes each): past that, line types and teams are no longer told apart.
pub const MAX_CELLS: usize = 1_000_000;
/// Cells of the agents' cube at most: past that, agents are no longer told apart.
pub const MAX_AGENT_CELLS: usize = 2_000_000;

/// Tallies keyed by the names in `names`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Ledger {
    /// The texts behind the ids.
    pub names: Dictionary,
    /// The main cube: number, day, campaign, team, line type.
    pub cells: FxHashMap<CellKey, Tally>,
    /// The agents' cube.
    pub agents: FxHashMap<AgentKey, AgentTally>,
    /// The hours' cube.
    pub hours: FxHashMap<HourKey, HourTally>,
    /// Fingerprints of the calls, by number and day.
    pub prints: FxHashMap<(NameId, Day), Print>,
    /// Rows of daily tables, not yet merged with the calls.
    pub day_rows: Vec<DayRow>,
    /// Readings of reputation tools, in the order of the files.
    pub readings: Vec<Reading>,
    /// Spam reports from complaint files, by number and day.
    pub reports: FxHashMap<(NameId, Day), u32>,
    /// Agents are no longer told apart: too many cells.
    pub agents_dropped: bool,
    /// Teams and line types are no longer told apart: too many cells.
    pub teams_dropped: bool,
}

impl Ledger {
    /// Enters one call.
    pub fn push(&mut self, call: &Call) {
        let (team, line) = if self.teams_dropped { (0, LineType::Unknown) } else { (call.team, call.line) };
        let key = CellKey { number: call.number, day: call.day, campaign: call.campaign, team, line };
        self.cells.entry(key).or_default().push(call);
        if call.agent != 0 && !self.agents_dropped {
            let key = AgentKey {
                agent: call.agent,
                number: call.number,
                day: call.day,
                campaign: call.campaign,
                team: call.team,
            };
            self.agents.entry(key).or_default().push(call);
        }
        if let Some(hour) = call.hour {
            let weekday = call.day.weekday().num_days_from_monday() as u8;
            self.hours.entry(HourKey { number: call.number, weekday, hour }).or_default().push(call);
        }
        self.prints.entry((call.number, call.day)).or_default().push(call.fingerprint);
        self.bound();
    }

    /// Enters what only the whole file tells.
    pub fn settle(&mut self, known: OutcomeSet, hang_ups_known: bool) {
        for tally in self.cells.values_mut() {
            tally.settle(known, hang_ups_known);
        }
    }

    /// The file has no word for a conversion: none is not zero.
    pub fn forget_conversions(&mut self) {
        for tally in self.cells.values_mut() {
            (tally.conversions, tally.conversion_known) = (0, 0);
        }
    }

    /// Adds another ledger; its names are mapped to ours.
    pub fn merge(&mut self, other: &Self) {
        let numbers = self.names.numbers.absorb(&other.names.numbers);
        let campaigns = self.names.campaigns.absorb(&other.names.campaigns);
        let teams = self.names.teams.absorb(&other.names.teams);
        let agents = self.names.agents.absorb(&other.names.agents);
        let sources = self.names.sources.absorb(&other.names.sources);
        let map = |ids: &[NameId], id: NameId| ids.get(id as usize).copied().unwrap_or(0);

        for (key, tally) in &other.cells {
            let (team, line) =
                if self.teams_dropped { (0, LineType::Unknown) } else { (map(&teams, key.team), key.line) };
            let key = CellKey {
                number: map(&numbers, key.number),
                day: key.day,
                campaign: map(&campaigns, key.campaign),
                team,
                line,
            };
            self.cells.entry(key).or_default().merge(tally);
        }
        self.agents_dropped |= other.agents_dropped;
        self.teams_dropped |= other.teams_dropped;
        for (key, tally) in &other.agents {
            let key = AgentKey {
                agent: map(&agents, key.agent),
                number: map(&numbers, key.number),
                day: key.day,
                campaign: map(&campaigns, key.campaign),
                team: map(&teams, key.team),
            };
            self.agents.entry(key).or_default().merge(tally);
        }
        for (key, tally) in &other.hours {
            let key = HourKey { number: map(&numbers, key.number), ..*key };
            self.hours.entry(key).or_default().merge(tally);
        }
        for ((number, day), print) in &other.prints {
            self.prints.entry((map(&numbers, *number), *day)).or_default().merge(*print);
        }
        for row in &other.day_rows {
            self.day_rows.push(DayRow {
                number: map(&numbers, row.number),
                campaign: map(&campaigns, row.campaign),
                team: map(&teams, row.team),
                ..row.clone()
            });
        }
        for reading in &other.readings {
            self.readings.push(Reading {
                number: map(&numbers, reading.number),
                source: map(&sources, reading.source),
                ..*reading
            });
        }
        for ((number, day), count) in &other.reports {
            *self.reports.entry((map(&numbers, *number), *day)).or_default() += count;
        }
        self.bound();
    }

    /// Lays the rows of daily tables beside the calls: a day that the calls have counted takes from its row only
    /// what the calls do not know. Rows that add nothing are in the answer, by their place in `day_rows`.
    pub fn finish(&mut self) -> Vec<usize> {
        let rows = std::mem::take(&mut self.day_rows);
        let counted: FxHashMap<(NameId, Day), (u32, NameId, NameId)> = self.busiest_cells();
        let manual = self.names.sources.intern("manual");
        let mut idle = Vec::new();
        let mut reported: FxHashSet<(NameId, Day)> = FxHashSet::default();
        for (at, row) in rows.iter().enumerate() {
            let mut used = row.score.is_some() || row.flagged.is_some();
            if used {
                let (number, day) = (row.number, row.day);
                self.readings.push(Reading { number, day, source: manual, score: row.score, flagged: row.flagged });
            }
            match counted.get(&(row.number, row.day)) {
                None if row.calls.is_some() => {
                    let key = CellKey {
                        number: row.number,
                        day: row.day,
                        campaign: row.campaign,
                        team: row.team,
                        line: LineType::Unknown,
                    };
                    self.cells.entry(key).or_default().merge(&Tally::of_day_row(row));
                    used = true;
                }
                None => {
                    if let Some(count) = row.spam_reports {
                        *self.reports.entry((row.number, row.day)).or_default() += count;
                        used = true;
                    }
                }
                Some((calls, campaign, team)) => {
                    if let Some(spam_reports) = row.spam_reports {
                        let first = reported.insert((row.number, row.day));
                        let key = CellKey {
                            number: row.number,
                            day: row.day,
                            campaign: *campaign,
                            team: *team,
                            line: LineType::Unknown,
                        };
                        let tally = self.cells.entry(key).or_default();
                        tally.spam_reports += spam_reports;
                        tally.spam_known += if first { *calls } else { 0 };
                        used = true;
                    }
                }
            }
            if !used {
                idle.push(at);
            }
        }
        idle
    }

    /// Calls of each number and day, with the campaign and team of most of them.
    fn busiest_cells(&self) -> FxHashMap<(NameId, Day), (u32, NameId, NameId)> {
        let mut days: FxHashMap<(NameId, Day), (u32, u32, NameId, NameId)> = FxHashMap::default();
        let mut keys: Vec<_> = self.cells.iter().map(|(key, tally)| (*key, tally.calls())).collect();
        keys.sort_unstable();
        for (key, calls) in keys {
            let entry = days.entry((key.number, key.day)).or_default();
            entry.0 += calls;
            if calls > entry.1 {
                (entry.1, entry.2, entry.3) = (calls, key.campaign, key.team);
            }
        }
        days.into_iter().map(|(at, (calls, _, campaign, team))| (at, (calls, campaign, team))).collect()
    }

    fn bound(&mut self) {
        if self.agents.len() > MAX_AGENT_CELLS {
            self.agents_dropped = true;
            self.agents = FxHashMap::default();
        }
        if self.cells.len() > MAX_CELLS && !self.teams_dropped {
            self.teams_dropped = true;
            let folded = std::mem::take(&mut self.cells);
            fold(&mut self.cells, folded, |key| CellKey { team: 0, line: LineType::Unknown, ..key }, Tally::merge);
        }
    }
}

fn fold<K: Hash + Eq, V: Default>(
    into: &mut FxHashMap<K, V>,
    from: FxHashMap<K, V>,
    rekey: impl Fn(K) -> K,
    merge: impl Fn(&mut V, &V),
) {
    for (key, value) in from {
        merge(into.entry(rekey(key)).or_default(), &value);
    }
}
