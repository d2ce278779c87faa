//! The house: the whole page, from the reading of files on.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::{ev, mount::mount_to, prelude::*};
use wasm_bindgen::{JsCast, JsValue};

use super::{
    arrival::Arrival,
    bar::Bar,
    compare::Compare,
    daily::Daily,
    dashboard::Today,
    errors::Errors,
    files::Files,
    filters::FilterBar,
    frame::Frame,
    guide::Guide,
    icon::{REST, Sprite},
    live::live,
    mapping::Mapping,
    notices::{Notices, Wanted},
    number::NumberPage,
    numbers::Numbers,
    palette::Palette,
    plan::PlanPage,
    reading::ReadingDialog,
    share::{Share, Sharing},
    spoken::Spoken,
    tabs::tabs,
    thresholds::Thresholds,
};
use crate::{
    app::{
        App, Phase, Planner, Prepared, Route, Shared, t,
        words::{Lang, files, roles, shell},
    },
    browser::{fault, given, reader::Input, surroundings, zone},
    tally::Gathered,
};

/// Numbers times days with calls that the page is made and timed for: 5,000 numbers over a year.
const MADE_FOR: usize = 5_000 * 365;

/// Gets ready while nobody waits: the offsets of the browser's zone take thousands of questions to Intl.
pub fn prepare_house() {
    fault::tell_only_the_place();
    drop(zone::own().and_then(|name| zone::table(&name)));
}

thread_local! {
    /// The state of a house that reads already and does not stand yet.
    static BEGUN: RefCell<Option<(Owner, App)>> = const { RefCell::new(None) };
}

/// For so long the house waits for something to show before it puts itself up: the door has said what is being read,
/// and a page that is there for a moment costs as much as one that stays.
const PATIENCE_MS: i32 = 500;

/// Begins to read what the door was given; `language` is the tag of the door's language. Done as soon as there is
/// something to show, after [`PATIENCE_MS`] at the latest. Answers whether the house will show what the door shows.
pub async fn begin_house(given: &[JsValue], language: &str) -> bool {
    let begun = BEGUN.take().or_else(|| {
        let lang = Lang::find(language).unwrap_or_default();
        // The state, and no element yet.
        leptos::mount::mount_to_body(move || {
            let app = App::start(lang);
            app.follow_address();
            _ = BEGUN.replace(Owner::current().map(|owner| (owner, app)))
        });
        BEGUN.take()
    });
    let Some((owner, app)) = begun else { return false };
    let over = surroundings::wait_or(PATIENCE_MS, |over| {
        owner.with(|| {
            app.give_to(move |inputs| app.read(inputs));
            app.give(given.iter().filter_map(Input::from_js).collect());
            Effect::new(move |_| {
                if app.phase.get() != Phase::Reading {
                    over();
                }
            });
        });
    });
    BEGUN.replace(Some((owner.clone(), app)));
    over.await;
    app.gathered.try_with_untracked(Option::is_none).unwrap_or_default()
}

/// Puts the house that has begun to read into the document; `wanted` is whether the reading still is.
pub fn open_house(wanted: bool) {
    let Some((owner, app)) = BEGUN.take() else { return };
    owner.with(|| {
        if !wanted && app.phase.get_untracked() == Phase::Reading {
            app.cancel();
        } else if !wanted {
            app.forget(); // it was over before anybody could hear that it is not wanted
        }
        leptos::mount::mount_to_body(move || view! { <House app=app/> });
    });
}

/// Puts a house with this analysis up where nobody sees it, and takes it down within the same task: what the first view
/// needs is compiled then. Nobody takes what such a house is given, and it knows no address.
pub async fn rehearse_house(gathered: Shared<Gathered>, prepared: Prepared) {
    let Some(stage) = document().create_element("div").ok().and_then(|stage| stage.dyn_into().ok()) else { return };
    let begun = Rc::new(Cell::new(None));
    let own = Rc::clone(&begun);
    let lang = surroundings::language().and_then(|tag| Lang::find(&tag)).unwrap_or_default();
    let house = mount_to(stage, move || {
        let app = App::start(lang);
        own.set(Some(app));
        view! { <House app=app/> }
    });
    if let Some(app) = begun.get() {
        app.prepared.set_value(Some(prepared));
        app.gathered.set(Some(gathered));
        leptos::task::tick().await;
    }
    drop(house);
}

#[component]
fn House(app: App) -> impl IntoView {
    provide_context(app);
    provide_context(app.front);
    provide_context(Sharing::new());
    provide_context(Wanted::kept());
    provide_context(Planner::new(app));

    // A new view is read from its top, by eye and by screen reader. The first is the door's, or new.
    Effect::new(move |before: Option<(Route, bool)>| {
        let view = (app.route(), app.gathered.with(Option::is_some));
        app.menu.set(false);
        if before.unwrap_or_else(|| (view.0.clone(), false)) != view {
            // With the next frame: either asks for a layout, which is then the one that the frame needs anyway.
            request_animation_frame(move || {
                if app.menu.is_disposed() {
                    return;
                }
                window().scroll_to_with_x_and_y(0.0, 0.0);
                surroundings::focus("#main");
            });
        }
        view
    });
    // Links name views as `#files`; followed by the browser, they would change the address.
    let links = window_event_listener(ev::click, move |event| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.default_prevented());
        if let Some(route) = given::link(&event).filter(|_| plain).and_then(|name| Route::find(&name)) {
            event.prevent_default();
            app.go(route);
        }
    });
    on_cleanup(move || links.remove());

    let filtering = RwSignal::new(false);
    let ready = Signal::derive(move || app.gathered.with(Option::is_some));
    let arrives = Signal::derive(move || app.phase.get() == Phase::Arrival || app.route() == Route::Start);
    view! {
        <Sprite symbols=REST/>
        <Frame bar=view! { <Bar tabs=tabs more=ready/> }.into_any() arrives=arrives>
            <Errors/>
            {live(move || too_large(app))}
            {live(move || view_of(app, filtering))}
        </Frame>
        <ReadingDialog/>
        <Share/>
        <Palette/>
        <Notices/>
        <Spoken/>
    }
}

/// The view of the route; arrival as long as there is nothing else to show.
fn view_of(app: App, filtering: RwSignal<bool>) -> AnyView {
    if let Some(input) = app.mapping.get() {
        return view! { <MapFailed input=input/> }.into_any();
    }
    if app.gathered.with(Option::is_none) {
        return view! { <Arrival/> }.into_any();
    }
    let route = app.route();
    // The bar comes with its view, so that nothing moves once it is there.
    let bar = route.is_filtered().then(|| view! { <FilterBar open=filtering/> });
    let view = match route {
        Route::Start => view! { <Arrival/> }.into_any(),
        Route::Files => view! { <Files/> }.into_any(),
        Route::Daily => view! { <Daily/> }.into_any(),
        Route::Compare => view! { <Compare/> }.into_any(),
        Route::Plan => view! { <PlanPage/> }.into_any(),
        Route::Guide => view! { <Guide/> }.into_any(),
        Route::Thresholds => view! { <Thresholds/> }.into_any(),
        Route::Today => view! { <Today/> }.into_any(),
        Route::Numbers => view! { <Numbers/> }.into_any(),
        Route::Number(number) => view! { <NumberPage number=number/> }.into_any(),
    };
    view! { {bar}{view} }.into_any()
}

/// Said above every view where there is more than the page was made for.
fn too_large(app: App) -> Option<AnyView> {
    let board = app.whole.get()?;
    let days = board.numbers.iter().map(|number| number.series.days().len()).sum::<usize>();
    (days > MADE_FOR).then(|| {
        let text = files::too_large(app.lang.get(), board.numbers.len() as u64, days as u64);
        view! { <div class="filters"><p class="filter-note" role="status" data-testid="too-large">{text}</p></div> }
            .into_any()
    })
}

/// The mapping of a file of which nothing could be read.
#[component]
fn MapFailed(input: Input) -> impl IntoView {
    let app = App::here();
    let name = input.name();
    let title = move || roles::MAP_TITLE.with(app.lang.get(), &[&name]);
    view! {
        <div class="stack">
            <div class="title">
                <h1>{live(title)}</h1>
                <span class="muted">{t(roles::MAP_HELP)}</span>
                <span class="push"><button class="btn" type="button" on:click=move |_| app.mapping.set(None)>{t(shell::CANCEL)}</button></span>
            </div>
            <Mapping input=input account=None/>
        </div>
    }
}
