//! The judge: KPIs, alerts and findings from hand-computed cases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "judge/book.rs"]
mod book;
#[path = "judge/kpis.rs"]
mod kpis;
