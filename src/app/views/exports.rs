//! What can be taken away: the report as JSON, the daily table as CSV. Made in memory, saved by the browser.

use leptos::prelude::*;

use super::Icon;
use crate::{
    app::{App, t, words::shell},
    browser::download,
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
    save(app, "ringwell-report.json", "application/json", &report::json(&report));
}

fn save_daily(app: App) {
    if let Some(gathered) = app.gathered.get_untracked() {
        let hang_up_secs = app.settings.with_untracked(|settings| settings.kpis.hang_up_secs);
        save(app, "ringwell-daily.csv", "text/csv", &report::daily_csv(&gathered.ledger, hang_up_secs));
    }
}

/// Saves a text as a file and says so.
pub fn save(app: App, name: &str, media_type: &str, text: &str) {
    let lang = app.lang.get_untracked();
    app.say(match download::save(name, media_type, text) {
        Ok(()) => shell::SAVED.with(lang, &[&name]),
        Err(_) => shell::NOT_SAVED.to(lang).to_owned(),
    });
}
