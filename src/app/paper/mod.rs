//! What goes on paper and into files for people: the report of the account or of one number, said in one language, and
//! the tables for a spreadsheet. Only what is said is decided here; `report/` lays it out.
//!
//! No called number is known to a report, so none can get onto it; an agent whom a finding names is left unnamed here.
//! Own numbers are shortened by [`veiled`] where the report is to be shared. A new part of a sheet is one file here.

mod account;
mod drawing;
mod figures;
mod number;
mod orders;
mod tables;
mod veil;

pub use self::{
    account::{Extent, account},
    number::number,
    tables::{alerts_csv, findings_csv, numbers_csv},
    veil::veiled,
};

use super::{
    format,
    words::{Lang, dashboard, findings, paper as words},
};
use crate::{
    diagnose::{Evidence, Signal},
    model::{Day, Settings},
    report::Report,
};

/// A piece of evidence as a sentence that names no agent.
fn spoken(lang: Lang, piece: &Evidence) -> String {
    match piece.signal {
        Signal::AgentHangUps | Signal::AgentConversions => {
            let about = Some(words::AN_AGENT.to(lang).to_owned());
            findings::evidence(lang, &Evidence { about, ..piece.clone() })
        }
        _ => findings::evidence(lang, piece),
    }
}

/// What a sheet is made of.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The report as computed: its numbers are those of the board.
    pub report: &'a Report,
    /// The same report as it is shown: veiled, or the same.
    pub shown: &'a Report,
    /// All subjects with their days.
    pub board: &'a crate::kpi::Board,
    /// What a filter leaves, in words, where one is on: the report and the board are of that.
    pub part: Option<&'a str>,
    /// The thresholds.
    pub settings: &'a Settings,
    /// The day on which it is made; `None` where nobody knows.
    pub today: Option<Day>,
}

impl Source<'_> {
    /// Whether the own numbers are shortened.
    fn is_veiled(&self) -> bool {
        !std::ptr::eq(self.report, self.shown)
    }

    /// The line at the top of a sheet.
    fn meta(&self, lang: Lang) -> Vec<String> {
        let mut meta = vec![words::REPORT_OF.to(lang).to_owned()];
        meta.extend(self.report.period.map(|period| format::capital(&format::span(lang, period.from, period.to))));
        meta.extend(self.today.map(|day| words::MADE_ON.with(lang, &[&format::day_long(lang, day)])));
        meta
    }

    /// What part of the calls it is about.
    fn part(&self, lang: Lang) -> String {
        self.part.map(|part| format!("{part} {}", words::PART_JUDGED.to(lang))).unwrap_or_default()
    }

    /// How the figures were made.
    fn method(&self, lang: Lang) -> (String, Vec<String>) {
        let files = &self.report.files;
        let rows = files.iter().map(|file| file.rows).sum();
        let counted = files.iter().map(|file| file.counted).sum();
        let aside = files.iter().map(|file| file.set_aside.values().sum::<u64>()).sum();
        let counts = format!(
            "{}{}{} = {} + {}. {}",
            dashboard::files(lang, files.len() as u64),
            format::colon(lang),
            dashboard::rows(lang, rows),
            dashboard::counted_rows(lang, counted),
            dashboard::aside(lang, aside),
            words::ONE_OUTCOME.to(lang),
        );
        let mut paragraphs = vec![counts];
        paragraphs.extend(words::METHOD.map(|phrase| phrase.to(lang).to_owned()));
        if self.is_veiled() {
            paragraphs.push(words::VEILED.to(lang).to_owned());
        }
        (words::METHOD_TITLE.to(lang).to_owned(), paragraphs)
    }
}
