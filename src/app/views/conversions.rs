//! Which results of a file reach the objective: recognised where the words say so, else chosen here, once.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::live::{Show, live};
use crate::{
    app::{App, t, words::account as words},
    import::{Answer, FileAccount, FileKind},
    model::Role,
};

/// Results offered at most, most frequent first.
const OFFERED: usize = 40;

/// The choice; nothing where a column says it, or where no word of the file could.
pub fn panel(app: App, account: &FileAccount) -> AnyView {
    let by_column = account.header_of(Role::Converted).is_some();
    let offered: Vec<Answer> =
        account.words.iter().filter(|word| word.converts.is_some()).take(OFFERED).cloned().collect();
    if account.kind != FileKind::Calls || by_column || offered.is_empty() {
        return ().into_any();
    }
    let draft: RwSignal<BTreeMap<String, bool>> = RwSignal::new(BTreeMap::new());
    let changed = Memo::new(move |_| draft.with(|draft| !draft.is_empty()));
    let apply = move |_| {
        let chosen = draft.get_untracked();
        app.set_settings(|settings| {
            for (word, converts) in &chosen {
                let folded = word.trim().to_lowercase();
                settings.conversions.retain(|one| *one != folded);
                settings.no_conversions.retain(|one| *one != folded);
                let list = if *converts { &mut settings.conversions } else { &mut settings.no_conversions };
                list.push(folded);
            }
        });
        app.reread();
    };
    let class = if account.conversions_known { "panel" } else { "question" };
    let choices = offered.into_iter().map(|answer| choice(app, answer, draft)).collect_view();
    view! {
        <section class=class id="conversions" data-testid="conversions">
            <div class="panel-body stack">
                <div><h2>{t(words::CONVERSIONS)}</h2><p class="muted t2">{t(words::CONVERSIONS_WHY)}</p></div>
                <div class="results">{choices}</div>
                <Show when=move || changed.get()>
                    <div class="row"><button class="btn primary" type="button" on:click=apply>{t(words::APPLY_CONVERSIONS)}</button></div>
                </Show>
            </div>
        </section>
    }
    .into_any()
}

fn choice(app: App, answer: Answer, draft: RwSignal<BTreeMap<String, bool>>) -> AnyView {
    let Answer { word, rows, converts, .. } = answer;
    let now = converts == Some(true);
    let key = word.clone();
    let choose = move |event: leptos::ev::Event| {
        let wanted = event_target_checked(&event);
        draft.update(|draft| {
            if wanted == now {
                draft.remove(&key);
            } else {
                draft.insert(key.clone(), wanted);
            }
        });
    };
    view! {
        <label class="result">
            <input type="checkbox" checked=now on:change=choose/>
            <code>{word}</code>
            <span class="muted n">{live(move || app.lang.get().count(rows))}</span>
        </label>
    }
    .into_any()
}
