//! The way to the phone: numbers whose calls do not arrive, carriers that change.

use ringwell::{
    diagnose::{ActionId, Check, Diagnosis, Finding, Signal, findings},
    model::{Outcome, Settings},
    watch::alerts,
};

use super::{BAD, eight, found, labels::by_line, signals, told, well};
use crate::{
    book::{Entry, calls, day},
    centre::number,
};

/// Number 0 does this from the first bad day on, the others answer 32 of 80 calls and 24 meet a machine.
fn only(entry: impl Fn() -> Entry) -> Vec<Finding> {
    found(&eight(move |at, bad| if at == 0 && bad { entry() } else { well().with(Outcome::Failed, 1) }))
}

#[test]
fn a_number_whose_calls_reach_neither_people_nor_machines_is_blocked_on_the_way() {
    let refused = only(|| calls(80, 0).voicemail(0).rejected(2).with(Outcome::Failed, 76));
    assert_eq!(told(&refused), [(Diagnosis::TechnicallyBlocked, number(0))]);
    let finding = &refused[0];
    assert_eq!((finding.since, finding.certainty), (day(BAD), 0.93));
    // The others reach 56 of 80, 32 of them people: 7 × 32 conversations are missing.
    let reached = &finding.evidence[0];
    assert_eq!(
        (reached.signal, reached.before, reached.after, reached.n),
        (Signal::Reached, Some(70.0), Some(0.0), 560)
    );
    assert!((finding.lost_conversations.unwrap()[0] - 224.0).abs() < 1e-6);
    assert!(signals(finding).contains(&Signal::FailedRate) && finding.unchecked == [Signal::Carrier]);
    let actions: Vec<_> = finding.actions.iter().map(|action| action.id).collect();
    assert_eq!(actions, [ActionId::TestCalls, ActionId::SwitchToSpares, ActionId::CallCarrier]);
    assert!(finding.confirm.contains(&Check::CodesRefuse));
}

#[test]
fn a_call_that_comes_through_now_and_then_does_not_hide_the_block() {
    let leaking = only(|| calls(40, 1).voicemail(0).rejected(1).with(Outcome::Failed, 37));
    assert_eq!((leaking[0].diagnosis, leaking[0].since), (Diagnosis::TechnicallyBlocked, day(BAD)));
    let twice = only(|| calls(96, 2).voicemail(0).rejected(1).with(Outcome::Failed, 92));
    assert_eq!((twice[0].diagnosis, twice[0].since), (Diagnosis::TechnicallyBlocked, day(BAD)));
    // Of nine calls a day one is no silence.
    let few = only(|| calls(9, 1).voicemail(0).rejected(1).with(Outcome::Failed, 7));
    assert!(few.iter().all(|it| it.diagnosis != Diagnosis::TechnicallyBlocked));
}

#[test]
fn silence_that_no_code_explains_is_less_certain() {
    let silent = only(|| calls(80, 0).voicemail(0).rejected(2).with(Outcome::Failed, 1));
    assert_eq!((silent[0].diagnosis, silent[0].certainty), (Diagnosis::TechnicallyBlocked, 0.85));
    assert!(silent[0].against.iter().any(|it| it.signal == Signal::FailedRate));
    // Nothing but answers is known: 0.7, and it says which columns would tell.
    let blind = found(&eight(|at, bad| calls(80, if at == 0 && bad { 0 } else { 32 })));
    let own = blind.iter().find(|it| it.diagnosis == Diagnosis::TechnicallyBlocked).unwrap();
    assert_eq!((own.certainty, &own.unchecked[1..]), (0.7, &[Signal::FailedRate, Signal::VoicemailRate][..]));
}

#[test]
fn a_label_or_a_filter_is_no_block() {
    for entry in [|| calls(80, 0).voicemail(40).rejected(2), || calls(80, 6).voicemail(0).rejected(30)] {
        assert!(only(entry).iter().all(|it| it.diagnosis != Diagnosis::TechnicallyBlocked));
    }
    // 28 calls let 2.9 through at 15 % of what the others reach, 29 let 3.05: only the latter is silence beyond chance.
    let days = |calls_a_day: u32| {
        let silent = move || calls(calls_a_day, 0).voicemail(0).rejected(0);
        let book = eight(move |at, bad| if at == 0 && bad { silent() } else { well() });
        let (board, settings) = (book.board_until(BAD), Settings::default());
        let found = findings(&board, &alerts(&board, &settings), &settings);
        found.iter().any(|it| it.diagnosis == Diagnosis::TechnicallyBlocked)
    };
    assert_eq!((days(28), days(29)), (false, true));
}

#[test]
fn a_fall_of_all_with_refusals_that_lasts_is_a_carriers_and_one_without_is_not() {
    // All from 40 to 25 %; refusals from 2.5 to 12.5 %.
    let fall =
        |rejected: u32| eight(move |_, bad| if bad { calls(80, 20).voicemail(28).rejected(rejected) } else { well() });
    let carrier = found(&fall(10));
    assert_eq!(told(&carrier), [(Diagnosis::CarrierChange, "account".to_owned())]);
    assert!((carrier[0].certainty - 0.75).abs() < 0.01, "{}", carrier[0].certainty);
    assert!(signals(&carrier[0]).contains(&Signal::RejectionRate));
    assert!(
        carrier[0].unchecked.contains(&Signal::Carrier) && carrier[0].unchecked.contains(&Signal::MobileAnswerRate)
    );
    assert_eq!(told(&found(&fall(2))), [(Diagnosis::ExternalOrList, "account".to_owned())]);
    // Three days may be a strike.
    let (board, settings) = (fall(10).board_until(BAD + 2), Settings::default());
    let early = findings(&board, &alerts(&board, &settings), &settings);
    assert_eq!(told(&early), [(Diagnosis::ExternalOrList, "account".to_owned())]);
}

#[test]
fn mobiles_that_fall_everywhere_while_landlines_hold_are_a_carriers() {
    // Mobiles from 40 to 20 %, landlines steady; then both from 40 to 30 %.
    let (mobiles, both) = (by_line(8, 8, 16), by_line(8, 12, 12));
    assert_eq!(told(&mobiles), [(Diagnosis::CarrierChange, "account".to_owned())]);
    let apart = mobiles[0].evidence.iter().find(|it| it.signal == Signal::MobileAnswerRate).unwrap();
    assert!((apart.value + 20.0).abs() < 1e-9, "{apart:?}");
    assert_eq!(told(&both), [(Diagnosis::ExternalOrList, "account".to_owned())]);
}
