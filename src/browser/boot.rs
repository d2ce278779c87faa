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
    /// Begins to read; the house talks a language, and does not stand yet. Done when it may be put up. Answers whether it
    /// will show what the door shows.
    ///
    /// # Errors
    /// What it threw.
    pub async fn begin(&self, inputs: &[Input], language: &str) -> Result<bool, JsValue> {
        let given: js_sys::Array = inputs.iter().map(Input::to_js).collect();
        let begun = self.function("begin")?.call2(&JsValue::UNDEFINED, &given, &language.into())?;
        Ok(JsFuture::from(begun.dyn_into::<Promise>()?).await?.is_truthy())
    }

    /// Puts the house into the document. Where the reading is not wanted any more, it ends.
    ///
    /// # Errors
    /// What it threw.
    pub fn open(&self, wanted: bool) -> Result<(), JsValue> {
        self.function("open")?.call1(&JsValue::UNDEFINED, &wanted.into()).map(drop)
    }

    fn function(&self, name: &str) -> Result<Function, JsValue> {
        Reflect::get(&self.0, &name.into())?.dyn_into()
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
