//! Which comes first, day or month? Asked where the file alone cannot tell.

use leptos::prelude::*;

use super::live::live;

use crate::{
    app::{
        App, format, t,
        words::{Lang, files},
    },
    import::{DateOrder, FileAccount},
    model::{Day, Role},
};

/// A date as written, read both ways.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TwoWays {
    written: String,
    day_first: Day,
    month_first: Day,
}

impl TwoWays {
    /// Reads a cell such as `03/02/2026 10:04`; `None` where both ways are the same, or it is not such a date.
    fn of(cell: &str) -> Option<Self> {
        let written = cell.split_whitespace().next()?;
        let mut parts = written.split(['/', '-', '.']).map(|part| part.parse::<u32>().ok());
        let (first, second, year) = (parts.next()??, parts.next()??, parts.next()??);
        let year = i32::try_from(if year < 100 { 2000 + year } else { year }).ok()?;
        let (day_first, month_first) = (Day::from_ymd(year, second, first)?, Day::from_ymd(year, first, second)?);
        (day_first != month_first).then(|| Self { written: written.to_owned(), day_first, month_first })
    }
}

/// The question, with both readings side by side and the likelier one chosen already.
#[component]
pub fn DayQuestion(
    /// The file.
    account: FileAccount,
) -> impl IntoView {
    let app = App::here();
    let column = account.columns.iter().find(|column| matches!(column.role, Some(Role::Started | Role::Date)));
    let samples: Vec<TwoWays> =
        column.map(|column| column.samples.iter().filter_map(|cell| TwoWays::of(cell)).collect()).unwrap_or_default();
    let assumed = account.date_order != Some(DateOrder::MonthFirst);
    let chosen = RwSignal::new(assumed);
    let today = Day::from_local_secs((js_sys::Date::now() / 1000.0) as i64);
    let first = samples.first().cloned();
    let title = move || {
        let lang = app.lang.get();
        first.as_ref().map_or_else(
            || format!("{} / {}", files::DAY_FIRST.to(lang), files::MONTH_FIRST.to(lang)),
            |date| {
                let (one, other) = (format::day_long(lang, date.day_first), format::day_long(lang, date.month_first));
                files::DAY_QUESTION.with(lang, &[&date.written, &one, &other])
            },
        )
    };
    let signature = account.signature.clone();
    let answer = move |_| {
        let day_first = chosen.get_untracked();
        app.set_settings(|settings| {
            settings.mappings.entry(signature.clone()).or_default().day_first = Some(day_first)
        });
        app.reread();
    };
    let choices = [true, false]
        .map(|day_first| {
            let days: Vec<Day> =
                samples.iter().map(|date| if day_first { date.day_first } else { date.month_first }).collect();
            let label = if day_first { files::DAY_FIRST } else { files::MONTH_FIRST };
            let evidence = move || evidence(app.lang.get(), &days, day_first == assumed, today);
            view! {
                <label class="choice">
                    <input type="radio" name="day-first" prop:checked=move || chosen.get() == day_first on:change=move |_| chosen.set(day_first)/>
                    <b>{t(label)}</b>
                    <span>{live(evidence)}</span>
                </label>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <section class="question" id="date">
            <div><h2>{live(title)}</h2><p class="muted t2">{t(files::DAY_WHY)}</p></div>
            <div class="choices" role="radiogroup" aria-label=t(files::DAY_WHY)>{choices}</div>
            <div class="row"><button class="btn" type="button" on:click=answer>{t(files::ANSWER)}</button></div>
        </section>
    }
}

/// What speaks for one reading.
fn evidence(lang: Lang, days: &[Day], assumed: bool, today: Day) -> String {
    let mut sentences = Vec::new();
    if !days.is_empty() {
        let days: Vec<String> = days.iter().map(|day| format::day_long(lang, *day)).collect();
        sentences.push(files::READS_AS.with(lang, &[&format::list(lang, &days)]));
    }
    if days.iter().any(|day| *day > today) {
        sentences.push(files::IN_THE_FUTURE.to(lang).to_owned());
    }
    if assumed {
        sentences.push(files::LIKELIER.to(lang).to_owned());
    }
    sentences.join(" ")
}
