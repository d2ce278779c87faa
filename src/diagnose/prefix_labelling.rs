//! A label on a whole prefix block: its numbers fall together, beyond what the others of the same campaigns do, and most of them
//! not enough to be seen alone. Blocks are labelled as blocks.
//!
//! Certainty: (1 − 4 p, adjusted for all blocks, of the fall relative to the others) × alike × 0.9 with stable scores,
//! × 0.75 without scores.

use super::{
    certainty,
    crowd::Crowd,
    external_or_list::{alike, evidence, unchecked},
    finding::{Action, ActionId, Check, Diagnosis, Finding},
};

const SCORE_STABLE: f64 = 0.9;
const SCORE_UNKNOWN: f64 = 0.75;

/// The rest of the block falls, and alone.
pub fn diagnose(crowd: &Crowd, p: f64) -> Option<Finding> {
    let [known, falling] = crowd.scores;
    let (points, _) = crowd.beside?;
    if !crowd.falls || !points.is_below_zero() || falling * 2 > known {
        return None;
    }
    let score = if known > 0 { SCORE_STABLE } else { SCORE_UNKNOWN };
    let (evidence, against) = evidence(crowd);
    Some(Finding {
        diagnosis: Diagnosis::PrefixLabelling,
        scope: crowd.subject.scope(),
        subject: crowd.subject.clone(),
        since: crowd.fell_on.unwrap_or(crowd.spans.recent[0]),
        certainty: certainty::real(p) * alike(crowd) * score,
        evidence,
        against,
        unchecked: unchecked(crowd),
        actions: vec![
            Action::of(ActionId::HalveVolume),
            Action::of(ActionId::TestCalls),
            Action::of(ActionId::ImportCheck),
        ],
        confirm: vec![Check::TestCallShowsLabel, Check::MobilesFallLandlinesHold],
        rules_out: vec![Check::TestCallsRingNormally, Check::OthersFallToo],
        lost_conversations: crowd.lost,
    })
}
