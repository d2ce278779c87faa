//! Text → records, over one bounded buffer.
//!
//! A record that keeps to RFC 4180 is split where it stands (`marks.rs`); a cell is copied only where a quote in it is
//! doubled. One with quotes in other places goes through csv-core, which is the reference: `tests/` hold that both say
//! the same.
//!
//! A quote that is never closed must cost one row, not the file. So the raw text of a record is kept until the next
//! one is asked for, and where a record turns out to be none, reading resumes on the line after its first.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::{
    inlet::{End, Flow},
    marks::Marks,
    record::{ELSEWHERE, Record, Shape},
    text::Text,
};

/// The longest record, in bytes of UTF-8.
pub const MAX_RECORD_BYTES: usize = 1024 * 1024;

/// What came next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// A record, see [`Records::record`].
    Record,
    /// A record over [`MAX_RECORD_BYTES`]; what follows its first line is read as new records.
    TooLong,
    /// A quote that the file never closes; likewise.
    Unclosed,
    /// Nothing before the border, see [`Records::stop_at`]; reading can go on.
    Border,
    /// Nothing before more bytes are handed in, or their end.
    Hungry,
    /// Nothing.
    End,
}

/// The records of a text, one at a time.
pub struct Records {
    text: Text,
    core: Reader,
    marks: Marks,
    buffer: Vec<u8>,
    start: usize,
    at: usize,
    shape: Shape,
    line: u64,
    next_line: u64,
    cr_only: bool,
    after_cr: bool,
    /// The rest of a line is to be left out.
    within_line: bool,
    /// Lines before this one are left out.
    first_line: u64,
    /// What lies before the buffer, in bytes of the text.
    dropped: u64,
    border: u64,
}

/// The places of the bits that are set, lowest first.
fn places(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = bits.trailing_zeros() as usize;
        let some = bits != 0;
        bits &= bits.wrapping_sub(1);
        some.then_some(at)
    })
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// What a look at the buffer gave.
enum Split {
    Record,
    /// The record goes on where the buffer ends.
    Cut,
    /// The same, and between quotes.
    CutQuoted,
    /// It is for csv-core.
    Odd,
}

impl Records {
    /// The records of a text with one delimiter, which is no quote.
    pub fn new(text: Text, delimiter: u8) -> Self {
        let head = text.head();
        let cr_only = head.contains(&b'\r') && !head.contains(&b'\n');
        Self {
            text,
            core: ReaderBuilder::new().delimiter(delimiter).build(),
            marks: Marks::new(delimiter),
            buffer: Vec::new(),
            start: 0,
            at: 0,
            shape: Shape::none(),
            line: 1,
            next_line: 1,
            cr_only,
            after_cr: false,
            within_line: false,
            first_line: 1,
            dropped: 0,
            border: u64::MAX,
        }
    }

    /// The text underneath.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The line on which the record begins, from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// How many lines the record spans.
    pub fn lines(&self) -> u64 {
        self.next_line - self.line
    }

    /// The record last read.
    pub fn record(&self) -> Record<'_> {
        self.shape.record(self.buffer.get(self.start..self.at).unwrap_or_default())
    }

    /// The byte of the file at which reading stands; true only of a text that is verbatim.
    pub fn position(&self) -> u64 {
        self.text.origin() + self.dropped + self.at as u64
    }

    /// Records that begin at this byte of the file or after it are not read. A text that turns out not to be verbatim
    /// has no such place: it is read to its end.
    pub fn stop_at(&mut self, border: u64) {
        self.border = border;
    }

    /// Lines stepped over so far.
    pub fn lines_before(&self) -> u64 {
        self.next_line - 1
    }

    /// Counts lines from here.
    pub fn count_lines_anew(&mut self) {
        (self.next_line, self.first_line) = (1, 1);
    }

    /// Hands in that many bytes of the file, written by `write`.
    pub fn push(&mut self, length: usize, write: impl FnOnce(&mut [u8])) {
        self.text.push(length, write);
    }

    /// Says that there are no more.
    pub fn end(&mut self, end: End) {
        self.text.end(end);
    }

    /// Goes on with the first line that begins after a byte of the file. Nothing has been read yet; what is handed in
    /// from here on begins at that byte.
    pub fn jump(&mut self, byte: u64) {
        self.text.jump(byte);
    }

    /// The record last read, as it stands in the file, line break excluded.
    pub fn raw(&self) -> &[u8] {
        let raw = self.buffer.get(self.start..self.at).unwrap_or_default();
        raw.strip_suffix(b"\n").or(raw.strip_suffix(b"\r")).unwrap_or(raw)
    }

    /// Reads the next record; blank lines are none.
    pub fn advance(&mut self) -> Next {
        match self.skip_lines() {
            Flow::Some => {}
            Flow::Hungry => return Next::Hungry,
            Flow::End => return Next::End,
        }
        if self.position() >= self.border && self.text.is_verbatim() {
            return Next::Border;
        }
        self.line = self.next_line;
        loop {
            let quoted = match self.split() {
                Split::Record if self.at - self.start > MAX_RECORD_BYTES => break,
                Split::Record => return Next::Record,
                Split::Odd => return self.odd(),
                Split::Cut => false,
                Split::CutQuoted => true,
            };
            if self.buffer.len() - self.start > MAX_RECORD_BYTES {
                break;
            }
            match self.refill() {
                Flow::Some => continue,
                Flow::Hungry => return Next::Hungry,
                Flow::End => {}
            }
            if quoted {
                self.resume_after_first_line();
                return Next::Unclosed;
            }
            // The last line has no end. It gets one for as long as it is looked at.
            self.buffer.push(b'\n');
            let split = self.split();
            self.buffer.pop();
            self.at = self.at.min(self.buffer.len());
            self.marks.forget();
            return if matches!(split, Split::Record) { Next::Record } else { self.odd() };
        }
        self.resume_after_first_line();
        Next::TooLong
    }

    /// Splits the record at hand, as far as the buffer goes.
    fn split(&mut self) -> Split {
        let (text, start, shape) = (self.buffer.as_slice(), self.start, &mut self.shape);
        let mut marks = self.marks;
        marks.seek(text, start);
        shape.doubled.clear();
        let (mut count, mut quoted, mut breaks) = (1, 0, 0);
        let end = loop {
            // The bits up to the first line break, all where there is none.
            let stop = marks.breaks & marks.breaks.wrapping_neg();
            let reach = stop.wrapping_sub(1);
            if marks.odd & reach != 0 {
                return Split::Odd;
            }
            quoted |= marks.quotes & reach;
            if (marks.doubled | marks.broken) & reach != 0 {
                let line_break = if self.cr_only { b'\r' } else { b'\n' };
                shape.doubled.extend(places(marks.doubled & reach).map(|at| marks.at + at - start));
                let is_break = |at: &usize| text.get(marks.at + at) == Some(&line_break);
                breaks += places(marks.broken & reach).filter(is_break).count() as u64;
            }
            let most = count + u64::BITS as usize;
            if shape.ends.len() < most {
                shape.ends.resize(2 * most, 0);
            }
            let from_start = marks.at.wrapping_sub(start) as u32;
            let mut ends = marks.ends & (stop | reach);
            let found = ends.count_ones() as usize;
            // Four at a time, be there as many or not: asking after each is slower than writing some for nothing.
            for four in shape.ends.get_mut(count..).unwrap_or_default().as_chunks_mut::<4>().0 {
                for end in four {
                    *end = from_start.wrapping_add(ends.trailing_zeros());
                    ends &= ends.wrapping_sub(1);
                }
                if ends == 0 {
                    break;
                }
            }
            count += found;
            if stop != 0 {
                break marks.at + stop.trailing_zeros() as usize;
            }
            if !marks.next(text) {
                return if marks.is_quoted() { Split::CutQuoted } else { Split::Cut };
            }
        };
        (shape.count, shape.dressed) = (count, quoted != 0);
        self.marks = marks;
        self.at = end + 1;
        self.after_cr = text.get(end) == Some(&b'\r');
        self.next_line = self.line + breaks + 1;
        if !shape.doubled.is_empty() {
            shape.undouble(text.get(start..end).unwrap_or_default());
        }
        Split::Record
    }

    /// Reads the record at hand with csv-core.
    #[cold]
    fn odd(&mut self) -> Next {
        self.marks.forget();
        self.core.reset();
        if self.position() > BYTE_ORDER_MARK.len() as u64 {
            // It takes a byte order mark from the first that it reads, which this line break now is.
            self.core.read_record(b"\n", &mut [], &mut []);
        }
        let line = self.core.line();
        let mut ends = vec![0; 256];
        let mut fields = vec![0; 1024];
        let (mut fields_len, mut ends_len) = (0, 0);
        let mut last = false;
        loop {
            let input = self.buffer.get(self.at..).unwrap_or_default();
            let (room, ends_room) = (&mut fields[fields_len..], &mut ends[ends_len..]);
            let (result, read, wrote, ended) = self.core.read_record(if last { b"\n" } else { input }, room, ends_room);
            self.at += if last { 0 } else { read };
            fields_len += wrote;
            ends_len += ended;
            match result {
                ReadRecordResult::Record => break,
                ReadRecordResult::OutputFull => fields.resize(fields.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
                // Fed one line break more than there is, it still wants more: it stands inside a quote.
                ReadRecordResult::InputEmpty | ReadRecordResult::End if last => {
                    self.resume_after_first_line();
                    return Next::Unclosed;
                }
                ReadRecordResult::InputEmpty | ReadRecordResult::End => {
                    if self.at - self.start > MAX_RECORD_BYTES {
                        break;
                    }
                    match self.refill() {
                        Flow::Some => {}
                        Flow::Hungry => {
                            self.at = self.start; // it is read anew when more has come
                            return Next::Hungry;
                        }
                        Flow::End => last = true,
                    }
                }
            }
        }
        if self.at - self.start > MAX_RECORD_BYTES {
            self.resume_after_first_line();
            return Next::TooLong;
        }
        let Shape { ends: places, count, dressed, elsewhere, unquoted, .. } = &mut self.shape;
        (*unquoted, *dressed) = (fields, true);
        *count = ends_len + 1;
        places.truncate(1);
        places.resize(*count, ELSEWHERE);
        elsewhere.clear();
        let mut from = 0;
        for (column, to) in ends.into_iter().take(ends_len).enumerate() {
            elsewhere.push((column, from, to));
            from = to;
        }
        self.count_lines(self.core.line() - line);
        Next::Record
    }

    /// Takes back the record last read, all but its first line: what follows is read as new records.
    pub fn resume_after_first_line(&mut self) {
        self.shape.count = 1;
        self.marks.forget();
        self.at = self.start;
        self.after_cr = false;
        self.next_line = self.line + 1;
        self.within_line = true;
        while self.within_line && self.leave_line() == Flow::Some {}
    }

    /// Leaves out what there is of the line at hand.
    fn leave_line(&mut self) -> Flow {
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        if let Some(length) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            self.after_cr = rest.get(length) == Some(&b'\r');
            self.at += length + 1;
            self.within_line = false;
            return Flow::Some;
        }
        self.start = self.buffer.len();
        self.at = self.start;
        self.refill()
    }

    /// Leaves out the lines before `line`, whatever they hold.
    pub fn skip_to_line(&mut self, line: u64) {
        self.first_line = line;
    }

    /// Steps over what is to be left out, and over line breaks. [`Flow::Some`]: to the begin of a record.
    fn skip_lines(&mut self) -> Flow {
        loop {
            while self.within_line {
                let flow = self.leave_line();
                if flow != Flow::Some {
                    return flow;
                }
            }
            // Blank lines count too, and may lead there.
            let flow = self.skip_blank();
            if flow != Flow::Some || self.next_line >= self.first_line {
                return flow;
            }
            self.line = self.next_line;
            self.resume_after_first_line();
        }
    }

    /// Steps over line breaks; [`Flow::End`] at the end of the text.
    fn skip_blank(&mut self) -> Flow {
        loop {
            while let Some(byte) = self.buffer.get(self.at) {
                match byte {
                    b'\n' if self.after_cr => self.after_cr = false,
                    b'\n' => self.next_line += 1,
                    b'\r' => {
                        self.next_line += 1;
                        self.after_cr = true;
                    }
                    _ => {
                        self.after_cr = false;
                        self.start = self.at;
                        return Flow::Some;
                    }
                }
                self.at += 1;
            }
            self.start = self.at;
            let flow = self.refill();
            if flow != Flow::Some {
                return flow;
            }
        }
    }

    /// `breaks` are the line feeds of the record.
    fn count_lines(&mut self, breaks: u64) {
        let raw = self.buffer.get(self.start..self.at).unwrap_or_default();
        self.after_cr = raw.last() == Some(&b'\r');
        self.next_line = self.line
            + if self.cr_only {
                raw.iter().filter(|byte| **byte == b'\r').count() as u64
            } else {
                breaks + u64::from(self.after_cr)
            };
        self.next_line = self.next_line.max(self.line + 1);
    }

    /// Reads on; what lies before the record makes room.
    fn refill(&mut self) -> Flow {
        self.marks.forget();
        if self.start > 0 {
            self.dropped += self.start as u64;
            self.buffer.copy_within(self.start.., 0);
            self.buffer.truncate(self.buffer.len() - self.start);
            self.at -= self.start;
            self.start = 0;
        }
        self.text.fill(&mut self.buffer)
    }
}
