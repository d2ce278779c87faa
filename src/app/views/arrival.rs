//! The first page: what Ringwell is for, where to drop a file, samples to look at, and the promise.

use leptos::prelude::*;

use super::{Icon, dialogs::Reasons, live::live};
use crate::{
    app::{
        Front, t,
        words::{arrival, shell},
    },
    browser::reader::Input,
    report,
};

/// What a sample looks like, 1000 wide and 100 high. Drawn, not computed.
struct Mini {
    /// The score, dashed.
    score: &'static str,
    /// The answer rate.
    answers: &'static str,
    /// Where something happens, in per cent from the left and from the top.
    turns: &'static [(&'static str, &'static str)],
}

const MINIS: [Mini; 5] = [
    Mini {
        score: "M23 16L977 16",
        answers: "M23 48L68 47L114 49L159 47L205 46L250 47L295 44L341 50L386 48L432 50L477 50L523 48L568 47L614 47L659 47L705 42L750 46L795 52L841 48L886 50L932 49L977 45",
        turns: &[],
    },
    Mini {
        score: "M23 16L977 16",
        answers: "M23 49L68 53L114 47L159 49L205 51L250 50L295 50L341 48L386 49L432 48L477 43L523 50L568 50L614 49L659 70L705 75L750 69L795 76L841 76L886 73L932 75L977 75",
        turns: &[("65.9%", "70%")],
    },
    Mini {
        score: "M23 14L295 14L341 16L386 20L432 24L477 28L523 32L568 36L614 41L659 46L705 51L750 56L795 61L841 66L886 71L932 76L977 81",
        answers: "M23 47L68 46L114 48L159 49L205 44L250 47L295 49L341 45L386 50L432 48L477 46L523 48L568 50L614 47L659 49L705 50L750 51L795 45L841 49L886 45L932 47L977 49",
        turns: &[("34.1%", "16%")],
    },
    Mini {
        score: "M23 20L614 20L659 68L977 68",
        answers: "M23 46L68 47L114 48L159 52L205 48L250 46L295 47L341 45L386 44L432 47L477 43L523 52L568 49L614 94L659 85L705 87L750 83L795 88L841 92L886 84L932 90L977 90",
        turns: &[("61.4%", "94%")],
    },
    Mini {
        score: "M23 18L523 18L568 22L614 27L659 31L705 35L750 39L795 43L841 46L886 48L932 50L977 51",
        answers: "M23 46L68 48L114 49L159 45L205 47L250 47L295 49L341 48L386 63L432 61L477 62L523 60L568 62L614 61L659 61L705 59L750 86L795 84L841 86L886 87L932 85L977 87",
        turns: &[("38.6%", "63%"), ("52.3%", "18%"), ("75%", "86%")],
    },
];

/// The first page.
#[component]
pub fn Arrival() -> impl IntoView {
    let asks = arrival::ASKS.map(|(lead, rest)| {
        view! { <li><Icon name="yes"/><span><b>{t(lead)}</b>" "{t(rest)}</span></li> }
    });
    let systems = arrival::SYSTEMS.map(|name| view! { <li>{name}</li> });
    view! {
        <div class="stack">
            <div class="hero">
                <div class="stack-in">
                    <h1>{t(arrival::HEADLINE)}</h1>
                    <p class="lede">{t(arrival::LEDE)}</p>
                    <ul class="asks">{asks.into_iter().collect_view()}</ul>
                </div>
                <DropZone/>
            </div>
            <section id="samples" class="block" aria-labelledby="samples-title">
                <div class="between">
                    <h2 class="section-title" id="samples-title">{t(arrival::SAMPLES_TITLE)}</h2>
                    <div class="legend" aria-hidden="true">
                        <span><svg><line class="line" x2="100%" y1="50%" y2="50%"/></svg>{t(arrival::LINE_ANSWERS)}</span>
                        <span><svg><line class="line rest" x2="100%" y1="50%" y2="50%"/></svg>{t(arrival::LINE_SCORE)}</span>
                    </div>
                </div>
                <Samples/>
            </section>
            <div class="cols" id="systems">
                <section class="c7 block">
                    <h2 class="section-title">{t(arrival::SYSTEMS_TITLE)}</h2>
                    <ul class="systems">{systems.into_iter().collect_view()}<li>{t(arrival::OWN_TABLE)}</li></ul>
                    <p class="t2 muted">{t(arrival::SYSTEMS_ELSE)}</p>
                </section>
                <section class="c5 block">
                    <h2 class="section-title">{t(arrival::SCORES_TITLE)}</h2>
                    <ul class="systems">{arrival::READINGS.map(|name| view! { <li>{name}</li> }).into_iter().collect_view()}</ul>
                    <p class="t2 muted">{t(arrival::SCORES_HELP)}</p>
                </section>
            </div>
        </div>
    }
}

#[component]
fn DropZone() -> impl IntoView {
    let front = Front::here();
    let sheet = move |_| {
        let name = arrival::TRACKING_NAME.to(front.lang.get_untracked());
        front.save(name, "text/csv", &report::tracking_sheet());
    };
    view! {
        <section class="drop" data-testid="drop-zone" aria-labelledby="drop-title">
            <Icon name="drop" class="glyph"/>
            <div><h2 id="drop-title">{t(arrival::DROP_TITLE)}</h2><p>{t(arrival::DROP_HELP)}</p></div>
            <div class="row">
                <button class="btn primary big" type="button" on:click=move |_| front.pick_files()>{t(arrival::BROWSE)}</button>
                <button class="btn big" type="button" on:click=move |_| front.pasting.set(true)>{t(arrival::PASTE)}" "<kbd>"Ctrl V"</kbd></button>
            </div>
            <p class="t2"><button class="link" type="button" on:click=sheet>{t(arrival::TRACKING)}</button></p>
            <div class="promise" id="proof">
                <Icon name="shield"/>
                <div>
                    <p><b>{t(arrival::PROMISE)}</b>" "{live(move || shell::requests_since(front.lang.get(), front.requests.get()))}</p>
                    <details class="proof" on:toggle=move |_| front.count_requests()>
                        <summary><Icon name="chev" class="chev"/>{t(shell::SEE_PROOF)}</summary>
                        <Reasons/>
                    </details>
                </div>
            </div>
        </section>
    }
}

#[component]
fn Samples() -> impl IntoView {
    let front = Front::here();
    let samples = arrival::SAMPLES.into_iter().zip(&MINIS).map(|((id, name, shows), mini)| {
        let turns = mini.turns.iter().map(|(x, y)| view! { <circle class="pt" cx=*x cy=*y r="3.5"/> });
        let read = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            front.give(Input::sample(id));
        };
        view! {
            <a class="sample" href="#today" data-testid=format!("sample-{id}") on:click=read>
                <h3>{t(name)}<Icon name="arrow"/></h3>
                <svg class="mini" aria-hidden="true">
                    <svg viewBox="0 0 1000 100" preserveAspectRatio="none" width="100%" height="100%">
                        <path class="line rest" d=mini.score/>
                        <path class="line" d=mini.answers/>
                    </svg>
                    {turns.collect_view()}
                </svg>
                <p>{t(shows)}</p>
            </a>
        }
    });
    view! { <div class="samples">{samples.collect_view()}</div> }
}
