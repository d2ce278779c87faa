//! The second reading, on demand: attempts per person. One worker reads one file after the other, keeps what it must
//! compare, and answers counts alone.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen_futures::spawn_local;

use super::{
    lane::Lane,
    protocol::{Answer, Task},
    reader::{Input, failed},
};
use crate::{
    model::{Problem, Settings},
    plan::practice::Counts,
    tally::Progress,
};

/// What the counting tells: how far it has come, then one of the others, once.
pub enum Counting {
    /// The part that is read, 0 to 1.
    Part(f64),
    /// The counts.
    Done(Box<Counts>),
    /// Why there are none.
    Failed(Problem),
}

/// Takes what a counting tells.
type Listener = Box<dyn Fn(Counting)>;

/// A counting under way. [`Counter::cancel`] ends it; dropping the handle lets it go on.
pub struct Counter(Rc<Run>);

struct Run {
    lane: Rc<Lane>,
    inputs: Vec<Input>,
    settings: Settings,
    days: u16,
    on_event: RefCell<Option<Listener>>,
    at: Cell<usize>,
}

impl Counter {
    /// Counts attempts at one person within `days` days, over these files of calls.
    pub fn start(inputs: Vec<Input>, settings: Settings, days: u16, on_event: impl Fn(Counting) + 'static) -> Self {
        let on_event: Listener = Box::new(on_event);
        let run = Rc::new(Run {
            lane: Rc::default(),
            inputs,
            settings,
            days,
            on_event: RefCell::new(Some(on_event)),
            at: Cell::new(0),
        });
        let later = Rc::clone(&run);
        spawn_local(async move {
            match later.lane.open().await {
                Ok(()) => later.next(),
                Err(why) => later.end(Counting::Failed(failed("", &why))),
            }
        });
        Self(run)
    }

    /// Ends the counting at once: no event follows.
    pub fn cancel(self) {
        self.0.on_event.take();
        self.0.lane.close();
    }
}

impl Run {
    fn next(self: &Rc<Self>) {
        let (at, files) = (self.at.get(), self.inputs.len());
        let (Some(input), true) = (self.inputs.get(at), self.on_event.borrow().is_some()) else {
            return self.lane.close(); // given up meanwhile
        };
        let task = Task::Count { finish_days: (at + 1 == files).then_some(self.days) };
        let (run, name) = (Rc::clone(self), input.name());
        self.lane.ask(input, self.settings.clone(), task, move |answer| match answer {
            Ok(Answer::Progress(Progress { bytes, total, .. })) => {
                let part = if total > 0 { bytes as f64 / total as f64 } else { 0.0 };
                run.tell(Counting::Part((at as f64 + part.min(1.0)) / files as f64));
            }
            Ok(Answer::Counted(None)) => {
                run.at.set(at + 1);
                // Later: asking gives up the listener that is at work just now.
                let run = Rc::clone(&run);
                spawn_local(async move { run.next() });
            }
            Ok(Answer::Counted(Some(counts))) => run.end(Counting::Done(counts)),
            Ok(Answer::Problem(problem)) => run.end(Counting::Failed(problem)),
            Ok(_) => run.end(Counting::Failed(failed(&name, "an answer to another question"))),
            Err(why) => run.end(Counting::Failed(failed(&name, &why))),
        });
    }

    fn tell(&self, event: Counting) {
        if let Some(on_event) = &*self.on_event.borrow() {
            on_event(event);
        }
    }

    fn end(&self, event: Counting) {
        self.lane.close();
        if let Some(on_event) = self.on_event.take() {
            on_event(event);
        }
    }
}
