//! The samples are the same bytes everywhere, and of a size that a click can answer.

use std::{collections::BTreeMap, sync::LazyLock};

use ringwell::samples;

/// Each file of each sample, generated once.
static FILES: LazyLock<BTreeMap<(&str, usize), Vec<u8>>> = LazyLock::new(|| {
    let all = samples::IDS.into_iter().flat_map(|id| (0..samples::files(id).len()).map(move |file| (id, file)));
    all.map(|(id, file)| {
        let mut out = Vec::new();
        samples::write(id, file, &mut out).unwrap();
        ((id, file), out)
    })
    .collect()
});

pub fn bytes(id: &'static str, file: usize) -> &'static [u8] {
    &FILES[&(id, file)]
}

/// FNV-1a, 64 bits: enough to notice any change.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// When the generator changes on purpose, look at the reports of all samples before writing these anew.
#[test]
fn each_sample_is_the_same_bytes_as_when_it_was_committed() {
    let found: Vec<String> = samples::IDS
        .iter()
        .flat_map(|id| {
            samples::files(id)
                .iter()
                .enumerate()
                .map(move |(file, name)| format!("{id}/{name} {:016x}", hash(bytes(id, file))))
        })
        .collect();
    let committed = include_str!("hashes.txt");
    assert_eq!(found.join("\n"), committed.trim_end(), "the samples have changed");
}

#[test]
fn a_sample_is_small_enough_for_a_click() {
    for id in samples::IDS {
        let total: usize = (0..samples::files(id).len()).map(|file| bytes(id, file).len()).sum();
        assert!((3_000_000..16_000_000).contains(&total), "{id}: {total} bytes");
    }
}

#[test]
fn all_but_the_saved_again_file_are_utf_8_and_that_one_is_not() {
    for id in samples::IDS {
        for (file, name) in samples::files(id).iter().enumerate() {
            let utf8 = std::str::from_utf8(bytes(id, file)).is_ok();
            assert_eq!(utf8, *name != "energie-tableur.csv", "{id}/{name}");
        }
    }
}

#[test]
fn the_two_exports_of_the_mixed_sample_hold_the_same_calls_in_the_week_they_share() {
    let week = |file: usize| -> Vec<String> {
        let text = std::str::from_utf8(bytes("mixed", file)).unwrap();
        let shared = |line: &&str| {
            let day = line.split(',').nth(1).map_or("", |time| time.get(..10).unwrap_or(""));
            ("2026-02-03"..="2026-02-09").contains(&day)
        };
        text.lines().filter(shared).map(str::to_owned).collect()
    };
    let (first, second) = (week(0), week(1));
    assert!(first.len() > 3_000, "{}", first.len());
    assert!(first == second);
}

#[test]
fn an_unknown_sample_or_file_is_not_found() {
    for (id, file) in [("healthier", 0), ("healthy", 2)] {
        let error = samples::write(id, file, &mut Vec::new()).unwrap_err();
        assert_eq!(error.kind(), std::io::ErrorKind::NotFound);
    }
    assert!(samples::files("healthier").is_empty());
}
