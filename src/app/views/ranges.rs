//! The published ranges that a number lies in: information beside its figures, never one of them.

use leptos::prelude::*;

use super::Icon;
use crate::{
    app::words::{Lang, files},
    report::RangeReport,
};

/// The panel; nothing where the number lies in none.
pub fn panel(lang: Lang, ranges: &[RangeReport]) -> AnyView {
    if ranges.is_empty() {
        return ().into_any();
    }
    let entries: Vec<_> = ranges
        .iter()
        .map(|range| view! { <li><Icon name="dot"/><span>{files::range(lang, range)}</span></li> })
        .collect();
    view! {
        <section class="panel" data-testid="ranges">
            <div class="panel-head"><h2>{files::RANGES.to(lang)}</h2><p class="sub">{files::RANGES_MEAN.to(lang)}</p></div>
            <div class="panel-body"><ul class="because">{entries}</ul></div>
        </section>
    }
    .into_any()
}
