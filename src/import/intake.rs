//! The first bytes of a file, up to where its rows can be read.

use super::{Given, answers};
use crate::{
    model::ProblemKind,
    read::{End, Flow, Opening, Text, Trouble},
};

/// A file of which the text is still to come: the head of a table, or all of a tool's answers.
pub struct Intake {
    name: String,
    stage: Stage,
}

enum Stage {
    Refused(ProblemKind),
    Opening(Opening),
    Answers { text: Text, json: Vec<u8> },
    Over,
}

impl Intake {
    /// Nothing has come yet.
    pub fn new(given: &Given) -> Self {
        let stage = given.refusal.map_or_else(|| Stage::Opening(Opening::default()), Stage::Refused);
        Self { name: given.name.clone(), stage }
    }

    /// Hands in that many bytes, written by `write`.
    pub fn push(&mut self, length: usize, write: &mut dyn FnMut(&mut [u8])) {
        match &mut self.stage {
            Stage::Opening(opening) => opening.push(length, write),
            Stage::Answers { text, .. } => text.push(length, write),
            Stage::Refused(_) | Stage::Over => {}
        }
    }

    /// Says that there are no more.
    pub fn end(&mut self, end: End) {
        match &mut self.stage {
            Stage::Opening(opening) => opening.end(end),
            Stage::Answers { text, .. } => text.end(end),
            Stage::Refused(_) | Stage::Over => {}
        }
    }

    /// The text, once; answers have become a table. `None` where more bytes must come first.
    pub fn text(&mut self) -> Option<Result<Text, ProblemKind>> {
        loop {
            match std::mem::replace(&mut self.stage, Stage::Over) {
                Stage::Refused(kind) => return Some(Err(kind)),
                Stage::Opening(mut opening) => {
                    if !opening.is_ready() {
                        self.stage = Stage::Opening(opening);
                        return None;
                    }
                    match opening.text() {
                        Ok(text) if answers::is_json(&text) => self.stage = Stage::Answers { text, json: Vec::new() },
                        text => return Some(text),
                    }
                }
                Stage::Answers { mut text, mut json } => {
                    let mut flow = Flow::Some;
                    while flow == Flow::Some && json.len() <= answers::MOST_BYTES {
                        flow = text.fill(&mut json);
                    }
                    if flow == Flow::Hungry {
                        self.stage = Stage::Answers { text, json };
                        return None;
                    }
                    if text.trouble() == Some(Trouble::Stopped) {
                        return Some(Err(ProblemKind::Unreadable));
                    }
                    let json = json.get(..answers::MOST_BYTES).unwrap_or(&json);
                    return Some(answers::text_of(json, &self.name).ok_or(ProblemKind::NotRecognised));
                }
                Stage::Over => return None,
            }
        }
    }
}
