//! What the browser says of its user and of itself: languages, theme, clock, requests made.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlDialogElement, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The user's languages, most wanted first.
pub fn languages() -> Vec<String> {
    web_sys::window()
        .map(|window| window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect())
        .unwrap_or_default()
}

/// Tells the document its language and its title.
pub fn entitle(language: &str, title: &str) {
    let Some(document) = document() else { return };
    document.set_title(title);
    if let Some(root) = document.document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        root.set_lang(language);
    }
}

/// The tag of the document's language.
pub fn language() -> Option<String> {
    document()?.document_element()?.get_attribute("lang")
}

/// The address of the page with another part after `#` (given with it).
pub fn address(hash: &str) -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    format!("{}{hash}", href.split('#').next().unwrap_or_default())
}

/// Whether the page is dark: as chosen, else as the system is.
pub fn is_dark() -> bool {
    let chosen =
        document().and_then(|document| document.document_element()).and_then(|root| root.get_attribute("data-theme"));
    match chosen.as_deref() {
        Some(theme) => theme == "dark",
        None => web_sys::window()
            .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten())
            .is_some_and(|query| query.matches()),
    }
}

/// Whether the page is used by touch.
pub fn is_touched() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(pointer: coarse)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Sets the theme of the document: `light` or `dark`.
pub fn set_theme(theme: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Refused only for a malformed name, and this one is not.
        drop(root.set_attribute("data-theme", theme));
    }
}

/// Milliseconds since the page was opened.
pub fn now_ms() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// Sets a mark in the browser's own record of the page, for measuring.
pub fn mark(name: &str) {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        let _ = performance.mark(name); // it fails only for names that the browser has for itself
    }
}

/// Requests that the page has made over the network since a moment of [`now_ms`], by the browser's own books.
pub fn requests_since(ms: f64) -> u32 {
    let Some(performance) = web_sys::window().and_then(|window| window.performance()) else { return 0 };
    let counts = |entry: &JsValue| {
        let text = Reflect::get(entry, &"name".into()).ok().and_then(|name| name.as_string());
        let start = Reflect::get(entry, &"startTime".into()).ok().and_then(|start| start.as_f64());
        text.is_some_and(|text| text.starts_with("http")) && start.is_some_and(|start| start > ms)
    };
    performance.get_entries_by_type("resource").iter().filter(counts).count() as u32
}

/// Moves the keyboard to an element. `selector` is CSS; nothing happens where nothing matches.
pub fn focus(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that went away meanwhile takes no focus, and needs none.
        drop(element.focus());
    }
}

/// Shows that the page could not start: nothing else is in the document.
pub fn cannot_start() {
    if let Some(text) = document().and_then(|document| document.get_element_by_id("cannot-start")) {
        drop(text.remove_attribute("hidden"));
    }
}

/// What the keyboard can reach, in order.
const CONTROLS: &str = "a, button, input, summary";

/// Where the user is on the page: how far down, and at which control.
pub struct Place {
    top: f64,
    control: Option<u32>,
}

/// Where the user is, once every open dialog has been closed and has given the keyboard back.
pub fn place() -> Option<Place> {
    let document = document()?;
    let dialogs = document.query_selector_all("dialog[open]").ok()?;
    for at in (0..dialogs.length()).rev() {
        if let Some(dialog) = dialogs.get(at).and_then(|node| node.dyn_into::<HtmlDialogElement>().ok()) {
            dialog.close();
        }
    }
    let (controls, active) = (document.query_selector_all(CONTROLS).ok()?, document.active_element());
    let has_keyboard = |at: &u32| controls.get(*at).is_some_and(|one| one.is_same_node(active.as_deref()));
    let control = (0..controls.length()).find(has_keyboard);
    Some(Place { top: web_sys::window()?.scroll_y().ok()?, control })
}

/// Puts the user back to a place, on a page with the same controls.
pub fn return_to(place: &Place) {
    let control = place.control.and_then(|at| document()?.query_selector_all(CONTROLS).ok()?.get(at));
    if let Some(control) = control.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        // A control that went away meanwhile takes no focus, and needs none.
        drop(control.focus());
    }
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, place.top);
    }
}

/// Lets the browser do what is due, and goes on afterwards.
pub async fn pause() {
    wait_or(0, |_| {}).await;
}

/// Begins something that may call `over`, at once or later, and waits for that, but only so many milliseconds.
pub fn wait_or(ms: i32, begin: impl FnOnce(Box<dyn Fn()>)) -> impl Future<Output = ()> {
    let mut begin = Some(begin);
    let later = Promise::new(&mut |resolve, _| {
        let over = {
            let resolve = resolve.clone();
            move || drop(resolve.call0(&JsValue::UNDEFINED)) // the browser's own function: it never throws
        };
        let waits = web_sys::window()
            .is_some_and(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms).is_ok());
        if !waits {
            over(); // there is nothing to wait for
        }
        if let Some(begin) = begin.take() {
            begin(Box::new(over));
        }
    });
    async move { drop(JsFuture::from(later).await) }
}
