//! What Ringwell says of each sample. When one of these fails, find out which of the two is wrong, the sample or the
//! judgement, before changing either.

use std::io::{self, Read};

use ringwell::{
    diagnose::{self, Finding},
    import::Source,
    kpi::Board,
    model::{Scope, Settings},
    samples,
    tally::{Filter, Gather, Gathered, ingest},
    watch::{self, Alert, Grade, Rule},
};

struct Sample {
    name: &'static str,
    bytes: &'static [u8],
}

impl Source for Sample {
    fn name(&self) -> &str {
        self.name
    }
    fn len(&self) -> u64 {
        self.bytes.len() as u64
    }
    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(self.bytes))
    }
}

struct Judged {
    gathered: Gathered,
    alerts: Vec<Alert>,
    findings: Vec<Finding>,
}

fn judge(id: &'static str) -> Judged {
    let settings = Settings::default();
    let files: Vec<Sample> = samples::files(id)
        .iter()
        .enumerate()
        .map(|(file, name)| Sample { name, bytes: super::bytes::bytes(id, file) })
        .collect();
    let mut gather = Gather::new(files.len(), settings.overlap);
    while let Some(job) = gather.next_job() {
        let result = ingest(&files[job.file], &settings, &job.filter, &mut |_| {});
        gather.done(job, result);
    }
    assert!(gather.is_done());
    let gathered = gather.finish();
    assert_eq!(gathered.failures, []);
    let board = Board::build(&gathered.ledger, settings.kpis.hang_up_secs);
    let alerts = watch::alerts(&board, &settings);
    let findings = diagnose::findings(&board, &alerts, &settings);
    Judged { gathered, alerts, findings }
}

/// `diagnosis subject`, in order of the text.
fn found(judged: &Judged) -> Vec<String> {
    let mut found: Vec<String> =
        judged.findings.iter().map(|finding| format!("{} {}", finding.diagnosis.id(), finding.subject)).collect();
    found.sort();
    found
}

/// Numbers with a confirmed alert of one of these rules.
fn confirmed(judged: &Judged, rules: &[Rule]) -> Vec<String> {
    let mut numbers: Vec<String> = judged
        .alerts
        .iter()
        .filter(|alert| alert.scope == Scope::Number && alert.grade == Grade::Confirmed && rules.contains(&alert.rule))
        .map(|alert| alert.subject.to_string())
        .collect();
    numbers.sort();
    numbers.dedup();
    numbers
}

fn each_row_is_accounted_for(judged: &Judged) {
    for account in &judged.gathered.accounts {
        assert_eq!(account.rows, account.counted + account.aside_total(), "{}", account.name);
    }
}

const FALLS: [Rule; 2] = [Rule::AnswerRateDrop24h, Rule::AnswerRateDropWeek];

#[test]
fn the_healthy_centre_has_no_finding_and_no_confirmed_alert() {
    let judged = judge("healthy");
    each_row_is_accounted_for(&judged);
    assert_eq!(found(&judged), [""; 0]);
    assert_eq!(confirmed(&judged, &Rule::ALL), [""; 0]);
}

#[test]
fn where_all_fall_on_one_day_the_cause_is_outside_and_no_number_is_blamed() {
    let judged = judge("external");
    each_row_is_accounted_for(&judged);
    assert_eq!(found(&judged), ["external_or_list account"]);
    assert_eq!(confirmed(&judged, &FALLS), [""; 0]);
    let since = judged.findings.first().map(|finding| finding.since.to_string());
    assert_eq!(since.as_deref(), Some("2026-02-11"));
}

#[test]
fn where_two_scores_fall_those_two_are_degrading() {
    let judged = judge("degrading");
    each_row_is_accounted_for(&judged);
    assert_eq!(found(&judged), ["degrading +33162004105", "degrading +33270001702"]);
    assert_eq!(confirmed(&judged, &FALLS), [""; 0]);
}

#[test]
fn where_one_number_collapses_that_one_is_blacklisted() {
    let judged = judge("blacklisted");
    each_row_is_accounted_for(&judged);
    assert_eq!(found(&judged), ["blacklisted +33162004204"]);
    assert_eq!(confirmed(&judged, &FALLS), ["+33162004204"]);
    let warned =
        judged.alerts.iter().find(|it| it.rule == Rule::EarlyWarning && it.subject.to_string() == "+33162004204");
    assert_eq!(warned.map(|it| (it.day.to_string(), it.grade)), Some(("2026-02-05".to_owned(), Grade::Confirmed)));
    assert_eq!(confirmed(&judged, &[Rule::NewlyBlacklisted]), ["+33162004204"]);
    assert_eq!(confirmed(&judged, &[Rule::ReputationScoreLow]), ["+33162004204"]);
    assert_eq!(confirmed(&judged, &[Rule::RejectionRateHigh]), ["+33162004204"]);
}

#[test]
fn the_mixed_sample_holds_a_blacklisted_a_labelled_and_a_degrading_number() {
    let judged = judge("mixed");
    each_row_is_accounted_for(&judged);
    // The label came after two days of far too many calls, and that is said as well.
    assert_eq!(
        found(&judged),
        [
            "blacklisted +33270001704",
            "degrading +33162004203",
            "early_label +33162004103",
            "volume_triggered +33162004103"
        ]
    );
    assert_eq!(confirmed(&judged, &[Rule::VolumeCapExceeded]), ["+33162004103"]);
    assert_eq!(confirmed(&judged, &[Rule::NewlyBlacklisted]), ["+33270001704"]);
}

#[test]
fn the_mess_of_the_mixed_sample_is_set_aside_row_by_row() {
    let judged = judge("mixed");
    let aside = |file: usize| {
        let account = judged.gathered.accounts.get(file);
        account
            .map(|account| account.set_aside.keys().map(|reason| reason.id()).collect::<Vec<_>>())
            .unwrap_or_default()
    };
    assert_eq!(aside(0), ["inbound", "duplicate"]);
    assert_eq!(aside(1), ["inbound", "duplicate", "ragged"]);
    assert_eq!(
        aside(2),
        ["inbound", "internal", "duplicate", "bad_date", "number_mangled", "ragged", "negative", "totals_line"]
    );
    let sheet = judged.gathered.accounts.get(2);
    assert_eq!(sheet.map(|account| (account.encoding.as_str(), account.delimiter)), Some(("windows-1252", Some(';'))));
    let unknown = sheet.and_then(|account| account.words.iter().find(|word| word.word == "Rappel auto"));
    assert!(unknown.is_some_and(|word| word.rows > 50), "{unknown:?}");
}

/// The calls of the overlapping week count once: the two exports give what one export of all days gives.
#[test]
fn two_exports_that_overlap_count_each_call_once() {
    let settings = Settings::default();
    let judged = judge("mixed");
    let alone = |file: usize| {
        let source = Sample { name: "aircall.csv", bytes: super::bytes::bytes("mixed", file) };
        ingest(&source, &settings, &Filter::default(), &mut |_| {}).map(|read| read.account.counted).unwrap_or(0)
    };
    let duplicates = |file: usize| {
        judged.gathered.accounts.get(file).map_or(0, |account| {
            account.set_aside.iter().find(|(reason, _)| reason.id() == "duplicate").map_or(0, |(_, rows)| *rows)
        })
    };
    let counted: u64 = judged.gathered.accounts.iter().take(2).map(|account| account.counted).sum();
    assert!(duplicates(1) > 3_000);
    assert!(counted < alone(0) + alone(1) - 3_000);
}

/// The page lays a board out again when the hang-up limit moves, and keeps the rest.
#[test]
fn another_hang_up_limit_gives_the_board_that_it_would_have_given_from_the_start() {
    let ledger = judge("blacklisted").gathered.ledger;
    let (own, other) = (Board::build(&ledger, 3), Board::build(&ledger, 10));
    assert_ne!(own, other);
    assert_eq!(own.with_hang_up_limit(&ledger, 10), other);
}
