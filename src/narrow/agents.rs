//! The calls of some agents, as cells of the main cube.
//!
//! The agents' cube counts calls, answers, voicemails, refusals (rejected and blocked in one), hang-ups, talk and
//! conversions. Which of them the file can tell is known of the main cube's cell that holds the same calls. What the
//! agents' cube does not count is not measured: line types, the other outcomes, spam reports.

use rustc_hash::FxHashMap;

use crate::{
    kpi::{Counted, Row, Sums},
    model::{LineType, NameId, Outcome},
    tally::{AgentTally, CellKey, Ledger, Tally},
};

/// The calls of the chosen agents in one cell.
#[derive(Clone, Copy, Debug, Default)]
pub struct AgentCell {
    tally: AgentTally,
    known: Known,
}

/// What the file tells of the calls of a cell, agents aside.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    voicemail: bool,
    rejected: bool,
    blocked: bool,
    hang_ups: bool,
    conversions: bool,
}

impl Known {
    fn of(tally: &Tally) -> Self {
        let calls = tally.calls();
        let all = |known: u32| calls > 0 && known == calls;
        let outcome = |outcome: Outcome| all(tally.known[outcome.index()]);
        Self {
            voicemail: outcome(Outcome::Voicemail),
            rejected: outcome(Outcome::Rejected),
            blocked: outcome(Outcome::Blocked),
            // An answered call without a talk time keeps the rest from being known of all.
            hang_ups: tally.hang_up_known > 0,
            conversions: all(tally.conversion_known),
        }
    }

    const fn and(self, other: Self) -> Self {
        Self {
            voicemail: self.voicemail && other.voicemail,
            rejected: self.rejected && other.rejected,
            blocked: self.blocked && other.blocked,
            hang_ups: self.hang_ups && other.hang_ups,
            conversions: self.conversions && other.conversions,
        }
    }
}

impl Counted for AgentCell {
    fn enter(&self, _: LineType, hang_up_secs: u8, row: &mut Row) {
        let Self { tally, known } = self;
        let calls = u64::from(tally.calls);
        let answered = u64::from(tally.answered);
        let told = |is_known: bool, count: u64| if is_known { count } else { 0 };
        let hang_ups = told(known.hang_ups, u64::from(tally.hang_ups(hang_up_secs)));
        let mut sums = Sums { calls, talk_ms: tally.talk_ms, ..Sums::default() };
        for (outcome, count, is_known) in [
            (Outcome::Answered, answered, true),
            (Outcome::Voicemail, u64::from(tally.voicemail), known.voicemail),
            (Outcome::Rejected, u64::from(tally.rejected), known.rejected),
            // Blocked calls are counted with the rejected ones.
            (Outcome::Blocked, 0, known.rejected && known.blocked),
        ] {
            sums.outcomes[outcome.index()] = count;
            sums.known[outcome.index()] = told(is_known, calls);
        }
        sums.answered_without_voicemail = told(known.voicemail, answered);
        sums.answered_with_talk = u64::from(tally.answered_with_talk);
        sums.hang_ups = hang_ups;
        sums.hang_up_known = told(known.hang_ups, calls - answered + sums.answered_with_talk);
        sums.refusals = told(known.rejected, u64::from(tally.rejected) + hang_ups);
        sums.refusals_with_blocked = told(known.rejected && known.blocked, calls);
        sums.refusals_with_hang_ups = told(known.rejected, sums.hang_up_known);
        sums.conversions = told(known.conversions, u64::from(tally.conversions));
        sums.conversion_known = told(known.conversions, calls);
        sums.conversion_answered = told(known.conversions, answered);
        row.add_sums(&sums);
    }
}

/// Number, day, campaign and team, the callee's line left open.
const fn any_line(key: CellKey) -> CellKey {
    CellKey { line: LineType::Unknown, ..key }
}

/// The calls of the agents that are `chosen`, in the cells that are kept.
pub fn cells(
    ledger: &Ledger,
    chosen: impl Fn(NameId) -> bool,
    keeps: impl Fn(&CellKey) -> bool,
) -> Vec<(CellKey, AgentCell)> {
    let mut cells: FxHashMap<CellKey, AgentCell> = FxHashMap::default();
    for (key, tally) in ledger.agents.iter().filter(|(key, _)| chosen(key.agent)) {
        let key = CellKey {
            number: key.number,
            day: key.day,
            campaign: key.campaign,
            team: key.team,
            line: LineType::Unknown,
        };
        if keeps(&key) {
            cells.entry(key).or_default().tally.merge(tally);
        }
    }
    let mut known: FxHashMap<CellKey, Known> = FxHashMap::default();
    for (key, tally) in &ledger.cells {
        let key = any_line(*key);
        if cells.contains_key(&key) {
            let of = Known::of(tally);
            known.entry(key).and_modify(|known| *known = known.and(of)).or_insert(of);
        }
    }
    let with_known = |(key, cell): (CellKey, AgentCell)| {
        // Teams past the limit are no longer told apart in the main cube: its cell is then that of no team.
        let of = known.get(&key).copied().unwrap_or_default();
        (key, AgentCell { known: of, ..cell })
    };
    cells.into_iter().map(with_known).collect()
}
