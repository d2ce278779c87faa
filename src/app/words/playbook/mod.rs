//! The playbooks: for each diagnosis what to do today, whom to tell, how to recover, how to rest and warm up, and what
//! keeps it from coming back. A diagnosis without its playbook does not compile.
//!
//! Delays and volumes that no source proves are said as habits of the trade, never as rules.

mod files;
mod label;
mod leads;
mod load;
mod other;
mod route;

use super::{Phrase, phrase};
use crate::diagnose::Diagnosis;

/// What to do about one diagnosis, in both languages. Each list is in its order.
#[derive(Clone, Copy, Debug)]
pub struct Playbook {
    /// Today.
    pub today: &'static [Phrase],
    /// Who is told, and when it goes one level up.
    pub escalate: &'static [Phrase],
    /// The way back.
    pub recover: &'static [Phrase],
    /// Rest and warm-up.
    pub rest: &'static [Phrase],
    /// What keeps it from coming back.
    pub practice: &'static [Phrase],
}

/// The playbook of a diagnosis.
pub const fn playbook(diagnosis: Diagnosis) -> Playbook {
    match diagnosis {
        Diagnosis::Blacklisted => label::BLACKLISTED,
        Diagnosis::VisibleLabel => label::VISIBLE_LABEL,
        Diagnosis::SilentFiltering => label::SILENT_FILTERING,
        Diagnosis::EarlyLabel => label::EARLY_LABEL,
        Diagnosis::Contamination => label::CONTAMINATION,
        Diagnosis::PrefixLabelling => label::PREFIX_LABELLING,
        Diagnosis::Degrading => load::DEGRADING,
        Diagnosis::VolumeTriggered => load::VOLUME_TRIGGERED,
        Diagnosis::WarmUpFailure => load::WARM_UP_FAILURE,
        Diagnosis::DormantReuse => load::DORMANT_REUSE,
        Diagnosis::ComplaintCluster => load::COMPLAINT_CLUSTER,
        Diagnosis::ExternalOrList => other::EXTERNAL_OR_LIST,
        Diagnosis::DataArtefact => files::DATA_ARTEFACT,
        Diagnosis::DetectionOrTimeout => files::DETECTION_OR_TIMEOUT,
        Diagnosis::DeadNumbers => leads::DEAD_NUMBERS,
        Diagnosis::RouteFault => route::ROUTE_FAULT,
        Diagnosis::OfferOrScript => other::OFFER_OR_SCRIPT,
        Diagnosis::Schedule => other::SCHEDULE,
        Diagnosis::OverRecycledLeads => leads::OVER_RECYCLED_LEADS,
        Diagnosis::OtherLines => leads::OTHER_LINES,
        Diagnosis::Saturation => leads::SATURATION,
        Diagnosis::AgentOrScript => other::AGENT_OR_SCRIPT,
        Diagnosis::TechnicallyBlocked => route::TECHNICALLY_BLOCKED,
        Diagnosis::CarrierChange => route::CARRIER_CHANGE,
        Diagnosis::LabelGap => label::LABEL_GAP,
        Diagnosis::UnevenNumbers => label::UNEVEN_NUMBERS,
        Diagnosis::OverloadSpiral => load::OVERLOAD_SPIRAL,
    }
}

const NO_REST: &[Phrase] = &[phrase(
    "Nothing to rest: the numbers are not at fault. Resting them now would load the others for nothing.",
    "Rien à mettre au repos\u{a0}: les numéros ne sont pas en cause. Les arrêter chargerait les autres pour rien.",
)];

pub const TODAY: Phrase = phrase("Today", "Aujourd’hui");
pub const ESCALATE: Phrase = phrase("Tell, and escalate", "Prévenir, puis faire remonter");
pub const RECOVER: Phrase = phrase("Recover", "Rétablir");
pub const REST: Phrase = phrase("Rest and warm up", "Repos et montée en charge");
pub const PRACTICE: Phrase = phrase("Keep it from coming back", "Éviter que cela revienne");

#[cfg(test)]
mod tests {
    use super::playbook;
    use crate::{app::words::Lang, diagnose::Diagnosis};

    #[test]
    fn every_diagnosis_has_a_whole_playbook_in_both_languages() {
        for diagnosis in Diagnosis::ALL {
            let book = playbook(diagnosis);
            for list in [book.today, book.escalate, book.recover, book.rest, book.practice] {
                assert!(!list.is_empty(), "{diagnosis:?}");
                for step in list {
                    for lang in Lang::ALL {
                        assert!(step.to(lang).ends_with('.'), "{}", step.to(lang));
                    }
                    assert_ne!(step.en, step.fr);
                }
            }
        }
    }

    #[test]
    fn french_sets_its_signs_apart_with_a_space_that_does_not_break() {
        for diagnosis in Diagnosis::ALL {
            let book = playbook(diagnosis);
            for step in [book.today, book.escalate, book.recover, book.rest, book.practice].concat() {
                let letters: Vec<char> = step.fr.chars().collect();
                let breaks =
                    |pair: &[char]| matches!(pair, [' ', ':' | ';' | '?' | '!' | '%' | '»'] | ['«', ' '] | [_, '\'']);
                assert!(!letters.windows(2).any(breaks), "{}", step.fr);
            }
        }
    }
}
