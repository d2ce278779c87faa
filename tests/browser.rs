//! What only a browser can tell, run in headless Chromium:
//! `cargo test --target wasm32-unknown-unknown --test browser`.

#![cfg(target_arch = "wasm32")]

use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[cfg(feature = "api")]
#[path = "browser/api.rs"]
mod api;

wasm_bindgen_test_configure!(run_in_browser);

/// The tests run in a page: without one, everything else here would be moot.
#[wasm_bindgen_test]
fn there_is_a_document() {
    assert!(web_sys::window().and_then(|window| window.document()).is_some());
    assert!(js_sys::global().has_type::<web_sys::Window>());
}
