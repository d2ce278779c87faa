//! One fixture per exporter and case; a snapshot of the account and of the facts; the same in tiny chunks.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::fs;

use ringwell::model::Settings;
use support::{Chunked, account_of, cells, read, settings_for};

fn fixtures() -> Vec<(String, Vec<u8>)> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    let mut list = Vec::new();
    for system in fs::read_dir(root).unwrap().flatten() {
        for case in fs::read_dir(system.path()).unwrap().flatten() {
            let name = format!("{}/{}", system.file_name().display(), case.file_name().display());
            list.push((name, fs::read(case.path()).unwrap()));
        }
    }
    list.sort();
    list
}

#[test]
fn each_fixture_is_read_as_its_snapshot_says() {
    for (name, bytes) in fixtures() {
        let answer = read(&Chunked::whole(&name, bytes), &settings_for(&name));
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_json_snapshot!(name.replace(['/', '.'], "_"), answer);
        });
    }
}

#[test]
fn the_size_of_the_chunks_changes_nothing() {
    for (name, bytes) in fixtures() {
        let settings = settings_for(&name);
        let (account, ledger) = account_of(&Chunked::whole(&name, bytes.clone()), &settings).unwrap();
        for chunk in [1, 7, 100] {
            let (again, tallies) = account_of(&Chunked::new(&name, bytes.clone(), chunk), &settings).unwrap();
            assert_eq!(again, account, "{name} by {chunk}");
            assert_eq!(cells(&tallies), cells(&ledger), "{name} by {chunk}");
        }
    }
}

#[test]
fn every_row_is_counted_or_set_aside() {
    for (name, bytes) in fixtures() {
        let (account, _) = account_of(&Chunked::whole(&name, bytes), &Settings::default()).unwrap();
        assert_eq!(account.rows, account.counted + account.aside_total(), "{name}");
        assert!(account.counted > 0 || name.ends_with("inbound.csv"), "{name}");
    }
}
