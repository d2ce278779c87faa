//! Every call into the browser: files, workers, storage, clipboard, Intl. Small functions that return `Result`, or
//! `Option` where the browser may have nothing to say.
//!
//! No figure is computed here and no word of the page stands here.

pub mod boot; // the rest of the page, and workers
pub mod canvas; // charts as pictures
pub mod clipboard;
pub mod clock; // today
pub mod counter; // attempts per person, in a second reading
pub mod download;
pub mod fault; // what a panic may say
pub mod given; // files picked, dropped, pasted
mod lane; // one worker
pub mod notify;
pub mod paper; // what is printed in place of the page
mod protocol;
pub mod reader; // the page's side of the reading
pub(crate) mod source;
pub mod storage;
pub mod surroundings; // languages, theme, clock, requests
pub mod unpacker; // the side of the worker that unpacks
pub mod unpacking; // the page's side of it
pub mod worker; // the worker's side
pub mod zone; // time zones by Intl
