//! The page behind the door: everything from the reading of files on.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

/// Gets ready, without showing anything yet.
#[cfg(target_arch = "wasm32")]
fn main() {
    ringwell::app::prepare_house();
}

/// Begins to read: `given` is what the door was given, `language` the tag of its language. Done when the house may be put
/// up. Answers whether it will show what the door shows.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub async fn begin(given: Vec<JsValue>, language: String) -> bool {
    ringwell::app::begin_house(&given, &language).await
}

/// Puts the house that has begun to read into the document.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn open(wanted: bool) {
    ringwell::app::open_house(wanted);
}

/// Goes through all that a first file asks for, with a worker that stands idle.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub async fn rehearse(worker: web_sys::Worker) {
    ringwell::app::rehearse(worker).await;
}

/// The page runs in a browser only.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
