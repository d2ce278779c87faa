//! What the browser keeps between visits. A browser that keeps nothing (private window, full disk) is no error: the
//! page works, it only forgets.

use std::collections::BTreeMap;

use web_sys::Storage;

/// Where the settings are kept, as JSON.
pub const SETTINGS: &str = "ringwell.settings";
/// Where the language is kept, as a tag.
pub const LANGUAGE: &str = "ringwell.language";
/// Where the theme is kept: `light` or `dark`. `web/theme.js` reads it before the first paint.
pub const THEME: &str = "ringwell.theme";

/// Whether notifications are wanted: `on` or `off`.
pub const NOTIFY: &str = "ringwell.notify";
/// Hashes of the confirmed alerts of the last reading.
pub const SEEN: &str = "ringwell.seen";
/// Where the hidden columns of the table of numbers are kept, by name.
pub const COLUMNS: &str = "ringwell.columns";
/// Kept where single keys (`?`, `/`) shall do nothing.
pub const NO_SINGLE_KEYS: &str = "ringwell.no-single-keys";
/// Where the user's notes on numbers are kept: a JSON object, number → text. Nothing else ever reads it.
pub const NOTES: &str = "ringwell.notes";

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What is kept under a key.
pub fn load(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a text under a key. Returns whether the browser took it.
pub fn keep(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Forgets what is kept under a key.
pub fn forget(key: &str) {
    if let Some(storage) = storage() {
        // A browser that keeps nothing has nothing to forget.
        drop(storage.remove_item(key));
    }
}

fn notes() -> BTreeMap<String, String> {
    load(NOTES).and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
}

/// The note on a number; empty where there is none.
pub fn note_of(number: &str) -> String {
    notes().remove(number).unwrap_or_default()
}

/// Keeps the note on a number; an empty one is forgotten. A browser that keeps nothing keeps this neither.
pub fn keep_note(number: &str, text: &str) {
    let mut notes = notes();
    if text.trim().is_empty() {
        notes.remove(number);
    } else {
        notes.insert(number.to_owned(), text.to_owned());
    }
    keep(NOTES, &serde_json::to_string(&notes).unwrap_or_default());
}
