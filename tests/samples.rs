//! The five samples: the same bytes everywhere, and the verdict that each was made for.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "samples/bytes.rs"]
mod bytes;
#[path = "samples/verdicts.rs"]
mod verdicts;
