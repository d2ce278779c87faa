//! Several rows, one call.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use ringwell::{
    import::FileAccount,
    model::{Aside, Outcome, Settings},
    tally::Ledger,
};
use support::{Chunked, account_of};

const HEADER: &str = "start time,call id,from,to,status,talk time\n";

fn clock(at: usize) -> String {
    format!("2026-02-{:02} {:02}:{:02}:{:02}", 3 + at / 86_400, at / 3600 % 24, at / 60 % 60, at % 60)
}

fn row(at: usize, id: &str, status: &str, talk: usize) -> String {
    format!("{},{id},+33162000001,+336{at:08},{status},{talk}\n", clock(at))
}

/// Calls of other ids, ten seconds apart.
fn others(from: usize, count: usize) -> String {
    (from..from + count).map(|at| row(at * 10, &format!("other{at}"), "no answer", 0)).collect()
}

fn read(text: &str) -> (FileAccount, Ledger) {
    let (account, ledger) = account_of(&Chunked::whole("calls.csv", text), &Settings::default()).unwrap();
    assert_eq!(account.rows, account.counted + account.aside_total());
    (account, ledger)
}

fn answered(ledger: &Ledger) -> (u32, u64) {
    let of = |tally: &ringwell::tally::Tally| (tally.of(Outcome::Answered), tally.talk_ms);
    ledger.cells.values().map(of).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
}

#[test]
fn legs_of_one_call_count_once_and_the_answered_and_longest_stays() {
    let text = [
        HEADER,
        &row(0, "A", "no answer", 0),
        &row(5, "A", "answered", 40),
        &row(9, "A", "answered", 20),
        &row(12, "B", "busy", 0),
    ];
    let (account, ledger) = read(&text.concat());
    assert_eq!((account.counted, account.set_aside.get(&Aside::Leg)), (2, Some(&2)));
    assert_eq!(answered(&ledger), (1, 40_000));
}

#[test]
fn the_same_record_again_is_a_duplicate_not_a_leg() {
    let text = [HEADER, &row(0, "A", "answered", 40), &row(0, "A", "answered", 40), &row(5, "A", "answered", 30)];
    let (account, _) = read(&text.concat());
    assert_eq!(account.counted, 1);
    assert_eq!((account.set_aside.get(&Aside::Duplicate), account.set_aside.get(&Aside::Leg)), (Some(&1), Some(&1)));
}

#[test]
fn a_leg_within_4096_rows_joins_and_a_later_one_is_late() {
    for (between, reason) in [(4_095, Aside::Leg), (4_200, Aside::LateLeg)] {
        let text =
            [HEADER, &row(0, "A", "no answer", 0), &others(1, between), &row(50_000, "A", "answered", 40)].concat();
        let (account, ledger) = read(&text);
        assert_eq!((account.counted as usize, account.set_aside.get(&reason)), (between + 1, Some(&1)), "{between}");
        assert_eq!(answered(&ledger).0, u32::from(reason == Aside::Leg));
    }
}

#[test]
fn a_leg_within_two_minutes_joins_however_many_rows_lie_between() {
    let between: String = (0..6_000).map(|at| row(at / 60, &format!("other{at}"), "busy", 0)).collect();
    let (account, _) = read(&[HEADER, &row(0, "A", "no answer", 0), &between, &row(110, "A", "answered", 40)].concat());
    assert_eq!((account.counted, account.set_aside.get(&Aside::Leg)), (6_001, Some(&1)));
}

#[test]
fn without_call_ids_a_row_that_stands_twice_counts_once() {
    let header = "start time,from,to,status\n";
    let row = |at: usize| format!("{},+33162000001,+3363998{at:04},busy\n", clock(at));
    let (account, _) = read(&[header, &row(1), &row(2), &row(1), &row(3)].concat());
    assert_eq!((account.counted, account.set_aside.get(&Aside::Duplicate)), (3, Some(&1)));
}

#[test]
fn rows_that_no_time_or_callee_tells_apart_are_all_counted() {
    let days =
        "date,from,to,status\n2026-02-03,+33162000001,+33639980001,busy\n2026-02-03,+33162000001,+33639980001,busy\n";
    assert_eq!(read(days).0.counted, 2);
    let lines =
        "start time,from,status\n2026-02-03 09:00:00,+33162000001,busy\n2026-02-03 09:00:00,+33162000001,busy\n";
    assert_eq!(read(lines).0.counted, 2);
}
