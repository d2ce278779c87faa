//! Each diagnosis from a case that shows it, and those that must not be taken for it.

use ringwell::{
    diagnose::{ActionId, Check, Diagnosis, Finding, Signal, findings},
    model::{Call, LineType, Outcome, OutcomeSet, Scope, Settings},
    tally::{Ledger, Tells},
    watch::alerts,
};

use crate::{
    book::{Book, Entry, calls, day, nothing},
    centre::number,
};

/// The first bad day of all cases: 28 days before it, 7 from it on.
const BAD: i32 = 28;

fn found(book: &Book) -> Vec<Finding> {
    let board = book.board();
    let settings = Settings::default();
    findings(&board, &alerts(&board, &settings), &settings)
}

fn told(findings: &[Finding]) -> Vec<(Diagnosis, String)> {
    findings.iter().map(|finding| (finding.diagnosis, finding.subject.to_string())).collect()
}

fn is_bad(on: i32) -> bool {
    on >= BAD
}

/// Eight numbers of one campaign, 35 days; `of` says what a number does on a day.
fn eight(of: impl Fn(usize, bool) -> Entry) -> Book {
    let mut book = Book::default();
    for on in 0..35 {
        for at in 0..8 {
            book.enter(&number(at), "Mutuelle", on, of(at, is_bad(on)));
        }
    }
    book
}

/// 80 calls: 40 % answered, 30 % voicemail, 2.5 % rejected.
fn well() -> Entry {
    calls(80, 32).voicemail(24).rejected(2)
}

fn signals(finding: &Finding) -> Vec<Signal> {
    finding.evidence.iter().map(|evidence| evidence.signal).collect()
}

#[test]
fn a_healthy_account_has_no_finding() {
    assert!(found(&eight(|_, _| well())).is_empty());
    assert!(found(&eight(|_, _| well().score(90.0).flagged(false))).is_empty());
    assert!(found(&Book::default()).is_empty());
}

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
fn a_deeper_fall_is_never_less_certain() {
    let certainty = |answered: u32| {
        let book = eight(move |at, bad| calls(80, if at == 0 && bad { answered } else { 32 }).score(85.0));
        found(&book).first().map_or(0.0, |finding| finding.certainty)
    };
    let rising: Vec<f64> = (10..=32).rev().map(certainty).collect();
    assert!(rising.is_sorted(), "{rising:?}");
    assert!(rising[0] == 0.0 && rising[22] > 0.8);
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

/// Eight numbers, 40 calls to mobiles and 40 to landlines a day, 16 of each answered; number 0 answers fewer from the
/// first bad day on.
fn by_line(mobile: u32, landline: u32) -> Vec<Finding> {
    let mut ledger = Ledger::default();
    for on in 0..35 {
        for at in 0..8 {
            for (line, bad_answers) in [(LineType::Mobile, mobile), (LineType::Landline, landline)] {
                let number = ledger.names.numbers.intern(&number(at));
                let answered = if at == 0 && is_bad(on) { bad_answers } else { 16 };
                for call in 0..40 {
                    let outcome = if call < answered { Outcome::Answered } else { Outcome::NoAnswer };
                    ledger.push(&Call {
                        number,
                        day: day(on),
                        hour: None,
                        campaign: 0,
                        team: 0,
                        agent: 0,
                        line,
                        outcome,
                        talk_ms: None,
                        ring_secs: None,
                        converted: None,
                        attempt: None,
                        dropped: false,
                        fingerprint: 0,
                    });
                }
            }
        }
    }
    ledger.settle(Tells { outcomes: OutcomeSet::of(&[Outcome::NoAnswer]), hang_ups: false, conversions: false });
    found(&Book(ledger))
}

#[test]
fn a_label_shows_on_mobiles_and_landlines_that_fall_as_well_speak_against_it() {
    // Mobiles 40 → 5 %, landlines steady; then both 40 → 22.5 %.
    let (mobiles, both) = (by_line(2, 16), by_line(9, 9));
    assert_eq!(told(&mobiles), [(Diagnosis::EarlyLabel, number(0))]);
    assert!(signals(&mobiles[0]).contains(&Signal::MobileAnswerRate));
    assert_eq!(told(&both), [(Diagnosis::EarlyLabel, number(0))]);
    assert!(both[0].against.iter().any(|evidence| evidence.signal == Signal::MobileAnswerRate));
    assert!(both[0].certainty < mobiles[0].certainty);
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
fn a_number_has_no_trend_with_fewer_than_a_hundred_calls() {
    let few = |times: u32| {
        let mut book = eight(|_, _| well());
        for on in 0..35 {
            let entry = calls(2 * times, if is_bad(on) { 0 } else { times }).voicemail(0).rejected(0);
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
