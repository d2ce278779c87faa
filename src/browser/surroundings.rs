//! What the browser says of its user and of itself: languages, theme, clock, requests made.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

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

/// Requests that the page has made over the network since a moment of [`now_ms`], by the browser's own books.
pub fn requests_since(ms: f64) -> u32 {
    let Some(performance) = web_sys::window().and_then(|window| window.performance()) else { return 0 };
    let counts = |entry: &wasm_bindgen::JsValue| {
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

/// The place of the element with the keyboard among all that it can reach; `None` where it is nowhere.
pub fn focused() -> Option<u32> {
    let (document, active) = (document()?, document()?.active_element()?);
    let controls = document.query_selector_all(CONTROLS).ok()?;
    (0..controls.length()).find(|place| controls.get(*place).is_some_and(|one| one.is_same_node(Some(&active))))
}

/// Moves the keyboard to that place.
pub fn focus_place(place: u32) {
    let controls = document().and_then(|document| document.query_selector_all(CONTROLS).ok());
    let found = controls.and_then(|controls| controls.get(place));
    if let Some(element) = found.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
}
