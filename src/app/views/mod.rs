//! What is seen. One view or one part of a view a file; a view reads the state and shows it.
//!
//! The frame gives each view a `<main class="page">`; a view brings `<div class="stack">` and what is in it.

mod account;
mod alerts;
mod arrival;
mod aside;
mod bar;
mod cards;
mod chart;
mod chart_files;
mod chart_hand;
mod charts;
mod chip;
mod compare;
mod conversions;
mod daily;
pub mod dashboard;
mod day_question;
mod dialogs;
mod door;
mod drag;
mod errors;
mod estimate;
mod evidence;
pub mod exports;
mod files;
mod filters;
mod findings;
mod frame;
mod freshness;
mod guide;
mod house;
mod icon;
mod later;
mod live;
mod mapping;
mod modal;
mod notices;
pub mod number;
pub mod numbers;
mod overlap;
mod palette;
mod plan;
mod preview;
mod progress;
mod ranges;
mod reading;
mod scale_question;
mod send;
mod share;
mod source;
mod spoken;
mod subject;
mod table;
mod tabs;
mod thresholds;
mod unknown_words;
mod verdict;
mod windowed;

pub use self::{
    door::open_door,
    house::{begin_house, open_house, prepare_house, rehearse_house},
    icon::Icon,
    modal::Modal,
};
