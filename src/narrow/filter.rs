//! What the user has chosen to look at.

use super::Tag;
use crate::{
    diagnose::Finding,
    kpi::{Board, Zone},
    model::{Day, LineType, Subject},
    watch::Alert,
};

/// A choice of calls and of numbers. An empty list leaves everything of its kind; the default leaves all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// First and last day.
    pub days: Option<(Day, Day)>,
    /// Campaigns; the tag of the empty name stands for calls without one.
    pub campaigns: Vec<Tag>,
    /// Teams, likewise.
    pub teams: Vec<Tag>,
    /// Agents. Their calls are counted in a cube that does not tell line types apart: a choice of agents leaves
    /// `lines` without effect ([`Filter::lines_apply`]).
    pub agents: Vec<Tag>,
    /// Prefix blocks.
    pub prefixes: Vec<Tag>,
    /// The callees' kinds of line.
    pub lines: Vec<LineType>,
    /// Zones of the answer rate of a number, as the rest of the filter leaves it.
    pub zones: Vec<Zone>,
}

impl Filter {
    /// Whether it leaves everything.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it tells apart calls of one number and day. Spam reports and readings are about all of them, so that
    /// nobody knows how many reports the calls that are left have brought.
    pub fn parts_days(&self) -> bool {
        !(self.campaigns.is_empty() && self.teams.is_empty() && self.agents.is_empty() && self.lines.is_empty())
    }

    /// Whether the choice of line types has an effect.
    pub fn lines_apply(&self) -> bool {
        self.agents.is_empty()
    }

    /// Whether the same calls are left whatever the number: only days are chosen.
    pub fn is_days_only(&self) -> bool {
        *self == Self { days: self.days, ..Self::default() }
    }

    /// Puts a choice in, or takes it out where it is already there. Lists stay sorted, so that equal choices are equal.
    pub fn toggle<T: Ord + Copy>(list: &mut Vec<T>, choice: T) {
        match list.binary_search(&choice) {
            Ok(at) => drop(list.remove(at)),
            Err(at) => list.insert(at, choice),
        }
    }

    /// Whether an alert is shown: its subject has calls left (the account: where only days are chosen), and it held on a
    /// day that is left. `board` is what the filter leaves.
    pub fn shows_alert(&self, alert: &Alert, board: &Board) -> bool {
        let held = |(from, to): (Day, Day)| alert.day <= to && alert.until >= from;
        self.days.is_none_or(held) && self.shows(&alert.subject, board)
    }

    /// Whether a finding is shown: its subject has calls left, and the change had begun by the last day that is left.
    pub fn shows_finding(&self, finding: &Finding, board: &Board) -> bool {
        self.days.is_none_or(|(_, to)| finding.since <= to) && self.shows(&finding.subject, board)
    }

    /// Whether a subject has calls left.
    pub fn shows(&self, subject: &Subject, board: &Board) -> bool {
        let pools = match subject {
            Subject::Account => return self.is_days_only(),
            Subject::Number(number) => return board.number(number).is_some(),
            Subject::Campaign(_) => &board.campaigns,
            Subject::Team(_) => &board.teams,
            Subject::Prefix(_) => &board.prefixes,
        };
        pools.iter().any(|pool| pool.subject == *subject)
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;
    use crate::model::LineType;

    #[test]
    fn a_choice_made_twice_is_taken_back() {
        let mut lines = Vec::new();
        for line in [LineType::Mobile, LineType::Unknown, LineType::Special, LineType::Mobile] {
            Filter::toggle(&mut lines, line);
        }
        assert_eq!(lines, [LineType::Unknown, LineType::Special]);
    }

    #[test]
    fn reports_stay_known_while_whole_days_of_numbers_are_left() {
        let days = Filter { days: Some((crate::model::Day(1), crate::model::Day(9))), ..Filter::default() };
        assert!(!days.parts_days() && days.is_days_only() && !days.is_empty());
        let lines = Filter { lines: vec![LineType::Mobile], ..days };
        assert!(lines.parts_days() && !lines.is_days_only());
    }
}
