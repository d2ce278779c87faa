//! The classes in which talk and ringing times are kept, so that limits can be moved without the file.

/// Lower edges of the talk classes, in seconds: each second to 10, then about logarithmic.
pub const TALK_EDGES: [u32; TALK_BINS] =
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1800, 3600];
/// How many talk classes there are.
pub const TALK_BINS: usize = 24;

/// Lower edges of the ringing classes, in seconds.
pub const RING_EDGES: [u32; RING_BINS] = [0, 3, 6, 9, 12, 15, 18, 21, 25, 30, 45, 60];
/// A call that ends sooner has rung once at most: one ring and the pause after it take 5 s in Europe, 6 in North America.
pub const HARDLY_RUNG_SECS: u32 = 6;
/// How many ringing classes there are.
pub const RING_BINS: usize = 12;

/// The class of a talk time.
pub fn talk_bin(talk_ms: u32) -> usize {
    class(&TALK_EDGES, talk_ms / 1000)
}

/// The class of a ringing time.
pub fn ring_bin(ring_secs: u32) -> usize {
    class(&RING_EDGES, ring_secs)
}

fn class(edges: &[u32], secs: u32) -> usize {
    edges.partition_point(|edge| *edge <= secs).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::{RING_BINS, TALK_BINS, ring_bin, talk_bin};

    #[test]
    fn each_edge_opens_its_own_class() {
        assert_eq!(talk_bin(999), 0);
        assert_eq!(talk_bin(1_000), 1);
        assert_eq!(talk_bin(2_999), 2);
        assert_eq!(talk_bin(3_000), 3);
        assert_eq!(talk_bin(14_999), 10);
        assert_eq!(talk_bin(u32::MAX), TALK_BINS - 1);
        assert_eq!(ring_bin(2), 0);
        assert_eq!(ring_bin(u32::MAX), RING_BINS - 1);
    }
}
