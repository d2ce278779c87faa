//! The playbooks, one at a time: those of what was found first.

use leptos::prelude::*;

use super::super::{Icon, live::live};
use crate::{
    app::{
        App, GuidePart, Planner, Route,
        words::{Lang, Phrase, findings, guide as words, playbook},
    },
    browser::surroundings,
    diagnose::Diagnosis,
};

/// A link from a finding to its playbook.
pub fn playbook_link(lang: Lang, diagnosis: Diagnosis) -> AnyView {
    let (app, planner) = (App::here(), Planner::here());
    let open = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        planner.playbook.set(Some(diagnosis));
        planner.guide.set(GuidePart::Playbooks);
        app.go(Route::Guide);
    };
    view! {
        <p class="says playbook-link">
            <a href="#guide" data-playbook=diagnosis.id() on:click=open>{words::OPEN_PLAYBOOK.to(lang)}</a>
        </p>
    }
    .into_any()
}

/// The part.
pub fn part() -> AnyView {
    let (app, planner) = (App::here(), Planner::here());
    let found = Memo::new(move |_| {
        let mut found: Vec<Diagnosis> = Vec::new();
        app.whole_report.with(|report| {
            for finding in report.iter().flat_map(|report| &report.findings) {
                if !found.contains(&finding.diagnosis) {
                    found.push(finding.diagnosis);
                }
            }
        });
        found
    });
    let current = Memo::new(move |_| {
        planner.playbook.get().or_else(|| found.with(|found| found.first().copied())).unwrap_or(Diagnosis::ALL[0])
    });
    let list = move || {
        let lang = app.lang.get();
        let item = |diagnosis: Diagnosis| {
            let is_current = move || (current.get() == diagnosis).then_some("true");
            view! {
                <li><button type="button" class="link" data-diagnosis=diagnosis.id() aria-current=is_current
                    on:click=move |_| { planner.playbook.set(Some(diagnosis)); surroundings::focus("#playbook"); }>{findings::title(diagnosis).to(lang)}</button></li>
            }
        };
        let here = found.get();
        let others = Diagnosis::ALL.into_iter().filter(|diagnosis| !here.contains(diagnosis)).map(item).collect_view();
        let section = |title: Phrase, items: AnyView| view! { <h2>{title.to(lang)}</h2><ul>{items}</ul> }.into_any();
        view! {
            {(!here.is_empty()).then(|| section(words::FOUND_HERE, here.iter().copied().map(item).collect_view().into_any()))}
            {section(words::ALL_DIAGNOSES, others.into_any())}
        }
    };
    let shown = move || sheet(app.lang.get(), current.get());
    view! {
        <div class="cols">
            <nav class="panel c4 playlist" aria-label=move || words::PLAYBOOKS.to(app.lang.get())>{live(list)}</nav>
            <div class="c8 block sheet" id="playbook" tabindex="-1">{live(shown)}</div>
        </div>
    }
    .into_any()
}

fn sheet(lang: Lang, diagnosis: Diagnosis) -> AnyView {
    let book = playbook::playbook(diagnosis);
    let list = |title: Phrase, icon: &'static str, steps: &'static [Phrase]| {
        let steps = steps.iter().map(|step| view! { <li>{step.to(lang)}</li> }).collect_view();
        view! { <section><h3><Icon name=icon/>{title.to(lang)}</h3><ol>{steps}</ol></section> }
    };
    view! {
        <section class="panel playbook" data-testid="playbook" data-diagnosis=diagnosis.id()>
            <div class="panel-head">
                <h2>{findings::title(diagnosis).to(lang)}</h2>
                <p class="sub">{findings::headline(diagnosis).to(lang)}". "{findings::meaning(diagnosis).to(lang)}</p>
            </div>
            <div class="panel-body">
                {list(playbook::TODAY, "clock", book.today)}
                {list(playbook::ESCALATE, "mail", book.escalate)}
                {list(playbook::RECOVER, "arrow", book.recover)}
                {list(playbook::REST, "moon", book.rest)}
                {list(playbook::PRACTICE, "shield", book.practice)}
            </div>
            <p class="panel-foot">{words::HABITS.to(lang)}</p>
        </section>
    }
    .into_any()
}
