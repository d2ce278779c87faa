//! Each KPI from figures that can be checked by hand.

use ringwell::{
    kpi::{Board, Kpi, KpiId, Mark, Partial, View, Zone, by_day, current_flag, kpis, kpis_on, zone_of},
    model::{Objective, Outcome, Preset, Settings},
};

use crate::book::{Book, Entry, calls, day, nothing};

fn board_of_one(entry: Entry) -> Board {
    let mut book = Book::default();
    book.enter("+33100000001", "", 0, entry);
    book.board()
}

fn figure(entry: Entry, id: KpiId) -> Kpi {
    figure_with(entry, id, &Settings::default())
}

fn figure_with(entry: Entry, id: KpiId, settings: &Settings) -> Kpi {
    kpis(View::Account(&board_of_one(entry)), day(0), settings).get(id).clone()
}

fn near(value: Option<f64>, wanted: f64) -> bool {
    value.is_some_and(|value| (value - wanted).abs() < 0.05)
}

#[test]
fn the_answer_rate_is_answered_over_calls_with_its_wilson_interval() {
    // 20 of 50 = 40 %, Wilson 27.6 to 53.8: amber by the boundary, uncertain.
    let kpi = figure(calls(50, 20), KpiId::AnswerRate);
    assert_eq!((kpi.value, kpi.n, kpi.count, kpi.zone), (Some(40.0), 50, Some(20), Zone::Amber));
    assert!(near(kpi.low, 27.6) && near(kpi.high, 53.8) && !kpi.certain);
    assert_eq!(kpi.partial, [Partial::VoicemailInAnswered]);
}

#[test]
fn each_boundary_of_the_answer_rate_belongs_to_amber() {
    for (answered, zone) in [(2499, Zone::Red), (2500, Zone::Amber), (4000, Zone::Amber), (4001, Zone::Green)] {
        assert_eq!(figure(calls(10_000, answered), KpiId::AnswerRate).zone, zone, "{answered}");
    }
    let settings = Settings { kpis: Preset::B2cCold.thresholds(), ..Settings::default() };
    assert_eq!(figure_with(calls(10_000, 3500), KpiId::AnswerRate, &settings).zone, Zone::Green);
}

#[test]
fn beside_the_answer_rate_stand_the_calls_that_met_no_voicemail() {
    // 30 of 100, 40 of them voicemail: 30 of 60 = 50 %.
    let kpi = figure(calls(100, 30).voicemail(40), KpiId::AnswerRate);
    assert_eq!((kpi.value, kpi.beside), (Some(30.0), Some(50.0)));
    assert!(kpi.partial.is_empty());
    assert_eq!(figure(calls(100, 30), KpiId::AnswerRate).beside, None);
}

#[test]
fn what_is_not_measured_is_not_zero() {
    let board = board_of_one(calls(100, 30));
    let kpis = kpis(View::Account(&board), day(0), &Settings::default());
    for id in [
        KpiId::SpamReportRate,
        KpiId::ReputationScore,
        KpiId::RejectionRate,
        KpiId::VoicemailRate,
        KpiId::AverageTalkTime,
        KpiId::ConversionRate,
    ] {
        let kpi = kpis.get(id);
        assert_eq!((kpi.value, kpi.low, kpi.high, kpi.n), (None, None, None, 0), "{id:?}");
        assert_eq!((kpi.zone, kpi.certain), (Zone::Unknown, false), "{id:?}");
    }
    assert_eq!(figure(calls(100, 30).voicemail(0), KpiId::VoicemailRate).value, Some(0.0));
}

#[test]
fn a_rate_divides_by_the_calls_on_which_it_is_known() {
    // One number with voicemail (20 of 100), one without (200 calls): 20 %, of 100.
    let mut book = Book::default();
    book.enter("+33100000001", "", 0, calls(100, 30).voicemail(20));
    book.enter("+33100000002", "", 0, calls(200, 50));
    let board = book.board();
    let kpis = kpis(View::Account(&board), day(0), &Settings::default());
    let voicemail = kpis.get(KpiId::VoicemailRate);
    assert_eq!((voicemail.value, voicemail.n), (Some(20.0), 100));
    assert_eq!(voicemail.partial, [Partial::SomeCallsUnknown]);
}

#[test]
fn spam_reports_have_three_zones_and_always_their_count() {
    for (reports, zone) in [(49, Zone::Green), (50, Zone::Amber), (200, Zone::Amber), (201, Zone::Red)] {
        let kpi = figure(calls(10_000, 4000).reports(reports), KpiId::SpamReportRate);
        assert_eq!((kpi.zone, kpi.count), (zone, Some(u64::from(reports))), "{reports}");
    }
    // 1 of 50 = 2 % (0.35 to 10.5): the boundary, far from certain.
    let one = figure(calls(50, 20).reports(1), KpiId::SpamReportRate);
    assert!(one.zone == Zone::Amber && !one.certain && near(one.low, 0.35) && near(one.high, 10.5));
}

#[test]
fn spam_reports_count_for_28_days() {
    let mut book = Book::default();
    book.enter("+33100000001", "", 0, calls(100, 40).reports(5));
    for on in 1..=28 {
        book.enter("+33100000001", "", on, calls(100, 40).reports(0));
    }
    let rate = |until| {
        let board = book.board_until(until);
        kpis(View::Account(&board), day(until), &Settings::default()).get(KpiId::SpamReportRate).clone()
    };
    assert_eq!((rate(27).count, rate(27).n), (Some(5), 2800));
    assert_eq!((rate(28).count, rate(28).n), (Some(0), 2800));
}

#[test]
fn more_reports_than_calls_is_a_count_and_no_rate() {
    let kpi = figure(calls(3, 1).reports(5), KpiId::SpamReportRate);
    assert_eq!((kpi.value, kpi.n, kpi.count, kpi.zone), (None, 0, Some(5), Zone::Unknown));
    assert_eq!(kpi.partial, [Partial::MoreReportsThanCalls]);
}

#[test]
fn a_list_of_complaints_is_about_all_calls() {
    // Two complaints about one of two numbers, 100 calls each: 2 of 200 for the account, 0 of 100 for the other.
    let mut book = Book::default();
    book.enter("+33100000001", "", 0, calls(100, 40));
    book.enter("+33100000002", "", 0, calls(100, 40));
    let number = book.0.names.numbers.intern("+33100000001");
    book.0.reports.insert((number, day(0)), 2);
    let board = book.board();
    let of = |view| kpis(view, day(0), &Settings::default()).get(KpiId::SpamReportRate).clone();
    assert_eq!((of(View::Account(&board)).value, of(View::Account(&board)).n), (Some(1.0), 200));
    assert_eq!(of(View::Number(&board.numbers[0])).value, Some(2.0));
    assert_eq!(of(View::Number(&board.numbers[1])).value, Some(0.0));
}

#[test]
fn rejections_blocks_and_hang_ups_add_up() {
    // (6 rejected + 3 blocked + 2 hang-ups) of 100 = 11 %.
    let entry = calls(100, 40).voicemail(10).rejected(6).blocked(3).talk_secs(2400).hang_ups(2);
    let kpi = figure(entry, KpiId::RejectionRate);
    assert_eq!((kpi.value, kpi.n, kpi.count, kpi.zone), (Some(11.0), 100, Some(11), Zone::Amber));
    assert!(kpi.partial.is_empty());
}

#[test]
fn a_lower_bound_of_the_rejection_rate_is_never_green() {
    let low = figure(calls(1000, 400).rejected(10), KpiId::RejectionRate);
    assert_eq!((low.value, low.zone, low.certain), (Some(1.0), Zone::Unknown, false));
    assert_eq!(low.partial, [Partial::BlockedUnknown, Partial::HangUpsUnknown]);
    let high = figure(calls(1000, 400).rejected(250), KpiId::RejectionRate);
    assert_eq!((high.zone, high.certain), (Zone::Red, true));
    let full = figure(
        calls(1000, 400).rejected(10).blocked(0).voicemail(100).talk_secs(40_000).hang_ups(0),
        KpiId::RejectionRate,
    );
    assert_eq!((full.zone, full.certain), (Zone::Green, true));
    for (rejected, zone) in [(499, Zone::Green), (500, Zone::Amber), (1500, Zone::Amber), (1501, Zone::Red)] {
        let entry = calls(10_000, 4000).rejected(rejected).blocked(0).voicemail(0).talk_secs(4000).hang_ups(0);
        assert_eq!(figure(entry, KpiId::RejectionRate).zone, zone, "{rejected}");
    }
}

#[test]
fn the_rejection_rate_is_not_measured_unless_rejections_are() {
    assert_eq!(figure(calls(100, 40).blocked(9).talk_secs(900).hang_ups(4), KpiId::RejectionRate).value, None);
}

#[test]
fn voicemail_is_red_above_sixty_and_green_at_sixty() {
    assert_eq!(figure(calls(1000, 300).voicemail(600), KpiId::VoicemailRate).zone, Zone::Green);
    assert_eq!(figure(calls(1000, 300).voicemail(601), KpiId::VoicemailRate).zone, Zone::Red);
}

#[test]
fn short_talk_is_red_where_few_answer_and_amber_where_many_do() {
    // 29.5 s from 20 answered calls; the answer rate 20 %, then 25 %.
    let talk = |total, answered, secs| figure(calls(total, answered).talk_secs(secs), KpiId::AverageTalkTime);
    let few = talk(100, 20, 590);
    assert_eq!((few.value, few.n, few.zone, few.low), (Some(29.5), 20, Zone::Red, None));
    assert_eq!(talk(80, 20, 590).zone, Zone::Amber);
    assert_eq!(talk(100, 20, 600).zone, Zone::Green);
}

#[test]
fn a_talk_time_is_held_against_its_objective() {
    let settings = Settings { objective: Some(Objective::Appointment), ..Settings::default() };
    let talk = |secs| figure_with(calls(25, 10).talk_secs(secs), KpiId::AverageTalkTime, &settings).zone;
    assert_eq!((talk(290), talk(300), talk(1200), talk(1210)), (Zone::Amber, Zone::Amber, Zone::Amber, Zone::Green));
}

#[test]
fn words_that_nobody_has_assigned_make_the_rates_uncertain() {
    // Above 1 % of the calls: 11 of 1,000, not 10.
    let rate = |words| figure(calls(1000, 100).with(Outcome::Unclassified, words), KpiId::AnswerRate);
    assert!(rate(10).certain && !rate(10).partial.contains(&Partial::UnclassifiedWords));
    assert!(!rate(11).certain && rate(11).partial.contains(&Partial::UnclassifiedWords));
}

#[test]
fn scores_have_three_zones() {
    for (score, zone) in
        [(100.0, Zone::Green), (80.0, Zone::Green), (79.9, Zone::Amber), (50.0, Zone::Amber), (49.9, Zone::Red)]
    {
        let kpi = figure(calls(10, 4).score(score), KpiId::ReputationScore);
        assert_eq!((kpi.value, kpi.zone, kpi.certain, kpi.n), (Some(score), zone, true, 1), "{score}");
    }
}

#[test]
fn the_worst_current_source_decides_and_an_old_reading_is_unknown() {
    let mut book = Book::default();
    book.enter("+33100000001", "", 0, calls(10, 4));
    book.enter("+33100000001", "", 20, calls(10, 4));
    book.reading("+33100000001", "hiya", 5, Some(20.0), None);
    let score = |book: &Book| {
        let board = book.board();
        kpis(View::Number(&board.numbers[0]), day(20), &Settings::default()).get(KpiId::ReputationScore).clone()
    };
    assert_eq!(score(&book).zone, Zone::Unknown); // 15 days old
    book.reading("+33100000001", "hiya", 6, Some(55.0), None);
    book.reading("+33100000001", "huhu", 18, Some(91.0), None);
    assert_eq!((score(&book).value, score(&book).n), (Some(55.0), 2)); // 14 days old
    book.reading("+33100000001", "hiya", 19, Some(95.0), None);
    assert_eq!(score(&book).value, Some(91.0));
    book.reading("+33100000001", "huhu", 22, Some(33.0), None); // this morning, before the first call
    assert_eq!(score(&book).value, Some(33.0));
}

#[test]
fn the_account_score_is_its_lowest_with_the_count_per_zone() {
    let mut book = Book::default();
    for (at, score) in [Some(90.0), Some(62.0), None, Some(85.0)].into_iter().enumerate() {
        let entry = score.map_or(calls(10, 4), |score| calls(10, 4).score(score));
        book.enter(&format!("+3310000000{at}"), "Mutuelle", 0, entry);
    }
    let board = book.board();
    for view in [View::Account(&board), View::Pool(&board, &board.campaigns[0])] {
        let kpi = kpis(view, day(0), &Settings::default()).get(KpiId::ReputationScore).clone();
        assert_eq!((kpi.value, kpi.n, kpi.zone), (Some(62.0), 3, Zone::Amber));
        assert_eq!(kpi.zone_counts, Some([2, 1, 0, 1]));
    }
}

/// 28 days of one kind, then 7 of another.
fn after_four_weeks(before: &Entry, after: &Entry) -> Board {
    let mut book = Book::default();
    for on in 0..35 {
        book.enter("+33100000001", "", on, if on < 28 { before.clone() } else { after.clone() });
    }
    book.board()
}

#[test]
fn conversions_are_red_only_where_they_fall_beyond_chance() {
    // 280 of 2,800 = 10 % before; 35 of 700 = 5 % after: −5 points, Newcombe −6.8 to −2.9.
    let fallen = after_four_weeks(&calls(100, 40).conversions(10), &calls(100, 40).conversions(5));
    let kpi = kpis(View::Account(&fallen), day(34), &Settings::default()).get(KpiId::ConversionRate).clone();
    assert_eq!((kpi.zone, kpi.value, kpi.n), (Zone::Red, Some(9.0), 3500));
    let trend = kpi.trend.unwrap();
    assert!(near(Some(trend.change), -5.0) && near(Some(trend.before), 10.0) && trend.mark == Some(Mark::Falling));
    // 315 conversions, 1,400 answered calls: 22.5 %.
    assert!(near(kpi.beside, 22.5));

    // Half as many answers, as many conversions: "you reach fewer, but the list is good".
    let fewer = after_four_weeks(&calls(100, 40).conversions(10), &calls(100, 20).conversions(10));
    assert_eq!(kpis(View::Account(&fewer), day(34), &Settings::default()).get(KpiId::ConversionRate).zone, Zone::Green);
}

#[test]
fn conversions_have_no_zone_under_28_days() {
    let mut book = Book::default();
    for on in 0..28 {
        book.enter("+33100000001", "", on, calls(100, 40).conversions(10));
    }
    let zone = |until| {
        let board = book.board_until(until);
        kpis(View::Account(&board), day(until), &Settings::default()).get(KpiId::ConversionRate).zone
    };
    assert_eq!((zone(26), zone(27)), (Zone::Unknown, Zone::Green));
}

#[test]
fn voicemail_that_rises_is_news_though_its_zone_is_green() {
    let risen = after_four_weeks(&calls(100, 40).voicemail(33), &calls(100, 40).voicemail(53));
    let kpi = kpis(View::Account(&risen), day(34), &Settings::default()).get(KpiId::VoicemailRate).clone();
    assert_eq!((kpi.zone, kpi.trend.unwrap().mark), (Zone::Green, Some(Mark::Rising)));
}

#[test]
fn spans_that_define_an_answer_differently_are_never_compared() {
    let mixed = after_four_weeks(&calls(100, 70), &calls(100, 30).voicemail(40));
    let kpis = kpis(View::Account(&mixed), day(34), &Settings::default());
    assert_eq!(kpis.get(KpiId::AnswerRate).trend, None);
    assert_eq!(kpis.get(KpiId::RejectionRate).trend, None);
}

#[test]
fn a_day_has_its_own_figures_and_no_trend() {
    let board = after_four_weeks(&calls(100, 40).score(90.0), &calls(50, 10));
    let before = kpis_on(View::Account(&board), day(27), &Settings::default());
    let after = kpis_on(View::Account(&board), day(28), &Settings::default());
    assert_eq!(before.get(KpiId::AnswerRate).value, Some(40.0));
    assert_eq!(before.get(KpiId::ReputationScore).value, Some(90.0));
    assert_eq!((after.get(KpiId::AnswerRate).value, after.get(KpiId::AnswerRate).n), (Some(20.0), 50));
    assert_eq!(after.get(KpiId::ReputationScore).value, None);
    assert!(after.0.iter().all(|kpi| kpi.trend.is_none()));
    assert_eq!(by_day(&board.account, KpiId::AnswerRate).len(), 35);
    assert!(by_day(&board.account, KpiId::VoicemailRate).is_empty());
}

#[test]
fn a_day_without_calls_has_no_rate() {
    let mut book = Book::default();
    book.enter("+33100000001", "", 0, calls(0, 0));
    book.enter("+33100000001", "", 1, nothing().score(70.0));
    book.enter("+33100000001", "", 2, calls(10, 5));
    let board = book.board();
    let kpis = kpis_on(View::Account(&board), day(0), &Settings::default());
    assert_eq!((kpis.get(KpiId::AnswerRate).value, kpis.get(KpiId::AnswerRate).n), (None, 0));
}

#[test]
fn the_zone_of_a_value_is_that_of_its_kpi() {
    let settings = Settings::default();
    for (id, value, zone) in [
        (KpiId::AnswerRate, 24.9, Zone::Red),
        (KpiId::SpamReportRate, 0.4, Zone::Green),
        (KpiId::ReputationScore, 50.0, Zone::Amber),
        (KpiId::RejectionRate, 15.1, Zone::Red),
        (KpiId::VoicemailRate, 61.0, Zone::Red),
        (KpiId::AverageTalkTime, 29.0, Zone::Amber),
        (KpiId::ConversionRate, 3.0, Zone::Unknown),
    ] {
        assert_eq!(zone_of(id, value, &settings), zone, "{id:?}");
    }
}

#[test]
fn a_flag_counts_as_long_as_its_reading_is_current() {
    let mut book = Book::default();
    book.enter("+33100000001", "", 0, calls(10, 4).flagged(false));
    book.reading("+33100000001", "hiya", 1, None, Some(true));
    let board = book.board();
    let flag = |on| current_flag(&board.numbers[0].readings, day(on), 14);
    assert_eq!((flag(14), flag(15), flag(16)), (Some(true), Some(true), None));
}
