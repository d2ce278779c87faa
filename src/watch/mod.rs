//! KPIs → alerts: one rule a file. A rule looks at a subject on one active day, and at days up to that day only.
//!
//! A new rule is one file here, one variant of [`Rule`], and its sentence in `app/words`.

mod alert;

pub use alert::{Alert, Grade, Rule};

use crate::{kpi::Board, model::Settings};

/// All alerts of an analysis, most urgent first: grade, then latest day, then the rule's weight, then the subject.
/// Consecutive active days of one rule and subject are one alert.
pub fn alerts(_board: &Board, _settings: &Settings) -> Vec<Alert> {
    Vec::new()
}
