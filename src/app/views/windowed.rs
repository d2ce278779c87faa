//! Rows of a long table, of which only those in sight are in the document.
//!
//! The table stays a table: `aria-rowcount` and `aria-rowindex` say what is left out, and two empty rows hold its place.
//! All rows have one height, measured of one that is there. The arrow keys move from a row's link to the next one's,
//! whether that is in the document yet or not. A table of few rows is shown whole, and scrolls with the page.

use std::sync::Arc;

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Tables up to this length are shown whole.
pub const WHOLE: usize = 120;
/// Rows kept beyond what is in sight, on either side.
const BEYOND: usize = 8;
/// Rows come and go by so many.
const STEP: usize = 4;
/// The height of a row until one has been measured.
const ROW_PX: f64 = 37.0;
/// Browsers draw no element that is higher than some 17 million pixels.
pub const MOST: usize = 200_000;

/// Makes the row of a place. The row carries `aria-rowindex` by [`row_index`].
pub type Row = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;

/// `aria-rowindex` of the row of a place: the head is the first row.
pub fn row_index(place: usize) -> String {
    (place + 2).to_string()
}

/// A table that scrolls within itself once it is long.
#[component]
pub fn Windowed(
    /// How many rows there are.
    count: Signal<usize>,
    /// Changes whenever rows must be made anew.
    version: Signal<u64>,
    /// Makes a row.
    row: Row,
    /// What the table holds, for a screen reader.
    label: Signal<&'static str>,
    /// The classes of the table.
    class: &'static str,
    /// Its test hook.
    #[prop(default = "")]
    hook: &'static str,
    /// How many columns there are.
    columns: Signal<usize>,
    /// What is said where there is no row.
    none: Signal<&'static str>,
    /// The head: a `<thead>`.
    head: AnyView,
) -> impl IntoView {
    let scroller = NodeRef::<html::Div>::new();
    let (top, height, row_px) = (RwSignal::new(0.0_f64), RwSignal::new(800.0_f64), RwSignal::new(ROW_PX));
    let is_long = Memo::new(move |_| count.get() > WHOLE);
    let span = Memo::new(move |_| {
        let count = count.get();
        if !is_long.get() {
            return (0, count);
        }
        let (first, seen) = ((top.get() / row_px.get()) as usize, (height.get() / row_px.get()).ceil() as usize);
        let start = first.saturating_sub(BEYOND) / STEP * STEP;
        let end = (first + seen + BEYOND).div_ceil(STEP) * STEP;
        (start.min(count), end.min(count))
    });
    let measure = move || {
        // It is asked for in the next frame: the table may be gone by then, and its signals with it.
        let Some(scroller) = scroller.try_get_untracked().flatten() else { return };
        let (now_top, now_height) = (f64::from(scroller.scroll_top()), f64::from(scroller.client_height()));
        if let Ok(Some(row)) = scroller.query_selector("tbody tr[aria-rowindex]")
            && let Some(row) = row.dyn_ref::<HtmlElement>()
        {
            let px = f64::from(row.offset_height());
            if px > 0.0 && (px - row_px.get_untracked()).abs() > 0.4 {
                row_px.set(px);
            }
        }
        keep_keyboard(&scroller, now_top, now_height, row_px.get_untracked());
        if (now_top - top.get_untracked()).abs() >= 1.0 {
            top.set(now_top);
        }
        if (now_height - height.get_untracked()).abs() >= 1.0 {
            height.set(now_height);
        }
    };
    Effect::new(move |_| {
        version.track();
        is_long.track();
        request_animation_frame(measure);
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    // Another order, or another choice, is read from its top.
    Effect::new(move |before: Option<u64>| {
        let now = version.get();
        if before.is_some_and(|before| before != now)
            && let Some(scroller) = scroller.get_untracked()
        {
            scroller.set_scroll_top(0);
        }
        now
    });
    let keys = move |event: leptos::ev::KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowDown" => 1_i64,
            "ArrowUp" => -1,
            _ => return,
        };
        let Some(scroller) = scroller.get_untracked() else { return };
        let Some(place) = event.target().and_then(|target| place_of(target.dyn_ref::<Element>()?)) else { return };
        let to = place as i64 + step;
        if to < 0 || to >= count.get_untracked() as i64 {
            return;
        }
        event.prevent_default();
        go_to(&scroller, to as usize, row_px.get_untracked(), is_long.get_untracked());
    };
    let gap = move |px: f64| {
        (px > 0.0).then(|| view! { <tr class="gap" aria-hidden="true"><td colspan=move || columns.get().to_string() style:height=format!("{px}px")></td></tr> })
    };
    let rows = move || {
        let (start, end) = span.get();
        let version = version.get();
        (start..end).map(|place| (version, place)).collect::<Vec<_>>()
    };
    view! {
        <div
            class="tablewrap" class:windowed=move || is_long.get() tabindex="0" role="region" aria-label=move || label.get()
            node_ref=scroller on:scroll=move |_| measure() on:keydown=keys
        >
            <table class=class data-testid=(!hook.is_empty()).then_some(hook) aria-rowcount=move || (count.get() + 1).to_string()>
                {head}
                <tbody>
                    {move || gap(span.get().0 as f64 * row_px.get())}
                    <For each=rows key=|key| *key children=move |(_, place)| row(place)/>
                    {move || gap((count.get() - span.get().1.min(count.get())) as f64 * row_px.get())}
                    {move || (count.get() == 0).then(|| view! { <tr><td colspan=move || columns.get().to_string() class="muted">{move || none.get()}</td></tr> })}
                </tbody>
            </table>
        </div>
    }
}

/// The place of the row that an element stands in.
fn place_of(element: &Element) -> Option<usize> {
    let row = element.closest("tr[aria-rowindex]").ok()??;
    row.get_attribute("aria-rowindex")?.parse::<usize>().ok()?.checked_sub(2)
}

/// Brings a row into sight and gives its link the keyboard.
fn go_to(scroller: &HtmlElement, place: usize, row_px: f64, is_long: bool) {
    let link = move |scroller: &HtmlElement| {
        let found =
            scroller.query_selector(&format!("tr[aria-rowindex=\"{}\"] :is(a, button)", place + 2)).ok().flatten();
        found.and_then(|found| found.dyn_into::<HtmlElement>().ok())
    };
    if is_long {
        let (top, height) = (f64::from(scroller.scroll_top()), f64::from(scroller.client_height()));
        let at = place as f64 * row_px;
        // The head stays over the first row in sight.
        if at < top {
            scroller.set_scroll_top(at as i32);
        } else if at + 3.0 * row_px > top + height {
            scroller.set_scroll_top((at + 3.0 * row_px - height) as i32);
        }
    }
    match link(scroller) {
        Some(link) => drop(link.focus()),
        None => {
            let scroller = scroller.clone();
            let later = move || drop(link(&scroller).map(|link| link.focus()));
            set_timeout(later, std::time::Duration::from_millis(60));
        }
    }
}

/// A row that scrolls out of the document must not take the keyboard with it: the table itself gets it.
fn keep_keyboard(scroller: &HtmlElement, top: f64, height: f64, row_px: f64) {
    let Some(active) = document().active_element().filter(|active| scroller.contains(Some(active))) else { return };
    let Some(place) = place_of(&active) else { return };
    let at = place as f64 * row_px;
    let slack = row_px * (BEYOND - 2) as f64;
    if at + slack < top || at > top + height + slack {
        drop(scroller.focus());
    }
}
