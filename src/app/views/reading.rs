//! What is shown while files are read: how far it is, a first figure, and a way out.

use leptos::prelude::*;

use super::{Modal, live::live, progress::Progress};
use crate::{
    app::{
        App, Phase,
        words::{Lang, Phrase, arrival, shell},
    },
    kpi::chance::{Share, wilson},
    tally::Progress,
};

/// Points between the ends of an interval within which a rate means something already.
const MOST_WIDTH: f64 = 10.0;

/// The progress of a reading, over whatever was shown before.
#[component]
pub fn ReadingDialog() -> impl IntoView {
    let app = App::here();
    let open = Memo::new(move |_| app.phase.get() == Phase::Reading);
    let label = Signal::derive(move || shell::READING.to(app.lang.get()));
    view! { <Modal open=open label=label on_close=move || app.cancel()><Underway/></Modal> }
}

#[component]
fn Underway() -> impl IntoView {
    let app = App::here();
    let title = move || {
        app.underway.with(|underway| {
            underway.as_ref().map(|underway| arrival::reading(app.lang.get(), &underway.names)).unwrap_or_default()
        })
    };
    let percent = Memo::new(move |_| {
        app.underway.with(|underway| underway.as_ref()?.part().map(|part| (part * 100.0).floor() as u32))
    });
    let figures = move || {
        app.underway.with(|underway| {
            let (lang, underway) = (app.lang.get(), underway.as_ref()?);
            let sum = underway.total();
            let total = underway.part().map(|_| sum.total);
            let mut sentences = vec![arrival::so_far(lang, sum.bytes, total, sum.rows)];
            sentences.extend(underway.secs_left().map(|secs| arrival::left(lang, secs)));
            Some(sentences.join(". ").replace("..", "."))
        })
    };
    let first = move || {
        app.underway.with(|underway| {
            let (lang, sum) = (app.lang.get(), underway.as_ref()?.total());
            (sum.calls > 0).then(|| so_far(lang, &sum))
        })
    };
    // A screen reader hears every quarter, not every figure.
    let spoken = Memo::new(move |_| percent.get().map(|percent| percent / 25 * 25));
    view! {
        <Progress title=live(title) percent=percent.into() on_cancel=move || app.cancel()>
            <p class="t2 muted">{live(figures)}</p>
            <div class="so-far" data-testid="so-far">{live(first)}</div>
            <p class="vh" role="status">{live(move || spoken.get().map(|percent| app.lang.get().percent(f64::from(percent), 0)))}</p>
        </Progress>
    }
}

/// What the calls counted so far say: how many, of how many numbers, and the answer rate once chance moves it by no more
/// than a few points.
fn so_far(lang: Lang, sum: &Progress) -> AnyView {
    let share = Share::new(sum.answered, sum.calls);
    let rate = wilson(share).map(|rate| rate.times(100.0)).filter(|rate| rate.high - rate.low <= MOST_WIDTH);
    let rate = match rate {
        Some(rate) => (arrival::rate_so_far(lang, rate.value, rate.low, rate.high), arrival::RATE_SO_FAR),
        None => ("–".to_owned(), arrival::TOO_FEW_SO_FAR),
    };
    let figures = [
        Some((lang.count(sum.calls), arrival::CALLS_SO_FAR)),
        (sum.numbers > 0).then(|| (lang.count(sum.numbers), arrival::NUMBERS_SO_FAR)),
        Some(rate),
    ];
    let figure = |(figure, what): (String, Phrase)| view! { <p><b>{figure}</b><span>{what.to(lang)}</span></p> };
    figures.into_iter().flatten().map(figure).collect_view().into_any()
}
