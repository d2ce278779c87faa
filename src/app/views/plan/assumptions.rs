//! What the plan rests on and nobody has proved: to be changed.

use leptos::prelude::*;

use super::super::thresholds::Limit;
use crate::app::{t, thresholds::PLANNING, words::plan as words};

/// The panel of the assumptions.
pub fn panel() -> AnyView {
    let fields = PLANNING.iter().map(|field| view! { <Limit field=field/> }).collect_view();
    view! {
        <section class="panel">
            <div class="panel-head"><h2>{t(words::ASSUMPTIONS)}</h2><p class="sub">{t(words::ASSUMPTIONS_HELP)}</p></div>
            <div class="panel-body fields">{fields}</div>
        </section>
    }
    .into_any()
}
