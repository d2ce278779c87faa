//! The one answer: the report of `docs/report.md`, its JSON, the daily table and other tables as CSV; and sheets for
//! people, as an HTML file and as Markdown.
//!
//! Nothing is computed here that another stage could say; figures are rounded here and nowhere earlier. A sheet comes
//! with its words (`app/paper/`): here it is only laid out, and its text escaped. One format a file.

mod build;
mod daily;
mod html;
mod json;
mod markdown;
pub mod markup;
mod narrowed;
mod notes;
mod rounding;
mod sentence;
mod shape;
pub mod sheet;
mod status;
mod table;
mod totals;

pub use build::{Detail, build, report_of, with_agents, with_alerts};
pub use daily::{daily_csv, tracking_sheet};
pub use html::{STYLE, article, document};
pub use json::json;
pub use markdown::markdown;
pub use narrowed::narrowed;
pub use sentence::{Sentence, Spoken, sentence};
pub use shape::{
    DayReport, FileReport, Note, NumberDay, NumberReport, Period, RangeReport, Report, Score, ScoreOrigin, Status,
    Totals,
};
pub use table::{Dialect, Value, table_csv};
