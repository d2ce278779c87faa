//! Ringwell: whether an outbound call centre's numbers still ring well.
//!
//! The stages in the order in which data flows; no stage imports a later one.

pub mod model; // the nouns all stages share

pub mod read; // bytes → records

pub mod import; // records → facts

pub mod unpack; // archives and workbooks → files that import reads

pub mod tally; // facts → daily tallies

pub mod kpi; // tallies → KPIs

pub mod watch; // KPIs → alerts

pub mod diagnose; // all of it → findings

pub mod plan; // findings and tallies → the days to come

pub mod narrow; // a part of it: what a filter leaves, what two parts differ by

pub mod report; // the one answer

pub mod samples; // call centres that do not exist, as files

#[cfg(target_arch = "wasm32")]
pub mod browser; // every call into the browser

#[cfg(feature = "page")]
pub mod app; // the page: words, formats and geometry natively too, views in the browser

#[cfg(all(target_arch = "wasm32", feature = "api"))]
pub mod api; // the JavaScript module; apart, since its exports would otherwise be kept in the page and the worker
