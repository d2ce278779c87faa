//! A file being read: record by record, each one a fact or a row set aside.

use std::collections::VecDeque;

use super::{
    Fact, Source,
    account::{Answer, Column, DayFirst, FileAccount},
    calls::{ReadCall, Refusal},
    fold::fold,
    incidents::Place,
    legs::{Legs, Twins},
    open::{Opened, Rows, open},
    verdict::CountedWord,
};
use crate::{
    model::{Aside, Dictionary, Outcome, Problem, ProblemKind, Role, Settings},
    read::{Next, Record, Records, Text, Trouble, hash64},
};

const MOST_ANSWERS: usize = 200;
/// Talk times from which their resolution can be told.
const ENOUGH_TALKS: u64 = 20;

/// A file being read: hands out its facts one by one, then its account.
pub struct Import<'a> {
    opened: Opened<'a>,
    records: Records<'a>,
    legs: Legs,
    twins: Twins,
    ready: VecDeque<ReadCall>,
    ended: bool,
}

impl<'a> Import<'a> {
    /// Opens a file, looks at its head (the same whatever the chunks of the source) and decides what it is.
    /// `day_first` is what a first reading of the whole file has shown about its dates.
    ///
    /// # Errors
    /// A file of which nothing can be counted.
    pub fn open(source: &'a dyn Source, settings: &'a Settings, day_first: Option<bool>) -> Result<Self, Problem> {
        let text = Text::open(source.open()).map_err(|kind| Problem::of_file(kind, source.name()))?;
        let opened = open(&text, source.name(), source.len(), settings, day_first)?;
        let mut records = Records::new(text, opened.delimiter);
        records.skip_to_line(opened.layout.data_line);
        Ok(Self {
            opened,
            records,
            legs: Legs::default(),
            twins: Twins::default(),
            ready: VecDeque::new(),
            ended: false,
        })
    }

    /// The next fact; rows set aside on the way are entered in the account. `None` at the end. Names go into the same
    /// dictionary from the first call to the last. Each fact is one row: rows = facts + rows set aside.
    pub fn next(&mut self, names: &mut Dictionary) -> Option<Fact> {
        loop {
            if let Some(call) = self.ready.pop_front() {
                return Some(Fact::Call(call.call));
            }
            if self.ended {
                return None;
            }
            match self.records.advance() {
                Next::Record => {
                    if let Some(fact) = self.row(names) {
                        return Some(fact);
                    }
                }
                Next::TooLong => self.broken(Aside::TooLong),
                Next::Unclosed => {
                    let place = Place { line: self.records.line(), ..Place::default() };
                    let name = &self.opened.account.name;
                    self.opened.incidents.problem(name, ProblemKind::UnclosedQuote, &place);
                    self.broken(Aside::Ragged);
                }
                Next::End => {
                    self.ended = true;
                    self.legs.finish(&mut self.ready);
                }
            }
        }
    }

    /// Bytes of the file read so far.
    pub fn bytes_read(&self) -> u64 {
        self.records.text().bytes_read()
    }

    /// Rows read so far.
    pub fn rows(&self) -> u64 {
        self.opened.account.rows
    }

    /// What the file was and what became of its rows; `counted` is left to the caller.
    pub fn finish(self) -> FileAccount {
        let Opened { mut account, mut incidents, rows, system, .. } = self.opened;
        let text = self.records.text();
        account.encoding = text.encoding().id().to_owned();
        let of_file = |kind| Problem::of_file(kind, &account.name);
        match text.trouble() {
            Some(Trouble::Stopped) => incidents.of_file(of_file(ProblemKind::ReadStopped)),
            Some(Trouble::Gzip) => incidents.of_file(of_file(ProblemKind::TruncatedGzip)),
            None => {}
        }
        if text.replaced() > 0 {
            incidents.of_file(Problem { rows: text.replaced(), ..of_file(ProblemKind::BadCharacters) });
        }
        let dates = match &rows {
            Rows::Calls(reader) => reader.dates(),
            Rows::Table(reader) => reader.dates(),
        };
        (account.day_first, account.reread_day_first) = dates.verdict();
        if account.day_first == Some(DayFirst::Assumed) {
            let column = self.opened.date_column.and_then(|at| account.columns.get(at));
            let (header, sample) = column.map(|c| (c.header.clone(), c.samples.first().cloned())).unzip();
            incidents.of_file(Problem {
                column: header,
                found: sample.flatten(),
                ..of_file(ProblemKind::AmbiguousDates)
            });
        }
        if let Rows::Calls(reader) = &rows {
            let judge = &reader.judge;
            account.known = judge.said;
            for (role, outcomes) in system.known {
                // A column of codes that is empty in the whole head says nothing.
                let is =
                    |column: &Column| column.role == Some(*role) && (!column.samples.is_empty() || !role.is_code());
                if account.columns.iter().any(is) {
                    account.known = outcomes.iter().fold(account.known, |set, outcome| set.with(*outcome));
                }
            }
            for always in [Outcome::Answered, Outcome::Unclassified] {
                account.known = account.known.with(always);
            }
            if judge.machine_filled {
                account.known = account.known.with(Outcome::Voicemail);
            }
            let seconds = reader.talk_in_seconds || reader.talks < ENOUGH_TALKS && reader.talk_unit_is_second();
            account.hang_ups_known = seconds && system.talk_is_conversation && account.header_of(Role::Talk).is_some();
            account.conversions_known = judge.conversion_said || account.header_of(Role::Converted).is_some();
            account.words = answers(judge.words());
        }
        incidents.finish(&mut account);
        account
    }

    fn row(&mut self, names: &mut Dictionary) -> Option<Fact> {
        let record = self.records.record();
        let opened = &mut self.opened;
        opened.account.rows += 1;
        if !opened.layout.is_whole(&record) {
            let width = opened.layout.headers.len();
            let footer = is_footer(record.iter()) || is_title(&record, width);
            let reason = if footer { Aside::TotalsLine } else { Aside::Ragged };
            if reason == Aside::Ragged && self.records.lines() > 1 {
                self.unclosed();
                return None;
            }
            let found = format!("{}/{}", record.len(), opened.layout.headers.len());
            let place = Place { line: self.records.line(), column: None, found: Some(found) };
            opened.incidents.set_aside(&opened.account.name, reason, || place);
            return None;
        }
        let raw = self.records.raw();
        let read = match &mut opened.rows {
            Rows::Table(reader) => reader.read(&record, names).map(Err),
            Rows::Calls(reader) => reader.read(&record, raw, names).map(Ok),
        };
        match read {
            Ok(Err(fact)) => Some(fact),
            Ok(Ok(call)) => self.join(call),
            Err(refusal) => {
                self.refused(refusal);
                None
            }
        }
    }

    /// Lays a call beside the other rows of its id.
    fn join(&mut self, call: ReadCall) -> Option<Fact> {
        let record = self.records.record();
        let cell = |at: Option<usize>| at.map(|at| record.get(at)).filter(|cell| !cell.is_empty());
        let (call_id, leg_of) = self.opened.ids;
        let Some(id) = cell(leg_of).or(cell(call_id)) else {
            let twin = call.has_callee && self.twins.is_twin(hash64(0, self.records.raw()));
            if twin {
                self.aside(Aside::Duplicate, Place { line: self.records.line(), ..Place::default() });
                return None;
            }
            return Some(Fact::Call(call.call));
        };
        let (id, raw) = (hash64(0, id), hash64(0, self.records.raw()));
        if let Some(reason) = self.legs.push(id, raw, call, &mut self.ready) {
            self.aside(reason, Place { line: self.records.line(), ..Place::default() });
        }
        None
    }

    fn refused(&mut self, refusal: Refusal) {
        let record = self.records.record();
        let opened = &mut self.opened;
        let dateless = opened.date_column.is_some_and(|at| refusal.column == Some(at));
        let reason = if refusal.reason == Aside::BadDate
            && dateless
            && (is_footer(record.iter()) || record.iter().all(|cell| cell.trim_ascii().is_empty()))
        {
            Aside::TotalsLine
        } else {
            refusal.reason
        };
        let column = refusal.column.and_then(|at| opened.account.columns.get(at));
        let shown = matches!(reason, Aside::BadDate | Aside::BadNumber | Aside::NumberMangled | Aside::Negative)
            && column.is_some_and(|column| column.role != Some(Role::Callee));
        let line = self.records.line();
        opened.incidents.set_aside(&opened.account.name, reason, || Place {
            line,
            column: column.map(|column| column.header.clone()),
            found: refusal.column.filter(|_| shown).map(|at| String::from_utf8_lossy(record.get(at)).into_owned()),
        });
    }

    /// A row of several lines that does not fit the table: its quote was never meant to be closed there. The first
    /// line is lost, the others are read as rows.
    fn unclosed(&mut self) {
        let place = Place { line: self.records.line(), ..Place::default() };
        let opened = &mut self.opened;
        opened.incidents.problem(&opened.account.name, ProblemKind::UnclosedQuote, &place);
        opened.incidents.set_aside(&opened.account.name, Aside::Ragged, || place);
        self.records.resume_after_first_line();
    }

    fn broken(&mut self, reason: Aside) {
        self.opened.account.rows += 1;
        self.aside(reason, Place { line: self.records.line(), ..Place::default() });
    }

    fn aside(&mut self, reason: Aside, place: Place) {
        self.opened.incidents.set_aside(&self.opened.account.name, reason, || place);
    }
}

/// A line with a title and nothing else, as reports put under their tables.
fn is_title(record: &Record<'_>, width: usize) -> bool {
    record.len() == 1 && width > 3 && record.get(0).trim_ascii().first().is_some_and(u8::is_ascii_alphabetic)
}

/// A line of totals, a report's footer.
fn is_footer<'r>(mut cells: impl Iterator<Item = &'r [u8]>) -> bool {
    let Some(first) = cells.find(|cell| !cell.trim_ascii().is_empty()) else { return false };
    let words = fold(&String::from_utf8_lossy(first.get(..first.len().min(80)).unwrap_or_default()));
    const FOOTERS: [&str; 14] = [
        "total",
        "totals",
        "totaux",
        "grand total",
        "grand totals",
        "sous total",
        "subtotal",
        "somme",
        "sum",
        "average",
        "moyenne",
        "generated by",
        "copyright",
        "confidential information",
    ];
    FOOTERS.iter().any(|footer| words.strip_prefix(footer).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// The outcome words, most frequent first; one entry per folded word, as written most often.
fn answers(words: [&[CountedWord]; 2]) -> Vec<Answer> {
    let mut list: Vec<(String, Answer, u64)> = Vec::new();
    for (role, words) in [Role::Outcome, Role::Result].into_iter().zip(words) {
        for CountedWord { word, meaning, rows } in words {
            let outcome = match meaning {
                None => Outcome::Unclassified,
                Some(meaning) => match meaning.outcome {
                    Some(outcome) => outcome,
                    None => continue,
                },
            };
            let folded = fold(word);
            match list.iter_mut().find(|(known, answer, _)| *known == folded && answer.role == role) {
                Some((_, answer, most)) => {
                    answer.rows += rows;
                    if rows > most {
                        (*most, answer.word) = (*rows, word.clone());
                    }
                }
                None => list.push((folded, Answer { word: word.clone(), outcome, rows: *rows, role }, *rows)),
            }
        }
    }
    let mut answers: Vec<Answer> = list.into_iter().map(|(_, answer, _)| answer).collect();
    answers.sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| a.word.cmp(&b.word)));
    answers.truncate(MOST_ANSWERS);
    answers
}
