//! The bar: brand, pages, the promise, language, theme, more files.

use leptos::prelude::*;

use super::{
    Icon,
    live::{Show, live},
};
use crate::{
    app::{
        App, Phase, Route, t,
        words::{Lang, Phrase, arrival, shell},
    },
    browser::given,
};

/// The name of a page in the bar.
const fn name(route: &Route) -> Phrase {
    match route {
        Route::Today => shell::TODAY,
        Route::Start => shell::START,
        Route::Numbers => shell::NUMBERS,
        Route::Number(_) => shell::NUMBER,
        Route::Daily => shell::DAILY,
        Route::Files => shell::FILES,
        Route::Thresholds => shell::THRESHOLDS,
    }
}

/// The bar.
#[component]
pub fn Bar() -> impl IntoView {
    let app = App::here();
    let ready = Memo::new(move |_| app.gathered.with(Option::is_some));
    let menu_open = RwSignal::new(false);
    Effect::new(move |_| {
        app.route(); // any change of the page closes the menu
        menu_open.set(false);
    });
    view! {
        <header class="bar">
            <div class="bar-in">
                <a class="brand" href="#start" aria-label=t(shell::START)><Icon name="logo"/><span>"Ringwell"</span></a>
                <nav aria-label=t(shell::MAIN_NAV)><Tabs ready=ready/></nav>
                <div class="bar-tools push">
                    <button class="sent" type="button" on:click=move |_| app.prove() data-sent=move || app.requests.get()>
                        <Icon name="shield"/>
                        <span class="hide-narrow">{live(move || shell::requests(app.lang.get(), app.requests.get()))}</span>
                        <span class="only-narrow">{live(move || shell::requests_short(app.lang.get(), app.requests.get()))}</span>
                    </button>
                    <Language/>
                    <ThemeSwitch class="btn quiet icon hide-narrow"/>
                    <Show when=move || ready.get()>
                        <button class="btn primary hide-narrow" type="button" on:click=move |_| app.pick_files()><Icon name="plus"/>{t(shell::ADD_FILES)}</button>
                        <button class="btn primary icon only-narrow" type="button" aria-label=t(shell::ADD_FILES) on:click=move |_| app.pick_files()><Icon name="plus"/></button>
                    </Show>
                    <button
                        class="btn quiet icon only-narrow" type="button" aria-label=t(shell::MENU)
                        aria-expanded=move || menu_open.get().to_string() on:click=move |_| menu_open.update(|open| *open = !*open)
                    ><Icon name="menu"/></button>
                </div>
                <input
                    class="vh" id="file-input" type="file" multiple tabindex="-1" data-testid="file-input"
                    aria-label=t(arrival::BROWSE) node_ref=app.picker on:change=move |event| app.add(given::picked(&event))
                />
            </div>
            <Show when=move || menu_open.get()>
                <nav class="menu" aria-label=t(shell::MENU)><Tabs ready=ready/><ThemeSwitch class="btn quiet"/></nav>
            </Show>
        </header>
    }
}

#[component]
fn Tabs(ready: Memo<bool>) -> impl IntoView {
    let app = App::here();
    let current = move |route: &Route| {
        let here = app.phase.get() != Phase::Arrival
            && match app.route() {
                Route::Number(_) => *route == Route::Numbers,
                shown => shown == *route,
            };
        here.then_some("page")
    };
    move || {
        if !ready.get() {
            return view! {
                <a class="tab" href="#samples" on:click=jump("#samples")>{t(shell::SAMPLES)}</a>
                <a class="tab" href="#systems" on:click=jump("#systems")>{t(shell::SYSTEMS)}</a>
            }
            .into_any();
        }
        Route::TABS
            .map(|route| {
                let href = format!("#{}", route.hash());
                let label = t(name(&route));
                view! { <a class="tab" href=href aria-current=move || current(&route)>{live(label)}</a> }
            })
            .into_iter()
            .collect_view()
            .into_any()
    }
}

/// Moves to a part of arrival without a new entry in the history.
fn jump(selector: &'static str) -> impl Fn(leptos::ev::MouseEvent) {
    move |event| {
        event.prevent_default();
        if let Ok(Some(part)) = document().query_selector(selector) {
            part.scroll_into_view();
        }
    }
}

#[component]
fn Language() -> impl IntoView {
    let app = App::here();
    let buttons = Lang::ALL.map(|lang| {
        let name = lang.tag().to_uppercase();
        let choose = move |event: leptos::ev::MouseEvent| {
            event.stop_propagation();
            app.speak(lang);
        };
        view! { <button type="button" lang=lang.tag() aria-pressed=move || (app.lang.get() == lang).to_string() on:click=choose>{name}</button> }
    });
    // A press between the two means the other one.
    let other = move |_| app.speak(if app.lang.get_untracked() == Lang::En { Lang::Fr } else { Lang::En });
    view! { <div class="seg" role="group" aria-label=t(shell::LANGUAGE) data-testid="language" on:click=other>{buttons.into_iter().collect_view()}</div> }
}

#[component]
fn ThemeSwitch(class: &'static str) -> impl IntoView {
    let app = App::here();
    let label = move || (if app.dark.get() { shell::TO_LIGHT } else { shell::TO_DARK }).to(app.lang.get());
    let with_text = !class.contains("icon");
    view! {
        <button class=class type="button" aria-label=label on:click=move |_| app.switch_theme()>
            {live(move || if app.dark.get() { view! { <Icon name="sun"/> } } else { view! { <Icon name="moon"/> } })}
            {with_text.then_some(label)}
        </button>
    }
}
