//! The rows that were set aside: how many for which reason, and the first of them to look at.

use leptos::prelude::*;

use super::{Icon, errors::Sentence, live::live};

use crate::{
    app::{App, t, words::files},
    browser::{download, reader},
    import::{AsideExample, DateOrder, FileAccount},
    model::{Aside, Problem},
};

/// Examples shown per reason.
const SHOWN: usize = 20;

/// The panel of one file.
#[component]
pub fn AsidePanel(
    /// What became of the file.
    account: FileAccount,
    /// Its place among the files.
    place: usize,
) -> impl IntoView {
    let app = App::here();
    let failed = RwSignal::new(None::<Problem>);
    let day_first = match account.date_order {
        Some(DateOrder::DayFirst) => Some(true),
        Some(DateOrder::MonthFirst) => Some(false),
        _ => None,
    };
    let stem = account.name.rsplit('/').next().unwrap_or_default().split('.').next().unwrap_or_default().to_owned();
    let fetch = move |_| {
        let Some(input) = app.input_of(place) else { return };
        let name = format!("{stem}-set-aside.csv");
        reader::aside(input, app.effective_settings(), day_first, move |rows| match rows {
            // What the browser refuses to save, it says itself.
            Ok(rows) => drop(download::save(&name, "text/csv", &format!("\u{FEFF}{rows}"))),
            Err(problem) => failed.set(Some(problem)),
        });
    };
    let total = account.aside_total();
    let rows = account
        .set_aside
        .iter()
        .map(|(reason, count)| reason_row(app, *reason, *count, &account.examples))
        .collect_view();
    view! {
        <section class="panel" id="aside">
            <div class="panel-head"><h2>{t(files::ASIDE_TITLE)}</h2></div>
            {if total == 0 {
                view! { <p class="panel-body muted">{t(files::ASIDE_NONE)}</p> }.into_any()
            } else {
                view! {
                    <div class="asides pad-top">
                        {rows}
                        <p class="sum"><b>{t(files::TOGETHER)}</b><b class="n">{live(move || app.lang.get().count(total))}</b></p>
                    </div>
                    <div class="panel-foot">
                        <button class="btn" type="button" data-testid="export-aside" on:click=fetch><Icon name="dl"/>{t(files::ASIDE_DOWNLOAD)}</button>
                        <span>{t(files::ASIDE_DOWNLOAD_HOLDS)}</span>
                    </div>
                    {live(move || failed.get().map(|problem| view! { <ul class="problems"><Sentence problem=problem/></ul> }))}
                }
                .into_any()
            }}
        </section>
    }
}

fn reason_row(app: App, reason: Aside, count: u64, examples: &[AsideExample]) -> impl IntoView + use<> {
    let (name, means) = files::aside(reason);
    let examples: Vec<_> = examples.iter().filter(|example| example.reason == reason).take(SHOWN).cloned().collect();
    let summary = view! {
        <b>{t(name)}</b>
        <span class="muted">{t(means)}</span>
        <span class="n">{live(move || app.lang.get().count(count))}</span>
    };
    if examples.is_empty() {
        return view! { <p class="reason" data-reason=reason.id()>{summary}</p> }.into_any();
    }
    let lines = examples
        .into_iter()
        .map(|example| {
            let found = match (example.column, example.found) {
                (Some(column), Some(found)) => format!("{column} = {found}"),
                (Some(text), None) | (None, Some(text)) => text,
                (None, None) => String::new(),
            };
            let line = move || files::LINE.with(app.lang.get(), &[&app.lang.get().count(example.line)]);
            view! { <li><span class="muted nowrap">{live(line)}</span><code>{found}</code></li> }
        })
        .collect_view();
    view! {
        <details class="reason" data-reason=reason.id()><summary>{summary}</summary><ul>{lines}</ul></details>
    }
    .into_any()
}
