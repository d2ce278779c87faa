//! The days that are chosen by a brush: one span for the whole page, set by any chart, read by all of them and by the
//! filter.

use leptos::prelude::*;

use crate::model::Day;

/// The chosen days, both ends included; none means all. A signal: copying it costs nothing.
#[derive(Clone, Copy, Debug)]
pub struct Selection(RwSignal<Option<(Day, Day)>>);

impl Selection {
    /// No day chosen: all are shown.
    #[expect(clippy::new_without_default, reason = "a signal is made where there is an owner for it, never by default")]
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The chosen days, tracked.
    pub fn get(self) -> Option<(Day, Day)> {
        self.0.get()
    }

    /// The chosen days, untracked.
    pub fn get_untracked(self) -> Option<(Day, Day)> {
        self.0.get_untracked()
    }

    /// Chooses the days between two, in either order. Tells nobody when they are chosen already.
    pub fn set(self, one: Day, other: Day) {
        let span = Some((one.min(other), one.max(other)));
        if self.get_untracked() != span {
            self.0.set(span);
        }
    }

    /// Chooses all days again.
    pub fn clear(self) {
        if self.get_untracked().is_some() {
            self.0.set(None);
        }
    }
}
