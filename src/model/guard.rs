//! Text that leaves in a CSV and must not be taken for a formula by a spreadsheet.

use std::borrow::Cow;

/// A text with a `'` in front where a spreadsheet would take it for a formula: where it starts with `=`, `+`, `-`, `@`,
/// tab or carriage return, apostrophes aside. [`unguarded`] takes off exactly what this puts on.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if looks_like_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text without the `'` that [`guarded`] put in front.
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| looks_like_formula(rest)).unwrap_or(text)
}

fn looks_like_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::{guarded, unguarded};

    #[test]
    fn a_text_that_looks_like_a_formula_is_guarded_and_comes_back() {
        for (text, written) in [
            ("Mutuelle", "Mutuelle"),
            ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
            ("'=1", "''=1"),
            ("'quoted'", "'quoted'"),
            ("-", "'-"),
            ("", ""),
        ] {
            assert_eq!(guarded(text), written);
            assert_eq!(unguarded(&guarded(text)), text);
        }
    }
}
