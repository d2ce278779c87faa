//! The filter: a bar above every view that follows it, and a panel of choices that opens below.

use std::sync::Arc;

use leptos::{ev, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;

use super::{
    Icon,
    live::{Live, Show, live},
};
use crate::{
    app::{
        App, Route, format, t,
        words::{Lang, Phrase, dashboard, filters as words},
    },
    browser::{clipboard, surroundings},
    kpi::Zone,
    model::LineType,
    narrow::{self, Filter, Offered, Tag},
};

/// Choices listed before the rest must be searched for.
const LISTED: usize = 60;
/// Choices from which on there is a field to search them.
const SEARCHED: usize = 9;
/// Spans offered, in days up to the last.
const SPANS: [i32; 3] = [7, 28, 90];

/// A kind of choice by name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Campaign,
    Team,
    Agent,
    Prefix,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Campaign, Self::Team, Self::Agent, Self::Prefix];

    const fn label(self) -> Phrase {
        match self {
            Self::Campaign => words::CAMPAIGN,
            Self::Team => words::TEAM,
            Self::Agent => words::AGENT,
            Self::Prefix => words::PREFIX,
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Campaign => "campaign",
            Self::Team => "team",
            Self::Agent => "agent",
            Self::Prefix => "prefix",
        }
    }

    fn of(self, filter: &Filter) -> &Vec<Tag> {
        match self {
            Self::Campaign => &filter.campaigns,
            Self::Team => &filter.teams,
            Self::Agent => &filter.agents,
            Self::Prefix => &filter.prefixes,
        }
    }

    fn of_mut(self, filter: &mut Filter) -> &mut Vec<Tag> {
        match self {
            Self::Campaign => &mut filter.campaigns,
            Self::Team => &mut filter.teams,
            Self::Agent => &mut filter.agents,
            Self::Prefix => &mut filter.prefixes,
        }
    }

    /// A name as it is written.
    fn write(self, lang: Lang, name: &str) -> String {
        match self {
            _ if name.is_empty() => words::NO_NAME.to(lang).to_owned(),
            Self::Prefix => format!("+{name}…"),
            _ => name.to_owned(),
        }
    }

    /// The name of a tag among those offered, as it is written.
    fn name(self, lang: Lang, offered: &[Offered], tag: Tag) -> String {
        let known = offered.iter().find(|one| one.tag == tag);
        known.map_or_else(|| words::NOT_HERE.to(lang).to_owned(), |one| self.write(lang, &one.name))
    }
}

/// What can be chosen by name; the agents once someone looks at them.
#[derive(Clone, Copy)]
struct Names {
    of_board: Memo<Arc<[Vec<Offered>; 3]>>,
    agents: Memo<Arc<Vec<Offered>>>,
}

impl Names {
    fn new(app: App) -> Self {
        let of_board =
            Memo::new(move |_| Arc::new(app.whole.get().map(|board| narrow::of_board(&board)).unwrap_or_default()));
        let agents = Memo::new(move |_| {
            Arc::new(app.gathered.get().map(|gathered| narrow::agents(&gathered.ledger)).unwrap_or_default())
        });
        Self { of_board, agents }
    }

    fn with<T>(self, kind: Kind, use_them: impl FnOnce(&[Offered]) -> T) -> T {
        match kind {
            Kind::Agent => self.agents.with(|agents| use_them(agents)),
            Kind::Campaign => self.of_board.with(|offered| use_them(&offered[0])),
            Kind::Team => self.of_board.with(|offered| use_them(&offered[1])),
            Kind::Prefix => self.of_board.with(|offered| use_them(&offered[2])),
        }
    }
}

/// The bar and its panel, above a view that follows the filter.
#[component]
pub fn FilterBar(
    /// Whether its panel is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let app = App::here();
    let names = Names::new(app);
    let link_label = move || {
        let is_number = matches!(app.route(), Route::Number(_));
        (if is_number { words::NUMBER_LINK } else { words::COPY_LINK }).to(app.lang.get())
    };
    let on = move || !app.wanted.with(Filter::is_empty);
    let clear = move |_| {
        app.clear_filter();
        surroundings::focus("#filter-open");
    };
    let escape = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            open.set(false);
            surroundings::focus("#filter-open");
        }
    };
    view! {
        <section class="filters" aria-label=t(words::BAR) data-testid="filter-bar" on:keydown=escape>
            <div class="filter-row">
                <button
                    class="btn" type="button" id="filter-open" aria-expanded=move || open.get().to_string() aria-controls="filter-panel"
                    on:click=move |_| open.update(|open| *open = !*open)
                ><Icon name="filter"/>{t(words::FILTER)}</button>
                <button class="btn quiet icon" type="button" data-testid="copy-link" aria-label=link_label title=link_label on:click=move |_| copy_link(app)>
                    <Icon name="link"/>
                </button>
                <ul class="chips">{live(move || chips(app, names))}</ul>
            </div>
            <div class="filter-left">
                <Show when=on>
                    <span class="row">
                        <button class="btn quiet" type="button" data-testid="filter-clear" aria-label=t(words::CLEAR_ALL) title=t(words::CLEAR_ALL) on:click=clear>
                            <Icon name="close"/><span>{t(words::CLEAR_ALL)}</span>
                        </button>
                        <button class="btn quiet" type="button" popovertarget="filter-limits" aria-label=t(words::LIMITS) title=t(words::LIMITS)>
                            <Icon name="info"/><span>{t(words::LIMITS)}</span>
                        </button>
                    </span>
                </Show>
                <p class="muted" role="status" data-testid="filter-count">{live(move || left_or_none(app))}</p>
            </div>
            <div class="how" id="filter-limits" popover="auto">
                <h4>{t(words::LIMITS)}</h4>
                {live(move || notes(app))}
                <button class="btn tiny" type="button" popovertarget="filter-limits" popovertargetaction="hide">{t(dashboard::CLOSE)}</button>
            </div>
            <Show when=move || open.get()><Panel names=names open=open/></Show>
        </section>
    }
}

/// Copies the address of what is shown. A number stands in it only where its page is shown, and that is said.
pub fn copy_link(app: App) {
    let (link, said) = match untrack(|| app.route()) {
        Route::Number(number) => {
            (crate::app::link::Link { number: Some(number), ..untrack(|| app.link()) }, words::NUMBER_LINK_COPIED)
        }
        _ => (untrack(|| app.link()), words::LINK_COPIED),
    };
    let address = surroundings::address(&link.write());
    spawn_local(async move {
        let lang = app.lang.get_untracked();
        app.say(match clipboard::copy(&address).await {
            Ok(()) => said.to(lang).to_owned(),
            Err(_) => crate::app::words::shell::NOT_COPIED.to(lang).to_owned(),
        });
    });
}

/// Names on a chip.
const ON_CHIP: usize = 2;
/// Names of a kind in a report.
const IN_REPORT: usize = 6;

/// The names of the chosen ones of a kind.
type Say<'a> = &'a dyn Fn(Kind, &[Tag]) -> Vec<String>;

/// What is left of how much.
fn left(app: App) -> Option<String> {
    let (lang, whole, board) = (app.lang.get(), app.whole.get()?, app.board.get()?);
    let numbers = [board.numbers.len() as u64, whole.numbers.len() as u64];
    let calls = [&board, &whole].map(|board| board.account.total().calls);
    if app.applied.with(Filter::is_empty) {
        return Some(format!(
            "{}{}{}",
            words::ALL_CALLS.to(lang),
            format::colon(lang),
            words::all(lang, numbers[1], calls[1])
        ));
    }
    Some(words::left(lang, numbers, calls))
}

/// The same on the page, where nothing left is said as such.
fn left_or_none(app: App) -> Option<String> {
    let none = app.board.with(|board| board.as_ref().is_some_and(|board| board.period.is_none()));
    if none && !app.applied.with(Filter::is_empty) {
        Some(words::EMPTY.to(app.lang.get()).to_owned())
    } else {
        left(app)
    }
}

/// Each kind of choice that is made, with its text.
fn said(lang: Lang, filter: &Filter, names: Say, most: usize) -> Vec<(&'static str, String)> {
    let mut said = Vec::new();
    if let Some(days) = filter.days {
        said.push(("days", format!("{}{}{}", words::DAYS.to(lang), format::colon(lang), words::days(lang, days))));
    }
    let mut add = |id, label, chosen: Vec<String>| {
        if !chosen.is_empty() {
            said.push((id, words::chip(lang, label, &chosen, most)));
        }
    };
    for kind in Kind::ALL {
        let tags = kind.of(filter);
        // Agents' names are many: only whoever chose some asks for them.
        if !tags.is_empty() {
            add(kind.id(), kind.label(), names(kind, tags));
        }
    }
    let texts = |phrases: &mut dyn Iterator<Item = Phrase>| phrases.map(|phrase| phrase.to(lang).to_owned()).collect();
    add("line", words::LINE, texts(&mut filter.lines.iter().map(|line| words::line(*line))));
    add("zone", words::ZONE, texts(&mut filter.zones.iter().map(|zone| words::zone(*zone))));
    said
}

/// The filter as a report says it, with how much it leaves; `None` where nothing is filtered. No agent is named.
pub fn part(app: App) -> Option<String> {
    let filter = app.applied.get_untracked();
    if filter.is_empty() {
        return None;
    }
    let lang = app.lang.get_untracked();
    let offered = narrow::of_board(&*app.whole.get_untracked()?);
    let names = |kind: Kind, tags: &[Tag]| -> Vec<String> {
        let of = match kind {
            Kind::Agent => return vec![words::unnamed(lang, tags.len() as u64)],
            Kind::Campaign => &offered[0],
            Kind::Team => &offered[1],
            Kind::Prefix => &offered[2],
        };
        tags.iter().map(|tag| kind.name(lang, of, *tag)).collect()
    };
    let said = said(lang, &filter, &names, IN_REPORT);
    let said: Vec<String> = said.into_iter().map(|(_, text)| text).collect();
    Some(crate::app::words::paper::PART.with(lang, &[&said.join(". "), &untrack(|| left(app))?]))
}

/// Takes back a kind of choice.
fn clear(app: App, id: &str) {
    match id {
        "days" => app.selection.clear(),
        "line" => app.choose(|filter| filter.lines.clear()),
        "zone" => app.choose(|filter| filter.zones.clear()),
        id => {
            if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.id() == id) {
                app.choose(|filter| kind.of_mut(filter).clear());
            }
        }
    }
}

/// One chip a kind; a press takes the choice back.
fn chips(app: App, names: Names) -> AnyView {
    let lang = app.lang.get();
    let of = |kind: Kind, tags: &[Tag]| {
        names.with(kind, |offered| tags.iter().map(|tag| kind.name(lang, offered, *tag)).collect())
    };
    said(lang, &app.wanted.get(), &of, ON_CHIP)
        .into_iter()
        .map(|(kind, text)| {
            let label = words::remove(lang, &text);
            let clear = move |_| {
                clear(app, kind);
                surroundings::focus("#filter-open");
            };
            view! {
                <li><button class="fchip" type="button" data-filter=kind aria-label=label on:click=clear><span>{text}</span><Icon name="close"/></button></li>
            }
        })
        .collect_view()
        .into_any()
}

/// What the filter cannot tell, said where it is on.
fn notes(app: App) -> Option<AnyView> {
    let (lang, filter) = (app.lang.get(), app.applied.get());
    if filter.is_empty() {
        return None;
    }
    let whole = app.whole.get()?;
    let said = [
        (true, words::JUDGED_ON_ALL),
        (!filter.agents.is_empty(), words::AGENT_LIMITS),
        (!filter.agents.is_empty() && !filter.lines.is_empty(), words::LINES_IGNORED),
        (narrow::uncertain_reports(&filter, &whole), words::REPORTS_UNKNOWN),
    ];
    let said = said.into_iter().filter(|(holds, _)| *holds);
    let said = said.map(|(_, text)| view! { <p>{text.to(lang)}</p> }).collect_view();
    Some(view! { <div class="filter-note" data-testid="filter-note">{said}</div> }.into_any())
}

/// All choices, over the page: what stands below stays where it is. A press or the keyboard elsewhere closes it.
#[component]
fn Panel(names: Names, open: RwSignal<bool>) -> impl IntoView {
    let app = App::here();
    let close = move |_| {
        open.set(false);
        surroundings::focus("#filter-open");
    };
    let elsewhere = move |event: &web_sys::Event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|target| target.closest(".filters").is_ok_and(|bar| bar.is_none())) {
            open.set(false);
        }
    };
    let pressed = window_event_listener(ev::pointerdown, move |event| elsewhere(&event));
    let focused = window_event_listener(ev::focusin, move |event| elsewhere(&event));
    on_cleanup(move || {
        pressed.remove();
        focused.remove();
    });
    view! {
        <div class="panel filter-panel" id="filter-panel">
            <div class="filter-groups">
                {live(move || Some(days(app)))}
                {Kind::ALL.map(|kind| names_of(app, names, kind)).into_iter().collect_view()}
                {live(move || lines(app))}
                {live(move || zones(app))}
            </div>
            <div class="panel-foot"><button class="btn" type="button" on:click=close>{t(words::DONE)}</button></div>
        </div>
    }
}

fn days(app: App) -> Option<AnyView> {
    let (lang, board) = (app.lang.get(), app.whole.get()?);
    let (first, last) = board.period?;
    let selection = app.selection;
    let (from, to) =
        (move || selection.get().map_or(first, |(from, _)| from), move || selection.get().map_or(last, |(_, to)| to));
    let choose = move |from: crate::model::Day, to: crate::model::Day| {
        if (from, to) == (first, last) { selection.clear() } else { selection.set(from, to) }
    };
    let set_from = move |event| {
        if let Ok(day) = event_target_value(&event).parse::<crate::model::Day>() {
            let (_, to) = selection.get_untracked().unwrap_or((first, last));
            choose(day.max(first), to.max(day));
        }
    };
    let set_to = move |event| {
        if let Ok(day) = event_target_value(&event).parse::<crate::model::Day>() {
            let (from, _) = selection.get_untracked().unwrap_or((first, last));
            choose(from.min(day), day.min(last));
        }
    };
    let span = move |count: i32| {
        let days = (first.max(last - (count - 1)), last);
        let pressed = move || (selection.get() == Some(days)).to_string();
        let press = move |_| {
            if selection.get_untracked() == Some(days) { selection.clear() } else { choose(days.0, days.1) }
        };
        view! { <button class="btn tiny" type="button" aria-pressed=pressed on:click=press>{words::last_days(lang, count)}</button> }
    };
    let spans = SPANS.into_iter().filter(|count| last - (count - 1) > first).map(span).collect_view();
    Some(
        view! {
            <fieldset class="fgroup">
                <legend>{words::DAYS.to(lang)}</legend>
                <div class="row">
                    <label class="row"><span>{words::FROM.to(lang)}</span><input class="field" type="date" name="from" min=first.to_string() max=last.to_string() prop:value=move || from().to_string() on:change=set_from/></label>
                    <label class="row"><span>{words::TO.to(lang)}</span><input class="field" type="date" name="to" min=first.to_string() max=last.to_string() prop:value=move || to().to_string() on:change=set_to/></label>
                </div>
                <div class="row">{spans}</div>
            </fieldset>
        }
        .into_any(),
    )
}

/// The choices of one kind by name; nothing where there is none.
fn names_of(app: App, names: Names, kind: Kind) -> Live {
    let search = RwSignal::new(String::new());
    let dropped = move || {
        kind == Kind::Agent
            && app.gathered.with(|gathered| gathered.as_ref().is_some_and(|all| all.ledger.agents_dropped))
    };
    let count = Memo::new(move |_| names.with(kind, <[Offered]>::len));
    live(move || {
        let lang = app.lang.get();
        if dropped() {
            return Some(view! { <fieldset class="fgroup"><legend>{kind.label().to(lang)}</legend><p class="muted">{words::AGENTS_DROPPED.to(lang)}</p></fieldset> }.into_any());
        }
        if count.get() == 0 {
            return None;
        }
        let boxes = move || {
            let wanted = search.get().to_lowercase();
            names.with(kind, |offered| {
                let found = || offered.iter().filter(|one| wanted.is_empty() || kind.write(lang, &one.name).to_lowercase().contains(&wanted));
                let more = found().count().saturating_sub(LISTED);
                let boxes = found().take(LISTED).map(|one| {
                    let tag = one.tag;
                    let checked = move || app.filter.with(|filter| kind.of(filter).binary_search(&tag).is_ok());
                    let toggle = move || app.choose(|filter| Filter::toggle(kind.of_mut(filter), tag));
                    choice(kind.write(lang, &one.name), lang.count(one.calls), checked, toggle)
                });
                let boxes = boxes.collect_view();
                view! { <div class="fchoices">{boxes}</div>{(more > 0).then(|| view! { <p class="muted">{words::more(lang, more)}</p> })} }
            })
        };
        Some(
            view! {
                <fieldset class="fgroup" data-kind=kind.id()>
                    <legend>{kind.label().to(lang)}</legend>
                    {(count.get() >= SEARCHED).then(|| view! {
                        <input class="field" type="search" aria-label=words::SEARCH.to(lang) placeholder=words::SEARCH.to(lang)
                            prop:value=search on:input=move |event| search.set(event_target_value(&event))/>
                    })}
                    {live(boxes)}
                </fieldset>
            }
            .into_any(),
        )
    })
}

fn lines(app: App) -> Option<AnyView> {
    let (lang, gathered) = (app.lang.get(), app.gathered.get()?);
    let offered = narrow::lines(&gathered.ledger);
    let boxes = offered.iter().map(|(line, calls)| {
        let line: LineType = *line;
        let checked = move || app.filter.with(|filter| filter.lines.contains(&line));
        let toggle = move || app.choose(|filter| Filter::toggle(&mut filter.lines, line));
        choice(words::line(line).to(lang).to_owned(), lang.count(*calls), checked, toggle)
    });
    (!offered.is_empty()).then(|| group(lang, words::LINE, "line", boxes.collect_view().into_any()))
}

fn zones(app: App) -> Option<AnyView> {
    let (lang, board) = (app.lang.get(), app.whole.get()?);
    let offered = app.settings.with(|settings| narrow::zones(&board, settings));
    let boxes = offered.iter().map(|(zone, numbers)| {
        let zone: Zone = *zone;
        let checked = move || app.filter.with(|filter| filter.zones.contains(&zone));
        let toggle = move || app.choose(|filter| Filter::toggle(&mut filter.zones, zone));
        choice(words::zone(zone).to(lang).to_owned(), lang.count(*numbers), checked, toggle)
    });
    (!offered.is_empty()).then(|| group(lang, words::ZONE, "zone", boxes.collect_view().into_any()))
}

fn group(lang: Lang, label: Phrase, kind: &'static str, boxes: AnyView) -> AnyView {
    view! { <fieldset class="fgroup" data-kind=kind><legend>{label.to(lang)}</legend><div class="fchoices">{boxes}</div></fieldset> }.into_any()
}

fn choice(
    name: String,
    count: String,
    checked: impl Fn() -> bool + Send + Sync + 'static,
    toggle: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    view! {
        <label class="fchoice"><input type="checkbox" prop:checked=checked on:change=move |_| toggle()/><span>{name}</span><span class="muted">{count}</span></label>
    }
    .into_any()
}
