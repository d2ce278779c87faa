//! What each agent's calls came to, beside what others made of the same numbers: so that an agent who was given a
//! labelled number does not pay for it. Built apart from the board: an account's agents are many cells, and the first
//! view does not need them.

use std::collections::BTreeMap;

use super::chance::{Interval, Share, Z95, adjusted, upper_tail, wilson};
use crate::{
    model::{Day, NameId, order},
    tally::Ledger,
};

/// The days that are looked at.
const DAYS: i32 = 28;
/// Answered calls of an agent, agents that have them, for a comparison.
const LEAST_ANSWERED: u32 = 60;
const LEAST_AGENTS: usize = 4;
/// What the account is worth as a guess of one number's usual rate, in answered calls.
const WORTH: f64 = 20.0;
/// The median of a squared standard normal.
const MEDIAN_SQUARE: f64 = 0.454_9;

#[derive(Clone, Copy, Debug, Default)]
struct Heard {
    answered: u32,
    hang_ups: u32,
    conversions: u32,
}

impl Heard {
    fn add(&mut self, other: Self) {
        self.answered += other.answered;
        self.hang_ups += other.hang_ups;
        self.conversions += other.conversions;
    }
}

/// A rate of an agent's answered calls beside the one that colleagues have on the same numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BesideColleagues {
    /// The difference in points.
    pub points: Interval,
    /// The colleagues' rate, in per cent.
    pub expected: f64,
    /// The agent's, in per cent.
    pub found: f64,
    /// Answered calls.
    pub n: u64,
    /// One-sided p of standing as badly by chance, adjusted for all agents.
    pub p: f64,
}

/// One agent.
#[derive(Clone, Debug, PartialEq)]
pub struct AgentBoard {
    /// The name, as in the files.
    pub name: String,
    /// Hang-ups.
    pub hang_ups: Option<BesideColleagues>,
    /// Conversions; more is better.
    pub conversions: Option<BesideColleagues>,
}

/// All agents with calls enough, by name, and the days that they were looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agents {
    /// By name.
    pub agents: Vec<AgentBoard>,
    /// First and last day.
    pub days: Option<[Day; 2]>,
}

/// Which figure.
#[derive(Clone, Copy)]
struct Measure {
    of: fn(&Heard) -> u32,
    /// 1 where more is worse, −1 where less is.
    worse: f64,
}

impl Agents {
    /// The agents of the 28 days up to one.
    pub fn of(ledger: &Ledger, as_of: Day, hang_up_secs: u8) -> Self {
        let from = as_of - (DAYS - 1);
        let mut cells: BTreeMap<(NameId, NameId), Heard> = BTreeMap::new();
        let (mut knows_hang_ups, mut knows_conversions) = (false, false);
        ledger.agents.each(|key, tally| {
            if key.day >= from && key.day <= as_of {
                let hang_ups = tally.hang_ups(hang_up_secs);
                knows_hang_ups |= hang_ups > 0;
                knows_conversions |= tally.conversions > 0;
                let heard = Heard { answered: tally.answered, hang_ups, conversions: tally.conversions };
                cells.entry((key.agent, key.number)).or_default().add(heard);
            }
        });
        let mut agents: Vec<(String, Vec<(NameId, Heard)>)> = Vec::new();
        let mut last = None;
        for ((agent, number), heard) in cells {
            if last != Some(agent) {
                agents.push((ledger.names.agents.get(agent).to_owned(), Vec::new()));
                last = Some(agent);
            }
            if let Some((_, numbers)) = agents.last_mut() {
                numbers.push((number, heard));
            }
        }
        order::sort_by(&mut agents, |a, b| a.0.cmp(&b.0));
        let hang_ups = Measure { of: |heard| heard.hang_ups, worse: 1.0 };
        let conversions = Measure { of: |heard| heard.conversions, worse: -1.0 };
        let beside = |measure: Measure, known: bool| {
            if known { compared(&agents, measure) } else { vec![None; agents.len()] }
        };
        let (hang_ups, conversions) = (beside(hang_ups, knows_hang_ups), beside(conversions, knows_conversions));
        let figures = hang_ups.into_iter().zip(conversions);
        let board = |((name, _), (hang_ups, conversions)): (_, (_, _))| AgentBoard { name, hang_ups, conversions };
        let boards: Vec<AgentBoard> = agents.into_iter().zip(figures).map(board).collect();
        let days = (!boards.is_empty()).then_some([from, as_of]);
        Self { agents: boards, days }
    }
}

/// Each agent's rate beside the others' on the same numbers; `None` for those with too few answered calls, and for all
/// where there are too few agents.
fn compared(agents: &[(String, Vec<(NameId, Heard)>)], measure: Measure) -> Vec<Option<BesideColleagues>> {
    let mut of_number: BTreeMap<NameId, Heard> = BTreeMap::new();
    let mut all = Heard::default();
    for (number, heard) in agents.iter().flat_map(|(_, numbers)| numbers) {
        of_number.entry(*number).or_default().add(*heard);
        all.add(*heard);
    }
    let share = |numbers: &[(NameId, Heard)]| {
        numbers.iter().fold(Share::default(), |sum, (_, heard)| {
            Share::new(sum.hits + u64::from((measure.of)(heard)), sum.of + u64::from(heard.answered))
        })
    };
    // Answered calls of which this many are expected, and the variance of that.
    let expected = |numbers: &[(NameId, Heard)]| {
        let own = share(numbers);
        let rest = (f64::from(all.answered) - own.of as f64).max(1.0);
        let usual = (f64::from((measure.of)(&all)) - own.hits as f64) / rest;
        numbers.iter().fold((0.0, 0.0), |sum, (number, heard)| {
            let others = of_number.get(number).copied().unwrap_or_default();
            let of = f64::from(others.answered - heard.answered.min(others.answered));
            let hits = f64::from((measure.of)(&others).saturating_sub((measure.of)(heard)));
            let rate = (hits + WORTH * usual) / (of + WORTH);
            let answered = f64::from(heard.answered);
            (sum.0 + answered * rate, sum.1 + answered * rate * (1.0 - rate))
        })
    };
    let enough = |numbers: &[(NameId, Heard)]| share(numbers).of >= u64::from(LEAST_ANSWERED);
    let found: Vec<Option<(Share, f64, f64)>> = agents
        .iter()
        .map(|(_, numbers)| enough(numbers).then(|| (share(numbers), expected(numbers).0, expected(numbers).1)))
        .collect();
    let z = |(share, expected, variance): (Share, f64, f64)| {
        measure.worse * (share.hits as f64 - expected) / variance.max(0.5).sqrt()
    };
    let mut squares: Vec<f64> = found.iter().flatten().map(|it| z(*it) * z(*it)).collect();
    if squares.len() < LEAST_AGENTS {
        return vec![None; agents.len()];
    }
    // How much more than by chance agents differ; the median, so that the few who stand out do not excuse themselves.
    order::sort_figures(&mut squares);
    let scatter = (squares[squares.len() / 2] / MEDIAN_SQUARE).max(1.0);
    let p_values: Vec<f64> = found.iter().map(|it| it.map_or(1.0, |it| upper_tail(z(it) / scatter.sqrt()))).collect();
    let tested: Vec<f64> = found.iter().zip(&p_values).filter(|(it, _)| it.is_some()).map(|(_, p)| *p).collect();
    let mut adjusted = adjusted(&tested).into_iter();
    let beside = |found: Option<(Share, f64, f64)>| {
        let (share, expected, variance) = found?;
        let of = share.of as f64;
        let rate = expected / of;
        let half = Z95 * (variance * (scatter - 1.0).max(0.0)).sqrt() / of;
        let wide = wilson(share)?;
        let points = Interval {
            value: (wide.value - rate) * 100.0,
            low: (wide.low - rate - half) * 100.0,
            high: (wide.high - rate + half) * 100.0,
        };
        let p = adjusted.next().unwrap_or(1.0);
        Some(BesideColleagues { points, expected: rate * 100.0, found: wide.value * 100.0, n: share.of, p })
    };
    found.into_iter().map(beside).collect()
}

#[cfg(test)]
mod tests {
    use super::Agents;
    use crate::{
        model::{Call, Day, Outcome},
        tally::Ledger,
    };

    /// Eleven agents on three numbers; every tenth answered call is hung up on, of `Zoé` every third, and of number 3 half.
    fn ledger() -> Ledger {
        let mut ledger = Ledger::default();
        for (place, name) in
            ["Ana", "Bob", "Cléo", "Dan", "Eve", "Fred", "Gil", "Hugo", "Inès", "Jo", "Zoé"].into_iter().enumerate()
        {
            let agent = ledger.names.agents.intern(name);
            for at in 0..300_u32 {
                // Eve has number 3 more often than the others.
                let third = if name == "Eve" { at % 3 > 0 } else { at % 10 == 0 };
                let text = if third { "+33162000003" } else { ["+33162000001", "+33162000002"][at as usize % 2] };
                let number = ledger.names.numbers.intern(text);
                let every = if third {
                    2
                } else if name == "Zoé" {
                    3
                } else {
                    10
                };
                let mixed = (at + 1_000 * place as u32).wrapping_mul(2_654_435_761) >> 16;
                let hung_up = mixed.is_multiple_of(every);
                ledger.push(&Call {
                    agent,
                    talk_ms: Some(if hung_up { 2_000 } else { 90_000 }),
                    ..Call::new(number, Day(20_000 + at as i32 % 20), Outcome::Answered)
                });
            }
        }
        ledger
    }

    #[test]
    fn an_agent_is_held_against_colleagues_on_the_same_numbers() {
        let agents = Agents::of(&ledger(), Day(20_019), 3).agents;
        let p = |name: &str| {
            agents.iter().find(|it| it.name == name).and_then(|it| it.hang_ups).map_or(1.0, |beside| beside.p)
        };
        assert!(p("Zoé") < 0.001, "{}", p("Zoé"));
        // Her number is hung up on, whoever calls.
        assert!(p("Eve") > 0.05 && p("Ana") > 0.05, "{} {}", p("Eve"), p("Ana"));
        assert!(agents.iter().all(|agent| agent.conversions.is_none()));
    }
}
