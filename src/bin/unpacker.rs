//! The worker that unpacks archives and workbooks.

/// Says `ready`, then takes files.
#[cfg(target_arch = "wasm32")]
fn main() -> Result<(), wasm_bindgen::JsValue> {
    ringwell::browser::fault::tell_only_the_place();
    ringwell::browser::unpacker::serve()
}

/// Natively the unpacking stands before the reading, in one program.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
