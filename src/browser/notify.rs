//! Notifications of the browser. Nothing is sent for them: the page itself shows them, as long as it is open.

use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission};

/// Whether the page may show notifications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// It may.
    Granted,
    /// Nobody has been asked yet.
    Unasked,
    /// It may not; only the browser's own settings change that.
    Refused,
}

/// Whether this browser has notifications at all, and what it says of this page.
pub fn permission() -> Option<Permission> {
    // Asked of a browser without them, the type itself would throw.
    js_sys::Reflect::has(&js_sys::global(), &"Notification".into()).ok().filter(|has| *has)?;
    Some(match Notification::permission() {
        NotificationPermission::Granted => Permission::Granted,
        NotificationPermission::Denied => Permission::Refused,
        _ => Permission::Unasked,
    })
}

/// Asks the user; to be called in answer to a click.
pub async fn ask() -> Option<Permission> {
    let asked = Notification::request_permission().ok()?;
    JsFuture::from(asked).await.ok()?;
    permission()
}

/// Shows a notification; one that is already there gives way to it. Returns whether the browser took it.
pub fn show(title: &str, text: &str, language: &str) -> bool {
    let options = NotificationOptions::new();
    options.set_body(text);
    options.set_lang(language);
    options.set_tag("ringwell");
    // A phone allows them only from a service worker, and throws.
    Notification::new_with_options(title, &options).is_ok()
}
