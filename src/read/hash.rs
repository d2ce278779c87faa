//! A 64-bit hash that is the same on every machine: fingerprints are compared between workers and stored by pages.

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// The hash of some bytes, continuing from `seed`. Not for secrets: eight bytes at a time, multiplied and folded
/// (the mixing step of splitmix64).
pub fn hash64(seed: u64, bytes: &[u8]) -> u64 {
    let mut hash = seed ^ (bytes.len() as u64).wrapping_mul(MULTIPLIER);
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        hash = mix(hash ^ u64::from_le_bytes(*word));
    }
    let mut last = [0_u8; 8];
    last[..rest.len()].copy_from_slice(rest);
    mix(hash ^ u64::from_le_bytes(last))
}

const fn mix(mut word: u64) -> u64 {
    word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    word ^ (word >> 31)
}

#[cfg(test)]
mod tests {
    use super::hash64;

    #[test]
    fn length_order_and_seed_all_count() {
        let hashes = [
            hash64(0, b""),
            hash64(1, b""),
            hash64(0, b"\0"),
            hash64(0, b"ab"),
            hash64(0, b"ba"),
            hash64(0, b"12345678"),
        ];
        for (at, hash) in hashes.iter().enumerate() {
            assert!(!hashes[at + 1..].contains(hash));
        }
    }
}
