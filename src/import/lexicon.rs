//! What outcome words mean, English and French, in folded form. One list; what is not in it is unclassified.

use rustc_hash::FxHashMap;

use super::fold::fold;
use crate::model::{Outcome, Settings};

/// What a word means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    /// The outcome; `None` for a word that says nothing about it.
    pub outcome: Option<Outcome>,
    /// What else it says.
    pub traits: Traits,
}

/// What else a word says, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits(u8);

impl Traits {
    /// A human or a machine was there: decides before any code or status.
    pub const PERSON: Self = Self(1);
    /// The objective was reached.
    pub const CONVERTED: Self = Self(2);
    /// The dialer dropped the call after the pick-up.
    pub const DROPPED: Self = Self(4);
    /// Answered only if there was a conversation.
    pub const IF_TALK: Self = Self(8);
    /// Never dialled, or not over yet.
    pub const NOT_DIALLED: Self = Self(16);
    /// In a result column: someone answered and said no.
    pub const REFUSAL: Self = Self(32);
    /// The outcome of a conversation: where such words stand is a result column.
    pub const RESULT: Self = Self(64);

    /// Whether all of `other` is said.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

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
}

impl Lexicon {
    /// The list, and the words that the user has assigned.
    pub fn new(settings: &Settings) -> Self {
        let mut words = FxHashMap::default();
        for (outcome, traits, list) in WORDS {
            for word in *list {
                words.insert(*word, Meaning { outcome: *outcome, traits: *traits });
            }
        }
        let chosen = settings.words.iter().map(|(word, outcome)| (fold(word), *outcome)).collect();
        let conversions = settings.conversions.iter().map(|word| fold(word)).collect();
        Self { words, chosen, conversions }
    }

    /// The meaning of a cell. A list of tags means what its strongest tag means. `None`: nobody has assigned it.
    pub fn read(&self, cell: &str, place: Place) -> Option<Meaning> {
        if let Some(meaning) = self.one(cell, place) {
            return Some(meaning);
        }
        let parts = cell.split([',', ';', '|', '/']).filter_map(|part| self.one(part, place));
        parts.reduce(|best, next| {
            let traits = best.traits.and(next.traits);
            let outcome = if rank(next) > rank(best) { next.outcome } else { best.outcome };
            Meaning { outcome, traits }
        })
    }

    fn one(&self, cell: &str, place: Place) -> Option<Meaning> {
        let word = fold(cell);
        let converted = self.conversions.contains(&word);
        if let Some(outcome) = self.chosen.get(&word) {
            let known = self.words.get(word.as_str()).map(|meaning| meaning.traits).unwrap_or_default();
            let kept = Traits(known.0 & (Traits::CONVERTED.0 | Traits::DROPPED.0));
            let person = if known.has(Traits::PERSON) || matches!(outcome, Outcome::Answered | Outcome::Voicemail) {
                Traits::PERSON
            } else {
                Traits::default()
            };
            let traits = kept.and(person).and(if converted { Traits::CONVERTED } else { Traits::default() });
            return Some(Meaning { outcome: Some(*outcome), traits });
        }
        let mut meaning = self.words.get(word.as_str()).copied().or_else(|| by_part(&word));
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

/// Of several tags on one call, a machine says more than a human, a human more than silence.
const fn rank(meaning: Meaning) -> u8 {
    match meaning.outcome {
        Some(Outcome::Voicemail) => 4,
        Some(Outcome::Answered) => 3,
        Some(_) => 2,
        None => 1,
    }
}

/// Words that tell whatever stands around them.
fn by_part(word: &str) -> Option<Meaning> {
    let person = |outcome| Some(Meaning { outcome: Some(outcome), traits: Traits::PERSON });
    let status = |outcome| Some(Meaning { outcome: Some(outcome), traits: Traits::default() });
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

const MACHINES: &[(&str, Outcome)] = &[
    ("repondeur", Outcome::Voicemail),
    ("messagerie", Outcome::Voicemail),
    ("voicemail", Outcome::Voicemail),
    ("voice mail", Outcome::Voicemail),
    ("answering machine", Outcome::Voicemail),
    ("boite vocale", Outcome::Voicemail),
];

const PARTS: &[(&str, Outcome)] = &[
    ("network blocked", Outcome::Blocked),
    ("pas de reponse", Outcome::NoAnswer),
    ("ne repond pas", Outcome::NoAnswer),
    ("non repondu", Outcome::NoAnswer),
    ("sans reponse", Outcome::NoAnswer),
    ("no answer", Outcome::NoAnswer),
    ("not answered", Outcome::NoAnswer),
    ("faux numero", Outcome::Invalid),
    ("numero invalide", Outcome::Invalid),
    ("non attribue", Outcome::Invalid),
    ("wrong number", Outcome::Invalid),
    ("invalid number", Outcome::Invalid),
    ("disconnected number", Outcome::Invalid),
];

type Entry = (Option<Outcome>, Traits, &'static [&'static str]);

const NONE: Traits = Traits(0);
const HUMAN: Traits = Traits(1 | 64);
const SALE: Traits = Traits(1 | 2 | 64);
const MACHINE: Traits = Traits::PERSON;
const REFUSED: Traits = Traits::REFUSAL;

/// Sources: `export-formats.md` §31, product.md. Single letters stand for VICIdial's statuses and for yes and no.
const WORDS: &[Entry] = &[
    (
        Some(Outcome::Answered),
        NONE,
        &[
            "yes",
            "oui",
            "y",
            "true",
            "vrai",
            "1",
            "answered",
            "answer",
            "connected",
            "call connected",
            "accepted",
            "call accepted",
            "picked up",
            "pickup",
            "succeeded",
            "success",
            "conversation",
            "decroche",
            "repondu",
            "appel repondu",
            "abouti",
            "sortant repondu",
            "entrant repondu",
            "outbound answered",
            "answered outbound",
            "blind transfered",
            "permanent transfered",
            "bridged",
            "talked",
            "ok",
            "traite",
            "contact",
        ],
    ),
    (Some(Outcome::Answered), Traits::IF_TALK, &["completed", "complete", "termine", "ended", "finished", "done"]),
    (
        Some(Outcome::NoAnswer),
        NONE,
        &[
            "no",
            "non",
            "n",
            "false",
            "faux",
            "0",
            "no answer",
            "noanswer",
            "na",
            "missed",
            "unanswered",
            "not answered",
            "no reply",
            "ring timeout",
            "timeout",
            "hang up",
            "queue timeout",
            "noanswer transfered",
            "sortant non repondu",
            "pas de reponse",
            "nrp",
            "injoignable",
            "ne repond pas",
            "non repondu",
            "sans reponse",
            "manque",
            "appel manque",
            "absent",
            "non decroche",
            "pas decroche",
            "non joint",
            "cpdna",
            "no response",
            "unreachable",
            "noresponse",
            "ring no answer",
            "rna",
        ],
    ),
    (
        Some(Outcome::Voicemail),
        MACHINE,
        &[
            "left voicemail",
            "voicemail",
            "voicemail answered",
            "aa",
            "am",
            "al",
            "answering machine",
            "machine",
            "repondeur",
            "messagerie",
            "messagerie vocale",
            "svyvm",
            "qvmail",
            "fax",
            "afax",
            "fax machine",
            "amd",
            "rep",
            "rpd",
            "vm",
            "boite vocale",
            "sent to voicemail",
            "left message",
            "message laisse",
            "greeting",
            "ivr",
            "svi",
            "standard automatique",
        ],
    ),
    (
        Some(Outcome::Rejected),
        REFUSED,
        &[
            "rejected",
            "reject",
            "declined",
            "decline",
            "refused",
            "refuse",
            "rejete",
            "rejetee",
            "refusee",
            "call rejected",
            "call declined",
        ],
    ),
    (Some(Outcome::Rejected), NONE, &["unwanted", "cpdrej"]),
    (
        Some(Outcome::Blocked),
        NONE,
        &["blocked", "system blocked", "network blocked", "bloque", "spam blocked", "call blocked", "filtered"],
    ),
    (
        Some(Outcome::Busy),
        NONE,
        &[
            "busy",
            "b",
            "ab",
            "cpdb",
            "user busy",
            "occupe",
            "ligne occupee",
            "line busy",
            "busy auto",
            "busy signal",
            "busy line",
            "fast busy",
        ],
    ),
    (
        Some(Outcome::Canceled),
        NONE,
        &[
            "canceled",
            "cancelled",
            "cancel",
            "annule",
            "annulee",
            "appel annule",
            "originator cancel",
            "caller canceled",
        ],
    ),
    (
        Some(Outcome::Invalid),
        NONE,
        &[
            "wrong number",
            "dc",
            "adc",
            "adct",
            "operator intercept",
            "unallocated number",
            "invalid number format",
            "cpdinv",
            "faux numero",
            "numero invalide",
            "invalid number",
            "invalid",
            "invalide",
            "disconnected number",
            "numero non attribue",
            "cpdsi",
            "cpdsv",
            "bad number",
            "mauvais numero",
            "number changed",
            "unallocated",
            "not in service",
            "hors service",
            "disconnected",
            "hs",
        ],
    ),
    (
        Some(Outcome::Failed),
        NONE,
        &[
            "failed",
            "failure",
            "fail",
            "echec",
            "echoue",
            "congestion",
            "chanunavail",
            "call failed",
            "service unavailable",
            "dial error",
            "sip error",
            "system error",
            "erreur",
            "error",
            "cpderr",
            "cpdsua",
            "cpdsnc",
            "cpdatb",
            "cpdsr",
            "resource unavailable",
            "hardware timeout",
            "unconnected",
        ],
    ),
    (
        Some(Outcome::Answered),
        SALE,
        &[
            "sale",
            "vente",
            "vendu",
            "signe",
            "signature",
            "rendez vous",
            "rdv",
            "rdv pris",
            "rendez vous pris",
            "arguedpositive",
            "argued positive",
            "gagne",
            "accord",
            "won",
            "converted",
            "converti",
            "appointment",
            "appointment set",
            "meeting booked",
            "positif",
            "positive",
            "sale made",
            "commande",
            "souscription",
            "booked",
        ],
    ),
    (
        Some(Outcome::Answered),
        HUMAN,
        &[
            "left live message",
            "ni",
            "dec",
            "dnc",
            "np",
            "argued",
            "nonargued",
            "perdu",
            "pas interesse",
            "pas interessee",
            "not interested",
            "non interesse",
            "refus",
            "rdv refuse",
            "raccroche",
            "raccroche au nez",
            "hung up",
            "callbk",
            "call back",
            "callback",
            "rappel",
            "a rappeler",
            "rappeler",
            "interesse",
            "interested",
            "xfer",
            "call transferred",
            "transferred",
            "transfere",
            "do not call",
            "ne plus appeler",
            "stop appel",
            "declined sale",
            "no pitch no price",
            "human",
            "humain",
            "live",
            "lost",
            "negatif",
            "negative",
            "hors cible",
            "envoi de documentation",
            "deja client",
            "barrage",
            "barrage secretaire",
            "secretaire",
            "gatekeeper",
            "qualified",
            "qualifie",
            "not qualified",
            "argumente",
            "argumentee",
            "relance",
            "cbhold",
            "rqxfer",
            "ivrxfr",
            "transferred to 3rd party",
            "liste rouge",
            "opposition",
            "language barrier",
            "pu",
            "call picked up",
            "follow up",
            "contact argumente",
        ],
    ),
    (
        Some(Outcome::Answered),
        Traits(1 | 4 | 64),
        &["drop", "xdrop", "pdrop", "agent not available", "abandon", "abandoned", "call dropped", "dropped"],
    ),
    (
        None,
        Traits::NOT_DIALLED,
        &[
            "new",
            "queue",
            "incall",
            "dncl",
            "dnccar",
            "dncc",
            "queued",
            "initiated",
            "ringing",
            "in progress",
            "connecting",
            "scheduled",
            "calling crm user",
            "not dialled",
            "not dialed",
            "non appele",
            "pending",
            "planned",
            "planifie",
        ],
    ),
    (None, NONE, &["unknown", "inconnu", "none", "n a", "notsure", "not sure", "no disposition", "normal clearing"]),
];

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
        assert!(read("devis signe").is_some_and(|meaning| meaning.traits.has(Traits::CONVERTED)));
    }
}
