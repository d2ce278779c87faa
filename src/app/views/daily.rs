//! The daily table: one row per number and day, latest first. Only rows in sight are made: five thousand numbers have two
//! million days in a year.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{
    Icon,
    exports::DailyExport,
    live::{Show, live},
    subject::number_link,
    windowed::{MOST, Row, Windowed, row_index},
};
use crate::{
    app::{
        App, Shared,
        columns::{cell as text_cell, cell_of_number, plain},
        daily::{Days, Entry},
        format, t,
        words::{Lang, Phrase, arrival, daily as words, shell, table as table_words},
    },
    browser::clipboard,
    kpi::Board,
    model::Outcome,
    report,
};

/// Rows that are copied at most.
const COPIED: usize = 100_000;

/// The page of the daily table.
#[component]
pub fn Daily() -> impl IntoView {
    let app = App::here();
    let search = RwSignal::new(String::new());
    let is_latest_first = RwSignal::new(true);
    let page = RwSignal::new(0_usize);
    let days = Memo::new(move |_| {
        let board = app.board.get()?;
        Some(Shared::new(Days::of(&board, &search.get(), is_latest_first.get())))
    });
    let all = Memo::new(move |_| days.with(|days| days.as_ref().map_or(0, |days| days.len())));
    let pages = Memo::new(move |_| all.get().div_ceil(MOST));
    let start = move || page.get().min(pages.get().saturating_sub(1)) * MOST;
    let count = Signal::derive(move || (all.get() - start().min(all.get())).min(MOST));
    let version = Memo::new(move |before: Option<&u64>| {
        days.track();
        page.track();
        app.lang.track();
        before.map_or(0, |before| before + 1)
    });
    let row: Row = Arc::new(move |place| {
        let lang = app.lang.get_untracked();
        let start = untrack(start);
        let made = days.with_untracked(|days| {
            let board = app.board.get_untracked()?;
            Some(row_view(lang, place, &board, &days.as_ref()?.entry(&board, start + place)?))
        });
        made.into_any()
    });
    let sheet = move |_| {
        let name = arrival::TRACKING_NAME.to(app.lang.get_untracked());
        app.save(name, "text/csv", &report::tracking_sheet());
    };
    let position = move || {
        let (lang, all) = (app.lang.get(), all.get());
        if all == 0 {
            words::NONE.to(lang).to_owned()
        } else {
            words::rows(lang, all, (pages.get() > 1).then(|| (start() + 1, start() + count.get())))
        }
    };
    let order = move |event| {
        is_latest_first.set(event_target_value(&event) == "latest");
        page.set(0);
    };
    let sort = move || if is_latest_first.get() { "descending" } else { "ascending" };
    let head = |phrase: Phrase, class: &'static str| view! { <th scope="col" class=class>{t(phrase)}</th> };
    let heads = view! {
        <thead><tr aria-rowindex="1">
            <th scope="col" aria-sort=sort><button type="button" on:click=move |_| is_latest_first.update(|latest| *latest = !*latest)>{t(words::DATE)}<Icon name="sort"/></button></th>
            {head(words::NUMBER, "")}{head(words::CALLS, "n")}{head(words::ANSWERED, "n")}
            {head(words::REJECTED, "n p1")}{head(words::VOICEMAILS, "n p1")}{head(words::TALK, "n p1")}
            {head(words::CONVERSIONS, "n p2")}{head(words::REPORTS, "n p2")}{head(words::SCORE, "n p1")}
        </tr></thead>
    };
    view! {
        <div class="stack" data-testid="daily-table">
            <div class="title">
                <h1>{t(shell::DAILY)}</h1>
                <span class="muted">{t(words::HELP)}</span>
                <span class="push row">
                    <button class="btn quiet" type="button" on:click=sheet><Icon name="dl"/>{t(words::SHEET)}</button>
                    <DailyExport/>
                </span>
            </div>
            <section class="panel">
                <div class="tools">
                    <label class="search">
                        <Icon name="search"/>
                        <span class="vh">{t(words::SEARCH)}</span>
                        <input type="search" placeholder=t(words::SEARCH) prop:value=search on:input=move |event| { search.set(event_target_value(&event)); page.set(0); }/>
                    </label>
                    <select class="field" aria-label=t(words::ORDER) on:change=order>
                        <option value="latest" selected=move || is_latest_first.get()>{t(table_words::LATEST_FIRST)}</option>
                        <option value="earliest" selected=move || !is_latest_first.get()>{t(table_words::EARLIEST_FIRST)}</option>
                    </select>
                    <span class="muted" role="status">{live(position)}</span>
                    <button class="btn quiet push" type="button" data-testid="copy-table" on:click=move |_| copy(app, days)><Icon name="copy"/>{t(table_words::COPY)}</button>
                </div>
                <Windowed
                    count=count version=version.into() row=row label=Signal::derive(move || shell::DAILY.to(app.lang.get()))
                    class="t daily" hook="daily-rows" columns=Signal::derive(|| 10) none=Signal::derive(move || words::NONE.to(app.lang.get()))
                    head=heads.into_any()
                />
                <Show when=move || { pages.get() > 1 }>
                    <div class="panel-foot">
                        <button class="btn" type="button" disabled=move || page.get() == 0 on:click=move |_| page.update(|page| *page -= 1)>{t(words::BEFORE)}</button>
                        <button class="btn" type="button" disabled=move || { page.get() + 1 >= pages.get() } on:click=move |_| page.update(|page| *page += 1)>{t(words::AFTER)}</button>
                    </div>
                </Show>
            </section>
        </div>
    }
}

/// The figures of a row after day, number, calls and answers: how many, and the class of each.
const CLASSES: [&str; 8] = ["n", "n", "n p1", "n p1", "n p1", "n p2", "n p2", "n p1"];

/// Rejected, voicemail, mean talk in seconds, conversions, reports, score; `None` where not measured.
fn figures(entry: &Entry) -> [Option<f64>; 8] {
    let sums = &entry.sums;
    let told = |outcome| (sums.known_for(outcome) > 0).then(|| sums.of_outcome(outcome) as f64);
    [
        Some(sums.calls as f64),
        Some(sums.answered() as f64),
        told(Outcome::Rejected),
        told(Outcome::Voicemail),
        sums.talk_secs(),
        (sums.conversion_known > 0).then_some(sums.conversions as f64),
        (sums.spam_known > 0 || sums.spam_reports > 0).then_some(sums.spam_reports as f64),
        entry.score,
    ]
}

fn row_view(lang: Lang, place: usize, board: &Board, entry: &Entry) -> AnyView {
    let name = match entry.number.and_then(|at| board.numbers.get(at)) {
        Some(number) => number_link(lang, &number.number),
        None => words::ALL_CALLS.to(lang).into_any(),
    };
    let cell = |((at, figure), class): ((usize, Option<f64>), &'static str)| {
        match figure {
        Some(secs) if at == 4 => view! { <td class=class>{format::talk(secs)}</td> }.into_any(),
        Some(figure) => view! { <td class=class>{lang.decimal(figure, 0)}</td> }.into_any(),
        None => view! { <td class=class><span class="faint" aria-label=words::NOT_MEASURED.to(lang) role="img">"–"</span></td> }.into_any(),
    }
    };
    let cells = figures(entry).into_iter().enumerate().zip(CLASSES).map(cell).collect_view();
    view! { <tr aria-rowindex=row_index(place)><td>{format::day_long(lang, entry.day)}</td><th scope="row">{name}</th>{cells}</tr> }
        .into_any()
}

/// Copies all rows, not only those in sight.
fn copy(app: App, days: Memo<Option<Shared<Days>>>) {
    let lang = app.lang.get_untracked();
    let (Some(days), Some(board)) = (days.get_untracked(), app.board.get_untracked()) else { return };
    if days.len() > COPIED {
        return app.say(table_words::TOO_LONG.to(lang).to_owned());
    }
    let heads = [
        words::DATE,
        words::NUMBER,
        words::CALLS,
        words::ANSWERED,
        words::REJECTED,
        words::VOICEMAILS,
        words::TALK,
        words::CONVERSIONS,
        words::REPORTS,
        words::SCORE,
    ];
    let mut text = heads.map(|head| text_cell(head.to(lang))).join("\t");
    for entry in (0..days.len()).filter_map(|place| days.entry(&board, place)) {
        let number = entry.number.and_then(|at| board.numbers.get(at));
        text.push('\n');
        text.push_str(&entry.day.to_string());
        text.push('\t');
        text.push_str(&number.map(|number| cell_of_number(&number.number)).unwrap_or_default());
        for figure in figures(&entry) {
            text.push('\t');
            text.push_str(&figure.map(|figure| plain(lang, figure)).unwrap_or_default());
        }
    }
    text.push('\n');
    let count = days.len() as u64;
    spawn_local(async move {
        app.say(match clipboard::copy(&text).await {
            Ok(()) => table_words::copied(lang, count),
            Err(_) => shell::NOT_COPIED.to(lang).to_owned(),
        });
    });
}
