//! The worker's side: takes one job at a time, answers with tallies. No row leaves it.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, File, MessageEvent};

use super::{
    protocol::{Answer, InputKind, Job, Task, pack, unpack},
    source::{self, BytesSource},
    zone,
};
use crate::{
    import::{self, Fact, Facts, Given, Import, Peek, Span, Taker},
    model::{Dictionary, Problem, ProblemKind, Settings, ZoneFinder},
    plan::practice::Attempts,
    samples,
    tally::{FileResult, Filter, Ingest, Part, Progress, Share},
};

const MS_BETWEEN_REPORTS: f64 = 100.0;

/// Serves until the page terminates the worker, and says `ready` first.
///
/// # Errors
/// The page cannot be spoken to.
pub fn serve() -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = Page { scope: scope.clone(), attempts: Rc::default() };
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let page = page.clone();
        spawn_local(async move { page.answer(event.data()).await });
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    scope.post_message(&"ready".into())
}

/// What a job reads.
enum Bytes {
    File(File),
    Table(String, Blob),
    Held(BytesSource),
}

impl Bytes {
    fn given(&self) -> Given {
        match self {
            Self::File(file) => Given { name: file.name(), bytes: file.size() as u64, ..Given::default() },
            Self::Table(name, blob) => Given { name: name.clone(), bytes: blob.size() as u64, ..Given::default() },
            Self::Held(source) => Given::of(source),
        }
    }

    async fn feed(&self, taker: &mut dyn Taker) {
        match self {
            Self::File(file) => source::feed(file, taker).await,
            Self::Table(_, blob) => source::feed(blob, taker).await,
            Self::Held(source) => import::feed(source, taker),
        }
    }
}

#[derive(Clone)]
struct Page {
    scope: DedicatedWorkerGlobalScope,
    /// Attempts per person of the files read for them so far: they stay here.
    attempts: Rc<RefCell<Attempts>>,
}

impl Page {
    async fn answer(&self, message: JsValue) {
        let (bytes, beside) = (Array::from(&message).get(0), Array::from(&message).get(1));
        let answer = match unpack::<Job>(&Uint8Array::new(&bytes)) {
            Ok(mut job) => {
                job.settings.zone_finder = ZoneFinder(zone::table);
                self.run(job, beside).await.unwrap_or_else(Answer::Problem)
            }
            Err(why) => {
                Answer::Problem(Problem { found: Some(why), ..Problem::of_file(ProblemKind::ReaderFailed, "") })
            }
        };
        self.say(&answer);
    }

    async fn run(&self, job: Job, beside: JsValue) -> Result<Answer, Problem> {
        let bytes = match job.input {
            InputKind::File => Bytes::File(beside.unchecked_into::<File>()),
            InputKind::Bytes { name } => Bytes::Held(BytesSource::new(name, Uint8Array::new(&beside).to_vec())),
            InputKind::Table { name } => Bytes::Table(name, beside.unchecked_into::<Blob>()),
            InputKind::Refused { name, why } => return Err(Problem::of_file(why, &name)),
            InputKind::Sample { id, file } => {
                let name = samples::files(&id).get(file).copied().unwrap_or_default();
                let mut bytes = Vec::new();
                samples::write(&id, file, &mut bytes).map_err(|error| Problem {
                    found: Some(error.to_string()),
                    ..Problem::of_file(ProblemKind::Unreadable, name)
                })?;
                Bytes::Held(BytesSource::new(name.to_owned(), bytes))
            }
        };
        match job.task {
            Task::Preview => {
                let mut peek = Peek::new(bytes.given(), &job.settings);
                bytes.feed(&mut peek).await;
                Ok(Answer::Preview(Box::new(peek.finish()?)))
            }
            Task::Count { finish_days } => {
                let file = self.count(&bytes, &job.settings).await?;
                let mut attempts = self.attempts.borrow_mut();
                attempts.merge(file);
                Ok(Answer::Counted(
                    finish_days.map(|days| Box::new(std::mem::take(&mut *attempts).finish(days, job.settings.overlap))),
                ))
            }
            Task::Aside(day_first) => {
                let mut each = |_, _: &Import<'_>, _: &Dictionary| {};
                let mut facts = Facts::new(bytes.given(), &job.settings, day_first, &mut each).keeping_aside();
                bytes.feed(&mut facts).await;
                Ok(Answer::Aside(String::from_utf8_lossy(&facts.finish_aside()?).into_owned()))
            }
            Task::Read(filter, None) => {
                let whole = |day_first| self.part(&bytes, &job.settings, &filter, day_first, Span::WHOLE);
                let result: FileResult = whole(None).await?.finish();
                let result = match result.account.reread_day_first {
                    None => result,
                    day_first => whole(day_first).await?.finish(),
                };
                Ok(Answer::Read(Box::new(result)))
            }
            Task::Read(filter, Some(Share { span, day_first, .. })) => {
                let part = self.part(&bytes, &job.settings, &filter, day_first, span).await?;
                Ok(Answer::Part(Box::new(part)))
            }
        }
    }

    /// Reads a part, and tells now and then how far it has come.
    async fn part(
        &self,
        bytes: &Bytes,
        settings: &Settings,
        filter: &Filter,
        day_first: Option<bool>,
        span: Span,
    ) -> Result<Part, Problem> {
        let mut progress = self.progress();
        let mut ingest = Ingest::new(bytes.given(), settings, filter, day_first, span, &mut progress);
        bytes.feed(&mut ingest).await;
        ingest.finish()
    }

    /// Reads a file for its attempts per person.
    async fn count(&self, bytes: &Bytes, settings: &Settings) -> Result<Attempts, Problem> {
        let (mut progress, given) = (self.progress(), bytes.given());
        let mut day_first = None;
        loop {
            let mut file = Attempts::default();
            let mut each = |fact: Fact, import: &Import<'_>, _: &Dictionary| {
                if let Some(read) = file.enter(&fact, import, settings.as_of) {
                    progress(Progress { bytes: read.min(given.bytes), total: given.bytes, ..Progress::default() });
                }
            };
            let mut facts = Facts::new(given.clone(), settings, day_first, &mut each);
            bytes.feed(&mut facts).await;
            match Attempts::again(facts.finish()?, day_first) {
                None => return Ok(file),
                again => day_first = again,
            }
        }
    }

    /// Tells the page how far it has come, now and then.
    fn progress(&self) -> impl FnMut(Progress) + '_ {
        let mut last = Date::now();
        move |progress: Progress| {
            let now = Date::now();
            if now - last >= MS_BETWEEN_REPORTS || progress.bytes == progress.total {
                last = now;
                self.say(&Answer::Progress(progress));
            }
        }
    }

    /// A page that is gone cannot be answered: what fails here, fails for nobody.
    fn say(&self, answer: &Answer) {
        if let Ok(bytes) = pack(answer) {
            let _ = self.scope.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
        }
    }
}
