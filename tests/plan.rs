//! The plan of the samples: roles, loads, losses, agents, practice, attempts.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use ringwell::{
    diagnose,
    import::Source,
    kpi::{Board, chance::Interval},
    model::{Day, NumberPlan, NumberRole, Overlap, PracticePreset, Settings, Subject},
    plan::{self, Advice, EntryKind, practice::Attempts},
    samples,
    tally::{Gathered, gather},
    watch,
};
use support::Chunked;

struct Planned {
    gathered: Gathered,
    board: Board,
    findings: Vec<diagnose::Finding>,
    settings: Settings,
}

fn sources(id: &str) -> Vec<Chunked> {
    let file = |(at, name): (usize, &&str)| {
        let mut bytes = Vec::new();
        samples::write(id, at, &mut bytes).unwrap();
        Chunked::whole(name, bytes)
    };
    samples::files(id).iter().enumerate().map(file).collect()
}

fn sample(id: &str, settings: Settings) -> Planned {
    let sources = sources(id);
    let all: Vec<&dyn Source> = sources.iter().map(|source| source as &dyn Source).collect();
    let gathered = gather(&all, &settings);
    let board = Board::build(&gathered.ledger, settings.kpis.hang_up_secs);
    let alerts = watch::alerts(&board, &settings);
    let findings = diagnose::findings(&board, &alerts, &settings);
    Planned { gathered, board, findings, settings }
}

impl Planned {
    fn plan(&self) -> plan::Plan {
        plan::plan(&self.board, &self.findings, &self.settings)
    }
}

#[test]
fn the_loads_of_all_numbers_add_up_to_the_account_s() {
    for id in samples::IDS {
        let plan = sample(id, Settings::default()).plan();
        let sum: f64 = plan.numbers.iter().map(|number| number.load.calls_per_day).sum();
        assert!((sum - plan.account.calls_per_day).abs() < 1e-6, "{id}: {sum} {}", plan.account.calls_per_day);
        let of_pools: f64 = plan.pools.iter().map(|pool| pool.calls_per_day).sum();
        assert!((of_pools - sum).abs() < 1e-6, "{id}");
        assert_eq!(plan.account.roles[0], plan.numbers.iter().filter(|n| n.load.calls_per_day > 0.0).count() as u32);
    }
}

#[test]
fn calls_that_must_move_are_found_again_elsewhere_or_said_to_have_no_place() {
    for id in samples::IDS {
        let plan = sample(id, Settings::default()).plan();
        let after: f64 = plan.numbers.iter().map(|number| number.after).sum();
        let before = plan.account.calls_per_day;
        assert!((after + plan.account.unplaced - before).abs() < 1.0, "{id}: {before} {after}");
        assert!(plan.numbers.iter().all(|number| number.after <= plan.planned.max(number.load.calls_per_day) + 1e-9));
    }
}

#[test]
fn a_blacklisted_number_is_to_rest_and_its_calls_go_to_its_pool() {
    let planned = sample("blacklisted", Settings::default());
    let plan = planned.plan();
    let first = plan.numbers.first().unwrap();
    assert!(matches!(first.advice, Advice::Rest { .. }), "{first:?}");
    assert_eq!(first.after, 0.0);
    let pool = plan.pools.iter().find(|pool| pool.pool == first.load.pool).unwrap();
    assert!(pool.freed > 0.0 && pool.to_relieve >= 1);
    assert!(pool.highest[1] > pool.highest[0] - 1e-9 && pool.highest[1] <= plan.planned.max(pool.highest[0]));
    let calendar = plan::calendar(&plan, &planned.board, &planned.settings);
    let rest = calendar.iter().find(|entry| entry.number == first.load.number).unwrap();
    assert_eq!((rest.kind, rest.days[0]), (EntryKind::Rest, plan.as_of + 1));
    let warm_up = calendar.iter().find(|entry| entry.number == rest.number && entry.kind == EntryKind::WarmUp).unwrap();
    assert_eq!(warm_up.days[0], rest.days[1] + 1);
    assert!(plan::roles_csv(&plan, &calendar).lines().nth(1).unwrap().starts_with(&first.load.number));
}

#[test]
fn a_healthy_account_has_nobody_to_relieve_and_a_low_cap_asks_for_numbers() {
    let plan = sample("healthy", Settings::default()).plan();
    assert_eq!((plan.account.to_relieve, plan.account.missing), (0, 0));
    assert!(plan.numbers.iter().all(|number| number.advice == Advice::Keep));
    assert!(plan.account.needed <= 24);

    let mut settings = Settings::default();
    settings.watch.volume_cap = 40;
    let tight = sample("healthy", settings).plan();
    assert!(tight.numbers.iter().all(|number| number.advice == Advice::OverCap));
    assert!(tight.account.needed > 24, "{}", tight.account.needed);
}

#[test]
fn a_role_that_was_chosen_holds_and_a_spare_that_never_called_takes_over() {
    let before = sample("blacklisted", Settings::default());
    let labelled = before.plan().numbers.first().unwrap().load.number.clone();
    let mut settings = Settings::default();
    settings.watch.volume_cap = 50; // so that the pool has no room
    let spare = NumberPlan { role: Some(NumberRole::Spare), ..NumberPlan::default() };
    settings.planning.numbers.insert("+33270001799".to_owned(), spare);
    let resting = NumberPlan { role: Some(NumberRole::Resting), ..NumberPlan::default() };
    settings.planning.numbers.insert(labelled.clone(), resting);
    let plan = sample("blacklisted", settings).plan();
    let of = |number: &str| plan.numbers.iter().find(|one| one.load.number == number).unwrap();
    assert_eq!((of(&labelled).role, of(&labelled).is_chosen), (NumberRole::Resting, true));
    let spare = of("+33270001799");
    assert!(spare.role == NumberRole::Spare && spare.after > 0.0 && spare.after <= 30.0, "{spare:?}");
    assert!(plan.account.missing > 0 && plan.account.unplaced > 0.0);
}

#[test]
fn what_was_lost_is_counted_once_and_never_below_none() {
    let mut settings = Settings::default();
    settings.planning.value_per_conversion = Some(80.0);
    for id in samples::IDS {
        let planned = sample(id, settings.clone());
        let lost = plan::lost(&planned.board, &planned.findings, &planned.settings);
        let ordered = |of: Interval| 0.0 <= of.low && of.low <= of.value && of.value <= of.high;
        assert!(lost.rows.iter().all(|row| ordered(row.conversations) && row.conversions.is_none_or(ordered)), "{id}");
        let counted: f64 = lost.rows.iter().filter(|row| !row.is_within).map(|row| row.conversations.value).sum();
        assert!((counted - lost.conversations.value).abs() < 1e-9, "{id}");
        if let (Some(conversions), Some(value)) = (lost.conversions, lost.value) {
            assert!((conversions.value * 80.0 - value.value).abs() < 1e-6);
            assert!(conversions.value < lost.conversations.value);
        }
        if lost.rows.iter().any(|row| row.subject == Subject::Account) {
            assert_eq!(lost.rows.iter().filter(|row| !row.is_within).count(), 1, "{id}");
        }
    }
    let healthy = sample("healthy", settings.clone());
    assert_eq!(plan::lost(&healthy.board, &healthy.findings, &settings).rows, []);
}

#[test]
fn every_agent_of_the_samples_is_weighed_and_none_is_blamed_for_a_labelled_number() {
    let planned = sample("mixed", Settings::default());
    let last = planned.board.period.unwrap().1;
    let found = plan::agents(&planned.gathered.ledger, last, 3).unwrap();
    assert!(found.agents.len() >= 12);
    assert!((found.agents.iter().map(|agent| agent.share).sum::<f64>() - 1.0).abs() < 1e-9);
    let standing_out = found.agents.iter().filter_map(|agent| agent.answer_beside).filter(|beside| beside.stands_out);
    assert_eq!(standing_out.count(), 0);
}

#[test]
fn the_samples_call_on_weekdays_and_their_holidays_are_named() {
    let planned = sample("healthy", Settings::default());
    let practice = PracticePreset::France.rules();
    let found = plan::practice::calling(&planned.board, &planned.gathered.ledger, &practice);
    assert_eq!((found.wrong_weekday, found.on_holidays()), (0, 0));
    assert_eq!(found.with_hour, found.calls);
    let hours: u64 = found.hours.iter().flatten().map(|hour| hour.calls).sum();
    assert_eq!(hours, found.with_hour);
}

fn log(rows: &[(&str, &str, &str)]) -> Chunked {
    let mut text = String::from("date,time,from,to,status,duration\n");
    for (day, time, to) in rows {
        text.push_str(&format!("{day},{time},+33162000001,{to},answered,42\n"));
    }
    Chunked::whole("calls.csv", text)
}

fn counts(files: &[Chunked], overlap: Overlap) -> plan::practice::Counts {
    let settings = Settings { country: Some("FR".to_owned()), ..Settings::default() };
    let mut all = Attempts::default();
    for file in files {
        all.read(file, &settings, &mut |_, _| ()).unwrap();
    }
    all.finish(30, overlap)
}

#[test]
fn a_person_called_five_times_in_thirty_days_is_found_whatever_the_way_the_number_is_written() {
    let days = ["2026-02-02", "2026-02-03", "2026-02-09", "2026-02-16", "2026-02-25"];
    let ways = ["+33611223344", "0611223344", "06 11 22 33 44", "0033611223344", "06.11.22.33.44"];
    let mut rows: Vec<(&str, &str, &str)> = days.into_iter().zip(ways).map(|(day, to)| (day, "11:05:00", to)).collect();
    rows.push(("2026-02-03", "21:30:00", "0699887766"));
    let found = counts(&[log(&rows)], Overlap::Same);
    assert_eq!((found.people, found.people_over(4), found.most), (2, Some(1), 5));
    assert_eq!(found.calls_outside(&PracticePreset::France.rules()), 1);
}

#[test]
fn the_same_file_twice_gives_the_same_people() {
    let rows = [("2026-02-02", "11:00:00", "0611223344"), ("2026-02-02", "15:00:00", "0611223344")];
    let found = counts(&[log(&rows), log(&rows)], Overlap::Same);
    assert_eq!((found.people, found.most), (1, 2));
    assert_eq!(counts(&[log(&rows), log(&rows)], Overlap::Add).most, 4);
}

#[test]
fn a_file_of_scores_has_no_attempts() {
    let mut all = Attempts::default();
    for source in sources("healthy") {
        all.read(&source, &Settings::default(), &mut |_, _| ()).unwrap();
    }
    let found = all.finish(30, Overlap::Same);
    let planned = sample("healthy", Settings::default());
    assert_eq!(found.calls, planned.board.account.total().calls);
    assert!(found.people > 1_000 && found.one_in == 1);
    let by_day: u64 = found.by_day.values().flatten().map(|calls| u64::from(*calls)).sum();
    assert_eq!(by_day, found.calls);
    assert!(found.by_day.keys().all(|day| *day >= Day::from_ymd(2025, 12, 19).unwrap()));
}

#[test]
fn a_number_kept_as_a_spare_is_the_first_to_be_offered_and_a_resting_one_never_is() {
    let named = |planned: &Planned| -> Vec<String> {
        let actions = planned.findings.iter().flat_map(|finding| &finding.actions);
        actions.flat_map(|action| action.numbers.clone()).collect()
    };
    let before = named(&sample("blacklisted", Settings::default()));
    let mut settings = Settings::default();
    let decided = |role| NumberPlan { role: Some(role), ..NumberPlan::default() };
    settings.planning.numbers.insert("+33270001799".to_owned(), decided(NumberRole::Spare));
    settings.planning.numbers.insert(before[0].clone(), decided(NumberRole::Resting));
    let after = named(&sample("blacklisted", settings));
    assert_eq!(after.first().map(String::as_str), Some("+33270001799"), "{after:?}");
    assert!(!after.contains(&before[0]));
}
