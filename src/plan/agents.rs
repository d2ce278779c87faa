//! Each agent's share in what becomes of the numbers, held against the others on the same numbers.
//!
//! An agent who was given a labelled number answers for the number, not for themselves. So agents are compared within
//! strata (number, campaign, week) and the differences are pooled with the weights of Mantel and Haenszel (1959), for a
//! difference of proportions as in Greenland and Robins (1985): w = n₁n₀/n, Δ = Σ w(p₁−p₀) / Σ w. Where nobody else used
//! the same number that week, nothing can be told apart, and nothing is said.

use rustc_hash::FxHashMap;

use crate::{
    kpi::chance::{Interval, Z95, adjusted, upper_tail},
    model::{Day, NameId, order},
    tally::{AgentTally, Ledger},
};

/// Days up to the last that are looked at.
const DAYS: i32 = 28;
/// Calls of others on the same numbers, in effect, that a comparison needs.
const ENOUGH_WEIGHT: f64 = 20.0;
/// The false discovery rate at which an agent stands out among all.
const STANDS_OUT: f64 = 0.05;

/// Why there are no agents to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// No file names agents.
    NotMeasured,
    /// There were too many cells: agents are no longer told apart.
    TooMany,
}

/// One agent over the last 28 days.
#[derive(Clone, Debug, PartialEq)]
pub struct AgentShare {
    /// The name, as in the file.
    pub name: String,
    /// Calls.
    pub calls: u64,
    /// Out of all calls that name an agent, 0 to 1.
    pub share: f64,
    /// Numbers used.
    pub numbers: usize,
    /// Answered calls.
    pub answered: u64,
    /// Hang-ups, and answered calls with a known talk time.
    pub hang_ups: [u64; 2],
    /// Mean talk time in seconds; `None` where none is known.
    pub talk_secs: Option<f64>,
    /// Conversions.
    pub conversions: u64,
    /// The answer rate against the others on the same numbers in the same weeks, in points.
    pub answer_beside: Option<Beside>,
    /// The part of answered calls hung up within seconds, likewise.
    pub hang_up_beside: Option<Beside>,
}

/// A difference to the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside {
    /// In points.
    pub points: Interval,
    /// Whether it stays when all agents are tested at once (Benjamini and Hochberg at 5 %).
    pub stands_out: bool,
}

/// All agents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agents {
    /// By calls, most first, then by name.
    pub agents: Vec<AgentShare>,
    /// First and last day looked at.
    pub days: [Day; 2],
}

#[derive(Clone, Copy, Default)]
struct Part {
    calls: u64,
    answered: u64,
    hang_ups: u64,
    with_talk: u64,
}

impl Part {
    fn add(&mut self, tally: &AgentTally, hang_up_secs: u8) {
        self.calls += u64::from(tally.calls);
        self.answered += u64::from(tally.answered);
        self.hang_ups += u64::from(tally.hang_ups(hang_up_secs));
        self.with_talk += u64::from(tally.answered_with_talk);
    }
}

/// The part of one agent in one stratum.
type Cell = ((NameId, NameId, i32), NameId, Part);

/// The agents of a ledger over the 28 days up to `as_of`.
///
/// # Errors
/// Why there are none.
pub fn agents(ledger: &Ledger, as_of: Day, hang_up_secs: u8) -> Result<Agents, Aside> {
    if ledger.agents_dropped {
        return Err(Aside::TooMany);
    }
    let from = as_of - (DAYS - 1);
    let mut parts: FxHashMap<((NameId, NameId, i32), NameId), Part> = FxHashMap::default();
    let mut totals: FxHashMap<NameId, AgentTally> = FxHashMap::default();
    for (key, tally) in &ledger.agents {
        if (from..=as_of).contains(&key.day) {
            let week = (as_of.0 - key.day.0) / 7;
            parts.entry(((key.number, key.campaign, week), key.agent)).or_default().add(tally, hang_up_secs);
            totals.entry(key.agent).or_default().merge(tally);
        }
    }
    if totals.is_empty() {
        return Err(Aside::NotMeasured);
    }
    // Figures are added up in one order, whatever the order of the hash map.
    let mut cells: Vec<Cell> = parts.into_iter().map(|((stratum, agent), part)| (stratum, agent, part)).collect();
    cells.sort_unstable_by_key(|(stratum, agent, _)| (*stratum, *agent));
    let mut pooled: FxHashMap<NameId, [Pooled; 2]> = FxHashMap::default();
    let mut numbers: FxHashMap<NameId, Vec<NameId>> = FxHashMap::default();
    for stratum in cells.chunk_by(|a, b| a.0 == b.0) {
        let mut all = Part::default();
        for (.., part) in stratum {
            all.calls += part.calls;
            all.answered += part.answered;
            all.hang_ups += part.hang_ups;
            all.with_talk += part.with_talk;
        }
        for ((number, ..), agent, part) in stratum {
            let [answer, hang_up] = pooled.entry(*agent).or_default();
            answer.add([part.answered, part.calls], [all.answered, all.calls]);
            hang_up.add([part.hang_ups, part.with_talk], [all.hang_ups, all.with_talk]);
            numbers.entry(*agent).or_default().push(*number);
        }
    }
    let all_calls: u64 = totals.values().map(|tally| u64::from(tally.calls)).sum();
    let mut agents: Vec<(NameId, AgentShare)> = totals
        .into_iter()
        .map(|(id, tally)| {
            let mut used = numbers.remove(&id).unwrap_or_default();
            used.sort_unstable();
            used.dedup();
            let with_talk = u64::from(tally.answered_with_talk);
            let share = AgentShare {
                name: ledger.names.agents.get(id).to_owned(),
                calls: u64::from(tally.calls),
                share: f64::from(tally.calls) / all_calls.max(1) as f64,
                numbers: used.iter().filter(|number| **number != 0).count(),
                answered: u64::from(tally.answered),
                hang_ups: [u64::from(tally.hang_ups(hang_up_secs)), with_talk],
                talk_secs: (with_talk > 0).then(|| tally.talk_ms as f64 / 1000.0 / with_talk as f64),
                conversions: u64::from(tally.conversions),
                answer_beside: None,
                hang_up_beside: None,
            };
            (id, share)
        })
        .collect();
    order::sort_by(&mut agents, |(_, a), (_, b)| (b.calls, &a.name).cmp(&(a.calls, &b.name)));
    for (which, slot) in [
        (0, (|share| &mut share.answer_beside) as fn(&mut AgentShare) -> &mut Option<Beside>),
        (1, |share| &mut share.hang_up_beside),
    ] {
        let points = |(id, _): &(NameId, AgentShare)| pooled.get(id).and_then(|pooled| pooled[which].points());
        let compared: Vec<Option<Interval>> = agents.iter().map(points).collect();
        let p_values: Vec<f64> = compared.iter().flatten().map(two_sided).collect();
        let mut p_values = adjusted(&p_values).into_iter();
        for ((_, share), points) in agents.iter_mut().zip(compared) {
            *slot(share) =
                points.map(|points| Beside { points, stands_out: p_values.next().is_some_and(|p| p <= STANDS_OUT) });
        }
    }
    Ok(Agents { agents: agents.into_iter().map(|(_, share)| share).collect(), days: [from, as_of] })
}

/// Differences within strata, added up.
#[derive(Clone, Copy, Default)]
struct Pooled {
    weight: f64,
    difference: f64,
    variance: f64,
}

impl Pooled {
    fn add(&mut self, [hits, of]: [u64; 2], [all_hits, all]: [u64; 2]) {
        let (n1, n0) = (of as f64, (all - of) as f64);
        if n1 == 0.0 || n0 == 0.0 {
            return;
        }
        let n = all as f64;
        let weight = n1 * n0 / n;
        let (p1, p0) = (hits as f64 / n1, (all_hits - hits) as f64 / n0);
        // As if both had the same rate; half a call on either side, so that no stratum is taken for certain.
        let p = (all_hits as f64 + 0.5) / (n + 1.0);
        self.weight += weight;
        self.difference += weight * (p1 - p0);
        self.variance += weight * p * (1.0 - p);
    }

    fn points(&self) -> Option<Interval> {
        if self.weight < ENOUGH_WEIGHT {
            return None;
        }
        let value = self.difference / self.weight;
        let half = Z95 * self.variance.sqrt() / self.weight;
        Some(Interval { value, low: value - half, high: value + half }.times(100.0))
    }
}

fn two_sided(points: &Interval) -> f64 {
    let half = (points.high - points.low) / 2.0;
    if half > 0.0 { (2.0 * upper_tail((points.value / (half / Z95)).abs())).min(1.0) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::{Aside, agents};
    use crate::{
        model::{Day, NameId},
        tally::{AgentKey, AgentTally, Ledger},
    };

    fn ledger(cells: &[(&str, &str, u32, u32)]) -> Ledger {
        let mut ledger = Ledger::default();
        for (agent, number, calls, answered) in cells {
            let agent: NameId = ledger.names.agents.intern(agent);
            let number: NameId = ledger.names.numbers.intern(number);
            let key = AgentKey { agent, number, day: Day(100), campaign: 0, team: 0 };
            let tally = AgentTally { calls: *calls, answered: *answered, ..AgentTally::default() };
            ledger.agents.entry(key).or_default().merge(&tally);
        }
        ledger
    }

    #[test]
    fn an_agent_on_a_labelled_number_is_not_blamed_for_it() {
        // Zoé has the labelled number and half as many answers as the others; on it she does as well as Ann.
        let ledger = ledger(&[
            ("Zoé", "+33162000001", 400, 60),
            ("Ann", "+33162000001", 400, 60),
            ("Ann", "+33162000002", 400, 160),
            ("Bob", "+33162000002", 800, 320),
        ]);
        let found = agents(&ledger, Day(100), 3).unwrap_or_default();
        let zoe = found.agents.iter().find(|agent| agent.name == "Zoé");
        let beside = zoe.and_then(|agent| agent.answer_beside);
        assert!(beside.is_some_and(|beside| beside.points.value.abs() < 1e-9 && !beside.stands_out), "{beside:?}");
    }

    #[test]
    fn an_agent_who_does_worse_on_the_same_number_stands_out() {
        let ledger = ledger(&[("Zoé", "+33162000001", 400, 80), ("Ann", "+33162000001", 400, 160)]);
        let found = agents(&ledger, Day(100), 3).unwrap_or_default();
        let beside = found.agents.iter().find(|agent| agent.name == "Zoé").and_then(|agent| agent.answer_beside);
        assert!(beside.is_some_and(|beside| (beside.points.value + 20.0).abs() < 1e-9 && beside.stands_out));
    }

    #[test]
    fn nothing_is_said_of_an_agent_alone_on_a_number() {
        let ledger = ledger(&[("Zoé", "+33162000001", 400, 80), ("Ann", "+33162000002", 400, 160)]);
        let found = agents(&ledger, Day(100), 3).unwrap_or_default();
        assert!(found.agents.iter().all(|agent| agent.answer_beside.is_none()));
        assert_eq!(agents(&Ledger::default(), Day(100), 3), Err(Aside::NotMeasured));
    }

    #[test]
    fn days_before_the_last_28_are_left_out() {
        let ledger = ledger(&[("Zoé", "+33162000001", 400, 80)]);
        assert_eq!(agents(&ledger, Day(128), 3), Err(Aside::NotMeasured));
        assert!(agents(&ledger, Day(127), 3).is_ok());
    }
}
