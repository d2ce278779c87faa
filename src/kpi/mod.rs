//! Tallies → KPIs: the seven figures, their intervals and zones. One KPI a file.
//!
//! A KPI is asked of a [`Sums`] (a scope over a span of days); nothing here looks at a single call, and nothing
//! raises an alert.

mod board;
mod figure;
mod series;
mod sums;

pub use board::{Board, NumberBoard, PoolBoard, ScoreReading};
pub use figure::{Kpi, KpiId, Kpis, Mark, Partial, Trend, Zone};
pub use series::Series;
pub use sums::Sums;
