//! "Answered" means something else from one day on: the files tell voicemail apart and did not before, or the reverse. The
//! rate jumps at the border and nothing happened. The periods are never compared; this says why.
//!
//! Certainty: 0.95, since the files themselves say so.

use super::{
    crowd::Members,
    finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal},
};
use crate::{
    kpi::{Answers, chance::difference},
    model::Day,
};

const CERTAINTY: f64 = 0.95;
/// How long the border is news.
const NEWS_DAYS: i32 = 35;
/// Days on either side from which the jump is taken.
const SIDE_DAYS: i32 = 14;
/// Calls that a side needs.
const SIDE_CALLS: u32 = 100;

/// The last border of the last five weeks.
pub fn diagnose(members: &Members, as_of: Day) -> Option<Finding> {
    let mut border = None;
    let mut meaning = None;
    for (day, sums) in members.series.iter().filter(|(day, sums)| *day <= as_of && sums.calls > 0) {
        let Some(now) = Answers::of(&sums).tells_voicemail() else { continue };
        if meaning.is_some_and(|before| before != now) {
            border = Some(day);
        }
        meaning = Some(now);
    }
    let since = border.filter(|day| *day > as_of - NEWS_DAYS)?;
    let (after, before) =
        (members.series.span(since, since + SIDE_DAYS), members.series.span(since - SIDE_DAYS, since - 1));
    if Answers::of(&after).calls < SIDE_CALLS || Answers::of(&before).calls < SIDE_CALLS {
        return None;
    }
    let jump = difference(after.answer(), before.answer())?.times(100.0);
    let days = [since, as_of.min(since + SIDE_DAYS)];
    let answers = Evidence {
        before: before.answer().rate().map(|rate| rate * 100.0),
        after: after.answer().rate().map(|rate| rate * 100.0),
        ..Evidence::of(Signal::AnswerRate, jump, after.calls, days)
    };
    let tells = f64::from(u8::from(meaning == Some(true)));
    Some(Finding {
        diagnosis: Diagnosis::DataArtefact,
        scope: members.subject.scope(),
        subject: members.subject.clone(),
        since,
        certainty: CERTAINTY,
        evidence: vec![Evidence::plain(Signal::Definition, tells, after.calls, days), answers],
        against: Vec::new(),
        unchecked: Vec::new(),
        actions: vec![Action::of(ActionId::CheckExport)],
        confirm: vec![Check::SameDayInBothFiles],
        rules_out: vec![Check::SettingsUnchanged],
        lost_conversations: None,
    })
}
