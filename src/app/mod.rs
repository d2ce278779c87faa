//! The page. `state` holds what is known, `views` show it, `words` say it, `charts` and `format` draw and write figures.
//!
//! Views read the state; only `state` and `reading` change it. Words, formats and geometry know no browser and are
//! tested natively; everything else here is built for the browser alone.

pub mod charts;
pub mod format;
pub mod needs;
pub mod thresholds;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod reading;
#[cfg(target_arch = "wasm32")]
mod route;
#[cfg(target_arch = "wasm32")]
mod state;
#[cfg(target_arch = "wasm32")]
pub mod views;

#[cfg(target_arch = "wasm32")]
pub use self::{
    reading::Underway,
    route::Route,
    state::{App, Phase, Shared, lang, t},
};

/// Puts the page into the document.
#[cfg(target_arch = "wasm32")]
pub fn mount() {
    crate::browser::fault::tell_only_the_place();
    leptos::mount::mount_to_body(views::Page);
}
