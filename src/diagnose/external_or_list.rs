//! Scenario 1 of the article: answers fall, the score holds. The article waits 48 hours, and elsewhere says that a
//! sudden fall is almost always reputation; what decides is whether all numbers fall alike, fresh ones included.
//!
//! Certainty: (1 − 4 p of the fall without the numbers that have a finding of their own) × alike × score × fresh × rise.
//! - alike: 1 where nine of ten numbers went down, 0.55 where half did, as by chance; 0.65 where it cannot be seen.
//! - score: the part of the known scores that does not fall; 0.85 where none is known.
//! - fresh: 0.75 where fresh numbers do well; 0.97 where there are none.
//! - rise: 0.85 where voicemail (among the calls that nobody answered) or rejection rises with it, as it would behind a
//!   label on all numbers.

use super::{
    certainty::{self, MOST},
    crowd::Crowd,
    finding::{Action, ActionId, Check, Diagnosis, Evidence, Finding, Signal},
    shift::Shift,
};

const ALIKE_UNKNOWN: f64 = 0.65;
const ALIKE_BY_CHANCE: f64 = 0.55;
const SCORE_UNKNOWN: f64 = 0.85;
const FRESH_WELL: f64 = 0.75;
const FRESH_UNKNOWN: f64 = 0.97;
const REFUSED: f64 = 0.85;
/// The article's 48 hours.
const WAIT_DAYS: u32 = 2;

/// The rest of the crowd falls, and its scores do not. `p` is that of the fall, adjusted for all crowds looked at.
pub fn diagnose(crowd: &Crowd, p: f64) -> Option<Finding> {
    let [known, falling] = crowd.scores;
    if !crowd.falls || falling * 2 > known {
        return None;
    }
    let score = if known > 0 { 1.0 - falling as f64 / known as f64 } else { SCORE_UNKNOWN };
    let fresh = match crowd.fresh {
        None => FRESH_UNKNOWN,
        Some(fresh) if fresh.points.value < 0.0 => 1.0,
        Some(_) => FRESH_WELL,
    };
    let refused = [crowd.voicemail, crowd.refusal].into_iter().flatten().any(|shift| shift.rises());
    let rise = if refused { REFUSED } else { 1.0 };
    let certainty = (certainty::real(p) * alike(crowd) * score * fresh * rise).min(MOST);
    let (evidence, against) = evidence(crowd);
    Some(Finding {
        diagnosis: Diagnosis::ExternalOrList,
        scope: crowd.subject.scope(),
        subject: crowd.subject.clone(),
        since: crowd.fell_on.unwrap_or(crowd.spans.recent[0]),
        certainty,
        evidence,
        against,
        unchecked: unchecked(crowd),
        actions: vec![Action::for_days(ActionId::Wait, WAIT_DAYS), Action::of(ActionId::CheckLeads)],
        confirm: vec![Check::RecoversByItself, Check::FreshNumberFallsToo, Check::CalendarExplains],
        rules_out: vec![Check::FreshNumberDoesWell, Check::TestCallShowsLabel],
        lost_conversations: crowd.lost,
    })
}

/// How sure it is that the numbers fall alike.
pub fn alike(crowd: &Crowd) -> f64 {
    crowd
        .alike
        .map_or(ALIKE_UNKNOWN, |down| ALIKE_BY_CHANCE + (1.0 - ALIKE_BY_CHANCE) * ((down - 0.5) / 0.4).clamp(0.0, 1.0))
}

/// Evidence for and against a fall that many share.
pub fn evidence(crowd: &Crowd) -> (Vec<Evidence>, Vec<Evidence>) {
    let days = crowd.spans.recent;
    let mut evidence = vec![crowd.answer.evidence(Signal::AnswerRate, days)];
    let mut against = Vec::new();
    if let Some((points, _)) = crowd.beside {
        evidence.push(Evidence::of(Signal::AnswerRateVsPool, points, crowd.rest.n, days));
    }
    if let Some(down) = crowd.alike {
        let share = Evidence::plain(Signal::NumbersDown, down * 100.0, crowd.judged, days);
        if down > 0.75 { &mut evidence } else { &mut against }.push(share);
    }
    if let Some(fresh) = crowd.fresh {
        let told = fresh.evidence(Signal::FreshNumbers, days);
        if fresh.points.value < 0.0 { &mut evidence } else { &mut against }.push(told);
    }
    let [known, falling] = crowd.scores;
    if known > 0 {
        let share = Evidence::plain(Signal::ScoresDown, 100.0 * falling as f64 / known as f64, known, days);
        if falling == 0 { &mut evidence } else { &mut against }.push(share);
    }
    let refused = [(Signal::VoicemailOfUnanswered, crowd.voicemail), (Signal::RejectionRate, crowd.refusal)];
    for (signal, shift) in refused {
        against.extend(shift.filter(Shift::rises).map(|shift| shift.evidence(signal, days)));
    }
    let fell = crowd.conversion.filter(|shift| shift.points.is_below_zero());
    evidence.extend(fell.map(|shift| shift.evidence(Signal::ConversionRate, days)));
    (evidence, against)
}

/// What these files do not tell of a crowd.
pub fn unchecked(crowd: &Crowd) -> Vec<Signal> {
    let looked_at = [
        (Signal::NumbersDown, crowd.alike.is_some()),
        (Signal::FreshNumbers, crowd.fresh.is_some()),
        (Signal::Score, crowd.scores[0] > 0),
        (Signal::VoicemailRate, crowd.voicemail.is_some()),
        (Signal::RejectionRate, crowd.refusal.is_some()),
        (Signal::ConversionRate, crowd.conversion.is_some()),
    ];
    looked_at.into_iter().filter(|(_, done)| !done).map(|(signal, _)| signal).collect()
}
