//! The one answer: the report of `docs/report.md`, its JSON, the daily table as CSV, messages, share text.
//!
//! Nothing is computed here that another stage could say; figures are rounded here and nowhere earlier.

mod build;
mod daily;
mod json;
mod notes;
mod rounding;
mod sentence;
mod shape;
mod status;
mod totals;

pub use build::{Detail, build, report_of, with_alerts};
pub use daily::{daily_csv, tracking_sheet};
pub use json::json;
pub use sentence::{Sentence, Spoken, sentence};
pub use shape::{
    DayReport, FileReport, Note, NumberDay, NumberReport, Period, Report, Score, ScoreOrigin, Status, Totals,
};
