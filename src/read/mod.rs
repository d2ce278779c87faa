//! Bytes → records: encoding, gzip, dialect, record splitting. Knows nothing of calls.
//!
//! A new encoding or compression is one file here and one arm where the source is opened.

mod dialect;
mod encoding;
mod hash;
mod inflate;
mod inlet;
mod json;
mod magic;
mod marks;
mod record;
mod records;
mod text;
mod windows1252;

pub use dialect::{HeadRecord, Sample, sample};
pub use encoding::{Decoder, Encoding};
pub use hash::{hash64, id_hash, record_hash, word};
pub use inflate::{Checksum, Frame, Inflate};
pub use inlet::{End, Flow, Trouble};
pub use json::Json;
pub use record::Record;
pub use records::{MAX_RECORD_BYTES, Next, Records};
pub use text::{HEAD_BYTES, Opening, Text};
