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
    // The end of a long text is loaded whole, with what stands before it, and shifted into its place.
    let last = match bytes.last_chunk() {
        Some(_) if rest.is_empty() => 0,
        Some(last) => u64::from_le_bytes(*last) >> (64 - 8 * rest.len()),
        None => word(bytes),
    };
    mix(hash ^ last)
}

/// A hash of a whole record, to tell it from others while a file is read: [`hash64`] waits for each word before it takes
/// the next, here four go side by side. Each lane is shifted by another width: were they all alike, the compiler would
/// make vectors of them, which in a browser multiply slowly.
pub fn record_hash(record: &[u8]) -> u64 {
    // What is left is taken with some of what came before it.
    let Some(last) = record.last_chunk::<32>() else { return hash64(0, record) };
    let [mut first, mut second, mut third, mut fourth] = [1_u64, 2, 3, 4];
    let step = |lane: u64, word: &[u8; 8], width: u32| {
        let product = (lane ^ u64::from_le_bytes(*word)).wrapping_mul(MULTIPLIER);
        product ^ product >> width
    };
    for block in record.as_chunks::<32>().0.iter().chain([last]) {
        if let [a, b, c, d] = block.as_chunks::<8>().0 {
            first = step(first, a, 29);
            second = step(second, b, 31);
            third = step(third, c, 33);
            fourth = step(fourth, d, 35);
        }
    }
    let halves = [first ^ second.rotate_left(32), third ^ fourth.rotate_left(32)].map(mix);
    mix(halves[0] ^ halves[1].rotate_left(32) ^ record.len() as u64)
}

/// A hash of the id of a call, to tell it from others while a file is read: most are short, and mixed once.
#[inline]
pub fn id_hash(id: &[u8]) -> u64 {
    match (id.len(), id.last_chunk()) {
        (8..=16, Some(last)) => {
            mix(word(id).wrapping_mul(MULTIPLIER) ^ u64::from_le_bytes(*last).rotate_left(32) ^ id.len() as u64)
        }
        _ => hash64(0, id),
    }
}

/// Up to eight bytes as one word, filled up with zeros.
#[inline]
pub fn word(bytes: &[u8]) -> u64 {
    if let Some(first) = bytes.first_chunk() {
        return u64::from_le_bytes(*first);
    }
    let length = bytes.len();
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * (length - 4));
    }
    // Each of up to three bytes, some of them twice, where it stands.
    [0, length / 2, length.saturating_sub(1)]
        .into_iter()
        .fold(0, |word, at| word | bytes.get(at).map_or(0, |byte| u64::from(*byte) << (8 * at)))
}

const fn mix(mut word: u64) -> u64 {
    word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    word ^ (word >> 31)
}

#[cfg(test)]
mod tests {
    use super::{hash64, id_hash, record_hash, word};

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

    #[test]
    fn a_word_is_its_bytes_and_zeros() {
        let text = *b"12345678";
        for length in 0..=8 {
            let mut padded = [0; 8];
            padded[..length].copy_from_slice(&text[..length]);
            assert_eq!(word(&text[..length]), u64::from_le_bytes(padded), "{length}");
        }
    }

    #[test]
    fn ids_that_differ_have_other_hashes() {
        let texts = (0..60_000_u64).map(|at| match at % 3 {
            0 => format!("{at:010}"),
            1 => format!("CA{:012x}", at.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 16),
            _ => format!("{:016}.{at}", 99_999_999 - at),
        });
        let mut hashes: Vec<u64> = texts.map(|text| id_hash(text.as_bytes())).collect();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), 60_000);
        // Half of the bits change, wherever the texts differ.
        for at in 0..14 {
            let mut text = *b"CA6f2a6c2c8595";
            let hash = id_hash(&text);
            text[at] ^= 1;
            assert!((16..=48).contains(&(id_hash(&text) ^ hash).count_ones()), "{at}");
        }
    }

    #[test]
    fn records_that_differ_in_one_bit_have_other_hashes() {
        let mut record = [b'x'; 100];
        let mut hashes = vec![record_hash(&record), record_hash(&record[..99]), record_hash(&[b'x'; 64])];
        for at in 0..record.len() {
            for bit in 0..8 {
                record[at] ^= 1 << bit;
                hashes.push(record_hash(&record));
                record[at] ^= 1 << bit;
            }
        }
        let count = hashes.len();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), count);
    }

    /// Pages keep fingerprints: these may never change.
    #[test]
    fn the_hashes_stay_what_they_were() {
        let text: Vec<u8> = (b'a'..=b'z').collect();
        let sum = (0..=26).fold(0_u64, |sum, length| sum.wrapping_mul(31) ^ hash64(length as u64, &text[..length]));
        assert_eq!(sum, 11_000_853_914_409_770_121);
    }
}
