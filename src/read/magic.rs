//! What a file is by its first bytes, where it is no text at all.

use crate::model::ProblemKind;

/// The kind of a file that holds no table, by the signatures of the formats people drop by mistake.
pub fn not_text(head: &[u8]) -> Option<ProblemKind> {
    if head.is_empty() {
        return Some(ProblemKind::EmptyFile);
    }
    let starts = |signature: &[u8]| head.starts_with(signature);
    if head.iter().take(1024).collect::<Vec<_>>().windows(5).any(|five| five.iter().copied().eq(b"%PDF-")) {
        return Some(ProblemKind::Pdf);
    }
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        let has = |name: &[u8]| head.windows(name.len()).take(4096).any(|part| part == name);
        let workbook = has(b"[Content_Types].xml") || has(b"_rels/") || has(b"xl/") || has(b"opendocument.spreadsheet");
        return Some(if workbook { ProblemKind::Workbook } else { ProblemKind::Archive });
    }
    if starts(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(ProblemKind::Workbook);
    }
    let image = starts(b"\x89PNG")
        || starts(b"\xFF\xD8\xFF")
        || starts(b"GIF8")
        || starts(b"II*\0")
        || starts(b"MM\0*")
        || (starts(b"RIFF") && head.get(8..12) == Some(b"WEBP"))
        || (head.get(4..8) == Some(b"ftyp"));
    if image {
        return Some(ProblemKind::Image);
    }
    if starts(b"7z\xBC\xAF\x27\x1C")
        || starts(b"Rar!")
        || starts(b"BZh")
        || starts(b"\x28\xB5\x2F\xFD")
        || starts(b"\xFD7zXZ")
    {
        return Some(ProblemKind::Archive);
    }
    None
}

/// Whether decoded text is not text after all: control characters that no table holds.
pub fn is_binary(text: &[u8]) -> bool {
    let odd = text.iter().filter(|byte| matches!(byte, 0..=8 | 14..=31 | 127)).count();
    odd * 50 > text.len()
}
