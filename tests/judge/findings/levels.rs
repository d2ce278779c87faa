//! How numbers stand beside each other, and what they bear.

use ringwell::diagnose::{ActionId, Check, Diagnosis, Finding, Signal};

use super::{found, signals, told};
use crate::{
    book::{Book, calls, day},
    centre::number,
};

/// Eight numbers that answer `answered` of 80 calls a day for 35 days; the first two are flagged from the first day on.
fn flagged(answered: [u32; 8], clean: Option<bool>) -> Vec<Finding> {
    let mut book = Book::default();
    for (on, (at, answered)) in (0..35).flat_map(|on| answered.into_iter().enumerate().map(move |it| (on, it))) {
        book.enter(&number(at), "Mutuelle", on, calls(80, answered));
        if let Some(flagged) = if at < 2 { Some(true) } else { clean } {
            book.reading(&number(at), "hiya", on, None, Some(flagged));
        }
    }
    found(&book)
}

#[test]
fn what_flagged_numbers_answer_less_than_clean_ones_is_what_the_label_costs() {
    // 20 and 24 of 80 against 32 of 80: 40 − 27.5 = 12.5 points, on 2 × 28 × 80 calls 560 conversations.
    let found = flagged([24, 20, 32, 32, 32, 32, 32, 32], Some(false));
    assert_eq!(told(&found), [(Diagnosis::LabelGap, "campaign:Mutuelle".to_owned())]);
    let finding = &found[0];
    let gap = &finding.evidence[0];
    assert_eq!((gap.signal, gap.before, gap.n), (Signal::FlagGap, Some(40.0), 4480));
    assert!((gap.after.unwrap() - 27.5).abs() < 1e-9);
    assert!((gap.value + 12.5).abs() < 1e-9 && gap.high.unwrap() < 0.0);
    // Wider than chance alone, since numbers differ: Newcombe's would be ± 1.6.
    assert!(gap.high.unwrap() - gap.low.unwrap() > 6.0, "{gap:?}");
    assert!((finding.lost_conversations.unwrap()[0] - 560.0).abs() < 1e-6);
    assert!(finding.since == day(0) && (finding.certainty - 0.9).abs() < 1e-3, "{}", finding.certainty);
    assert_eq!(finding.actions[0].id, ActionId::RestFlagged);
    assert_eq!(finding.actions[0].numbers, [number(1), number(0)], "the one that loses most first");
    assert!(finding.rules_out.contains(&Check::SameLeadsAlike) && !finding.unchecked.contains(&Signal::Flagged));
}

#[test]
fn where_no_source_calls_the_others_clean_the_gap_is_less_certain() {
    let found = flagged([20, 20, 32, 32, 32, 32, 32, 32], None);
    assert_eq!(told(&found), [(Diagnosis::LabelGap, "campaign:Mutuelle".to_owned())]);
    assert!((found[0].certainty - 0.72).abs() < 1e-3 && found[0].unchecked.contains(&Signal::Flagged));
}

#[test]
fn a_gap_that_numbers_without_a_flag_have_as_well_is_no_label() {
    assert_eq!(told(&flagged([32, 31, 32, 32, 33, 32, 32, 32], Some(false))), []);
    // 27.5 % against 40 % on average, but the clean ones lie between 20 and 60 %.
    assert_eq!(told(&flagged([22, 22, 16, 24, 28, 36, 40, 48], Some(false))), []);
}

/// Twenty numbers that answer 24 to 43 of 80 calls a day, but the fifth.
fn beside_others(fifth: u32) -> Vec<Finding> {
    let mut book = Book::default();
    for (on, at) in (0..35).flat_map(|on| (0..20).map(move |at| (on, at))) {
        let answered = if at == 5 { fifth } else { 24 + at as u32 };
        book.enter(&number(at), "Mutuelle", on, calls(80, answered));
    }
    found(&book)
}

#[test]
fn a_number_far_below_all_others_is_named_and_one_that_is_merely_the_lowest_is_not() {
    let found = beside_others(7);
    assert_eq!(told(&found), [(Diagnosis::UnevenNumbers, "campaign:Mutuelle".to_owned())]);
    let finding = &found[0];
    assert_eq!((finding.actions[0].id, &finding.actions[0].numbers), (ActionId::LookAtLowest, &vec![number(5)]));
    // 7 of 80 against the nineteen others: their sum is 19 × 24 + (0 + … + 19) − 5 = 641, of 1,520.
    let lowest = &finding.evidence[0];
    assert_eq!(lowest.after, Some(8.75));
    assert!((lowest.before.unwrap() - 100.0 * 641.0 / 1520.0).abs() < 1e-9);
    assert!(finding.certainty > 0.75 && finding.certainty <= 0.8 && finding.lost_conversations.is_none());
    assert_eq!(told(&beside_others(20)), []);
}

#[test]
fn a_number_that_was_low_from_the_first_day_on_is_not_said_to_fall() {
    // The others are so much alike that the early warning expects more of number 5 than it ever gave.
    let mut book = Book::default();
    for (on, at) in (0..35).flat_map(|on| (0..20).map(move |at| (on, at))) {
        let answered = if at == 5 { 6 } else { 29 + (at as u32 * 7 + on as u32 * 3) % 5 };
        book.enter(&number(at), "Mutuelle", on, calls(80, answered));
    }
    assert_eq!(told(&found(&book)), [(Diagnosis::UnevenNumbers, "campaign:Mutuelle".to_owned())]);
}

#[test]
fn calls_that_move_to_noon_do_not_hide_a_pool_that_bears_too_much() {
    // The other campaign, six times as many, moves its calls from mornings to noon in the same week.
    let mut book = Book::default();
    for (on, at) in (0..50).flat_map(|on| (0..46).map(move |at| (on, at))) {
        let noon = if at >= 10 && on >= 43 { 48 } else { 12 };
        let (calls_made, answered) = match (at, on) {
            (0..4, 43..) => (150, 42),
            (0..4, 38..) => (150, 60),
            (4..10, 38..) => continue,
            (0..10, _) => (60, 24),
            _ => (60, (60 - noon) * 45 / 100 + noon / 3),
        };
        book.enter(&number(at), if at < 10 { "Mutuelle" } else { "Énergie" }, on, calls(calls_made, answered));
        let noon_answered = noon / 3;
        book.mix(&number(at), on, 1, 0, [calls_made - noon, answered - noon_answered]);
        book.mix(&number(at), on, 2, 0, [noon, noon_answered]);
    }
    let told = told(&found(&book));
    assert!(told.contains(&(Diagnosis::Schedule, "account".to_owned())), "{told:?}");
    assert_eq!(told[0], (Diagnosis::OverloadSpiral, "campaign:Mutuelle".to_owned()), "{told:?}");
}

/// Ten numbers of a campaign make 60 calls a day, 24 answered; from day 38 on six of them rest. From day 43 on the others
/// answer `rate` per cent of `calls` a day. Six of another campaign go on as ever.
fn rested(load: u32, rate: u32) -> Vec<Finding> {
    let mut book = Book::default();
    for (on, at) in (0..50).flat_map(|on| (0..16).map(move |at| (on, at))) {
        let entry = match (at, on) {
            (0..4, 43..) => calls(load, load * rate / 100),
            (0..4, 38..) => calls(load, load * 2 / 5),
            (4..10, 38..) => continue,
            _ => calls(60, 24),
        };
        book.enter(&number(at), if at < 10 { "Mutuelle" } else { "Énergie" }, on, entry);
    }
    found(&book)
}

#[test]
fn numbers_that_fall_under_the_calls_of_those_that_rest_are_too_few() {
    let found = rested(150, 28);
    assert_eq!(told(&found), [(Diagnosis::OverloadSpiral, "campaign:Mutuelle".to_owned())]);
    let finding = &found[0];
    let load = finding.evidence.iter().find(|it| it.signal == Signal::CallsPerNumber).unwrap();
    assert_eq!((load.before, load.after, load.n), (Some(60.0), Some(150.0), 4));
    let stopped = finding.evidence.iter().find(|it| it.signal == Signal::NumbersStopped).unwrap();
    assert_eq!((stopped.n, finding.actions[0].id), (6, ActionId::AddCapacity));
    assert!(finding.confirm.contains(&Check::LighterLoadRecovers));
    // Under the cap, or while they answer as before, it is nothing of the kind.
    assert!(rested(90, 28).iter().all(|it| it.diagnosis != Diagnosis::OverloadSpiral));
    assert_eq!(told(&rested(150, 40)), []);
    assert!(!signals(finding).is_empty());
}
