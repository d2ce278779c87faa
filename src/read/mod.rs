//! Bytes → records: encoding, gzip, dialect, record splitting. Knows nothing of calls.
//!
//! A new encoding or compression is one file here and one arm where the source is opened.
