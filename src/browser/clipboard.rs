//! The clipboard, for text.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Copies a text.
///
/// # Errors
/// The browser refuses: no permission, or no user action.
pub async fn copy(text: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.map(drop)
}
