//! A zone as colour, shape and word.

use leptos::prelude::*;

use super::Icon;
use crate::{
    app::words::{Lang, dashboard as words, kpis},
    kpi::Zone,
    report::Status,
};

/// A chip: dashed and unfilled while it is not certain.
pub fn chip(zone: Zone, certain: bool, text: String) -> AnyView {
    view! {
        <span class="chip" data-zone=zone.id() data-certain=if certain { "true" } else { "false" }>
            <Icon name=zone.id()/>
            {text}
        </span>
    }
    .into_any()
}

/// The chip of a number's status. "Watch" is never certain.
pub fn status_chip(lang: Lang, status: Status, act_zone: Zone) -> AnyView {
    let (zone, certain) = match status {
        Status::Act => (act_zone, true),
        Status::Watch => (Zone::Amber, false),
        Status::Well => (Zone::Green, true),
        Status::Unknown => (Zone::Unknown, false),
    };
    chip(zone, certain, words::status(status).to(lang).to_owned())
}

/// An icon that says its zone to those who do not see it.
pub fn zone_icon(lang: Lang, zone: Zone) -> AnyView {
    view! {
        <svg class="i z" role="img" aria-label=kpis::zone(zone).to(lang)><title>{kpis::zone(zone).to(lang)}</title><use href=format!("#{}", zone.id())/></svg>
    }
    .into_any()
}
