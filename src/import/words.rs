//! The outcome words, English and French, in folded form. One list; what is not in it is unclassified.
//!
//! Sources: `export-formats.md` §31, product.md.

use serde::{Deserialize, Serialize};

use crate::model::Outcome;

/// What a word means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meaning {
    /// The outcome; `None` for a word that says nothing about it.
    pub outcome: Option<Outcome>,
    /// What else it says.
    pub traits: Traits,
}

/// What else a word says, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

    /// What both say.
    #[must_use]
    pub const fn only(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is said without `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// What either says.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Words and parts of words that say a machine, whatever stands around them.
pub const MACHINES: &[(&str, Outcome)] = &[
    ("repondeur", Outcome::Voicemail),
    ("messagerie", Outcome::Voicemail),
    ("voicemail", Outcome::Voicemail),
    ("voice mail", Outcome::Voicemail),
    ("answering machine", Outcome::Voicemail),
    ("boite vocale", Outcome::Voicemail),
];

/// Parts of words that say another outcome.
pub const PARTS: &[(&str, Outcome)] = &[
    ("network blocked", Outcome::Blocked),
    ("pas de reponse", Outcome::NoAnswer),
    ("ne repond pas", Outcome::NoAnswer),
    ("non repondu", Outcome::NoAnswer),
    ("sans reponse", Outcome::NoAnswer),
    ("non reponse", Outcome::NoAnswer),
    ("rang out", Outcome::NoAnswer),
    ("no answer", Outcome::NoAnswer),
    ("not answered", Outcome::NoAnswer),
    ("faux numero", Outcome::Invalid),
    ("numero invalide", Outcome::Invalid),
    ("non attribue", Outcome::Invalid),
    ("wrong number", Outcome::Invalid),
    ("invalid number", Outcome::Invalid),
    ("disconnected number", Outcome::Invalid),
    ("blocked", Outcome::Blocked),
    ("bloque", Outcome::Blocked),
    ("rejected", Outcome::Rejected),
    ("rejete", Outcome::Rejected),
    ("occupe", Outcome::Busy),
    ("busy", Outcome::Busy),
    ("unanswered", Outcome::NoAnswer),
    ("answered", Outcome::Answered),
    ("cancel", Outcome::Canceled),
    ("annul", Outcome::Canceled),
];

/// Outcome, what else it says, and the words in folded form.
pub type Entry = (Option<Outcome>, Traits, &'static [&'static str]);

/// Says nothing but the outcome.
pub const NONE: Traits = Traits(0);
/// A human answered; the outcome of a conversation.
pub const HUMAN: Traits = Traits(1 | 64);
/// The same, and the objective was reached.
pub const SALE: Traits = Traits(1 | 2 | 64);
/// A human answered, and the dialer dropped the call.
pub const DROPPED: Traits = Traits(1 | 4 | 64);
/// A machine answered.
pub const MACHINE: Traits = Traits::PERSON;
const REFUSED: Traits = Traits::REFUSAL;

/// All whole words. Single letters stand for VICIdial's statuses and for yes and no.
#[rustfmt::skip]
pub const WORDS: &[Entry] = &[
    (Some(Outcome::Answered), NONE, &[
        "yes", "oui", "y", "true", "vrai", "1", "answered", "answer", "connected", "call connected", "accepted",
        "call accepted", "picked up", "pickup", "succeeded", "success", "conversation", "decroche", "repondu",
        "appel repondu", "abouti", "sortant repondu", "entrant repondu", "outbound answered", "answered outbound",
        "blind transfered", "permanent transfered", "bridged", "talked", "ok", "traite", "contact",
    ]),
    (Some(Outcome::Answered), Traits::IF_TALK, &[
        "completed", "complete", "termine", "ended", "finished", "done",
    ]),
    (Some(Outcome::NoAnswer), NONE, &[
        "no", "non", "n", "false", "faux", "0", "no answer", "noanswer", "na", "missed", "unanswered",
        "not answered", "no reply", "ring timeout", "timeout", "hang up", "queue timeout", "noanswer transfered",
        "sortant non repondu", "pas de reponse", "nrp", "injoignable", "ne repond pas", "non repondu",
        "sans reponse", "manque", "appel manque", "absent", "non decroche", "pas decroche", "non joint", "cpdna",
        "no response", "unreachable", "noresponse", "ring no answer", "rna",
    ]),
    (Some(Outcome::Voicemail), MACHINE, &[
        "left voicemail", "voicemail", "voicemail answered", "aa", "am", "al", "answering machine", "machine",
        "repondeur", "messagerie", "messagerie vocale", "svyvm", "qvmail", "fax", "afax", "fax machine", "amd",
        "rep", "rpd", "vm", "boite vocale", "sent to voicemail", "left message", "message laisse", "greeting", "ivr",
        "svi", "standard automatique",
    ]),
    (Some(Outcome::Rejected), REFUSED, &[
        "rejected", "reject", "declined", "decline", "refused", "refuse", "rejete", "rejetee", "refusee",
        "call rejected", "call declined",
    ]),
    (Some(Outcome::Rejected), NONE, &[
        "unwanted", "cpdrej",
    ]),
    (Some(Outcome::Blocked), NONE, &[
        "blocked", "system blocked", "network blocked", "bloque", "spam blocked", "call blocked", "filtered",
    ]),
    (Some(Outcome::Busy), NONE, &[
        "busy", "b", "ab", "cpdb", "user busy", "occupe", "ligne occupee", "line busy", "busy auto", "busy signal",
        "busy line", "fast busy",
    ]),
    (Some(Outcome::Canceled), NONE, &[
        "canceled", "cancelled", "cancel", "annule", "annulee", "appel annule", "originator cancel",
        "caller canceled",
    ]),
    (Some(Outcome::Invalid), NONE, &[
        "wrong number", "dc", "adc", "adct", "operator intercept", "unallocated number", "invalid number format",
        "cpdinv", "faux numero", "numero invalide", "invalid number", "invalid", "invalide", "disconnected number",
        "numero non attribue", "cpdsi", "cpdsv", "bad number", "mauvais numero", "number changed", "unallocated",
        "not in service", "hors service", "disconnected", "hs",
    ]),
    (Some(Outcome::Failed), NONE, &[
        "failed", "failure", "fail", "echec", "echoue", "congestion", "chanunavail", "call failed",
        "service unavailable", "dial error", "sip error", "system error", "erreur", "error", "cpderr", "cpdsua",
        "cpdsnc", "cpdatb", "cpdsr", "resource unavailable", "hardware timeout", "unconnected",
    ]),
    (Some(Outcome::Answered), SALE, &[
        "sale", "vente", "vendu", "signe", "signature", "rendez vous", "rdv", "rdv pris", "rendez vous pris",
        "arguedpositive", "argued positive", "gagne", "accord", "won", "converted", "converti", "appointment",
        "appointment set", "meeting booked", "positif", "positive", "sale made", "commande", "souscription",
        "booked",
    ]),
    (Some(Outcome::Answered), HUMAN, &[
        "left live message", "ni", "dec", "dnc", "np", "argued", "nonargued", "perdu", "pas interesse",
        "pas interessee", "not interested", "non interesse", "refus", "rdv refuse", "raccroche", "raccroche au nez",
        "hung up", "callbk", "call back", "callback", "rappel", "a rappeler", "rappeler", "interesse", "interested",
        "xfer", "call transferred", "transferred", "transfere", "do not call", "ne plus appeler", "stop appel",
        "declined sale", "no pitch no price", "human", "humain", "live", "lost", "negatif", "negative", "hors cible",
        "envoi de documentation", "deja client", "barrage", "barrage secretaire", "secretaire", "gatekeeper",
        "qualified", "qualifie", "not qualified", "argumente", "argumentee", "relance", "cbhold", "rqxfer", "ivrxfr",
        "transferred to 3rd party", "liste rouge", "opposition", "language barrier", "pu", "call picked up",
        "follow up", "contact argumente",
    ]),
    (Some(Outcome::Answered), DROPPED, &[
        "drop", "xdrop", "pdrop", "agent not available", "abandon", "abandoned", "call dropped", "dropped",
    ]),
    (None, Traits::NOT_DIALLED, &[
        "new", "queue", "incall", "dncl", "dnccar", "dncc", "queued", "initiated", "ringing", "in progress",
        "connecting", "scheduled", "calling crm user", "not dialled", "not dialed", "non appele", "pending",
        "planned", "planifie",
    ]),
    (None, NONE, &[
        "unknown", "inconnu", "none", "n a", "notsure", "not sure", "no disposition", "normal clearing",
    ]),
];
