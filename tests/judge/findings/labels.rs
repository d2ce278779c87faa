//! What befalls a number: labels, filters, scores, reports.

use ringwell::{
    diagnose::{ActionId, Check, Diagnosis, Finding, Signal},
    model::{Call, LineType, Outcome, OutcomeSet, Scope},
    tally::{Ledger, Tells},
};

use super::{BAD, eight, found, is_bad, signals, told, well};
use crate::{
    book::{Book, Entry, calls, day, nothing},
    centre::number,
};

#[test]
fn everything_together_is_blacklisted() {
    // Number 0: answers 40 → 15 %, voicemail 30 → 65 %, score 85 → 25, from day 28 on.
    let book = eight(|at, bad| match (at, bad) {
        (0, true) => calls(80, 12).voicemail(52).rejected(2).score(25.0),
        _ => well().score(85.0),
    });
    let found = found(&book);
    assert_eq!(told(&found), [(Diagnosis::Blacklisted, number(0))]);
    let finding = &found[0];
    assert_eq!((finding.since, finding.scope), (day(BAD), Scope::Number));
    assert!(finding.certainty > 0.9, "{}", finding.certainty);
    for signal in [Signal::AnswerRate, Signal::AnswerRateVsPool, Signal::Score, Signal::VoicemailRate] {
        assert!(signals(finding).contains(&signal), "{signal:?}");
    }
    assert!(finding.against.is_empty() && finding.unchecked.contains(&Signal::Flagged));
    let actions: Vec<_> = finding.actions.iter().map(|action| (action.id, action.days)).collect();
    assert_eq!(
        actions,
        [(ActionId::StopCalls, Some(30)), (ActionId::SwitchToSpares, None), (ActionId::StartRecovery, None)]
    );
    assert_eq!(finding.actions[1].numbers, [number(1), number(2), number(3)]);
    // 7 days × 80 calls at 40 % would be 224 conversations; there were 84.
    let [lost, low, high] = finding.lost_conversations.unwrap();
    assert!((lost - 140.0).abs() < 1e-6 && low < lost && lost < high && low > 100.0);
}

#[test]
fn a_flag_counts_as_a_fallen_score() {
    let book = eight(|at, bad| match (at, bad) {
        (0, true) => calls(80, 12).voicemail(52).rejected(2).flagged(true),
        _ => well().flagged(false),
    });
    let found = found(&book);
    assert_eq!(told(&found), [(Diagnosis::Blacklisted, number(0))]);
    assert!(signals(&found[0]).contains(&Signal::Flagged) && found[0].unchecked.contains(&Signal::Score));
}

#[test]
fn answers_and_score_without_a_rise_are_a_weaker_case() {
    let book = |voicemail| {
        eight(move |at, bad| match (at, bad) {
            (0, true) => calls(80, 12).voicemail(voicemail).rejected(2).score(25.0),
            _ => well().score(85.0),
        })
    };
    let (with, without) = (found(&book(52)), found(&book(24)));
    assert!(without[0].certainty < 0.6 && with[0].certainty > without[0].certainty + 0.3);
    assert!(without[0].against.iter().any(|evidence| evidence.signal == Signal::VoicemailRate));
}

#[test]
fn a_falling_score_with_steady_answers_is_degrading() {
    let book = eight(|at, bad| if at == 0 && bad { well().score(60.0) } else { well().score(85.0) });
    let found = found(&book);
    assert_eq!(told(&found), [(Diagnosis::Degrading, number(0))]);
    let finding = &found[0];
    assert_eq!(finding.since, day(BAD));
    assert!(finding.certainty > 0.8 && finding.lost_conversations.is_none());
    assert_eq!(finding.actions[0].id, ActionId::HalveVolume);
    assert_eq!((finding.actions[1].id, finding.actions[1].numbers.len()), (ActionId::Diversify, 3));
    assert_eq!(finding.evidence[0].signal, Signal::Score);
    assert_eq!((finding.evidence[0].value, finding.evidence[0].before), (-25.0, Some(85.0)));
}

#[test]
fn a_score_that_moves_within_its_zone_is_no_finding() {
    let book = eight(|at, bad| if at == 0 && bad { well().score(88.0) } else { well().score(95.0) });
    assert!(found(&book).is_empty());
}

#[test]
fn a_lone_fall_with_a_stable_score_is_an_early_label() {
    let book = eight(|at, bad| if at == 0 && bad { calls(80, 18).voicemail(26) } else { well() }.score(85.0));
    let found = found(&book);
    assert_eq!(told(&found), [(Diagnosis::EarlyLabel, number(0))]);
    let finding = &found[0];
    let actions: Vec<_> = finding.actions.iter().map(|action| action.id).collect();
    assert_eq!(actions, [ActionId::HalveVolume, ActionId::TestCalls, ActionId::ImportCheck]);
    assert!(finding.confirm.contains(&Check::MobilesFallLandlinesHold));
    assert!(finding.against.iter().any(|evidence| evidence.signal == Signal::Score));
    assert!((0.8..=0.9).contains(&finding.certainty));
}

#[test]
fn a_lone_fall_without_a_score_is_named_by_what_rises_with_it() {
    let with = |entry: fn() -> Entry| found(&eight(move |at, bad| if at == 0 && bad { entry() } else { well() }));
    let nothing = with(|| calls(80, 18).voicemail(25).rejected(2));
    let voicemail = with(|| calls(80, 18).voicemail(50).rejected(2));
    let refusals = with(|| calls(80, 18).voicemail(24).rejected(26));
    assert_eq!(told(&nothing), [(Diagnosis::EarlyLabel, number(0))]);
    assert_eq!(told(&voicemail), [(Diagnosis::SilentFiltering, number(0))]);
    assert_eq!(told(&refusals), [(Diagnosis::VisibleLabel, number(0))]);
    for finding in [&nothing[0], &voicemail[0], &refusals[0]] {
        assert!((0.7..=0.8).contains(&finding.certainty), "{}", finding.certainty);
        assert!(finding.unchecked.contains(&Signal::Score));
    }
}

#[test]
fn a_deeper_fall_is_never_less_certain() {
    let certainty = |answered: u32| {
        let book = eight(move |at, bad| calls(80, if at == 0 && bad { answered } else { 32 }).score(85.0));
        found(&book).first().map_or(0.0, |finding| finding.certainty)
    };
    let rising: Vec<f64> = (10..=32).rev().map(certainty).collect();
    assert!(rising.is_sorted(), "{rising:?}");
    assert!(rising[0] == 0.0 && rising[22] > 0.8);
}

/// Eight numbers, 40 calls to mobiles and 40 to landlines a day, 16 of each answered; the first of them answer fewer from
/// the first bad day on.
pub fn by_line(concerned: usize, mobile: u32, landline: u32) -> Vec<Finding> {
    let mut ledger = Ledger::default();
    for on in 0..35 {
        for at in 0..8 {
            for (line, bad_answers) in [(LineType::Mobile, mobile), (LineType::Landline, landline)] {
                let number = ledger.names.numbers.intern(&number(at));
                let answered = if at < concerned && is_bad(on) { bad_answers } else { 16 };
                for call in 0..40 {
                    let outcome = if call < answered { Outcome::Answered } else { Outcome::NoAnswer };
                    ledger.push(&Call { line, ..Call::new(number, day(on), outcome) });
                }
            }
        }
    }
    ledger.settle(Tells { outcomes: OutcomeSet::of(&[Outcome::NoAnswer]), hang_ups: false, conversions: false });
    found(&Book(ledger))
}

/// Eight numbers make 60 calls a day: 24 answered, 20 on voicemail, 16 ring out. From the first bad day on the first is
/// answered 10 times, so many calls meet a voicemail, and the others ring out. `rings` tells how long a call rang, by
/// its outcome and whether the day is bad.
fn ringing(voicemail: u32, rings: impl Fn(Outcome, bool) -> Option<u32>) -> Vec<Finding> {
    ringing_as(voicemail, Outcome::NoAnswer, rings)
}

/// The same where the others end otherwise on bad days.
fn ringing_as(voicemail: u32, end: Outcome, rings: impl Fn(Outcome, bool) -> Option<u32>) -> Vec<Finding> {
    let mut ledger = Ledger::default();
    for (on, at) in (0..35).flat_map(|on| (0..8).map(move |at| (on, at))) {
        let is_bad = at == 0 && is_bad(on);
        let [answered, machines] = if is_bad { [10, 10 + voicemail] } else { [24, 44] };
        let number = ledger.names.numbers.intern(&number(at));
        for call in 0..60 {
            let outcome = match call {
                call if call < answered => Outcome::Answered,
                call if call < machines => Outcome::Voicemail,
                _ if is_bad => end,
                _ => Outcome::NoAnswer,
            };
            ledger.push(&Call { ring_secs: rings(outcome, is_bad), ..Call::new(number, day(on), outcome) });
        }
    }
    let outcomes = OutcomeSet::of(&[Outcome::NoAnswer, Outcome::Voicemail, Outcome::Failed]);
    ledger.settle(Tells { outcomes, hang_ups: false, conversions: false });
    found(&Book(ledger))
}

#[test]
fn calls_that_do_not_ring_are_filtered_whatever_voicemail_does() {
    let rang =
        |secs: u32| ringing(8, move |outcome, bad| Some(if bad && outcome == Outcome::NoAnswer { secs } else { 20 }));
    let (filtered, rang, untold) = (rang(2), rang(35), ringing(8, |_, _| None));
    assert_eq!(told(&filtered), [(Diagnosis::SilentFiltering, number(0))]);
    let rings = filtered[0].evidence.iter().find(|it| it.signal == Signal::RingTime).unwrap();
    assert_eq!((rings.before, rings.after), (Some(0.0), Some(70.0)));
    assert!(!filtered[0].unchecked.contains(&Signal::RingTime));
    assert_eq!(told(&rang), [(Diagnosis::EarlyLabel, number(0))]);
    assert_eq!(told(&untold), [(Diagnosis::EarlyLabel, number(0))]);
    assert!(untold[0].unchecked.contains(&Signal::RingTime));
    // Calls that a network refuses do not ring either.
    let failed = ringing_as(8, Outcome::Failed, |outcome, _| Some(if outcome == Outcome::Failed { 1 } else { 20 }));
    assert_eq!(told(&failed), [(Diagnosis::EarlyLabel, number(0))]);
    // A file that counts from the answer on: whatever nobody answered rang for no time at all.
    let from_answers = ringing(8, |outcome, _| Some(if outcome == Outcome::Answered { 8 } else { 0 }));
    assert_eq!(told(&from_answers), [(Diagnosis::EarlyLabel, number(0))]);
}

#[test]
fn a_voicemail_that_took_a_call_after_it_rang_is_hardly_a_filter() {
    // Voicemail among unanswered calls 56 → 66 %, 3.6 standard errors, and → 80 %.
    let (rang, untold) = (|voicemail| ringing(voicemail, |_, _| Some(20)), |voicemail| ringing(voicemail, |_, _| None));
    assert_eq!(told(&untold(33)), [(Diagnosis::SilentFiltering, number(0))]);
    assert_eq!(told(&rang(33)), [(Diagnosis::EarlyLabel, number(0))]);
    assert_eq!(told(&rang(40)), [(Diagnosis::SilentFiltering, number(0))]);
}

#[test]
fn refusals_that_vanish_with_the_answers_speak_for_a_filter() {
    // Voicemail among unanswered calls 50 → 53 %, no more than 1.6 standard errors.
    let with = |refused: u32| {
        let book = eight(move |at, bad| match (at, bad) {
            (0, true) => calls(80, 20).voicemail(32).rejected(refused),
            _ => calls(80, 40).voicemail(20).rejected(6),
        });
        told(&found(&book))
    };
    assert_eq!(with(1), [(Diagnosis::SilentFiltering, number(0))]);
    assert_eq!(with(6), [(Diagnosis::EarlyLabel, number(0))]);
}

#[test]
fn a_score_that_wanders_as_all_do_has_not_fallen() {
    // Every number moves between 74 and 92 from reading to reading, across a zone; the first ends on its lowest.
    let wandering = |last: f64| {
        let mut book = eight(|_, _| well());
        for (on, at) in (0..35).step_by(5).flat_map(|on| (0..8).map(move |at| (on, at))) {
            let score = [92.0, 84.0, 76.0, 88.0, 80.0, 90.0, 74.0][(on / 5 + at * 3) % 7];
            book.reading(&number(at), "tool", on as i32, Some(if at == 0 && on == 30 { last } else { score }), None);
        }
        told(&found(&book))
    };
    assert_eq!(wandering(70.0), []);
    assert_eq!(wandering(40.0), [(Diagnosis::Degrading, number(0))]);
}

#[test]
fn a_point_across_a_border_is_no_fall_of_a_score() {
    let steady = |last: f64| {
        let score = move |at: usize, bad: bool| if at == 0 && bad { last } else { 81.0 };
        told(&found(&eight(move |at, bad| well().score(score(at, bad)))))
    };
    assert_eq!(steady(79.0), []);
    assert_eq!(steady(75.0), [(Diagnosis::Degrading, number(0))]);
}

#[test]
fn a_label_shows_on_mobiles_and_landlines_that_fall_as_well_speak_against_it() {
    // Mobiles 40 → 5 %, landlines steady; then both 40 → 22.5 %.
    let (mobiles, both) = (by_line(1, 2, 16), by_line(1, 9, 9));
    assert_eq!(told(&mobiles), [(Diagnosis::EarlyLabel, number(0))]);
    assert!(signals(&mobiles[0]).contains(&Signal::MobileAnswerRate));
    assert_eq!(told(&both), [(Diagnosis::EarlyLabel, number(0))]);
    assert!(both[0].against.iter().any(|evidence| evidence.signal == Signal::MobileAnswerRate));
    assert!(both[0].certainty < mobiles[0].certainty);
}

#[test]
fn a_number_has_no_trend_with_fewer_than_a_hundred_calls() {
    let few = |times: u32| {
        let mut book = eight(|_, _| well());
        for on in 0..35 {
            let entry = calls(2 * times, if is_bad(on) { times / 10 } else { times }).voicemail(0).rejected(0);
            book.enter(&number(9), "Mutuelle", on, entry);
        }
        told(&found(&book))
    };
    assert_eq!(few(1), []);
    assert_eq!(few(20), [(Diagnosis::EarlyLabel, number(9))]);
}

#[test]
fn a_number_that_has_rested_for_weeks_has_no_finding() {
    let mut book = eight(|_, _| well());
    for on in 0..35 {
        book.enter(&number(9), "Mutuelle", on, if is_bad(on) { calls(80, 10) } else { calls(80, 32) });
    }
    assert_eq!(told(&found(&book)), [(Diagnosis::EarlyLabel, number(9))]);
    for on in 35..65 {
        for at in 0..8 {
            book.enter(&number(at), "Mutuelle", on, well());
        }
    }
    assert!(found(&book).is_empty());
}

#[test]
fn spares_are_well_have_room_and_are_of_the_same_pool() {
    let mut book = eight(|at, bad| match (at, bad) {
        (0, true) => calls(80, 12).voicemail(52).rejected(2).score(25.0),
        (1, true) => well().score(40.0),
        (2, _) => calls(120, 48).score(85.0),
        (3, _) => calls(30, 12).score(85.0),
        _ => well().score(85.0),
    });
    for on in 0..35 {
        book.enter("+33199999999", "Énergie", on, calls(10, 4).score(85.0));
    }
    // Not 1 (its score is red) nor 2 (above the cap of 100) nor the other campaign's; 3 has most room.
    let blacklisted = found(&book).into_iter().find(|finding| finding.diagnosis == Diagnosis::Blacklisted).unwrap();
    assert_eq!(blacklisted.actions[1].numbers, [number(3), number(4), number(5)]);
}

#[test]
fn several_reports_while_answers_hold_are_a_cluster_and_one_is_not() {
    let reported = |count: u32| {
        let mut book = eight(|_, _| well().reports(0));
        book.enter(&number(3), "", 34, nothing().reports(count));
        told(&found(&book))
    };
    assert_eq!(reported(30), [(Diagnosis::ComplaintCluster, number(3))]);
    assert_eq!(reported(1), []);
}

#[test]
fn the_most_urgent_comes_first() {
    let book = eight(|at, bad| match (at, bad) {
        (5, true) => calls(80, 12).voicemail(52).rejected(2).score(25.0),
        (2, true) => well().score(60.0),
        _ => well().score(85.0),
    });
    let diagnoses: Vec<_> = found(&book).iter().map(|finding| finding.diagnosis).collect();
    assert_eq!(diagnoses, [Diagnosis::Blacklisted, Diagnosis::Degrading]);
}
