//! The outcome words of a file: those that nobody has assigned first, by frequency.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::live::{Show, live};

use crate::{
    app::{App, t, words::files},
    import::Answer,
    model::Outcome,
};

/// What a word can mean: the outcomes that can be chosen, then "answered, objective reached".
const CONVERTED: &str = "converted";

fn meaning(id: &str) -> Option<Outcome> {
    if id == CONVERTED {
        return Some(Outcome::Answered);
    }
    Outcome::ALL.into_iter().find(|outcome| *outcome != Outcome::Unclassified && outcome.id() == id)
}

/// The words of one file. Choices wait in a draft until the file is read again.
#[component]
pub fn Words(
    /// The words, most frequent first.
    words: Vec<Answer>,
) -> impl IntoView {
    let app = App::here();
    let draft: RwSignal<BTreeMap<String, String>> = RwSignal::new(BTreeMap::new());
    let (unknown, known): (Vec<Answer>, Vec<Answer>) =
        words.into_iter().partition(|answer| answer.outcome == Outcome::Unclassified);
    let rows: u64 = unknown.iter().map(|answer| answer.rows).sum();
    let apply = move |_| {
        let chosen = draft.get_untracked();
        app.set_settings(|settings| {
            for (word, id) in &chosen {
                let Some(outcome) = meaning(id) else { continue };
                let folded = word.trim().to_lowercase();
                settings.words.insert(folded.clone(), outcome);
                settings.conversions.retain(|one| *one != folded);
                if id == CONVERTED {
                    settings.conversions.push(folded);
                }
            }
        });
        app.reread();
    };
    let waiting = Memo::new(move |_| draft.with(|draft| !draft.is_empty()));
    let unknown_panel = (!unknown.is_empty()).then(|| {
        view! {
            <div class="panel-head">
                <h2>{t(files::WORDS_TITLE)}</h2>
                <p class="sub">{live(move || files::unknown_rows(app.lang.get(), rows))}</p>
            </div>
            <div class="tablewrap pad-top">{table(app, unknown, draft, true)}</div>
        }
    });
    let known_panel = (!known.is_empty()).then(|| {
        let count = known.len();
        view! {
            <details class="more">
                <summary><super::Icon name="chev" class="chev"/>{t(files::WORDS_KNOWN)}" ("{count}")"</summary>
                <div class="tablewrap">{table(app, known, draft, false)}</div>
            </details>
        }
    });
    view! {
        <section class="panel" id="words">
            {unknown_panel}
            {known_panel}
            <Show when=move || waiting.get()>
                <div class="panel-foot">
                    <button class="btn primary" type="button" on:click=apply>{t(files::APPLY_WORDS)}</button>
                    <span>{t(files::REMEMBERED)}</span>
                </div>
            </Show>
        </section>
    }
}

fn table(app: App, words: Vec<Answer>, draft: RwSignal<BTreeMap<String, String>>, asks: bool) -> impl IntoView {
    let rows = words.into_iter().map(|answer| word_row(app, answer, draft, asks)).collect_view();
    view! {
        <table class="t">
            <thead><tr>
                <th scope="col">{t(files::WORD)}</th>
                <th scope="col" class="n">{t(files::ROWS)}</th>
                <th scope="col">{t(files::MEANS)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn word_row(app: App, answer: Answer, draft: RwSignal<BTreeMap<String, String>>, asks: bool) -> impl IntoView {
    let Answer { word, outcome, rows, .. } = answer;
    let chosen = if asks { "" } else { outcome.id() };
    let label = {
        let word = word.clone();
        move || files::MEANING_OF.with(app.lang.get(), &[&word])
    };
    let key = word.clone();
    let choose = move |event: leptos::ev::Event| {
        let id = event_target_value(&event);
        draft.update(|draft| {
            if id.is_empty() || id == chosen {
                draft.remove(&key);
            } else {
                draft.insert(key.clone(), id);
            }
        });
    };
    let options = Outcome::ALL
        .into_iter()
        .filter(|one| *one != Outcome::Unclassified)
        .map(|one| view! { <option value=one.id() selected=!asks && one == outcome>{t(files::outcome(one))}</option> })
        .collect_view();
    view! {
        <tr data-ask=asks.then_some("")>
            <th scope="row" class="wrap"><code>{word}</code></th>
            <td class="n">{live(move || app.lang.get().count(rows))}</td>
            <td>
                <select class="field" aria-label=label on:change=choose>
                    {asks.then(|| view! { <option value="" selected=true>{t(files::CHOOSE)}</option> })}
                    {options}
                    <option value=CONVERTED>{t(files::ANSWERED_CONVERTED)}</option>
                </select>
            </td>
        </tr>
    }
}
