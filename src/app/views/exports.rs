//! What can be taken away: the report as JSON, the daily table as CSV. Made in memory, saved by the browser.

use leptos::prelude::*;

use super::Icon;
use crate::{
    app::{App, t, words::shell},
    report::{self, Detail},
};

/// Both export buttons.
#[component]
pub fn Exports() -> impl IntoView {
    let app = App::here();
    view! {
        <button class="btn" type="button" data-testid="export-json" on:click=move |_| save_json(app)>
            <Icon name="dl"/>{t(shell::EXPORT_JSON)}
        </button>
        <DailyExport/>
    }
}

/// The button for the daily table.
#[component]
pub fn DailyExport() -> impl IntoView {
    let app = App::here();
    view! {
        <button class="btn" type="button" data-testid="export-daily-csv" on:click=move |_| save_daily(app)>
            <Icon name="dl"/>{t(shell::EXPORT_DAILY)}
        </button>
    }
}

fn save_json(app: App) {
    let (Some(board), Some(gathered)) = (app.board.get_untracked(), app.gathered.get_untracked()) else { return };
    let settings = app.settings.get_untracked();
    let report = report::build(&board, &gathered.ledger, &gathered.accounts, &settings, Detail::Full);
    app.save("ringwell-report.json", "application/json", &report::json(&report));
}

fn save_daily(app: App) {
    if let Some(gathered) = app.gathered.get_untracked() {
        let hang_up_secs = app.settings.with_untracked(|settings| settings.kpis.hang_up_secs);
        app.save("ringwell-daily.csv", "text/csv", &report::daily_csv(&gathered.ledger, hang_up_secs));
    }
}
