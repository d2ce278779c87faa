//! What numbers or calls did themselves: bursts, ramps, rows, hours, attempts.

use ringwell::{
    diagnose::{ActionId, Diagnosis, Finding, Signal},
    model::Scope,
};

use super::{found, is_bad, signals, told};
use crate::{
    book::{Book, calls, day},
    centre::number,
};

#[test]
fn numbers_of_a_block_that_fall_in_a_row_are_one_contamination() {
    // Numbers 0 to 3 lose 60 % of their answers on days 20, 23, 26 and 29; four of another block hold.
    let mut book = Book::default();
    for on in 0..35 {
        for at in 0..10_i32 {
            let fell = at < 4 && on >= 20 + 3 * at;
            let name = if at < 4 { format!("+3316200010{at}") } else { format!("+3327000020{at}") };
            book.enter(&name, "Mutuelle", on, calls(80, if fell { 13 } else { 32 }));
        }
    }
    let found = found(&book);
    let row = &found[0];
    assert_eq!((row.diagnosis, row.subject.to_string()), (Diagnosis::Contamination, "prefix:331620001".to_owned()));
    assert_eq!(row.since, day(20));
    assert_eq!(row.actions[0].id, ActionId::FreezeRotation);
    assert_eq!(found.iter().filter(|it| it.scope == Scope::Number).count(), 4);
}

#[test]
fn a_burst_above_the_cap_before_a_lone_fall_is_named_after_it() {
    let mut book = Book::default();
    for on in 0..35 {
        for at in 0..8 {
            let entry = match (at, on) {
                (0, 26 | 27) => calls(160, 64),
                (0, _) if is_bad(on) => calls(80, 13),
                _ => calls(80, 32),
            };
            book.enter(&number(at), "Mutuelle", on, entry);
        }
    }
    let found = found(&book);
    assert_eq!(told(&found), [(Diagnosis::EarlyLabel, number(0)), (Diagnosis::VolumeTriggered, number(0))]);
    assert!(found[1].certainty < found[0].certainty && signals(&found[1])[0] == Signal::Volume);
}

#[test]
fn a_new_number_that_grew_too_fast_before_its_fall_failed_its_warm_up() {
    let mut book = Book::default();
    for on in 0..45 {
        for at in 0..8 {
            book.enter(&number(at), "Mutuelle", on, calls(80, 32));
        }
        // First called on day 15: 20 a day for a week, 60 for another, labelled from day 30 on.
        let entry = match on {
            15..22 => calls(20, 8),
            22..30 => calls(60, 24),
            30.. => calls(60, 8),
            _ => continue,
        };
        book.enter(&number(9), "Mutuelle", on, entry);
    }
    let found = found(&book);
    assert_eq!(told(&found), [(Diagnosis::EarlyLabel, number(9)), (Diagnosis::WarmUpFailure, number(9))]);
}

/// Eight numbers, 80 calls a day, 30 % answered before noon and 15 % of the last attempts after it; `late` of the calls
/// come late from the first bad day on, 16 before.
fn later(late: u32, late_rate: u32, attempt: usize) -> Vec<Finding> {
    let mut book = Book::default();
    for (on, at) in (0..35).flat_map(|on| (0..8).map(move |at| (on, at))) {
        let (late, rate) = if is_bad(on) { (late, late_rate) } else { (16, 25) };
        let (early_answers, late_answers) = ((80 - late) * 45 / 100, late * rate / 100);
        book.enter(&number(at), "Mutuelle", on, calls(80, early_answers + late_answers));
        book.mix(&number(at), on, 1, 0, [80 - late, early_answers]);
        book.mix(&number(at), on, if attempt == 0 { 2 } else { 1 }, attempt, [late, late_answers]);
    }
    found(&book)
}

#[test]
fn calls_that_moved_to_noon_are_a_matter_of_the_schedule() {
    let moved = later(56, 25, 0);
    assert_eq!(told(&moved), [(Diagnosis::Schedule, "account".to_owned())]);
    assert!(signals(&moved[0]).contains(&Signal::LikeForLike));
    let share = moved[0].evidence.iter().find(|evidence| evidence.signal == Signal::ClassShare).unwrap();
    assert_eq!((share.about.as_deref(), share.before, share.after), (Some("12-14"), Some(20.0), Some(70.0)));
    // A fall at the same hours is no matter of the schedule.
    assert!(later(16, 25, 0).is_empty());
}

#[test]
fn leads_called_a_third_time_are_over_recycled_where_first_attempts_hold() {
    let moved = later(56, 25, 2);
    assert_eq!(told(&moved), [(Diagnosis::OverRecycledLeads, "account".to_owned())]);
    assert!(moved[0].evidence.iter().any(|evidence| evidence.about.as_deref() == Some("1")));
    // The last attempts alone reach fewer.
    let worn = later(16, 5, 2);
    assert_eq!(told(&worn), [(Diagnosis::OverRecycledLeads, "account".to_owned())]);
}
