//! Every text of the page, as its readers would correct it: the source of `src/app/words/` is read phrase by phrase, so
//! that a new text is held to it without being entered anywhere.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A phrase of the source, and where it stands.
struct Pair {
    file: String,
    en: String,
    fr: String,
}

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the words are there") {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, into);
        } else if path.extension().is_some_and(|end| end == "rs") {
            into.push(path);
        }
    }
}

/// The literals of a source without its tests and comments: text and the byte at which each begins and ends.
fn literals(source: &str) -> Vec<(usize, usize, String)> {
    let mut found = Vec::new();
    let mut letters = source.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '/' if letters.peek().is_some_and(|(_, next)| *next == '/') => {
                for (_, next) in letters.by_ref() {
                    if next == '\n' {
                        break;
                    }
                }
            }
            // A letter such as '"' is not a text; a lifetime has no second quote.
            '\'' => {
                let rest = &source[at + 1..];
                let width = rest.chars().next().map_or(0, char::len_utf8);
                let escaped = rest.starts_with('\\');
                let end = if escaped { rest[1..].find('\'').map(|end| end + 1) } else { Some(width) };
                if let Some(end) = end.filter(|end| rest[*end..].starts_with('\'')) {
                    while letters.next_if(|(place, _)| *place <= at + 1 + end).is_some() {}
                }
            }
            '"' => {
                let mut text = String::new();
                while let Some((end, letter)) = letters.next() {
                    match letter {
                        '"' => {
                            found.push((at, end, text));
                            break;
                        }
                        '\\' => match letters.next() {
                            Some((_, 'u')) => {
                                let code: String = letters
                                    .by_ref()
                                    .map(|(_, letter)| letter)
                                    .take_while(|letter| *letter != '}')
                                    .collect();
                                let code = u32::from_str_radix(code.trim_start_matches('{'), 16).unwrap();
                                text.push(char::from_u32(code).unwrap());
                            }
                            Some((_, '\n')) => while letters.next_if(|(_, letter)| letter.is_whitespace()).is_some() {},
                            Some((_, 'n')) => text.push('\n'),
                            Some((_, other)) => text.push(other),
                            None => {}
                        },
                        other => text.push(other),
                    }
                }
            }
            _ => {}
        }
    }
    found
}

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app/words");
    let mut paths = Vec::new();
    files(&root, &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let source = fs::read_to_string(&path).unwrap();
            let words = source.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            (path.strip_prefix(&root).unwrap().display().to_string(), words)
        })
        .collect()
}

fn pairs() -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (file, source) in sources() {
        let literals = literals(&source);
        for (at, _) in source.match_indices("phrase(") {
            let start = at + "phrase(".len();
            let Some(place) = literals.iter().position(|(begin, ..)| *begin >= start) else { continue };
            let Some([(begin, end, en), (second, _, fr)]) = literals.get(place..place + 2) else { continue };
            // Two literals with nothing but a comma between them.
            let apart = source[end + 1..*second].trim().trim_matches(',').trim();
            if source[start..*begin].trim().is_empty() && apart.is_empty() {
                pairs.push(Pair { file: file.clone(), en: en.clone(), fr: fr.clone() });
            }
        }
    }
    pairs
}

/// Fails with all that is wrong, not only with the first.
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} texts:\n{}", wrong.len(), wrong.join("\n"));
}

fn wrong(of: impl Fn(&Pair) -> Option<String>) -> Vec<String> {
    pairs()
        .iter()
        .filter_map(|pair| of(pair).map(|why| format!("{}: {why}: {:?} / {:?}", pair.file, pair.en, pair.fr)))
        .collect()
}

#[test]
fn the_words_are_found_in_the_source() {
    let pairs = pairs();
    assert!(pairs.len() > 500, "{}", pairs.len());
    assert!(pairs.iter().any(|pair| pair.en == "Answer rate" && pair.fr == "Taux de décroché"));
}

#[test]
fn both_languages_have_the_same_gaps_and_the_same_end() {
    let end = |text: &str| {
        text.trim_end_matches(['»', '”', ' ', '\u{a0}', ')']).chars().next_back().filter(|end| ".…?:".contains(*end))
    };
    none(&wrong(|Pair { en, fr, .. }| {
        if en.is_empty() || fr.is_empty() {
            return Some("nothing said".to_owned());
        }
        if en.matches("{}").count() != fr.matches("{}").count() {
            return Some("other gaps".to_owned());
        }
        // The head of a narrow column may be cut short.
        let short = en.len().max(fr.len()) < 20;
        (!short && end(en) != end(fr)).then(|| "another end".to_owned())
    }));
}

#[test]
fn french_sets_its_spaces_its_apostrophes_and_its_quotes() {
    none(&wrong(|Pair { fr, .. }| {
        let letters: Vec<char> = fr.chars().collect();
        for (at, letter) in letters.iter().enumerate() {
            let before = at.checked_sub(1).map(|at| letters[at]);
            let after = letters.get(at + 1).copied();
            let asks = match letter {
                // Not in 12:30, not in an address.
                ':' if after.is_none_or(char::is_whitespace) => Some('\u{a0}'),
                // A key is named in brackets: (?).
                ';' | '!' | '?' if before != Some('(') => Some('\u{202f}'),
                '»' => Some('\u{a0}'),
                '%' if before.is_some_and(|before| before != '(') => Some('\u{a0}'),
                _ => None,
            };
            if let Some(space) = asks
                && before != Some(space)
                && at > 0
            {
                return Some(format!("{letter:?} after {before:?}"));
            }
            if *letter == '«' && after != Some('\u{a0}') {
                return Some("« without its space".to_owned());
            }
        }
        fr.contains(['\'', '"', '“', '”']).then(|| "a straight or an English quote".to_owned())
    }));
}

#[test]
fn english_sets_its_quotes_and_no_space_before_a_mark() {
    none(&wrong(|Pair { en, .. }| {
        let spaced =
            [" :", " ;", " !", " ?", " %", "\u{a0}:", "\u{a0}%", "\u{202f};"].iter().any(|mark| en.contains(mark));
        let percent = en.match_indices('%').any(|(at, _)| at > 0 && !en[..at].ends_with(['\u{202f}', '(']));
        if spaced || percent {
            return Some("a space before a mark, or none before %".to_owned());
        }
        en.contains(['\'', '"', '«', '»']).then(|| "a straight or a French quote".to_owned())
    }));
}

#[test]
fn nobody_shouts_and_nobody_doubles_a_space() {
    none(&wrong(|Pair { en, fr, .. }| {
        [en, fr]
            .iter()
            .any(|text| text.contains("  ") || text.contains("...") || text.contains('!'))
            .then(|| "style".to_owned())
    }));
}

/// One term per notion: the words that are not ours, in lower case.
#[test]
fn a_notion_has_one_name() {
    const NOT_OURS: [(&str, &str); 14] = [
        ("insight", ""),
        ("insufficient data", ""),
        ("pick-up rate", ""),
        ("connect rate", ""),
        ("mailbox", ""),
        ("statistically", ""),
        ("", "taux de réponse"),
        ("", "taux de conversion"),
        ("", "boîte vocale"),
        ("", "call center"),
        ("", "dashboard"),
        ("", "significati"),
        ("", "données insuffisantes"),
        ("", "uploader"),
    ];
    none(&wrong(|Pair { en, fr, .. }| {
        let (en, fr) = (en.to_lowercase(), fr.to_lowercase());
        NOT_OURS
            .iter()
            .find(|(english, french)| {
                (!english.is_empty() && en.contains(english)) || (!french.is_empty() && fr.contains(french))
            })
            .map(|(english, french)| format!("{english}{french}"))
    }));
}

#[test]
fn french_says_vous_and_never_tu() {
    none(&wrong(|Pair { fr, .. }| {
        let words: Vec<String> =
            fr.to_lowercase().split(|letter: char| !letter.is_alphabetic()).map(str::to_owned).collect();
        words.iter().any(|word| ["tu", "toi", "tes"].contains(&word.as_str())).then(|| "tu".to_owned())
    }));
}

/// Sentences that are put together in code have no pair: their pieces are held to the spaces at least.
#[test]
fn no_piece_of_a_sentence_has_a_space_that_breaks_before_a_mark() {
    let mut wrong = Vec::new();
    for (file, source) in sources() {
        for (_, _, text) in literals(&source) {
            for mark in [" :", " ;", " ?", " !", " »", "« ", " %"] {
                if text.contains(mark) {
                    wrong.push(format!("{file}: {text:?}"));
                }
            }
        }
    }
    none(&wrong);
}
