//! From the text of files to the fields of the report, computed by hand; what must not change it, and what must.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::{
    fmt::Write as _,
    io::{self, Read},
};

use proptest::prelude::*;
use ringwell::{
    diagnose::Diagnosis,
    import::Source,
    model::{Aside, Day, Overlap, Settings},
    report::{Detail, daily_csv, json, report_of},
    samples,
    tally::{Gathered, gather},
    watch::Rule,
};
use serde_json::{Value, json};

mod same;

struct Text(&'static str, String);

impl Source for Text {
    fn name(&self) -> &str {
        self.0
    }

    fn len(&self) -> u64 {
        self.1.len() as u64
    }

    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(self.1.as_bytes()))
    }
}

fn gathered(files: &[Text], settings: &Settings) -> Gathered {
    let sources: Vec<&dyn Source> = files.iter().map(|file| file as &dyn Source).collect();
    gather(&sources, settings)
}

fn told(gathered: &Gathered, settings: &Settings) -> Value {
    serde_json::from_str(&json(&report_of(gathered, settings, Detail::Full))).unwrap()
}

fn report(files: &[Text], settings: &Settings) -> Value {
    let gathered = gathered(files, settings);
    assert_eq!(gathered.failures, []);
    told(&gathered, settings)
}

/// Everything but what is said of the files.
fn figures(mut report: Value) -> Value {
    report["files"].take();
    report
}

const HEADER: &str = "Call id,Started at,Caller number,Callee number,Status,Talk seconds,Campaign,Agent\n";

/// One call, its callee and start unlike any other's.
#[derive(Clone, Debug)]
struct Row {
    day: u32,
    number: u32,
    status: &'static str,
    talk: u32,
    campaign: &'static str,
}

/// The text of calls; `first` is the place of the first among all calls of the test.
fn text(rows: &[Row], first: usize) -> String {
    let mut text = HEADER.to_owned();
    for (at, row) in rows.iter().enumerate() {
        let at = first + at;
        let (hour, minute, second) = (9 + at / 3600 % 8, at / 60 % 60, at % 60);
        writeln!(
            text,
            "c{at},2026-02-{:02} {hour:02}:{minute:02}:{second:02},+3316200000{},+336120{at:05},{},{},{},Ana",
            row.day, row.number, row.status, row.talk, row.campaign
        )
        .unwrap();
    }
    text
}

fn rows(count: usize, day: u32, number: u32, status: &'static str, talk: u32) -> Vec<Row> {
    vec![Row { day, number, status, talk, campaign: "Mutuelle" }; count]
}

/// 40 calls on two days from two numbers. Number 1: 20 calls on the 2nd, of which 8 answered (3 of them hung up after
/// 2 s, 5 after 60 s), 6 rejected, 4 voicemail, 2 busy. Number 2: 20 calls on the 3rd, 10 answered (90 s), 10 not.
fn forty() -> Vec<Row> {
    [
        rows(3, 2, 1, "answered", 2),
        rows(5, 2, 1, "answered", 60),
        rows(6, 2, 1, "rejected", 0),
        rows(4, 2, 1, "voicemail", 0),
        rows(2, 2, 1, "busy", 0),
        rows(10, 3, 2, "answered", 90),
        rows(10, 3, 2, "no answer", 0),
    ]
    .concat()
}

#[test]
fn a_small_file_gives_the_figures_computed_by_hand() {
    let report = report(&[Text("calls.csv", text(&forty(), 0))], &Settings::default());
    assert_eq!(report["schema"], "ringwell.report/1");
    assert_eq!(report["period"], json!({ "from": "2026-02-02", "to": "2026-02-03", "active_days": 2 }));
    let totals = &report["totals"];
    for (field, count) in [
        ("calls", 40),
        ("answered", 18),
        ("voicemail", 4),
        ("rejected", 6),
        ("busy", 2),
        ("no_answer", 10),
        ("unclassified", 0),
        ("hang_ups", 3),
        ("talk_seconds", 3 * 2 + 5 * 60 + 10 * 90),
    ] {
        assert_eq!(totals[field], json!(count), "{field}");
    }
    for field in ["conversions", "spam_reports"] {
        assert_eq!(totals[field], Value::Null, "{field}");
    }
    // 18 of 40 is 45 %; Wilson's interval by hand: 30.71 to 60.17 %.
    let answers = &report["kpis"]["answer_rate"];
    assert_eq!(answers["value"], json!(45));
    assert_eq!(answers["low"], json!(30.7053));
    assert_eq!(answers["high"], json!(60.1709));
    assert_eq!((&answers["n"], &answers["zone"]), (&json!(40), &json!("green")));
    assert_eq!(answers["certain"], json!(false));
    // (6 rejected + 3 hang-ups) of 40.
    assert_eq!(report["kpis"]["rejection_rate"]["value"], json!(22.5));
    assert_eq!(report["kpis"]["voicemail_rate"]["value"], json!(10));
    // 1206 s in 18 conversations.
    assert_eq!(report["kpis"]["average_talk_time"]["value"], json!(67));
    let unmeasured = &report["kpis"]["spam_report_rate"];
    assert_eq!(
        [&unmeasured["value"], &unmeasured["low"], &unmeasured["high"], &unmeasured["n"], &unmeasured["zone"]],
        [&Value::Null, &Value::Null, &Value::Null, &json!(0), &json!("unknown")]
    );
    let numbers: Vec<&Value> = report["numbers"].as_array().unwrap().iter().map(|number| &number["number"]).collect();
    assert_eq!(numbers, ["+33162000001", "+33162000002"], "as many calls: by number");
    assert_eq!(report["days"].as_array().unwrap().len(), 2);
    assert_eq!(report["days"][1]["kpis"]["answer_rate"]["value"], json!(50));
    assert_eq!(report["number_days"][0]["totals"]["rejected"], json!(6));
    let file = &report["files"][0];
    assert_eq!((&file["rows"], &file["counted"], &file["set_aside"]), (&json!(40), &json!(40), &json!({})));
    assert_eq!(file["columns"]["caller"], "Caller number");
}

/// The text of calls without its third column.
fn without_own_number(text: &str) -> String {
    text.lines()
        .map(|line| {
            let mut cells: Vec<&str> = line.split(',').collect();
            cells.remove(2);
            cells.join(",") + "\n"
        })
        .collect()
}

#[test]
fn calls_without_own_numbers_in_two_files_count_once_as_well() {
    let files = overlapping().map(|Text(name, text)| Text(name, without_own_number(&text)));
    let report = report(&files, &Settings::default());
    assert_eq!(report["totals"]["calls"], json!(40));
    assert_eq!(report["files"][1]["set_aside"], json!({ "duplicate": 10 }));
}

#[test]
fn a_file_without_own_numbers_counts_for_the_account() {
    let without = without_own_number(&text(&forty(), 0));
    let report = report(&[Text("calls.csv", without)], &Settings::default());
    assert_eq!(report["totals"]["calls"], json!(40));
    assert_eq!(report["numbers"], json!([]));
    assert_eq!(report["number_days"], json!([]));
    assert_eq!(report["files"][0]["columns"]["caller"], Value::Null);
    assert_eq!(report["notes"].as_array().unwrap().iter().filter(|note| note["id"] == "no_number_column").count(), 1);
}

#[test]
fn the_same_file_twice_counts_once() {
    let once = report(&[Text("a.csv", text(&forty(), 0))], &Settings::default());
    let twice = report(&[Text("a.csv", text(&forty(), 0)), Text("b.csv", text(&forty(), 0))], &Settings::default());
    assert_eq!(twice["files"][1]["counted"], json!(0));
    assert_eq!(twice["files"][1]["set_aside"], json!({ "duplicate": 40 }));
    assert_eq!(figures(once), figures(twice));
}

/// Calls 0 to 29 and calls 20 to 39 of the same log.
fn overlapping() -> [Text; 2] {
    let rows = forty();
    [Text("a.csv", text(&rows[..30], 0)), Text("b.csv", text(&rows[20..], 20))]
}

#[test]
fn calls_that_two_files_hold_count_once() {
    let whole = report(&[Text("a.csv", text(&forty(), 0))], &Settings::default());
    let both = report(&overlapping(), &Settings::default());
    assert_eq!(both["files"][0]["counted"], json!(30));
    assert_eq!(both["files"][1]["set_aside"], json!({ "duplicate": 10 }));
    assert_eq!(figures(whole), figures(both));
}

#[test]
fn overlap_add_counts_every_row() {
    let settings = Settings { overlap: Overlap::Add, ..Settings::default() };
    let both = report(&overlapping(), &settings);
    assert_eq!(both["totals"]["calls"], json!(50));
    assert_eq!(both["files"][1]["set_aside"], json!({}));
}

#[test]
fn overlap_replace_takes_the_later_files_days() {
    let settings = Settings { overlap: Overlap::Replace, ..Settings::default() };
    let both = report(&overlapping(), &settings);
    // Number 2 on the 3rd stands in both: the first file's ten calls of that day are left out.
    assert_eq!(both["totals"]["calls"], json!(40));
    assert_eq!(both["files"][0]["set_aside"], json!({ "duplicate": 10 }));
    assert_eq!(both["files"][1]["counted"], json!(20));
}

#[test]
fn a_third_file_counts_only_what_neither_of_the_others_has() {
    let rows = forty();
    let files = [
        Text("a.csv", text(&rows[20..30], 20)),
        Text("b.csv", text(&rows[25..35], 25)),
        Text("c.csv", text(&rows[20..40], 20)),
    ];
    let report = report(&files, &Settings::default());
    let counted: Vec<&Value> = report["files"].as_array().unwrap().iter().map(|file| &file["counted"]).collect();
    assert_eq!(counted, [&json!(10), &json!(5), &json!(5)]);
    assert_eq!(report["totals"]["calls"], json!(20));
}

const TABLE: &str =
    "date,number,calls,answered,rejected,voicemails,talk_seconds,conversions,spam_reports,reputation_score
2026-02-02,+33162000001,20,8,,,,2,1,62
2026-02-04,+33162000001,30,12,,,,3,0,
";

#[test]
fn a_daily_table_beside_calls_adds_what_they_do_not_know() {
    let report =
        report(&[Text("calls.csv", text(&forty(), 0)), Text("table.csv", TABLE.to_owned())], &Settings::default());
    // The 2nd is in the log: its 20 calls are not counted again. The 4th is not: 30 calls come from the table.
    assert_eq!(report["totals"]["calls"], json!(70));
    assert_eq!(report["totals"]["conversions"], json!(5));
    assert_eq!(report["totals"]["spam_reports"], json!(1));
    assert_eq!(report["files"][1]["kind"], "daily");
    assert_eq!(report["files"][1]["counted"], json!(2));
    let number = &report["numbers"][0];
    assert_eq!(number["score"], json!({ "value": 62, "origin": "imported", "source": "manual", "day": "2026-02-02" }));
    // 1 report in the 50 calls of the number-days on which reports are known.
    assert_eq!(number["kpis"]["spam_report_rate"]["value"], json!(2));
}

#[test]
fn an_exported_daily_table_gives_the_same_kpis_again() {
    let settings = Settings::default();
    let rows: Vec<Row> = forty()
        .into_iter()
        .enumerate()
        .map(|(at, row)| Row { campaign: if at % 3 == 0 { "=Prévoyance" } else { row.campaign }, ..row })
        .collect();
    let first = gathered(&[Text("calls.csv", text(&rows, 0)), Text("table.csv", TABLE.to_owned())], &settings);
    let table = daily_csv(&first.ledger, 3);
    assert!(table.contains(",'=Prévoyance,"), "{table}");
    let second = gathered(&[Text("daily.csv", table.clone())], &settings);
    assert_eq!(second.failures, []);
    assert_eq!(figures(told(&first, &settings)), figures(told(&second, &settings)));
    assert_eq!(daily_csv(&second.ledger, 3), table);
}

/// Every value in a report, with the key that leads to it.
fn each<'a>(key: &'a str, value: &'a Value, see: &mut dyn FnMut(&'a str, &'a Value)) {
    see(key, value);
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| each(key, value, see)),
        Value::Array(items) => items.iter().for_each(|item| each(key, item, see)),
        _ => {}
    }
}

#[test]
fn every_field_and_id_is_documented_and_every_figure_rounded() {
    let docs = include_str!("../docs/report.md");
    let settings: Settings = serde_json::from_str(same::SETTINGS).unwrap();
    let mixed = told(&gathered(&sample("mixed"), &settings), &settings);
    let small: Value = serde_json::from_str(same::REPORT).unwrap();
    let free = ["name", "number", "pool", "subject", "source", "encoding", "delimiter", "about", "system"];
    for report in [&mixed, &small] {
        let (mut inside_columns, mut figures) = (Vec::new(), 0);
        each("", report, &mut |key, value| {
            if key == "columns" {
                inside_columns.extend(value.as_object().unwrap().keys());
            }
            let is_role = inside_columns.iter().any(|role| *role == key);
            assert!(key.is_empty() || is_role || docs.contains(&format!("`{key}`")), "field {key}");
            if let Some(id) = value.as_str()
                && !is_role
                && !free.contains(&key)
                && id.parse::<Day>().is_err()
                && id.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_')
            {
                assert!(docs.contains(&format!("`{id}`")), "{key}: {id}");
            }
            if let Some(figure) = value.as_f64() {
                figures += 1;
                assert_eq!((figure * 1e4).round() / 1e4, figure, "{key}");
            }
        });
        assert!(figures > 1000);
    }
    let rules = Rule::ALL.map(Rule::id);
    let diagnoses = Diagnosis::ALL.map(Diagnosis::id);
    let reasons = Aside::ALL.map(Aside::id);
    for id in rules.iter().chain(&diagnoses).chain(&reasons) {
        assert!(docs.contains(&format!("`{id}`")), "{id}");
    }
}

/// The files of a sample. One is in Windows-1252; letters with accents stand in names alone.
fn sample(id: &str) -> Vec<Text> {
    let read = |(at, name): (usize, &&'static str)| {
        let mut bytes = Vec::new();
        samples::write(id, at, &mut bytes).unwrap();
        Text(name, bytes.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { 'e' }).collect())
    };
    samples::files(id).iter().enumerate().map(read).collect()
}

#[test]
fn a_sample_with_every_fault_survives_the_daily_table_as_well() {
    let settings = Settings::default();
    let first = gathered(&sample("mixed"), &settings);
    let second = gathered(&[Text("daily.csv", daily_csv(&first.ledger, 3))], &settings);
    assert_eq!(second.failures, []);
    // Hours, attempts and kinds of line are not in the table, and the early warning allows for them.
    let without_warnings = |mut report: Value| {
        let alerts = report["alerts"].as_array_mut().unwrap();
        alerts.retain(|alert| alert["rule"] != "early_warning");
        report
    };
    let told = |gathered| without_warnings(figures(told(gathered, &settings)));
    let (first, second) = (told(&first), told(&second));
    for part in ["totals", "kpis", "numbers", "days", "number_days", "alerts", "notes"] {
        assert_eq!(first[part], second[part], "{part}");
    }
}

/// The other half of this test runs in the browser (`tests/browser/api.rs`).
#[test]
fn the_report_is_the_same_bytes_here_as_in_the_browser() {
    let settings: Settings = serde_json::from_str(same::SETTINGS).unwrap();
    let files = [Text("calls.csv", same::calls()), Text("table.csv", same::TABLE.to_owned())];
    let report = json(&report_of(&gathered(&files, &settings), &settings, Detail::Full));
    if same::REPORT.is_empty() {
        std::fs::write("tests/same/report.json", &report).unwrap();
        panic!("tests/same/report.json was empty and has been written: look at it, then run again");
    }
    assert!(
        report == same::REPORT,
        "differs from tests/same/report.json: empty that file, run again, look at the change"
    );
}

/// 20 days of two numbers, a hundred calls each: 30 answered, 40 on voicemail. From the 13th on, the export lays voicemail under
/// "answered".
#[test]
fn an_export_whose_settings_changed_is_said_so_however_it_is_cut() {
    let rows: Vec<Row> = (1..21)
        .flat_map(|day| (1..3).map(move |number| (day, number)))
        .flat_map(|(day, number)| {
            let voicemail = if day < 13 { "voicemail" } else { "answered" };
            let made = [rows(30, day, number, "answered", 60), rows(40, day, number, voicemail, 8)];
            [&made[..], &[rows(30, day, number, "no answer", 0)]].concat().concat()
        })
        .collect();
    let settings = Settings::default();
    let one = figures(report(&[Text("all.csv", text(&rows, 0))], &settings));
    assert_eq!(one["findings"][0]["diagnosis"], "data_artefact");
    assert_eq!(one["findings"][0]["since"], "2026-02-13");
    assert_eq!(one["totals"]["calls"], 4000);
    // At the border, before it, after it.
    for at in [2400, 1000, 3000] {
        let parts = || [Text("a.csv", text(&rows[..at], 0)), Text("b.csv", text(&rows[at..], at))];
        assert_eq!(figures(report(&parts(), &settings)), one, "{at}");
        let [first, second] = parts();
        assert_eq!(figures(report(&[second, first], &settings)), one, "{at}");
    }
}

fn any_row() -> impl Strategy<Value = Row> {
    let status = prop::sample::select(vec!["answered", "no answer", "rejected", "busy", "voicemail", "failed"]);
    (1..9_u32, 1..4_u32, status, 0..200_u32, prop::sample::select(vec!["Mutuelle", "Rénovation"])).prop_map(
        |(day, number, status, talk, campaign)| {
            let talk = if status == "answered" { talk } else { 0 };
            Row { day, number, status, talk, campaign }
        },
    )
}

fn by_day(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_by_key(|row| row.day);
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn where_a_log_is_cut_and_in_which_order_the_files_come_changes_no_figure(
        rows in prop::collection::vec(any_row(), 60..160),
        share in 0.3..0.7_f64,
        again in 0..20_usize,
    ) {
        let rows = by_day(rows);
        let at = (share * rows.len() as f64) as usize;
        let settings = Settings::default();
        let one = figures(report(&[Text("all.csv", text(&rows, 0))], &settings));
        // The second file begins some calls before the first one ends.
        let parts = || {
            [Text("a.csv", text(&rows[..at], 0)), Text("b.csv", text(&rows[at.saturating_sub(again)..], at.saturating_sub(again)))]
        };
        let [first, second] = parts();
        prop_assert_eq!(&figures(report(&[first, second], &settings)), &one);
        let [first, second] = parts();
        prop_assert_eq!(&figures(report(&[second, first], &settings)), &one);
    }

    #[test]
    fn as_of_a_day_is_the_log_cut_after_it(rows in prop::collection::vec(any_row(), 60..160), last in 3..8_u32) {
        let rows = by_day(rows);
        let settings = Settings { as_of: Day::from_ymd(2026, 2, last), ..Settings::default() };
        let kept: Vec<Row> = rows.iter().filter(|row| row.day <= last).cloned().collect();
        prop_assume!(kept.len() > 20);
        let whole = report(&[Text("all.csv", text(&rows, 0))], &settings);
        let cut = report(&[Text("all.csv", text(&kept, 0))], &settings);
        let aside = (rows.len() - kept.len()) as u64;
        prop_assert_eq!(whole["files"][0]["set_aside"].get("out_of_period").and_then(Value::as_u64).unwrap_or(0), aside);
        prop_assert_eq!(figures(whole), figures(cut));
    }
}
