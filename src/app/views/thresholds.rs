//! The page of the thresholds: presets, the account, zones, limits. What is typed takes effect at once; what is out of
//! range says so, and the last good value stays.

use leptos::prelude::*;

use super::{Icon, live::live};
use crate::{
    app::{
        App, t,
        thresholds::{ALERTS, Field, Group, KPIS, Refusal},
        words::{shell, thresholds as words},
    },
    browser::{given, zone},
    model::{Country, Objective, Preset, Settings, WatchThresholds},
    report::Status,
    watch::{Alert, Grade},
};

const PRESETS: [Preset; 3] = [Preset::Article, Preset::B2cCold, Preset::B2b];
const OBJECTIVES: [(&str, Objective); 3] = [
    ("appointment", Objective::Appointment),
    ("qualification", Objective::Qualification),
    ("direct_sales", Objective::DirectSales),
];

/// The page.
#[component]
pub fn Thresholds() -> impl IntoView {
    let app = App::here();
    let reset = move |_| {
        app.set_settings(|settings| {
            settings.kpis = Preset::Article.thresholds();
            settings.watch = WatchThresholds::default();
        });
    };
    let save = move |_| {
        let json = serde_json::to_string_pretty(&app.effective_settings()).unwrap_or_default();
        app.save("ringwell-settings.json", "application/json", &json);
    };
    view! {
        <div class="stack" data-testid="thresholds">
            <div class="title">
                <h1>{t(shell::THRESHOLDS)}</h1>
                <span class="muted">{t(words::HELP)}</span>
                <span class="push row">
                    <button class="btn quiet" type="button" data-testid="reset-thresholds" on:click=reset>{t(words::RESET)}</button>
                    <Load/>
                    <button class="btn" type="button" on:click=save><Icon name="dl"/>{t(words::SAVE)}</button>
                </span>
            </div>
            <Effect/>
            <div class="cols">
                <div class="c4 block"><Presets/><Account/></div>
                <div class="c8 block">
                    <Groups title=words::KPIS help=words::KPIS_HELP groups=KPIS/>
                    <Groups title=words::ALERTS help=words::ALERTS_HELP groups=ALERTS/>
                </div>
            </div>
        </div>
    }
}

/// What the thresholds make of the numbers, right now.
#[component]
fn Effect() -> impl IntoView {
    let app = App::here();
    let effect = move || {
        let report = app.whole_report.get()?;
        let count = |status| report.numbers.iter().filter(|number| number.status == status).count();
        let counts = [Status::Act, Status::Watch, Status::Well, Status::Unknown].map(count);
        let last = report.period.map(|period| period.to);
        let stands = |alert: &&Alert| alert.grade != Grade::WithinNoise && Some(alert.until) == last;
        let alerts = report.alerts.iter().filter(stands).count();
        Some(words::effect(app.lang.get(), counts, alerts))
    };
    view! { <p class="effect" role="status" data-testid="effect"><b>{t(words::NOW)}</b>" "{effect}</p> }
}

#[component]
fn Presets() -> impl IntoView {
    let app = App::here();
    let choices = PRESETS
        .map(|preset| {
            let (name, help) = words::preset(preset);
            let checked = move || app.settings.with(|settings| settings.kpis == preset.thresholds());
            let choose = move |_| app.set_settings(|settings| settings.kpis = preset.thresholds());
            view! {
                <label class="choice">
                    <input type="radio" name="preset" prop:checked=checked on:change=choose/>
                    <b>{t(name)}</b><span>{t(help)}</span>
                </label>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <section class="panel">
            <div class="panel-head"><h2 id="presets">{t(words::START_FROM)}</h2></div>
            <div class="panel-body choices" role="radiogroup" aria-labelledby="presets">{choices}</div>
        </section>
    }
}

/// Objective, country, time zone. The last two decide how rows are read.
#[component]
fn Account() -> impl IntoView {
    let app = App::here();
    let objective = move |event| {
        let id = event_target_value(&event);
        let chosen = OBJECTIVES.iter().find(|(one, _)| *one == id).map(|(_, objective)| *objective);
        app.set_settings(|settings| settings.objective = chosen);
    };
    let country = move |event| {
        let code = event_target_value(&event);
        app.set_settings(|settings| settings.country = (!code.is_empty()).then_some(code));
        app.reread();
    };
    let time_zone = move |event| {
        let name = event_target_value(&event);
        app.set_settings(|settings| settings.time_zone = if name.is_empty() { None } else { zone::table(&name) });
        app.reread();
    };
    let chosen_objective = Memo::new(move |_| app.settings.with(|settings| settings.objective));
    let chosen_country = Memo::new(move |_| app.settings.with(|settings| settings.country.clone()));
    let chosen_zone =
        Memo::new(move |_| app.settings.with(|settings| settings.time_zone.as_ref().map(|zone| zone.name.clone())));
    let objectives = OBJECTIVES
        .map(|(id, one)| {
            view! { <option value=id selected=move || chosen_objective.get() == Some(one)>{t(words::objective(one))}</option> }
        })
        .into_iter()
        .collect_view();
    let countries = Country::ALL
        .map(|country| {
            let code = country.code;
            let label = format!("{code} (+{})", country.calling);
            view! { <option value=code selected=move || chosen_country.with(|chosen| chosen.as_deref() == Some(code))>{label}</option> }
        })
        .into_iter()
        .collect_view();
    let zones = zone::names()
        .into_iter()
        .map(|name| {
            let (value, label) = (name.clone(), name.clone());
            view! { <option value=value selected=move || chosen_zone.with(|chosen| chosen.as_deref() == Some(&name))>{label}</option> }
        })
        .collect_view();
    let own = move || {
        let lang = app.lang.get();
        let name = zone::own().unwrap_or_else(|| words::ZONE_UNKNOWN.to(lang).to_owned());
        words::ZONE_OF_BROWSER.with(lang, &[&name])
    };
    view! {
        <section class="panel">
            <div class="panel-head"><h2>{t(words::ACCOUNT)}</h2><p class="sub">{t(words::ACCOUNT_HELP)}</p></div>
            <div class="panel-body fields">
                <label class="limit wide"><span>{t(words::OBJECTIVE)}</span>
                    <select class="field" on:change=objective><option value="">{t(words::NO_OBJECTIVE)}</option>{objectives}</select></label>
                <label class="limit wide"><span>{t(words::COUNTRY)}</span>
                    <select class="field" on:change=country><option value="">{t(words::NO_COUNTRY)}</option>{countries}</select></label>
                <label class="limit wide"><span>{t(words::ZONE)}</span>
                    <select class="field" on:change=time_zone><option value="">{live(own)}</option>{zones}</select></label>
            </div>
        </section>
    }
}

#[component]
fn Groups(
    title: crate::app::words::Phrase,
    help: crate::app::words::Phrase,
    groups: &'static [Group],
) -> impl IntoView {
    let groups = groups
        .iter()
        .map(|group| {
            let fields = group.fields.iter().map(|field| view! { <Limit field=field/> }).collect_view();
            view! {
                <fieldset class="limits">
                    <legend><b>{t(group.name)}</b>" "<span class="muted">{t(group.help)}</span></legend>
                    <div class="fields">{fields}</div>
                </fieldset>
            }
        })
        .collect_view();
    view! {
        <section class="panel">
            <div class="panel-head"><h2>{t(title)}</h2><p class="sub">{t(help)}</p></div>
            <div class="panel-body">{groups}</div>
        </section>
    }
}

/// One threshold.
#[component]
pub(super) fn Limit(field: &'static Field) -> impl IntoView {
    let app = App::here();
    let value = Memo::new(move |_| app.settings.with(|settings| (field.get)(settings)));
    let refused = RwSignal::new(None::<Refusal>);
    let typed = move |event: leptos::ev::Event| {
        let number = event_target_value(&event).trim().replace(',', ".").parse::<f64>().unwrap_or(f64::NAN);
        match app.settings.with_untracked(|settings| field.try_set(settings, number)) {
            Ok(changed) => {
                refused.set(None);
                app.set_settings(|settings| *settings = changed);
            }
            Err(refusal) => refused.set(Some(refusal)),
        }
    };
    // A field that is left shows what holds.
    let left = move |event: leptos::ev::FocusEvent| {
        refused.set(None);
        let target = leptos::wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlInputElement>(event_target::<
            web_sys::EventTarget,
        >(&event));
        if let Ok(input) = target {
            input.set_value(&value.get_untracked().to_string());
        }
    };
    let why = move || {
        let lang = app.lang.get();
        refused.get().map(|refusal| match refusal {
            Refusal::OutOfRange => words::out_of_range(lang, field),
            Refusal::AtOdds => words::AT_ODDS.to(lang).to_owned(),
        })
    };
    view! {
        <label class="limit">
            <span>{t(field.label)}</span>
            <span class="row">
                <input
                    class="field" type="number" inputmode="decimal" data-setting=field.path
                    min=field.range.0 max=field.range.1 step=field.step
                    prop:value=move || value.get().to_string() aria-invalid=move || refused.get().is_some().to_string()
                    on:input=typed on:blur=left
                />
                <span class="muted">{t(words::unit(field.unit))}</span>
            </span>
            <span class="refused" role="alert">{live(why)}</span>
        </label>
    }
}

/// Takes settings from a file that was saved here.
#[component]
fn Load() -> impl IntoView {
    let app = App::here();
    let picker = NodeRef::<leptos::html::Input>::new();
    let taken = move |event| {
        given::text_of(&event, move |text| {
            let lang = app.lang.get_untracked();
            let read = serde_json::from_str::<Settings>(&text).map_err(|error| error.to_string());
            let checked = read.and_then(|read| read.check().map(|()| read).map_err(|error| error.to_string()));
            match checked {
                Ok(settings) => {
                    app.set_settings(|own| *own = settings);
                    app.say(words::LOADED.to(lang).to_owned());
                    app.reread();
                }
                Err(why) => app.say(words::NOT_LOADED.with(lang, &[&why])),
            }
        });
    };
    let open = move |_| {
        if let Some(picker) = picker.get_untracked() {
            picker.click();
        }
    };
    view! {
        <button class="btn" type="button" on:click=open>{t(words::LOAD)}</button>
        <input class="vh" type="file" accept=".json,application/json" tabindex="-1" aria-label=t(words::LOAD) data-testid="settings-input" node_ref=picker on:change=taken/>
    }
}
