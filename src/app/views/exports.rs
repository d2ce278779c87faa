//! What can be taken away: the report as JSON, the daily table as CSV at hand, all the rest in a dialog (`share.rs`).
//! Made in memory, saved by the browser.

use leptos::prelude::*;

use super::{Icon, live::live, notices::NotifyButton, share::Sharing};
use crate::{
    app::{
        App, t,
        words::{Phrase, paper, shell},
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
        <button class="btn" type="button" data-testid="export-json" title=help(app, shell::EXPORT_JSON_HELP) on:click=move |_| save_json(app)>
            <Icon name="dl"/>{label(app, shell::EXPORT_JSON, shell::EXPORT_JSON_ALL)}
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
        <button class="btn" type="button" data-testid="export-daily-csv" title=help(app, shell::EXPORT_DAILY_HELP) on:click=move |_| save_daily(app)>
            <Icon name="dl"/>{label(app, shell::EXPORT_DAILY, shell::EXPORT_DAILY_ALL)}
        </button>
    }
}

/// The name of a file that holds all calls, which it says while a filter is on.
pub fn name(app: App, name: Phrase, of_all: Phrase) -> impl Fn() -> &'static str {
    move || (if app.wanted.with(Filter::is_empty) { name } else { of_all }).to(app.lang.get())
}

/// The same on a button that stays while filters come and go: it has room for both.
fn label(app: App, name: Phrase, of_all: Phrase) -> AnyView {
    let text = self::name(app, name, of_all);
    let both = move || format!("{}\n{}", name.to(app.lang.get()), of_all.to(app.lang.get()));
    view! { <span class="roomy" data-most=both>{live(text)}</span> }.into_any()
}

/// The same at length.
fn help(app: App, what: Phrase) -> impl Fn() -> String {
    move || {
        let (lang, what) = (app.lang.get(), what.to(app.lang.get()));
        if app.wanted.with(Filter::is_empty) {
            what.to_owned()
        } else {
            format!("{what}, {}", shell::OF_ALL_CALLS.to(lang))
        }
    }
}

/// Saves a file that holds all calls, and says so while a filter is on.
fn save_all(app: App, name: &str, media_type: &str, text: &str) {
    if app.save(name, media_type, text) && !app.wanted.with_untracked(Filter::is_empty) {
        app.say(shell::SAVED_ALL.to(app.lang.get_untracked()).to_owned());
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
    save_all(app, "ringwell-report.json", "application/json", &report::json(&report));
}

/// Saves the daily table.
pub fn save_daily(app: App) {
    if let Some(gathered) = app.gathered.get_untracked() {
        let hang_up_secs = app.settings.with_untracked(|settings| settings.kpis.hang_up_secs);
        save_all(app, "ringwell-daily.csv", "text/csv", &report::daily_csv(&gathered.ledger, hang_up_secs));
    }
}
