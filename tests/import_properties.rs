//! What holds for any file: it is accounted for, chunks do not matter, and records are those of the `csv` crate.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use proptest::prelude::*;
use ringwell::{
    model::Settings,
    read::{Next, Records, Text},
};
use support::{Chunked, Split, account_of, settings_for};

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
    let mut list = Vec::new();
    Split::each(&Chunked::new("x", text, chunk), &mut |next, records| match next {
        Next::Record => list.push(records.record().iter().map(<[u8]>::to_vec).collect()),
        next => assert_eq!(next, Next::End),
    });
    list
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

/// The records of the `csv` crate, and whether the last of them stands in a quote that is never closed: then another
/// field after a line break belongs to it too.
fn by_the_csv_crate(bytes: &[u8], delimiter: u8) -> (Vec<Vec<Vec<u8>>>, bool) {
    let read = |bytes: &[u8]| -> Vec<Vec<Vec<u8>>> {
        let mut builder = csv::ReaderBuilder::new();
        let reader = builder.has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes);
        reader.into_byte_records().map(|record| record.unwrap().iter().map(<[u8]>::to_vec).collect()).collect()
    };
    let records = read(bytes);
    let more = read(&[bytes, b"\nx"].concat());
    let is_open = more.len() == records.len();
    (records, is_open)
}

/// Bytes of which most mean something to a table.
fn table_bytes() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![
        4 => Just(b'"'),
        3 => Just(b','),
        1 => Just(b';'),
        2 => Just(b'\n'),
        1 => Just(b'\r'),
        4 => proptest::sample::select(b"abc d".as_slice()),
        1 => any::<u8>(),
    ];
    let tidy = proptest::sample::select(
        ["a,", "\"b\",", "\"c\"\"d\",", "\"e\nf\",", "\n", "\r\n", "\"\"\n", "\"g\"\r\n", "hij", ","].as_slice(),
    );
    let piece = prop_oneof![
        2 => proptest::collection::vec(byte, 1..4),
        5 => tidy.prop_map(|text| text.as_bytes().to_vec()),
    ];
    proptest::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// Splitting in place against the reference, quotes in any place.
    #[test]
    fn any_bytes_are_split_as_by_the_csv_crate(
        bytes in table_bytes(),
        delimiter in proptest::sample::select(b",;".as_slice()),
    ) {
        let mut records = Records::new(Text::of_utf8(bytes.clone()), delimiter);
        let mut found: Vec<Vec<Vec<u8>>> = Vec::new();
        let mut next = records.advance();
        while next == Next::Record {
            found.push(records.record().iter().map(<[u8]>::to_vec).collect());
            next = records.advance();
        }
        alike(&found, next, &bytes, delimiter)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// The same at every border of chunks: behind a head as long as what is always read at once.
    #[test]
    fn bytes_in_chunks_are_split_as_by_the_csv_crate(bytes in table_bytes(), cut in any::<usize>(), chunk in 1_usize..80) {
        prop_assume!(bytes.is_ascii());
        let mut text = vec![b'\n'; ringwell::read::HEAD_BYTES - cut % (bytes.len() + 1)];
        text.extend_from_slice(&bytes);
        let source = Chunked::new("x", text, chunk);
        let (mut found, mut last) = (Vec::new(), Next::Hungry);
        Split::each(&source, &mut |next, records| match next {
            Next::Record => found.push(records.record().iter().map(<[u8]>::to_vec).collect()),
            next => last = next,
        });
        alike(&found, last, &bytes, b',')?;
    }
}

fn alike(found: &[Vec<Vec<u8>>], next: Next, bytes: &[u8], delimiter: u8) -> Result<(), TestCaseError> {
    let (expected, is_open) = by_the_csv_crate(bytes, delimiter);
    prop_assert_eq!(next, if is_open { Next::Unclosed } else { Next::End });
    // What an open quote swallows is a record for the `csv` crate, and none for us.
    prop_assert_eq!(found, &expected[..expected.len() - usize::from(is_open)]);
    Ok(())
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    for line_end in ["\n", "\r\n", "\r"] {
        let text = ["a,b", "1,\"x", "y\"", "", "", "2,z", "3,\"\""].join(line_end);
        for chunk in [1, 3, usize::MAX] {
            let source = Chunked::new("x", text.clone(), chunk);
            let mut lines = Vec::new();
            Split::each(&source, &mut |next, records| {
                lines.extend((next == Next::Record).then(|| (records.line(), records.lines())));
            });
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
