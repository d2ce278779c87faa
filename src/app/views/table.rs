//! The table of numbers: sort by any column, search, filter by status. Rows come by the page, so that five thousand
//! numbers stay smooth.

use std::cmp::Ordering;

use leptos::prelude::*;

use super::{
    Icon,
    cards::value_text,
    chip::status_chip,
    live::live,
    subject::{number_link, pool_name},
    verdict::act_zone,
};
use crate::{
    app::{
        App,
        charts::view::{gauge, interval_bar, spark},
        format,
        needs::needs,
        words::{Lang, Phrase, dashboard as words, kpis as kpi_words},
    },
    kpi::{self, Board, Kpi, KpiId, Zone},
    model::{Settings, order},
    report::{NumberReport, Report, Status},
};

/// A column that the table can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortBy {
    Number,
    Pool,
    Status,
    Calls,
    Kpi(KpiId),
    Change,
    Daily,
}

/// How the table is shown. Kept by the view, so that a new language or threshold does not undo it.
#[derive(Clone, Copy)]
pub struct TableState {
    sort: RwSignal<(SortBy, bool)>,
    search: RwSignal<String>,
    status: RwSignal<Option<Status>>,
    shown: RwSignal<usize>,
    page: usize,
}

impl TableState {
    /// A table that shows `page` rows at first, and as many more at each step.
    pub fn new(page: usize) -> Self {
        Self {
            sort: RwSignal::new((SortBy::Status, true)),
            search: RwSignal::new(String::new()),
            status: RwSignal::new(None),
            shown: RwSignal::new(page),
            page,
        }
    }
}

/// One column: its head, its class (which says at what width it goes), what it sorts by.
struct Column {
    head: Phrase,
    class: &'static str,
    by: Option<SortBy>,
}

const COLUMNS: [Column; 13] = [
    Column { head: words::COL_NUMBER, class: "", by: Some(SortBy::Number) },
    Column { head: words::COL_POOL, class: "p1", by: Some(SortBy::Pool) },
    Column { head: words::COL_STATUS, class: "", by: Some(SortBy::Status) },
    Column { head: words::COL_CALLS, class: "n p1", by: Some(SortBy::Calls) },
    Column { head: words::COL_ANSWER, class: "n", by: Some(SortBy::Kpi(KpiId::AnswerRate)) },
    Column { head: words::COL_CHANGE, class: "n p1", by: Some(SortBy::Change) },
    Column { head: words::COL_REJECTED, class: "n p2", by: Some(SortBy::Kpi(KpiId::RejectionRate)) },
    Column { head: words::COL_VOICEMAIL, class: "n p2", by: Some(SortBy::Kpi(KpiId::VoicemailRate)) },
    Column { head: words::COL_TALK, class: "n p2", by: Some(SortBy::Kpi(KpiId::AverageTalkTime)) },
    Column { head: words::COL_CONVERSION, class: "n p3", by: Some(SortBy::Kpi(KpiId::ConversionRate)) },
    Column { head: words::COL_REPORTS, class: "n p3", by: Some(SortBy::Kpi(KpiId::SpamReportRate)) },
    Column { head: words::COL_SCORE, class: "n p1", by: Some(SortBy::Kpi(KpiId::ReputationScore)) },
    Column { head: words::COL_DAILY, class: "p3", by: Some(SortBy::Daily) },
];

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
    move || {
        let lang = app.lang.get();
        let report = app.report.get()?;
        let board = app.board.get()?;
        let settings = app.settings.get();
        if report.numbers.is_empty() {
            return Some(
                view! { <section class="panel"><p class="none">{words::NO_NUMBERS.to(lang)}</p></section> }.into_any(),
            );
        }
        let heading = if whole_page {
            view! { <h1 class="section-title">{words::NUMBERS.to(lang)}</h1> }.into_any()
        } else {
            view! { <h2 class="section-title">{words::NUMBERS.to(lang)}</h2> }.into_any()
        };
        let count = lang.count(report.numbers.len() as u64);
        let filters = filters(lang, &report, state);
        let head = head(lang, state);
        let body = {
            let report = report.clone();
            move || body(lang, &report, &board, &settings, state)
        };
        Some(
            view! {
                <section class="panel" id="numbers">
                    <div class="tools">
                        {heading}
                        <span class="muted">{count}</span>
                        <label class="search">
                            <Icon name="search"/>
                            <span class="vh">{words::SEARCH.to(lang)}</span>
                            <input
                                type="search"
                                placeholder=words::SEARCH.to(lang)
                                prop:value=state.search
                                on:input=move |event| {
                                    state.search.set(event_target_value(&event));
                                    state.shown.set(state.page);
                                }
                            />
                        </label>
                        {filters}
                    </div>
                    <div class="tablewrap" tabindex="0" role="region" aria-label=words::NUMBERS.to(lang)>
                        <table class="t numbers" data-testid="numbers-table">
                            {head}
                            {body}
                        </table>
                    </div>
                    {foot(lang, state)}
                </section>
            }
            .into_any(),
        )
    }
}

fn filters(lang: Lang, report: &Report, state: TableState) -> AnyView {
    let button = |status: Option<Status>, text: &'static str, count: usize| {
        let pressed = move || if state.status.get() == status { "true" } else { "false" };
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| { state.status.set(status); state.shown.set(state.page); }>
                {text}"\u{a0}"{lang.count(count as u64)}
            </button>
        }
    };
    let of = |status| report.numbers.iter().filter(|number| number.status == status).count();
    let buttons = [Status::Act, Status::Watch, Status::Well, Status::Unknown]
        .into_iter()
        .map(|status| (status, of(status)))
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| button(Some(status), words::status_short(status).to(lang), count))
        .collect_view();
    view! {
        <div class="seg" role="group" aria-label=words::FILTER.to(lang)>
            {button(None, words::ALL.to(lang), report.numbers.len())}
            {buttons}
        </div>
    }
    .into_any()
}

fn head(lang: Lang, state: TableState) -> AnyView {
    let cells = COLUMNS
        .iter()
        .map(|column| {
            let class = column.class;
            let text = column.head.to(lang);
            let Some(by) = column.by else { return view! { <th scope="col" class=class>{text}</th> }.into_any() };
            let sorted = move || {
                let (own, ascending) = state.sort.get();
                (own == by).then_some(if ascending { "ascending" } else { "descending" })
            };
            let sort = move |_| {
                state.sort.update(|(own, ascending)| {
                    *ascending = if *own == by { !*ascending } else { starts_ascending(by) };
                    *own = by;
                });
            };
            view! {
                <th scope="col" class=class aria-sort=sorted>
                    <button type="button" on:click=sort>{text}<Icon name="sort"/></button>
                </th>
            }
            .into_any()
        })
        .collect_view();
    view! { <thead><tr>{cells}</tr></thead> }.into_any()
}

/// The first click on a column shows what is worst, or most, first.
const fn starts_ascending(by: SortBy) -> bool {
    match by {
        SortBy::Calls | SortBy::Daily => false,
        SortBy::Kpi(id) => id.higher_is_better(),
        _ => true,
    }
}

fn body(lang: Lang, report: &Report, board: &Board, settings: &Settings, state: TableState) -> AnyView {
    let needs = needs(report);
    let rows = chosen(report, state);
    if rows.is_empty() {
        return view! { <tbody><tr><td colspan="13" class="muted">{words::NO_MATCH.to(lang)}</td></tr></tbody> }
            .into_any();
    }
    let rows = rows
        .into_iter()
        .take(state.shown.get())
        .map(|number| {
            let zone = act_zone(&needs, &number.number);
            row(lang, number, board, settings, zone)
        })
        .collect_view();
    view! { <tbody>{rows}</tbody> }.into_any()
}

/// The numbers that the search and the filter leave, in order.
fn chosen(report: &Report, state: TableState) -> Vec<&NumberReport> {
    let status = state.status.get();
    let search = state.search.get().to_lowercase();
    let digits: String = search.chars().filter(char::is_ascii_digit).collect();
    // A French number may be sought in its national form.
    let digits = digits.strip_prefix('0').map_or(digits.clone(), str::to_owned);
    let wanted = search.trim();
    let mut rows: Vec<&NumberReport> = report
        .numbers
        .iter()
        .filter(|number| status.is_none_or(|status| number.status == status))
        .filter(|number| {
            wanted.is_empty()
                || (!digits.is_empty() && number.number.contains(&digits))
                || number.number.to_lowercase().contains(wanted)
                || pool_name(number).is_some_and(|pool| pool.to_lowercase().contains(wanted))
        })
        .collect();
    let (by, ascending) = state.sort.get();
    order::sort_by(&mut rows, |a, b| {
        let order = compare(by, a, b, ascending);
        order.then_with(|| b.totals.calls.cmp(&a.totals.calls)).then_with(|| a.number.cmp(&b.number))
    });
    rows
}

fn compare(by: SortBy, a: &NumberReport, b: &NumberReport, ascending: bool) -> Ordering {
    let turned = |order: Ordering| if ascending { order } else { order.reverse() };
    // What is not measured stands last, whichever way the rest goes.
    let figures = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => turned(a.total_cmp(&b)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    };
    let change = |number: &NumberReport| number.kpis.get(KpiId::AnswerRate).trend.map(|trend| trend.change);
    match by {
        SortBy::Number => turned(a.number.cmp(&b.number)),
        SortBy::Pool => turned(a.pool.cmp(&b.pool)),
        SortBy::Status => turned(a.status.cmp(&b.status)),
        SortBy::Calls => turned(a.totals.calls.cmp(&b.totals.calls)),
        SortBy::Kpi(id) => figures(a.kpis.get(id).value, b.kpis.get(id).value),
        SortBy::Change => figures(change(a), change(b)),
        SortBy::Daily => turned(a.calls_per_day.total_cmp(&b.calls_per_day)),
    }
}

fn row(lang: Lang, number: &NumberReport, board: &Board, settings: &Settings, act: Zone) -> AnyView {
    let answer = number.kpis.get(KpiId::AnswerRate);
    let rate = match answer.value {
        Some(value) => format::rate(lang, value),
        None => "–".to_owned(),
    };
    let change = match answer.trend {
        Some(trend) => {
            let text = format::signed(lang, trend.change, 1);
            if trend.low.zip(trend.high).is_some_and(|(low, high)| low <= 0.0 && high >= 0.0) {
                view! { <span class="faint" title=words::WITHIN_NOISE.to(lang)>{text}" ≈"</span> }.into_any()
            } else {
                view! { <b>{text}</b> }.into_any()
            }
        }
        None => view! { <span class="faint">"–"</span> }.into_any(),
    };
    let course = board
        .numbers
        .binary_search_by(|entry| entry.number.cmp(&number.number))
        .ok()
        .and_then(|at| board.numbers.get(at))
        .and_then(|entry| {
            let least = u64::from(settings.watch.active_day_calls);
            let values: Vec<f64> = kpi::by_day(&entry.series, KpiId::AnswerRate)
                .into_iter()
                .filter(|day| day.n >= least)
                .map(|day| day.figure.value)
                .collect();
            spark(lang, &values[values.len().saturating_sub(30)..])
        });
    let figure = |id: KpiId| figure(lang, id, number.kpis.get(id));
    view! {
        <tr data-number=number.number.clone() data-status=status_id(number.status)>
            <th scope="row">{number_link(lang, &number.number)}</th>
            <td class="p1 muted pool">{pool_name(number).unwrap_or("–").to_owned()}</td>
            <td>{status_chip(lang, number.status, act)}</td>
            <td class="n p1">{lang.count(number.totals.calls)}</td>
            <td class="n">
                <span class="ratecell" data-uncertain=(!answer.certain).then_some("")>
                    <b>{rate}</b>
                    {interval_bar(answer, settings)}
                </span>
            </td>
            <td class="n p1"><span class="change-cell">{change}{course}</span></td>
            <td class="n p2">{figure(KpiId::RejectionRate)}</td>
            <td class="n p2">{figure(KpiId::VoicemailRate)}</td>
            <td class="n p2">{figure(KpiId::AverageTalkTime)}</td>
            <td class="n p3">{figure(KpiId::ConversionRate)}</td>
            <td class="n p3">{figure(KpiId::SpamReportRate)}</td>
            <td class="n p1">{super::estimate::cell(lang, number).unwrap_or_else(|| figure(KpiId::ReputationScore))}</td>
            <td class="p3">
                <span class="row nowrap">{gauge(number.calls_per_day, settings)}{lang.decimal(number.calls_per_day, 0)}</span>
            </td>
        </tr>
    }
    .into_any()
}

/// A figure; amber and red carry their icon, a mark says that it moved the wrong way.
fn figure(lang: Lang, id: KpiId, kpi: &Kpi) -> AnyView {
    let Some(value) = kpi.value else { return view! { <span class="faint">"–"</span> }.into_any() };
    let text = value_text(lang, id, value);
    if kpi.certain && matches!(kpi.zone, Zone::Amber | Zone::Red) {
        return view! {
            <span class="zfig" data-zone=kpi.zone.id()>
                <svg class="i" role="img" aria-label=kpi_words::zone(kpi.zone).to(lang)>
                    <use href=format!("#{}", kpi.zone.id())/>
                </svg>
                {text}
            </span>
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

fn foot(lang: Lang, state: TableState) -> AnyView {
    let app = App::here();
    let more = move || {
        let left = app.report.with(|report| {
            let report = report.as_ref()?;
            let found = chosen(report, state).len();
            Some((found, found.saturating_sub(state.shown.get())))
        });
        left.filter(|(_, left)| *left > 0).map(|(found, left)| {
            let next = left.min(state.page.max(100));
            view! {
                <button class="btn quiet tiny" type="button" on:click=move |_| state.shown.update(|shown| *shown += next)>
                    {words::show_more(lang, next as u64, found as u64)}
                </button>
            }
        })
    };
    view! { <div class="panel-foot">{live(more)}<span class="push">{words::TABLE_NOTE.to(lang)}</span></div> }
        .into_any()
}
