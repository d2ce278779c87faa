//! The account of a file while it is being read. Several may read a file, each its part; their drafts are merged in the
//! order of the file before the account is written.

use serde::{Deserialize, Serialize};

use super::{
    account::{Answer, DayFirst, FileAccount},
    dates::DateReader,
    fold::fold,
    incidents::Incidents,
    verdict::{Heard, Word},
    words::{Meaning, Traits},
};
use crate::{
    model::{Aside, Outcome, OutcomeSet, Problem, ProblemKind, Role},
    read::Trouble,
};

const MOST_ANSWERS: usize = 200;
/// Talk times from which their resolution can be told.
const ENOUGH_TALKS: u64 = 20;

/// What a file, or a part of it, has shown.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Draft {
    /// What the head has told, and how many rows there were.
    pub account: FileAccount,
    pub(super) incidents: Incidents,
    pub(super) dates: DateReader,
    pub(super) date_column: Option<usize>,
    /// What only call files show.
    pub(super) calls: Option<CallDraft>,
    pub(super) trouble: Option<Trouble>,
    pub(super) replaced: u64,
}

/// What the rows of a call file have shown.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CallDraft {
    /// Outcomes that the system always tells apart.
    pub known: OutcomeSet,
    /// The talk column holds times of conversations.
    pub talk_is_conversation: bool,
    /// They are not in parts of minutes.
    pub talk_unit_is_second: bool,
    /// How many talk times there were.
    pub talks: u64,
    /// Some talk time is no multiple of six seconds: it counts seconds.
    pub talk_in_seconds: bool,
    /// The outcome words and what they said.
    pub heard: Heard,
}

impl Draft {
    /// Whether it can be joined with others: its text was read to the end as it stands.
    pub fn is_sound(&self) -> bool {
        self.trouble.is_none() && self.replaced == 0
    }

    /// Whether the next part can be merged into this one: the words of both are all known, as they are where one has
    /// read them all.
    pub fn allows(&self, next: &Self) -> bool {
        match (&self.calls, &next.calls) {
            (Some(calls), Some(others)) => calls.heard.allows(&others.heard),
            _ => true,
        }
    }

    /// Adds what the next part has shown; its lines begin after `lines_before`.
    pub fn merge(&mut self, next: Self, lines_before: u64) {
        self.account.rows += next.account.rows;
        self.account.counted += next.account.counted;
        self.incidents.merge(next.incidents, lines_before);
        self.dates.merge(&next.dates);
        if let (Some(calls), Some(others)) = (&mut self.calls, next.calls) {
            calls.talks += others.talks;
            calls.talk_in_seconds |= others.talk_in_seconds;
            calls.heard.merge(others.heard);
        }
    }

    /// Enters how many facts counted, and why others did not. A reason of no fact is none.
    pub fn enter_counts(&mut self, counted: u64, set_aside: &[(Aside, u64)]) {
        self.account.counted = counted;
        for (reason, rows) in set_aside.iter().filter(|(_, rows)| *rows > 0) {
            self.incidents.set_aside_many(*reason, *rows);
        }
    }

    /// What the file was and what became of its rows.
    pub fn finish(self) -> FileAccount {
        let Self { mut account, mut incidents, dates, date_column, calls, trouble, replaced } = self;
        let of_file = |kind| Problem::of_file(kind, &account.name);
        match trouble {
            Some(Trouble::Stopped) => incidents.of_file(of_file(ProblemKind::ReadStopped)),
            Some(Trouble::Gzip) => incidents.of_file(of_file(ProblemKind::TruncatedGzip)),
            None => {}
        }
        if replaced > 0 {
            incidents.of_file(Problem { rows: replaced, ..of_file(ProblemKind::BadCharacters) });
        }
        (account.day_first, account.reread_day_first) = dates.verdict();
        if account.day_first == Some(DayFirst::Assumed) {
            let column = date_column.and_then(|at| account.columns.get(at));
            let (header, sample) = column.map(|c| (c.header.clone(), c.samples.first().cloned())).unzip();
            incidents.of_file(Problem {
                column: header,
                found: sample.flatten(),
                ..of_file(ProblemKind::AmbiguousDates)
            });
        }
        if let Some(CallDraft { known, talk_is_conversation, talk_unit_is_second, talks, talk_in_seconds, heard }) =
            calls
        {
            account.known = heard.said.and(known);
            if heard.machine_filled {
                account.known = account.known.with(Outcome::Voicemail);
            }
            let seconds = talk_in_seconds || talks < ENOUGH_TALKS && talk_unit_is_second;
            account.hang_ups_known = seconds && talk_is_conversation;
            account.conversions_known = heard.conversion_said || account.header_of(Role::Converted).is_some();
            account.words = answers(&heard.words);
        }
        incidents.finish(&mut account);
        account
    }
}

/// A word says it of a conversation; one that nobody has assigned may do so.
fn converts(meaning: Option<Meaning>, role: Role) -> Option<bool> {
    let Some(Meaning { outcome, traits }) = meaning else { return Some(false) };
    let may = outcome == Some(Outcome::Answered) && (role == Role::Result || traits.has(Traits::RESULT));
    let does = traits.has(Traits::CONVERTED);
    (may || does).then_some(does)
}

/// The outcome words, most frequent first; one entry per folded word, as written most often.
fn answers(words: &[Vec<Word>; 2]) -> Vec<Answer> {
    let mut list: Vec<(String, Answer, u64)> = Vec::new();
    for (role, words) in [Role::Outcome, Role::Result].into_iter().zip(words) {
        for Word { word, meaning, rows, .. } in words {
            let outcome = meaning.map_or(Some(Outcome::Unclassified), |meaning| meaning.outcome);
            let (Some(outcome), 1..) = (outcome, *rows) else { continue };
            let (folded, rows) = (fold(word), *rows);
            match list.iter_mut().find(|(known, answer, _)| *known == folded && answer.role == role) {
                Some((_, answer, most)) => {
                    answer.rows += rows;
                    if rows > *most {
                        (*most, answer.word) = (rows, word.clone());
                    }
                }
                None => list.push((
                    folded,
                    Answer { word: word.clone(), outcome, rows, role, converts: converts(*meaning, role) },
                    rows,
                )),
            }
        }
    }
    let mut answers: Vec<Answer> = list.into_iter().map(|(_, answer, _)| answer).collect();
    answers.sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| a.word.cmp(&b.word)));
    answers.truncate(MOST_ANSWERS);
    answers
}
