//! All of it → findings: what happened, why we think so, what speaks against it, what to do. One diagnosis a file.
//!
//! A new diagnosis is one file here, one variant of [`Diagnosis`], and its words in `app/words`.

mod finding;

pub use finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal};

use crate::{kpi::Board, model::Settings, watch::Alert};

/// All findings of an analysis (certainty 0.5 and more), most urgent first, a subject's likeliest first.
pub fn findings(_board: &Board, _alerts: &[Alert], _settings: &Settings) -> Vec<Finding> {
    Vec::new()
}
