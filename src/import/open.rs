//! A file, looked at: what it is, and how its rows will be read.

use super::{
    account::{Basis, DateOrder, FileAccount, FileKind, Why},
    calls::{Beside, CallPlan, CallReader},
    columns::Columns,
    dates::{self, DateReader, Decision},
    duration::Unit,
    fold::squash,
    incidents::Incidents,
    layout::Layout,
    lexicon::{Lexicon, Place},
    number::NumberFormat,
    scale,
    systems::{self, Numbering, System, saracroche},
    tables::{self, Kind, TableReader},
    verdict::Judge,
    words::Traits,
};
use crate::{
    model::{Outcome, Problem, ProblemKind, Role, ScoreScale, Settings},
    read::{Sample, Text, sample},
};

/// What reads the rows.
pub enum Rows<'a> {
    /// Calls.
    Calls(Box<CallReader<'a>>),
    /// Anything else.
    Table(Box<TableReader>),
}

/// All that is known of a file before its first row.
pub struct Opened<'a> {
    pub account: FileAccount,
    pub incidents: Incidents,
    pub layout: Layout,
    pub delimiter: u8,
    pub rows: Rows<'a>,
    pub system: &'static System,
    /// The columns of the call's id and of the id of which it is a leg.
    pub ids: (Option<usize>, Option<usize>),
    /// The columns whose cells may stand in messages: dates, own numbers, durations.
    pub date_column: Option<usize>,
}

/// Looks at the head of a file and decides.
///
/// # Errors
/// A file of which nothing can be counted.
pub fn open<'a>(
    text: &Text,
    name: &str,
    bytes: u64,
    settings: &'a Settings,
    proven: Option<bool>,
) -> Result<Opened<'a>, Problem> {
    let fail = |kind| Problem::of_file(kind, name);
    let sample = sample(text);
    let layout = Layout::of(&sample);
    let (system, names) = recognise(&layout);
    let signature = layout.signature();
    let mut columns = Columns::assign(&layout, &names, system, settings, &signature);
    if system.id == "unknown" {
        status_rates_numbers(&layout, &mut columns);
    }
    let kind = kind_of(system, &columns);
    check(&sample, &layout, &columns, system).map_err(|kind| Problem { found: found(&layout, kind), ..fail(kind) })?;

    let date_column = columns.at(Role::Started).or(columns.at(Role::Date));
    let country = system.country(settings);
    let decision = date_column
        .and_then(|at| dates::decide(&layout.column(at), country, columns.day_first, proven))
        .or_else(|| {
            let undated = || Decision { order: DateOrder::YearFirst, day_first: None };
            (date_column.is_some() || is_list_of_ranges(system)).then(undated)
        })
        .ok_or_else(|| Problem {
            found: found(&layout, ProblemKind::NoDateColumn),
            ..fail(ProblemKind::NoDateColumn)
        })?;
    let reader = DateReader::new(decision);
    let mut incidents = Incidents::default();
    if kind != FileKind::Calls && system.id == "unknown" {
        number_becomes_own(&mut columns);
        status_becomes_flag(&layout, &mut columns);
    }
    let format = NumberFormat { country, bare_is_international: system.bare_is_international };
    let mut scale = None;
    let rows = match kind {
        FileKind::Calls => {
            let reader = call_reader(&layout, &names, &mut columns, system, settings, reader);
            if !reader.has_own()
                && let Some(column) = columns.at(Role::Caller).and_then(|at| columns.list.get_mut(at))
            {
                // Extensions are no numbers that anyone has seen.
                (column.role, column.why) = (None, Why::Unused);
            }
            if !reader.has_own() {
                incidents.of_file(fail(ProblemKind::NoNumberColumn));
            }
            if [Role::Outcome, Role::Result, Role::Talk, Role::SipCode, Role::Cause, Role::Voicemail]
                .iter()
                .all(|role| columns.at(*role).is_none())
            {
                incidents.of_file(fail(ProblemKind::NoOutcomeColumn));
            }
            Rows::Calls(Box::new(reader))
        }
        FileKind::Daily => Rows::Table(Box::new(TableReader::new(Kind::Daily, &columns, reader, format, name))),
        FileKind::Readings if is_list_of_ranges(system) => {
            Rows::Table(Box::new(TableReader::new(Kind::Ranges, &columns, reader, format, name)))
        }
        FileKind::Readings => {
            scale = score_scale(&layout, &columns, system);
            let reader = TableReader::new(Kind::Readings, &columns, reader, format, name);
            Rows::Table(Box::new(reader.on(scale.map(|(scale, _)| scale).unwrap_or_default())))
        }
        FileKind::Complaints => Rows::Table(Box::new(TableReader::new(Kind::Reports, &columns, reader, format, name))),
    };
    let tool = if kind == FileKind::Readings && system.id == "unknown" { tool_of(&layout, name) } else { None };
    let known = if tool.is_some() { Basis::Vocabulary } else { system.basis };
    let ids = (columns.at(Role::CallId), columns.at(Role::LegOf));
    let account = FileAccount {
        name: name.to_owned(),
        kind,
        system: tool.unwrap_or(system.id).to_owned(),
        basis: if columns.chosen { Basis::Chosen } else { known },
        encoding: text.encoding().id().to_owned(),
        delimiter: sample.has_columns.then(|| char::from(sample.delimiter)),
        gzip: text.is_gzip(),
        bytes,
        columns: columns.list,
        date_order: date_column.map(|_| decision.order),
        day_first: decision.day_first,
        score_scale: scale,
        talk_unit: if let Rows::Calls(reader) = &rows { reader.talk_unit() } else { None },
        signature,
        ..FileAccount::default()
    };
    Ok(Opened { account, incidents, layout, delimiter: sample.delimiter, rows, system, ids, date_column })
}

/// The columns and first rows of a table that [`open`] refuses, for the screen on which the user says what is what.
pub fn unread(
    text: &Text,
    name: &str,
    bytes: u64,
    settings: &Settings,
    problem: Problem,
) -> (FileAccount, Vec<Vec<String>>) {
    let sample = sample(text);
    let layout = Layout::of(&sample);
    let (system, names) = recognise(&layout);
    let signature = layout.signature();
    let columns = Columns::assign(&layout, &names, system, settings, &signature);
    let account = FileAccount {
        name: name.to_owned(),
        system: system.id.to_owned(),
        basis: system.basis,
        encoding: text.encoding().id().to_owned(),
        delimiter: sample.has_columns.then(|| char::from(sample.delimiter)),
        gzip: text.is_gzip(),
        bytes,
        columns: columns.list,
        signature,
        problems: vec![problem],
        ..FileAccount::default()
    };
    let rows = layout.rows.iter().map(|row| row.iter().map(|cell| cell.chars().take(200).collect()).collect());
    (account, rows.collect())
}

/// The system, and the names under which it knows the columns (squashed).
fn recognise(layout: &Layout) -> (&'static System, Vec<String>) {
    if !layout.has_header
        && let Some(columns) = systems::names_of(&layout.rows)
    {
        let names = columns.iter().take(layout.headers.len()).map(|name| squash(name)).collect::<Vec<_>>();
        return (System::of(&names), names);
    }
    let names: Vec<String> = layout.headers.iter().map(|header| squash(header)).collect();
    (System::of(&names), names)
}

/// What a table of no known system holds, by the columns that it has.
fn kind_of(system: &System, columns: &Columns) -> FileKind {
    let has = |role| columns.at(role).is_some();
    if system.kind != FileKind::Calls || system.id != "unknown" {
        return system.kind;
    }
    // Beside a score or a flag, figures that could be durations are the tool's.
    let rated = has(Role::Score) || has(Role::Flagged);
    let is_named = |role| columns.list.iter().any(|column| column.role == Some(role) && column.why != Why::Values);
    let dialled = [Role::Talk, Role::Duration, Role::Ring, Role::Direction, Role::CallId]
        .into_iter()
        .any(|role| if rated { is_named(role) } else { has(role) })
        || has(Role::Callee) && (has(Role::Caller) || has(Role::Own));
    // Beside a score, and without a call's other marks, a status is the number's.
    let is_call = dialled || (has(Role::Outcome) || has(Role::Result)) && !has(Role::Score);
    match (is_call, rated, has(Role::Reports)) {
        (false, true, _) => FileKind::Readings,
        (false, false, true) => FileKind::Complaints,
        _ => FileKind::Calls,
    }
}

/// In a table of scores or reports, the one number there is is our own, whatever its header.
fn number_becomes_own(columns: &mut Columns) {
    if columns.at(Role::Own).is_none()
        && let Some(at) = columns.at(Role::Caller).or(columns.at(Role::Callee))
        && let Some(column) = columns.list.get_mut(at)
    {
        column.role = Some(Role::Own);
    }
}

/// The tool whose readings these are: the only one that the rows name, else the one that the file is named after.
fn tool_of(layout: &Layout, file: &str) -> Option<&'static str> {
    let source = layout.headers.iter().position(|header| tables::SOURCES.contains(&squash(header).as_str()));
    let tool = |text: &str| TOOLS.into_iter().find(|tool| text.eq_ignore_ascii_case(tool));
    match source {
        Some(at) => {
            let cells = layout.column(at);
            let first = tool(cells.first()?.trim())?;
            cells.iter().all(|cell| cell.trim().eq_ignore_ascii_case(first)).then_some(first)
        }
        None => tool(tables::own_name(file).split(['.', '_', '-', ' ']).next().unwrap_or_default()),
    }
}

/// Reputation tools, by their ids.
const TOOLS: [&str; 6] = ["hiya", "truecaller", "orange", "huhu", "telnyx", "zoom"];

/// The scale of the scores, if there are any.
fn score_scale(layout: &Layout, columns: &Columns, system: &System) -> Option<(ScoreScale, Why)> {
    let at = columns.at(Role::Score)?;
    if let (None, Some(scale)) = (columns.score_scale, system.score_scale) {
        return Some((scale, Why::System));
    }
    let flagged = columns.at(Role::Flagged);
    let cell = |row: &[String], at: usize| row.get(at).cloned().unwrap_or_default();
    let scores = layout.rows.iter().filter_map(|row| {
        let flag = flagged.and_then(|at| tables::flag(cell(row, at).as_bytes()));
        tables::number(&cell(row, at)).map(|score| (score, flag))
    });
    Some(scale::of(columns.header(at).unwrap_or_default(), &scores.collect::<Vec<_>>(), columns.score_scale))
}

/// In a table of scores, a status of which every word is a flag's is a flag.
fn status_becomes_flag(layout: &Layout, columns: &mut Columns) {
    let Some(at) = columns.at(Role::Outcome).or(columns.at(Role::Result)) else { return };
    let says = layout.column(at).iter().all(|cell| cell.trim().is_empty() || tables::is_flag(cell));
    let free = columns.at(Role::Flagged).is_none();
    if let Some(column) = columns.list.get_mut(at).filter(|column| column.why != Why::Chosen) {
        column.role = (says && free).then_some(Role::Flagged);
    }
}

/// A table of numbers and days whose status says nothing but what tools say of a number ("spam", "clean") holds
/// readings. Yes and no alone could be answers to calls.
fn status_rates_numbers(layout: &Layout, columns: &mut Columns) {
    let has = |role| columns.at(role).is_some();
    let call = [Role::Talk, Role::Duration, Role::Ring, Role::Direction, Role::CallId, Role::Time, Role::Callee];
    let Some(at) = columns.at(Role::Outcome) else { return };
    if has(Role::Score) || has(Role::Flagged) || call.into_iter().filter(|role| has(*role)).count() > 1 {
        return;
    }
    let lexicon = Lexicon::new(&Settings::default());
    let cells = layout.column(at);
    let of_tools = |cell: &&str| lexicon.read(cell, Place::Status).is_none();
    let flags = cells.iter().all(|cell| cell.trim().is_empty() || tables::is_flag(cell));
    if flags
        && cells.iter().filter(|cell| !cell.trim().is_empty()).any(of_tools)
        && let Some(column) = columns.list.get_mut(at).filter(|column| column.why != Why::Chosen)
    {
        column.role = Some(Role::Flagged);
    }
}

/// Ranges have no days.
fn is_list_of_ranges(system: &System) -> bool {
    system.id == saracroche::SARACROCHE.id
}

fn check(sample: &Sample, layout: &Layout, columns: &Columns, system: &System) -> Result<(), ProblemKind> {
    if sample.records.is_empty() {
        return Err(ProblemKind::EmptyFile);
    }
    let whole_rows = layout.rows.len();
    let rows = sample.records.iter().filter(|record| record.line >= layout.data_line).count();
    let said_nothing = sample
        .records
        .iter()
        .any(|record| record.cells.iter().any(|cell| cell.contains("There are no calls during this time period")));
    if said_nothing && whole_rows < 2 || layout.has_header && rows == 0 && sample.is_whole {
        return Err(ProblemKind::HeaderOnly);
    }
    if columns.at(Role::Started).is_none() && columns.at(Role::Date).is_none() && !is_list_of_ranges(system) {
        return Err(if sample.has_columns { ProblemKind::NoDateColumn } else { ProblemKind::NotRecognised });
    }
    Ok(())
}

/// For a file without dates: the headers that it does have.
fn found(layout: &Layout, kind: ProblemKind) -> Option<String> {
    let headers = || layout.headers.join(", ").chars().take(80).collect();
    (kind == ProblemKind::NoDateColumn && layout.has_header).then(headers)
}

fn call_reader<'a>(
    layout: &Layout,
    names: &[String],
    columns: &mut Columns,
    system: &'static System,
    settings: &'a Settings,
    dates: DateReader,
) -> CallReader<'a> {
    let lexicon = Lexicon::with(settings, system.words);
    let cells = |columns: &Columns, role| columns.at(role).map(|at| layout.column(at)).unwrap_or_default();
    let place = if columns.at(Role::Result).is_none()
        && cells(columns, Role::Outcome)
            .iter()
            .any(|cell| lexicon.read(cell, Place::Status).is_some_and(|meaning| meaning.traits.has(Traits::RESULT)))
    {
        Place::Mixed
    } else {
        Place::Status
    };
    let mut uses_duration = false;
    if let (None, None, Some(at)) = (columns.at(Role::Talk), columns.at(Role::Ring), columns.at(Role::Duration)) {
        uses_duration = is_conversation(layout, columns, at, &lexicon);
        if uses_duration && let Some(column) = columns.list.get_mut(at).filter(|column| column.why != Why::Chosen) {
            column.role = Some(Role::Talk);
            column.confidence = column.confidence.min(70);
        }
    }
    let unit = |columns: &Columns, role| {
        let header = columns.at(role).and_then(|at| columns.header(at)).unwrap_or_default();
        match system.bare_durations {
            Some(unit) => Unit::documented(unit, &cells(columns, role)),
            None => Unit::of(header, &cells(columns, role)),
        }
    };
    let units = [Role::Talk, Role::Duration, Role::Ring].map(|role| unit(columns, role));
    let has_own = match system.numbering {
        Numbering::Columns | Numbering::InboundOnly => {
            columns.at(Role::Own).is_some() || columns.at(Role::Caller).is_some()
        }
        Numbering::Extensions => layout.rows.iter().any(|row| super::extensions::row_has_own(row, columns)),
    };
    let mut judge = Judge::new(lexicon, place);
    let mut says = vec![Role::Outcome, Role::SipCode, Role::Cause];
    if system.id == "unknown" {
        says.push(Role::Result);
    }
    if columns.at(Role::Talk).is_some() && says.iter().all(|role| columns.at(*role).is_none()) {
        judge = judge.by_talk_alone();
    }
    let beside = beside(columns, names, system);
    CallReader::new(CallPlan { settings, system, columns, dates, units, has_own, uses_duration, judge, beside })
}

/// The columns that say what others mean, by their (squashed) names.
fn beside(columns: &Columns, names: &[String], system: &System) -> Beside {
    let find = |name: &str| {
        let free = |at: &usize| columns.list.get(*at).is_some_and(|column| column.why != Why::Chosen);
        names.iter().position(|header| *header == squash(name)).filter(free)
    };
    Beside {
        label: system.label.and_then(find),
        phrase: columns.at(Role::SipCode).and_then(|_| PHRASES.iter().find_map(|name| find(name))),
        picked_up: system.picked_up.and_then(find),
        only: system.only.and_then(|(name, word, reason)| Some((find(name)?, word, reason))),
    }
}

/// Headers of the phrase that goes with a SIP code.
const PHRASES: [&str; 8] = [
    "carrier log sip_hangup_reason",
    "dial log sip_hangup_reason",
    "SIP HANGUP REASON",
    "sipResponseDescription",
    "Final SIP Code Phrase",
    "SIP reason",
    "SIP phrase",
    "Response",
];

/// Whether a plain "duration" is that of the conversation: it is zero, or empty, where nobody answered.
fn is_conversation(layout: &Layout, columns: &Columns, duration: usize, lexicon: &Lexicon) -> bool {
    let status = [Role::Outcome, Role::Result].into_iter().find_map(|role| columns.at(role));
    let (mut rung, mut timed) = (0, 0);
    for row in &layout.rows {
        let word = status.and_then(|at| row.get(at)).and_then(|cell| lexicon.read(cell, Place::Status));
        if matches!(word.and_then(|word| word.outcome), Some(Outcome::NoAnswer | Outcome::Busy | Outcome::Rejected)) {
            rung += 1;
            let cell = row.get(duration).map_or("", |cell| cell.trim());
            timed += usize::from(cell.bytes().any(|byte| matches!(byte, b'1'..=b'9')));
        }
    }
    timed * 5 <= rung
}
