//! One file: what it is, how its rows add up, its questions, its columns, its words.

use leptos::prelude::*;

use super::{
    Icon, day_question::DayQuestion, live::live, mapping::Mapping, scale_question::ScaleQuestion, unknown_words::Words,
};
use crate::{
    app::{
        App, t,
        words::{Phrase, files},
    },
    import::{DayFirst, FileAccount, FileKind},
    model::{Outcome, Role},
};

/// One file.
#[component]
pub fn Account(
    /// What became of it.
    account: FileAccount,
    /// Its place among the files.
    place: usize,
) -> impl IntoView {
    let app = App::here();
    let asks_day = account.day_first == Some(DayFirst::Assumed);
    let input = app.input_of(place);
    view! {
        <section class="panel">
            <div class="panel-body lead-in">
                <Equation rows=account.rows counted=account.counted aside=account.aside_total() kind=account.kind/>
                <Because account=account.clone()/>
            </div>
        </section>
        {asks_day.then(|| view! { <DayQuestion account=account.clone()/> })}
        {account.score_scale.map(|(scale, why)| view! { <ScaleQuestion signature=account.signature.clone() scale=scale why=why/> })}
        {input.map(|input| view! { <Mapping input=input account=Some(account.clone())/> })}
        {(!account.words.is_empty()).then(|| view! { <Words words=account.words.clone()/> })}
    }
}

/// Rows read = counted + set aside.
#[component]
fn Equation(rows: u64, counted: u64, aside: u64, kind: FileKind) -> impl IntoView {
    let app = App::here();
    let part = |label: Phrase, count: u64| {
        view! { <span><small>{t(label)}</small>{live(move || app.lang.get().count(count))}</span> }
    };
    view! {
        <div class="equation">
            {part(files::ROWS_READ, rows)}<span class="op">"="</span>
            {part(files::counted(kind), counted)}<span class="op">"+"</span>
            {part(files::SET_ASIDE, aside)}
        </div>
    }
}

/// Why it was read the way it was.
#[component]
fn Because(account: FileAccount) -> impl IntoView {
    let app = App::here();
    let (columns, used) = (account.columns.len(), account.columns.iter().filter(|column| is_used(column.role)).count());
    let (encoding, delimiter, known) = (account.encoding.clone(), account.delimiter, account.known);
    let name = files::system(&account.system);
    let basis = account.basis;
    let title = move || name.unwrap_or_else(|| files::UNKNOWN_SYSTEM.to(app.lang.get()));
    let warnings: Vec<(bool, Phrase)> = if account.kind == FileKind::Calls {
        let voicemail = known.has(Outcome::Voicemail);
        let mut warnings = vec![(voicemail, if voicemail { files::VOICEMAIL_TOLD } else { files::VOICEMAIL_NOT_TOLD })];
        if !known.has(Outcome::Rejected) {
            warnings.push((false, files::REJECTED_NOT_TOLD));
        }
        warnings
    } else {
        Vec::new()
    };
    let warnings = warnings
        .into_iter()
        .map(|(good, phrase)| {
            let zone = if good { "green" } else { "amber" };
            view! { <li data-zone=zone><Icon name=zone class="z"/><span>{t(phrase)}</span></li> }
        })
        .collect_view();
    view! {
        <ul class="because">
            <li><Icon name="green"/><span><b>{title}"."</b>" "{t(files::basis(basis))}</span></li>
            <li><Icon name="green"/><span>{live(move || files::form(app.lang.get(), &encoding, delimiter, columns, used))}</span></li>
            {warnings}
        </ul>
    }
}

/// Whether a column with this role takes part.
pub fn is_used(role: Option<Role>) -> bool {
    !matches!(role, None | Some(Role::Ignore))
}
