//! The page's side of the reading: hands the files to workers, joins what they answer.
//!
//! Nothing here reads a byte of a file; a `File` goes to the worker as a handle.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, File, Worker};

use super::{
    lane::Lane,
    protocol::{Answer, InputKind, Task},
    surroundings,
};
use crate::{
    import::Preview,
    model::{Problem, ProblemKind, Settings},
    samples,
    tally::{FileResult, Filter, Gather, Gathered, Job, LEAST_PART_BYTES, Part, Parts, Progress, Share, Verdict},
};

/// The mark that is set when the tallies of all files are here.
const TALLIES: &str = "ringwell:tallies";
/// However many workers tell how far they have come.
const MS_BETWEEN_EVENTS: f64 = 95.0;
/// Workers at once, at most: each has its own memory.
const MAX_WORKERS: usize = 4;
/// How often a rehearsal reads its sample from end to end: until the browser takes the code for worth its best.
const WHOLE_REHEARSALS: usize = 3;
/// Where it then parts it.
const REHEARSED_BYTES: u64 = 600_000;

/// Something to read.
#[derive(Clone)]
pub enum Input {
    /// A file that the user gave.
    File(File),
    /// Text that was pasted.
    Bytes {
        /// The name to report.
        name: String,
        /// Its bytes.
        bytes: Rc<[u8]>,
    },
    /// A table out of an archive or workbook, kept by the browser.
    Table {
        /// The name to report.
        name: String,
        /// Its bytes.
        content: Blob,
    },
    /// What an archive or workbook holds and cannot be read.
    Refused {
        /// The name to report.
        name: String,
        /// Why.
        why: ProblemKind,
    },
    /// One file of a sample, generated in the worker.
    Sample {
        /// The sample's id.
        id: String,
        /// Which of its files.
        file: usize,
    },
}

impl Input {
    /// The name to report.
    pub fn name(&self) -> String {
        match self {
            Self::File(file) => file.name(),
            Self::Bytes { name, .. } | Self::Table { name, .. } | Self::Refused { name, .. } => name.clone(),
            Self::Sample { id, file } => samples::files(id).get(*file).copied().unwrap_or_default().to_owned(),
        }
    }

    /// As the door hands it to the house: the file itself, name and bytes, or a sample's id and which file of it.
    pub fn to_js(&self) -> JsValue {
        match self {
            Self::File(file) => file.into(),
            Self::Bytes { name, bytes } => Array::of2(&name.into(), &Uint8Array::from(&**bytes)).into(),
            // Nothing is unpacked at the door.
            Self::Table { .. } | Self::Refused { .. } => JsValue::NULL,
            Self::Sample { id, file } => Array::of2(&id.into(), &JsValue::from_f64(*file as f64)).into(),
        }
    }

    /// What [`Input::to_js`] made; `None` for anything else.
    pub fn from_js(value: &JsValue) -> Option<Self> {
        if let Some(file) = value.dyn_ref::<File>() {
            return Some(Self::File(file.clone()));
        }
        let pair = value.dyn_ref::<Array>()?;
        let name = pair.get(0).as_string()?;
        Some(match pair.get(1).dyn_into::<Uint8Array>() {
            Ok(bytes) => Self::Bytes { name, bytes: Rc::from(bytes.to_vec()) },
            Err(file) => Self::Sample { id: name, file: file.as_f64()? as usize },
        })
    }

    /// All files of a sample.
    pub fn sample(id: &str) -> Vec<Self> {
        (0..samples::files(id).len()).map(|file| Self::Sample { id: id.to_owned(), file }).collect()
    }

    /// How many bytes it has; 0 where nobody knows before it is read.
    fn len(&self) -> u64 {
        match self {
            Self::File(file) => file.size() as u64,
            Self::Bytes { bytes, .. } => bytes.len() as u64,
            Self::Table { content, .. } => content.size() as u64,
            Self::Sample { .. } | Self::Refused { .. } => 0,
        }
    }

    /// What goes to the worker: the job's part, and what lies beside it.
    pub(super) fn parts(&self) -> (InputKind, JsValue) {
        match self {
            Self::File(file) => (InputKind::File, file.into()),
            Self::Bytes { name, bytes } => (InputKind::Bytes { name: name.clone() }, Uint8Array::from(&**bytes).into()),
            Self::Table { name, content } => (InputKind::Table { name: name.clone() }, content.into()),
            Self::Refused { name, why } => (InputKind::Refused { name: name.clone(), why: *why }, JsValue::NULL),
            Self::Sample { id, file } => (InputKind::Sample { id: id.clone(), file: *file }, JsValue::NULL),
        }
    }
}

/// What a reading tells, in this order: progress, then one of the other two, once.
pub enum Event {
    /// How far a file has come. Starts again where a file must be read twice.
    Progress {
        /// Which input.
        file: usize,
        /// How far.
        progress: Progress,
    },
    /// Every input has been read or has failed ([`Gathered::failures`]).
    Done(Box<Gathered>),
    /// No worker could be started: nothing was read.
    Failed(Problem),
}

/// A reading under way. Dropping the handle lets it go on; [`Reader::cancel`] ends it.
pub struct Reader(Rc<Reading>);

impl Reader {
    /// Starts reading. Returns at once; `on_event` is called later, never from within this call.
    pub fn start(inputs: Vec<Input>, settings: Settings, on_event: impl Fn(Event) + 'static) -> Self {
        BEGUN.set(true);
        let sizes: Vec<u64> = inputs.iter().map(Input::len).collect();
        let lanes = worker_count(&sizes);
        let gather = Gather::new(inputs.len(), settings.overlap).divided(sizes, lanes);
        let reading = Rc::new(Reading {
            gather: RefCell::new(Some(gather)),
            courses: RefCell::new(vec![Course::default(); inputs.len()]),
            inputs,
            settings,
            lanes: (0..lanes).map(|_| Rc::new(Lane::default())).collect(),
            worker_seen: Cell::new(false),
            on_event: Box::new(on_event),
        });
        let later = Rc::clone(&reading);
        spawn_local(async move { later.pump() });
        Self(reading)
    }

    /// Ends the reading at once: the workers are terminated and no event follows.
    pub fn cancel(self) {
        self.0.close();
    }
}

thread_local! {
    /// Whether anything has been read in this page.
    static BEGUN: Cell<bool> = const { Cell::new(false) };
}

/// Whether a reading has been started in this page: there is nothing to rehearse any more.
pub fn has_begun() -> bool {
    BEGUN.get()
}

/// Reads a sample with a worker that stands idle, as a whole and in parts, so that the browser has compiled what the
/// first file needs before it is there. `None` where something was in the way.
pub async fn rehearse(worker: Worker) -> Option<Gathered> {
    let lane = Rc::new(Lane::of(worker));
    let settings = Settings::default();
    let input = Input::Sample { id: samples::IDS.first()?.to_string(), file: 0 };
    let mut gather = Gather::new(1, settings.overlap);
    let job = gather.next_job()?;
    let mut parts = Parts::cut(vec![REHEARSED_BYTES]);
    let mut result = None;
    for share in [None; WHOLE_REHEARSALS].into_iter().chain(parts.shares().into_iter().map(Some)) {
        let answer = lane.answer(&input, &settings, Task::Read(Filter::default(), share)).await?;
        if let Answer::Part(part) = answer
            && let Some(Verdict::Read(read)) = parts.done(share?.at, Ok(*part))
        {
            result = Some(*read);
        }
    }
    lane.release();
    gather.done(job, result?);
    Some(gather.finish())
}

/// The head of a file as it would be read with these settings, for the mapping screen.
pub fn preview(input: Input, settings: Settings, on_done: impl FnOnce(Result<Preview, Problem>) + 'static) {
    ask_once(input, settings, Task::Preview, move |answer| {
        on_done(answer.and_then(|(file, answer)| match answer {
            Answer::Preview(preview) => Ok(*preview),
            _ => Err(failed(&file, OTHER_QUESTION)),
        }));
    });
}

/// All rows of a file that are set aside, as a CSV. `day_first` is what the whole file has shown about its dates.
pub fn aside(
    input: Input,
    settings: Settings,
    day_first: Option<bool>,
    on_done: impl FnOnce(Result<String, Problem>) + 'static,
) {
    ask_once(input, settings, Task::Aside(day_first), move |answer| {
        on_done(answer.and_then(|(file, answer)| match answer {
            Answer::Aside(rows) => Ok(rows),
            _ => Err(failed(&file, OTHER_QUESTION)),
        }));
    });
}

const OTHER_QUESTION: &str = "an answer to another question";

/// Asks a worker of its own one thing. The answer comes with the name of the file.
fn ask_once(
    input: Input,
    settings: Settings,
    task: Task,
    on_done: impl FnOnce(Result<(String, Answer), Problem>) + 'static,
) {
    spawn_local(async move {
        let name = input.name();
        let lane = Rc::new(Lane::default());
        let done = RefCell::new(Some(on_done));
        if let Err(why) = lane.open().await {
            if let Some(done) = done.take() {
                done(Err(failed(&name, &why)));
            }
            return;
        }
        let closing = Rc::clone(&lane);
        lane.ask(&input, settings, task, move |answer| {
            let result = match answer {
                Ok(Answer::Problem(problem)) => Err(problem),
                Ok(answer) => Ok((name.clone(), answer)),
                Err(why) => Err(failed(&name, &why)),
            };
            closing.close();
            if let Some(done) = done.take() {
                done(result);
            }
        });
    });
}

pub(super) fn failed(file: &str, why: &str) -> Problem {
    Problem { found: Some(why.chars().take(80).collect()), ..Problem::of_file(ProblemKind::ReaderFailed, file) }
}

/// Enough for each file, and for each part of a large one, within what the machine has.
fn worker_count(sizes: &[u64]) -> usize {
    let cores = web_sys::window().map_or(1.0, |window| window.navigator().hardware_concurrency());
    let wanted: u64 = sizes.iter().map(|bytes| (bytes / LEAST_PART_BYTES).max(1)).sum();
    (wanted as usize).min(cores as usize).clamp(1, MAX_WORKERS)
}

/// What a worker has read.
enum Read {
    File(Box<FileResult>),
    Part(Box<Part>),
}

/// How far the reading of one file has come.
#[derive(Clone, Default)]
struct Course {
    parts: Vec<Progress>,
    /// When it was told last, in milliseconds since the page was opened.
    told_ms: f64,
}

struct Reading {
    /// `None` once the reading has ended.
    gather: RefCell<Option<Gather>>,
    /// How far each file has come.
    courses: RefCell<Vec<Course>>,
    inputs: Vec<Input>,
    settings: Settings,
    lanes: Vec<Rc<Lane>>,
    /// Whether any worker has ever started.
    worker_seen: Cell<bool>,
    on_event: Box<dyn Fn(Event)>,
}

impl Reading {
    /// Gives every free lane a job, and ends the reading when all are answered.
    fn pump(self: &Rc<Self>) {
        for lane in self.lanes.iter().filter(|lane| !lane.busy.get()) {
            let job = self.gather.borrow_mut().as_mut().and_then(Gather::next_job);
            let Some(job) = job else { break };
            lane.busy.set(true);
            let (reading, lane) = (Rc::clone(self), Rc::clone(lane));
            spawn_local(async move { reading.run(lane, job).await });
        }
        let finished = self.gather.borrow().as_ref().is_some_and(Gather::is_done);
        if finished && let Some(gather) = self.gather.take() {
            self.close();
            let gathered = Box::new(gather.finish());
            surroundings::mark(TALLIES);
            (self.on_event)(Event::Done(gathered));
        }
    }

    async fn run(self: Rc<Self>, lane: Rc<Lane>, job: Job) {
        let opened = lane.open().await;
        if self.gather.borrow().is_none() {
            lane.close(); // cancelled while the worker started
            return;
        }
        let Some(input) = self.inputs.get(job.file) else { return };
        match opened {
            Ok(()) => self.worker_seen.set(true),
            Err(why) if self.worker_seen.get() => return self.settle(&lane, job, Err(failed(&input.name(), &why))),
            Err(why) => {
                self.close();
                return (self.on_event)(Event::Failed(failed(&input.name(), &why)));
            }
        }
        let (reading, asked) = (Rc::clone(&self), Rc::clone(&lane));
        let task = Task::Read(job.filter.clone(), job.share);
        self.begin(&job);
        lane.ask(input, self.settings.clone(), task, move |answer| {
            let file = job.file;
            let result = match answer {
                Ok(Answer::Progress(progress)) => return reading.tell(&job, progress),
                Ok(Answer::Read(result)) => Ok(Read::File(result)),
                Ok(Answer::Part(part)) => Ok(Read::Part(part)),
                Ok(Answer::Problem(problem)) => Err(problem),
                Ok(Answer::Preview(_) | Answer::Counted(_) | Answer::Aside(_)) => {
                    Err(reading.failed(file, OTHER_QUESTION))
                }
                Err(why) => Err(reading.failed(file, &why)),
            };
            reading.settle(&asked, job.clone(), result);
        });
    }

    fn failed(&self, file: usize, why: &str) -> Problem {
        failed(&self.inputs.get(file).map(Input::name).unwrap_or_default(), why)
    }

    fn settle(self: &Rc<Self>, lane: &Lane, job: Job, result: Result<Read, Problem>) {
        lane.busy.set(false);
        if let Some(gather) = self.gather.borrow_mut().as_mut() {
            match result {
                Ok(Read::Part(part)) => gather.part_done(job, Ok(*part)),
                Ok(Read::File(result)) => gather.done(job, Ok(*result)),
                Err(problem) if job.share.is_some() => gather.part_done(job, Err(problem)),
                Err(problem) => gather.done(job, Err(problem)),
            }
        }
        self.pump();
    }

    /// Forgets how far an earlier reading of the same part had come, or of parts, where one now reads all.
    fn begin(&self, job: &Job) {
        let mut courses = self.courses.borrow_mut();
        let Some(Course { parts, .. }) = courses.get_mut(job.file) else { return };
        match job.share {
            None => *parts = vec![Progress::default()],
            Some(Share { at, .. }) if at < parts.len() => parts[at] = Progress::default(),
            Some(Share { at, .. }) => parts.resize(at + 1, Progress::default()),
        }
    }

    fn tell(&self, job: &Job, progress: Progress) {
        let file = job.file;
        let bytes = self.inputs.get(file).map_or(0, Input::len);
        let progress = {
            let mut courses = self.courses.borrow_mut();
            let Some(Course { parts, told_ms }) = courses.get_mut(file) else { return };
            if let Some(part) = parts.get_mut(job.share.map_or(0, |share| share.at)) {
                *part = progress;
            }
            let sum = parts.iter().fold(Progress::default(), |sum, part| sum.and(*part));
            let progress = Progress { total: sum.total.max(bytes), ..sum };
            let now_ms = surroundings::now_ms();
            if now_ms - *told_ms < MS_BETWEEN_EVENTS && progress.bytes < progress.total {
                return;
            }
            *told_ms = now_ms;
            progress
        };
        (self.on_event)(Event::Progress { file, progress });
    }

    fn close(&self) {
        self.gather.take();
        self.lanes.iter().for_each(|lane| lane.close());
    }
}
