//! What became of a call, from everything that its row says. The order is that of `product.md`: a word or AMD result
//! that says human or machine; a SIP code; a Q.850 cause; the status word; talk time.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::{
    causes,
    fold::fold,
    lexicon::{Lexicon, Place},
    memo::Memo,
    words::{Meaning, Traits},
};
use crate::{
    model::{Outcome, OutcomeSet},
    read::hash64,
};

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
    machine_filled: bool,
    said: OutcomeSet,
    conversion_said: bool,
}

#[derive(Clone, Debug, Default)]
struct WordList {
    memo: Memo<Option<u32>>,
    list: Vec<Word>,
    listed_before: usize,
}

const MOST_WORDS: usize = 4096;

/// What a judge has heard in a file, or in a part of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Heard {
    /// The words of the status and of the result column, in the order in which they came up.
    pub words: [Vec<Word>; 2],
    /// How many of them were known before the part began.
    listed_before: [usize; 2],
    /// Machine detection said something on some row.
    pub machine_filled: bool,
    /// Outcomes that some row has said.
    pub said: OutcomeSet,
    /// Some word of the file is a conversion.
    pub conversion_said: bool,
}

/// A word of the file, and how often it stood there.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Word {
    /// A hash of the whole cell, of which `word` may be the beginning.
    cell: u64,
    /// As written.
    pub word: String,
    /// What it means, in the row in which it came up first; `None` where nobody has assigned it.
    pub meaning: Option<Meaning>,
    /// Rows.
    pub rows: u64,
}

impl Heard {
    /// Whether what the next part has heard can be merged into this: every word of both is counted, as it is where one
    /// judge hears them all.
    pub fn allows(&self, next: &Self) -> bool {
        self.words.iter().zip(&next.words).zip(next.listed_before).all(|((ours, theirs), before)| {
            let known: FxHashMap<u64, _> = ours.iter().map(|word| (word.cell, word.meaning)).collect();
            let new = |words: &[Word]| words.iter().filter(|word| !known.contains_key(&word.cell)).count();
            ours.len() < MOST_WORDS
                && theirs.len() < MOST_WORDS
                && ours.len() + new(theirs) < MOST_WORDS
                && new(theirs.get(..before).unwrap_or_default()) == 0
                && theirs.iter().all(|word| known.get(&word.cell).is_none_or(|meaning| *meaning == word.meaning))
        })
    }

    /// Adds what the next part has heard.
    pub fn merge(&mut self, next: Self) {
        for (ours, theirs) in self.words.iter_mut().zip(next.words) {
            let places: FxHashMap<u64, usize> = ours.iter().enumerate().map(|(at, word)| (word.cell, at)).collect();
            for word in theirs {
                match places.get(&word.cell).and_then(|at| ours.get_mut(*at)) {
                    Some(known) => known.rows += word.rows,
                    None => ours.push(word),
                }
            }
        }
        self.machine_filled |= next.machine_filled;
        self.said = self.said.and(next.said);
        self.conversion_said |= next.conversion_said;
    }
}

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

    /// Counts anew; the words stay known.
    pub fn begin_part(&mut self) {
        for words in &mut self.words {
            words.listed_before = words.list.len();
            words.list.iter_mut().for_each(|word| word.rows = 0);
        }
        (self.said, self.machine_filled, self.conversion_said) = (OutcomeSet::default(), false, false);
    }

    /// What it has heard.
    pub fn finish(self) -> Heard {
        Heard {
            listed_before: self.words.each_ref().map(|words| words.listed_before),
            words: self.words.map(|words| words.list),
            machine_filled: self.machine_filled,
            said: self.said,
            conversion_said: self.conversion_said,
        }
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
        if cell.is_empty() {
            return Read::Nothing;
        }
        let cell = cell.trim_ascii();
        if cell.is_empty() {
            return Read::Nothing;
        }
        let (lexicon, WordList { memo, list, .. }) = (&self.lexicon, &mut self.words[column]);
        let known = |cell: &[u8], place| text(cell).and_then(|word| lexicon.read(word, place));
        let read = |cell: &[u8]| known(cell, place).or_else(|| known(label, Place::Mixed));
        let at = memo.get(cell, |cell| {
            if list.len() >= MOST_WORDS {
                return None;
            }
            let word = String::from_utf8_lossy(cell).chars().take(80).collect();
            list.push(Word { cell: hash64(0, cell), word, meaning: read(cell), rows: 0 });
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
