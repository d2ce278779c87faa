//! The dialer rings longer, or gives up sooner, or its machine detection was changed: voicemail and the calls that ring
//! out trade places from one day to the next, for all numbers at once. No number is to blame.
//!
//! Filters, too, send calls to voicemail, but they take them from the answers. So voicemail that rises counts only while
//! the answers hold; voicemail that falls is never a filter's doing.
//!
//! Certainty: alike × 0.95, alike the part of the numbers whose voicemail moved the same way, counted from a half.

use super::{
    certainty::MOST,
    crowd::Members,
    finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal},
    scatter::errors,
    shift::Shift,
};
use crate::{
    kpi::{
        Counts, Series, Spans, Sums, Track,
        chance::{Share, Turn},
    },
    model::{Day, Outcome},
};

/// How far back the change is looked for.
const SINCE_DAYS: i32 = 28;
/// Points of voicemail that make a step.
const STEP_POINTS: f64 = 4.0;
/// Standard errors of the days' own scatter that it must be clear of.
const STEP_ERRORS: f64 = 4.0;
/// The part of the step that the calls which rang out must make up for.
const TRADED: f64 = 0.4;
/// The part of the numbers that must go along.
const ALIKE: f64 = 0.75;
const SURE: f64 = 0.95;
/// Calls that tell something of a number.
const MEMBER_CALLS: u64 = 20;

/// A step of voicemail against the calls that rang out.
pub fn diagnose(members: &Members, as_of: Day) -> Option<Finding> {
    [Turn::Rise, Turn::Fall].into_iter().filter_map(|turn| turned(members, turn, as_of)).next()
}

fn turned(members: &Members, turn: Turn, as_of: Day) -> Option<Finding> {
    let track = Track::new(members.series);
    let share = |counts: &Counts| {
        let voicemail = counts.voicemail();
        Share::new(voicemail.hits, voicemail.of.saturating_sub(counts.answer().hits))
    };
    let since = track.turned(as_of - (SINCE_DAYS - 1), as_of, turn, share)?;
    let spans = Spans::since(members.series, since, as_of)?;
    let (after, before) = spans.sums(members.series);
    if !after.comparable(&before) {
        return None;
    }
    let voicemail = Shift::new(after.voicemail(), before.voicemail())?;
    let rang_out = Shift::new(after.share_of(Outcome::NoAnswer), before.share_of(Outcome::NoAnswer))?;
    let answer = Shift::new(after.answer(), before.answer())?;
    let step = voicemail.points.value;
    let is_traded = rang_out.points.value * step < 0.0 && rang_out.points.value.abs() >= TRADED * step.abs();
    let answers_hold = answer.points.value > -0.25 * step.abs();
    let is_step = step.abs() >= STEP_POINTS
        && (step > 0.0) == (turn == Turn::Rise)
        && errors(members.series, spans, MEMBER_CALLS, Sums::voicemail)
            .is_some_and(|errors| errors.abs() > STEP_ERRORS);
    if !is_step || !is_traded || (turn == Turn::Rise && !answers_hold) {
        return None;
    }
    let moved: Vec<f64> = members.numbers.iter().filter_map(|(_, series)| change(series, spans)).collect();
    let along = moved.iter().filter(|change| **change * step > 0.0).count();
    let alike = along as f64 / moved.len().max(1) as f64;
    if alike < ALIKE && !moved.is_empty() {
        return None;
    }
    let days = spans.recent;
    let mut evidence =
        vec![voicemail.evidence(Signal::VoicemailRate, days), rang_out.evidence(Signal::NoAnswerRate, days)];
    if !moved.is_empty() {
        evidence.push(Evidence::plain(Signal::NumbersAlike, alike * 100.0, moved.len() as u64, days));
    }
    evidence.push(answer.evidence(Signal::AnswerRate, days));
    let alike = if moved.is_empty() { ALIKE } else { alike };
    Some(Finding {
        diagnosis: Diagnosis::DetectionOrTimeout,
        scope: members.subject.scope(),
        subject: members.subject.clone(),
        since,
        certainty: (SURE * (0.5 + 0.5 * ((alike - 0.5) / 0.4).clamp(0.0, 1.0))).min(MOST),
        evidence,
        against: Vec::new(),
        unchecked: (after.rung[0] == 0).then_some(Signal::RingTime).into_iter().collect(),
        actions: vec![Action::of(ActionId::CheckDialer), Action::of(ActionId::TestCalls)],
        confirm: vec![Check::SettingsChangedThatDay],
        rules_out: vec![Check::SettingsUnchanged, Check::TestCallShowsLabel],
        lost_conversations: None,
    })
}

fn change(series: &Series, spans: Spans) -> Option<f64> {
    let (after, before): (Sums, Sums) = spans.sums(series);
    let (now, then) = (after.voicemail(), before.voicemail());
    (now.of >= MEMBER_CALLS && then.of >= MEMBER_CALLS).then(|| Some(now.rate()? - then.rate()?))?
}
