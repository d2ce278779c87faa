//! The rows set aside, and what is wrong with the file, as they come up.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::account::{AsideExample, FileAccount};
use crate::model::{Aside, Problem, ProblemKind, order};

const EXAMPLES: u64 = 20;
const FOUND_CHARS: usize = 80;

/// Where in the file.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// The line, from 1.
    pub line: u64,
    /// The column's header.
    pub column: Option<String>,
    /// What stands there. Never a callee's number.
    pub found: Option<String>,
}

/// Collects them.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Incidents {
    set_aside: BTreeMap<Aside, u64>,
    examples: Vec<AsideExample>,
    problems: BTreeMap<ProblemKind, Problem>,
}

impl Incidents {
    /// Enters one row as set aside. `place` is asked only while examples are wanted.
    pub fn set_aside(&mut self, file: &str, reason: Aside, place: impl FnOnce() -> Place) {
        let count = self.set_aside.entry(reason).or_default();
        *count += 1;
        let kind = kind_of(reason);
        if *count > EXAMPLES {
            if let Some(problem) = kind.and_then(|kind| self.problems.get_mut(&kind)) {
                problem.rows += 1;
            }
            return;
        }
        let place = place();
        if let Some(kind) = kind {
            self.problem(file, kind, &place);
        }
        let Place { line, column, found } = place;
        self.examples.push(AsideExample { reason, line, column, found: found.map(|found| cut(&found)) });
    }

    /// Enters rows as set aside of which nothing is to be told.
    pub fn set_aside_many(&mut self, reason: Aside, rows: u64) {
        *self.set_aside.entry(reason).or_default() += rows;
    }

    /// Enters a problem of one row; the first of its kind says where.
    pub fn problem(&mut self, file: &str, kind: ProblemKind, place: &Place) {
        let problem = self.problems.entry(kind).or_insert_with(|| Problem {
            kind,
            file: file.to_owned(),
            line: (place.line > 0).then_some(place.line),
            column: place.column.clone(),
            found: place.found.as_deref().map(cut),
            rows: 0,
        });
        problem.rows += 1;
    }

    /// Enters a problem of the whole file.
    pub fn of_file(&mut self, problem: Problem) {
        self.problems.entry(problem.kind).or_insert(problem);
    }

    /// Adds those of the next part of the file; its lines begin after `lines_before`.
    pub fn merge(&mut self, next: Self, lines_before: u64) {
        for example in next.examples {
            let told = self.examples.iter().filter(|known| known.reason == example.reason).count() as u64;
            if told < EXAMPLES {
                self.examples.push(AsideExample { line: example.line + lines_before, ..example });
            }
        }
        for (reason, count) in next.set_aside {
            *self.set_aside.entry(reason).or_default() += count;
        }
        for (kind, problem) in next.problems {
            match self.problems.get_mut(&kind) {
                Some(known) => known.rows += problem.rows,
                None => {
                    let line = problem.line.map(|line| line + lines_before);
                    self.problems.insert(kind, Problem { line, ..problem });
                }
            }
        }
    }

    /// Writes it all into the account.
    pub fn finish(self, account: &mut FileAccount) {
        account.set_aside = self.set_aside;
        account.examples = self.examples;
        account.problems = self.problems.into_values().collect();
        order::sort_by_key(&mut account.problems, |problem| (severity(problem.kind), std::cmp::Reverse(problem.rows)));
    }
}

/// What a reason is as a problem; calls received and legs are none.
const fn kind_of(reason: Aside) -> Option<ProblemKind> {
    Some(match reason {
        Aside::BadDate => ProblemKind::BadDate,
        Aside::BadNumber => ProblemKind::BadNumber,
        Aside::NumberMangled => ProblemKind::NumberMangled,
        Aside::Ragged => ProblemKind::Ragged,
        Aside::TooLong => ProblemKind::TooLong,
        Aside::Negative => ProblemKind::Negative,
        _ => return None,
    })
}

/// What costs most comes first: calls that are missing, then what the answer cannot say, then single rows.
const fn severity(kind: ProblemKind) -> u8 {
    match kind {
        ProblemKind::ReadStopped | ProblemKind::TruncatedGzip => 0,
        ProblemKind::NoNumberColumn | ProblemKind::NoOutcomeColumn | ProblemKind::AmbiguousDates => 1,
        ProblemKind::UnclosedQuote | ProblemKind::BadDate | ProblemKind::NumberMangled | ProblemKind::TooLong => 2,
        _ => 3,
    }
}

fn cut(text: &str) -> String {
    text.chars().take(FOUND_CHARS).collect()
}
