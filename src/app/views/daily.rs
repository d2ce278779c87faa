//! The daily table: one row per number and day, latest first, a page at a time.

use leptos::prelude::*;

use super::{
    Icon,
    exports::DailyExport,
    live::{Show, live},
};
use crate::{
    app::{
        App, format, t,
        words::{Phrase, arrival, daily as words, shell},
    },
    kpi::{Board, Sums},
    model::{Day, Outcome, order},
    report,
};

/// Rows on one page of the table.
const PAGE: usize = 100;

/// A row: the day, the place of the number in the board (`None`: all calls), the figures, the day's score.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Row {
    day: Day,
    number: Option<usize>,
    sums: Sums,
    score: Option<f64>,
}

/// The rows of one number, of all numbers, or of all calls where no file has numbers.
fn rows_of(board: &Board, only: Option<usize>) -> Vec<Row> {
    let mut rows: Vec<Row> = if board.numbers.is_empty() {
        let whole = |(day, sums): (Day, &Sums)| Row { day, number: None, sums: *sums, score: None };
        board.account.iter().map(whole).collect()
    } else {
        let wanted = board.numbers.iter().enumerate().filter(|(at, _)| only.is_none_or(|only| only == *at));
        wanted
            .flat_map(|(at, number)| {
                number.series.iter().map(move |(day, sums)| {
                    let readings = number.readings.iter().filter(|reading| reading.day == day);
                    let score = readings.filter_map(|reading| reading.score).reduce(f64::min);
                    Row { day, number: Some(at), sums: *sums, score }
                })
            })
            .collect()
    };
    order::sort_by_key(&mut rows, |row| (std::cmp::Reverse(row.day), row.number));
    rows
}

/// The page of the daily table.
#[component]
pub fn Daily() -> impl IntoView {
    let app = App::here();
    let only = RwSignal::new(None::<usize>);
    let page = RwSignal::new(0_usize);
    let rows = Memo::new(move |_| app.board.get().map(|board| rows_of(&board, only.get())).unwrap_or_default());
    let pages = Memo::new(move |_| rows.with(|rows| rows.len().div_ceil(PAGE)));
    let choose = move |event| {
        only.set(event_target_value(&event).parse().ok());
        page.set(0);
    };
    let numbers = move || {
        let board = app.board.get()?;
        let option = |(at, number): (usize, &crate::kpi::NumberBoard)| {
            view! { <option value=at.to_string() selected=move || only.get() == Some(at)>{format::phone(app.lang.get(), &number.number)}</option> }
        };
        Some(board.numbers.iter().enumerate().map(option).collect_view())
    };
    let sheet = move |_| {
        let name = arrival::TRACKING_NAME.to(app.lang.get_untracked());
        app.save(name, "text/csv", &report::tracking_sheet());
    };
    let body = move || {
        let board = app.board.get()?;
        app.lang.track(); // the figures are written in its way
        let start = page.get() * PAGE;
        rows.with(|rows| Some(rows.iter().skip(start).take(PAGE).map(|row| row_view(app, &board, row)).collect_view()))
    };
    let position = move || {
        let (start, all) = (page.get() * PAGE, rows.with(Vec::len));
        let lang = app.lang.get();
        if all == 0 {
            words::NONE.to(lang).to_owned()
        } else {
            words::shown(lang, start + 1, all.min(start + PAGE), all)
        }
    };
    let head = |phrase: Phrase, class: &'static str| view! { <th scope="col" class=class>{t(phrase)}</th> };
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
                    <label class="row"><span class="muted">{t(words::WHICH)}</span>
                        <select class="field" on:change=choose><option value="">{t(words::ALL_NUMBERS)}</option>{live(numbers)}</select></label>
                    <span class="muted" role="status">{live(position)}</span>
                </div>
                <div class="tablewrap" tabindex="0" role="region" aria-label=t(shell::DAILY)>
                    <table class="t daily">
                        <thead><tr>
                            {head(words::DATE, "")}{head(words::NUMBER, "")}{head(words::CALLS, "n")}{head(words::ANSWERED, "n")}
                            {head(words::REJECTED, "n p1")}{head(words::VOICEMAILS, "n p1")}{head(words::TALK, "n p1")}
                            {head(words::CONVERSIONS, "n p2")}{head(words::REPORTS, "n p2")}{head(words::SCORE, "n p1")}
                        </tr></thead>
                        <tbody>{live(body)}</tbody>
                    </table>
                </div>
                <Show when=move || { pages.get() > 1 }>
                    <div class="panel-foot">
                        <button class="btn" type="button" disabled=move || page.get() == 0 on:click=move |_| page.update(|page| *page -= 1)>{t(words::LATER)}</button>
                        <button class="btn" type="button" disabled=move || { page.get() + 1 >= pages.get() } on:click=move |_| page.update(|page| *page += 1)>{t(words::EARLIER)}</button>
                    </div>
                </Show>
            </section>
        </div>
    }
}

fn row_view(app: App, board: &Board, row: &Row) -> impl IntoView + use<> {
    let Row { day, number, sums, score } = *row;
    let number = number.and_then(|at| board.numbers.get(at)).map(|number| number.number.clone());
    let name = move || match &number {
        Some(number) => format::phone(app.lang.get(), number),
        None => words::ALL_CALLS.to(app.lang.get()).to_owned(),
    };
    let told = |outcome| (sums.known_for(outcome) > 0).then(|| sums.of_outcome(outcome));
    let talk = (sums.answered_with_talk > 0).then(|| sums.talk_ms as f64 / 1000.0 / sums.answered_with_talk as f64);
    let conversions = (sums.conversion_known > 0).then_some(sums.conversions);
    let reports = (sums.spam_known > 0 || sums.spam_reports > 0).then_some(sums.spam_reports);
    view! {
        <tr>
            <td>{live(move || format::day_long(app.lang.get(), day))}</td>
            <th scope="row">{live(name)}</th>
            {count(app, Some(sums.calls), "n")}
            {count(app, Some(sums.answered()), "n")}
            {count(app, told(Outcome::Rejected), "n p1")}
            {count(app, told(Outcome::Voicemail), "n p1")}
            {cell(talk.map(format::talk), "n p1")}
            {count(app, conversions, "n p2")}
            {count(app, reports, "n p2")}
            {cell(score.map(|score| app.lang.get_untracked().decimal(score, 0)), "n p1")}
        </tr>
    }
}

fn count(app: App, count: Option<u64>, class: &'static str) -> impl IntoView {
    cell(count.map(|count| app.lang.get_untracked().count(count)), class)
}

/// A figure, or the sign for what is not measured.
fn cell(text: Option<String>, class: &'static str) -> impl IntoView {
    match text {
        Some(text) => view! { <td class=class>{text}</td> }.into_any(),
        None => {
            view! { <td class=class><span class="faint" aria-label=t(words::NOT_MEASURED) role="img">"–"</span></td> }
                .into_any()
        }
    }
}
