//! What must hold for every file.

use proptest::prelude::*;
use ringwell::{
    diagnose::{Finding, findings},
    model::{Settings, Subject},
    tally::Ledger,
    watch::{Alert, alerts},
};

use crate::{
    book::{Book, calls, day},
    centre::{Day, Dice, HEALTHY, centre, number},
};

/// A centre in which things happen: falls alone and together, voicemail, holes, readings.
fn troubled(seed: u64) -> Book {
    let mut dice = Dice(seed ^ 0xABCD);
    let start = 10 + (dice.roll() * 15.0) as i32;
    let mut book = centre(seed, 9, 2, 35, |at, on| match at {
        0 if on >= start => Day { answered: 0.12, voicemail: 0.65, ..HEALTHY },
        1 if on >= start => Day { answered: 0.2, rejected: 0.3, ..HEALTHY },
        2 if on % 7 > 4 => Day { calls: 3, ..HEALTHY },
        3 => Day { calls: 90 + (on as u32 * 7) % 30, ..HEALTHY },
        _ if on == 20 => Day { answered: 0.15, ..HEALTHY },
        _ => HEALTHY,
    });
    // The calls of numbers 4 to 6 are told by hour and attempt, and move to later ones.
    for (number, on) in (4..7).flat_map(|at| (0..35).map(move |on| (number(at), on))) {
        let late = 10 + (dice.roll() * 30.0) as u32 * u32::from(on >= start);
        book.mix(&number, on, 1, 0, [50 - late, dice.hits(50 - late, 0.4)]);
        book.mix(&number, on, 2, 2, [late, dice.hits(late, 0.2)]);
    }
    for on in 0..35 {
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

/// Prefix blocks are made of the names.
fn is_prefix(finding: &Finding) -> bool {
    matches!(finding.subject, Subject::Prefix(_))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cutting_the_file_after_a_day_changes_no_alert_of_that_day_or_before(seed in any::<u64>(), last in 5..34) {
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
                    let figures = (alert.rule, alert.day, alert.until, alert.since, alert.value, alert.grade);
                    format!("{} {figures:?} {:?}", name(alert.subject.to_string()), alert.source)
                })
                .collect();
            told.extend(findings(&board, &alerts, &settings).iter().filter(|it| !is_prefix(it)).map(|finding| {
                let figures = (finding.diagnosis, finding.since, finding.certainty, &finding.evidence);
                format!("{} {figures:?}", name(finding.subject.to_string()))
            }));
            told.sort();
            told
        };
        prop_assert_eq!(told(&book, &other), told(&renamed, &str::to_owned));
    }

    #[test]
    fn names_within_a_prefix_block_can_be_exchanged(seed in any::<u64>(), turn in 1..9_usize) {
        // All numbers lie in one block; each takes the name of another.
        let book = troubled(seed);
        let turned = |name: &str| {
            let at: usize = name[name.len() - 2..].parse().unwrap();
            number((at + turn) % 9)
        };
        let mut renamed = book.clone();
        let ids: Vec<u32> = (0..9).map(|at| book.0.names.numbers.find(&number(at)).unwrap()).collect();
        let exchanged = |id: u32| ids[(ids.iter().position(|other| *other == id).unwrap() + turn) % 9];
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
    fn the_order_of_the_files_changes_nothing(seed in any::<u64>(), parts in 2..5usize) {
        let book = troubled(seed);
        let mut files: Vec<Ledger> = (0..parts)
            .map(|part| {
                let mut file = Ledger { names: book.0.names.clone(), ..Ledger::default() };
                let mine = |at: usize| at % parts == part;
                let of_file = book.0.mixes.iter().filter(|((_, on), _)| mine(on.0 as usize));
                file.mixes.extend(of_file.map(|(key, mix)| (*key, *mix)));
                file.day_rows = book.0.day_rows.iter().enumerate().filter(|(at, _)| mine(*at)).map(|it| it.1.clone()).collect();
                file.readings = book.0.readings.iter().enumerate().filter(|(at, _)| mine(*at)).map(|it| *it.1).collect();
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
