//! The hours or the weekdays of the calls: they have moved to hours at which fewer people answer, or one part of the day
//! or one weekday alone falls. The numbers are not to blame.
//!
//! Certainty: that of what the hours explain (`strata`); of a weekday, × 0.9.

use super::{
    finding::{Action, ActionId, Check, Diagnosis, Finding},
    mixed::{Mixed, Verdict},
    strata::Strata,
};
use crate::{kpi::Spans, model::Day};

/// Active days in the later span of weekdays, and in the one before.
const WEEKDAY_DAYS: [usize; 2] = [20, 40];
const WEEKDAY: f64 = 0.9;
const ACTIVE_CALLS: u32 = 5;

/// By part of the day, else by weekday.
pub fn diagnose(mixed: &Mixed) -> Option<Finding> {
    let by_hour = Strata::of_hours(mixed.mixes, mixed.spans, mixed.calls());
    let by_hour = by_hour.and_then(|hours| hours.moved().or_else(|| hours.alone()));
    let explained = by_hour.or_else(|| {
        let weekdays = Strata::of_weekdays(mixed.series, weekday_spans(mixed)?)?.alone()?;
        Some(super::strata::Explained { certainty: weekdays.certainty * WEEKDAY, ..weekdays })
    })?;
    let verdict = Verdict {
        diagnosis: Diagnosis::Schedule,
        evidence: Vec::new(),
        against: Vec::new(),
        actions: vec![Action::of(ActionId::MoveSlots)],
        confirm: vec![Check::OtherHoursHold, Check::CalendarExplains],
        rules_out: vec![Check::AllHoursFall, Check::TestCallShowsLabel],
    };
    Some(mixed.finding(explained, verdict))
}

/// Weekdays need longer spans: each comes once a week.
fn weekday_spans(mixed: &Mixed) -> Option<Spans> {
    let [recent, before] = WEEKDAY_DAYS;
    let days = mixed.series.last_active(mixed.spans.recent[1], recent + before, ACTIVE_CALLS);
    let (first, border, last): (Day, Day, Day) = (*days.first()?, *days.get(before)?, *days.last()?);
    (days.len() == recent + before).then_some(Spans { recent: [border, last], before: [first, border - 1] })
}
