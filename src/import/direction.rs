//! Who called whom.

/// The direction of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// We called.
    Outbound,
    /// We were called.
    Inbound,
    /// One extension called another.
    Internal,
    /// A transfer: a leg of a call that has its own row.
    Transfer,
}

impl Direction {
    /// The direction that a folded word says.
    pub fn of(word: &str) -> Option<Self> {
        let has = |parts: &[&str]| parts.iter().any(|part| word.contains(part));
        if has(&["3rd party transfer", "third party"]) {
            return Some(Self::Transfer);
        }
        if has(&["internal", "interne", "intercom"]) || word == "local" {
            return Some(Self::Internal);
        }
        if word.starts_with("out")
            || has(&["sortant", "emis", "outgoing", "outbound", "trunking originating", "predictive", "predictif"])
            || has(&["progressif", "progressive", "click to call", "dialer", "autodial", "auto dial", "originate"])
            || matches!(word, "o" | "s" | "manual" | "manuel" | "preview" | "power" | "mt" | "placed" | "made")
        {
            return Some(Self::Outbound);
        }
        let inbound = word == "in"
            || word == "i"
            || word.starts_with("inbound")
            || word.starts_with("incoming")
            || has(&["entrant", "recu", "trunking terminating", "received", "inbound"]);
        inbound.then_some(Self::Inbound)
    }
}
