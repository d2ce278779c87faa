//! What the falls have cost: conversations, conversions, money.
//!
//! Conversations come with their interval from the findings. One call is lost once: the widest finding counts, and what
//! lies within it is shown and not added.

use crate::{
    diagnose::Finding,
    kpi::{
        Board, Series, Sums,
        chance::{Interval, wilson},
    },
    model::{Day, Settings, Subject},
};

/// Answered calls that a subject's own rate of conversion must rest on; with fewer the account's is taken.
const ENOUGH_ANSWERED: u64 = 200;

/// What one subject has lost.
#[derive(Clone, Debug, PartialEq)]
pub struct LostRow {
    /// Who.
    pub subject: Subject,
    /// Since when.
    pub since: Day,
    /// Conversations, never below none.
    pub conversations: Interval,
    /// Conversions; `None` where these files know none.
    pub conversions: Option<Interval>,
    /// Whether it lies within a wider finding, and is not added.
    pub is_within: bool,
}

/// A sum of money in the user's currency.
pub type Money = Interval;

/// What was lost in all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lost {
    /// By subject, the wider before what lies within it, else as the findings stand.
    pub rows: Vec<LostRow>,
    /// Conversations.
    pub conversations: Interval,
    /// Conversions; `None` where these files know none, or nothing was lost.
    pub conversions: Option<Interval>,
    /// Their worth, where the user has said what one is worth.
    pub value: Option<Money>,
    /// Conversions out of answered calls, in the whole account: what the estimate rests on.
    pub conversion_rate: Option<Interval>,
}

/// What the findings say was lost.
pub fn lost(board: &Board, findings: &[Finding], settings: &Settings) -> Lost {
    let account_rate = rate(&board.account.total());
    let mut rows: Vec<LostRow> = Vec::new();
    for finding in findings {
        let Some([value, low, high]) = finding.lost_conversations else { continue };
        if rows.iter().any(|row| row.subject == finding.subject) {
            continue;
        }
        let conversations = positive(Interval { value, low, high });
        let own = series_of(board, &finding.subject).map(Series::total);
        let own = own.filter(|sums| sums.conversion_answered >= ENOUGH_ANSWERED).and_then(|sums| rate(&sums));
        let conversions = own.or(account_rate).map(|rate| product(conversations, rate));
        let (subject, since) = (finding.subject.clone(), finding.since);
        rows.push(LostRow { subject, since, conversations, conversions, is_within: false });
    }
    crate::model::order::sort_by_key(&mut rows, |row| width(&row.subject));
    let mut counted: Vec<(Subject, Vec<usize>)> = Vec::new();
    for row in &mut rows {
        let members = members(board, &row.subject);
        let overlaps = |(subject, others): &(Subject, Vec<usize>)| {
            *subject == Subject::Account || members.iter().any(|member| others.contains(member))
        };
        row.is_within = counted.iter().any(overlaps);
        if !row.is_within {
            counted.push((row.subject.clone(), members));
        }
    }
    let added = || rows.iter().filter(|row| !row.is_within);
    let conversations = sum(added().map(|row| row.conversations));
    let conversions = (added().count() > 0 && added().all(|row| row.conversions.is_some()))
        .then(|| sum(added().filter_map(|row| row.conversions)));
    let value = conversions.zip(settings.planning.value_per_conversion).map(|(lost, each)| lost.times(each));
    Lost { rows, conversations, conversions, value, conversion_rate: account_rate }
}

/// The widest first.
fn width(subject: &Subject) -> u8 {
    match subject {
        Subject::Account => 0,
        Subject::Campaign(_) => 1,
        Subject::Team(_) => 2,
        Subject::Prefix(_) => 3,
        Subject::Number(_) => 4,
    }
}

fn rate(sums: &Sums) -> Option<Interval> {
    wilson(sums.conversion_of_answered())
}

fn series_of<'a>(board: &'a Board, subject: &Subject) -> Option<&'a Series> {
    let pools = || board.campaigns.iter().chain(&board.teams).chain(&board.prefixes);
    match subject {
        Subject::Account => Some(&board.account),
        Subject::Number(name) => board.numbers.iter().find(|one| &one.number == name).map(|one| &one.series),
        pool => pools().find(|one| &one.subject == pool).map(|one| &one.series),
    }
}

fn members(board: &Board, subject: &Subject) -> Vec<usize> {
    let pools = || board.campaigns.iter().chain(&board.teams).chain(&board.prefixes);
    match subject {
        Subject::Account => Vec::new(),
        Subject::Number(name) => board.numbers.iter().position(|one| &one.number == name).into_iter().collect(),
        pool => pools()
            .find(|one| &one.subject == pool)
            .map(|one| one.members.iter().map(|(at, _)| *at).collect())
            .unwrap_or_default(),
    }
}

fn positive(figure: Interval) -> Interval {
    Interval { value: figure.value.max(0.0), low: figure.low.max(0.0), high: figure.high.max(0.0) }
}

/// The sum of independent figures: squares of the half intervals are added, each side by itself.
fn sum(figures: impl Iterator<Item = Interval>) -> Interval {
    let (mut value, mut down, mut up) = (0.0, 0.0, 0.0);
    for figure in figures {
        value += figure.value;
        down += (figure.value - figure.low).powi(2);
        up += (figure.high - figure.value).powi(2);
    }
    positive(Interval { value, low: value - down.sqrt(), high: value + up.sqrt() })
}

/// The product of two independent figures: to first order their relative errors add up in squares (the delta method),
/// each side by itself.
fn product(a: Interval, b: Interval) -> Interval {
    let value = a.value * b.value;
    let root = |a: f64, b: f64| (a * a + b * b).sqrt();
    let down = root((a.value - a.low) * b.value, (b.value - b.low) * a.value);
    let up = root((a.high - a.value) * b.value, (b.high - b.value) * a.value);
    positive(Interval { value, low: value - down, high: value + up })
}

#[cfg(test)]
mod tests {
    use super::{Interval, product, sum};

    const A: Interval = Interval { value: 100.0, low: 70.0, high: 140.0 };

    #[test]
    fn a_sum_is_surer_than_its_parts_and_never_below_none() {
        let two = sum([A, A].into_iter());
        assert_eq!(two.value, 200.0);
        assert!((two.low - (200.0 - 30.0 * 2_f64.sqrt())).abs() < 1e-9);
        let wide = Interval { value: 1.0, low: 0.0, high: 9.0 };
        assert!(sum([wide, wide].into_iter()).low >= 0.0);
    }

    #[test]
    fn a_product_with_a_sure_figure_keeps_the_other_s_error() {
        let sure = Interval { value: 0.5, low: 0.5, high: 0.5 };
        assert_eq!(product(A, sure), Interval { value: 50.0, low: 35.0, high: 70.0 });
        assert!(product(A, Interval { value: 0.5, low: 0.4, high: 0.6 }).low < 35.0);
    }
}
