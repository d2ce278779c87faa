//! The JavaScript module says the same as the command line.

#![allow(clippy::unwrap_used, clippy::panic)]

use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use ringwell::api::analyze;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::File;

#[path = "../same/mod.rs"]
mod same;

fn given(name: &str, bytes: impl Into<JsValue>) -> JsValue {
    let file = Object::new();
    Reflect::set(&file, &"name".into(), &name.into()).unwrap();
    Reflect::set(&file, &"bytes".into(), &bytes.into()).unwrap();
    file.into()
}

fn settings(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

fn words(error: js_sys::Error) -> String {
    error.message().into()
}

/// Bytes as an array, and a `File`, as from an input.
#[wasm_bindgen_test]
async fn the_report_in_the_browser_is_the_native_one_byte_for_byte() {
    let calls = given("calls.csv", Uint8Array::from(same::calls().as_bytes()));
    let parts = Array::of1(&same::TABLE.into());
    let table = File::new_with_str_sequence(&parts, "table.csv").unwrap();
    let report = analyze(Array::of2(&calls, &table).into(), settings(same::SETTINGS)).await.unwrap();
    let report: String = JSON::stringify(&report).unwrap().into();
    // Not assert_eq: the two texts would fill the screen.
    let differs = report.bytes().zip(same::REPORT.bytes()).position(|(ours, native)| ours != native);
    if let Some(at) = differs {
        let from = at.saturating_sub(80);
        panic!("here {:?}, natively {:?}", report.get(from..at + 40), same::REPORT.get(from..at + 40));
    }
    assert_eq!(report.len(), same::REPORT.len());
}

#[wasm_bindgen_test]
async fn text_and_a_zone_by_name_are_taken_and_settings_may_be_left_out() {
    let text = "Started (UTC),Caller number,Callee number,Status,Talk seconds\n\
                2026-02-02 23:30:00,+33162000001,+33612000001,answered,60\n";
    let day = async |settings: JsValue| {
        let report = analyze(Array::of1(&given("calls.csv", text)).into(), settings).await.unwrap();
        let period = Reflect::get(&report, &"period".into()).unwrap();
        Reflect::get(&period, &"from".into()).unwrap().as_string().unwrap()
    };
    assert_eq!(day(JsValue::UNDEFINED).await, "2026-02-02");
    assert_eq!(day(settings(r#"{"time_zone":"Europe/Paris"}"#)).await, "2026-02-03");
}

#[wasm_bindgen_test]
async fn what_is_wrong_is_an_error_with_a_sentence() {
    let pdf = || Array::of1(&given("bill.csv", "%PDF-1.7\n")).into();
    let error = analyze(pdf(), JsValue::UNDEFINED).await.unwrap_err();
    assert!(words(error).starts_with("bill.csv: this is a PDF."));
    let error = analyze(pdf(), settings(r#"{"kpis":{"hang_up_secs":99}}"#)).await.unwrap_err();
    assert!(words(error).contains("kpis.hang_up_secs"));
    let error = analyze(pdf(), settings(r#"{"time_zone":"Mars/Base"}"#)).await.unwrap_err();
    assert!(words(error).contains("Mars/Base"));
    let error = analyze(Array::of1(&5.into()).into(), JsValue::UNDEFINED).await.unwrap_err();
    assert!(words(error).contains("files[0]"));
    let error = analyze(JsValue::UNDEFINED, JsValue::UNDEFINED).await.unwrap_err();
    assert!(error.dyn_ref::<js_sys::Error>().is_some_and(|error| words(error.clone()).contains("files")));
}
