//! Calling practice: the rules, what the calls show, when the calls were made.

use leptos::prelude::*;

use super::{
    super::{chip::chip, live::live, subject::number_link},
    attempts, rules,
};
use crate::{
    app::{
        App, Count, Planner, format,
        words::{Lang, practice as words},
    },
    kpi::Zone,
    model::{Day, Practice},
    plan::practice::{Calling, Counts, calling},
};

/// Holidays that are named.
const NAMED: usize = 4;
/// The first Monday since 1970: the days of the week by their name.
const A_MONDAY: Day = Day(4);

/// The part.
pub fn part() -> AnyView {
    let (app, planner) = (App::here(), Planner::here());
    let rules_of = Memo::new(move |_| app.settings.with(|settings| settings.planning.practice.clone()));
    let known = Memo::new(move |_| {
        let (gathered, board, rules) = (app.gathered.get()?, app.whole.get()?, rules_of.get()?);
        Some((calling(&board, &gathered.ledger, &rules), rules))
    });
    let found = move || {
        let lang = app.lang.get();
        let Some((calling, rules)) = known.get() else {
            return view! { <section class="panel"><p class="none">{words::NONE_YET.to(lang)}</p></section> }
                .into_any();
        };
        let counts = match planner.count.get() {
            Count::Done(counts) => Some(counts),
            _ => None,
        };
        findings(lang, &calling, &rules, counts.as_deref())
    };
    let hours = move || {
        let (calling, rules) = known.get()?;
        (calling.with_hour > 0).then(|| week(app.lang.get(), &calling, &rules))
    };
    view! {
        <div class="cols">
            <div class="c5 block">{rules::panel()}</div>
            <div class="c7 block">{live(found)}{attempts::panel(rules_of)}{live(hours)}</div>
        </div>
    }
    .into_any()
}

fn findings(lang: Lang, calling: &Calling, rules: &Practice, counts: Option<&Counts>) -> AnyView {
    let line = |name: &'static str, calls: Option<u64>, of: u64, why: Option<String>| {
        let cell = match calls {
            Some(0) => {
                view! { <td class="n muted">{words::NONE_OUTSIDE.to(lang)}</td><td class="n p1"></td> }.into_any()
            }
            Some(calls) => {
                let share = if of > 0 { lang.percent(100.0 * calls as f64 / of as f64, 1) } else { String::new() };
                let text = lang.count(calls);
                view! { <td class="n">{chip(Zone::Amber, true, text)}</td><td class="n p1">{share}</td> }.into_any()
            }
            None => view! { <td class="n faint">"–"</td><td class="n p1"></td> }.into_any(),
        };
        view! {
            <tr><th scope="row" class="wrap">{name}{why.map(|why| view! { <small class="muted">{why}</small> })}</th>{cell}</tr>
        }
        .into_any()
    };
    let named: Vec<String> = calling
        .holidays
        .iter()
        .take(NAMED)
        .map(|(day, which, calls)| words::holiday_calls(lang, *day, *which, *calls))
        .collect();
    let holidays = match rules.holidays {
        Some(_) => line(
            words::HOLIDAY_RULE.to(lang),
            Some(calling.on_holidays()),
            calling.calls,
            (!named.is_empty()).then(|| named.join(", ")),
        ),
        None => line(words::HOLIDAY_RULE.to(lang), None, 0, Some(words::NO_RULE.to(lang).to_owned())),
    };
    let no_hours = calling.wrong_hour.is_none().then(|| words::NO_HOURS.to(lang).to_owned());
    let all =
        counts.map(|counts| line(words::ALL_RULES.to(lang), Some(counts.calls_outside(rules)), counts.calls, None));
    let attempts = match (rules.attempts, counts) {
        (None, _) => line(words::ATTEMPT_RULE.to(lang), None, 0, Some(words::NO_RULE.to(lang).to_owned())),
        (Some(_), None) => line(words::ATTEMPT_RULE.to(lang), None, 0, Some(words::NOT_COUNTED.to(lang).to_owned())),
        (Some(limit), Some(counts)) => {
            let over = counts.people_over(limit).map(|over| over * u64::from(counts.one_in));
            let people = counts.people * u64::from(counts.one_in);
            line(words::ATTEMPT_RULE.to(lang), over, people, Some(words::people_over(lang, counts, limit)))
        }
    };
    let numbers = (!calling.numbers.is_empty()).then(|| {
        let each = calling.numbers.iter().map(|(number, calls)| {
            view! { <li>{number_link(lang, number)}" "<span class="muted">{lang.count(*calls)}</span></li> }
        });
        view! { <div class="most"><b>{words::NUMBERS.to(lang)}</b><ul>{each.collect_view()}</ul></div> }
    });
    let both = (counts.is_none() && calling.on_holidays() > 0).then(|| view! { <p>{words::BOTH_COUNTS.to(lang)}</p> });
    view! {
        <section class="panel" data-testid="practice-found">
            <div class="panel-head"><h2>{words::FOUND.to(lang)}</h2></div>
            <div class="tablewrap pad-top" tabindex="0" role="region" aria-label=words::FOUND.to(lang)>
                <table class="t rules">
                    <thead><tr>
                        <th scope="col">{words::RULE.to(lang)}</th><th scope="col" class="n">{words::RESULT.to(lang)}</th>
                        <th scope="col" class="n p1">{words::SHARE.to(lang)}</th>
                    </tr></thead>
                    <tbody>
                        {line(words::DAY_RULE.to(lang), Some(calling.wrong_weekday), calling.calls, None)}
                        {line(words::HOUR_RULE.to(lang), calling.wrong_hour, calling.with_hour, no_hours)}
                        {holidays}{all}{attempts}
                    </tbody>
                </table>
            </div>
            <div class="panel-body notes t2 muted">
                {numbers}{both}
                <p>{words::CLOCK.to(lang)}</p>
                <p>{words::CANNOT.to(lang)}</p>
            </div>
        </section>
    }
    .into_any()
}

/// Calls by day of the week and hour; those outside the rules struck through.
fn week(lang: Lang, calling: &Calling, rules: &Practice) -> AnyView {
    let busy = |hour: usize| calling.hours.iter().any(|day| day[hour].calls > 0);
    let (first, last) =
        ((0..24).find(|hour| busy(*hour)).unwrap_or(8), (0..24).rev().find(|hour| busy(*hour)).unwrap_or(19));
    let heads =
        (first..=last).map(|hour| view! { <th scope="col" class="n">{format!("{hour}\u{a0}h")}</th> }).collect_view();
    let rows = (0..7_usize).filter(|day| calling.hours[*day].iter().any(|hour| hour.calls > 0)).map(|day| {
        let cells = (first..=last).map(|hour| {
            let calls = calling.hours[day][hour].calls;
            let outside = !rules.weekdays[day] || !rules.allows_hour(hour as u8);
            match (calls, outside) {
                (0, _) => view! { <td class="n faint">"·"</td> }.into_any(),
                (calls, false) => view! { <td class="n">{lang.count(calls)}</td> }.into_any(),
                (calls, true) => {
                    let label = words::OUTSIDE.to(lang);
                    view! { <td class="n outside"><s>{lang.count(calls)}</s><span class="vh">{label}</span></td> }
                        .into_any()
                }
            }
        });
        view! { <tr><th scope="row">{format::weekday(lang, A_MONDAY + day as i32)}</th>{cells.collect_view()}</tr> }
    });
    view! {
        <section class="panel">
            <div class="panel-head"><h2>{words::BY_HOUR.to(lang)}</h2><p class="sub">{words::BY_HOUR_HELP.to(lang)}</p></div>
            <div class="tablewrap pad-top" tabindex="0" role="region" aria-label=words::BY_HOUR.to(lang)>
                <table class="t hours-table" data-testid="hours-table">
                    <thead><tr><td></td>{heads}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}
