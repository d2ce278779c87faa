//! What can be chosen, each with its calls, most first.

use std::collections::BTreeMap;

use super::{Filter, Tag};
use crate::{
    kpi::{Board, PoolBoard, Zone, answer_rate},
    model::{LineType, NameId, Settings, Subject, order},
    tally::Ledger,
};

/// A name that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its tag.
    pub tag: Tag,
    /// The name; empty for calls that have none.
    pub name: String,
    /// Its calls.
    pub calls: u64,
}

impl Offered {
    fn new(name: &str, calls: u64) -> Self {
        Self { tag: Tag::of(name), name: name.to_owned(), calls }
    }
}

/// The campaigns, teams and prefix blocks of all calls. Calls without a campaign are offered where some have one.
pub fn of_board(board: &Board) -> [Vec<Offered>; 3] {
    let calls = board.account.total().calls;
    let of = |pools: &[PoolBoard]| -> Vec<Offered> {
        let name = |subject: &Subject| match subject {
            Subject::Campaign(name) | Subject::Team(name) | Subject::Prefix(name) => name.clone(),
            Subject::Number(_) | Subject::Account => String::new(),
        };
        pools.iter().map(|pool| Offered::new(&name(&pool.subject), pool.series.total().calls)).collect()
    };
    let with_none = |mut offered: Vec<Offered>| {
        let none = calls.saturating_sub(offered.iter().map(|one| one.calls).sum());
        if none > 0 && !offered.is_empty() {
            offered.push(Offered::new("", none));
        }
        offered
    };
    [with_none(of(&board.campaigns)), with_none(of(&board.teams)), of(&board.prefixes)].map(by_calls)
}

/// The agents. Opens the agents' cube, which most analyses never ask for.
pub fn agents(ledger: &Ledger) -> Vec<Offered> {
    let mut calls: BTreeMap<NameId, u64> = BTreeMap::new();
    for (key, tally) in &ledger.agents {
        *calls.entry(key.agent).or_default() += u64::from(tally.calls);
    }
    by_calls(calls.into_iter().map(|(id, calls)| Offered::new(ledger.names.agents.get(id), calls)).collect())
}

/// The kinds of line with their calls; empty where no file tells them apart.
pub fn lines(ledger: &Ledger) -> Vec<(LineType, u64)> {
    let mut counts = [0_u64; LineType::ALL.len()];
    ledger.cells.each(|key, tally| counts[key.line as usize] += u64::from(tally.calls()));
    let told = LineType::ALL.into_iter().zip(counts).filter(|(_, calls)| *calls > 0).collect::<Vec<_>>();
    if told.iter().all(|(line, _)| *line == LineType::Unknown) { Vec::new() } else { told }
}

/// How many numbers stand in each zone of the answer rate.
pub fn zones(board: &Board, settings: &Settings) -> Vec<(Zone, u64)> {
    let mut counts = [Zone::Red, Zone::Amber, Zone::Green, Zone::Unknown].map(|zone| (zone, 0));
    for number in &board.numbers {
        let zone = answer_rate(&number.series.total(), &settings.kpis).zone;
        if let Some((_, count)) = counts.iter_mut().find(|(of, _)| *of == zone) {
            *count += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count > 0).collect()
}

impl Filter {
    /// The filter without what these calls do not have: a name of other files, days outside the period.
    #[must_use]
    pub fn fitted(mut self, ledger: &Ledger, board: &Board) -> Self {
        let names = &ledger.names;
        for (list, known) in [
            (&mut self.campaigns, &names.campaigns),
            (&mut self.teams, &names.teams),
            (&mut self.agents, &names.agents),
        ] {
            if !list.is_empty() {
                let tags: Vec<Tag> = known.iter().map(Tag::of).collect();
                list.retain(|tag| tags.contains(tag));
            }
        }
        let blocks: Vec<Tag> = names.numbers.iter().filter_map(crate::kpi::prefix).map(Tag::of).collect();
        self.prefixes.retain(|tag| blocks.contains(tag));
        self.days =
            self.days.filter(|(from, to)| board.period.is_some_and(|(first, last)| *from <= last && *to >= first));
        self
    }
}

fn by_calls(mut offered: Vec<Offered>) -> Vec<Offered> {
    order::sort_by(&mut offered, |a, b| (b.calls, &a.name).cmp(&(a.calls, &b.name)));
    offered
}
