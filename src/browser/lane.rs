//! A worker and what is said to it.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, MessageEvent, Worker};

use super::{
    boot,
    protocol::{Answer, Job, Task, pack, unpack},
    reader::Input,
};
use crate::model::Settings;

/// A worker and the job it is at.
#[derive(Default)]
pub(super) struct Lane {
    /// Whether it has a job. Whoever gives it one says so.
    pub(super) busy: Cell<bool>,
    worker: RefCell<Option<Worker>>,
    listeners: RefCell<Option<Listeners>>,
}

type Listeners = (Closure<dyn FnMut(MessageEvent)>, Closure<dyn FnMut(ErrorEvent)>);

impl Lane {
    /// With a worker that stands idle.
    pub(super) fn of(worker: Worker) -> Self {
        Self { worker: RefCell::new(Some(worker)), ..Self::default() }
    }

    /// Makes sure that there is a worker that has said `ready`.
    pub(super) async fn open(&self) -> Result<(), String> {
        if self.worker.borrow().is_none() {
            let worker = boot::worker().await.map_err(|error| words(&error))?;
            self.worker.replace(Some(worker));
        }
        Ok(())
    }

    /// Sends a job. `on_answer` gets each answer, or why there will be none; a worker that fails is given up.
    pub(super) fn ask(
        self: &Rc<Self>,
        input: &Input,
        settings: Settings,
        task: Task,
        on_answer: impl Fn(Result<Answer, String>) + 'static,
    ) {
        let on_answer = Rc::new(on_answer);
        let (kind, beside) = input.parts();
        let worker = self.worker.borrow().clone();
        let (Some(worker), Ok(job)) = (worker, pack(&Job { input: kind, settings, task })) else {
            return on_answer(Err("the job could not be written".to_owned()));
        };
        let answer = Rc::clone(&on_answer);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            answer(unpack(&Uint8Array::new(&event.data())));
        });
        let (answer, lane) = (Rc::clone(&on_answer), Rc::clone(self));
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            event.prevent_default(); // it is handled here, in words
            lane.close();
            answer(Err(event.message()));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        self.listeners.replace(Some((on_message, on_error)));

        let transfer = Array::of1(&job.buffer());
        if let Some(bytes) = beside.dyn_ref::<Uint8Array>() {
            transfer.push(&bytes.buffer());
        }
        if let Err(error) = worker.post_message_with_transfer(&Array::of2(&job, &beside), &transfer) {
            self.close();
            on_answer(Err(words(&error)));
        }
    }

    /// Sends a job and waits for its last answer. `None` where there was none.
    pub(super) async fn answer(self: &Rc<Self>, input: &Input, settings: &Settings, task: Task) -> Option<Answer> {
        let slot = Rc::new(RefCell::new(None));
        let promise = Promise::new(&mut |resolve, _| {
            let slot = Rc::clone(&slot);
            self.ask(input, settings.clone(), task.clone(), move |answer| {
                if !matches!(answer, Ok(Answer::Progress(_))) {
                    slot.replace(answer.ok());
                    // It throws only where the page is gone.
                    let _ = resolve.call0(&JsValue::UNDEFINED);
                }
            });
        });
        JsFuture::from(promise).await.ok()?;
        slot.take()
    }

    /// Lets go of the worker, which stands idle.
    pub(super) fn release(&self) {
        if let Some(worker) = self.worker.take() {
            worker.set_onmessage(None);
            worker.set_onerror(None);
        }
        self.listeners.take();
    }

    /// Terminates the worker, whatever it is at.
    pub(super) fn close(&self) {
        if let Some(worker) = self.worker.take() {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
        self.listeners.take();
    }
}

/// What JavaScript threw, in its own words.
fn words(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| error.as_string())
        .unwrap_or_else(|| format!("{error:?}"))
}
