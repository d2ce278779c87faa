//! Encodings against encoding_rs, line ends and delimiters.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use proptest::prelude::*;
use ringwell::read::{Decoder, Encoding};
use support::{Chunked, account_of, cells, settings_for};

const TABLE: &str = "Date;Heure;Numéro présenté;Numéro appelé;Statut;Durée de communication;Campagne\n\
    13/02/2026;09:00:00;0162000001;0639980001;Décroché;3:11;Été – « € »\n\
    13/02/2026;09:01:00;0162000001;0639980002;Répondeur;0:12;Énergie\n";

fn decode(bytes: &[u8], encoding: Option<Encoding>, chunk: usize) -> String {
    let mut decoder = Decoder::new(encoding);
    let (mut text, mut kept) = (Vec::new(), Vec::new());
    for piece in bytes.chunks(chunk) {
        kept.extend_from_slice(piece);
        let used = decoder.decode(&kept, false, &mut text);
        kept.drain(..used);
    }
    decoder.decode(&kept, true, &mut text);
    String::from_utf8(text).unwrap()
}

fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

#[test]
fn every_byte_of_windows_1252_is_the_character_that_browsers_show() {
    let all: Vec<u8> = (0..=255).collect();
    assert_eq!(decode(&all, Some(Encoding::Windows1252), 7), WINDOWS_1252.decode_without_bom_handling(&all).0);
}

#[test]
fn the_same_table_in_every_encoding_gives_the_same_tallies() {
    let ledger = |name: &str, bytes: Vec<u8>| {
        let (account, ledger) = account_of(&Chunked::new(name, bytes, 3), &settings_for("")).unwrap();
        assert_eq!((account.counted, account.encoding.as_str()), (2, name), "{:?}", account.problems);
        assert!(ledger.names.campaigns.find("Été – « € »").is_some(), "{name}");
        cells(&ledger)
    };
    let utf8 = ledger("utf-8", TABLE.as_bytes().to_vec());
    let with_mark = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
    assert_eq!(ledger("utf-8", with_mark(b"\xEF\xBB\xBF", TABLE.as_bytes().to_vec())), utf8);
    assert_eq!(ledger("windows-1252", WINDOWS_1252.encode(TABLE).0.into_owned()), utf8);
    assert_eq!(ledger("utf-16le", with_mark(b"\xFF\xFE", utf16(TABLE, u16::to_le_bytes))), utf8);
    assert_eq!(ledger("utf-16be", with_mark(b"\xFE\xFF", utf16(TABLE, u16::to_be_bytes))), utf8);
    assert_eq!(ledger("utf-16le", utf16(TABLE, u16::to_le_bytes)), utf8);
    assert_eq!(ledger("utf-16be", utf16(TABLE, u16::to_be_bytes)), utf8);
}

#[test]
fn an_accent_after_a_long_plain_head_still_tells_the_encoding() {
    let plain: String = (0..20_000).map(|at| format!("2026-02-13 09:00:00,0162000001,06{at:08},busy,Lyon\n")).collect();
    let text = format!("date,from,to,status,team\n{plain}2026-02-13 10:00:00,0162000001,0639980001,busy,Orléans\n");
    for (id, bytes) in
        [("utf-8", text.as_bytes().to_vec()), ("windows-1252", WINDOWS_1252.encode(&text).0.into_owned())]
    {
        for chunk in [usize::MAX, 977] {
            let (account, ledger) = account_of(&Chunked::new("x", bytes.clone(), chunk), &settings_for("")).unwrap();
            assert_eq!(account.encoding, id);
            assert!(ledger.names.teams.find("Orléans").is_some(), "{id}");
            assert!(account.problems.is_empty(), "{:?}", account.problems);
        }
    }
}

#[test]
fn a_bad_byte_in_utf_8_is_replaced_and_said() {
    let accents = "é".repeat(40);
    let mut bytes =
        format!("date,from,to,status,team\n2026-02-13 09:00:00,0162000001,0639980001,busy,{accents}\n").into_bytes();
    bytes.extend_from_slice(b"2026-02-13 09:01:00,0162000001,0639980002,busy,Or\xE9ans\n");
    let (account, ledger) = account_of(&Chunked::new("x", bytes, 5), &settings_for("")).unwrap();
    assert_eq!((account.encoding.as_str(), account.counted), ("utf-8", 2));
    assert_eq!(account.problems.iter().map(|problem| problem.rows).collect::<Vec<_>>(), [1]);
    assert!(ledger.names.teams.find("Or\u{FFFD}ans").is_some());
}

#[test]
fn delimiters_and_line_ends_change_nothing() {
    let table = "date,from,to,status,talk\n2026-02-13 09:00:00,0162000001,0639980001,answered,30\n\
        2026-02-13 09:01:00,0162000002,0639980002,busy,0\n";
    let read = |text: String| {
        let (account, ledger) = account_of(&Chunked::new("x", text, 11), &settings_for("")).unwrap();
        (account.rows, account.counted, account.delimiter, cells(&ledger))
    };
    let (rows, counted, _, tallies) = read(table.to_owned());
    assert_eq!((rows, counted), (2, 2));
    for delimiter in [',', ';', '\t', '|'] {
        for line_end in ["\n", "\r\n", "\r"] {
            for first in ["", "sep=", "Report of calls\n\n"] {
                let first = if first == "sep=" { format!("sep={delimiter}\n") } else { first.to_owned() };
                let text = format!("{first}{}", table.replace(',', &delimiter.to_string())).replace('\n', line_end);
                assert_eq!(
                    read(text),
                    (2, 2, Some(delimiter), tallies.clone()),
                    "{delimiter:?} {line_end:?} {first:?}"
                );
            }
        }
    }
}

proptest! {
    #[test]
    fn utf_8_is_decoded_as_encoding_rs_does(bytes in proptest::collection::vec(any::<u8>(), 0..200), chunk in 1_usize..9) {
        let expected = String::from_utf8_lossy(&bytes).into_owned();
        prop_assert_eq!(decode(&bytes, Some(Encoding::Utf8), chunk), expected);
    }

    #[test]
    fn utf_16_is_decoded_as_encoding_rs_does(bytes in proptest::collection::vec(any::<u8>(), 0..200), chunk in 1_usize..9) {
        let le = UTF_16LE.decode_without_bom_handling(&bytes).0;
        prop_assert_eq!(decode(&bytes, Some(Encoding::Utf16Le), chunk), le.as_ref());
        let be = UTF_16BE.decode_without_bom_handling(&bytes).0;
        prop_assert_eq!(decode(&bytes, Some(Encoding::Utf16Be), chunk), be.as_ref());
    }
}
