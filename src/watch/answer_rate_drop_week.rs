//! The answer rate of a week lies more than 10 points below that of the week before. Shown with the week's volume: a
//! fall after too many calls has its reason.

use super::{
    alert::Rule,
    fall::{At, Beside, Compared, Falls},
    watched::Watched,
};
use crate::{
    kpi::{Counts, chance::Turn},
    model::{Day, Scope, Settings},
};

/// The list of the rule's tests.
pub fn falls(settings: &Settings, period: (Day, Day)) -> Falls {
    Falls::new(Rule::AnswerRateDropWeek, settings.watch.drop_week_points.get(), period)
}

/// Judges one active day of a subject. The change began where the two weeks are likeliest to part.
pub fn judge(falls: &mut Falls, watched: &Watched, at: At, beside: impl FnOnce(Compared) -> Beside) {
    let day = at.day;
    let answers = [watched.weeks[at.turn].answers, watched.track.answers(day - 13, day - 7)];
    let spans = Compared { after: [day - 6, day], before: [day - 13, day - 7], answers };
    falls.push(at, spans, beside, || {
        let since = watched.track.turned(day - 13, day, Turn::Fall, Counts::answer).unwrap_or(day - 6);
        (since, (watched.subject.scope() == Scope::Number).then(|| calls_per_day(watched, at)))
    });
}

/// Calls a day on the active days of the week.
fn calls_per_day(watched: &Watched, at: At) -> f64 {
    let so_far = watched.active[..=at.turn].iter().zip(&watched.today).rev();
    let week = so_far.take_while(|(day, _)| **day > at.day - 7);
    let (days, calls) = week.fold((0, 0), |(days, calls), (_, today)| (days + 1, calls + today.calls));
    f64::from(calls) / f64::from(days.max(1))
}
