//! A time zone as a table of offset changes.

use std::fmt;

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

    /// The instant of a local time; of the two that the end of summer time makes, the earlier.
    pub fn utc_secs(&self, local_secs: i64) -> i64 {
        let guess = local_secs - i64::from(self.offset_secs(local_secs));
        let earlier = local_secs - i64::from(self.offset_secs(guess - 3_600));
        if self.local_secs(earlier) == local_secs { earlier } else { guess }
    }

    /// Local seconds for an instant.
    pub fn local_secs(&self, utc_secs: i64) -> i64 {
        utc_secs + i64::from(self.offset_secs(utc_secs))
    }
}

/// Where the tables come from of zones that the rows of a file name: Intl in the browser, chrono-tz natively. Set by
/// whoever reads, never stored: no choice of the user, and no difference between two settings.
#[derive(Clone, Copy)]
pub struct ZoneFinder(pub fn(&str) -> Option<ZoneTable>);

impl Default for ZoneFinder {
    fn default() -> Self {
        Self(|_| None)
    }
}

impl PartialEq for ZoneFinder {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Debug for ZoneFinder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ZoneFinder")
    }
}

#[cfg(test)]
mod tests {
    use super::ZoneTable;

    #[test]
    fn a_local_time_has_its_instant_on_both_sides_of_summer_time() {
        // Paris, 2026: summer time from 29 March, 01:00 UTC, to 25 October, 01:00 UTC.
        let changes = vec![(0, 3_600), (1_774_746_000, 7_200), (1_792_890_000, 3_600)];
        let paris = ZoneTable { name: "Europe/Paris".to_owned(), changes };
        for utc in [1_770_000_000, 1_774_745_999, 1_774_746_000, 1_780_000_000, 1_792_885_000, 1_792_894_000] {
            assert_eq!(paris.utc_secs(paris.local_secs(utc)), utc, "{utc}");
        }
    }
}
