//! Text interned once, so that tallies are keyed by small integers.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The place of a text in its [`Names`]. 0 is the empty text: "none in this file".
pub type NameId = u32;

/// An ordered set of texts, the first of which is always empty.
#[derive(Clone, Debug)]
pub struct Names {
    list: Vec<Box<str>>,
    index: FxHashMap<Box<str>, NameId>,
}

impl Default for Names {
    fn default() -> Self {
        Self { list: vec!["".into()], index: FxHashMap::from_iter([("".into(), 0)]) }
    }
}

impl Names {
    /// The id of the text, which is added when it is new.
    pub fn intern(&mut self, text: &str) -> NameId {
        if let Some(id) = self.index.get(text) {
            return *id;
        }
        let id = self.list.len() as NameId;
        self.list.push(text.into());
        self.index.insert(text.into(), id);
        id
    }

    /// The text of an id; empty where the id is not of this set.
    pub fn get(&self, id: NameId) -> &str {
        self.list.get(id as usize).map_or("", |text| text)
    }

    /// The id of a text that is already here.
    pub fn find(&self, text: &str) -> Option<NameId> {
        self.index.get(text).copied()
    }

    /// How many texts there are, the empty one included.
    #[expect(clippy::len_without_is_empty, reason = "it is never empty")]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// All texts in the order of their ids, the empty one first.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|text| &**text)
    }

    /// Adds all texts of another set; the answer maps its ids to ours.
    pub fn absorb(&mut self, other: &Self) -> Vec<NameId> {
        other.iter().map(|text| self.intern(text)).collect()
    }
}

impl Serialize for Names {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.list.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut names = Self::default();
        for text in Vec::<Box<str>>::deserialize(deserializer)? {
            names.intern(&text);
        }
        Ok(names)
    }
}
