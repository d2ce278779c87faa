//! How fresh the data is: the strip of the dashboard, and the column of the guide's table.

use leptos::prelude::*;

use super::{Icon, live::live};
use crate::{
    app::{
        App, GuidePart, Planner, Route, format,
        words::{Lang, guide as words, kpis},
    },
    browser::{clock, reader::Input},
    kpi::Zone,
    plan::{Fresh, Freshness, freshness},
};

/// The zone of a state: being behind asks for something, being fresh for nothing.
pub const fn zone(state: Fresh) -> Zone {
    match state {
        Fresh::Best | Fresh::Enough => Zone::Green,
        Fresh::Behind => Zone::Amber,
        Fresh::NotMeasured => Zone::Unknown,
    }
}

/// The freshness of what was read, today; a sample is held against its own last day. Whether it is one comes with it.
pub fn of_today(app: App) -> Option<(Vec<Freshness>, bool)> {
    let board = app.whole.get()?;
    let is_sample = matches!(app.input_of(0), Some(Input::Sample { .. }));
    let last = board.period.map(|(_, last)| last)?;
    let today = if is_sample { last + 1 } else { clock::today() };
    Some((app.settings.with(|settings| freshness(&board, today, settings)), is_sample))
}

/// Why a figure stands where it stands.
pub fn because(lang: Lang, fresh: &Freshness) -> String {
    words::because(lang, fresh, &fresh.last.map(|day| format::day_short(lang, day)).unwrap_or_default())
}

/// The strip below the key figures.
#[component]
pub fn FreshnessStrip() -> impl IntoView {
    let (app, planner) = (App::here(), Planner::here());
    let strip = move || {
        let (lang, (all, _)) = (app.lang.get(), of_today(app)?);
        let items = all.iter().map(|fresh| {
            let zone = zone(fresh.state);
            view! {
                <li data-zone=zone.id()>
                    <Icon name=zone.id()/>
                    <b>{kpis::name(fresh.tracking.kpi).to(lang)}", "{words::fresh(fresh.state).to(lang)}</b>
                    <span>{because(lang, fresh)}</span>
                </li>
            }
        });
        let open = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            planner.guide.set(GuidePart::Reading);
            app.go(Route::Guide);
        };
        Some(view! {
            <section class="panel" data-testid="freshness">
                <div class="fresh">
                    <h2><a href="#guide" on:click=open>{words::FRESHNESS.to(lang)}</a></h2>
                    <ul>{items.collect_view()}</ul>
                </div>
            </section>
        })
    };
    live(strip)
}
