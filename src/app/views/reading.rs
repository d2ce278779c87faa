//! What is shown while files are read: how far it is, a first figure, and a way out.

use leptos::prelude::*;

use super::{Modal, live::live, progress::Progress};
use crate::app::{
    App, Phase,
    words::{arrival, shell},
};

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
            let sum = underway.as_ref()?.total();
            (sum.calls > 0).then(|| arrival::first_figure(app.lang.get(), sum.answered, sum.calls))
        })
    };
    // A screen reader hears every quarter, not every figure.
    let spoken = Memo::new(move |_| percent.get().map(|percent| percent / 25 * 25));
    view! {
        <Progress title=live(title) percent=percent.into() on_cancel=move || app.cancel()>
            <p class="t2 muted">{live(figures)}" "{live(first)}</p>
            <p class="vh" role="status">{live(move || spoken.get().map(|percent| app.lang.get().percent(f64::from(percent), 0)))}</p>
        </Progress>
    }
}
