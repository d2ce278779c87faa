//! The worker's side: takes one job at a time, answers with tallies. No row leaves it.

use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use super::{
    protocol::{Answer, InputKind, Job, Task, pack, unpack},
    source::{BytesSource, FileSource},
    zone,
};
use crate::{
    import::{self, Source},
    model::{Problem, ProblemKind, ZoneFinder},
    samples,
    tally::{Progress, Share, ingest, ingest_part},
};

const MS_BETWEEN_REPORTS: f64 = 100.0;

/// Serves until the page terminates the worker, and says `ready` first.
///
/// # Errors
/// The page cannot be spoken to.
pub fn serve() -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = Page(scope.clone());
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| page.answer(&event.data()));
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    scope.post_message(&"ready".into())
}

struct Page(DedicatedWorkerGlobalScope);

impl Page {
    fn answer(&self, message: &JsValue) {
        let (bytes, beside) = (Array::from(message).get(0), Array::from(message).get(1));
        let answer = match unpack::<Job>(&Uint8Array::new(&bytes)) {
            Ok(mut job) => {
                job.settings.zone_finder = ZoneFinder(zone::table);
                self.run(job, beside)
            }
            Err(why) => {
                Answer::Problem(Problem { found: Some(why), ..Problem::of_file(ProblemKind::ReaderFailed, "") })
            }
        };
        self.say(&answer);
    }

    fn run(&self, job: Job, beside: JsValue) -> Answer {
        let source: Box<dyn Source> = match job.input {
            InputKind::File => Box::new(FileSource::new(beside.unchecked_into::<File>())),
            InputKind::Bytes { name } => Box::new(BytesSource::new(name, Uint8Array::new(&beside).to_vec())),
            InputKind::Sample { id, file } => {
                let name = samples::files(&id).get(file).copied().unwrap_or_default();
                let mut bytes = Vec::new();
                if let Err(error) = samples::write(&id, file, &mut bytes) {
                    let found = Some(error.to_string());
                    return Answer::Problem(Problem { found, ..Problem::of_file(ProblemKind::Unreadable, name) });
                }
                Box::new(BytesSource::new(name.to_owned(), bytes))
            }
        };
        match job.task {
            Task::Preview => import::preview(&*source, &job.settings)
                .map_or_else(Answer::Problem, |preview| Answer::Preview(Box::new(preview))),
            Task::Read(filter, share) => {
                let mut last = Date::now();
                let mut progress = |progress: Progress| {
                    let now = Date::now();
                    if now - last >= MS_BETWEEN_REPORTS || progress.bytes == progress.total {
                        last = now;
                        self.say(&Answer::Progress(progress));
                    }
                };
                match share {
                    None => ingest(&*source, &job.settings, &filter, &mut progress)
                        .map_or_else(Answer::Problem, |result| Answer::Read(Box::new(result))),
                    Some(Share { span, day_first, .. }) => {
                        ingest_part(&*source, &job.settings, &filter, day_first, span, &mut progress)
                            .map_or_else(Answer::Problem, |part| Answer::Part(Box::new(part)))
                    }
                }
            }
        }
    }

    /// A page that is gone cannot be answered: what fails here, fails for nobody.
    fn say(&self, answer: &Answer) {
        if let Ok(bytes) = pack(answer) {
            let _ = self.0.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
        }
    }
}
