//! The bar: brand, pages, the promise, language, theme, more files.

use leptos::prelude::*;

use super::{
    Icon,
    live::{Show, live},
};
use crate::{
    app::{
        Front, t,
        words::{Lang, arrival, shell},
    },
    browser::given,
};

/// The bar.
#[component]
pub fn Bar(
    /// The pages, in the bar and in the menu.
    tabs: fn() -> AnyView,
    /// Whether there are files already, to which others can be added.
    #[prop(optional, into)]
    more: Signal<bool>,
) -> impl IntoView {
    let front = Front::here();
    view! {
        <header class="bar">
            <div class="bar-in">
                <a class="brand" href="#start" aria-label=t(shell::START)><Icon name="logo"/><span>"Ringwell"</span></a>
                <nav aria-label=t(shell::MAIN_NAV)>{tabs()}</nav>
                <div class="bar-tools push">
                    <button class="sent" type="button" on:click=move |_| front.prove() data-sent=move || front.requests.get()>
                        <Icon name="shield"/>
                        <span class="hide-narrow">{live(move || shell::requests(front.lang.get(), front.requests.get()))}</span>
                        <span class="only-narrow">{live(move || shell::requests_short(front.lang.get(), front.requests.get()))}</span>
                    </button>
                    <Language/>
                    <ThemeSwitch class="btn quiet icon hide-narrow"/>
                    <Show when=move || more.get()>
                        <button class="btn primary hide-narrow" type="button" on:click=move |_| front.pick_files()><Icon name="plus"/>{t(shell::ADD_FILES)}</button>
                        <button class="btn primary icon only-narrow" type="button" aria-label=t(shell::ADD_FILES) on:click=move |_| front.pick_files()><Icon name="plus"/></button>
                    </Show>
                    <button
                        class="btn quiet icon only-narrow" type="button" aria-label=t(shell::MENU)
                        aria-expanded=move || front.menu.get().to_string() on:click=move |_| front.menu.update(|open| *open = !*open)
                    ><Icon name="menu"/></button>
                </div>
                <input
                    class="vh" id="file-input" type="file" multiple tabindex="-1" data-testid="file-input"
                    aria-label=t(arrival::BROWSE) node_ref=front.picker on:change=move |event| front.give(given::picked(&event))
                />
            </div>
            <Show when=move || front.menu.get()>
                <nav class="menu" aria-label=t(shell::MENU)>{tabs()}<ThemeSwitch class="btn quiet"/></nav>
            </Show>
        </header>
    }
}

/// The parts of the first page.
pub fn first_tabs() -> AnyView {
    view! {
        <a class="tab" href="#samples" on:click=jump("#samples")>{t(shell::SAMPLES)}</a>
        <a class="tab" href="#systems" on:click=jump("#systems")>{t(shell::SYSTEMS)}</a>
    }
    .into_any()
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
    let front = Front::here();
    let buttons = Lang::ALL.map(|lang| {
        let name = lang.tag().to_uppercase();
        let choose = move |event: leptos::ev::MouseEvent| {
            event.stop_propagation();
            front.speak(lang);
        };
        view! { <button type="button" lang=lang.tag() aria-pressed=move || (front.lang.get() == lang).to_string() on:click=choose>{name}</button> }
    });
    // A press between the two means the other one.
    let other = move |_| front.speak(if front.lang.get_untracked() == Lang::En { Lang::Fr } else { Lang::En });
    view! { <div class="seg" role="group" aria-label=t(shell::LANGUAGE) data-testid="language" on:click=other>{buttons.into_iter().collect_view()}</div> }
}

#[component]
fn ThemeSwitch(class: &'static str) -> impl IntoView {
    let front = Front::here();
    let label = move || (if front.dark.get() { shell::TO_LIGHT } else { shell::TO_DARK }).to(front.lang.get());
    let with_text = !class.contains("icon");
    view! {
        <button class=class type="button" aria-label=label on:click=move |_| front.switch_theme()>
            {live(move || if front.dark.get() { view! { <Icon name="sun"/> } } else { view! { <Icon name="moon"/> } })}
            {with_text.then_some(label)}
        </button>
    }
}
