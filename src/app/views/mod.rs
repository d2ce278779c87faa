//! What is seen. One view or one part of a view a file; a view reads the state and shows it.
//!
//! The frame gives each view a `<main class="page">`; a view brings `<div class="stack">` and what is in it.

mod account;
mod arrival;
mod aside;
mod bar;
mod day_question;
mod dialogs;
mod drag;
mod errors;
pub mod exports;
mod files;
mod frame;
mod icon;
mod mapping;
mod modal;
mod overlap;
mod preview;
mod reading;
mod unknown_words;

pub use self::{frame::Page, icon::Icon, modal::Modal};
