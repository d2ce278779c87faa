//! The line under the bar: what was read, of which days, and how to take it away.

use leptos::prelude::*;

use super::{Icon, exports::Exports};
use crate::{
    app::{
        App, Route, format,
        words::{Lang, dashboard as words},
    },
    import::FileKind,
    model::Settings,
    report::Report,
};

/// Files, rows, period, zone, exports.
pub fn source(lang: Lang, report: &Report, settings: &Settings) -> AnyView {
    let rows: u64 = report.files.iter().map(|file| file.rows).sum();
    let aside: u64 = report.files.iter().map(|file| file.set_aside.values().sum::<u64>()).sum();
    let counted: u64 = report.files.iter().map(|file| file.counted).sum();
    let only_calls = report.files.iter().all(|file| file.kind == FileKind::Calls);
    let counted = if only_calls { words::calls(lang, counted) } else { words::counted_rows(lang, counted) };
    let period = report.period.map(|period| {
        let zone = settings.time_zone.as_ref().map(|zone| format!(", {}", zone.name)).unwrap_or_default();
        let text = format!(
            "{}, {}{zone}",
            format::span(lang, period.from, period.to),
            words::active_days(lang, period.active_days as u64)
        );
        view! { <span><Icon name="clock"/>" "{text}</span> }
    });
    view! {
        <div class="source">
            <span><Icon name="file"/>" "{link(words::files(lang, report.files.len() as u64))}</span>
            <span class="eq">
                {words::rows(lang, rows)}" = "<b>{counted}</b>" + "{link(words::aside(lang, aside))}
            </span>
            {period}
            <span class="push row"><Exports/></span>
        </div>
    }
    .into_any()
}

fn link(text: String) -> AnyView {
    let app = App::here();
    let open = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        app.go(Route::Files);
    };
    view! { <a href=format!("#{}", Route::Files.hash()) on:click=open>{text}</a> }.into_any()
}
