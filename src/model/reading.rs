//! A reading of a reputation tool.

use serde::{Deserialize, Serialize};

use super::{Day, NameId};

/// What one source said of one number on one day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The number, in the ledger's names.
    pub number: NameId,
    /// The day of the reading.
    pub day: Day,
    /// The source (`hiya`, `huhu`, `manual`), in the ledger's names.
    pub source: NameId,
    /// 0 to 100, 100 best; `None` where the source gave no score.
    pub score: Option<f64>,
    /// Whether the source flags the number as spam; `None` where it does not say.
    pub flagged: Option<bool>,
}
