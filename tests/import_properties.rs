//! What holds for any file: it is accounted for, chunks do not matter, and records are those of the `csv` crate.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use proptest::prelude::*;
use ringwell::{
    model::Settings,
    read::{Next, Records, Text},
};
use support::{Chunked, account_of, settings_for};

/// Pieces of which exports, broken and whole, are made.
const PIECES: [&str; 26] = [
    "date,from,to,status,talk\n",
    "\"",
    ",",
    ";",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "2026-02-13 09:00:00",
    "13/02/2026",
    "+33162000001",
    "0639980001",
    "answered",
    "Répondeur",
    "-5",
    "3:11",
    "\"\"",
    "é",
    "\u{FEFF}",
    "Total",
    "date,number,calls,answered\n",
    "calldate,clid,src,dst,dcontext,channel,dstchannel,lastapp,lastdata,duration,billsec,disposition\n",
    "3,31E+10",
    "call id",
    "sep=;\n",
    "2026-02-13 09:00:00,0162000001,0639980001,answered,30\n",
];

fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        9 => proptest::sample::select(PIECES.as_slice()).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => proptest::collection::vec(any::<u8>(), 0..6),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn accounted(bytes: &[u8], chunk: usize) {
    let settings = settings_for("");
    let whole = account_of(&Chunked::whole("x.csv", bytes), &settings).map(|(account, _)| account);
    let pieces = account_of(&Chunked::new("x.csv", bytes, chunk), &settings).map(|(account, _)| account);
    assert_eq!(whole, pieces);
    if let Ok(account) = whole {
        assert_eq!(account.rows, account.counted + account.aside_total());
    }
}

fn read_all(text: &str, chunk: usize) -> Vec<Vec<Vec<u8>>> {
    let source = Chunked::new("x", text, chunk);
    let reader = ringwell::import::Source::open(&source);
    let Ok(text) = Text::open(reader) else { return Vec::new() };
    let mut records = Records::new(text, b',');
    let mut list = Vec::new();
    loop {
        let next = records.advance();
        if next == Next::End {
            return list;
        }
        assert_eq!(next, Next::Record);
        list.push(records.record().iter().map(<[u8]>::to_vec).collect());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bytes_are_accounted_for(bytes in proptest::collection::vec(any::<u8>(), 0..600), chunk in 1_usize..40) {
        accounted(&bytes, chunk);
    }

    #[test]
    fn any_broken_export_is_accounted_for(bytes in pieces(), chunk in 1_usize..40) {
        accounted(&bytes, chunk);
    }

    #[test]
    fn records_are_those_of_the_csv_crate(
        rows in proptest::collection::vec(proptest::collection::vec("[a-zé,;\"\r\n ]{0,8}", 3), 1..20),
        crlf in any::<bool>(),
        chunk in 1_usize..50,
    ) {
        let terminator = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer = csv::WriterBuilder::new().terminator(terminator).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let expected: Vec<Vec<Vec<u8>>> = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes())
            .byte_records()
            .map(|record| record.unwrap().iter().map(<[u8]>::to_vec).collect())
            .collect();
        prop_assert_eq!(read_all(&text, chunk), expected);
    }
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    for line_end in ["\n", "\r\n", "\r"] {
        let text = ["a,b", "1,\"x", "y\"", "", "", "2,z", "3,\"\""].join(line_end);
        for chunk in [1, 3, usize::MAX] {
            let source = Chunked::new("x", text.clone(), chunk);
            let mut records = Records::new(Text::open(ringwell::import::Source::open(&source)).unwrap(), b',');
            let mut lines = Vec::new();
            while records.advance() == Next::Record {
                lines.push((records.line(), records.lines()));
            }
            assert_eq!(lines, [(1, 1), (2, 2), (6, 1), (7, 1)], "{line_end:?} by {chunk}");
        }
    }
}

#[test]
fn every_row_of_a_long_file_is_counted() {
    let text: String =
        std::iter::once("date,from,to,status,talk\n".to_owned())
            .chain((0..60_000).map(|at| {
                format!("2026-02-13 09:{:02}:{:02},0162000001,06{at:08},answered,{at}\n", at / 60 % 60, at % 60)
            }))
            .collect();
    let (account, ledger) = account_of(&Chunked::new("x", text, 65_536), &Settings::default()).unwrap();
    assert_eq!((account.rows, account.counted), (60_000, 60_000));
    assert_eq!(ledger.cells.values().map(|tally| u64::from(tally.calls())).sum::<u64>(), 60_000);
}
