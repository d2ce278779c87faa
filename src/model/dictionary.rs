//! The names of one file's or one analysis's facts.

use serde::{Deserialize, Serialize};

use super::Names;

/// Every text to which facts and tallies refer by id.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Dictionary {
    /// Own numbers, in the form of [`super::Number`].
    pub numbers: Names,
    /// Campaigns.
    pub campaigns: Names,
    /// Teams or lines.
    pub teams: Names,
    /// Agents.
    pub agents: Names,
    /// Sources of reputation readings.
    pub sources: Names,
}
