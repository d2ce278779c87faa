//! Ringwell: whether an outbound call centre's numbers still ring well.
//!
//! The stages in the order in which data flows; no stage imports a later one.

pub mod diagnose; // all of it → findings
pub mod import; // records → facts
pub mod kpi; // tallies → KPIs
pub mod model; // the nouns all stages share
pub mod read; // bytes → records
pub mod report;
pub mod samples; // call centres that do not exist
pub mod tally; // facts → daily tallies
pub mod watch; // KPIs → alerts // the one answer
