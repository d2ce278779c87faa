//! Parts that follow the state. A closure in a view is compiled with all that mounts and renews it; boxed, that is
//! compiled once for all of them.

use std::time::Duration;

use leptos::prelude::*;

/// A part of a view that is made anew whenever what it reads changes.
pub type Live = Box<dyn FnMut() -> AnyView + Send>;

/// Boxes a closure that makes a part of a view: `{live(move || …)}`.
pub fn live<V: IntoAny>(mut part: impl FnMut() -> V + Send + 'static) -> Live {
    Box::new(move || part().into_any())
}

/// The same for a part below the first: it is made in a task of its own, so that what stands above is painted first and
/// the page answers in between. `place` counts such parts, from 1.
pub fn later<V: IntoAny + 'static>(place: u32, mut part: impl FnMut() -> V + Send + 'static) -> Live {
    let due = RwSignal::new(false);
    // Whoever has left the view meanwhile needs it no more.
    set_timeout(move || _ = due.try_set(true), FRAME * place);
    live(move || due.get().then(|| part().into_any()))
}

/// What a browser takes for one picture.
const FRAME: Duration = Duration::from_millis(17);

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
