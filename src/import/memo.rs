//! What a cell was read as, remembered by its bytes: own numbers, agents and outcome words are few and come again
//! and again.

use rustc_hash::FxHashMap;

/// More distinct cells than this are read anew each time.
const MOST: usize = 16_384;

/// Cell → what it was read as.
#[derive(Clone, Debug)]
pub struct Memo<T> {
    last: Vec<u8>,
    last_value: Option<T>,
    map: FxHashMap<Box<[u8]>, T>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { last: Vec::new(), last_value: None, map: FxHashMap::default() }
    }
}

impl<T: Copy> Memo<T> {
    /// What the cell is, read once.
    pub fn get(&mut self, cell: &[u8], read: impl FnOnce(&[u8]) -> T) -> T {
        if let Some(value) = self.last_value
            && self.last == cell
        {
            return value;
        }
        let value = match self.map.get(cell) {
            Some(value) => *value,
            None => {
                let value = read(cell);
                if self.map.len() < MOST {
                    self.map.insert(cell.into(), value);
                }
                value
            }
        };
        self.last.clear();
        self.last.extend_from_slice(cell);
        self.last_value = Some(value);
        value
    }
}
