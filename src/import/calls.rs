//! One record → one call, or the reason why it is none.

use super::{
    columns::Columns,
    date_format::{read_offset, read_time},
    dates::DateReader,
    direction::Direction,
    draft::CallDraft,
    duration::{Unit, read_ms},
    extensions,
    fold::fold,
    memo::Memo,
    number::{Digits, NumberFormat},
    systems::{Numbering, System},
    verdict::{Judge, Said},
};
use crate::{
    model::{Aside, Call, Day, Dictionary, NameId, Names, Outcome, OutcomeSet, Role, Settings, ZoneFinder, ZoneTable},
    read::{Record, hash64},
};

/// Where the hashes of numbers called begin.
const PERSON: u64 = 0x5EED_0FCA_11EE;

/// A row that is set aside, and the column at fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub reason: Aside,
    /// The column, where there is one.
    pub column: Option<usize>,
}

/// A row as read: the call, and what the joining of legs needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReadCall {
    /// The call.
    pub call: Call,
    /// Seconds since 1970 of its start, on the clock that decides its day.
    pub start_secs: i64,
    /// Whether the file has a callee for it.
    pub has_callee: bool,
    /// The hash of the number called; `None` where there is none. It never leaves the worker.
    pub person: Option<u64>,
}

/// Where each role stands in a record.
#[derive(Clone, Copy, Debug)]
pub struct Places([u32; Role::ALL.len()]);

/// The column of a role that the file does not have: no record has so many.
const NO_COLUMN: u32 = u32::MAX / 2;

impl Places {
    /// From the columns of a file.
    pub fn of(columns: &Columns) -> Self {
        Self(Role::ALL.map(|role| columns.at(role).and_then(|at| u32::try_from(at).ok()).unwrap_or(NO_COLUMN)))
    }

    /// The column of a role.
    pub fn at(&self, role: Role) -> Option<usize> {
        Some(self.0[role as usize] as usize).filter(|_| self.has(role))
    }

    /// Whether the file has a column for a role.
    pub fn has(&self, role: Role) -> bool {
        self.0[role as usize] != NO_COLUMN
    }

    /// The cell of a role; empty where the file has no such column.
    #[inline(always)]
    pub fn cell<'r>(&self, record: &Record<'r>, role: Role) -> &'r [u8] {
        record.get(self.0[role as usize] as usize)
    }
}

/// An own number: its id, and the hash of its text.
#[derive(Clone, Copy, Debug, Default)]
struct Own {
    id: NameId,
    hash: u64,
}

/// Reads the rows of one call file.
pub struct CallReader<'a> {
    zone: Option<&'a ZoneTable>,
    as_of: Option<Day>,
    row_zones: RowZones,
    places: Places,
    dates: DateReader,
    started_is_utc: bool,
    units: [Unit; 3],
    format: NumberFormat,
    has_own: bool,
    numbering: Numbering,
    own: Memo<Result<Own, Aside>>,
    directions: Memo<Option<Direction>>,
    direction_of: fn(&str) -> Option<Direction>,
    beside: Beside,
    agents: Memo<NameId>,
    campaigns: Memo<NameId>,
    teams: Memo<NameId>,
    judge: Judge,
    talk_in_seconds: bool,
    talks: u64,
    uses_duration: bool,
}

/// What is settled about a call file before its first row.
pub struct CallPlan<'a, 'c> {
    /// The analysis.
    pub settings: &'a Settings,
    /// The exporter.
    pub system: &'static System,
    /// The columns.
    pub columns: &'c Columns,
    /// The date column.
    pub dates: DateReader,
    /// Units of talk, duration and ringing.
    pub units: [Unit; 3],
    /// Whether rows have an own number.
    pub has_own: bool,
    /// Whether the length of the whole call may stand for the conversation.
    pub uses_duration: bool,
    /// Outcomes.
    pub judge: Judge,
    /// Columns that help others.
    pub beside: Beside,
}

/// Columns that have no role of their own: they say what those that have one mean.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside {
    /// The status in words.
    pub label: Option<usize>,
    /// The phrase of the SIP code.
    pub phrase: Option<usize>,
    /// Filled where someone picked up.
    pub picked_up: Option<usize>,
    /// Which rows are calls, the word for it, and why the others are set aside.
    pub only: Option<(usize, &'static str, Aside)>,
}

impl<'a> CallReader<'a> {
    /// A reader after a plan.
    pub fn new(plan: CallPlan<'a, '_>) -> Self {
        let places = Places::of(plan.columns);
        let started = places.at(Role::Started).or(places.at(Role::Date)).and_then(|at| plan.columns.header(at));
        let words = started.map(fold).unwrap_or_default();
        Self {
            zone: plan.settings.time_zone.as_ref(),
            as_of: plan.settings.as_of,
            row_zones: RowZones { finder: plan.settings.zone_finder, ..RowZones::default() },
            places,
            dates: plan.dates,
            started_is_utc: words.split(' ').any(|word| matches!(word, "utc" | "gmt")),
            units: plan.units,
            format: NumberFormat {
                country: plan.system.country(plan.settings),
                bare_is_international: plan.system.bare_is_international,
            },
            has_own: plan.has_own,
            numbering: plan.system.numbering,
            own: Memo::default(),
            directions: Memo::default(),
            direction_of: plan.system.direction,
            beside: plan.beside,
            agents: Memo::default(),
            campaigns: Memo::default(),
            teams: Memo::default(),
            judge: plan.judge,
            talk_in_seconds: false,
            talks: 0,
            uses_duration: plan.uses_duration,
        }
    }

    /// What a bare number in the column of talk times counts, where there is one.
    pub fn talk_unit(&self) -> Option<Unit> {
        self.places.at(Role::Talk).map(|_| self.units[0])
    }

    /// Whether rows have an own number.
    pub fn has_own(&self) -> bool {
        self.has_own
    }

    /// The date column's verdict over the rows read.
    pub fn dates(&self) -> &DateReader {
        &self.dates
    }

    /// Counts anew what the rows show; what is remembered of them stays.
    pub fn begin_part(&mut self) {
        (self.talks, self.talk_in_seconds) = (0, false);
        self.dates.begin_part();
        self.judge.begin_part();
    }

    /// What the rows have shown. `known` are the outcomes that the system always tells apart, `is_conversation` says
    /// that its talk times are those of conversations.
    pub fn finish(self, known: OutcomeSet, is_conversation: bool) -> CallDraft {
        CallDraft {
            known: known.with(Outcome::Answered).with(Outcome::Unclassified),
            talk_is_conversation: is_conversation && self.places.at(Role::Talk).is_some(),
            talk_unit_is_second: self.units[0] != Unit::Minutes,
            talks: self.talks,
            talk_in_seconds: self.talk_in_seconds,
            heard: self.judge.finish(),
        }
    }

    /// Reads one record. `raw` is the record as it stands in the file.
    ///
    /// # Errors
    /// The row is set aside.
    pub fn read(&mut self, record: &Record<'_>, raw: &[u8], names: &mut Dictionary) -> Result<ReadCall, Refusal> {
        let places = self.places;
        let refuse = |reason, role| Refusal { reason, column: places.at(role) };

        let beside = self.beside;
        let aside = |at: Option<usize>| at.map_or(&b""[..], |at| record.get(at));
        if let Some((at, word, reason)) = beside.only
            && !is_word(record.get(at), word)
        {
            return Err(Refusal { reason, column: Some(at) });
        }
        let (start_secs, has_time) = self.start(record)?;
        // What comes later must not even say which outcomes the file tells apart.
        if self.as_of.is_some_and(|last| Day::from_local_secs(start_secs) > last) {
            return Err(Refusal { reason: Aside::OutOfPeriod, column: None });
        }
        match self.direction(record) {
            Some(Direction::Inbound) => return Err(refuse(Aside::Inbound, Role::Direction)),
            Some(Direction::Internal) => return Err(refuse(Aside::Internal, Role::Direction)),
            Some(Direction::Transfer) => return Err(refuse(Aside::Leg, Role::Direction)),
            Some(Direction::Outbound) | None => {}
        }
        let duration = |role, unit| match places.cell(record, role) {
            [] => Ok(None),
            text => read_ms(text, unit).map_err(|_| refuse(Aside::Negative, role)),
        };
        let talk = duration(Role::Talk, self.units[0])?;
        let whole = duration(Role::Duration, self.units[1])?;
        let ring = duration(Role::Ring, self.units[2])?;
        let talk_ms = match (talk, whole, ring) {
            (Some(talk), ..) => Some(talk),
            (None, Some(whole), Some(ring)) if places.at(Role::Talk).is_none() => Some(whole.saturating_sub(ring)),
            (None, Some(whole), _) if self.uses_duration => Some(whole),
            _ => None,
        };
        let verdict = self.judge.decide(Said {
            status: places.cell(record, Role::Outcome),
            label: aside(beside.label),
            result: places.cell(record, Role::Result),
            machine: places.cell(record, Role::Voicemail),
            sip: places.cell(record, Role::SipCode),
            phrase: aside(beside.phrase),
            cause: places.cell(record, Role::Cause),
            picked_up: beside.picked_up.map(|at| !record.get(at).trim_ascii().is_empty()),
            talk_ms,
        });
        let Some(outcome) = verdict.outcome else { return Err(refuse(Aside::NotDialled, Role::Outcome)) };
        let own = self.number(record, names)?;

        let callee_cell = places.cell(record, Role::Callee);
        let callee: Option<Digits> = self.format.read(callee_cell).ok();
        if outcome == Outcome::Answered
            && let Some(talk_ms) = talk_ms.filter(|talk_ms| *talk_ms > 0)
        {
            self.talks += 1;
            self.talk_in_seconds |= !(talk_ms / 1000).is_multiple_of(6);
        }
        let ring_ms = ring.or_else(|| {
            let talk_ms = if outcome == Outcome::Answered { talk? } else { talk.unwrap_or(0) };
            whole.map(|whole| whole.saturating_sub(talk_ms))
        });
        let person = callee.map(|digits| hash64(PERSON, digits.as_bytes()));
        let call = Call {
            number: own.id,
            day: Day::from_local_secs(start_secs),
            hour: has_time.then(|| (start_secs.rem_euclid(86_400) / 3600) as u8),
            campaign: name(&mut self.campaigns, &mut names.campaigns, places.cell(record, Role::Campaign)),
            team: name(&mut self.teams, &mut names.teams, places.cell(record, Role::Team)),
            agent: name(&mut self.agents, &mut names.agents, places.cell(record, Role::Agent)),
            line: callee.map(|digits| digits.line()).unwrap_or_default(),
            outcome,
            talk_ms,
            ring_secs: ring_ms.map(|ms| ms / 1000),
            attempt: attempt(places.cell(record, Role::Attempt)),
            converted: self.converted(places.cell(record, Role::Converted), verdict.converted),
            dropped: verdict.dropped,
            fingerprint: match person {
                Some(person) => hash64(own.hash ^ start_secs as u64, &person.to_le_bytes()),
                None => hash64(start_secs as u64, raw),
            },
        };
        Ok(ReadCall { call, start_secs, has_callee: !callee_cell.is_empty() && has_time, person })
    }

    fn start(&mut self, record: &Record<'_>) -> Result<(i64, bool), Refusal> {
        let role = if self.places.at(Role::Started).is_some() { Role::Started } else { Role::Date };
        let bad = |role| Refusal { reason: Aside::BadDate, column: self.places.at(role) };
        let Some(mut stamp) = self.dates.read(self.places.cell(record, role)) else { return Err(bad(role)) };
        if role == Role::Date && !stamp.has_time && self.places.at(Role::Time).is_some() {
            let time = self.places.cell(record, Role::Time);
            if !time.trim_ascii().is_empty() {
                stamp.secs += read_time(time).ok_or_else(|| bad(Role::Time))?;
                stamp.has_time = true;
            }
        }
        let Some(zone) = self.zone else { return Ok((stamp.secs, stamp.has_time)) };
        let offset = match stamp.offset_secs {
            Some(offset) => Some(offset),
            None if self.started_is_utc => Some(0),
            None => {
                let cell = self.places.cell(record, Role::Zone);
                if let Some(utc_secs) = self.row_zones.utc_secs(cell, stamp.secs) {
                    return Ok((zone.local_secs(utc_secs), stamp.has_time));
                }
                read_offset(cell)
            }
        };
        Ok((offset.map_or(stamp.secs, |offset| zone.local_secs(stamp.secs - i64::from(offset))), stamp.has_time))
    }

    fn direction(&mut self, record: &Record<'_>) -> Option<Direction> {
        let cell = self.places.cell(record, Role::Direction);
        if self.numbering == Numbering::Extensions {
            let (src, dst) = (self.places.cell(record, Role::Caller), self.places.cell(record, Role::Callee));
            return extensions::direction(src, dst, cell);
        }
        if self.numbering == Numbering::InboundOnly {
            return Some(Direction::Inbound);
        }
        if cell.is_empty() {
            return None;
        }
        let of = self.direction_of;
        self.directions.get(cell, |cell| std::str::from_utf8(cell).ok().and_then(|word| of(&fold(word))))
    }

    fn number(&mut self, record: &Record<'_>, names: &mut Dictionary) -> Result<Own, Refusal> {
        if !self.has_own {
            return Ok(Own::default());
        }
        let own = self.places.cell(record, Role::Own);
        let (cell, role) = match self.numbering {
            Numbering::Columns if own.is_empty() && self.places.at(Role::Caller).is_some() => {
                (self.places.cell(record, Role::Caller), Role::Caller)
            }
            Numbering::Columns | Numbering::InboundOnly => (own, Role::Own),
            Numbering::Extensions => {
                let other = |role| self.places.cell(record, role);
                let cell = extensions::own_number(own, other(Role::Caller), other(Role::Campaign), record.iter());
                (cell, if own.is_empty() { Role::Caller } else { Role::Own })
            }
        };
        let format = self.format;
        let read = |cell: &[u8]| {
            format.read(cell).map(|digits| {
                let text = digits.text();
                Own { id: names.numbers.intern(&text), hash: hash64(0, text.as_bytes()) }
            })
        };
        self.own.get(cell, read).map_err(|reason| Refusal { reason, column: self.places.at(role) })
    }

    fn converted(&self, cell: &[u8], said: bool) -> Option<bool> {
        let in_words = self.places.at(Role::Result).is_some() || self.places.at(Role::Outcome).is_some();
        if self.places.at(Role::Converted).is_none() {
            return in_words.then_some(said);
        }
        let word = std::str::from_utf8(cell).ok()?.trim();
        if word.is_empty() {
            return Some(said);
        }
        let no = matches!(&*fold(word), "0" | "no" | "non" | "false" | "faux" | "n" | "ko");
        Some(!no || said)
    }
}

/// Which attempt a cell says it is; some systems write 0 for a person not called before, which may mean either.
fn attempt(cell: &[u8]) -> Option<u8> {
    if cell.is_empty() {
        return None;
    }
    let count = std::str::from_utf8(cell).ok()?.trim().parse::<u32>().ok()?;
    (count > 0).then_some(count.min(255) as u8)
}

/// The zones that rows name in a column of theirs.
#[derive(Default)]
struct RowZones {
    finder: ZoneFinder,
    places: Memo<Option<u32>>,
    tables: Vec<ZoneTable>,
}

impl RowZones {
    /// The instant of a local time in the named zone; `None` where the cell names none that is known.
    fn utc_secs(&mut self, cell: &[u8], local_secs: i64) -> Option<i64> {
        // Offsets are read without a table.
        if !cell.contains(&b'/') {
            return None;
        }
        let (finder, tables) = (self.finder, &mut self.tables);
        let place = self.places.get(cell, |cell| {
            tables.push((finder.0)(std::str::from_utf8(cell).ok()?.trim())?);
            u32::try_from(tables.len() - 1).ok()
        })?;
        tables.get(place as usize).map(|table| table.utc_secs(local_secs))
    }
}

/// Whether a cell holds this word and no other; an empty one may be anything.
fn is_word(cell: &[u8], word: &str) -> bool {
    let cell = cell.trim_ascii();
    cell.is_empty() || cell.eq_ignore_ascii_case(word.as_bytes())
}

/// The id of a name; placeholders for "nobody" are none.
fn name(memo: &mut Memo<NameId>, names: &mut Names, cell: &[u8]) -> NameId {
    if cell.is_empty() {
        return 0;
    }
    memo.get(cell, |cell| {
        let text = String::from_utf8_lossy(cell);
        // A space before its quote makes the quotes part of a field.
        let text = text.trim().trim_matches('"');
        let nobody =
            (text.starts_with('[') && text.ends_with(']')) || matches!(text, "VDAD" | "-" | "N/A" | "null" | "NULL");
        if nobody { 0 } else { names.intern(text) }
    })
}
