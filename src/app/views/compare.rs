//! Two periods or two pools beside each other, with what chance alone could do.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    cards::value_text,
    live::{Show, live},
    subject::number_link,
    windowed::{Row, Windowed, row_index},
};
use crate::{
    app::{
        App, Shared, format,
        link::{pool, write_pool},
        t,
        words::{Lang, Phrase, charts, compare as words, findings, kpis},
    },
    kpi::{Board, KpiId, PoolBoard},
    model::Day,
    narrow::{Compared, Comparison, NumberCompared, Pool, Tested, compare, compare_numbers},
};

/// Spans offered: so many days against as many before.
const SPANS: [i32; 2] = [7, 28];

/// What is compared until the user chooses: the last seven days with the seven before.
fn last_against_before(board: &Board, days: i32) -> Option<Comparison> {
    let (_, last) = board.period?;
    let start = last - (days - 1);
    Some(Comparison::Periods([(start, last), (start - days, start - 1)]))
}

/// The two pools compared until the user chooses: the two largest of the first kind that has two, else one and the rest.
fn first_pools(board: &Board) -> Option<Comparison> {
    let pools = [&board.campaigns, &board.teams, &board.prefixes].into_iter().find(|pools| !pools.is_empty())?;
    let mut largest: Vec<&PoolBoard> = pools.iter().collect();
    crate::model::order::sort_by_key(&mut largest, |pool| std::cmp::Reverse(pool.series.total().calls));
    let one = Pool::of(&largest.first()?.subject)?;
    let other = largest.get(1).and_then(|pool| Pool::of(&pool.subject)).unwrap_or(Pool::Rest);
    Some(Comparison::Pools([one, other]))
}

/// The page.
#[component]
pub fn Compare() -> impl IntoView {
    let app = App::here();
    let figure = RwSignal::new(KpiId::AnswerRate);
    let what = Memo::new(move |_| {
        let (_, board) = app.timeline.get()?;
        app.comparison.get().or_else(|| last_against_before(&board, SPANS[0]))
    });
    // Periods stand in place of the days of the filter; pools are compared within them.
    let board = Memo::new(move |_| match what.get()? {
        Comparison::Periods(_) => app.timeline.get().map(|(_, board)| board),
        Comparison::Pools(_) => app.board.get(),
    });
    let is_pools = Memo::new(move |_| matches!(what.get(), Some(Comparison::Pools(_))));
    let to_periods = move |_| app.comparison.set(None);
    let to_pools = move |_| {
        app.comparison.set(app.board.with_untracked(|board| board.as_ref().and_then(|board| first_pools(board))));
    };
    let has_pools =
        Memo::new(move |_| app.board.with(|board| board.as_ref().and_then(|board| first_pools(board)).is_some()));
    let controls = move || match what.get()? {
        Comparison::Periods(spans) => Some(periods(app, spans)),
        Comparison::Pools(chosen) => Some(pools(app, chosen)),
    };
    view! {
        <div class="stack" data-testid="compare">
            <div class="title"><h1>{t(words::TITLE)}</h1><span class="muted">{t(words::HELP)}</span></div>
            <section class="panel">
                <div class="tools">
                    <div class="seg" role="group" aria-label=t(words::WHAT)>
                        <button type="button" aria-pressed=move || (!is_pools.get()).to_string() on:click=to_periods>{t(words::PERIODS)}</button>
                        <button type="button" disabled=move || !has_pools.get() aria-pressed=move || is_pools.get().to_string() on:click=to_pools>{t(words::POOLS)}</button>
                    </div>
                    {live(controls)}
                </div>
                <Show when=move || !has_pools.get()><p class="says">{t(words::NO_POOLS)}</p></Show>
                <Show when=move || !is_pools.get() && app.wanted.with(|filter| filter.days.is_some())><p class="says">{t(words::DAYS_FILTER)}</p></Show>
                {live(move || {
                    let (board, what) = (board.get()?, what.get()?);
                    Some(summary(app, &board, what))
                })}
                <div class="panel-foot"><span class="method">{t(words::METHOD)}</span></div>
            </section>
            <ByNumber board=board what=what figure=figure/>
        </div>
    }
}

/// The fields of two spans of days.
fn periods(app: App, spans: [(Day, Day); 2]) -> AnyView {
    let lang = app.lang.get();
    let Some((first, last)) = app.timeline.with(|all| all.as_ref().and_then(|(_, board)| board.period)) else {
        return ().into_any();
    };
    let field = |side: usize, end: usize, label: Phrase| {
        let value = if end == 0 { spans[side].0 } else { spans[side].1 };
        let name = format!("{} {}", [words::ONE, words::OTHER][side].to(lang), label.to(lang));
        let change = move |event| {
            let Ok(day) = event_target_value(&event).parse::<Day>() else { return };
            let mut spans = spans;
            let (from, to) = &mut spans[side];
            if end == 0 {
                (*from, *to) = (day, day.max(*to))
            } else {
                (*from, *to) = (day.min(*from), day)
            }
            app.comparison.set(Some(Comparison::Periods(spans)));
        };
        view! { <input class="field" type="date" aria-label=name min=first.to_string() max=last.to_string() prop:value=value.to_string() on:change=change/> }
    };
    let side = |side: usize| {
        view! { <span class="row nowrap">{field(side, 0, super::super::words::filters::FROM)}"–"{field(side, 1, super::super::words::filters::TO)}</span> }
    };
    let shortcut = |days: i32| {
        let to =
            app.timeline.with_untracked(|all| all.as_ref().and_then(|(_, board)| last_against_before(board, days)));
        let pressed = (to == Some(Comparison::Periods(spans))).to_string();
        view! { <button class="btn tiny" type="button" aria-pressed=pressed on:click=move |_| app.comparison.set(to)>{words::last_against_before(lang, days)}</button> }
    };
    view! {
        <div class="row compared">{side(0)}<span class="muted">{words::OTHER.to(lang)}</span>{side(1)}</div>
        <div class="row">{SPANS.map(shortcut).into_iter().collect_view()}</div>
    }
    .into_any()
}

/// The choice of two pools.
fn pools(app: App, chosen: [Pool; 2]) -> AnyView {
    let lang = app.lang.get();
    let Some(board) = app.board.get() else { return ().into_any() };
    let select = |side: usize| {
        let option = |board: &PoolBoard| {
            let of = Pool::of(&board.subject)?;
            let selected = of == chosen[side];
            Some(
                view! { <option value=write_pool(of) selected=selected>{findings::subject(lang, &board.subject)}</option> },
            )
        };
        let group = |label: Phrase, pools: &[PoolBoard]| {
            let options = pools.iter().filter_map(option).collect_view();
            (!pools.is_empty()).then(|| view! { <optgroup label=label.to(lang)>{options}</optgroup> })
        };
        let rest = (side == 1).then(|| {
            view! { <option value="rest" selected=chosen[1] == Pool::Rest>{words::REST.to(lang)}</option> }
        });
        let choose = move |event| {
            if let Some(of) = pool(&event_target_value(&event)) {
                let mut pools = chosen;
                pools[side] = of;
                app.comparison.set(Some(Comparison::Pools(pools)));
            }
        };
        view! {
            <select class="field" aria-label=[words::ONE, words::OTHER][side].to(lang) on:change=choose>
                {rest}
                {group(words::CAMPAIGNS, &board.campaigns)}
                {group(words::TEAMS, &board.teams)}
                {group(words::PREFIXES, &board.prefixes)}
            </select>
        }
    };
    view! { <div class="row compared">{select(0)}<span class="muted">{words::OTHER.to(lang)}</span>{select(1)}</div> }
        .into_any()
}

/// The names of the two sides.
fn sides(lang: Lang, board: &Board, what: Comparison) -> [String; 2] {
    match what {
        Comparison::Periods(spans) => spans.map(|span| charts::span_short(lang, span)),
        Comparison::Pools(pools) => pools.map(|pool| match pool.find(board) {
            Some(found) => findings::subject(lang, &found.subject),
            None => words::REST.to(lang).to_owned(),
        }),
    }
}

fn summary(app: App, board: &Board, what: Comparison) -> AnyView {
    let lang = app.lang.get();
    let compared = app.settings.with(|settings| compare(board, what, settings));
    let Some((sums, rows)) = compared.filter(|(sums, _)| sums.iter().all(|sums| sums.calls > 0)) else {
        return view! { <p class="none">{words::NOTHING.to(lang)}</p> }.into_any();
    };
    let [one, other] = sides(lang, board, what);
    let calls = sums.map(|sums| lang.count(sums.calls));
    let [one_calls, other_calls] = calls;
    let rows = rows.iter().map(|row| kpi_row(lang, row)).collect_view();
    view! {
        <div class="tablewrap" tabindex="0" role="region" aria-label=words::TITLE.to(lang)>
            <table class="t" data-testid="compared">
                <thead><tr>
                    <th scope="col">{words::COL_KPI.to(lang)}</th><th scope="col" class="n">{one}</th><th scope="col" class="n">{other}</th>
                    <th scope="col" class="n p1">{words::COL_DIFFERENCE.to(lang)}</th><th scope="col" class="p1">{words::COL_VERDICT.to(lang)}</th>
                </tr></thead>
                <tbody>
                    <tr><th scope="row">{words::COL_CALLS.to(lang)}</th><td class="n">{one_calls}</td><td class="n">{other_calls}</td><td class="p1"></td><td class="p1"></td></tr>
                    {rows}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

fn kpi_row(lang: Lang, row: &Compared) -> AnyView {
    let id = row.id;
    view! { <tr data-kpi-compared=id.id()><th scope="row">{kpis::name(id).to(lang)}{under(lang, row)}</th>{figures(lang, row)}</tr> }
        .into_any()
}

/// The cells of both figures, of their difference, of the words.
fn figures(lang: Lang, row: &Compared) -> AnyView {
    let id = row.id;
    let side = |side: usize| {
        let Some(figure) = row.sides[side] else { return "–".into_any() };
        let ends = figure.ends.map(|(low, high)| {
            view! { <span class="ends">" ("{format::between(lang, low, high, words::decimals(id))}")"</span> }
        });
        view! { {value_text(lang, id, figure.value)}{ends} }.into_any()
    };
    let difference = row.change.map(|change| {
        let ends = change
            .ends
            .map(|(low, high)| format!(" ({})", format::between_signed(lang, low, high, words::decimals(id))));
        let value = match id {
            KpiId::AverageTalkTime => format::talk_change(lang, change.value),
            _ => format::signed(lang, change.value, words::decimals(id)),
        };
        format!("{value}{}", ends.unwrap_or_default())
    });
    let (said, tested) = said(lang, row).unzip();
    view! {
        <td class="n">{side(0)}</td><td class="n">{side(1)}</td>
        <td class="n p1">{difference.unwrap_or_else(|| "–".to_owned())}</td>
        <td class="wrap p1" data-tested=tested>{said}</td>
    }
    .into_any()
}

/// The difference in words, and its name for styles and tests.
fn said(lang: Lang, row: &Compared) -> Option<(String, &'static str)> {
    row.change.map(|change| (words::verdict(lang, row.id, change.value, change.tested), tested_id(change.tested)))
}

/// The same under the head of its row, where there is no room for another column.
fn under(lang: Lang, row: &Compared) -> Option<AnyView> {
    said(lang, row).map(|(said, tested)| view! { <span class="only-xs" data-tested=tested>{said}</span> }.into_any())
}

const fn tested_id(tested: Tested) -> &'static str {
    match tested {
        Tested::MoreThanChance => "more",
        Tested::WithinChance => "within",
        Tested::ByMany => "many",
        Tested::NotTested => "untested",
        Tested::NotComparable => "apart",
    }
}

/// The table of numbers.
#[component]
fn ByNumber(
    /// The calls.
    board: Memo<Option<Shared<Board>>>,
    /// What is compared.
    what: Memo<Option<Comparison>>,
    /// Which figure.
    figure: RwSignal<KpiId>,
) -> impl IntoView {
    let app = App::here();
    let rows = Memo::new(move |_| {
        let (board, what) = (board.get()?, what.get()?);
        Some(Shared::new(app.settings.with(|settings| compare_numbers(&board, what, figure.get(), settings))))
    });
    let version = Memo::new(move |before: Option<&u64>| {
        rows.track();
        app.lang.track();
        before.map_or(0, |before| before + 1)
    });
    let count = Signal::derive(move || rows.with(|rows| rows.as_ref().map_or(0, |rows| rows.len())));
    let row: Row = Arc::new(move |place| {
        let lang = app.lang.get_untracked();
        rows.with_untracked(|rows| Some(number_row(lang, place, rows.as_ref()?.get(place)?))).into_any()
    });
    let options = move || {
        let lang = app.lang.get();
        let option = |id: KpiId| {
            view! { <option value=id.id() selected=figure.get_untracked() == id>{kpis::name(id).to(lang)}</option> }
        };
        KpiId::ALL.map(option).into_iter().collect_view()
    };
    let choose = move |event| {
        let wanted = event_target_value(&event);
        if let Some(id) = KpiId::ALL.into_iter().find(|id| id.id() == wanted) {
            figure.set(id);
        }
    };
    let heads = move || {
        let lang = app.lang.get();
        let sides = board.with(|board| Some(sides(lang, board.as_ref()?, what.get()?)));
        sides.map(|[one, other]| view! { <th scope="col" class="n">{one}</th><th scope="col" class="n">{other}</th> })
    };
    let head = view! {
        <thead><tr aria-rowindex="1">
            <th scope="col">{t(super::super::words::dashboard::COL_NUMBER)}</th>
            {live(heads)}
            <th scope="col" class="n p1">{t(words::COL_DIFFERENCE)}</th><th scope="col" class="p1">{t(words::COL_VERDICT)}</th>
        </tr></thead>
    };
    view! {
        <section class="panel">
            <div class="panel-head"><h2>{t(words::BY_NUMBER)}</h2><p class="sub">{t(words::BY_NUMBER_SUB)}</p></div>
            <div class="tools"><label class="row"><span class="muted">{t(words::FIGURE)}</span><select class="field" on:change=choose>{live(options)}</select></label></div>
            <Windowed
                count=count version=version.into() row=row label=Signal::derive(move || words::BY_NUMBER.to(app.lang.get()))
                class="t" hook="compared-numbers" columns=Signal::derive(|| 5) none=Signal::derive(move || words::NO_NUMBERS.to(app.lang.get()))
                head=head.into_any()
            />
        </section>
    }
}

fn number_row(lang: Lang, place: usize, row: &NumberCompared) -> AnyView {
    view! {
        <tr data-number=row.number.clone() aria-rowindex=row_index(place)>
            <th scope="row">{number_link(lang, &row.number)}{under(lang, &row.compared)}</th>{figures(lang, &row.compared)}
        </tr>
    }
    .into_any()
}
