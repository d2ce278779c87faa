//! Today: the verdict first, then the proof.

use leptos::prelude::*;

use super::{
    alerts, cards,
    chart::RateChart,
    course::Course,
    findings,
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
        words::{Lang, dashboard as words, findings as finding_words},
    },
    diagnose::{Diagnosis, Signal},
    kpi::{Board, current_score},
    model::{Settings, Subject},
    report::Report,
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
    let subject = RwSignal::new(None::<Subject>);
    let upper = move || {
        let (lang, report, board) = (app.lang.get(), app.report.get()?, app.board.get()?);
        let settings = app.settings.get();
        let effective = app.effective_settings();
        Some(
            view! {
                {source(lang, &report, &effective)}
                {verdict(lang, &report, &board)}
                <section class="panel" aria-label=words::KEY_FIGURES.to(lang)>
                    <h2 class="vh">{words::KEY_FIGURES.to(lang)}</h2>{cards::cards(lang, &account(&report, &board, &settings), &settings)}
                </section>
            }
            .into_any(),
        )
    };
    let chart = move || {
        let (lang, (report, board)) = (app.lang.get(), app.timeline.get()?);
        Some(chart_panel(lang, &report, &board, &app.settings.get(), subject))
    };
    let lists = move || {
        let (lang, report) = (app.lang.get(), app.report.get()?);
        Some(alerts::panel(lang, &report))
    };
    let found = move || {
        let (lang, report) = (app.lang.get(), app.report.get()?);
        Some(findings::panel(lang, &report))
    };
    view! {
        <div class="stack" data-testid="dashboard">
            {live(upper)}
            <FreshnessStrip/>
            <div class="cols even">
                {later(1, chart)}
                <div class="c4">{later(2, lists)}</div>
            </div>
            {later(3, found)}
            {later(4, move || view! { <NumbersPanel state=table/> })}
        </div>
    }
}

fn account<'a>(report: &'a Report, board: &'a Board, settings: &Settings) -> cards::Subject<'a> {
    let last = report.period.map(|period| period.to).unwrap_or_default();
    let scores = board
        .numbers
        .iter()
        .filter_map(|number| current_score(&number.readings, last, settings.kpis.score_days)?.score)
        .collect();
    cards::Subject { kpis: &report.kpis, series: &board.account, scores, score_note: None }
}

/// The main chart with its choice of subjects.
fn chart_panel(
    lang: Lang,
    report: &Report,
    board: &Board,
    settings: &Settings,
    chosen: RwSignal<Option<Subject>>,
) -> AnyView {
    let needs = needs(report);
    let offered: Vec<Subject> = needs
        .iter()
        .filter(|need| !matches!(need.subject, Subject::Account))
        .take(SUBJECTS)
        .map(|need| need.subject.clone())
        .collect();
    let first = needs.first().map_or(Subject::Account, |need| need.subject.clone());
    let shown =
        chosen.get().filter(|subject| *subject == Subject::Account || offered.contains(subject)).unwrap_or(first);
    let choice = |subject: Subject, text: String| {
        let pressed = if subject == shown { "true" } else { "false" };
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| chosen.set(Some(subject.clone()))>{text}</button>
        }
    };
    let choices = (!offered.is_empty()).then(|| {
        let buttons = offered
            .iter()
            .map(|subject| {
                let text = match subject {
                    Subject::Number(number) => format::phone_short(number),
                    other => finding_words::subject(lang, other),
                };
                choice(subject.clone(), text)
            })
            .collect_view();
        view! {
            <div class="push seg" role="group" aria-label=words::SUBJECT.to(lang)>
                {choice(Subject::Account, words::ALL.to(lang).to_owned())}
                {buttons}
            </div>
        }
    });
    let Some(course) = Course::of(report, board, &shown) else {
        return view! { <section class="panel c8"><p class="none">{words::NO_DAYS.to(lang)}</p></section> }.into_any();
    };
    let name = finding_words::subject(lang, &shown);
    let capped = matches!(shown, Subject::Number(_));
    view! {
        <section class="panel c8 tall" data-chart="answer_rate" data-subject=shown.to_string()>
            <div class="panel-head">
                <h2>{conclusion(lang, &needs, &shown)}</h2>
                {choices}
                <p class="sub">{subtitle(lang, &name, &shown, &course)}</p>
            </div>
            <div class="panel-body">
                <RateChart course=course name=name lang=lang settings=settings.clone() capped=capped/>
            </div>
        </section>
    }
    .into_any()
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
