//! Files of the browser as sources of bytes: streams that answer when they like.

use std::io::{self, Read};

use js_sys::{ArrayBuffer, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::{
    import::{Need, Source, Taker},
    read::{End, HEAD_BYTES},
};

/// The one buffer of a stream. It lies outside this module's memory, goes to the browser and comes back filled.
const BUFFER_BYTES: u32 = 1 << 20;
/// The first bytes, of which often no more than the head of the file is wanted.
const FIRST_BYTES: u32 = HEAD_BYTES as u32;

/// Reads a file, or a range of one (`file.slice(from, to)`), to where nothing is needed any more. Bytes arrive while
/// those before are counted.
pub async fn feed(file: &Blob, taker: &mut dyn Taker) {
    let mut stream = Bytes::from(file, 0);
    loop {
        match taker.need() {
            Need::Nothing => break,
            Need::From(byte) => {
                stream.close();
                stream = Bytes::from(file, byte);
            }
            Need::More => {}
        }
        match stream.next().await {
            Ok(Some(bytes)) => {
                taker.push(bytes.length() as usize, &mut |room| bytes.copy_to(room));
                stream.go_on(&bytes);
            }
            Ok(None) => taker.end(End::Whole),
            // Deleted, moved or changed since the user gave it: the browser refuses to read on.
            Err(_) => {
                stream.reader = None;
                taker.end(End::Stopped);
            }
        }
    }
    stream.close();
}

#[wasm_bindgen]
extern "C" {
    type Stream;
    /// Throws in browsers whose file streams fill no buffers (Safari).
    #[wasm_bindgen(method, catch, js_name = getReader)]
    fn reader(this: &Stream, options: &Object) -> Result<Filler, JsValue>;

    /// A `ReadableStreamBYOBReader`.
    type Filler;
    #[wasm_bindgen(method)]
    fn read(this: &Filler, room: &Uint8Array) -> Promise;
    #[wasm_bindgen(method)]
    fn cancel(this: &Filler);
}

fn filler(file: &Blob, from: f64) -> Option<Filler> {
    let rest = file.slice_with_f64_and_f64(from, file.size()).ok()?;
    let options = Object::new();
    Reflect::set(&options, &"mode".into(), &"byob".into()).ok()?;
    rest.stream().unchecked_into::<Stream>().reader(&options).ok()
}

/// The bytes of a file from one byte on.
struct Bytes<'a> {
    file: &'a Blob,
    /// `None` in browsers without streams that fill a buffer.
    reader: Option<Filler>,
    /// What was asked for and has not been taken.
    asked: Option<Promise>,
    at: f64,
    /// Whether the first bytes have come.
    begun: bool,
}

impl<'a> Bytes<'a> {
    fn from(file: &'a Blob, byte: u64) -> Self {
        let at = byte as f64;
        Self { file, reader: filler(file, at), asked: None, at, begun: false }
    }

    /// The next bytes; `None` at the end.
    async fn next(&mut self) -> Result<Option<Uint8Array>, JsValue> {
        let asked = match self.asked.take() {
            Some(asked) => asked,
            None if self.at >= self.file.size() => return Ok(None),
            None => self.ask(&ArrayBuffer::new(BUFFER_BYTES), FIRST_BYTES)?,
        };
        let answer = JsFuture::from(asked).await?;
        let bytes = match &self.reader {
            Some(_) => Reflect::get(&answer, &"value".into())?.dyn_into::<Uint8Array>()?,
            None => Uint8Array::new(&answer),
        };
        if bytes.length() == 0 && self.at < self.file.size() {
            return Err(JsValue::NULL); // it was shortened while it was read
        }
        self.at += f64::from(bytes.length());
        Ok(Some(bytes).filter(|bytes| bytes.length() > 0))
    }

    /// Asks for the bytes that follow those, which have been taken.
    fn go_on(&mut self, taken: &Uint8Array) {
        // After the head another place is often wanted.
        if std::mem::replace(&mut self.begun, true) && self.at < self.file.size() {
            self.asked = self.ask(&taken.buffer(), BUFFER_BYTES).ok();
        }
    }

    fn ask(&self, buffer: &ArrayBuffer, length: u32) -> Result<Promise, JsValue> {
        match &self.reader {
            Some(reader) => {
                let room = Uint8Array::new_with_byte_offset_and_length(buffer, 0, length);
                Ok(reader.read(&room))
            }
            None => Ok(self.file.slice_with_f64_and_f64(self.at, self.at + f64::from(length))?.array_buffer()),
        }
    }

    /// Lets go of the file.
    fn close(&mut self) {
        if let Some(reader) = self.reader.take() {
            reader.cancel();
        }
    }
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
