//! One record: where its cells stand in the bytes, and what they hold.

const BEFORE_ALL: u32 = u32::MAX;
/// Marks the end of a cell that does not stand there as it is.
pub(super) const ELSEWHERE: u32 = 1 << 31;

/// Where the cells of a record are.
#[derive(Debug, Default)]
pub(super) struct Shape {
    /// The end of each cell, from the begin of the record, with [`ELSEWHERE`] where the cell does not stand there as it
    /// is; before them all, one whose next byte is the first.
    pub(super) ends: Vec<u32>,
    /// Cells, and the first of `ends`.
    pub(super) count: usize,
    /// Whether cells may stand between quotes, or elsewhere.
    pub(super) dressed: bool,
    /// The second of each two quotes that stand for one, from the begin of the record.
    pub(super) doubled: Vec<usize>,
    /// The cells elsewhere, in order: column, and from where to where in `unquoted`.
    pub(super) elsewhere: Vec<(usize, usize, usize)>,
    pub(super) unquoted: Vec<u8>,
}

impl Shape {
    /// That of no cells.
    pub(super) fn none() -> Self {
        Self { ends: vec![BEFORE_ALL], count: 1, ..Self::default() }
    }

    /// The record of this shape that stands in these bytes.
    pub(super) fn record<'r>(&'r self, raw: &'r [u8]) -> Record<'r> {
        Record { raw, ends: self.ends.get(..self.count).unwrap_or_default(), shape: self }
    }

    /// Copies the cells in which quotes are doubled, without the second of each two.
    pub(super) fn undouble(&mut self, raw: &[u8]) {
        self.elsewhere.clear();
        self.unquoted.clear();
        let mut doubled = self.doubled.iter().copied().peekable();
        let mut start = 0;
        for (column, end) in self.ends.iter_mut().take(self.count).skip(1).enumerate() {
            let Some(next) = doubled.peek().copied() else { return };
            let (mut from, to) = (start + 1, *end as usize);
            start = to + 1;
            if to < next {
                continue;
            }
            let begin = self.unquoted.len();
            while let Some(at) = doubled.next_if(|at| *at < to) {
                self.unquoted.extend_from_slice(raw.get(from..at).unwrap_or_default());
                from = at + 1;
            }
            self.unquoted.extend_from_slice(raw.get(from..to - 1).unwrap_or_default());
            self.elsewhere.push((column, begin, self.unquoted.len()));
            *end |= ELSEWHERE;
        }
    }
}
/// One record, borrowed from the buffer.
#[derive(Clone, Copy, Debug)]
pub struct Record<'r> {
    raw: &'r [u8],
    /// The ends of its cells, see [`Shape::ends`].
    ends: &'r [u32],
    shape: &'r Shape,
}

impl<'r> Record<'r> {
    /// How many fields it has.
    pub fn len(&self) -> usize {
        self.ends.len() - 1
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A field, unquoted; empty where the record has none there.
    #[inline(always)]
    pub fn get(&self, column: usize) -> &'r [u8] {
        let (Some(before), Some(end)) = (self.ends.get(column), self.ends.get(column + 1)) else { return b"" };
        if self.shape.dressed {
            return self.undressed(column, *before, *end);
        }
        self.raw.get(before.wrapping_add(1) as usize..*end as usize).unwrap_or_default()
    }

    /// A field of a record with quotes.
    #[inline(always)]
    fn undressed(&self, column: usize, before: u32, end: u32) -> &'r [u8] {
        if end & ELSEWHERE != 0 {
            return self.elsewhere(column);
        }
        let start = (before & !ELSEWHERE).wrapping_add(1) & !ELSEWHERE;
        match self.raw.get(start as usize..end as usize).unwrap_or_default() {
            [b'"', inner @ .., b'"'] => inner,
            cell => cell,
        }
    }

    #[cold]
    fn elsewhere(&self, column: usize) -> &'r [u8] {
        let Shape { elsewhere, unquoted, .. } = self.shape;
        let at = elsewhere.binary_search_by_key(&column, |(column, ..)| *column);
        let cell = at.ok().and_then(|at| elsewhere.get(at));
        cell.and_then(|(_, from, to)| unquoted.get(*from..*to)).unwrap_or_default()
    }

    /// All fields.
    pub fn iter(self) -> impl Iterator<Item = &'r [u8]> {
        (0..self.len()).map(move |column| self.get(column))
    }
}
