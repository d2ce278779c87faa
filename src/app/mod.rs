//! The page. `state` holds what is known, `views` show it, `words` say it, `plots` are its charts,
//! `charts` and `format` draw and write figures.
//!
//! Two programs are made of it: the door, which is the first view and all that the first load brings, and the house,
//! which takes the document over as soon as there is something to read.
//!
//! Views read the state; only `front`, `state` and `reading` change it. Words, formats and geometry know no browser and are
//! tested natively; everything else here is built for the browser alone.

pub mod charts;
pub mod columns;
pub mod daily;
pub mod format;
pub mod link;
pub mod needs;
pub mod paper;
pub mod plots;
pub mod thresholds;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod front;
#[cfg(target_arch = "wasm32")]
mod planner;
#[cfg(target_arch = "wasm32")]
mod prepared;
#[cfg(target_arch = "wasm32")]
mod reading;
#[cfg(target_arch = "wasm32")]
mod rehearsal;
#[cfg(target_arch = "wasm32")]
mod route;
#[cfg(target_arch = "wasm32")]
mod selection;
#[cfg(target_arch = "wasm32")]
mod state;
#[cfg(target_arch = "wasm32")]
pub mod views;

#[cfg(target_arch = "wasm32")]
pub use self::{
    front::{Front, lang, t},
    planner::{Count, GuidePart, PlanPart, Planner},
    prepared::Prepared,
    reading::Underway,
    rehearsal::rehearse,
    route::Route,
    selection::Selection,
    state::{App, Phase, Shared},
    views::{begin_house, open_door, open_house, prepare_house},
};
