//! The analysis as a JavaScript module, for technical teams: `analyze(files, settings)` gives the report of
//! `docs/report.md` as an object. It runs where it is called; nothing is sent anywhere.

use js_sys::{Array, ArrayBuffer, Error, Object, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

use crate::{
    browser::{source::BytesSource, zone},
    import::Source,
    model::{Problem, Settings, ZoneFinder},
    report::{Detail, report_of, sentence},
    tally::gather,
    unpack::unpacked,
};

#[wasm_bindgen]
extern "C" {
    /// What the command line says on standard error.
    #[wasm_bindgen(js_namespace = console)]
    fn warn(text: &str);
}

/// Reads call exports and gives the report as an object; `JSON.stringify` of it gives the same bytes as the command
/// line. `files`: a list of `File`, or of `{ name, bytes }` with a `Uint8Array`, an `ArrayBuffer`, a `Blob` or a text.
/// `settings`: the object that the page stores and exports; every part may be left out, and `time_zone` may be a name.
///
/// # Errors
/// An `Error` with a sentence: a setting out of range, a file that is none, or no file of which anything could be
/// read. What else there is to say of a file goes to the console as a warning.
#[wasm_bindgen]
pub async fn analyze(files: JsValue, settings: JsValue) -> Result<JsValue, Error> {
    let settings = settings_of(settings)?;
    let files = if files.is_object() { Array::from(&files) } else { Array::new() };
    if files.length() == 0 {
        return Err(Error::new("files: a list of one file at least is expected"));
    }
    let mut sources = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let source = source_of(&file).await;
        sources.push(source.ok_or_else(|| Error::new(&format!("files[{at}]: {FILE}")))?);
    }
    let files = unpacked(sources.into_iter().map(|source| Box::new(source) as Box<dyn Source>));
    let sources: Vec<&dyn Source> = files.iter().map(|file| &**file).collect();
    let gathered = gather(&sources, &settings);
    let whole = |problem: &Problem| sentence(problem).en.whole();
    if gathered.accounts.is_empty() {
        let sentences: Vec<String> = gathered.failures.iter().map(whole).collect();
        return Err(Error::new(&sentences.join("\n")));
    }
    let problems = gathered.failures.iter().chain(gathered.accounts.iter().flat_map(|account| &account.problems));
    problems.for_each(|problem| warn(&whole(problem)));
    let report = report_of(&gathered, &settings, Detail::Full);
    report.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(|error| Error::new(&error.to_string()))
}

const FILE: &str = "not a File, nor { name, bytes } with a Uint8Array, an ArrayBuffer, a Blob or a text";

fn settings_of(settings: JsValue) -> Result<Settings, Error> {
    if settings.is_undefined() || settings.is_null() {
        return Ok(Settings::default());
    }
    let settings = zone_by_name(settings)?;
    let mut settings: Settings =
        serde_wasm_bindgen::from_value(settings).map_err(|error| Error::new(&format!("settings: {error}")))?;
    settings.check().map_err(|error| Error::new(&error.to_string()))?;
    settings.zone_finder = ZoneFinder(zone::table);
    Ok(settings)
}

/// The settings, with a `time_zone` that is a name replaced by its table.
fn zone_by_name(settings: JsValue) -> Result<JsValue, Error> {
    let key = JsValue::from("time_zone");
    let Some(name) = Reflect::get(&settings, &key).ok().and_then(|name| name.as_string()) else { return Ok(settings) };
    let unknown = || Error::new(&format!("settings: time_zone {name} is not known, unlike Europe/Paris"));
    let table = zone::table(&name).ok_or_else(unknown)?;
    let table = serde_wasm_bindgen::to_value(&table).map_err(|_| unknown())?;
    let settings = Object::assign(&Object::new(), &settings.unchecked_into());
    Reflect::set(&settings, &key, &table).map_err(|_| unknown())?;
    Ok(settings.into())
}

async fn source_of(file: &JsValue) -> Option<BytesSource> {
    if let Some(file) = file.dyn_ref::<File>() {
        return Some(BytesSource::new(file.name(), bytes_of(file).await?));
    }
    if !file.is_object() {
        return None;
    }
    let name = Reflect::get(file, &"name".into()).ok()?.as_string()?;
    let content = Reflect::get(file, &"bytes".into()).ok()?;
    let bytes = if let Some(bytes) = content.dyn_ref::<Uint8Array>() {
        bytes.to_vec()
    } else if let Some(buffer) = content.dyn_ref::<ArrayBuffer>() {
        Uint8Array::new(buffer).to_vec()
    } else if let Some(blob) = content.dyn_ref::<Blob>() {
        bytes_of(blob).await?
    } else {
        content.as_string()?.into_bytes()
    };
    Some(BytesSource::new(name, bytes))
}

/// `None` where the file is gone.
async fn bytes_of(blob: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
