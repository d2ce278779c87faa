//! Work that must not hold up the first paint: done after it, one piece a task, so that the page answers in between.

use std::{cell::RefCell, collections::VecDeque, time::Duration};

use leptos::prelude::*;

use super::{
    chart::{Drawn, Maker},
    live::{Live, live},
};
use crate::app::App;

/// A piece of work.
type Piece = Box<dyn FnOnce()>;

thread_local! {
    static WAITING: RefCell<VecDeque<Piece>> = const { RefCell::new(VecDeque::new()) };
}

/// Does a piece of work after the next paint, and after all pieces that wait already.
pub fn do_later(piece: Piece) {
    let idle = WAITING.with_borrow_mut(|waiting| {
        waiting.push_back(piece);
        waiting.len() == 1
    });
    if idle {
        // A timer set in a frame runs after that frame is painted.
        request_animation_frame(|| set_timeout(next, Duration::ZERO));
    }
}

fn next() {
    if let Some(piece) =
        WAITING.with_borrow_mut(|waiting| waiting.front_mut().map(|piece| std::mem::replace(piece, Box::new(|| {}))))
    {
        piece();
    }
    // The piece stays in its place until it is done, so that one that is added meanwhile starts no second run.
    let more = WAITING.with_borrow_mut(|waiting| {
        waiting.pop_front();
        !waiting.is_empty()
    });
    if more {
        set_timeout(next, Duration::ZERO);
    }
}

/// The content of a fold that begins closed: made after all that is seen, but made, so that the browser's search finds it.
pub fn folded(mut part: impl FnMut() -> AnyView + Send + 'static) -> Live {
    let due = RwSignal::new(false);
    // Behind what waits by then: the charts. Whoever has left the view meanwhile needs it no more.
    do_later(Box::new(move || do_later(Box::new(move || _ = due.try_set(true)))));
    live(move || due.get().then(&mut part))
}

/// A chart that is made later, and again whenever the analysis, the language, the chosen days or the page change. Several changes
/// that come before its turn are one.
pub fn signal(app: App, page: Option<RwSignal<usize>>, make: Maker) -> Signal<Drawn> {
    let drawn = RwSignal::new(Drawn::Waiting);
    let make = StoredValue::new(make);
    let waiting = StoredValue::new(false);
    let changes = Memo::new(move |before: Option<&u32>| {
        app.report.track();
        app.timeline.track();
        app.lang.track();
        app.selection.get();
        page.map(|page| page.get());
        before.map_or(0, |count| count + 1)
    });
    Effect::new(move |_| {
        changes.get();
        if waiting.get_value() {
            return;
        }
        waiting.set_value(true);
        do_later(Box::new(move || {
            // A view that is gone meanwhile has taken its signals along.
            let made = make.try_with_value(|make| untrack(make));
            if let Some(made) = made {
                waiting.set_value(false);
                drawn.set(made.into());
            }
        }));
    });
    drawn.into()
}
