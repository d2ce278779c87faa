//! XML as workbooks have it: tags, attributes and texts, one after the other. Prefixes of names are left out, comments
//! and processing instructions read over; a document type is none of a workbook's, and is refused with the rest that is
//! not well-formed.

use std::io::{self, BufRead, BufReader, Read};

/// No tag and no text of a workbook is longer: Excel's cells end at 32,767 letters.
const LONGEST: usize = 1 << 20;

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// `<name …>`; [`Xml::name`] and [`Xml::attribute`] tell more. An empty tag `<name/>` starts and ends.
    Start,
    /// `</name>`.
    End,
    /// [`Xml::text`] is what stands between two tags.
    Text,
    /// Nothing any more.
    Over,
}

/// A document being read.
pub struct Xml<R> {
    input: BufReader<R>,
    tag: Vec<u8>,
    text: String,
    /// A start whose end is told next: `<name/>`.
    empty: bool,
    in_tag: bool,
}

impl<R: Read> Xml<R> {
    /// Nothing is read yet.
    pub fn new(input: R) -> Self {
        Self {
            input: BufReader::with_capacity(64 * 1024, input),
            tag: Vec::new(),
            text: String::new(),
            empty: false,
            in_tag: false,
        }
    }

    /// The next event.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidData`] where this is no XML; else what the source says.
    pub fn next(&mut self) -> io::Result<Event> {
        if std::mem::take(&mut self.empty) {
            return Ok(Event::End);
        }
        if !self.in_tag {
            self.tag.clear();
            let found = self.until(b'<')?;
            self.in_tag = found;
            if self.tag.iter().any(|byte| !byte.is_ascii_whitespace()) || found && !self.tag.is_empty() {
                self.text.clear();
                unescape(std::str::from_utf8(&self.tag).map_err(|_| invalid())?, &mut self.text);
                return Ok(Event::Text);
            }
            if !found {
                return Ok(Event::Over);
            }
        }
        self.in_tag = false;
        self.tag.clear();
        if !self.until(b'>')? {
            return Err(invalid());
        }
        for (opens, closes) in [(&b"!--"[..], &b"--"[..]), (b"?", b"?"), (b"![CDATA[", b"]]")] {
            if !self.tag.starts_with(opens) {
                continue;
            }
            while !(self.tag.len() >= opens.len() + closes.len() && self.tag.ends_with(closes)) {
                self.tag.push(b'>');
                if !self.until(b'>')? {
                    return Err(invalid());
                }
            }
            if opens.len() == 8 {
                let inner = self.tag.get(8..self.tag.len() - 2).unwrap_or_default();
                self.text = std::str::from_utf8(inner).map_err(|_| invalid())?.to_owned();
                return Ok(Event::Text);
            }
            return self.next();
        }
        match self.tag.first() {
            Some(b'!') | None => Err(invalid()),
            Some(b'/') => {
                self.tag.remove(0);
                Ok(Event::End)
            }
            Some(_) => {
                self.empty = self.tag.last() == Some(&b'/');
                if self.empty {
                    self.tag.pop();
                }
                Ok(Event::Start)
            }
        }
    }

    /// Reads over the rest, of which nothing is wanted but that it is whole: its checksum is told at its end.
    ///
    /// # Errors
    /// What the source says.
    pub fn finish(&mut self) -> io::Result<()> {
        io::copy(&mut self.input, &mut io::sink()).map(drop)
    }

    /// The name of the tag, without its prefix.
    pub fn name(&self) -> &[u8] {
        local(self.tag.split(u8::is_ascii_whitespace).next().unwrap_or_default())
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The value of an attribute of the tag, by its name without prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = std::str::from_utf8(&self.tag).ok()?;
        rest = rest.get(rest.find(|c: char| c.is_ascii_whitespace())?..)?;
        loop {
            let (key, after) = rest.split_once('=')?;
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, tail) = after.get(1..)?.split_once(quote)?;
            if local(key.trim().as_bytes()) == name.as_bytes() {
                let mut text = String::new();
                unescape(value, &mut text);
                return Some(text);
            }
            rest = tail;
        }
    }

    /// Appends what comes before a byte, which is dropped; `false` where it does not come any more.
    fn until(&mut self, byte: u8) -> io::Result<bool> {
        let from = self.tag.len();
        (&mut self.input).take((LONGEST - from.min(LONGEST)) as u64).read_until(byte, &mut self.tag)?;
        if self.tag.len() > from && self.tag.last() == Some(&byte) {
            self.tag.pop();
            return Ok(true);
        }
        if self.tag.len() >= LONGEST { Err(invalid()) } else { Ok(false) }
    }
}

fn local(name: &[u8]) -> &[u8] {
    name.rsplit(|byte| *byte == b':').next().unwrap_or(name)
}

fn invalid() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

/// Appends a text with its entities resolved; what is none stays as it stands.
fn unescape(mut rest: &str, into: &mut String) {
    while let Some((before, after)) = rest.split_once('&') {
        into.push_str(before);
        let known = after.split_once(';').and_then(|(name, tail)| Some((entity(name)?, tail)));
        match known {
            Some((letter, tail)) => {
                into.push(letter);
                rest = tail;
            }
            None => {
                into.push('&');
                rest = after;
            }
        }
    }
    into.push_str(rest);
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let code = name.strip_prefix('#')?;
            let code = match code.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => code.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{Event, Xml};

    fn told(text: &str) -> Option<Vec<String>> {
        let mut xml = Xml::new(text.as_bytes());
        let mut said = Vec::new();
        loop {
            said.push(match xml.next().ok()? {
                Event::Start => format!("<{}", String::from_utf8_lossy(xml.name())),
                Event::End => ">".to_owned(),
                Event::Text => xml.text().to_owned(),
                Event::Over => return Some(said),
            });
        }
    }

    #[test]
    fn tags_texts_entities_and_what_is_read_over() {
        let text = "<?xml version=\"1.0\"?><!-- a > b --><x:a><b r='1'/>R&#xE9;p &amp; co<![CDATA[<i>&amp;]]> </x:a>";
        let said = told(text).unwrap_or_default();
        assert_eq!(said, ["<a", "<b", ">", "Rép & co", "<i>&amp;", " ", ">"]);
    }

    #[test]
    fn an_attribute_is_found_whatever_its_prefix_and_quotes() {
        let mut xml = Xml::new(&b"<sheet name='A &quot;B&quot;' r:id=\"rId1\" state = \"hidden\"/>"[..]);
        assert_eq!(xml.next().ok(), Some(Event::Start));
        let of = |name| xml.attribute(name);
        assert_eq!(of("name").as_deref(), Some("A \"B\""));
        assert_eq!(of("id").as_deref(), Some("rId1"));
        assert_eq!(of("state").as_deref(), Some("hidden"));
        assert_eq!(of("none"), None);
    }

    #[test]
    fn what_is_no_xml_is_refused() {
        for text in ["<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>", "<a", "<!-- never closed"] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
