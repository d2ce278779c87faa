//! An export that was opened in a French spreadsheet and saved again says the same, where the save kept the data:
//! semicolons, decimal commas, Windows-1252, day/month/year, no plus signs.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::fs;

use ringwell::{
    import::FileAccount,
    model::{Aside, Mapping, ProblemKind, Settings},
};
use support::{Chunked, facts_of, settings_for};

/// The exports that are saved again most.
const FIXTURES: [(&str, u8); 6] = [
    ("aircall/v3.csv", b','),
    ("five9/outbound.csv", b','),
    ("dialpad/records.csv", b','),
    ("vicidial/carrier_export.txt", b'\t'),
    ("3cx/report.csv", b','),
    ("hubspot/labels.csv", b','),
];

/// What a spreadsheet makes of a cell, in a French window.
fn cell(text: &str) -> String {
    let (date, time) = text.split_at_checked(10).unwrap_or((text, ""));
    let parts: Vec<&str> = date.split('-').collect();
    if let [year, month, day] = parts[..]
        && year.len() == 4
        && [year, month, day].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    {
        let time = time.trim_start_matches('T').trim();
        // Parts of seconds are not shown.
        let time = time.split(['.', '+', 'Z']).next().unwrap();
        return format!("{day}/{month}/{year} {time}").trim_end().to_owned();
    }
    if text.len() > 7 && text.strip_prefix('+').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit())) {
        return text.trim_start_matches('+').to_owned();
    }
    let number = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && text.matches('.').count() == 1;
    if number { text.replace('.', ",") } else { text.to_owned() }
}

fn saved_again(name: &str, delimiter: u8, cell: fn(&str) -> String) -> Vec<u8> {
    let bytes = fs::read(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(bytes.as_slice());
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    for (line, record) in reader.records().enumerate() {
        let keep = |text: &str| text.to_owned();
        let write = if line == 0 { keep } else { cell };
        writer.write_record(record.unwrap().iter().map(write)).unwrap();
    }
    let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    // Windows-1252 has no arrow; a spreadsheet writes a question mark.
    encoding_rs::WINDOWS_1252.encode(&text.replace('→', "?")).0.into_owned()
}

fn read(name: &str, bytes: Vec<u8>, settings: &Settings) -> (FileAccount, Vec<String>) {
    facts_of(&Chunked::whole(name, bytes), settings).unwrap()
}

#[test]
fn a_french_spreadsheet_changes_nothing_that_it_keeps() {
    for (name, delimiter) in FIXTURES {
        // Whoever saves in French answers that the day comes first: the file cannot tell where all days are low.
        let mapping = Mapping { day_first: Some(true), ..Mapping::default() };
        let settings = Settings { mappings: [("*".to_owned(), mapping)].into(), ..settings_for(name) };
        let original = fs::read(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let (account, facts) = read(name, original, &settings);
        let (again, same) = read(name, saved_again(name, delimiter, cell), &settings);
        assert_eq!(same, facts, "{name}");
        assert_eq!((again.system, again.basis), (account.system, account.basis), "{name}");
        assert_eq!((again.rows, again.counted), (account.rows, account.counted), "{name}");
        assert_eq!(again.set_aside, account.set_aside, "{name}");
        assert_eq!((again.known, again.hang_ups_known), (account.known, account.hang_ups_known), "{name}");
        assert_eq!(again.delimiter, Some(';'));
    }
}

#[test]
fn a_number_in_scientific_notation_is_set_aside_as_mangled() {
    let rounded = |text: &str| {
        if text.starts_with("33162") { "3,3162E+10".to_owned() } else { cell(text) }
    };
    let bytes = saved_again("aircall/v3.csv", b',', rounded);
    let (account, _) = read("aircall/v3.csv", bytes, &settings_for("aircall"));
    let (whole, _) = read("aircall/v3.csv", saved_again("aircall/v3.csv", b',', cell), &settings_for("aircall"));
    // Rows received, whose `to` is ours, are set aside as such before their numbers are looked at.
    let duplicates = whole.set_aside.get(&Aside::Duplicate).copied().unwrap_or_default();
    assert_eq!(account.set_aside.get(&Aside::NumberMangled), Some(&(whole.counted + duplicates)));
    assert!(account.problems.iter().any(|problem| problem.kind == ProblemKind::NumberMangled));
    let british = "start time;from;to;status\n03/02/2026 09:00:00;4,47E+11;447700900001;answered\n";
    let settings = Settings { country: Some("GB".to_owned()), ..Settings::default() };
    let (account, _) = read("calls.csv", british.as_bytes().to_vec(), &settings);
    assert_eq!(account.set_aside.get(&Aside::NumberMangled), Some(&1));
}
