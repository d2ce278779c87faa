//! Every call of the browser: files, worker, storage, clipboard, Intl. Small functions that return a `Result`, or an
//! `Option` where the browser may have nothing to say. Nothing here knows what the page shows.
