//! As many pick up as before and fewer say yes: the offer, the script, or who is on the list. Not the numbers.
//!
//! Conversions are few, and agents, lists and days move them: the fall must be clear of chance and of how far its days scatter.
//!
//! Certainty: (1 − 4 p of the fall of conversions) × the probability that the answer rate did not fall by more than 5 points
//! × 0.85.

use super::{
    certainty,
    crowd::Crowd,
    external_or_list::unchecked,
    finding::{Action, ActionId, Check, Diagnosis, Finding, Signal},
    scatter::errors,
};
use crate::kpi::{Series, Sums, chance::upper_tail};

const SURE: f64 = 0.85;
/// The part of the conversions that must be missing.
const MISSING: f64 = 0.2;
/// Standard errors of the fall. Every account is asked, every day, and few have changed their offer.
const CLEAR: f64 = 3.0;

/// Conversions among answered calls fall, answers hold.
pub fn diagnose(crowd: &Crowd, series: &Series) -> Option<Finding> {
    let conversion = crowd.conversion.filter(|shift| shift.points.is_below_zero())?;
    if crowd.falls || -conversion.points.value < MISSING * conversion.before {
        return None;
    }
    let errors = -errors(series, crowd.spans, 1, Sums::conversion_of_answered)?;
    let errors = errors.min(conversion.points.z_below(0.0));
    if errors < CLEAR {
        return None;
    }
    let days = crowd.spans.recent;
    Some(Finding {
        diagnosis: Diagnosis::OfferOrScript,
        scope: crowd.subject.scope(),
        subject: crowd.subject.clone(),
        since: days[0],
        certainty: certainty::real(upper_tail(errors)) * crowd.answer.holds() * SURE,
        evidence: vec![
            conversion.evidence(Signal::ConversionRate, days),
            crowd.answer.evidence(Signal::AnswerRate, days),
        ],
        against: Vec::new(),
        unchecked: unchecked(crowd),
        actions: vec![Action::of(ActionId::ListenToCalls), Action::of(ActionId::CheckLeads)],
        confirm: vec![Check::FreshNumberFallsToo],
        rules_out: vec![Check::SameDayInBothFiles],
        lost_conversations: None,
    })
}
