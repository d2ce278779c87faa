//! The page's side of unpacking: archives and workbooks among the files given way to their tables, by a worker of its own.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ErrorEvent, File, MessageEvent, Worker};

use super::{boot, protocol::unpack, reader::Input};
use crate::{model::ProblemKind, unpack::is_archive};

/// An unpacking under way.
pub struct Unpacking(Rc<State>);

#[derive(Default)]
struct State {
    cancelled: Cell<bool>,
    worker: RefCell<Option<Worker>>,
}

impl Unpacking {
    /// Starts. `on_packed` is called later, once, as soon as a file is found to be packed. `on_done` is called at the end
    /// with the files in the order given, what is packed having given way to its tables; with `None` where nothing is.
    pub fn start(
        inputs: Vec<Input>,
        on_packed: impl FnOnce() + 'static,
        on_done: impl FnOnce(Option<Vec<Input>>) + 'static,
    ) -> Self {
        let state = Rc::new(State::default());
        let own = Rc::clone(&state);
        spawn_local(async move {
            let mut unpacked = Vec::new();
            let mut on_packed = Some(on_packed);
            for input in inputs {
                let file = match &input {
                    Input::File(file) if is_packed(file).await => Some(file),
                    _ => None,
                };
                if own.cancelled.get() {
                    return;
                }
                let Some(file) = file else {
                    unpacked.push(input);
                    continue;
                };
                if let Some(on_packed) = on_packed.take() {
                    on_packed();
                }
                unpacked.extend(tables(&own, file).await);
                if own.cancelled.get() {
                    return;
                }
            }
            on_done(on_packed.is_none().then_some(unpacked));
        });
        Self(state)
    }

    /// Ends it at once: `on_done` is not called.
    pub fn cancel(self) {
        self.0.cancelled.set(true);
        self.0.close();
    }
}

impl State {
    fn close(&self) {
        if let Some(worker) = self.worker.take() {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
    }
}

/// By its first bytes; a file that cannot be read says so when it is.
async fn is_packed(file: &File) -> bool {
    let Ok(first) = file.slice_with_f64_and_f64(0.0, 4.0) else { return false };
    let bytes = JsFuture::from(first.array_buffer()).await;
    bytes.is_ok_and(|bytes| is_archive(&Uint8Array::new(&bytes).to_vec()))
}

async fn tables(state: &State, file: &File) -> Vec<Input> {
    let answer = match boot::unpacker().await {
        Ok(worker) => {
            state.worker.replace(Some(worker.clone()));
            ask(&worker, file).await
        }
        Err(why) => Err(why),
    };
    state.close();
    let refused = |name, why| vec![Input::Refused { name, why }];
    let Some(list) = answer.ok().and_then(|answer| answer.dyn_into::<Array>().ok()) else {
        return refused(file.name(), ProblemKind::ReaderFailed);
    };
    list.iter().map(|entry| table(&entry.unchecked_into())).collect()
}

/// `[name, Blob]`, or `[name, bytes of a ProblemKind]`.
fn table(entry: &Array) -> Input {
    let name = entry.get(0).as_string().unwrap_or_default();
    match entry.get(1).dyn_into::<Uint8Array>() {
        Ok(why) => Input::Refused { name, why: unpack(&why).unwrap_or(ProblemKind::ReaderFailed) },
        Err(content) => Input::Table { name, content: content.unchecked_into() },
    }
}

/// What the worker answers; an error where it fails.
async fn ask(worker: &Worker, file: &File) -> Result<JsValue, JsValue> {
    let answer = Promise::new(&mut |resolve: Function, reject: Function| {
        let on_message = Closure::once_into_js(move |event: MessageEvent| {
            let _ = resolve.call1(&JsValue::UNDEFINED, &event.data());
        });
        let on_error = Closure::once_into_js(move |event: ErrorEvent| {
            event.prevent_default(); // it is handled here, in words
            let _ = reject.call1(&JsValue::UNDEFINED, &event.message().into());
        });
        worker.set_onmessage(Some(on_message.unchecked_ref()));
        worker.set_onerror(Some(on_error.unchecked_ref()));
    });
    worker.post_message(file)?;
    JsFuture::from(answer).await
}
