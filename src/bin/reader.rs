//! The worker that reads files.

/// Says `ready`, then takes jobs.
#[cfg(target_arch = "wasm32")]
fn main() -> Result<(), wasm_bindgen::JsValue> {
    ringwell::browser::fault::tell_only_the_place();
    ringwell::browser::worker::serve()
}

/// The worker runs in a browser only.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
