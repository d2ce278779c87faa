//! A file being read: record by record, each one a fact or a row set aside.

use std::collections::VecDeque;

use super::{
    Fact, Given,
    account::Column,
    calls::{ReadCall, Refusal},
    departed::Past,
    draft::Draft,
    fold::fold,
    incidents::{Incidents, Place},
    kept::Kept,
    legs::{Legs, Twins},
    open::{Opened, Rows, open},
    seam::{Seam, Span},
};
use crate::{
    model::{Aside, Dictionary, OutcomeSet, Problem, ProblemKind, Role, Settings},
    read::{End, Next, Record, Records, Text, hash64, id_hash, record_hash},
};

/// A part is read from so far before its first row, at most.
const MOST_WARM_BYTES: u64 = 16 << 20;

/// A file being read: hands out its facts one by one, then its account.
pub struct Import<'a> {
    opened: Opened<'a>,
    records: Records,
    legs: Legs,
    twins: Twins,
    ready: VecDeque<ReadCall>,
    /// Whom the call handed out last was made to.
    person: Option<u64>,
    span: Span,
    /// There were more rows before the part to be read.
    may_be_warmer: bool,
    /// Where rows set aside are wanted whole.
    kept: Option<Kept>,
    /// The rows read now count elsewhere.
    warming: bool,
    ended: bool,
}

/// What came of a step.
#[derive(Debug)]
pub enum Turn {
    /// A fact.
    Fact(Fact),
    /// Nothing before more bytes are handed in, or their end.
    Hungry,
    /// Nothing any more.
    End,
}

/// Whether the rows before a part have brought to mind what one who has read them all has in mind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warmth {
    /// They have.
    Enough,
    /// There were too few of them.
    TooLittle,
    /// More bytes must come first.
    Hungry,
}

impl<'a> Import<'a> {
    /// Looks at the head of a text (the same however it was handed in) and decides what the file is. The part is to be
    /// read from about so many rows before it; the answer is the byte from which bytes are needed for that, `None` where
    /// those that follow will do.
    ///
    /// # Errors
    /// A file of which nothing can be counted, or a later part of a file that has none.
    pub fn open(
        text: Text,
        given: &Given,
        settings: &'a Settings,
        day_first: Option<bool>,
        span: Span,
        early_rows: u64,
    ) -> Result<(Self, Option<u64>), Problem> {
        let opened = open(&text, &given.name, given.bytes, settings, day_first)?;
        let mut records = Records::new(text, opened.delimiter);
        if !span.is_first() && !records.text().is_verbatim() {
            return Err(Problem::of_file(ProblemKind::ReaderFailed, &given.name));
        }
        let early_bytes = (early_rows * opened.layout.row_bytes).min(MOST_WARM_BYTES);
        let jump = Some(span.from.saturating_sub(early_bytes)).filter(|byte| *byte > 0);
        match jump {
            None => records.skip_to_line(opened.layout.data_line),
            Some(byte) => records.jump(byte),
        }
        records.stop_at(if span.is_first() { span.to } else { span.from });
        let import = Self {
            opened,
            records,
            legs: Legs::default(),
            twins: Twins::default(),
            ready: VecDeque::new(),
            person: None,
            kept: None,
            span,
            may_be_warmer: early_bytes < span.from.min(MOST_WARM_BYTES),
            warming: !span.is_first(),
            ended: false,
        };
        Ok((import, jump))
    }

    /// From here on rows set aside are kept whole.
    pub fn keep_aside(&mut self) {
        self.kept = Some(Kept::new(self.opened.account.columns.iter().map(|column| column.header.as_str())));
    }

    /// The rows set aside since, as a CSV.
    pub fn take_aside(&mut self) -> Vec<u8> {
        self.kept.take().map(Kept::into_csv).unwrap_or_default()
    }

    fn keep(&mut self, reason: Aside) {
        if let Some(kept) = &mut self.kept {
            kept.push(reason, self.records.line(), &self.records.record());
        }
    }

    /// Hands in that many bytes of the file, written by `write`.
    pub fn push(&mut self, length: usize, write: &mut dyn FnMut(&mut [u8])) {
        self.records.push(length, write);
    }

    /// Says that there are no more.
    pub fn end(&mut self, end: End) {
        self.records.end(end);
    }

    /// Reads up to the first row of the part; what the rows before show counts elsewhere.
    pub fn warm_up(&mut self, names: &mut Dictionary) -> Warmth {
        if !self.warming {
            return Warmth::Enough;
        }
        loop {
            match self.next(names) {
                Turn::Fact(_) => {}
                Turn::Hungry => return Warmth::Hungry,
                Turn::End => break,
            }
        }
        let enough = self.legs.is_warm() || self.twins.is_warm() || self.legs.is_idle() && self.twins.is_idle();
        if !enough && self.may_be_warmer {
            return Warmth::TooLittle;
        }
        (self.warming, self.ended) = (false, false);
        self.opened.account.rows = 0;
        self.opened.incidents = Incidents::default();
        match &mut self.opened.rows {
            Rows::Calls(reader) => reader.begin_part(),
            Rows::Table(reader) => reader.begin_part(),
        }
        self.legs.begin_part();
        self.records.count_lines_anew();
        self.records.stop_at(self.span.to);
        Warmth::Enough
    }

    /// The next fact; rows set aside on the way are entered in the account. Names go into the same dictionary from the
    /// first call to the last. Each fact is one row: rows = facts + rows set aside.
    pub fn next(&mut self, names: &mut Dictionary) -> Turn {
        loop {
            if let Some(call) = self.ready.pop_front() {
                self.person = call.person;
                return Turn::Fact(Fact::Call(call.call));
            }
            if self.ended {
                return Turn::End;
            }
            match self.records.advance() {
                Next::Record => {
                    if let Some(fact) = self.row(names) {
                        return Turn::Fact(fact);
                    }
                }
                Next::Hungry => return Turn::Hungry,
                Next::TooLong => self.broken(Aside::TooLong),
                Next::Unclosed => {
                    let place = Place { line: self.records.line(), ..Place::default() };
                    let name = &self.opened.account.name;
                    self.opened.incidents.problem(name, ProblemKind::UnclosedQuote, &place);
                    self.broken(Aside::Ragged);
                }
                Next::Border => self.ended = true,
                Next::End => {
                    self.ended = true;
                    // Calls that wait at a border are the next part's, even where that has no rows.
                    if !self.warming && (self.span.is_last() || self.is_whole()) {
                        self.legs.finish(&mut self.ready);
                    }
                }
            }
        }
    }

    /// The hash of the number to which the call handed out last was made; `None` where the file has none.
    pub fn person(&self) -> Option<u64> {
        self.person
    }

    /// Bytes of the file read so far.
    pub fn bytes_read(&self) -> u64 {
        self.records.text().bytes_read()
    }

    /// Rows read so far.
    pub fn rows(&self) -> u64 {
        self.opened.account.rows
    }

    /// Whether it reads all of the file: by order, or because its text, not being verbatim, cannot be parted.
    pub fn is_whole(&self) -> bool {
        self.span.is_first() && (self.span.is_last() || !self.records.text().is_verbatim())
    }

    /// Whether it is a later part of a file that cannot be parted: there is no use in reading on.
    pub fn is_lost(&self) -> bool {
        !self.span.is_first() && !self.records.text().is_verbatim()
    }

    /// The place at which reading stands, between two records.
    pub fn seam(&self) -> Seam {
        let dates = match &self.opened.rows {
            Rows::Calls(reader) => reader.dates(),
            Rows::Table(reader) => reader.dates(),
        };
        let parts = [self.legs.digest(), self.twins.digest(), dates.digest()];
        let memory = parts.iter().fold(0, |hash, part| hash64(hash, &part.to_le_bytes()));
        Seam { byte: self.records.position(), memory }
    }

    /// Lines stepped over since the part began.
    pub fn lines(&self) -> u64 {
        self.records.lines_before()
    }

    /// What was found, and what the next part must be told.
    pub fn finish(self) -> (Draft, Past) {
        let Opened { mut account, incidents, rows, system, date_column, .. } = self.opened;
        let text = self.records.text();
        account.encoding = text.encoding().id().to_owned();
        // A column of codes that is empty in the whole head says nothing.
        let says =
            |role: Role, column: &Column| column.role == Some(role) && (!column.samples.is_empty() || !role.is_code());
        let known = system.known.iter().filter(|(role, _)| account.columns.iter().any(|column| says(*role, column)));
        let known = known.fold(OutcomeSet::default(), |set, (_, outcomes)| set.and(OutcomeSet::of(outcomes)));
        let (dates, calls) = match rows {
            Rows::Table(reader) => (reader.dates().clone(), None),
            Rows::Calls(reader) => (reader.dates().clone(), Some(reader.finish(known, system.talk_is_conversation))),
        };
        let (trouble, replaced) = (text.trouble(), text.replaced());
        let past = self.legs.into_past(self.span);
        (Draft { account, incidents, dates, date_column, calls, trouble, replaced }, past)
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
            self.keep(reason);
            return None;
        }
        let raw = self.records.raw();
        let refusal = match &mut opened.rows {
            Rows::Table(reader) => match reader.read(&record, names) {
                Ok(fact) => return Some(fact),
                Err(refusal) => refusal,
            },
            Rows::Calls(reader) => match reader.read(&record, raw, names) {
                Ok(call) => return self.join(&call),
                Err(refusal) => refusal,
            },
        };
        self.refused(refusal);
        None
    }

    /// Lays a call beside the other rows of its id.
    fn join(&mut self, call: &ReadCall) -> Option<Fact> {
        let row = self.records.record();
        let cell = |at: Option<usize>| at.map(|at| row.get(at)).filter(|cell| !cell.is_empty());
        let (call_id, leg_of) = self.opened.ids;
        let (id, record) = (cell(leg_of).or(cell(call_id)).map(id_hash), record_hash(self.records.raw()));
        let aside = match id {
            Some(id) => self.legs.push(id, record, call, &mut self.ready),
            None => (call.has_callee && self.twins.is_twin(record)).then_some(Aside::Duplicate),
        };
        match aside {
            Some(reason) => self.aside(reason, Place { line: self.records.line(), ..Place::default() }),
            None if id.is_none() => {
                self.person = call.person;
                return Some(Fact::Call(call.call));
            }
            None => {}
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
        self.keep(reason);
    }

    /// A row of several lines that does not fit the table: its quote was never meant to be closed there. The first
    /// line is lost, the others are read as rows.
    fn unclosed(&mut self) {
        let place = Place { line: self.records.line(), ..Place::default() };
        let opened = &mut self.opened;
        opened.incidents.problem(&opened.account.name, ProblemKind::UnclosedQuote, &place);
        opened.incidents.set_aside(&opened.account.name, Aside::Ragged, || place);
        self.keep(Aside::Ragged);
        self.records.resume_after_first_line();
    }

    fn broken(&mut self, reason: Aside) {
        self.opened.account.rows += 1;
        self.aside(reason, Place { line: self.records.line(), ..Place::default() });
    }

    fn aside(&mut self, reason: Aside, place: Place) {
        self.opened.incidents.set_aside(&self.opened.account.name, reason, || place);
        self.keep(reason);
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
