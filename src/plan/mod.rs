//! Findings and tallies → the days to come: who calls how much, who rests, what was lost, what the rules say.
//!
//! Nothing here judges a number: what is wrong was decided by `diagnose`. Nothing here knows the clock: today is a
//! parameter. Figures that no source proves are settings, with the defaults of [`crate::model::Planning`]. A new
//! question is one file here and one panel in `app/views`.

mod agents;
mod calendar;
mod freshness;
mod load;
mod lost;
mod need;
pub mod practice;
mod roles_table;

pub use agents::{AgentShare, Agents, Aside as AgentsAside, Beside, agents};
pub use calendar::{Entry, EntryKind, Event, Step, calendar, ics, warm_up};
pub use freshness::{Cadence, Fresh, Freshness, TRACKING, Tracking, freshness};
pub use load::{LOAD_DAYS, Load, loads};
pub use lost::{Lost, LostRow, Money, lost};
pub use need::{Advice, Plan, PlannedNumber, PoolPlan, plan};
pub use roles_table::roles_csv;
