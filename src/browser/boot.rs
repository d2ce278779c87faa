//! What `web/boot.js` offers as `window.ringwell`: the rest of the page, and workers.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Worker;

use super::reader::Input;

/// A new worker that has said `ready`.
///
/// # Errors
/// Why it did not start.
pub async fn worker() -> Result<Worker, JsValue> {
    promised("worker").await?.dyn_into()
}

/// A new worker that unpacks archives and workbooks, and has said `ready`.
///
/// # Errors
/// Why it did not start.
pub async fn unpacker() -> Result<Worker, JsValue> {
    promised("unpacker").await?.dyn_into()
}

/// The house, ready to open.
pub struct House(JsValue);

/// Waits for the house: its code is fetched unless it is here already.
///
/// # Errors
/// It did not arrive, or not whole. It may be asked for again.
pub async fn house() -> Result<House, JsValue> {
    promised("house").await.map(House)
}

impl House {
    /// Puts the house into the document, in a language, with something to read.
    ///
    /// # Errors
    /// What it threw.
    pub fn open(&self, inputs: &[Input], language: &str) -> Result<(), JsValue> {
        let open = Reflect::get(&self.0, &"open".into())?.dyn_into::<Function>()?;
        let given: js_sys::Array = inputs.iter().map(Input::to_js).collect();
        open.call2(&JsValue::UNDEFINED, &given, &language.into()).map(drop)
    }
}

/// When all that the page ever fetches had arrived, in milliseconds since it was opened; `None` as long as it has not.
pub fn whole_since_ms() -> Option<f64> {
    Reflect::get(&boot().ok()?, &"wholeSince".into()).ok()?.as_f64()
}

fn boot() -> Result<JsValue, JsValue> {
    Reflect::get(&js_sys::global(), &"ringwell".into())
}

async fn promised(what: &str) -> Result<JsValue, JsValue> {
    let boot = boot()?;
    let ask = Reflect::get(&boot, &what.into())?.dyn_into::<Function>()?;
    JsFuture::from(ask.call0(&boot)?.dyn_into::<Promise>()?).await
}
