//! Tallies → KPIs: the seven figures, their intervals and zones. One KPI a file.
//!
//! A KPI is asked of a [`Sums`] (a scope over a span of days); nothing here looks at a single call, and nothing
//! raises an alert. What chance can do is in [`chance`]. A new KPI is one file here, one variant of [`KpiId`], its
//! place in [`kpis`] and its sentence in `app/words`.

pub mod chance;

mod agents;
mod answer_rate;
mod answers;
mod average_talk_time;
mod board;
mod conversion_rate;
mod estimated_score;
mod figure;
mod laying;
mod peers;
mod rate;
mod rejection_rate;
mod reputation_score;
mod row;
mod scatter;
mod score_fall;
mod series;
mod sheet;
mod spam_report_rate;
mod spans;
mod sums;
mod track;
mod untold;
mod vigil;
mod voicemail_rate;

pub use agents::{AgentBoard, Agents, BesideColleagues};
pub use answer_rate::answer_rate;
pub use answers::Answers;
pub use average_talk_time::average_talk_time;
pub use board::{Board, Cell, Counted, Extract, Laid, NumberBoard, PoolBoard, ScoreReading, prefix};
pub use conversion_rate::conversion_rate;
pub use estimated_score::{EstimatedScore, ScorePart, ScorePartId, estimated_score, score_days};
pub use figure::{Kpi, KpiId, Kpis, Mark, Partial, Trend, Zone};
pub use peers::{Group, NumberPeers, PEERS, Peers};
pub use rejection_rate::rejection_rate;
pub use reputation_score::{current_flag, current_score, lowest_score, reputation_score};
pub use row::Row;
#[cfg(feature = "page")]
pub(crate) use row::place;
pub use scatter::Scatter;
pub use score_fall::{ScoreFall, score_fall};
pub use series::Series;
pub use sheet::{DayFigure, View, by_day, kpis, kpis_on, kpis_over, zone_of};
pub use spam_report_rate::{SPAM_REPORT_DAYS, spam_report_rate};
pub use spans::Spans;
pub use sums::Sums;
pub use track::{Counts, Track};
pub use untold::Untold;
pub use vigil::{Course, Cusum, Today, Vigil, Watch, warning};
pub use voicemail_rate::voicemail_rate;
