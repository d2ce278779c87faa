//! The rows set aside can be had whole, each with its reason and its line, and none of them is a formula.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use ringwell::{
    import::{Facts, Given, feed},
    model::Settings,
};
use support::{Chunked, account_of, settings_for};

fn aside(name: &str, text: &str, settings: &Settings) -> Vec<Vec<String>> {
    let source = Chunked::new(name, text, 100);
    let mut each = |_, _: &_, _: &_| {};
    let mut facts = Facts::new(Given::of(&source), settings, None, &mut each).keeping_aside();
    feed(&source, &mut facts);
    let rows = facts.finish_aside().unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&*rows);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

const BAD: &str = "date,from,to,status,talk\n2026-02-13 09:00,+33162000001,+33639980001,answered,60\n\
    2026-02-31 09:00,+33162000001,+33639980002,answered,60\n2026-02-13 09:02,=cmd|' /C calc'!A1,\"a, \"\"b\"\"\",busy,0\n\
    2026-02-13 09:03,+33162000001\n2026-02-13 09:04,+33162000001,+33639980003,answered,-5\n\
    2026-02-13 09:05,3.31E+10,+33639980003,answered,5\n2026-02-13 09:00,+33162000001,+33639980001,answered,60\nTotal,,,,60\n";

#[test]
fn each_row_set_aside_is_there_with_its_reason_and_line() {
    let rows = aside("calls.csv", BAD, &settings_for(""));
    assert_eq!(rows[0], ["reason", "line", "date", "from", "to", "status", "talk"]);
    let told: Vec<_> = rows[1..].iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
    assert_eq!(
        told,
        [
            ("bad_date", "3"),
            ("bad_number", "4"),
            ("ragged", "5"),
            ("negative", "6"),
            ("number_mangled", "7"),
            ("duplicate", "8"),
            ("totals_line", "9")
        ]
    );
    assert_eq!(rows[2][2..], ["2026-02-13 09:02", "'=cmd|' /C calc'!A1", "a, \"b\"", "busy", "0"]);
    assert_eq!(rows[4][4], "'+33639980003");
}

#[test]
fn there_are_as_many_as_the_account_counts_in_every_fixture() {
    for folder in std::fs::read_dir("tests/fixtures").unwrap() {
        for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let name = path.to_string_lossy().into_owned();
            let Ok(text) = std::fs::read_to_string(&path) else { continue };
            let settings = settings_for(&name);
            let Ok((account, _)) = account_of(&Chunked::whole(&name, text.as_str()), &settings) else { continue };
            if account.reread_day_first.is_none() {
                assert_eq!(aside(&name, &text, &settings).len() as u64 - 1, account.aside_total(), "{name}");
            }
        }
    }
}
