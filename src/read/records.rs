//! Text → records, over one bounded buffer.
//!
//! A line without a quote is split where it stands, by vectorised searches; every other record goes through csv-core,
//! which is the reference: `tests/` hold that both say the same.
//!
//! A quote that is never closed must cost one row, not the file. So the raw text of a record is kept until the next
//! one is asked for, and where a record turns out to be none, reading resumes on the line after its first. At the end
//! of the file the machine is fed one more line break: if it still wants more, it stands inside a quote.

use std::io::Read;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use memchr::{memchr_iter, memchr3};

use super::text::Text;

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
    /// Nothing.
    End,
}

/// The records of a text, one at a time.
pub struct Records<'a> {
    text: Text<'a>,
    core: Reader,
    buffer: Vec<u8>,
    start: usize,
    at: usize,
    delimiter: u8,
    fields: Vec<u8>,
    ends: Vec<usize>,
    count: usize,
    /// The record last read is this much of the buffer, as it stands; `None` where csv-core has unquoted it.
    plain: Option<usize>,
    line: u64,
    next_line: u64,
    core_line: u64,
    cr_only: bool,
    after_cr: bool,
    /// What lies before the buffer, in bytes of the text.
    dropped: u64,
    border: u64,
    core_has_read: bool,
}

/// One record, borrowed from the buffer.
#[derive(Clone, Copy, Debug)]
pub struct Record<'r> {
    fields: &'r [u8],
    ends: &'r [usize],
    /// What lies between two fields: nothing, or the delimiter.
    gap: usize,
}

impl<'r> Record<'r> {
    /// How many fields it has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A field, unquoted; empty where the record has none there.
    pub fn get(&self, column: usize) -> &'r [u8] {
        let Some(end) = self.ends.get(column) else { return b"" };
        let start = column.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end + self.gap);
        self.fields.get(start..*end).unwrap_or_default()
    }

    /// All fields.
    pub fn iter(self) -> impl Iterator<Item = &'r [u8]> {
        (0..self.len()).map(move |column| self.get(column))
    }
}

impl<'a> Records<'a> {
    /// The records of a text with one delimiter.
    pub fn new(text: Text<'a>, delimiter: u8) -> Self {
        let head = text.head();
        let cr_only = head.contains(&b'\r') && !head.contains(&b'\n');
        Self {
            text,
            core: ReaderBuilder::new().delimiter(delimiter).build(),
            buffer: Vec::new(),
            start: 0,
            at: 0,
            delimiter,
            fields: vec![0; 16 * 1024],
            ends: vec![0; 256],
            count: 0,
            plain: None,
            line: 1,
            next_line: 1,
            core_line: 1,
            cr_only,
            after_cr: false,
            dropped: 0,
            border: u64::MAX,
            core_has_read: false,
        }
    }

    /// The text underneath.
    pub fn text(&self) -> &Text<'a> {
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
        let ends = self.ends.get(..self.count).unwrap_or_default();
        let length = ends.last().copied().unwrap_or(0);
        match self.plain {
            Some(length) => {
                let fields = self.buffer.get(self.start..self.start + length).unwrap_or_default();
                Record { fields, ends, gap: 1 }
            }
            None => Record { fields: self.fields.get(..length).unwrap_or_default(), ends, gap: 0 },
        }
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
        self.next_line = 1;
    }

    /// Whether csv-core has read anything yet: the first time, it drops a byte order mark.
    pub fn core_has_read(&self) -> bool {
        self.core_has_read
    }

    /// Goes on with the first line that begins after a byte of the file. Nothing has been read yet.
    pub fn jump(&mut self, reader: Box<dyn Read + 'a>, byte: u64) {
        self.text.jump(reader, byte);
    }

    /// The record last read, as it stands in the file, line break excluded.
    pub fn raw(&self) -> &[u8] {
        let raw = self.buffer.get(self.start..self.at).unwrap_or_default();
        raw.strip_suffix(b"\n").or(raw.strip_suffix(b"\r")).unwrap_or(raw)
    }

    /// Reads the next record; blank lines are none.
    pub fn advance(&mut self) -> Next {
        if !self.skip_blank() {
            return Next::End;
        }
        if self.position() >= self.border && self.text.is_verbatim() {
            return Next::Border;
        }
        self.line = self.next_line;
        if self.plain_line() {
            return Next::Record;
        }
        let (mut fields_len, mut ends_len) = (0, 0);
        loop {
            let input = self.buffer.get(self.at..).unwrap_or_default();
            let last = input.is_empty();
            let (fields, ends) = (&mut self.fields[fields_len..], &mut self.ends[ends_len..]);
            let (result, read, wrote, ended) = self.core.read_record(if last { b"\n" } else { input }, fields, ends);
            self.core_has_read = true;
            self.at += if last { 0 } else { read };
            fields_len += wrote;
            ends_len += ended;
            match result {
                ReadRecordResult::Record => break,
                ReadRecordResult::OutputFull => self.fields.resize(self.fields.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::InputEmpty | ReadRecordResult::End if last => {
                    self.resume_after_first_line();
                    return Next::Unclosed;
                }
                ReadRecordResult::InputEmpty | ReadRecordResult::End => {
                    if self.at - self.start > MAX_RECORD_BYTES {
                        self.resume_after_first_line();
                        return Next::TooLong;
                    }
                    self.refill();
                }
            }
        }
        if self.at - self.start > MAX_RECORD_BYTES {
            self.resume_after_first_line();
            return Next::TooLong;
        }
        self.count = ends_len;
        self.count_lines();
        Next::Record
    }

    /// Reads a whole line of the buffer that has no quote in it; `false` where there is none, and nothing was read.
    fn plain_line(&mut self) -> bool {
        self.plain = None;
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        let Some(length) = memchr3(b'\n', b'\r', b'"', rest).filter(|length| *length <= MAX_RECORD_BYTES) else {
            return false;
        };
        let (line, end) = (rest.get(..length).unwrap_or_default(), rest.get(length).copied());
        if end == Some(b'"') {
            return false;
        }
        let mut count = 0;
        for field_end in memchr_iter(self.delimiter, line).chain([length]) {
            if count == self.ends.len() {
                self.ends.resize(self.ends.len() * 2, 0);
            }
            if let Some(slot) = self.ends.get_mut(count) {
                *slot = field_end;
            }
            count += 1;
        }
        self.count = count;
        self.plain = Some(length);
        self.at += length + 1;
        self.after_cr = end == Some(b'\r');
        self.next_line = self.line + 1;
        true
    }

    /// Takes back the record last read, all but its first line: what follows is read as new records.
    pub fn resume_after_first_line(&mut self) {
        self.core.reset();
        self.core_has_read = false;
        self.core_line = 1;
        self.count = 0;
        self.plain = None;
        self.at = self.start;
        self.after_cr = false;
        self.next_line = self.line + 1;
        let ends_line = |byte: &u8| matches!(byte, b'\n' | b'\r');
        loop {
            let rest = self.buffer.get(self.at..).unwrap_or_default();
            if let Some(length) = rest.iter().position(ends_line) {
                self.after_cr = rest.get(length) == Some(&b'\r');
                self.at += length + 1;
                return;
            }
            self.start = self.buffer.len();
            self.at = self.start;
            if !self.refill() {
                return;
            }
        }
    }

    /// Leaves out the lines before `line`, whatever they hold.
    pub fn skip_to_line(&mut self, line: u64) {
        while self.next_line < line {
            // Blank lines count too, and may lead there.
            if !self.skip_blank() || self.next_line >= line {
                return;
            }
            self.line = self.next_line;
            self.resume_after_first_line();
        }
    }

    /// Steps over line breaks; `false` at the end of the text.
    fn skip_blank(&mut self) -> bool {
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
                        return true;
                    }
                }
                self.at += 1;
            }
            self.start = self.at;
            if !self.refill() {
                return false;
            }
        }
    }

    fn count_lines(&mut self) {
        let raw = self.buffer.get(self.start..self.at).unwrap_or_default();
        self.after_cr = raw.last() == Some(&b'\r');
        let line = self.core.line();
        let breaks = line - self.core_line;
        self.core_line = line;
        self.next_line = self.line
            + if self.cr_only {
                raw.iter().filter(|byte| **byte == b'\r').count() as u64
            } else {
                breaks + u64::from(self.after_cr)
            };
        self.next_line = self.next_line.max(self.line + 1);
    }

    /// Reads on; what lies before the record makes room. `false` at the end of the text.
    fn refill(&mut self) -> bool {
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
