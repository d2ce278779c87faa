//! What most numbers have, the account has: said once for all, beside the numbers themselves.

use super::{
    crowd::Crowd,
    external_or_list::{evidence, unchecked},
    finding::{Action, ActionId, Check, Diagnosis, Finding},
};
use crate::model::order;

/// Numbers that make a crowd.
const LEAST: usize = 3;

/// The account is blacklisted or degrades where more than half of its numbers do. Certainty: the median of theirs.
pub fn diagnose(crowd: &Crowd, diagnosis: Diagnosis, of_numbers: &[&Finding], numbers: usize) -> Option<Finding> {
    if of_numbers.len() < LEAST || of_numbers.len() * 2 <= numbers {
        return None;
    }
    let mut certainties: Vec<f64> = of_numbers.iter().map(|finding| finding.certainty).collect();
    order::sort_figures(&mut certainties);
    let mut since: Vec<_> = of_numbers.iter().map(|finding| finding.since).collect();
    order::sort(&mut since);
    let (mut told, against) = evidence(crowd);
    told.extend(against);
    let (actions, confirm) = if diagnosis == Diagnosis::Blacklisted {
        (
            vec![
                Action::for_days(ActionId::StopCalls, 30),
                Action::of(ActionId::StartRecovery),
                Action::of(ActionId::SwitchToSpares),
            ],
            vec![Check::SecondSourceFlags, Check::FreshNumberDoesWell],
        )
    } else {
        (
            vec![
                Action::of(ActionId::HalveVolume),
                Action::of(ActionId::Diversify),
                Action::of(ActionId::StartRecovery),
            ],
            vec![Check::SecondSourceFlags],
        )
    };
    Some(Finding {
        diagnosis,
        scope: crowd.subject.scope(),
        subject: crowd.subject.clone(),
        since: *since.get(since.len() / 2)?,
        certainty: *certainties.get(certainties.len() / 2)?,
        evidence: told,
        against: Vec::new(),
        unchecked: unchecked(crowd),
        actions,
        confirm,
        rules_out: vec![Check::SourceChanged, Check::NextReadingRecovers],
        lost_conversations: crowd.lost.filter(|_| diagnosis == Diagnosis::Blacklisted),
    })
}
