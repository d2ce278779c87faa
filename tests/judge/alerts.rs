//! Each alert from figures that can be checked by hand.

use ringwell::{
    model::{KpiThresholds, Preset, Scope, Settings},
    watch::{Alert, Grade, Rule, alerts},
};

use crate::book::{Book, Entry, calls, day, nothing};

const NUMBER: &str = "+33100000001";

fn all(book: &Book) -> Vec<Alert> {
    alerts(&book.board(), &Settings::default())
}

fn of(book: &Book, rule: Rule, subject: &str) -> Vec<Alert> {
    all(book).into_iter().filter(|alert| alert.rule == rule && alert.subject.to_string() == subject).collect()
}

/// One number, one entry a day from day 0 on.
fn days(entries: impl IntoIterator<Item = Entry>) -> Book {
    let mut book = Book::default();
    for (on, entry) in entries.into_iter().enumerate() {
        book.enter(NUMBER, "", on as i32, entry);
    }
    book
}

/// Six numbers of one campaign at 40 %, and what `change` makes of a number and day.
fn six(last: i32, change: impl Fn(usize, i32) -> Option<Entry>) -> Book {
    let mut book = Book::default();
    for number in 1..=6 {
        for on in 0..=last {
            let entry = change(number, on).unwrap_or(calls(100, 40));
            book.enter(&format!("+3310000000{number}"), "Mutuelle", on, entry);
        }
    }
    book
}

/// The page keeps its alerts while these move.
#[test]
fn the_zones_of_the_kpis_move_no_alert() {
    let book = six(10, |number, on| (number == 1 && on == 10).then(|| calls(100, 10)));
    let own = Settings::default();
    for preset in [Preset::B2cCold, Preset::B2b] {
        let kpis = KpiThresholds { score_days: own.kpis.score_days, ..preset.thresholds() };
        assert_ne!(kpis, own.kpis);
        let alerts = alerts(&book.board(), &Settings { kpis, ..own.clone() });
        assert!(!alerts.is_empty());
        assert_eq!(alerts, all(&book));
    }
}

#[test]
fn a_fall_of_ten_points_exactly_is_no_fall_of_more_than_ten() {
    assert!(of(&days([calls(100, 40), calls(100, 30)]), Rule::AnswerRateDrop24h, NUMBER).is_empty());
    assert!(of(&days([calls(1000, 350), calls(1000, 250)]), Rule::AnswerRateDrop24h, NUMBER).is_empty());
    assert_eq!(of(&days([calls(1000, 350), calls(1000, 249)]), Rule::AnswerRateDrop24h, NUMBER).len(), 1);
}

#[test]
fn a_fall_in_a_day_at_fifty_calls_is_within_noise() {
    // 17 of 50 → 11 of 50: −12 points, z = 6/50 ÷ √(0.28 · 0.72 · 2/50) = 1.34, p = 0.09.
    let alert = of(&days([calls(50, 17), calls(50, 11)]), Rule::AnswerRateDrop24h, NUMBER).remove(0);
    assert_eq!((alert.grade, alert.day, alert.since, alert.threshold), (Grade::WithinNoise, day(1), day(1), -10.0));
    assert!((alert.value + 12.0).abs() < 1e-9 && alert.low.unwrap() < -12.0 && alert.high.unwrap() > 0.0);
    assert_eq!((alert.before, alert.after, alert.n), (Some(34.0), Some(22.0), 50));
}

#[test]
fn a_number_without_five_others_is_probable_at_most() {
    // 60 of 100 → 20 of 100: z = 5.8. The account has no pool and is confirmed.
    let book = days([calls(100, 60), calls(100, 20)]);
    assert_eq!(of(&book, Rule::AnswerRateDrop24h, NUMBER)[0].grade, Grade::Probable);
    assert_eq!(of(&book, Rule::AnswerRateDrop24h, "account")[0].grade, Grade::Confirmed);
}

#[test]
fn a_number_that_falls_alone_is_confirmed() {
    let book = six(10, |number, on| (number == 1 && on == 10).then(|| calls(100, 10)));
    let found = all(&book);
    let alert = &of(&book, Rule::AnswerRateDrop24h, NUMBER)[0];
    assert_eq!((alert.grade, alert.scope), (Grade::Confirmed, Scope::Number));
    assert!((alert.value + 30.0).abs() < 1e-9);
    // What the sequential test says weighs more.
    assert_eq!((found[0].rule, found[0].grade, found[0].since), (Rule::EarlyWarning, Grade::Confirmed, day(10)));
    assert_eq!(found[1], *alert);
    assert!(found.iter().all(|alert| alert.subject.to_string() == NUMBER), "{found:?}");
}

#[test]
fn a_fall_that_the_pool_shares_is_not_confirmed_for_its_numbers() {
    let book = six(10, |_, on| (on == 10).then(|| calls(100, 10)));
    for number in 1..=6 {
        let alert = &of(&book, Rule::AnswerRateDrop24h, &format!("+3310000000{number}"))[0];
        assert_eq!(alert.grade, Grade::Probable);
    }
    assert_eq!(of(&book, Rule::AnswerRateDrop24h, "account")[0].grade, Grade::Confirmed);
    assert_eq!(of(&book, Rule::AnswerRateDrop24h, "campaign:Mutuelle")[0].grade, Grade::Confirmed);
}

#[test]
fn a_fall_among_many_subjects_must_be_rarer() {
    // 40 of 100 → 26 of 100: z = 14/100 ÷ √(0.33 · 0.67 · 2/100) = 2.11, one-sided p = 0.018. Among 6 numbers, the
    // campaign and the account (8 tests) a single discovery needs p ≤ 0.1/8 = 0.0125: probable.
    let lone = six(10, |number, on| (number == 1 && on == 10).then(|| calls(100, 26)));
    assert_eq!(of(&lone, Rule::AnswerRateDrop24h, NUMBER)[0].grade, Grade::Probable);
    // 40 → 23: z = 17/100 ÷ √(0.315 · 0.685 · 2/100) = 2.59, p = 0.005; against a pool that held, p = 0.008.
    let deeper = six(10, |number, on| (number == 1 && on == 10).then(|| calls(100, 23)));
    assert_eq!(of(&deeper, Rule::AnswerRateDrop24h, NUMBER)[0].grade, Grade::Confirmed);
}

#[test]
fn the_last_active_day_is_looked_for_within_seven_days_and_needs_five_calls() {
    let book = |gap: i32| {
        let mut book = Book::default();
        book.enter(NUMBER, "", 0, calls(100, 60));
        for on in 1..gap {
            book.enter(NUMBER, "", on, calls(4, 0));
        }
        book.enter(NUMBER, "", gap, calls(100, 20));
        of(&book, Rule::AnswerRateDrop24h, NUMBER).len()
    };
    assert_eq!((book(7), book(8)), (1, 0));
}

#[test]
fn a_fall_in_a_week_says_since_when_and_how_many_calls_a_day() {
    // Days 0 to 6 at 40 %, days 7 to 13 at 20 %: the pooled fall of day 13 is 20 points; it passes 10 points once 4 of
    // the 7 days are low (0.2 · 4/7 = 11.4), on day 10.
    let book = six(13, |number, on| (number == 1 && on >= 7).then(|| calls(100, 20)));
    let found = of(&book, Rule::AnswerRateDropWeek, NUMBER);
    let alert = &found[0];
    assert_eq!((found.len(), alert.day, alert.until, alert.since), (1, day(10), day(13), day(7)));
    assert_eq!((alert.grade, alert.graded_on, alert.calls_per_day), (Grade::Confirmed, day(10), Some(100.0)));
    assert!((alert.value + 20.0 * 4.0 / 7.0).abs() < 1e-9);
}

#[test]
fn weeks_that_define_an_answer_differently_are_never_compared() {
    let entry = |on| if on < 7 { calls(100, 70) } else { calls(100, 30).voicemail(40) };
    let book = days((0..14).map(entry));
    assert!(of(&book, Rule::AnswerRateDrop24h, NUMBER).is_empty());
    assert!(of(&book, Rule::AnswerRateDropWeek, NUMBER).is_empty());
}

#[test]
fn a_score_below_fifty_is_an_alert_on_the_day_of_its_reading() {
    let book = days([50.0, 49.9, 40.0, 70.0, 30.0].map(|score| calls(10, 4).score(score)));
    let mut found = of(&book, Rule::ReputationScoreLow, NUMBER);
    found.sort_by_key(|alert| alert.day);
    let said: Vec<_> = found.iter().map(|alert| (alert.day, alert.until, alert.value, alert.grade)).collect();
    assert_eq!(said, [(day(1), day(2), 49.9, Grade::Confirmed), (day(4), day(4), 30.0, Grade::Confirmed)]);
    assert_eq!((found[0].source.as_deref(), found[0].threshold), (Some("manual"), 50.0));
}

#[test]
fn a_flag_is_new_per_source_and_only_after_a_reading_without_one() {
    let mut book = days([calls(10, 4), calls(10, 4)]);
    for (on, source, flagged) in
        [(0, "hiya", false), (1, "hiya", true), (2, "hiya", true), (3, "hiya", false), (5, "hiya", true)]
    {
        book.reading(NUMBER, source, on, Some(10.0), Some(flagged));
    }
    book.reading(NUMBER, "orange", 2, None, Some(true));
    let mut found = of(&book, Rule::NewlyBlacklisted, NUMBER);
    found.sort_by_key(|alert| (alert.source.clone(), alert.day));
    let said: Vec<_> = found
        .iter()
        .map(|alert| (alert.source.clone().unwrap(), alert.day, alert.until, alert.grade, alert.first_reading))
        .collect();
    assert_eq!(
        said,
        [
            ("hiya".to_owned(), day(1), day(2), Grade::Confirmed, false),
            ("hiya".to_owned(), day(5), day(5), Grade::Confirmed, false),
            ("orange".to_owned(), day(2), day(2), Grade::Probable, true),
        ]
    );
}

#[test]
fn a_low_score_is_not_a_flag() {
    let book = days([90.0, 5.0].map(|score| calls(10, 4).score(score)));
    assert!(of(&book, Rule::NewlyBlacklisted, NUMBER).is_empty());
}

#[test]
fn spam_reports_above_one_per_cent_of_28_days_are_an_alert() {
    // 1 of 100 is the limit; 2 of 100 fires: Wilson 0.55 to 7.0, P(rate > 1 %) under Beta(2.5, 98.5) = 0.84: probable.
    assert!(of(&days([calls(100, 40).reports(1)]), Rule::SpamReportRateHigh, NUMBER).is_empty());
    let two = &of(&days([calls(100, 40).reports(2)]), Rule::SpamReportRateHigh, NUMBER)[0];
    assert_eq!((two.value, two.grade, two.n), (2.0, Grade::Probable, 100));
    // 6 of 100: Wilson from 2.8 %.
    let six = &of(&days([calls(100, 40).reports(6)]), Rule::SpamReportRateHigh, NUMBER)[0];
    assert_eq!((six.grade, six.threshold), (Grade::Confirmed, 1.0));
    // 11 of 1,000: just above. P(rate > 1 %) is about 0.6.
    let just = &of(&days([calls(1000, 400).reports(11)]), Rule::SpamReportRateHigh, NUMBER)[0];
    assert_eq!(just.grade, Grade::WithinNoise);
}

#[test]
fn voicemail_above_sixty_per_cent_needs_fifty_calls_in_a_week() {
    assert!(of(&days([calls(49, 5).voicemail(44)]), Rule::VoicemailRateHigh, NUMBER).is_empty());
    assert!(of(&days([calls(100, 5).voicemail(60)]), Rule::VoicemailRateHigh, NUMBER).is_empty());
    // 40 of 50 = 80 %, Wilson from 67 %.
    let alert = &of(&days([calls(50, 5).voicemail(40)]), Rule::VoicemailRateHigh, NUMBER)[0];
    assert_eq!((alert.grade, alert.value, alert.n), (Grade::Confirmed, 80.0, 50));
    let scopes: Vec<_> = all(&days([calls(50, 5).voicemail(40)])).iter().map(|alert| alert.scope).collect();
    assert!(scopes.contains(&Scope::Account));
}

#[test]
fn an_onset_takes_the_figures_of_the_first_day_of_its_best_grade() {
    // Day 0: 62 of 100 (Wilson from 52 %: noise). Days 1 and 2 at 90 %: pooled 76 %, then 80.7 %, Wilson above 60.
    let book = days([calls(100, 5).voicemail(62), calls(100, 5).voicemail(90), calls(100, 5).voicemail(90)]);
    let found = of(&book, Rule::VoicemailRateHigh, NUMBER);
    assert_eq!((found.len(), found[0].day, found[0].until), (1, day(0), day(2)));
    assert_eq!((found[0].grade, found[0].graded_on, found[0].value), (Grade::Confirmed, day(1), 76.0));
    assert_eq!(found[0].since, day(1));
}

#[test]
fn rejections_above_fifteen_per_cent_of_a_week_are_an_alert() {
    let book = days([calls(200, 60).rejected(30), calls(200, 60).rejected(60)]);
    let alert = &of(&book, Rule::RejectionRateHigh, NUMBER)[0];
    // 30 of 200 is 15 % and no alert; 90 of 400 = 22.5 %, Wilson from 18.7 %.
    assert_eq!((alert.day, alert.value, alert.grade, alert.since), (day(1), 22.5, Grade::Confirmed, day(1)));
}

#[test]
fn short_talk_and_few_answers_are_an_alert_together_only() {
    let found = |answered, secs: u64| {
        of(&days([calls(200, answered).talk_secs(u64::from(answered) * secs)]), Rule::ShortTalkLowAnswer, NUMBER)
    };
    assert!(found(60, 20).is_empty() && found(30, 30).is_empty() && found(50, 20).is_empty());
    // 30 of 200 = 15 %, Wilson to 20.6 %.
    let alert = &found(30, 20)[0];
    assert_eq!((alert.value, alert.threshold, alert.grade, alert.after), (20.0, 30.0, Grade::Confirmed, Some(15.0)));
}

#[test]
fn more_than_a_hundred_calls_of_one_number_in_a_day_exceed_the_cap() {
    let book = six(2, |number, on| (number == 1 && on > 0).then(|| calls(101, 40)));
    let found: Vec<_> = all(&book).into_iter().filter(|alert| alert.rule == Rule::VolumeCapExceeded).collect();
    assert_eq!(found.len(), 1); // not the campaign, not the account
    assert_eq!((found[0].day, found[0].until, found[0].value), (day(1), day(2), 101.0));
}

#[test]
fn a_day_with_four_calls_is_not_judged() {
    let book = days([calls(300, 10).voicemail(280), calls(4, 0).voicemail(4), calls(5, 0).voicemail(5)]);
    // Day 1 is not active: days 0 and 2 are consecutive active days.
    let found = of(&book, Rule::VoicemailRateHigh, NUMBER);
    assert_eq!((found.len(), found[0].until), (1, day(2)));
}

#[test]
fn nothing_raises_nothing() {
    assert!(all(&Book::default()).is_empty());
    assert!(all(&days([nothing().score(90.0)])).is_empty());
}

#[test]
fn the_most_urgent_comes_first() {
    let book = six(13, |number, on| match number {
        1 if on >= 7 => Some(calls(100, 20)),
        2 if on == 5 => Some(calls(120, 48)),
        _ => None,
    });
    let found = all(&book);
    let order: Vec<_> = found.iter().map(|alert| (alert.grade, std::cmp::Reverse(alert.until), alert.rule)).collect();
    assert!(order.is_sorted() && found.len() > 2, "{order:?}");
}

#[test]
fn a_team_that_is_a_campaign_by_another_name_is_watched_once() {
    let mut book = six(10, |_, on| (on == 10).then(|| calls(100, 10)));
    let team = book.0.names.teams.intern("Nantes");
    book.0.day_rows.iter_mut().for_each(|row| row.team = team);
    assert!(of(&book, Rule::AnswerRateDrop24h, "team:Nantes").is_empty());
    assert_eq!(of(&book, Rule::AnswerRateDrop24h, "campaign:Mutuelle").len(), 1);
    book.0.day_rows[0].team = 0;
    assert_eq!(of(&book, Rule::AnswerRateDrop24h, "team:Nantes").len(), 1);
}

#[test]
fn a_number_is_held_against_its_team_where_its_campaign_is_too_small() {
    // Number 1 has a campaign of its own; its team of six fell alike, the rest of the account did not.
    let book = |teams: bool| {
        let mut book = Book::default();
        for on in 0..=10 {
            for number in 1..=20 {
                let campaign = if number == 1 { "Solo" } else { "Mutuelle" };
                let entry = if number <= 6 && on == 10 { calls(100, 10) } else { calls(100, 40) };
                book.enter(&format!("+33100000{number:03}"), campaign, on, entry);
            }
        }
        if teams {
            let team = book.0.names.teams.intern("Nantes");
            book.0.day_rows.iter_mut().filter(|row| row.number <= 6).for_each(|row| row.team = team);
        }
        of(&book, Rule::AnswerRateDrop24h, "+33100000001").remove(0).grade
    };
    assert_eq!((book(true), book(false)), (Grade::Probable, Grade::Confirmed));
}
