//! The table of numbers: sort by any column, search, choose columns, copy to a spreadsheet. Only rows in sight are in the
//! document, so that five thousand numbers stay smooth.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use rustc_hash::FxHashMap;

use super::{
    Icon,
    cards::value_text,
    chip::{status_chip, zone_icon},
    estimate,
    live::live,
    subject::number_link,
    windowed::{Row, Windowed, row_index},
};
use crate::{
    app::{
        App, Shared,
        charts::view::{gauge, interval_bar, spark, volume_zone},
        columns::{self, COLUMNS, Column, Shown, SortBy, Wanted, pool_name},
        format,
        needs::needs,
        t,
        words::{Lang, Phrase, dashboard as words, kpis as kpi_words, table as table_words},
    },
    browser::{clipboard, storage},
    kpi::{Board, Kpi, KpiId, NumberBoard, Zone},
    model::{Settings, Subject},
    report::{NumberReport, Report, Status},
};

/// Active days in a row's small line.
const LINE_DAYS: usize = 30;

/// How the table is shown. Kept by the view, so that a new language or threshold does not undo it.
#[derive(Clone, Copy)]
pub struct TableState {
    search: RwSignal<String>,
    status: RwSignal<Option<Status>>,
    columns: RwSignal<Shown>,
    /// Rows at most; the rest stands in the view of all numbers.
    most: usize,
}

impl TableState {
    /// A table of at most so many rows.
    pub fn new(most: usize) -> Self {
        Self {
            search: RwSignal::new(String::new()),
            status: RwSignal::new(None),
            columns: RwSignal::new(columns::shown(&storage::load(storage::COLUMNS).unwrap_or_default())),
            most,
        }
    }
}

/// What the rows are made of, all of one moment.
#[derive(Clone)]
struct Rows {
    version: u64,
    lang: Lang,
    report: Shared<Report>,
    board: Shared<Board>,
    settings: Arc<Settings>,
    acts: Shared<FxHashMap<String, Zone>>,
    columns: Shown,
    /// Places in the report, in order.
    places: Shared<Vec<u32>>,
}

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version
    }
}

/// The panel with tools, table and foot.
#[component]
pub fn NumbersPanel(
    /// How it is shown.
    state: TableState,
    /// The level of its heading.
    #[prop(default = false)]
    whole_page: bool,
) -> impl IntoView {
    let app = App::here();
    let acts = Memo::new(move |_| app.report.with(|report| report.as_ref().map(|report| Shared::new(acts_of(report)))));
    let places = Memo::new(move |_| {
        let report = app.report.get()?;
        let wanted = Wanted { search: state.search.get(), status: state.status.get(), sort: app.sorted.get() };
        Some(Shared::new(columns::rows(&report, &wanted)))
    });
    let rows = Memo::new(move |before: Option<&Option<Rows>>| {
        let version = before.and_then(|rows| rows.as_ref()).map_or(0, |rows| rows.version + 1);
        let (report, board, places, acts) = (app.report.get()?, app.board.get()?, places.get()?, acts.get()?);
        Some(Rows {
            version,
            lang: app.lang.get(),
            report,
            board,
            settings: app.settings.with(|settings| Arc::new(settings.clone())),
            acts,
            columns: state.columns.get(),
            places,
        })
    });
    let found = Memo::new(move |_| places.with(|places| places.as_ref().map_or(0, |places| places.len())));
    let count = Signal::derive(move || found.get().min(state.most));
    let version = Signal::derive(move || rows.with(|rows| rows.as_ref().map_or(0, |rows| rows.version)));
    let row: Row =
        Arc::new(move |place| rows.with_untracked(|rows| rows.as_ref().and_then(|rows| row(rows, place))).into_any());
    let columns = Signal::derive(move || state.columns.with(|columns| columns.iter().filter(|shown| **shown).count()));
    let has_numbers =
        Memo::new(move |_| app.whole.with(|board| board.as_ref().is_some_and(|board| !board.numbers.is_empty())));
    let total =
        Memo::new(move |_| app.report.with(|report| report.as_ref().map_or(0, |report| report.numbers.len() as u64)));
    let of_all = move || table_words::found(app.lang.get(), found.get() as u64, total.get());
    let longest = move || {
        let most = app.whole.with(|board| board.as_ref().map_or(0, |board| board.numbers.len() as u64));
        table_words::some_of(app.lang.get(), most, most)
    };
    let heading = move || {
        if whole_page {
            view! { <h1 class="section-title">{t(words::NUMBERS)}</h1> }.into_any()
        } else {
            view! { <h2 class="section-title">{t(words::NUMBERS)}</h2> }.into_any()
        }
    };
    let panel = move || {
        view! {
            <div class="tools">
                {heading()}
                <span class="muted roomy" role="status" data-most=longest>{live(of_all)}</span>
                <label class="search">
                    <Icon name="search"/>
                    <span class="vh">{t(words::SEARCH)}</span>
                    <input
                        type="search" id="number-search" placeholder=t(words::SEARCH) prop:value=state.search
                        on:input=move |event| state.search.set(event_target_value(&event))
                    />
                </label>
                {live(move || statuses(app, state))}
                <span class="push row">
                    <Columns state=state/>
                    <button class="btn quiet" type="button" data-testid="copy-table" on:click=move |_| copy(app, rows)><Icon name="copy"/>{t(table_words::COPY)}</button>
                </span>
            </div>
            <Windowed
                count=count version=version row=row.clone() label=Signal::derive(move || words::NUMBERS.to(app.lang.get()))
                class="t numbers" hook="numbers-table" columns=columns none=Signal::derive(move || words::NO_MATCH.to(app.lang.get()))
                head=head(app, state)
            />
            <div class="panel-foot">
                {live(move || (found.get() > state.most).then(|| view! {
                    <a class="btn quiet tiny" href="#numbers">{table_words::all(app.lang.get(), found.get() as u64)}</a>
                }))}
                {live(move || signs(app.lang.get()))}
            </div>
        }
    };
    view! {
        <section class="panel" id="numbers">
            {live(move || if has_numbers.get() { panel().into_any() } else { view! { <p class="none">{t(words::NO_NUMBERS)}</p> }.into_any() })}
        </section>
    }
}

/// The zones of the numbers that need someone, by number.
fn acts_of(report: &Report) -> FxHashMap<String, Zone> {
    let zone = |need: &crate::app::needs::Need| match &need.subject {
        Subject::Number(number) => Some((number.clone(), need.zone())),
        _ => None,
    };
    needs(report).iter().filter_map(zone).collect()
}

fn copy(app: App, rows: Memo<Option<Rows>>) {
    let Some(rows) = rows.get_untracked() else { return };
    let text = columns::sheet(rows.lang, &rows.report, &rows.places, &rows.columns);
    let count = rows.places.len() as u64;
    spawn_local(async move {
        let lang = app.lang.get_untracked();
        app.say(match clipboard::copy(&text).await {
            Ok(()) => table_words::copied(lang, count),
            Err(_) => crate::app::words::shell::NOT_COPIED.to(lang).to_owned(),
        });
    });
}

/// The choice of columns.
#[component]
fn Columns(state: TableState) -> impl IntoView {
    let app = App::here();
    let boxes = move || {
        let lang = app.lang.get();
        let choice = |(at, column): (usize, &'static Column)| {
            let checked = move || state.columns.with(|columns| columns[at]);
            let toggle = move |_| {
                state.columns.update(|columns| columns[at] = !columns[at]);
                storage::keep(storage::COLUMNS, &state.columns.with_untracked(columns::hidden));
            };
            view! { <label class="fchoice"><input type="checkbox" prop:checked=checked on:change=toggle/><span>{column.head.to(lang)}</span></label> }
        };
        COLUMNS.iter().enumerate().skip(1).map(choice).collect_view()
    };
    view! {
        <details class="pop">
            <summary class="btn quiet"><Icon name="columns"/>{t(table_words::COLUMNS)}</summary>
            <div class="pop-in" role="group" aria-label=t(table_words::COLUMNS)>{live(boxes)}</div>
        </details>
    }
}

fn statuses(app: App, state: TableState) -> AnyView {
    let lang = app.lang.get();
    let counts = app.report.with(|report| {
        let of = |status| {
            report.as_ref().map_or(0, |report| report.numbers.iter().filter(|number| number.status == status).count())
        };
        [Status::Act, Status::Watch, Status::Well, Status::Unknown].map(|status| (status, of(status)))
    });
    let all = counts.iter().map(|(_, count)| count).sum();
    let button = |status: Option<Status>, text: &'static str, count: usize| {
        let pressed = move || (state.status.get() == status).to_string();
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| state.status.set(status)>{text}"\u{a0}"{lang.count(count as u64)}</button>
        }
    };
    let buttons = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| button(Some(status), words::status_short(status).to(lang), count))
        .collect_view();
    view! {
        <div class="seg" role="group" aria-label=words::FILTER.to(lang)>{button(None, words::ALL.to(lang), all)}{buttons}</div>
    }
    .into_any()
}

fn head(app: App, state: TableState) -> AnyView {
    let cells = move || {
        let shown = state.columns.get();
        let cell = |(column, _): (&'static Column, bool)| {
            let by = column.by;
            let direction =
                Signal::derive(move || Some(app.sort.get()).filter(|(own, _)| *own == by).map(|(_, up)| up));
            let press = move || {
                app.sort.update(|(own, ascending)| {
                    *ascending = if *own == by { !*ascending } else { by.starts_ascending() };
                    *own = by;
                });
            };
            sort_head(by.id(), column.class, column.head, direction, Box::new(press))
        };
        COLUMNS.iter().zip(shown).filter(|(_, shown)| *shown).map(cell).collect_view()
    };
    view! { <thead><tr aria-rowindex="1">{live(cells)}</tr></thead> }.into_any()
}

/// The head of a column that orders its table: `direction` is whether it ascends, where the table is ordered by it.
pub fn sort_head(
    id: &'static str,
    class: &'static str,
    head: Phrase,
    direction: Signal<Option<bool>>,
    press: Box<dyn Fn()>,
) -> AnyView {
    let sorted = move || direction.get().map(|ascends| if ascends { "ascending" } else { "descending" });
    view! {
        <th scope="col" class=class aria-sort=sorted data-sort=id>
            <button type="button" on:click=move |_| press()>{t(head)}<Icon name="sort"/></button>
        </th>
    }
    .into_any()
}

fn row(rows: &Rows, place: usize) -> Option<AnyView> {
    let number = rows.report.numbers.get(*rows.places.get(place)? as usize)?;
    let cells = COLUMNS.iter().zip(rows.columns).filter(|(_, shown)| *shown);
    let cells = cells.map(|(column, _)| cell(rows, number, column)).collect_view();
    Some(
        view! {
            <tr data-number=number.number.clone() data-status=status_id(number.status) aria-rowindex=row_index(place)>{cells}</tr>
        }
        .into_any(),
    )
}

fn cell(rows: &Rows, number: &NumberReport, column: &Column) -> AnyView {
    let (lang, settings, class) = (rows.lang, &*rows.settings, column.class);
    match column.by {
        SortBy::Number => view! { <th scope="row">{number_link(lang, &number.number)}</th> }.into_any(),
        SortBy::Pool => {
            view! { <td class="p1 muted pool">{pool_name(number).unwrap_or("–").to_owned()}</td> }.into_any()
        }
        SortBy::Status => {
            let act = rows.acts.get(&number.number).copied().unwrap_or(Zone::Amber);
            view! { <td>{status_chip(lang, number.status, act)}</td> }.into_any()
        }
        SortBy::Calls => view! { <td class=class>{lang.count(number.totals.calls)}</td> }.into_any(),
        SortBy::Kpi(KpiId::AnswerRate) => {
            let answer = number.kpis.get(KpiId::AnswerRate);
            let rate = answer.value.map_or_else(|| "–".to_owned(), |value| format::rate(lang, value));
            view! {
                <td class="n">
                    <span class="ratecell" data-uncertain=(!answer.certain).then_some("")><b>{rate}</b>{interval_bar(answer, settings)}</span>
                </td>
            }
            .into_any()
        }
        SortBy::Change => {
            let line = rows.board.number(&number.number).and_then(|board| course(lang, board, settings));
            view! { <td class=class><span class="change-cell">{change(lang, number)}{line}</span></td> }.into_any()
        }
        SortBy::Kpi(KpiId::ReputationScore) => {
            let figure = || figure(lang, KpiId::ReputationScore, number.kpis.get(KpiId::ReputationScore));
            view! { <td class=class>{estimate::cell(lang, number).unwrap_or_else(figure)}</td> }.into_any()
        }
        SortBy::Kpi(id) => view! { <td class=class>{figure(lang, id, number.kpis.get(id))}</td> }.into_any(),
        SortBy::Daily => view! {
            <td class="p3"><span class="row nowrap">
                {gauge(number.calls_per_day, settings)}{volume(lang, number.calls_per_day, settings)}
            </span></td>
        }
        .into_any(),
    }
}

/// Calls a day; above a limit with its sign.
fn volume(lang: Lang, calls_per_day: f64, settings: &Settings) -> AnyView {
    let text = lang.decimal(calls_per_day, 0);
    match volume_zone(calls_per_day, settings) {
        Some(zone) => view! { <span class="zfig" data-zone=zone.id()>{zone_icon(lang, zone)}{text}</span> }.into_any(),
        None => text.into_any(),
    }
}

/// What the signs of the table mean.
fn signs(lang: Lang) -> AnyView {
    let sign = |zone: Zone| {
        view! { <span class="zfig" data-zone=zone.id()><Icon name=zone.id()/>{kpi_words::zone(zone).to(lang)}</span> }
    };
    view! { <span class="push row">{sign(Zone::Amber)}{sign(Zone::Red)}<span>{words::TABLE_NOTE.to(lang)}</span></span> }
        .into_any()
}

fn change(lang: Lang, number: &NumberReport) -> AnyView {
    let Some(trend) = number.kpis.get(KpiId::AnswerRate).trend else {
        return view! { <span class="faint">"–"</span> }.into_any();
    };
    let text = format::signed(lang, trend.change, 1);
    if trend.low.zip(trend.high).is_some_and(|(low, high)| low <= 0.0 && high >= 0.0) {
        view! { <span class="faint" title=words::WITHIN_NOISE.to(lang)>{text}" ≈"</span> }.into_any()
    } else {
        view! { <b>{text}</b> }.into_any()
    }
}

/// The answer rate of its last active days.
fn course(lang: Lang, number: &NumberBoard, settings: &Settings) -> Option<AnyView> {
    let least = u64::from(settings.watch.active_day_calls);
    let shares = number.series.iter().rev().map(|(_, sums)| sums.answer()).filter(|share| share.of >= least);
    let mut values: Vec<f64> =
        shares.filter_map(|share| share.rate()).take(LINE_DAYS).map(|rate| rate * 100.0).collect();
    values.reverse();
    spark(lang, &values)
}

/// A figure; amber and red carry their icon, a mark says that it moved the wrong way.
fn figure(lang: Lang, id: KpiId, kpi: &Kpi) -> AnyView {
    let Some(value) = kpi.value else { return view! { <span class="faint">"–"</span> }.into_any() };
    let text = value_text(lang, id, value);
    if kpi.certain && matches!(kpi.zone, Zone::Amber | Zone::Red) {
        return view! {
        <span class="zfig" data-zone=kpi.zone.id()>{zone_icon(lang, kpi.zone)}{text}</span>
                }
        .into_any();
    }
    view! { {text} }.into_any()
}

const fn status_id(status: Status) -> &'static str {
    match status {
        Status::Act => "act",
        Status::Watch => "watch",
        Status::Well => "well",
        Status::Unknown => "unknown",
    }
}
