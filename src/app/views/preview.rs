//! Ten rows, as they stand and as they are understood.

use leptos::prelude::*;

use super::live::live;

use crate::{
    app::{App, format, t, words::files},
    import::{Preview, PreviewFact, PreviewRow},
    model::{Day, Outcome},
};

/// Longest text shown of a row as written, in letters.
const WRITTEN: usize = 80;

/// The table.
#[component]
pub fn PreviewTable(
    /// The head of the file.
    preview: Preview,
) -> impl IntoView {
    let app = App::here();
    let empty = preview.rows.is_empty();
    let rows = preview.rows.into_iter().map(|row| row_view(app, row)).collect_view();
    view! {
        <section class="panel" data-testid="preview">
            <div class="panel-head"><h2>{t(files::PREVIEW_TITLE)}</h2></div>
            {empty.then(|| view! { <p class="panel-body muted">{t(files::PREVIEW_NONE)}</p> })}
            <div class="tablewrap pad-top" tabindex="0" role="region" aria-label=t(files::PREVIEW_TITLE)>
                <table class="t">
                    <thead><tr>
                        <th scope="col">{t(files::P_DAY)}</th>
                        <th scope="col">{t(files::P_NUMBER)}</th>
                        <th scope="col">{t(files::P_OUTCOME)}</th>
                        <th scope="col" class="n">{t(files::P_TALK)}</th>
                        <th scope="col" class="p1">{t(files::P_ROW)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row_view(app: App, row: PreviewRow) -> impl IntoView {
    let PreviewRow { cells, read, aside } = row;
    let filled: Vec<_> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let written: String = filled.join(" · ").chars().take(WRITTEN).collect();
    let read = match (read, aside) {
        (Some(fact), _) => fact_cells(app, fact).into_any(),
        (None, reason) => {
            let said = move || {
                let lang = app.lang.get();
                let name = reason.map_or("", |reason| files::aside(reason).0.to(lang));
                files::NOT_COUNTED.with(lang, &[&name.to_lowercase()])
            };
            view! { <td colspan="4" class="muted wrap">{live(said)}</td> }.into_any()
        }
    };
    view! { <tr>{read}<td class="p1 faint values">{written}</td></tr> }
}

fn fact_cells(app: App, fact: PreviewFact) -> impl IntoView {
    let PreviewFact { number, day, hour, outcome, talk_secs } = fact;
    let when = move || {
        let lang = app.lang.get();
        let text = day.parse::<Day>().map_or_else(|_| day.clone(), |day| format::day_long(lang, day));
        hour.map_or_else(|| text.clone(), |hour| format!("{text}, {hour}\u{a0}h"))
    };
    let outcome_text = move || {
        let known = Outcome::ALL.into_iter().find(|one| one.id() == outcome);
        known.map_or_else(|| outcome.clone(), |known| files::outcome(known).to(app.lang.get()).to_owned())
    };
    view! {
        <td>{live(when)}</td>
        <td><b>{live(move || format::phone(app.lang.get(), &number))}</b></td>
        <td>{live(outcome_text)}</td>
        <td class="n">{talk_secs.map_or_else(|| "–".to_owned(), format::talk)}</td>
    }
}
