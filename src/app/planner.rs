//! What the pages of the plan and of the guide know beyond the analysis: which part is shown, which playbook is open,
//! what the second reading has counted.

use leptos::prelude::*;

use super::state::{App, Shared};
use crate::{
    browser::counter::{Counter, Counting},
    diagnose::Diagnosis,
    import::FileKind,
    plan::{self, Plan, practice::Counts},
};

/// A part of the plan's page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlanPart {
    /// Loads, roles, calendar.
    #[default]
    Numbers,
    /// What the falls cost.
    Lost,
    /// Each agent's share.
    Agents,
    /// Hours, holidays, attempts.
    Practice,
}

/// A part of the guide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GuidePart {
    /// What to do about each diagnosis.
    #[default]
    Playbooks,
    /// How to read the figures, and how often.
    Reading,
    /// Cases to diagnose.
    Training,
}

/// The second reading.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Count {
    /// Not asked for yet.
    #[default]
    None,
    /// Under way: the part that is read, 0 to 1.
    Underway(f64),
    /// Done.
    Done(Shared<Counts>),
    /// It failed: the file at fault.
    Failed(String),
    /// No file holds single calls.
    NoCalls,
}

/// The state; copying it costs nothing. Views take it with [`Planner::here`].
#[derive(Clone, Copy)]
pub struct Planner {
    /// The part of the plan that is shown.
    pub part: RwSignal<PlanPart>,
    /// The part of the guide that is shown.
    pub guide: RwSignal<GuidePart>,
    /// The playbook that is open; `None` until one was chosen.
    pub playbook: RwSignal<Option<Diagnosis>>,
    /// The plan of what was read.
    pub plan: Memo<Option<Shared<Plan>>>,
    /// Attempts per person.
    pub count: RwSignal<Count>,
    counter: StoredValue<Option<Counter>, LocalStorage>,
}

impl Planner {
    /// The state of a fresh page.
    pub fn new(app: App) -> Self {
        let plan = Memo::new(move |_| {
            let (report, board) = (app.whole_report.get()?, app.whole.get()?);
            Some(Shared::new(app.settings.with(|settings| plan::plan(&board, &report.findings, settings))))
        });
        let planner = Self {
            part: RwSignal::new(PlanPart::default()),
            guide: RwSignal::new(GuidePart::default()),
            playbook: RwSignal::new(None),
            plan,
            count: RwSignal::new(Count::None),
            counter: StoredValue::new_local(None),
        };
        // What was counted in other files says nothing of these.
        Effect::new(move |_| {
            app.gathered.track();
            planner.forget();
        });
        planner
    }

    /// The state, from the context of the component that asks.
    pub fn here() -> Self {
        expect_context()
    }

    /// Reads the call files once more and counts attempts per person within so many days.
    pub fn start_count(self, app: App, days: u16) {
        self.forget();
        let kinds: Vec<FileKind> = app
            .gathered
            .with_untracked(|gathered| {
                gathered.as_ref().map(|gathered| gathered.accounts.iter().map(|account| account.kind).collect())
            })
            .unwrap_or_default();
        let calls = kinds.into_iter().enumerate().filter(|(_, kind)| *kind == FileKind::Calls);
        let inputs = calls.filter_map(|(at, _)| app.input_of(at)).collect::<Vec<_>>();
        if inputs.is_empty() {
            return self.count.set(Count::NoCalls);
        }
        self.count.set(Count::Underway(0.0));
        let counter = Counter::start(inputs, app.effective_settings(), days, move |event| {
            self.count.set(match event {
                Counting::Part(part) => Count::Underway(part),
                Counting::Done(counts) => Count::Done(Shared::new(*counts)),
                Counting::Failed(problem) => Count::Failed(problem.file),
            });
        });
        self.counter.set_value(Some(counter));
    }

    /// Ends the second reading, and forgets what it has told.
    pub fn forget(self) {
        if let Some(counter) = self.counter.try_update_value(Option::take).flatten() {
            counter.cancel();
        }
        self.count.set(Count::None);
    }
}
