//! A run over a sample while the page stands idle: what it needs is compiled then, not when the first file is there.

use web_sys::Worker;

use crate::{
    browser::{reader, surroundings},
    kpi::Board,
    model::Settings,
    report::{self, Detail},
    watch,
};

/// Reads a sample with this worker and computes all that the first view shows, step by step, so that the page stays
/// alive. Stops where a reading has begun.
pub async fn rehearse(worker: Worker) {
    let Some(gathered) = reader::rehearse(worker).await else { return };
    let settings = Settings::default();
    surroundings::pause().await;
    let board = Board::build(&gathered.ledger, settings.kpis.hang_up_secs);
    surroundings::pause().await;
    if reader::has_begun() {
        return;
    }
    let alerts = watch::alerts(&board, &settings);
    surroundings::pause().await;
    if reader::has_begun() {
        return;
    }
    drop(report::with_alerts(&board, &gathered.ledger, &gathered.accounts, &settings, Detail::Page, alerts));
}
