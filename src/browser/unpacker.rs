//! The side of the worker that unpacks: takes a file, answers with the tables in it. They are kept by the browser, not in
//! this module's memory.
//!
//! Page → worker: a `File`. Worker → page: a list of `[name, Blob]`, or `[name, bytes of a ProblemKind]`.

use std::io::{self, Read};

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

use super::protocol::pack;
use crate::{
    import::Source,
    model::ProblemKind,
    unpack::{Tables, unpack},
};

/// Bytes of a file fetched at a time.
const SLICE_BYTES: f64 = (1 << 20) as f64;
/// Bytes of a table that are handed to the browser at a time.
const PIECE_BYTES: usize = 4 << 20;

/// Serves until the page terminates the worker, and says `ready` first.
///
/// # Errors
/// The page cannot be spoken to.
pub fn serve() -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let mut tables = Kept::default();
        unpack(&Slices { name: name_of(&event.data()), file: event.data().unchecked_into() }, &mut tables);
        let _ = page.post_message(&tables.finish()); // a page that is gone cannot be answered
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    scope.post_message(&"ready".into())
}

fn name_of(file: &JsValue) -> String {
    file.dyn_ref::<File>().map(File::name).unwrap_or_default()
}

/// The tables so far, and the one at hand.
#[derive(Default)]
struct Kept {
    all: Array,
    name: Option<String>,
    pieces: Array,
    piece: Vec<u8>,
    refused: Option<ProblemKind>,
}

impl Kept {
    fn close(&mut self) {
        let Some(name) = self.name.take() else { return };
        let blob = self.flush().and_then(|()| Blob::new_with_blob_sequence(&self.pieces).map_err(|_| no_room()));
        let refused = self.refused.take().or_else(|| blob.is_err().then_some(ProblemKind::UnpacksTooLarge));
        let content: JsValue = match (refused, blob) {
            (None, Ok(blob)) => blob.into(),
            (refused, _) => pack(&refused.unwrap_or(ProblemKind::ReaderFailed)).unwrap_or_default().into(),
        };
        self.all.push(&Array::of2(&name.into(), &content));
        self.pieces = Array::new();
        self.piece.clear();
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let bytes = Array::of1(&Uint8Array::from(&*self.piece));
        let blob = Blob::new_with_u8_array_sequence(&bytes).map_err(|_| no_room())?;
        self.pieces.push(&blob);
        self.piece.clear();
        Ok(())
    }

    fn finish(mut self) -> Array {
        self.close();
        self.all
    }
}

fn no_room() -> io::Error {
    io::ErrorKind::OutOfMemory.into()
}

impl Tables for Kept {
    fn begin(&mut self, name: String) {
        self.close();
        self.name = Some(name);
    }

    fn push(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE_BYTES { self.flush() } else { Ok(()) }
    }

    fn refuse(&mut self, why: ProblemKind) {
        self.refused = Some(why);
    }
}

/// A `File`, read slice by slice. In a worker only: `FileReaderSync` exists nowhere else. An archive is read here and
/// there, so a stream of it would be of no use.
struct Slices {
    name: String,
    file: File,
}

impl Source for Slices {
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
        let reader = FileReaderSync::new().map_err(|_| unreadable())?;
        let slice = Uint8Array::new_with_length(0);
        Ok(Box::new(Slice { file: &self.file, reader, next: byte as f64, slice, at: 0 }))
    }
}

struct Slice<'a> {
    file: &'a File,
    reader: FileReaderSync,
    next: f64,
    slice: Uint8Array,
    at: u32,
}

impl Read for Slice<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let slice = &mut self.slice;
        if self.at == slice.length() {
            if self.next >= self.file.size() {
                return Ok(0);
            }
            // Who asks for a little (a header, a directory) is not given a megabyte.
            let wanted = (into.len() as f64).clamp(4096.0, SLICE_BYTES);
            let end = (self.next + wanted).min(self.file.size());
            let blob = self.file.slice_with_f64_and_f64(self.next, end).map_err(|_| unreadable())?;
            let bytes = self.reader.read_as_array_buffer(&blob).map_err(|_| unreadable())?;
            *slice = Uint8Array::new(&bytes);
            self.at = 0;
            self.next = end;
            if slice.length() == 0 {
                return Err(unreadable()); // it was shortened while it was read
            }
        }
        let count = into.len().min((slice.length() - self.at) as usize);
        slice.subarray(self.at, self.at + count as u32).copy_to(&mut into[..count]);
        self.at += count as u32;
        Ok(count)
    }
}

/// A file that was deleted, moved or changed since the user gave it.
fn unreadable() -> io::Error {
    io::ErrorKind::NotFound.into()
}
