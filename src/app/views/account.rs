//! One file: what it is, how its rows add up, its questions, its columns, its words.

use leptos::prelude::*;

use super::{
    Icon, conversions, day_question::DayQuestion, live::live, mapping::Mapping, scale_question::ScaleQuestion,
    unknown_words::Words,
};
use crate::{
    app::{
        App, t,
        words::{Phrase, account as words, files},
    },
    import::{DayFirst, FileAccount, FileKind},
    model::{Outcome, ProblemKind, Role},
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
        {conversions::panel(app, &account)}
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
    let dates = account.date_order.filter(|_| account.day_first != Some(DayFirst::Assumed));
    let dates = dates.map(|order| words::dates(order, account.day_first));
    let unit = account.talk_unit.map(words::unit);
    let title = move || name.unwrap_or_else(|| files::UNKNOWN_SYSTEM.to(app.lang.get()));
    let warnings: Vec<(bool, Phrase)> = if account.kind == FileKind::Calls {
        let voicemail = known.has(Outcome::Voicemail);
        let mut warnings = vec![(voicemail, if voicemail { files::VOICEMAIL_TOLD } else { files::VOICEMAIL_NOT_TOLD })];
        let has_own = [Role::Own, Role::Caller].iter().any(|role| account.header_of(*role).is_some());
        if !has_own || account.problems.iter().any(|problem| problem.kind == ProblemKind::NoNumberColumn) {
            warnings.push((false, words::ONE_POOL));
            warnings.push((false, words::richer_export(&account.system)));
        }
        let cannot = [
            (known.has(Outcome::Rejected), files::REJECTED_NOT_TOLD),
            (account.hang_ups_known, words::HANG_UPS_NOT_TOLD),
            (account.conversions_known, words::CONVERSIONS_NOT_TOLD),
        ];
        warnings.extend(cannot.into_iter().filter(|(told, _)| !told));
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
            {dates.map(|dates| view! { <li><Icon name="green"/><span>{t(dates)}</span></li> })}
            {unit.map(|unit| view! { <li><Icon name="green"/><span>{t(unit)}</span></li> })}
            {warnings}
        </ul>
    }
}

/// Whether a column with this role takes part.
pub fn is_used(role: Option<Role>) -> bool {
    !matches!(role, None | Some(Role::Ignore))
}
