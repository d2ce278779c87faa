//! What a drawing is made of. Positions are per cents of the drawing; what must not stretch (a dot's radius, a sign, a
//! text's offset) is in pixels. The same marks are shown on the page and written into a file.

use std::fmt::Write;

use super::per_cent;

/// A point of a path, in per cent.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Move(f64, f64),
    Line(f64, f64),
    Close,
}

/// A path in per cents. Strokes and not the path's own width carry it, so that it may be stretched.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace(Vec<Step>);

impl Trace {
    /// Goes to a place without drawing.
    pub fn to(&mut self, x: f64, y: f64) -> &mut Self {
        self.0.push(Step::Move(x, y));
        self
    }

    /// Draws to a place.
    pub fn by(&mut self, x: f64, y: f64) -> &mut Self {
        self.0.push(Step::Line(x, y));
        self
    }

    /// Draws back to where the piece began.
    pub fn close(&mut self) -> &mut Self {
        self.0.push(Step::Close);
        self
    }

    /// A rectangle.
    pub fn rect(&mut self, place: Place) -> &mut Self {
        let Place { x, y, width, height } = place;
        self.to(x, y).by(x + width, y).by(x + width, y + height).by(x, y + height).close()
    }

    /// Two strokes across a rectangle, as hatching that needs no pattern.
    pub fn hatch(&mut self, place: Place) -> &mut Self {
        let Place { x, y, width, height } = place;
        self.to(x, y + height / 2.0).by(x + width / 2.0, y);
        self.to(x, y + height).by(x + width, y).to(x + width / 2.0, y + height).by(x + width, y + height / 2.0)
    }

    /// A dot: a stroke without length, round by its ends.
    pub fn dot(&mut self, x: f64, y: f64) -> &mut Self {
        self.to(x, y).by(x, y)
    }

    /// Whether nothing is drawn.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The path for a drawing of `width` × `height` units whose upper left is at `x`, `y`.
    pub fn data(&self, x: f64, y: f64, width: f64, height: f64) -> String {
        let mut path = String::with_capacity(self.0.len() * 12);
        for step in &self.0 {
            let (command, (at, down)) = match *step {
                Step::Move(at, down) => ('M', (at, down)),
                Step::Line(at, down) => ('L', (at, down)),
                Step::Close => {
                    path.push('Z');
                    continue;
                }
            };
            let (at, down) = (short(x + at * width / 100.0), short(y + down * height / 100.0));
            // Writing to a string cannot fail.
            let _ = write!(path, "{command}{at} {down}");
        }
        path
    }
}

/// At most one decimal.
fn short(value: f64) -> f64 {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// A rectangle of the drawing, in per cent.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
}

impl Place {
    /// A rectangle, a little smaller on all sides: `gap_x`, `gap_y` between it and its neighbours.
    pub fn inset(self, gap_x: f64, gap_y: f64) -> Self {
        Self {
            x: self.x + gap_x / 2.0,
            y: self.y + gap_y / 2.0,
            width: (self.width - gap_x).max(self.width / 2.0),
            height: (self.height - gap_y).max(self.height / 2.0),
        }
    }

    /// The cell of a grid of equal cells.
    pub fn cell(column: usize, columns: usize, row: usize, rows: usize) -> Self {
        let (width, height) = (100.0 / columns.max(1) as f64, 100.0 / rows.max(1) as f64);
        Self { x: column as f64 * width, y: row as f64 * height, width, height }
    }
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle.
    Rect(Place),
    /// A line from (x, y) to (x, y).
    Line([f64; 4]),
    /// A path.
    Trace(Trace),
    /// A circle: its middle, its radius in pixels.
    Dot(f64, f64, f64),
    /// A sign: its middle, and its path in pixels around it. Plain commands only: M, L, H, V, Z and A.
    Sign(f64, f64, &'static str),
    /// A text: where it is anchored, its offset in pixels.
    Text(f64, f64, [f64; 2], String),
}

/// A mark of a drawing. How it looks is its class's.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its classes.
    pub class: &'static str,
    /// What is drawn.
    pub shape: Shape,
}

impl Mark {
    /// A rectangle.
    pub const fn rect(class: &'static str, place: Place) -> Self {
        Self { class, shape: Shape::Rect(place) }
    }

    /// A line across, at a height.
    pub const fn across(class: &'static str, y: f64) -> Self {
        Self { class, shape: Shape::Line([0.0, y, 100.0, y]) }
    }

    /// A line from top to bottom.
    pub const fn down(class: &'static str, x: f64) -> Self {
        Self { class, shape: Shape::Line([x, 0.0, x, 100.0]) }
    }

    /// Any line.
    pub const fn line(class: &'static str, from: [f64; 2], to: [f64; 2]) -> Self {
        Self { class, shape: Shape::Line([from[0], from[1], to[0], to[1]]) }
    }

    /// A path.
    pub const fn trace(class: &'static str, trace: Trace) -> Self {
        Self { class, shape: Shape::Trace(trace) }
    }

    /// A circle.
    pub const fn dot(class: &'static str, x: f64, y: f64, radius_px: f64) -> Self {
        Self { class, shape: Shape::Dot(x, y, radius_px) }
    }

    /// A sign.
    pub const fn sign(class: &'static str, x: f64, y: f64, path: &'static str) -> Self {
        Self { class, shape: Shape::Sign(x, y, path) }
    }

    /// A text, with its offset in pixels.
    pub const fn text(class: &'static str, x: f64, y: f64, offset: [f64; 2], text: String) -> Self {
        Self { class, shape: Shape::Text(x, y, offset, text) }
    }
}

/// The marks as SVG elements, to stand in an `svg` that is not scaled. Texts are escaped: they are never markup.
pub fn markup(marks: &[Mark]) -> String {
    let mut svg = String::with_capacity(marks.len() * 80);
    for Mark { class, shape } in marks {
        // Writing to a string cannot fail.
        let _ = match shape {
            Shape::Rect(Place { x, y, width, height }) => write!(
                svg,
                "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                per_cent(*x),
                per_cent(*y),
                per_cent(width.max(0.0)),
                per_cent(height.max(0.0))
            ),
            Shape::Line([x1, y1, x2, y2]) => write!(
                svg,
                "<line class=\"{class}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
                per_cent(*x1),
                per_cent(*y1),
                per_cent(*x2),
                per_cent(*y2)
            ),
            Shape::Trace(trace) => write!(
                svg,
                "<svg viewBox=\"0 0 1000 100\" preserveAspectRatio=\"none\" width=\"100%\" height=\"100%\"><path \
                 class=\"{class}\" d=\"{}\"/></svg>",
                trace.data(0.0, 0.0, 1000.0, 100.0)
            ),
            Shape::Dot(x, y, radius) => {
                write!(
                    svg,
                    "<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{radius}\"/>",
                    per_cent(*x),
                    per_cent(*y)
                )
            }
            Shape::Sign(x, y, path) => write!(
                svg,
                "<svg x=\"{}\" y=\"{}\" width=\"1\" height=\"1\" overflow=\"visible\"><path class=\"{class}\" \
                 d=\"{path}\"/></svg>",
                per_cent(*x),
                per_cent(*y)
            ),
            Shape::Text(x, y, [dx, dy], text) => write!(
                svg,
                "<text class=\"{class}\" x=\"{}\" y=\"{}\" dx=\"{dx}\" dy=\"{dy}\">{}</text>",
                per_cent(*x),
                per_cent(*y),
                escaped(text)
            ),
        };
    }
    svg
}

/// Text as it may stand in markup.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trace_is_scaled_to_its_drawing() {
        let mut trace = Trace::default();
        trace.rect(Place { x: 10.0, y: 20.0, width: 30.0, height: 40.0 });
        assert_eq!(trace.data(0.0, 0.0, 1000.0, 100.0), "M100 20L400 20L400 60L100 60Z");
        assert_eq!(trace.data(40.0, 10.0, 500.0, 200.0), "M90 50L240 50L240 130L90 130Z");
    }

    #[test]
    fn a_text_is_never_markup() {
        let mark = Mark::text("ax", 50.0, 100.0, [0.0, -4.0], "<script>\"a\" & 'b'".to_owned());
        assert_eq!(
            markup(&[mark]),
            "<text class=\"ax\" x=\"50%\" y=\"100%\" dx=\"0\" dy=\"-4\">&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;</text>"
        );
    }

    #[test]
    fn a_cell_leaves_room_to_its_neighbours_and_never_vanishes() {
        let cell = Place::cell(3, 10, 1, 4);
        assert_eq!(cell, Place { x: 30.0, y: 25.0, width: 10.0, height: 25.0 });
        assert_eq!(cell.inset(1.0, 5.0), Place { x: 30.5, y: 27.5, width: 9.0, height: 20.0 });
        assert!(Place::cell(0, 365, 0, 1).inset(1.0, 0.0).width > 0.1);
    }

    #[test]
    fn strokes_stretch_and_signs_do_not() {
        let mut trace = Trace::default();
        trace.to(0.0, 50.0).by(100.0, 50.0);
        let svg = markup(&[Mark::trace("line", trace), Mark::sign("mk", 25.0, 50.0, "M-4 0L0 4")]);
        assert!(svg.contains("preserveAspectRatio=\"none\"") && svg.contains("d=\"M0 50L1000 50\""), "{svg}");
        assert!(svg.contains("<svg x=\"25%\" y=\"50%\"") && svg.contains("d=\"M-4 0L0 4\""), "{svg}");
    }
}
