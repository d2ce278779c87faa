//! What a screen reader is told of a change that the eye sees: a threshold or a filter has changed the alerts.

use leptos::prelude::*;

use super::live::live;
use crate::{
    app::{App, words::alerts as words},
    watch::Grade,
};

/// Says how many alerts there are, once that has changed without anything being read.
#[component]
pub fn Spoken() -> impl IntoView {
    let app = App::here();
    let counts = Memo::new(move |_| {
        let (gathered, report) = (app.gathered.get()?, app.report.get()?);
        let of = |grade| report.alerts.iter().filter(|alert| alert.grade == grade).count() as u64;
        Some((gathered, of(Grade::Confirmed), of(Grade::Probable)))
    });
    let said = Memo::new(move |before: Option<&Option<Said>>| {
        let (gathered, confirmed, probable) = counts.get()?;
        let before = before.and_then(Option::as_ref).filter(|before| before.gathered == gathered);
        let is_news = before.is_some_and(|before| before.is_news || before.counts != (confirmed, probable));
        Some(Said { gathered, counts: (confirmed, probable), is_news })
    });
    let text = move || {
        let Said { counts: (confirmed, probable), .. } = said.get().filter(|said| said.is_news)?;
        Some(words::counted(app.lang.get(), confirmed, probable))
    };
    view! { <p class="vh" role="status" data-testid="alerts-said">{live(text)}</p> }
}

/// What was counted last, and whether that differs from what was read.
#[derive(Clone, PartialEq)]
struct Said {
    gathered: crate::app::Shared<crate::tally::Gathered>,
    counts: (u64, u64),
    is_news: bool,
}
