//! The daily table: one row per number and day, latest first. Only rows in sight are made: five thousand numbers have two
//! million days in a year.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{
    Icon,
    exports::DailyExport,
    live::{Show, live},
    subject::number_link,
    table::sort_head,
    windowed::{MOST, Row, Windowed, row_index},
};
use crate::{
    app::{
        App, Shared,
        columns::{cell as text_cell, cell_of_number, plain},
        daily::{By, Days, Entry, FIGURES, TALK},
        format,
        state::a_frame_later,
        t,
        words::{Lang, Phrase, arrival, daily as words, shell, table as table_words},
    },
    browser::clipboard,
    kpi::Board,
    report,
};

/// Rows that are copied at most.
const COPIED: usize = 100_000;

/// The page of the daily table.
#[component]
pub fn Daily() -> impl IntoView {
    let app = App::here();
    let search = RwSignal::new(String::new());
    let (sort, sorted) = (RwSignal::new((By::Date, false)), RwSignal::new((By::Date, false)));
    // The press is answered before millions of rows are put in order.
    a_frame_later(sort.into(), sorted, || false);
    let page = RwSignal::new(0_usize);
    let days = Memo::new(move |_| {
        let board = app.board.get()?;
        Some(Shared::new(Days::of(&board, &search.get(), sorted.get())))
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
    let cell = move |by: By, id: &'static str, class: &'static str, head: Phrase| {
        let direction = Signal::derive(move || Some(sort.get()).filter(|(own, _)| *own == by).map(|(_, up)| up));
        let press = move || {
            sort.update(|(own, up)| {
                *up = if *own == by { !*up } else { by.starts_ascending() };
                *own = by;
            });
            page.set(0);
        };
        sort_head(id, class, head, direction, Box::new(press))
    };
    let figures =
        FIGURES.iter().enumerate().map(|(at, figure)| cell(By::Figure(at), figure.id, figure.class, figure.head));
    let heads = view! {
        <thead><tr aria-rowindex="1">
            {cell(By::Date, "date", "", words::DATE)}
            {cell(By::Number, "number", "", words::NUMBER)}
            {figures.collect_view()}
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

fn row_view(lang: Lang, place: usize, board: &Board, entry: &Entry) -> AnyView {
    let name = match entry.number.and_then(|at| board.numbers.get(at)) {
        Some(number) => number_link(lang, &number.number),
        None => words::ALL_CALLS.to(lang).into_any(),
    };
    let cell = |(at, column): (usize, &'static crate::app::daily::Figure)| {
        match entry.figure(at) {
        Some(secs) if at == TALK => view! { <td class=column.class>{format::talk(secs)}</td> }.into_any(),
        Some(figure) => view! { <td class=column.class>{lang.decimal(figure, 0)}</td> }.into_any(),
        None => {
            view! { <td class=column.class><span class="faint" aria-label=words::NOT_MEASURED.to(lang) role="img">"–"</span></td> }.into_any()
        }
    }
    };
    let cells = FIGURES.iter().enumerate().map(cell).collect_view();
    view! { <tr aria-rowindex=row_index(place)><td><span class="long">{format::day_long(lang, entry.day)}</span><span class="short">{format::day_short(lang, entry.day)}</span></td><th scope="row">{name}</th>{cells}</tr> }
        .into_any()
}

/// Copies all rows, not only those in sight.
fn copy(app: App, days: Memo<Option<Shared<Days>>>) {
    let lang = app.lang.get_untracked();
    let (Some(days), Some(board)) = (days.get_untracked(), app.board.get_untracked()) else { return };
    if days.len() > COPIED {
        return app.say(table_words::TOO_LONG.to(lang).to_owned());
    }
    let heads = [words::DATE, words::NUMBER].into_iter().chain(FIGURES.iter().map(|figure| figure.head));
    let mut text = heads.map(|head| text_cell(head.to(lang))).collect::<Vec<_>>().join("\t");
    for entry in (0..days.len()).filter_map(|place| days.entry(&board, place)) {
        let number = entry.number.and_then(|at| board.numbers.get(at));
        text.push('\n');
        text.push_str(&entry.day.to_string());
        text.push('\t');
        text.push_str(&number.map(|number| cell_of_number(&number.number)).unwrap_or_default());
        for at in 0..FIGURES.len() {
            text.push('\t');
            text.push_str(&entry.figure(at).map(|figure| plain(lang, figure)).unwrap_or_default());
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
