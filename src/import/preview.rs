//! The first rows as they would be read, for the mapping screen.

use super::{
    Fact, Given, Need, Source, Taker,
    account::{Preview, PreviewFact, PreviewRow},
    calls::Refusal,
    feed::feed,
    intake::Intake,
    open::{Rows, open, unread},
};
use crate::{
    model::{Aside, Call, Day, Dictionary, Problem, ProblemKind, Settings},
    read::{End, Next, Records, Text},
};

const ROWS: usize = 10;

/// The first ten rows as they would be read with these settings, for the mapping screen, as far as the head of the
/// file has them. Legs are not joined. A table without dates, or of an unknown kind, is shown unread: its columns are
/// there to be named.
///
/// # Errors
/// A file of which nothing can be read.
pub fn preview(source: &dyn Source, settings: &Settings) -> Result<Preview, Problem> {
    let mut peek = Peek::new(Given::of(source), settings);
    feed(source, &mut peek);
    peek.finish()
}

/// A look at the head of a file.
pub struct Peek<'a> {
    given: Given,
    settings: &'a Settings,
    intake: Intake,
    seen: Option<Result<Preview, Problem>>,
}

impl<'a> Peek<'a> {
    /// Nothing has come yet.
    pub fn new(given: Given, settings: &'a Settings) -> Self {
        Self { intake: Intake::new(&given), given, settings, seen: None }
    }

    /// What was seen.
    ///
    /// # Errors
    /// A file of which nothing can be read.
    pub fn finish(self) -> Result<Preview, Problem> {
        self.seen.unwrap_or_else(|| Err(Problem::of_file(ProblemKind::Unreadable, &self.given.name)))
    }
}

impl Taker for Peek<'_> {
    fn need(&mut self) -> Need {
        if self.seen.is_none() {
            let text = self.intake.text();
            let text = text.map(|text| text.map_err(|kind| Problem::of_file(kind, &self.given.name)));
            self.seen = text.map(|text| text.and_then(|text| first_rows(text, &self.given, self.settings)));
        }
        if self.seen.is_some() { Need::Nothing } else { Need::More }
    }

    fn push(&mut self, length: usize, write: &mut dyn FnMut(&mut [u8])) {
        self.intake.push(length, write);
    }

    fn end(&mut self, end: End) {
        self.intake.end(end);
    }
}

fn first_rows(mut text: Text, given: &Given, settings: &Settings) -> Result<Preview, Problem> {
    let mut opened = match open(&text, &given.name, given.bytes, settings, None) {
        Err(problem) if matches!(problem.kind, ProblemKind::NoDateColumn | ProblemKind::NotRecognised) => {
            let (account, rows) = unread(&text, &given.name, given.bytes, settings, problem);
            let unread = |cells| PreviewRow { cells, read: None, aside: Some(Aside::BadDate) };
            return Ok(Preview { account, rows: rows.into_iter().take(ROWS).map(unread).collect() });
        }
        opened => opened?,
    };
    // What came with the head depends on how the file was handed in.
    text.keep_head();
    let mut records = Records::new(text, opened.delimiter);
    records.skip_to_line(opened.layout.data_line);
    let mut names = Dictionary::default();
    let mut rows = Vec::new();
    while rows.len() < ROWS {
        match records.advance() {
            Next::End | Next::Border | Next::Hungry => break,
            Next::TooLong | Next::Unclosed => continue,
            Next::Record => {}
        }
        let record = records.record();
        let cells = record.iter().map(|cell| String::from_utf8_lossy(cell).chars().take(200).collect()).collect();
        let read = match &mut opened.rows {
            _ if !opened.layout.is_whole(&record) => Err(Refusal { reason: Aside::Ragged, column: None }),
            Rows::Calls(reader) => reader.read(&record, records.raw(), &mut names).map(|read| Fact::Call(read.call)),
            Rows::Table(reader) => reader.read(&record, &mut names),
        };
        opened.account.rows += 1;
        rows.push(match read {
            Ok(fact) => {
                opened.account.counted += 1;
                PreviewRow { cells, read: Some(shown(&fact, &names)), aside: None }
            }
            Err(refusal) => {
                opened.account.set_aside(refusal.reason);
                PreviewRow { cells, read: None, aside: Some(refusal.reason) }
            }
        });
    }
    let mut account = opened.account;
    let (counted, set_aside) = (account.counted, std::mem::take(&mut account.set_aside));
    opened.incidents.finish(&mut account);
    (account.counted, account.set_aside) = (counted, set_aside);
    Ok(Preview { account, rows })
}

fn shown(fact: &Fact, names: &Dictionary) -> PreviewFact {
    let number = |id| names.numbers.get(id).to_owned();
    let of_day = |id, day: Day| PreviewFact { number: number(id), day: day.to_string(), ..PreviewFact::default() };
    match fact {
        Fact::Call(Call { number: id, day, hour, outcome, talk_ms, .. }) => PreviewFact {
            hour: *hour,
            outcome: outcome.id().to_owned(),
            talk_secs: talk_ms.map(|ms| f64::from(ms) / 1000.0),
            ..of_day(*id, *day)
        },
        Fact::Day(row) => of_day(row.number, row.day),
        Fact::Reading(reading) => of_day(reading.number, reading.day),
        Fact::Reports { number: id, day, .. } => of_day(*id, *day),
        Fact::Range(range) => PreviewFact { number: range.pattern.clone(), ..PreviewFact::default() },
    }
}
