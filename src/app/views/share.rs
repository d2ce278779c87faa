//! The dialog of all that can be taken away, and what the browser prints. What is printed and saved for people is that
//! of the view: one number's where its page is shown, else the account's; what the filter leaves where one is on, and
//! that is said on it. JSON and the daily table are of all calls.

use leptos::{ev, prelude::*};

use super::{
    Icon, Modal,
    exports::{name, save_daily, save_json},
    filters,
    live::{Show, live},
};
use crate::{
    app::{
        App, Route, format,
        paper::{self, Extent, Source},
        t,
        words::{dashboard, filters as filter_words, paper as words, shell},
    },
    browser::{self, zone},
    narrow::Filter,
    report::{self, sheet::Sheet},
};

/// Whether the dialog is open, and whether what is shared has its own numbers shortened.
#[derive(Clone, Copy)]
pub struct Sharing {
    /// Whether it is open.
    pub open: RwSignal<bool>,
    /// Whether own numbers are shortened.
    shorten: RwSignal<bool>,
}

impl Sharing {
    /// Closed, and careful.
    pub fn new() -> Self {
        Self { open: RwSignal::new(false), shorten: RwSignal::new(true) }
    }

    /// The state, from the context of the component that asks.
    pub fn here() -> Self {
        expect_context()
    }
}

/// How own numbers are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbers {
    Whole,
    Shortened,
}

/// What a file's name says of a filter.
fn part_of_name(app: App) -> &'static str {
    if app.applied.with_untracked(Filter::is_empty) { "" } else { words::FILE_PART.to(app.lang.get_untracked()) }
}

/// The sheet of the view.
fn sheet(app: App, numbers: Numbers, extent: Extent) -> Option<Sheet> {
    let (lang, report, board) = (app.lang.get_untracked(), app.report.get_untracked()?, app.board.get_untracked()?);
    let part = filters::part(app);
    let settings = app.settings.get_untracked();
    let veiled = (numbers == Numbers::Shortened).then(|| paper::veiled(&report, lang));
    let shown = veiled.as_ref().unwrap_or(&report);
    let (part, today) = (part.as_deref(), Some(zone::today()));
    let source = Source { report: &report, shown, board: &board, part, settings: &settings, today };
    match app.route() {
        Route::Number(number) => {
            let mut sheet = paper::number(lang, &source, &number)?;
            if extent == Extent::Page {
                sheet.more.clear();
            }
            Some(sheet)
        }
        _ => Some(paper::account(lang, &source, extent)),
    }
}

/// The dialog, and the sheet that takes the page's place on paper.
#[component]
pub fn Share() -> impl IntoView {
    let app = App::here();
    let Sharing { open, .. } = Sharing::here();
    let before = window_event_listener(ev::beforeprint, move |_| {
        // Views that are tables or forms are printed as they are.
        if !matches!(app.route(), Route::Today | Route::Numbers | Route::Number(_)) {
            return;
        }
        if let Some(sheet) = sheet(app, Numbers::Whole, Extent::Page) {
            // Where it fails the page itself is printed.
            drop(browser::paper::lay(&report::article(&sheet), report::STYLE));
        }
    });
    let after = window_event_listener(ev::afterprint, move |_| browser::paper::clear());
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    let close = move || open.set(false);
    let label = Signal::derive(move || words::SHARE_TITLE.to(app.lang.get()));
    view! { <Modal open=open label=label on_close=close><Ways/></Modal> }
}

#[component]
fn Ways() -> impl IntoView {
    let app = App::here();
    let Sharing { open, shorten } = Sharing::here();
    let of = move || match app.route() {
        Route::Number(number) => format::phone(app.lang.get(), &number),
        _ => dashboard::ALL_NUMBERS.to(app.lang.get()).to_owned(),
    };
    let save = move |end: &'static str, kind: &'static str, write: fn(&Sheet) -> String| {
        let lang = app.lang.get_untracked();
        let numbers = if shorten.get_untracked() { Numbers::Shortened } else { Numbers::Whole };
        let Some(sheet) = sheet(app, numbers, Extent::Full) else {
            return app.say(filter_words::EMPTY.to(lang).to_owned());
        };
        let last = app.report.with_untracked(|report| report.as_ref()?.period.map(|period| period.to));
        app.save(&words::file_name(lang, last, part_of_name(app), end), kind, &write(&sheet));
    };
    let print = move |_| {
        open.set(false);
        // The dialog must be gone before the browser looks at the page.
        request_animation_frame(browser::paper::print);
    };
    type Write = fn(crate::app::words::Lang, &report::Report, Option<&str>) -> String;
    let tables: [(_, _, _, Write); 3] = [
        ("export-numbers-csv", words::CSV_NUMBERS, words::FILE_NUMBERS, paper::numbers_csv),
        ("export-alerts-csv", words::CSV_ALERTS, words::FILE_ALERTS, paper::alerts_csv),
        ("export-findings-csv", words::CSV_FINDINGS, words::FILE_FINDINGS, paper::findings_csv),
    ];
    let tables = tables.map(|(id, label, name, write)| {
        let save = move |_| {
            let lang = app.lang.get_untracked();
            if let Some(report) = app.report.get_untracked() {
                let name = format!("{}{}.csv", name.to(lang), part_of_name(app));
                app.save(&name, "text/csv", &write(lang, &report, filters::part(app).as_deref()));
            }
        };
        view! { <button class="btn" type="button" data-testid=id on:click=save><Icon name="dl"/>{t(label)}</button> }
    });
    view! {
        <div class="stack-in">
            <div class="between">
                <h2>{t(words::SHARE_TITLE)}</h2>
                <button class="btn quiet icon" type="button" aria-label=t(shell::CLOSE) on:click=move |_| open.set(false)><Icon name="close"/></button>
            </div>
            <p class="t2 muted">{t(words::SHARE_SUB)}</p>
            <Show when=move || !app.wanted.with(Filter::is_empty)><p class="filter-note" data-testid="share-part">{t(words::PART_ON)}</p></Show>
            <section class="block">
                <h3>{t(words::FOR_PEOPLE)}" "<span class="muted">{live(of)}</span></h3>
                <div class="row">
                    <button class="btn primary" type="button" data-testid="print" on:click=print><Icon name="print"/>{t(words::PRINT)}</button>
                    <button class="btn" type="button" data-testid="export-html" on:click=move |_| save("html", "text/html", report::document)><Icon name="dl"/>{t(words::HTML)}</button>
                    <button class="btn" type="button" data-testid="export-markdown" on:click=move |_| save("md", "text/markdown", report::markdown)><Icon name="dl"/>{t(words::MARKDOWN)}</button>
                </div>
                <label class="check">
                    <input type="checkbox" data-testid="shorten" prop:checked=move || shorten.get() on:change=move |event| shorten.set(event_target_checked(&event))/>
                    <span>{t(words::SHORTEN)}<small class="muted">{t(words::SHORTEN_HELP)}</small></span>
                </label>
            </section>
            <section class="block">
                <h3>{t(words::FOR_SHEETS)}</h3>
                <div class="row">
                    {tables.into_iter().collect_view()}
                    <button class="btn" type="button" on:click=move |_| save_daily(app)><Icon name="dl"/>{live(name(app, words::CSV_DAILY, words::CSV_DAILY_ALL))}</button>
                </div>
            </section>
            <section class="block">
                <h3>{t(words::FOR_PROGRAMS)}</h3>
                <div class="row"><button class="btn" type="button" on:click=move |_| save_json(app)><Icon name="dl"/>{live(name(app, words::JSON, words::JSON_ALL))}</button></div>
            </section>
        </div>
    }
}
