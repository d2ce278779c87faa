//! What can be taken away: the report as JSON, the daily table as CSV at hand, all the rest in a dialog (`share.rs`).
//! Made in memory, saved by the browser.

use leptos::prelude::*;

use super::{Icon, live::live, notices::NotifyButton, share::Sharing};
use crate::{
    app::{
        App, t,
        words::{paper, shell},
    },
    narrow::Filter,
    report::{self, Detail},
};

/// The two buttons of every day, the way to the others, notifications.
#[component]
pub fn Exports() -> impl IntoView {
    let app = App::here();
    view! {
        <NotifyButton/>
        <button class="btn" type="button" data-testid="export-json" title=t(shell::EXPORT_JSON_HELP) on:click=move |_| save_json(app)>
            <Icon name="dl"/>{t(shell::EXPORT_JSON)}
        </button>
        <DailyExport/>
        <ShareButton/>
    }
}

/// The button for the daily table.
#[component]
pub fn DailyExport() -> impl IntoView {
    let app = App::here();
    view! {
        <button class="btn" type="button" data-testid="export-daily-csv" title=t(shell::EXPORT_DAILY_HELP) on:click=move |_| save_daily(app)>
            <Icon name="dl"/>{live(move || (if app.wanted.with(Filter::is_empty) { shell::EXPORT_DAILY } else { shell::EXPORT_DAILY_ALL }).to(app.lang.get()))}
        </button>
    }
}

/// Opens the dialog of all that can be taken away.
#[component]
pub fn ShareButton() -> impl IntoView {
    let open = Sharing::here().open;
    view! {
        <button class="btn" type="button" data-testid="share" title=t(paper::SHARE_TITLE) on:click=move |_| open.set(true)>
            <Icon name="print"/>{t(paper::TAKE_AWAY)}
        </button>
    }
}

/// The same where room is short: its sign alone.
#[component]
pub fn ShareSign() -> impl IntoView {
    let open = Sharing::here().open;
    view! {
        <button class="btn icon" type="button" data-testid="share" title=t(paper::SHARE_TITLE) aria-label=t(paper::SHARE_TITLE) on:click=move |_| open.set(true)>
            <Icon name="print"/>
        </button>
    }
}

/// Saves the report as JSON.
pub fn save_json(app: App) {
    let (Some(board), Some(gathered)) = (app.whole.get_untracked(), app.gathered.get_untracked()) else { return };
    let settings = app.settings.get_untracked();
    let report = report::build(&board, &gathered.ledger, &gathered.accounts, &settings, Detail::Full);
    app.save("ringwell-report.json", "application/json", &report::json(&report));
}

/// Saves the daily table.
pub fn save_daily(app: App) {
    if let Some(gathered) = app.gathered.get_untracked() {
        let hang_up_secs = app.settings.with_untracked(|settings| settings.kpis.hang_up_secs);
        app.save("ringwell-daily.csv", "text/csv", &report::daily_csv(&gathered.ledger, hang_up_secs));
    }
}
