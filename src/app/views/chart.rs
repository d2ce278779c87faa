//! The frame of every chart: its title, what its hand (`chart_hand.rs`) says and chooses, the table twin, the files.
//! What a chart shows is a [`Plot`]; nothing here knows which one.
//!
//! A chart below the fold is made after the first paint, one a task, in room that is kept for it. What is drawn is put in
//! as one text, which the browser reads faster than elements can be made; the parts that are used by hand stay.

use std::sync::Arc;

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

use super::{Icon, chart_files, chart_hand::Hand, later, live::live};
use crate::{
    app::{
        App, Shared,
        charts::{Key, Mark, Picture, Strip, escaped, markup},
        format,
        plots::{At, Plot, Table},
        words::{Lang, charts as words},
    },
    model::Day,
};

/// A chart, with what stands over it.
pub struct Drawing {
    /// What it shows, as a sentence where it can.
    pub title: String,
    /// Its axis.
    pub about: String,
    /// The chart.
    pub plot: Arc<dyn Plot>,
    /// What it looks like.
    pub picture: Picture,
    /// Whether its days can be chosen.
    pub(super) chooses: bool,
}

impl Drawing {
    /// A chart with its title and subtitle.
    pub fn new(title: impl Into<String>, about: impl Into<String>, plot: impl Plot + 'static) -> Self {
        let plot: Arc<dyn Plot> = Arc::new(plot);
        Self { title: title.into(), about: about.into(), picture: plot.picture(), plot, chooses: true }
    }

    /// The same, of days that are not the user's: none is chosen there.
    #[must_use]
    pub fn still(self) -> Self {
        Self { chooses: false, ..self }
    }

    /// The day at a place, where days can be chosen.
    pub(super) fn day(&self, at: At) -> Option<Day> {
        self.plot.day(at).filter(|_| self.chooses)
    }
}

/// What has become of a chart.
#[derive(Clone, PartialEq)]
pub enum Drawn {
    /// Its turn has not come.
    Waiting,
    /// There is nothing to show.
    Nothing,
    /// It is shown.
    Chart(Shared<Drawing>),
}

impl From<Option<Drawing>> for Drawn {
    fn from(drawing: Option<Drawing>) -> Self {
        drawing.map_or(Self::Nothing, |drawing| Self::Chart(Shared::new(drawing)))
    }
}

/// When a chart is made.
#[derive(Clone, Copy)]
pub enum Turn {
    /// With the view.
    Now,
    /// After the first paint; until then, so many pixels are kept for it.
    Later(u16),
    /// The same, and again at each turn of a page.
    Paged(u16, RwSignal<usize>),
}

/// Makes a chart from the state; `None` where there is nothing to show.
pub type Maker = Box<dyn Fn() -> Option<Drawing> + Send + Sync>;

/// One chart in its panel. `id` names it for tests and files; `more` stands at the right of its title.
pub fn chart(id: &'static str, class: &'static str, turn: Turn, more: Option<AnyView>, make: Maker) -> AnyView {
    let app = App::here();
    let (drawn, kept) = match turn {
        Turn::Now => (Memo::new(move |_| Drawn::from(make())).into(), 0),
        Turn::Later(pixels) => (later::signal(app, None, make), pixels),
        Turn::Paged(pixels, page) => (later::signal(app, Some(page), make), pixels),
    };
    let hand = Hand::new(app, drawn);
    let panel = NodeRef::<html::Section>::new();
    let waits = move || drawn.with(|drawn| matches!(drawn, Drawn::Waiting));
    view! {
        <section
            class=class
            data-chart=id
            node_ref=panel
            hidden=move || drawn.with(|drawn| matches!(drawn, Drawn::Nothing))
            aria-busy=move || waits().then_some("true")
            style:min-block-size=move || waits().then(|| format!("{kept}px"))
        >
            <div class="panel-head">
                <h2 hidden=waits>{live(move || hand.with(|drawing| drawing.title.clone()))}</h2>
                {chosen(hand)}
                {more}
                <div class="swap">
                    <p class="sub">{live(move || hand.with(|drawing| drawing.about.clone()))}</p>
                    <p class="read-out">{live(move || hand.said())}</p>
                </div>
            </div>
            <div class="panel-body" hidden=waits>
                <div
                    class=move || hand.with(|drawing| format!("plot {}", drawing.picture.class))
                    style:--columns=move || hand.with(|drawing| drawing.plot.size().0.to_string())
                >
                    {scale(hand)}
                    <div class="pan">{stage(hand)}</div>
                </div>
                <div class="chart-end">
                    {html("legend", move || hand.with(|drawing| legend(&drawing.picture.keys)))}
                    {foot(id, hand, panel)}
                </div>
                {live(move || twin(hand))}
            </div>
        </section>
    }
    .into_any()
}

/// What is drawn, as one text.
fn html(class: &'static str, text: impl Fn() -> Option<String> + Send + 'static) -> AnyView {
    let text: Box<dyn Fn() -> String + Send> = Box::new(move || text().unwrap_or_default());
    view! { <div class=class inner_html=text></div> }.into_any()
}

/// Marks that lie over what is drawn.
fn over(class: &'static str, marks: impl Fn() -> Option<Vec<Mark>> + Send + 'static) -> AnyView {
    let text: Box<dyn Fn() -> String + Send> = Box::new(move || markup(&marks().unwrap_or_default()));
    view! { <svg class=class aria-hidden="true" inner_html=text></svg> }.into_any()
}

/// The chosen days, to be let go, where the chart has days.
fn chosen(hand: Hand) -> AnyView {
    let chosen = move || {
        let lang = hand.app.lang.get();
        let has_days = hand.with(|drawing| drawing.day(drawing.plot.start()).is_some()).unwrap_or(false);
        hand.app.selection.get().filter(|_| has_days).map(|span| {
            let days = words::span_short(lang, span);
            let label = format!("{}{}{days}. {}", words::CHOSEN.to(lang), format::colon(lang), words::ALL_DAYS.to(lang));
            view! {
                <button class="btn tiny chosen" type="button" aria-label=label on:click=move |_| hand.app.selection.clear()>
                    {days}<Icon name="close"/>
                </button>
            }
        })
    };
    live(chosen).into_any()
}

/// The names of values at the left; those of numbers open them.
fn scale(hand: Hand) -> AnyView {
    let part = move |text: &mut String, strip: &Strip| svg(text, strip, &strip.left);
    let draw = move || {
        hand.with(|drawing| {
            let mut text = String::new();
            drawing.picture.strips.iter().for_each(|strip| part(&mut text, strip));
            text
        })
    };
    let text: Box<dyn Fn() -> String + Send> = Box::new(move || draw().unwrap_or_default());
    let open = move |event: ev::MouseEvent| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else { return };
        let Ok(Some(strip)) = target.closest("svg[data-main]") else { return };
        let place = strip.get_bounding_client_rect();
        let down = (f64::from(event.client_y()) - place.top()) / place.height();
        if let Some(at) = hand.with_untracked(|drawing| drawing.plot.find(0.0, down)) {
            hand.open(at);
        }
    };
    view! { <div class="scale" aria-hidden="true" on:click=open inner_html=text></div> }.into_any()
}

/// A strip as an element. Where no class gives it a height, its own attribute does.
fn svg(text: &mut String, strip: &Strip, marks: &[Mark]) {
    text.push_str("<svg aria-hidden=\"true\" ");
    if strip.class.is_empty() {
        text.push_str(&format!("data-main height=\"{}\">", strip.height));
    } else {
        text.push_str(&format!("class=\"{}\">", strip.class));
    }
    text.push_str(&markup(marks));
    text.push_str("</svg>");
}

/// What the cursor moves on.
fn stage(hand: Hand) -> AnyView {
    let strips = move |of: fn(usize, usize) -> bool| {
        hand.with(|drawing| {
            let mut text = String::new();
            let main = drawing.picture.main;
            for (_, strip) in drawing.picture.strips.iter().enumerate().filter(|(at, _)| of(*at, main)) {
                svg(&mut text, strip, &strip.marks);
            }
            text
        })
    };
    let main = NodeRef::<html::Div>::new();
    let find = move |event: &ev::PointerEvent| {
        let place = main.get_untracked()?.get_bounding_client_rect();
        let x = (f64::from(event.client_x()) - place.left()) / place.width();
        let y = (f64::from(event.client_y()) - place.top()) / place.height();
        hand.with_untracked(|drawing| {
            let at = drawing.plot.find(x, y);
            (at, drawing.day(at))
        })
    };
    let grab = move |event: ev::PointerEvent| {
        let Some((at, day)) = find(&event).filter(|_| event.button() == 0) else { return };
        hand.cursor.set(Some(at));
        hand.anchor.set_value(day);
        if let (Some(_), Some(target)) = (day, event.current_target()) {
            // Without capture, the choice ends where the pointer leaves.
            let _ = target.unchecked_into::<web_sys::Element>().set_pointer_capture(event.pointer_id());
        }
    };
    let drag = move |event: ev::PointerEvent| {
        let Some((at, day)) = find(&event) else { return };
        if hand.cursor.get_untracked() != Some(at) {
            hand.cursor.set(Some(at));
        }
        if let (Some(from), Some(to), true) = (hand.anchor.get_value(), day, event.buttons() & 1 == 1) {
            let span = (from.min(to), from.max(to));
            if from != to || hand.brush.get_untracked().is_some() {
                hand.brush.set(Some(span));
            }
        }
    };
    let drop = move |_: ev::PointerEvent| {
        hand.anchor.set_value(None);
        if let Some((from, to)) = hand.brush.get_untracked() {
            hand.brush.set(None);
            hand.app.selection.set(from, to);
        }
    };
    let leave = move |event: ev::PointerEvent| {
        // A finger leaves as it is lifted: what it has pointed at stays said.
        if hand.anchor.get_value().is_none() && event.pointer_type() != "touch" {
            hand.cursor.set(None);
        }
    };
    let twice = move |_: ev::MouseEvent| {
        if let Some(at) = hand.cursor.get_untracked() {
            hand.open(at);
        }
    };
    let chosen = move |on_axis: bool| {
        let (from, to) = hand.brush.get().or_else(|| hand.app.selection.get())?;
        hand.with(|drawing| {
            if drawing.chooses && drawing.plot.axis().is_some() == on_axis {
                drawing.plot.chosen(from, to)
            } else {
                Vec::new()
            }
        })
    };
    let spot = move || hand.with(|drawing| hand.at(&*drawing.plot).map(|at| drawing.plot.spot(at))).flatten();
    let places = move |ask: fn(&dyn Plot, Option<At>) -> usize| {
        hand.with(|drawing| ask(&*drawing.plot, hand.at(&*drawing.plot))).unwrap_or(0)
    };
    let main_strip: Box<dyn Fn() -> String + Send> =
        Box::new(move || strips(|at, main| at == main).unwrap_or_default());
    view! {
        <div
            class="cursor"
            tabindex="0"
            role="slider"
            aria-label=move || hand.with(|drawing| drawing.title.clone())
            aria-valuemin="0"
            aria-valuemax=move || places(|plot, _| (plot.size().0 * plot.size().1).saturating_sub(1))
            aria-valuenow=move || places(|plot, at| {
                let at = at.unwrap_or_else(|| plot.start());
                at.row * plot.size().0 + at.column
            })
            aria-valuetext=move || hand.said()
            on:pointerdown=grab
            on:pointermove=drag
            on:pointerup=drop
            on:pointercancel=move |_| { hand.anchor.set_value(None); hand.brush.set(None); }
            on:pointerleave=leave
            on:dblclick=twice
            on:keydown=move |event| hand.press(&event)
        >
            {html("strips", move || strips(|at, main| at < main))}
            <div class="main" node_ref=main>
                <div class="strips" inner_html=main_strip></div>
                {over("over", move || chosen(false))}
                {over("over", spot)}
            </div>
            {html("strips", move || strips(|at, main| at > main))}
            {over("over", move || chosen(true))}
        </div>
    }
    .into_any()
}

/// The legend. Its texts are escaped: a campaign's name is no markup.
fn legend(keys: &[Key]) -> String {
    let mut text = String::new();
    for key in keys {
        text.push_str("<span><svg aria-hidden=\"true\">");
        text.push_str(&markup(&key.marks));
        text.push_str("</svg>");
        text.push_str(&escaped(&key.text));
        text.push_str("</span>");
    }
    text
}

/// The buttons for the table twin and the files.
fn foot(id: &'static str, hand: Hand, panel: NodeRef<html::Section>) -> AnyView {
    let lang = hand.app.lang;
    let file = move |kind: chart_files::Kind| {
        let save = move |_| {
            if let (Some(panel), Drawn::Chart(drawing)) = (panel.get_untracked(), hand.drawn.get_untracked()) {
                chart_files::save(hand.app, kind, id, &drawing, &panel);
            }
        };
        let label = move || {
            let title = hand.with(|drawing| drawing.title.clone()).unwrap_or_default();
            format!("{}{}{} ({title})", words::EXPORT.to(lang.get()), format::colon(lang.get()), kind.name())
        };
        view! { <button class="btn quiet tiny" type="button" data-save=kind.name() aria-label=label on:click=save>{kind.name()}</button> }
    };
    let files = chart_files::Kind::ALL.map(file).collect_view();
    view! {
        <div class="chart-foot noprint">
            <button
                class="btn quiet tiny"
                type="button"
                aria-expanded=move || if hand.twin.get() { "true" } else { "false" }
                on:click=move |_| hand.twin.update(|open| *open = !*open)
            >
                <Icon name="table"/>{live(move || words::TABLE.to(lang.get()))}
            </button>
            <span class="push" role="group" aria-label=move || words::EXPORT.to(lang.get())>{files}</span>
        </div>
    }
    .into_any()
}

/// The table twin, once it is asked for.
fn twin(hand: Hand) -> Option<AnyView> {
    let lang = hand.app.lang.get();
    hand.twin.get().then(|| hand.with(|drawing| table(lang, &drawing.title, &drawing.plot.table()))).flatten()
}

/// The figures of a chart as a table.
fn table(lang: Lang, title: &str, table: &Table) -> AnyView {
    let head = table
        .head
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let figure = table.rows.first().and_then(|row| row.get(at)).is_some_and(|cell| cell.is_figure());
            view! { <th scope="col" class=if figure { "n" } else { "" }>{name.clone()}</th> }
        })
        .collect_view();
    let rows = table
        .rows
        .iter()
        .map(|row| {
            let cells = row
                .iter()
                .enumerate()
                .map(|(at, cell)| {
                    let text = cell.shown(lang);
                    match (at, cell.is_figure()) {
                        (0, _) => view! { <th scope="row">{text}</th> }.into_any(),
                        (_, figure) => view! { <td class=if figure { "n" } else { "" }>{text}</td> }.into_any(),
                    }
                })
                .collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="tablewrap scroll twin" tabindex="0" role="region" aria-label=title.to_owned()>
            <table class="t"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}
