//! The rules: a preset to start from, and each of them to be changed.

use leptos::prelude::*;

use super::super::live::{Show, live};
use crate::{
    app::{
        App, format, t,
        words::{Phrase, practice as words},
    },
    model::{Day, Holidays, HourSpan, Practice, PracticePreset},
};

/// The first Monday since 1970: the days of the week by their name.
const A_MONDAY: Day = Day(4);

/// Changes the rules where they stay whole; what is at odds is not taken.
fn change(app: App, refused: RwSignal<bool>, change: impl FnOnce(&mut Practice)) {
    let mut settings = app.settings.get_untracked();
    let Some(practice) = settings.planning.practice.as_mut() else { return };
    change(practice);
    let holds = settings.check().is_ok();
    refused.set(!holds);
    if holds {
        app.set_settings(|own| *own = settings);
    }
}

/// The panel.
pub fn panel() -> AnyView {
    let app = App::here();
    let refused = RwSignal::new(false);
    let rules = Memo::new(move |_| app.settings.with(|settings| settings.planning.practice.clone()));
    let preset = Memo::new(move |_| rules.with(|rules| rules.as_ref().map(|rules| rules.preset)));
    let choices = PracticePreset::ALL.map(|one| {
        let choose = move |_| {
            refused.set(false);
            app.set_settings(|settings| settings.planning.practice = Some(one.rules()));
        };
        view! {
            <label class="choice">
                <input type="radio" name="practice" value=one.id() prop:checked=move || preset.get() == Some(one) on:change=choose/>
                <b>{t(words::preset(one))}</b><span>{t(words::source(one))}</span>
            </label>
        }
    });
    let changed = Memo::new(move |_| rules.with(|rules| rules.as_ref().is_some_and(|rules| !rules.is_as_published())));
    let back = move |_| {
        if let Some(preset) = preset.get_untracked() {
            refused.set(false);
            app.set_settings(|settings| settings.planning.practice = Some(preset.rules()));
        }
    };
    let chosen = Memo::new(move |_| rules.with(Option::is_some));
    let editor = move || chosen.get().then(|| editor(app, rules, refused));
    view! {
        <section class="panel" data-testid="practice-rules">
            <div class="panel-head"><h2 id="practice-title">{t(words::TITLE)}</h2><p class="sub">{t(words::HELP)}</p></div>
            <div class="panel-body choices" role="radiogroup" aria-labelledby="practice-title">{choices.into_iter().collect_view()}</div>
            {live(editor)}
            <Show when=move || changed.get()>
                <div class="panel-foot">
                    <span>{t(words::CHANGED)}</span>
                    <button class="btn" type="button" on:click=back>{t(words::BACK)}</button>
                </div>
            </Show>
        </section>
    }
    .into_any()
}

fn editor(app: App, rules: Memo<Option<Practice>>, refused: RwSignal<bool>) -> AnyView {
    let spans = Memo::new(move |_| rules.with(|rules| rules.as_ref().map_or(0, |rules| rules.hours.len())));
    let span_rows = move || {
        let one = |at: usize| {
            let field = |label: Phrase, get: fn(HourSpan) -> u8, set: fn(&mut HourSpan, u8)| {
                let value = Memo::new(move |_| {
                    rules.with(|rules| rules.as_ref().and_then(|rules| rules.hours.get(at).copied()).map_or(0, get))
                });
                let typed = move |event| {
                    let Ok(hour) = event_target_value(&event).parse::<u8>() else { return refused.set(true) };
                    change(app, refused, |rules| {
                        if let Some(span) = rules.hours.get_mut(at) {
                            set(span, hour);
                        }
                    });
                };
                let name = move || label.with(app.lang.get(), &[&(at + 1)]);
                view! { <input class="field" type="number" min="0" max="24" step="1" aria-label=name prop:value=move || value.get().to_string() on:change=typed/> }
            };
            let from = field(words::FROM_OF, |span| span.from, |span, hour| span.from = hour);
            let to = field(words::TO_OF, |span| span.to, |span, hour| span.to = hour);
            view! { <span class="span">{t(words::FROM)}{from}{t(words::TO)}{to}" h"</span> }
        };
        (0..spans.get()).map(one).collect_view()
    };
    let more = move |_| {
        change(app, refused, |rules| {
            let last = rules.hours.last().map_or(0, |span| span.to);
            rules.hours.push(HourSpan { from: last.min(23), to: (last + 1).min(24) });
        });
    };
    let fewer = move |_| change(app, refused, |rules| rules.hours.truncate(rules.hours.len().saturating_sub(1)));
    let why = move || refused.get().then(|| words::SPANS_REFUSED.to(app.lang.get()));
    let weekdays = (0..7_usize).map(|at| {
        let holds = move || rules.with(|rules| rules.as_ref().is_some_and(|rules| rules.weekdays[at]));
        let toggle = move |event| {
            let on = event_target_checked(&event);
            change(app, refused, |rules| rules.weekdays[at] = on);
        };
        let name = move || format::weekday(app.lang.get(), A_MONDAY + at as i32);
        view! { <label class="tick"><input type="checkbox" prop:checked=holds on:change=toggle/>{name}</label> }
    });
    let keeps_holidays = move || rules.with(|rules| rules.as_ref().is_some_and(|rules| rules.holidays.is_some()));
    let toggle_holidays = move |event| {
        let on = event_target_checked(&event);
        change(app, refused, |rules| rules.holidays = on.then_some(Holidays::France));
    };
    let limit = move || {
        let limit = rules.with(|rules| rules.as_ref().and_then(|rules| rules.attempts));
        limit.map(|limit| limit.to_string()).unwrap_or_default()
    };
    let set_limit = move |event| {
        let text = event_target_value(&event);
        let limit = if text.trim().is_empty() { Some(None) } else { text.trim().parse().ok().map(Some) };
        match limit {
            Some(limit) => change(app, refused, |rules| rules.attempts = limit),
            None => refused.set(true),
        }
    };
    let days = move || rules.with(|rules| rules.as_ref().map_or(30, |rules| rules.attempts_days)).to_string();
    let set_days = move |event| match event_target_value(&event).parse() {
        Ok(days) => change(app, refused, |rules| rules.attempts_days = days),
        Err(_) => refused.set(true),
    };
    view! {
        <div class="panel-body editor">
            <fieldset class="limits">
                <legend><b>{t(words::HOURS)}</b></legend>
                <div class="spans">
                    {live(span_rows)}
                    <Show when=move || { spans.get() < 3 }><button class="btn tiny" type="button" on:click=more>{t(words::ADD_SPAN)}</button></Show>
                    <Show when=move || { spans.get() > 1 }><button class="btn tiny" type="button" on:click=fewer>{t(words::REMOVE_SPAN)}</button></Show>
                </div>
                <span class="refused" role="alert">{live(why)}</span>
            </fieldset>
            <fieldset class="limits">
                <legend><b>{t(words::WEEKDAYS)}</b></legend>
                <div class="ticks">{weekdays.collect_view()}</div>
                <label class="tick"><input type="checkbox" prop:checked=keeps_holidays on:change=toggle_holidays/>{t(words::HOLIDAYS)}</label>
            </fieldset>
            <div class="fields">
                <label class="limit"><span>{t(words::ATTEMPTS)}</span>
                    <input class="field" type="number" min="1" max="100" step="1" data-testid="attempts-limit" prop:value=limit on:change=set_limit/></label>
                <label class="limit"><span>{t(words::WITHIN_DAYS)}</span>
                    <input class="field" type="number" min="1" max="365" step="1" prop:value=days on:change=set_days/></label>
            </div>
        </div>
    }
    .into_any()
}
