//! Texts in the form in which they are compared: case, accents, spaces and dashes do not count.

/// Lower case, without accents, each run of anything but letters and digits as one space. Letters beyond Latin-1 stand
/// as they are: the tables of their cases would weigh more than all words of the lexicon.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in letters(text) {
        if c.is_alphanumeric() {
            folded.push(c);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The same without the spaces: `call_id`, `Call ID` and `CallId` are one header.
pub fn squash(text: &str) -> String {
    letters(text).filter(|c| c.is_alphanumeric()).collect()
}

/// Text that went through a wrong encoding once (`RÃ©pondeur`) is read as it was meant: its second half tells.
fn letters(text: &str) -> impl Iterator<Item = char> {
    let mut garbled = false;
    text.chars().flat_map(move |c| {
        let was = std::mem::replace(&mut garbled, c == 'Ã');
        let plain: &'static str = match c {
            'Ã' => "",
            '©' | '¨' | 'ª' if was => "e",
            '§' if was => "c",
            '´' | '¶' if was => "o",
            '®' | '¯' if was => "i",
            '»' | '¹' | '¼' if was => "u",
            '\u{A0}' | '¢' if was => "a",
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'À' | 'Á' | 'Â' | 'Ä' | 'Å' => "a",
            'ç' | 'Ç' => "c",
            'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' => "e",
            'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => "i",
            'ñ' | 'Ñ' => "n",
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' => "o",
            'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => "u",
            'ý' | 'ÿ' | 'Ý' => "y",
            'œ' | 'Œ' => "oe",
            'æ' | 'Æ' => "ae",
            'ß' => "ss",
            '\u{FEFF}' | '\u{200B}' | '\u{0300}'..='\u{036F}' => "",
            _ => return "".chars().chain(Some(c.to_ascii_lowercase())),
        };
        plain.chars().chain(None)
    })
}

#[cfg(test)]
mod tests {
    use super::{fold, squash};

    #[test]
    fn case_accents_and_separators_do_not_count() {
        assert_eq!(fold("  Numéro_Présenté "), "numero presente");
        assert_eq!(fold("No-Answer"), "no answer");
        assert_eq!(squash("Duration (in call)"), "durationincall");
        assert_eq!(squash("CallId"), squash("\u{FEFF}call_id"));
        assert_eq!(fold("RÃ©pondeur"), "repondeur");
        assert_eq!(fold("De\u{301}croche\u{301}"), "decroche");
    }
}
