//! What the outcome words of a file mean: the user's own first, then the list in `words.rs`.

use rustc_hash::FxHashMap;

use super::{
    fold::fold,
    words::{Entry, MACHINES, Meaning, PARTS, Traits, WORDS},
};
use crate::model::{Outcome, Settings};

/// Which kind of column a word stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// What became of the call.
    Status,
    /// What became of the call, among results of conversations (`Statut`: REFUS, RDV, NRP).
    Mixed,
    /// What came of the conversation.
    Result,
}

/// The words of one analysis: the list below, under the user's own.
#[derive(Clone, Debug)]
pub struct Lexicon {
    words: FxHashMap<&'static str, Meaning>,
    chosen: FxHashMap<String, Outcome>,
    conversions: Vec<String>,
    no_conversions: Vec<String>,
}

impl Lexicon {
    /// The list, and the words that the user has assigned.
    pub fn new(settings: &Settings) -> Self {
        Self::with(settings, &[])
    }

    /// The same under an exporter's own words.
    pub fn with(settings: &Settings, own: &[Entry]) -> Self {
        let mut words = FxHashMap::default();
        for (outcome, traits, list) in WORDS.iter().chain(own) {
            for word in *list {
                words.insert(*word, Meaning { outcome: *outcome, traits: *traits });
            }
        }
        let chosen = settings.words.iter().map(|(word, outcome)| (fold(word), *outcome)).collect();
        let folded = |words: &[String]| words.iter().map(|word| fold(word)).collect();
        let (conversions, no_conversions) = (folded(&settings.conversions), folded(&settings.no_conversions));
        Self { words, chosen, conversions, no_conversions }
    }

    /// The meaning of a cell. A list of tags means what its strongest tag means. `None`: nobody has assigned it.
    pub fn read(&self, cell: &str, place: Place) -> Option<Meaning> {
        const MARKS: [char; 4] = [',', ';', '|', '/'];
        if !cell.contains(MARKS) || self.is_word(&fold(cell)) {
            return self.one(cell, place);
        }
        let parts = cell.split(MARKS).filter_map(|part| self.one(part, place));
        let strongest = parts.reduce(|best, next| {
            let traits = best.traits.and(next.traits);
            let outcome = if rank(next) > rank(best) { next.outcome } else { best.outcome };
            Meaning { outcome, traits }
        });
        strongest.or_else(|| self.one(cell, place))
    }

    /// Whether the list or the user knows the whole word.
    fn is_word(&self, word: &str) -> bool {
        self.words.contains_key(word)
            || self.chosen.contains_key(word)
            || self.conversions.iter().any(|conversion| conversion == word)
    }

    fn one(&self, cell: &str, place: Place) -> Option<Meaning> {
        let word = fold(cell);
        let meaning = self.assigned(&word, place)?;
        let traits = meaning.traits;
        let denied = self.no_conversions.contains(&word);
        Some(Meaning { traits: if denied { traits.without(Traits::CONVERTED) } else { traits }, ..meaning })
    }

    fn assigned(&self, word: &str, place: Place) -> Option<Meaning> {
        let converted = self.conversions.iter().any(|one| one == word);
        if let Some(outcome) = self.chosen.get(word) {
            let known = self.words.get(word).map(|meaning| meaning.traits).unwrap_or_default();
            let kept = known.only(Traits::CONVERTED.and(Traits::DROPPED));
            let person = if known.has(Traits::PERSON) || matches!(outcome, Outcome::Answered | Outcome::Voicemail) {
                Traits::PERSON
            } else {
                Traits::default()
            };
            let traits = kept.and(person).and(if converted { Traits::CONVERTED } else { Traits::default() });
            return Some(Meaning { outcome: Some(*outcome), traits });
        }
        let mut meaning = self.words.get(word).copied().or_else(|| by_part(word));
        if converted {
            let known = meaning.unwrap_or_default();
            meaning = Some(Meaning {
                outcome: Some(Outcome::Answered),
                traits: known.traits.and(Traits::PERSON).and(Traits::CONVERTED).and(Traits::RESULT),
            });
        }
        let mut meaning = meaning?;
        if place != Place::Status && meaning.traits.has(Traits::REFUSAL) {
            meaning = Meaning { outcome: Some(Outcome::Answered), traits: meaning.traits.and(Traits::PERSON) };
        }
        if place == Place::Result {
            meaning.traits = meaning.traits.and(Traits::PERSON);
        }
        Some(meaning)
    }
}

/// Of several tags on one call, a machine says more than a human, a human more than silence, and of silences the one
/// that says why.
const fn rank(meaning: Meaning) -> u8 {
    match meaning.outcome {
        Some(Outcome::Voicemail) => 5,
        Some(Outcome::Answered) => 4,
        Some(Outcome::NoAnswer) => 2,
        Some(_) => 3,
        None => 1,
    }
}

/// Words that tell whatever stands around them.
fn by_part(word: &str) -> Option<Meaning> {
    let person = |outcome| Some(Meaning { outcome: Some(outcome), traits: Traits::PERSON });
    let status = |outcome| {
        let traits = if outcome == Outcome::Rejected { Traits::REFUSAL } else { Traits::default() };
        Some(Meaning { outcome: Some(outcome), traits })
    };
    if word.starts_with("machine") {
        return person(Outcome::Voicemail);
    }
    if let Some(cause) = word.strip_prefix("huc").filter(|cause| !cause.is_empty()) {
        return Some(Meaning { outcome: super::causes::of_cause(cause), traits: Traits::default() });
    }
    for (part, outcome) in MACHINES {
        if word.contains(part) {
            return person(*outcome);
        }
    }
    PARTS.iter().find(|(part, _)| word.contains(part)).and_then(|(_, outcome)| status(*outcome))
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, Place, Traits};
    use crate::model::{Outcome, Settings};

    fn outcome(word: &str, place: Place) -> Option<Outcome> {
        Lexicon::new(&Settings::default()).read(word, place).and_then(|meaning| meaning.outcome)
    }

    #[test]
    fn a_refusal_is_a_rejection_in_a_status_and_an_answer_in_a_result() {
        assert_eq!(outcome("Refusé", Place::Status), Some(Outcome::Rejected));
        assert_eq!(outcome("Refusé", Place::Result), Some(Outcome::Answered));
        assert_eq!(outcome("REFUS", Place::Result), Some(Outcome::Answered));
    }

    #[test]
    fn a_machine_in_a_list_of_tags_decides() {
        assert_eq!(outcome("VIP, Répondeur", Place::Result), Some(Outcome::Voicemail));
        assert_eq!(outcome("Répondeur - message laissé", Place::Status), Some(Outcome::Voicemail));
        assert_eq!(outcome("machine_end_beep", Place::Status), Some(Outcome::Voicemail));
        assert_eq!(outcome("VIP", Place::Result), None);
        assert_eq!(outcome("outbound,unanswered,cancelled", Place::Status), Some(Outcome::Canceled));
        assert_eq!(outcome("Call unanswered", Place::Status), Some(Outcome::NoAnswer));
        assert_eq!(outcome("Answered by human", Place::Status), Some(Outcome::Answered));
        assert_eq!(outcome("Caller ID Blocked", Place::Status), Some(Outcome::Blocked));
        assert_eq!(outcome("Non réponse", Place::Status), Some(Outcome::NoAnswer));
        assert_eq!(outcome("Rang out", Place::Status), Some(Outcome::NoAnswer));
        assert_eq!(outcome("Call canceled by user", Place::Status), Some(Outcome::Canceled));
        assert_eq!(outcome("R√©pondeur", Place::Status), Some(Outcome::Voicemail));
    }

    #[test]
    fn the_users_words_come_first() {
        let settings = Settings {
            words: [("blip".to_owned(), Outcome::Blocked), ("ANSWERED".to_owned(), Outcome::Voicemail)].into(),
            conversions: vec!["Devis signé".to_owned()],
            ..Settings::default()
        };
        let lexicon = Lexicon::new(&settings);
        let read = |word| lexicon.read(word, Place::Status);
        assert_eq!(read("Blip").and_then(|meaning| meaning.outcome), Some(Outcome::Blocked));
        assert_eq!(read("answered").and_then(|meaning| meaning.outcome), Some(Outcome::Voicemail));
        let denying = Settings { no_conversions: vec!["RDV".to_owned()], ..Settings::default() };
        let rdv = Lexicon::new(&denying).read("RDV", Place::Result);
        assert!(rdv.is_some_and(|meaning| meaning.outcome == Some(Outcome::Answered)));
        assert!(rdv.is_some_and(|meaning| !meaning.traits.has(Traits::CONVERTED)));
        assert!(read("devis signe").is_some_and(|meaning| meaning.traits.has(Traits::CONVERTED)));
    }
}
