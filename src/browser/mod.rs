//! Every call into the browser: files, workers, storage, clipboard, Intl. Small functions that return `Result`.
//!
//! No figure is computed here and no word of the page stands here.

mod protocol;
pub mod reader; // the page's side of the reading
pub(crate) mod source;
pub mod worker; // the worker's side
