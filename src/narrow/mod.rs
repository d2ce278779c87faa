//! A part of an analysis: what a filter leaves, and what two parts of it differ by.
//!
//! Figures follow a filter; judgements do not. What a filter leaves is laid out as a [`crate::kpi::Board`] of its own and
//! every figure is taken from that. Alerts, findings and statuses rest on all calls of their subject, whatever is
//! filtered: the detector learns a number's usual level from all of its days, and a number is held against all others of
//! its pool. A filter only says which of them are shown ([`Filter::shows`]). Otherwise a choice of days or of a campaign
//! would make and unmake warnings, and whoever looks long enough would find one.
//!
//! Names are held as [`Tag`]s, so that a filter can stand in an address without telling a name.

mod agents;
mod cells;
mod compare;
mod filter;
mod options;
mod tag;

pub use cells::{narrowed, uncertain_reports};
pub use compare::{Change, Compared, Comparison, Measured, NumberCompared, Pool, Tested, compare, compare_numbers};
pub use filter::Filter;
pub use options::{Offered, agents, lines, of_board, zones};
pub use tag::Tag;
