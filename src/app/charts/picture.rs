//! A whole chart as a drawing: strips one below the other, a scale at their left, a legend. For the page it is marks; for
//! a file it is laid out in pixels, with the paints that the page's style gives to its classes.

use std::{collections::BTreeMap, fmt::Write};

use super::{
    Place,
    mark::{Mark, Shape, escaped},
};
use crate::model::order;

/// One strip of a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strip {
    /// The class that gives it its height on the page; none: `height` pixels.
    pub class: &'static str,
    /// Its height in a file, in pixels.
    pub height: f64,
    /// What stands at its left: the names of values.
    pub left: Vec<Mark>,
    /// What it shows.
    pub marks: Vec<Mark>,
}

/// An entry of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// What it looks like, in a swatch of 24 × 12 pixels.
    pub marks: Vec<Mark>,
    /// What it is.
    pub text: String,
}

impl Picture {
    /// Whether it is wider than a phone, and moves sideways there: its columns need room.
    pub fn pans(&self) -> bool {
        self.class.ends_with(" pans")
    }
}

impl Key {
    /// A line of a class.
    pub fn line(class: &'static str, text: impl Into<String>) -> Self {
        Self { marks: vec![Mark::across(class, 50.0)], text: text.into() }
    }

    /// An area of a class.
    pub fn area(class: &'static str, text: impl Into<String>) -> Self {
        let place = Place { x: 25.0, y: 0.0, width: 50.0, height: 100.0 };
        Self { marks: vec![Mark::rect(class, place)], text: text.into() }
    }

    /// A dot or a sign in the middle.
    pub fn sign(mark: Mark, text: impl Into<String>) -> Self {
        Self { marks: vec![mark], text: text.into() }
    }
}

/// A chart as a drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// The class that gives the scale at the left its width on the page; none: that of a few digits.
    pub class: &'static str,
    /// The width of the scale in a file, in pixels.
    pub left: f64,
    /// From top to bottom.
    pub strips: Vec<Strip>,
    /// The strip on which the cursor moves.
    pub main: usize,
    /// The legend.
    pub keys: Vec<Key>,
}

/// How the marks of a class are painted: what the page's style says of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paint {
    /// The colour of areas and texts; none: not filled.
    pub fill: Option<String>,
    /// The colour of strokes; none: not stroked.
    pub stroke: Option<String>,
    /// The width of strokes, in pixels.
    pub width: f64,
    /// Dashes and gaps, in pixels; empty: none.
    pub dashes: Vec<f64>,
    /// Whether strokes have round ends.
    pub round: bool,
    /// 0 to 1.
    pub opacity: f64,
    /// The size of a text, in pixels.
    pub size: f64,
    /// The weight of a text.
    pub weight: String,
    /// Where a text is anchored: `start`, `middle`, `end`.
    pub anchor: String,
}

/// What a file holds, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A path.
    Path(&'static str, String),
    /// A text at a place.
    Text(&'static str, f64, f64, String),
}

/// A drawing in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// From back to front.
    pub items: Vec<Item>,
}

/// The class of a sheet's title.
pub const TITLE: &str = "sheet-title";
/// The class of a sheet's other texts.
pub const NOTE: &str = "sheet-note";
/// The size of a sheet's title and of its other texts, in pixels.
pub const SIZES: (f64, f64) = (16.0, 12.0);

const MARGIN: f64 = 20.0;
/// About the width of a letter of 12 pixels.
const LETTER: f64 = 6.4;
const SWATCH: f64 = 24.0;
const LINE: f64 = 18.0;

impl Picture {
    /// All classes that are drawn, each once.
    pub fn classes(&self) -> Vec<&'static str> {
        let marks = self.strips.iter().flat_map(|strip| strip.left.iter().chain(&strip.marks));
        let mut classes: Vec<&str> =
            marks.chain(self.keys.iter().flat_map(|key| &key.marks)).map(|mark| mark.class).collect();
        order::sort(&mut classes);
        classes.dedup();
        classes
    }

    /// The chart on a sheet of that width: title, subtitle, strips, legend.
    pub fn sheet(&self, width: f64, title: &str, about: &str) -> Sheet {
        let mut items = vec![Item::Text(TITLE, MARGIN, MARGIN + 14.0, title.to_owned())];
        let mut y = MARGIN + 14.0;
        for line in wrapped(about, ((width - 2.0 * MARGIN) / LETTER) as usize) {
            y += LINE;
            items.push(Item::Text(NOTE, MARGIN, y, line));
        }
        y += LINE;
        let x = MARGIN + self.left + 6.0;
        let wide = width - MARGIN - x;
        for strip in &self.strips {
            for mark in &strip.left {
                put(&mut items, mark, [MARGIN, y, self.left, strip.height]);
            }
            for mark in &strip.marks {
                put(&mut items, mark, [x, y, wide, strip.height]);
            }
            y += strip.height;
        }
        let mut at = MARGIN;
        for (place, key) in self.keys.iter().enumerate() {
            let long = SWATCH + 6.0 + LETTER * key.text.chars().count() as f64 + 16.0;
            if place == 0 || at + long > width - MARGIN {
                y += LINE;
                at = MARGIN;
            }
            for mark in &key.marks {
                put(&mut items, mark, [at, y - 10.0, SWATCH, 12.0]);
            }
            items.push(Item::Text(NOTE, at + SWATCH + 6.0, y, key.text.clone()));
            at += long;
        }
        Sheet { width, height: y + MARGIN, items }
    }
}

/// A mark in pixels: in the frame `x`, `y`, `width`, `height`.
fn put(items: &mut Vec<Item>, mark: &Mark, [x, y, width, height]: [f64; 4]) {
    let right = |at: f64| round(x + at * width / 100.0);
    let down = |at: f64| round(y + at * height / 100.0);
    let class = mark.class;
    items.push(match &mark.shape {
        Shape::Rect(place) => {
            let (left, top) = (right(place.x), down(place.y));
            let (end, bottom) = (right(place.x + place.width), down(place.y + place.height));
            Item::Path(class, format!("M{left} {top}H{end}V{bottom}H{left}Z"))
        }
        Shape::Line([x1, y1, x2, y2]) => {
            Item::Path(class, format!("M{} {}L{} {}", right(*x1), down(*y1), right(*x2), down(*y2)))
        }
        Shape::Trace(trace) => Item::Path(class, trace.data(x, y, width, height)),
        Shape::Dot(at, from_top, radius) => {
            let (at, from_top, radius) = (right(*at), down(*from_top), *radius);
            let (left, across) = (round(at - radius), round(2.0 * radius));
            Item::Path(
                class,
                format!("M{left} {from_top}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0 -{across} 0Z"),
            )
        }
        Shape::Sign(at, from_top, path) => Item::Path(class, moved(path, right(*at), down(*from_top))),
        Shape::Text(at, from_top, [dx, dy], text) => {
            Item::Text(class, round(right(*at) + dx), round(down(*from_top) + dy), text.clone())
        }
    });
}

fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// A path of `M` and `L` pairs, moved.
fn moved(path: &str, x: f64, y: f64) -> String {
    let mut text = String::new();
    for piece in path.split_inclusive(['M', 'L', 'Z']) {
        let (numbers, command) = piece.split_at(piece.len() - usize::from(piece.ends_with(['M', 'L', 'Z'])));
        if let Some((at, down)) = numbers.split_once(' ')
            && let (Ok(at), Ok(down)) = (at.parse::<f64>(), down.parse::<f64>())
        {
            // Writing to a string cannot fail.
            let _ = write!(text, "{} {}", round(at + x), round(down + y));
        }
        text.push_str(command);
    }
    text
}

/// A text in lines of at most that many letters, broken at spaces.
fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

impl Sheet {
    /// The sheet as an SVG file that needs no style from elsewhere. `paper` is the colour behind it.
    pub fn svg(&self, paints: &BTreeMap<&'static str, Paint>, paper: &str) -> String {
        let Self { width, height, items } = self;
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} \
             {height}\" font-family=\"system-ui, sans-serif\">\n<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n",
            escaped(paper)
        );
        for item in items {
            // Writing to a string cannot fail.
            let _ = match item {
                Item::Path(class, path) => writeln!(svg, "<path d=\"{path}\"{}/>", attributes(paints.get(class))),
                Item::Text(class, x, y, text) => {
                    let paint = paints.get(class);
                    let font = paint.map(|paint| {
                        format!(
                            " font-size=\"{}\" font-weight=\"{}\" text-anchor=\"{}\" paint-order=\"stroke\"",
                            paint.size, paint.weight, paint.anchor
                        )
                    });
                    writeln!(
                        svg,
                        "<text x=\"{x}\" y=\"{y}\"{}{}>{}</text>",
                        attributes(paint),
                        font.unwrap_or_default(),
                        escaped(text)
                    )
                }
            };
        }
        svg.push_str("</svg>\n");
        svg
    }
}

fn attributes(paint: Option<&Paint>) -> String {
    let Some(paint) = paint else { return String::new() };
    let mut text = format!(" fill=\"{}\"", paint.fill.as_deref().map_or("none".into(), escaped));
    if let Some(stroke) = &paint.stroke {
        // Writing to a string cannot fail.
        let _ = write!(text, " stroke=\"{}\" stroke-width=\"{}\"", escaped(stroke), paint.width);
        if !paint.dashes.is_empty() {
            let dashes: Vec<String> = paint.dashes.iter().map(f64::to_string).collect();
            let _ = write!(text, " stroke-dasharray=\"{}\"", dashes.join(" "));
        }
        if paint.round {
            text.push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        }
    }
    if paint.opacity < 1.0 {
        let _ = write!(text, " opacity=\"{}\"", paint.opacity);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture() -> Picture {
        let place = Place { x: 50.0, y: 0.0, width: 25.0, height: 100.0 };
        Picture {
            left: 40.0,
            strips: vec![
                Strip { height: 100.0, marks: vec![Mark::rect("bar", place)], ..Strip::default() },
                Strip {
                    height: 20.0,
                    left: vec![Mark::text("ax", 100.0, 50.0, [0.0, 4.0], "<b>".to_owned())],
                    marks: vec![Mark::sign("mk", 0.0, 50.0, "M-4 0L0 4L4 0Z")],
                    ..Strip::default()
                },
            ],
            keys: vec![Key::line("bar", "calls"); 12],
            ..Picture::default()
        }
    }

    #[test]
    fn a_sheet_holds_the_strips_one_below_the_other_and_wraps_the_legend() {
        let sheet = picture().sheet(566.0, "Title", "About");
        let paths: Vec<&str> = sheet
            .items
            .iter()
            .filter_map(|item| if let Item::Path(_, path) = item { Some(&**path) } else { None })
            .collect();
        // Title at 34, subtitle at 52, strips from 70; the scale is 40 wide, so the drawing spans 66 to 546.
        assert_eq!(paths[0], "M306 70H426V170H306Z");
        assert_eq!(paths[1], "M62 180L66 184L70 180Z");
        let rows: Vec<f64> = sheet
            .items
            .iter()
            .filter_map(
                |item| if let Item::Text(_, _, y, text) = item { (text == "calls").then_some(*y) } else { None },
            )
            .collect();
        assert_eq!(rows.len(), 12);
        assert!(rows[0] < rows[11] && sheet.height > rows[11]);
    }

    #[test]
    fn a_file_carries_its_paints_and_escapes_its_texts() {
        let paint = Paint { fill: Some("rgb(1,2,3)".to_owned()), opacity: 0.5, ..Paint::default() };
        let paints = BTreeMap::from([("bar", paint)]);
        let svg = picture().sheet(600.0, "A & B", "").svg(&paints, "#fff");
        assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\""));
        assert!(svg.contains("fill=\"rgb(1,2,3)\" opacity=\"0.5\""), "{svg}");
        assert!(svg.contains("A &amp; B") && svg.contains("&lt;b&gt;") && !svg.contains("<b>"), "{svg}");
        assert!(!svg.contains("class="), "a file has no style to look up");
    }

    #[test]
    fn each_class_is_asked_for_once() {
        assert_eq!(picture().classes(), ["ax", "bar", "mk"]);
    }
}
