//! The nouns that all stages share, and how lists of them are put in order. Nothing here computes a figure.
//!
//! A new noun gets a file; a type that only one stage uses stays in that stage.

mod aside;
pub(crate) mod bytes;
mod call;
mod day;
mod day_row;
mod decimal;
mod dictionary;
mod guard;
mod line_type;
mod names;
mod number;
pub mod order;
mod outcome;
mod percent;
mod planning;
mod problem;
pub mod ranges;
mod reading;
mod scope;
mod score_scale;
mod settings;
mod slot;
mod zone_table;

pub use aside::Aside;
pub use call::Call;
pub use day::Day;
pub use day_row::DayRow;
pub use decimal::decimal;
pub use dictionary::Dictionary;
pub use guard::{guarded, unguarded};
pub use line_type::LineType;
pub use names::{NameId, Names};
pub use number::{Country, Number};
pub use outcome::{Outcome, OutcomeSet};
pub use percent::Percent;
pub use planning::{Currency, Holidays, HourSpan, NumberPlan, NumberRole, Planning, Practice, PracticePreset};
pub use problem::{Problem, ProblemKind};
pub use ranges::{Range, RangeBook};
pub use reading::Reading;
pub use scope::{Scope, Subject};
pub use score_scale::ScoreScale;
pub use settings::{
    Bounds, KpiThresholds, Mapping, Objective, Overlap, Preset, Role, Settings, SettingsError, WatchThresholds,
};
pub use slot::{AttemptClass, DayPart};
pub use zone_table::{ZoneFinder, ZoneTable};
