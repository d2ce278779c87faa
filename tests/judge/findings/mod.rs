//! Each diagnosis from a case that shows it, and those that must not be taken for it.

mod causes;
mod files;
mod labels;
mod levels;
mod route;
mod shared;

use ringwell::{
    diagnose::{Diagnosis, Finding, Signal, findings},
    model::Settings,
    watch::alerts,
};

use crate::{
    book::{Book, Entry, calls},
    centre::number,
};

/// The first bad day of all cases: 28 days before it, 7 from it on.
pub const BAD: i32 = 28;

pub fn found(book: &Book) -> Vec<Finding> {
    let board = book.board();
    let settings = Settings::default();
    findings(&board, &alerts(&board, &settings), &settings)
}

pub fn told(findings: &[Finding]) -> Vec<(Diagnosis, String)> {
    findings.iter().map(|finding| (finding.diagnosis, finding.subject.to_string())).collect()
}

pub fn is_bad(on: i32) -> bool {
    on >= BAD
}

/// Eight numbers of one campaign, 35 days; `of` says what a number does on a day.
pub fn eight(of: impl Fn(usize, bool) -> Entry) -> Book {
    let mut book = Book::default();
    for on in 0..35 {
        for at in 0..8 {
            book.enter(&number(at), "Mutuelle", on, of(at, is_bad(on)));
        }
    }
    book
}

/// 80 calls: 40 % answered, 30 % voicemail, 2.5 % rejected.
pub fn well() -> Entry {
    calls(80, 32).voicemail(24).rejected(2)
}

pub fn signals(finding: &Finding) -> Vec<Signal> {
    finding.evidence.iter().map(|evidence| evidence.signal).collect()
}
