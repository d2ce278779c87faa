//! What is seen. One view or one part of a view a file; a view reads the state and shows it.
//!
//! The frame gives each view a `<main class="page">`; a view brings `<div class="stack">` and what is in it.

mod arrival;
mod bar;
mod dialogs;
mod drag;
mod errors;
pub mod exports;
mod frame;
mod icon;
mod modal;
mod reading;

pub use self::{frame::Page, icon::Icon, modal::Modal};
