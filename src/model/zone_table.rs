//! A time zone as a table of offset changes.

use serde::{Deserialize, Serialize};

/// The offsets of one zone over time. The page fills it from Intl, natively it comes from chrono-tz.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneTable {
    /// The IANA name, such as `Europe/Paris`.
    pub name: String,
    /// (UTC instant in seconds, offset east of UTC in seconds from then on), in order. The first entry
    /// also holds before its instant.
    pub changes: Vec<(i64, i32)>,
}

impl ZoneTable {
    /// The offset, in seconds east of UTC, at an instant in seconds since 1970-01-01T00:00Z.
    pub fn offset_secs(&self, utc_secs: i64) -> i32 {
        let after = self.changes.partition_point(|(from, _)| *from <= utc_secs);
        self.changes.get(after.saturating_sub(1)).map_or(0, |(_, offset)| *offset)
    }

    /// Local seconds for an instant.
    pub fn local_secs(&self, utc_secs: i64) -> i64 {
        utc_secs + i64::from(self.offset_secs(utc_secs))
    }
}
