//! The way into a file, or into a part of one: its head, then, for a later part, the rows before its own.

use super::{Given, Import, Need, Span, intake::Intake, reader::Warmth};
use crate::{
    model::{Dictionary, Problem, Settings},
    read::End,
};

/// A part is read from so many rows before its first: more than a call waits for its legs. Where many of them are no
/// calls, from further back.
const WARM_ROWS: u64 = 6_144;

/// A file whose rows are still to come. A part that is not first reads rows before its own, to know what must be known
/// of them. A file of which parts cannot be told apart (gzip, UTF-16, Windows-1252) is read whole by its first part.
pub struct Entry<'a> {
    given: Given,
    settings: &'a Settings,
    day_first: Option<bool>,
    span: Span,
    early_rows: u64,
    stage: Stage<'a>,
}

enum Stage<'a> {
    Intake(Intake),
    Warming(Box<Import<'a>>),
    Over,
}

/// What came of a step.
pub enum Entered<'a> {
    /// Bytes are needed.
    Not(Need),
    /// The first row comes next.
    Rows(Box<Import<'a>>),
}

impl<'a> Entry<'a> {
    /// The way to a part; the whole file is one too. Bytes are handed in from the first one of the file. `day_first` is
    /// what a first reading of the whole file has shown about its dates.
    pub fn new(given: Given, settings: &'a Settings, day_first: Option<bool>, span: Span) -> Self {
        let stage = Stage::Intake(Intake::new(&given));
        Self { given, settings, day_first, span, early_rows: WARM_ROWS, stage }
    }

    /// Hands in that many bytes, written by `write`.
    pub fn push(&mut self, length: usize, write: &mut dyn FnMut(&mut [u8])) {
        match &mut self.stage {
            Stage::Intake(intake) => intake.push(length, write),
            Stage::Warming(import) => import.push(length, write),
            Stage::Over => {}
        }
    }

    /// Says that there are no more.
    pub fn end(&mut self, end: End) {
        match &mut self.stage {
            Stage::Intake(intake) => intake.end(end),
            Stage::Warming(import) => import.end(end),
            Stage::Over => {}
        }
    }

    /// Goes as far as the bytes allow. Names in rows before the part go into `names` too.
    ///
    /// # Errors
    /// A file of which nothing can be counted, or a later part of a file that has none.
    pub fn step(&mut self, names: &mut Dictionary) -> Result<Entered<'a>, Problem> {
        loop {
            match &mut self.stage {
                Stage::Intake(intake) => {
                    let Some(text) = intake.text() else { return Ok(Entered::Not(Need::More)) };
                    let text = text.map_err(|kind| Problem::of_file(kind, &self.given.name))?;
                    let (import, jump) =
                        Import::open(text, &self.given, self.settings, self.day_first, self.span, self.early_rows)?;
                    self.stage = Stage::Warming(Box::new(import));
                    if let Some(byte) = jump {
                        return Ok(Entered::Not(Need::From(byte)));
                    }
                }
                Stage::Warming(import) => match import.warm_up(names) {
                    Warmth::Enough => break,
                    Warmth::Hungry => return Ok(Entered::Not(Need::More)),
                    Warmth::TooLittle => {
                        self.early_rows *= 4;
                        *names = Dictionary::default();
                        self.stage = Stage::Intake(Intake::new(&self.given));
                        return Ok(Entered::Not(Need::From(0)));
                    }
                },
                Stage::Over => break,
            }
        }
        Ok(match std::mem::replace(&mut self.stage, Stage::Over) {
            Stage::Warming(import) => Entered::Rows(import),
            _ => Entered::Not(Need::Nothing),
        })
    }
}
