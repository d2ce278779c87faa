//! Today: the verdict first, then the proof.

use leptos::prelude::*;

use super::{
    alerts, cards,
    chart::{Drawing, Turn, chart},
    charts, findings,
    freshness::FreshnessStrip,
    live::{later, live},
    source::source,
    table::{NumbersPanel, TableState},
    verdict::verdict,
};
use crate::{
    app::{
        App, format,
        needs::{Need, needs},
        plots::{Course, OverTime},
        words::{Lang, dashboard as words, findings as finding_words},
    },
    diagnose::{Diagnosis, Signal},
    model::Subject,
};

/// Numbers shown before the rest is asked for.
const ROWS: usize = 25;
/// Subjects that the chart offers beside all calls.
const SUBJECTS: usize = 4;

/// The dashboard.
#[component]
pub fn Today() -> impl IntoView {
    let app = App::here();
    let table = TableState::new(ROWS);
    let upper = move || {
        let (lang, report, board) = (app.lang.get(), app.report.get()?, app.board.get()?);
        let effective = app.effective_settings();
        Some(
            view! {
                {source(lang, &report, &effective)}
                {verdict(lang, &report, &board)}
            }
            .into_any(),
        )
    };
    let lists = move || {
        let (lang, report) = (app.lang.get(), app.report.get()?);
        Some(alerts::panel(lang, &report))
    };
    let found = move || {
        let (lang, report) = (app.lang.get(), app.report.get()?);
        Some(findings::panel(lang, &report))
    };
    // Even the frames of charts cost: these are below what anybody sees at first.
    let below = || {
        view! {
            <div class="cols even">
                {charts::day_map("panel c8")}
                {charts::hour_map("panel c4", None)}
            </div>
            <div class="cols even">
                {charts::scatter("panel c6")}
                {charts::calendar("panel c6", Subject::Account)}
            </div>
            <div class="cols even">
                {charts::before_after("panel c4", Subject::Account)}
                {charts::funnel("panel c4", Subject::Account)}
                {charts::talk_times("panel c4", None)}
            </div>
        }
    };
    view! {
        <div class="stack" data-testid="dashboard">
            {live(upper)}
            {cards::panel(Subject::Account, "panel", cards::Days::first(&Subject::Account))}
            <FreshnessStrip/>
            <div class="cols even">
                {main_chart(app)}
                <div class="c4 fills">{later(lists)}</div>
            </div>
            {later(found)}
            {later(below)}
            {later(move || view! { <NumbersPanel state=table/> })}
        </div>
    }
}

/// The main chart with its choice of subjects.
fn main_chart(app: App) -> AnyView {
    let chosen = RwSignal::new(None::<Subject>);
    let turn = RwSignal::new(0);
    // Only the subjects that need someone are offered, beside all calls.
    let offered = Memo::new(move |_| {
        let timeline = app.timeline.get();
        let needs = timeline.as_ref().map(|(report, _)| needs(report)).unwrap_or_default();
        let subjects = needs.iter().filter(|need| !matches!(need.subject, Subject::Account)).take(SUBJECTS);
        let first = needs.first().map_or(Subject::Account, |need| need.subject.clone());
        (first, subjects.map(|need| need.subject.clone()).collect::<Vec<_>>())
    });
    let shown = Memo::new(move |_| {
        let (first, offered) = offered.get();
        chosen.get().filter(|subject| *subject == Subject::Account || offered.contains(subject)).unwrap_or(first)
    });
    let choice = move |subject: Subject, text: String| {
        let own = subject.clone();
        let pressed = move || if shown.with(|shown| *shown == own) { "true" } else { "false" };
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| { chosen.set(Some(subject.clone())); turn.update(|turn| *turn += 1); }>{text}</button>
        }
    };
    let choices = move || {
        let lang = app.lang.get();
        let (_, offered) = offered.get();
        (!offered.is_empty()).then(|| {
            let buttons = offered
                .into_iter()
                .map(|subject| {
                    let text = match &subject {
                        Subject::Number(number) => format::phone_short(number),
                        other => finding_words::subject(lang, other),
                    };
                    choice(subject, text)
                })
                .collect_view();
            view! {
                <div class="seg" role="group" aria-label=words::SUBJECT.to(lang)>
                    {choice(Subject::Account, words::ALL.to(lang).to_owned())}
                    {buttons}
                </div>
            }
        })
    };
    let more = view! { <div class="push noprint">{live(choices)}</div> }.into_any();
    chart(
        "answer_rate",
        "panel c8 tall",
        Turn::Paged(600, turn),
        Some(more),
        Box::new(move || over_time(app, &shown.get())),
    )
}

/// The answer rate of a subject over time.
pub fn over_time(app: App, subject: &Subject) -> Option<Drawing> {
    let (lang, (report, board)) = (app.lang.get(), app.timeline.get()?);
    let settings = app.settings.get();
    let course = Course::of(&report, &board, subject)?;
    let name = finding_words::subject(lang, subject);
    let cap = matches!(subject, Subject::Number(_)).then_some(settings.watch.volume_cap);
    let title = conclusion(lang, &needs(&report), subject);
    let about = subtitle(lang, &name, subject, &course);
    let about = match app.whole.get().and_then(|whole| cards::of_each(&whole)) {
        Some(said) => format!("{}, {}", words::RATE_PER_DAY.to(lang), said.to(lang)),
        None => about,
    };
    Some(Drawing::new(title, about, OverTime { lang, course, name, bounds: settings.kpis.answer_rate, cap }))
}

/// The title of a chart is what it shows.
pub fn conclusion(lang: Lang, needs: &[Need], subject: &Subject) -> &'static str {
    let finding = needs.iter().find(|need| &need.subject == subject).and_then(|need| need.findings.first());
    let Some(finding) = finding else { return words::HOLDS.to(lang) };
    let alone = finding
        .evidence
        .iter()
        .any(|piece| piece.signal == Signal::AnswerRateVsPool && piece.high.is_some_and(|high| high < 0.0));
    match finding.diagnosis {
        Diagnosis::Degrading => words::SCORE_FELL,
        Diagnosis::ExternalOrList => words::ALL_FELL,
        _ if alone => words::ONLY_THIS,
        _ => words::HOLDS,
    }
    .to(lang)
}

/// The subtitle of a chart is its axis.
pub fn subtitle(lang: Lang, name: &str, subject: &Subject, course: &Course) -> String {
    match (&course.rest, subject) {
        (Some(rest), _) => words::against(lang, name, rest.numbers as u64, rest.pool.as_deref()),
        (None, Subject::Account) => format!("{}, {}", words::RATE_PER_DAY.to(lang), words::ALL_NUMBERS.to(lang)),
        (None, _) => format!("{}, {name}", words::RATE_PER_DAY.to(lang)),
    }
}
