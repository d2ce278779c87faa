//! Practice: a sample without its verdict, a diagnosis to choose, and why it is the right one or not.
//!
//! The answer is what the analysis finds in the sample, whatever that is: nothing of it is written here.

use leptos::prelude::*;

use super::{
    super::{
        cards,
        chart::{Drawing, Turn, chart},
        evidence::evidence,
        live::live,
    },
    playbook_link,
};
use crate::{
    app::{
        App, Shared,
        plots::{Course, OverTime},
        words::{Lang, dashboard, findings as finding_words, guide as words},
    },
    browser::{
        reader::{Event, Input, Reader},
        surroundings,
    },
    diagnose::{Diagnosis, Finding},
    kpi::{Board, View, current_score, kpis},
    model::{Settings, Subject},
    report::{self, Detail, Report},
};

/// Samples, in an order that does not give their cases away. The mixed one gives several.
const SAMPLES: [&str; 5] = ["mixed", "healthy", "degrading", "external", "blacklisted"];
/// Cases that one sample gives at most.
const CASES_A_SAMPLE: usize = 3;
/// Diagnoses to choose from, the right one among them; nothing wrong comes on top.
const CHOICES: usize = 4;

/// A sample, read and judged.
struct Sample {
    board: Board,
    report: Report,
    settings: Settings,
}

/// One case: a subject of a sample. What is found about it is the answer; nothing found: nothing is wrong.
#[derive(Clone)]
struct Case {
    sample: Shared<Sample>,
    subject: Subject,
}

impl Case {
    fn finding(&self) -> Option<&Finding> {
        self.sample.report.findings.iter().find(|finding| finding.subject == self.subject)
    }

    fn answer(&self) -> Option<Diagnosis> {
        self.finding().map(|finding| finding.diagnosis)
    }
}

/// Where the training stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Idle,
    Preparing,
    Asking,
    Answered,
    Done,
    Failed,
}

/// The training; copying it costs nothing.
#[derive(Clone, Copy)]
struct Training {
    stage: RwSignal<Stage>,
    case: RwSignal<Option<Case>>,
    chosen: RwSignal<Option<Option<Diagnosis>>>,
    right: RwSignal<usize>,
    done: RwSignal<usize>,
    /// Cases of the sample at hand that are still to come, the next one last.
    queue: StoredValue<Vec<Case>>,
    /// The sample that comes next.
    next_sample: StoredValue<usize>,
    reader: StoredValue<Option<Reader>, LocalStorage>,
}

impl Training {
    fn new() -> Self {
        let training = Self {
            stage: RwSignal::new(Stage::Idle),
            case: RwSignal::new(None),
            chosen: RwSignal::new(None),
            right: RwSignal::new(0),
            done: RwSignal::new(0),
            queue: StoredValue::new(Vec::new()),
            next_sample: StoredValue::new(0),
            reader: StoredValue::new_local(None),
        };
        on_cleanup(move || training.stop());
        training
    }

    fn stop(self) {
        if let Some(reader) = self.reader.try_update_value(Option::take).flatten() {
            reader.cancel();
        }
    }

    fn start(self, app: App) {
        self.right.set(0);
        self.done.set(0);
        self.next_sample.set_value(0);
        self.queue.set_value(Vec::new());
        self.next(app);
    }

    /// The next case: of the sample at hand, else of the next sample, which is read first.
    fn next(self, app: App) {
        self.chosen.set(None);
        if let Some(case) = self.queue.try_update_value(Vec::pop).flatten() {
            self.case.set(Some(case));
            return self.stage.set(Stage::Asking);
        }
        self.case.set(None);
        let at = self.next_sample.get_value();
        let Some(id) = SAMPLES.get(at) else { return self.stage.set(Stage::Done) };
        self.next_sample.set_value(at + 1);
        self.stage.set(Stage::Preparing);
        let settings = Settings { time_zone: app.effective_settings().time_zone, ..Settings::default() };
        let judged_by = settings.clone();
        let reader = Reader::start(Input::sample(id), settings, move |event| match event {
            Event::Progress { .. } => {}
            Event::Done(gathered) => {
                let board = Board::build(&gathered.ledger, judged_by.kpis.hang_up_secs);
                let report = report::build(&board, &gathered.ledger, &gathered.accounts, &judged_by, Detail::Page);
                let sample = Shared::new(Sample { board, report, settings: judged_by.clone() });
                self.queue.set_value(cases(&sample));
                self.next(app);
            }
            Event::Failed(_) => self.stage.set(Stage::Failed),
        });
        self.reader.set_value(Some(reader));
    }

    fn check(self) {
        let (Some(chosen), Some(case)) = (self.chosen.get_untracked(), self.case.get_untracked()) else { return };
        self.done.update(|done| *done += 1);
        if case.answer() == chosen {
            self.right.update(|right| *right += 1);
        }
        self.stage.set(Stage::Answered);
    }
}

/// The cases of a sample, the first one last: one for each diagnosis that is found, or one where nothing is.
fn cases(sample: &Shared<Sample>) -> Vec<Case> {
    let mut seen: Vec<Diagnosis> = Vec::new();
    let mut cases: Vec<Case> = Vec::new();
    for finding in &sample.report.findings {
        // The first finding of a subject is its answer.
        let is_new = !seen.contains(&finding.diagnosis) && cases.iter().all(|case| case.subject != finding.subject);
        if is_new && cases.len() < CASES_A_SAMPLE {
            seen.push(finding.diagnosis);
            cases.push(Case { sample: sample.clone(), subject: finding.subject.clone() });
        }
    }
    if cases.is_empty() {
        cases.push(Case { sample: sample.clone(), subject: Subject::Account });
    }
    cases.reverse();
    cases
}

/// The diagnoses to choose from, in the order of all of them, so that the place of the right one says nothing.
fn choices(answer: Option<Diagnosis>, case: usize) -> Vec<Diagnosis> {
    let others = Diagnosis::ALL.into_iter().filter(|one| Some(*one) != answer);
    let others: Vec<Diagnosis> = others.collect();
    let step = others.len() / CHOICES;
    let mut picked: Vec<Diagnosis> = answer.into_iter().collect();
    for at in 0..CHOICES {
        let other = others.get((case + at * step.max(1)) % others.len().max(1));
        picked.extend(other.copied().filter(|_| picked.len() < CHOICES));
    }
    crate::model::order::sort(&mut picked);
    picked.dedup();
    picked
}

/// The part.
pub fn part() -> AnyView {
    let app = App::here();
    let training = Training::new();
    // What was pressed is gone: the keyboard goes on at the top of the next step.
    Effect::new(move |before: Option<Stage>| {
        let stage = training.stage.get();
        if before.is_some_and(|before| before != stage) {
            surroundings::focus("#training-step");
        }
        stage
    });
    let note = |text: &'static str| view! { <p class="none">{text}</p> }.into_any();
    let shown = move || {
        let lang = app.lang.get();
        match training.stage.get() {
            Stage::Idle => view! {
                <section class="panel"><div class="panel-body notes">
                    <p>{words::TRAINING_HELP.to(lang)}</p>
                    <p><button class="btn primary" type="button" data-testid="start-training" on:click=move |_| training.start(app)>{words::START.to(lang)}</button></p>
                </div></section>
            }
            .into_any(),
            Stage::Preparing => view! { <section class="panel" role="status">{note(words::PREPARING.to(lang))}</section> }.into_any(),
            Stage::Failed => view! { <section class="panel" role="alert">{note(words::CASE_FAILED.to(lang))}</section> }.into_any(),
            Stage::Done => view! {
                <section class="panel"><div class="panel-body notes" role="status" data-testid="training-done">
                    <p id="training-step" tabindex="-1"><b>{words::done(lang, training.right.get(), training.done.get())}</b></p>
                    <p><button class="btn" type="button" on:click=move |_| training.start(app)>{words::AGAIN.to(lang)}</button></p>
                </div></section>
            }
            .into_any(),
            Stage::Asking | Stage::Answered => case_view(app, lang, training),
        }
    };
    view! { <div class="block" data-testid="training">{live(shown)}</div> }.into_any()
}

fn case_view(app: App, lang: Lang, training: Training) -> AnyView {
    let Some(case) = training.case.get() else { return ().into_any() };
    let answered = training.stage.get() == Stage::Answered;
    let number = training.done.get_untracked() + usize::from(!answered);
    let title = view! {
        <div class="between">
            <h2 class="section-title" id=(!answered).then_some("training-step") tabindex="-1">{words::case(lang, number)}</h2>
            <span class="muted">{words::tally(lang, training.right.get(), training.done.get())}</span>
        </div>
    };
    let question =
        if answered { answer_view(app, lang, training, &case) } else { ask_view(lang, training, &case, number) };
    view! { {title}{figures(lang, &case)}{question} }.into_any()
}

/// The subject's figures and days, without what the analysis makes of them.
fn figures(lang: Lang, case: &Case) -> AnyView {
    let Sample { board, report, settings } = &*case.sample;
    let last = report.period.map(|period| period.to).unwrap_or_default();
    let pool =
        board.campaigns.iter().chain(&board.teams).chain(&board.prefixes).find(|pool| pool.subject == case.subject);
    let number = board.numbers.iter().find(|number| Subject::Number(number.number.clone()) == case.subject);
    let view = match (number, pool) {
        (Some(number), _) => View::Number(number),
        (None, Some(pool)) => View::Pool(board, pool),
        (None, None) => View::Account(board),
    };
    let current =
        |number: &crate::kpi::NumberBoard| current_score(&number.readings, last, settings.kpis.score_days)?.score;
    let scores = match view {
        View::Number(_) => Vec::new(),
        View::Pool(board, pool) => pool.members.iter().filter_map(|(at, _)| current(board.numbers.get(*at)?)).collect(),
        View::Account(board) => board.numbers.iter().filter_map(current).collect(),
    };
    let all = kpis(view, last, settings);
    let figures = cards::Figures {
        kpis: &all,
        series: view.series(),
        scores,
        score_note: None,
        sparks: true,
        said_of_each: cards::of_each(board),
    };
    let name = finding_words::subject(lang, &case.subject);
    let cap = matches!(case.subject, Subject::Number(_)).then_some(settings.watch.volume_cap);
    let bounds = settings.kpis.answer_rate;
    let chart = Course::of(report, board, &case.subject).map(|course| {
        let course = Course { change: None, alerts: Vec::new(), ..course };
        let draw = move || {
            let plot = OverTime { lang, course: course.clone(), name: name.clone(), bounds, cap };
            Some(Drawing::new(words::DAY_BY_DAY.to(lang), name.clone(), plot).still())
        };
        chart("practice", "panel tall", Turn::Now, None, Box::new(draw))
    });
    view! {
        <section class="panel" aria-label=dashboard::KEY_FIGURES.to(lang)>
            <h3 class="vh">{words::LOOK_AT.to(lang)}</h3>{cards::cards(lang, &figures, settings)}
        </section>
        {chart}
    }
    .into_any()
}

fn ask_view(lang: Lang, training: Training, case: &Case, number: usize) -> AnyView {
    let choice = |one: Option<Diagnosis>, name: &'static str| {
        let id = one.map_or("nothing", Diagnosis::id);
        view! {
            <label class="choice">
                <input type="radio" name="diagnosis" value=id on:change=move |_| training.chosen.set(Some(one))/>
                <b>{name}</b>
                <span>{one.map(|one| finding_words::meaning(one).to(lang))}</span>
            </label>
        }
    };
    let all = choices(case.answer(), number);
    let listed = all.into_iter().map(|one| choice(Some(one), finding_words::title(one).to(lang))).collect_view();
    let cannot = move || training.chosen.with(Option::is_none);
    view! {
        <section class="panel">
            <form class="panel-body question" on:submit=move |event| { event.prevent_default(); training.check(); }>
                <h3 id="your-diagnosis">{words::YOUR_DIAGNOSIS.to(lang)}</h3>
                <div class="choices" role="radiogroup" aria-labelledby="your-diagnosis">
                    {listed}{choice(None, words::NOTHING_WRONG.to(lang))}
                </div>
                <p><button class="btn primary" type="submit" data-testid="check-diagnosis" disabled=cannot>{words::CHECK.to(lang)}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn answer_view(app: App, lang: Lang, training: Training, case: &Case) -> AnyView {
    let is_right = training.chosen.get_untracked() == Some(case.answer());
    let name = case.answer().map_or(words::NOTHING_WRONG, finding_words::title).to(lang);
    let said = if is_right { words::RIGHT.to(lang).to_owned() } else { words::NOT_RIGHT.with(lang, &[&name]) };
    let why = match case.finding() {
        Some(finding) => view! {
            <p>{finding_words::meaning(finding.diagnosis).to(lang)}</p>
            <div class="finding">{evidence(lang, finding)}</div>
            {playbook_link(lang, finding.diagnosis)}
        }
        .into_any(),
        None => view! { <p>{words::HEALTHY_WHY.to(lang)}</p> }.into_any(),
    };
    let answer = case.answer().map_or("nothing", Diagnosis::id);
    view! {
        <section class="panel" data-testid="explanation" data-right=is_right.to_string() data-answer=answer>
            <div class="panel-body notes">
                <h3 id="training-step" tabindex="-1">{said}" "{is_right.then(|| format!("{name}."))}</h3>
                {why}
                <p><button class="btn primary" type="button" data-testid="next-case" on:click=move |_| training.next(app)>{words::NEXT.to(lang)}</button></p>
            </div>
        </section>
    }
    .into_any()
}
