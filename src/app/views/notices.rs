//! Notifications, for whoever has asked for them: a reading has ended, and how many confirmed alerts are new since the
//! last one. They are the browser's own; no permission is asked before someone presses the button.

use std::collections::BTreeSet;

use leptos::{prelude::*, task::spawn_local};

use super::Icon;
use crate::{
    app::{
        App, Phase,
        needs::{headline, needs},
        words::{dashboard, paper as words},
    },
    browser::{
        notify::{self, Permission},
        storage,
    },
    report::Report,
    watch::{Alert, Grade},
};

/// Whether notifications are wanted here, and whether the browser has them: that is asked once, since it asks another
/// process, which takes 3 ms.
#[derive(Clone, Copy)]
pub struct Wanted(RwSignal<bool>, bool);

impl Wanted {
    /// As at the last visit, as far as the browser still allows it.
    pub fn kept() -> Self {
        let (kept, permission) = (storage::load(storage::NOTIFY).as_deref() == Some("on"), notify::permission());
        Self(RwSignal::new(kept && permission == Some(Permission::Granted)), permission.is_some())
    }

    fn set(self, wanted: bool) {
        storage::keep(storage::NOTIFY, if wanted { "on" } else { "off" });
        self.0.set(wanted);
    }
}

/// The button; nothing where the browser has no notifications.
#[component]
pub fn NotifyButton() -> impl IntoView {
    let app = App::here();
    let wanted: Wanted = expect_context();
    let press = move |_| {
        let said = move |phrase: crate::app::words::Phrase| app.say(phrase.to(app.lang.get_untracked()).to_owned());
        if wanted.0.get_untracked() {
            wanted.set(false);
            return said(words::NOTIFY_UNSET);
        }
        spawn_local(async move {
            let allowed = notify::ask().await == Some(Permission::Granted);
            wanted.set(allowed);
            said(if allowed { words::NOTIFY_SET } else { words::NOTIFY_REFUSED });
        });
    };
    wanted.1.then(|| {
        view! {
            <button
                class="btn icon" type="button" data-testid="notify" title=move || words::NOTIFY_HELP.to(app.lang.get())
                aria-label=move || words::NOTIFY.to(app.lang.get())
                aria-pressed=move || wanted.0.get().to_string() on:click=press
            ><Icon name="bell"/></button>
        }
    })
}

/// Watches for the end of a reading.
#[component]
pub fn Notices() -> impl IntoView {
    let app = App::here();
    let wanted: Wanted = expect_context();
    Effect::new(move |before: Option<Phase>| {
        let phase = app.phase.get();
        // The house is put up after its first reading, or in the midst of it.
        if (before.unwrap_or(Phase::Reading), phase) == (Phase::Reading, Phase::Ready)
            && let Some(report) = app.whole_report.get_untracked()
        {
            let new = new_alerts(&report);
            if wanted.0.get_untracked() {
                let lang = app.lang.get_untracked();
                let title = dashboard::headline(lang, headline(&report, &needs(&report)), !report.numbers.is_empty());
                notify::show(&title, &words::new_alerts(lang, new), lang.tag());
            }
        }
        phase
    });
}

/// Alerts remembered, the latest readings' first to last. More than a year of a large centre.
const REMEMBERED: usize = 4000;

/// How many confirmed alerts were not there at the last reading, which this one becomes. Only hashes are kept.
fn new_alerts(report: &Report) -> u64 {
    let confirmed = report.alerts.iter().filter(|alert| alert.grade == Grade::Confirmed);
    let now: BTreeSet<String> = confirmed.take(REMEMBERED).map(mark).collect();
    let kept = storage::load(storage::SEEN).unwrap_or_default();
    let seen: BTreeSet<&str> = kept.split(' ').collect();
    let new = now.iter().filter(|mark| !seen.contains(mark.as_str())).count() as u64;
    let marks: Vec<&str> = now.iter().map(String::as_str).collect();
    storage::keep(storage::SEEN, &marks.join(" "));
    new
}

/// An alert as a short hash: what is kept on the machine names no number.
fn mark(alert: &Alert) -> String {
    use std::hash::{Hash, Hasher};
    let mut hasher = rustc_hash::FxHasher::default();
    (alert.rule, &alert.subject, alert.day.0).hash(&mut hasher);
    format!("{:08x}", hasher.finish() as u32)
}
