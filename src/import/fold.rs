//! Texts in the form in which they are compared: case, accents, spaces and dashes do not count.

/// Lower case, without accents, each run of anything but letters and digits as one space.
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

/// Text that went through a wrong encoding once is read as it was meant: UTF-8 taken for Windows-1252 (`RÃ©pondeur`) or
/// for the Macintosh's (`R√©pondeur`). The second half of the letter tells.
fn letters(text: &str) -> impl Iterator<Item = char> {
    let mut before = ' ';
    text.chars().flat_map(move |c| {
        let plain: &'static str = match (std::mem::replace(&mut before, c), c) {
            (_, 'Ã' | '√') => "",
            ('Ã', '©' | '¨' | 'ª' | '«' | '‰' | 'ˆ' | 'Š' | '‹') => "e",
            ('Ã', '§' | '‡') => "c",
            ('Ã', '´' | '¶' | '”') => "o",
            ('Ã', '®' | '¯' | 'Ž') => "i",
            ('Ã', '»' | '¹' | '¼' | '™' | '›') => "u",
            ('Ã', '\u{A0}' | '¢' | '€' | '‚') => "a",
            ('√', '©' | '®' | '™' | '´' | 'â' | 'à' | 'ä' | 'ã') => "e",
            ('√', 'ß' | 'á') => "c",
            ('√', '¥' | '∂' | 'î') => "o",
            ('√', 'Æ' | 'Ø' | 'é') => "i",
            ('√', 'ª' | 'π' | 'º' | 'ô' | 'õ') => "u",
            ('√', '†' | '¢' | 'Ä' | 'Ç') => "a",
            (_, 'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'À' | 'Á' | 'Â' | 'Ä' | 'Å') => "a",
            (_, 'ç' | 'Ç') => "c",
            (_, 'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë') => "e",
            (_, 'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï') => "i",
            (_, 'ñ' | 'Ñ') => "n",
            (_, 'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' | 'ø' | 'Ø') => "o",
            (_, 'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü') => "u",
            (_, 'ý' | 'ÿ' | 'Ý' | 'Ÿ') => "y",
            (_, 'œ' | 'Œ') => "oe",
            (_, 'æ' | 'Æ') => "ae",
            (_, 'ß') => "ss",
            (_, '\u{FEFF}' | '\u{200B}' | '\u{0300}'..='\u{036F}') => "",
            _ => return "".chars().chain(Some(small(c))),
        };
        plain.chars().chain(None)
    })
}

/// The small letter, of the alphabets whose cases lie side by side: Latin with its extensions, Greek, Cyrillic. The
/// standard library's table of all cases would weigh more than all words of the lexicon.
fn small(c: char) -> char {
    let next = match c as u32 {
        code @ (0x100..=0x136 | 0x14A..=0x176 | 0x1E00..=0x1EFE) if code % 2 == 0 => code + 1,
        code @ (0x139..=0x147 | 0x179..=0x17D) if code % 2 == 1 => code + 1,
        code @ (0x391..=0x3A9 | 0x410..=0x42F) => code + 0x20,
        code @ 0x400..=0x40F => code + 0x50,
        _ => return c.to_ascii_lowercase(),
    };
    char::from_u32(next).unwrap_or(c)
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
        assert_eq!(fold("De\u{301}croche\u{301}"), "decroche");
    }

    #[test]
    fn what_a_wrong_encoding_did_is_undone() {
        for garbled in ["RÃ©pondeur", "R√©pondeur", "RÃ‰PONDEUR", "R√âPONDEUR"] {
            assert_eq!(fold(garbled), "repondeur", "{garbled}");
        }
        assert_eq!(squash("NumÃ©ro prÃ©sentÃ©"), squash("Num√©ro pr√©sent√©"));
        assert_eq!(squash("BoÃ®te vocale refusÃ©e"), "boitevocalerefusee");
        assert_eq!(squash("Bo√Æte vocale annul√©e"), "boitevocaleannulee");
    }

    #[test]
    fn letters_beyond_latin_1_have_a_case_too() {
        for (large, low) in
            [("ŁĄCZNIE", "łącznie"), ("ОТВЕЧЕНО", "отвечено"), ("ΑΠΑΝΤΗΣΗ", "απαντηση"), ("ČASŽ", "časž"), ("ЁЖ", "ёж")]
        {
            assert_eq!(fold(large), fold(low), "{large}");
        }
    }
}
