//! What kind of line was called: labels show on mobiles first.

use serde::{Deserialize, Serialize};

/// The callee's kind of line, as far as its digits tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum LineType {
    /// The numbering plan does not tell, or the callee is not in the file.
    #[default]
    Unknown,
    /// A mobile.
    Mobile,
    /// A fixed line, by place or not.
    Landline,
    /// Special, shared-cost, free or value-added.
    Special,
}

impl LineType {
    /// All kinds, in order.
    pub const ALL: [Self; 4] = [Self::Unknown, Self::Mobile, Self::Landline, Self::Special];
}
