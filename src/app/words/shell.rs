//! The frame of the page: bar, menu, switches, dialogs, what is said in passing.

use super::{Phrase, phrase};

pub const TODAY: Phrase = phrase("Today", "Aujourd’hui");
pub const NUMBERS: Phrase = phrase("Numbers", "Numéros");
pub const NUMBER: Phrase = phrase("Number", "Numéro");
pub const DAILY: Phrase = phrase("Daily table", "Relevé quotidien");
pub const FILES: Phrase = phrase("Files", "Fichiers");
pub const THRESHOLDS: Phrase = phrase("Thresholds", "Seuils");
