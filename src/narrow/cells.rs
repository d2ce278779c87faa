//! The board of what a filter leaves.

use super::{Filter, Tag, agents};
use crate::{
    kpi::{Board, Cell, Counted, Extract, Laid, Untold, answer_rate, prefix},
    model::{Names, Settings},
    tally::{CellKey, Ledger},
};

/// Lays out what a filter leaves. `untold` is that of all calls ([`Board::untold`]). The vigil of the answer is empty:
/// judgements rest on all calls.
pub fn narrowed(ledger: &Ledger, untold: &Untold, filter: &Filter, settings: &Settings) -> Board {
    let numbers = chosen(&ledger.names.numbers, &filter.prefixes, |name| prefix(name).unwrap_or_default());
    let board = lay_out(ledger, untold, filter, &numbers, settings.kpis.hang_up_secs);
    if filter.zones.is_empty() {
        return board;
    }
    let mut in_zone = vec![false; ledger.names.numbers.len()];
    for number in &board.numbers {
        let zone = answer_rate(&number.series.total(), &settings.kpis).zone;
        if let (true, Some(id)) = (filter.zones.contains(&zone), ledger.names.numbers.find(&number.number)) {
            in_zone[id as usize] = true;
        }
    }
    lay_out(ledger, untold, filter, &Some(in_zone), settings.kpis.hang_up_secs)
}

/// Whether a filter makes spam reports unknown that are known of all calls.
pub fn uncertain_reports(filter: &Filter, whole: &Board) -> bool {
    let total = whole.account.total();
    filter.parts_days() && (total.spam_known > 0 || total.spam_reports > 0)
}

/// Which ids are chosen; `None`: all of them.
type Choice = Option<Vec<bool>>;

fn chosen(names: &Names, tags: &[Tag], of: impl Fn(&str) -> &str) -> Choice {
    (!tags.is_empty()).then(|| names.iter().map(|name| tags.binary_search(&Tag::of(of(name))).is_ok()).collect())
}

fn has(choice: &Choice, id: u32) -> bool {
    choice.as_ref().is_none_or(|chosen| chosen.get(id as usize).copied().unwrap_or(false))
}

fn lay_out(ledger: &Ledger, untold: &Untold, filter: &Filter, numbers: &Choice, hang_up_secs: u8) -> Board {
    let campaigns = chosen(&ledger.names.campaigns, &filter.campaigns, |name| name);
    let teams = chosen(&ledger.names.teams, &filter.teams, |name| name);
    let lines = if filter.lines_apply() { filter.lines.as_slice() } else { &[] };
    let in_days = |day| filter.days.is_none_or(|(from, to)| from <= day && day <= to);
    let keeps = |key: &CellKey| {
        in_days(key.day)
            && has(numbers, key.number)
            && has(&campaigns, key.campaign)
            && has(&teams, key.team)
            && (lines.is_empty() || lines.contains(&key.line))
    };
    let reports = (!filter.parts_days()).then(|| {
        let of = |((number, day), count): (&(u32, _), &u32)| (*day, *number, *count);
        ledger.reports.iter().map(of).filter(|(day, number, _)| in_days(*day) && has(numbers, *number)).collect()
    });
    let (until, untold) = (filter.days.map(|(_, to)| to), untold.clone());
    if filter.agents.is_empty() {
        let cells = Laid::Kept(&ledger.cells, &keeps);
        return Board::of_part(ledger, Extract { cells, reports, until, mixes: None, untold }, hang_up_secs);
    }
    let agents = chosen(&ledger.names.agents, &filter.agents, |name| name);
    let counted = agents::cells(ledger, |agent| has(&agents, agent), keeps);
    let cells: Vec<Cell> = counted.iter().map(|(key, counts)| (*key, counts as &dyn Counted)).collect();
    Board::of_part(ledger, Extract { cells: Laid::These(cells), reports, until, mixes: None, untold }, hang_up_secs)
}

#[cfg(test)]
mod tests {
    use super::narrowed;
    use crate::{
        kpi::{Board, Untold, Zone},
        model::{Call, Day, LineType, Outcome, OutcomeSet, Settings},
        narrow::{Filter, Tag},
        tally::{Ledger, Tells},
    };

    /// 3 numbers × 10 days × 20 calls: campaign A on even calls, agents in turn, every second callee a mobile.
    fn ledger() -> Ledger {
        let mut ledger = Ledger::default();
        let numbers = ["+33162000001", "+33162000002", "+33270000001"].map(|text| ledger.names.numbers.intern(text));
        let campaigns = ["A", "B"].map(|text| ledger.names.campaigns.intern(text));
        let agents = ["Ana", "Bo", "Cy"].map(|text| ledger.names.agents.intern(text));
        for (day, at) in (0..10).flat_map(|day| (0..20_usize).map(move |at| (day, at))) {
            for (place, number) in numbers.into_iter().enumerate() {
                // The first number is answered 2 times in 20, the second 8, the third 16.
                let answered = at < [2, 8, 16][place];
                let outcome = if answered { Outcome::Answered } else { Outcome::Rejected };
                ledger.push(&Call {
                    campaign: campaigns[at % 2],
                    agent: agents[at % 3],
                    line: if at % 4 < 2 { LineType::Mobile } else { LineType::Landline },
                    talk_ms: answered.then_some(2_500),
                    ..Call::new(number, Day(day), outcome)
                });
            }
        }
        let outcomes = OutcomeSet::of(&[Outcome::Rejected]);
        ledger.settle(Tells { outcomes, hang_ups: true, conversions: false });
        ledger.reports.insert((numbers[0], Day(3)), 4);
        ledger
    }

    fn left(filter: &Filter) -> Board {
        narrowed(&ledger(), &Untold::default(), filter, &Settings::default())
    }

    #[test]
    fn an_empty_filter_leaves_the_board_of_all_calls() {
        let whole = Board::build(&ledger(), 3);
        let mut left = left(&Filter::default());
        left.mix_days = whole.mix_days.clone();
        for (number, all) in left.numbers.iter_mut().zip(&whole.numbers) {
            number.mix_days = all.mix_days.clone();
        }
        assert_eq!(left, Board { vigil: Default::default(), ..whole });
    }

    #[test]
    fn days_leave_their_calls_and_their_reports() {
        let board = left(&Filter { days: Some((Day(2), Day(4))), ..Filter::default() });
        assert_eq!((board.account.total().calls, board.account.total().spam_reports), (180, 4));
        assert_eq!(board.period, Some((Day(2), Day(4))));
        let board = left(&Filter { days: Some((Day(5), Day(5))), ..Filter::default() });
        assert_eq!((board.account.total().calls, board.account.total().spam_reports), (60, 0));
    }

    #[test]
    fn a_campaign_leaves_its_calls_and_no_spam_reports_since_nobody_knows_whose_they_are() {
        let board = left(&Filter { campaigns: vec![Tag::of("A")], ..Filter::default() });
        let total = board.account.total();
        assert_eq!((total.calls, total.spam_known, total.spam_reports), (300, 0, 0));
        assert_eq!(board.campaigns.len(), 1);
        assert_eq!(
            board.numbers.iter().map(|number| number.series.total().answered()).collect::<Vec<_>>(),
            [10, 40, 80]
        );
    }

    #[test]
    fn a_line_type_and_a_prefix_leave_what_has_both() {
        let filter =
            Filter { prefixes: vec![Tag::of("331620000")], lines: vec![LineType::Mobile], ..Filter::default() };
        let board = left(&filter);
        assert_eq!(board.numbers.len(), 2);
        assert_eq!(board.account.total().calls, 200);
        assert_eq!(board.account.total().landline, [0, 0]);
    }

    #[test]
    fn a_zone_leaves_the_numbers_that_stand_in_it() {
        let board = left(&Filter { zones: vec![Zone::Red], ..Filter::default() });
        assert_eq!(board.numbers.iter().map(|number| number.number.as_str()).collect::<Vec<_>>(), ["+33162000001"]);
        assert_eq!(board.account.total().calls, 200);
    }

    #[test]
    fn agents_together_are_all_calls_as_far_as_their_cube_counts() {
        let whole = Board::build(&ledger(), 3).account.total();
        let all = ["Ana", "Bo", "Cy"].map(Tag::of);
        let mut agents = all.to_vec();
        agents.sort_unstable();
        let board = left(&Filter { agents, ..Filter::default() });
        let total = board.account.total();
        assert_eq!(total.calls, whole.calls);
        assert_eq!((total.answer(), total.refusal(), total.talk_ms), (whole.answer(), whole.refusal(), whole.talk_ms));
        assert_eq!((total.hang_ups, total.hang_up_known), (whole.hang_ups, whole.hang_up_known));
        assert_eq!(total.conversion_known, 0);
        let one = left(&Filter { agents: vec![Tag::of("Ana")], ..Filter::default() });
        assert_eq!(one.account.total().calls, 210); // calls 0, 3, 6 … 18 of each 20
    }

    #[test]
    fn a_name_that_is_not_in_these_files_leaves_nothing() {
        let board = left(&Filter { campaigns: vec![Tag::of("Z")], ..Filter::default() });
        assert_eq!((board.numbers.len(), board.period), (0, None));
    }
}
