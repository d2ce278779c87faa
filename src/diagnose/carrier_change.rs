//! All numbers fall alike, it lasts for more than three active days, and the calls say what kind of fall it is: mobiles lose
//! answers and landlines hold, or refusals or voicemail rise with it, as behind a label on all of them. A carrier, an
//! app or the phones' own system treats the whole account otherwise. Without such a sign it stays `external_or_list`, whose
//! list, holiday or strike mobiles and landlines share.
//!
//! Days fall on mobiles and landlines alike, so that the two beside each other tell more than all calls together: where
//! they differ and most numbers went down, the account as a whole need not be seen to fall.
//!
//! Certainty: (1 − 4 p of the fall, or of mobiles beside landlines) × alike × that of the sign (mobiles 0.85, refusals 0.75, voicemail 0.65, the most of
//! them) × the part of the known scores that does not fall.

use super::{
    certainty::{MOST, real},
    crowd::Crowd,
    external_or_list::{alike, evidence, unchecked},
    finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal},
    mixed::Mixed,
    shift::Shift,
    strata::Strata,
};
use crate::kpi::chance::{Interval, upper_tail};

/// Active days that it must have lasted; calls of such a day.
const LEAST_DAYS: usize = 4;
const ACTIVE_CALLS: u32 = 5;
/// Standard errors and points of a sign.
const CLEAR: f64 = 3.0;
const MOBILE_POINTS: f64 = 5.0;
const REFUSED_POINTS: f64 = 3.0;
const VOICEMAIL_POINTS: f64 = 5.0;
/// The part of the numbers that must have gone down.
const MOST_DOWN: f64 = 0.75;
/// What landlines may lose, as a part of what mobiles do.
const LANDLINES_HOLD: f64 = 0.4;
const MOBILES: f64 = 0.85;
const REFUSALS: f64 = 0.75;
const VOICEMAIL: f64 = 0.65;

/// A fall of all that shows such a sign. `p` is that of the fall, adjusted for all crowds looked at.
pub fn diagnose(crowd: &Crowd, mixed: &Mixed, p: f64) -> Option<Finding> {
    let [known, falling] = crowd.scores;
    let since = crowd.fell_on.unwrap_or(crowd.spans.recent[0]);
    let has_lasted = mixed.series.was_active([since, crowd.spans.recent[1]], LEAST_DAYS, ACTIVE_CALLS);
    if !has_lasted || falling * 2 > known {
        return None;
    }
    let rose = |shift: Option<Shift>, least: f64| {
        shift.filter(|shift| shift.points.value >= least && -shift.points.z_below(0.0) >= CLEAR)
    };
    let (refusals, voicemail) = (rose(crowd.refusal, REFUSED_POINTS), rose(crowd.voicemail, VOICEMAIL_POINTS));
    let lines = lines(mixed);
    let mobiles = lines.filter(|lines| is_mobile(*lines)).map(apart);
    let p = mobiles.map_or(p, |points| p.min(upper_tail(points.z_below(0.0))));
    let is_everywhere = match mobiles {
        Some(_) => crowd.alike.is_some_and(|down| down >= MOST_DOWN),
        None => crowd.falls && crowd.falls_everywhere,
    };
    let signs = [mobiles.map(|_| MOBILES), refusals.map(|_| REFUSALS), voicemail.map(|_| VOICEMAIL)];
    let sign = signs.into_iter().flatten().reduce(f64::max).filter(|_| is_everywhere)?;
    let days = crowd.spans.recent;
    let is_sign = |signal| matches!(signal, Signal::RejectionRate | Signal::VoicemailOfUnanswered);
    let (mut told, mut against) = evidence(crowd);
    against.retain(|it| !is_sign(it.signal));
    let n = lines.map_or(0, |[mobile, _]| mobile.n);
    told.extend(mobiles.map(|points| Evidence::of(Signal::MobileAnswerRate, points, n, days)));
    told.extend(refusals.map(|shift| shift.evidence(Signal::RejectionRate, days)));
    told.extend(voicemail.map(|shift| shift.evidence(Signal::VoicemailOfUnanswered, days)));
    if mobiles.is_none() {
        against.extend(lines.map(|lines| Evidence::of(Signal::MobileAnswerRate, apart(lines), n, days)));
    }
    let scores = if known > 0 { 1.0 - falling as f64 / known as f64 } else { 1.0 };
    let mut unchecked = unchecked(crowd);
    unchecked.extend(lines.is_none().then_some(Signal::MobileAnswerRate));
    unchecked.push(Signal::Carrier);
    Some(Finding {
        diagnosis: Diagnosis::CarrierChange,
        scope: crowd.subject.scope(),
        subject: crowd.subject.clone(),
        since,
        certainty: (real(p) * alike(crowd) * sign * scores).min(MOST),
        evidence: told,
        against,
        unchecked,
        actions: vec![
            Action::of(ActionId::TestCalls),
            Action::of(ActionId::CallCarrier),
            Action::of(ActionId::RegisterName),
        ],
        confirm: vec![Check::FreshNumberFallsToo, Check::TestCallShowsLabel, Check::MobilesFallLandlinesHold],
        rules_out: vec![Check::SettingsChangedThatDay, Check::CalendarExplains, Check::LandlinesFallToo],
        lost_conversations: crowd.lost,
    })
}

/// Mobiles and landlines, where both are told.
fn lines(mixed: &Mixed) -> Option<[Shift; 2]> {
    let lines = Strata::of_lines(mixed.series, mixed.spans)?;
    Some([lines.class("mobile")?.0, lines.class("landline")?.0])
}

fn apart([mobile, landline]: [Shift; 2]) -> Interval {
    mobile.points.minus(landline.points)
}

fn is_mobile(lines: [Shift; 2]) -> bool {
    let [mobile, landline] = lines;
    let apart = apart(lines);
    apart.value <= -MOBILE_POINTS
        && apart.z_below(0.0) >= CLEAR
        && landline.points.value > LANDLINES_HOLD * mobile.points.value
}
