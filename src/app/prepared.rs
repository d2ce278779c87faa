//! What the first view needs of what was read, computed before it is shown: step by step, so that the page stays alive.

use super::state::Shared;
use crate::{
    browser::surroundings::pause,
    kpi::Board,
    model::Settings,
    report::{self, Detail, Report},
    tally::Gathered,
    watch::{self, Alert},
};

/// Board, alerts and report of one reading under one set of settings.
#[derive(Clone)]
pub struct Prepared {
    gathered: Shared<Gathered>,
    settings: Settings,
    board: Shared<Board>,
    alerts: Shared<Vec<Alert>>,
    report: Shared<Report>,
}

impl Prepared {
    /// Computes them, with a pause after each.
    pub async fn new(gathered: Shared<Gathered>, settings: Settings) -> Self {
        let board = Board::laid_out(&gathered.ledger, settings.kpis.hang_up_secs);
        pause().await;
        let board = Shared::new(board.watched());
        pause().await;
        let alerts = Shared::new(watch::alerts(&board, &settings));
        pause().await;
        let Gathered { ledger, accounts, .. } = &*gathered;
        let report = report::with_alerts(&board, ledger, accounts, &settings, Detail::Page, alerts.to_vec());
        pause().await;
        Self { gathered, settings, board, alerts, report: Shared::new(report) }
    }

    /// The board, where it is that of this reading.
    pub fn board(&self, gathered: &Shared<Gathered>, hang_up_secs: u8) -> Option<Shared<Board>> {
        let same = self.gathered == *gathered && self.settings.kpis.hang_up_secs == hang_up_secs;
        same.then(|| self.board.clone())
    }

    /// The alerts, where they are those of this board under these settings.
    pub fn alerts(&self, board: &Shared<Board>, settings: &Settings) -> Option<Shared<Vec<Alert>>> {
        (self.board == *board && self.settings == *settings).then(|| self.alerts.clone())
    }

    /// The report, where it is that of these alerts under these settings.
    pub fn report(&self, alerts: &Shared<Vec<Alert>>, settings: &Settings) -> Option<Shared<Report>> {
        (self.alerts == *alerts && self.settings == *settings).then(|| self.report.clone())
    }
}
