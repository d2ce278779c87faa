//! How to read the figures, what warns, who is told, how often to look.

use leptos::prelude::*;

use super::super::{chip::chip, freshness, live::live};
use crate::{
    app::{
        App,
        words::{Lang, Phrase, guide as words, kpis},
    },
    kpi::{KpiId, Zone},
    plan::{Fresh, TRACKING},
};

/// The figures, in the order of the cards.
const ORDER: [KpiId; 7] = [
    KpiId::AnswerRate,
    KpiId::RejectionRate,
    KpiId::VoicemailRate,
    KpiId::AverageTalkTime,
    KpiId::ConversionRate,
    KpiId::ReputationScore,
    KpiId::SpamReportRate,
];

/// The part.
pub fn part(app: App) -> AnyView {
    let shown = move || {
        let lang = app.lang.get();
        view! {
            <div class="cols">
                <div class="c7 block">{tracking(app, lang)}{figures(lang)}</div>
                <div class="c5 block">
                    {list(lang, words::SIGNS, Some(words::SIGNS_SUB), &words::SIGN_LIST)}
                    {list(lang, words::LADDER, None, &words::LADDER_LIST)}
                    {list(lang, words::HABITS_TITLE, None, &words::HABIT_LIST)}
                </div>
            </div>
        }
    };
    live(shown).into_any()
}

fn list(lang: Lang, title: Phrase, sub: Option<Phrase>, items: &'static [Phrase]) -> AnyView {
    let items = items.iter().map(|item| view! { <li>{item.to(lang)}</li> }).collect_view();
    view! {
        <section class="panel advice-list">
            <div class="panel-head"><h2>{title.to(lang)}</h2>{sub.map(|sub| view! { <p class="sub">{sub.to(lang)}</p> })}</div>
            <ol class="panel-body">{items}</ol>
        </section>
    }
    .into_any()
}

fn figures(lang: Lang) -> AnyView {
    let figure = |id: KpiId| {
        let zones = [Zone::Amber, Zone::Red].map(|zone| {
            // Conversions have no zone by their level: red is a fall, amber does not exist.
            let speaks = !(matches!(id, KpiId::ConversionRate | KpiId::VoicemailRate) && zone == Zone::Amber);
            speaks.then(|| {
                let text = format!("{} {}", kpis::sentence(id, zone).to(lang), kpis::action(id, zone).to(lang));
                view! { <div class="zone-line">{chip(zone, true, kpis::zone(zone).to(lang).to_owned())}<p>{text}</p></div> }
            })
        });
        view! {
            <article>
                <h3>{kpis::name(id).to(lang)}</h3>
                <p class="muted t2">{kpis::formula(id).to(lang)}</p>
                <p>{words::tells(id).to(lang)}</p>
                {zones.into_iter().flatten().collect_view()}
            </article>
        }
    };
    view! {
        <section class="panel figures-guide">
            <div class="panel-head"><h2>{words::SEVEN.to(lang)}</h2><p class="sub">{words::SEVEN_SUB.to(lang)}</p></div>
            <div class="panel-body">{ORDER.into_iter().map(figure).collect_view()}</div>
        </section>
    }
    .into_any()
}

/// The article's table, held against the files.
fn tracking(app: App, lang: Lang) -> AnyView {
    let (known, is_sample) = freshness::of_today(app).unwrap_or_default();
    let rows = TRACKING.into_iter().map(|tracking| {
        let fresh = known.iter().find(|fresh| fresh.tracking == tracking);
        let state = fresh.map_or(Fresh::NotMeasured, |fresh| fresh.state);
        let why = fresh.map(|fresh| freshness::because(lang, fresh));
        view! {
            <tr data-kpi-tracking=tracking.kpi.id() data-fresh=freshness::zone(state).id()>
                <th scope="row">{kpis::name(tracking.kpi).to(lang)}</th>
                <td class="p1">{words::cadence(tracking.least).to(lang)}</td>
                <td class="p1">{words::cadence(tracking.best).to(lang)}</td>
                <td class="wrap">{chip(freshness::zone(state), true, words::fresh(state).to(lang).to_owned())}<small class="muted">{why}</small></td>
            </tr>
        }
    });
    let head = |phrase: Phrase, class: &'static str| view! { <th scope="col" class=class>{phrase.to(lang)}</th> };
    view! {
        <section class="panel" data-testid="tracking">
            <div class="panel-head"><h2>{words::TRACKING.to(lang)}</h2><p class="sub">{words::TRACKING_SUB.to(lang)}</p></div>
            <div class="tablewrap pad-top" tabindex="0" role="region" aria-label=words::TRACKING.to(lang)>
                <table class="t rules">
                    <thead><tr>{head(words::FIGURE, "")}{head(words::LEAST, "p1")}{head(words::BEST, "p1")}{head(words::YOURS, "")}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
            {is_sample.then(|| view! { <p class="panel-foot">{words::FRESH_SAMPLE.to(lang)}</p> })}
        </section>
    }
    .into_any()
}
