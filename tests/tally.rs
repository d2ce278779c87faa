//! Ledgers: joining them in any order, and daily rows beside calls, gives the same figures.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use proptest::prelude::*;
use ringwell::{
    import::{FileAccount, FileKind},
    kpi::Board,
    model::{Call, Day, DayRow, LineType, Outcome, OutcomeSet, Reading, Settings},
    report::{Detail, build, daily_csv, json},
    tally::{FileResult, Gather, Ledger, Tells},
};

/// A call in words, so that each ledger gives its own ids.
#[derive(Clone, Debug)]
struct Said {
    number: u8,
    day: i32,
    campaign: u8,
    team: u8,
    agent: u8,
    outcome: usize,
    talk_ms: Option<u32>,
    converted: Option<bool>,
    fingerprint: u64,
}

fn said() -> impl Strategy<Value = Said> {
    (0..4_u8, 0..5_i32, 0..3_u8, 0..2_u8, 0..3_u8, 0..10_usize, prop::option::of(0..200_000_u32), any::<bool>())
        .prop_map(|(number, day, campaign, team, agent, outcome, talk_ms, converted)| Said {
            number,
            day,
            campaign,
            team,
            agent,
            outcome,
            talk_ms,
            converted: Some(converted),
            fingerprint: u64::from(number) * 31 + u64::from(talk_ms.unwrap_or(7)),
        })
}

fn ledger(calls: &[Said]) -> Ledger {
    let mut ledger = Ledger::default();
    for said in calls {
        let text = |prefix: &str, id: u8| if id == 0 { String::new() } else { format!("{prefix}{id}") };
        let call = Call {
            number: ledger.names.numbers.intern(&format!("+3316200000{}", said.number)),
            day: Day(20_000 + said.day),
            hour: Some(9),
            campaign: ledger.names.campaigns.intern(&text("campaign ", said.campaign)),
            team: ledger.names.teams.intern(&text("=team ", said.team)),
            agent: ledger.names.agents.intern(&text("agent ", said.agent)),
            line: if said.day % 2 == 0 { LineType::Mobile } else { LineType::Landline },
            outcome: Outcome::ALL[said.outcome],
            talk_ms: said.talk_ms,
            ring_secs: None,
            converted: said.converted,
            attempt: (said.outcome as u8 % 4).checked_sub(1),
            dropped: false,
            fingerprint: said.fingerprint,
        };
        ledger.push(&call);
    }
    ledger.settle(Tells { outcomes: OutcomeSet::of(&Outcome::ALL), hang_ups: true, conversions: true });
    ledger
}

/// All that an analysis says, as text: ids and orders inside a ledger may differ, this may not.
fn told(ledger: &Ledger) -> String {
    let settings = Settings::default();
    let board = Board::build(ledger, settings.kpis.hang_up_secs);
    let mut agents: Vec<String> = ledger
        .agents
        .iter()
        .map(|(key, tally)| {
            let names = &ledger.names;
            let (agent, number) = (names.agents.get(key.agent), names.numbers.get(key.number));
            let (campaign, team) = (names.campaigns.get(key.campaign), names.teams.get(key.team));
            format!("{agent}|{number}|{}|{campaign}|{team}|{tally:?}", key.day)
        })
        .collect();
    agents.sort();
    let report = build(&board, ledger, &[], &settings, Detail::Full);
    format!("{}\n{}\n{}", json(&report), daily_csv(ledger, 3), agents.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn where_calls_are_split_and_in_which_order_ledgers_join_changes_nothing(
        calls in prop::collection::vec(said(), 0..120),
        first in 0.0..1.0_f64,
        second in 0.0..1.0_f64,
    ) {
        let at = |share: f64| (share * calls.len() as f64) as usize;
        let (first, second) = (at(first.min(second)), at(first.max(second)));
        let parts = [&calls[..first], &calls[first..second], &calls[second..]].map(ledger);
        let whole = told(&ledger(&calls));
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let mut joined = Ledger::default();
            order.iter().for_each(|part| joined.merge(&parts[*part]));
            prop_assert_eq!(&told(&joined), &whole);
        }
    }

    #[test]
    fn a_ledger_survives_the_way_out_of_the_worker(calls in prop::collection::vec(said(), 0..60)) {
        let result = FileResult { ledger: ledger(&calls), ..FileResult::default() };
        let bytes = postcard::to_allocvec(&result).unwrap();
        let back: FileResult = postcard::from_bytes(&bytes).unwrap();
        prop_assert_eq!(told(&back.ledger), told(&result.ledger));
    }
}

fn call(number: u8, day: i32, outcome: Outcome) -> Said {
    Said {
        number,
        day,
        campaign: 0,
        team: 0,
        agent: 0,
        outcome: outcome.index(),
        talk_ms: None,
        converted: None,
        fingerprint: 1,
    }
}

#[test]
fn joining_with_a_ledger_without_teams_forgets_teams_on_both_sides() {
    let with_team = |number| ledger(&[Said { team: 1, campaign: 1, ..call(number, 0, Outcome::Answered) }]);
    let mut without = with_team(1);
    without.teams_dropped = true;
    let cells: Vec<_> = without.cells.drain().collect();
    for (mut key, tally) in cells {
        (key.team, key.line) = (0, LineType::Unknown);
        without.cells.insert(key, tally);
    }
    let mut forward = with_team(2);
    forward.merge(&without);
    let mut backward = without.clone();
    backward.merge(&with_team(2));
    assert_eq!(told(&forward), told(&backward));
    assert!(forward.cells.keys().all(|key| key.team == 0));
}

#[test]
fn joining_with_a_ledger_without_agents_forgets_agents_on_both_sides() {
    let with_agent = ledger(&[Said { agent: 1, ..call(1, 0, Outcome::Answered) }]);
    let mut without = with_agent.clone();
    without.agents_dropped = true;
    without.agents.clear();
    let mut forward = with_agent.clone();
    forward.merge(&without);
    let mut backward = without;
    backward.merge(&with_agent);
    assert!(forward.agents.is_empty() && forward.agents_dropped);
    assert!(backward.agents.is_empty() && backward.agents_dropped);
}

/// Ten calls of number 1 on day 0, four answered; the file knows nothing of conversions or reports.
fn ten_calls() -> Ledger {
    let calls: Vec<Said> =
        (0..10).map(|at| call(1, 0, if at < 4 { Outcome::Answered } else { Outcome::NoAnswer })).collect();
    let mut ledger = ledger(&calls);
    ledger.settle(Tells { outcomes: OutcomeSet::of(&Outcome::ALL), hang_ups: true, conversions: false });
    ledger
}

fn row(ledger: &mut Ledger, number: u8, day: i32) -> DayRow {
    let number = ledger.names.numbers.intern(&format!("+3316200000{number}"));
    DayRow { number, day: Day(20_000 + day), ..DayRow::default() }
}

#[test]
fn a_daily_row_beside_calls_adds_only_what_the_calls_do_not_know() {
    let mut ledger = ten_calls();
    let day_row = row(&mut ledger, 1, 0);
    ledger.day_rows.push(DayRow {
        calls: Some(999),
        conversions: Some(2),
        spam_reports: Some(1),
        score: Some(62.0),
        ..day_row
    });
    assert_eq!(ledger.finish(), Vec::<usize>::new());
    let board = Board::build(&ledger, 3);
    let sums = board.account.total();
    assert_eq!((sums.calls, sums.answered()), (10, 4));
    assert_eq!((sums.conversions, sums.conversion_known), (2, 10));
    assert_eq!((sums.spam_reports, sums.spam_known), (1, 10));
    assert_eq!(board.numbers[0].readings[0].score, Some(62.0));
}

#[test]
fn a_daily_row_that_adds_nothing_is_idle() {
    let mut ledger = ten_calls();
    let day_row = row(&mut ledger, 1, 0);
    ledger.day_rows.push(DayRow { calls: Some(10), ..day_row });
    assert_eq!(ledger.finish(), vec![0]);
}

#[test]
fn two_campaign_rows_of_a_day_both_bring_their_conversions() {
    let mut ledger = ten_calls();
    for (campaign, conversions) in [("A", 2), ("B", 3)] {
        let campaign = ledger.names.campaigns.intern(campaign);
        let day_row = row(&mut ledger, 1, 0);
        ledger.day_rows.push(DayRow { campaign, conversions: Some(conversions), ..day_row });
    }
    assert_eq!(ledger.finish(), Vec::<usize>::new());
    let sums = Board::build(&ledger, 3).account.total();
    assert_eq!((sums.conversions, sums.conversion_known), (5, 10));
}

#[test]
fn a_day_without_calls_in_the_log_comes_from_the_daily_table() {
    let mut ledger = ten_calls();
    let day_row = row(&mut ledger, 1, 1);
    let mut day_row = DayRow { calls: Some(20), ..day_row };
    day_row.outcomes[Outcome::Answered.index()] = Some(9);
    ledger.day_rows.push(day_row);
    assert_eq!(ledger.finish(), Vec::<usize>::new());
    let sums = Board::build(&ledger, 3).account.total();
    assert_eq!((sums.calls, sums.answered()), (30, 13));
}

#[test]
fn a_later_table_replaces_the_rows_of_an_earlier_one_and_says_so() {
    let table = |calls: u32| {
        let mut result = FileResult {
            account: FileAccount { kind: FileKind::Daily, rows: 2, counted: 2, ..FileAccount::default() },
            ..FileResult::default()
        };
        let first = row(&mut result.ledger, 1, 0);
        let second = row(&mut result.ledger, 1, 1);
        let calls = Some(calls);
        result.ledger.day_rows = vec![DayRow { calls, ..first }, DayRow { calls, ..second }];
        result
    };
    let mut gather = Gather::new(2, Default::default());
    for calls in [10, 30] {
        let job = gather.next_job().unwrap();
        gather.done(job, Ok(table(calls)));
    }
    assert!(gather.is_done());
    let gathered = gather.finish();
    assert_eq!(Board::build(&gathered.ledger, 3).account.total().calls, 60);
    assert_eq!(gathered.accounts[0].counted, 0);
    assert_eq!(gathered.accounts[0].aside_total(), 2);
    assert_eq!(gathered.accounts[1].counted, 2);
}

#[test]
fn what_one_of_two_exports_of_a_system_can_tell_the_other_can_too() {
    let file = |outcome: Outcome, signature: &str| FileResult {
        account: FileAccount {
            kind: FileKind::Calls,
            system: "unknown".to_owned(),
            signature: signature.to_owned(),
            known: OutcomeSet::of(&[Outcome::Answered, outcome]),
            ..FileAccount::default()
        },
        ledger: ledger(&[call(1, outcome.index() as i32, outcome)]),
        ..FileResult::default()
    };
    let rejected_known = |signatures: [&str; 2]| {
        let mut gather = Gather::new(2, Default::default());
        for (outcome, signature) in [Outcome::Rejected, Outcome::Busy].into_iter().zip(signatures) {
            let job = gather.next_job().unwrap();
            gather.done(job, Ok(file(outcome, signature)));
        }
        Board::build(&gather.finish().ledger, 3).account.total().known_for(Outcome::Rejected)
    };
    assert_eq!(rejected_known(["same", "same"]), 2);
    assert_eq!(rejected_known(["one", "other"]), 1);
}

#[test]
fn two_tools_may_judge_a_number_on_one_day() {
    let mut ledger = ten_calls();
    for (source, score) in [("hiya", 40.0), ("truecaller", 80.0)] {
        let source = ledger.names.sources.intern(source);
        let day_row = row(&mut ledger, 1, 0);
        ledger.readings.push(Reading {
            number: day_row.number,
            day: day_row.day,
            source,
            score: Some(score),
            flagged: Some(score < 50.0),
        });
    }
    let table = daily_csv(&ledger, 3);
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines[0].ends_with(",campaign,team,source"));
    assert_eq!(lines[1], "2024-10-04,+33162000001,10,4,0,0,,,,40,yes,0,0,0,6,0,0,0,0,,,,hiya");
    assert_eq!(lines[2], "2024-10-04,+33162000001,,,,,,,,80,no,,,,,,,,,,,,truecaller");
}
