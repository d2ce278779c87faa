//! One part of a file, read: what a worker hands over. Parts are joined in the order of the file; where two do not meet,
//! the file must be read by one.

use serde::{Deserialize, Serialize};

use super::{
    ingest::{Collected, FileResult},
    ledger::Ledger,
    sum::Tells,
};
use crate::{
    import::{Draft, FileKind, Past, Seam},
    model::{Dictionary, Names, Problem, ProblemKind},
};

/// A part of a file, or all of it, read to its end into tallies.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Part {
    pub(super) draft: Draft,
    pub(super) ledger: Ledger,
    pub(super) collected: Collected,
    /// Where it began.
    pub(super) start: Seam,
    /// Where it ended.
    pub(super) end: Seam,
    /// Lines between the two.
    pub(super) lines: u64,
    /// How many names the rows before it had brought up.
    pub(super) names_before: [usize; 5],
    pub(super) past: Past,
    /// It is all of the file.
    pub(super) whole: bool,
    /// It should be a part and cannot: of no use.
    pub(super) lost: bool,
}

impl Part {
    /// Whether this is all of the file, however many were to read it.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// Joins the part that follows. Where that began in another place than this one ended, or with other rows in mind,
    /// nothing is joined and the answer is `false`.
    #[must_use]
    pub fn join(&mut self, next: Self) -> bool {
        let sound = !self.whole && !self.lost && !next.lost && self.draft.is_sound() && next.draft.is_sound();
        if !sound
            || self.end != next.start
            || !self.past.allows(&next.past)
            || !self.draft.allows(&next.draft)
            || !self.has_names_before(&next)
        {
            return false;
        }
        self.draft.merge(next.draft, self.lines);
        self.ledger.merge(&next.ledger);
        for (at, prints) in next.collected {
            self.collected.entry(at).or_default().extend(prints);
        }
        self.past.followed_by(next.past);
        self.lines += next.lines;
        self.end = next.end;
        true
    }

    /// What the file was, with all that only its end can tell.
    pub fn finish(self) -> FileResult {
        let Self { draft, mut ledger, collected, .. } = self;
        let mut account = draft.finish();
        if account.kind == FileKind::Calls {
            ledger.settle(Tells {
                outcomes: account.known,
                hang_ups: account.hang_ups_known,
                conversions: account.conversions_known,
            });
        }
        if ledger.agents_dropped || ledger.teams_dropped {
            account.problems.push(Problem::of_file(ProblemKind::TooManyCells, &account.name));
        }
        FileResult { account, ledger, collected }
    }

    /// Whether the names that the next part met before its first row are all ours.
    fn has_names_before(&self, next: &Self) -> bool {
        let pairs = names_of(&self.ledger.names).into_iter().zip(names_of(&next.ledger.names));
        pairs
            .zip(next.names_before)
            .all(|((ours, theirs), before)| theirs.iter().take(before).all(|name| ours.find(name).is_some()))
    }
}

/// The sets of names, one after the other.
pub(super) fn names_of(names: &Dictionary) -> [&Names; 5] {
    let Dictionary { numbers, campaigns, teams, agents, sources } = names;
    [numbers, campaigns, teams, agents, sources]
}
