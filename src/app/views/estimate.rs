//! The estimated score of a number that no tool has read: shown as an estimate, with its parts, and without a colour.

use leptos::prelude::*;

use super::Icon;
use crate::{
    app::words::{Lang, estimate as words},
    report::{NumberReport, Score, ScoreOrigin},
};

fn estimated(entry: &NumberReport) -> Option<&Score> {
    entry.score.as_ref().filter(|score| score.origin == ScoreOrigin::Estimated)
}

/// The panel of one number; nothing where a tool has read it, or its calls are too few.
pub fn panel(lang: Lang, entry: &NumberReport) -> Option<AnyView> {
    let score = estimated(entry)?;
    let rows = score
        .parts
        .iter()
        .map(|part| {
            let value = part.value.map(|value| lang.decimal(value, 0));
            let weight = part.value.map_or_else(|| "–".to_owned(), |_| lang.percent(part.weight * 100.0, 0));
            view! {
                <tr>
                    <th scope="row" class="wrap">{words::part(part.id).to(lang)}" – "<span class="muted">{words::speaks_of(part.id).to(lang)}</span></th>
                    <td class="n">{value.unwrap_or_else(|| words::NOT_MEASURED.to(lang).to_owned())}</td>
                    <td class="n">{weight}</td>
                </tr>
            }
        })
        .collect_view();
    let panel = view! {
        <section class="panel" data-testid="estimated-score" data-value=super::cards::plain(score.value)>
            <div class="panel-head">
                <h2>{words::title(lang, score.value)}</h2>
                <p class="sub">{words::SUB.to(lang)}</p>
            </div>
            <table class="t">
                <thead>
                    <tr>
                        <th scope="col">{words::COL_PART.to(lang)}</th>
                        <th scope="col" class="n">{words::COL_VALUE.to(lang)}</th>
                        <th scope="col" class="n">{words::COL_WEIGHT.to(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <details class="more">
                <summary><Icon name="chev" class="chev"/>{words::HOW.to(lang)}</summary>
                <p>{words::HOW_TEXT.to(lang)}</p>
            </details>
        </section>
    };
    Some(panel.into_any())
}

/// What stands in a table where no score is known: the estimate, said to be one.
pub fn cell(lang: Lang, entry: &NumberReport) -> Option<AnyView> {
    let text = words::in_place_of_score(lang, estimated(entry)?.value);
    Some(view! { <span class="faint nowrap">{text}</span> }.into_any())
}
