//! The page of the files: what each was, what became of its rows, and what only the reader can answer.

use leptos::prelude::*;

use super::{Icon, account::Account, aside::AsidePanel, errors::Sentence, live::live, overlap::OverlapQuestion};
use crate::{
    app::{
        App, Route, Shared, t,
        words::{arrival, files, shell},
    },
    import::{DayFirst, FileAccount},
    model::Outcome,
    tally::Gathered,
};

/// What a file asks of the reader: the order of day and month, the meaning of words.
pub fn questions_of(account: &FileAccount) -> usize {
    let dates = account.day_first == Some(DayFirst::Assumed);
    let words = account.words.iter().any(|answer| answer.outcome == Outcome::Unclassified);
    usize::from(dates) + usize::from(words)
}

/// The import report.
#[component]
pub fn Files() -> impl IntoView {
    let app = App::here();
    let selected = RwSignal::new(0_usize);
    let summary = move || {
        app.gathered.with(|gathered| {
            let accounts = &gathered.as_ref()?.accounts;
            let questions = accounts.iter().map(questions_of).sum();
            Some(files::summary(app.lang.get(), accounts.len(), app.took_ms.get() / 1000.0, questions))
        })
    };
    view! {
        <div class="stack" data-testid="import-report">
            <div class="title">
                <h1>{t(shell::FILES)}</h1>
                <span class="muted">{live(summary)}</span>
                <span class="push row">
                    <button class="btn quiet" type="button" on:click=move |_| app.forget()>{t(files::START_OVER)}</button>
                    <button class="btn" type="button" on:click=move |_| app.pick_files()><Icon name="plus"/>{t(shell::ADD_FILES)}</button>
                    <a class="btn primary" href="#today">{t(files::SEE_VERDICT)}" "<Icon name="arrow"/></a>
                </span>
            </div>
            {live(move || app.gathered.get().map(|gathered| report(app, gathered, selected)))}
        </div>
    }
}

fn report(app: App, gathered: Shared<Gathered>, selected: RwSignal<usize>) -> impl IntoView + use<> {
    let accounts = gathered.accounts.clone();
    if selected.get_untracked() >= accounts.len() {
        selected.set(0);
    }
    let mut problems = gathered.failures.clone();
    problems.extend(accounts.iter().flat_map(|account| account.problems.iter().cloned()));
    let problems = (!problems.is_empty()).then(|| {
        let sentences = problems.into_iter().map(|problem| view! { <Sentence problem=problem/> }).collect_view();
        view! { <section aria-label=t(files::PROBLEMS)><ul class="problems">{sentences}</ul></section> }
    });
    let entries = accounts.iter().enumerate().map(|(at, account)| entry(app, at, account, selected)).collect_view();
    let shown = Memo::new(move |_| selected.get());
    let for_aside = accounts.clone();
    let aside = move || {
        let at = shown.get();
        for_aside.get(at).cloned().map(|account| view! { <AsidePanel account=account place=at/> })
    };
    let account = move || {
        let at = shown.get();
        accounts.get(at).cloned().map(|account| view! { <Account account=account place=at/> })
    };
    view! {
        {problems}
        <OverlapQuestion/>
        <div class="cols imp">
            <div class="c4 block">
                <section class="panel" aria-label=t(files::LIST)><ul class="filelist">{entries}</ul></section>
                {live(aside)}
            </div>
            <div class="c8 block">{live(account)}</div>
        </div>
    }
}

/// One file in the list.
fn entry(app: App, at: usize, account: &FileAccount, selected: RwSignal<usize>) -> impl IntoView + use<> {
    let questions = questions_of(account);
    let name = account.name.clone();
    let (system, kind, rows, bytes) = (account.system.clone(), account.kind, account.rows, account.bytes);
    let about = move || {
        let lang = app.lang.get();
        let what = match files::system(&system) {
            Some(system) => format!("{system}, {}", files::kind(kind).to(lang)),
            None => crate::app::format::capital(files::kind(kind).to(lang)),
        };
        format!("{what}, {}, {}", files::rows(lang, rows), arrival::size(lang, bytes))
    };
    let chip = (questions > 0).then(|| {
        view! {
            <span><span class="chip" data-zone="amber" data-certain="true"><Icon name="amber"/>{live(move || files::questions(app.lang.get(), questions))}</span></span>
        }
    });
    let select = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        selected.set(at);
    };
    let remove_label = {
        let name = name.clone();
        move || files::REMOVE.with(app.lang.get(), &[&name])
    };
    view! {
        <li>
            <a href=format!("#{}", Route::Files.hash()) aria-current=move || (selected.get() == at).then_some("true") on:click=select>
                <Icon name="file"/><b>{name}</b><span>{live(about)}</span>{chip}
            </a>
            <button class="btn quiet icon" type="button" aria-label=remove_label on:click=move |_| app.remove(at)><Icon name="close"/></button>
        </li>
    }
}
