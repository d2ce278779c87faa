//! The report as JSON, byte for byte as `JSON.stringify` would write it: no spaces, no newline at the end, `62` and
//! not `62.0`.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::shape::Report;

/// The report as compact JSON.
pub fn json(report: &Report) -> String {
    let mut bytes = Vec::new();
    // Writing into memory fails for no value of this type: its keys are texts.
    let _ = report.serialize(&mut Serializer::with_formatter(&mut bytes, AsJavaScript));
    String::from_utf8_lossy(&bytes).into_owned()
}

struct AsJavaScript;

/// Below this every whole figure is exact.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Formatter for AsJavaScript {
    fn write_f64<W: io::Write + ?Sized>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        if value.fract() == 0.0 && value.abs() < EXACT {
            write!(writer, "{}", value as i64)
        } else {
            write!(writer, "{value}") // shortest digits that read back the same, as in JavaScript
        }
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    #[test]
    fn figures_are_written_as_javascript_writes_them() {
        let mut bytes = Vec::new();
        let figures = [62.0, -0.0, -14.2, 0.000_1, 100.0, 37.204_9, 9_007_199_254_740_991.0];
        let written = figures.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, super::AsJavaScript));
        assert!(written.is_ok());
        assert_eq!(String::from_utf8(bytes).as_deref(), Ok("[62,0,-14.2,0.0001,100,37.2049,9007199254740991]"));
    }
}
