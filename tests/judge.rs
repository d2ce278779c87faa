//! The judge: KPIs, alerts and findings from hand-computed cases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "judge/alerts.rs"]
mod alerts;
#[path = "judge/book.rs"]
mod book;
#[path = "judge/centre.rs"]
mod centre;
#[path = "judge/cusum.rs"]
mod cusum;
#[path = "judge/findings/mod.rs"]
mod findings;
#[path = "judge/healthy.rs"]
mod healthy;
#[path = "judge/kpis.rs"]
mod kpis;
#[path = "judge/properties.rs"]
mod properties;
#[path = "judge/warnings.rs"]
mod warnings;
