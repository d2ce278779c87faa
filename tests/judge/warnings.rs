//! The early warning, from centres in which it is known what happens.

use ringwell::{
    kpi::Board,
    model::{Scope, Settings},
    watch::{Alert, Grade, Rule, alerts},
};

use crate::{
    book::{Book, calls, day},
    centre::{Day, HEALTHY, centre, number},
};

fn warnings(board: &Board) -> Vec<Alert> {
    alerts(board, &Settings::default()).into_iter().filter(|alert| alert.rule == Rule::EarlyWarning).collect()
}

fn of(board: &Board, subject: &str) -> Vec<Alert> {
    warnings(board).into_iter().filter(|alert| alert.subject.to_string() == subject).collect()
}

/// Eight numbers that answer as expected on every day, but what `of` says.
fn steady(days: i32, of: impl Fn(usize, i32) -> Option<u32>) -> Board {
    let mut book = Book::default();
    for on in 0..days {
        for at in 0..8 {
            book.enter(&number(at), "Mutuelle", on, calls(100, of(at, on).unwrap_or(40)));
        }
    }
    book.board()
}

#[test]
fn a_label_is_warned_of_on_its_first_day() {
    let board = steady(25, |at, on| (at == 2 && on >= 20).then_some(14));
    let found = of(&board, &number(2));
    assert_eq!((found.len(), found[0].day, found[0].since, found[0].until), (1, day(20), day(20), day(24)));
    assert_eq!((found[0].grade, found[0].scope), (Grade::Confirmed, Scope::Number));
    let cusum = found[0].cusum.unwrap();
    assert!(cusum.statistic >= cusum.limit && cusum.limit > 2.0, "{cusum:?}");
    assert!((found[0].value + 26.0).abs() < 1.0 && found[0].high.unwrap() < 0.0, "{:?}", found[0]);
    assert_eq!(warnings(&board).len(), 1);
}

#[test]
fn a_slow_loss_is_added_up_until_it_is_too_much() {
    // 40 → 31 of 100 a day: no day by itself is news.
    let board = steady(30, |at, on| (at == 5 && on >= 20).then_some(31));
    let found = of(&board, &number(5));
    assert_eq!((found.len(), found[0].since), (1, day(20)));
    assert!(found[0].day > day(20) && found[0].day <= day(24), "{:?}", found[0].day);
}

#[test]
fn nothing_is_said_before_ten_days_and_a_hundred_calls() {
    assert!(warnings(&steady(10, |at, on| (at == 2 && on >= 6).then_some(2))).is_empty());
    let mut book = Book::default();
    for on in 0..15 {
        for at in 0..8 {
            book.enter(&number(at), "Mutuelle", on, calls(6, if at == 0 && on >= 12 { 0 } else { 5 }));
        }
    }
    assert!(of(&book.board(), &number(0)).is_empty(), "72 calls before");
}

#[test]
fn what_all_share_is_said_of_the_account_and_of_no_number() {
    let board = steady(30, |_, on| (on >= 20).then_some(22));
    assert!(warnings(&board).iter().all(|alert| alert.scope != Scope::Number));
    let account = of(&board, "account");
    assert_eq!((account.len(), account[0].since), (1, day(20)));
}

#[test]
fn a_warning_ends_when_what_was_missing_has_come_back() {
    let board = steady(40, |at, on| (at == 2 && (20..24).contains(&on)).then_some(14));
    let found = of(&board, &number(2));
    assert_eq!((found.len(), found[0].day), (1, day(20)));
    assert!(found[0].until > day(23) && found[0].until < day(32), "{:?}", found[0].until);
}

#[test]
fn a_number_without_five_others_is_probable_at_most() {
    let mut book = Book::default();
    for on in 0..25 {
        for at in 0..3 {
            book.enter(&number(at), "Mutuelle", on, calls(100, if at == 0 && on >= 20 { 8 } else { 40 }));
        }
    }
    let found = of(&book.board(), &number(0));
    assert_eq!((found.len(), found[0].grade), (1, Grade::Probable));
}

#[test]
fn where_answered_changes_its_meaning_the_watch_begins_anew() {
    let mut book = Book::default();
    for on in 0..28 {
        for at in 0..8 {
            let entry = if on < 16 { calls(100, 70) } else { calls(100, 40).voicemail(30) };
            book.enter(&number(at), "Mutuelle", on, entry);
        }
    }
    assert_eq!(warnings(&book.board()), []);
}

#[test]
fn a_recovering_number_does_not_make_the_others_seem_to_fall() {
    // Number 0 makes half of all calls, is labelled on day 15 and well again from day 25 on.
    let mut book = Book::default();
    for on in 0..35 {
        for at in 0..8 {
            let entry = match at {
                0 if (15..25).contains(&on) => calls(700, 90),
                0 => calls(700, 280),
                _ => calls(100, 40),
            };
            book.enter(&number(at), "Mutuelle", on, entry);
        }
    }
    let blamed: Vec<String> = warnings(&book.board())
        .iter()
        .filter(|alert| alert.scope == Scope::Number)
        .map(|alert| alert.subject.to_string())
        .collect();
    assert_eq!(blamed, [number(0)]);
}

#[test]
fn numbers_that_take_turns_do_not_make_the_pool_seem_to_fall() {
    // Four numbers that answer 60 %, eight that answer 30 %; on every other week the four rest.
    let book = centre(11, 12, 1, 42, |at, on| {
        let answered = if at < 4 { 0.6 } else { 0.3 };
        let calls = if at < 4 && on / 7 % 2 == 1 { 0 } else { 60 };
        Day { calls, answered, voicemail: 0.2, ..HEALTHY }
    });
    let blamed = warnings(&book.board()).iter().filter(|alert| alert.scope == Scope::Number).count();
    assert!(blamed <= 2, "{blamed}");
}
