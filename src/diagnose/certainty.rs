//! How sure a finding is, from 0 to 1: a product of what must all be true, each factor rising with its evidence.
//!
//! The probability that the fall is real comes from the tests; the other factors are judgements, written here so that
//! they can be read, and chosen so that a finding can be no surer than its weakest part.
//!
//! - real: 1 − p of the fall; where many were looked at, 1 − 4 q, where q is the larger p of its own fall and the one
//!   beside the others, adjusted for all of them (Benjamini–Hochberg).
//! - score: how far a score fell; with a flag, 1 − (1 − score) (1 − flag).
//! - rise: whether voicemail or rejection rose with it.

use super::signals::Signals;

/// An adjusted p is the part of false ones among all that are as extreme or more; among those just as extreme it is
/// several times larger, and an accusation must be weighed by the latter.
const LEAST_OF_MANY: f64 = 4.0;

/// How sure a change is that has this p, adjusted for all that were looked at.
pub fn real(p: f64) -> f64 {
    (1.0 - LEAST_OF_MANY * p).max(0.0)
}

/// Nobody can be surer from call logs: the label itself is never in them.
pub const MOST: f64 = 0.97;
/// From here on a suspicion is a finding.
pub const FINDING: f64 = 0.5;

/// Below this a finding is doubtful.
pub const SURE: f64 = 0.7;

/// A source says in so many words that the number is spam.
const FLAG: f64 = 0.9;
/// A fall of a score that just counts, and one that cannot be mistaken, with the points of the latter.
const SCORE: (f64, f64, f64) = (0.6, 0.95, 30.0);
/// What one or two readings before are worth against three or more.
const SCARCE_READINGS: [f64; 3] = [0.85, 0.9, 0.95];
/// Neither voicemail nor rejection is measured; both are, and neither rises.
const RISE_UNKNOWN: f64 = 0.85;
const NO_RISE: f64 = 0.55;

/// How sure it is that the number's standing fell: 0 without a fall of the score and without a flag.
pub fn standing(signals: &Signals) -> f64 {
    let score = signals.score.as_ref().filter(|score| score.falls).map_or(0.0, |score| {
        let depth = (-score.change() / SCORE.2).clamp(0.0, 1.0);
        let scarce = SCARCE_READINGS.get(score.readings_before).copied().unwrap_or(1.0);
        (SCORE.0 + (SCORE.1 - SCORE.0) * depth) * scarce
    });
    let flag = if signals.is_flagged() { FLAG } else { 0.0 };
    1.0 - (1.0 - score) * (1.0 - flag)
}

/// Whether voicemail or rejection rose: the stronger of the two.
pub fn rise(signals: &Signals) -> f64 {
    let rise = [signals.voicemail, signals.refusal].into_iter().flatten().map(|shift| shift.rise()).reduce(f64::max);
    rise.map_or(RISE_UNKNOWN, |rise| NO_RISE + (1.0 - NO_RISE) * rise)
}
