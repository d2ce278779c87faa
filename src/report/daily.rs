//! The daily table as CSV: one row per number and day, and per campaign and team where a number has several.
//!
//! Importing it gives the same KPIs. An empty cell is not measured. A text that a spreadsheet would take for a formula
//! gets a `'` in front, which the import takes off again.

use std::collections::BTreeMap;

use super::table::phone_cell;
use crate::{
    model::{Day, Outcome, guarded, order},
    tally::{CellKey, Ledger, Tally},
};

/// The columns that every daily table has, in this order.
pub const COLUMNS: [&str; 10] = [
    "date",
    "number",
    "calls",
    "answered",
    "rejected",
    "voicemails",
    "talk_seconds",
    "conversions",
    "spam_reports",
    "reputation_score",
];

/// The columns after these, so that a round trip loses nothing.
pub const MORE_COLUMNS: [&str; 12] = [
    "flagged",
    "blocked",
    "hang_ups",
    "busy",
    "no_answer",
    "canceled",
    "invalid",
    "failed",
    "unclassified",
    "answered_with_talk",
    "campaign",
    "team",
];

/// The last column, where a reading comes from a tool that has a name: two tools may judge a number on one day.
pub const SOURCE_COLUMN: &str = "source";

/// An empty table, to be filled by hand: the mandatory columns.
pub fn tracking_sheet() -> String {
    format!("{}\n", COLUMNS.join(","))
}

/// The table of a ledger, by day, then number, campaign and team. `hang_up_secs` is the settings' limit.
pub fn daily_csv(ledger: &Ledger, hang_up_secs: u8) -> String {
    let rows = rows(ledger);
    let talk_measured = ledger.cells.values().any(|tally| tally.answered_with_talk > 0);
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail, and every row has as many cells as the header.
    let sources = rows.values().any(|row| !row.source.is_empty());
    let source_column = sources.then_some(SOURCE_COLUMN);
    let _ = writer.write_record(COLUMNS.into_iter().chain(MORE_COLUMNS).chain(source_column));
    for ((day, number, campaign, team, _), row) in &rows {
        let cells = row.cells(hang_up_secs, talk_measured);
        let _ = writer.write_record(
            [day.to_string(), phone_cell(number).into_owned()]
                .into_iter()
                .chain(cells)
                .chain([campaign, team].map(|text| guarded(text).into_owned()))
                .chain(sources.then(|| guarded(row.source).into_owned())),
        );
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// Day, number, campaign, team; then, for a reading with a row of its own, its place.
type Key<'a> = (Day, &'a str, &'a str, &'a str, usize);

#[derive(Default)]
struct Row<'a> {
    tally: Option<Tally>,
    spam_reports: Option<u32>,
    score: Option<f64>,
    flagged: Option<bool>,
    source: &'a str,
}

fn rows(ledger: &Ledger) -> BTreeMap<Key<'_>, Row<'_>> {
    let names = &ledger.names;
    let mut rows: BTreeMap<Key, Row> = BTreeMap::new();
    for (CellKey { number, day, campaign, team, line: _ }, tally) in &ledger.cells {
        let key = (*day, names.numbers.get(*number), names.campaigns.get(*campaign), names.teams.get(*team), 0);
        rows.entry(key).or_default().tally.get_or_insert_default().merge(tally);
    }
    // A list of complaints is about all calls: a number-day that it does not name had none.
    let complaints = !ledger.reports.is_empty();
    for row in rows.values_mut() {
        if let Some(tally) = &row.tally
            && (complaints || tally.spam_known > 0)
        {
            row.spam_reports = Some(tally.spam_reports);
        }
    }
    for ((number, day), count) in &ledger.reports {
        let row = first_of(&mut rows, *day, names.numbers.get(*number));
        row.spam_reports = Some(row.spam_reports.unwrap_or(0) + count);
    }

    let mut readings: Vec<_> = ledger
        .readings
        .iter()
        .map(|reading| (reading.day, names.numbers.get(reading.number), names.sources.get(reading.source), reading))
        .collect();
    order::sort_by(&mut readings, |a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)));
    for (at, (day, number, source, reading)) in readings.into_iter().enumerate() {
        let mut row = first_of(&mut rows, day, number);
        if row.score.is_some() || row.flagged.is_some() {
            row = rows.entry((day, number, "", "", at + 1)).or_default();
        }
        (row.score, row.flagged) = (reading.score, reading.flagged);
        row.source = if source == BY_HAND { "" } else { source };
    }
    rows
}

/// The source of a reading in a daily table that names none.
const BY_HAND: &str = "manual";

/// The first row of a number and day; a row without calls where there is none.
fn first_of<'r, 'a>(rows: &'r mut BTreeMap<Key<'a>, Row<'a>>, day: Day, number: &'a str) -> &'r mut Row<'a> {
    let first = rows.range((day, number, "", "", 0)..).next().map(|(key, _)| *key);
    let key = first.filter(|key| (key.0, key.1) == (day, number)).unwrap_or((day, number, "", "", 0));
    rows.entry(key).or_default()
}

impl Row<'_> {
    /// The cells from `calls` to `answered_with_talk`.
    fn cells(&self, hang_up_secs: u8, talk_measured: bool) -> [String; 18] {
        let count = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
        let tally = self.tally.as_ref();
        let class = |outcome: Outcome| {
            let told = |tally: &&Tally| {
                tally.known[outcome.index()] > 0
                    // Calls without an outcome lie under `no_answer`: they come back there by themselves.
                    || (tally.of(outcome) > 0 && outcome != Outcome::NoAnswer)
            };
            count(tally.filter(told).map(|tally| tally.of(outcome)))
        };
        let talk =
            tally.filter(|tally| tally.answered_with_talk > 0 || (tally.of(Outcome::Answered) == 0 && talk_measured));
        [
            count(tally.map(Tally::calls)),
            class(Outcome::Answered),
            class(Outcome::Rejected),
            class(Outcome::Voicemail),
            talk.map(|tally| seconds(tally.talk_ms)).unwrap_or_default(),
            count(tally.filter(|tally| tally.conversion_known > 0).map(|tally| tally.conversions)),
            count(self.spam_reports),
            self.score.map(|score| score.to_string()).unwrap_or_default(),
            self.flagged.map(|flagged| if flagged { "yes" } else { "no" }.to_owned()).unwrap_or_default(),
            class(Outcome::Blocked),
            count(tally.filter(|tally| tally.hang_up_known > 0).map(|tally| tally.hang_ups(hang_up_secs))),
            class(Outcome::Busy),
            class(Outcome::NoAnswer),
            class(Outcome::Canceled),
            class(Outcome::Invalid),
            class(Outcome::Failed),
            class(Outcome::Unclassified),
            count(talk.map(|tally| tally.answered_with_talk)),
        ]
    }
}

/// Milliseconds as seconds, without a rounding error: `12`, `12.5`, `12.345`.
fn seconds(ms: u64) -> String {
    let text = format!("{}.{:03}", ms / 1000, ms % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn talk_is_written_to_the_millisecond() {
        assert_eq!([seconds(0), seconds(12_000), seconds(12_500), seconds(10_007)], ["0", "12", "12.5", "10.007"]);
    }
}
