//! The command line as a process: what it prints where, and how it ends.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::{
    env, fs,
    path::PathBuf,
    process::{Command, Output},
    sync::OnceLock,
};

use serde_json::{Value, json};

/// The example, built: `cargo test` alone has done it, `cargo test --test analyze` has not.
fn program() -> &'static PathBuf {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let built = Command::new(env!("CARGO")).args(["build", "--quiet", "--locked", "--example", "analyze"]).status();
        assert!(built.unwrap().success());
        let test = env::current_exe().unwrap();
        test.parent().unwrap().parent().unwrap().join("examples").join("analyze")
    })
}

/// A folder of its own for each test, with files in it.
struct Folder(PathBuf);

impl Folder {
    fn with(test: &str, files: &[(&str, &[u8])]) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
        fs::create_dir_all(&folder).unwrap();
        for (name, bytes) in files {
            fs::write(folder.join(name), bytes).unwrap();
        }
        Self(folder)
    }

    fn analyze(&self, arguments: &[&str]) -> Output {
        Command::new(program()).current_dir(&self.0).args(arguments).output().unwrap()
    }
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn report(output: &Output) -> Value {
    assert!(output.status.success(), "{}", said(output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Wrong: exit 1, nothing on standard output, and the error names what is wrong.
fn is_refused(output: &Output, names: &str) {
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stdout, b"");
    assert!(said(output).contains(names), "{}", said(output));
}

const CALLS: &str = "Started (UTC),Caller number,Callee number,Status,Talk seconds
2026-02-02 22:30:00,0162000001,0612000001,answered,60
2026-02-02 23:30:00,0162000001,0612000002,answered,90
2026-02-03 10:00:00,0162000001,0612000003,no answer,0
2026-02-04 10:00:00,0162000001,0612000004,busy,0
";

#[test]
fn the_report_is_one_line_of_json_and_nothing_else() {
    let folder = Folder::with("plain", &[("calls.csv", CALLS.as_bytes())]);
    let output = folder.analyze(&["calls.csv"]);
    let report = report(&output);
    assert_eq!(said(&output), "");
    assert!(!output.stdout.contains(&b'\n'));
    assert_eq!(report["totals"]["calls"], json!(4));
    assert_eq!(report["files"][0]["name"], "calls.csv");
    assert_eq!(report["numbers"][0]["number"], "0162000001");
}

#[test]
fn country_and_zone_complete_numbers_and_move_days() {
    let folder = Folder::with("zone", &[("calls.csv", CALLS.as_bytes())]);
    let report = report(&folder.analyze(&["--country", "FR", "--time-zone=Europe/Paris", "calls.csv"]));
    assert_eq!(report["numbers"][0]["number"], "+33162000001");
    // 23:30 UTC is 0:30 of the next day in Paris.
    let days: Vec<_> =
        report["days"].as_array().unwrap().iter().map(|day| (&day["day"], &day["totals"]["calls"])).collect();
    assert_eq!(
        days,
        [(&json!("2026-02-02"), &json!(1)), (&json!("2026-02-03"), &json!(2)), (&json!("2026-02-04"), &json!(1))]
    );
}

#[test]
fn as_of_sets_later_rows_aside() {
    let folder = Folder::with("as_of", &[("calls.csv", CALLS.as_bytes())]);
    let report = report(&folder.analyze(&["--as-of", "2026-02-03", "calls.csv"]));
    assert_eq!(report["as_of"], "2026-02-03");
    assert_eq!(report["files"][0]["set_aside"], json!({ "out_of_period": 1 }));
}

#[test]
fn a_column_can_be_given_its_role() {
    let calls = CALLS.replace("Caller number", "Zeta").replace("0162000001", "1162");
    let folder = Folder::with("map", &[("calls.csv", calls.as_bytes())]);
    let report = report(&folder.analyze(&["--map", "Zeta=own", "calls.csv"]));
    assert_eq!(report["files"][0]["columns"]["own"], "Zeta");
}

#[test]
fn settings_come_from_a_file_and_an_option_beside_it_wins() {
    let settings = br#"{"country":"GB","time_zone":"Europe/Paris","kpis":{"answer_rate":{"low":60,"high":70}}}"#;
    let folder = Folder::with("settings", &[("calls.csv", CALLS.as_bytes()), ("settings.json", settings)]);
    let report = report(&folder.analyze(&["--country", "FR", "--settings", "settings.json", "calls.csv"]));
    assert_eq!(report["numbers"][0]["number"], "+33162000001");
    assert_eq!(report["kpis"]["answer_rate"]["zone"], "red");
    assert_eq!(report["days"][0]["totals"]["calls"], json!(1));
}

#[test]
fn what_is_wrong_is_named() {
    let settings = br#"{"kpis":{"hang_up_secs":99}}"#;
    let folder = Folder::with("wrong", &[("calls.csv", CALLS.as_bytes()), ("settings.json", settings)]);
    for (arguments, names) in [
        (&[][..], "no file given"),
        (&["--nonsense", "calls.csv"], "--nonsense"),
        (&["--country", "XX", "calls.csv"], "--country XX"),
        (&["--time-zone", "Mars/Base", "calls.csv"], "--time-zone Mars/Base"),
        (&["--objective", "fame", "calls.csv"], "--objective fame"),
        (&["--overlap", "sometimes", "calls.csv"], "--overlap sometimes"),
        (&["--as-of", "2026-02-30", "calls.csv"], "--as-of 2026-02-30"),
        (&["--map", "Zeta=king", "calls.csv"], "king"),
        (&["--settings", "settings.json", "calls.csv"], "kpis.hang_up_secs"),
        (&["--settings", "nowhere.json", "calls.csv"], "nowhere.json"),
        (&["calls.csv", "nowhere.csv"], "nowhere.csv"),
        (&["calls.csv", "--country"], "--country"),
    ] {
        is_refused(&folder.analyze(arguments), names);
    }
}

#[test]
fn a_file_that_fails_beside_a_good_one_is_a_sentence() {
    let folder =
        Folder::with("beside", &[("calls.csv", CALLS.as_bytes()), ("bill.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")]);
    let output = folder.analyze(&["bill.csv", "calls.csv"]);
    assert_eq!(report(&output)["files"].as_array().unwrap().len(), 1);
    assert!(said(&output).contains("bill.csv: this is a PDF."));
    is_refused(&folder.analyze(&["bill.csv"]), "nothing could be read");
}
