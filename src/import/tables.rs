//! Files that are no calls: daily tables, readings of reputation tools, spam reports.

use super::{
    Fact,
    calls::{Places, Refusal},
    columns::Columns,
    dates::DateReader,
    fold::{fold, squash},
    number::NumberFormat,
    systems::{DAILY_COLUMNS, saracroche},
};
use crate::{
    model::{
        Aside, Day, DayRow, Dictionary, NameId, Outcome, Range, Reading, Role, ScoreScale, decimal, ranges, unguarded,
    },
    read::Record,
};

/// Headers of the column that names a reading's tool.
pub const SOURCES: [&str; 5] = ["source", "provider", "tool", "outil", "fournisseur"];

/// A file's own name, within the archive or workbook that it comes from: `hiya.csv` of `march.zip/hiya.csv`,
/// `hiya.xlsx` of `hiya.xlsx/February`.
pub fn own_name(name: &str) -> &str {
    name.rsplit('/').find(|part| part.contains('.')).unwrap_or(name)
}

/// Reads the rows of one such file.
pub struct TableReader {
    kind: Kind,
    places: Places,
    source: Option<usize>,
    dates: DateReader,
    format: NumberFormat,
    figures: [Option<usize>; DAILY_COLUMNS.len()],
    /// Pattern and name of a range.
    range_columns: [Option<usize>; 2],
    file_source: String,
    scale: ScoreScale,
}

/// Which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Figures of a number and day.
    Daily,
    /// A score or a flag.
    Readings,
    /// Counts of spam reports.
    Reports,
    /// Ranges of numbers.
    Ranges,
}

impl TableReader {
    /// A reader of a table whose columns are settled.
    pub fn new(kind: Kind, columns: &Columns, dates: DateReader, format: NumberFormat, file: &str) -> Self {
        let names: Vec<String> = columns.list.iter().map(|column| squash(&column.header)).collect();
        let find = |name: &str| names.iter().position(|header| *header == squash(name));
        let source = SOURCES.iter().find_map(|name| find(name));
        let file_source = own_name(file).split(['.', '_', '-', ' ']).next().unwrap_or_default().to_ascii_lowercase();
        Self {
            kind,
            places: Places::of(columns),
            source,
            dates,
            format,
            figures: DAILY_COLUMNS.map(find),
            range_columns: [find(saracroche::PATTERN), saracroche::NAMES.iter().find_map(|name| find(name))],
            file_source,
            scale: ScoreScale::default(),
        }
    }

    /// The same with scores on this scale.
    #[must_use]
    pub fn on(self, scale: ScoreScale) -> Self {
        Self { scale, ..self }
    }

    /// The date column's verdict over the rows read.
    pub fn dates(&self) -> &DateReader {
        &self.dates
    }

    /// Counts anew what the rows show of their dates.
    pub fn begin_part(&mut self) {
        self.dates.begin_part();
    }

    /// Reads one record.
    ///
    /// # Errors
    /// The row is set aside.
    pub fn read(&mut self, record: &Record<'_>, names: &mut Dictionary) -> Result<Fact, Refusal> {
        let places = self.places;
        if self.kind == Kind::Ranges {
            return self.range(record).map(Fact::Range); // it has neither a day nor a number
        }
        let date_role = if places.at(Role::Date).is_some() { Role::Date } else { Role::Started };
        let refuse = |reason, role| Refusal { reason, column: places.at(role) };
        let stamp = self.dates.read(places.cell(record, date_role)).ok_or(refuse(Aside::BadDate, date_role))?;
        let day = Day::from_local_secs(stamp.secs);
        let number_role = [Role::Own, Role::Caller, Role::Callee].into_iter().find(|role| places.at(*role).is_some());
        let number_role = number_role.unwrap_or(Role::Own);
        let digits =
            self.format.read(places.cell(record, number_role)).map_err(|reason| refuse(reason, number_role))?;
        let number = names.numbers.intern(&digits.text());
        match self.kind {
            Kind::Ranges => self.range(record).map(Fact::Range),
            Kind::Daily => self.day_row(record, number, day, names).map(|row| Fact::Day(Box::new(row))),
            Kind::Readings => {
                let score = self.figure(record, places.at(Role::Score))?.map(|score| self.scale.normal(score));
                let flagged = flag(places.cell(record, Role::Flagged));
                let source = self.source(record, names);
                if places.at(Role::Reports).is_none() {
                    return Ok(Fact::Reading(Reading { number, day, source, score, flagged }));
                }
                // Score and reports in one row: a day of which nothing else is known.
                let reports = self.figure(record, places.at(Role::Reports))?;
                let spam_reports = reports.map(|reports| reports.round() as u32);
                let row = DayRow { number, day, source, score, flagged, spam_reports, ..DayRow::default() };
                Ok(Fact::Day(Box::new(row)))
            }
            Kind::Reports => {
                // Where no column counts, each row is one complaint.
                let rows = if places.at(Role::Reports).is_some() { 0 } else { 1 };
                let count = self.figure(record, places.at(Role::Reports))?.map_or(rows, |count| count as u32);
                Ok(Fact::Reports { number, day, count })
            }
        }
    }

    fn range(&self, record: &Record<'_>) -> Result<Range, Refusal> {
        let text = |column: Option<usize>| column.map(|at| String::from_utf8_lossy(record.get(at)).trim().to_owned());
        let [pattern, name] = self.range_columns;
        let pattern = text(pattern).and_then(|text| ranges::pattern(&text));
        let pattern = pattern.ok_or(Refusal { reason: Aside::BadNumber, column: self.range_columns[0] })?;
        Ok(Range { pattern, name: text(name).unwrap_or_default(), list: saracroche::SARACROCHE.id.to_owned() })
    }

    fn day_row(
        &self,
        record: &Record<'_>,
        number: NameId,
        day: Day,
        names: &mut Dictionary,
    ) -> Result<DayRow, Refusal> {
        let figure = |name: &str| {
            let at = DAILY_COLUMNS.iter().position(|column| *column == name).and_then(|at| self.figures[at]);
            self.figure(record, at)
        };
        let count = |name: &str| figure(name).map(|value| value.map(|value| value.round() as u32));
        let text = |role| String::from_utf8_lossy(self.places.cell(record, role)).into_owned();
        let mut row = DayRow {
            number,
            day,
            campaign: names.campaigns.intern(unguarded(text(Role::Campaign).trim())),
            team: names.teams.intern(unguarded(text(Role::Team).trim())),
            calls: count("calls")?,
            talk_ms: figure("talk_seconds")?.map(|secs| (secs * 1000.0).round() as u64),
            answered_with_talk: count("answered_with_talk")?,
            hang_ups: count("hang_ups")?,
            conversions: count("conversions")?,
            spam_reports: count("spam_reports")?,
            score: figure("reputation_score")?.map(|score| score.clamp(0.0, 100.0)),
            flagged: flag(self.places.cell(record, Role::Flagged)),
            source: self.named_source(record).map_or(0, |source| names.sources.intern(&source)),
            ..DayRow::default()
        };
        for outcome in Outcome::ALL {
            let name = if outcome == Outcome::Voicemail { "voicemails" } else { outcome.id() };
            row.outcomes[outcome.index()] = count(name)?;
        }
        Ok(row)
    }

    /// A count or score; an empty cell is not measured.
    fn figure(&self, record: &Record<'_>, column: Option<usize>) -> Result<Option<f64>, Refusal> {
        let Some(at) = column else { return Ok(None) };
        match number(&String::from_utf8_lossy(record.get(at))) {
            Some(value) if value < 0.0 => Err(Refusal { reason: Aside::Negative, column }),
            value => Ok(value),
        }
    }

    /// The source that the row names, else the file's name up to its first separator (`hiya_2026-02.csv`).
    fn source(&self, record: &Record<'_>, names: &mut Dictionary) -> NameId {
        names.sources.intern(self.named_source(record).as_deref().unwrap_or(&self.file_source))
    }

    fn named_source(&self, record: &Record<'_>) -> Option<String> {
        let cell = String::from_utf8_lossy(record.get(self.source?));
        Some(unguarded(cell.trim()).to_ascii_lowercase()).filter(|source| !source.is_empty())
    }
}

/// A figure as a spreadsheet writes it: `1 500,5`, `62 %`.
pub fn number(cell: &str) -> Option<f64> {
    let plain: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.trim_end_matches('%').replace(',', ".");
    // `8/10` is eight.
    let plain = plain.split_once('/').map_or(plain.as_str(), |(value, _)| value);
    decimal(plain)
}

/// Whether a word is one that says of a number whether it is flagged.
pub fn is_flag(cell: &str) -> bool {
    flag(cell.as_bytes()) == Some(false) || FLAGS.contains(&fold(cell).as_str())
}

/// Words for a number that is labelled.
const FLAGS: [&str; 15] = [
    "yes",
    "oui",
    "true",
    "1",
    "spam",
    "flagged",
    "labeled spam",
    "labelled spam",
    "spam likely",
    "scam likely",
    "high",
    "high risk",
    "mixed high",
    "blacklisted",
    "signale",
];

/// Yes, no, or nothing said: a word of its own, or a tool's grade. Between the ends, nobody is labelled.
pub fn flag(cell: &[u8]) -> Option<bool> {
    match fold(&String::from_utf8_lossy(cell)).as_str() {
        "" | "unknown" | "n a" | "inconnu" => None,
        "0" | "no" | "non" | "false" | "faux" | "n" | "clean" | "ok" | "not spam" | "not flagged" | "unflagged" => {
            Some(false)
        }
        "low" | "low risk" | "medium" | "moderate" | "moderate risk" | "mixed low" | "good" | "safe" | "neutral"
        | "positive" | "none" | "not labeled" | "not labelled" | "unlabeled" | "no label" | "not blacklisted"
        | "verified" | "trusted" => Some(false),
        "faible" | "moyen" | "moyenne" | "neutre" | "positif" | "aucun" | "aucune" | "rien" | "ras" | "normal"
        | "fiable" | "sur" | "propre" | "verifie" | "non signale" | "non signalee" | "pas signale"
        | "non blackliste" | "non spam" => Some(false),
        _ => Some(true),
    }
}
