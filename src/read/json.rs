//! JSON as a tree, for the answers of reputation tools: small files, read whole.

use crate::model::decimal;

/// A value. Numbers stay as written.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true`, `false`, a number, or a text.
    Text(String),
    /// `[…]`.
    List(Vec<Json>),
    /// `{…}`, in the file's order.
    Object(Vec<(String, Json)>),
}

/// Nothing that a tool answers is nested deeper.
const DEEPEST: usize = 32;

impl Json {
    /// Reads a text; `None` where it is no JSON.
    pub fn read(text: &str) -> Option<Self> {
        let mut rest = text.trim_start_matches('\u{FEFF}');
        let value = value(&mut rest, 0)?;
        rest.trim().is_empty().then_some(value)
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(entries) = self else { return None };
        entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The text of a plain value.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }
}

fn value(rest: &mut &str, depth: usize) -> Option<Json> {
    *rest = rest.trim_start();
    if depth > DEEPEST {
        return None;
    }
    match rest.chars().next()? {
        '{' => {
            let mut entries = Vec::new();
            items(rest, '}', |rest| {
                let key = string(rest)?;
                *rest = rest.trim_start().strip_prefix(':')?;
                entries.push((key, value(rest, depth + 1)?));
                Some(())
            })?;
            Some(Json::Object(entries))
        }
        '[' => {
            let mut list = Vec::new();
            items(rest, ']', |rest| {
                list.push(value(rest, depth + 1)?);
                Some(())
            })?;
            Some(Json::List(list))
        }
        '"' => string(rest).map(Json::Text),
        _ => {
            let end = rest.find([',', '}', ']', ' ', '\n', '\r', '\t']).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            *rest = after;
            match word {
                "null" => Some(Json::Null),
                "true" | "false" => Some(Json::Text(word.to_owned())),
                _ => decimal(word).map(|_| Json::Text(word.to_owned())),
            }
        }
    }
}

/// What stands between a bracket and its end, separated by commas.
fn items<'t>(rest: &mut &'t str, end: char, mut one: impl FnMut(&mut &'t str) -> Option<()>) -> Option<()> {
    *rest = rest.get(1..)?.trim_start();
    if let Some(after) = rest.strip_prefix(end) {
        *rest = after;
        return Some(());
    }
    loop {
        *rest = rest.trim_start();
        one(rest)?;
        *rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix(end) {
            *rest = after;
            return Some(());
        }
        *rest = rest.strip_prefix(',')?;
    }
}

fn string(rest: &mut &str) -> Option<String> {
    let mut text = String::new();
    let mut chars = rest.strip_prefix('"')?.chars();
    loop {
        match chars.next()? {
            '"' => break,
            '\\' => match chars.next()? {
                'n' => text.push('\n'),
                't' => text.push('\t'),
                'r' => text.push('\r'),
                'b' | 'f' => {}
                'u' => {
                    let code = chars.as_str().get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok())?;
                    chars = chars.as_str().get(4..)?.chars();
                    // Halves of a pair stand for letters that no number, date or grade has.
                    text.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                }
                plain => text.push(plain),
            },
            plain => text.push(plain),
        }
    }
    *rest = chars.as_str();
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn a_tree_is_read_and_what_is_none_is_refused() {
        let json = Json::read(r#" {"a": [1, -2.5e3, true, null], "b": {"c": "d\"\u00e9\n"}, "e": []} "#);
        let json = json.unwrap_or(Json::Null);
        assert_eq!(json.get("b").and_then(|b| b.get("c")).and_then(Json::text), Some("d\"é\n"));
        let Some(Json::List(list)) = json.get("a") else { unreachable!("a list") };
        assert_eq!(list.iter().map(Json::text).collect::<Vec<_>>(), [Some("1"), Some("-2.5e3"), Some("true"), None]);
        for broken in ["", "{", "[1,]", "{\"a\":}", "[1] 2", "{a:1}", "[\"a]", "word", &"[".repeat(100_000)] {
            assert_eq!(Json::read(broken), None, "{}", broken.get(..8).unwrap_or(broken));
        }
    }
}
