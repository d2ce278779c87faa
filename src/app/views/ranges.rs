//! The published ranges that a number lies in: information beside its figures, never one of them.

use leptos::prelude::*;

use super::Icon;
use crate::{
    app::words::{Lang, account},
    report::RangeReport,
};

/// The panel; nothing where the number lies in none.
pub fn panel(lang: Lang, ranges: &[RangeReport]) -> AnyView {
    if ranges.is_empty() {
        return ().into_any();
    }
    let entries: Vec<_> = ranges
        .iter()
        .map(|range| view! { <li><Icon name="dot"/><span>{account::range(lang, range)}</span></li> })
        .collect();
    view! {
        <section class="panel" data-testid="ranges">
            <div class="panel-head"><h2>{account::RANGES.to(lang)}</h2><p class="sub">{account::RANGES_MEAN.to(lang)}</p></div>
            <div class="panel-body"><ul class="because">{entries}</ul></div>
        </section>
    }
    .into_any()
}
