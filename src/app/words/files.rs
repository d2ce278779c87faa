//! What was read and how: accounts, columns, words, questions.

use super::{Phrase, phrase};

pub const PROBLEMS: Phrase = phrase("What went wrong", "Ce qui n’a pas marché");
pub const MAP_IT: Phrase = phrase("Say what each column is", "Indiquer le rôle de chaque colonne");
