//! Files that the user gives: picked, dropped or pasted.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element, Event, FileList, HtmlInputElement};

use super::reader::Input;

/// The files of a picker. The picker is emptied, so that the same file can be picked again.
pub fn picked(event: &Event) -> Vec<Input> {
    let Some(picker) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = listed(picker.files());
    picker.set_value("");
    files
}

/// The files of a drop.
pub fn dropped(event: &DragEvent) -> Vec<Input> {
    carried(event.data_transfer())
}

/// Whether a drag brings files, not a link or a text.
pub fn brings_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().iter().any(|kind| kind == "Files"))
}

/// The files or the text of a paste; nothing where it is meant for a field.
pub fn pasted(event: &ClipboardEvent) -> Vec<Input> {
    let in_field = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
    if in_field {
        return Vec::new();
    }
    let data = event.clipboard_data();
    let files = carried(data.clone());
    if !files.is_empty() {
        return files;
    }
    data.and_then(|data| data.get_data("text/plain").ok()).map(|text| rows(&text)).into_iter().flatten().collect()
}

/// Pasted text as something to read; `None` where it is blank.
pub fn rows(text: &str) -> Option<Input> {
    (!text.trim().is_empty()).then(|| Input::Bytes { name: "pasted.csv".to_owned(), bytes: Rc::from(text.as_bytes()) })
}

fn carried(data: Option<DataTransfer>) -> Vec<Input> {
    data.map(|data| listed(data.files())).unwrap_or_default()
}

fn listed(files: Option<FileList>) -> Vec<Input> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|at| files.get(at)).map(Input::File).collect()
}

/// The part of this page that a pressed link names: `#files`.
pub fn link(event: &Event) -> Option<String> {
    let pressed = event.target()?.dyn_into::<Element>().ok()?;
    pressed.closest("a[href^='#']").ok()??.get_attribute("href")
}

/// The text of the one file of a picker, once it has been read. A file that cannot be read gives an empty text.
pub fn text_of(event: &Event, on_text: impl FnOnce(String) + 'static) {
    let Some(Input::File(file)) = picked(event).into_iter().next() else { return };
    wasm_bindgen_futures::spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(file.text()).await;
        on_text(text.ok().and_then(|text| text.as_string()).unwrap_or_default());
    });
}
