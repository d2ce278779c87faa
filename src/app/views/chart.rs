//! The main chart: the answer rate per day, from zero, with its intervals, the zones behind it and its calls below.
//! A cursor goes from day to day with the pointer or the arrow keys; the same figures stand in a table below.

use leptos::{ev, prelude::*};

use super::{Icon, course::Course, live::live};
use crate::{
    app::{
        charts::{DayAxis, RatePoint, RateScale, line, per_cent, ribbon},
        format,
        words::{Lang, dashboard as words},
    },
    kpi::Zone,
    model::{Day, Settings},
};

/// The chart of one subject. `name` is how it is called in the legend.
#[component]
pub fn RateChart(
    /// What to draw.
    course: Course,
    /// How the subject is called.
    name: String,
    /// The language.
    lang: Lang,
    /// Thresholds and the cap.
    settings: Settings,
    /// Whether the cap is drawn: it holds for one number.
    capped: bool,
) -> impl IntoView {
    if course.rates.is_empty() {
        return view! { <p class="none">{words::NO_DAYS.to(lang)}</p> }.into_any();
    }
    let axis = course.axis;
    let bounds = settings.kpis.answer_rate;
    let few_aside =
        |rates: &[RatePoint]| rates.iter().filter(|rate| !rate.few()).map(|rate| rate.value).fold(0.0, f64::max);
    let highest = few_aside(&course.rates).max(course.rest.as_ref().map_or(0.0, |rest| few_aside(&rest.rates)));
    let scale = RateScale::holding([highest].into_iter(), bounds.high.get());
    let cap = settings.watch.volume_cap;
    let busiest = course.calls.iter().map(|(_, calls, _)| *calls as f64).fold(0.0, f64::max);
    let volume = RateScale::counting([busiest].into_iter(), if capped { f64::from(cap) } else { 1.0 });
    let legend = legend(lang, &course, &name);
    let table = table(lang, &course);
    let aria = words::RATE_PER_DAY.to(lang);
    let lane = lane(&course);
    let main = plot(lang, &course, scale, &settings);
    let bars = bars(&course, volume, capped.then_some(cap));
    let y_main = y_axis(lang, scale, "%", "yaxis h-main");
    let y_bars = {
        let value = if capped { f64::from(cap) } else { volume.top };
        view! {
            <svg class="yaxis h-brush" aria-hidden="true">
                <text class="ax end" x="100%" y="100%">"0"</text>
                <text class="ax end" x="100%" y=per_cent(volume.y(value)) dy=if capped { "4" } else { "9" }>
                    {lang.decimal(value, 0)}
                </text>
            </svg>
        }
    };
    let ticks = ticks(lang, axis);
    let volume_label = if capped { words::cap(lang, cap) } else { words::CALLS_A_DAY.to(lang).to_owned() };

    let volume_aria = volume_label.clone();

    let cursor = RwSignal::new(None::<Day>);
    let course = StoredValue::new(course);
    let node = NodeRef::<leptos::html::Div>::new();
    let to_pointer = move |event: ev::PointerEvent| {
        let Some(node) = node.get_untracked() else { return };
        let place = node.get_bounding_client_rect();
        if place.width() > 0.0 {
            cursor.set(Some(axis.day_at((f64::from(event.client_x()) - place.left()) / place.width())));
        }
    };
    let to_key = move |event: ev::KeyboardEvent| {
        let at = cursor.get_untracked().unwrap_or(axis.to);
        let day = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => at - 1,
            "ArrowRight" | "ArrowUp" if cursor.get_untracked().is_some() => at + 1,
            "ArrowRight" | "ArrowUp" => at,
            "PageUp" => at - 7,
            "PageDown" => at + 7,
            "Home" => axis.from,
            "End" => axis.to,
            "Escape" => {
                cursor.set(None);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        cursor.set(Some(day.clamp(axis.from, axis.to)));
    };
    let said = move || cursor.get().map(|day| course.with_value(|course| read_out(lang, course, day)));
    let hair = move || {
        cursor.get().map(|day| {
            let dot = course.with_value(|course| {
                course.on(day).map(|point| {
                    view! { <circle class="pt at" cx=per_cent(axis.middle(day)) cy=per_cent(scale.y(point.value)) r="4.5"/> }
                })
            });
            view! {
                <line class="hair" x1=per_cent(axis.middle(day)) x2=per_cent(axis.middle(day)) y1="0" y2="100%"/>
                {dot}
            }
        })
    };
    view! {
        <p class="read-out" aria-live="polite">
            {live(move || said().unwrap_or_else(|| words::CURSOR.to(lang).to_owned()))}
        </p>
        <div class="plot">
            <svg class="yaxis h-lane" aria-hidden="true"></svg>
            {lane}
            {y_main}
            <div
                class="cursor"
                tabindex="0"
                role="slider"
                node_ref=node
                aria-label=aria
                aria-valuemin="0"
                aria-valuemax=axis.len() - 1
                aria-valuenow=move || cursor.get().unwrap_or(axis.to).0 - axis.from.0
                aria-valuetext=move || said().unwrap_or_else(|| words::CURSOR.to(lang).to_owned())
                on:pointermove=to_pointer
                on:pointerdown=to_pointer
                on:pointerleave=move |_| cursor.set(None)
                on:keydown=to_key
            >
                {main}
                <svg class="h-main over" aria-hidden="true">{live(hair)}</svg>
            </div>
            <span></span>
            {ticks}
            {y_bars}
            <svg class="h-brush" role="img" aria-label=volume_aria>
                {bars}
                <text class="ax halo" x="6" y="11">{volume_label}</text>
            </svg>
        </div>
        {legend}
        <details class="twin">
            <summary><Icon name="table"/>{words::TABLE.to(lang)}</summary>
            {table}
        </details>
    }
    .into_any()
}

/// What the cursor says of a day.
fn read_out(lang: Lang, course: &Course, day: Day) -> String {
    let name = format::day(lang, day);
    let colon = format::colon(lang);
    let Some(point) = course.on(day) else { return format!("{name}{colon}{}", words::NO_CALLS.to(lang)) };
    let rest = course
        .rest
        .as_ref()
        .and_then(|rest| rest.rates.iter().find(|rate| rate.day == day))
        .map_or_else(String::new, |rate| format!(" – {} {}", words::OTHERS.to(lang), format::rate(lang, rate.value)));
    let answered = course.calls_on(day).map_or(0, |(_, answered)| answered);
    let of = match lang {
        Lang::En => "of",
        Lang::Fr => "sur",
    };
    format!(
        "{name}{colon}{} ({}), {} {of} {}{rest}",
        format::rate(lang, point.value),
        format::between(lang, point.low, point.high, 1),
        lang.count(answered),
        words::calls(lang, point.n)
    )
}

/// Weekends, behind everything.
pub fn weekends(axis: DayAxis) -> AnyView {
    axis.weekends()
        .into_iter()
        .map(|(start, width)| view! { <rect class="weekend" x=per_cent(start) width=per_cent(width) height="100%"/> })
        .collect_view()
        .into_any()
}

/// The names of days under a drawing. On a narrow panel every other is left out.
pub fn ticks(lang: Lang, axis: DayAxis) -> AnyView {
    let days = axis.ticks(8);
    let last = days.len().saturating_sub(1);
    let labels = days
        .into_iter()
        .enumerate()
        .map(|(at, day)| {
            let x = axis.middle(day);
            let class = match (at % 2, x) {
                (_, x) if x > 95.0 => "ax end",
                (_, x) if x < 5.0 => "ax",
                (1, _) if last > 3 => "ax mid wide-only",
                _ => "ax mid",
            };
            view! { <text class=class x=per_cent(x) y="15">{format::day_short(lang, day)}</text> }
        })
        .collect_view();
    view! { <svg class="h-x" aria-hidden="true">{labels}</svg> }.into_any()
}

/// The names of values at the left of a drawing.
pub fn y_axis(lang: Lang, scale: RateScale, unit: &'static str, class: &'static str) -> AnyView {
    let ticks = scale.ticks();
    let last = ticks.len().saturating_sub(1);
    let labels = ticks
        .into_iter()
        .enumerate()
        .map(|(at, value)| {
            let text = if at == last && unit == "%" { lang.percent(value, 0) } else { lang.decimal(value, 0) };
            let dy = match at {
                0 => "0",
                _ if scale.y(value) < 3.0 => "10",
                _ => "4",
            };
            view! { <text class="ax end" x="100%" y=per_cent(scale.y(value)) dy=dy>{text}</text> }
        })
        .collect_view();
    view! { <svg class=class aria-hidden="true">{labels}</svg> }.into_any()
}

fn lane(course: &Course) -> AnyView {
    let axis = course.axis;
    let marks = course
        .alerts
        .iter()
        .filter(|(day, _)| *day >= axis.from && *day <= axis.to)
        .map(|(day, grade)| {
            view! {
                <svg class="mk i" x=per_cent(axis.middle(*day)) y="3" width="14" height="14" overflow="visible">
                    <use href=format!("#{}", grade.id()) x="-7" width="14" height="14"/>
                </svg>
            }
        })
        .collect_view();
    view! { <svg class="h-lane" aria-hidden="true">{weekends(axis)}{marks}</svg> }.into_any()
}

fn plot(lang: Lang, course: &Course, scale: RateScale, settings: &Settings) -> AnyView {
    let axis = course.axis;
    let bounds = settings.kpis.answer_rate;
    let (low, high) = (bounds.low.get(), bounds.high.get());
    let grid = scale
        .ticks()
        .into_iter()
        .skip(1)
        .map(|value| view! { <line class="gridline" x2="100%" y1=per_cent(scale.y(value)) y2=per_cent(scale.y(value))/> })
        .collect_view();
    let area = ribbon(
        &scale.points(axis, &course.rates, |rate| rate.high),
        &scale.points(axis, &course.rates, |rate| rate.low),
        axis.width() / 4.0,
    );
    let own = line(&scale.points(axis, &course.rates, |rate| rate.value));
    let rest = course.rest.as_ref().map(|rest| {
        view! { <path class="line rest" d=line(&scale.points(axis, &rest.rates, |rate| rate.value))/> }
    });
    let radius = if axis.len() > 120 { "1.5" } else { "2.5" };
    let dots = course
        .rates
        .iter()
        .filter(|rate| axis.len() <= 400 || rate.few())
        .map(|rate| {
            let class = if rate.few() { "pt few" } else { "pt" };
            view! { <circle class=class cx=per_cent(axis.middle(rate.day)) cy=per_cent(scale.y(rate.value)) r=radius/> }
        })
        .collect_view();
    let change = course.change.filter(|change| change.since >= axis.from && change.since <= axis.to);
    let level = change.map(|change| {
        let at = axis.start(change.since) * 10.0;
        let path = format!("M0 {:.1}H{at:.0}M{at:.0} {:.1}H1000", scale.y(change.before), scale.y(change.after));
        view! { <path class="line level" d=path/> }
    });
    let mark = change.map(|change| {
        let x = axis.start(change.since);
        let text = format!(
            "{}{}{}, {} → {}",
            format::capital(words::LEGEND_CHANGE.to(lang)),
            format::colon(lang),
            format::day(lang, change.since),
            lang.decimal(change.before, 1),
            format::rate(lang, change.after)
        );
        let (class, place) = if x > 50.0 { ("ax strong end halo", x - 0.8) } else { ("ax strong halo", x + 0.8) };
        view! {
            <line class="change" x1=per_cent(x) x2=per_cent(x) y1="0" y2="100%"/>
            <text class=class x=per_cent(place) y="14">{text}</text>
        }
    });
    view! {
        <svg class="h-main" aria-hidden="true">
            <rect class="band-red" y=per_cent(scale.y(low)) width="100%" height=per_cent(100.0 - scale.y(low))/>
            <rect class="band-amber" y=per_cent(scale.y(high)) width="100%" height=per_cent(scale.y(low) - scale.y(high))/>
            {weekends(axis)}
            <line class="baseline" x2="100%" y1="100%" y2="100%"/>
            {grid}
            <line class="thr-red" x2="100%" y1=per_cent(scale.y(low)) y2=per_cent(scale.y(low))/>
            <line class="thr-amber" x2="100%" y1=per_cent(scale.y(high)) y2=per_cent(scale.y(high))/>
            <svg viewBox="0 0 1000 100" preserveAspectRatio="none" width="100%" height="100%">
                <path class="ribbon" d=area/>
                {rest}
                {level}
                <path class="line" d=own/>
            </svg>
            {dots}
            {mark}
            <text class="ax lab-red halo" x="6" y=per_cent(scale.y(low)) dy="14">{words::band(lang, Zone::Red, low, high)}</text>
            <text class="ax lab-amber halo" x="6" y=per_cent(scale.y(high)) dy="14">
                {words::band(lang, Zone::Amber, low, high)}
            </text>
        </svg>
    }
    .into_any()
}

/// Calls a day as bars, with the cap where there is one.
pub fn bars(course: &Course, scale: RateScale, cap: Option<u32>) -> AnyView {
    let axis = course.axis;
    let width = axis.width() * 0.7;
    let bars = course
        .calls
        .iter()
        .filter(|(day, calls, _)| *calls > 0 && *day >= axis.from && *day <= axis.to)
        .map(|(day, calls, _)| {
            let y = scale.y(*calls as f64);
            let class = if cap.is_some_and(|cap| *calls > u64::from(cap)) { "vol in" } else { "vol" };
            view! {
                <rect
                    class=class
                    x=per_cent(axis.middle(*day) - width / 2.0)
                    y=per_cent(y)
                    width=per_cent(width)
                    height=per_cent(100.0 - y)
                />
            }
        })
        .collect_view();
    let cap = cap.map(|cap| {
        let y = per_cent(scale.y(f64::from(cap)));
        view! { <line class="cap" x2="100%" y1=y.clone() y2=y/> }
    });
    view! { {weekends(axis)}{bars}<line class="baseline" x2="100%" y1="100%" y2="100%"/>{cap} }.into_any()
}

fn legend(lang: Lang, course: &Course, name: &str) -> AnyView {
    let rest = course.rest.as_ref().map(|rest| {
        let pool = rest.pool.clone().map(|pool| format!(" ({pool})")).unwrap_or_default();
        let text =
            format!("{}{pool}", super::super::words::phrase("{} others", "{} autres").with(lang, &[&rest.numbers]));
        view! { <span><svg aria-hidden="true"><line class="line rest" x2="100%" y1="50%" y2="50%"/></svg>{text}</span> }
    });
    let few = course.rates.iter().any(RatePoint::few).then(|| {
        view! {
            <span>
                <svg class="sq" aria-hidden="true"><circle class="pt few" cx="50%" cy="50%" r="3.5"/></svg>
                {words::LEGEND_FEW.to(lang)}
            </span>
        }
    });
    let grades = [crate::watch::Grade::Confirmed, crate::watch::Grade::Probable, crate::watch::Grade::WithinNoise]
        .into_iter()
        .filter(|grade| course.alerts.iter().any(|(_, own)| own == grade))
        .map(|grade| {
            view! { <span><Icon name=grade.id()/>{super::super::words::alerts::grade(grade).to(lang)}</span> }
        })
        .collect_view();
    view! {
        <div class="legend">
            <span><svg aria-hidden="true"><line class="line" x2="100%" y1="50%" y2="50%"/></svg>{name.to_owned()}</span>
            <span>
                <svg class="sq" aria-hidden="true"><rect class="ribbon" width="100%" height="100%"/></svg>
                {words::LEGEND_INTERVAL.to(lang)}
            </span>
            {rest}
            {few}
            <span>
                <svg class="sq" aria-hidden="true"><rect class="weekend" width="100%" height="100%"/></svg>
                {words::LEGEND_WEEKEND.to(lang)}
            </span>
            {grades}
        </div>
    }
    .into_any()
}

/// The same figures as a table, latest day first.
pub fn table(lang: Lang, course: &Course) -> AnyView {
    let rows = course
        .rates
        .iter()
        .rev()
        .map(|rate| {
            let answered = course.calls_on(rate.day).map_or(0, |(_, answered)| answered);
            view! {
                <tr>
                    <th scope="row">{format::day(lang, rate.day)}</th>
                    <td class="n">{lang.count(rate.n)}</td>
                    <td class="n">{lang.count(answered)}</td>
                    <td class="n">{format::rate(lang, rate.value)}</td>
                    <td class="n">{format::between(lang, rate.low, rate.high, 1)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="tablewrap scroll" tabindex="0" role="region" aria-label=words::RATE_PER_DAY.to(lang)>
            <table class="t">
                <thead>
                    <tr>
                        <th scope="col">{words::COL_DAY.to(lang)}</th>
                        <th scope="col" class="n">{words::COL_CALLS.to(lang)}</th>
                        <th scope="col" class="n">{words::COL_ANSWERED.to(lang)}</th>
                        <th scope="col" class="n">{words::COL_RATE.to(lang)}</th>
                        <th scope="col" class="n">{words::COL_INTERVAL.to(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
