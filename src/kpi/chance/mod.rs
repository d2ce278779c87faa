//! How far chance reaches: intervals and tests for counts out of counts. One method a file, each with its source.
//!
//! Everything here is in proportions, 0 to 1. Nothing here knows what is counted.

mod change_point;
mod interval;
mod many;
mod newcombe;
mod posterior;
mod score_test;
mod share;
mod wilson;

pub use change_point::{Turn, change_point, log_likelihood};
pub use interval::{Interval, Weighed, Z95};
pub use many::{adjusted, discoveries};
pub use newcombe::difference;
pub use posterior::{incomplete_beta, probability_above};
pub use score_test::{fall_z, upper_tail};
pub use share::Share;
pub use wilson::wilson;
