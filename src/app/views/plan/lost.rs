//! What the falls have cost.

use leptos::prelude::*;

use super::super::{live::live, subject::subject};
use crate::{
    app::{
        App, format, t,
        words::{Lang, plan as words},
    },
    kpi::chance::Interval,
    model::{Currency, Settings},
    plan::{Lost, LostRow, lost},
};

/// The part.
pub fn part() -> AnyView {
    let app = App::here();
    let shown = move || {
        let (lang, report, board) = (app.lang.get(), app.whole_report.get()?, app.whole.get()?);
        Some(app.settings.with(|settings| panel(lang, &lost(&board, &report.findings, settings), settings)))
    };
    view! {
        <div class="cols">
            <div class="c8 block">{live(shown)}</div>
            <div class="c4 block">{worth()}</div>
        </div>
    }
    .into_any()
}

fn panel(lang: Lang, lost: &Lost, settings: &Settings) -> AnyView {
    let head = view! {
        <div class="panel-head"><h2>{words::LOST_TITLE.to(lang)}</h2><p class="sub">{words::LOST_HELP.to(lang)}</p></div>
    };
    if lost.rows.is_empty() {
        return view! { <section class="panel" data-testid="lost">{head}<p class="none">{words::NOTHING_LOST.to(lang)}</p></section> }
            .into_any();
    }
    let currency = settings.planning.currency;
    let figure = |label: &'static str, parts: Option<[String; 2]>, none: &'static str| {
        let value = match parts {
            Some([value, range]) => view! { <b>{value}</b><span class="ci">{range}</span> }.into_any(),
            None => view! { <span class="t2 muted">{none}</span> }.into_any(),
        };
        view! { <div><span class="label">{label}</span>{value}</div> }
    };
    let conversations = of(lang, lost.conversations, 0);
    let conversions =
        lost.conversions.map(|conversions| of(lang, conversions, if conversions.value < 20.0 { 1 } else { 0 }));
    let value = lost.value.map(|value| {
        let [low, high] = [value.low, value.high].map(|value| words::money(lang, value, currency));
        [words::money(lang, value.value, currency), format!("({})", between(lang, &low, &high))]
    });
    let no_value = if lost.conversions.is_some() { words::NO_VALUE } else { words::NO_CONVERSIONS };
    let rows = lost.rows.iter().map(|row| entry(lang, row)).collect_view();
    let rate = lost.conversion_rate.map(|rate| words::rests_on(lang, rate.low, rate.high));
    view! {
        <section class="panel" data-testid="lost" data-conversations=format!("{:.1}", lost.conversations.value)>
            {head}
            <div class="panel-body figures">
                {figure(words::CONVERSATIONS.to(lang), Some(conversations), "")}
                {figure(words::CONVERSIONS.to(lang), conversions, words::NO_CONVERSIONS.to(lang))}
                {figure(words::VALUE.to(lang), value, no_value.to(lang))}
            </div>
            <div class="tablewrap" tabindex="0" role="region" aria-label=words::LOST_TITLE.to(lang)>
                <table class="t">
                    <thead><tr>
                        <th scope="col">{words::WHO.to(lang)}</th><th scope="col" class="p1">{words::SINCE.to(lang)}</th>
                        <th scope="col" class="n">{words::CONVERSATIONS.to(lang)}</th><th scope="col" class="n p1">{words::CONVERSIONS.to(lang)}</th>
                        <th scope="col" class="p1"><span class="vh">{words::TOTAL.to(lang)}</span></th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {rate.map(|rate| view! { <p class="panel-foot">{rate}</p> })}
        </section>
    }
    .into_any()
}

fn of(lang: Lang, figure: Interval, decimals: usize) -> [String; 2] {
    words::estimate(lang, figure.value, figure.low, figure.high, decimals)
}

fn between(lang: Lang, low: &str, high: &str) -> String {
    match lang {
        Lang::En => format!("{low} to {high}"),
        Lang::Fr => format!("{low} à {high}"),
    }
}

fn entry(lang: Lang, row: &LostRow) -> AnyView {
    let [conversations, range] = of(lang, row.conversations, 0);
    let conversions = row.conversions.map(|conversions| of(lang, conversions, 1).join(" "));
    let within = row.is_within.then(|| words::WITHIN.to(lang));
    view! {
        <tr class=if row.is_within { "within" } else { "" }>
            <th scope="row">{subject(lang, &row.subject)}</th>
            <td class="p1">{format::day_long(lang, row.since)}</td>
            <td class="n">{conversations}" "<span class="muted">{range}</span></td>
            <td class="n p1">{conversions.unwrap_or_else(|| "–".to_owned())}</td>
            <td class="p1 muted">{within}</td>
        </tr>
    }
    .into_any()
}

/// What one conversion is worth.
fn worth() -> AnyView {
    let app = App::here();
    let refused = RwSignal::new(false);
    let value = Memo::new(move |_| app.settings.with(|settings| settings.planning.value_per_conversion));
    let typed = move |event| {
        let text = event_target_value(&event);
        let number = text.trim().replace(',', ".");
        let parsed = if number.is_empty() { Some(None) } else { number.parse::<f64>().ok().map(Some) };
        let changed = parsed.map(|value| {
            let mut settings = app.settings.get_untracked();
            settings.planning.value_per_conversion = value;
            settings
        });
        match changed.filter(|settings| settings.check().is_ok()) {
            Some(changed) => {
                refused.set(false);
                app.set_settings(|settings| *settings = changed);
            }
            None => refused.set(true),
        }
    };
    let choose = move |event| {
        if let Some(currency) = Currency::find(&event_target_value(&event)) {
            app.set_settings(|settings| settings.planning.currency = currency);
        }
    };
    let currencies = Currency::ALL.map(|currency| {
        let chosen = move || app.settings.with(|settings| settings.planning.currency == currency);
        view! { <option value=currency.code() selected=chosen>{currency.code()}</option> }
    });
    let why = move || refused.get().then(|| words::VALUE_REFUSED.to(app.lang.get()));
    let shown = move || value.get().map(|value| value.to_string()).unwrap_or_default();
    view! {
        <section class="panel">
            <div class="panel-body fields">
                <label class="limit"><span>{t(words::VALUE_EACH)}</span>
                    <input
                        class="field" type="number" inputmode="decimal" min="0" step="any" data-testid="value-per-conversion"
                        prop:value=shown aria-invalid=move || refused.get().to_string() on:change=typed
                    />
                    <span class="refused" role="alert">{live(why)}</span>
                </label>
                <label class="limit"><span>{t(words::CURRENCY)}</span>
                    <select class="field" on:change=choose>{currencies.into_iter().collect_view()}</select></label>
                <p class="limit wide muted">{t(words::VALUE_HELP)}</p>
            </div>
        </section>
    }
    .into_any()
}
