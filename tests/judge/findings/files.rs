//! What is not the numbers': the dialer, the files, the list, the offer.

use ringwell::{diagnose::Diagnosis, model::Outcome};

use super::{BAD, eight, found, is_bad, told};
use crate::{
    book::{Book, calls, day},
    centre::number,
};

#[test]
fn voicemail_that_trades_places_with_calls_that_ring_out_is_a_setting_of_the_dialer() {
    let entry = |voicemail: u32, at: usize, on: i32| {
        // A call more or less each day, so that days scatter.
        let more = (at as u32 + on as u32 * 3) % 5;
        calls(100, 35).voicemail(voicemail + more).with(Outcome::NoAnswer, 65 - voicemail - more)
    };
    let book = |after: u32| {
        let mut book = Book::default();
        for on in 0..35 {
            for at in 0..8 {
                book.enter(&number(at), "Mutuelle", on, entry(if is_bad(on) { after } else { 20 }, at, on));
            }
        }
        book
    };
    for after in [34, 8] {
        let found = found(&book(after));
        assert_eq!(told(&found), [(Diagnosis::DetectionOrTimeout, "account".to_owned())], "{after}");
        assert_eq!(found[0].since, day(BAD));
    }
    assert!(found(&book(20)).is_empty());
}

#[test]
fn a_filter_on_all_numbers_is_no_setting_of_the_dialer() {
    // Voicemail rises and takes its calls from the answers.
    let book = eight(|_, bad| {
        if bad {
            calls(100, 15).voicemail(50).with(Outcome::NoAnswer, 35)
        } else {
            calls(100, 40).voicemail(25).with(Outcome::NoAnswer, 35)
        }
    });
    assert!(found(&book).iter().all(|it| it.diagnosis != Diagnosis::DetectionOrTimeout));
}

#[test]
fn where_answered_changes_its_meaning_the_files_have_changed() {
    let book = eight(|_, bad| if bad { calls(80, 30).voicemail(25) } else { calls(80, 55) });
    let found = found(&book);
    assert_eq!(told(&found), [(Diagnosis::DataArtefact, "account".to_owned())]);
    assert_eq!((found[0].since, found[0].evidence[0].value), (day(BAD), 1.0));
    assert!(found[0].lost_conversations.is_none());
}

#[test]
fn a_column_that_holds_no_voicemail_any_more_has_changed_its_meaning_as_well() {
    let told_until = |bad: u32| {
        let book = eight(move |_, is_bad| match (is_bad, bad) {
            (true, 0) => calls(80, 55).voicemail(0),
            (true, rest) => calls(80, 30 + 25 - rest).voicemail(rest),
            _ => calls(80, 30).voicemail(25),
        });
        found(&book)
    };
    let found = told_until(0);
    assert_eq!(told(&found), [(Diagnosis::DataArtefact, "account".to_owned())]);
    assert_eq!((found[0].since, found[0].evidence[0].value), (day(BAD), 0.0));
    // Less voicemail is no other meaning.
    assert!(told_until(15).iter().all(|it| it.diagnosis != Diagnosis::DataArtefact));
}

#[test]
fn numbers_that_do_not_exist_and_calls_not_placed_have_their_own_findings() {
    let book = eight(|_, bad| {
        let (invalid, failed) = if bad { (10, 9) } else { (2, 1) };
        calls(80, 30).with(Outcome::Invalid, invalid).with(Outcome::Failed, failed)
    });
    let account = || "account".to_owned();
    assert_eq!(told(&found(&book)), [(Diagnosis::DeadNumbers, account()), (Diagnosis::RouteFault, account())]);
}

#[test]
fn fewer_conversions_from_as_many_answers_are_the_offer() {
    let book = eight(|_, bad| calls(80, 32).conversions(if bad { 2 } else { 5 }));
    assert_eq!(told(&found(&book)), [(Diagnosis::OfferOrScript, "account".to_owned())]);
    // Days of 1 and of 9 conversions a number, and then of 4: as clear of chance as 5 → 4, and less than the days scatter.
    let of_day = |day: i32| if day % 2 == 0 { 1 } else { 9 };
    let mut book = Book::default();
    for (on, at) in (0..35).flat_map(|on| (0..8).map(move |at| (on, at))) {
        let conversions = if is_bad(on) { 4 } else { of_day(on) };
        book.enter(&number(at), "Mutuelle", on, calls(80, 32).conversions(conversions));
    }
    assert_eq!(told(&found(&book)), []);
}
