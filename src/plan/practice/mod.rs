//! Calling practice: hours, days of the week, public holidays, attempts per person, held against editable rules.
//!
//! Information, never legal advice. What the tallies tell (hours by day of the week, calls by day) is told at once;
//! attempts per person, and hours on single days, take a second reading of the files, on demand, by [`Attempts`]:
//! numbers called never leave the worker, only counts do.

mod attempts;
mod calling;
mod holidays;

pub use attempts::{Attempts, Counts, MOST_ATTEMPTS, TOP_ATTEMPTS};
pub use calling::{Calling, Hour, calling};
pub use holidays::{Holiday, holiday, holidays};
