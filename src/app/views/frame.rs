//! The frame of the page: bar, the view of the route, what lies over it, and what works everywhere (drop, paste, keys).

use leptos::{ev, prelude::*};

use super::{
    arrival::Arrival,
    bar::Bar,
    daily::Daily,
    dashboard::Today,
    dialogs::{PasteDialog, ProofDialog},
    drag::DragOverlay,
    errors::Errors,
    files::Files,
    icon::Sprite,
    live::live,
    mapping::Mapping,
    number::NumberPage,
    numbers::Numbers,
    reading::ReadingDialog,
    thresholds::Thresholds,
};
use crate::{
    app::{
        App, Route, t,
        words::{roles, shell},
    },
    browser::{given, reader::Input, surroundings},
};

/// The whole page.
#[component]
pub fn Page() -> impl IntoView {
    let app = App::start();
    provide_context(app);

    Effect::new(move |_| {
        let lang = app.lang.get();
        surroundings::entitle(lang.tag(), shell::TITLE.to(lang));
    });
    leptos::task::spawn_local(async move {
        surroundings::loaded().await;
        app.has_loaded(surroundings::now_ms());
    });
    // A new view is read from its top, by eye and by screen reader.
    Effect::new(move |before: Option<(Route, bool)>| {
        let view = (app.route(), app.gathered.with(Option::is_some));
        if before.is_some_and(|before| before != view) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            surroundings::focus("#main");
        }
        view
    });
    let paste = window_event_listener(ev::paste, move |event| app.add(given::pasted(&event)));
    // Links name views as `#files`; followed by the browser, they would change the address.
    let links = window_event_listener(ev::click, move |event| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.default_prevented());
        if let Some(route) = given::link(&event).filter(|_| plain).and_then(|name| Route::find(&name)) {
            event.prevent_default();
            app.go(route);
        }
    });
    let keys = window_event_listener(ev::keydown, move |event| {
        if (event.ctrl_key() || event.meta_key()) && !event.shift_key() && event.key().eq_ignore_ascii_case("o") {
            event.prevent_default();
            app.pick_files();
        }
    });
    on_cleanup(move || {
        paste.remove();
        keys.remove();
        links.remove();
    });

    view! {
        <Sprite/>
        <a class="skip" href="#main" on:click=|event| { event.prevent_default(); surroundings::focus("#main"); }>{t(shell::SKIP)}</a>
        <Bar/>
        <main class="page" id="main" tabindex="-1">
            <Errors/>
            {live(move || view_of(app))}
        </main>
        <footer class="page"><p class="foot">{t(shell::FOOT)}</p></footer>
        <DragOverlay/>
        <ReadingDialog/>
        <PasteDialog/>
        <ProofDialog/>
        <Toast/>
    }
}

/// The view of the route; arrival as long as there is nothing else to show.
fn view_of(app: App) -> AnyView {
    if let Some(input) = app.mapping.get() {
        return view! { <MapFailed input=input/> }.into_any();
    }
    if app.gathered.with(Option::is_none) {
        return view! { <Arrival/> }.into_any();
    }
    match app.route() {
        Route::Start => view! { <Arrival/> }.into_any(),
        Route::Files => view! { <Files/> }.into_any(),
        Route::Daily => view! { <Daily/> }.into_any(),
        Route::Thresholds => view! { <Thresholds/> }.into_any(),
        Route::Today => view! { <Today/> }.into_any(),
        Route::Numbers => view! { <Numbers/> }.into_any(),
        Route::Number(number) => view! { <NumberPage number=number/> }.into_any(),
    }
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

/// A short sentence, said in passing to eye and screen reader.
#[component]
fn Toast() -> impl IntoView {
    let app = App::here();
    const SHOWN_FOR: std::time::Duration = std::time::Duration::from_secs(4);
    Effect::new(move |pending: Option<Option<TimeoutHandle>>| {
        if let Some(Some(pending)) = pending {
            pending.clear();
        }
        app.toast.with(Option::is_some).then(|| set_timeout_with_handle(move || app.toast.set(None), SHOWN_FOR).ok())?
    });
    view! { <p class="toast" role="status" data-open=move || app.toast.with(Option::is_some)>{live(move || app.toast.get())}</p> }
}
