//! The numbers to which calls can move: well, of the same pool, with room under the cap.

use super::{finding::Finding, signals::Signals};
use crate::{
    kpi::{Board, Group},
    model::{Day, NumberRole, Settings, Subject, order},
    watch::{Alert, Grade, Rule},
};

/// How many are named.
const SPARES: usize = 3;
/// A number with a confirmed alert in so many days is not offered.
const QUIET_DAYS: i32 = 7;

/// Which numbers do well, by their place on the board: they call, nothing is found or confirmed about them, and the
/// answer rate and score are not red.
pub fn well(
    board: &Board,
    signals: &[Signals],
    findings: &[Finding],
    alerts: &[Alert],
    settings: &Settings,
) -> Vec<bool> {
    let as_of = board.period.map_or(Day::default(), |(_, last)| last);
    let mut troubled: Vec<&str> = Vec::new();
    let name = |subject: &'_ Subject| match subject {
        Subject::Number(number) => Some(number.as_str().to_owned()),
        _ => None,
    };
    let accused = findings.iter().filter_map(|finding| name(&finding.subject));
    let is_recent = |alert: &&Alert| {
        alert.grade == Grade::Confirmed && alert.until > as_of - QUIET_DAYS && alert.rule != Rule::VolumeCapExceeded
    };
    let alarmed = alerts.iter().filter(is_recent).filter_map(|alert| name(&alert.subject));
    let names: Vec<String> = accused.chain(alarmed).collect();
    troubled.extend(names.iter().map(String::as_str));
    order::sort(&mut troubled);
    let is_well = |(number, signals): (&crate::kpi::NumberBoard, &Signals)| {
        let Some(answer) = signals.answer else { return false };
        let red_score = signals.score_now.is_some_and(|score| score < settings.kpis.reputation_score.low.get());
        troubled.binary_search(&number.number.as_str()).is_err()
            && !signals.is_flagged()
            && !red_score
            && !signals.falls()
            && answer.after >= settings.kpis.answer_rate.low.get()
    };
    board.numbers.iter().zip(signals).map(is_well).collect()
}

/// The spares of a number: first those that the user keeps as spares, then those of its pool with most room, then by
/// number. One that the user rests is none.
pub fn spares(at: usize, board: &Board, signals: &[Signals], well: &[bool], settings: &Settings) -> Vec<String> {
    let pool = signals.get(at).and_then(|own| own.group);
    let members = match pool {
        Some(Group::Campaign(pool)) => board.campaigns.get(pool),
        Some(Group::Team(pool)) => board.teams.get(pool),
        Some(Group::Account) | None => None,
    };
    let candidates: Vec<usize> = match members {
        Some(pool) => pool.members.iter().map(|(at, _)| *at).collect(),
        None => (0..board.numbers.len()).collect(),
    };
    let role = |number: &str| settings.planning.numbers.get(number).and_then(|plan| plan.role);
    let place = |number: &str| board.numbers.binary_search_by(|other| other.number.as_str().cmp(number)).ok();
    // A spare that has never called is on no board; one that has must do well.
    let stands_ready = |number: &str| place(number).is_none_or(|at| well.get(at).copied().unwrap_or(false));
    let kept = settings.planning.numbers.keys().map(String::as_str);
    let kept = kept.filter(|number| role(number) == Some(NumberRole::Spare) && place(number) != Some(at));
    let kept: Vec<&str> = kept.filter(|number| stands_ready(number)).collect();
    let cap = f64::from(settings.watch.volume_cap);
    let mut spares: Vec<(f64, &str)> = candidates
        .into_iter()
        .filter(|other| *other != at && well.get(*other).copied().unwrap_or(false))
        .filter_map(|other| Some((signals.get(other)?.calls_per_day, board.numbers.get(other)?.number.as_str())))
        .filter(|(calls_per_day, number)| {
            *calls_per_day < cap && role(number).is_none_or(|role| role == NumberRole::Active)
        })
        .collect();
    order::sort_by(&mut spares, |a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(b.1)));
    kept.into_iter().chain(spares.into_iter().map(|(_, number)| number)).take(SPARES).map(str::to_owned).collect()
}
