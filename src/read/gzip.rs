//! Plain and gzipped files behind one reader that counts the bytes of the file as given.

use std::{
    cell::Cell,
    io::{self, BufReader, Chain, Cursor, Read},
    rc::Rc,
};

use super::{inflate::Gunzip, text::Trouble};

const BUFFER_BYTES: usize = 256 * 1024;

type Raw<'a> = Chain<Cursor<Vec<u8>>, Counted<'a>>;

/// The bytes of a file, unzipped where it is gzipped. An error ends the file and is remembered.
pub struct Unzipped<'a> {
    inner: Inner<'a>,
    read: Rc<Cell<u64>>,
    trouble: Option<Trouble>,
}

enum Inner<'a> {
    Plain(Raw<'a>),
    Gzip(Box<Gunzip<BufReader<Raw<'a>>>>),
}

impl<'a> Unzipped<'a> {
    /// Looks at the first two bytes.
    ///
    /// # Errors
    /// Not even they can be read.
    pub fn open(reader: Box<dyn Read + 'a>) -> io::Result<Self> {
        let read = Rc::new(Cell::new(0));
        let mut counted = Counted { inner: reader, read: Rc::clone(&read), failed: false };
        let mut first = Vec::with_capacity(2);
        (&mut counted).take(2).read_to_end(&mut first)?;
        let gzip = first == [0x1F, 0x8B];
        let raw = Cursor::new(first).chain(counted);
        let inner = if gzip {
            Inner::Gzip(Box::new(Gunzip::new(BufReader::with_capacity(BUFFER_BYTES, raw))))
        } else {
            Inner::Plain(raw)
        };
        Ok(Self { inner, read, trouble: None })
    }

    /// Bytes that are taken as they come.
    pub fn plain(reader: Box<dyn Read + 'a>) -> Self {
        let read = Rc::new(Cell::new(0));
        let counted = Counted { inner: reader, read: Rc::clone(&read), failed: false };
        Self { inner: Inner::Plain(Cursor::new(Vec::new()).chain(counted)), read, trouble: None }
    }

    /// No bytes.
    pub fn empty() -> Unzipped<'static> {
        Unzipped::plain(Box::new(io::empty()))
    }

    /// Whether the file is gzipped.
    pub fn is_gzip(&self) -> bool {
        matches!(self.inner, Inner::Gzip(_))
    }

    /// Bytes of the file read so far.
    pub fn bytes_read(&self) -> u64 {
        self.read.get()
    }

    /// What ended the file early.
    pub fn trouble(&self) -> Option<Trouble> {
        self.trouble
    }

    /// Fills a part of the buffer; 0 at the end, early or not.
    pub fn read(&mut self, buffer: &mut [u8]) -> usize {
        if self.trouble.is_some() {
            return 0;
        }
        loop {
            let result = match &mut self.inner {
                Inner::Plain(raw) => raw.read(buffer),
                Inner::Gzip(gzip) => gzip.read(buffer),
            };
            match result {
                Ok(count) => return count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => {
                    self.trouble = Some(if self.source_failed() { Trouble::Stopped } else { Trouble::Gzip });
                    return 0;
                }
            }
        }
    }

    fn source_failed(&self) -> bool {
        match &self.inner {
            Inner::Plain(_) => true,
            Inner::Gzip(gzip) => gzip.input().get_ref().get_ref().1.failed,
        }
    }
}

/// Counts what is read, and remembers whether the source itself failed (a damaged gzip stream is another matter).
struct Counted<'a> {
    inner: Box<dyn Read + 'a>,
    read: Rc<Cell<u64>>,
    failed: bool,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let result = self.inner.read(buffer);
        match &result {
            Ok(count) => self.read.set(self.read.get() + *count as u64),
            Err(error) => self.failed |= error.kind() != io::ErrorKind::Interrupted,
        }
        result
    }
}
