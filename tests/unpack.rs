//! Archives and workbooks: each table in them is a file of its own, read as it would be if it had come alone.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use proptest::prelude::*;
use ringwell::{
    import::Source,
    model::{Aside, Outcome, ProblemKind},
    unpack::{Table, is_packed, unpack, unpacked},
};
use support::{
    Chunked, account_of,
    pack::{Cell, workbook, zip},
    settings_for,
};

const CALLS: &str = "date,from,to,status,talk\n2026-02-13 09:00,0162000001,0639980001,answered,60\n2026-02-13 09:01,0162000001,0639980002,busy,0\n";
const READINGS: &str = "number,date,score\n0162000001,2026-02-13,42\n";

fn tables(name: &str, bytes: impl Into<Vec<u8>>) -> Vec<Table> {
    let mut tables = Vec::new();
    unpack(&Chunked::whole(name, bytes), &mut tables);
    tables
}

fn text(table: &Table) -> &str {
    std::str::from_utf8(table.bytes.as_ref().unwrap()).unwrap()
}

fn kinds(tables: &[Table]) -> Vec<(&str, Option<ProblemKind>)> {
    tables.iter().map(|table| (table.name.as_str(), table.bytes.as_ref().err().copied())).collect()
}

/// Serial of 13 February 2026, 09:00.
const MOMENT: f64 = 46_066.375;

fn sheet(rows: usize) -> Vec<Vec<Cell>> {
    let header = ["Date", "Numéro présenté", "Numéro appelé", "Statut", "Durée de communication"];
    let mut all = vec![header.map(Cell::Text).to_vec()];
    for row in 0..rows {
        let minute = row as f64 / 1440.0;
        let (status, talk) = if row % 2 == 0 { ("Répondu", 125.0) } else { ("Occupé", 0.0) };
        all.push(vec![
            Cell::Number(MOMENT + minute, 1),
            Cell::Number(33_162_000_001.0, 0),
            Cell::Number(33_639_980_000.0 + row as f64, 0),
            Cell::Text(status),
            Cell::Number(talk / 86_400.0, 2),
        ]);
    }
    all
}

#[test]
fn each_file_of_an_archive_is_a_file_of_its_own() {
    let files: [(&str, &[u8]); 6] = [
        ("exports/", b""),
        ("exports/calls.csv", CALLS.as_bytes()),
        ("=hiya.csv", READINGS.as_bytes()),
        ("__MACOSX/exports/._calls.csv", b"x"),
        (".DS_Store", b"x"),
        ("book.xlsx", &workbook(&[("Appels", "visible", sheet(2))], "0")),
    ];
    let tables = tables("march.zip", zip(&files));
    let names: Vec<_> = tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(names, ["march.zip/exports/calls.csv", "march.zip/hiya.csv", "march.zip/book.xlsx"]);
    assert_eq!([text(&tables[0]), text(&tables[1])], [CALLS, READINGS]);
    let (account, _) = account_of(&tables[1], &settings_for("")).unwrap();
    assert_eq!((account.system.as_str(), account.counted), ("hiya", 1));
}

#[test]
fn a_workbook_reads_as_its_rows() {
    let book = workbook(&[("Appels", "visible", sheet(4))], "0");
    let tables = tables("appels.xlsx", book);
    assert_eq!(tables[0].name, "appels.xlsx");
    let lines: Vec<_> = text(&tables[0]).lines().collect();
    assert_eq!(lines[0], "Date,Numéro présenté,Numéro appelé,Statut,Durée de communication");
    assert_eq!(lines[1], "2026-02-13 09:00:00,33162000001,33639980000,Répondu,00:02:05");
    assert_eq!(lines[2], "2026-02-13 09:01:00,33162000001,33639980001,Occupé,00:00:00");
    let (account, ledger) = account_of(&tables[0], &settings_for("")).unwrap();
    let of = |outcome| ledger.cells.values().map(|tally| tally.of(outcome)).sum::<u32>();
    assert_eq!((account.rows, account.counted), (4, 4));
    assert_eq!((of(Outcome::Answered), of(Outcome::Busy)), (2, 2));
}

#[test]
fn line_numbers_are_those_of_the_sheet_and_a_rounded_number_is_told() {
    let mut rows = sheet(1);
    rows.insert(0, vec![Cell::Text("Rapport d'appels, mars")]);
    rows.insert(1, Vec::new());
    rows.push(vec![
        Cell::Number(MOMENT + 1.0, 1),
        Cell::Number(447_000_000_000.0, 3),
        Cell::Number(33_639_980_000.0, 0),
        Cell::Text("Répondu"),
    ]);
    let tables = tables("appels.xlsx", workbook(&[("Appels", "visible", rows)], "0"));
    assert!(text(&tables[0]).starts_with("\"Rapport d'appels, mars\"\n\nDate,"));
    let (account, _) = account_of(&tables[0], &settings_for("")).unwrap();
    assert_eq!((account.rows, account.counted), (2, 1));
    let example = &account.examples[0];
    assert_eq!((example.reason, example.line), (Aside::NumberMangled, 5));
    assert_eq!(example.found.as_deref(), Some("4.47E+11"));
}

#[test]
fn of_several_sheets_it_is_the_largest_and_those_with_its_header() {
    let summary = vec![vec![Cell::Text("Total"), Cell::Number(3.0, 0)]; 2];
    let one = workbook(
        &[("Résumé", "visible", summary.clone()), ("Appels", "visible", sheet(5)), ("Source", "hidden", sheet(50))],
        "0",
    );
    assert_eq!(kinds(&tables("appels.xlsx", one)), [("appels.xlsx", None)]);
    let months = workbook(
        &[("Janvier", "visible", sheet(3)), ("Résumé", "visible", summary), ("Février", "visible", sheet(5))],
        "0",
    );
    assert_eq!(kinds(&tables("appels.xlsx", months)), [("appels.xlsx/Janvier", None), ("appels.xlsx/Février", None)]);
    let hidden = workbook(&[("Vide", "visible", Vec::new()), ("Appels", "veryHidden", sheet(3))], "0");
    let read = tables("appels.xlsx", hidden);
    assert_eq!(text(&read[0]).lines().count(), 4);
}

#[test]
fn dates_of_the_old_macintosh_count_from_1904() {
    let mut rows = sheet(1);
    rows[1][0] = Cell::Number(MOMENT - 1_462.0, 1);
    let read = tables("appels.xlsx", workbook(&[("Appels", "visible", rows)], "1"));
    assert!(text(&read[0]).contains("\n2026-02-13 09:00:00,"));
}

#[test]
fn what_cannot_be_unpacked_says_why() {
    let whole = zip(&[("a.csv", CALLS.as_bytes()), ("b.csv", READINGS.as_bytes())]);
    let of = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = whole.clone();
        change(&mut bytes);
        let tables = tables("a.zip", bytes);
        tables.iter().find_map(|table| table.bytes.as_ref().err().copied())
    };
    let entry = whole.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    assert_eq!(of(&|bytes| bytes.truncate(bytes.len() / 2)), Some(ProblemKind::DamagedArchive));
    assert_eq!(of(&|bytes| bytes[40] ^= 0x55), Some(ProblemKind::DamagedArchive));
    assert_eq!(of(&|bytes| bytes[entry + 8] |= 1), Some(ProblemKind::EncryptedArchive));
    assert_eq!(of(&|bytes| bytes[entry + 10] = 12), Some(ProblemKind::UnknownPacking));
    assert_eq!(kinds(&tables("a.zip", zip(&[]))), [("a.zip", Some(ProblemKind::EmptyArchive))]);
    assert_eq!(kinds(&tables("a.zip", zip(&[("only/", b"")]))), [("a.zip", Some(ProblemKind::EmptyArchive))]);
    let bomb = vec![b'0'; 80 << 20];
    assert_eq!(
        kinds(&tables("a.zip", zip(&[("a.csv", &bomb)]))),
        [("a.zip/a.csv", Some(ProblemKind::UnpacksTooLarge))]
    );
    let document = zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]);
    assert_eq!(kinds(&tables("a.docx", document)), [("a.docx", Some(ProblemKind::Workbook))]);
    let sheets = zip(&[("=mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<x/>")]);
    assert_eq!(kinds(&tables("a.ods", sheets)), [("a.ods", Some(ProblemKind::Workbook))]);
    let empty = workbook(&[("Vide", "visible", Vec::new())], "0");
    assert_eq!(kinds(&tables("a.xlsx", empty)), [("a.xlsx", Some(ProblemKind::Workbook))]);
}

#[test]
fn one_damaged_file_takes_none_of_the_others_along() {
    let mut bytes = zip(&[("a.csv", CALLS.as_bytes()), ("b.csv", READINGS.as_bytes())]);
    bytes[40] ^= 0x55;
    let tables = tables("a.zip", bytes);
    assert_eq!(kinds(&tables), [("a.zip/a.csv", Some(ProblemKind::DamagedArchive)), ("a.zip/b.csv", None)]);
    let problem = account_of(&tables[0], &settings_for("")).unwrap_err();
    assert_eq!((problem.kind, problem.file.as_str()), (ProblemKind::DamagedArchive, "a.zip/a.csv"));
}

#[test]
fn other_files_pass_as_they_are() {
    let files: [Box<dyn Source>; 2] = [
        Box::new(Chunked::whole("calls.csv", CALLS)),
        Box::new(Chunked::whole("a.zip", zip(&[("a.csv", CALLS.as_bytes()), ("b.csv", READINGS.as_bytes())]))),
    ];
    assert_eq!([is_packed(&*files[0]), is_packed(&*files[1])], [false, true]);
    let names: Vec<String> = unpacked(files).iter().map(|file| file.name().to_owned()).collect();
    assert_eq!(names, ["calls.csv", "a.zip/a.csv", "a.zip/b.csv"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_archive_cut_or_changed_anywhere_is_refused_or_whole(at in 0.0..1.0, byte in any::<u8>(), cut in any::<u8>()) {
        let book = workbook(&[("Appels", "visible", sheet(20))], "0");
        let good = tables("a.xlsx", book.clone());
        for base in [book, zip(&[("a.csv", CALLS.as_bytes())])] {
            let mut bytes = base;
            let place = (bytes.len() as f64 * at) as usize;
            bytes[place] = byte;
            if cut < 64 {
                bytes.truncate(place);
            }
            for table in tables("a.xlsx", bytes) {
                // The checksums cover the cells. They do not cover the names of the parts: a workbook without its
                // table of types is an archive of XML files, one without its formats has serials for dates.
                let Ok(text) = &table.bytes else { continue };
                let same = text == CALLS.as_bytes() || good.iter().any(|one| one.bytes.as_ref() == Ok(text));
                let in_part = text.starts_with(b"<") || text.starts_with(b"Date,") || text.starts_with(b",");
                prop_assert!(same || in_part, "{}", String::from_utf8_lossy(text));
            }
        }
    }
}
