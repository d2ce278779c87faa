//! Each campaign: what it needs, and what resting does to it.

use leptos::prelude::*;

use super::super::chip::zone_icon;
use crate::{
    app::words::{Lang, findings, plan as words},
    kpi::Zone,
    plan::{Plan, PoolPlan},
};

/// The panel; nothing for an account of one pool.
pub fn panel(lang: Lang, plan: &Plan) -> Option<AnyView> {
    if plan.pools.len() < 2 {
        return None;
    }
    let pools = plan.pools.iter().map(|pool| entry(lang, pool)).collect_view();
    Some(
        view! {
            <section class="panel" data-testid="plan-pools">
                <div class="panel-head"><h2>{words::POOLS.to(lang)}</h2></div>
                <div class="panel-list pad-top">{pools}</div>
            </section>
        }
        .into_any(),
    )
}

fn entry(lang: Lang, pool: &PoolPlan) -> AnyView {
    let name = pool.pool.as_ref().map(|subject| findings::subject(lang, subject)).unwrap_or_default();
    let roles = pool.roles.map(|count| count.to_string()).join(" · ");
    let zone = match (pool.missing, pool.to_relieve) {
        (0, 0) => None,
        (0, _) => Some(Zone::Amber),
        _ => Some(Zone::Red),
    };
    let line = |label: &'static str, text: String| view! { <dt>{label}</dt><dd>{text}</dd> };
    let moves = (pool.to_relieve > 0).then(|| {
        let [before, after] = pool.highest.map(|load| lang.decimal(load, 0));
        view! {
            {line(words::MOVES.to(lang), lang.decimal(pool.freed, 0))}
            {line(words::HIGHEST.to(lang), format!("{before} → {after}"))}
        }
    });
    let missing = (pool.missing > 0).then(|| line(words::MISSING.to(lang), lang.count(pool.missing)));
    view! {
        <div class="pool-plan" data-zone=zone.map(Zone::id)>
            <h3>{zone.map(|zone| zone_icon(lang, zone))}{name}</h3>
            <dl>
                {line(words::LOAD.to(lang), lang.decimal(pool.calls_per_day, 0))}
                {line(words::ROLES_NOW.to(lang), roles)}
                {line(words::NEEDED.to(lang), lang.count(pool.needed))}
                {moves}{missing}
            </dl>
        </div>
    }
    .into_any()
}
