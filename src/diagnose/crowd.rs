//! Many numbers together: the account, a campaign, a team, a prefix block, with and without the numbers that fall for
//! reasons of their own.

use super::{
    shift::Shift,
    signals::{Signals, TREND_CALLS, fell, spans},
};
use crate::{
    kpi::{
        Board, PoolBoard, Series, Spans, Sums, Watch,
        chance::{Interval, Share, Weighed, upper_tail},
    },
    model::{Day, Outcome, Settings, Subject},
};

/// Calls in both spans for a number to show which way it went.
const MEMBER_CALLS: u64 = 20;
/// Points that a crowd must have lost for its warning to be its own.
const WARNED_POINTS: f64 = 2.5;
/// A number is fresh if it called for the first time in the later span or the two weeks before.
const FRESH_DAYS: i32 = 14;
/// Calls of fresh numbers that say something.
const FRESH_CALLS: u64 = 30;
/// A part of the crowd smaller than this is not asked whether the others fall without it.
const PART: f64 = 0.05;

/// The signals of a crowd as of the last day.
#[derive(Debug)]
pub struct Crowd {
    /// Who.
    pub subject: Subject,
    /// The two spans.
    pub spans: Spans,
    /// Answer rate of all.
    pub answer: Shift,
    /// Answer rate without the numbers that fall for reasons of their own.
    pub rest: Shift,
    /// Whether the rest falls: by the early warning that is open, or as [`Shift::falls`] says.
    pub falls: bool,
    /// The p of that.
    pub p_fall: f64,
    /// Calls to numbers that do not exist, of the rest.
    pub invalid: Option<Shift>,
    /// Calls that were not placed, of the rest.
    pub failed: Option<Shift>,
    /// The same relative to the calls outside the crowd, with its p; `None` where there are none to compare.
    pub beside: Option<(Interval, f64)>,
    /// Of the numbers in the rest, the part whose rate went down; `None` with fewer than two.
    pub alike: Option<f64>,
    /// How many numbers that is of.
    pub judged: u64,
    /// Whether the rest falls without each single campaign and team as well: then no part of it explains the fall.
    pub falls_everywhere: bool,
    /// Numbers whose score is known with its past, and those whose score falls.
    pub scores: [u64; 2],
    /// The fresh numbers now against the others before.
    pub fresh: Option<Shift>,
    /// Voicemail ÷ calls that nobody answered: where fewer answer, more voicemail among the calls is no news.
    pub voicemail: Option<Shift>,
    /// Rejection rate.
    pub refusal: Option<Shift>,
    /// Conversions ÷ answered.
    pub conversion: Option<Shift>,
    /// Since when.
    pub fell_on: Option<Day>,
    /// Conversations lost since then.
    pub lost: Option<[f64; 3]>,
}

/// Who is in a crowd.
#[derive(Debug)]
pub struct Members<'a> {
    /// Who.
    pub subject: &'a Subject,
    /// All calls.
    pub series: &'a Series,
    /// Its early warning, where one is open.
    pub warning: Option<&'a Watch>,
    /// The numbers, by their place on the board, with their calls in the crowd.
    pub numbers: Vec<(usize, &'a Series)>,
}

impl Crowd {
    /// The signals of a crowd; `None` where there is too little to compare. `explained` says which numbers have a finding
    /// of their own.
    pub fn of(
        members: &Members,
        board: &Board,
        numbers: &[Signals],
        explained: &[bool],
        as_of: Day,
        settings: &Settings,
    ) -> Option<Self> {
        let spans = spans(members.series, members.warning, as_of, settings)?;
        let (after, before) = spans.sums(members.series);
        if !after.comparable(&before) || after.calls + before.calls < TREND_CALLS {
            return None;
        }
        let shift = |share: fn(&Sums) -> Share| Shift::new(share(&after), share(&before));
        let answer = shift(Sums::answer)?;
        let is_explained = |at: usize| explained.get(at).copied().unwrap_or(false);
        let (mut rest_after, mut rest_before) = (after, before);
        for (_, series) in members.numbers.iter().filter(|(at, _)| is_explained(*at)) {
            let (now, then) = spans.sums(series);
            (rest_after, rest_before) = (rest_after - now, rest_before - then);
        }
        let rest = Shift::new(rest_after.answer(), rest_before.answer())?;
        let of_rest = |outcome| Shift::new(rest_after.share_of(outcome), rest_before.share_of(outcome));
        let unexplained = || members.numbers.iter().filter(|(at, _)| !is_explained(*at));
        let changes: Vec<f64> = unexplained().filter_map(|(_, series)| change(series, spans)).collect();
        let down = changes.iter().filter(|change| **change < 0.0).count();
        let known = members.numbers.iter().filter_map(|(at, _)| numbers.get(*at)?.score.as_ref());
        let scores = known.fold([0, 0], |[known, falling], score| [known + 1, falling + u64::from(score.falls)]);
        let is_warned = members.warning.is_some() && rest.points.is_below_zero() && rest.points.value < -WARNED_POINTS;
        let falls = rest.falls() || is_warned;
        // Half of what all lost must be missing elsewhere, too, or it is not everywhere.
        let warned_points = is_warned.then(|| WARNED_POINTS.max(-rest.points.value / 2.0));
        let fell = || fell(members.series.track(), members.warning, as_of);
        let (fell_on, lost) = if falls { fell() } else { (None, None) };
        Some(Self {
            subject: members.subject.clone(),
            spans,
            answer,
            rest,
            falls,
            p_fall: members.warning.filter(|_| is_warned).map_or(rest.p_fall, |warning| warning.p.max(rest.p_fall)),
            invalid: of_rest(Outcome::Invalid),
            failed: of_rest(Outcome::Failed),
            beside: falls
                .then(|| match members.subject {
                    Subject::Prefix(_) => within_pools(board, spans, members, &is_explained),
                    _ => None,
                })
                .flatten()
                .or_else(|| falls.then(|| outside(board, spans, &after, &before, &rest)).flatten()),
            alike: (changes.len() >= 2).then(|| down as f64 / changes.len() as f64),
            judged: changes.len() as u64,
            falls_everywhere: falls && falls_without_each_part(board, spans, &rest_after, &rest_before, warned_points),
            scores,
            fresh: falls.then(|| fresh(members, spans)).flatten(),
            voicemail: shift(Sums::voicemail_of_unanswered),
            refusal: shift(Sums::refusal),
            conversion: shift(Sums::conversion_of_answered),
            fell_on,
            lost,
        })
    }
}

fn change(series: &Series, spans: Spans) -> Option<f64> {
    let (now, then) = spans.sums(series);
    let (now, then) = (now.answer(), then.answer());
    (now.of >= MEMBER_CALLS && then.of >= MEMBER_CALLS).then(|| Some(now.rate()? - then.rate()?))?
}

/// The rest's change relative to the calls outside the crowd.
fn outside(board: &Board, spans: Spans, after: &Sums, before: &Sums, rest: &Shift) -> Option<(Interval, f64)> {
    let (all_after, all_before) = spans.sums(&board.account);
    let (now, then) = (all_after - *after, all_before - *before);
    if now.calls == 0 || then.calls == 0 || !now.comparable(&then) {
        return None;
    }
    let points = rest.points.minus(Shift::new(now.answer(), then.answer())?.points);
    Some((points, upper_tail(points.z_below(0.0))))
}

/// The change of a block's rest relative to the others of the campaigns in which it calls, else of the teams: what a list does to
/// one of these, it does to all numbers that call it.
fn within_pools(
    board: &Board,
    spans: Spans,
    block: &Members,
    is_explained: &dyn Fn(usize) -> bool,
) -> Option<(Interval, f64)> {
    let pools = if board.campaigns.is_empty() { &board.teams } else { &board.campaigns };
    let in_pool = |pool: &PoolBoard| {
        let (mut own, mut others) = ((Sums::default(), Sums::default()), spans.sums(&pool.series));
        for (at, series) in block.numbers.iter().filter_map(|(at, _)| Some((*at, pool.member(*at)?))) {
            let (now, then) = spans.sums(series);
            others = (others.0 - now, others.1 - then);
            if !is_explained(at) {
                own = (own.0 + now, own.1 + then);
            }
        }
        if !own.0.comparable(&own.1) || !others.0.comparable(&others.1) {
            return None;
        }
        let change = |(now, then): (Sums, Sums)| Some(Shift::new(now.answer(), then.answer())?.points);
        let points = change(own)?.minus(change(others)?);
        let (now, then) = (own.0.calls as f64, own.1.calls as f64);
        Some(Weighed { weight: now * then / (now + then), value: points.value, error: points.error() })
    };
    let points = Interval::common(pools.iter().filter_map(in_pool))?;
    Some((points, upper_tail(points.z_below(0.0))))
}

fn falls_without_each_part(board: &Board, spans: Spans, after: &Sums, before: &Sums, least: Option<f64>) -> bool {
    let falls = |shift: Shift| match least {
        Some(points) => shift.points.value < -points,
        None => shift.falls(),
    };
    board.campaigns.iter().chain(&board.teams).all(|part| {
        let (now, then) = spans.sums(&part.series);
        let (without_now, without_then) = (*after - now, *before - then);
        let left = without_now.calls.min(without_then.calls) as f64;
        let is_part = now.calls as f64 >= PART * after.calls as f64 && left >= PART * after.calls as f64;
        !is_part || Shift::new(without_now.answer(), without_then.answer()).is_some_and(falls)
    })
}

/// The fresh numbers now against the others before.
fn fresh(members: &Members, spans: Spans) -> Option<Shift> {
    let is_fresh = |series: &Series| series.days().first().is_some_and(|first| *first >= spans.recent[0] - FRESH_DAYS);
    let (mut now, mut then) = (Sums::default(), Sums::default());
    for (_, series) in &members.numbers {
        let (after, before) = spans.sums(series);
        if is_fresh(series) { now += after } else { then += before }
    }
    (now.calls >= FRESH_CALLS && now.comparable(&then)).then(|| Shift::new(now.answer(), then.answer()))?
}
