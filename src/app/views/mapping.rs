//! Which column is what: what was recognised and why, a preview of ten rows read that way, and any change of it.
//!
//! A change shows at once in the preview, which reads the head of the file alone. Applied, it is kept for files with
//! the same header, and all files are read again.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::{
    Icon,
    account::is_used,
    errors::Sentence,
    live::{Show, live},
    preview::PreviewTable,
};
use crate::{
    app::{
        App, t,
        words::{Lang, roles},
    },
    browser::reader::{self, Input},
    import::{Column, FileAccount, Preview, Why},
    model::{self, Problem, Role, Settings},
};

/// Below this, a column's role is worth a look.
const SURE: u8 = 80;

/// What the head of the file says, read with the draft.
type Head = Option<Result<Preview, Problem>>;

/// The mapping of one file.
#[component]
pub fn Mapping(
    /// The file as it was given.
    input: Input,
    /// What became of it; `None` where nothing of it could be read.
    account: Option<FileAccount>,
) -> impl IntoView {
    let app = App::here();
    let input = StoredValue::new_local(input);
    let signature = RwSignal::new(account.as_ref().map(|account| account.signature.clone()));
    let saved = Memo::new(move |_| {
        let signature = signature.get()?;
        app.settings.with(|settings| settings.mappings.get(&signature).cloned())
    });
    let all = account.is_none(); // nothing of it could be read: any column may be the one
    let draft = RwSignal::new(saved.get_untracked().unwrap_or_default().columns);
    let changed = Memo::new(move |_| draft.get() != saved.get().unwrap_or_default().columns);
    let columns = RwSignal::new(account.map(|account| account.columns).unwrap_or_default());
    let head: RwSignal<Head> = RwSignal::new(None);

    // The answer to an older draft may come after that to a newer one.
    let asked = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let roles = draft.get();
        let settings = with_roles(app.effective_settings(), signature.get_untracked(), roles);
        let turn = asked
            .try_update_value(|turn| {
                *turn += 1;
                *turn
            })
            .unwrap_or_default();
        reader::preview(input.get_value(), settings, move |answer| {
            if asked.try_get_value() != Some(turn) {
                return;
            }
            if let Ok(preview) = &answer {
                columns.set(preview.account.columns.clone());
                signature.set(Some(preview.account.signature.clone()));
            }
            head.set(Some(answer));
        });
    });

    let apply = move |_| {
        let (Some(signature), roles) = (signature.get_untracked(), draft.get_untracked()) else { return };
        app.set_settings(|settings| set_roles(settings, &signature, roles));
        app.mapping.set(None);
        app.reread();
    };
    view! {
        <section class="panel" data-testid="mapping" id="columns">
            <div class="panel-head"><h2>{t(roles::TITLE)}</h2><p class="sub">{t(roles::SUB)}</p></div>
            <Columns columns=columns draft=draft all=all/>
            <Show when=move || changed.get() || saved.get().is_some_and(|saved| !saved.columns.is_empty())>
                <div class="panel-foot">
                    <Show when=move || changed.get()>
                        <button class="btn primary" type="button" on:click=apply>{t(roles::APPLY)}</button>
                        <button class="btn" type="button" on:click=move |_| draft.set(saved.get_untracked().unwrap_or_default().columns)>{t(roles::UNDO)}</button>
                    </Show>
                    <Show when=move || saved.get().is_some_and(|saved| !saved.columns.is_empty())>
                        <button class="btn quiet" type="button" on:click=move |_| draft.set(BTreeMap::new())>{t(roles::FORGET)}</button>
                    </Show>
                    <span class="push">{t(roles::REMEMBERED)}</span>
                </div>
            </Show>
        </section>
        {live(move || head.get().map(|answer| match answer {
            Ok(preview) => {
                let fatal = preview.account.problems.iter().filter(|problem| problem.kind.is_fatal()).cloned();
                let fatal: Vec<_> = fatal.map(|problem| view! { <Sentence problem=problem/> }).collect();
                let fatal = (!fatal.is_empty()).then(|| view! { <ul class="problems">{fatal}</ul> });
                view! { {fatal}<PreviewTable preview=preview/> }.into_any()
            }
            Err(problem) => view! { <ul class="problems"><Sentence problem=problem/></ul> }.into_any(),
        }))}
    }
}

/// The settings with the draft in them. Without a header known, it holds for the one file that is previewed.
fn with_roles(mut settings: Settings, signature: Option<String>, roles: BTreeMap<String, Role>) -> Settings {
    set_roles(&mut settings, &signature.unwrap_or_else(|| "*".to_owned()), roles);
    settings
}

fn set_roles(settings: &mut Settings, signature: &str, roles: BTreeMap<String, Role>) {
    settings.mappings.entry(signature.to_owned()).or_default().columns = roles;
    settings.mappings.retain(|_, mapping| *mapping != model::Mapping::default());
}

#[component]
fn Columns(columns: RwSignal<Vec<Column>>, draft: RwSignal<BTreeMap<String, Role>>, all: bool) -> impl IntoView {
    let app = App::here();
    let all = RwSignal::new(all);
    let shown = Memo::new(move |_| {
        let every = all.get() || columns.with(|columns| !columns.iter().any(|column| is_used(column.role)));
        columns.with(|columns| {
            draft.with(|draft| {
                let keep = |column: &&Column| every || is_used(column.role) || draft.contains_key(&column.header);
                columns.iter().filter(keep).map(|column| column.header.clone()).collect::<Vec<_>>()
            })
        })
    });
    let hidden = Memo::new(move |_| columns.with(Vec::len) - shown.with(Vec::len));
    view! {
        <div class="tablewrap pad-top">
            <table class="t maprows">
                <thead><tr>
                    <th scope="col">{t(roles::IN_FILE)}</th>
                    <th scope="col" class="p1">{t(roles::FIRST_VALUES)}</th>
                    <th scope="col">{t(roles::READ_AS)}</th>
                    <th scope="col">{t(roles::WHY)}</th>
                </tr></thead>
                <tbody>
                    <For each=move || shown.get() key=Clone::clone let:header>
                        <ColumnRow header=header columns=columns draft=draft/>
                    </For>
                </tbody>
            </table>
        </div>
        <Show when=move || { hidden.get() > 0 }>
            <div class="panel-foot"><button class="link" type="button" on:click=move |_| all.set(true)>{live(move || roles::unused(app.lang.get(), hidden.get()))}</button></div>
        </Show>
    }
}

#[component]
fn ColumnRow(header: String, columns: RwSignal<Vec<Column>>, draft: RwSignal<BTreeMap<String, Role>>) -> impl IntoView {
    let app = App::here();
    let name = header.clone();
    let column = Memo::new(move |_| {
        columns.with(|columns| columns.iter().find(|column| column.header == name).cloned()).unwrap_or_default()
    });
    let role = Memo::new(move |_| column.with(|column| column.role.unwrap_or(Role::Ignore)));
    let values =
        move || column.with(|column| if column.samples.is_empty() { None } else { Some(column.samples.join(" · ")) });
    let values = move || match values() {
        Some(values) => view! { {values} }.into_any(),
        None => view! { <span class="faint">{t(roles::EMPTY)}</span> }.into_any(),
    };
    let label = {
        let header = header.clone();
        move || roles::READ_COLUMN_AS.with(app.lang.get(), &[&header])
    };
    let key = header.clone();
    let choose = move |event: leptos::ev::Event| {
        if let Some(role) = Role::find(&event_target_value(&event)) {
            draft.update(|draft| {
                draft.insert(key.clone(), role);
            });
        }
    };
    let options = Role::ALL
        .map(|one| view! { <option value=one.id() selected=move || role.get() == one>{t(roles::role(one))}</option> })
        .into_iter()
        .collect_view();
    let zone = move || column.with(zone_of);
    let asks = move || (zone() == "amber").then_some("");
    view! {
        <tr data-ask=asks>
            <th scope="row"><code>{header.clone()}</code></th>
            <td class="muted p1 values">{live(values)}</td>
            <td><select class="field" aria-label=label on:change=choose prop:value=move || role.get().id()>{options}</select></td>
            <td class="wrap"><span class="conf" data-zone=zone>
                {live(move || view! { <Icon name=if zone() == "unknown" { "dot" } else { zone() }/> })}
                {live(move || column.with(|column| why(app.lang.get(), column)))}
            </span></td>
        </tr>
    }
}

fn zone_of(column: &Column) -> &'static str {
    match (column.role, column.why) {
        (role, _) if !is_used(role) => "unknown",
        (_, Why::System | Why::Chosen) => "green",
        _ if column.confidence >= SURE => "green",
        _ => "amber",
    }
}

fn why(lang: Lang, column: &Column) -> String {
    let why = crate::app::words::files::why(column.why).to(lang);
    match column.why {
        Why::Header | Why::Values => format!("{why} ({})", lang.percent(f64::from(column.confidence), 0)),
        _ => why.to_owned(),
    }
}
