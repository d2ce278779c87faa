//! The sheet that is printed in place of the page: built from the same markup as the file, in a shadow of its own, so
//! that neither style touches the other. The policy forbids inline style; a sheet adopted by a script is none.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement};

use crate::report::markup::{DRAWN, Element, Node};

/// The id of the element that holds it; `print.css` shows it alone.
const HOST: &str = "paper";
const SVG: &str = "http://www.w3.org/2000/svg";
/// What is inside the margins of an A4 sheet, in millimetres (`style/sheet.css`).
const INSIDE_MM: (f64, f64) = (184.0, 272.0);
/// CSS pixels per millimetre.
const PIXELS: f64 = 96.0 / 25.4;
/// Smaller than this nobody reads it: it takes a second page.
const LEAST_ZOOM: f64 = 0.72;

/// Lays a sheet beside the page, to be printed instead of it, shrunk a little where it is longer than a page.
///
/// # Errors
/// What the browser threw.
pub fn lay(sheet: &Element, style: &str) -> Result<(), JsValue> {
    clear();
    let document = document()?;
    let host = document.create_element("div")?.unchecked_into::<HtmlElement>();
    host.set_id(HOST);
    let open = Object::new();
    Reflect::set(&open, &"mode".into(), &"open".into())?;
    let shadow = call(&host, "attachShadow", &open)?;
    let sheets = Array::of1(&adopted(style)?);
    Reflect::set(&shadow, &"adoptedStyleSheets".into(), &sheets)?;
    let built = build(&document, sheet)?;
    call(&shadow, "append", &built)?;
    document.body().ok_or(JsValue::NULL)?.append_child(&host)?;
    // On screen it is laid out unseen at the width of the paper, so that its length is known before it is printed.
    let built = built.unchecked_into::<HtmlElement>();
    host.style().set_property("width", &format!("{}mm", INSIDE_MM.0))?;
    let zoom = INSIDE_MM.1 * PIXELS / f64::from(built.offset_height().max(1));
    host.style().remove_property("width")?;
    if zoom < 1.0 {
        host.style().set_property("zoom", &format!("{:.3}", zoom.max(LEAST_ZOOM)))?;
    }
    Ok(())
}

/// Takes the sheet away.
pub fn clear() {
    if let Some(host) = document().ok().and_then(|document| document.get_element_by_id(HOST)) {
        host.remove();
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Refused only in a sandbox, where there is nothing to print on.
        drop(window.print());
    }
}

fn document() -> Result<Document, JsValue> {
    web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)
}

/// A style sheet made by a script.
fn adopted(style: &str) -> Result<JsValue, JsValue> {
    let class = Reflect::get(&js_sys::global(), &"CSSStyleSheet".into())?.dyn_into::<Function>()?;
    let sheet = Reflect::construct(&class, &Array::new())?;
    call(&sheet, "replaceSync", &style.into())?;
    Ok(sheet)
}

fn call(of: &JsValue, method: &str, with: &JsValue) -> Result<JsValue, JsValue> {
    Reflect::get(of, &method.into())?.dyn_into::<Function>()?.call1(of, with)
}

/// Markup as elements: text becomes text nodes, so nothing is ever parsed.
fn build(document: &Document, element: &Element) -> Result<web_sys::Element, JsValue> {
    let made = if DRAWN.contains(&element.name) {
        document.create_element_ns(Some(SVG), element.name)?
    } else {
        document.create_element(element.name)?
    };
    for (name, value) in &element.attributes {
        made.set_attribute(name, value)?;
    }
    for child in &element.children {
        match child {
            Node::Element(child) => made.append_child(&build(document, child)?.into())?,
            Node::Text(text) => made.append_child(&document.create_text_node(text))?,
        };
    }
    Ok(made)
}
