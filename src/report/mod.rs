//! The one answer: the report of `docs/report.md`, its JSON, the daily table as CSV, messages, share text.
//!
//! Nothing is computed here that another stage could say; figures are rounded here and nowhere earlier.

mod sentence;
mod shape;

pub use sentence::{Sentence, Spoken, sentence};
pub use shape::{
    DayReport, FileReport, Note, NumberDay, NumberReport, Period, Report, Score, ScoreOrigin, Status, Totals,
};
