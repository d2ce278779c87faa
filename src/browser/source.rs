//! Files of the browser as sources of bytes. In a worker only: `FileReaderSync` exists nowhere else.

use std::io::{self, Read};

use js_sys::{Error, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, FileReaderSync};

use crate::{import::Source, read::HEAD_BYTES};

/// Bytes fetched at a time. They lie outside this module's memory, which therefore does not grow with the file. With
/// slices of 1 MB a file of 1 GB took half as long again; with 8 MB it was no faster, and the browser let go of them
/// too late.
const SLICE_BYTES: f64 = (4 << 20) as f64;
/// The first slice, of which often no more than the head of the file is wanted.
const FIRST_SLICE_BYTES: f64 = HEAD_BYTES as f64;

/// A `File`, read slice by slice.
pub struct FileSource {
    file: File,
    name: String,
}

impl FileSource {
    /// The source of a file that the user has given.
    pub fn new(file: File) -> Self {
        let name = file.name();
        Self { file, name }
    }
}

impl Source for FileSource {
    fn name(&self) -> &str {
        &self.name
    }

    fn len(&self) -> u64 {
        self.file.size() as u64
    }

    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        self.open_at(0)
    }

    fn open_at(&self, byte: u64) -> io::Result<Box<dyn Read + '_>> {
        let reader = FileReaderSync::new().map_err(|error| unreadable(&error))?;
        Ok(Box::new(Slices {
            file: &self.file,
            reader,
            size: self.file.size(),
            next: byte as f64,
            length: FIRST_SLICE_BYTES,
            slice: Uint8Array::new_with_length(0),
            at: 0,
        }))
    }
}

struct Slices<'a> {
    file: &'a File,
    reader: FileReaderSync,
    size: f64,
    next: f64,
    length: f64,
    slice: Uint8Array,
    at: u32,
}

impl Read for Slices<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at == self.slice.length() {
            if self.next >= self.size {
                return Ok(0);
            }
            let end = (self.next + self.length).min(self.size);
            self.length = SLICE_BYTES;
            let blob = self.file.slice_with_f64_and_f64(self.next, end).map_err(|error| unreadable(&error))?;
            let bytes = self.reader.read_as_array_buffer(&blob).map_err(|error| unreadable(&error))?;
            self.slice = Uint8Array::new(&bytes);
            self.at = 0;
            self.next = end;
            if self.slice.length() == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into()); // it was shortened while it was read
            }
        }
        let count = into.len().min((self.slice.length() - self.at) as usize);
        self.slice.subarray(self.at, self.at + count as u32).copy_to(&mut into[..count]);
        self.at += count as u32;
        Ok(count)
    }
}

/// A file that was deleted, moved or changed since the user gave it: the browser refuses to read on.
fn unreadable(error: &JsValue) -> io::Error {
    let why = error.dyn_ref::<Error>().map_or_else(String::new, |error| String::from(error.message()));
    io::Error::new(io::ErrorKind::NotFound, why)
}

/// Bytes that are in memory already: pasted text, or what a caller of `analyze` hands over.
pub struct BytesSource {
    name: String,
    bytes: Vec<u8>,
}

impl BytesSource {
    /// The source of these bytes.
    pub fn new(name: String, bytes: Vec<u8>) -> Self {
        Self { name, bytes }
    }
}

impl Source for BytesSource {
    fn name(&self) -> &str {
        &self.name
    }

    fn len(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        self.open_at(0)
    }

    fn open_at(&self, byte: u64) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(self.bytes.get(byte as usize..).unwrap_or_default()))
    }
}
