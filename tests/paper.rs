//! What leaves on paper and in files for people: of every sample and of a hostile file, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{
    io::{self, Read},
    sync::OnceLock,
};

use ringwell::{
    app::{
        paper::{self, Extent},
        words::Lang,
    },
    diagnose::{Diagnosis, Evidence, Finding, Signal},
    import,
    kpi::{Board, chance::Interval},
    model::{Day, Scope, Settings, Subject},
    report::{self, Detail, Report, sheet::Sheet},
    samples,
    tally::{Gather, Gathered, ingest},
};

struct File {
    name: String,
    bytes: Vec<u8>,
}

impl import::Source for File {
    fn name(&self) -> &str {
        &self.name
    }
    fn len(&self) -> u64 {
        self.bytes.len() as u64
    }
    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(&*self.bytes))
    }
}

struct Analysis {
    board: Board,
    report: Report,
    settings: Settings,
}

fn read(files: &[File]) -> Analysis {
    let settings = Settings::default();
    let mut gather = Gather::new(files.len(), settings.overlap);
    while let Some(job) = gather.next_job() {
        let result = ingest(&files[job.file], &settings, &job.filter, &mut |_| {});
        gather.done(job, result);
    }
    let Gathered { ledger, accounts, failures, .. } = gather.finish();
    assert_eq!(failures, []);
    let board = Board::build(&ledger, settings.kpis.hang_up_secs);
    let report = report::build(&board, &ledger, &accounts, &settings, Detail::Page);
    Analysis { board, report, settings }
}

fn sample(id: &str) -> Analysis {
    let files: Vec<File> = samples::files(id)
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let mut bytes = Vec::new();
            samples::write(id, at, &mut bytes).unwrap();
            File { name: (*name).to_owned(), bytes }
        })
        .collect();
    read(&files)
}

fn samples() -> &'static [Analysis] {
    static READ: OnceLock<Vec<Analysis>> = OnceLock::new();
    READ.get_or_init(|| samples::IDS.iter().map(|id| sample(id)).collect())
}

/// What a person may name a campaign to do harm.
const EVIL: &str = "=HYPERLINK(\"x\")</style><script>alert(1)</script>|*a*";
const CALLEE: &str = "611223344";
const AGENT: &str = "Zinedine Q.";

/// Forty days of two numbers, with called numbers and agents in the file.
fn hostile() -> Analysis {
    let mut csv = String::from("from,to,date,time,status,talk time,campaign,agent\n");
    for day in 1..=28 {
        for call in 0..120 {
            let number = 417 + call % 8;
            let answered = call % (if number == 417 && day > 18 { 31 } else { 3 }) == 0;
            let status = if answered { "answered" } else { "no answer" };
            csv.push_str(&format!(
                "+33162000{number},+33{CALLEE},2026-01-{day:02},10:{:02}:{:02},{status},{},\"{}\",{AGENT}\n",
                call / 60,
                call % 60,
                if answered { 95 } else { 0 },
                EVIL.replace('"', "\"\""),
            ));
        }
    }
    read(&[File { name: format!("{AGENT} {CALLEE}.csv"), bytes: csv.into_bytes() }])
}

fn sheet(lang: Lang, of: &Analysis, shown: &Report, extent: Extent) -> Sheet {
    let Analysis { board, report, settings } = of;
    let today = Day::from_ymd(2026, 2, 17);
    paper::account(lang, &paper::Source { report, shown, board, part: None, settings, today }, extent)
}

/// Every text that can leave, veiled where it can be.
fn texts(lang: Lang, of: &Analysis) -> Vec<String> {
    let veiled = paper::veiled(&of.report, lang);
    let mut texts = Vec::new();
    for extent in [Extent::Page, Extent::Full] {
        let sheet = sheet(lang, of, &veiled, extent);
        texts.extend([report::document(&sheet), report::markdown(&sheet)]);
    }
    let Analysis { board, report, settings } = of;
    for entry in report.numbers.iter().take(3) {
        let source = paper::Source { report, shown: &veiled, board, part: None, settings, today: None };
        let sheet = paper::number(lang, &source, &entry.number).expect("the report knows it");
        texts.extend([report::document(&sheet), report::markdown(&sheet)]);
    }
    texts
}

#[test]
fn every_sample_has_its_report_in_both_languages() {
    for (of, id) in samples().iter().zip(samples::IDS) {
        for lang in Lang::ALL {
            for text in texts(lang, of) {
                assert!(!text.contains("{}") && !text.contains("NaN") && !text.contains("inf"), "{id} {lang:?}");
                assert!(text.contains("Ringwell"));
            }
            let page = report::document(&sheet(lang, of, &of.report, Extent::Page));
            assert_eq!(page.matches("<h1>").count(), 1);
            assert!(!page.contains("page more"), "one page has no second");
        }
    }
}

#[test]
fn a_shared_report_shortens_every_own_number_wherever_it_stands() {
    for of in samples().iter().chain([&hostile()]) {
        for lang in Lang::ALL {
            for text in texts(lang, of) {
                let digits: String = text.chars().filter(|letter| letter.is_ascii_digit() || *letter == '<').collect();
                for entry in &of.report.numbers {
                    let end = &entry.number[entry.number.len() - 8..];
                    assert!(!digits.contains(end), "{} in {lang:?}", entry.number);
                }
            }
        }
    }
}

#[test]
fn two_numbers_that_look_alike_shortened_are_told_apart() {
    let of = hostile();
    let veiled = paper::veiled(&of.report, Lang::Fr);
    let mut names: Vec<&str> = veiled.numbers.iter().map(|entry| entry.number.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), of.report.numbers.len());
}

#[test]
fn neither_a_called_number_nor_an_agent_nor_a_file_name_leaves() {
    let mut of = hostile();
    let day = Day::from_ymd(2026, 1, 20).unwrap();
    // The one finding that names somebody.
    let interval = Interval { value: 8.0, low: 5.0, high: 11.0 };
    let named =
        Evidence { about: Some(AGENT.to_owned()), ..Evidence::of(Signal::AgentHangUps, interval, 400, [day, day]) };
    of.report.findings.push(Finding {
        diagnosis: Diagnosis::AgentOrScript,
        scope: Scope::Account,
        subject: Subject::Account,
        since: day,
        certainty: 0.8,
        evidence: vec![named.clone()],
        against: vec![named],
        unchecked: Vec::new(),
        actions: Vec::new(),
        confirm: Vec::new(),
        rules_out: Vec::new(),
        lost_conversations: None,
    });
    for lang in Lang::ALL {
        let mut all = texts(lang, &of);
        all.push(paper::numbers_csv(lang, &of.report, None));
        all.push(paper::alerts_csv(lang, &of.report, None));
        all.push(paper::findings_csv(lang, &of.report, None));
        all.push(report::document(&sheet(lang, &of, &of.report, Extent::Full)));
        for text in all {
            assert!(!text.contains(CALLEE) && !text.contains(AGENT) && !text.contains("Zinedine"));
        }
    }
}

#[test]
fn a_hostile_name_stays_text_in_every_format() {
    let of = hostile();
    for lang in Lang::ALL {
        for text in texts(lang, &of) {
            assert!(!text.contains("<script>alert") || text.contains("\\<script\\>alert"), "{text}");
            assert!(text.matches("</style>").count() <= 1);
        }
        for csv in [
            paper::numbers_csv(lang, &of.report, None),
            paper::alerts_csv(lang, &of.report, None),
            paper::findings_csv(lang, &of.report, None),
        ] {
            let delimiter = if lang == Lang::Fr { b';' } else { b',' };
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(delimiter)
                .from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
            let mut rows = 0;
            for record in reader.records() {
                for cell in &record.unwrap() {
                    let figure = cell.replace(',', ".").parse::<f64>().is_ok();
                    assert!(figure || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
                }
                rows += 1;
            }
            assert!(rows > 0 || !csv.contains("HYPERLINK"));
        }
    }
}

#[test]
fn the_tables_have_a_row_for_everything_in_the_report() {
    for of in samples() {
        for lang in Lang::ALL {
            for (csv, rows) in [
                (paper::numbers_csv(lang, &of.report, None), of.report.numbers.len()),
                (paper::alerts_csv(lang, &of.report, None), of.report.alerts.len()),
                (paper::findings_csv(lang, &of.report, None), of.report.findings.len()),
            ] {
                let delimiter = if lang == Lang::Fr { b';' } else { b',' };
                let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(csv.as_bytes());
                assert_eq!(reader.records().map(Result::unwrap).count(), rows);
            }
        }
    }
}

#[test]
fn french_marks_on_paper_keep_their_spaces_and_figures_their_comma() {
    for of in samples() {
        for text in texts(Lang::Fr, of).iter().filter(|text| !text.starts_with('#')) {
            let body = text.split("</style>").nth(1).unwrap_or_default();
            for piece in body.split('>').filter_map(|piece| piece.split('<').next()) {
                for mark in [" :", " ;", " ?", " !", " »", "« ", " %", "'"] {
                    assert!(!piece.contains(mark), "{piece:?}");
                }
            }
        }
    }
}
