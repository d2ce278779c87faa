//! Rest and warm-up, as dates that can be moved and taken into a calendar program.

use leptos::prelude::*;

use super::{
    super::{chip::zone_icon, live::live},
    numbers::decide,
    save_button,
};
use crate::{
    app::{
        App, Planner, format, t,
        words::{Lang, Phrase, plan as words},
    },
    browser::clock,
    kpi::Zone,
    model::Day,
    plan::{Entry, EntryKind, Event, Step, calendar, ics, warm_up},
};

/// The panel.
pub fn panel() -> AnyView {
    let (app, planner) = (App::here(), Planner::here());
    let entries = Memo::new(move |_| {
        let (plan, board) = (planner.plan.get()?, app.whole.get()?);
        Some(app.settings.with(|settings| calendar(&plan, &board, settings)))
    });
    let entry_at = move |at: usize| entries.with(|entries| entries.as_ref()?.get(at).cloned());
    let keys = Memo::new(move |_| {
        let key = |entry: &Entry| (entry.number.clone(), entry.kind);
        entries.with(|entries| entries.as_ref().map(|all| all.iter().map(key).collect::<Vec<_>>()).unwrap_or_default())
    });
    let head = |phrase: Phrase, class: &'static str| view! { <th scope="col" class=class>{t(phrase)}</th> };
    let body = move || {
        keys.with(|keys| {
            if keys.is_empty() {
                return view! { <p class="none">{t(words::CALENDAR_NONE)}</p> }.into_any();
            }
            let rows = keys.iter().enumerate().map(|(at, (number, kind))| row(number.clone(), *kind, move || entry_at(at)));
            view! {
                <div class="tablewrap pad-top" tabindex="0" role="region" aria-label=t(words::CALENDAR)>
                    <table class="t dates" data-testid="calendar">
                        <thead><tr>
                            {head(words::NUMBER, "")}{head(words::WHAT, "")}{head(words::STARTS, "")}{head(words::ENDS, "p1")}
                            {head(words::CALLS_BY_WEEK, "p1 wrap")}
                        </tr></thead>
                        <tbody>{rows.collect_view()}</tbody>
                    </table>
                </div>
            }
            .into_any()
        })
    };
    let new_numbers = move || {
        let plan = planner.plan.get()?;
        let steps = app.settings.with(|settings| warm_up(plan.as_of, plan.planned, settings));
        Some(words::warm_up(app.lang.get(), &steps.iter().map(|step| step.calls).collect::<Vec<_>>()))
    };
    let save = move |app: App| {
        let lang = app.lang.get_untracked();
        let events = entries
            .with_untracked(|all| all.iter().flatten().flat_map(|entry| events(lang, entry)).collect::<Vec<_>>());
        app.save("ringwell-plan.ics", "text/calendar", &ics(&events, clock::today()));
    };
    let button = move || keys.with(|keys| (!keys.is_empty()).then(|| save_button(words::ICS, "export-ics", save)));
    view! {
        <section class="panel">
            <div class="panel-head">
                <h2>{t(words::CALENDAR)}</h2>
                <span class="push">{live(button)}</span>
                <p class="sub">{t(words::CALENDAR_HELP)}</p>
            </div>
            {live(body)}
            <p class="panel-foot">{live(new_numbers)}</p>
        </section>
    }
    .into_any()
}

fn row(number: String, kind: EntryKind, entry: impl Fn() -> Option<Entry> + Copy + Send + Sync + 'static) -> AnyView {
    let app = App::here();
    let lang = move || app.lang.get();
    let what = match kind {
        EntryKind::Rest => words::REST,
        EntryKind::WarmUp => words::WARM_UP,
    };
    let (name, shown, short) = (number.clone(), number.clone(), number.clone());
    let label = move || words::START_OF.with(lang(), &[&what.to(lang()), &format::phone(lang(), &name)]);
    let first = Memo::new(move |_| entry().map(|entry| entry.days[0].to_string()).unwrap_or_default());
    let choose = move |event| {
        let day = event_target_value(&event).parse::<Day>().ok();
        app.set_settings(|settings| {
            decide(settings, &number, |plan| match kind {
                EntryKind::Rest => plan.rest_from = day,
                EntryKind::WarmUp => plan.warm_up_from = day,
            });
        });
    };
    let last = move || entry().map(|entry| format::day_long(lang(), entry.days[1]));
    let calls = move || {
        let entry = entry()?;
        if entry.steps.is_empty() {
            return Some(words::NONE_A_DAY.to(lang()).into_any());
        }
        // A week in which more was made than planned is said aloud.
        let step = |step: &Step| {
            match step.made {
            Some(made) if made > u64::from(step.calls) => view! {
                <span class="zfig" data-zone="amber">{zone_icon(lang(), Zone::Amber)}{step.calls}" ("{lang().count(made)}")"</span>
            }
            .into_any(),
            Some(made) => format!("{} ({})", step.calls, lang().count(made)).into_any(),
            None => step.calls.to_string().into_any(),
        }
        };
        let steps = entry.steps.iter().map(|one| view! { <span class="nowrap">{step(one)}</span>" " });
        Some(view! { <span class="weeks">{steps.collect_view()}</span> }.into_any())
    };
    view! {
        <tr>
            <th scope="row">
                <span class="num">
                    <span class="long">{live(move || format::phone(lang(), &shown))}</span>
                    <span class="short">{format::phone_short(&short)}</span>
                </span>
            </th>
            <td>{t(what)}</td>
            <td><input class="field" type="date" aria-label=label prop:value=move || first.get() on:change=choose/></td>
            <td class="p1">{live(last)}</td>
            <td class="p1 wrap">{live(calls)}</td>
        </tr>
    }
    .into_any()
}

/// An entry in a calendar program: a rest as one event, a warm-up as one a week.
fn events(lang: Lang, entry: &Entry) -> Vec<Event> {
    if entry.kind == EntryKind::Rest {
        let title = words::event(lang, &entry.number, None);
        return vec![Event { days: entry.days, title, note: String::new() }];
    }
    let event = |step: &Step| Event {
        days: step.days,
        title: words::event(lang, &entry.number, Some(step.calls)),
        note: String::new(),
    };
    entry.steps.iter().map(event).collect()
}
