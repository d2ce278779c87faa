//! A chart as a file: its drawing as SVG or PNG, its figures as CSV.

use std::collections::BTreeMap;

use leptos::prelude::GetUntracked;
use wasm_bindgen::JsValue;

use super::chart::Drawing;
use crate::{
    app::{
        App,
        charts::{Item, NOTE, Paint, SIZES, Sheet, TITLE},
        words::shell,
    },
    browser::canvas::{Canvas, Style},
};

/// The width of a drawing in a file, in pixels. A phone's user gets as good a file as anyone.
const WIDTH: f64 = 960.0;
/// Pixels of a PNG to each of these.
const SCALE: f64 = 2.0;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The drawing, to be scaled.
    Svg,
    /// The drawing, in twice as many pixels.
    Png,
    /// The figures.
    Csv,
}

/// Each class with its paint.
type Paints = BTreeMap<&'static str, Paint>;

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Svg, Self::Png, Self::Csv];

    /// How it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Svg => "SVG",
            Self::Png => "PNG",
            Self::Csv => "CSV",
        }
    }
}

/// Saves a chart. `panel` shows it: a drawing is painted as it is there, dark where the page is dark.
pub fn save(app: App, kind: Kind, id: &str, drawing: &Drawing, panel: &web_sys::Element) {
    let name = format!("ringwell-{}.{}", id.replace('_', "-"), kind.name().to_lowercase());
    if kind == Kind::Csv {
        app.save(&name, "text/csv", &drawing.plot.table().csv());
        return;
    }
    let sheet = drawing.picture.sheet(WIDTH, &drawing.title, &drawing.about);
    let classes = drawing.picture.classes().into_iter();
    let mut paints: Paints = classes.filter_map(|class| Some((class, paint_of(panel, class)?))).collect();
    paints.insert(TITLE, text_paint(panel, "h2", SIZES.0));
    paints.insert(NOTE, text_paint(panel, ".sub", SIZES.1));
    let paper = Style::of(panel, "").and_then(|style| style.colour("background-color"));
    let paper = paper.unwrap_or_else(|| "#fff".to_owned());
    if kind == Kind::Svg {
        app.save(&name, "image/svg+xml", &sheet.svg(&paints, &paper));
        return;
    }
    let lang = app.lang.get_untracked();
    let said = name.clone();
    let told = move |saved: bool| {
        app.say(if saved { shell::SAVED.with(lang, &[&said]) } else { shell::NOT_SAVED.to(lang).to_owned() });
    };
    match painted(&sheet, &paints, &paper) {
        Ok(canvas) => canvas.save(&name, told),
        Err(_) => told(false),
    }
}

/// How the page paints the marks of a class: by the first of them in the panel. `None` where there is none.
fn paint_of(panel: &web_sys::Element, class: &str) -> Option<Paint> {
    let selector: String = class.split(' ').map(|class| format!(".{class}")).collect();
    let style = Style::of(panel, &selector)?;
    let dashes = style.get("stroke-dasharray");
    let lengths = dashes.split([',', ' ']).filter_map(|dash| dash.trim_end_matches("px").parse().ok());
    Some(Paint {
        fill: style.colour("fill"),
        stroke: style.colour("stroke"),
        width: style.number("stroke-width"),
        dashes: lengths.collect(),
        round: style.get("stroke-linecap") == "round",
        opacity: style.number("opacity"),
        size: style.number("font-size"),
        weight: style.get("font-weight"),
        anchor: style.get("text-anchor"),
    })
}

/// The paint of a sheet's own texts: the colour of an element of the panel.
fn text_paint(panel: &web_sys::Element, selector: &str, size: f64) -> Paint {
    let style = Style::of(panel, selector);
    Paint {
        fill: style.as_ref().and_then(|style| style.colour("color")),
        weight: style.map_or_else(|| "400".to_owned(), |style| style.get("font-weight")),
        opacity: 1.0,
        size,
        anchor: "start".to_owned(),
        ..Paint::default()
    }
}

fn painted(sheet: &Sheet, paints: &Paints, paper: &str) -> Result<Canvas, JsValue> {
    let canvas = Canvas::new(sheet.width, sheet.height, SCALE, paper)?;
    for item in &sheet.items {
        let (Item::Path(class, _) | Item::Text(class, ..)) = item;
        let Some(paint) = paints.get(class) else { continue };
        let (fill, stroke) = (paint.fill.as_deref(), paint.stroke.as_deref());
        canvas.pen(paint.width, &paint.dashes, if paint.round { "round" } else { "butt" }, paint.opacity)?;
        match item {
            Item::Path(_, data) => canvas.path(data, fill, stroke)?,
            Item::Text(_, x, y, text) => {
                let font = format!("{} {}px system-ui, sans-serif", paint.weight, paint.size);
                let align = match &*paint.anchor {
                    "middle" => "center",
                    "end" => "right",
                    _ => "left",
                };
                canvas.text(text, [*x, *y], [&font, align], fill, stroke)?;
            }
        }
    }
    Ok(canvas)
}
