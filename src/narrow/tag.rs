//! A name by its fingerprint.

/// The fingerprint of a name: 32 bits, by which it is found again where it is known, and not told where it is not.
///
/// It keeps a name out of an address and out of a history; it is no secret, since whoever guesses the name can check it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub u32);

impl Tag {
    /// The tag of a name: FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), the same in every build and on every machine.
    pub fn of(name: &str) -> Self {
        Self(name.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)))
    }
}

#[cfg(test)]
mod tests {
    use super::Tag;

    #[test]
    fn a_tag_is_that_of_the_published_test_vectors() {
        // https://datatracker.ietf.org/doc/html/draft-eastlake-fnv: FNV-1a, 32 bits.
        assert_eq!(
            [Tag::of(""), Tag::of("a"), Tag::of("foobar")],
            [Tag(0x811c_9dc5), Tag(0xe40c_292c), Tag(0xbf9c_f968)]
        );
    }
}
