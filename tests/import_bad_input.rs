//! Bad input: each costs as little as it can, and says what it cost.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use ringwell::{
    import::{DayFirst, FileAccount},
    model::{Aside, Mapping, Problem, ProblemKind, Settings},
};
use support::{Chunked, account_of, settings_for};

const HEADER: &str = "date,from,to,status,talk\n";

/// Good rows of a call file, one call a minute.
fn rows(from: usize, count: usize) -> String {
    (from..from + count)
        .map(|at| format!("2026-02-13 09:{:02}:00,0162000001,0639980{:03},answered,{}\n", at % 60, at % 1000, 30 + at))
        .collect()
}

fn account(bytes: impl Into<Vec<u8>>) -> FileAccount {
    try_account(bytes).unwrap()
}

fn try_account(bytes: impl Into<Vec<u8>>) -> Result<FileAccount, Problem> {
    let bytes = bytes.into();
    let whole = account_of(&Chunked::whole("calls.csv", bytes.clone()), &settings_for("calls.csv"));
    let pieces = account_of(&Chunked::new("calls.csv", bytes, 4093), &settings_for("calls.csv"));
    let account = whole.map(|(account, _)| account);
    assert_eq!(account, pieces.map(|(account, _)| account), "chunks must not matter");
    if let Ok(account) = &account {
        assert_eq!(account.rows, account.counted + account.aside_total(), "every row is accounted for");
    }
    account
}

fn kind_of(bytes: impl Into<Vec<u8>>) -> ProblemKind {
    try_account(bytes).unwrap_err().kind
}

fn problem(account: &FileAccount, kind: ProblemKind) -> &Problem {
    let found = account.problems.iter().find(|problem| problem.kind == kind);
    assert!(found.is_some(), "{kind:?} is not among {:?}", account.problems);
    found.unwrap()
}

#[test]
fn what_is_no_table_says_what_it_is() {
    assert_eq!(kind_of(""), ProblemKind::EmptyFile);
    assert_eq!(kind_of("\u{FEFF}"), ProblemKind::EmptyFile);
    assert_eq!(kind_of("\n\r\n\n"), ProblemKind::EmptyFile);
    assert_eq!(kind_of("%PDF-1.7\n%\u{e2}\u{e3}\n1 0 obj"), ProblemKind::Pdf);
    assert_eq!(kind_of(b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0....[Content_Types].xml".to_vec()), ProblemKind::Workbook);
    assert_eq!(
        kind_of(b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet".to_vec()),
        ProblemKind::Workbook
    );
    assert_eq!(kind_of(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old Excel".to_vec()), ProblemKind::Workbook);
    assert_eq!(kind_of(b"PK\x03\x04\x14\0notes.txt".to_vec()), ProblemKind::Archive);
    assert_eq!(kind_of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()), ProblemKind::Image);
    assert_eq!(kind_of(b"\xFF\xD8\xFF\xE0\0\x10JFIF".to_vec()), ProblemKind::Image);
    assert_eq!(kind_of((0..4000_u32).map(|at| (at * 7919 % 251) as u8).collect::<Vec<_>>()), ProblemKind::Binary);
}

#[test]
fn a_header_alone_is_no_call() {
    assert_eq!(kind_of(HEADER), ProblemKind::HeaderOnly);
    assert_eq!(kind_of("There are no calls during this time period for these parameters\n"), ProblemKind::HeaderOnly);
}

#[test]
fn a_file_without_dates_names_the_columns_that_it_has() {
    let problem =
        try_account("from,to,status\n0162000001,0639980001,answered\n0162000001,0639980002,busy\n").unwrap_err();
    assert_eq!((problem.kind, problem.found.as_deref()), (ProblemKind::NoDateColumn, Some("from, to, status")));
}

#[test]
fn without_a_number_column_the_calls_count_for_the_account() {
    let text = "date,status,talk\n2026-02-13 09:00:00,answered,30\n2026-02-13 09:01:00,no answer,0\n";
    let account = account(text);
    assert_eq!(account.counted, 2);
    assert!(account.problems.iter().any(|problem| problem.kind == ProblemKind::NoNumberColumn));
    let (_, ledger) = account_of(&Chunked::whole("calls.csv", text), &settings_for("")).unwrap();
    assert!(ledger.cells.keys().all(|key| key.number == 0));
}

#[test]
fn ragged_rows_cost_themselves() {
    let text = format!("{HEADER}{}2026-02-13,0162000001\n{}a,b,c,d,e,f,g\n{}", rows(0, 3), rows(3, 2), rows(5, 2));
    let account = account(text);
    assert_eq!((account.counted, account.set_aside.get(&Aside::Ragged)), (7, Some(&2)));
    assert_eq!(
        (problem(&account, ProblemKind::Ragged).line, problem(&account, ProblemKind::Ragged).rows),
        (Some(5), 2)
    );
    assert_eq!(account.examples.iter().map(|example| example.line).collect::<Vec<_>>(), [5, 8]);
}

#[test]
fn empty_fields_at_the_end_of_a_row_are_no_fault() {
    let account = account(format!("{HEADER}2026-02-13 09:00:00,0162000001,0639980001,answered,30,,,\n{}", rows(1, 2)));
    assert_eq!((account.counted, account.aside_total()), (3, 0));
}

#[test]
fn an_unclosed_quote_costs_one_row() {
    for broken in ["2026-02-13 10:00:00,\"0162000001,0639980001,answered,30\n", "\"2026-02-13,x\n", "a,b,c,d,\"e\n"] {
        let text = format!("{HEADER}{}{broken}{}", rows(0, 5), rows(5, 300));
        let account = account(text);
        assert_eq!((account.rows, account.counted), (306, 305), "{broken}");
        assert_eq!(account.set_aside.get(&Aside::Ragged), Some(&1));
        assert_eq!(problem(&account, ProblemKind::UnclosedQuote).line, Some(7));
    }
}

#[test]
fn a_quote_that_swallows_the_next_quoted_row_costs_one_row() {
    let quoted = |at| format!("\"2026-02-13 09:{at:02}:00\",0162000001,06399800{at:02},answered,30\n");
    let text = format!("{HEADER}{}x,\"y,z,answered,30\n{}{}", quoted(1), quoted(2), quoted(3));
    let account = account(text);
    assert_eq!((account.rows, account.counted, account.set_aside.get(&Aside::Ragged)), (4, 3, Some(&1)));
}

#[test]
fn line_breaks_within_quotes_are_text() {
    let text = "date,from,to,status,notes\n2026-02-13 09:00:00,0162000001,0639980001,answered,\"a\nb\r\nc\"\n\n\
                2026-02-30 09:00:00,0162000001,0639980001,answered,x\n";
    let account = account(text);
    assert_eq!((account.rows, account.counted), (2, 1));
    assert_eq!(problem(&account, ProblemKind::BadDate).line, Some(6));
}

#[test]
fn dates_that_do_not_exist_are_named() {
    let row = |date: &str| format!("{date},0162000001,0639980001,answered,30\n");
    let text = format!("{HEADER}{}{}{}{}", rows(0, 3), row("2026-02-30 09:00:00"), row(""), row("soon"));
    let account = account(text);
    assert_eq!((account.counted, account.set_aside.get(&Aside::BadDate)), (3, Some(&3)));
    let problem = problem(&account, ProblemKind::BadDate);
    assert_eq!((problem.line, problem.column.as_deref()), (Some(5), Some("date")));
    assert_eq!((problem.found.as_deref(), problem.rows), (Some("2026-02-30 09:00:00"), 3));
}

#[test]
fn negative_durations_are_set_aside() {
    let text = format!("{HEADER}{}2026-02-13 10:00:00,0162000001,0639980001,answered,-5\n", rows(0, 3));
    let account = account(text);
    assert_eq!((account.counted, account.set_aside.get(&Aside::Negative)), (3, Some(&1)));
    assert_eq!(problem(&account, ProblemKind::Negative).found.as_deref(), Some("-5"));
}

#[test]
fn numbers_that_are_none_are_told_apart() {
    let row = |from: &str| format!("2026-02-13 10:00:00,{from},0639980001,answered,30\n");
    let text = format!("{HEADER}{}{}{}{}", rows(0, 3), row("\"3,31E+10\""), row("anonymous"), row(""));
    let account = account(text);
    assert_eq!(account.counted, 3);
    for reason in [Aside::NumberMangled, Aside::BadNumber, Aside::NoNumber] {
        assert_eq!(account.set_aside.get(&reason), Some(&1), "{reason:?}");
    }
}

#[test]
fn a_field_of_ten_megabytes_costs_one_row() {
    let long = "x".repeat(10 * 1024 * 1024);
    for field in [long.clone(), format!("\"{long}\"")] {
        let text = format!("{HEADER}{}2026-02-13 10:00:00,0162000001,{field},answered,30\n{}", rows(0, 3), rows(3, 4));
        let account = account(text);
        assert_eq!((account.rows, account.counted, account.set_aside.get(&Aside::TooLong)), (8, 7, Some(&1)));
        assert_eq!(problem(&account, ProblemKind::TooLong).line, Some(5));
    }
}

#[test]
fn a_record_of_one_mebibyte_is_read_and_one_byte_more_is_not() {
    let start = "2026-02-13 10:00:00,0162000001,0639980009,answered,30,";
    for (length, counted) in [(1024 * 1024, 2), (1024 * 1024 + 1, 1)] {
        let note = "x".repeat(length - start.len() - 1);
        let text = format!(
            "date,from,to,status,talk,note\n2026-02-13 09:00:00,0162000001,0639980001,busy,0,\n{start}{note}\n"
        );
        assert_eq!(account(text).counted, counted, "{length}");
    }
}

#[test]
fn dates_that_could_be_swapped_are_asked_about() {
    let text = "date,from,to,status\n03/02/2026 09:00,0162000001,0639980001,answered\n04/02/2026 09:00,0162000001,0639980002,busy\n";
    let account = account(text);
    assert_eq!(account.day_first, Some(DayFirst::Assumed));
    let problem = problem(&account, ProblemKind::AmbiguousDates);
    assert_eq!((problem.column.as_deref(), problem.found.as_deref()), (Some("date"), Some("03/02/2026 09:00")));
    let source = Chunked::whole("calls.csv", text);
    let days = |settings: &Settings| {
        let (account, ledger) = account_of(&source, settings).unwrap();
        (account.day_first, ledger.cells.keys().map(|key| key.day.to_string()).min().unwrap())
    };
    assert_eq!(days(&settings_for("")), (Some(DayFirst::Assumed), "2026-02-03".to_owned()));
    assert_eq!(days(&settings_for("us_")), (Some(DayFirst::Assumed), "2026-03-02".to_owned()));
    let mut chosen = settings_for("");
    chosen.mappings.insert("*".to_owned(), Mapping { day_first: Some(false), ..Mapping::default() });
    assert_eq!(days(&chosen), (Some(DayFirst::Chosen), "2026-03-02".to_owned()));
}

#[test]
fn the_end_of_a_file_can_overrule_the_assumption_of_its_head() {
    let early: String =
        (0..20_000).map(|at| format!("02/03/2026 09:{:02},0162000001,06{at:08},busy\n", at % 60)).collect();
    let text = |last: &str| format!("date,from,to,status\n{early}{last},0162000001,0639980001,answered\n");
    let month_first = account(text("02/13/2026 10:00"));
    assert_eq!((month_first.day_first, month_first.counted), (Some(DayFirst::No), 20_001));
    let day_first = account(text("13/02/2026 10:00"));
    assert_eq!((day_first.day_first, day_first.counted), (Some(DayFirst::Yes), 20_001));
}

#[test]
fn a_truncated_gzip_keeps_what_was_read() {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(format!("{HEADER}{}", rows(0, 20_000)).as_bytes()).unwrap();
    let bytes = gzip.finish().unwrap();
    let all = account(bytes.clone());
    assert!(all.gzip && all.counted == 20_000 && all.problems.is_empty());
    let cut = account(&bytes[..bytes.len() / 2]);
    assert!(cut.counted > 1_000 && cut.counted < 20_000);
    problem(&cut, ProblemKind::TruncatedGzip);
    let mut damaged = bytes.clone();
    damaged.truncate(bytes.len() - 6);
    problem(&account(damaged), ProblemKind::TruncatedGzip);
}

#[test]
fn two_gzip_members_are_one_file() {
    let member = |text: String| {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(text.as_bytes()).unwrap();
        gzip.finish().unwrap()
    };
    let bytes = [member(format!("{HEADER}{}", rows(0, 10))), member(rows(10, 10))].concat();
    assert_eq!(account(bytes).counted, 20);
}

#[test]
fn a_file_deleted_while_it_is_read_keeps_what_was_read() {
    let text = format!("{HEADER}{}", rows(0, 20_000));
    let source = Chunked::new("calls.csv", text.clone(), 4096).failing_at(600_000);
    let (account, _) = account_of(&source, &settings_for("")).unwrap();
    assert!(account.counted > 5_000 && account.counted < 20_000);
    assert_eq!(account.rows, account.counted + account.aside_total());
    problem(&account, ProblemKind::ReadStopped);
    let gone = Chunked::whole("calls.csv", text).failing_at(0);
    assert_eq!(account_of(&gone, &settings_for("")).unwrap_err().kind, ProblemKind::Unreadable);
}

#[test]
fn no_problem_shows_a_callee() {
    let row = |to: &str, rest: &str| format!("2026-02-13 10:00:00,0162000001,{to}{rest}\n");
    let text = format!(
        "{HEADER}{}{}{}",
        row("0639981234", ",answered,-3"),
        row("0639981234", ""),
        row("\"0639981234", ",answered,3")
    );
    let account = account(text);
    let said = format!("{:?}{:?}", account.problems, account.examples);
    assert!(account.aside_total() == 3 && !said.contains("0639981234"), "{said}");
}

#[test]
fn a_file_most_of_whose_dates_do_not_exist_still_has_a_date_column() {
    let row = |date: &str| format!("{date},0162000001,0639980001,busy\n");
    let text = format!("date,from,to,status\n{}{}{}", row("30/02/2026"), row("31/02/2026"), row("15/02/2026"));
    let account = account(text);
    assert_eq!((account.counted, account.set_aside.get(&Aside::BadDate)), (1, Some(&2)));
}
