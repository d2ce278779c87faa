//! Loads and roles: the verdict of the plan, its table of numbers, its pools, its calendar.

use leptos::prelude::*;

use super::{
    super::{Icon, chip::zone_icon, live::live, subject::number_link},
    assumptions, calendar, pools, save_button,
};
use crate::{
    app::{
        App, Planner,
        charts::view::{gauge, volume_zone},
        format, t,
        words::{Phrase, findings, plan as words},
    },
    kpi::Zone,
    model::{Country, NumberRole, Settings},
    plan::{self, Advice, Plan, PlannedNumber},
};

/// Rows before the rest is asked for.
const ROWS: usize = 30;

/// The part.
pub fn part() -> AnyView {
    let (app, planner) = (App::here(), Planner::here());
    let summary = move || {
        let (lang, plan) = (app.lang.get(), planner.plan.get()?);
        let zone = match (plan.account.missing, plan.account.to_relieve) {
            (0, 0) => Zone::Green,
            (0, _) => Zone::Amber,
            _ => Zone::Red,
        };
        Some(view! {
            <section class="panel" data-testid="plan-summary" data-missing=plan.account.missing>
                <div class="callout" data-zone=zone.id()>
                    <div>
                        <h2>{words::relief(lang, &plan.account)}</h2>
                        <p>{words::load(lang, &plan.account, plan.cap)}" "{words::needed(lang, &plan.account, plan.planned)}</p>
                    </div>
                </div>
            </section>
        })
    };
    let has_numbers =
        Memo::new(move |_| planner.plan.with(|plan| plan.as_ref().is_some_and(|p| !p.numbers.is_empty())));
    let table = move || if has_numbers.get() { table() } else { none() };
    view! {
        {live(summary)}
        <div class="cols">
            <div class="c8 block">{live(table)}{calendar::panel()}</div>
            <div class="c4 block">{assumptions::panel()}{add()}{live(move || pools::panel(app.lang.get(), &*planner.plan.get()?))}</div>
        </div>
    }
    .into_any()
}

fn none() -> AnyView {
    view! { <section class="panel"><p class="none">{t(words::NO_NUMBERS)}</p></section> }.into_any()
}

fn table() -> AnyView {
    let planner = Planner::here();
    let all = RwSignal::new(false);
    // Rows are made anew only where their order changes: whoever chooses a role keeps the keyboard there.
    let order = Memo::new(move |_| {
        let name = |number: &PlannedNumber| number.load.number.clone();
        planner
            .plan
            .with(|plan| plan.as_ref().map(|p| p.numbers.iter().map(name).collect::<Vec<_>>()).unwrap_or_default())
    });
    let rows = move || {
        let shown = if all.get() { usize::MAX } else { ROWS };
        order.with(|order| {
            order.iter().take(shown).enumerate().map(|(at, number)| row(at, number.clone())).collect_view()
        })
    };
    let more = move || {
        (order.with(Vec::len) > ROWS && !all.get()).then(|| {
            view! {
                <div class="panel-foot">
                    <button class="btn" type="button" on:click=move |_| all.set(true)>{t(words::SHOW_ALL)}</button>
                </div>
            }
        })
    };
    let head = |phrase: Phrase, class: &'static str| view! { <th scope="col" class=class>{t(phrase)}</th> };
    view! {
        <section class="panel">
            <div class="panel-head">
                <h2>{t(words::TABLE)}</h2>
                <span class="push">{save_button(words::ROLES_CSV, "export-roles", move |app| save_roles(app, planner))}</span>
            </div>
            <div class="tablewrap pad-top" tabindex="0" role="region" aria-label=t(words::TABLE)>
                <table class="t roles" data-testid="roles-table">
                    <thead><tr>
                        {head(words::NUMBER, "")}{head(words::ROLE, "")}{head(words::POOL, "p2")}{head(words::LOAD, "n")}
                        {head(words::BUSIEST, "n p3")}{head(words::AFTER, "n p1")}{head(words::ADVICE, "p1")}
                    </tr></thead>
                    <tbody>{live(rows)}</tbody>
                </table>
            </div>
            {live(more)}
        </section>
    }
    .into_any()
}

/// A cell that follows the plan: of the number at a place, as long as the order holds.
fn cell(at: usize, show: impl Fn(&Plan, &PlannedNumber) -> AnyView + Send + Sync + 'static) -> AnyView {
    let planner = Planner::here();
    let part = move || {
        let plan = planner.plan.get()?;
        let number = plan.numbers.get(at)?;
        Some(show(&plan, number))
    };
    live(part).into_any()
}

fn row(at: usize, number: String) -> AnyView {
    let app = App::here();
    let lang = move || app.lang.get();
    let calls = move |calls: f64| lang().decimal(calls, 0);
    let name = number.clone();
    let load = move |_: &Plan, number: &PlannedNumber| {
        let calls_per_day = number.load.calls_per_day;
        let (gauge, zone) = app.settings.with(|of| (gauge(calls_per_day, of), volume_zone(calls_per_day, of)));
        let sign = zone.map(|zone| view! { <span data-zone=zone.id()>{zone_icon(lang(), zone)}</span> });
        view! { <span class="change-cell">{sign}{calls(number.load.calls_per_day)}{gauge}</span> }.into_any()
    };
    let after = move |_: &Plan, number: &PlannedNumber| {
        let moved = (number.after - number.load.calls_per_day).abs() >= 0.5;
        let text = calls(number.after);
        if moved { view! { <b>{text}</b> }.into_any() } else { view! { <span class="muted">{text}</span> }.into_any() }
    };
    let advice = move |_: &Plan, number: &PlannedNumber| {
        let why = match number.advice {
            Advice::Rest { because, .. } | Advice::Halve(because) => Some(findings::title(because).to(lang())),
            _ => None,
        };
        let zone = match number.advice {
            Advice::Rest { .. } => Some(Zone::Red),
            Advice::Halve(_) | Advice::OverCap => Some(Zone::Amber),
            _ => None,
        };
        view! {
            <span class="advice" data-zone=zone.map(Zone::id)>
                {zone.map(|zone| zone_icon(lang(), zone))}
                <span>{words::advice(lang(), number.advice, number.role)}{why.map(|why| view! { <small class="muted">{why}</small> })}</span>
            </span>
        }
        .into_any()
    };
    let pool = move |_: &Plan, number: &PlannedNumber| {
        let pool = number.load.pool.as_ref().map(|pool| findings::subject(lang(), pool));
        pool.unwrap_or_default().into_any()
    };
    let who = move |_: &Plan, number: &PlannedNumber| match number.load.days {
        Some(_) => number_link(lang(), &name),
        None => view! { <span class="num">{format::phone(lang(), &name)}</span> }.into_any(), // has no page
    };
    let busiest = move |_: &Plan, number: &PlannedNumber| lang().count(number.load.busiest).into_any();
    view! {
        <tr data-number=number.clone()>
            <th scope="row">{cell(at, who)}<span class="only-xs">{cell(at, advice)}</span></th>
            <td>{role(at, &number)}</td>
            <td class="p2 pool">{cell(at, pool)}</td>
            <td class="n">{cell(at, load)}</td>
            <td class="n p3">{cell(at, busiest)}</td>
            <td class="n p1">{cell(at, after)}</td>
            <td class="p1">{cell(at, advice)}</td>
        </tr>
    }
    .into_any()
}

/// The choice of a role; the first entry leaves it as observed.
fn role(at: usize, number: &str) -> AnyView {
    let number = number.to_owned();
    let (app, planner) = (App::here(), Planner::here());
    let decided = {
        let number = number.clone();
        Memo::new(move |_| app.settings.with(|s| s.planning.numbers.get(&number).and_then(|plan| plan.role)))
    };
    let observed = Memo::new(move |_| planner.plan.with(|plan| Some(plan.as_ref()?.numbers.get(at)?.role)));
    let first = move || {
        let lang = app.lang.get();
        match (decided.get(), observed.get()) {
            (None, Some(role)) => words::AS_OBSERVED.with(lang, &[&words::role(role).to(lang)]),
            _ => "–".to_owned(),
        }
    };
    let label = {
        let number = number.clone();
        move || words::ROLE_OF.with(app.lang.get(), &[&format::phone(app.lang.get(), &number)])
    };
    let choose = move |event| {
        let role = NumberRole::find(&event_target_value(&event));
        app.set_settings(|settings| decide(settings, &number, |plan| plan.role = role));
    };
    let options = NumberRole::ALL.map(|role| {
        view! { <option value=role.id() selected=move || decided.get() == Some(role)>{t(words::role(role))}</option> }
    });
    view! {
        <select class="field" aria-label=label on:change=choose>
            <option value="" selected=move || decided.get().is_none()>{first}</option>
            {options.into_iter().collect_view()}
        </select>
    }
    .into_any()
}

/// Changes what was decided about a number; where nothing is left, it is forgotten.
pub fn decide(settings: &mut Settings, number: &str, change: impl FnOnce(&mut crate::model::NumberPlan)) {
    let numbers = &mut settings.planning.numbers;
    let mut plan = numbers.get(number).copied().unwrap_or_default();
    change(&mut plan);
    if plan.is_empty() {
        numbers.remove(number);
    } else {
        numbers.insert(number.to_owned(), plan);
    }
}

/// A number that is in no file.
fn add() -> AnyView {
    let app = App::here();
    let text = RwSignal::new(String::new());
    let refused = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let country = app.settings.with_untracked(Settings::country);
        match number_of(&text.get_untracked(), country) {
            Some(number) => {
                app.set_settings(|settings| decide(settings, &number, |plan| plan.role = Some(NumberRole::Spare)));
                text.set(String::new());
                refused.set(false);
            }
            None => refused.set(true),
        }
    };
    let why = move || refused.get().then(|| words::ADD_REFUSED.to(app.lang.get()));
    view! {
        <section class="panel">
            <form class="panel-body add-number" on:submit=submit>
                <label class="limit"><span>{t(words::ADD)}</span>
                    <input
                        class="field" type="tel" autocomplete="off" prop:value=move || text.get()
                        aria-invalid=move || refused.get().to_string() data-testid="add-number"
                        on:input=move |event| text.set(event_target_value(&event))
                    />
                    <span class="refused" role="alert">{live(why)}</span>
                </label>
                <button class="btn" type="submit"><Icon name="plus"/>{t(words::ADD_BUTTON)}</button>
                <p class="t2 muted">{t(words::ADD_HELP)}</p>
            </form>
        </section>
    }
    .into_any()
}

/// The text form of a number that was typed; `None` for what is none.
fn number_of(text: &str, country: Option<Country>) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if !(4..=15).contains(&digits.len()) || text.chars().any(char::is_alphabetic) {
        return None;
    }
    if text.trim_start().starts_with('+') {
        return Some(format!("+{digits}"));
    }
    if let Some(rest) = digits.strip_prefix("00") {
        return Some(format!("+{rest}"));
    }
    match (country, digits.strip_prefix('0')) {
        (Some(country), Some(national)) => Some(format!("+{}{national}", country.calling)),
        _ => Some(digits),
    }
}

fn save_roles(app: App, planner: Planner) {
    let (Some(plan), Some(board)) = (planner.plan.get_untracked(), app.whole.get_untracked()) else { return };
    let calendar = app.settings.with_untracked(|settings| plan::calendar(&plan, &board, settings));
    app.save("ringwell-roles.csv", "text/csv", &plan::roles_csv(&plan, &calendar));
}
