//! What became of a call, from everything that its row says. The order is that of `product.md`: a word or AMD result
//! that says human or machine; a SIP code; a Q.850 cause; the status word; talk time.

use super::{
    causes,
    fold::fold,
    lexicon::{Lexicon, Place},
    memo::Memo,
    words::{Meaning, Traits},
};
use crate::model::{Outcome, OutcomeSet};

/// The cells that say something about the outcome; empty where the file has no such column.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said<'r> {
    /// What became of the call.
    pub status: &'r [u8],
    /// The status, where it is a code, in words.
    pub label: &'r [u8],
    /// What came of the conversation.
    pub result: &'r [u8],
    /// Answering-machine detection.
    pub machine: &'r [u8],
    /// SIP code.
    pub sip: &'r [u8],
    /// The phrase that goes with the SIP code.
    pub phrase: &'r [u8],
    /// Q.850 cause.
    pub cause: &'r [u8],
    /// Whether there is a time at which someone picked up; `None` where the file has no column for it.
    pub picked_up: Option<bool>,
    /// Conversation time in milliseconds.
    pub talk_ms: Option<u32>,
}

/// The decision about one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The outcome; `None` for a call that was never dialled.
    pub outcome: Option<Outcome>,
    /// A word says that the objective was reached.
    pub converted: bool,
    /// The dialer dropped it after the pick-up.
    pub dropped: bool,
}

/// Decides row by row, and counts the words.
#[derive(Clone, Debug)]
pub struct Judge {
    lexicon: Lexicon,
    status_place: Place,
    words: [WordList; 2],
    causes: Memo<Option<Outcome>>,
    /// The file says by its talk time who answered, whatever results stand beside it: an empty one is no answer.
    talk_alone: bool,
    /// Machine detection said something on some row.
    pub machine_filled: bool,
    /// Outcomes that some row has said.
    pub said: OutcomeSet,
    /// Some word of the file is a conversion.
    pub conversion_said: bool,
}

#[derive(Clone, Debug, Default)]
struct WordList {
    memo: Memo<Option<u32>>,
    list: Vec<CountedWord>,
}

/// A word of the file, and how often it stood there.
#[derive(Clone, Debug)]
pub struct CountedWord {
    /// As written.
    pub word: String,
    /// What it means; `None` where nobody has assigned it.
    pub meaning: Option<Meaning>,
    /// Rows.
    pub rows: u64,
}

const MOST_WORDS: usize = 4096;

impl Judge {
    /// A judge for one file.
    pub fn new(lexicon: Lexicon, status_place: Place) -> Self {
        Self {
            lexicon,
            status_place,
            talk_alone: false,
            words: Default::default(),
            causes: Memo::default(),
            machine_filled: false,
            said: OutcomeSet::default(),
            conversion_said: false,
        }
    }

    /// The same for a file whose talk time says who answered.
    #[must_use]
    pub fn by_talk_alone(self) -> Self {
        Self { talk_alone: true, ..self }
    }

    /// The outcome words found in the status and in the result column.
    pub fn words(&self) -> [&[CountedWord]; 2] {
        self.words.each_ref().map(|words| words.list.as_slice())
    }

    /// Decides about one row.
    pub fn decide(&mut self, said: Said<'_>) -> Verdict {
        let (place, status_place) = (Place::Result, self.status_place);
        let result = self.read_word(1, said.result, b"", place);
        let status = self.read_word(0, said.status, said.label, status_place);
        let meaning = |read: Read| match read {
            Read::Known(meaning) => meaning,
            Read::Nothing | Read::Unknown => Meaning::default(),
        };
        let (result_means, status_means) = (meaning(result), meaning(status));
        let has = |traits| result_means.traits.has(traits) || status_means.traits.has(traits);
        let mut verdict = Verdict {
            outcome: None,
            converted: has(Traits::CONVERTED),
            dropped: status_means.traits.has(Traits::DROPPED),
        };
        self.conversion_said |= verdict.converted;
        if has(Traits::NOT_DIALLED) && result_means.outcome.is_none() {
            return verdict;
        }
        let person = |means: Meaning| means.outcome.filter(|_| means.traits.has(Traits::PERSON));
        let machine = self.machine(said.machine);
        let by_status = || match (status_means.outcome, said.talk_ms) {
            (Some(Outcome::Answered), Some(0)) if status_means.traits.has(Traits::IF_TALK) => Some(Outcome::NoAnswer),
            (outcome, _) => outcome,
        };
        let outcome = person(result_means)
            .or(machine)
            .or(person(status_means))
            .or_else(|| text(said.sip).and_then(|code| causes::of_sip(code, text(said.phrase).unwrap_or_default())))
            .or_else(|| self.cause(said.cause))
            .or_else(by_status);
        let tells = self.talk_alone || said.picked_up.is_some();
        let outcome = match (outcome, said.talk_ms) {
            (Some(outcome), _) => outcome,
            (None, _) if matches!(status, Read::Unknown) => Outcome::Unclassified,
            (None, _) if matches!(result, Read::Unknown) && said.status.is_empty() && !tells => Outcome::Unclassified,
            (None, _) if said.picked_up == Some(true) => Outcome::Answered,
            (None, _) if said.picked_up == Some(false) => Outcome::NoAnswer,
            (None, Some(0)) => Outcome::NoAnswer,
            (None, Some(_)) => Outcome::Answered,
            (None, None) if self.talk_alone => Outcome::NoAnswer,
            (None, None) => Outcome::Unclassified,
        };
        self.said = self.said.with(outcome);
        verdict.outcome = Some(outcome);
        verdict
    }

    fn cause(&mut self, cell: &[u8]) -> Option<Outcome> {
        if cell.is_empty() {
            return None;
        }
        self.causes.get(cell, |cell| text(cell).and_then(causes::of_cause))
    }

    /// AMD: machine or fax, human, or nothing.
    fn machine(&mut self, cell: &[u8]) -> Option<Outcome> {
        if cell.is_empty() {
            return None;
        }
        let word = fold(text(cell)?);
        if word.is_empty() || word.starts_with("http") {
            return None;
        }
        self.machine_filled = true;
        let has = |parts: &[&str]| parts.iter().any(|part| word.starts_with(part));
        if has(&["machine", "fax", "amd", "voicemail", "answering machine", "repondeur", "messagerie"])
            || matches!(&*word, "1" | "true" | "yes" | "oui" | "y" | "vrai" | "am")
        {
            return Some(Outcome::Voicemail);
        }
        has(&["human", "humain", "person"]).then_some(Outcome::Answered)
    }

    /// A code that nobody has assigned means what its label means.
    fn read_word(&mut self, column: usize, cell: &[u8], label: &[u8], place: Place) -> Read {
        let cell = cell.trim_ascii();
        if cell.is_empty() {
            return Read::Nothing;
        }
        let (lexicon, WordList { memo, list }) = (&self.lexicon, &mut self.words[column]);
        let known = |cell: &[u8], place| text(cell).and_then(|word| lexicon.read(word, place));
        let read = |cell: &[u8]| known(cell, place).or_else(|| known(label, Place::Mixed));
        let at = memo.get(cell, |cell| {
            if list.len() >= MOST_WORDS {
                return None;
            }
            let word = String::from_utf8_lossy(cell).chars().take(80).collect();
            list.push(CountedWord { word, meaning: read(cell), rows: 0 });
            Some(list.len() as u32 - 1)
        });
        let meaning = match at.and_then(|at| list.get_mut(at as usize)) {
            Some(counted) => {
                counted.rows += 1;
                counted.meaning
            }
            None => read(cell),
        };
        meaning.map_or(Read::Unknown, Read::Known)
    }
}

#[derive(Clone, Copy)]
enum Read {
    Nothing,
    Unknown,
    Known(Meaning),
}

fn text(cell: &[u8]) -> Option<&str> {
    std::str::from_utf8(cell).ok().filter(|text| !text.is_empty())
}
