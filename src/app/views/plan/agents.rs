//! Each agent's share, beside the others on the same numbers.

use leptos::prelude::*;

use super::super::{chip::zone_icon, live::live};
use crate::{
    app::{
        App, format,
        words::{Lang, plan as words},
    },
    kpi::Zone,
    plan::{AgentShare, Agents, AgentsAside, Beside, agents},
};

/// The part.
pub fn part() -> AnyView {
    let app = App::here();
    let hang_up_secs = Memo::new(move |_| app.settings.with(|settings| settings.kpis.hang_up_secs));
    let known = Memo::new(move |_| {
        let (gathered, board) = (app.gathered.get()?, app.whole.get()?);
        let last = board.period.map(|(_, last)| last).unwrap_or_default();
        let hang_ups = board.account.total().hang_up_known > 0;
        Some((agents(&gathered.ledger, last, hang_up_secs.get()), hang_ups))
    });
    let shown = move || {
        let lang = app.lang.get();
        let part = |text: &'static str| view! { <p class="none">{text}</p> }.into_any();
        Some(match known.get()? {
            (Ok(agents), hang_ups) => table(lang, &agents, hang_ups),
            (Err(AgentsAside::NotMeasured), _) => part(words::NO_AGENTS.to(lang)),
            (Err(AgentsAside::TooMany), _) => part(words::TOO_MANY_AGENTS.to(lang)),
        })
    };
    let title = move || words::AGENTS_TITLE.to(app.lang.get());
    let help = move || words::AGENTS_HELP.to(app.lang.get());
    view! {
        <section class="panel" data-testid="agents">
            <div class="panel-head"><h2>{title}</h2><p class="sub">{help}</p></div>
            {live(shown)}
        </section>
    }
    .into_any()
}

fn table(lang: Lang, agents: &Agents, hang_ups: bool) -> AnyView {
    let rows = agents.agents.iter().map(|agent| row(lang, agent, hang_ups)).collect_view();
    // “févr.” at the end brings the sentence's full stop.
    let [from, to] = agents.days.map(|day| format::day_short(lang, day));
    let head = |text: &'static str, class: &'static str| view! { <th scope="col" class=class>{text}</th> };
    view! {
        <div class="tablewrap pad-top" tabindex="0" role="region" aria-label=words::AGENTS_TITLE.to(lang)>
            <table class="t">
                <thead><tr>
                    {head(words::AGENT.to(lang), "")}{head(words::CALLS.to(lang), "n")}{head(words::SHARE.to(lang), "n p1")}
                    {head(words::NUMBERS_USED.to(lang), "n p2")}{head(words::ANSWER_RATE.to(lang), "n p1")}
                    {head(words::BESIDE.to(lang), "")}{head(words::HANG_UPS.to(lang), "n p2")}{head(words::HANG_UPS_BESIDE.to(lang), "p2")}
                    {head(words::TALK.to(lang), "n p1")}
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="panel-foot">{words::agents_note(lang, agents.agents.len(), &from, to.trim_end_matches('.'))}" "{words::AGENTS_STAY.to(lang)}</p>
    }
    .into_any()
}

fn row(lang: Lang, agent: &AgentShare, hang_ups: bool) -> AnyView {
    let rate = |hits: u64, of: u64| {
        if of > 0 { format::rate(lang, 100.0 * hits as f64 / of as f64) } else { "–".to_owned() }
    };
    let [hung, with_talk] = agent.hang_ups;
    let talk = agent.talk_secs.map(format::talk).unwrap_or_else(|| "–".to_owned());
    view! {
        <tr>
            <th scope="row">{agent.name.clone()}</th>
            <td class="n">{lang.count(agent.calls)}</td>
            <td class="n p1">{lang.percent(agent.share * 100.0, 0)}</td>
            <td class="n p2">{agent.numbers}</td>
            <td class="n p1">{rate(agent.answered, agent.calls)}</td>
            <td>{beside(lang, agent.answer_beside, Wrong::Below)}</td>
            <td class="n p2">{if hang_ups { rate(hung, with_talk) } else { "–".to_owned() }}</td>
            <td class="p2">{hang_ups.then(|| beside(lang, agent.hang_up_beside, Wrong::Above))}</td>
            <td class="n p1">{talk}</td>
        </tr>
    }
    .into_any()
}

/// Which side of zero asks for a talk with the agent.
#[derive(Clone, Copy, PartialEq)]
enum Wrong {
    Below,
    Above,
}

fn beside(lang: Lang, beside: Option<Beside>, wrong: Wrong) -> AnyView {
    let Some(Beside { points, stands_out }) = beside else {
        return view! { <span class="faint">{words::ALONE.to(lang)}</span> }.into_any();
    };
    let figure = format::points(lang, points.value);
    if !stands_out {
        return view! { <span class="muted">{figure}", "{words::WITHIN_CHANCE.to(lang)}</span> }.into_any();
    }
    let is_wrong = (points.value < 0.0) == (wrong == Wrong::Below);
    let zone = if is_wrong { Zone::Amber } else { Zone::Green };
    let range = format::between_signed(lang, points.low, points.high, 1);
    view! {
        <span class="zfig" data-zone=zone.id()>
            {zone_icon(lang, zone)}{figure}
            <span class="muted">{words::STANDS_OUT.to(lang)}" ("{range}")"</span>
        </span>
    }
    .into_any()
}
