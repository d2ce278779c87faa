//! A file read by several, each its part, gives what one gives who reads it all.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::fmt::Write as _;

use proptest::prelude::*;
use ringwell::{
    import::Source,
    model::{Aside, Dictionary, Names, Problem, Settings},
    tally::{FileResult, Filter, Gather, Parts, Verdict, ingest, ingest_part},
};
use support::{Chunked, settings_for};

const HEADER: &str = "start time,call id,from,to,status,talk time,agent,notes\n";

/// How the parts of a file came together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Joined,
    /// Joined, after the dates had made a second reading necessary.
    JoinedAgain,
    Alone,
}

fn by_one(source: &dyn Source, settings: &Settings, filter: &Filter) -> Result<FileResult, Problem> {
    ingest(source, settings, filter, &mut |_| ())
}

fn by_several(
    source: &dyn Source,
    settings: &Settings,
    filter: &Filter,
    cuts: &[u64],
) -> (Result<FileResult, Problem>, Way) {
    let mut parts = Parts::cut(cuts.to_vec());
    let mut shares = parts.shares();
    let mut way = Way::Joined;
    loop {
        // The last comes back first.
        let mut verdict = None;
        for share in shares.iter().rev() {
            let part = ingest_part(source, settings, filter, share.day_first, share.span, &mut |_| ());
            verdict = verdict.or(parts.done(share.at, part));
        }
        match verdict.expect("the last part brings the verdict") {
            Verdict::Read(result) => return (*result, way),
            Verdict::Alone => return (by_one(source, settings, filter), Way::Alone),
            Verdict::Again(again) => (shares, way) = (again, Way::JoinedAgain),
        }
    }
}

fn texts(names: &Dictionary) -> Vec<Vec<&str>> {
    let Dictionary { numbers, campaigns, teams, agents, sources } = names;
    [numbers, campaigns, teams, agents, sources].map(|names: &Names| names.iter().collect()).to_vec()
}

fn assert_same(found: &Result<FileResult, Problem>, expected: &Result<FileResult, Problem>) {
    let (found, expected) = match (found, expected) {
        (Ok(found), Ok(expected)) => (found, expected),
        (found, expected) => {
            return assert_eq!(found.as_ref().err(), expected.as_ref().err());
        }
    };
    assert_eq!(found.account, expected.account);
    let (ours, theirs) = (&found.ledger, &expected.ledger);
    assert_eq!(texts(&ours.names), texts(&theirs.names));
    assert_eq!(ours.cells, theirs.cells);
    assert_eq!(ours.agents, theirs.agents);
    assert_eq!(ours.hours, theirs.hours);
    assert_eq!(ours.mixes, theirs.mixes);
    assert_eq!(ours.prints, theirs.prints);
    assert_eq!(ours.day_rows, theirs.day_rows);
    assert_eq!(ours.readings, theirs.readings);
    assert_eq!(ours.reports, theirs.reports);
    assert_eq!(found.collected, expected.collected);
    assert_eq!(found.account.rows, found.account.counted + found.account.aside_total());
}

/// Reads it both ways and answers how the parts came together.
fn check(text: impl Into<Vec<u8>>, settings: &Settings, cuts: &[u64]) -> Way {
    let source = Chunked::new("calls.csv", text, 60_000);
    let (found, way) = by_several(&source, settings, &Filter::default(), cuts);
    assert_same(&found, &by_one(&source, settings, &Filter::default()));
    way
}

fn clock(secs: usize) -> String {
    format!("2026-02-{:02} {:02}:{:02}:{:02}", 1 + secs / 86_400, secs / 3600 % 24, secs / 60 % 60, secs % 60)
}

/// A row, the note last and as it is to stand in the file.
fn row(text: &mut String, at: usize, id: usize, note: &str) {
    let status = ["answered", "no answer", "busy", "Répondeur", "odd word"][at % 5];
    let talk = if at.is_multiple_of(5) { at % 300 } else { 0 };
    let own = at % 7;
    writeln!(
        text,
        "{},call{id},+3316200000{own},+336399{:05},{status},{talk},agent {},{note}",
        clock(at * 3),
        at % 90_000,
        at % 11
    )
    .unwrap();
}

/// A log of that many rows, of which every third call has two legs.
fn log(rows: usize, note: impl Fn(usize) -> String) -> String {
    let mut text = HEADER.to_owned();
    for at in 0..rows {
        row(&mut text, at, at - usize::from(at % 3 == 1), &note(at));
    }
    text
}

/// Notes as people write them: plain, quoted, over several lines, with quotes inside.
fn hard_note(at: usize) -> String {
    match at % 9 {
        0 => String::new(),
        1 => "\"two\nlines\"".to_owned(),
        2 => "\"he said \"\"no\"\", twice\"".to_owned(),
        3 => "\"a\r\n\r\n\"\"b\"\",\n,,\"".to_owned(),
        4 => "5\" pipe".to_owned(),
        5 => "\"Total, as it were\"".to_owned(),
        _ => "plain é".to_owned(),
    }
}

/// Cuts at these parts of the length, in thousandths.
fn cuts_of(length: usize, thousandths: &[usize]) -> Vec<u64> {
    let mut cuts: Vec<u64> = thousandths.iter().map(|part| (length * part / 1000).max(1) as u64).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

#[test]
fn parts_of_a_long_log_with_legs_and_notes_are_joined() {
    let text = log(45_000, hard_note);
    for thousandths in [&[333, 500, 666, 900][..], &[499, 500]] {
        assert_eq!(check(&*text, &Settings::default(), &cuts_of(text.len(), thousandths)), Way::Joined);
    }
}

#[test]
fn parts_of_a_log_without_ids_are_joined_and_rows_that_stand_twice_count_once() {
    let mut text = String::from("start time,from,to,status\n");
    for at in 0..20_000 {
        let twin = at - usize::from(at % 10 == 3);
        writeln!(text, "{},+3316200000{},+336{twin:08},busy", clock(twin * 3), twin % 7).unwrap();
    }
    let middle = text.len() as u64 / 2;
    for border in [middle, middle + 7, middle + 31] {
        assert_eq!(check(&*text, &Settings::default(), &[border]), Way::Joined);
    }
}

#[test]
fn wherever_a_border_falls_between_two_legs_they_are_one_call() {
    let text = log(16_000, |_| String::new());
    let middle = text.len() as u64 / 2;
    for border in (middle..middle + 240).step_by(53) {
        assert_eq!(check(&*text, &Settings::default(), &[border]), Way::Joined);
    }
}

#[test]
fn parts_of_a_log_of_calls_received_mostly_are_joined() {
    let mut text = HEADER.replace("start time", "direction,start time");
    for at in 0..60_000 {
        text += if at % 8 == 0 { "outbound," } else { "inbound," };
        row(&mut text, at, at, "");
    }
    assert_eq!(check(&*text, &Settings::default(), &cuts_of(text.len(), &[900])), Way::Joined);
}

#[test]
fn a_late_leg_of_a_call_in_another_part_is_known() {
    let mut text = log(30_000, |_| String::new());
    row(&mut text, 30_001, 99, "");
    let source = Chunked::whole("calls.csv", &*text);
    let cuts = cuts_of(text.len(), &[500]);
    let (found, way) = by_several(&source, &Settings::default(), &Filter::default(), &cuts);
    let expected = by_one(&source, &Settings::default(), &Filter::default());
    assert_same(&found, &expected);
    assert_eq!(found.unwrap().account.set_aside.get(&Aside::LateLeg), Some(&1));
    assert_eq!(way, Way::Alone);
}

#[test]
fn a_quoted_field_full_of_rows_deceives_and_is_caught() {
    let mut fake = String::new();
    for at in 0..9_000 {
        row(&mut fake, at, 900_000 + at, "");
    }
    assert!((600_000..1_000_000).contains(&fake.len()));
    let rows = log(12_000, |_| String::new());
    let text = format!("{rows}{},call77,+33162000001,+33639900001,busy,0,agent 1,\"{fake}\"\n{}", clock(9), {
        let mut more = String::new();
        (12_000..30_000).for_each(|at| row(&mut more, at, at, ""));
        more
    });
    // The border lies inside the field, and the guess with it.
    let border = (rows.len() + fake.len() * 9 / 10) as u64;
    assert_eq!(check(&*text, &Settings::default(), &[border]), Way::Alone);
    // The border lies after the field, the guess inside.
    let after = (rows.len() + fake.len() + 5_000) as u64;
    assert_eq!(check(&*text, &Settings::default(), &[after]), Way::Alone);
    // Both lie after it.
    assert_eq!(check(&*text, &Settings::default(), &cuts_of(text.len(), &[900])), Way::Joined);
}

#[test]
fn a_quote_that_is_never_closed_costs_a_row_whichever_part_it_stands_in() {
    for place in [3_000, 14_500] {
        let text = log(20_000, |at| if at == place { "\"open".to_owned() } else { String::new() });
        check(&*text, &Settings::default(), &cuts_of(text.len(), &[700]));
    }
}

#[test]
fn lines_are_counted_through_all_parts() {
    let text = log(30_000, |at| if at % 5_000 == 4_999 { "a,b,c".to_owned() } else { hard_note(at) });
    let source = Chunked::whole("calls.csv", &*text);
    let cuts = cuts_of(text.len(), &[300, 600]);
    let (found, way) = by_several(&source, &Settings::default(), &Filter::default(), &cuts);
    assert_same(&found, &by_one(&source, &Settings::default(), &Filter::default()));
    let ragged = |example: &&ringwell::import::AsideExample| example.reason == Aside::Ragged;
    let account = found.unwrap().account;
    let lines: Vec<usize> = account.examples.iter().filter(ragged).map(|example| example.line as usize).collect();
    let true_lines: Vec<usize> =
        text.split('\n').enumerate().filter(|(_, line)| line.ends_with(",a,b,c")).map(|(at, _)| at + 1).collect();
    assert_eq!((lines, way), (true_lines, Way::Joined));
}

#[test]
fn an_encoding_that_shows_late_is_that_of_the_whole_file() {
    let text = log(30_000, |at| if at == 20_000 { "caf\u{1}".to_owned() } else { String::new() });
    let plain = text.replace("Répondeur", "Repondeur");
    let latin: Vec<u8> = plain.bytes().map(|byte| if byte == 1 { 0xE9 } else { byte }).collect();
    assert_eq!(check(&*latin, &Settings::default(), &cuts_of(latin.len(), &[500])), Way::Alone);
    // Where the first part meets it, that part reads on to the end, and nothing is read twice.
    assert_eq!(check(&*latin, &Settings::default(), &cuts_of(latin.len(), &[800])), Way::Joined);
    let all_latin: Vec<u8> = text.chars().map(|c| c as u32 as u8).collect();
    assert_eq!(check(&*all_latin, &Settings::default(), &cuts_of(all_latin.len(), &[500])), Way::Joined);
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(check(&*wide, &Settings::default(), &cuts_of(wide.len(), &[500])), Way::Joined);
    let marked: Vec<u8> = [0xEF, 0xBB, 0xBF].into_iter().chain(text.bytes()).collect();
    assert_eq!(check(&*marked, &Settings::default(), &cuts_of(marked.len(), &[500])), Way::Joined);
}

#[test]
fn a_damaged_character_in_any_part_is_counted_once() {
    let text = log(30_000, |at| if at % 9_000 == 8_999 { "caf\u{1}".to_owned() } else { "é".to_owned() });
    let damaged: Vec<u8> = text.bytes().map(|byte| if byte == 1 { 0xE9 } else { byte }).collect();
    check(&*damaged, &Settings::default(), &cuts_of(damaged.len(), &[500]));
}

#[test]
fn dates_that_one_part_decides_are_read_so_in_all() {
    let dated = |from: usize, first: bool, last_day: usize| {
        let mut text = String::from("date,from,to,status\n");
        for at in 0..40_000 {
            let low = at < from || at % 3 == 0;
            let day = if low { 1 + at % 12 } else { 13 + (at - from) * (last_day - 13) / 40_000 };
            let date = if first { format!("{day:02}/03/2026") } else { format!("03/{day:02}/2026") };
            writeln!(text, "{date} 09:{:02}:{:02},+33162000001,+336{at:08},busy", at / 60 % 60, at % 60).unwrap();
        }
        text
    };
    for (text, way) in [(dated(30_000, true, 28), Way::Joined), (dated(15_000, false, 28), Way::JoinedAgain)] {
        assert_eq!(check(&*text, &settings_for("fr"), &cuts_of(text.len(), &[400, 600])), way);
    }
}

#[test]
fn more_words_than_are_counted_are_those_that_one_reader_would_count() {
    let mut text = HEADER.to_owned();
    for at in 0..20_000 {
        let (date, own) = (clock(at * 3), at % 7);
        writeln!(text, "{date},call{at},+3316200000{own},+336399{at:05},word {},0,agent,", at * 7919 % 5_000).unwrap();
    }
    assert_eq!(check(&*text, &Settings::default(), &cuts_of(text.len(), &[500])), Way::Alone);
}

#[test]
fn what_other_files_have_is_left_out_of_every_part() {
    let text = log(30_000, |_| String::new());
    let source = Chunked::whole("calls.csv", &*text);
    let settings = Settings::default();
    let all = by_one(&source, &settings, &Filter::default()).unwrap();
    let days: Vec<(String, ringwell::model::Day)> =
        all.ledger.prints.keys().map(|(id, day)| (all.ledger.names.numbers.get(*id).to_owned(), *day)).collect();
    assert!(days.len() > 7);
    let half = || days.iter().filter(|(number, _)| number.ends_with(['1', '3', '5'])).cloned().collect();
    for filter in [Filter { skip: half(), ..Filter::default() }, Filter { collect: half(), ..Filter::default() }] {
        let (found, way) = by_several(&source, &settings, &filter, &cuts_of(text.len(), &[400, 700]));
        assert_same(&found, &by_one(&source, &settings, &filter));
        assert_eq!(way, Way::Joined);
    }
}

#[test]
fn a_file_that_fails_while_it_is_read_keeps_what_one_reader_would_keep() {
    let text = log(30_000, |_| String::new());
    for part in [300, 800] {
        let source = Chunked::new("calls.csv", &*text, 60_000).failing_at(text.len() * part / 1000);
        let cuts = cuts_of(text.len(), &[500]);
        let (found, _) = by_several(&source, &Settings::default(), &Filter::default(), &cuts);
        assert_same(&found, &by_one(&source, &Settings::default(), &Filter::default()));
    }
}

#[test]
fn an_analysis_divided_among_workers_is_the_same() {
    let first = log(110_000, |at| format!("a longer note, to fill the file: {}", at % 13));
    let second = log(5_000, |_| String::new());
    let files = [Chunked::whole("a.csv", &*first), Chunked::whole("b.csv", &*second)];
    assert!(first.len() > 9 << 20);
    let settings = Settings::default();
    let run = |mut gather: Gather| {
        let mut shares = 0;
        while let Some(job) = gather.next_job() {
            let source = &files[job.file];
            match job.share {
                None => {
                    let result = ingest(source, &settings, &job.filter, &mut |_| ());
                    gather.done(job, result);
                }
                Some(share) => {
                    shares += 1;
                    let part = ingest_part(source, &settings, &job.filter, share.day_first, share.span, &mut |_| ());
                    gather.part_done(job, part);
                }
            }
        }
        assert!(gather.is_done());
        let gathered = gather.finish();
        (
            ringwell::report::json(&ringwell::report::report_of(&gathered, &settings, ringwell::report::Detail::Full)),
            shares,
        )
    };
    let (expected, _) = run(Gather::new(2, settings.overlap));
    // Twice the true length: the border lies inside the file.
    let sizes = || vec![16 << 20, second.len() as u64];
    let (found, shares) = run(Gather::new(2, settings.overlap).divided(sizes(), 4));
    assert!(shares >= 2);
    assert_eq!(found, expected);
    let (found, shares) = run(Gather::new(2, settings.overlap).divided(sizes(), 1));
    assert_eq!((found, shares), (expected, 0));
}

/// Pieces of which broken exports are made.
const PIECES: [&str; 16] = [
    HEADER,
    "\"",
    ",",
    "\n",
    "\r\n",
    "\r",
    "2026-02-13 09:00:00",
    "13/02/2026",
    "+33162000001",
    "answered",
    "\"\"",
    "é",
    "\u{FEFF}",
    "Total",
    "2026-02-13 09:00:00,call7,+33162000001,+33639980001,answered,30,Ada,\n",
    "2026-02-14 09:00:00,call8,+33162000001,+33639980002,\"odd\nword\",-3,Ada,x\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_broken_export_is_the_same_in_any_parts(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES.as_slice()), 0..80),
        thousandths in proptest::collection::vec(1_usize..1000, 1..5),
    ) {
        let text = format!("{HEADER}{}", pieces.concat());
        check(&*text, &settings_for(""), &cuts_of(text.len(), &thousandths));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_log_is_the_same_in_any_parts(
        seed in any::<u64>(),
        thousandths in proptest::collection::vec(1_usize..1000, 1..4),
    ) {
        let mixed = |at: usize| (at as u64 ^ seed).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
        let text = log(24_000, |at| hard_note(mixed(at) as usize));
        check(&*text, &Settings::default(), &cuts_of(text.len(), &thousandths));
    }
}

#[test]
fn every_fixture_is_the_same_in_any_parts() {
    let mut files = 0;
    for folder in std::fs::read_dir("tests/fixtures").unwrap() {
        for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let bytes = std::fs::read(&path).unwrap();
            let settings = settings_for(&path.to_string_lossy());
            for thousandths in [&[500][..], &[250, 900], &[100, 101, 700]] {
                check(&*bytes, &settings, &cuts_of(bytes.len(), thousandths));
            }
            files += 1;
        }
    }
    assert!(files > 10);
}
