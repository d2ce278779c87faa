//! Time zones, as the browser's Intl knows them.

use std::{cell::RefCell, collections::HashMap};

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::model::{Day, ZoneTable};

const DAY_SECS: i64 = 86_400;
/// No zone has left an offset and come back to it within a week.
const STEP_SECS: i64 = 7 * DAY_SECS;
const FROM_YEAR: i32 = 1990;
const TO_YEAR: i32 = 2041;

thread_local! {
    /// The tables made so far: each takes some thousand questions to Intl.
    static TABLES: RefCell<HashMap<String, ZoneTable>> = RefCell::default();
}

/// The name of the browser's own zone.
pub fn own() -> Option<String> {
    let format = formatter(None)?;
    let options = Reflect::get(&format, &"resolvedOptions".into()).ok()?.dyn_into::<Function>().ok()?;
    Reflect::get(&options.call0(&format).ok()?, &"timeZone".into()).ok()?.as_string()
}

/// The day that it is here.
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    Day::from_ymd(now.get_full_year() as i32, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// The names of all zones that the browser knows; empty where it does not list them.
pub fn names() -> Vec<String> {
    let list = || -> Option<Array> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let values = Reflect::get(&intl, &"supportedValuesOf".into()).ok()?.dyn_into::<Function>().ok()?;
        values.call1(&intl, &"timeZone".into()).ok()?.dyn_into().ok()
    };
    list().map(|names| names.iter().filter_map(|name| name.as_string()).collect()).unwrap_or_default()
}

/// The offsets of a zone from 1990 to 2040; `None` for a zone that the browser does not know.
pub fn table(name: &str) -> Option<ZoneTable> {
    if let Some(table) = TABLES.with_borrow(|tables| tables.get(name).cloned()) {
        return Some(table);
    }
    let clock = Clock::new(name)?;
    let (from, to) = (Day::from_ymd(FROM_YEAR, 1, 1)?, Day::from_ymd(TO_YEAR, 1, 1)?);
    let (mut at, end) = (i64::from(from.0) * DAY_SECS, i64::from(to.0) * DAY_SECS);
    let mut offset = clock.offset_secs(at)?;
    let mut changes = vec![(at, offset)];
    while at < end {
        let next = (at + STEP_SECS).min(end);
        let after = clock.offset_secs(next)?;
        if after != offset {
            changes.push((clock.change(at, next, offset)?, after));
            offset = after;
        }
        at = next;
    }
    let table = ZoneTable { name: name.to_owned(), changes };
    TABLES.with_borrow_mut(|tables| tables.insert(name.to_owned(), table.clone()));
    Some(table)
}

/// A clock on the wall of one zone.
struct Clock(Function);

impl Clock {
    fn new(zone: &str) -> Option<Self> {
        let format = formatter(Some(zone))?;
        Reflect::get(&format, &"format".into()).ok()?.dyn_into().ok().map(Self)
    }

    /// What the clock shows at an instant, less the instant.
    fn offset_secs(&self, utc_secs: i64) -> Option<i32> {
        let shown = self.0.call1(&JsValue::NULL, &JsValue::from_f64(utc_secs as f64 * 1000.0)).ok()?.as_string()?;
        let mut parts = shown.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
        let mut next = || parts.next()?.parse::<u32>().ok();
        let (month, day, year) = (next()?, next()?, next()?);
        let (hours, minutes, seconds) = (next()?, next()?, next()?);
        let day = Day::from_ymd(i32::try_from(year).ok()?, month, day)?;
        let local = i64::from(day.0) * DAY_SECS + i64::from(hours % 24 * 3600 + minutes * 60 + seconds);
        i32::try_from(local - utc_secs).ok()
    }

    /// The first second of the new offset, between an instant with the old one and one without.
    fn change(&self, mut before: i64, mut after: i64, old: i32) -> Option<i64> {
        while after - before > 1 {
            let middle = before + (after - before) / 2;
            if self.offset_secs(middle)? == old {
                before = middle;
            } else {
                after = middle;
            }
        }
        Some(after)
    }
}

/// An `Intl.DateTimeFormat` that writes `02/03/2026, 10:04:12`; the browser's zone where none is named.
fn formatter(zone: Option<&str>) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into::<Function>().ok()?;
    let options = Object::new();
    let two = "2-digit";
    for (option, value) in [
        ("calendar", "gregory"),
        ("numberingSystem", "latn"),
        ("hourCycle", "h23"),
        ("year", "numeric"),
        ("month", two),
        ("day", two),
        ("hour", two),
        ("minute", two),
        ("second", two),
    ] {
        Reflect::set(&options, &option.into(), &value.into()).ok()?;
    }
    if let Some(zone) = zone {
        Reflect::set(&options, &"timeZone".into(), &zone.into()).ok()?;
    }
    Reflect::construct(&class, &Array::of2(&"en-US".into(), &options)).ok()
}
