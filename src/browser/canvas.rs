//! Pictures made of pixels, and what the page's style says of an element. A picture is painted path by path: none is
//! loaded, so the page's policy can go on forbidding all that do not come from the page itself.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Blob, CanvasRenderingContext2d, CssStyleDeclaration, Element, HtmlCanvasElement, Path2d};

use super::download;

/// The style of an element, as the browser has worked it out.
pub struct Style(CssStyleDeclaration);

impl Style {
    /// The style of the first element under `root` that a selector finds, or of `root` itself where it is empty.
    pub fn of(root: &Element, selector: &str) -> Option<Self> {
        let element = if selector.is_empty() { root.clone() } else { root.query_selector(selector).ok()?? };
        web_sys::window()?.get_computed_style(&element).ok()?.map(Self)
    }

    /// A property; empty where there is none.
    pub fn get(&self, name: &str) -> String {
        self.0.get_property_value(name).unwrap_or_default()
    }

    /// A length in pixels, or a bare number; 0 where it is none.
    pub fn number(&self, name: &str) -> f64 {
        self.get(name).trim_end_matches("px").parse().unwrap_or(0.0)
    }

    /// A colour that every program understands; `None` for none. A mix of colours is painted, and the pixel is asked.
    pub fn colour(&self, name: &str) -> Option<String> {
        let colour = Some(self.get(name)).filter(|colour| colour != "none" && !colour.is_empty())?;
        if colour.starts_with("rgb") {
            return Some(colour);
        }
        let canvas = Canvas::new(1.0, 1.0, 1.0, &colour).ok()?;
        let pixel = canvas.context.get_image_data(0.0, 0.0, 1.0, 1.0).ok()?.data().0;
        let [red, green, blue, alpha] = *pixel.as_slice() else { return Some(colour) };
        Some(format!("rgba({red}, {green}, {blue}, {})", f64::from(alpha) / 255.0))
    }
}

/// A picture under way.
pub struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Canvas {
    /// A sheet of a colour, with `scale` pixels to each unit.
    ///
    /// # Errors
    /// What the browser threw.
    pub fn new(width: f64, height: f64, scale: f64, paper: &str) -> Result<Self, JsValue> {
        let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
        let element = document.create_element("canvas")?.unchecked_into::<HtmlCanvasElement>();
        element.set_width((width * scale).ceil() as u32);
        element.set_height((height * scale).ceil() as u32);
        let context = element.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into::<CanvasRenderingContext2d>();
        context.scale(scale, scale)?;
        context.set_fill_style_str(paper);
        context.fill_rect(0.0, 0.0, width, height);
        context.set_line_join("round");
        Ok(Self { element, context })
    }

    /// How strokes are drawn from now on.
    ///
    /// # Errors
    /// What the browser threw.
    pub fn pen(&self, width: f64, dashes: &[f64], cap: &str, opacity: f64) -> Result<(), JsValue> {
        self.context.set_global_alpha(opacity);
        self.context.set_line_width(width);
        self.context.set_line_cap(cap);
        self.context.set_line_dash(&dashes.iter().copied().map(JsValue::from_f64).collect::<Array>())
    }

    /// A path, filled and stroked in these colours.
    ///
    /// # Errors
    /// What the browser threw.
    pub fn path(&self, data: &str, fill: Option<&str>, stroke: Option<&str>) -> Result<(), JsValue> {
        let path = Path2d::new_with_path_string(data)?;
        if let Some(fill) = fill {
            self.context.set_fill_style_str(fill);
            self.context.fill_with_path_2d(&path);
        }
        if let Some(stroke) = stroke {
            self.context.set_stroke_style_str(stroke);
            self.context.stroke_with_path(&path);
        }
        Ok(())
    }

    /// A text at a place: its stroke lies behind it. `align` is `left`, `center` or `right`.
    ///
    /// # Errors
    /// What the browser threw.
    pub fn text(
        &self,
        text: &str,
        [x, y]: [f64; 2],
        [font, align]: [&str; 2],
        fill: Option<&str>,
        stroke: Option<&str>,
    ) -> Result<(), JsValue> {
        self.context.set_font(font);
        self.context.set_text_align(align);
        if let Some(stroke) = stroke {
            self.context.set_stroke_style_str(stroke);
            self.context.stroke_text(text, x, y)?;
        }
        if let Some(fill) = fill {
            self.context.set_fill_style_str(fill);
            self.context.fill_text(text, x, y)?;
        }
        Ok(())
    }

    /// Saves the picture as PNG; then says whether it could.
    pub fn save(self, name: &str, told: impl Fn(bool) + 'static) {
        let name = name.to_owned();
        let taken = Closure::once_into_js(move |blob: Option<Blob>| {
            told(blob.is_some_and(|blob| download::save_blob(&name, &blob).is_ok()));
        });
        // A canvas that holds nothing from elsewhere is never refused.
        let _ = self.element.to_blob(taken.unchecked_ref());
    }
}
