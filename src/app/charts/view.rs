//! The small drawings: position bar, sparkline, certainty meter, interval bar, gauge.

use leptos::prelude::*;

use super::{Bullet, Spark, per_cent};
use crate::{
    app::words::{Lang, dashboard as words},
    kpi::{Kpi, KpiId, Zone},
    model::Settings,
};

/// The position bar of a KPI. `each` are the scores of single numbers, one mark each.
pub fn bullet(lang: Lang, id: KpiId, kpi: &Kpi, each: &[f64], settings: &Settings) -> AnyView {
    let bullet = Bullet::of(id, kpi, settings);
    let bands = bullet
        .bands
        .iter()
        .map(|band| {
            let class = match band.zone {
                Some(Zone::Red) => "b-red",
                Some(Zone::Amber) => "b-amber",
                Some(Zone::Green) => "b-green",
                _ => "b-none",
            };
            view! { <rect class=class x=per_cent(band.start) y="5" width=per_cent(band.width) height="4"/> }
        })
        .collect_view();
    let interval = kpi.low.zip(kpi.high).map(|(low, high)| {
        view! { <line class="ival" x1=per_cent(bullet.x(low)) x2=per_cent(bullet.x(high)) y1="7" y2="7"/> }
    });
    let marks = each
        .iter()
        .map(|score| view! { <circle class="each" cx=per_cent(bullet.x(*score)) cy="7" r="2.5"/> })
        .collect_view();
    let dot = kpi
        .value
        .filter(|_| each.is_empty())
        .map(|value| view! { <circle class="dot" cx=per_cent(bullet.x(value)) cy="7" r="4"/> });
    view! {
        <svg class="bullet" role="img" aria-label=words::ON_SCALE.to(lang)>{bands}{interval}{marks}{dot}</svg>
    }
    .into_any()
}

/// A sparkline of active days; nothing for fewer than three.
pub fn spark(lang: Lang, values: &[f64]) -> Option<AnyView> {
    let spark = Spark::of(values, 7)?;
    let width = per_cent(100.0 - spark.recent);
    Some(
        view! {
            <svg class="spark" role="img" aria-label=words::LAST_DAYS.to(lang)>
                <rect class="now" x=per_cent(spark.recent) width=width height="100%"/>
                <svg viewBox="0 0 1000 100" preserveAspectRatio="none" width="100%" height="100%">
                    <path class="line" d=spark.path/>
                </svg>
            </svg>
        }
        .into_any(),
    )
}

/// How certain, 0 to 1, as a short bar. The figure stands beside it.
pub fn meter(part: f64) -> AnyView {
    view! {
        <svg class="meter" aria-hidden="true">
            <rect class="off" width="100%" height="100%"/>
            <rect class="on" width=per_cent(100.0 * part.clamp(0.0, 1.0)) height="100%"/>
        </svg>
    }
    .into_any()
}

/// A rate with its interval on a short bar, ticks at the zone boundaries.
pub fn interval_bar(kpi: &Kpi, settings: &Settings) -> Option<AnyView> {
    let (value, low, high) = (kpi.value?, kpi.low?, kpi.high?);
    let bounds = settings.kpis.answer_rate;
    let top = (bounds.high.get() * 1.75).clamp(1.0, 100.0);
    let x = |value: f64| per_cent((100.0 * value / top).clamp(0.0, 100.0));
    Some(
        view! {
            <svg
                class="ival-bar"
                data-zone=kpi.zone.id()
                data-certain=if kpi.certain { "true" } else { "false" }
                aria-hidden="true"
            >
                <line class="off" x2="100%" y1="6" y2="6"/>
                <line class="thr" x1=x(bounds.low.get()) x2=x(bounds.low.get()) y1="1" y2="11"/>
                <line class="thr" x1=x(bounds.high.get()) x2=x(bounds.high.get()) y1="1" y2="11"/>
                <line class="ival" x1=x(low) x2=x(high) y1="6" y2="6"/>
                <circle class="dot" cx=x(value) cy="6" r="3"/>
            </svg>
        }
        .into_any(),
    )
}

/// The zone of calls a day, as they are written, where they ask for attention. Its sign stands beside the gauge.
pub fn volume_zone(calls_per_day: f64, settings: &Settings) -> Option<Zone> {
    let calls_per_day = calls_per_day.round();
    if calls_per_day > f64::from(settings.watch.volume_cap.max(1)) {
        Some(Zone::Red)
    } else if calls_per_day > f64::from(settings.kpis.calls_per_day.0) {
        Some(Zone::Amber)
    } else {
        None
    }
}

/// Calls a day against the cap, which is the tick at two thirds.
pub fn gauge(calls_per_day: f64, settings: &Settings) -> AnyView {
    let cap = f64::from(settings.watch.volume_cap.max(1));
    let class = match volume_zone(calls_per_day, settings) {
        Some(Zone::Red) => "on far",
        Some(_) => "on over",
        None => "on",
    };
    view! {
        <svg class="gauge" aria-hidden="true">
            <rect class="off" y="3" width="100%" height="6"/>
            <rect class=class y="3" width=per_cent((calls_per_day / cap * 66.67).clamp(0.0, 100.0)) height="6"/>
            <line class="tick" x1="66.67%" x2="66.67%" y1="0" y2="12"/>
        </svg>
    }
    .into_any()
}
