//! Ranges that lists block or label as a whole: told beside a number, never a figure of it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use ringwell::{
    import::{FileKind, Source},
    model::{Aside, Settings},
    report::{Detail, Report, report_of},
    tally::gather,
};
use serde_json::{Value, json};
use support::{Chunked, account_of};

const V1: &str = r#"[{"operator_name":"Aircall","pattern":"33188######","start":33188000000,"end":33188999999},
    {"operator_name":"Onoff","pattern":"3364460####","start":1,"end":2},{"operator_name":"?","pattern":"oops"}]"#;
const V2: &str = r#"{"version":"2","name":"French list","description":"","blocked_numbers_count":14900000,
    "patterns":[{"name":"NPV","action":"block","pattern":"33162######"},{"name":"Aircall","action":"block","pattern":"33188######"}]}"#;
const CALLS: &str = "date,from,to,status\n2026-02-13 09:00,+33162000001,+33639980001,answered\n\
    2026-02-13 09:01,+33188000001,+33639980002,busy\n2026-02-13 09:02,+33144000001,+33639980003,busy\n";

fn report(files: &[(&str, &str)]) -> Report {
    let files: Vec<Chunked> = files.iter().map(|(name, text)| Chunked::whole(name, *text)).collect();
    let sources: Vec<&dyn Source> = files.iter().map(|file| file as &dyn Source).collect();
    report_of(&gather(&sources, &Settings::default()), &Settings::default(), Detail::Full)
}

fn ranges(report: &Report) -> Value {
    let of = |number: &ringwell::report::NumberReport| (number.number.clone(), json!(number.ranges));
    Value::Object(report.numbers.iter().map(of).collect())
}

#[test]
fn both_forms_of_the_list_are_read() {
    let (account, ledger) = account_of(&Chunked::whole("list.json", V1), &Settings::default()).unwrap();
    assert_eq!((account.kind, account.system.as_str()), (FileKind::Readings, "saracroche"));
    assert_eq!((account.rows, account.counted), (3, 2));
    assert_eq!(account.set_aside.get(&Aside::BadNumber), Some(&1));
    assert_eq!(ledger.ranges.len(), 2);
    let (account, ledger) = account_of(&Chunked::whole("blocked-patterns.json", V2), &Settings::default()).unwrap();
    assert_eq!((account.system.as_str(), account.counted, ledger.ranges.len()), ("saracroche", 2, 2));
}

#[test]
fn a_number_says_in_which_ranges_it_lies() {
    let listed = report(&[("calls.csv", CALLS), ("blocked-patterns.json", V2)]);
    let arcep = json!({ "list": "arcep", "pattern": "33162######", "name": null });
    let of = |name: &str, pattern: &str| json!({ "list": "saracroche", "pattern": pattern, "name": name });
    assert_eq!(
        ranges(&listed),
        json!({
            "+33162000001": [arcep, of("NPV", "33162######")],
            "+33188000001": [of("Aircall", "33188######")],
            "+33144000001": [],
        })
    );
    let notes: Vec<_> =
        listed.notes.iter().filter(|note| note.id.ends_with("_range") || note.id.ends_with("_ranges")).collect();
    let told: Vec<_> =
        notes.iter().map(|note| (note.id, note.about.as_deref().unwrap(), note.value.unwrap())).collect();
    assert_eq!(told, [("automated_range", "+33162", 1.0), ("listed_ranges", "saracroche", 2.0)]);
}

#[test]
fn a_list_of_ranges_changes_no_figure() {
    let plain = report(&[("calls.csv", CALLS)]);
    let listed = report(&[("calls.csv", CALLS), ("list.json", V1)]);
    assert_eq!((plain.totals, &plain.kpis, &plain.findings), (listed.totals, &listed.kpis, &listed.findings));
    assert_eq!(ranges(&plain)["+33162000001"][0]["list"], "arcep");
    assert_eq!(plain.numbers.len(), listed.numbers.len());
}
