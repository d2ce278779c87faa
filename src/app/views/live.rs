//! Parts that follow the state. A closure in a view is compiled with all that mounts and renews it; boxed, that is
//! compiled once for all of them.

use leptos::prelude::*;

use super::later::do_later;

/// A part of a view that is made anew whenever what it reads changes.
pub type Live = Box<dyn FnMut() -> AnyView + Send>;

/// Boxes a closure that makes a part of a view: `{live(move || …)}`.
pub fn live<V: IntoAny>(mut part: impl FnMut() -> V + Send + 'static) -> Live {
    Box::new(move || part().into_any())
}

/// The same for a part below the first: it is made after the next paint, in a task of its own.
pub fn later<V: IntoAny + 'static>(mut part: impl FnMut() -> V + Send + 'static) -> Live {
    let due = RwSignal::new(false);
    // Whoever has left the view meanwhile needs it no more.
    do_later(Box::new(move || _ = due.try_set(true)));
    live(move || due.get().then(|| part().into_any()))
}

/// Shows its children while the condition holds. Leptos's own is compiled anew for every condition and every content.
#[component]
pub fn Show<W: Fn() -> bool + Send + Sync + 'static>(
    /// What is shown.
    children: ChildrenFn,
    /// The condition.
    when: W,
) -> impl IntoView {
    show(Box::new(when), children)
}

fn show(when: Box<dyn Fn() -> bool + Send + Sync>, children: ChildrenFn) -> Live {
    let when = Memo::new(move |_| when());
    live(move || when.get().then(|| children()))
}
