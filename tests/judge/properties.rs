//! What must hold for every file.

use proptest::prelude::*;
use ringwell::{
    diagnose::{Diagnosis, Finding, findings},
    model::{Settings, Subject},
    tally::Ledger,
    watch::{Alert, alerts},
};

use crate::{
    book::{Book, calls, day},
    centre::{Day, Dice, HEALTHY, centre, number},
};

/// The numbers of a troubled centre.
const NUMBERS: usize = 26;

/// A centre in which things happen: falls alone and together, voicemail, holes, readings; numbers that fall silent, that
/// are flagged or low from the first day on, that stop and leave their calls to others.
fn troubled(seed: u64) -> Book {
    let mut dice = Dice(seed ^ 0xABCD);
    let start = 10 + (dice.roll() * 15.0) as i32;
    let spiral = dice.roll() < 0.5;
    let mut book = centre(seed, NUMBERS, 2, 49, |at, on| match at {
        0 if on >= start => Day { answered: 0.12, voicemail: 0.65, ..HEALTHY },
        1 if on >= start => Day { answered: 0.2, rejected: 0.3, ..HEALTHY },
        2 if on % 7 > 4 => Day { calls: 3, ..HEALTHY },
        3 => Day { calls: 90 + (on as u32 * 7) % 30, ..HEALTHY },
        7 if on >= start + 8 => Day { answered: 0.0, voicemail: 0.0, ..HEALTHY },
        8 => Day { answered: 0.06, ..HEALTHY },
        9 | 11 => Day { answered: 0.15, ..HEALTHY },
        // Of the even campaign few are left, with three times the calls.
        10 | 12 | 14 | 18 | 20 | 22 if spiral && on >= 37 => Day { calls: 0, ..HEALTHY },
        4 | 6 | 16 | 24 if spiral && on >= 37 => {
            Day { calls: 200, answered: if on >= 40 { 0.22 } else { 0.35 }, ..HEALTHY }
        }
        _ if on == 20 => Day { answered: 0.15, ..HEALTHY },
        _ => HEALTHY,
    });
    // The calls of three numbers are told by hour and attempt, and move to later ones.
    for (number, on) in [5, 13, 15].into_iter().flat_map(|at| (0..49).map(move |on| (number(at), on))) {
        let late = 10 + (dice.roll() * 30.0) as u32 * u32::from(on >= start);
        book.mix(&number, on, 1, 0, [50 - late, dice.hits(50 - late, 0.4)]);
        book.mix(&number, on, 2, 2, [late, dice.hits(late, 0.2)]);
    }
    for (at, on) in (8..12).flat_map(|at| (0..49).step_by(3).map(move |on| (at, on))) {
        book.reading(&number(at), "orange", on, None, (at != 8).then_some(at % 2 == 1));
    }
    for on in 0..49 {
        let score = 60.0 - f64::from(on) + dice.roll() * 30.0;
        book.reading(&number(0), "hiya", on, Some(score), Some(dice.roll() < 0.3));
        if on % 3 == 0 {
            book.reading(&number(1), "orange", on, Some(score + 20.0), None);
        }
    }
    book
}

/// What a later day may not change, of onsets that are over or still hold.
fn fixed(alert: &Alert) -> (String, String, i32, Option<String>) {
    (format!("{:?}", alert.rule), alert.subject.to_string(), alert.day.0, alert.source.clone())
}

/// Prefix blocks are made of the names, and a row of falls is said of a campaign only where no block has it.
fn is_of_blocks(finding: &Finding) -> bool {
    matches!(finding.subject, Subject::Prefix(_)) || finding.diagnosis == Diagnosis::Contamination
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cutting_the_file_after_a_day_changes_no_alert_of_that_day_or_before(seed in any::<u64>(), last in 5..48) {
        let book = troubled(seed);
        let settings = Settings::default();
        let (cut, whole) = (alerts(&book.board_until(last), &settings), alerts(&book.board(), &settings));
        let early: Vec<&Alert> = whole.iter().filter(|alert| alert.day <= day(last)).collect();
        prop_assert_eq!(cut.len(), early.len());
        for alert in early {
            let same = cut.iter().find(|other| fixed(other) == fixed(alert)).unwrap();
            if alert.graded_on <= day(last) {
                // Nothing but the end of the onset may differ.
                prop_assert_eq!(&Alert { until: same.until, ..alert.clone() }, same);
            } else {
                prop_assert!(alert.grade < same.grade && alert.until > day(last));
            }
            prop_assert_eq!(same.until == alert.until, alert.until <= day(last) );
        }
    }

    #[test]
    fn renaming_the_numbers_changes_nothing_but_their_names(seed in any::<u64>()) {
        let book = troubled(seed);
        let mut renamed = Book::default();
        let other = |name: &str| format!("+3398{}", name.chars().rev().take(7).collect::<String>());
        for row in &book.0.day_rows {
            let mut row = row.clone();
            row.number = renamed.0.names.numbers.intern(&other(book.0.names.numbers.get(row.number)));
            row.campaign = renamed.0.names.campaigns.intern(book.0.names.campaigns.get(row.campaign));
            renamed.0.day_rows.push(row);
        }
        for reading in &book.0.readings {
            let name = other(book.0.names.numbers.get(reading.number));
            let number = renamed.0.names.numbers.intern(&name);
            let source = renamed.0.names.sources.intern(book.0.names.sources.get(reading.source));
            renamed.0.readings.push(ringwell::model::Reading { number, source, ..*reading });
        }
        for ((number, on), mix) in &book.0.mixes {
            let number = renamed.0.names.numbers.intern(&other(book.0.names.numbers.get(*number)));
            renamed.0.mixes.insert((number, *on), *mix);
        }
        let told = |book: &Book, rename: &dyn Fn(&str) -> String| {
            let (board, settings) = (book.board(), Settings::default());
            let alerts = alerts(&board, &settings);
            let name = |subject: String| if subject.starts_with('+') { rename(&subject) } else { subject };
            let mut told: Vec<String> = alerts
                .iter()
                .map(|alert| {
                    let figures = (alert.rule, alert.day, alert.until, alert.since, alert.grade);
                    // The vigil adds in the order of the names: a last digit, which no report shows, may differ.
                    let value = alert.value;
                    format!("{} {figures:?} {value:.9} {:?}", name(alert.subject.to_string()), alert.source)
                })
                .collect();
            told.extend(findings(&board, &alerts, &settings).iter().filter(|it| !is_of_blocks(it)).map(|finding| {
                let figures = (finding.diagnosis, finding.since, &finding.evidence);
                format!("{} {figures:?} {:.9}", name(finding.subject.to_string()), finding.certainty)
            }));
            told.sort();
            told
        };
        let (ours, theirs) = (told(&book, &other), told(&renamed, &str::to_owned));
        let apart: Vec<_> = ours.iter().zip(&theirs).filter(|(ours, theirs)| ours != theirs).collect();
        prop_assert!(ours.len() == theirs.len() && apart.is_empty(), "{:#?}", apart);
    }

    #[test]
    fn names_within_a_prefix_block_can_be_exchanged(seed in any::<u64>(), turn in 1..NUMBERS) {
        // All numbers lie in one block; each takes the name of another.
        let book = troubled(seed);
        let turned = |name: &str| {
            let at: usize = name[name.len() - 2..].parse().unwrap();
            number((at + turn) % NUMBERS)
        };
        let mut renamed = book.clone();
        let ids: Vec<u32> = (0..NUMBERS).map(|at| book.0.names.numbers.find(&number(at)).unwrap()).collect();
        let exchanged = |id: u32| ids[(ids.iter().position(|other| *other == id).unwrap() + turn) % NUMBERS];
        renamed.0.day_rows.iter_mut().for_each(|row| row.number = exchanged(row.number));
        renamed.0.readings.iter_mut().for_each(|reading| reading.number = exchanged(reading.number));
        renamed.0.mixes = Default::default();
        for ((id, on), mix) in &book.0.mixes {
            renamed.0.mixes.insert((exchanged(*id), *on), *mix);
        }
        let told = |book: &Book, rename: &dyn Fn(&str) -> String| {
            let (board, settings) = (book.board(), Settings::default());
            let alerts = alerts(&board, &settings);
            let name = |subject: String| if subject.starts_with('+') { rename(&subject) } else { subject };
            let mut told: Vec<String> = findings(&board, &alerts, &settings)
                .iter()
                .map(|finding| {
                    let figures = (finding.diagnosis, finding.since, (finding.certainty * 1e6).round());
                    format!("{} {figures:?}", name(finding.subject.to_string()))
                })
                .collect();
            told.extend(alerts.iter().map(|alert| {
                let figures = (alert.rule, alert.day, alert.until, alert.since, alert.grade);
                format!("{} {figures:?} {:.6}", name(alert.subject.to_string()), alert.value)
            }));
            told.sort();
            told
        };
        let (ours, theirs) = (told(&book, &turned), told(&renamed, &str::to_owned));
        let apart: Vec<&String> = ours.iter().filter(|it| !theirs.contains(it)).collect();
        let others: Vec<&String> = theirs.iter().filter(|it| !ours.contains(it)).collect();
        prop_assert!(apart.is_empty() && others.is_empty(), "{:?} {:?}", apart, others);
    }

    #[test]
    fn with_equal_rates_more_calls_never_lower_the_certainty(fallen in 1..8_u32, refused in 0..4_u32) {
        // Ten numbers answer 8 of 20 calls; one of them `fallen` of 20 in the last week. All with so many times the calls.
        let certainty = |times: u32| {
            let mut book = Book::default();
            for (on, at) in (0..35).flat_map(|on| (0..10).map(move |at| (on, at))) {
                let bad = at == 0 && on >= 28;
                let (answered, rejected) = if bad { (fallen, 1 + refused) } else { (8, 1) };
                let entry = calls(20 * times, answered * times).voicemail(6 * times).rejected(rejected * times);
                book.enter(&number(at), "Mutuelle", on, entry);
            }
            let (board, settings) = (book.board(), Settings::default());
            let found = findings(&board, &alerts(&board, &settings), &settings);
            let own = |finding: &&Finding| finding.subject == Subject::Number(number(0));
            found.iter().find(own).map_or(0.0, |finding| finding.certainty)
        };
        let rising: Vec<f64> = [1, 2, 3, 5, 8, 13, 30].map(certainty).to_vec();
        prop_assert!(rising.windows(2).all(|pair| pair[0] <= pair[1] + 1e-9), "{:?}", rising);
    }

    #[test]
    fn with_equal_rates_more_calls_never_lower_the_certainty_of_what_concerns_many(which in 0..5_usize, rate in 1..5_u32) {
        // Eighteen numbers answer 8 of 20 calls, 5 meet a machine, 1 declines; all with so many times the calls.
        let certainty = |times: u32| {
            let mut book = Book::default();
            for (on, at) in (0..50).flat_map(|on| (0..18).map(move |at| (on, at))) {
                let late = on >= 43;
                let (load, answered, voicemail, rejected) = match (which, at) {
                    // All fall, with refusals.
                    (0, _) if late => (20, 8 - rate, 5, 1 + rate),
                    // One is silent.
                    (1, 0) if late => (20, 0, 0, 1),
                    // Two are flagged and low; one is low.
                    (2, 0 | 1) | (3, 0) => (20, rate, 5, 1),
                    // Two of three rest, the others take their calls.
                    (4, 6..) if on >= 38 => continue,
                    (4, _) if late => (60, 3 * (8 - rate), 15, 3),
                    (4, _) if on >= 38 => (60, 24, 15, 3),
                    _ => (20, 8, 5, 1),
                };
                let [load, answered, voicemail, rejected] = [load, answered, voicemail, rejected].map(|it| it * times);
                let entry = calls(load, answered).voicemail(voicemail).rejected(rejected);
                book.enter(&number(at), "Mutuelle", on, if which == 2 { entry.flagged(at < 2) } else { entry });
            }
            let (board, settings) = (book.board(), Settings::default());
            let found = findings(&board, &alerts(&board, &settings), &settings);
            let wanted = [
                Diagnosis::CarrierChange,
                Diagnosis::TechnicallyBlocked,
                Diagnosis::LabelGap,
                Diagnosis::UnevenNumbers,
                Diagnosis::OverloadSpiral,
            ][which];
            found.iter().find(|finding| finding.diagnosis == wanted).map_or(0.0, |finding| finding.certainty)
        };
        let rising: Vec<f64> = [1, 2, 3, 5, 8, 13, 30].map(certainty).to_vec();
        prop_assert!(rising.windows(2).all(|pair| pair[0] <= pair[1] + 1e-9), "{} {:?}", which, rising);
        // With hundreds of calls a day each of them is said.
        prop_assert!(rising[6] > 0.5 || rate < 3, "{} {:?}", which, rising);
    }

    #[test]
    fn the_order_of_the_files_changes_nothing(seed in any::<u64>(), parts in 2..5usize) {
        let book = troubled(seed);
        let mut files: Vec<Ledger> = (0..parts)
            .map(|part| {
                // Each file meets the names in an order of its own.
                let (mut file, names) = (Ledger::default(), &book.0.names);
                let mine = |at: usize| at % parts == part;
                for ((number, on), mix) in book.0.mixes.iter().filter(|((_, on), _)| mine(on.0 as usize)) {
                    let number = file.names.numbers.intern(names.numbers.get(*number));
                    file.mixes.insert((number, *on), *mix);
                }
                for (_, row) in book.0.day_rows.iter().enumerate().filter(|(at, _)| mine(*at)) {
                    let number = file.names.numbers.intern(names.numbers.get(row.number));
                    let campaign = file.names.campaigns.intern(names.campaigns.get(row.campaign));
                    file.day_rows.push(ringwell::model::DayRow { number, campaign, ..row.clone() });
                }
                for (_, reading) in book.0.readings.iter().enumerate().filter(|(at, _)| mine(*at)) {
                    let number = file.names.numbers.intern(names.numbers.get(reading.number));
                    let source = file.names.sources.intern(names.sources.get(reading.source));
                    file.readings.push(ringwell::model::Reading { number, source, ..*reading });
                }
                file
            })
            .collect();
        let joined = |files: &[Ledger]| {
            let mut ledger = Ledger::default();
            files.iter().for_each(|file| ledger.merge(file));
            let (board, settings) = (Book(ledger).board(), Settings::default());
            let alerts = alerts(&board, &settings);
            let findings = findings(&board, &alerts, &settings);
            (alerts, findings)
        };
        let forwards = joined(&files);
        files.reverse();
        prop_assert_eq!(forwards, joined(&files));
    }
}

/// What holds for the troubled centre says something of a diagnosis only if it is found there.
#[test]
fn the_troubled_centre_shows_what_the_properties_are_about() {
    let mut seen: Vec<Diagnosis> = Vec::new();
    for seed in 0..12 {
        let (board, settings) = (troubled(seed).board(), Settings::default());
        seen.extend(findings(&board, &alerts(&board, &settings), &settings).iter().map(|it| it.diagnosis));
    }
    for diagnosis in [
        Diagnosis::Blacklisted,
        Diagnosis::EarlyLabel,
        Diagnosis::TechnicallyBlocked,
        Diagnosis::LabelGap,
        Diagnosis::UnevenNumbers,
        Diagnosis::OverloadSpiral,
    ] {
        assert!(seen.contains(&diagnosis), "{diagnosis:?}");
    }
}

#[test]
fn two_readings_of_one_source_on_one_day_are_one_whatever_their_order() {
    let board = |scores: [f64; 2]| {
        let mut book = Book::default();
        book.enter("+33162000000", "", 0, calls(10, 4));
        for score in scores {
            book.reading("+33162000000", "hiya", 0, Some(score), None);
        }
        book.board()
    };
    assert_eq!(board([80.0, 30.0]), board([30.0, 80.0]));
    assert_eq!(board([80.0, 30.0]).numbers[0].readings.len(), 1);
}
