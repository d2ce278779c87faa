//! The first rows as they would be read, for the mapping screen.

use super::{
    Fact, Source,
    account::{Preview, PreviewFact, PreviewRow},
    answers::text_of,
    calls::Refusal,
    open::{Rows, open, unread},
};
use crate::{
    model::{Aside, Call, Day, Dictionary, Problem, ProblemKind, Settings},
    read::{Next, Records},
};

const ROWS: usize = 10;

/// The first ten rows as they would be read with these settings, for the mapping screen. Legs are not joined.
/// A table without dates, or of an unknown kind, is shown unread: its columns are there to be named.
///
/// # Errors
/// A file of which nothing can be read.
pub fn preview(source: &dyn Source, settings: &Settings) -> Result<Preview, Problem> {
    let text = text_of(source).map_err(|kind| Problem::of_file(kind, source.name()))?;
    let mut opened = match open(&text, source.name(), source.len(), settings, None) {
        Err(problem) if matches!(problem.kind, ProblemKind::NoDateColumn | ProblemKind::NotRecognised) => {
            let (account, rows) = unread(&text, source.name(), source.len(), settings, problem);
            let unread = |cells| PreviewRow { cells, read: None, aside: Some(Aside::BadDate) };
            return Ok(Preview { account, rows: rows.into_iter().take(ROWS).map(unread).collect() });
        }
        opened => opened?,
    };
    let mut records = Records::new(text, opened.delimiter);
    records.skip_to_line(opened.layout.data_line);
    let mut names = Dictionary::default();
    let mut rows = Vec::new();
    while rows.len() < ROWS {
        match records.advance() {
            Next::End | Next::Border => break,
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
    }
}
