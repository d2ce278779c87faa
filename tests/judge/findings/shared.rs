//! What many share: outside, a list, a range, a worn market.

use ringwell::diagnose::{ActionId, Diagnosis, Signal};

use super::{BAD, eight, found, is_bad, signals, told, well};
use crate::{
    book::{Book, calls, day},
    centre::number,
};

#[test]
fn a_healthy_account_has_no_finding() {
    assert!(found(&eight(|_, _| well())).is_empty());
    assert!(found(&eight(|_, _| well().score(90.0).flagged(false))).is_empty());
    assert!(found(&Book::default()).is_empty());
}

#[test]
fn a_shared_fall_is_external_and_said_once() {
    for scored in [true, false] {
        let book = eight(|_, bad| {
            let entry = if bad { calls(80, 20).voicemail(27).rejected(2) } else { well() };
            if scored { entry.score(85.0) } else { entry }
        });
        let found = found(&book);
        assert_eq!(told(&found), [(Diagnosis::ExternalOrList, "account".to_owned())], "{scored}");
        let finding = &found[0];
        assert_eq!(
            (finding.since, finding.actions[0].id, finding.actions[0].days),
            (day(BAD), ActionId::Wait, Some(2))
        );
        assert_eq!(finding.actions[1].id, ActionId::CheckLeads);
        assert_eq!(finding.certainty > 0.9, scored, "{}", finding.certainty);
        assert_eq!(finding.unchecked.contains(&Signal::Score), !scored);
        assert!(finding.unchecked.contains(&Signal::FreshNumbers));
    }
}

#[test]
fn fresh_numbers_decide_whether_a_shared_fall_is_external() {
    let with_fresh = |answered: u32| {
        let mut book = eight(|_, bad| if bad { calls(80, 20) } else { calls(80, 32) });
        for on in BAD - 3..35 {
            book.enter(&number(20), "Mutuelle", on, calls(80, answered));
        }
        found(&book).remove(0)
    };
    let (falls_too, does_well) = (with_fresh(20), with_fresh(34));
    assert!(signals(&falls_too).contains(&Signal::FreshNumbers));
    assert!(does_well.against.iter().any(|evidence| evidence.signal == Signal::FreshNumbers));
    assert!(falls_too.certainty > does_well.certainty);
}

#[test]
fn a_fall_of_one_campaign_is_the_campaigns_and_not_the_accounts() {
    let mut book = Book::default();
    for on in 0..35 {
        for at in 0..12 {
            let (campaign, falls) = if at < 6 { ("Mutuelle", is_bad(on)) } else { ("Énergie", false) };
            book.enter(&number(at), campaign, on, if falls { calls(80, 18) } else { calls(80, 32) });
        }
    }
    let found = found(&book);
    assert_eq!(told(&found), [(Diagnosis::ExternalOrList, "campaign:Mutuelle".to_owned())]);
    assert!(signals(&found[0]).contains(&Signal::AnswerRateVsPool));
}

#[test]
fn a_lone_number_does_not_make_an_outside_cause() {
    // Number 0 makes half of the account's calls and falls alone: the account falls with it, and is not blamed.
    let book = eight(|at, bad| match (at, bad) {
        (0, true) => calls(600, 120),
        (0, false) => calls(600, 240),
        _ => calls(80, 32),
    });
    assert_eq!(told(&found(&book)), [(Diagnosis::EarlyLabel, number(0))]);
}

#[test]
fn one_number_by_itself_cannot_be_told_from_its_account() {
    // The article's scenario 1 as it stands: answers fall, the score holds, and there is nobody to compare with.
    let mut book = Book::default();
    for on in 0..35 {
        book.enter(&number(0), "", on, calls(80, if is_bad(on) { 18 } else { 32 }).score(85.0));
    }
    let found = found(&book);
    assert_eq!(told(&found), [(Diagnosis::ExternalOrList, "account".to_owned())]);
    assert!((0.5..0.7).contains(&found[0].certainty) && found[0].unchecked.contains(&Signal::NumbersDown));
}

#[test]
fn an_account_without_numbers_still_has_its_finding() {
    let mut book = Book::default();
    for on in 0..35 {
        book.enter("", "", on, calls(400, if is_bad(on) { 90 } else { 160 }));
    }
    assert_eq!(told(&found(&book)), [(Diagnosis::ExternalOrList, "account".to_owned())]);
}

#[test]
fn most_numbers_blacklisted_is_said_of_the_account_as_well() {
    let book = eight(|at, bad| match (at < 5, bad) {
        (true, true) => calls(80, 12).voicemail(52).rejected(2).score(25.0),
        _ => well().score(85.0),
    });
    let told = told(&found(&book));
    assert_eq!(told.len(), 6);
    assert_eq!(told[0], (Diagnosis::Blacklisted, "account".to_owned()));
    assert!(told.iter().all(|(diagnosis, _)| *diagnosis == Diagnosis::Blacklisted));
}

#[test]
fn answers_that_sink_for_weeks_are_saturation_and_a_step_is_not() {
    let fall = |rate: fn(i32) -> u32| {
        let mut book = Book::default();
        for (on, at) in (0..60).flat_map(|on| (0..8).map(move |at| (on, at))) {
            book.enter(&number(at), "Mutuelle", on, calls(200, rate(on)));
        }
        told(&found(&book))
    };
    assert_eq!(fall(|on| 80 - on as u32 * 2 / 3), [(Diagnosis::Saturation, "account".to_owned())]);
    assert_eq!(fall(|on| if on < 53 { 80 } else { 50 }), [(Diagnosis::ExternalOrList, "account".to_owned())]);
}

#[test]
fn a_block_is_labelled_since_the_day_that_fits_its_numbers_best() {
    // Six of a block fall on the same day, each enough to be seen alone; the first of them had a bad week before.
    let mut book = Book::default();
    for on in 0..35 {
        for at in 0..6 {
            let answered = if is_bad(on) {
                16
            } else if at == 0 && on >= 20 {
                26
            } else {
                32
            };
            book.enter(&format!("+3397000000{at}"), "Mutuelle", on, calls(80, answered));
        }
        for at in 10..40 {
            book.enter(&format!("+331{at}000000"), "Mutuelle", on, calls(80, 32));
        }
    }
    let found = found(&book);
    assert_eq!(told(&found)[0], (Diagnosis::PrefixLabelling, "prefix:339700000".to_owned()));
    let earliest = found.iter().filter(|it| it.diagnosis != Diagnosis::PrefixLabelling).map(|it| it.since).min();
    assert!(earliest.is_some_and(|earliest| earliest < day(BAD)), "{earliest:?}");
    assert_eq!(found[0].since, day(BAD));
}

#[test]
fn a_block_that_takes_a_campaign_down_is_no_matter_of_the_campaign() {
    // Six numbers of one block fall from 12 to 9 of 30 calls a day; five of them call for a campaign of eight, one for a campaign
    // of eight others. Where all eight fall, it is the campaign's.
    let found = |all: bool| {
        let mut book = Book::default();
        for on in 0..35 {
            for at in 0..16 {
                let is_first = at < 5 || (6..9).contains(&at);
                let falls = is_bad(on) && (at < 6 && !all || is_first && all);
                let name = if at < 6 { format!("+3397000000{at}") } else { format!("+331{}000000", 10 + at) };
                let campaign = if is_first { "Mutuelle" } else { "Énergie" };
                book.enter(&name, campaign, on, calls(30, if falls { 9 } else { 12 }));
            }
        }
        told(&found(&book))
    };
    assert_eq!(found(false), [(Diagnosis::PrefixLabelling, "prefix:339700000".to_owned())]);
    assert_eq!(found(true), [(Diagnosis::ExternalOrList, "campaign:Mutuelle".to_owned())]);
}

#[test]
fn a_block_that_falls_together_is_labelled_as_a_block() {
    // Six numbers of one prefix block fall from 12 to 10 of 30 calls a day: alone, −6.7 points on 210 calls is z = 1.8;
    // together, on 1,260, z = 4.3. Beside them thirty others, each in a block of its own.
    let mut book = Book::default();
    for on in 0..35 {
        for at in 0..6 {
            book.enter(&format!("+3397000000{at}"), "Mutuelle", on, calls(30, if is_bad(on) { 10 } else { 12 }));
        }
        for at in 10..40 {
            book.enter(&format!("+331{at}000000"), "Mutuelle", on, calls(30, 12));
        }
    }
    let found = found(&book);
    assert_eq!(told(&found), [(Diagnosis::PrefixLabelling, "prefix:339700000".to_owned())]);
}
