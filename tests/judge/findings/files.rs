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
}
