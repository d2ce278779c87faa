//! A number falls beyond what its pool does, and no score explains it: what the three diagnoses of a lone fall share.

use super::{
    case::{Case, Verdict},
    certainty,
    finding::{Action, ActionId, Check, Evidence, Signal},
    shift::Shift,
    signals::Signals,
};
use crate::kpi::chance::Interval;

/// Standard errors of a rise that gives a fall its name. With fewer answers a few more refusals are no news.
const NAMED: f64 = 2.5;
/// Of that, what voicemail must bring where the refusals that are missing bring the rest.
const LEAST_NAMED: f64 = 1.0;
/// Standard errors and points of calls that hardly rang: people, networks and the dialler make some of their own.
const HARDLY_RANG: (f64, f64) = (4.0, 5.0);
/// Standard errors of voicemail that count although calls ring as before.
const RANG: f64 = 5.0;
/// Fewer than five others to compare with.
const FEW_OTHERS: f64 = 0.85;
/// Nobody to compare with at all.
const NOBODY: f64 = 0.75;
/// It bears the calls of numbers that stopped, and its pool falls.
const LOADED: f64 = 0.4;
/// It reaches nobody at all: a label leaves some answers.
const SILENT: f64 = 0.5;
/// Landlines, which show no label, fall as much.
const LANDLINES_FALL: f64 = 0.8;

/// How sure it is that the number fell, and alone; `None` where it did not, or where its standing explains the fall.
pub fn certainty(case: &Case) -> Option<f64> {
    let signals = case.signals;
    if !signals.falls() || signals.score_falls() || signals.is_flagged() || signals.falls_alone() == Some(false) {
        return None;
    }
    let real = certainty::real(case.adjusted_p);
    let compared = signals.beside.as_ref().map_or(NOBODY, |beside| if beside.few { FEW_OTHERS } else { 1.0 });
    let lines = if landlines_fall_alike(case) { LANDLINES_FALL } else { 1.0 };
    // Calls of another kind explain it as well as a label would, and so do the calls of others.
    let load = if signals.is_loaded { LOADED } else { 1.0 };
    let silence = if signals.mute.is_some() { SILENT } else { 1.0 };
    Some(real * compared * lines * load * silence * (1.0 - signals.explained))
}

/// What happens to the calls that are not answered any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// They do not ring: they go to voicemail, or end, at once, and nobody is there to decline them.
    Filtered,
    /// People see something and decline.
    Refused,
}

/// What the calls show of it; `None` where no sign is clear of chance.
pub fn fate(signals: &Signals) -> Option<Fate> {
    let errors = |shift: Option<Shift>| shift.map_or(0.0, |shift| -shift.points.z_below(0.0));
    let (refused, voicemail) = (errors(signals.refusal), errors(signals.voicemail_of_unanswered));
    // A label leaves as many refusals, or more; a filter takes its part of them. Two signs of one error each are one of √2.
    let both = (voicemail - errors(signals.declined)) / std::f64::consts::SQRT_2;
    let together = if voicemail >= LEAST_NAMED { voicemail.max(both) } else { 0.0 };
    let (clear, points) = HARDLY_RANG;
    let hardly_rang = signals.hardly_rang.filter(|shift| shift.points.value >= points);
    let silence = Some(errors(hardly_rang)).filter(|errors| *errors >= clear && refused < NAMED);
    let filtered = match (silence, signals.hardly_rang) {
        (Some(errors), _) => together.max(errors),
        // Calls that rang before voicemail took them were not filtered, where the file is right about that.
        (None, Some(_)) if together < RANG => 0.0,
        (None, _) => together,
    };
    if filtered.max(refused) < NAMED {
        None
    } else if filtered >= refused {
        Some(Fate::Filtered)
    } else {
        Some(Fate::Refused)
    }
}

/// Evidence for and against that a lone fall always has.
pub fn verdict(case: &Case) -> Verdict {
    let signals = case.signals;
    // The warning weighs log-odds, day by day; where the points of the whole span do not show it, that is said.
    let is_unseen = |it: &Evidence| it.signal == Signal::AnswerRateVsPool && it.high.is_some_and(|high| high >= 0.0);
    let (unseen, mut evidence): (Vec<_>, Vec<_>) = case.answer().into_iter().partition(is_unseen);
    let mut against: Vec<Evidence> = unseen.into_iter().chain(case.score()).chain(case.flag()).collect();
    let (rose, _) = case.refused();
    evidence.extend(rose);
    if let Some(lines) = mobile_against_landline(case) {
        let days = signals.days();
        let n = signals.lines.map_or(0, |[mobile, _]| mobile.n);
        let told = Evidence::of(Signal::MobileAnswerRate, lines, n, days);
        if landlines_fall_alike(case) {
            against.push(told);
        } else if lines.is_below_zero() {
            evidence.push(told);
        }
    }
    if let (Some(shift), Some(conversion)) = (signals.conversion, case.conversion()) {
        // A fall that may be chance speaks for nothing.
        if shift.points.is_below_zero() {
            against.push(conversion);
        } else if shift.points.value >= 0.0 {
            evidence.push(conversion);
        }
    }
    evidence.extend(case.causes());
    Verdict {
        evidence,
        against,
        confirm: vec![Check::TestCallShowsLabel, Check::MobilesFallLandlinesHold, Check::FreshNumberDoesWell],
        rules_out: vec![Check::TestCallsRingNormally, Check::LandlinesFallToo, Check::OthersFallToo],
        ..Verdict::default()
    }
}

/// What to do where a label or a filter shows: rest the number, and have it looked at.
pub fn rest(case: &Case) -> Vec<Action> {
    vec![
        Action::for_days(ActionId::StopCalls, 30),
        case.switch_to_spares(),
        Action::of(ActionId::TestCalls),
        Action::of(ActionId::StartRecovery),
        Action::of(ActionId::ImportCheck),
    ]
}

fn mobile_against_landline(case: &Case) -> Option<Interval> {
    let [mobile, landline] = case.signals.lines?;
    Some(mobile.points.minus(landline.points))
}

fn landlines_fall_alike(case: &Case) -> bool {
    let landlines = case.signals.lines.is_some_and(|[_, landline]| landline.points.is_below_zero());
    landlines && mobile_against_landline(case).is_some_and(|lines| !lines.is_below_zero())
}
