//! Sources and summaries that the tests of reading share.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

pub mod pack;

use std::{
    collections::BTreeMap,
    io::{self, Read},
};

use ringwell::{
    import::{Fact, Facts, FileAccount, Given, Import, Need, Source, Taker, feed},
    model::{Dictionary, Outcome, Problem, Settings},
    read::{End, Next, Opening, Records},
    tally::{CellKey, Filter, Ledger, Tally, ingest},
};
use serde_json::{Value, json};

/// A file in memory that hands out a few bytes at a time, and may fail.
pub struct Chunked {
    name: String,
    bytes: Vec<u8>,
    chunk: usize,
    fails_at: Option<usize>,
}

impl Chunked {
    pub fn whole(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self::new(name, bytes, usize::MAX)
    }

    pub fn new(name: &str, bytes: impl Into<Vec<u8>>, chunk: usize) -> Self {
        Self { name: name.to_owned(), bytes: bytes.into(), chunk, fails_at: None }
    }

    pub fn failing_at(mut self, byte: usize) -> Self {
        self.fails_at = Some(byte);
        self
    }
}

impl Source for Chunked {
    fn name(&self) -> &str {
        &self.name
    }

    fn len(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(Pieces { source: self, at: 0 }))
    }
}

struct Pieces<'a> {
    source: &'a Chunked,
    at: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.source.fails_at.is_some_and(|byte| self.at >= byte) {
            return Err(io::Error::new(io::ErrorKind::NotFound, "the file is gone"));
        }
        let rest = &self.source.bytes[self.at..];
        let count = rest.len().min(self.source.chunk).min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.at += count;
        Ok(count)
    }
}

/// Settings under which a fixture is read.
pub fn settings_for(name: &str) -> Settings {
    let country = if ["five9", "us_", "dialpad", "genesys", "talkdesk"].iter().any(|part| name.contains(part)) {
        "US"
    } else {
        "FR"
    };
    Settings { country: Some(country.to_owned()), ..Settings::default() }
}

/// The account and the ledger of a file, read as the workers do.
pub fn account_of(source: &dyn Source, settings: &Settings) -> Result<(FileAccount, Ledger), Problem> {
    let result = ingest(source, settings, &Filter::default(), &mut |_| {})?;
    Ok((result.account, result.ledger))
}

/// Account and facts as JSON.
pub fn read(source: &dyn Source, settings: &Settings) -> Value {
    match facts_of(source, settings) {
        Ok((account, facts)) => json!({ "account": account, "facts": facts }),
        Err(problem) => json!({ "problem": problem }),
    }
}

/// The account (as ingest leaves it) and each fact in words.
pub fn facts_of(source: &dyn Source, settings: &Settings) -> Result<(FileAccount, Vec<String>), Problem> {
    let (account, _) = account_of(source, settings)?;
    let mut found = Vec::new();
    let mut each = |fact, _: &Import<'_>, names: &Dictionary| found.push(words(&fact, names));
    let mut facts = Facts::new(Given::of(source), settings, account.reread_day_first, &mut each);
    feed(source, &mut facts);
    facts.finish()?;
    Ok((account, found))
}

/// What a file's records are, split and nothing else, its bytes handed in as the source has them.
pub struct Split<'a> {
    opening: Option<Opening>,
    records: Option<Records>,
    each: &'a mut dyn FnMut(Next, &Records),
}

impl<'a> Split<'a> {
    /// Calls `each` with everything that comes, the end included. Nothing comes of a file that is no text.
    pub fn each(source: &dyn Source, each: &'a mut dyn FnMut(Next, &Records)) {
        feed(source, &mut Self { opening: Some(Opening::default()), records: None, each });
    }
}

impl Taker for Split<'_> {
    fn need(&mut self) -> Need {
        if let Some(mut opening) = self.opening.take() {
            if !opening.is_ready() {
                self.opening = Some(opening);
                return Need::More;
            }
            let Ok(text) = opening.text() else { return Need::Nothing };
            self.records = Some(Records::new(text, b','));
        }
        let Some(records) = &mut self.records else { return Need::Nothing };
        loop {
            let next = records.advance();
            if next == Next::Hungry {
                return Need::More;
            }
            (self.each)(next, records);
            if next != Next::Record {
                return Need::Nothing;
            }
        }
    }

    fn push(&mut self, length: usize, write: &mut dyn FnMut(&mut [u8])) {
        match (&mut self.opening, &mut self.records) {
            (Some(opening), _) => opening.push(length, write),
            (_, Some(records)) => records.push(length, write),
            _ => {}
        }
    }

    fn end(&mut self, end: End) {
        match (&mut self.opening, &mut self.records) {
            (Some(opening), _) => opening.end(end),
            (_, Some(records)) => records.end(end),
            _ => {}
        }
    }
}

fn words(fact: &Fact, names: &Dictionary) -> String {
    match fact {
        Fact::Call(call) => {
            let hour = call.hour.map_or(String::new(), |hour| format!(" {hour}h"));
            let mut text =
                format!("{} {}{hour} {} {:?}", names.numbers.get(call.number), call.day, call.outcome.id(), call.line);
            for (label, value) in [
                ("talk_ms", call.talk_ms.map(|ms| ms.to_string())),
                ("ring", call.ring_secs.map(|secs| secs.to_string())),
                ("converted", call.converted.map(|yes| yes.to_string())),
                ("agent", (call.agent > 0).then(|| names.agents.get(call.agent).to_owned())),
                ("campaign", (call.campaign > 0).then(|| names.campaigns.get(call.campaign).to_owned())),
                ("team", (call.team > 0).then(|| names.teams.get(call.team).to_owned())),
            ] {
                if let Some(value) = value {
                    text += &format!(" {label}={value}");
                }
            }
            text
        }
        Fact::Day(row) => {
            let mut text = format!("{} {}", names.numbers.get(row.number), row.day);
            let outcomes =
                Outcome::ALL.iter().map(|outcome| (outcome.id(), row.outcomes[outcome.index()].map(u64::from)));
            for (label, value) in outcomes.chain([
                ("calls", row.calls.map(u64::from)),
                ("talk_ms", row.talk_ms),
                ("answered_with_talk", row.answered_with_talk.map(u64::from)),
                ("hang_ups", row.hang_ups.map(u64::from)),
                ("conversions", row.conversions.map(u64::from)),
                ("spam_reports", row.spam_reports.map(u64::from)),
            ]) {
                if let Some(value) = value {
                    text += &format!(" {label}={value}");
                }
            }
            text += &format!(" score={:?} flagged={:?}", row.score, row.flagged);
            text + &format!(" {}/{}", names.campaigns.get(row.campaign), names.teams.get(row.team))
        }
        Fact::Reading(reading) => {
            let (number, source) = (names.numbers.get(reading.number), names.sources.get(reading.source));
            format!("{number} {} {source} score={:?} flagged={:?}", reading.day, reading.score, reading.flagged)
        }
        Fact::Range(range) => format!("{} {} {}", range.list, range.pattern, range.name),
        Fact::Reports { number, day, count } => format!("{} {day} reports={count}", names.numbers.get(*number)),
    }
}

/// The main cube, in order.
pub fn cells(ledger: &Ledger) -> BTreeMap<CellKey, Tally> {
    ledger.cells.iter().map(|(key, tally)| (*key, tally.clone())).collect()
}
