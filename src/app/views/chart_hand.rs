//! The hand on a chart: its cursor and what it says, and days that are chosen with it, by keyboard and pointer.

use leptos::{ev, prelude::*};

use super::chart::{Drawing, Drawn};
use crate::{
    app::{
        App, Route,
        plots::{At, Plot, moved},
        words::{Lang, charts as words},
    },
    browser::surroundings,
    model::Day,
};

/// The moving parts of one chart.
#[derive(Clone, Copy)]
pub(super) struct Hand {
    pub app: App,
    pub drawn: Signal<Drawn>,
    pub cursor: RwSignal<Option<At>>,
    /// Days that are being chosen: under the pointer, not let go of yet.
    pub brush: RwSignal<Option<(Day, Day)>>,
    /// The day on which choosing began.
    pub anchor: StoredValue<Option<Day>>,
    /// Whether the table twin is open.
    pub twin: RwSignal<bool>,
}

impl Hand {
    /// The moving parts of a chart that is at rest.
    pub fn new(app: App, drawn: Signal<Drawn>) -> Self {
        let (cursor, brush, twin) = (RwSignal::new(None), RwSignal::new(None), RwSignal::new(false));
        Self { app, drawn, cursor, brush, anchor: StoredValue::new(None), twin }
    }

    /// Asks the chart, where there is one.
    pub fn with<T>(self, ask: impl FnOnce(&Drawing) -> T) -> Option<T> {
        self.drawn.with(|drawn| if let Drawn::Chart(drawing) = drawn { Some(ask(drawing)) } else { None })
    }

    /// The same, once.
    pub fn with_untracked<T>(self, ask: impl FnOnce(&Drawing) -> T) -> Option<T> {
        self.drawn.with_untracked(|drawn| if let Drawn::Chart(drawing) = drawn { Some(ask(drawing)) } else { None })
    }

    /// The cursor, within the chart as it is now.
    pub fn at(self, plot: &dyn Plot) -> Option<At> {
        let (columns, rows) = plot.size();
        self.cursor.get().filter(|at| at.column < columns && at.row < rows)
    }

    /// What the cursor stands on, or how it is moved.
    pub fn said(self) -> String {
        let lang = self.app.lang.get();
        let said = self.with(|drawing| {
            let plot = &*drawing.plot;
            self.at(plot).map(|at| plot.say(at)).unwrap_or_else(|| hint(lang, drawing))
        });
        said.unwrap_or_default()
    }

    /// Opens the number at a place, where it is one's.
    pub fn open(self, at: At) {
        let number = self.with_untracked(|drawing| drawing.plot.number(at).map(str::to_owned)).flatten();
        if let Some(number) = number {
            self.app.go(Route::Number(number));
        }
    }

    /// Moves the cursor by the keyboard; with Shift, days are chosen.
    pub fn press(self, event: &ev::KeyboardEvent) {
        let key = event.key();
        let Some((size, start)) = self.with_untracked(|drawing| (drawing.plot.size(), drawing.plot.start())) else {
            return;
        };
        let at = self.cursor.get_untracked();
        let to = match (&*key, at) {
            ("Escape", _) => {
                if self.app.selection.get_untracked().is_some() {
                    self.app.selection.clear();
                } else {
                    self.cursor.set(None);
                }
                return;
            }
            ("Enter", Some(at)) => return self.open(at),
            // The first key shows where the cursor is.
            (key, None) if moved(start, size, key).is_some() && !matches!(key, "Home" | "End") => start,
            (key, at) => match moved(at.unwrap_or(start), size, key) {
                Some(to) => to,
                None => return,
            },
        };
        event.prevent_default();
        self.cursor.set(Some(to));
        let day = |at: At| self.with_untracked(|drawing| drawing.day(at)).flatten();
        if !event.shift_key() {
            self.anchor.set_value(None);
        } else if let Some(end) = day(to) {
            let from = self.anchor.get_value().or_else(|| day(at.unwrap_or(to))).unwrap_or(end);
            self.anchor.set_value(Some(from));
            self.app.selection.set(from, end);
        }
    }
}

/// What stands where the cursor will speak: how it is moved, by what the reader has at hand.
fn hint(lang: Lang, drawing: &Drawing) -> String {
    let plot = &*drawing.plot;
    let start = plot.start();
    let (days, number) = (drawing.day(start).is_some(), plot.number(start).is_some());
    let (how, open) = match (surroundings::is_touched(), days) {
        (true, true) if drawing.picture.pans() => (words::TOUCH_WIDE, words::TOUCH_NUMBER),
        (true, true) => (words::TOUCH_DAYS, words::TOUCH_NUMBER),
        (true, false) => (words::TOUCH, words::TOUCH_NUMBER),
        (false, true) => (words::CURSOR_DAYS, words::CURSOR_NUMBER),
        (false, false) => (words::CURSOR, words::CURSOR_NUMBER),
    };
    format!("{}{}", how.to(lang), if number { open.to(lang) } else { "" })
}
